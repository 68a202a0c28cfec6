//! The book as it was on a day gone by, told by reversing the journal, against what was told on
//! that very day.

use super::act::{Act, act, changes};
use super::{fresh, now, place, today};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use rusqlite::Connection;
use std::ffi::OsString;
use std::path::Path;
use trellis::clock::Moment;
use trellis::desk::{self, ActKind, Desk, Reading};
use trellis::domain::account::{self, Account};
use trellis::domain::change::Change;
use trellis::domain::rules::Rules;
use trellis::domain::talk::Talk;
use trellis::error::Kind;
use trellis::{cli, tui};

/// Every record of the book as this reading has it.
fn records(reading: &Reading) -> String {
    use trellis::domain::{book, contact, feedback, growth, ours, plan, revenue, review, talk};
    macro_rules! every {
        ($($record:ty,)+) => {
            [$(format!("{:#?}", reading.every::<$record>().expect("the records")),)+].concat()
        };
    }
    every! {
        Account, account::contract::Contract, account::goal::Goal, account::metric::Metric,
        account::own_score::OwnScore, account::silence::Silence, contact::Contact,
        feedback::Answer, feedback::invitation::Invitation, revenue::Revenue,
        revenue::opportunity::Opportunity, talk::Talk, talk::person::TalkPerson,
        plan::cycle::Plan, plan::priority::Priority, plan::step::Step,
        plan::step_person::StepPerson, book::external_id::ExternalId,
        book::import_batch::ImportBatch, book::setting::Setting, ours::colleague::Colleague,
        ours::team_member::TeamMember, ours::sponsor_pair::SponsorPair, ours::away::Away,
        ours::tier_silence::TierSilence, feedback::closing::Closing,
        account::risk_review::RiskReview, growth::loyalty::Loyalty,
        growth::discovery::Discovery, growth::qualification::Qualification,
        revenue::offering::Offering, revenue::unit::Unit, revenue::whitespace::Whitespace,
        revenue::value_item::ValueItem, revenue::forecast::Forecast, revenue::ask::Ask,
        review::Review, review::visit::Visit, review::commitment::Commitment,
    }
}

fn reading(path: &Path) -> Reading {
    Reading::open(path, Rules::default()).expect("a book")
}

/// What `show` says of an account, as text, as JSON, and its log.
fn shown(path: &Path, account: i64, on: NaiveDate, asof: Option<NaiveDate>) -> String {
    let mut all = String::new();
    for how in [&["--plain"][..], &["--json"], &["--tab", "log"]] {
        let mut args: Vec<OsString> =
            ["trellis", "show", &format!("#{account}"), "--today", &on.to_string(), "--db"]
                .map(OsString::from)
                .to_vec();
        args.push(path.into());
        args.extend(how.iter().map(OsString::from));
        if let Some(day) = asof {
            args.extend(["--asof".into(), day.to_string().into()]);
        }
        let (mut out, mut err) = (Vec::new(), Vec::new());
        cli::run(args, tui::keymap::print, &mut out, &mut err);
        all.push_str(&String::from_utf8(out).expect("text"));
        all.push_str(&String::from_utf8(err).expect("text"));
    }
    all
}

/// A day as it ended.
struct Ended {
    on: NaiveDate,
    records: String,
    accounts: Vec<(i64, String)>,
}

impl Ended {
    fn of(path: &Path, on: NaiveDate) -> Self {
        let reading = reading(path);
        let there: Vec<Account> = reading.every().expect("accounts");
        let some = there.iter().rev().take(3).map(|one| one.id.0);
        let accounts = some.map(|account| (account, shown(path, account, on, None))).collect();
        Self { on, records: records(&reading), accounts }
    }
}

fn moment(day: i64) -> Moment {
    let after = TimeDelta::days(day);
    Moment { today: today() + after, at: now() + after }
}

