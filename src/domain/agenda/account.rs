//! What falls due on one account.

use super::{Due, What, Whose, rhythm};
use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::account::goal::GoalStatus;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, birthday};
use crate::domain::day::{day, days_between, shift};
use crate::domain::feedback::agreement::agreement;
use crate::domain::forecast;
use crate::domain::ours::away::Away;
use crate::domain::ours::promises::promises;
use crate::domain::plan::cycle::CYCLE_DAYS;
use crate::domain::plan::step::{Step, StepKind, StepOwner};
use crate::domain::records::Records;
use crate::domain::renewal::{act_by, clock::clock, question::question};
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::Rules;
use crate::domain::signal::sentence::names;
use crate::domain::signal::table;
use chrono::NaiveDate;

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
        rhythm::rhythms(&mut account, rules);
        rhythm::snoozes(&mut account, rules);
    }
    account.dues
}

/// A step that no account claims.
#[must_use]
pub fn unlinked(step: &Step, today: NaiveDate, until: NaiveDate) -> Option<Due> {
    let whose = Account::whose(step, &[]);
    let on = step.due_on.or_else(|| whose.is_some().then_some(step.created_on));
    let on = on.filter(|on| step.status.open() && *on <= until)?;
    Some(Due {
        at_time: step.at_time.clone(),
        about: Some(("step", step.id)),
        whose,
        undated: step.due_on.is_none(),
        ground: ground(step, today),
        ..Due::new(on, What::of_step(step.kind), step.title.clone())
    })
}

/// Where a step comes from.
fn ground(step: &Step, today: NaiveDate) -> String {
    let mut parts = Vec::new();
    let first = step.first_due_on.filter(|first| Some(*first) != step.due_on);
    parts.extend(first.map(|first| format!("first promised for {}", day(first, today))));
    parts.extend(step.playbook.as_ref().map(|name| format!("playbook {name}")));
    let served = step.signal.as_deref().and_then(table::rule);
    parts.extend(served.map(|rule| format!("for “{}”", rule.title)));
    parts.extend(step.checked_by.as_ref().map(|who| format!("checked by {who}")));
    parts.join(" · ")
}

/// An absence of the user, on its first day, or today while it lasts; none once it is over.
#[must_use]
pub fn absence(away: &Away, today: NaiveDate, until: NaiveDate) -> Option<Due> {
    let on = away.from_on.max(today);
    if away.to_on < on || on > until {
        return None;
    }
    let days = days_between(away.from_on, away.to_on) + 1;
    let note = away.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    let text = format!("away until {}, {days} d{note}", day(away.to_on, today));
    Some(Due { about: Some(("away", away.id)), ..Due::new(on, What::Away, text) })
}

pub(super) struct Account<'a> {
    pub(super) records: &'a Records,
    dues: Vec<Due>,
    pub(super) today: NaiveDate,
    pub(super) until: NaiveDate,
}

impl Account<'_> {
    /// Within the days that are looked at.
    pub(super) fn put(&mut self, due: Due) {
        if due.on <= self.until {
            let Self { records, .. } = self;
            let name = records.account.name.clone();
            self.dues.push(Due { account: Some(records.account.id), name, ..due });
        }
    }

    pub(super) fn push(
        &mut self,
        on: NaiveDate,
        what: What,
        text: String,
        about: (&'static str, Id),
    ) {
        self.put(Due { about: Some(about), ..Due::new(on, what, text) });
    }

    /// Only where the day is still to come.
    fn ahead(&mut self, on: NaiveDate, what: What, text: String, about: (&'static str, Id)) {
        if on >= self.today {
            self.push(on, what, text, about);
        }
    }

    pub(super) fn this(&self) -> (&'static str, Id) {
        ("account", self.records.account.id)
    }

    fn steps(&mut self) {
        let promised = promises(self.records, self.today);
        for step in self.records.steps.iter().filter(|step| step.status.open()) {
            let whose = Self::whose(step, &self.records.contacts);
            // What somebody else is to do is not forgotten for want of a day.
            let on = match step.due_on {
                Some(due) => due,
                None if whose.is_some() => step.created_on,
                None => continue,
            };
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
            if whose.is_none() && step.owner != StepOwner::Me {
                let who = step.owner_name.as_deref().unwrap_or(step.owner.word());
                text.extend([" (", who, ")"]);
            }
            self.put(Due {
                at_time: step.at_time.clone(),
                about: Some(("step", step.id)),
                whose,
                undated: step.due_on.is_none(),
                signal: step.signal.clone(),
                ground: ground(step, self.today),
                ..Due::new(on, What::of_step(step.kind), text)
            });
        }
    }

    /// Who else is to do it. A meeting is the user's own day as well, whoever called it.
    fn whose(step: &Step, contacts: &[Contact]) -> Option<Whose> {
        if step.owner == StepOwner::Me || step.kind == StepKind::Meeting {
            return None;
        }
        let contact = contacts
            .iter()
            .filter(|_| step.owner == StepOwner::Client)
            .find(|contact| Some(contact.id) == step.contact_id);
        let name = step.owner_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = name.or(contact.map(|contact| contact.name.as_str())).map(str::to_owned);
        Some(Whose { side: step.owner, name })
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
        let asked = forecast::ask::ask(self.records, rules, self.today).map(|ask| ask.since);
        let coming = forecast::ask::coming(self.records, rules, self.today);
        let Some(ends) = self.records.contract.as_ref().and_then(|one| one.ends_on) else { return };
        for on in asked.into_iter().chain(coming) {
            let text = format!("your forecast for the end on {}", day(ends, self.today));
            self.push(on, What::Forecast, text, self.this());
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
            let closes = |day: &NaiveDate| Some(*day) == one.close_on;
            if let Some(next) = one.next_talk_on {
                let end = if closes(&next) { ", to be closed that day" } else { "" };
                let text = format!("talk about {}{end}", one.title);
                self.push(next, What::Opportunity, text, about);
            }
            // A talk on that very day says it already.
            if let Some(close) =
                one.close_on.filter(|_| !one.next_talk_on.as_ref().is_some_and(closes))
            {
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
            self.push(results, What::Results, text, self.this());
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
