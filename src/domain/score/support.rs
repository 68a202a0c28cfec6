//! Support: open tickets by severity (0 points → 10, 10 and more → 1) and the median response
//! against the account's norm (norm → 10, thrice → 1); half each, one alone counts whole.

use super::factor::{Case, Measure, blend, evidence, older, plain, scale};
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::rules::limit::Limit;

/// Points of one open ticket by severity.
const SEVERITIES: [(MetricKind, f64); 3] = [
    (MetricKind::TicketsSevere, 3.0),
    (MetricKind::TicketsMedium, 2.0),
    (MetricKind::TicketsMinor, 1.0),
];

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let latest = |kind| case.records.newest_metric(kind, case.today);
    let tickets: Vec<(&Metric, f64)> = SEVERITIES
        .iter()
        .filter_map(|(kind, points)| latest(*kind).map(|metric| (metric, *points)))
        .collect();
    let tickets_on = tickets.iter().map(|(metric, _)| metric.on_date).max();
    let points: f64 = tickets.iter().map(|(metric, points)| metric.amount.max(0.0) * points).sum();
    let response = latest(MetricKind::ResponseHours)
        .zip(latest(MetricKind::ResponseNorm).filter(|norm| norm.amount > 0.0));
    let rules = case.rules;
    let worst = (rules.limit(Limit::TicketsWorst), rules.limit(Limit::ResponseWorst));
    let value = blend(
        tickets_on.map(|_| (scale(points, worst.0, 0.0), 0.5)),
        response.map(|(hours, norm)| (scale(hours.amount / norm.amount, worst.1, 1.0), 0.5)),
    )?;
    let on_date = older(tickets_on, response.map(|(hours, _)| hours.on_date));
    let mut lines: Vec<_> = tickets
        .iter()
        .map(|(metric, points)| {
            let text = open_tickets(metric.amount.max(0.0), *points);
            evidence(Some(("metric", metric.id)), Some(metric.on_date), text)
        })
        .collect();
    if let Some((hours, norm)) = response {
        let text = format!("response {} h, norm {} h", plain(hours.amount), plain(norm.amount));
        lines.push(evidence(Some(("metric", hours.id)), Some(hours.on_date), text));
    }
    Some(Measure {
        value,
        on_date,
        fresh: on_date.is_some_and(|day| case.age(day) <= rules.days(Limit::SupportFresh)),
        evidence: lines,
    })
}

/// `2 open tickets of severity 1`; severity 1 makes three points, severity 3 one.
fn open_tickets(open: f64, points: f64) -> String {
    let open = plain(open);
    let s = if open == "1" { "" } else { "s" };
    format!("{open} open ticket{s} of severity {:.0}", 4.0 - points)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;
    use MetricKind::{ResponseHours, ResponseNorm, TicketsMedium, TicketsMinor, TicketsSevere};

    #[test]
    fn tickets_and_response_by_hand() {
        // 1 × 3 + 1 × 2 = 5 points → 5.5; 12 h against 8 h = 1.5 → 10 − 9 × 0.25 = 7.75.
        let sample = Sample::new()
            .metric(TicketsSevere, 9, 1.0)
            .metric(TicketsMedium, 30, 1.0)
            .metric(ResponseHours, 12, 12.0)
            .metric(ResponseNorm, 700, 8.0);
        let found = sample.with(measure).expect("known");
        near(found.value, 6.625);
        assert_eq!((found.on_date, found.fresh), (Some(ago(12)), true));
        assert_eq!(found.evidence[0].text, "1 open ticket of severity 1");
    }

    #[test]
    fn one_alone_counts_whole_and_the_ends_hold() {
        let tickets = |minor| Sample::new().metric(TicketsMinor, 0, minor).with(measure);
        near(tickets(0.0).expect("known").value, 10.0);
        near(tickets(10.0).expect("known").value, 1.0);
        near(tickets(30.0).expect("known").value, 1.0);
        let response = |hours| {
            let sample = Sample::new().metric(ResponseHours, 45, hours);
            sample.metric(ResponseNorm, 45, 8.0).with(measure).expect("known")
        };
        near(response(2.0).value, 10.0);
        near(response(16.0).value, 5.5);
        near(response(24.0).value, 1.0);
        assert!(response(8.0).fresh);
        assert_eq!(Sample::new().metric(ResponseHours, 0, 8.0).with(measure), None);
    }

    #[test]
    fn stale_after_45_days() {
        let sample = Sample::new().metric(TicketsMinor, 46, 2.0);
        let found = sample.with(measure).expect("known");
        near(found.value, 8.2);
        assert!(!found.fresh);
    }
}
