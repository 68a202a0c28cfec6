//! How the demo book is written down: the shape of `assets/demo/*.toml`.

pub mod relation;

use super::day::Day;
use crate::domain::account::contract::{NoticeUnit, Renewal};
use crate::domain::account::metric::MetricKind;
use crate::domain::account::own_score::Factor;
use crate::domain::account::{Approach, Stage, Status, Tier};
use crate::domain::cell::{Cell, Value};
use crate::domain::contact::{Influence, Level, Role, Stance};
use crate::domain::feedback::{Driver, Scale};
use crate::domain::plan::priority::PriorityKind;
use crate::domain::plan::step::{MeetingType, StepKind, StepOwner, StepStatus};
use crate::domain::revenue::RevenueKind;
use crate::domain::revenue::opportunity::{Hint, OpportunityKind, OpportunityStage};
use crate::domain::review::visit::VisitResult;
use crate::domain::talk::{Side, TalkKind, Topic};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// A word of one of the trade's closed lists.
#[derive(Clone, Copy, Debug)]
pub struct Word<T>(pub T);

impl<'de, T: Cell> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::load(Value::Text(String::deserialize(from)?)).map(Self).map_err(D::Error::custom)
    }
}

/// One file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(default)]
    pub account: Vec<Account>,
    /// Those that are over.
    #[serde(default)]
    pub review: Vec<Review>,
    #[serde(default)]
    pub colleague: Vec<relation::Colleague>,
    /// What we sell.
    #[serde(default)]
    pub offerings: Vec<String>,
    /// People whom no account claims.
    #[serde(default)]
    pub unlinked: Vec<Person>,
}

/// A review that was closed on the day it was opened.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub opened: Day,
    /// Account, why it was looked at, and how it was left.
    pub visits: Vec<(String, String, Word<VisitResult>)>,
    /// Account and the title of a step of it.
    pub promised: Vec<(String, String)>,
    /// Account and what was written down at it.
    pub noted: Vec<(String, Vec<String>)>,
}

/// One account with all that is recorded about it. Amounts are whole euros.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    pub name: String,
    pub status: Option<Word<Status>>,
    pub stage: Option<Word<Stage>>,
    pub tier: Option<Word<Tier>>,
    pub approach: Option<Word<Approach>>,
    pub created: Option<Day>,
    pub since: Option<Day>,
    pub reviewed: Option<Day>,
    pub leaves: Option<Day>,
    pub industry: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub employees: Option<i64>,
    pub turnover: Option<i64>,
    pub note: Option<String>,
    /// (day, kind, change of ARR).
    #[serde(default)]
    pub arr: Vec<(Day, Word<RevenueKind>, i64)>,
    pub contract: Option<Contract>,
    /// Who reports to somebody stands below them.
    #[serde(default)]
    pub people: Vec<Person>,
    #[serde(default)]
    pub talks: Vec<Talk>,
    #[serde(default)]
    pub rhythm: Vec<Rhythm>,
    /// (day, figure, amount).
    #[serde(default)]
    pub figures: Vec<(Day, Word<MetricKind>, f64)>,
    #[serde(default)]
    pub series: Vec<Series>,
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// (day, contact).
    #[serde(default)]
    pub asked: Vec<(Day, String)>,
    /// (day, factor, points).
    #[serde(default)]
    pub mine: Vec<(Day, Word<Factor>, i64)>,
    #[serde(default)]
    pub goals: Vec<Goal>,
    #[serde(default)]
    pub opportunities: Vec<Opportunity>,
    pub plan: Option<Plan>,
    /// Without a plan.
    #[serde(default)]
    pub loose: Vec<Step>,
    #[serde(default)]
    pub relation: relation::Relation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub notice: Option<(i64, Word<NoticeUnit>)>,
    pub renews: Option<bool>,
    pub term: Option<i64>,
    pub renewal: Option<Word<Renewal>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub title: Option<String>,
    pub level: Option<Word<Level>>,
    #[serde(default)]
    pub roles: Vec<Word<Role>>,
    pub email: Option<String>,
    /// The next birthday; the year of birth is made up.
    pub birthday: Option<Day>,
    pub interests: Option<String>,
    pub employer: Option<String>,
    pub influence: Option<Word<Influence>>,
    pub stance: Option<Word<Stance>>,
    pub reports_to: Option<String>,
    pub verified: Option<Day>,
    pub left: Option<Day>,
    pub left_to: Option<String>,
    /// The colleague who keeps the contact.
    pub keeper: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    pub day: Day,
    pub kind: Word<TalkKind>,
    #[serde(default)]
    pub with: Vec<String>,
    /// Not given: a call or meeting that was not missed is two-way.
    pub two_way: Option<bool>,
    #[serde(default)]
    pub missed: bool,
    pub by: Option<Word<Side>>,
    pub mood: Option<i64>,
    #[serde(default)]
    pub topics: Vec<Word<Topic>>,
    pub about: String,
    pub said: Option<String>,
    pub note: Option<String>,
    /// The opportunity it was about.
    pub deal: Option<String>,
}

