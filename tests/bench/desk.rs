//! How long the desk takes over a book of a given size: `cargo bench --bench desk -- typical`.
//! Sizes: `typical` (200 accounts, 2,000 contacts, 20,000 talks), `large` (2,000 / 20,000 /
//! 200,000), `stress` (10,000 / 100,000 / 1,000,000).

#![allow(clippy::expect_used, reason = "a measurement that cannot go on stops")]

use chrono::{DateTime, Duration, NaiveDate};
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;
use trellis::clock::Moment;
use trellis::desk::{Act, ActKind, Desk, Reading};
use trellis::domain::account::contract::{self, Contract, NoticeUnit, Renewal};
use trellis::domain::account::metric::{self, Metric, MetricKind};
use trellis::domain::account::own_score::{self, Factor, OwnScore};
use trellis::domain::account::{self, Account, Tier};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::{self, Contact, Level};
use trellis::domain::feedback::{self, Answer, Scale};
use trellis::domain::money::Currency;
use trellis::domain::plan::cycle::{self, Plan};
use trellis::domain::plan::step::{self, Step};
use trellis::domain::revenue::{self, Revenue, RevenueKind};
use trellis::domain::rules::Rules;
use trellis::domain::talk::person::{self, TalkPerson};
use trellis::domain::talk::{self, Talk, TalkKind};
use trellis::domain::word::WordSet;

/// Contacts of one account.
const PEOPLE: i64 = 10;
/// Talks of one account, spread over two years.
const TALKS: i64 = 100;

fn main() {
    let size = std::env::args().find(|arg| ["large", "stress"].contains(&arg.as_str()));
    let (name, accounts) = match size.as_deref() {
        Some("large") => ("large", 2_000),
        Some("stress") => ("stress", 10_000),
        _ => ("typical", 200),
    };
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("book.db");
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let now = Moment { today, at: DateTime::UNIX_EPOCH + Duration::days(20_779) };
    let mut out = std::io::stdout().lock();
    let mut say = |what: &str, times: &mut [f64]| {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = ((times.len() - 1) as f64 * share).round() as usize;
            times.get(place).copied().unwrap_or_default()
        };
        writeln!(out, "{name:8} {what:24} median {:8.2} ms  p95 {:8.2} ms", at(0.5), at(0.95))
            .expect("a line");
    };

    let begun = Instant::now();
    fill(&path, accounts, now);
    say("fill", &mut [ms(begun)]);

    let mut desk = Desk::open(&path, Rules::default()).expect("the book");
    let begun = Instant::now();
    desk.assess_all(now).expect("judged");
    say("first assessment kept", &mut [ms(begun)]);
    desk.tidy().expect("tidy");
    say(
        "assess whole book",
        &mut repeat(15, || {
            desk.appraise(today).expect("judged");
        }),
    );
    say(
        "open, list, dossier",
        &mut repeat(15, || {
            let reading = Reading::open(&path, Rules::default()).expect("the book");
            let book = reading.book().expect("a list");
            let first = book.rows.first().expect("a row").account;
            reading.dossier(first, today).expect("a dossier");
        }),
    );
    let reading = Reading::open(&path, Rules::default()).expect("the book");
    say(
        "list",
        &mut repeat(30, || {
            reading.book().expect("a list");
        }),
    );
    let mut account = 0;
    say(
        "dossier",
        &mut repeat(200, || {
            account = account % accounts + 1;
            reading.dossier(Id(account), today).expect("a dossier");
        }),
    );
    say(
        "log page",
        &mut repeat(50, || {
            account = account % accounts + 1;
            reading.log(Id(account), 0, today).expect("a page");
        }),
    );
    say(
        "commit a talk",
        &mut repeat(100, || {
            account = (account + 6) % accounts + 1;
            let changes = talk_with(account, (account - 1) * PEOPLE + 1, today, Id(-1), 1);
            desk.commit(&Act::edit("Talk", Some(Id(account))), &changes, now).expect("a commit");
        }),
    );
    say(
        "commit an own score",
        &mut repeat(100, || {
            account = (account + 6) % accounts + 1;
            let score = pulse(account, today, 1 + account % 10);
            desk.commit(&Act::edit("Pulse", Some(Id(account))), &[score], now).expect("a commit");
        }),
    );
}

