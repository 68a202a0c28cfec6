use super::super::trial::{Trial, ago, ahead};
use super::*;
use crate::domain::account::metric::MetricKind;
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::contact::{Level, Role};
use crate::domain::feedback::Scale;
use crate::domain::revenue::RevenueKind;
use crate::domain::score::Band;

fn codes(signals: &[Signal]) -> Vec<&str> {
    signals.iter().map(|signal| signal.code).collect()
}

fn swallowed(signal: &Signal) -> Vec<&str> {
    signal.swallowed.iter().map(|(code, _)| *code).collect()
}

#[test]
fn gaps_are_silent_for_28_days_and_on_maintenance_accounts() {
    let mut trial = Trial::new();
    trial.records.account.created_on = ago(27);
    assert!(trial.signals().is_empty());
    trial.records.account.created_on = ago(28);
    assert_eq!(trial.signals().len(), 1);
    trial.records.account.tier = Some(Tier::Maintenance);
    assert!(trial.signals().is_empty());
    trial.records.account.tier = None;
    assert!(trial.signals().is_empty());
}

/// How many things were never recorded.
fn gaps(trial: &Trial) -> usize {
    SIGNALS.iter().filter(|rule| trial.gap(rule.code)).count()
}

#[test]
fn one_gap_is_asked_a_week_each_in_its_turn() {
    let mut trial = Trial::new();
    let mut asked = Vec::new();
    let gaps = gaps(&trial);
    assert!(gaps >= 9, "{gaps}");
    for weeks in 0..=gaps as u64 {
        trial.records.account.created_on = ago(28 + 7 * weeks);
        let signals = trial.signals();
        let [only] = signals.as_slice() else { panic!("one question: {signals:?}") };
        assert!(only.gap && !only.live() && only.severity == Severity::Note);
        assert_eq!(only.swallowed.len(), gaps - 1);
        asked.push(only.code);
    }
    let first = asked[0];
    assert_eq!(asked[gaps], first, "each of them, then the first again");
    asked.truncate(gaps);
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), gaps);
}

#[test]
fn too_little_known_stands_for_all_gaps() {
    let mut trial = Trial::new();
    trial.scored(5.0, None);
    let signals = trial.signals();
    assert_eq!(codes(&signals), ["thin-data"]);
    assert!(signals[0].live());
    assert_eq!(signals[0].swallowed.len(), gaps(&trial));
}

#[test]
fn a_champion_who_left_stands_for_the_holes_on_the_map() {
    let mut trial = Trial::new();
    let lee = trial.contact("T. Lee", Some(Level::Influencer), &[Role::Champion]);
    trial.contact("K. Ott", Some(Level::User), &[]);
    trial.edit(lee, |lee| lee.left_on = Some(ago(6)));
    let left = trial.signal("champion-left").expect("raised");
    assert_eq!(swallowed(&left), ["single-threaded", "level-gap", "role-missing"]);
    assert!(left.live() && left.severity == Severity::Now);
    assert_eq!(trial.signal("single-threaded"), None);
    trial.silence("champion-left", SilenceKind::NotHere, 1, None);
    assert!(trial.signal("single-threaded").is_some(), "what is silenced stands for nothing");
}

#[test]
fn risk_stands_for_the_signals_of_its_factors() {
    let mut trial = Trial::new();
    trial.factor(Factor::Support, Some(3.0), true);
    trial.factor(Factor::Goals, Some(3.0), true);
    trial.talk(30, &[], Some(-1));
    trial.missed(3);
    trial.missed(4);
    let before = trial.signals();
    assert_eq!(codes(&before)[..4], ["disengaging", "factor-low", "cadence-late", "tickets-high"]);
    assert_eq!(swallowed(&before[0]), ["missed-meetings"]);
    trial.scored(5.0, Some(Band::Risk));
    let after = trial.signals();
    assert_eq!(codes(&after)[..2], ["health-risk", "disengaging"]);
    assert_eq!(swallowed(&after[0]), ["factor-low", "cadence-late", "tickets-high"]);
}

#[test]
fn a_detractor_stands_for_the_upset_and_the_quarrel_of_levels() {
    let mut trial = Trial::new();
    let boss = trial.contact("B", Some(Level::DecisionMaker), &[]);
    let user = trial.contact("U", Some(Level::User), &[]);
    trial.answer(9, Some(boss), Scale::Nps, 9);
    trial.answer(9, Some(user), Scale::Nps, 3);
    trial.talk(5, &[user], Some(-2));
    let open = trial.signal("open-detractor").expect("raised");
    assert_eq!(swallowed(&open), ["upset", "levels-disagree"]);
    assert_eq!(open.since, Some(ago(9)));
}

