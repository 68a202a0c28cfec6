//! The QBRs ahead, and the one or two cases to bring to each. Source: the account-management guide
//! (one or two a quarter with a case, looked at again at each QBR).

use super::Whose;
use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::expansion::verdict::Verdict;
use crate::domain::expansion::{Expansion, OpportunityLine};
use crate::domain::money::Money;
use crate::domain::ours::communication::{self, held_on};
use crate::domain::plan::step::{MeetingType, Step};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// So many days are looked ahead: a quarter.
pub const AHEAD: i64 = 91;

/// Before the title of a case in an agenda.
pub const CASE: &str = "Case: ";

/// A line of the agenda, or a part between semicolons, is the case; one that only names it is not.
#[must_use]
pub fn stands_in(agenda: &str, title: &str) -> bool {
    let title = title.trim();
    let is = |part: &str| {
        let part = part.trim();
        let part = part.strip_prefix("- ").unwrap_or(part);
        part == title || part.strip_prefix(CASE).is_some_and(|one| one.trim() == title)
    };
    agenda.lines().chain(agenda.split(['\n', ';'])).any(is)
}

/// A case to be brought.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Case {
    pub opportunity: Id,
    pub title: String,
    pub verdict: Verdict,
    pub value: Option<Money>,
    /// It stands in the agenda of the meeting; while there is none, a dated step is about it.
    pub brought: bool,
}

/// One QBR.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Qbr {
    #[serde(flatten)]
    pub whose: Whose,
    pub tier: Option<Tier>,
    pub arr: Option<Money>,
    /// The day it is planned for, else the last day on which it is in time.
    pub on: NaiveDate,
    /// The step of the meeting; none: not planned yet.
    pub planned: Option<Id>,
    /// The last one that took place.
    pub last_on: Option<NaiveDate>,
    /// At risk: what is mended comes before what is sold.
    pub repair: bool,
    /// To pursue first, then to validate: one or two.
    pub cases: Vec<Case>,
    /// The meeting with its agenda, once it was read.
    #[serde(skip)]
    pub meeting: Option<Step>,
    /// The running cycle, for steps that are planned from here.
    #[serde(skip)]
    pub plan: Option<Id>,
}

/// The QBRs of a quarter, and what they leave open.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Qbrs {
    /// By day; what is overdue first.
    pub coming: Vec<Qbr>,
    /// Accounts that ask for QBRs, had none yet, and have none planned.
    pub never: Vec<Whose>,
    /// Open opportunities that were not looked at again at the last QBR.
    pub unseen: Vec<Id>,
}

#[derive(Debug)]
pub(super) struct Tally {
    today: NaiveDate,
    found: Qbrs,
}

impl Tally {
    pub(super) fn on(today: NaiveDate) -> Self {
        Self { today, found: Qbrs::default() }
    }

    pub(super) fn add(
        &mut self,
        records: &Records,
        standing: &Standing,
        expansion: &Expansion,
        rules: &Rules,
    ) {
        let today = self.today;
        let unseen = expansion.opportunities.iter().filter(|one| one.revisit);
        self.found.unseen.extend(unseen.map(|one| one.id));
        let next = planned(records, today);
        let last_on = held_on(records, MeetingType::Qbr, today);
        let due = match next {
            Some(_) => None,
            None => due(records, rules, today),
        };
        let asked = communication::qbr_every(&records.account, rules).is_some();
        if next.is_none() && last_on.is_none() && asked {
            self.found.never.push(Whose::of(standing));
        }
        let Some(on) = next.and_then(|step| step.due_on).or(due) else { return };
        if on > shift(today, AHEAD) {
            return;
        }
        let repair = standing.score.band == Some(Band::Risk);
        let most = rules.count(Limit::PursuedAtOnce);
        self.found.coming.push(Qbr {
            whose: Whose::of(standing),
            tier: standing.tier,
            arr: standing.arr,
            on,
            planned: next.map(|step| step.id),
            last_on,
            repair,
            cases: if repair {
                Vec::new()
            } else {
                cases(expansion, records, next.is_none(), most)
            },
            meeting: next.cloned(),
            plan: records.plan.as_ref().map(|plan| plan.id),
        });
    }

    pub(super) fn finish(self) -> Qbrs {
        let mut found = self.found;
        found.coming.sort_by(|one, two| {
            (one.on, &one.whose.name, one.whose.account).cmp(&(
                two.on,
                &two.whose.name,
                two.whose.account,
            ))
        });
        found.never.sort_by(|one, two| (&one.name, one.account).cmp(&(&two.name, two.account)));
        found
    }
}

/// The next QBR with a day.
fn planned(records: &Records, today: NaiveDate) -> Option<&Step> {
    let open = records.steps.iter().filter(|step| step.status.open());
    let meets = open.filter(|step| step.meeting_type == Some(MeetingType::Qbr));
    let ahead = meets.filter(|step| step.due_on.is_some_and(|due| due >= today));
    ahead.min_by_key(|step| (step.due_on, step.id))
}

/// The last day on which the next one is in time; none before the first one, or where none is asked
/// for.
fn due(records: &Records, rules: &Rules, today: NaiveDate) -> Option<NaiveDate> {
    let plan = communication::plan(records, rules, today);
    plan.rhythms.iter().find(|rhythm| rhythm.what == "QBR")?.next_on
}

/// The cases to bring, the surest first.
fn cases(expansion: &Expansion, records: &Records, no_day: bool, most: usize) -> Vec<Case> {
    let of = |verdict: Verdict| {
        let is = move |one: &&OpportunityLine| {
            one.judged.as_ref().is_some_and(|judged| judged.verdict == verdict)
        };
        expansion.opportunities.iter().filter(is).map(move |one| (verdict, one))
    };
    let prepared = |opportunity: Id| {
        let steps = records.steps.iter().filter(|step| step.status.open());
        let mut about = steps.filter(|step| step.opportunity_id == Some(opportunity));
        no_day && about.any(|step| step.due_on.is_some())
    };
    of(Verdict::Pursue)
        .chain(of(Verdict::Validate))
        .take(most)
        .map(|(verdict, one)| Case {
            opportunity: one.id,
            title: one.title.clone(),
            verdict,
            value: one.value,
            brought: prepared(one.id),
        })
        .collect()
}
