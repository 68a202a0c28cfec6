//! Revenue: ARR now against ARR 365 days ago, price moves left out. −20 % → 1, 0 → 5, +20 % → 10.

use super::factor::{Case, Measure, evidence};
use crate::domain::revenue::{RevenueKind, growth};
use crate::domain::rules::limit::Limit;
use chrono::Duration;

const YEAR_DAYS: i64 = 365;

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let entries = &case.records.revenue;
    let grown = growth(entries, case.today - Duration::days(YEAR_DAYS), case.today)?;
    let part = (grown.share / case.rules.share(Limit::RevenueMove)).clamp(-1.0, 1.0);
    let newest = entries
        .iter()
        .filter(|entry| entry.kind != RevenueKind::OneTime && entry.on_date <= case.today)
        .max_by_key(|entry| (entry.on_date, entry.id))?;
    let text = format!(
        "ARR {} → {}, price moves left out",
        grown.then.signed_short(),
        grown.now.signed_short()
    );
    Some(Measure {
        value: if part < 0.0 { 5.0 + 4.0 * part } else { 5.0 + 5.0 * part },
        on_date: Some(newest.on_date),
        fresh: true,
        evidence: vec![evidence(Some(("revenue", newest.id)), Some(newest.on_date), text)],
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, near};
    use super::*;
    use RevenueKind::{Contraction, Expansion, Opening, Price};

    #[test]
    fn growth_by_hand() {
        for (change, wanted) in
            [(0, 5.0), (10_000, 7.5), (20_000, 10.0), (50_000, 10.0), (-10_000, 3.0)]
        {
            let kind = if change < 0 { Contraction } else { Expansion };
            let sample = Sample::new().revenue(365, Opening, 100_000).revenue(30, kind, change);
            near(sample.with(measure).expect("known").value, wanted);
        }
        let sample = Sample::new().revenue(365, Opening, 100_000).revenue(30, Contraction, -20_000);
        near(sample.with(measure).expect("known").value, 1.0);
    }

    #[test]
    fn a_dearer_price_is_no_growth() {
        let sample = Sample::new().revenue(800, Opening, 100_000).revenue(30, Price, 15_000);
        let found = sample.with(measure).expect("known");
        near(found.value, 5.0);
        assert!(found.fresh);
    }

    #[test]
    fn unknown_without_arr_a_year_ago() {
        assert_eq!(Sample::new().revenue(364, Opening, 100_000).with(measure), None);
        assert_eq!(Sample::new().revenue(365, Opening, 0).with(measure), None);
        assert_eq!(Sample::new().with(measure), None);
    }
}
