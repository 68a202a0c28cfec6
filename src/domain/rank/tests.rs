//! Groups, order and book lines, worked by hand.

use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::score::Band;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::standing::NextStep;

/// An account with a healthy score and these signals.
fn standing(id: i64, euros: Option<i64>, codes: &[&str]) -> Standing {
    let mut account = Account::named(&format!("A{id:02}"), ago(100));
    account.id = Id(id);
    let mut standing =
        assess(&Records::bare(account), &Around::default(), &Rules::default(), today());
    standing.score.band = Some(Band::Healthy);
    standing.arr = euros.map(|n| Money { minor: n * 100, currency: Currency::EUR });
    standing.arr_recorded = standing.arr;
    standing.signals = codes.iter().map(|code| signal(code)).collect();
    standing
}

fn signal(code: &str) -> Signal {
    let rule = crate::domain::signal::table::rule(code).expect("a code of the table");
    Signal {
        code: rule.code,
        severity: rule.severity,
        text: rule.title.to_owned(),
        short: rule.short,
        since: None,
        about: None,
        gap: false,
        in_hand: None,
        silenced: false,
        swallowed: Vec::new(),
    }
}

fn order(ranking: &Ranking) -> Vec<(i64, Group)> {
    ranking.rows.iter().map(|row| (row.account.0, row.group)).collect()
}

fn ranked(standings: &[Standing]) -> Ranking {
    rank(standings, &Rules::default(), today())
}

fn row(ranking: &Ranking, id: i64) -> &Ranked {
    ranking.rows.iter().find(|row| row.account == Id(id)).expect("a row")
}

#[test]
fn five_groups_then_prospects_then_the_past() {
    let mut book: Vec<Standing> = (1..=8).map(|id| standing(id, None, &[])).collect();
    book[0].archived = true;
    book[0].in_book = false;
    book[1].status = Status::Prospect;
    book[1].in_book = false;
    // 3 is fine.
    book[3].signals = vec![signal("cadence-late")];
    book[3].signals[0].in_hand = Some((Id(5), Some(ahead(2))));
    book[4].score.band = None;
    book[5].signals = vec![signal("cadence-late")];
    book[5].score.band = None;
    book[6].signals = vec![signal("upset")];
    book[7].status = Status::Lost;
    book[7].in_book = false;
    let ranking = ranked(&book);
    let expected = [
        (7, Group::Now),
        (6, Group::Soon),
        (5, Group::TooLittleKnown),
        (4, Group::InHand),
        (3, Group::Fine),
        (2, Group::Prospects),
        (1, Group::Past),
        (8, Group::Past),
    ];
    assert_eq!(order(&ranking), expected);
    assert_eq!(row(&ranking, 7).why, "upset");
    assert_eq!(row(&ranking, 5).why, "ARR");
    assert_eq!(ranking.now_total, 1);
}

#[test]
fn the_weight_is_strongest_and_rest_times_arr() {
    let book = [
        standing(1, Some(100), &["upset", "promise-late", "cadence-late", "birthday"]),
        standing(2, Some(200), &["cadence-late"]),
        standing(3, Some(300), &[]),
        standing(4, None, &["upset"]),
    ];
    let ranking = ranked(&book);
    let first = row(&ranking, 1);
    // 5 + 0.25 × (5 + 2 + 0.5), with the smallest of three known figures.
    assert_eq!((first.strongest, first.rest, first.arr_percentile), (5.0, 1.875, 0.0));
    assert_eq!(first.weight, 6.875);
    let second = row(&ranking, 2);
    assert_eq!((second.weight, second.arr_percentile), (4.0, 0.5));
    assert_eq!(row(&ranking, 3).arr_percentile, 1.0);
    let unknown = row(&ranking, 4);
    assert_eq!((unknown.weight, unknown.arr_percentile), (10.0, 0.5));
    assert_eq!(order(&ranking)[..2], [(4, Group::Now), (1, Group::Now)]);
}

#[test]
fn the_rest_adds_at_most_four() {
    let five = ["upset", "promise-late", "champion-left", "renewal-late", "disengaging"];
    let book = [standing(1, None, &five)];
    assert_eq!(row(&ranked(&book), 1).rest, 4.0);
}

#[test]
fn equal_arr_shares_its_percentile() {
    let book: Vec<Standing> =
        [10, 20, 20, 30, 40].iter().zip(1..).map(|(n, id)| standing(id, Some(*n), &[])).collect();
    let ranking = ranked(&book);
    let at: Vec<f64> = (1..=5).map(|id| row(&ranking, id).arr_percentile).collect();
    assert_eq!(at, [0.0, 0.375, 0.375, 0.75, 1.0]);
}

