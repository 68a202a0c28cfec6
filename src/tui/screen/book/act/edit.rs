//! Editing what is chosen in its form, and own scores by digit.

use crate::domain::account::own_score::Factor;
use crate::domain::plan::step::Step;
use crate::tui::action::{Deed, Opening, What, Wish};
use crate::tui::form::kind::score;
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::{BookScreen, Chosen, Pane, Sight, Tab};

impl BookScreen {
    /// The form of what is chosen; where nothing is, of what the pane is for.
    pub(super) fn edit(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(account) = self.account(sight.book).map(|account| account.0) else {
            return self.add(What::Account, sight);
        };
        let subject = match self.chosen(sight) {
            // A signal is acted on; what is edited beside it is the account.
            Some(Chosen::Account(_) | Chosen::Signal(_)) => {
                Subject::Account { account: Some(account) }
            }
            Some(Chosen::Person(contact)) => {
                Subject::Person { account: Some(account), contact: Some(contact.0), level: None }
            }
            Some(Chosen::Seat(level)) => Subject::Person {
                account: Some(account),
                contact: None,
                level: Some(level.to_string()),
            },
            Some(Chosen::Factor(factor)) => {
                Subject::Score { account, factor: Some(factor.to_string()), points: None }
            }
            Some(Chosen::Step(step)) => step_form(step),
            Some(Chosen::Priority(priority)) => {
                Subject::Priority { account, priority: Some(priority.id.0) }
            }
            Some(Chosen::Cycle(plan)) => Subject::Plan { account, plan: Some(plan.id.0) },
            Some(Chosen::Talk(entry)) => {
                Subject::Talk { account, talk: Some(entry.talk.id.0), with: None, about: None }
            }
            Some(Chosen::OldTasks) => return self.old_tasks(sight),
            Some(Chosen::Line(entry)) => return self.edit_entry(entry, sight),
            None => return self.nothing_to_edit(sight),
        };
        vec![Wish::Open(Opening::Form(subject))]
    }

    fn nothing_to_edit(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match (self.pane, self.tab) {
            // Before the account is read nothing can be chosen.
            _ if self.dossier(sight).is_none() => Vec::new(),
            (Pane::Tab, Tab::Plan) => self.add(What::Plan, sight),
            (Pane::Tab, Tab::Log) => self.add(What::Talk, sight),
            // A view of people with nobody in it.
            (Pane::Map, _) => self.add(What::Person, sight),
            _ => vec![Wish::Say("There is nothing here to edit yet.".to_owned())],
        }
    }

    /// A digit on a factor: an own score.
    pub(super) fn digit(&mut self, digit: u8, sight: &Sight<'_>) -> Vec<Wish> {
        let points = if digit == 0 { 10 } else { i64::from(digit) };
        match self.chosen(sight) {
            Some(Chosen::Factor(factor)) => self.own_score(factor, points, sight),
            // Where nothing is scored yet, a digit says how it feels.
            None if self.pane == Pane::Score => self.own_score(Factor::Pulse, points, sight),
            _ => vec![Wish::Say("A digit scores the factor that is chosen.".to_owned())],
        }
    }

    /// Writes it at once; where a word on it is wanted, asks for that first.
    pub(super) fn own_score(
        &mut self,
        factor: Factor,
        points: i64,
        sight: &Sight<'_>,
    ) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let account = dossier.records.account.id.0;
        self.last = Some(Deed::Score { factor, points });
        let held = score::in_force(dossier, factor);
        if held.is_some_and(|held| held.on_date == sight.today && held.points == points) {
            return vec![Wish::Say(format!("{factor} is {points} already, said today."))];
        }
        if score::asks(dossier, factor, points).is_some() {
            let factor = Some(factor.to_string());
            let subject = Subject::Score { account, factor, points: Some(points) };
            return vec![Wish::Open(Opening::Form(subject))];
        }
        vec![Wish::Commit(score::commit(dossier, factor, points, None, sight.today))]
    }
}

fn step_form(step: &Step) -> Subject {
    Subject::Step {
        account: step.account_id.map(|account| account.0),
        step: Some(step.id.0),
        kind: step.kind.to_string(),
        signal: None,
        about: None,
    }
}
