//! A small book to try the desk on.

use super::{Act, Desk};
use crate::clock::Moment;
use crate::domain::account::own_score::{self, Factor, OwnScore};
use crate::domain::account::{self, Account, Tier};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact, Level};
use crate::domain::money::Currency;
use crate::domain::revenue::{self, Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::talk::person::{self, TalkPerson};
use crate::domain::talk::{self, Talk, TalkKind};
use chrono::NaiveDate;
use tempfile::TempDir;

/// A day of November 2026.
pub(super) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day of November")
}

pub(super) fn now(of: u32) -> Moment {
    let at = day(of).and_hms_opt(9, 0, 0).expect("a time").and_utc();
    Moment { today: day(of), at }
}

/// So many accounts with two people each, made on 1 November; account n has people 2n−1 and 2n.
pub(super) fn book(accounts: i64) -> (TempDir, Desk) {
    let directory = tempfile::tempdir().expect("a directory");
    let mut desk = Desk::open(&directory.path().join("book.db"), Rules::default(), now(1).at)
        .expect("a new book");
    let mut changes: Vec<Change> = Vec::new();
    for number in 1..=accounts {
        let mut account = Account::named(&format!("Account {number:03}"), day(1));
        account.id = Id(-number);
        account.tier = Tier::ALL.get(number as usize % 3).copied();
        changes.push(account::Change::Added(account).into());
        for (seat, level) in [Level::DecisionMaker, Level::User].into_iter().enumerate() {
            let mut person =
                Contact::named(&format!("Person {number}-{seat}"), Some(Id(-number)), day(1));
            person.level = Some(level);
            person.verified_on = Some(day(1));
            changes.push(contact::Change::Added(person).into());
        }
        changes.push(
            revenue::Change::Added(Revenue {
                id: Id(0),
                account_id: Id(-number),
                on_date: day(1),
                kind: RevenueKind::Opening,
                amount: number * 1_000_000,
                currency: Currency::EUR,
                note: None,
            })
            .into(),
        );
        for (factor, points) in [(Factor::Pulse, 1 + number % 10), (Factor::Usage, 7)] {
            let score = OwnScore {
                id: Id(0),
                account_id: Id(-number),
                factor,
                points,
                on_date: day(2),
                reason: None,
            };
            changes.push(own_score::Change::Added(score).into());
        }
    }
    desk.commit(&Act::edit("Begin", None), &changes, now(3)).expect("the first commit");
    (directory, desk)
}

/// A call with one person.
pub(super) fn talk_with(account: Id, contact: Id, on_date: NaiveDate) -> Vec<Change> {
    let talk = Talk {
        id: Id(-1_000 - account.0),
        mood: Some(1),
        summary: "budget".to_owned(),
        quote: Some("budget frozen".to_owned()),
        ..Talk::on(on_date, TalkKind::Call, Some(account))
    };
    let person =
        TalkPerson { id: Id(0), talk_id: talk.id, contact_id: contact, on_date, two_way: true };
    vec![talk::Change::Added(talk).into(), person::Change::Added(person).into()]
}
