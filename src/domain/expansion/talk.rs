//! The next talk about an opportunity, as a dated step.

use super::OpportunityLine;
use super::verdict::Verdict;
use crate::domain::cell::Id;
use crate::domain::day::{shift, worked_after};
use crate::domain::plan::step::{MeetingType, Step, StepKind};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// How soon a talk is planned, days.
const SOON_DAYS: i64 = 7;

/// Nobody talked about it for longer than the rules allow; what was never talked about is not quiet.
#[must_use]
pub fn quiet(one: &OpportunityLine, rules: &Rules, today: NaiveDate) -> bool {
    one.last_talk_on
        .is_some_and(|last| (today - last).num_days() > rules.days(Limit::ExpansionQuiet))
}

/// The talk to be planned; none where one is planned, and at an account that wants repair first.
#[must_use]
pub fn next(
    one: &OpportunityLine,
    records: &Records,
    rules: &Rules,
    today: NaiveDate,
) -> Option<Step> {
    let verdict = one.judged.as_ref()?.verdict;
    if one.next_talk_on.is_some() || verdict == Verdict::RepairFirst {
        return None;
    }
    let due = worked_after(shift(today, SOON_DAYS));
    let what = if verdict == Verdict::Pursue { "Make the case" } else { "Ask how they see it now" };
    let mut step = Step::titled(&format!("{what}: {}", one.title), Some(due), today);
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
    step.contact_id = there.filter(|contact| contact.active_on(today)).map(|contact| contact.id);
    step.signal = match verdict {
        Verdict::Pursue => Some("expansion-ready".to_owned()),
        _ if quiet(one, rules, today) => Some("expansion-quiet".to_owned()),
        _ => None,
    };
    Some(step)
}