fn ms(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

fn repeat(times: usize, mut work: impl FnMut()) -> Vec<f64> {
    (0..times)
        .map(|_| {
            let begun = Instant::now();
            work();
            ms(begun)
        })
        .collect()
}

fn pulse(account: i64, on_date: NaiveDate, points: i64) -> Change {
    let account_id = Id(account);
    own_score::Change::Added(OwnScore {
        id: Id(0),
        account_id,
        factor: Factor::Pulse,
        points,
        on_date,
        reason: None,
    })
    .into()
}

fn talk_with(account: i64, contact: i64, on_date: NaiveDate, id: Id, mood: i64) -> Vec<Change> {
    let talk = Talk {
        id,
        account_id: Some(Id(account)),
        on_date,
        kind: if mood == 0 { TalkKind::Message } else { TalkKind::Call },
        two_way: true,
        missed: false,
        started_by: None,
        mood: Some(mood),
        topics: WordSet::default(),
        summary: "budget for the next year, and who signs".to_owned(),
        quote: None,
        note: Some("they asked for a figure they can show upstairs ".repeat(4)),
    };
    let person =
        TalkPerson { id: Id(0), talk_id: id, contact_id: Id(contact), on_date, two_way: true };
    vec![talk::Change::Added(talk).into(), person::Change::Added(person).into()]
}

/// A book of so many accounts, a hundred accounts in one commit.
fn fill(path: &Path, accounts: i64, now: Moment) {
    let mut desk = Desk::open(path, Rules::default()).expect("a new book");
    let act = Act::new(ActKind::Demo, "Fill");
    let numbers: Vec<i64> = (1..=accounts).collect();
    for some in numbers.chunks(2_000) {
        let changes: Vec<Change> =
            some.iter().flat_map(|number| one_account(*number, now.today)).collect();
        desk.commit(&act, &changes, now).expect("a commit");
    }
}

fn one_account(number: i64, today: NaiveDate) -> Vec<Change> {
    let ago = |days: i64| today - Duration::days(days);
    let mut account = Account::named(&format!("Account {number:05}"), ago(700));
    account.tier = Tier::ALL.get(usize::try_from(number % 3).unwrap_or(0)).copied();
    account.note = Some("bought twice, left once, came back".to_owned());
    let mut changes: Vec<Change> = vec![account::Change::Added(account).into()];
    for seat in 1..=PEOPLE {
        let mut person =
            Contact::named(&format!("Person {number}-{seat}"), Some(Id(number)), ago(700));
        person.level = Level::ALL.get(usize::try_from(seat % 4).unwrap_or(0)).copied();
        person.title = Some("Head of something or other".to_owned());
        person.email = Some(format!("person{seat}@account{number}.example"));
        person.verified_on = Some(ago(seat * 40 + number % 90));
        changes.push(contact::Change::Added(person).into());
    }
    for one in 0..TALKS {
        let contact = (number - 1) * PEOPLE + 1 + one % PEOPLE;
        let on = ago(one * 7 + number % 50);
        changes.extend(talk_with(
            number,
            contact,
            on,
            Id(-1_000_000 - number * TALKS - one),
            one % 3 - 1,
        ));
    }
    changes.push(
        revenue::Change::Added(Revenue {
            id: Id(0),
            account_id: Id(number),
            on_date: ago(600),
            kind: RevenueKind::Opening,
            amount: (number * 7_919 % 900 + 20) * 100_000,
            currency: Currency::EUR,
            note: None,
        })
        .into(),
    );
    changes.push(
        contract::Change::Added(Contract {
            id: Id(0),
            account_id: Id(number),
            starts_on: Some(ago(600)),
            ends_on: Some(today + Duration::days(number * 31 % 400)),
            notice_count: Some(3),
            notice_unit: Some(NoticeUnit::Months),
            auto_renews: Some(true),
            term_months: Some(12),
            renewal: Renewal::NotStarted,
            note: None,
        })
        .into(),
    );
    for (kind, amount) in [
        (MetricKind::SeatsActive, 40.0),
        (MetricKind::SeatsLicensed, 75.0),
        (MetricKind::TicketsMinor, 3.0),
    ] {
        for month in 0..4 {
            changes.push(
                metric::Change::Added(Metric {
                    id: Id(0),
                    account_id: Id(number),
                    kind,
                    on_date: ago(month * 30 + 5),
                    amount: amount + (number % 20) as f64,
                    note: None,
                })
                .into(),
            );
        }
    }
    for answer in 0..4 {
        changes.push(
            feedback::Change::Added(Answer {
                id: Id(0),
                account_id: Id(number),
                contact_id: Some(Id((number - 1) * PEOPLE + 1 + answer)),
                on_date: ago(answer * 50 + 3),
                scale: Scale::Nps,
                points: (number + answer * 3) % 11,
                why: Some("they answer the phone".to_owned()),
                driver: None,
            })
            .into(),
        );
    }
    changes.push(pulse(number, ago(number % 40), 1 + number % 10));
    changes.push(
        cycle::Change::Added(Plan {
            id: Id(-number),
            account_id: Id(number),
            starts_on: ago(30),
            ended_on: None,
        })
        .into(),
    );
    for place in 0..6 {
        let due = today + Duration::days(place * 9 - 12);
        let mut step = Step::titled(&format!("Step {place}"), Some(due), ago(30));
        step.account_id = Some(Id(number));
        step.plan_id = Some(Id(-number));
        changes.push(step::Change::Added(step).into());
    }
    changes
}
