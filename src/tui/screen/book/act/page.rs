//! A line of a page: Enter and `e` write its record, Space does at once what it offers.

use crate::desk::{Act, Commit};
use crate::domain::book::row::Dossier;
use crate::domain::page::feedback::ASK_ALL;
use crate::domain::page::{Entry, Ground, Sheet, history, log, people, plan};
use crate::tui::action::{About, Opening, Wish};
use crate::tui::form::link;
use crate::tui::screen::book::{BookScreen, Chosen, Sight};

impl BookScreen {
    /// Enter: the form of its record; where it is counted from several, what it is counted from.
    pub(super) fn enter_entry(&self, entry: &Entry, sight: &Sight<'_>) -> Vec<Wish> {
        if let (Some(account), Some(day)) = (self.account(sight.book), history::then(entry)) {
            return vec![Wish::Open(Opening::AsOf { account, day })];
        }
        let (Some(account), None) = (self.account(sight.book), &entry.link) else {
            return self.edit_entry(entry, sight);
        };
        let about = About::Ground(entry.ground.clone());
        vec![Wish::Open(Opening::Why { account, about })]
    }

    /// The form of its record.
    pub(super) fn edit_entry(&self, entry: &Entry, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        match &entry.link {
            Some(link) => {
                let subject = link::subject(dossier.records.account.id, link, &dossier.records);
                vec![Wish::Open(Opening::Form(subject))]
            }
            None if history::then(entry).is_some() => {
                say("What was written stays as it was written.")
            }
            None => say("This is counted from other records: w shows them."),
        }
    }

    /// What a line of plan, log or map stands on.
    pub(super) fn ground(&self, chosen: &Chosen<'_>, sight: &Sight<'_>) -> Option<Ground> {
        let Dossier { records, standing, .. } = self.dossier(sight)?;
        let (map, rules, today) = (&standing.map, sight.rules, sight.today);
        Some(match chosen {
            Chosen::Step(step) => plan::step(records, step, today),
            Chosen::Priority(priority) => plan::priority(records, priority),
            Chosen::Cycle(cycle) => plan::cycle(records, cycle, today),
            Chosen::OldTasks => plan::old_tasks(records),
            Chosen::Talk(entry) => log::talk(entry, rules, today),
            Chosen::Person(id) => {
                let contact = records.contacts.iter().find(|one| one.id == *id)?;
                people::person(records, map, contact, rules, today)
            }
            Chosen::Seat(level) => people::seat(records, map, *level),
            _ => return None,
        })
    }

    /// Space: what the line offers, written at once.
    pub(super) fn do_entry(&self, entry: &Entry, sight: &Sight<'_>) -> Vec<Wish> {
        match &entry.doing {
            Some(doing) => {
                let act = Act::edit(doing.label.clone(), self.account(sight.book));
                let commit = Commit::new(act, doing.changes.clone());
                vec![Wish::Commit(commit.expecting(doing.expected.clone()))]
            }
            None => say("Space has nothing to do on this line; Enter opens it."),
        }
    }

    /// Asks everybody who is due.
    pub(super) fn ask_all(&self, sight: &Sight<'_>) -> Vec<Wish> {
        // Before the account is read, what was read is another one's.
        let page = self.dossier(sight).and_then(|_| sight.page(Sheet::Feedback));
        let due = page.and_then(|page| page.entries().find(|entry| entry.key == ASK_ALL));
        match due.filter(|due| due.doing.is_some()) {
            Some(due) => self.do_entry(due, sight),
            None => say("Nobody is due to be asked here."),
        }
    }
}

fn say(text: &str) -> Vec<Wish> {
    vec![Wish::Say(text.to_owned())]
}
