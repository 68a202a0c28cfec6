//! What the rows of each kind become: accounts with their money side, contacts, opportunities,
//! and tasks as steps or talks.

use super::{At, Intake, Outcome, Refused, named_by};
use crate::domain::account::{Account, Status};
use crate::domain::book::external_id::Kind as NamedKind;
use crate::domain::cell::Id;
use crate::domain::contact::{self, Contact};
use crate::domain::plan::step::{self, Step, StepStatus};
use crate::domain::revenue::opportunity::{self, Opportunity};
use crate::domain::talk::person::{self, TalkPerson};
use crate::domain::talk::{self, Talk};
use crate::exchange::import::draft;
use crate::exchange::import::field::{Field, Kind};
use crate::exchange::import::matching::Found;
use crate::exchange::import::money;
use crate::exchange::import::refusal::Reason;
use crate::exchange::import::row::Row;

impl Intake {
    pub(super) fn take_row(
        &mut self,
        at: At,
        superiors: &mut Vec<(Id, String, u64)>,
    ) -> Result<Outcome, Refused> {
        if at.row.yes(Field::Deleted)? == Some(true) {
            return Err(Reason::new("deleted in the program it comes from")
                .column(at.row.column(Field::Deleted))
                .into());
        }
        match at.sheet.kind() {
            Kind::Account => self.take_account(at),
            Kind::Contact => {
                let (id, outcome) = self.take_contact(at)?;
                if let Some(superior) = at.row.text(Field::ReportsToId) {
                    superiors.push((id, superior, at.line.line));
                }
                Ok(outcome)
            }
            Kind::Opportunity => self.take_opportunity(at),
            Kind::Task => self.take_task(at),
        }
    }

    fn take_account(&mut self, at: At) -> Result<Outcome, Refused> {
        let name = draft::account(&at.row, self.today)?.name;
        let said = money::Said::by(&at.row)?;
        let (kind, found) = self.find(at, &[NamedKind::Account], None, &name)?;
        let day = self.day_of(&found, |account: &Account| account.created_on);
        let placed =
            self.place(at, kind, &found, &|_, row| draft::account(row, day), &|_, _| Vec::new())?;
        let account = placed.record;
        self.index.learn_account(&account);
        if account.status == Status::Prospect {
            self.preview.prospects += 1;
        }
        let before = match &found.found {
            Found::Before(_, seen) => {
                money::Said::by(&Row { cells: seen, manner: at.row.manner }).ok()
            }
            _ => None,
        };
        let follows = money::weigh(&mut self.index, &account, said, before, self.today);
        let (moved, stays) = (!follows.changes.is_empty(), !follows.stays.is_empty());
        self.preview.changes.extend(follows.changes);
        self.tell_stays(at, &account.name, follows.stays);
        Ok(match placed.outcome {
            Outcome::Same if moved => Outcome::Changed,
            Outcome::Same if stays => Outcome::Unclear,
            outcome => outcome,
        })
    }

    fn take_contact(&mut self, at: At) -> Result<(Id, Outcome), Refused> {
        let named = self.named(at.sheet, &at.row);
        let name = draft::contact(&at.row, named, self.today)?.name;
        let (kind, found) = self.find(at, &[NamedKind::Contact], named.account, &name)?;
        let day = self.day_of(&found, |contact: &Contact| contact.created_on);
        let source = &at.sheet.columns.source;
        let placed = self.place(
            at,
            kind,
            &found,
            &|index, row| draft::contact(row, named_by(index, source, row), day),
            &|contact, named| match (contact.account_id, named.account) {
                (None, Some(account)) => vec![contact::Field::AccountId(Some(account))],
                _ => Vec::new(),
            },
        )?;
        self.index.learn_contact(&placed.record);
        self.preview.unlinked.contacts += usize::from(placed.record.account_id.is_none());
        Ok((placed.record.id, placed.outcome))
    }

    fn take_opportunity(&mut self, at: At) -> Result<Outcome, Refused> {
        let named = self.named(at.sheet, &at.row);
        let title = draft::opportunity(&at.row, named, self.today)?.title;
        let (kind, found) = self.find(at, &[NamedKind::Opportunity], named.account, &title)?;
        let day = self.day_of(&found, |opportunity: &Opportunity| opportunity.created_on);
        let source = &at.sheet.columns.source;
        let placed = self.place(
            at,
            kind,
            &found,
            &|index, row| draft::opportunity(row, named_by(index, source, row), day),
            &|opportunity, named| match (opportunity.account_id, named.account) {
                (None, Some(account)) => vec![opportunity::Field::AccountId(Some(account))],
                _ => Vec::new(),
            },
        )?;
        self.index.learn_opportunity(&placed.record);
        self.preview.unlinked.opportunities += usize::from(placed.record.account_id.is_none());
        Ok(placed.outcome)
    }

    /// A closed task is a talk, an open one a loose step; what came in as a step stays one.
    fn take_task(&mut self, at: At) -> Result<Outcome, Refused> {
        let named = self.named(at.sheet, &at.row);
        let kinds = if draft::task_closed(&at.row)? {
            [NamedKind::Talk, NamedKind::Step]
        } else {
            [NamedKind::Step, NamedKind::Talk]
        };
        let title = draft::step(&at.row, named, self.today, self.today)?.title;
        let (kind, found) = self.find(at, &kinds, named.account, &title)?;
        let source = &at.sheet.columns.source;
        let (account, outcome) = if kind == NamedKind::Talk {
            let placed = self.place(
                at,
                kind,
                &found,
                &|index, row| draft::talk(row, named_by(index, source, row)),
                &|talk: &Talk, named| match (talk.account_id, named.account) {
                    (None, Some(account)) => vec![talk::Field::AccountId(Some(account))],
                    _ => Vec::new(),
                },
            )?;
            let talk = placed.record;
            if let (Outcome::New, Some(contact_id)) = (placed.outcome, named.contact) {
                self.preview.changes.push(
                    person::Change::Added(TalkPerson {
                        id: Id(0),
                        talk_id: talk.id,
                        contact_id,
                        on_date: talk.on_date,
                        two_way: talk.two_way,
                    })
                    .into(),
                );
            }
            (talk.account_id, placed.outcome)
        } else {
            let today = self.today;
            let day = self.day_of(&found, |step: &Step| step.created_on);
            let placed = self.place(
                at,
                kind,
                &found,
                &|index, row| draft::step(row, named_by(index, source, row), day, today),
                &|step: &Step, named| {
                    let mut set = Vec::new();
                    if let (None, Some(account)) = (step.account_id, named.account) {
                        set.push(step::Field::AccountId(Some(account)));
                    }
                    if let (None, Some(contact)) = (step.contact_id, named.contact) {
                        set.push(step::Field::ContactId(Some(contact)));
                    }
                    set
                },
            )?;
            self.preview.old_tasks += usize::from(placed.record.status == StepStatus::Old);
            (placed.record.account_id, placed.outcome)
        };
        self.preview.unlinked.tasks += usize::from(account.is_none());
        Ok(outcome)
    }
}