#[test]
fn later_lasts_until_its_day_or_until_it_worsens() {
    let mut trial = Trial::new();
    let user = trial.contact("U", None, &[]);
    trial.talk(12, &[user], Some(-2));
    trial.silence("upset", SilenceKind::Later, 10, Some(ahead(1)));
    assert!(trial.signal("upset").is_some_and(|one| one.silenced && !one.live()));
    trial.records.silences[0].until_on = Some(ahead(0));
    assert!(trial.signal("upset").is_some_and(|one| one.live()));
    trial.records.silences[0].until_on = None;
    trial.records.silences[0].since_on = ago(27);
    assert!(trial.signal("upset").is_some_and(|one| one.live()), "the talk is newer");
    trial.records.silences[0].since_on = ago(11);
    assert!(trial.signal("upset").is_some_and(|one| one.silenced));
    trial.talk(3, &[user], Some(-2));
    assert!(trial.signal("upset").is_some_and(|one| one.live()), "it went on");
}

#[test]
fn not_here_is_asked_again_after_a_year() {
    let mut trial = Trial::new();
    trial.talk(8, &[], None);
    trial.silence("cadence-late", SilenceKind::NotHere, 364, None);
    assert!(trial.signal("cadence-late").is_some_and(|one| one.silenced));
    trial.records.silences[0].since_on = ago(365);
    assert!(trial.signal("cadence-late").is_some_and(|one| one.live()));
}

#[test]
fn an_interval_beyond_the_calendar_is_no_panic() {
    let mut trial = Trial::new();
    let roy = trial.contact("J. Roy", None, &[Role::Champion]);
    trial.talk(300, &[roy], None);
    trial.records.account.reviewed_on = Some(NaiveDate::MIN);
    for days in [i64::MAX, i64::MIN, 0] {
        trial.records.account.talk_every = Some(days);
        trial.records.account.review_every = Some(days);
        assert_eq!(trial.signal("cadence-late").is_some_and(|one| one.live()), days <= 0);
    }
}

#[test]
fn live_ones_come_first_and_by_the_table() {
    let mut trial = Trial::new();
    let user = trial.contact("U", None, &[]);
    trial.talk(8, &[user], Some(-2));
    trial.contract(ahead(50), None, crate::domain::account::contract::Renewal::NotStarted);
    trial.edit(user, |one| one.birthday = Some(ahead(2)));
    assert_eq!(codes(&trial.signals())[..4], ["upset", "renewal-late", "cadence-late", "birthday"]);
    trial.silence("upset", SilenceKind::NotHere, 1, None);
    let signals = trial.signals();
    assert_eq!(codes(&signals)[..3], ["renewal-late", "cadence-late", "birthday"]);
    assert_eq!(codes(&signals).last(), Some(&"upset"));
}

#[test]
fn who_stands_for_others_and_who_is_stood_for_is_a_signal() {
    for (code, parts) in SWALLOWS {
        assert!(table::rule(code).is_some(), "{code}");
        for part in *parts {
            assert!(table::rule(part).is_some() && part != code, "{part}");
        }
    }
}

/// Raises one signal on an account that is not at risk.
type Raise = fn(&mut Trial);

/// For each factor the smallest records that raise its signals.
const OF_FACTORS: &[(&str, Raise)] = &[
    ("health-drop", |trial| trial.history(28, 10.0)),
    ("factor-low", |trial| trial.factor(Factor::Goals, Some(3.0), true)),
    ("payment-late", |trial| {
        (1..4).for_each(|days| trial.metric(days, MetricKind::InvoiceDaysLate, 16.0));
    }),
    ("shrinking", |trial| {
        trial.revenue(400, RevenueKind::Opening, 100_000);
        trial.revenue(30, RevenueKind::Contraction, -3_000);
    }),
    ("levels-disagree", |trial| {
        let boss = trial.contact("B", Some(Level::DecisionMaker), &[]);
        let user = trial.contact("U", Some(Level::User), &[]);
        trial.answer(9, Some(boss), Scale::Nps, 7);
        trial.answer(9, Some(user), Scale::Nps, 9);
    }),
    ("single-threaded", |trial| {
        trial.contact("U", Some(Level::User), &[]);
    }),
    ("level-gap", |trial| {
        trial.contact("U", Some(Level::User), &[]);
        trial.contact("I", Some(Level::Influencer), &[]);
        let boss = trial.contact("B", Some(Level::DecisionMaker), &[]);
        trial.edit(boss, |boss| boss.left_on = Some(ago(100)));
    }),
    ("map-stale", |trial| {
        for level in Level::ALL {
            let one = trial.contact("P", Some(*level), &[]);
            trial.edit(one, |one| one.verified_on = Some(ago(183)));
        }
    }),
    ("contacts-rotting", |trial| {
        for level in Level::ALL {
            trial.contact("P", Some(*level), &[]);
        }
        let old = trial.contact("O", Some(Level::User), &[]);
        trial.edit(old, |old| old.verified_on = Some(ago(366)));
    }),
    ("low-adoption", |trial| {
        trial.metric(9, MetricKind::FeaturesUsed, 2.0);
        trial.metric(9, MetricKind::FeaturesTotal, 8.0);
    }),
    ("usage-falling", |trial| {
        trial.metric(100, MetricKind::SeatsActive, 100.0);
        trial.metric(9, MetricKind::SeatsActive, 79.0);
    }),
    ("tickets-high", |trial| trial.factor(Factor::Support, Some(4.9), true)),
    ("cadence-late", |trial| {
        trial.talk(8, &[], None);
    }),
    ("missed-meetings", |trial| {
        trial.missed(3);
        trial.missed(4);
    }),
    ("value-unfelt", |trial| {
        let roy = trial.contact("J. Roy", None, &[]);
        trial.answer(9, Some(roy), Scale::Nps, 10);
        trial.answer(9, Some(roy), Scale::Value, 5);
    }),
];

