//! A quarter reckoned by hand: Q1 2027, seen from 22 November 2026.

use super::super::five;
use super::super::view::tests::Case;
use super::*;
use crate::domain::account::Status;
use crate::domain::account::contract::{NoticeUnit, Renewal};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::revenue::RevenueKind;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::signal::trial::{ago, today};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn first() -> Quarter {
    Quarter::of(day("2027-01-01"))
}

/// An account with ARR in whole euros, its contract ending on a day.
fn account(id: i64, name: &str, ends: &str, euros: i64) -> Case {
    let mut case = Case::ending(day(ends));
    case.records.account.id = Id(id);
    case.records.account.name = name.to_owned();
    case.contract().account_id = Id(id);
    case.contract().id = Id(id * 10);
    if euros != 0 {
        case.revenue(900, RevenueKind::Opening, euros);
    }
    case
}

struct Book {
    tally: Tally,
    contracts: Vec<Contract>,
    rules: Rules,
    scores: Vec<(Id, f64)>,
    quarter: Quarter,
}

impl Book {
    fn new(quarter: Quarter) -> Self {
        let tally = Tally::over(quarter, today(), Vec::new());
        let rules = Rules::default();
        Self { tally, contracts: Vec::new(), rules, scores: Vec::new(), quarter }
    }

    fn finish(mut self, cases: &[Case], target: Option<i64>) -> Outlook {
        let contracts = cases.iter().filter_map(|case| case.records.contract.clone());
        self.contracts.extend(contracts);
        self.tally = Tally::over(self.quarter, today(), self.contracts);
        for case in cases {
            let records = &case.records;
            let mut standing = assess(records, &Around::default(), &self.rules, today());
            let score = self.scores.iter().find(|(id, _)| *id == records.account.id);
            standing.score.value = score.map(|(_, score)| *score);
            self.tally.add(records, &standing, &self.rules);
        }
        let euros = |minor: i64| Money { minor: minor * 100, currency: Currency::EUR };
        self.tally.finish(target.map(euros), &self.rules)
    }
}

fn told(sum: Sum) -> (usize, i64, usize) {
    (sum.count, sum.amount / 100, sum.without_amount)
}

#[test]
fn the_sums_are_those_of_the_hand() {
    let mut sure = account(1, "Sure", "2027-01-31", 100_000);
    sure.said(3, day("2027-01-31"), Outcome::Full, 90);
    let mut shrinking = account(2, "Shrinking", "2027-02-28", 200_000);
    shrinking.said(3, day("2027-02-28"), Outcome::Shrink, 55);
    shrinking.records.forecasts[0].new_amount = Some(15_000_000);
    shrinking.records.forecasts[0].currency = Some(Currency::EUR);
    let mut leaving = account(3, "Leaving", "2027-03-31", 300_000);
    leaving.said(3, day("2027-03-31"), Outcome::Lost, 80);
    let silent = account(4, "Silent", "2027-03-31", 400_000);
    let mut signed = account(5, "Signed", "2027-03-01", 500_000);
    signed.contract().renewal = Renewal::Signed;
    let mut weak = account(6, "Weak", "2027-03-30", 50_000);
    weak.said(200, day("2027-03-30"), Outcome::Full, 20);
    weak.said(9, day("2027-03-30"), Outcome::Full, 70);
    let unknown = account(7, "Unknown", "2027-03-31", 0);
    let early = account(8, "Early", "2026-12-31", 999_000);
    let late = account(9, "Late", "2027-04-01", 999_000);
    let mut prospect = account(10, "Prospect", "2027-03-31", 999_000);
    prospect.records.account.status = Status::Prospect;
    let mut notified = account(11, "Notified", "2027-03-31", 60_000);
    notified.records.account.status = Status::Notified;
    let cases =
        [sure, shrinking, leaving, silent, signed, weak, unknown, early, late, prospect, notified];
    let mut book = Book::new(first());
    book.scores = vec![(Id(6), 5.999), (Id(1), 6.0), (Id(5), 2.0)];
    let found = book.finish(&cases, Some(1_000_000));

    assert_eq!(told(found.due), (8, 1_610_000, 1));
    assert_eq!(told(found.signed), (1, 500_000, 0));
    assert_eq!(told(found.commit), (1, 100_000, 0), "90 % is enough; what is signed is no commit");
    // 100 × 0.9 + 150 × 0.55 + 300 × 0.2 + 500 + 50 × 0.7 = 90 + 82.5 + 60 + 500 + 35
    assert_eq!(told(found.expected), (5, 767_500, 0));
    assert_eq!(told(found.at_risk), (2, 350_000, 0), "20 % that it renews; a score of 5.9");
    assert_eq!(told(found.no_forecast), (2, 400_000, 1));
    assert_eq!(told(found.lost), (1, 60_000, 0));
    let target = found.target.expect("set");
    assert_eq!(target.gap, Some(23_250_000));
    let order: Vec<&str> = found.renewals.iter().map(|one| one.name.as_str()).collect();
    let wanted =
        ["Sure", "Shrinking", "Weak", "Silent", "Leaving", "Unknown", "Notified", "Signed"];
    assert_eq!(order, wanted, "by act-by date, then ARR; the lost and the signed behind");
    let five = five::lines(&found, &Rules::default());
    assert_eq!(
        five,
        [
            "Q1 2027 as of 22 Nov: renewals due 8 (€1.61M, 1 of unknown ARR), signed 1 (€500k), lost 1 (€60k)",
            "Commit (90 % or surer) 1 (€100k); expected €768k from 5",
            "At risk 2 (€350k): Weak (€50k, full 70 %, score 5.9), Leaving (€300k, lost 80 %)",
            "No forecast yet 2 (€400k, 1 of unknown ARR): Silent, Unknown",
            "Expansion: none to close; target €1.00M, gap €233k",
        ]
    );
}

