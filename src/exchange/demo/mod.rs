//! The demo book: two dozen believable accounts whose days are told from today, so that the book
//! looks the same whenever it is opened.

mod account;
mod asset;
mod day;
mod plan;
mod relation;
mod review;
mod scribe;
mod talk;

use crate::clock::Moment;
use crate::desk::{Act, ActKind, Desk, Reading};
use crate::domain::change::Change;
use crate::domain::rules::Rules;
use crate::domain::word::words;
use crate::error::{Error, Kind, Result};
use crate::paths::Place;
use chrono::NaiveDate;
use scribe::{People, Scribe};

/// The files of the book: the accounts by the group of the list that most of them fall into, then
/// what was reviewed of them.
const FILES: [(&str, &str); 7] = [
    ("now", include_str!("../../../assets/demo/now.toml")),
    ("soon", include_str!("../../../assets/demo/soon.toml")),
    ("unknown", include_str!("../../../assets/demo/unknown.toml")),
    ("in_hand", include_str!("../../../assets/demo/in_hand.toml")),
    ("fine", include_str!("../../../assets/demo/fine.toml")),
    ("outside", include_str!("../../../assets/demo/outside.toml")),
    ("review", include_str!("../../../assets/demo/review.toml")),
];

/// Weeks of score history that the book begins with: a sparkline full.
const WEEKS: u32 = 26;

words! {
    /// What was found where the demo book belongs.
    State {
        /// Made just now.
        Made = "made",
        /// Today's, untouched.
        Kept = "kept",
        /// The user has worked in it: it stays as it is.
        Edited = "edited",
    }
}

/// Sees to it that there is a demo book: makes it where there is none, and anew where it is of
/// another day and nobody has changed it, or where `fresh` says so. It is judged by these rules.
///
/// # Errors
/// The file there is no demo book, or the disk says no.
pub fn prepare(place: &Place, fresh: bool, rules: &Rules, now: Moment) -> Result<State> {
    if place.book.exists() {
        Desk::bring_up_to_date(&place.book, now.at)?;
        let steps = Reading::open(&place.book, rules.clone())?.history(HISTORY)?;
        if steps.last().is_none_or(|first| first.kind != ActKind::Demo.word()) {
            return Err(Error::new(
                Kind::Book,
                format!("{} is a book of your own, not the demo", place.book.display()),
            )
            .hint("name another file with --db"));
        }
        match steps.as_slice() {
            [only] if only.on == now.today && !fresh => return Ok(State::Kept),
            [_] => {}
            _ if fresh => {}
            _ => return Ok(State::Edited),
        }
        Desk::remove(place)?;
    }
    let mut desk = Desk::open(&place.book, rules.clone(), now.at)?;
    desk.commit(&Act::new(ActKind::Demo, "Demo book"), &changes(now.today)?, now)?;
    desk.rebuild_history(WEEKS, now)?;
    Ok(State::Made)
}

/// More steps than a demo book ever has.
const HISTORY: usize = 100_000;

/// All that makes the demo book, as seen from `today`.
///
/// # Errors
/// A damaged asset; a test holds that there is none.
pub fn changes(today: NaiveDate) -> Result<Vec<Change>> {
    let mut scribe = Scribe::new(today);
    for (name, text) in FILES {
        let file: asset::File = toml::from_str(text).map_err(|error| {
            Error::new(Kind::Book, format!("the demo book’s part “{name}” is damaged: {error}"))
        })?;
        relation::write_ours(&mut scribe, file.colleague, file.offerings);
        for account in file.account {
            account::write(&mut scribe, account)?;
        }
        for over in file.review {
            review::write(&mut scribe, over)?;
        }
        for person in file.unlinked {
            scribe.person(person, None, today, &People::default())?;
        }
    }
    Ok(scribe.changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Change::Added;
    use std::collections::BTreeSet;

    #[test]
    fn two_dozen_accounts_are_told_from_any_day() {
        for (year, month, day) in [(2026, 11, 22), (2028, 2, 29), (2027, 1, 1)] {
            let today = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
            let changes = changes(today).expect("an undamaged book");
            let names: BTreeSet<&str> = changes
                .iter()
                .filter_map(|change| match change {
                    Change::Account(Added(account)) => Some(account.name.as_str()),
                    _ => None,
                })
                .collect();
            assert_eq!(names.len(), 24);
            assert!(names.contains("Contoso"));
        }
    }

    #[test]
    fn nothing_that_happened_lies_ahead() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        for change in changes(today).expect("an undamaged book") {
            let happened = match change {
                Change::Talk(crate::domain::talk::Change::Added(talk)) => talk.on_date,
                Change::Answer(crate::domain::feedback::Change::Added(answer)) => answer.on_date,
                Change::Metric(crate::domain::account::metric::Change::Added(it)) => it.on_date,
                Change::OwnScore(crate::domain::account::own_score::Change::Added(own)) => {
                    own.on_date
                }
                _ => continue,
            };
            assert!(happened <= today, "{happened}");
        }
    }
}
