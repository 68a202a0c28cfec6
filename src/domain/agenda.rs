//! What falls due: steps, promises and meetings, and the days that the contract, the feedback
//! agreement, their goals and the opportunities bring by themselves.

use super::account::Status;
use super::account::contract::Renewal;
use super::account::goal::GoalStatus;
use super::away::{self, Span};
use super::cell::Id;
use super::contact::birthday;
use super::day::{day, shift};
use super::feedback::agreement::agreement;
use super::forecast;
use super::ours::promises::promises;
use super::plan::cycle::CYCLE_DAYS;
use super::plan::step::{Step, StepKind, StepOwner};
use super::records::Records;
use super::renewal::{act_by, clock::clock, question::question};
use super::revenue::opportunity::OpportunityStage;
use super::rules::Rules;
use super::signal::sentence::names;
use super::word::words;
use chrono::NaiveDate;

words! {
    /// What kind of thing falls due, in the order of a day.
    What {
        Meeting = "meeting", Promise = "promise", Notice = "notice", End = "end",
        Outcome = "outcome", Renewal = "renewal", Step = "step", Milestone = "milestone",
        Opportunity = "opportunity", Goal = "goal", Cycle = "plan", Forecast = "forecast",
        Survey = "survey", Birthday = "birthday",
    }
}

impl What {
    /// Asked for from its day on, and not late because of that.
    #[must_use]
    pub const fn waits(self) -> bool {
        matches!(self, Self::Outcome | Self::Forecast | Self::Survey)
    }
}

/// One thing on one day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Due {
    /// Before today: late, or waiting since then.
    pub on: NaiveDate,
    pub what: What,
    /// None: no account claims it.
    pub account: Option<Id>,
    pub name: String,
    pub text: String,
    /// `09:30`.
    pub at_time: Option<String>,
    /// The record it is about: its table and number.
    pub about: Option<(&'static str, Id)>,
    /// The user is away on that day.
    pub away: bool,
}

/// The things of one day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Day {
    pub on: NaiveDate,
    pub dues: Vec<Due>,
}

/// All that falls due up to a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Agenda {
    pub today: NaiveDate,
    /// The last day of it.
    pub until: NaiveDate,
    /// Of the days before today, the oldest first.
    pub late: Vec<Due>,
    /// Asked for since a day before today: outcomes, forecasts, feedback.
    pub waiting: Vec<Due>,
    /// Today and the days after it that bring something.
    pub days: Vec<Day>,
    /// When the user is away, as far as that touches these days.
    pub away: Vec<Span>,
}

/// Groups what falls due by day; in a day what has its time comes first.
#[must_use]
pub fn agenda(mut dues: Vec<Due>, rules: &Rules, today: NaiveDate, until: NaiveDate) -> Agenda {
    dues.retain(|due| due.on <= until);
    for due in &mut dues {
        due.away = away::on(due.on, &rules.away);
    }
    dues.sort_by(|one, other| {
        let place = |due: &Due| (due.on, due.at_time.is_none(), due.at_time.clone(), due.what);
        let name = |due: &Due| (due.name.to_lowercase(), due.account, due.about.map(|(_, id)| id));
        (place(one), name(one)).cmp(&(place(other), name(other)))
    });
    let (past, ahead): (Vec<Due>, Vec<Due>) = dues.into_iter().partition(|due| due.on < today);
    let (mut waiting, late): (Vec<Due>, Vec<Due>) =
        past.into_iter().partition(|due| due.what.waits());
    waiting.sort_by_key(|due| due.what);
    let days = ahead
        .chunk_by(|one, other| one.on == other.on)
        .filter_map(|dues| Some(Day { on: dues.first()?.on, dues: dues.to_vec() }))
        .collect();
    let touches = |(from, to): &&Span| *from <= until && *to >= today;
    let away = rules.away.iter().filter(touches).copied().collect();
    Agenda { today, until, late, waiting, days, away }
}

/// What falls due on one account up to a day, in no order. Of an account outside the book only
/// what somebody planned.
#[must_use]
pub fn of(records: &Records, rules: &Rules, today: NaiveDate, until: NaiveDate) -> Vec<Due> {
    let mut account = Account { records, dues: Vec::new(), today, until };
    if records.account.archived_on.is_some() {
        return account.dues;
    }
    account.steps();
    if records.account.in_book() {
        account.contract(rules);
        account.forecast(rules);
        account.plan();
        account.goals();
        account.opportunities();
        account.survey(rules);
        account.birthdays();
    }
    account.dues
}

/// A step that no account claims.
#[must_use]
pub fn unlinked(step: &Step, until: NaiveDate) -> Option<Due> {
    let on = step.due_on.filter(|due| step.status.open() && *due <= until)?;
    Some(Due {
        on,
        what: what(step.kind),
        account: None,
        name: String::new(),
        text: step.title.clone(),
        at_time: step.at_time.clone(),
        about: Some(("step", step.id)),
        away: false,
    })
}

const fn what(kind: StepKind) -> What {
    match kind {
        StepKind::Step => What::Step,
        StepKind::Milestone => What::Milestone,
        StepKind::Promise => What::Promise,
        StepKind::Meeting => What::Meeting,
    }
}

struct Account<'a> {
    records: &'a Records,
    dues: Vec<Due>,
    today: NaiveDate,
    until: NaiveDate,
}

