//! The tab History: what was written of the account, step by step, and what each of them changed.
//!
//! ```text
//! ▸13 Nov     Call with Contoso
//!             new talk: call, 11 Nov, mood −1, “budget frozen”
//!  12 Nov     Contract of Contoso  taken back 13 Nov
//! ```

use super::{Cell, Entry, Ground, Line, Page, Proof, Span, Tone};
use crate::domain::day::{day, typed};
use crate::domain::history::{self, Changed, History};
use chrono::NaiveDate;

/// The topic of the guide about it.
const TOPIC: &str = "history";

/// The day of a chosen step: Enter and `w` show the account as it was at its end.
#[must_use]
pub fn then(entry: &Entry) -> Option<NaiveDate> {
    let ground = Some(&entry.ground).filter(|ground| ground.topic == TOPIC);
    ground?.proofs.first()?.on_date
}

/// The newest first; each can be chosen, to see the account as it was at the end of its day.
#[must_use]
pub fn page(history: &History, today: NaiveDate) -> Page {
    let mut lines = Vec::new();
    for entry in &history.entries {
        lines.push(first(entry, today));
        let told = entry.changes.iter().map(Changed::told).chain(entry.counted.clone());
        lines.extend(told.map(|told| Line::fact("", vec![Span::dim(told)])));
    }
    if lines.is_empty() {
        lines.push(Line::prose(
            "Nothing was written of this account since the journal of the book begins. What you \
             change from here on stands here, and can be looked at as it was then.",
        ));
    }
    let more = history.total - history.entries.len().min(history.total);
    if more > 0 {
        lines.push(Line::prose(format!(
            "{more} older ones: trellis history ACCOUNT --limit {} tells them.",
            history.total
        )));
    }
    if let Some(begins) = history.begins {
        lines.push(Line::gap());
        lines.push(Line::prose(format!("The journal of this book begins on {}.", typed(begins))));
    }
    Page { figure: history.total.to_string(), lines }
}

/// The line of a step.
fn first(entry: &history::Entry, today: NaiveDate) -> Line {
    let undone = entry.undone(today);
    let tone = if undone.is_some() || entry.undoes.is_some() { Tone::Dim } else { Tone::Text };
    let title = entry.title();
    let mut spans = vec![Span::new(title.clone(), tone)];
    spans.extend(undone.map(|told| Span::next(&told, Tone::Dim)));
    let ground = Ground::new(title, TOPIC)
        .on([Proof { on_date: Some(entry.on), ..Proof::told("as it was then") }]);
    let chosen = Entry::figure(format!("step {}", entry.step), ground);
    Line::row(vec![Cell::left(11, vec![Span::dim(day(entry.on, today))]), Cell::rest(spans)])
        .with(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day of November")
    }

    #[test]
    fn each_step_can_be_chosen_and_leads_to_its_day() {
        let entry = history::Entry {
            step: 12,
            on: date(13),
            at: String::new(),
            label: "Call with Contoso".to_owned(),
            kind: "edit".to_owned(),
            undoes: None,
            undone_by: Some(14),
            undone_on: Some(date(15)),
            changes: Vec::new(),
            counted: Some("added: 1 talk".to_owned()),
        };
        let undo = history::Entry {
            step: 14,
            on: date(15),
            kind: "undo".to_owned(),
            undoes: Some(12),
            undone_by: None,
            undone_on: None,
            counted: None,
            ..entry.clone()
        };
        let begins = Some(date(1));
        let history = History { account: Id(1), entries: vec![undo, entry], total: 3, begins };
        let page = page(&history, date(22));
        assert_eq!(page.figure, "3");
        let days: Vec<_> = page.entries().map(then).collect();
        assert_eq!(days, [Some(date(15)), Some(date(13))]);
        let all = format!("{:?}", page.lines);
        for said in [
            "Taken back: Call with Contoso",
            " · taken back 15 Nov",
            "added: 1 talk",
            "1 older ones",
            "begins on 1 Nov 2026",
        ] {
            assert!(all.contains(said), "{said}: {all}");
        }
        let nothing = super::page(&History::default(), date(22));
        assert_eq!(nothing.entries().count(), 0);
        assert!(format!("{:?}", nothing.lines).contains("Nothing was written"));
    }
}
