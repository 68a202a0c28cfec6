//! What the keys do on every page of the whole book.

use super::{Here, Leaves};
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::page::{Doing, Entry, Kind, Link};
use crate::domain::playbook::Focus;
use crate::tui::action::{Action, Opening, What, Wish, to_book};
use crate::tui::form::link;
use crate::tui::screen::book::Sight;

/// Lines that a page moves by.
const PAGE: isize = 10;

fn say(text: &str) -> Vec<Wish> {
    vec![Wish::Say(text.to_owned())]
}

impl Leaves {
    /// What the page that is shown makes of an act itself.
    pub(super) fn own(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let page = self.page(sight)?;
        let slot = self.slots.get_mut(self.shown)?;
        let at = slot.place.place(&page);
        let here = Here { page: &page, at, entry: page.entries().nth(at) };
        let wishes = slot.leaf.update(action, &here, &mut slot.place, sight)?;
        if slot.leaf.changes() {
            slot.made.take();
        }
        Some(wishes)
    }

    /// What an act does on all pages; none: it is the Book's, for the account of the line.
    pub(super) fn act(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        match action {
            Action::Up => self.step_by(-1, sight),
            Action::Down => self.step_by(1, sight),
            Action::PageUp => self.step_by(-PAGE, sight),
            Action::PageDown => self.step_by(PAGE, sight),
            Action::First => self.step_by(isize::MIN / 2, sight),
            Action::Last => self.step_by(isize::MAX / 2, sight),
            Action::NextPane | Action::NextTab => return Some(self.turn(1)),
            Action::PreviousPane | Action::PreviousTab => return Some(self.turn(-1)),
            // The Book's own order is not seen from here.
            Action::Sort => return Some(say("This page has one order only.")),
            // It would change what nobody sees from here.
            action if action.is_of_panes() => {
                return Some(say("That is for the Book; 1 goes there."));
            }
            // What is of the whole book asks for no line.
            Action::New(What::Record(kind)) if kind.is_of_book() => {
                let form = link::record(Id(0), kind, None, None);
                return Some(vec![Wish::Open(Opening::Form(form))]);
            }
            _ => {
                let wishes = self.chosen(sight, |entry| on(entry, action, sight));
                return wishes.unwrap_or_else(|| {
                    (!action.opens_anywhere())
                        .then(|| say("Nothing stands here; 1 goes to the Book."))
                });
            }
        }
        Some(Vec::new())
    }
}

/// An act on a line; none: it is the Book's, for its account.
fn on(entry: &Entry, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
    let account = entry.whom.as_ref().map(|whom| whom.account);
    match (action, account) {
        (Action::Open | Action::Edit, _) => return Some(open(entry, sight)),
        (Action::Why, _) => return Some(why(entry)),
        (Action::ToBook, Some(account)) => return Some(to_book(account)),
        (Action::Done, _) => match &entry.doing {
            Some(doing) => return Some(vec![commit(doing, account)]),
            None if !has_done(entry) => {
                return Some(say("Space has nothing to do on this line; Enter opens it."));
            }
            None => {}
        },
        (Action::Playbook, Some(account)) => {
            let name = entry.whom.as_ref().and_then(|whom| whom.playbook)?;
            let about = entry.link.filter(|link| link.kind == Kind::Opportunity);
            let focus = Focus { opportunity: about.and_then(|link| link.id), ..Focus::default() };
            let name = Some(name.to_owned());
            let playbook = Opening::Playbook { account, signal: None, name, focus };
            return Some(vec![Wish::Open(playbook)]);
        }
        _ => {}
    }
    (account.is_none() && !action.opens_anywhere())
        .then(|| say("This line is about the whole book; w says what it is made of."))
}

/// What Space does on a step and on a signal is the Book's.
pub(super) fn has_done(entry: &Entry) -> bool {
    entry.link.is_some_and(|link| link.kind == Kind::Step)
        || entry.whom.as_ref().is_some_and(|whom| whom.signal.is_some())
}

/// Enter: the record that the line is about, else what its figure is made of, else the account.
fn open(entry: &Entry, sight: &Sight<'_>) -> Vec<Wish> {
    let account = entry.whom.as_ref().map(|whom| whom.account);
    match (&entry.link, account) {
        (Some(Link { kind: Kind::Account, .. }) | None, Some(account)) => to_book(account),
        (Some(link), account) => {
            let dossier =
                sight.dossier.filter(|dossier| Some(dossier.records.account.id) == account);
            let subject = match (dossier, account) {
                (Some(dossier), Some(account)) => {
                    Some(link::subject(account, link, &dossier.records))
                }
                (_, account) => link::unread(account.unwrap_or(Id(0)), link),
            };
            subject.map_or_else(Vec::new, |subject| vec![Wish::Open(Opening::Form(subject))])
        }
        (None, None) => why(entry),
    }
}

fn why(entry: &Entry) -> Vec<Wish> {
    vec![Wish::Open(Opening::Ground(entry.ground.clone()))]
}

fn commit(doing: &Doing, account: Option<Id>) -> Wish {
    let act = Act::edit(doing.label.clone(), account);
    let commit = Commit::new(act, doing.changes.clone());
    Wish::Commit(commit.expecting(doing.expected.clone()))
}
