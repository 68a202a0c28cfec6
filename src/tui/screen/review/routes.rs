//! What each key of the review does, and where it leads.

use super::cursor::{Cursor, KEY};
use super::{ReviewScreen, ahead, rest};
use crate::desk::Job;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::stage::Stage;
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::review::account::act;
use crate::tui::screen::view::View;

impl ReviewScreen {
    /// Does what was asked; none: it is the book's, for what is on the screen.
    pub(super) fn route(
        &mut self,
        action: Action,
        ritual: &Ritual,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        let Some(cursor) = self.cursor else { return self.while_none_runs(action, ritual, sight) };
        match action {
            Action::NextTab | Action::NextPane | Action::Skip if cursor.stage == Stage::Minutes => {
                let key = sight.keymap.key(Context::Closing, Action::Open);
                let says =
                    key.map(|key| format!("This is the last stage: {key} closes the review."));
                return Some(says.map(Wish::Say).into_iter().collect());
            }
            Action::NextTab | Action::NextPane => self.go(cursor.next_stage(ritual)),
            Action::PreviousTab | Action::PreviousPane => self.go(cursor.previous_stage(ritual)),
            Action::Back => {
                let says = "The review waits: R goes on with it.".to_owned();
                return Some(vec![Wish::Program(Action::View(View::Book)), Wish::Say(says)]);
            }
            Action::MapView | Action::Zoom | Action::NextGroup | Action::PreviousGroup => {}
            _ if cursor.stage == Stage::Accounts => return self.at_account(action, ritual, sight),
            _ => return self.on_stage(action, cursor, ritual, sight),
        }
        Some(Vec::new())
    }

    fn go(&mut self, cursor: Cursor) {
        self.cursor = Some(cursor);
    }

    /// On from what was decided; while names are hidden nothing is.
    fn decided(&mut self, next: Cursor, sight: &Sight<'_>) {
        if !sight.mask {
            self.go(next);
        }
    }

    /// What is ahead, and the minutes of what is over.
    fn while_none_runs(
        &mut self,
        action: Action,
        ritual: &Ritual,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        if let Some(before) = self.part_mut(sight) {
            let wishes = before.update(action, sight);
            let on =
                matches!(action, Action::Open | Action::Skip | Action::NextTab | Action::NextPane);
            if wishes.is_none() && on {
                self.shows_before = false;
                return Some(Vec::new());
            }
            return wishes;
        }
        if self.ahead.go(action, ritual) {
            return Some(Vec::new());
        }
        Some(match action {
            Action::Open => ahead::begin(ritual, false, sight),
            Action::Everybody => ahead::begin(ritual, true, sight),
            Action::Previous | Action::PreviousTab | Action::PreviousPane => {
                self.shows_before = !ritual.closed.is_empty();
                Vec::new()
            }
            _ => return None,
        })
    }

    fn on_stage(
        &mut self,
        action: Action,
        cursor: Cursor,
        ritual: &Ritual,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        // The rest is done with at one stroke.
        if (cursor.stage, action) == (Stage::Rest, Action::Done)
            && let Some(fine) = rest::all_fine(ritual)
        {
            self.decided(cursor.next_stage(ritual), sight);
            return Some(vec![fine]);
        }
        if let Some(wishes) = self.part_mut(sight).and_then(|part| part.update(action, sight)) {
            return Some(wishes);
        }
        match action {
            Action::Skip => self.go(cursor.next(ritual)),
            Action::Previous => self.go(cursor.previous(ritual)),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn at_account(
        &mut self,
        action: Action,
        ritual: &Ritual,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        let cursor = self.cursor?;
        let Some(look) = self.look(sight) else { return Some(Vec::new()) };
        let page = 8;
        Some(match action {
            Action::Up => self.choose(-1, sight),
            Action::Down => self.choose(1, sight),
            Action::PageUp => self.choose(-page, sight),
            Action::PageDown => self.choose(page, sight),
            Action::First => self.choose(isize::MIN / 2, sight),
            Action::Last => self.choose(isize::MAX / 2, sight),
            Action::Fine => {
                let wishes = look.fine();
                self.decided(cursor.next(ritual), sight);
                wishes.into_iter().collect()
            }
            Action::Skip => {
                let wishes = look.leave().filter(|_| !sight.mask);
                self.go(cursor.next(ritual));
                wishes.into_iter().collect()
            }
            Action::Previous => {
                self.go(cursor.previous(ritual));
                Vec::new()
            }
            Action::Digit(digit) => vec![look.pulse(digit)],
            Action::Act => {
                let pick = act::pick(look.dossier, &self.choice, sight);
                vec![Wish::Open(Opening::Pick(pick))]
            }
            Action::Later => vec![look.ask_until()],
            Action::Open => {
                let account = look.visit.account_id;
                vec![
                    Wish::Program(Action::View(View::Book)),
                    Wish::Do(Deed::GoTo(account)),
                    Wish::Say("R comes back to the review.".to_owned()),
                ]
            }
            _ => return None,
        })
    }

    fn choose(&mut self, by: isize, sight: &Sight<'_>) -> Vec<Wish> {
        if let Some(dossier) = self.look(sight).map(|look| look.dossier) {
            self.choice.go(by, dossier, sight.today);
        }
        Vec::new()
    }

    /// Does what was chosen from a list; none: it is the book's.
    pub(super) fn chosen(
        &mut self,
        deed: &Deed,
        ritual: &Ritual,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        let cursor = self.cursor?;
        match deed {
            Deed::Later { until, .. } if cursor.stage == Stage::Accounts => {
                let wishes = self.look(sight)?.later(*until);
                self.go(cursor.next(ritual));
                Some(wishes.into_iter().collect())
            }
            Deed::GoTo(account) if ritual.queued().any(|one| one.account_id == *account) => {
                self.go(cursor.at(*account));
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Notes where somebody stands by now, and asks for what a stage shows.
    pub(super) fn moved(&mut self, ritual: &Ritual, sight: &Sight<'_>) -> Vec<Wish> {
        self.watch.hear(self.account(sight), sight.at);
        let Some(cursor) = self.cursor.filter(|now| self.noted != Some(*now)) else {
            return Vec::new();
        };
        let entered = self.noted.map(|before| before.stage) != Some(cursor.stage);
        self.noted = Some(cursor);
        let mut wishes = vec![Wish::Ask(Job::Note { key: KEY, content: cursor.write() })];
        let looks = !matches!(cursor.stage, Stage::Accounts | Stage::Rest);
        if entered && looks && ritual.survey.is_none() {
            wishes.push(Wish::Survey);
        }
        wishes
    }
}
