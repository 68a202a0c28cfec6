//! Feedback: 60 % NPS, its levels weighted, and 40 % the mean mood of 90 days; one alone counts
//! whole. NPS −100 → 1, +100 → 10; mood −2 → 1, +2 → 10.

use super::Evidence;
use super::factor::{Case, Measure, blend, evidence, older, scale, signed};
use crate::domain::contact::Contact;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::map::{latest_nps, nps, row_of, vote};
use crate::domain::rules::limit::Limit;
use chrono::{Duration, NaiveDate};

struct Part {
    value: f64,
    newest: NaiveDate,
}

/// Answers leave the NPS after a year, moods the mean after 90 days. When the last of both has
/// left, the value of the last day that had one stays, stale: silence makes nothing better.
pub(super) fn measure(case: &Case) -> Option<Measure> {
    let on = last_day_heard(case)?.min(case.today);
    let mut lines = Vec::new();
    let answered = answers(case, on, &mut lines);
    let felt = mood(case, on, &mut lines);
    let part = case.rules.share(Limit::NpsPart);
    let value = blend(
        answered.as_ref().map(|one| (one.value, part)),
        felt.as_ref().map(|one| (one.value, 1.0 - part)),
    )?;
    let fresh = |part: Option<&Part>, days| part.is_none_or(|part| case.age(part.newest) <= days);
    Some(Measure {
        value,
        on_date: older(
            answered.as_ref().map(|part| part.newest),
            felt.as_ref().map(|part| part.newest),
        ),
        fresh: fresh(answered.as_ref(), case.rules.days(Limit::NpsFresh))
            && fresh(felt.as_ref(), case.rules.days(Limit::MoodDays)),
        evidence: lines,
    })
}

/// The last day on which an answer or a mood was young enough to count.
fn last_day_heard(case: &Case) -> Option<NaiveDate> {
    let gone = |answer: &Answer| {
        case.records
            .contacts
            .iter()
            .any(|contact| Some(contact.id) == answer.contact_id && !contact.active_on(case.today))
    };
    let answered = case
        .records
        .answers
        .iter()
        .filter(|answer| answer.scale == Scale::Nps && answer.on_date <= case.today)
        .filter(|answer| !gone(answer))
        .map(|answer| answer.on_date + Duration::days(case.rules.days(Limit::NpsDays)))
        .max();
    let felt = case
        .records
        .talks
        .iter()
        .filter(|talk| talk.mood.is_some() && talk.on_date <= case.today)
        .map(|talk| talk.on_date + Duration::days(case.rules.days(Limit::MoodDays)))
        .max();
    answered.max(felt)
}

