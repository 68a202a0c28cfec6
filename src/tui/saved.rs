//! What was saved last, and what an undo or redo did, in one line each.

use super::footer::Notice;
use super::widget::phrase;
use crate::desk::{ActKind, Receipt};
use crate::text;
use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveDateTime, Utc};
use std::fmt::Write;

/// Steps of the journal that are looked through for the one that `u` takes back.
pub const STEPS: usize = 50;

/// What the last line of calm says: when the newest step was saved, when the newest backup was
/// made, and what an undo would take back.
#[derive(Clone, Copy, Debug, Default)]
pub struct Saved<'a> {
    /// UTC, as the journal writes it.
    pub at: &'a str,
    pub backup: Option<DateTime<Utc>>,
    pub undo: Option<&'a str>,
}

impl Saved<'_> {
    /// `Saved 14:02 · backup today · last: “ROI sheet moved to 24 Nov” (u undo)`.
    #[must_use]
    pub fn line(&self, today: NaiveDate) -> Notice {
        let local = |at: DateTime<Utc>| at.with_timezone(&Local).naive_local();
        let mut text = "Saved".to_owned();
        if let Ok(at) = DateTime::parse_from_rfc3339(self.at) {
            text.push(' ');
            text.push_str(&moment(local(at.to_utc()), today));
        }
        if let Some(backup) = self.backup.map(local) {
            text.push_str(" · backup ");
            text.push_str(&day(backup.date(), today));
        }
        if let Some(label) = self.undo {
            let _ = write!(text, " · last: “{label}” (u undo)");
        }
        Notice { text, alarm: false }
    }
}

/// `today`, `16 Nov`, the year with it in another year.
fn day(on: NaiveDate, today: NaiveDate) -> String {
    if on == today { "today".to_owned() } else { phrase::day(on, today) }
}

/// `14:02` today, `21 Nov 14:02` on another day, the year with it in another year.
fn moment(at: NaiveDateTime, today: NaiveDate) -> String {
    let time = at.format("%H:%M");
    match at.date() {
        on if on == today => time.to_string(),
        on if on.year() == today.year() => format!("{} {time}", day(on, today)),
        on => day(on, today),
    }
}

/// `Undone: “ROI sheet moved to 24 Nov”. 5.6 → 5.2 (U redo)`.
#[must_use]
pub fn done(receipt: &Receipt) -> String {
    let label = &receipt.label;
    let (said, back) = match receipt.kind {
        ActKind::Undo => (format!("Undone: “{label}”."), "U redo"),
        ActKind::Redo => (format!("Done again: “{label}”."), "u undo"),
        ActKind::Edit | ActKind::Import | ActKind::Demo => (format!("{label}."), "u undo"),
    };
    // What the label counts already is not counted twice.
    let effect = receipt.effect().filter(|effect| !label.contains(effect.as_str()));
    let beside: Vec<String> = effect.into_iter().chain(receipt.left_out.clone()).collect();
    match beside.join(" · ") {
        none if none.is_empty() => format!("{said} ({back})"),
        beside => format!("{said} {beside} ({back})"),
    }
}

/// What a typed line did: `Logged. 5.2 → 5.6, next talk by 29 Nov (u undo)`; `here`: it is of the
/// account that is looked at.
#[must_use]
pub fn logged(receipt: &Receipt, next: Option<NaiveDate>, here: bool, today: NaiveDate) -> String {
    let what = if here { "Logged".to_owned() } else { format!("Logged: {}", receipt.label) };
    let next = next.map(|next| format!("next talk by {}", phrase::day(next, today)));
    let told: Vec<String> = receipt.effect().into_iter().chain(next).collect();
    let told = text::capital(&told.join(", "));
    let gap = if told.is_empty() { "" } else { " " };
    format!("{what}.{gap}{told} (u undo)")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Effect;
    use crate::domain::cell::Id;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_moment_says_no_more_than_needed() {
        let at = on(2026, 11, 22).and_hms_opt(14, 2, 9).expect("a time");
        assert_eq!(moment(at, on(2026, 11, 22)), "14:02");
        assert_eq!(moment(at, on(2026, 11, 23)), "22 Nov 14:02");
        assert_eq!(moment(at, on(2027, 1, 2)), "22 Nov 2026");
    }

    #[test]
    fn it_tells_what_there_is_to_tell() {
        // Noon, so that the day is the same in most time zones.
        let at = DateTime::parse_from_rfc3339("2026-11-16T12:00:00Z").expect("a time").to_utc();
        let today = on(2026, 11, 22);
        let saved = Saved { at: "2026-11-16T12:00:00Z", backup: Some(at), undo: Some("moved") };
        let line = saved.line(today).text;
        assert!(line.starts_with("Saved 16 Nov "), "{line}");
        assert!(line.ends_with(" · backup 16 Nov · last: “moved” (u undo)"), "{line}");
        assert!(saved.line(on(2026, 11, 16)).text.contains(" · backup today · "));
        assert_eq!(Saved { at: "no time", backup: None, undo: None }.line(today).text, "Saved");
    }

    #[test]
    fn a_line_says_what_it_did_and_what_is_next() {
        let receipt = |before, after| Receipt {
            step: 2,
            label: "Call with Contoso".to_owned(),
            kind: ActKind::Edit,
            left_out: None,
            created: Vec::new(),
            effects: vec![Effect {
                account: Id(1),
                name: "Contoso".to_owned(),
                score_before: Some(before),
                score_after: Some(after),
            }],
        };
        let (today, next) = (on(2026, 11, 22), Some(on(2026, 11, 29)));
        let told = logged(&receipt(5.2, 5.6), next, true, today);
        assert_eq!(told, "Logged. 5.2 → 5.6, next talk by 29 Nov (u undo)");
        let told = logged(&receipt(5.2, 5.2), next, false, today);
        assert_eq!(told, "Logged: Call with Contoso. Next talk by 29 Nov (u undo)");
        assert_eq!(logged(&receipt(5.2, 5.2), None, true, today), "Logged. (u undo)");
    }

    #[test]
    fn an_undo_says_its_effect_and_the_way_back() {
        let effect = Effect {
            account: Id(1),
            name: "Contoso".to_owned(),
            score_before: Some(5.6),
            score_after: Some(5.2),
        };
        let receipt = Receipt {
            step: 2,
            label: "talk with K. Ott".to_owned(),
            kind: ActKind::Undo,
            left_out: None,
            created: Vec::new(),
            effects: vec![effect.clone()],
        };
        assert_eq!(done(&receipt), "Undone: “talk with K. Ott”. 5.6 → 5.2 (U redo)");
        let again = Receipt { kind: ActKind::Redo, effects: Vec::new(), ..receipt };
        assert_eq!(done(&again), "Done again: “talk with K. Ott”. (u undo)");
        let two = vec![effect.clone(), Effect { account: Id(2), ..effect }];
        let several = |label: &str| Receipt {
            label: label.to_owned(),
            kind: ActKind::Edit,
            left_out: None,
            effects: two.clone(),
            ..again.clone()
        };
        assert_eq!(done(&several("Tiers of 2 accounts")), "Tiers of 2 accounts. (u undo)");
        assert_eq!(done(&several("Moved")), "Moved. 2 accounts (u undo)");
    }
}
