//! In hand: an open step with a day serves the signal, until it is three days late or the
//! evidence worsens.

use super::calm::worse_since;
use super::facts::Facts;
use super::found::Found;
use super::table::Rule;
use crate::domain::cell::Id;
use crate::domain::plan::priority::PriorityKind;
use crate::domain::plan::step::{MeetingType, Step};
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// Codes that the renewal's steps serve, whichever of them they were made for.
const RENEWAL: &[&str] = &["renewal-open", "renewal-late", "renewal-critical"];

/// Codes that any step made for their opportunity serves.
const OPPORTUNITY: &[&str] = &["expansion-quiet", "expansion-ready"];

/// The next of the steps that serve the signal, with its day.
pub(super) fn serving(
    facts: &Facts<'_>,
    rule: &Rule,
    found: &Found,
) -> Option<(Id, Option<NaiveDate>)> {
    let open = || {
        let steps = facts.records.steps.iter().filter(|step| step.status.open());
        steps.filter_map(|step| Some((step.due_on?, step)))
    };
    let late = |due: NaiveDate| facts.ago(due) >= facts.rules.days(Limit::InHandLate);
    // Who is stuck on the third step of a playbook does not have the matter in hand by its last.
    let stuck = |step: &Step| {
        step.play_step.is_some()
            && open().any(|(due, other)| {
                late(due)
                    && other.play_step.is_some()
                    && (&other.playbook, other.contact_id) == (&step.playbook, step.contact_id)
            })
    };
    open()
        .filter(|(_, step)| found.about != Some(("step", step.id)))
        .filter(|(due, step)| !late(*due) && !stuck(step))
        .filter(|(_, step)| serves(facts, rule, found, step))
        .filter(|(_, step)| !worse_since(facts, rule, found, step.created_on))
        .min_by_key(|(due, step)| (*due, step.id))
        .map(|(due, step)| (step.id, Some(due)))
}

/// Made for the signal, part of its playbook, under a priority or a meeting of its kind.
fn serves(facts: &Facts<'_>, rule: &Rule, found: &Found, step: &Step) -> bool {
    let renewal = RENEWAL.contains(&rule.code);
    let made_for = step
        .signal
        .as_deref()
        .is_some_and(|code| code == rule.code || renewal && RENEWAL.contains(&code));
    let played = rule.playbook.is_some() && step.playbook.as_deref() == rule.playbook;
    let theirs = step.opportunity_id.map(|id| ("opportunity", id));
    let for_it = OPPORTUNITY.contains(&rule.code) && theirs.is_some() && theirs == found.about;
    let priority = facts.records.priorities.iter().find(|one| Some(one.id) == step.priority_id);
    made_for
        || played
        || for_it
        || step.meeting_type.is_some_and(|kind| by_meeting(kind, rule.code))
        || priority.is_some_and(|one| by_priority(one.kind, rule.code))
}

fn by_meeting(kind: MeetingType, code: &str) -> bool {
    let own = match kind {
        MeetingType::StrategicReview => code == "strategic-late",
        MeetingType::Qbr => matches!(code, "qbr-late" | "strategic-late"),
        MeetingType::GrowthConversation => matches!(code, "stagnation" | "retention-talk"),
        MeetingType::Sponsor => code == "sponsor-quiet",
        MeetingType::Renewal => RENEWAL.contains(&code),
        MeetingType::Listening => {
            matches!(code, "upset" | "open-detractor" | "levels-disagree" | "health-drop")
        }
        MeetingType::CheckIn => false,
    };
    // Whatever it is for, a meeting with a day ends the silence.
    own || code == "cadence-late"
}