/// NPS by level, weighted over the levels that have answers; where no level has any, the NPS of
/// them all.
fn answers(case: &Case, on: NaiveDate, lines: &mut Vec<Evidence>) -> Option<Part> {
    let latest = latest_nps(case.records, case.rules, on, case.today);
    let newest = latest.iter().map(|(_, answer)| answer.on_date).max()?;
    let mut levels = [[0; 3]; 3];
    let mut all = [0; 3];
    for (contact, answer) in &latest {
        all[vote(answer.points)] += 1;
        if let Some(level) = contact.and_then(|contact| contact.level) {
            levels[row_of(level)][vote(answer.points)] += 1;
        }
        lines.push(evidence(
            Some(("answer", answer.id)),
            Some(answer.on_date),
            format!("{} answered {}", who(*contact), answer.points),
        ));
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for (votes, weight) in levels.into_iter().zip(case.rules.level_weights) {
        if let Some(nps) = nps(votes) {
            sum += weight * nps as f64;
            weights += weight;
        }
    }
    let weighted = if weights > 0.0 { sum / weights } else { nps(all)? as f64 };
    let text = format!("NPS {} over the levels heard", signed(weighted.round() as i64));
    lines.insert(0, evidence(None, Some(newest), text));
    Some(Part { value: scale(weighted, -100.0, 100.0), newest })
}

fn who(contact: Option<&Contact>) -> &str {
    contact.map_or("somebody", |contact| contact.name.as_str())
}

fn mood(case: &Case, on: NaiveDate, lines: &mut Vec<Evidence>) -> Option<Part> {
    let counts_for = case.rules.days(Limit::MoodDays);
    let heard: Vec<_> = case
        .records
        .talks
        .iter()
        .filter(|talk| talk.on_date <= on && (on - talk.on_date).num_days() <= counts_for)
        .filter_map(|talk| talk.mood.map(|mood| (talk, mood)))
        .collect();
    let newest = heard.iter().map(|(talk, _)| talk.on_date).max()?;
    let sum: i64 = heard.iter().map(|(_, mood)| mood).sum();
    for (talk, mood) in &heard {
        let text = format!("{}, mood {}", talk.kind, signed(*mood));
        lines.push(evidence(Some(("talk", talk.id)), Some(talk.on_date), text));
    }
    Some(Part { value: scale(sum as f64 / heard.len() as f64, -2.0, 2.0), newest })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;
    use crate::domain::contact::Level::{DecisionMaker, Influencer, User};

    #[test]
    fn levels_heard_are_weighted_and_mood_is_two_fifths() {
        // Decision maker 6 → −100; influencers 9, 8 → +50; users: none.
        // (0.45 × −100 + 0.35 × 50) / 0.80 = −34.375 → 1 + 9 × 65.625 / 200 = 3.953125.
        // Moods −1, 0 → −0.5 → 1 + 9 × 1.5 / 4 = 4.375. 0.6 × 3.953125 + 0.4 × 4.375 = 4.121875.
        let sample = Sample::new()
            .contact(1, Some(DecisionMaker))
            .contact(2, Some(Influencer))
            .contact(3, Some(Influencer))
            .answer(Some(1), 34, 6)
            .answer(Some(2), 50, 9)
            .answer(Some(3), 60, 8)
            .mood(12, -1)
            .mood(90, 0)
            .mood(91, 2);
        let found = sample.with(measure).expect("known");
        near(found.value, 4.121_875);
        assert_eq!((found.on_date, found.fresh), (Some(ago(34)), true));
        assert_eq!(found.evidence[0].text, "NPS −34 over the levels heard");
        assert_eq!(found.evidence.len(), 1 + 3 + 2);
    }

    #[test]
    fn one_part_alone_counts_whole() {
        let asked = Sample::new().contact(1, Some(User)).answer(Some(1), 196, 10);
        let found = asked.with(measure).expect("known");
        near(found.value, 10.0);
        assert!(found.fresh);
        let felt = Sample::new().mood(0, -2).with(measure).expect("known");
        near(felt.value, 1.0);
        assert_eq!(Sample::new().with(measure), None);
    }

    #[test]
    fn anonymous_answers_count_where_no_level_was_heard() {
        let sample = Sample::new().answer(None, 3, 9).answer(None, 3, 7);
        near(sample.with(measure).expect("known").value, 7.75);
        let sample = sample.contact(1, Some(User)).answer(Some(1), 3, 0);
        near(sample.with(measure).expect("known").value, 1.0);
    }

    #[test]
    fn an_old_answer_is_stale_and_the_last_value_stays() {
        let sample = |days| Sample::new().contact(1, Some(User)).answer(Some(1), days, 2);
        for (days, fresh) in [(196, true), (197, false), (365, false), (366, false), (900, false)] {
            let found = sample(days).with(measure).expect("known");
            assert_eq!(found.fresh, fresh, "{days}");
            near(found.value, 1.0);
        }
        // The mood left the 90 days, the answer is young: the answer alone.
        let found = sample(30).mood(100, 2).with(measure).expect("known");
        near(found.value, 1.0);
        assert!(found.fresh);
        // Both have left: as on the last day with either (the answer's, 365 d after it).
        let found = sample(400).mood(300, 2).with(measure).expect("known");
        near(found.value, 1.0);
        assert!(!found.fresh);
    }

    #[test]
    fn who_left_is_not_heard() {
        let mut sample = Sample::new().contact(1, Some(User)).answer(Some(1), 10, 2);
        sample.records.contacts[0].left_on = Some(ago(0));
        assert_eq!(sample.with(measure), None);
    }
}
