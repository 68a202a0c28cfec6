//! For every signal the smallest record that raises it, and the nearest that does not.

use super::super::trial::{Trial, ago, ahead};
use super::SIGNALS;
use crate::domain::account::contract::Renewal;
use crate::domain::account::metric::MetricKind::{
    FeaturesTotal, FeaturesUsed, InvoiceDaysLate, SeatsActive, SeatsLicensed,
};
use crate::domain::account::own_score::Factor;
use crate::domain::around::Floor;
use crate::domain::cell::Id;
use crate::domain::contact::Level::{DecisionMaker, Influencer, User};
use crate::domain::contact::{Influence, Role};
use crate::domain::feedback::Scale;
use crate::domain::plan::step::{MeetingType, StepKind};
use crate::domain::revenue::RevenueKind;
use crate::domain::score::Band;
use crate::domain::talk::Topic;

/// Writes the record down: as it raises the signal, or as it just does not.
type Write = fn(&mut Trial, bool);

/// The first where the signal is raised.
fn either<T>(raised: bool, yes: T, no: T) -> T {
    if raised { yes } else { no }
}

fn answered(trial: &mut Trial, points: i64) -> Id {
    let roy = trial.contact("J. Roy", None, &[]);
    trial.answer(9, Some(roy), Scale::Nps, points);
    roy
}

fn ends_in(trial: &mut Trial, days: u64) {
    trial.contract(ahead(days), None, Renewal::NotStarted);
}

fn one_on_each_level(trial: &mut Trial) -> Id {
    trial.contact("B", Some(Influencer), &[]);
    trial.contact("C", Some(User), &[]);
    trial.contact("A", Some(DecisionMaker), &[])
}

/// An account of 50k in a book whose Strategic ones begin at so many.
fn in_a_book(trial: &mut Trial, strategic: i64) {
    trial.revenue(900, RevenueKind::Opening, 50_000);
    trial.around.strategic_floor = Some(Floor { arr: strategic, behind: Vec::new() });
    trial.around.growth_floor = Some(Floor { arr: 4_000_000, behind: Vec::new() });
    trial.around.key_floor = Some(5_000_000);
}

