//! The chosen line of a list, known by its record and not by its place: what is added, removed or
//! dated anew moves the others, and never what is chosen.

use super::BookScreen;
use super::plan_line::Line;
use crate::domain::cell::Id;
use crate::domain::page::Link;
use crate::tui::form::subject::Subject;

/// Which line of a list is chosen.
#[derive(Debug, Default)]
pub struct Held {
    at: usize,
    /// Whose line it is, once somebody saw it chosen.
    record: Option<Id>,
}

impl Held {
    /// Its place among the lines of these records, where it is not gone; else where it was.
    pub fn place(&self, records: impl IntoIterator<Item = Id>) -> usize {
        let found = self.record.and_then(|held| records.into_iter().position(|one| one == held));
        found.unwrap_or(self.at)
    }

    /// To another line.
    pub const fn go_to(&mut self, at: usize) {
        *self = Self { at, record: None };
    }

    /// To the line of a record, as soon as there is one.
    pub const fn seek(&mut self, record: Id) {
        self.record = Some(record);
    }

    /// Takes over what is drawn: the record is held from when somebody sees it chosen.
    pub fn drawn(&mut self, at: usize, record: Option<Id>, seen: bool) {
        let held = if seen { record } else { self.record.filter(|held| Some(*held) == record) };
        *self = Self { at, record: held };
    }
}

impl BookScreen {
    /// What a form has just brought into the book, or moved in it, is what one goes on with.
    /// `created` gives the numbers that new records got.
    pub fn look_at_saved(&mut self, subject: &Subject, created: &[(Id, Id)]) {
        if subject.account() != self.account {
            return;
        }
        let new = created.iter().find(|(name, _)| *name == Id(-1)).map(|(_, number)| *number);
        match (subject, new) {
            // What is to be done about a leaving is what one goes on with.
            (Subject::Left { .. }, _) => self.signalled = Some("champion-left"),
            (Subject::Step { step: None, .. }, Some(new)) => self.plan.look_at(Line::Step(new)),
            (Subject::Priority { priority: None, .. }, Some(new)) => {
                self.plan.look_at(Line::Priority(new));
            }
            (Subject::Talk { talk: None, .. }, Some(new)) => {
                self.talk_page = 0;
                self.talk.seek(new);
            }
            (subject, Some(new)) if !subject.is_there() => {
                if let Some(kind) = subject.kind() {
                    self.seek_entry(&Link::to(kind, new).key());
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_chosen_stays_so_wherever_its_line_goes() {
        let mut held = Held::default();
        let place = |held: &Held, ids: &[i64]| held.place(ids.iter().copied().map(Id));
        held.drawn(0, Some(Id(5)), false);
        assert_eq!(place(&held, &[7, 5, 3]), 0, "nobody has seen it chosen");
        held.drawn(1, Some(Id(5)), true);
        assert_eq!(place(&held, &[9, 8, 7, 5, 3]), 3);
        assert_eq!(place(&held, &[7, 3]), 1, "it is gone: what took its place");
        held.go_to(2);
        assert_eq!(place(&held, &[9, 8, 7, 5, 3]), 2);
        held.seek(Id(3));
        assert_eq!(place(&held, &[7, 5]), 2, "not read yet");
        assert_eq!(place(&held, &[7, 5, 9, 3]), 3);
    }
}
