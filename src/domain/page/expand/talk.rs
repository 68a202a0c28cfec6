//! The next talk about an opportunity, as a dated step.

use super::super::{Case, Doing};
use crate::domain::cell::Id;
use crate::domain::day::{shift, worked_after};
use crate::domain::expansion::OpportunityLine;
use crate::domain::expansion::verdict::Verdict;
use crate::domain::plan::step::{self, MeetingType, Step, StepKind};
use crate::domain::rules::limit::Limit;

/// How soon a talk is planned, days.
const SOON_DAYS: i64 = 7;

/// Plans the next talk; none where one is planned, and at an account that wants repair first.
pub(super) fn planned(one: &OpportunityLine, case: &Case<'_>) -> Option<Doing> {
    let verdict = one.judged.as_ref()?.verdict;
    if one.next_talk_on.is_some() || verdict == Verdict::RepairFirst {
        return None;
    }
    let records = case.records;
    let quiet = one.last_talk_on.is_some_and(|last| {
        (case.today - last).num_days() > case.rules.days(Limit::ExpansionQuiet)
    });
    let due = worked_after(shift(case.today, SOON_DAYS));
    let what = if verdict == Verdict::Pursue { "Make the case" } else { "Ask how they see it now" };
    let mut step = Step::titled(&format!("{what}: {}", one.title), Some(due), case.today);
    step.id = Id(-1);
    step.account_id = Some(records.account.id);
    step.plan_id = records.plan.as_ref().map(|plan| plan.id);
    step.kind = StepKind::Meeting;
    step.meeting_type = Some(MeetingType::GrowthConversation);
    step.client_sees = true;
    step.opportunity_id = Some(one.id);
    let found = records.opportunities.iter().find(|found| found.id == one.id);
    let champion = found.and_then(|found| found.champion_id);
    let there = records.contacts.iter().find(|contact| Some(contact.id) == champion);
    step.contact_id =
        there.filter(|contact| contact.active_on(case.today)).map(|contact| contact.id);
    step.signal = match (verdict, quiet) {
        (Verdict::Pursue, _) => Some("expansion-ready".to_owned()),
        (_, true) => Some("expansion-quiet".to_owned()),
        _ => None,
    };
    let on = due.format("%a %-d %b");
    Some(Doing {
        says: "plan a talk",
        label: format!("{}: talk about “{}” on {on}", records.account.name, one.title),
        changes: vec![step::Change::Added(step).into()],
        expected: Vec::new(),
    })
}