/// Works so many days on the book, on each of them what is asked, undos among it.
fn live(path: &Path, days: &[Vec<Act>]) -> Vec<Ended> {
    let mut ended = Vec::new();
    let mut desk = Desk::open(path, Rules::default(), now()).expect("a book");
    let begin: Vec<Change> = ["Ada", "Bea", "Cyd"].map(fresh).into();
    let act = desk::Act::new(ActKind::Import, "Imported 3 accounts");
    desk.commit(&act, &begin, moment(0)).expect("a commit");
    for (day, acts) in (0..).zip(days) {
        for (place, act) in (0..).zip(acts) {
            match act.which {
                200.. => drop(desk.undo(None, moment(day))),
                190.. => drop(desk.redo(moment(day))),
                _ => {
                    let connection = Connection::open(path).expect("a file");
                    let list = changes(&connection, act, place);
                    drop(connection);
                    if let Some(list) = list {
                        // One that the book does not take changes nothing.
                        drop(desk.commit(&desk::Act::edit("Edit", None), &list, moment(day)));
                    }
                }
            }
        }
        ended.push(Ended::of(path, moment(day).today));
    }
    ended
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_day_is_told_as_it_was(
        days in proptest::collection::vec(proptest::collection::vec(act(), 0..6), 2..6),
    ) {
        let (_directory, path) = place();
        let ended = live(&path, &days);
        let last = ended.last().expect("a day").on;
        let now = reading(&path);
        for day in &ended {
            let then = now.then(day.on, last).expect("a day of the journal");
            prop_assert_eq!(&records(&then), &day.records, "{}", day.on);
            for (account, told) in &day.accounts {
                let again = shown(&path, *account, last, Some(day.on));
                prop_assert_eq!(&again, told, "account {} on {}", account, day.on);
            }
        }
    }
}

/// The file, and its log where something stands in it.
fn bytes(path: &Path) -> [Vec<u8>; 2] {
    ["", "-wal"].map(|end| std::fs::read(format!("{}{end}", path.display())).unwrap_or_default())
}

#[test]
fn looking_back_leaves_the_file_as_it_is() {
    let (_directory, path) = place();
    let mut desk = Desk::open(&path, Rules::default(), now()).expect("a book");
    let begin = desk::Act::new(ActKind::Import, "Imported");
    desk.commit(&begin, &[fresh("Ada"), fresh("Bea")], moment(0)).expect("a commit");
    let accounts: Vec<Account> = desk.every().expect("accounts");
    let gone = account::Change::Removed(accounts[0].id).into();
    desk.commit(&desk::Act::edit("Gone", None), &[gone], moment(3)).expect("a commit");
    drop(desk);
    let before = bytes(&path);
    let look = || {
        let reading = reading(&path);
        let then = reading.then(moment(1).today, moment(3).today).expect("a day of the journal");
        assert_eq!(then.find_account("Ada").expect("it was there").id, accounts[0].id);
        assert_eq!(reading.find_account("Ada").expect_err("it is gone").kind, Kind::NotFound);
        (reading, then)
    };
    drop(look());
    assert!(bytes(&path) == before, "the file was touched");
    let (reading, then) = look();
    // What others write meanwhile is not seen in it, and it keeps nobody from writing.
    let mut desk = Desk::open(&path, Rules::default(), now()).expect("a book");
    desk.commit(&desk::Act::edit("New", None), &[fresh("Cyd")], moment(4)).expect("a commit");
    assert_eq!(then.every::<Account>().expect("accounts").len(), 2);
    assert_eq!(reading.every::<Account>().expect("accounts").len(), 2);
    assert!(then.every::<Talk>().expect("talks").is_empty());
}

#[test]
fn a_day_that_the_journal_does_not_know_is_refused() {
    let (_directory, path) = place();
    let mut desk = Desk::open(&path, Rules::default(), now()).expect("a book");
    let none = reading(&path).then(moment(0).today, moment(0).today).expect_err("nothing yet");
    assert!(none.message.contains("nothing was written"), "{none}");
    let act = desk::Act::edit("New", None);
    desk.commit(&act, &[fresh("Ada")], moment(0)).expect("a commit");
    let reading = reading(&path);
    let refused = |back: i64, today: i64| {
        reading.then(moment(back).today, moment(today).today).expect_err("no such day")
    };
    let early = refused(-1, 0);
    assert_eq!(early.kind, Kind::NotFound);
    assert_eq!(early.message, "how the book was on 21 Nov 2026 is not known");
    assert!(early.hint.expect("a hint").contains("begins on 22 Nov 2026"));
    assert_eq!(refused(2, 1).kind, Kind::Usage);
    // What is older than the journal is kept goes with the next commit.
    desk.commit(&act, &[fresh("Bea")], moment(300)).expect("a commit");
    desk.commit(&act, &[fresh("Cyd")], moment(500)).expect("a commit");
    assert!(refused(299, 500).hint.expect("a hint").contains("18 Sep 2027"));
    let then = reading.then(moment(300).today, moment(500).today).expect("it is kept");
    assert_eq!(then.every::<Account>().expect("accounts").len(), 2);
}
