//! One account of the review: what was decided about it, and how it is left.

pub mod act;
pub mod asks;
pub mod draw;
mod places;
#[cfg(test)]
mod tests;

use crate::desk::{Act, Commit};
use crate::domain::account::own_score::Factor;
use crate::domain::book::row::Dossier;
use crate::domain::change::Change;
use crate::domain::day::shift;
use crate::domain::plan::step::{Step, StepStatus};
use crate::domain::record::expected;
use crate::domain::review::Review;
use crate::domain::review::deed;
use crate::domain::review::event::changed;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::sentence::risk;
use crate::domain::review::visit::{Visit, VisitResult};
use crate::domain::signal::rest;
use crate::tui::action::{Deed, Opening, Wish};
use crate::tui::form::kind::{note, score};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::{Months, NaiveDate};
use draw::Told;

/// An account that is looked at, with all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub ritual: &'a Ritual,
    pub review: &'a Review,
    pub visit: &'a Visit,
    pub dossier: &'a Dossier,
    /// How long it was looked at since it came on the screen.
    pub seconds: i64,
    pub sight: &'a Sight<'a>,
}

impl<'a> Look<'a> {
    const fn facts(&self) -> deed::Look<'a> {
        deed::Look {
            records: &self.dossier.records,
            standing: &self.dossier.standing,
            rules: self.sight.rules,
            today: self.sight.today,
        }
    }

    fn name(&self) -> &'a str {
        &self.dossier.records.account.name
    }

    /// Nothing is written where another program has left the account in the meantime.
    fn commit(&self, says: &str, changes: Vec<Change>) -> Option<Wish> {
        let account = self.visit.account_id;
        let act = Act::edit(format!("{}: {says}", self.name()), Some(account));
        let held = expected(self.visit, std::iter::once("result"));
        (!changes.is_empty()).then(|| Wish::Commit(Commit::new(act, changes).expecting(held)))
    }

    /// Something was written down about it in this review.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        let records = &self.dossier.records;
        let opened = self.review.opened_on;
        let of_step = |step: &Step| {
            let done = step.status == StepStatus::Done && step.done_on >= Some(opened);
            step.id.0 > self.review.steps_before || done
        };
        let note = note::label(self.name());
        records.steps.iter().any(of_step)
            || records.own_scores.iter().any(|one| one.on_date >= opened)
            || records.written.iter().any(|one| one.on_date >= opened && one.label == note)
    }

    /// Fine: what is shown rests, and the account was reviewed.
    #[must_use]
    pub fn fine(&self) -> Option<Wish> {
        let facts = self.facts();
        if !self.is_decided() {
            return self.commit("fine", deed::fine(&facts, self.visit, self.seconds));
        }
        let mut changes = rest::fine(facts.records, facts.standing, facts.rules, facts.today);
        changes.extend(deed::decided(&facts, self.visit, self.seconds));
        self.commit("decided, the rest is fine", changes)
    }

    /// On to the next one: what was decided stands, else it is passed over.
    #[must_use]
    pub fn leave(&self) -> Option<Wish> {
        let left = self.visit.result;
        // What was put off is not reviewed by passing it again; fine says so.
        let stays = matches!(left, Some(VisitResult::Decided | VisitResult::Later));
        if self.is_decided() && !stays {
            return self.commit("decided", deed::decided(&self.facts(), self.visit, self.seconds));
        }
        let score = self.dossier.standing.score.value;
        let passed = deed::skip(self.visit, score, self.seconds).filter(|_| left.is_none());
        self.commit("passed over", passed.into_iter().collect())
    }

    /// All that asks here rests until a day.
    #[must_use]
    pub fn later(&self, until: NaiveDate) -> Option<Wish> {
        let day = phrase::weekday(until, self.sight.today);
        let changes = deed::later(&self.facts(), self.visit, until, self.seconds);
        self.commit(&format!("later, {day}"), changes)
    }

    /// The days until which it may rest.
    #[must_use]
    pub fn ask_until(&self) -> Wish {
        let today = self.sight.today;
        let month = today.checked_add_months(Months::new(1)).unwrap_or(today);
        let days = [
            ("tomorrow", shift(today, 1)),
            ("in a week", shift(today, 7)),
            ("in two weeks", shift(today, 14)),
            ("in a month", month),
        ];
        let items = days.into_iter().map(|(label, until)| {
            let deed = Deed::Later { code: String::new(), until };
            Item::new(label, phrase::weekday(until, today), Wish::Do(deed))
        });
        let pick = Pick::new(format!("{}: later", self.name()), items.collect())
            .lead(["What asks here rests until then, or until it worsens.".to_owned()])
            .at(1);
        Wish::Open(Opening::Pick(pick))
    }

    /// How you feel about it, by one digit: 0 is 10.
    #[must_use]
    pub fn pulse(&self, digit: u8) -> Wish {
        let points = if digit == 0 { 10 } else { i64::from(digit) };
        Wish::Commit(score::commit(self.dossier, Factor::Pulse, points, None, self.sight.today))
    }

    /// What is told beside its records.
    #[must_use]
    pub fn told(&self) -> Told {
        let Dossier { records, standing, .. } = self.dossier;
        let (rules, today) = (self.sight.rules, self.sight.today);
        let since = self.ritual.since(self.visit.account_id);
        let events = since.map(|since| changed(records, standing, since, rules, today));
        let left = self.visit.result.map(|result| match result {
            VisitResult::Skipped => "passed over",
            other => other.word(),
        });
        Told {
            why: self.visit.why.clone(),
            risk: risk(records, standing, rules, today).text,
            changed: events.unwrap_or_default().into_iter().map(|one| (one.on, one.text)).collect(),
            since: since.filter(|since| since.reviewed).map(|since| since.on),
            left,
            steps_before: self.review.steps_before,
        }
    }
}