const CASES: &[(&str, Write)] = &[
    ("health-risk", |trial, raised| {
        let (value, band) = either(raised, (5.9, Band::Risk), (6.0, Band::Watch));
        trial.scored(value, Some(band));
    }),
    ("champion-left", |trial, raised| {
        let lee = trial.contact("T. Lee", None, &[Role::Champion]);
        let low = either(raised, Influence::Low, Influence::Medium);
        trial.edit(lee, |lee| lee.influence = Some(low));
    }),
    ("open-detractor", |trial, raised| {
        answered(trial, either(raised, 6, 7));
    }),
    ("upset", |trial, raised| {
        trial.talk(9, &[], Some(either(raised, -2, -1)));
    }),
    ("disengaging", |trial, raised| {
        trial.missed(3);
        trial.missed(4);
        answered(trial, either(raised, 6, 7));
    }),
    ("promise-late", |trial, raised| {
        trial.step(ago(either(raised, 1, 0)), |step| step.kind = StepKind::Promise);
    }),
    ("renewal-late", |trial, raised| ends_in(trial, either(raised, 90, 91))),
    ("renewal-critical", |trial, raised| ends_in(trial, either(raised, 30, 31))),
    ("outcome-missing", |trial, raised| {
        trial.contract(ago(either(raised, 1, 0)), None, Renewal::NotStarted);
    }),
    ("health-drop", |trial, raised| {
        trial.history(28, 10.0);
        trial.scored(either(raised, 9.0, 9.01), Some(Band::Healthy));
    }),
    ("factor-low", |trial, raised| {
        trial.factor(Factor::Goals, Some(either(raised, 3.9, 4.0)), true);
    }),
    ("shrinking", |trial, raised| {
        trial.revenue(400, RevenueKind::Opening, 100_000);
        trial.revenue(30, RevenueKind::Contraction, either(raised, -2_001, -2_000));
    }),
    ("single-threaded", |trial, raised| {
        trial.contact("A", Some(User), &[]);
        trial.contact("B", Some(either(raised, User, Influencer)), &[]);
    }),
    ("level-gap", |trial, raised| {
        let boss = one_on_each_level(trial);
        trial.edit(boss, |boss| boss.left_on = raised.then(|| ago(3)));
    }),
    ("role-missing", |trial, raised| {
        trial.contact("B", None, &[Role::EconomicBuyer]);
        let lee = trial.contact("T. Lee", None, &[Role::Champion]);
        trial.edit(lee, |lee| lee.left_on = raised.then(|| ago(3)));
    }),
    ("champion-quiet", |trial, raised| {
        let lee = trial.contact("T. Lee", None, &[Role::Champion]);
        trial.talk(either(raised, 15, 14), &[lee], None);
    }),
    ("cadence-late", |trial, raised| {
        trial.talk(either(raised, 8, 7), &[], None);
    }),
    ("strategic-late", |trial, raised| {
        trial.records.held = vec![(MeetingType::StrategicReview, ago(either(raised, 31, 30)))];
    }),
    ("qbr-late", |trial, raised| {
        trial.records.held = vec![(MeetingType::Qbr, ago(either(raised, 92, 91)))];
    }),
    ("missed-meetings", |trial, raised| {
        trial.missed(3);
        trial.missed(either(raised, 90, 91));
    }),
    ("levels-disagree", |trial, raised| {
        let boss = trial.contact("B", Some(DecisionMaker), &[]);
        trial.answer(9, Some(boss), Scale::Nps, 8);
        for points in [8, either(raised, 6, 7)] {
            let user = trial.contact("U", Some(User), &[]);
            trial.answer(9, Some(user), Scale::Nps, points);
        }
    }),
    ("low-adoption", |trial, raised| {
        trial.metric(9, FeaturesTotal, 8.0);
        trial.metric(9, FeaturesUsed, either(raised, 2.0, 3.0));
    }),
    ("usage-falling", |trial, raised| {
        trial.metric(90, SeatsActive, 100.0);
        trial.metric(9, SeatsActive, either(raised, 79.0, 80.0));
    }),
    ("tickets-high", |trial, raised| {
        trial.factor(Factor::Support, Some(either(raised, 4.9, 5.0)), true);
    }),
    ("payment-late", |trial, raised| {
        trial.metric(9, InvoiceDaysLate, either(raised, 16.0, 15.0));
    }),
    ("renewal-open", |trial, raised| ends_in(trial, either(raised, 120, 121))),
    ("stagnation", |trial, raised| {
        trial.revenue(either(raised, 365, 364), RevenueKind::Opening, 100_000);
    }),
    ("plan-late", |trial, raised| trial.plan(either(raised, 90, 89))),
    ("plan-slipping", |trial, raised| {
        trial.plan(40);
        for _ in 0..either(raised, 3, 2) {
            trial.step(ago(5), |_| {});
        }
    }),
    ("sponsor-quiet", |trial, raised| {
        let ceo = trial.contact("C. Eo", None, &[Role::ExecutiveSponsor]);
        trial.talk(either(raised, 92, 91), &[ceo], None);
    }),
    ("expansion-quiet", |trial, raised| {
        let seats = trial.opportunity("More seats", 300);
        trial.records.last_talk_about = vec![(seats, ago(either(raised, 92, 91)))];
    }),
    ("value-unfelt", |trial, raised| {
        let roy = answered(trial, 9);
        trial.answer(9, Some(roy), Scale::Value, either(raised, 5, 6));
    }),
    ("contradiction", |trial, raised| {
        let boss = trial.contact("B", Some(DecisionMaker), &[]);
        trial.talk(either(raised, 61, 60), &[boss], None);
    }),
    ("thin-data", |trial, raised| {
        trial.scored(9.0, (!raised).then_some(Band::Healthy));
    }),
    ("own-review-late", |trial, raised| {
        trial.records.account.reviewed_on = Some(ago(either(raised, 8, 7)));
    }),
    ("map-stale", |trial, raised| {
        let one = trial.contact("A", Some(User), &[]);
        trial.edit(one, |one| one.verified_on = Some(ago(either(raised, 183, 182))));
    }),
    ("contacts-rotting", |trial, raised| {
        let one = trial.contact("A", Some(User), &[]);
        trial.edit(one, |one| one.verified_on = Some(ago(either(raised, 366, 365))));
    }),
    ("survey-due", |trial, raised| {
        trial.records.account.feedback_agreed_on = Some(ago(300));
        let roy = trial.contact("J. Roy", None, &[]);
        trial.invite(either(raised, 182, 181), roy);
    }),
    ("low-response", |trial, raised| {
        for days in [15, 15, 15] {
            let one = trial.contact("P", None, &[]);
            trial.invite(days, one);
            let last = trial.records.contacts.len() == 3;
            if last || !raised && trial.records.contacts.len() == 2 {
                trial.answer(9, Some(one), Scale::Csat, 4);
            }
        }
    }),
    ("no-plan", |trial, raised| {
        if !raised {
            trial.plan(3);
        }
    }),
    ("no-sponsor", |trial, raised| {
        use crate::domain::account::Tier::{Growth, Strategic};
        trial.records.account.tier = Some(either(raised, Strategic, Growth));
    }),
    ("discovery-old", |trial, raised| trial.discovery(either(raised, 366, 365))),
    ("no-value", |trial, raised| trial.value(either(raised, 92, 91))),
    ("retention-talk", |trial, raised| {
        for days in [9, 8, either(raised, 7, 91)] {
            trial.talk(days, &[], None);
            trial.topics(&[Topic::DeliveryUpdate]);
        }
        trial.loyalty(5, 2);
    }),
    ("expansion-ready", |trial, raised| {
        trial.opportunity("More seats", 10);
        trial.yes_to(7);
        trial.records.opportunities[0].pilot = raised.then_some(true);
    }),
    ("expansion-hint", |trial, raised| {
        trial.metric(9, SeatsLicensed, 100.0);
        trial.metric(9, SeatsActive, either(raised, 90.0, 89.0));
    }),
    ("advocate-unused", |trial, raised| {
        in_a_book(trial, 8_000_000);
        answered(trial, either(raised, 9, 8));
    }),
    ("tier-differs", |trial, raised| {
        in_a_book(trial, either(raised, 5_000_001, 5_000_000));
    }),
    ("birthday", |trial, raised| {
        let roy = trial.contact("J. Roy", None, &[]);
        trial.edit(roy, |roy| roy.birthday = Some(ahead(either(raised, 7, 8))));
    }),
];

#[test]
fn every_signal_is_raised_by_its_record_and_not_by_the_nearest_other() {
    let codes: Vec<&str> = CASES.iter().map(|(code, _)| *code).collect();
    let rules: Vec<&str> = SIGNALS.iter().map(|rule| rule.code).collect();
    assert_eq!(codes, rules, "one case for each signal, in the order of the table");
    for (code, write) in CASES {
        for raised in [true, false] {
            let mut trial = Trial::new();
            write(&mut trial, raised);
            assert_eq!(trial.found(code).is_some(), raised, "{code}, {raised}");
        }
    }
}
