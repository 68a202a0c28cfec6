//! What can be done about an account, the proposed step first: Enter takes it.

use super::asks::{self, Choice, Line};
use crate::domain::book::row::Dossier;
use crate::domain::plan::check_in::check_in;
use crate::domain::plan::step::{Step, StepKind};
use crate::domain::signal::{Signal, answer};
use crate::tui::action::{Deed, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::layer::playbook::prepared::in_hand;
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;

/// Signals that a step is proposed for.
const PROPOSED: usize = 3;

/// The list of what can be done.
pub fn pick(dossier: &Dossier, choice: &Choice, sight: &Sight<'_>) -> Pick {
    let chosen = match choice.line(dossier, sight.today) {
        Some(Line::Signal(signal)) => Some(signal),
        _ => None,
    };
    let asking = asking(dossier, chosen);
    let mut items: Vec<Item> =
        asking.iter().take(PROPOSED).map(|signal| proposed(dossier, signal, sight)).collect();
    let plain = dated(&check_in(&dossier.records, sight.today), "", dossier, sight);
    if asking.is_empty() {
        items.insert(0, plain.clone());
    }
    items.extend(asking.first().into_iter().flat_map(|one| playbooks(dossier, one, sight)));
    if !asking.is_empty() {
        items.push(plain);
    }
    items.extend(forms(dossier));
    let lead = match asking.first() {
        Some(signal) => signal.text.clone(),
        None => "Nothing asks for a step here; one may do good all the same.".to_owned(),
    };
    Pick::new(format!("{}: what will you do?", dossier.records.account.name), items).lead([lead])
}

/// The signals that nobody has in hand, the chosen one first.
fn asking<'a>(dossier: &'a Dossier, chosen: Option<&'a Signal>) -> Vec<&'a Signal> {
    let open = |signal: &&Signal| signal.in_hand.is_none();
    let first = chosen.filter(open);
    let others = asks::told(dossier)
        .filter(open)
        .filter(|one| first.is_none_or(|first| first.code != one.code));
    first.into_iter().chain(others).collect()
}

fn proposed(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Item {
    let step = answer::taken_in_hand(signal, &dossier.records, sight.today);
    dated(&step, signal.short, dossier, sight)
}

/// `Call K. Ott and settle it, Tue 24 Nov`.
fn dated(step: &Step, serves: &str, dossier: &Dossier, sight: &Sight<'_>) -> Item {
    let due = step.due_on.map(|due| format!(", {}", phrase::weekday(due, sight.today)));
    let label = format!("{}{}", step.title, due.unwrap_or_default());
    Item::new(label, serves, Wish::Commit(in_hand(step.clone(), dossier, sight.today)))
}

/// The playbooks that answer it: each opens its steps before anything is written.
fn playbooks(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Vec<Item> {
    let account = dossier.records.account.id;
    let answers = sight.shelf.all().iter().filter(|playbook| playbook.answers(signal.code));
    answers
        .map(|playbook| {
            let opening = Opening::Playbook {
                account,
                signal: Some(signal.code.to_owned()),
                name: Some(playbook.name.clone()),
                focus: crate::domain::playbook::Focus::default(),
            };
            let note = format!("{} steps", playbook.plays.len());
            Item::new(format!("playbook “{}”", playbook.name), note, Wish::Open(opening))
        })
        .collect()
}

/// What is written by hand.
fn forms(dossier: &Dossier) -> Vec<Item> {
    let account = Some(dossier.records.account.id.0);
    let form = |label: &str, kind: StepKind| {
        let subject = Subject::Step {
            account,
            step: None,
            kind: kind.word().to_owned(),
            signal: None,
            about: None,
        };
        Item::new(label, "", Wish::Open(Opening::Form(subject)))
    };
    vec![
        form("another step…", StepKind::Step),
        form("a meeting…", StepKind::Meeting),
        form("a promise…", StepKind::Promise),
        Item::new("anything else…", "", Wish::Do(Deed::Act(crate::tui::action::Action::Add))),
    ]
}