#[test]
fn an_empty_quarter_has_nothing_and_no_gap() {
    let found = Book::new(first()).finish(&[], None);
    assert_eq!((found.due, found.expected, found.hit), (Sum::default(), Sum::default(), None));
    assert_eq!(found.target, None);
    let five = five::lines(&found, &Rules::default());
    assert_eq!(five[0], "Q1 2027 as of 22 Nov: renewals due none, signed none");
    assert_eq!(five[1], "Commit (90 % or surer) none; expected –");
    assert_eq!(five[4], "Expansion: none to close; no target set");
}

#[test]
fn a_renewed_contract_is_signed_for_what_the_next_term_is_worth() {
    let quarter = Quarter::of(today());
    let mut shrunk = account(1, "Shrunk", "2027-10-31", 100_000);
    let old = Contract {
        id: Id(2),
        ends_on: Some(day("2026-10-31")),
        renewal: Renewal::NotStarted,
        ..shrunk.contract().clone()
    };
    let earlier = Contract { id: Id(1), ends_on: Some(day("2026-10-02")), ..old.clone() };
    // 21 days ago: the day after the end.
    shrunk.revenue(21, RevenueKind::Contraction, -30_000);
    let mut book = Book::new(quarter);
    book.contracts = vec![earlier, old];
    let found = book.finish(&[shrunk], None);
    assert_eq!(told(found.due), (1, 100_000, 0), "one renewal an account, the last of the quarter");
    assert_eq!((told(found.signed), told(found.expected)), ((1, 70_000, 0), (1, 70_000, 0)));
    assert_eq!(found.renewals[0].contract, Id(2), "another one follows it");
}

#[test]
fn who_leaves_in_the_quarter_was_due_in_it_and_who_left_before_was_not() {
    let quarter = Quarter::of(today());
    let lost = |id, on: u64| {
        let mut case = account(id, "Gone", "2026-12-31", 80_000);
        case.revenue(on, RevenueKind::Churn, -80_000);
        case.records.account.status = Status::Lost;
        case.records.account.lost_on = Some(ago(on));
        case
    };
    // 22 November less 53 days is 30 September.
    let found = Book::new(quarter).finish(&[lost(1, 52), lost(2, 53)], None);
    assert_eq!((told(found.due), told(found.lost)), ((1, 80_000, 0), (1, 80_000, 0)));
    assert_eq!(found.renewals[0].account, Id(1));
    assert_eq!(found.gone.len(), 2, "a loss is told whatever the quarter");
}

#[test]
fn what_has_no_rate_is_left_out_and_named() {
    let dollar = Currency::from_code("USD").expect("a code");
    let mut foreign = account(1, "Foreign", "2027-01-31", 100_000);
    foreign.records.revenue[0].currency = dollar;
    foreign.said(3, day("2027-01-31"), Outcome::Full, 95);
    let mut mixed = account(2, "Mixed", "2027-01-31", 100_000);
    mixed.said(3, day("2027-01-31"), Outcome::Shrink, 40);
    mixed.records.forecasts[0].new_amount = Some(5_000_000);
    mixed.records.forecasts[0].currency = Some(dollar);
    let cases = [foreign, mixed];
    let found = Book::new(first()).finish(&cases, None);
    assert_eq!((told(found.due), told(found.commit)), ((2, 100_000, 1), (1, 0, 1)));
    assert_eq!(told(found.expected), (2, 0, 2));
    let left_out: Vec<(i64, &str, String)> =
        found.left_out().map(|(id, name, codes)| (id.0, name, codes)).collect();
    let usd = "USD".to_owned();
    assert_eq!(left_out, [(2, "Mixed", usd.clone()), (1, "Foreign", usd)]);
    let mut book = Book::new(first());
    book.rules.exchange.rates = vec![(dollar, 0.5)];
    let found = book.finish(&cases, None);
    // 50 × 0.95 + 25 × 0.4
    assert_eq!((told(found.due), told(found.expected)), ((2, 150_000, 0), (2, 57_500, 0)));
}

