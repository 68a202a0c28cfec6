use super::super::sample::{Sample, ago, near, today};
use super::super::{Band, Source};
use super::*;
use crate::domain::account::Approach;
use crate::domain::account::Tier;
use crate::domain::account::metric::MetricKind;
use crate::domain::contact::Level;
use crate::domain::feedback::Scale;
use crate::domain::revenue::RevenueKind;
use Factor::{Contact, Coverage, Feedback, Goals, Payment, Pulse, Revenue, Support, Usage, Value};
use proptest::prelude::*;

fn scored(sample: &Sample, in_use: &[Factor]) -> Score {
    score(&sample.records, &sample.map(), in_use, &Rules::default(), today())
}

fn of(score: &Score, factor: Factor) -> &FactorScore {
    score.factors.iter().find(|one| one.factor == factor).expect("all ten are there")
}

fn costs_sum(score: &Score) {
    let costs: f64 = score.factors.iter().map(|factor| factor.costs).sum();
    near(costs, score.value.map_or(0.0, |value| 10.0 - value));
}

/// Every factor measured and fresh.
fn full() -> Sample {
    let mut sample = Sample::new()
        .metric(MetricKind::InvoiceDaysLate, 20, 20.0) // Payment 7
        .revenue(400, RevenueKind::Opening, 9_000_000) // Revenue 5, one seat a level
        .own(Pulse, 10, 6, None)
        .contact(1, Some(Level::DecisionMaker)) // verified by the answer 100 d ago
        .answer(Some(1), 100, 9) // Feedback 10
        .metric(MetricKind::FeaturesUsed, 9, 6.0)
        .metric(MetricKind::FeaturesTotal, 9, 9.0) // Usage 7
        .metric(MetricKind::TicketsSevere, 9, 2.0) // Support 4.6
        .goal([0.0, 1.0, 4.0], [50, -50], 10) // Goals 5.5
        .scaled(Scale::Value, Some(1), 100, 8); // Value 8
    sample.records.last_two_way_on = Some(ago(182)); // Contact 5.5 at 91 d
    sample.records.contacts[0].verified_on = Some(ago(137));
    sample
}

#[test]
fn full_by_hand() {
    let found = scored(&full(), &[]);
    // The answer of 100 d ago verified: freshness 448/548, coverage 0.45 of it.
    let coverage = 1.0 + 9.0 * 0.45 * (448.0 / 548.0);
    for (factor, wanted) in [
        (Payment, 7.0),
        (Revenue, 5.0),
        (Pulse, 6.0),
        (Feedback, 10.0),
        (Coverage, coverage),
        (Usage, 7.0),
        (Support, 4.6),
        (Contact, 5.5),
        (Goals, 5.5),
        (Value, 8.0),
    ] {
        near(of(&found, factor).score.expect("known"), wanted);
        assert!(of(&found, factor).fresh, "{factor}");
    }
    // 10 × (7 + 5 + 4.6 + 5.5 + 5.5 + 8) + 15 × (6 + 10 + coverage) + 20 × 7 over 125.
    let wanted = (10.0 * 35.6 + 15.0 * (16.0 + coverage) + 140.0) / 125.0;
    near(found.value.expect("known"), wanted);
    near(found.known, 1.0);
    near(found.low, wanted);
    near(found.high, wanted);
    assert_eq!(found.band, Some(Band::Watch));
    near(of(&found, Usage).costs, 20.0 / 125.0 * 3.0);
    costs_sum(&found);
    assert!(found.ways_back.is_empty());
}