impl Account<'_> {
    fn push(&mut self, on: NaiveDate, what: What, text: String, about: (&'static str, Id)) {
        if on <= self.until {
            self.dues.push(Due {
                on,
                what,
                account: Some(self.records.account.id),
                name: self.records.account.name.clone(),
                text,
                at_time: None,
                about: Some(about),
                away: false,
            });
        }
    }

    /// Only where the day is still to come.
    fn ahead(&mut self, on: NaiveDate, what: What, text: String, about: (&'static str, Id)) {
        if on >= self.today {
            self.push(on, what, text, about);
        }
    }

    fn this(&self) -> (&'static str, Id) {
        ("account", self.records.account.id)
    }

    fn steps(&mut self) {
        let promised = promises(self.records, self.today);
        for step in self.records.steps.iter().filter(|step| step.status.open()) {
            let Some(due) = step.due_on else { continue };
            let promise = promised.iter().find(|one| one.step == step.id);
            let mut text = step.title.clone();
            if let Some(promise) = promise {
                let to = promise.to.as_ref().filter(|to| !step.title.contains(to.as_str()));
                let to = to.map(|to| format!(" for {to}"));
                text.push_str(&to.unwrap_or_default());
                if promise.checked_by.is_none() {
                    text.push_str(", unchecked");
                }
            }
            if step.owner != StepOwner::Me {
                let who = step.owner_name.as_deref().unwrap_or(step.owner.word());
                text.extend([" (", who, ")"]);
            }
            self.push(due, what(step.kind), text, ("step", step.id));
            if let Some(pushed) = self.dues.last_mut().filter(|_| due <= self.until) {
                pushed.at_time.clone_from(&step.at_time);
            }
        }
    }

    fn contract(&mut self, rules: &Rules) {
        let (records, today) = (self.records, self.today);
        let account = &records.account;
        if let Some(leaves) = account.leaves_on.filter(|_| account.status == Status::Notified) {
            self.ahead(leaves, What::End, "leaves".to_owned(), self.this());
        }
        if let Some(question) = question(records, today) {
            self.push(question.since, What::Outcome, question.text, self.this());
        }
        let Some(contract) = &records.contract else { return };
        let over = matches!(contract.renewal, Renewal::Signed | Renewal::Lost);
        let Some(act) = act_by(contract).filter(|_| account.status == Status::Active && !over)
        else {
            return;
        };
        let (about, stands) = (("contract", contract.id), contract.renewal);
        let ends = day(act.ends_on, today);
        if act.act_by < act.ends_on {
            let text = format!("last day to give notice, ends {ends}; {}", talks(stands));
            self.ahead(act.act_by, What::Notice, text, about);
        }
        self.ahead(act.ends_on, What::End, format!("contract ends; {}", talks(stands)), about);
        if stands == Renewal::NotStarted {
            let begin = clock(act, rules, today).open_on;
            let by = day(act.act_by, today);
            self.ahead(begin, What::Renewal, format!("begin renewal talks, act by {by}"), about);
        }
    }

    fn forecast(&mut self, rules: &Rules) {
        let asked = forecast::ask::ask(self.records, rules, self.today);
        let coming = || {
            let ask = forecast::ask::ask(self.records, rules, self.until)?;
            (ask.since > self.today).then_some(ask)
        };
        if let Some(ask) = asked.or_else(coming) {
            let ends = day(ask.ends_on, self.today);
            let text = format!("your forecast for the end on {ends}");
            self.push(ask.since, What::Forecast, text, self.this());
        }
    }

    fn plan(&mut self) {
        let Some(plan) = &self.records.plan else { return };
        let text = "the cycle ends: carry, drop or tick off each open step".to_owned();
        let last = shift(plan.starts_on, CYCLE_DAYS - 1);
        self.push(last, What::Cycle, text, ("plan", plan.id));
    }

    fn goals(&mut self) {
        let goals = self.records.goals.iter();
        for goal in goals.filter(|goal| goal.status == GoalStatus::Running) {
            let text = format!("their goal: {}", goal.title);
            self.push(goal.due_on, What::Goal, text, ("goal", goal.id));
        }
    }

    fn opportunities(&mut self) {
        use OpportunityStage::{Lost, Parked, Won};
        for one in &self.records.opportunities {
            let about = ("opportunity", one.id);
            if matches!(one.stage, Won | Lost | Parked) {
                continue;
            }
            if let Some(next) = one.next_talk_on {
                self.push(next, What::Opportunity, format!("talk about {}", one.title), about);
            }
            if let Some(close) = one.close_on {
                self.ahead(
                    close,
                    What::Opportunity,
                    format!("{} is to be closed", one.title),
                    about,
                );
            }
        }
    }

    fn survey(&mut self, rules: &Rules) {
        let found = agreement(self.records, rules, self.today);
        if let Some(first) = found.due.first() {
            let people: Vec<&str> = found.due.iter().map(|one| one.name.as_str()).collect();
            let text = format!("ask for feedback: {}", names(&people));
            self.push(first.due_on, What::Survey, text, ("contact", first.contact));
        } else if let Some(next) = found.next_on {
            self.ahead(next, What::Survey, "ask for feedback".to_owned(), self.this());
        }
        if let Some(results) = found.results_due_on {
            let text = "share the results of the feedback".to_owned();
            self.push(results, What::Survey, text, self.this());
        }
    }

    fn birthdays(&mut self) {
        let (records, today) = (self.records, self.today);
        for contact in records.contacts.iter().filter(|contact| contact.active_on(today)) {
            let next = contact.birthday.and_then(|born| birthday::next(born, today));
            if let Some(next) = next {
                let text = contact.name.clone();
                self.ahead(next, What::Birthday, text, ("contact", contact.id));
            }
        }
    }
}

const fn talks(stands: Renewal) -> &'static str {
    match stands {
        Renewal::NotStarted => "talks not started",
        Renewal::InTalks => "in talks",
        Renewal::VerbalYes => "verbal yes",
        Renewal::Signed => "signed",
        Renewal::Lost => "lost",
    }
}

#[cfg(test)]
mod tests;