#[test]
fn gaps_silenced_ones_and_what_is_in_hand_weigh_nothing() {
    let mut book = [standing(1, None, &["upset", "cadence-late", "no-plan"])];
    book[0].signals[0].in_hand = Some((Id(5), None));
    book[0].signals[1].silenced = true;
    book[0].signals[2].gap = true;
    let ranking = ranked(&book);
    assert_eq!((row(&ranking, 1).weight, row(&ranking, 1).group), (0.0, Group::InHand));
    book[0].signals[0].silenced = true;
    assert_eq!(row(&ranked(&book), 1).group, Group::Fine);
}

#[test]
fn five_stay_in_now_and_the_lightest_others_lead_soon() {
    let mut book: Vec<Standing> =
        (1..=7).map(|id| standing(id, Some(1000 - id), &["upset"])).collect();
    book.push(standing(8, Some(1), &["promise-late"]));
    book.push(standing(9, Some(2000), &["cadence-late", "level-gap"]));
    let ranking = ranked(&book);
    assert_eq!(ranking.now_total, 8);
    let ids: Vec<i64> = ranking.rows.iter().map(|row| row.account.0).collect();
    assert_eq!(ids, [1, 2, 3, 4, 8, 5, 6, 7, 9], "a late promise keeps its place");
    let pushed: Vec<i64> =
        ranking.rows.iter().filter(|row| row.pushed).map(|row| row.account.0).collect();
    assert_eq!(pushed, [5, 6, 7]);
    assert_eq!(row(&ranking, 5).group, Group::Soon);
    assert_eq!(row(&ranking, 5).why, "upset");
}

#[test]
fn what_cannot_be_pushed_out_may_fill_now_over_its_brim() {
    let mut book: Vec<Standing> =
        (1..=6).map(|id| standing(id, Some(id), &["promise-late"])).collect();
    book.push(standing(7, Some(100), &["upset"]));
    let ranking = ranked(&book);
    assert_eq!(order(&ranking)[6], (7, Group::Soon));
    assert_eq!(ranking.rows.iter().filter(|row| row.group == Group::Now).count(), 6);
}

#[test]
fn a_code_on_over_a_quarter_and_more_than_eight_is_one_line() {
    let with = |n: i64, of: i64| -> Vec<Standing> {
        let code = |id| if id <= n { ["cadence-late"].as_slice() } else { &[] };
        (1..=of).map(|id| standing(id, None, code(id))).collect()
    };
    assert!(ranked(&with(8, 8)).lines.is_empty());
    assert!(ranked(&with(9, 36)).lines.is_empty(), "a quarter, not over it");
    let ranking = ranked(&with(9, 35));
    let [line] = ranking.lines.as_slice() else { panic!("one line: {:?}", ranking.lines) };
    assert_eq!((line.code, line.accounts), ("cadence-late", 9));
    assert_eq!(line.text, "9 of 35 accounts: talk overdue");
    assert!(ranking.rows.iter().all(|row| row.group == Group::Fine && row.weight == 0.0));
    let mut act: Vec<Standing> = (1..=9).map(|id| standing(id, None, &["upset"])).collect();
    act[0].signals.push(signal("birthday"));
    assert!(ranked(&act).lines.is_empty(), "act signals stay on their accounts");
}

#[test]
fn ties_go_by_arr_then_name_then_number() {
    let mut book = [
        standing(1, None, &[]),
        standing(2, Some(5), &[]),
        standing(3, Some(9), &[]),
        standing(4, Some(5), &[]),
    ];
    book[1].name = "Z".to_owned();
    book[3].name = "B".to_owned();
    let ids: Vec<i64> = ranked(&book).rows.iter().map(|row| row.account.0).collect();
    assert_eq!(ids, [3, 4, 2, 1]);
}

#[test]
fn the_next_step_is_shown_by_weekday_within_a_week() {
    let mut book = [standing(1, None, &[])];
    for (days, why) in [(2, "Tue 24"), (6, "Sat 28"), (7, "29 Nov"), (48, "9 Jan")] {
        let title = "Call".to_owned();
        book[0].next_step = Some(NextStep { step: Id(1), due_on: ahead(days), title });
        assert_eq!(row(&ranked(&book), 1).why, why);
    }
}

#[test]
fn an_empty_book_has_an_empty_order() {
    assert_eq!(ranked(&[]), Ranking::default());
}

#[test]
fn without_its_strongest_signal_an_account_stands_lower() {
    let book = [
        standing(1, Some(100), &["upset", "cadence-late", "birthday"]),
        standing(2, Some(50), &["cadence-late"]),
    ];
    let rules = Rules::default();
    let ranking = ranked(&book);
    let one = row(&ranking, 1);
    // (5 + 0.25 × 2.5) × 3, then (2 + 0.25 × 0.5) × 3.
    assert_eq!((one.group, one.weight), (Group::Now, 16.875));
    assert_eq!(without(&book[0], one, &[], "upset", &rules), (Group::Soon, 6.375));
    assert_eq!(without(&book[0], one, &["cadence-late"], "upset", &rules), (Group::Fine, 1.5));
    let two = row(&ranking, 2);
    assert_eq!(without(&book[1], two, &[], "cadence-late", &rules), (Group::Fine, 0.0));
}