#[test]
fn expansion_is_told_by_stage_and_never_weighed() {
    use OpportunityStage::{Idea, Lost, Proposed, Validated, Won};
    let mut case = account(1, "Contoso", "2028-01-31", 100_000);
    let mut put = |stage, close: Option<&str>, closed: Option<&str>, euros: Option<i64>| {
        let id = Id(i64::try_from(case.records.opportunities.len()).expect("few") + 1);
        let one = Opportunity {
            id,
            stage,
            close_on: close.map(day),
            closed_on: closed.map(day),
            amount: euros.map(|euros| euros * 100),
            ..Opportunity::titled("More", Some(Id(1)), ago(30))
        };
        case.records.opportunities.push(one);
    };
    put(Won, Some("2027-06-01"), Some("2027-01-02"), Some(40_000));
    put(Won, Some("2027-01-02"), Some("2026-12-31"), Some(1));
    put(Proposed, Some("2027-03-31"), None, Some(20_000));
    put(Proposed, Some("2027-03-31"), None, None);
    put(Validated, Some("2027-04-01"), None, Some(1));
    put(Idea, None, None, Some(1));
    put(Idea, Some("2027-02-01"), None, None);
    put(Lost, Some("2027-02-01"), Some("2027-02-01"), Some(1));
    let found = Book::new(first()).finish(&[case], Some(50_000));
    let stages: Vec<(OpportunityStage, usize, i64, usize)> = found
        .expansion
        .iter()
        .map(|one| (one.stage, one.count, one.amount / 100, one.without_amount))
        .collect();
    let wanted =
        [(Won, 1, 40_000, 0), (Proposed, 2, 20_000, 1), (Validated, 0, 0, 0), (Idea, 1, 0, 1)];
    assert_eq!((stages.as_slice(), found.undated), (wanted.as_slice(), 1));
    assert_eq!(found.target.and_then(|target| target.gap), Some(1_000_000), "only what is won");
    let five = five::lines(&found, &Rules::default());
    assert_eq!(
        five[4],
        "Expansion: won €40k (1), proposed €20k (2), idea 1 (no value yet); target €50k, gap €10k"
    );
}

#[test]
fn notice_moves_the_act_by_date_and_the_order() {
    let mut long = account(1, "Long", "2027-03-31", 1_000);
    long.contract().notice_count = Some(3);
    long.contract().notice_unit = Some(NoticeUnit::Months);
    let short = account(2, "Short", "2027-01-15", 1_000);
    let found = Book::new(first()).finish(&[short, long], None);
    let days: Vec<(i64, NaiveDate)> =
        found.renewals.iter().map(|one| (one.account.0, one.act_by)).collect();
    assert_eq!(days, [(1, day("2026-12-31")), (2, day("2027-01-15"))]);
}

proptest! {
    /// Signed, lost, committed, in between and unsaid: every renewal is one of them.
    #[test]
    fn nothing_that_is_due_falls_between_the_lines(
        given in proptest::collection::vec((0_i64..5, 0_usize..4, -10_i64..120, 0_i64..9_000), 0..9),
    ) {
        let mut cases = Vec::new();
        for (id, (renewal, outcome, probability, euros)) in (1..).zip(&given) {
            let mut case = account(id, "A", "2027-02-15", *euros);
            case.contract().renewal = Renewal::ALL[usize::try_from(*renewal).expect("small")];
            if let Some(outcome) = Outcome::ALL.get(*outcome) {
                case.said(3, day("2027-02-15"), *outcome, *probability);
            }
            cases.push(case);
        }
        let found = Book::new(first()).finish(&cases, None);
        let between = found.renewals.iter().filter(|one| {
            one.state == State::Open && one.counted == Counted::Between
        });
        let parts = found.signed.count + found.lost.count + found.commit.count
            + found.no_forecast.count + between.count();
        prop_assert_eq!(parts, given.len());
        prop_assert_eq!(found.due.count, given.len());
        let most: i64 = found.renewals.iter().filter_map(|one| one.then).sum();
        prop_assert!((0..=most).contains(&found.expected.amount));
    }
}