#[test]
fn partial_by_hand() {
    // Pulse 4 (15), Support 8.2 (10), Contact 10 (10); Usage in use in the book, unknown (20).
    let mut sample = Sample::new().own(Pulse, 3, 4, None).metric(MetricKind::TicketsMinor, 3, 2.0);
    sample.records.last_two_way_on = Some(ago(2));
    let found = scored(&sample, &[Usage, Pulse]);
    let sum = 15.0 * 4.0 + 10.0 * 8.2 + 10.0 * 10.0;
    near(found.value.expect("known"), sum / 35.0);
    near(found.known, 35.0 / 55.0);
    near(found.low, (sum + 20.0) / 55.0);
    near(found.high, (sum + 200.0) / 55.0);
    assert_eq!(found.band, Some(Band::Watch));
    let usage = of(&found, Usage);
    assert_eq!((usage.in_use, usage.source, usage.score), (true, Source::Unknown, None));
    near(usage.costs, 0.0);
    near(usage.weight, 20.0);
    let payment = of(&found, Payment);
    assert!(!payment.in_use);
    near(payment.weight, 0.0);
    costs_sum(&found);
}

#[test]
fn stale_keeps_its_value_leaves_known_and_widens_the_range() {
    let fresh = |days| {
        let mut sample =
            Sample::new().own(Pulse, 3, 4, None).metric(MetricKind::TicketsMinor, days, 2.0);
        sample.records.last_two_way_on = Some(ago(2));
        scored(&sample, &[])
    };
    let (young, old) = (fresh(45), fresh(46));
    near(old.value.expect("known"), young.value.expect("known"));
    near(young.known, 1.0);
    near(old.known, 25.0 / 35.0);
    near(old.low, (60.0 + 10.0 + 100.0) / 35.0);
    near(old.high, (60.0 + 100.0 + 100.0) / 35.0);
    costs_sum(&old);
}

#[test]
fn mine_overrides_while_fresh_and_the_measure_comes_back() {
    let at = |days| {
        let sample = Sample::new()
            .metric(MetricKind::TicketsMinor, 3, 2.0)
            .own(Support, 400, 9, None)
            .own(Support, days, 3, Some("two calls about the same bug"));
        of(&scored(&sample, &[]), Support).clone()
    };
    let mine = at(45);
    assert_eq!((mine.source, mine.score, mine.fresh), (Source::Mine, Some(3.0), true));
    assert_eq!(mine.evidence_on, Some(ago(45)));
    assert_eq!(mine.own_expired_on, None);
    near(mine.measured.expect("beside it"), 8.2);
    assert_eq!(mine.evidence[0].text, "my score 3: two calls about the same bug");
    let expired = at(46);
    assert_eq!((expired.source, expired.fresh), (Source::Measured, true));
    near(expired.score.expect("measured"), 8.2);
    assert_eq!(expired.own_expired_on, Some(ago(46)));
    assert_eq!(expired.evidence[0].text, "my score 3, expired: two calls about the same bug");
}

#[test]
fn mine_without_a_measure_stays_stale() {
    let sample = Sample::new().own(Pulse, 106, 3, None).own(Coverage, 196, 9, None);
    let found = scored(&sample, &[]);
    let pulse = of(&found, Pulse);
    assert_eq!((pulse.source, pulse.score, pulse.fresh), (Source::Mine, Some(3.0), false));
    assert_eq!(pulse.own_expired_on, Some(ago(106)));
    assert!(of(&found, Coverage).fresh);
    near(found.known, 0.5);
    assert!(!of(&scored(&Sample::new().own(Coverage, 197, 9, None), &[]), Coverage).fresh);
}

#[test]
fn too_little_known_gives_no_verdict() {
    // Two factors in use: no verdict however fresh.
    let two = Sample::new().own(Pulse, 0, 9, None).own(Coverage, 0, 9, None);
    assert_eq!(scored(&two, &[]).band, None);
    near(scored(&two, &[]).value.expect("shown beside it"), 9.0);
    let three = two.own(Usage, 0, 9, None);
    assert_eq!(scored(&three, &[]).band, Some(Band::Healthy));
    // 50 known of 100 in use is enough, 50 of 110 is not.
    let half = scored(&three, &[Feedback, Payment, Revenue, Support, Usage]);
    near(half.known, 50.0 / 95.0);
    assert_eq!(half.band, Some(Band::Healthy));
    let less = scored(&three, &[Feedback, Payment, Revenue, Support, Contact]);
    near(less.known, 50.0 / 105.0);
    assert_eq!(less.band, None);
    // 30 known of 60 is exactly half: enough.
    let even = Sample::new().own(Pulse, 0, 9, None).own(Coverage, 0, 9, None);
    let even = scored(&even, &[Payment, Revenue, Support]);
    near(even.known, 0.5);
    assert_eq!(even.band, Some(Band::Healthy));
    let stale = Sample::new().own(Pulse, 106, 9, None).own(Coverage, 0, 9, None);
    let stale = scored(&stale.own(Feedback, 0, 9, None), &[Support]);
    near(stale.known, 30.0 / 55.0);
    assert_eq!(stale.band, Some(Band::Healthy));
}

