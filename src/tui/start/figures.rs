//! Whether there are figures of usage, tickets, invoices or surveys: yes begins with the largest
//! account, no ticks the part off.

use crate::desk::{Job, Reading};
use crate::domain::page::Kind;
use crate::domain::setup::{Part, TICKED};
use crate::domain::standing::Standing;
use crate::error::Result;
use crate::tui::action::{Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::layer::pick::{Item, Pick};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The list to choose from.
pub fn pick(reading: &Reading, today: NaiveDate) -> Result<Pick> {
    let mut standings = reading.appraise(today)?.standings;
    standings.retain(|one| one.in_book);
    standings.sort_by(|one, other| {
        let arr = |standing: &Standing| Reverse(standing.arr.map(|arr| arr.minor));
        (arr(one), &one.name, one.account).cmp(&(arr(other), &other.name, other.account))
    });
    let mut items = Vec::new();
    if let Some(largest) = standings.first() {
        let form = |kind: Kind| {
            Wish::Open(Opening::Form(Subject::Record {
                kind: kind.word().to_owned(),
                account: Some(largest.account.0),
                id: None,
                with: None,
            }))
        };
        let of = format!("begin with {}", largest.name);
        items.push(Item::new("yes: usage, tickets, invoices", of.clone(), form(Kind::Metric)));
        items.push(Item::new("yes: answers of a survey", of, form(Kind::Answer)));
    }
    let setup = reading.setup()?;
    let mut wishes = Vec::new();
    if !setup.is_ticked(Part::Figures) {
        wishes.push(Wish::Ask(Job::Note { key: TICKED, content: setup.ticking(Part::Figures) }));
    }
    let (label, note) = ("no, or not now", "add them any time: a u, a f");
    items.push(Item { label: label.to_owned(), note: note.to_owned(), wishes });
    Ok(Pick::new("Are there usage figures, tickets, invoices, surveys?", items).lead([
        "What nobody records has no weight in any score, so a no costs nothing.".to_owned(),
    ]))
}
