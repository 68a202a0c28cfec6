//! Coverage: 1 + 9 × the coverage of the map.

use super::factor::{Case, Measure, evidence, plain};

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let coverage = case.map.coverage?;
    let newest =
        case.map.rows.iter().flat_map(|row| &row.seats).filter_map(|seat| seat.verified_on).max();
    let lines = case.map.rows.iter().map(|row| {
        let here: f64 = row.seats.iter().map(|seat| seat.freshness).sum();
        evidence(None, None, format!("{}s {} of {}", row.level, plain(here), row.target))
    });
    Some(Measure {
        value: 1.0 + 9.0 * coverage,
        on_date: newest,
        fresh: true,
        evidence: lines.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;
    use crate::domain::contact::Level::{DecisionMaker, User};

    #[test]
    fn the_map_on_a_scale_of_ten() {
        // One seat a level wanted: decision maker fresh (0.45), user half rotten (0.10).
        let mut sample = Sample::new().contact(1, Some(DecisionMaker)).contact(2, Some(User));
        sample.records.contacts[0].verified_on = Some(ago(0));
        sample.records.contacts[1].verified_on = Some(ago(274));
        let found = sample.with(measure).expect("known");
        near(found.value, 1.0 + 9.0 * 0.55);
        assert_eq!((found.on_date, found.fresh), (Some(ago(0)), true));
        assert_eq!(found.evidence[1].text, "influencers 0 of 1");
        assert_eq!(found.evidence[2].text, "users 0.5 of 1");
    }

    #[test]
    fn unknown_until_somebody_placed_was_verified() {
        assert_eq!(Sample::new().contact(1, Some(User)).with(measure), None);
    }
}
