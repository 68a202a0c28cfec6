//! Signals: in hand, later, not here, dealt with; and why a number is what it is.

use super::{answers, plan};
use crate::desk::{Act, Commit};
use crate::domain::account::silence::SilenceKind;
use crate::domain::account::{self, Field};
use crate::domain::book::row::Dossier;
use crate::domain::page::{Kind, Link, history};
use crate::domain::plan::step::Step;
use crate::domain::playbook::{Focus, Playbook, named};
use crate::domain::signal::Signal;
use crate::domain::signal::answer::{self, Answer};
use crate::tui::action::{About, Deed, Opening, Wish};
use crate::tui::form::kind::later::silenced;
use crate::tui::form::subject::Subject;
use crate::tui::layer::playbook;
use crate::tui::screen::book::{BookScreen, Chosen, Pane, Sight, Tab, seat, signals};

/// The playbook that leads an opportunity to its decision.
const CASE: &str = "expansion case";

impl BookScreen {
    /// The account with the signal that is marked in its head.
    fn asked<'a>(&self, sight: &Sight<'a>) -> Result<(&'a Dossier, &'a Signal), Vec<Wish>> {
        let Some(dossier) = self.dossier(sight) else { return Err(Vec::new()) };
        match self.signal(sight) {
            Some(signal) => Ok((dossier, signal)),
            None if answers::silences(dossier, sight).is_empty() => {
                Err(say("Nothing asks for attention here."))
            }
            None => Err(vec![Wish::Open(Opening::Pick(answers::switched_off(dossier, sight)))]),
        }
    }

    /// The account with the signal of a code, wherever it stands.
    fn named<'a>(&self, code: &str, sight: &Sight<'a>) -> Option<(&'a Dossier, &'a Signal)> {
        let dossier = self.dossier(sight)?;
        let signal = dossier.standing.signals.iter().find(|one| one.code == code)?;
        Some((dossier, signal))
    }

    /// All that can be done about the signal.
    pub(super) fn signal_menu(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.asked(sight) {
            Ok((dossier, signal)) => menu(dossier, signal, sight),
            Err(wishes) => wishes,
        }
    }

    /// Space: the act that ends the signal.
    pub(super) fn signal_done(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.asked(sight) {
            Ok((dossier, signal)) => self.settle(dossier, signal, sight),
            Err(wishes) => wishes,
        }
    }

    pub(super) fn in_hand(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.asked(sight) {
            Ok((dossier, signal)) => vec![answers::take(dossier, signal, sight.today)],
            Err(wishes) => wishes,
        }
    }

    /// The steps of a playbook before it is started: that of the chosen step, the one a chosen
    /// meeting is the day of, what answers the signal, also one about the chosen person, the case
    /// for the chosen opportunity; elsewhere the list of all.
    pub(super) fn playbook(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let account = dossier.records.account.id;
        let signal = self.signal(sight);
        let chosen = self.chosen(sight);
        let focus = focus(chosen.as_ref());
        let opening = match chosen {
            Some(Chosen::Step(step)) => of_step(step, sight).map(|one| Opening::Playbook {
                account,
                signal: step.signal.clone(),
                name: Some(one.name.clone()),
                focus,
            }),
            Some(Chosen::Line(_)) if focus.opportunity.is_some() => case(dossier, focus, sight),
            Some(Chosen::Account(_) | Chosen::Signal(_)) => {
                signal.map(|signal| answers::preview(dossier, signal, focus, sight))
            }
            Some(Chosen::Person(person)) => signals::about_person(dossier, person)
                .map(|signal| answers::preview(dossier, signal, focus, sight)),
            _ => None,
        };
        let list = || {
            let fits = |signal: &&Signal| focus.fits(signal, &dossier.records);
            let code = signal.filter(fits).map(|signal| signal.code);
            playbook::all(account, code, focus, sight).map(Opening::Pick)
        };
        opening.or_else(list).map(Wish::Open).into_iter().collect()
    }

    pub(super) fn later(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.asked(sight) {
            Ok((dossier, signal)) => {
                vec![Wish::Open(Opening::Pick(answers::later(dossier, signal, sight)))]
            }
            Err(wishes) => wishes,
        }
    }

    pub(super) fn not_here(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.asked(sight) {
            Ok((dossier, signal)) => {
                vec![Wish::Open(Opening::Pick(answers::not_here(dossier, signal, sight)))]
            }
            Err(wishes) => wishes,
        }
    }

    /// What was put off or switched off for this account.
    pub(super) fn switched_off(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        if answers::silences(dossier, sight).is_empty() {
            return say("Nothing is put off or switched off here.");
        }
        vec![Wish::Open(Opening::Pick(answers::switched_off(dossier, sight)))]
    }

    pub(super) fn deed_on_signal(&mut self, deed: Deed, sight: &Sight<'_>) -> Vec<Wish> {
        let (Deed::Later { code, .. }
        | Deed::NotHere { code, .. }
        | Deed::Answer { code }
        | Deed::Settle { code }) = &deed
        else {
            return Vec::new();
        };
        let Some((dossier, signal)) = self.named(code, sight) else {
            return say("That signal does not stand here.");
        };
        let (kind, until) = match deed {
            Deed::Later { until, .. } => (SilenceKind::Later, Some(until)),
            Deed::NotHere { until, .. } => (SilenceKind::NotHere, until),
            Deed::Settle { .. } => return self.settle(dossier, signal, sight),
            _ => return menu(dossier, signal, sight),
        };
        let commit = silenced(&dossier.records, signal.code, kind, until, None, sight.today);
        self.last = Some(deed);
        vec![Wish::Commit(commit)]
    }

    /// Does what ends a signal, as far as one act can.
    fn settle(&mut self, dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Vec<Wish> {
        let account = dossier.records.account.id;
        let steps = &dossier.records.steps;
        // What is in hand is done with its step.
        let step = match (signal.in_hand, signal.about) {
            (Some((step, _)), _) => Some(step),
            (None, Some(("step", step))) if answer::answer(signal.code) == Answer::Step => {
                Some(step)
            }
            _ => None,
        };
        if let Some(step) = step.and_then(|id| steps.iter().find(|step| step.id == id)) {
            return plan::done(step, sight);
        }
        let opens = |subject| vec![Wish::Open(Opening::Form(subject))];
        match answer::answer(signal.code) {
            Answer::Talk => opens(Subject::Talk {
                account: account.0,
                talk: None,
                with: answer::whom(signal, &dossier.records).map(|contact| contact.0),
                about: answer::opportunity(signal).map(|opportunity| opportunity.0),
            }),
            Answer::Contract => opens(Subject::Contract { account: account.0 }),
            Answer::Outcome => opens(Subject::Outcome { account: account.0 }),
            Answer::Plan => opens(Subject::Plan { account: account.0, plan: None }),
            Answer::EndCycle => self.end_cycle(sight),
            Answer::Review => vec![Wish::Commit(reviewed(dossier, sight))],
            Answer::Steps => {
                (self.pane, self.tab) = (Pane::Tab, Tab::Plan);
                say("Space is done, t is another day.")
            }
            Answer::Map => {
                self.pane = Pane::Map;
                let person = answer::person(signal, &dossier.records);
                if let Some(person) = person.map(|contact| contact.id)
                    && let Some(seat) = seat::of(&dossier.standing.map, person)
                {
                    (self.seat, self.sitter) = (seat, Some(person));
                }
                say("Enter fills a seat or edits who sits there, = is still true.")
            }
            Answer::Score => {
                self.pane = Pane::Score;
                say("A digit is your own score of the chosen factor.")
            }
            Answer::Step | Answer::Hand => menu(dossier, signal, sight),
        }
    }

    pub(super) fn why(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(account) = self.account(sight.book) else { return Vec::new() };
        let about = match self.chosen(sight) {
            Some(Chosen::Factor(factor)) => About::Factor(factor),
            Some(Chosen::Signal(signal)) => About::Place(Some(signal.code.to_owned())),
            Some(Chosen::Account(_)) => About::Place(None),
            Some(Chosen::Line(entry)) if history::then(entry).is_some() => {
                return self.enter_entry(entry, sight);
            }
            Some(Chosen::Line(entry)) => About::Ground(entry.ground.clone()),
            Some(chosen) => self.ground(&chosen, sight).map_or(About::Score, About::Ground),
            None => About::Score,
        };
        vec![Wish::Open(Opening::Why { account, about })]
    }

    pub(super) fn why_here(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(account) = self.account(sight.book) else { return Vec::new() };
        vec![Wish::Open(Opening::Why { account, about: About::Place(None) })]
    }
}

