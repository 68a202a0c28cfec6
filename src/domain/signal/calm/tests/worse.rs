//! What wakes a signal that was put off, and what does not.

use super::super::super::trial::{Trial, ago};
use crate::domain::account::metric::MetricKind;
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::account::silence::SilenceKind;
use crate::domain::cell::Id;

#[test]
fn a_figure_that_only_comes_again_is_no_worse() {
    let fine = |trial: &mut Trial, code: &str| {
        trial.silence(code, SilenceKind::Later, 7, None);
        assert!(trial.signal(code).is_some_and(|one| one.silenced), "{code}");
    };
    let heard = |trial: &Trial, code: &str| trial.signal(code).is_some_and(|one| one.live());

    let mut trial = Trial::new();
    trial.metric(100, MetricKind::SeatsActive, 100.0);
    trial.metric(9, MetricKind::SeatsActive, 79.0);
    fine(&mut trial, "usage-falling");
    trial.metric(2, MetricKind::SeatsActive, 79.0);
    assert!(!heard(&trial, "usage-falling"), "as it was");
    trial.metric(1, MetricKind::SeatsActive, 70.0);
    assert!(heard(&trial, "usage-falling"), "further down");

    let mut trial = Trial::new();
    trial.metric(9, MetricKind::FeaturesTotal, 8.0);
    trial.metric(9, MetricKind::FeaturesUsed, 2.0);
    fine(&mut trial, "low-adoption");
    trial.metric(2, MetricKind::FeaturesUsed, 2.0);
    assert!(!heard(&trial, "low-adoption"));
    trial.metric(1, MetricKind::FeaturesUsed, 1.0);
    assert!(heard(&trial, "low-adoption"));

    let mut trial = Trial::new();
    trial.metric(9, MetricKind::InvoiceDaysLate, 40.0);
    fine(&mut trial, "payment-late");
    trial.metric(2, MetricKind::InvoiceDaysLate, 0.0);
    assert!(!heard(&trial, "payment-late"), "paid in time");
    trial.metric(1, MetricKind::InvoiceDaysLate, 20.0);
    assert!(heard(&trial, "payment-late"));

    let mut trial = Trial::new();
    trial.metric(9, MetricKind::SeatsLicensed, 100.0);
    trial.metric(9, MetricKind::SeatsActive, 95.0);
    fine(&mut trial, "expansion-hint");
    trial.metric(1, MetricKind::SeatsActive, 99.0);
    assert!(!heard(&trial, "expansion-hint"));
}

#[test]
fn a_weak_factor_wakes_when_it_falls_on() {
    for (code, scored, then, now) in [
        // Tickets of severity 1: 2 are 6 points, 4.6; 3 are 9 points, 1.9.
        ("tickets-high", 4.6, 2.0, 2.0),
        ("tickets-high", 1.9, 2.0, 3.0),
        ("factor-low", 1.9, 3.0, 3.0),
    ] {
        let mut trial = Trial::new();
        trial.metric(9, MetricKind::TicketsSevere, then);
        trial.metric(1, MetricKind::TicketsSevere, now);
        let factor = if code == "factor-low" { Factor::Pulse } else { Factor::Support };
        trial.factor(factor, Some(scored), true);
        trial.silence(code, SilenceKind::Later, 7, None);
        let signal = trial.signal(code).expect("raised");
        assert_eq!(signal.live(), then < now, "{code} {then} {now}");
    }
    // An own digit, lower than the one before.
    let mut trial = Trial::new();
    trial.factor(Factor::Pulse, Some(2.0), true);
    trial.silence("factor-low", SilenceKind::Later, 7, None);
    for (days, points) in [(20, 3), (2, 2)] {
        let id = trial.id();
        trial.records.own_scores.push(OwnScore {
            id,
            account_id: Id(1),
            factor: Factor::Pulse,
            points,
            on_date: ago(days),
            reason: None,
        });
    }
    assert!(trial.signal("factor-low").is_some_and(|one| one.live()), "3, then 2");
    trial.records.own_scores[0].points = 2;
    assert!(trial.signal("factor-low").is_some_and(|one| one.silenced), "2 again");
}
