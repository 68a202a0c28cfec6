//! What a plain form is filled in with: the account, who is on our side, what we sell, the rules.

use super::cells::Cells;
use crate::domain::account::Tier;
use crate::domain::agenda::Due;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::ours::colleague::Colleague;
use crate::domain::records::Records;
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::Rules;
use crate::text;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::Choice;
use chrono::NaiveDate;

/// The setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub dossier: Option<&'a Dossier>,
    pub records: Option<&'a Records>,
    /// Everybody on our side.
    pub colleagues: &'a [Colleague],
    /// Of the account that is looked at.
    pub tier: Option<Tier>,
    /// Promises and last days of contracts to come, of the whole book.
    pub dues: &'a [Due],
    pub rules: &'a Rules,
    pub today: NaiveDate,
    pub account: Option<Id>,
    /// What a new record is about.
    pub with: Option<Id>,
    /// The record as the book holds it; none: a new one.
    pub old: Option<&'a Cells>,
}

impl<'a> Setting<'a> {
    #[must_use]
    pub fn of_form(facts: &'a Facts, account: Option<Id>, with: Option<Id>) -> Self {
        Self {
            dossier: facts.dossier.as_ref(),
            records: facts.dossier.as_ref().map(|dossier| &dossier.records),
            colleagues: &facts.colleagues,
            tier: facts.tier,
            dues: &facts.dues,
            rules: &facts.rules,
            today: facts.today,
            account,
            with,
            old: facts.cells.as_ref(),
        }
    }

    /// What is known of an account that is looked at.
    #[must_use]
    pub fn of_account(
        dossier: &'a Dossier,
        rules: &'a Rules,
        today: NaiveDate,
        old: Option<&'a Cells>,
    ) -> Self {
        let records = &dossier.records;
        Self {
            dossier: Some(dossier),
            records: Some(records),
            colleagues: &records.colleagues,
            tier: records.account.tier,
            dues: &[],
            rules,
            today,
            account: Some(records.account.id),
            with: None,
            old,
        }
    }

    /// `Contoso: …`; what belongs to the whole book stands alone.
    #[must_use]
    pub fn labelled(&self, what: &str) -> String {
        match self.records.filter(|_| self.account.is_some()) {
            Some(records) => format!("{}: {what}", records.account.name),
            None => text::capital(what),
        }
    }

    #[must_use]
    pub fn contact(&self, id: Option<Id>) -> Option<&'a Contact> {
        self.records?.contacts.iter().find(|one| Some(one.id) == id)
    }

    /// The name of somebody at the client.
    #[must_use]
    pub fn person(&self, id: Option<Id>) -> Option<&'a str> {
        self.contact(id).map(|one| one.name.as_str())
    }

    /// The name of somebody on our side.
    #[must_use]
    pub fn colleague(&self, id: Option<Id>) -> Option<&'a str> {
        self.colleagues.iter().find(|one| Some(one.id) == id).map(|one| one.name.as_str())
    }

    /// Those still with us, and those who stand there already.
    #[must_use]
    pub fn colleagues_to_choose(&self, named: &[Id]) -> Vec<Choice> {
        let mut here: Vec<&Colleague> = self
            .colleagues
            .iter()
            .filter(|one| one.archived_on.is_none() || named.contains(&one.id))
            .collect();
        here.sort_by_key(|one| (one.name.to_lowercase(), one.id));
        let choice = |one: &Colleague| {
            let label = match &one.function {
                Some(function) => format!("{}, {function}", one.name),
                None => one.name.clone(),
            };
            Choice::new(one.id.0.to_string(), label)
        };
        here.into_iter().map(choice).collect()
    }

    /// Those still open, and the one that stands there already.
    pub(super) fn opportunities_to_choose(&self, named: &[Id]) -> Vec<Choice> {
        let closed = [OpportunityStage::Won, OpportunityStage::Lost, OpportunityStage::Parked];
        let all = self.records.into_iter().flat_map(|records| &records.opportunities);
        all.filter(|one| !closed.contains(&one.stage) || named.contains(&one.id))
            .map(|one| Choice::new(one.id.0.to_string(), &one.title))
            .collect()
    }

    pub(super) fn offerings_to_choose(&self, named: &[Id]) -> Vec<Choice> {
        let all = self.records.into_iter().flat_map(|records| &records.offerings);
        all.filter(|one| one.archived_on.is_none() || named.contains(&one.id))
            .map(|one| Choice::new(one.id.0.to_string(), &one.name))
            .collect()
    }

    pub(super) fn units_to_choose(&self) -> Vec<Choice> {
        let all = self.records.into_iter().flat_map(|records| &records.units);
        all.map(|one| Choice::new(one.id.0.to_string(), &one.name)).collect()
    }
}
