use super::*;
use crate::domain::account::Account;
use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::feedback::invitation::Invitation;
use crate::domain::money::Currency;
use crate::domain::word::WordSet;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn ago(days: i64) -> NaiveDate {
    today() - chrono::Duration::days(days)
}

fn contact(id: i64, level: Option<Level>, verified: Option<i64>) -> Contact {
    let mut contact = Contact::named("A. Ruiz", Some(Id(1)), day("2021-01-01"));
    contact.id = Id(id);
    contact.level = level;
    contact.verified_on = verified.map(ago);
    contact
}

fn answer(id: i64, contact: Option<i64>, days: i64, points: i64) -> Answer {
    Answer {
        id: Id(id),
        account_id: Id(1),
        contact_id: contact.map(Id),
        on_date: ago(days),
        scale: Scale::Nps,
        points,
        why: None,
        driver: None,
    }
}

fn records(contacts: Vec<Contact>) -> Records {
    let mut records = Records::bare(Account::named("Contoso", day("2021-01-01")));
    records.contacts = contacts;
    records
}

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::EUR }
}

fn built(records: &Records) -> Map {
    map(records, Some(euros(940_000)), &Rules::default(), today())
}

use Level::{DecisionMaker, Influencer, User};

#[test]
fn seats_wanted_follow_arr_else_the_tier() {
    for (units, wanted) in [
        (0, 1),
        (99_999, 1),
        (100_000, 2),
        (499_999, 2),
        (500_000, 3),
        (1_999_999, 3),
        (2_000_000, 4),
        (5_000_000, 5),
    ] {
        assert_eq!(
            Rules::default().target(Some(euros(units)), Some(Tier::Strategic)),
            wanted,
            "{units}"
        );
    }
    assert_eq!(Rules::default().target(None, Some(Tier::Strategic)), 3);
    assert_eq!(Rules::default().target(None, Some(Tier::Growth)), 2);
    assert_eq!(Rules::default().target(None, None), 1);
}

#[test]
fn coverage_by_hand() {
    // Targets of three. Decision makers 1 + 0.5 → 0.5; influencers 0.75 → 0.25;
    // users 4 × 1 capped at 3 → 1. In all 0.45 × 0.5 + 0.35 × 0.25 + 0.20 × 1 = 0.5125.
    let mut contacts = vec![
        contact(1, Some(DecisionMaker), Some(0)),
        contact(2, Some(DecisionMaker), Some(274)),
        contact(3, Some(Influencer), Some(137)),
        contact(8, None, Some(0)),
    ];
    contacts.extend((4..8).map(|id| contact(id, Some(User), Some(0))));
    let found = built(&records(contacts));
    let rows: Vec<_> = found.rows.iter().map(|row| row.coverage.expect("known")).collect();
    for (row, wanted) in rows.iter().zip([0.5, 0.25, 1.0]) {
        assert!((row - wanted).abs() < 1e-12, "{rows:?}");
    }
    assert!((found.coverage.expect("known") - 0.5125).abs() < 1e-12);
    assert_eq!((found.filled, found.wanted), (2 + 1 + 3, 9));
    assert_eq!(found.not_placed.len(), 1);
    assert!(!found.single_threaded);
}

#[test]
fn coverage_is_unknown_until_a_placed_contact_was_ever_verified() {
    let bare = built(&records(vec![contact(1, Some(User), None), contact(2, None, Some(0))]));
    assert_eq!((bare.coverage, bare.rows[2].coverage), (None, None));
    let rotten = built(&records(vec![contact(1, Some(User), Some(900))]));
    assert_eq!(rotten.coverage, Some(0.0));
    assert_eq!(built(&records(vec![])).coverage, None);
}

#[test]
fn talks_and_answers_verify() {
    let mut facts = records(vec![contact(1, Some(User), None), contact(2, Some(User), Some(400))]);
    facts.last_two_way_with = vec![(Id(1), ago(12))];
    facts.answers = vec![answer(1, Some(2), 30, 9)];
    let found = built(&facts);
    let seats: Vec<_> =
        found.rows[2].seats.iter().map(|seat| (seat.contact.0, seat.verified_on)).collect();
    assert_eq!(seats, [(1, Some(ago(12))), (2, Some(ago(30)))]);
}

#[test]
fn who_left_counts_nothing_and_is_shown_for_91_days() {
    let left = |id, days| {
        let mut contact = contact(id, Some(DecisionMaker), Some(1));
        contact.left_on = Some(ago(days));
        contact
    };
    let mut facts = records(vec![
        left(1, 0),
        left(2, 91),
        left(3, 92),
        left(4, -1),
        contact(5, Some(DecisionMaker), Some(0)),
    ]);
    facts.answers = vec![answer(1, Some(1), 5, 0), answer(2, Some(5), 5, 9)];
    let found = built(&facts);
    let order: Vec<_> = found.rows[0].seats.iter().map(|seat| seat.contact.0).collect();
    assert_eq!(order, [5, 4, 1, 2]);
    assert_eq!(found.rows[0].seats[2].freshness, 0.0);
    assert_eq!(found.rows[0].seats[2].nps, None);
    assert_eq!(found.nps, Some(100), "the answer of who left stops counting");
    assert_eq!(found.filled, 2);
}