/// Talks that came round: one every so many days, lines and people taking turns.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    pub from: Day,
    pub to: Day,
    pub every: usize,
    pub kind: Word<TalkKind>,
    pub with: Vec<String>,
    /// One of them sent it or asked for it.
    pub by: Option<Word<Side>>,
    #[serde(default)]
    pub moods: Vec<i64>,
    #[serde(default)]
    pub topics: Vec<Word<Topic>>,
    pub about: Vec<String>,
}

/// A figure taken every so many days.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub kind: Word<MetricKind>,
    pub from: Day,
    pub every: i64,
    pub amounts: Vec<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub day: Day,
    /// None: anonymous.
    pub who: Option<String>,
    pub scale: Option<Word<Scale>>,
    pub points: i64,
    pub why: Option<String>,
    pub driver: Option<Word<Driver>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    pub title: String,
    pub metric: Option<String>,
    pub start: f64,
    pub now: f64,
    pub target: f64,
    pub from: Day,
    pub due: Day,
    pub measured: Day,
    /// What we sell that serves it.
    pub offering: Option<String>,
    pub relationship: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
    pub title: String,
    pub kind: Option<Word<OpportunityKind>>,
    pub amount: Option<i64>,
    pub ease: Option<i64>,
    pub stage: Word<OpportunityStage>,
    pub close: Option<Day>,
    pub champion: Option<String>,
    pub created: Day,
    /// The three questions.
    pub problem: Option<bool>,
    pub interest: Option<bool>,
    pub timing: Option<bool>,
    /// The six checks.
    pub fits: Option<bool>,
    pub measurable: Option<bool>,
    pub inside: Option<bool>,
    pub deliverable: Option<bool>,
    pub budget: Option<bool>,
    pub pilot: Option<bool>,
    pub case: Option<String>,
    #[serde(default)]
    pub hints: Vec<Word<Hint>>,
    pub next_talk: Option<Day>,
    pub budget_month: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub starts: Day,
    #[serde(default)]
    pub priorities: Vec<Priority>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    pub kind: Word<PriorityKind>,
    pub title: String,
    pub metric: Option<String>,
    #[serde(default)]
    pub steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub title: String,
    pub due: Option<Day>,
    /// The day it was written down; else the start of its plan.
    pub created: Option<Day>,
    /// Where it was moved: the day first promised.
    pub first: Option<Day>,
    pub kind: Option<Word<StepKind>>,
    pub owner: Option<Word<StepOwner>>,
    /// The owner's name, where it is not me.
    pub who: Option<String>,
    /// The contact it is for.
    pub to: Option<String>,
    pub status: Option<Word<StepStatus>>,
    pub done: Option<Day>,
    pub checked: Option<String>,
    pub signal: Option<String>,
    pub playbook: Option<String>,
    pub meeting: Option<Word<MeetingType>>,
    pub at: Option<String>,
    pub agenda: Option<String>,
    /// The opportunity it serves.
    pub deal: Option<String>,
}
