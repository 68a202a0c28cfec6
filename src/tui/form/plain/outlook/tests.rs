//! Forecasts and risk reviews, as they are typed.

use super::*;
use crate::domain::account::risk_review;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::revenue::forecast;
use crate::tui::form::link;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

/// Contoso pays 940,000 euros a year until 31 March.
fn new(kind: Kind) -> Trial {
    Trial::paid(link::record(Id(1), kind, None, None))
}

#[test]
fn a_forecast_is_about_the_end_that_comes_next() {
    let trial = new(Kind::Forecast);
    assert_eq!(trial.text("ends_on"), "31 Mar 2027");
    assert!(trial.spec().lead[0].starts_with("Your forecast for the contract that ends 31 Mar"));
    let commit = trial.fill(&[("probability", "80")]).expect("right");
    let [Change::Forecast(forecast::Change::Added(said))] = commit.changes.as_slice() else {
        panic!()
    };
    assert_eq!((said.outcome, said.probability), (Outcome::Full, 80));
    assert_eq!((said.new_amount, said.currency, said.on_date), (None, None, fixture::today()));
    assert_eq!(commit.act.label, "Contoso: forecast full at 80 %");
    let typed = [("outcome", "shrink"), ("probability", "50"), ("new_amount", "1m")];
    assert_eq!(
        trial.fill(&typed).expect_err("more"),
        ["new_amount: that is no less than they pay now"]
    );
}

#[test]
fn what_is_to_be_expected_of_it_is_said_at_once() {
    let trial = new(Kind::Forecast);
    let says = |typed: &[(&str, &str)]| trial.said(typed);
    assert_eq!(says(&[("probability", "80")]), "€940k a year × 80 % = €752k");
    let shrinks = [("outcome", "shrink"), ("probability", "50"), ("new_amount", "700k")];
    assert_eq!(says(&shrinks), "€700k a year × 50 % = €350k");
    assert_eq!(says(&[("outcome", "lost"), ("probability", "50")]), "");
}

#[test]
fn a_review_that_is_closed_says_why() {
    let trial = new(Kind::RiskReview);
    let commit = trial.fill(&[("cause", "service"), ("checkpoints", "1 dec, 15 dec")]);
    let commit = commit.expect("right");
    let [Change::RiskReview(risk_review::Change::Added(one))] = commit.changes.as_slice() else {
        panic!()
    };
    // Open since the day on which the score fell.
    let since = "2026-11-02".parse().expect("a day");
    assert_eq!((one.cause, one.opened_on), (Some(RootCause::Service), since));
    assert_eq!(commit.act.label, "Contoso: risk review of 2 Nov");
    assert_eq!(
        trial.fill(&[("closed_on", "today")]).expect_err("why?"),
        ["close_reason: why is it closed?"]
    );
    let before = [("closed_on", "1 nov"), ("close_reason", "mended")];
    assert_eq!(trial.fill(&before).expect_err("when?").len(), 1);
}
