//! The page of a quarter: what stands on it, and what can be done on its lines.

use super::super::super::trial::{Trial, entry, told};
use super::*;
use crate::domain::account::contract::Renewal;
use crate::domain::assess::assess;
use crate::domain::forecast::outlook::Tally;
use crate::domain::forecast::quarter::Quarter;
use crate::domain::money::{Currency, Money};
use crate::domain::page::{Page, Proof};
use crate::domain::revenue::RevenueKind;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::signal::trial::{ago, ahead, today};

/// Contoso pays 900k until a day so many days ahead.
fn contoso(ends: chrono::NaiveDate, renewal: Renewal) -> Trial {
    let mut trial = Trial::new();
    trial.contract(ends, renewal);
    trial.revenue(ago(700), RevenueKind::Opening, 900_000);
    trial
}

fn says(trial: &mut Trial, days: u64, outcome: Outcome, probability: i64) {
    let ends_on = trial.records.contract.as_ref().and_then(|one| one.ends_on).expect("an end");
    let id = trial.id();
    trial.records.forecasts.push(Forecast {
        id,
        account_id: Id(1),
        on_date: ago(days),
        ends_on,
        outcome,
        probability,
        new_amount: None,
        currency: None,
        note: None,
    });
}

fn of(trial: &Trial, quarter: Quarter, target: Option<i64>) -> Page {
    let Trial { records, rules, around, .. } = trial;
    let contracts = records.contract.clone().into_iter().collect();
    let mut tally = Tally::over(quarter, today(), contracts);
    let mut standing = assess(records, around, rules, today());
    standing.score.value = None;
    tally.add(records, &standing, rules);
    let target = target.map(|units| Money { minor: units * 100, currency: Currency::EUR });
    page(&tally.finish(target, rules), rules)
}

fn first() -> Quarter {
    Quarter::of(ahead(60))
}

#[track_caller]
fn has(page: &Page, line: &str) {
    let all = told(page);
    assert!(all.iter().any(|one| one == line), "{line} of {all:#?}");
}

#[test]
fn what_nobody_said_anything_of_is_counted_apart_and_asks_for_it() {
    let page = of(&contoso(ahead(60), Renewal::InTalks), first(), None);
    has(&page, "# Q1 2027  1 Jan to 31 Mar · begins in 40 d");
    has(&page, "due | 1 | 900k | ████████████████████");
    has(&page, "expected | 0 | – | nobody said yet, 0 of 1");
    has(&page, "no forecast | 1 | 900k | ████████████████████ | counted apart");
    has(&page, "target | – | none set; Enter sets one");
    has(&page, "Contoso | 22 Nov 0 d | ends 21 Jan | 900k | no forecast | – | in talks");
    let renewal = entry(&page, "renewal 1");
    assert_eq!(renewal.link, Some(Link::new(Kind::Forecast)));
    assert_eq!(renewal.whom, Some(Whom::account(Id(1))));
    let behind = &entry(&page, "no forecast").ground.proofs;
    assert_eq!(behind.as_slice(), [Proof::account(Id(1), "Contoso: €900k")]);
    assert_eq!(entry(&page, "expected").ground.title, "expected –");
    assert!(entry(&page, "commit").ground.proofs.is_empty());
    assert_eq!(page.figure, "Q1 2027");
}

#[test]
fn what_was_said_stands_beside_the_line_and_in_the_sums() {
    let mut trial = contoso(ahead(60), Renewal::InTalks);
    says(&mut trial, 3, Outcome::Lost, 80);
    let page = of(&trial, first(), Some(1_000_000));
    has(&page, "expected | 1 | 180k | ████ | 20 % of due, from 1 of 1");
    has(&page, "target | 1.00M | gap 820k");
    has(
        &page,
        "Contoso | 22 Nov 0 d | ends 21 Jan | 900k | lost 80 % | – | at risk · 20 % that it renews · in talks",
    );
    assert_eq!(entry(&page, "renewal 1").link, Some(Link::new(Kind::Forecast)), "a new one");
    assert_eq!(page.figure, "Q1 2027 · €180k expected");
    let ground = &entry(&page, "renewal 1").ground;
    assert!(ground.says.contains(&"€900k × 20 % that it renews.".to_owned()), "{ground:?}");
    says(&mut trial, 0, Outcome::Full, 95);
    let said = trial.records.forecasts.last().expect("one").id;
    let page = of(&trial, first(), Some(500_000));
    assert_eq!(entry(&page, "renewal 1").link, Some(Link::to(Kind::Forecast, said)));
    has(&page, "commit | 1 | 900k | ████████████████████ | 90 % or surer");
    has(&page, "target | 500k | reached, 355k over");
}

#[test]
fn no_forecast_is_none_of_nothing_and_a_loss_is() {
    let mut trial = contoso(ahead(60), Renewal::Lost);
    has(&of(&trial, first(), None), "expected | 0 | 0 | 0 % of due, from 0 of 1");
    trial = Trial::new();
    trial.contract(ahead(60), Renewal::InTalks);
    says(&mut trial, 3, Outcome::Full, 80);
    let page = of(&trial, first(), Some(500_000));
    has(&page, "expected | 1 | – | their ARR is not known, 1 of 1");
    let target = entry(&page, TARGET).ground.says.join(" ");
    assert!(target.ends_with("Expected – and won €0 leave €500k."), "{target}");
    assert_eq!(page.figure, "Q1 2027");
}

#[test]
fn a_currency_without_a_rate_is_named_wherever_it_is_missing() {
    let mut trial = contoso(ahead(60), Renewal::InTalks);
    for one in &mut trial.records.revenue {
        one.currency = Currency::from_code("SEK").expect("a code");
    }
    says(&mut trial, 3, Outcome::Full, 80);
    let page = of(&trial, first(), None);
    assert_eq!(entry(&page, "due").ground.proofs[0].text, "Contoso: no rate for SEK, full at 80 %");
    let renewal = entry(&page, "renewal 1").ground.says.join(" ");
    assert!(
        renewal.contains("It is in no sum.") && renewal.contains("No rate for SEK."),
        "{renewal}"
    );
    has(&page, "left out of the sums: Contoso: no rate for SEK");
}

#[test]
fn what_is_over_asks_what_came_of_it_and_what_is_settled_asks_nothing() {
    let now = Quarter::of(today());
    let page = of(&contoso(ago(6), Renewal::InTalks), now, None);
    assert_eq!(entry(&page, "renewal 1").link, Some(Link::new(Kind::Outcome)));
    has(
        &page,
        "Contoso | 17 Sep 66 d ago | ends 16 Nov | 900k | no forecast | – | what came? · in talks",
    );
    let page = of(&contoso(ago(6), Renewal::Signed), now, None);
    assert_eq!(entry(&page, "renewal 1").link, None);
    has(&page, "signed | 1 | 900k | ████████████████████");
    has(&page, "Contoso | 17 Sep | ends 16 Nov | 900k | – | – | signed");
}

#[test]
fn a_quarter_without_renewals_says_so_and_names_who_has_no_end() {
    let page = of(&Trial::new(), first(), None);
    has(
        &page,
        "No contract on record ends in Q1 2027. ← and → go to the quarters before and after.",
    );
    has(&page, "Contoso has no end on record and falls due in no quarter");
    has(&page, "# Expansion that closes in it  none");
    has(&page, "# Forecasts so far  –, nothing is settled yet");
    assert_eq!(entry(&page, "no end").ground.proofs.len(), 1);
}
