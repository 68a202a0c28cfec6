//! What an account asks for and what is to be done there: its signals, then its steps, one of them
//! chosen.

use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::plan::step::{Step, StepStatus};
use crate::domain::signal::Signal;
use crate::tui::screen::book::signals;
use chrono::NaiveDate;

/// A line that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line<'a> {
    Signal(&'a Signal),
    Step(&'a Step),
}

impl Line<'_> {
    fn key(&self) -> Key {
        match self {
            Self::Signal(signal) => Key::Signal(signal.code.to_owned()),
            Self::Step(step) => Key::Step(step.id),
        }
    }
}

/// What a line is known by, wherever it moves to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Signal(String),
    Step(Id),
}

/// What is done by looking at the account at all.
const OWN_REVIEW: &str = "own-review-late";

/// The signals that are told.
pub fn told(dossier: &Dossier) -> impl Iterator<Item = &Signal> {
    signals::told(dossier).into_iter().filter(|signal| signal.code != OWN_REVIEW)
}

/// The signals, then what is open, and what was done today.
#[must_use]
pub fn lines(dossier: &Dossier, today: NaiveDate) -> Vec<Line<'_>> {
    let signals = told(dossier).map(Line::Signal);
    let done = |step: &&Step| step.status == StepStatus::Done && step.done_on == Some(today);
    let steps = dossier.records.steps.iter();
    let mut steps: Vec<&Step> = steps.filter(|step| step.status.open() || done(step)).collect();
    steps.sort_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    signals.chain(steps.into_iter().map(Line::Step)).collect()
}

/// Which line is chosen.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    account: Option<Id>,
    at: usize,
    held: Option<Key>,
}

impl Choice {
    /// Its place among the lines of an account; the first one of another account.
    #[must_use]
    pub fn place(&self, dossier: &Dossier, lines: &[Line<'_>]) -> usize {
        if self.account != Some(dossier.records.account.id) {
            return 0;
        }
        let found = lines.iter().position(|line| Some(line.key()) == self.held);
        found.unwrap_or(self.at).min(lines.len().saturating_sub(1))
    }

    /// Up or down.
    pub fn go(&mut self, by: isize, dossier: &Dossier, today: NaiveDate) {
        let lines = lines(dossier, today);
        let last = lines.len().saturating_sub(1);
        let at = self.place(dossier, &lines).saturating_add_signed(by).min(last);
        let held = lines.get(at).map(Line::key);
        *self = Self { account: Some(dossier.records.account.id), at, held };
    }

    /// The line itself.
    #[must_use]
    pub fn line<'a>(&self, dossier: &'a Dossier, today: NaiveDate) -> Option<Line<'a>> {
        let lines = lines(dossier, today);
        lines.get(self.place(dossier, &lines)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::book::fixture;

    #[test]
    fn the_signals_come_before_the_steps_and_the_choice_stays_with_its_line() {
        let (mut dossier, today) = (fixture::dossier(), fixture::today());
        let told = signals::told(&dossier).len();
        let all = lines(&dossier, today);
        assert!(matches!(all[told - 1], Line::Signal(_)) && matches!(all[told], Line::Step(_)));
        let dues: Vec<_> = all[told..]
            .iter()
            .filter_map(|line| if let Line::Step(step) = line { step.due_on } else { None })
            .collect();
        assert!(dues.is_sorted() && dues.len() > 2, "{dues:?}");

        let mut choice = Choice::default();
        assert_eq!(choice.line(&dossier, today), Some(all[0]));
        choice.go(isize::MAX, &dossier, today);
        assert_eq!(choice.place(&dossier, &all), all.len() - 1);
        choice.go(-1, &dossier, today);
        let Some(Line::Step(held)) = choice.line(&dossier, today) else { panic!("a step") };
        let held = held.id;
        // Another step goes: the chosen one is still the chosen one.
        let gone = all.iter().position(|line| matches!(line, Line::Step(_))).expect("a step");
        let Line::Step(gone) = all[gone] else { panic!("a step") };
        let gone = gone.id;
        assert_ne!(gone, held);
        dossier.records.steps.retain(|step| step.id != gone);
        let Some(Line::Step(now)) = choice.line(&dossier, today) else { panic!("a step") };
        assert_eq!(now.id, held);
    }

    #[test]
    fn another_account_begins_with_its_first_line() {
        let (mut dossier, today) = (fixture::dossier(), fixture::today());
        let mut choice = Choice::default();
        choice.go(2, &dossier, today);
        assert_eq!(choice.place(&dossier, &lines(&dossier, today)), 2);
        dossier.records.account.id = Id(99);
        assert_eq!(choice.place(&dossier, &lines(&dossier, today)), 0);
    }
}
