//! Contact: days since the last two-way talk by the account's interval (once → 10, thrice → 1),
//! less 1 for each meeting missed in 90 days, never under 1.

use super::factor::{Case, Measure, evidence, scale};
use crate::domain::away::stood;
use crate::domain::records::{Records, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// Meetings that were agreed and did not take place within 90 days.
pub(crate) fn missed<'a>(
    records: &'a Records,
    rules: &Rules,
    today: NaiveDate,
) -> impl Iterator<Item = &'a TalkFact> + use<'a> {
    let span = rules.days(Limit::MissedDays);
    records
        .talks
        .iter()
        .filter(move |talk| talk.missed && (0..=span).contains(&(today - talk.on_date).num_days()))
}

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let last = case.records.last_two_way_on.filter(|day| *day <= case.today)?;
    let every = case.rules.talk_every(&case.records.account);
    let missed: Vec<_> = missed(case.records, case.rules, case.today).collect();
    let talk = case.records.talks.iter().find(|talk| talk.two_way && talk.on_date == last);
    let away = stood(last, case.today, &case.rules.away);
    let stood = if away > 0 { format!(" ({away} of them away)") } else { String::new() };
    let text = format!("last two-way talk {} d ago{stood}, wanted every {every} d", case.age(last));
    let mut lines = vec![evidence(talk.map(|talk| ("talk", talk.id)), Some(last), text)];
    lines.extend(missed.iter().map(|talk| {
        let text = format!("{} missed", talk.kind);
        evidence(Some(("talk", talk.id)), Some(talk.on_date), text)
    }));
    let worst = case.rules.limit(Limit::ContactWorst);
    let ran = case.age(last) - away;
    let reached = scale(ran as f64 / every as f64, worst, 1.0);
    Some(Measure {
        value: (reached - missed.len() as f64).max(1.0),
        on_date: Some(last),
        fresh: true,
        evidence: lines,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;
    use crate::domain::account::Tier;

    fn growth(last: i64) -> Sample {
        let mut sample = Sample::new();
        sample.records.account.tier = Some(Tier::Growth);
        sample.records.last_two_way_on = Some(ago(last));
        sample
    }

    #[test]
    fn silence_by_hand() {
        for (days, wanted) in [(0, 10.0), (30, 10.0), (45, 7.75), (60, 5.5), (90, 1.0), (400, 1.0)]
        {
            let found = growth(days).with(measure).expect("known");
            near(found.value, wanted);
            assert!(found.fresh, "late is bad, not stale");
        }
        let mut own = growth(60);
        own.records.account.talk_every = Some(60);
        near(own.with(measure).expect("known").value, 10.0);
    }

    #[test]
    fn missed_meetings_take_one_each() {
        let sample = growth(45).missed(10).missed(90).missed(91);
        near(sample.with(measure).expect("known").value, 5.75);
        let many = (0..12).fold(growth(10), Sample::missed);
        near(many.with(measure).expect("known").value, 1.0);
    }

    #[test]
    fn the_clock_stands_still_while_the_user_is_away() {
        let sample = growth(60);
        let mut rules = Rules::default();
        rules.away = vec![(ago(20), ago(6))];
        let map = sample.map();
        let case = Case { records: &sample.records, map: &map, rules: &rules, today: ago(0) };
        // 60 − 15 days of an interval of 30.
        let found = measure(&case).expect("known");
        near(found.value, 7.75);
        let text = "last two-way talk 60 d ago (15 of them away), wanted every 30 d";
        assert_eq!(found.evidence[0].text, text);
    }

    #[test]
    fn unknown_before_the_first_two_way_talk() {
        assert_eq!(Sample::new().missed(3).with(measure), None);
    }
}
