//! What is done beside the view: a line logged, the brief before a talk, something copied.

use crate::tui::action::{Opening, Wish};
use crate::tui::screen::book::{BookScreen, Chosen, Sight};

const NO_ACCOUNT: &str = "First an account: a adds one.";

impl BookScreen {
    /// The line that says what happened, of the account that is looked at.
    pub(super) fn capture(&self, sight: &Sight<'_>) -> Vec<Wish> {
        if sight.whole.rows.is_empty() {
            return vec![Wish::Say(NO_ACCOUNT.to_owned())];
        }
        vec![Wish::Open(Opening::Capture(self.account(sight.book)))]
    }

    pub(super) fn brief(&self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.account(sight.book) {
            Some(account) => vec![Wish::Open(Opening::Brief(account))],
            None => vec![Wish::Say(NO_ACCOUNT.to_owned())],
        }
    }

    /// What is chosen comes first among what can be copied.
    pub(super) fn copy(&self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(account) = self.account(sight.book) else {
            return vec![Wish::Say(NO_ACCOUNT.to_owned())];
        };
        let chosen = match self.chosen(sight) {
            Some(Chosen::Person(person)) => Some(("contact", person)),
            Some(Chosen::Step(step)) => Some(("step", step.id)),
            _ => None,
        };
        let marked = self.marked.iter().copied().collect();
        vec![Wish::Open(Opening::Copy { account, marked, chosen })]
    }
}
