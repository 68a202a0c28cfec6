//! Payment: mean days late of the last three invoices, early counting 0. 60 and more → 1, 0 → 10.

use super::factor::{Case, Measure, evidence, plain, scale};
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// The last three invoices, newest first, and how many days they were paid late on average, early
/// counting 0.
pub(crate) fn mean_late<'a>(
    records: &'a Records,
    rules: &Rules,
    today: NaiveDate,
) -> Option<(Vec<&'a Metric>, f64)> {
    let last: Vec<&Metric> = records
        .metrics
        .iter()
        .filter(|metric| metric.kind == MetricKind::InvoiceDaysLate && metric.amount.is_finite())
        .filter(|metric| metric.on_date <= today)
        .take(rules.count(Limit::PaymentInvoices))
        .collect();
    let late: f64 = last.iter().map(|invoice| invoice.amount.max(0.0)).sum();
    let mean = late / last.len() as f64;
    (!last.is_empty()).then_some((last, mean))
}

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let (last, mean) = mean_late(case.records, case.rules, case.today)?;
    let newest = last.first()?.on_date;
    Some(Measure {
        value: scale(mean, case.rules.limit(Limit::PaymentWorst), 0.0),
        on_date: Some(newest),
        fresh: case.age(newest) <= case.rules.days(Limit::PaymentFresh),
        evidence: last
            .iter()
            .map(|invoice| {
                let text = match plain(invoice.amount.max(0.0)).as_str() {
                    "0" => "invoice paid in time".to_owned(),
                    days => format!("invoice paid {days} d late"),
                };
                evidence(Some(("metric", invoice.id)), Some(invoice.on_date), text)
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;
    use MetricKind::InvoiceDaysLate;

    #[test]
    fn mean_of_the_last_three_early_as_zero() {
        // (15 + 0 + 30) / 3 = 15 days: 10 − 9 × 15/60 = 7.75; the fourth is too old to count.
        let sample = Sample::new()
            .metric(InvoiceDaysLate, 20, 15.0)
            .metric(InvoiceDaysLate, 50, -7.0)
            .metric(InvoiceDaysLate, 80, 30.0)
            .metric(InvoiceDaysLate, 110, 90.0);
        let found = sample.with(measure).expect("known");
        near(found.value, 7.75);
        assert_eq!((found.on_date, found.fresh), (Some(ago(20)), true));
        assert_eq!(found.evidence.len(), 3);
        assert_eq!(found.evidence[1].text, "invoice paid in time");
    }

    #[test]
    fn ends_of_the_scale_and_of_freshness() {
        let one = |days, late| Sample::new().metric(InvoiceDaysLate, days, late).with(measure);
        near(one(0, 0.0).expect("known").value, 10.0);
        near(one(0, 60.0).expect("known").value, 1.0);
        near(one(0, 400.0).expect("known").value, 1.0);
        assert!(one(120, 0.0).expect("known").fresh);
        assert!(!one(121, 0.0).expect("known").fresh);
        assert_eq!(Sample::new().with(measure), None);
    }
}
