//! Figures of a day: added, corrected, taken away together.

use super::*;
use crate::domain::change::Change;
use crate::tui::form::link;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

fn metric(id: i64, kind: MetricKind, on: &str, amount: f64) -> Metric {
    let on_date = on.parse().expect("a day");
    Metric { id: Id(id), account_id: Id(1), kind, on_date, amount, note: None }
}

/// Contoso with 40 of 120 seats and two bad tickets on 13 November.
fn trial() -> Trial {
    let mut trial = Trial::new(link::record(Id(1), Kind::Metric, None, None));
    trial.facts.dossier.as_mut().expect("an account").records.metrics = vec![
        metric(1, MetricKind::SeatsActive, "2026-11-13", 40.0),
        metric(2, MetricKind::SeatsLicensed, "2026-11-13", 120.0),
        metric(3, MetricKind::TicketsSevere, "2026-11-13", 2.0),
    ];
    trial
}

/// The same, opened on the seats in use.
fn opened() -> Trial {
    let mut trial = trial();
    if let Subject::Record { id, .. } = &mut trial.subject {
        *id = Some(1);
    }
    let seats = trial.facts.dossier.as_ref().expect("an account").records.metrics[0].clone();
    trial.facts.cells = Some(Cells::of(&seats));
    trial
}

fn added(changes: &[Change]) -> Vec<(MetricKind, f64)> {
    let found = changes.iter().filter_map(|change| match change {
        Change::Metric(metric::Change::Added(one)) => Some((one.kind, one.amount)),
        _ => None,
    });
    found.collect()
}

#[test]
fn each_figure_that_is_typed_is_one_record_of_one_step() {
    let trial = trial();
    assert_eq!(
        trial.spec().lead,
        ["Last, on 13 Nov: seats active 40, seats licensed 120, 2 tickets severity 1."]
    );
    assert_eq!(
        (trial.text("seats_active"), trial.text("seats_licensed")),
        (String::new(), "120".to_owned())
    );
    let commit = trial.fill(&[("seats_active", "38"), ("response_hours", "6.5")]).expect("right");
    assert_eq!(
        added(&commit.changes),
        [
            (MetricKind::SeatsActive, 38.0),
            // They go together: both are as old as the older of the two.
            (MetricKind::SeatsLicensed, 120.0),
            (MetricKind::ResponseHours, 6.5),
        ]
    );
    assert_eq!(
        commit.act.label,
        "Contoso: seats active 38, seats licensed 120, response hours 6.5"
    );
    let tickets = trial.fill(&[("tickets_severe", "0")]).expect("right");
    assert_eq!(added(&tickets.changes), [(MetricKind::TicketsSevere, 0.0)], "no seats in it");
}

#[test]
fn a_figure_of_a_day_that_has_one_is_corrected() {
    let typed = [("on_date", "13 nov"), ("seats_active", "41")];
    let commit = trial().fill(&typed).expect("right");
    let fields = vec![metric::Field::Amount(41.0)];
    assert_eq!(commit.changes, [metric::Change::Edited { id: Id(1), fields }.into()]);
    assert_eq!(commit.act.label, "Contoso: seats active 41 on 13 Nov");
    let late = [("on_date", "13 nov"), ("days_late", "12")];
    assert_eq!(added(&trial().fill(&late).expect("right").changes).len(), 1);
}

#[test]
fn opened_on_one_it_shows_its_whole_day() {
    let trial = opened();
    assert_eq!(trial.text("seats_active"), "40");
    assert_eq!(trial.text("tickets_severe"), "2");
    assert_eq!(trial.text("response_hours"), "");
    assert!(trial.fill(&[]).expect("right").changes.is_empty());
    let typed = [("seats_active", "39"), ("tickets_severe", ""), ("tickets_minor", "3")];
    let commit = trial.fill(&typed).expect("right");
    let [Change::Metric(metric::Change::Edited { id: Id(1), .. }), gone, new] =
        commit.changes.as_slice()
    else {
        panic!("{:?}", commit.changes);
    };
    assert_eq!(*gone, metric::Change::Removed(Id(3)).into());
    assert_eq!(added(std::slice::from_ref(new)), [(MetricKind::TicketsMinor, 3.0)]);
    assert_eq!(commit.expected.len(), 1);
    // Another day takes all of them along.
    let moved = trial.fill(&[("on_date", "14 nov")]).expect("right");
    assert_eq!(moved.changes.len(), 3);
}

#[test]
fn nothing_typed_or_less_than_nothing_is_refused() {
    let wrong = |typed: &[(&str, &str)]| trial().fill(typed).expect_err("wrong").join("; ");
    assert_eq!(wrong(&[]), "features_used: one figure at least");
    assert!(wrong(&[("seats_active", "-1")]).starts_with("seats_active: 0 or more"));
    assert!(wrong(&[("seats_active", "5"), ("on_date", "2026-11-23")]).starts_with("on_date"));
    assert_eq!(fixture::today().to_string(), "2026-11-22");
}
