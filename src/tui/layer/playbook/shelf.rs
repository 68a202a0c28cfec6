//! All playbooks to choose from: those that answer the signal first, then those that answer
//! another one of the account, then the rest, the person's own beside ours.

use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::playbook::{self, Focus, Playbook};
use crate::domain::signal::sentence::count;
use crate::text;
use crate::tui::action::{Opening, Wish};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::Sight;

/// The list for an account; none before the account is read.
#[must_use]
pub fn all(account: Id, signal: Option<&str>, focus: Focus, sight: &Sight<'_>) -> Option<Pick> {
    let dossier = sight.dossier.filter(|held| held.records.account.id == account)?;
    let answers = |one: &Playbook| signal.is_some_and(|code| one.answers(code));
    let mut shelf: Vec<&Playbook> = sight.shelf.all().iter().collect();
    let parts = (&dossier.records, &dossier.standing);
    let asks = |one: &Playbook| playbook::answered(one, parts, focus).is_some();
    shelf.sort_by_key(|one| (!answers(one), !asks(one)));
    let runs = |one: &Playbook| {
        dossier.records.steps.iter().any(|step| {
            step.status.open()
                && step.playbook.as_deref().is_some_and(|name| playbook::same(name, &one.name))
        })
    };
    let items = shelf.into_iter().map(|one| {
        let signal = if answers(one) { signal } else { None };
        let answered = playbook::answered(one, parts, focus);
        let mut notes = Vec::new();
        if signal.is_some() {
            notes.push("answers it".to_owned());
        } else if let Some(answered) = answered {
            notes.push(format!("for {}", answered.short));
        }
        if runs(one) {
            notes.push("runs".to_owned());
        }
        if one.own.is_some() {
            notes.push("own".to_owned());
        }
        notes.push(count(one.plays.len(), "step"));
        let opening = Opening::Playbook {
            account,
            signal: signal.or(answered.map(|signal| signal.code)).map(str::to_owned),
            name: Some(one.name.clone()),
            focus,
        };
        Item::new(text::capital(&one.name), notes.join(" · "), Wish::Open(opening))
    });
    let person = |contact: &&Contact| Some(contact.id) == focus.contact;
    let person = dossier.records.contacts.iter().find(person);
    let about = person.map(|contact| format!(" about {}", contact.name)).unwrap_or_default();
    let lead = format!(
        "What to do, step by step, for {}{about}. Enter shows the dated steps; nothing is written yet.",
        dossier.records.account.name
    );
    Some(Pick::new("Playbooks", items.collect()).lead([lead]))
}