fn by_priority(kind: PriorityKind, code: &str) -> bool {
    match kind {
        PriorityKind::Repair => {
            matches!(code, "health-risk" | "health-drop" | "factor-low" | "disengaging")
        }
        PriorityKind::Renewal => RENEWAL.contains(&code),
        PriorityKind::Adoption => matches!(code, "low-adoption" | "usage-falling"),
        PriorityKind::Executive => code == "sponsor-quiet",
        PriorityKind::Upsell | PriorityKind::CrossSell => {
            matches!(code, "stagnation" | "expansion-hint" | "expansion-quiet" | "expansion-ready")
        }
        PriorityKind::Goal => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago, ahead};
    use super::*;
    use crate::domain::account::contract::Renewal;
    use crate::domain::plan::step::StepStatus;
    use crate::domain::score::Band;

    fn resting(trial: &Trial, code: &str) -> bool {
        trial.signal(code).expect("raised").in_hand.is_some()
    }

    #[test]
    fn an_open_dated_step_holds_a_signal_until_three_days_late() {
        let mut trial = Trial::new();
        trial.talk(30, &[], None);
        let id = trial.step(ago(2), |step| step.signal = Some("cadence-late".to_owned()));
        let signal = trial.signal("cadence-late").expect("raised");
        assert_eq!(signal.in_hand, Some((id, Some(ago(2)))));
        assert!(!signal.live());
        trial.records.steps[0].due_on = Some(ago(3));
        assert!(!resting(&trial, "cadence-late"));
        trial.records.steps[0].due_on = None;
        assert!(!resting(&trial, "cadence-late"));
        trial.records.steps[0].due_on = Some(ahead(5));
        assert!(resting(&trial, "cadence-late"));
        trial.records.steps[0].status = StepStatus::Done;
        assert!(!resting(&trial, "cadence-late"));
    }

    #[test]
    fn evidence_newer_than_the_step_wakes_it() {
        let mut trial = Trial::new();
        trial.talk(25, &[], Some(-2));
        trial.step(ahead(5), |step| step.signal = Some("upset".to_owned()));
        assert!(resting(&trial, "upset"), "the step was made 20 days ago");
        trial.talk(19, &[], Some(-2));
        assert!(!resting(&trial, "upset"));
    }

    #[test]
    fn repair_holds_the_risk_until_the_score_falls_on() {
        let mut trial = Trial::new();
        trial.plan(20);
        let repair = trial.priority(PriorityKind::Repair);
        trial.step(ahead(5), |step| step.priority_id = Some(repair));
        trial.history(20, 5.6);
        trial.scored(5.2, Some(Band::Risk));
        assert!(resting(&trial, "health-risk"));
        trial.scored(5.1, Some(Band::Risk));
        assert!(!resting(&trial, "health-risk"), "half a point less");
        trial.scored(5.2, Some(Band::Risk));
        trial.records.priorities[0].kind = PriorityKind::Goal;
        assert!(!resting(&trial, "health-risk"));
    }

    #[test]
    fn a_playbook_serves_its_signals_and_a_meeting_its_kind() {
        let mut trial = Trial::new();
        trial.talk(30, &[], Some(-2));
        trial.step(ahead(5), |step| {
            step.playbook = Some("detractor and difficult conversation".to_owned());
        });
        assert!(resting(&trial, "upset"));
        assert!(!resting(&trial, "cadence-late"));
        trial.step(ahead(9), |step| step.meeting_type = Some(MeetingType::CheckIn));
        assert!(resting(&trial, "cadence-late"));
    }

    #[test]
    fn a_playbook_that_is_stuck_holds_nothing() {
        let mut trial = Trial::new();
        trial.talk(30, &[], None);
        for (due, key) in [(ago(2), "call"), (ahead(20), "decide")] {
            trial.step(due, |step| {
                step.playbook = Some("quiet account".to_owned());
                step.play_step = Some(key.to_owned());
            });
        }
        assert!(resting(&trial, "cadence-late"));
        trial.records.steps[0].due_on = Some(ago(3));
        assert!(!resting(&trial, "cadence-late"), "the later step does not hold it");
        trial.records.steps[0].status = StepStatus::Done;
        assert!(resting(&trial, "cadence-late"));
    }

    #[test]
    fn the_renewal_wakes_at_each_threshold() {
        let mut trial = Trial::new();
        trial.step(ahead(5), |step| step.signal = Some("renewal-open".to_owned()));
        trial.contract(ahead(70), None, Renewal::NotStarted);
        assert!(resting(&trial, "renewal-late"), "the step is of the day it became late");
        trial.contract(ahead(71), None, Renewal::NotStarted);
        assert!(!resting(&trial, "renewal-late"), "late since the day after the step was made");
    }

    #[test]
    fn a_late_promise_does_not_serve_itself() {
        let mut trial = Trial::new();
        trial.step(ago(1), |step| {
            step.kind = crate::domain::plan::step::StepKind::Promise;
            step.signal = Some("promise-late".to_owned());
        });
        assert!(!resting(&trial, "promise-late"));
    }

    #[test]
    fn a_step_made_for_an_opportunity_serves_its_signals_and_no_others() {
        let mut trial = Trial::new();
        let (seats, other) = (trial.opportunity("Seats", 10), trial.opportunity("Other", 120));
        trial.records.last_talk_about = vec![(seats, ago(92))];
        let due = ahead(5);
        trial.step(due, |step| step.opportunity_id = Some(other));
        assert!(!resting(&trial, "expansion-quiet"));
        let id = trial.step(due, |step| {
            step.opportunity_id = Some(seats);
            step.created_on = ago(0);
        });
        let signal = trial.signal("expansion-quiet").expect("raised");
        assert_eq!(signal.in_hand, Some((id, Some(due))));
        let proposed =
            super::super::answer::proposed(&signal, &trial.records, super::super::trial::today());
        assert_eq!(proposed.opportunity_id, Some(seats));
    }
}