#[test]
fn the_range_is_shown_when_wider_than_one() {
    // Payment 10 of 125 in use unknown: 0.08 × 9 = 0.72 wide. Usage 20 of 125: 1.44 wide.
    let but = |left_out| {
        let digits = Factor::ALL.iter().filter(|factor| **factor != left_out);
        digits.fold(Sample::new(), |sample, factor| sample.own(*factor, 0, 7, None))
    };
    let narrow = scored(&but(Payment), &[Payment]);
    near(narrow.high - narrow.low, 0.72);
    assert_eq!(narrow.range(), None);
    let wide = scored(&but(Usage), &[Usage]);
    near(wide.high - wide.low, 1.44);
    let (low, high) = wide.range().expect("shown");
    near(low, (105.0 * 7.0 + 20.0) / 125.0);
    near(high, (105.0 * 7.0 + 200.0) / 125.0);
    // Exactly 1 wide is not wider.
    let edge = Score { low: 6.4, high: 7.4, ..wide };
    assert_eq!(edge.range(), None);
    assert_eq!(scored(&Sample::new(), &[]).range(), None, "nothing known has no value to bracket");
}

#[test]
fn empty_is_unknown_and_neither_good_nor_bad() {
    let found = scored(&Sample::new(), &[]);
    assert_eq!((found.value, found.band, found.trend), (None, None, None));
    assert_eq!((found.low, found.high, found.known), (1.0, 10.0, 0.0));
    assert!(found.factors.iter().all(|factor| !factor.in_use && factor.weight == 0.0));
    assert_eq!(found.factors.len(), 10);
    let asked = scored(&Sample::new(), Factor::ALL);
    assert_eq!((asked.value, asked.low, asked.high), (None, 1.0, 10.0));
}

#[test]
fn a_hair_under_six_is_risk_and_prints_5_9() {
    assert_eq!(print::tenth(5.96), "5.9");
    let rules = Rules::default();
    assert_eq!(band(5.96, &rules), Band::Risk);
    assert_eq!(band(5.999_999_999_9, &rules), Band::Watch);
    assert_eq!(band(6.0, &rules), Band::Watch);
    assert_eq!(band(7.999_999, &rules), Band::Watch);
    assert_eq!(band(8.0, &rules), Band::Healthy);
}

#[test]
fn ways_back_name_the_single_factor_that_is_enough() {
    // Pulse 4 (15), Coverage 5 (15), Usage 4 (20), Payment 1 (10): 60 + 75 + 80 + 10 over 60 = 3.75.
    let sample = Sample::new()
        .own(Pulse, 0, 4, None)
        .own(Coverage, 0, 5, None)
        .own(Usage, 0, 4, None)
        .own(Payment, 0, 1, None);
    let found = scored(&sample, &[]);
    near(found.value.expect("known"), 3.75);
    // 2.25 × 60 = 135: Usage 4 + 6.75 > 10, the others further still; Payment is not the user's.
    assert_eq!(found.ways_back, []);
    // Usage 6, Payment 5: 60 + 75 + 120 + 50 = 305 over 60 = 5.0833; 55 points are missing.
    let sample = Sample::new()
        .own(Pulse, 0, 4, None)
        .own(Coverage, 0, 5, None)
        .own(Usage, 0, 6, None)
        .own(Payment, 0, 5, None);
    let ways: Vec<_> =
        scored(&sample, &[]).ways_back.iter().map(|way| (way.factor, way.to)).collect();
    assert_eq!(
        ways.iter().map(|(factor, _)| *factor).collect::<Vec<_>>(),
        [Pulse, Coverage, Usage]
    );
    near(ways[0].1, 4.0 + 55.0 / 15.0);
    near(ways[1].1, 5.0 + 55.0 / 15.0);
    near(ways[2].1, 6.0 + 55.0 / 20.0);
}

