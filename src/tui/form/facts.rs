//! What a form knows of the book when it is opened.

use crate::domain::account::Tier;
use crate::domain::agenda::Due;
use crate::domain::book::page::LogEntry;
use crate::domain::book::row::Dossier;
use crate::domain::book::setting::Setting;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::money::Currency;
use crate::domain::ours::colleague::Colleague;
use crate::domain::plan::step::Step;
use crate::domain::plan::step_person::StepPerson;
use crate::domain::rules::Rules;
use crate::domain::talk::person::TalkPerson;
use crate::domain::when::Order;
use crate::tui::form::plain::cells::Cells;
use chrono::NaiveDate;

/// The records a form starts from: read once, so that what somebody else changes in the meantime
/// is noticed.
#[derive(Clone, Debug)]
pub struct Facts {
    pub today: NaiveDate,
    pub base: Currency,
    /// What `01/12` begins with.
    pub order: Order,
    /// Every account with its name, in the order of the list.
    pub accounts: Vec<(Id, String)>,
    /// Of the subject's account.
    pub dossier: Option<Dossier>,
    /// The talk that is edited.
    pub talk: Option<LogEntry>,
    /// Who took part in the talk that is edited.
    pub talk_people: Vec<TalkPerson>,
    /// Who is to come to the meeting that the form is about; where somebody leaves, to every open
    /// meeting of the account.
    pub step_people: Vec<StepPerson>,
    /// The person that is edited, as the book holds them: a leaving still ahead included.
    pub contact: Option<Contact>,
    /// The step that is edited, where no account claims it.
    pub step: Option<Step>,
    /// What the playbook of the step that is edited advises.
    pub advice: Vec<String>,
    /// The plain record that is edited.
    pub cells: Option<Cells>,
    /// Of the account that is looked at: what a record of the whole book may be about.
    pub tier: Option<Tier>,
    /// Promises and last days of contracts of the whole book, where the user goes away.
    pub dues: Vec<Due>,
    /// The running cycles of accounts that may get a step: account and plan.
    pub cycles: Vec<(Id, Id)>,
    /// The setting of the book that is edited.
    pub setting: Option<Setting>,
    /// Everybody on our side.
    pub colleagues: Vec<Colleague>,
    pub rules: Rules,
}

impl Facts {
    /// The account's name; nothing for a new account.
    #[must_use]
    pub fn name(&self) -> &str {
        self.dossier.as_ref().map_or("", |dossier| &dossier.records.account.name)
    }

    /// The person with this number: the one that is edited, or another one of the account.
    #[must_use]
    pub fn person(&self, id: i64) -> Option<&Contact> {
        let of_account = self.dossier.iter().flat_map(|dossier| &dossier.records.contacts);
        self.contact.iter().chain(of_account).find(|contact| contact.id == Id(id))
    }

    /// The step with this number, of the account or unlinked.
    #[must_use]
    pub fn step(&self, id: i64) -> Option<&Step> {
        let of_account = self.dossier.iter().flat_map(|dossier| &dossier.records.steps);
        of_account.chain(&self.step).find(|step| step.id == Id(id))
    }
}