#[test]
fn risk_stands_for_each_signal_of_its_factors() {
    for (code, raise) in OF_FACTORS {
        let mut trial = Trial::new();
        raise(&mut trial);
        let before = trial.signal(code).unwrap_or_else(|| panic!("{code} is raised"));
        assert!(before.live(), "{code}");
        trial.scored(5.0, Some(Band::Risk));
        assert_eq!(trial.signal(code), None, "{code}");
        let risk = trial.signal("health-risk").expect("raised");
        assert!(swallowed(&risk).contains(code), "{code}");
    }
    let (_, parts) = SWALLOWS.iter().find(|(code, _)| *code == "health-risk").expect("a row");
    let mut raised: Vec<&str> = OF_FACTORS.iter().map(|(code, _)| *code).collect();
    let mut parts = parts.to_vec();
    raised.sort_unstable();
    parts.sort_unstable();
    assert_eq!(raised, parts);
}

#[test]
fn who_disengages_stands_for_its_parts() {
    let mut trial = Trial::new();
    trial.missed(3);
    trial.missed(4);
    trial.metric(9, MetricKind::FeaturesUsed, 2.0);
    trial.metric(9, MetricKind::FeaturesTotal, 8.0);
    trial.metric(100, MetricKind::SeatsActive, 100.0);
    trial.metric(9, MetricKind::SeatsActive, 79.0);
    let leaving = trial.signal("disengaging").expect("raised");
    assert_eq!(swallowed(&leaving), ["missed-meetings", "low-adoption", "usage-falling"]);
    for part in ["missed-meetings", "low-adoption", "usage-falling"] {
        assert_eq!(trial.signal(part), None);
    }
}

#[test]
fn of_the_renewal_only_the_nearest_is_told() {
    use crate::domain::account::contract::Renewal;
    for (left, told) in [
        (121, None),
        (120, Some("renewal-open")),
        (90, Some("renewal-late")),
        (30, Some("renewal-critical")),
    ] {
        let mut trial = Trial::new();
        trial.contract(ahead(left), None, Renewal::NotStarted);
        let signals = trial.signals();
        let renewal: Vec<&str> =
            codes(&signals).into_iter().filter(|code| code.starts_with("renewal-")).collect();
        assert_eq!(renewal.first().copied(), told, "{left}");
        assert!(renewal.len() <= 1, "{renewal:?}");
    }
}

#[test]
fn what_is_switched_off_for_a_tier_is_silent_on_its_accounts_for_a_year() {
    let mut trial = Trial::new();
    trial.talk(100, &[], None);
    let off = |tier, since, until_on| TierSilence {
        id: Id(5),
        tier,
        code: "cadence-late".to_owned(),
        since_on: since,
        until_on,
        reason: None,
    };
    let silenced = |trial: &Trial| trial.signal("cadence-late").is_some_and(|one| one.silenced);
    trial.rules.tier_silences = vec![off(Tier::Growth, ago(9), None)];
    assert!(!silenced(&trial), "another tier");
    trial.rules.tier_silences = vec![off(Tier::Strategic, ago(364), None)];
    assert!(silenced(&trial));
    trial.rules.tier_silences = vec![off(Tier::Strategic, ago(365), None)];
    assert!(!silenced(&trial), "asked again after a year");
    trial.rules.tier_silences = vec![off(Tier::Strategic, ago(400), Some(ahead(1)))];
    assert!(silenced(&trial));
    trial.rules.tier_silences = vec![off(Tier::Strategic, ahead(1), None)];
    assert!(!silenced(&trial), "from tomorrow on");
    trial.rules.tier_silences = vec![off(Tier::Maintenance, ago(1), None)];
    trial.records.account.tier = None;
    assert!(silenced(&trial), "without a tier it is judged as Maintenance");
}

mod worse;
