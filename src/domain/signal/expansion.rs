//! Opportunities: one that went quiet, one that is ready and has no talk, and what hints at one.

use super::facts::Facts;
use super::found::Found;
use super::sentence::and_more;
use crate::domain::expansion::verdict::{Verdict, open};
use crate::domain::expansion::{self, hints, judged_on, last_talk_on, next_talk_on};
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// The open opportunities, those of the highest rank first.
fn open_ones<'a>(facts: &Facts<'a>) -> Vec<&'a Opportunity> {
    let all = facts.records.opportunities.iter();
    let mut ones: Vec<&Opportunity> = all.filter(|one| open(one.stage)).collect();
    let rank = |one: &Opportunity| expansion::rank(one, facts.rules).map(|rank| rank.minor);
    ones.sort_by(|a, b| (rank(b), &a.title, a.id).cmp(&(rank(a), &b.title, b.id)));
    ones
}

/// An opportunity that was never talked about is a gap: imports bring many.
pub(super) fn quiet(facts: &Facts<'_>) -> Option<Found> {
    let every = facts.rules.days(Limit::ExpansionQuiet);
    let (mut silent, mut never) = (Vec::new(), Vec::new());
    for one in open_ones(facts) {
        match last_talk_on(one.id, facts.records) {
            Some(last) if facts.ago(last) > every => silent.push((one, last)),
            None if facts.ago(one.created_on) > every => never.push(one),
            _ => {}
        }
    }
    if let Some((first, last)) = silent.first() {
        let text = expansion::quiet_says(&first.title, *last, facts.today);
        let since = super::facts::after(*last, every);
        let newest = silent.iter().map(|(_, last)| super::facts::after(*last, every)).max()?;
        let text = more(&text, silent.len() - 1);
        let found = Found::event(text).since(Some(since)).newest(newest);
        return Some(found.about("opportunity", first.id));
    }
    let first = never.first()?;
    let text = format!("No talk about “{}” is logged.", first.title);
    Some(Found::gap(text).about("opportunity", first.id))
}

/// `No talk about …` and how many more.
fn more(text: &str, rest: usize) -> String {
    let sentence = text.strip_suffix('.').unwrap_or(text);
    format!("{sentence}{}.", and_more(rest))
}

/// The verdict is *pursue*: a case can be made now.
pub(super) fn to_pursue<'a>(facts: &Facts<'a>) -> Vec<&'a Opportunity> {
    let mut ones = open_ones(facts);
    let Facts { records, rules, today, .. } = *facts;
    let verdict =
        |one: &Opportunity| judged_on(one, records, facts.at_risk(), rules, today).verdict;
    ones.retain(|one| verdict(one) == Verdict::Pursue);
    ones
}

pub(super) fn ready(facts: &Facts<'_>) -> Option<Found> {
    let mut ones = to_pursue(facts);
    ones.retain(|one| next_talk_on(one, facts.records, facts.today).is_none());
    let first = ones.first()?;
    let text = format!(
        "Ready to pursue, and no talk planned: “{}”{}.",
        first.title,
        and_more(ones.len() - 1)
    );
    Some(Found::event(text).about("opportunity", first.id))
}

