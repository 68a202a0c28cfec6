//! A stage that is a list: the lines of a page, and of each that can be chosen what it is about and
//! what its keys do.

use crate::domain::cell::Id;
use crate::domain::page::{Entry, Ground, Line, Page};
use crate::tui::action::{About, Action, Opening, Wish};
use crate::tui::footer::Space;
use crate::tui::screen::book::Sight;
use crate::tui::screen::view::{At, Facing};
use crate::tui::widget::page::{self, PagePlace};
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What Space does on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Press {
    #[default]
    Nothing,
    /// What the book does there, by the word of the footer.
    Book(&'static str),
    /// This, and on to the next line.
    Does(&'static str, Vec<Wish>),
}

/// A line that can be chosen.
#[derive(Clone, Debug)]
pub struct Item {
    pub facing: Facing,
    pub space: Press,
    /// What else is not the book's to do here.
    pub acts: Vec<(Action, Vec<Wish>)>,
}

impl Item {
    /// About an account as a whole, or about nothing.
    #[must_use]
    pub const fn about(account: Option<Id>) -> Self {
        Self::at(account, At::Account)
    }

    /// About something of an account.
    #[must_use]
    pub const fn at(account: Option<Id>, at: At) -> Self {
        Self { facing: Facing { account, at }, space: Press::Nothing, acts: Vec::new() }
    }

    #[must_use]
    pub fn space(self, space: Press) -> Self {
        Self { space, ..self }
    }

    /// The act does this here.
    #[must_use]
    pub fn on(mut self, action: Action, wishes: Vec<Wish>) -> Self {
        self.acts.push((action, wishes));
        self
    }

    /// The act lays this over the view.
    #[must_use]
    pub fn opens(self, action: Action, opening: Opening) -> Self {
        self.on(action, vec![Wish::Open(opening)])
    }
}

/// The lines of a stage.
#[derive(Debug, Default)]
pub struct Board {
    page: Page,
    /// Beside the name of the stage.
    pub figure: Option<String>,
    /// Of the lines that can be chosen, in their order.
    items: Vec<Item>,
}

impl Board {
    /// With its figure, and what its keys do.
    #[must_use]
    pub fn counting(figure: impl Into<String>, keys: &str) -> Self {
        let mut board = Self { figure: Some(figure.into()), ..Self::default() };
        if !keys.is_empty() {
            board.says(Line::prose(keys));
        }
        board
    }

    /// A line that cannot be chosen.
    pub fn says(&mut self, line: Line) {
        self.page.lines.push(line);
    }

    /// Several of those.
    pub fn tells(&mut self, lines: Vec<Line>) {
        self.page.lines.extend(lines);
    }

    /// One that can: it is known by its key when lines come and go.
    pub fn holds(&mut self, line: Line, key: impl Into<String>, item: Item) {
        self.explained(line, key, Ground::default(), item);
    }

    /// One with what it stands on.
    pub fn explained(&mut self, line: Line, key: impl Into<String>, ground: Ground, item: Item) {
        let entry = Entry { key: key.into(), ground, ..Entry::default() };
        self.page.lines.push(line.with(entry));
        self.items.push(item);
    }

    /// How many can be chosen.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }
}

/// Where on its board somebody is.
#[derive(Debug, Default)]
pub struct Spot {
    place: PagePlace,
    rows: Vec<(Rect, usize)>,
    /// Lines that there was room for.
    room: u16,
}

impl Spot {
    #[must_use]
    pub fn chosen<'a>(&self, board: &'a Board) -> Option<&'a Item> {
        board.items.get(self.place.place(&board.page))
    }

    #[must_use]
    pub fn facing(&self, board: &Board) -> Facing {
        let item = self.chosen(board);
        item.map_or(Facing { account: None, at: At::Account }, |item| item.facing.clone())
    }

    #[must_use]
    pub fn space(&self, board: &Board) -> Space {
        match self.chosen(board).map(|item| &item.space) {
            Some(Press::Book(says) | Press::Does(says, _)) => Space::Does(says),
            Some(Press::Nothing) | None => Space::Nothing,
        }
    }

    /// Moves, and does what the chosen line does; none: it is the book's.
    pub fn update(&mut self, action: Action, board: &Board) -> Option<Vec<Wish>> {
        let page = isize::try_from(self.room.max(2) - 1).unwrap_or(1);
        match action {
            Action::Up => self.pass(-1, board),
            Action::Down => self.pass(1, board),
            Action::PageUp => self.pass(-page, board),
            Action::PageDown => self.pass(page, board),
            Action::First => self.pass(isize::MIN / 2, board),
            Action::Last => self.pass(isize::MAX / 2, board),
            _ => return self.act(action, board),
        }
        Some(Vec::new())
    }

    fn act(&mut self, action: Action, board: &Board) -> Option<Vec<Wish>> {
        let item = self.chosen(board)?;
        if let Some((_, wishes)) = item.acts.iter().find(|(act, _)| *act == action) {
            return Some(wishes.clone());
        }
        match (action, &item.space) {
            (Action::Done, Press::Does(_, wishes)) => {
                let wishes = wishes.clone();
                // What is dealt with is left behind, whether its line stays or goes.
                if wishes.iter().any(|wish| matches!(wish, Wish::Commit(_))) {
                    let at = self.place.place(&board.page);
                    if let Some(next) = board.page.entries().nth(at + 1) {
                        self.place.seek(&next.key);
                    }
                }
                Some(wishes)
            }
            (Action::Done, Press::Nothing) => {
                Some(vec![Wish::Say("There is nothing to be done with this line.".to_owned())])
            }
            (Action::Why, _) => {
                let entry = board.page.entries().nth(self.place.place(&board.page))?;
                let account = item.facing.account.filter(|_| !entry.ground.title.is_empty())?;
                let about = About::Ground(entry.ground.clone());
                Some(vec![Wish::Open(Opening::Why { account, about })])
            }
            _ => None,
        }
    }

    fn pass(&mut self, by: isize, board: &Board) {
        let last = board.len().saturating_sub(1);
        if board.items.is_empty() {
            self.place.top = self.place.top.saturating_add_signed(by);
        } else {
            let place = self.place.place(&board.page).saturating_add_signed(by).min(last);
            self.place.go_to(place);
        }
    }

    pub fn draw(&mut self, board: &Board, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let mut pen = Pen::new(buffer, area);
        self.rows.clear();
        self.room = pen.height();
        let Self { place, rows, .. } = self;
        page::draw(&board.page, place, &mut pen, true, sight.theme, |row, line| {
            rows.push((row, line));
        });
    }

    /// A click chooses; on what is chosen it is Enter.
    pub fn click(&mut self, x: u16, y: u16, board: &Board) -> Option<Action> {
        let at = Position::new(x, y);
        let (_, line) = self.rows.iter().find(|(row, _)| row.contains(at))?;
        if *line == self.place.place(&board.page) {
            return Some(Action::Open);
        }
        self.place.go_to(*line);
        None
    }

    pub fn wheel(&mut self, notches: isize, board: &Board) {
        self.pass(notches, board);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Act, Commit};
    use crate::domain::page::{Cell, Span};

    fn board(keys: &[&str]) -> Board {
        let mut board = Board::default();
        board.says(Line::title("Late"));
        for (account, key) in (1..).zip(keys) {
            let line = Line::row(vec![Cell::rest(vec![Span::text(*key)])]);
            let done = Commit::new(Act::edit(format!("{key} done"), None), Vec::new());
            let item = Item::about(Some(Id(account)))
                .space(Press::Does("done", vec![Wish::Commit(done)]))
                .on(Action::MoveDay, vec![Wish::Say(format!("later: {key}"))]);
            board.holds(line, *key, item);
        }
        board
    }

    fn key<'a>(spot: &Spot, board: &'a Board) -> Option<&'a str> {
        let entry = board.page.entries().nth(spot.place.place(&board.page))?;
        Some(entry.key.as_str())
    }

    #[test]
    fn space_goes_on_and_other_keys_stay() {
        let three = board(&["a", "b", "c"]);
        let mut spot = Spot::default();
        let wishes = spot.update(Action::MoveDay, &three);
        assert_eq!(wishes, Some(vec![Wish::Say("later: a".to_owned())]));
        assert_eq!(key(&spot, &three), Some("a"));
        assert!(matches!(spot.update(Action::Done, &three).as_deref(), Some([Wish::Commit(_)])));
        assert_eq!(key(&spot, &three), Some("b"), "its line stays and is left");
        assert_eq!(key(&spot, &board(&["b", "c"])), Some("b"), "its line goes and is left");
        spot.update(Action::Last, &three);
        spot.update(Action::Done, &three);
        assert_eq!(key(&spot, &three), Some("c"), "there is none after the last");
        assert_eq!(spot.facing(&three).account, Some(Id(3)));
        assert_eq!(spot.update(Action::Playbook, &three), None, "the book's");
    }

    #[test]
    fn an_empty_stage_answers_no_key_with_a_line() {
        let mut spot = Spot::default();
        let none = board(&[]);
        assert_eq!(spot.update(Action::Done, &none), None);
        assert_eq!(spot.update(Action::Down, &none), Some(Vec::new()));
        assert_eq!(spot.facing(&none).account, None);
        assert_eq!(spot.space(&none), Space::Nothing);
    }
}
