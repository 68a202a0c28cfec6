//! What can be copied of an account: its line, its brief, the whole of it in Markdown, addresses,
//! the reminder of something that they are to do.

use super::brief::plain;
use super::pick::{Item, Pick};
use crate::desk::Reading;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::chaser::{chaser, waits};
use crate::domain::contact::{Contact, Level};
use crate::domain::extract;
use crate::error::Result;
use crate::tui::action::Wish;
use chrono::NaiveDate;

fn item(label: impl Into<String>, note: impl Into<String>, text: String) -> Item {
    let label = label.into();
    let says = format!("Copied: {label}.");
    Item::new(label, note, Wish::Copy { text, says })
}

/// The list to choose from, what is chosen on the screen first.
///
/// # Errors
/// The book cannot be read.
pub fn pick(
    account: Id,
    marked: &[Id],
    chosen: Option<(&'static str, Id)>,
    reading: &Reading,
    today: NaiveDate,
) -> Result<Pick> {
    let dossier = reading.dossier(account, today)?;
    let brief = reading.brief(account, today)?;
    let Dossier { records, standing, .. } = &dossier;
    let mut items = vec![
        item("the line of the account", "", extract::line(&brief, standing) + "\n"),
        item("the brief", "before a talk", plain(&brief)),
        item(
            "the account in Markdown",
            "brief, people, score, steps",
            extract::markdown(&brief, records, standing, today),
        ),
    ];
    let all = extract::there(&records.contacts, None, today);
    items.extend(addresses("e-mails of all people here", &all));
    for level in Level::ALL {
        let those: Vec<&Contact> =
            all.iter().copied().filter(|one| one.level == Some(*level)).collect();
        items.extend(addresses(&format!("e-mails of the {level}s"), &those));
    }
    if !marked.is_empty() {
        let mut people = Vec::new();
        for account in marked {
            people.extend(reading.naming::<Contact>("account_id", *account)?);
        }
        let those = extract::there(&people, None, today);
        let accounts = if marked.len() == 1 { "account" } else { "accounts" };
        let label = format!("e-mails of the {} marked {accounts}", marked.len());
        items.splice(0..0, addresses(&label, &those));
    }
    for step in records.steps.iter().filter(|step| waits(step)) {
        let Some(mail) = chaser(records, step.id, today) else { continue };
        let to = mail.email.or(mail.to).unwrap_or_else(|| "nobody named".to_owned());
        let label = format!("a reminder of “{}”", step.title);
        let place = if chosen == Some(("step", step.id)) { 0 } else { items.len() };
        items.insert(place, item(label, to, mail.text));
    }
    if let Some(("contact", person)) = chosen {
        let those = extract::there(&records.contacts, Some(&[person]), today);
        let label = those.first().map(|one| format!("e-mail of {}", one.name));
        items.splice(0..0, label.and_then(|label| addresses(&label, &those)));
    }
    Ok(Pick::new(format!("Copy of {}", records.account.name), items)
        .lead(["It goes to the clipboard of the terminal.".to_owned()]))
}

/// Their addresses; none where nobody has one.
fn addresses(label: &str, people: &[&Contact]) -> Option<Item> {
    let (text, without) = extract::emails(people.iter().copied());
    let with = people.len() - without;
    let note = match without {
        0 => format!("{with}"),
        without => format!("{with}, {without} without"),
    };
    (!text.is_empty()).then(|| item(label, note, text + "\n"))
}
