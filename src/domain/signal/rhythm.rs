//! Clocks that ran out: talks, reviews, meetings that did not take place.

use super::facts::{Facts, after};
use super::found::Found;
use super::sentence::day;
use crate::domain::plan::step::{MeetingType, StepStatus};
use crate::domain::rules::limit::Limit;
use crate::domain::score::contact;

pub(super) fn cadence_late(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.talk_every();
    let Some(last) = facts.records.last_two_way_on else {
        return Some(Found::gap("No two-way talk is recorded yet."));
    };
    let ago = facts.ago(last);
    let text = format!("Quiet: last talk {ago} d ago, due every {every} d.");
    let since = after(last, every);
    (ago > every).then(|| Found::event(text).since(Some(since)))
}

pub(super) fn missed(facts: &Facts<'_>) -> usize {
    contact::missed(facts.records, facts.rules, facts.today).count()
}

pub(super) fn missed_meetings(facts: &Facts<'_>) -> Option<Found> {
    let n = missed(facts);
    let newest = facts.records.talks.iter().find(|talk| talk.missed)?;
    let when = day(newest.on_date, facts.today);
    let text = format!(
        "{n} meetings missed in {} d, the last on {when}.",
        facts.rules.days(Limit::MissedDays)
    );
    (n >= facts.rules.count(Limit::MissedMeetings))
        .then(|| Found::event(text).on(newest.on_date).about("talk", newest.id))
}

/// The last meeting of a type that the running cycle saw done, if it is older than `every`.
fn meeting_late(
    facts: &Facts<'_>,
    kind: MeetingType,
    every: Option<i64>,
    name: &str,
) -> Option<Found> {
    let every = every?;
    let last = facts
        .records
        .steps
        .iter()
        .filter(|step| step.meeting_type == Some(kind) && step.status == StepStatus::Done)
        .filter_map(|step| step.done_on)
        .max()?;
    let ago = facts.ago(last);
    let text = format!("{name} overdue: last {ago} d ago, due every {every} d.");
    let since = after(last, every);
    (ago > every).then(|| Found::event(text).since(Some(since)))
}

pub(super) fn strategic_late(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.rules.cadence(facts.records.account.tier).strategic_every;
    meeting_late(facts, MeetingType::StrategicReview, every, "Strategic review")
}

pub(super) fn qbr_late(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.rules.cadence(facts.records.account.tier).qbr_every;
    meeting_late(facts, MeetingType::Qbr, every, "QBR")
}

pub(super) fn own_review_late(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.review_every();
    let Some(last) = facts.records.account.reviewed_on else {
        return Some(Found::gap("You never reviewed this account."));
    };
    let ago = facts.ago(last);
    let text = format!("Own review overdue: last {ago} d ago, due every {every} d.");
    let since = after(last, every);
    (ago > every).then(|| Found::event(text).since(Some(since)))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use crate::domain::account::Tier;

    #[test]
    fn a_talk_is_overdue_the_day_after_the_interval() {
        let mut trial = Trial::new();
        assert!(trial.gap("cadence-late"));
        trial.talk(7, &[], None);
        assert!(trial.found("cadence-late").is_none());
        trial.records.last_two_way_on = Some(ago(8));
        let found = trial.found("cadence-late").expect("raised");
        assert_eq!(found.text, "Quiet: last talk 8 d ago, due every 7 d.");
        assert_eq!(found.since, Some(ago(0)));
        trial.records.account.talk_every = Some(8);
        assert!(trial.found("cadence-late").is_none());
    }

    #[test]
    fn two_missed_meetings_within_90_days() {
        let mut trial = Trial::new();
        trial.missed(5);
        trial.missed(91);
        assert_eq!(trial.event("missed-meetings"), None);
        trial.missed(90);
        let text = trial.event("missed-meetings").expect("raised");
        assert_eq!(text, "2 meetings missed in 90 d, the last on 17 Nov.");
    }

    #[test]
    fn reviews_with_the_client_follow_the_tier() {
        let mut trial = Trial::new();
        trial.plan(40);
        let done = |kind, days| {
            move |step: &mut crate::domain::plan::step::Step| {
                step.meeting_type = Some(kind);
                step.status = StepStatus::Done;
                step.done_on = Some(ago(days));
            }
        };
        assert!(trial.found("strategic-late").is_none(), "none on record");
        trial.step(ago(30), done(MeetingType::StrategicReview, 30));
        assert!(trial.found("strategic-late").is_none());
        trial.records.steps[0].done_on = Some(ago(31));
        assert!(trial.event("strategic-late").is_some());
        trial.step(ago(92), done(MeetingType::Qbr, 91));
        assert!(trial.found("qbr-late").is_none());
        trial.records.steps[1].done_on = Some(ago(92));
        assert!(trial.event("qbr-late").is_some());
        trial.records.account.tier = Some(Tier::Maintenance);
        assert!(trial.found("qbr-late").is_none());
    }

    #[test]
    fn an_own_review_never_made_is_a_gap() {
        let mut trial = Trial::new();
        assert!(trial.gap("own-review-late"));
        trial.records.account.reviewed_on = Some(ago(7));
        assert!(trial.found("own-review-late").is_none());
        trial.records.account.reviewed_on = Some(ago(8));
        assert!(trial.event("own-review-late").is_some());
    }
}
