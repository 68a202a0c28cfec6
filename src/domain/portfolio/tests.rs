//! A book of seven accounts, counted by hand.

mod pages;
mod runway;

use super::time::Balance;
use super::*;
use crate::domain::account::{Account, Status, Tier};
use crate::domain::assess::assess;
use crate::domain::contact::Contact;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::quadrant::Quadrant;
use crate::domain::records::TalkFact;
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::score::Band;
use crate::domain::signal::trial::{ago, today};
use crate::domain::talk::TalkKind;

/// An account worth so many whole units a year.
fn account(id: i64, arr: Option<(i64, &str)>) -> Records {
    let mut account = Account::named(&format!("A{id}"), ago(900));
    account.id = Id(id);
    let mut records = Records::bare(account);
    records.revenue.extend(arr.map(|(units, code)| Revenue {
        id: Id(id),
        account_id: Id(id),
        on_date: ago(800),
        kind: RevenueKind::Opening,
        amount: units * 100,
        currency: Currency::from_code(code).expect("a code"),
        note: None,
    }));
    records
}

/// Somebody there gave so many points so many days ago.
fn answer(records: &mut Records, days: u64, points: i64) {
    let account = records.account.id;
    let mut contact = Contact::named("K. Ott", Some(account), ago(700));
    contact.id = Id(account.0 * 10);
    records.answers.push(Answer {
        id: Id(account.0 * 100),
        account_id: account,
        contact_id: Some(contact.id),
        on_date: ago(days),
        scale: Scale::Nps,
        points,
        why: None,
        driver: None,
    });
    records.contacts.push(contact);
}

fn talks(records: &mut Records, days: &[u64]) {
    records.talks = days.iter().map(|days| TalkFact::on(ago(*days), TalkKind::Call)).collect();
}

fn book() -> Vec<Records> {
    let mut one = account(1, Some((500, "EUR")));
    answer(&mut one, 20, 9);
    one.account.tier = Some(Tier::Strategic);
    let mut two = account(2, Some((300, "EUR")));
    answer(&mut two, 182, 9);
    // The day before the first that counts, and the first.
    talks(&mut two, &[0, 90, 91]);
    let mut three = account(3, Some((150, "EUR")));
    answer(&mut three, 183, 9);
    talks(&mut three, &[1, 2, 3]);
    let mut four = account(4, Some((50, "EUR")));
    answer(&mut four, 5, 2);
    talks(&mut four, &[10]);
    let five = account(5, None);
    let six = account(6, Some((700, "SEK")));
    let mut seven = account(7, Some((9_000, "EUR")));
    seven.account.status = Status::Prospect;
    vec![one, two, three, four, five, six, seven]
}

/// The picture of these, the score and the band of the first ones set by hand.
fn seen(book: &[Records], scores: &[f64], visits: &[(Id, i64)]) -> Portfolio {
    let rules = Rules::default();
    let mut standings: Vec<Standing> =
        book.iter().map(|one| assess(one, &Around::default(), &rules, today())).collect();
    for (one, score) in standings.iter_mut().zip(scores) {
        one.score.value = Some(*score);
        one.score.band = Some(if *score < 6.0 { Band::Risk } else { Band::Healthy });
    }
    let around = Around::of(&standings, &rules);
    let mut tally = Tally::on(today());
    for (records, standing) in book.iter().zip(&standings) {
        tally.add(records, standing, &rules);
    }
    tally.finish(&standings, &around, &rules, visits)
}

#[test]
fn revenue_is_safe_at_risk_or_unknown() {
    let seen = seen(&book(), &[9.0, 5.9, 9.0, 9.0], &[]);
    let found: Vec<(RevenueState, usize, i64, Option<f64>)> =
        seen.secured.iter().map(|one| (one.state, one.accounts, one.arr, one.share)).collect();
    let expected = [
        (RevenueState::Safe, 1, 50_000, Some(0.5)),
        // One by its score, one by its NPS.
        (RevenueState::AtRisk, 2, 35_000, Some(0.35)),
        (RevenueState::Unknown, 3, 15_000, Some(0.15)),
    ];
    assert_eq!(found, expected);
    assert_eq!((seen.accounts, seen.arr, seen.few), (6, 100_000, true), "no prospect");
    let coverage = seen.coverage;
    assert_eq!((coverage.heard, coverage.arr, coverage.unknown), (85_000, 100_000, 2));
    assert_eq!((coverage.share, coverage.aim), (Some(0.85), 0.8));
}

#[test]
fn the_ladder_adds_up_to_the_book() {
    use Quadrant::{Magic, NoAnswer, Nurture, Question};
    let seen = seen(&book(), &[], &[]);
    let found: Vec<(i64, Option<f64>, Option<f64>, bool)> =
        seen.ladder.iter().map(|one| (one.account.0, one.share, one.running, one.key)).collect();
    let expected = [
        (1, Some(0.5), Some(0.5), true),
        (2, Some(0.3), Some(0.8), true),
        (3, Some(0.15), Some(0.95), false),
        (4, Some(0.05), Some(1.0), false),
        (5, None, None, false),
        (6, None, None, false),
    ];
    assert_eq!(found, expected);
    let places: Vec<Quadrant> = seen.ladder.iter().map(|one| one.quadrant).collect();
    assert_eq!(places, [Magic, Magic, Nurture, Question, NoAnswer, NoAnswer]);
    assert_eq!(seen.rung(Id(3)).map(|one| one.nps), Some(Some(100)));
    assert_eq!(seen.rung(Id(7)), None);
}