/// Something speaks for growth where nobody has written down an opportunity.
pub(super) fn hint(facts: &Facts<'_>) -> Option<Found> {
    if facts.at_risk() || facts.records.opportunities.iter().any(|one| open(one.stage)) {
        return None;
    }
    let found = hints::computed(facts.records, facts.rules, facts.today);
    let texts: Vec<&str> = found.iter().map(|hint| hint.text.as_str()).collect();
    let newest: NaiveDate = found.iter().filter_map(|hint| hint.on_date).max()?;
    // Good news does not get worse: put off, it stays so whatever figure comes in.
    Some(Found::event(texts.join(" ")).since(Some(newest)))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago, ahead};
    use crate::domain::account::metric::MetricKind;
    use crate::domain::cell::Id;
    use crate::domain::feedback::Scale;
    use crate::domain::plan::step::{MeetingType, StepKind};
    use crate::domain::revenue::opportunity::OpportunityStage;
    use crate::domain::score::Band;

    fn about(trial: &mut Trial, opportunity: Id, days: u64) {
        let talk = trial.talk(days, &[], None);
        let talks = trial.records.talks.iter_mut();
        let found = talks.filter(|one| one.id == talk).last().expect("the talk");
        found.opportunity_id = Some(opportunity);
    }

    #[test]
    fn an_opportunity_is_quiet_after_91_days_without_a_talk() {
        let mut trial = Trial::new();
        let seats = trial.opportunity("More seats", 91);
        assert!(trial.found("expansion-quiet").is_none());
        trial.records.opportunities[0].created_on = ago(92);
        assert!(trial.gap("expansion-quiet"), "never talked about");
        about(&mut trial, seats, 91);
        assert!(trial.found("expansion-quiet").is_none());
        trial.records.talks[0].on_date = ago(92);
        assert_eq!(
            trial.event("expansion-quiet").as_deref(),
            Some("No talk about “More seats” for 92 d, the last on 22 Aug.")
        );
        trial.talk(3, &[], None);
        assert!(trial.event("expansion-quiet").is_some(), "a talk about something else");
        trial.records.talks.clear();
        assert!(trial.gap("expansion-quiet"));
        trial.records.last_talk_about = vec![(seats, ago(700))];
        assert!(trial.event("expansion-quiet").is_some(), "age alone mends nothing");
        trial.records.opportunities[0].stage = OpportunityStage::Parked;
        assert!(trial.found("expansion-quiet").is_none());
    }

    fn pursued(trial: &mut Trial) -> Id {
        let id = trial.opportunity("More seats", 10);
        trial.yes_to(7);
        trial.records.opportunities[0].pilot = Some(true);
        id
    }

    #[test]
    fn what_is_ready_wants_a_talk() {
        let mut trial = Trial::new();
        let id = pursued(&mut trial);
        assert_eq!(
            trial.event("expansion-ready").as_deref(),
            Some("Ready to pursue, and no talk planned: “More seats”.")
        );
        trial.records.opportunities[0].next_talk_on = Some(ahead(0));
        assert!(trial.found("expansion-ready").is_none());
        trial.records.opportunities[0].next_talk_on = Some(ago(1));
        assert!(trial.found("expansion-ready").is_some(), "that day is over");
        trial.step(ahead(4), |step| {
            step.opportunity_id = Some(id);
            step.meeting_type = Some(MeetingType::GrowthConversation);
        });
        assert!(trial.found("expansion-ready").is_none());
        trial.records.steps.clear();
        trial.records.opportunities[0].pilot = None;
        assert!(trial.found("expansion-ready").is_none(), "four checks only");
        trial.records.opportunities[0].pilot = Some(true);
        trial.score.band = Some(Band::Risk);
        assert!(trial.found("expansion-ready").is_none(), "repair first");
    }

    #[test]
    fn a_champion_who_left_makes_nothing_ready_and_any_meeting_is_a_talk() {
        let mut trial = Trial::new();
        let id = pursued(&mut trial);
        let champion = trial.contact("A. Ruiz", None, &[]);
        trial.records.opportunities[0].champion_id = Some(champion);
        assert!(trial.found("expansion-ready").is_some());
        trial.edit(champion, |one| one.left_on = Some(ago(0)));
        assert!(trial.found("expansion-ready").is_none());
        trial.edit(champion, |one| one.left_on = None);
        trial.step(ahead(4), |step| {
            step.opportunity_id = Some(id);
            step.kind = StepKind::Meeting;
        });
        assert!(trial.found("expansion-ready").is_none());
    }

    #[test]
    fn a_rise_of_a_fifth_hints_at_growth() {
        let mut trial = Trial::new();
        trial.metric(90, MetricKind::SeatsActive, 50.0);
        trial.metric(9, MetricKind::SeatsActive, 59.0);
        assert_eq!(trial.event("expansion-hint"), None);
        trial.metric(8, MetricKind::SeatsActive, 60.0);
        let text = trial.event("expansion-hint").expect("raised");
        assert_eq!(text, "Usage up 20 %: active seats 50 → 60.");
    }

    #[test]
    fn full_seats_hint_at_growth() {
        let mut trial = Trial::new();
        trial.metric(5, MetricKind::SeatsLicensed, 100.0);
        trial.metric(5, MetricKind::SeatsActive, 89.0);
        assert_eq!(trial.event("expansion-hint"), None);
        trial.metric(4, MetricKind::SeatsActive, 90.0);
        assert!(trial.event("expansion-hint").is_some());
        trial.records.metrics.iter_mut().for_each(|metric| metric.on_date = ago(183));
        assert_eq!(trial.event("expansion-hint"), None, "old news");
        trial.records.metrics.iter_mut().for_each(|metric| metric.on_date = ago(182));
        assert!(trial.event("expansion-hint").is_some());
        trial.score.band = Some(Band::Risk);
        assert_eq!(trial.event("expansion-hint"), None);
    }

    #[test]
    fn a_promoter_hints_at_growth_until_an_opportunity_is_open() {
        let mut trial = Trial::new();
        let ruiz = trial.contact("A. Ruiz", None, &[]);
        trial.answer(5, Some(ruiz), Scale::Nps, 8);
        assert_eq!(trial.event("expansion-hint"), None);
        trial.answer(4, Some(ruiz), Scale::Nps, 9);
        assert_eq!(trial.event("expansion-hint").as_deref(), Some("A. Ruiz is a promoter."));
        trial.opportunity("More seats", 2);
        assert_eq!(trial.event("expansion-hint"), None);
    }
}
