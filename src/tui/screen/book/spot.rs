//! Where in the list somebody stands: mostly on an account, else on a line about many of them.

use super::fold::Line;
use super::{BookScreen, Sight};
use crate::domain::book::row::Book;
use crate::tui::action::{Action, Deed, Wish};

/// A line of the list that can be chosen. The account looked at stays the same beside the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    #[default]
    Account,
    /// What holds for many accounts at once, by its number.
    Line(usize),
    /// What no account claims.
    Unlinked,
}

/// The places in the list: lines of the book, accounts, what no account claims.
struct Places {
    lines: usize,
    accounts: usize,
    unlinked: usize,
}

impl Places {
    fn of(book: &Book) -> Self {
        let unlinked = usize::from(book.unlinked_contacts + book.unlinked_steps > 0);
        Self { lines: book.lines.len(), accounts: book.rows.len(), unlinked }
    }

    fn last(&self) -> usize {
        (self.lines + self.accounts + self.unlinked).saturating_sub(1)
    }
}

impl BookScreen {
    /// Up and down in the list. All the way goes to the first or last account, and from there on
    /// to what stands before or after the accounts.
    pub(super) fn list_by(&mut self, by: isize, far: bool, sight: &Sight<'_>) {
        let places = Places::of(sight.book);
        let account = places.lines + self.place(sight.book).unwrap_or(0);
        let from = match self.spot(sight.book) {
            Spot::Account => account,
            Spot::Line(line) => line,
            Spot::Unlinked => places.last(),
        };
        let (first, last) = (places.lines, (places.lines + places.accounts).saturating_sub(1));
        let to = match by {
            ..0 if far && from > first => first,
            0.. if far && from < last => last,
            _ => from.saturating_add_signed(by).min(places.last()),
        };
        if to < places.lines {
            self.spot = Spot::Line(to);
        } else if to < places.lines + places.accounts {
            self.go_to(to - places.lines, sight);
        } else if places.unlinked > 0 {
            self.spot = Spot::Unlinked;
        }
    }

    /// Where somebody stands, as far as the list still has it.
    pub(super) fn spot(&self, book: &Book) -> Spot {
        match self.spot {
            Spot::Line(line) if line >= book.lines.len() => Spot::Account,
            Spot::Unlinked if Places::of(book).unlinked == 0 => Spot::Account,
            spot => spot,
        }
    }

    /// The same as a line of the drawing.
    pub(super) fn chosen_line(&self, book: &Book) -> Line {
        match self.spot(book) {
            Spot::Account => Line::Account(self.place(book).unwrap_or(0)),
            Spot::Line(line) => Line::Book(line),
            Spot::Unlinked => Line::Unlinked,
        }
    }

    /// Enter in the list: none where it is an account's, which is looked into.
    pub(super) fn enter_line(&mut self, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        match self.spot(sight.book) {
            Spot::Account => None,
            Spot::Line(line) => {
                let code = sight.book.lines.get(line)?.code;
                Some(vec![Wish::Do(Deed::Filter(format!("signal:{code}")))])
            }
            Spot::Unlinked => Some(self.update(Action::Unlinked, sight)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;
    use crate::domain::standing::BookLine;
    use crate::tui::screen::book::Target;
    use crate::tui::screen::book::fixture::Scene;

    fn scene() -> (Scene, BookScreen) {
        let mut scene = Scene::new();
        let line = |code, accounts| BookLine { code, accounts, text: format!("many: {code}") };
        scene.book.lines = vec![line("map-stale", 20), line("no-plan", 14)];
        scene.book.unlinked_contacts = 2;
        let mut screen = BookScreen::new();
        screen.look_at(Some(Id(1)));
        (scene, screen)
    }

    #[test]
    fn lines_about_many_stand_over_the_accounts_and_filter_for_them() {
        let (scene, mut screen) = scene();
        let sight = scene.sight();
        assert_eq!(screen.update(Action::Up, &sight), []);
        assert_eq!(screen.spot(&scene.book), Spot::Line(1));
        assert!(screen.chosen(&sight).is_none(), "what is done to an account is not done here");
        assert_eq!(screen.account(&scene.book), Some(Id(1)), "it stays beside the line");
        assert_eq!(
            screen.update(Action::Open, &sight),
            [Wish::Do(Deed::Filter("signal:no-plan".to_owned()))]
        );
        screen.update(Action::First, &sight);
        assert_eq!(screen.spot(&scene.book), Spot::Line(0));
        screen.update(Action::PageDown, &sight);
        assert_eq!(screen.account(&scene.book), Some(Id(9)));
        screen.update(Action::First, &sight);
        assert_eq!(screen.account(&scene.book), Some(Id(1)));
        assert_eq!(screen.spot(&scene.book), Spot::Account);
    }

    #[test]
    fn what_no_account_claims_is_the_last_line() {
        let (scene, mut screen) = scene();
        let sight = scene.sight();
        screen.update(Action::Last, &sight);
        assert_eq!(screen.account(&scene.book), Some(Id(45)));
        screen.update(Action::Down, &sight);
        assert_eq!(screen.spot(&scene.book), Spot::Unlinked);
        assert!(matches!(screen.update(Action::Open, &sight)[..], [Wish::Open(_)]));
        screen.update(Action::Down, &sight);
        assert_eq!(screen.spot(&scene.book), Spot::Unlinked);
        screen.click(Target::Spot(Spot::Line(0)), &sight);
        assert_eq!(screen.spot(&scene.book), Spot::Line(0));
        // A line that is there no more is none.
        let mut fewer = scene.book.clone();
        fewer.lines.clear();
        assert_eq!(screen.spot(&fewer), Spot::Account);
    }
}