#[test]
fn equal_arr_goes_by_name_and_nothing_under_nothing_is_added() {
    let mut book = vec![account(3, Some((10, "EUR"))), account(2, Some((10, "EUR")))];
    book[0].account.name = "A0".to_owned();
    book.push(account(1, Some((-40, "EUR"))));
    book.sort_by_key(|one| one.account.id);
    let seen = seen(&book, &[], &[]);
    let order: Vec<i64> = seen.ladder.iter().map(|one| one.account.0).collect();
    assert_eq!(order, [3, 2, 1]);
    let running: Vec<Option<f64>> = seen.ladder.iter().map(|one| one.running).collect();
    assert_eq!(running, [Some(0.5), Some(1.0), Some(1.0)]);
    assert_eq!(seen.arr, 2_000);
}

#[test]
fn a_currency_without_a_rate_is_named_and_in_no_sum() {
    let seen = seen(&book(), &[], &[]);
    let [out] = seen.left_out.as_slice() else { panic!("one: {:?}", seen.left_out) };
    assert_eq!((out.account, out.currencies.as_slice()), (Id(6), &["SEK".to_owned()][..]));
    assert_eq!(seen.rung(Id(6)).map(|one| one.arr), Some(None));
}

#[test]
fn an_empty_book_has_no_shares() {
    let seen = seen(&[], &[], &[]);
    assert!(seen.secured.iter().all(|one| one.share.is_none() && one.accounts == 0));
    assert_eq!((seen.coverage.share, seen.arr), (None, 0));
    assert_eq!((seen.time.hours, seen.time.tiers.len()), (0.0, 1));
    assert!(seen.runway.contracts.is_empty() && seen.runway.endless.is_empty());
}

#[test]
fn time_is_talks_and_reviews_against_what_is_paid() {
    // Six talks in the window: 2, 3, 1; two hours of reviews with the first.
    let seen = seen(&book(), &[9.0, 9.0, 9.0, 9.0], &[(Id(1), 3600), (Id(1), 3600), (Id(99), 60)]);
    let time = &seen.time;
    assert_eq!((time.from, time.days), (ago(90), 91));
    assert_eq!((time.talks, time.seconds, time.hours), (6, 7200, 8.0));
    let found: Vec<(i64, usize, i64, Option<f64>, Balance)> = time
        .accounts
        .iter()
        .map(|one| {
            let it = &one.attention;
            (it.account.0, it.talks, one.seconds, one.share, one.balance)
        })
        .collect();
    let expected = [
        // 50 % of the ARR, 25 % of the time: twice as much.
        (1, 0, 7200, Some(0.25), Balance::Little),
        // 30 % and 25 %.
        (2, 2, 0, Some(0.25), Balance::Even),
        // 15 % and 37.5 %.
        (3, 3, 0, Some(0.375), Balance::Much),
        // 5 % and 12.5 %, and its NPS is low.
        (4, 1, 0, Some(0.125), Balance::Earned),
        (5, 0, 0, Some(0.0), Balance::Unknown),
        (6, 0, 0, Some(0.0), Balance::Unknown),
    ];
    assert_eq!(found, expected);
    assert_eq!(time.accounts[0].says, "50 % of the ARR, 25 % of the time: too little time.");
    let band = |band| time.bands.iter().find(|one| one.band == band).expect("a band");
    let healthy = band(Some(Band::Healthy));
    assert_eq!((healthy.accounts, healthy.talks, healthy.seconds), (4, 6, 7200));
    assert_eq!((healthy.arr_share, healthy.share), (Some(1.0), Some(1.0)));
    assert_eq!(band(None).share, Some(0.0));
}

#[test]
fn who_is_at_risk_and_heard_no_talk_stands_out_as_soon_as_time_is_known() {
    let mut book = book();
    book[3].talks.clear();
    let of = |seen: &Portfolio, id| {
        let found = seen.time.accounts.iter().find(|one| one.attention.account == Id(id));
        found.expect("an account").balance
    };
    assert_eq!(of(&seen(&book, &[], &[]), 4), Balance::Alone);
    for one in &mut book {
        one.talks.clear();
    }
    let silent = seen(&book, &[], &[]);
    assert_eq!(of(&silent, 4), Balance::Unknown, "nothing is written down for anybody");
    assert!(silent.time.accounts.iter().all(|one| one.share.is_none()));
    let reviewed = seen(&book, &[], &[(Id(1), 60)]);
    assert_eq!(of(&reviewed, 4), Balance::Alone);
}

#[test]
fn shares_too_small_to_matter_are_in_proportion() {
    let mut book: Vec<Records> = (1..=50).map(|id| account(id, Some((100, "EUR")))).collect();
    talks(&mut book[0], &[1]);
    talks(&mut book[1], &[1, 2, 3]);
    for one in &mut book[2..] {
        talks(one, &[1, 2]);
    }
    let seen = seen(&book, &[], &[]);
    assert!(seen.time.accounts.iter().all(|one| one.balance == Balance::Even));
}

#[test]
fn tiers_ask_for_hours_and_get_some() {
    let seen = seen(&book(), &[], &[(Id(1), 13 * 3600)]);
    let found: Vec<(Option<Tier>, bool)> =
        seen.time.tiers.iter().map(|one| (one.tier, one.whole)).collect();
    assert_eq!(found, [(None, true), (Some(Tier::Strategic), false), (None, false)]);
    let [all, strategic, none] = seen.time.tiers.as_slice() else { panic!("three") };
    assert!((strategic.got - 1.0).abs() < 1e-12, "13 hours in 13 weeks");
    assert!((none.got - 6.0 / 13.0).abs() < 1e-12, "six talks");
    assert!((all.got - strategic.got - none.got).abs() < 1e-12);
    assert!((all.asked - seen.spread.hours_a_week).abs() < 1e-12);
}
