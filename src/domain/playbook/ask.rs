//! What starting a playbook needs to know: for whom, why, and the day it is counted from.

use super::{Anchor, Playbook, Wanted};
use crate::domain::account::Account;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::{shift, worked_after};
use crate::domain::plan::step::Step;
use crate::domain::records::Records;
use crate::domain::signal::{Signal, answer};
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// What a playbook is started for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// None: for the book as a whole.
    pub account: Option<Id>,
    /// The account's name, for the titles.
    pub name: Option<String>,
    /// The running cycle.
    pub plan: Option<Id>,
    /// The day it is counted from.
    pub on: NaiveDate,
    /// The code of the signal that it answers.
    pub signal: Option<String>,
    /// Whom it is about, where that person is still there.
    pub contact: Option<Id>,
    /// Whom it is about.
    pub who: Option<String>,
    /// The signal asks although steps of it may be open: it worsened since they were made, and they
    /// are taken up anew.
    pub anew: bool,
    /// What is to be otherwise than the playbook has it.
    pub wanted: Vec<Wanted>,
    /// The opportunity it is about.
    pub opportunity: Option<Id>,
}

/// Whom and what a playbook is to be about, where somebody chose it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    pub contact: Option<Id>,
    pub opportunity: Option<Id>,
}

impl Focus {
    /// The signal is about nobody else and nothing else.
    #[must_use]
    pub fn fits(self, signal: &Signal, records: &Records) -> bool {
        let same = |chosen: Option<Id>, about: Option<Id>| {
            about.is_none() || chosen.is_none() || about == chosen
        };
        same(self.contact, answer::person(signal, records).map(|contact| contact.id))
            && same(self.opportunity, answer::opportunity(signal))
    }
}

/// Why a playbook cannot be started: there is no day to count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDay(pub Anchor);

impl Ask {
    /// For an account, in answer to a signal of it; `on` is the day to count from, where somebody
    /// names it.
    ///
    /// # Errors
    /// The days are counted from the act-by date, and no end of the contract is recorded.
    pub fn of(
        playbook: &Playbook,
        (records, standing): (&Records, &Standing),
        signal: Option<&Signal>,
        on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Self, NoDay> {
        let on = match on {
            Some(on) => on,
            None => counted_from(playbook, (records, standing), signal, today)?,
        };
        let Account { id, name, .. } = &records.account;
        Ok(Self {
            account: Some(*id),
            name: Some(name.clone()),
            plan: records.plan.as_ref().map(|plan| plan.id),
            on,
            signal: signal.map(|signal| signal.code.to_owned()),
            contact: signal.and_then(|signal| answer::whom(signal, records)),
            who: signal
                .and_then(|signal| answer::person(signal, records))
                .map(|contact| contact.name.clone()),
            anew: signal.is_some_and(|signal| signal.in_hand.is_none() && !signal.silenced),
            wanted: Vec::new(),
            opportunity: signal.and_then(answer::opportunity),
        })
    }

    /// About this person and this opportunity, where they are chosen and of the account.
    #[must_use]
    pub fn about(mut self, focus: Focus, records: &Records) -> Self {
        let chosen = |contact: &&Contact| Some(contact.id) == focus.contact;
        if let Some(contact) = records.contacts.iter().find(chosen) {
            self.who = Some(contact.name.clone());
            self.contact = contact.left_on.is_none().then_some(contact.id);
        }
        self.opportunity = focus.opportunity.or(self.opportunity);
        self
    }

    /// For the book as a whole.
    #[must_use]
    pub const fn of_book(on: NaiveDate) -> Self {
        Self {
            account: None,
            name: None,
            plan: None,
            on,
            signal: None,
            contact: None,
            who: None,
            anew: false,
            wanted: Vec::new(),
            opportunity: None,
        }
    }
}

/// The signal of the account that a playbook answers: the strongest that nobody has silenced and
/// that is about nobody else than who is chosen.
#[must_use]
pub fn answered<'a>(
    playbook: &Playbook,
    (records, standing): (&Records, &'a Standing),
    focus: Focus,
) -> Option<&'a Signal> {
    let heard = |signal: &&Signal| !signal.silenced && playbook.answers(signal.code);
    standing.signals.iter().filter(heard).find(|signal| focus.fits(signal, records))
}

fn counted_from(
    playbook: &Playbook,
    (records, standing): (&Records, &Standing),
    signal: Option<&Signal>,
    today: NaiveDate,
) -> Result<NaiveDate, NoDay> {
    match playbook.anchor {
        Anchor::Start => Ok(today),
        Anchor::ActBy => standing.act_by.map(|act| act.act_by).ok_or(NoDay(Anchor::ActBy)),
        Anchor::Meeting => Ok(meeting(playbook, &records.steps, today)),
        Anchor::Event => {
            let since = signal.and_then(|signal| signal.since).filter(|since| *since <= today);
            let near = since.filter(|since| reaches(playbook, *since, today));
            Ok(near.unwrap_or_else(|| with_room(playbook, today)))
        }
    }
}

/// The next meeting of its kind that is planned; where none is, there is time for all that comes
/// before it.
fn meeting(playbook: &Playbook, steps: &[Step], today: NaiveDate) -> NaiveDate {
    let planned = steps
        .iter()
        .filter(|step| step.status.open() && step.meeting_type == playbook.meeting)
        .filter(|_| playbook.meeting.is_some())
        .filter_map(|step| step.due_on)
        .filter(|due| *due >= today)
        .min();
    planned.unwrap_or_else(|| with_room(playbook, today))
}

/// The first working day that leaves time for all that comes before it; today where nothing does.
fn with_room(playbook: &Playbook, today: NaiveDate) -> NaiveDate {
    let first = playbook.plays.iter().map(|play| play.day).min().unwrap_or(0);
    if first < 0 { worked_after(shift(today, first.saturating_neg())) } else { today }
}

/// Something of it is still ahead. What happened so long ago that all of it would be due at once
/// is counted from today (this project's own decision).
fn reaches(playbook: &Playbook, since: NaiveDate, today: NaiveDate) -> bool {
    playbook.plays.iter().any(|play| shift(since, play.day) > today)
}
