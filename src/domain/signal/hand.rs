//! In hand: an open step with a day serves the signal, until it is three days late or the
//! evidence worsens.

use super::calm::worse_since;
use super::facts::Facts;
use super::found::Found;
use super::table::Rule;
use crate::domain::cell::Id;
use crate::domain::plan::priority::PriorityKind;
use crate::domain::plan::step::{MeetingType, Step};
use chrono::NaiveDate;

/// A step this late no longer holds a signal in hand, days.
const LATE_DAYS: i64 = 3;

/// Codes that the renewal's steps serve, whichever of them they were made for.
const RENEWAL: &[&str] = &["renewal-open", "renewal-late", "renewal-critical"];

/// The next of the steps that serve the signal, with its day.
pub(super) fn serving(
    facts: &Facts<'_>,
    rule: &Rule,
    found: &Found,
) -> Option<(Id, Option<NaiveDate>)> {
    facts
        .records
        .steps
        .iter()
        .filter(|step| step.status.open() && found.about != Some(("step", step.id)))
        .filter_map(|step| Some((step.due_on?, step)))
        .filter(|(due, _)| facts.ago(*due) < LATE_DAYS)
        .filter(|(_, step)| serves(facts, rule, step))
        .filter(|(_, step)| !worse_since(facts, rule, found, step.created_on))
        .min_by_key(|(due, step)| (*due, step.id))
        .map(|(due, step)| (step.id, Some(due)))
}

/// Made for the signal, part of its playbook, under a priority or a meeting of its kind.
fn serves(facts: &Facts<'_>, rule: &Rule, step: &Step) -> bool {
    let renewal = RENEWAL.contains(&rule.code);
    let made_for = step
        .signal
        .as_deref()
        .is_some_and(|code| code == rule.code || renewal && RENEWAL.contains(&code));
    let played = rule.playbook.is_some() && step.playbook.as_deref() == rule.playbook;
    let priority = facts.records.priorities.iter().find(|one| Some(one.id) == step.priority_id);
    made_for
        || played
        || step.meeting_type.is_some_and(|kind| by_meeting(kind, rule.code))
        || priority.is_some_and(|one| by_priority(one.kind, rule.code))
}

fn by_meeting(kind: MeetingType, code: &str) -> bool {
    let own = match kind {
        MeetingType::StrategicReview => code == "strategic-late",
        MeetingType::Qbr => matches!(code, "qbr-late" | "strategic-late"),
        MeetingType::GrowthConversation => code == "stagnation",
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
            matches!(code, "stagnation" | "expansion-hint")
        }
        PriorityKind::Goal => false,
    }
}
