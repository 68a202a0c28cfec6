//! Where in a review somebody stands, and what comes before and after it. It is noted in the book
//! after each move, so that a review goes on where it was left.

use crate::domain::cell::Id;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::stage::Stage;
use crate::domain::review::visit::Visit;
use serde_json::{Value, json};

/// Its key among the notes of the program.
pub const KEY: &str = "review";

/// A stage of the running review, and the account that is looked at there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub review: Id,
    pub stage: Stage,
    /// The last one that was looked at, in the other stages too.
    pub account: Option<Id>,
}

impl Cursor {
    /// Where a review goes on: as noted, else where its first account waits, else at its beginning.
    #[must_use]
    pub fn of(ritual: &Ritual, noted: Option<&str>) -> Option<Self> {
        let review = ritual.review.as_ref()?.id;
        let begun = ritual.visits.iter().any(|visit| visit.result.is_some());
        let stage = if begun { Stage::Accounts } else { Stage::LastWeek };
        let anew = Self { review, stage, account: None };
        let cursor = noted.and_then(|noted| Self::read(noted, review)).unwrap_or(anew);
        Some(cursor.held(ritual))
    }

    fn read(noted: &str, review: Id) -> Option<Self> {
        let noted: Value = serde_json::from_str(noted).ok()?;
        let number = |key: &str| noted.get(key).and_then(Value::as_i64).map(Id);
        (number("review") == Some(review)).then_some(())?;
        let stage = noted.get("stage").and_then(Value::as_str).and_then(Stage::from_word)?;
        Some(Self { review, stage, account: number("account") })
    }

    /// For the note.
    #[must_use]
    pub fn write(&self) -> String {
        json!({ "review": self.review, "stage": self.stage.word(), "account": self.account })
            .to_string()
    }

    /// Among the accounts one of them is looked at, however others come and go.
    #[must_use]
    pub fn held(self, ritual: &Ritual) -> Self {
        if self.stage != Stage::Accounts || self.visit(ritual).is_some() {
            return self;
        }
        match waiting(ritual) {
            Some(visit) => Self { account: Some(visit.account_id), ..self },
            None => Self { stage: Stage::Rest, ..self }.passing(ritual, Stage::next),
        }
    }

    /// The account that is looked at.
    #[must_use]
    pub fn visit<'a>(&self, ritual: &'a Ritual) -> Option<&'a Visit> {
        let here = |visit: &&Visit| Some(visit.account_id) == self.account;
        ritual.queued().find(here).filter(|_| self.stage == Stage::Accounts)
    }

    /// Its place among the accounts that are looked at, from 1.
    #[must_use]
    pub fn place(&self, ritual: &Ritual) -> Option<usize> {
        let here = ritual.queued().position(|visit| Some(visit.account_id) == self.account)?;
        (self.stage == Stage::Accounts).then_some(here + 1)
    }

    /// The account or the stage after this one.
    #[must_use]
    pub fn next(self, ritual: &Ritual) -> Self {
        let after = self.place(ritual).and_then(|place| ritual.queued().nth(place));
        match after {
            Some(visit) => Self { account: Some(visit.account_id), ..self },
            None => self.next_stage(ritual),
        }
    }

    /// The account or the stage before this one.
    #[must_use]
    pub fn previous(self, ritual: &Ritual) -> Self {
        let before = self.place(ritual).and_then(|place| place.checked_sub(2));
        if let Some(visit) = before.and_then(|place| ritual.queued().nth(place)) {
            return Self { account: Some(visit.account_id), ..self };
        }
        let stage = self.previous_stage(ritual);
        let last = ritual.queued().last().map(|visit| visit.account_id);
        let account = if stage.stage == Stage::Accounts { last } else { stage.account };
        Self { account, ..stage }
    }

    /// Past all accounts of this one.
    #[must_use]
    pub fn next_stage(self, ritual: &Ritual) -> Self {
        let Some(stage) = self.stage.next() else { return self };
        Self { stage, ..self }.passing(ritual, Stage::next).entered(ritual)
    }

    #[must_use]
    pub fn previous_stage(self, ritual: &Ritual) -> Self {
        let Some(stage) = self.stage.previous() else { return self };
        Self { stage, ..self }.passing(ritual, Stage::previous).entered(ritual)
    }

    /// At an account.
    #[must_use]
    pub const fn at(self, account: Id) -> Self {
        Self { stage: Stage::Accounts, account: Some(account), ..self }
    }

    /// A stage without accounts is passed by.
    fn passing(self, ritual: &Ritual, on: fn(Stage) -> Option<Stage>) -> Self {
        let empty = match self.stage {
            Stage::Accounts => ritual.queued().next().is_none(),
            Stage::Rest => ritual.unchanged().next().is_none(),
            _ => false,
        };
        match on(self.stage).filter(|_| empty) {
            Some(stage) => Self { stage, ..self }.passing(ritual, on),
            None => self,
        }
    }

    /// Among the accounts the first that waits is looked at first.
    fn entered(self, ritual: &Ritual) -> Self {
        match waiting(ritual).filter(|_| self.stage == Stage::Accounts) {
            Some(visit) => Self { account: Some(visit.account_id), ..self },
            None => self,
        }
    }
}

/// The first account that nobody has looked at yet, else the last one.
fn waiting(ritual: &Ritual) -> Option<&Visit> {
    ritual.next().or_else(|| ritual.queued().last())
}

#[cfg(test)]
mod tests;