#[test]
fn the_approach_picks_the_weights() {
    let mut sample = Sample::new().own(Usage, 0, 2, None).own(Value, 0, 8, None);
    for (approach, wanted) in [
        (None, 4.0),
        (Some(Approach::CustomerSuccess), 3.0),
        (Some(Approach::AccountBasedGrowth), 5.0),
        (Some(Approach::ValueRealisation), 2.0 + 6.0 * 25.0 / 35.0),
    ] {
        sample.records.account.approach = approach;
        near(scored(&sample, &[]).value.expect("known"), wanted);
    }
}

#[test]
fn strategic_pulse_needs_a_digit_a_month() {
    let mut sample = Sample::new().own(Pulse, 30, 5, None);
    sample.records.account.tier = Some(Tier::Strategic);
    assert!(of(&scored(&sample, &[]), Pulse).fresh);
    let mut sample = Sample::new().own(Pulse, 31, 5, None);
    sample.records.account.tier = Some(Tier::Strategic);
    assert!(!of(&scored(&sample, &[]), Pulse).fresh);
}

proptest! {
    #[test]
    fn costs_sum_to_what_is_missing_and_the_range_holds_the_score(
        digits in proptest::collection::vec(proptest::option::of((1_i64..=10, 0_i64..400)), 10),
        used in proptest::collection::vec(any::<bool>(), 10),
        approach in proptest::option::of(0_usize..4),
        late in proptest::option::of(0.0_f64..90.0),
        seats in proptest::option::of((0.0_f64..120.0, 0_i64..200)),
        mood in proptest::option::of((-2_i64..=2, 0_i64..200)),
    ) {
        let mut sample = Sample::new();
        for (factor, digit) in Factor::ALL.iter().zip(digits) {
            if let Some((points, days)) = digit {
                sample = sample.own(*factor, days, points, None);
            }
        }
        if let Some(late) = late {
            sample = sample.metric(MetricKind::InvoiceDaysLate, 5, late);
        }
        if let Some((active, days)) = seats {
            sample = sample
                .metric(MetricKind::SeatsActive, days, active)
                .metric(MetricKind::SeatsLicensed, days, 100.0);
        }
        if let Some((mood, days)) = mood {
            sample = sample.mood(days, mood);
        }
        sample.records.account.approach = approach.map(|place| Approach::ALL[place]);
        let in_use: Vec<Factor> =
            Factor::ALL.iter().zip(used).filter(|(_, used)| *used).map(|(one, _)| *one).collect();
        let found = scored(&sample, &in_use);
        let costs: f64 = found.factors.iter().map(|factor| factor.costs).sum();
        prop_assert!((0.0..=1.0 + 1e-12).contains(&found.known));
        prop_assert!(1.0 - 1e-9 <= found.low && found.low <= found.high + 1e-9);
        prop_assert!(found.high <= 10.0 + 1e-9);
        if let Some(value) = found.value {
            prop_assert!((costs - (10.0 - value)).abs() < 1e-9);
            prop_assert!(found.low - 1e-9 <= value && value <= found.high + 1e-9);
            for way in &found.ways_back {
                let whole: f64 = found
                    .factors.iter().filter(|one| one.score.is_some()).map(|one| one.weight).sum();
                let lifted = value + (way.to - way.from) * of(&found, way.factor).weight / whole;
                prop_assert!((lifted - 6.0).abs() < 1e-9);
                prop_assert!(way.to > way.from && way.to <= 10.0 + 1e-9);
            }
        } else {
            prop_assert!(costs == 0.0);
        }
    }
}