/// The playbook that a step is of, else the one that leads to a meeting of its kind.
fn of_step<'a>(step: &Step, sight: &Sight<'a>) -> Option<&'a Playbook> {
    let all = sight.shelf.all();
    let own = step.playbook.as_deref().and_then(|name| named(all, name));
    let meeting = step.meeting_type.filter(|_| step.status.open());
    own.or_else(|| all.iter().find(|one| meeting.is_some() && one.meeting == meeting))
}

/// The case for the opportunity, in answer to what asks about this very one.
fn case(dossier: &Dossier, focus: Focus, sight: &Sight<'_>) -> Option<Opening> {
    let case = named(sight.shelf.all(), CASE)?;
    let asks =
        |one: &&Signal| one.live() && case.answers(one.code) && answer::opportunity(one).is_some();
    let mut signals = dossier.standing.signals.iter().filter(asks);
    let signal = signals.find(|one| focus.fits(one, &dossier.records));
    Some(Opening::Playbook {
        account: dossier.records.account.id,
        signal: signal.map(|one| one.code.to_owned()),
        name: Some(case.name.clone()),
        focus,
    })
}

/// The person or the opportunity that is chosen.
fn focus(chosen: Option<&Chosen<'_>>) -> Focus {
    match chosen {
        Some(Chosen::Person(contact)) => Focus { contact: Some(*contact), ..Focus::default() },
        Some(Chosen::Step(step)) if step.playbook.is_some() => {
            Focus { contact: step.contact_id, opportunity: step.opportunity_id }
        }
        Some(Chosen::Line(entry)) => {
            let record = |link: &Link| link.id.map(|id| (link.kind, id));
            match entry.link.as_ref().and_then(record) {
                Some((Kind::Opportunity, id)) => {
                    Focus { opportunity: Some(id), ..Focus::default() }
                }
                Some((Kind::Contact, id)) => Focus { contact: Some(id), ..Focus::default() },
                _ => Focus::default(),
            }
        }
        _ => Focus::default(),
    }
}

fn say(text: &str) -> Vec<Wish> {
    vec![Wish::Say(text.to_owned())]
}

fn menu(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Vec<Wish> {
    vec![Wish::Open(Opening::Pick(answers::menu(dossier, signal, sight)))]
}

/// The account was looked through today.
fn reviewed(dossier: &Dossier, sight: &Sight<'_>) -> Commit {
    let account = &dossier.records.account;
    let act = Act::edit(format!("{} reviewed", account.name), Some(account.id));
    let fields = vec![Field::ReviewedOn(Some(sight.today))];
    let expected = account.expects(&fields);
    Commit::new(act, vec![account::Change::Edited { id: account.id, fields }.into()])
        .expecting(expected)
}