#[test]
fn champion_then_buyer_then_the_freshest() {
    let mut champion = contact(3, Some(User), Some(300));
    champion.roles = WordSet::of(&[Role::Champion]);
    let mut buyer = contact(4, Some(User), Some(400));
    buyer.roles = WordSet::of(&[Role::EconomicBuyer]);
    let facts = records(vec![
        contact(1, Some(User), Some(90)),
        contact(2, Some(User), Some(9)),
        buyer,
        champion,
    ]);
    let order: Vec<_> = built(&facts).rows[2].seats.iter().map(|seat| seat.contact.0).collect();
    assert_eq!(order, [3, 4, 2, 1]);
}

#[test]
fn single_threaded_is_one_known_person_or_one_level() {
    let single = |contacts| built(&records(contacts)).single_threaded;
    assert!(!single(vec![]), "nobody is no thread at all");
    assert!(single(vec![contact(1, Some(User), Some(0))]));
    // 365 of 548 days: freshness 0.334; 366 days: 0.332.
    let two =
        |days| vec![contact(1, Some(User), Some(0)), contact(2, Some(DecisionMaker), Some(days))];
    assert!(!single(two(365)));
    assert!(single(two(366)));
    assert!(single(vec![contact(1, Some(User), Some(0)), contact(2, Some(User), Some(0))]));
    assert!(!single(vec![contact(1, None, Some(0)), contact(2, None, Some(0))]));
}

#[test]
fn nps_takes_each_contacts_latest_answer_and_every_anonymous_one() {
    let mut facts = records((1..=5).map(|id| contact(id, Some(User), Some(0))).collect::<Vec<_>>());
    facts.answers = vec![
        answer(9, Some(1), 10, 9),
        answer(8, Some(1), 200, 0),
        answer(7, Some(2), 10, 7),
        answer(6, Some(3), 10, 6),
        answer(5, Some(4), 365, 3),
        answer(4, Some(5), 366, 10),
        answer(3, None, 20, 2),
        answer(2, None, 20, 2),
    ];
    facts.answers[2].scale = Scale::Nps;
    let mut csat = answer(1, Some(5), 3, 5);
    csat.scale = Scale::Csat;
    facts.answers.push(csat);
    let found = built(&facts);
    // 1 promoter, 1 passive, 4 detractors: 100 × (1 − 4) / 6 = −50.
    assert_eq!(found.nps, Some(-50));
    assert_eq!(found.answers, [1, 1, 4, 0]);
    facts.answers.clear();
    assert_eq!(built(&facts).nps, None, "silence is never 0");
    assert_eq!(nps([2, 0, 1]), Some(33));
    assert_eq!(nps([1, 6, 0]), Some(14));
    assert_eq!(nps([1, 199, 0]), Some(1), "0.5 rounds away from zero");
    assert_eq!(nps([0, 199, 1]), Some(-1));
}

#[test]
fn silent_is_asked_within_182_days_and_not_answered_since() {
    let mut facts = records((1..=4).map(|id| contact(id, Some(User), None)).collect::<Vec<_>>());
    let asked =
        |contact, days| Invitation { id: Id(contact), contact_id: Id(contact), on_date: ago(days) };
    facts.invitations = vec![asked(1, 182), asked(2, 183), asked(3, 20), asked(4, 20)];
    facts.answers = vec![answer(1, Some(3), 20, 9), answer(2, Some(4), 21, 9)];
    let found = built(&facts);
    let mut silent: Vec<_> =
        found.rows[2].seats.iter().filter(|seat| seat.silent).map(|seat| seat.contact.0).collect();
    silent.sort_unstable();
    assert_eq!(silent, [1, 4]);
    assert_eq!(found.answers, [2, 0, 0, 2]);
}

#[test]
fn coverage_rots_with_the_record() {
    // Targets of one: a decision maker alone, verified so many days ago, makes 0.45 × freshness.
    for (days, coverage) in [(0, 0.45), (274, 0.225), (548, 0.0), (900, 0.0)] {
        let facts = records(vec![contact(1, Some(DecisionMaker), Some(days))]);
        let found = map(&facts, Some(euros(99_999)), &Rules::default(), today());
        let whole = found.coverage.expect("once verified");
        assert!((whole - coverage).abs() < 1e-12, "{days}: {whole}");
        assert_eq!(found.rows[0].coverage, Some(coverage / 0.45), "{days}");
    }
}
