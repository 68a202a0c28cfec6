//! Clocks that ran out: talks, reviews, meetings that did not take place.

use super::facts::Facts;
use super::found::Found;
use super::sentence::day;
use crate::domain::ours::communication;
use crate::domain::plan::step::MeetingType;
use crate::domain::rules::limit::Limit;
use crate::domain::score::contact;

pub(super) fn cadence_late(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.talk_every();
    let Some(last) = facts.records.last_two_way_on else {
        return Some(Found::gap("No two-way talk is recorded yet."));
    };
    let text = format!("Quiet: last talk {}, due every {every} d.", facts.told_ago(last));
    (facts.ran(last) > every).then(|| Found::event(text).since(Some(facts.over(last, every))))
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

/// A meeting with the client that is held too seldom, over all cycles; one that was never held,
/// and is not planned, is a gap.
fn meeting_late(
    facts: &Facts<'_>,
    kinds: &[MeetingType],
    every: Option<i64>,
    name: &str,
) -> Option<Found> {
    let every = every?;
    let held = |kind: &MeetingType| communication::held_on(facts.records, *kind, facts.today);
    let Some(last) = kinds.iter().filter_map(held).max() else {
        let text = format!("No {name} with the client is on record yet.");
        return (!planned(facts, kinds)).then(|| Found::gap(text));
    };
    let capital = if name == "QBR" { "QBR" } else { "Strategic review" };
    let text = format!("{capital} overdue: last {}, due every {every} d.", facts.told_ago(last));
    (facts.ran(last) > every).then(|| Found::event(text).since(Some(facts.over(last, every))))
}

/// An open meeting of one of these kinds has a day that is still ahead.
fn planned(facts: &Facts<'_>, kinds: &[MeetingType]) -> bool {
    facts.records.steps.iter().any(|step| {
        step.status.open()
            && step.meeting_type.is_some_and(|kind| kinds.contains(&kind))
            && step.due_on.is_some_and(|due| due >= facts.today)
    })
}

pub(super) fn strategic_late(facts: &Facts<'_>) -> Option<Found> {
    let every = communication::strategic_every(&facts.records.account, facts.rules);
    meeting_late(facts, &communication::STRATEGIC, every, "strategic review")
}

pub(super) fn qbr_late(facts: &Facts<'_>) -> Option<Found> {
    let every = communication::qbr_every(&facts.records.account, facts.rules);
    meeting_late(facts, &[MeetingType::Qbr], every, "QBR")
}

pub(super) fn own_review_late(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.review_every();
    let Some(last) = facts.records.account.reviewed_on else {
        return Some(Found::gap("You never reviewed this account."));
    };
    let text = format!("Own review overdue: last {}, due every {every} d.", facts.told_ago(last));
    (facts.ran(last) > every).then(|| Found::event(text).since(Some(facts.over(last, every))))
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
    fn reviews_with_the_client_follow_the_tier_over_all_cycles() {
        let mut trial = Trial::new();
        assert!(trial.gap("strategic-late") && trial.gap("qbr-late"), "none on record");
        trial.records.held = vec![(MeetingType::StrategicReview, ago(30))];
        assert!(trial.found("strategic-late").is_none());
        trial.records.held[0].1 = ago(31);
        let found = trial.found("strategic-late").expect("raised");
        assert_eq!(found.text, "Strategic review overdue: last 31 d ago, due every 30 d.");
        assert_eq!(found.since, Some(ago(0)));
        trial.records.held.push((MeetingType::Qbr, ago(29)));
        assert!(trial.found("strategic-late").is_none(), "a QBR looks ahead as well");
        trial.records.held[1].1 = ago(91);
        assert!(trial.found("qbr-late").is_none());
        trial.records.held[1].1 = ago(92);
        let text = trial.event("qbr-late").expect("raised");
        assert_eq!(text, "QBR overdue: last 92 d ago, due every 91 d.");
        trial.records.account.tier = Some(Tier::Maintenance);
        assert!(trial.found("qbr-late").is_none() && trial.found("strategic-late").is_none());
    }

    #[test]
    fn a_meeting_never_held_and_not_planned_is_a_gap() {
        let mut trial = Trial::new();
        let id = trial.step(ago(0), |step| step.meeting_type = Some(MeetingType::Qbr));
        assert!(trial.found("qbr-late").is_none() && trial.found("strategic-late").is_none());
        trial.records.steps.retain(|step| step.id != id);
        trial.step(ago(1), |step| step.meeting_type = Some(MeetingType::StrategicReview));
        assert!(trial.gap("strategic-late") && trial.gap("qbr-late"), "its day is over");
    }

    #[test]
    fn the_accounts_own_interval_comes_first() {
        let mut trial = Trial::new();
        trial.records.held =
            vec![(MeetingType::Qbr, ago(100)), (MeetingType::StrategicReview, ago(50))];
        assert!(trial.event("qbr-late").is_some() && trial.event("strategic-late").is_some());
        trial.records.account.qbr_every = Some(100);
        trial.records.account.strategic_every = Some(50);
        assert!(trial.found("qbr-late").is_none() && trial.found("strategic-late").is_none());
        trial.records.account.tier = None;
        trial.records.account.qbr_every = Some(99);
        assert!(trial.event("qbr-late").is_some(), "asked for without a tier as well");
    }

    #[test]
    fn no_clock_runs_while_the_user_is_away() {
        let mut trial = Trial::new();
        trial.talk(12, &[], None);
        trial.records.account.reviewed_on = Some(ago(12));
        trial.records.held =
            vec![(MeetingType::Qbr, ago(96)), (MeetingType::StrategicReview, ago(35))];
        trial.rules.away = vec![(ago(8), ago(4))];
        for code in ["cadence-late", "own-review-late", "strategic-late", "qbr-late"] {
            assert!(trial.found(code).is_none(), "{code}");
        }
        trial.rules.away = vec![(ago(8), ago(5))];
        let found = trial.found("cadence-late").expect("raised");
        assert_eq!(found.text, "Quiet: last talk 12 d ago (4 of them away), due every 7 d.");
        assert_eq!(found.since, Some(ago(0)));
        for code in ["own-review-late", "strategic-late", "qbr-late"] {
            assert!(trial.event(code).is_some(), "{code}");
        }
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
