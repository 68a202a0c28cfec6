//! A cell of the grid that is typed into. The text stands in the cell itself; what it means, or
//! why it cannot stand there, is said on the line above the keys.
//!
//! ```text
//! ┃▸  1  Contoso         5.2▼    940k  30 jun▏      3 mo yes  S    ┃
//!  Contoso, ends: Wed 30 Jun 2027, in 7 mo; notice by 30 Mar
//! ```

use super::{Outcome, Overlay};
use crate::desk::{Act, Commit, Reading};
use crate::domain::cell::Id;
use crate::domain::grid::basics::{Basics, Cell, Column, Entry, Ground, Made, Way, enter};
use crate::error::{Error, Result};
use crate::text;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::form::LineEntry;
use crate::tui::form::draft::Draft;
use crate::tui::form::subject::Subject;
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::view::View;
use crate::tui::widget::pen::Pen;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Letters of a text, and columns that it takes of its neighbours at most.
const LONGEST: usize = 500;
const ROOM: u16 = 24;

/// The key of its text in a draft.
const TEXT: &str = "text";

/// Into which cells something is typed, and how it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    pub accounts: Vec<Id>,
    pub column: Column,
    /// What stands there at first; none: what was typed there before.
    pub text: Option<String>,
    pub way: Way,
}

impl Begun {
    /// Under what it is kept.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let accounts = self.accounts.iter().map(|account| account.0).collect();
        Subject::Cell { accounts, column: self.column.word().to_owned() }
    }
}

/// To the grid, to the first of the cells that a text was typed into.
#[must_use]
pub fn go_to(accounts: &[i64], column: &str) -> Vec<Wish> {
    let mut wishes = vec![Wish::Program(Action::View(View::Grid))];
    if let (Some(first), Some(column)) = (accounts.first(), Column::from_word(column)) {
        wishes.push(Wish::Do(Deed::Cell(Id(*first), column)));
    }
    wishes
}

/// The text, the cells, and what becomes of them.
#[derive(Debug)]
pub struct CellEntry {
    subject: Subject,
    column: Column,
    /// As they were when the typing began.
    cells: Vec<Basics>,
    way: Way,
    line: LineEntry,
    opened: String,
    ground: Ground,
    /// Why Enter did not take it.
    refused: Option<String>,
    /// What fits some of the accounts is taken the next time.
    asked: bool,
    /// It could not be written: the cells are to be read again first.
    old: bool,
    place: Rect,
}

impl CellEntry {
    /// Opens it over these accounts, with what was typed there and not taken.
    #[must_use]
    pub fn open(
        begun: &Begun,
        cells: Vec<Basics>,
        draft: Option<&Draft>,
        mut ground: Ground,
    ) -> Self {
        let mut opened = String::new();
        // What mended something goes on mending it.
        let mends = |draft: &Draft| draft.opened(TEXT).is_some_and(|opened| !opened.is_empty());
        let mended = begun.way == Way::Mended || begun.text.is_none() && draft.is_some_and(mends);
        let way = if mended { Way::Mended } else { Way::Anew };
        if mended && let Some(first) = cells.first() {
            opened = (begun.column.spec().typed)(first, ground.base).unwrap_or_default();
        }
        let kept = draft.and_then(|draft| draft.text(TEXT));
        let text = match (&begun.text, kept) {
            (Some(text), _) => text.clone(),
            (None, Some(kept)) => {
                // `fri` means what it meant when it was typed.
                ground.today = draft.and_then(|draft| draft.on).unwrap_or(ground.today);
                kept.to_owned()
            }
            (None, None) => opened.clone(),
        };
        let mut line = LineEntry::default();
        line.set(&text, text.chars().count());
        Self {
            subject: begun.subject(),
            column: begun.column,
            cells,
            way,
            line,
            opened,
            ground,
            refused: None,
            asked: false,
            old: false,
            place: Rect::ZERO,
        }
    }

    fn entry(&self) -> Entry {
        let (column, text, way) = (self.column, self.line.text(), self.way);
        let cells: Vec<Cell<'_>> =
            self.cells.iter().map(|of| Cell { of, column, text, way }).collect();
        enter(&cells, self.ground)
    }

    /// What the text means, or what stands in its way; true: it does.
    fn says(&self) -> (String, bool) {
        if let Some(refused) = &self.refused {
            return (refused.clone(), true);
        }
        if self.line.text().trim().is_empty() {
            return (self.column.spec().hint.to_owned(), false);
        }
        let entry = self.entry();
        let wrong = entry.made.iter().filter(|made| matches!(made, Made::Wrong(_))).count();
        let said = entry.made.iter().find_map(|made| match made {
            Made::Said(said) => Some(said.means.clone()),
            Made::AsItIs | Made::Wrong(_) => None,
        });
        let what = match (said, entry.wrong()) {
            (Some(said), _) => said,
            (None, Some(why)) => why.to_owned(),
            (None, None) => "as it is".to_owned(),
        };
        if wrong > 0 && wrong < self.cells.len() {
            let (all, fits) = (self.cells.len(), self.cells.len() - wrong);
            return (format!("fits {fits} of {all}: {what}"), false);
        }
        (what, false)
    }

    /// Takes the text, then goes on.
    fn take(&mut self, then: Action) -> Outcome {
        if self.old {
            return Outcome::Stays;
        }
        let taken = Deed::Taken(self.column, self.line.text().trim().to_owned());
        let onward =
            vec![Wish::Discard(self.subject.clone()), Wish::Do(taken.clone()), Wish::Program(then)];
        if self.line.text().trim().is_empty() {
            let says = Wish::Say("Left as it was; ? says that nobody knows.".to_owned());
            let discard = Wish::Discard(self.subject.clone());
            return Outcome::ClosesWith(vec![discard, Wish::Program(then), says]);
        }
        let entry = self.entry();
        if let Some(why) = entry.wrong() {
            let wrong: Vec<&Basics> = self
                .cells
                .iter()
                .zip(&entry.made)
                .filter(|(_, made)| matches!(made, Made::Wrong(_)))
                .map(|(of, _)| of)
                .collect();
            let others = self.cells.len() - wrong.len();
            if others == 0 {
                self.refused = Some(why.to_owned());
                return Outcome::Stays;
            }
            if !std::mem::replace(&mut self.asked, true) {
                let name = wrong.first().map_or("", |of| of.name.as_str());
                let more = match wrong.len() {
                    1 => String::new(),
                    count => format!(" and {} more", count - 1),
                };
                // The way on stands first: the rest is cut where there is no room.
                self.refused =
                    Some(format!("Enter takes it for {others}, not {name}{more}: {why}"));
                return Outcome::Stays;
            }
        }
        if entry.changes.is_empty() {
            return Outcome::ClosesWith(onward);
        }
        let commit = Commit::new(Act::edit(entry.label, entry.account), entry.changes);
        let onward = vec![Wish::Do(taken), Wish::Program(then)];
        Outcome::WritesThen(commit.expecting(entry.expected), onward)
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
        {
            self.insert(&letter.to_string());
            return Outcome::Stays;
        }
        match sight.keymap.action(Context::Cell, key) {
            Some(Action::Open) => self.take(Action::Down),
            Some(Action::NextField) => self.take(Action::Right),
            Some(Action::PreviousField) => self.take(Action::Left),
            Some(action @ (Action::Up | Action::Down)) => self.take(action),
            Some(Action::Back) => Outcome::ClosesWith(vec![Wish::Discard(self.subject.clone())]),
            Some(action) => {
                if self.line.act(action) {
                    self.typed();
                }
                Outcome::Stays
            }
            None => Outcome::Stays,
        }
    }

    fn insert(&mut self, new: &str) {
        let room = LONGEST.saturating_sub(self.line.text().chars().count());
        let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
        let new: String = new.chars().map(plain).take(room).collect();
        self.line.insert(&new);
        self.typed();
    }

    fn typed(&mut self) {
        (self.refused, self.asked) = (None, false);
    }

    /// `Contoso`, `12 accounts`.
    fn whose(&self) -> String {
        match self.cells.as_slice() {
            [one] => one.name.clone(),
            several => format!("{} accounts", several.len()),
        }
    }

    /// Where the text stands: as wide as its column, or as the text.
    fn room(&self, spot: Rect, area: Rect) -> Rect {
        let typed = text::width(self.line.text()) as u16 + 1;
        let width = spot.width.max(typed.min(ROOM)).min(area.width);
        Rect { x: spot.x.min(area.right().saturating_sub(width + 1)), width, height: 1, ..spot }
    }
}

impl Overlay for CellEntry {
    fn context(&self) -> Context {
        Context::Cell
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => return self.key(*key, sight),
            Input::Paste(pasted) => self.insert(pasted.trim()),
            Input::Pointer { press: Press::Click, x, y } => {
                if self.place.contains(Position::new(*x, *y)) {
                    self.line.point(usize::from(x - self.place.x));
                }
            }
            Input::Pointer { .. } | Input::Focus => {}
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let spot = sight.beside.spot.get();
        let below = Rect { y: area.bottom().saturating_sub(2), height: 1, ..area };
        let (says, wrong) = self.says();
        let mut pen = Pen::new(buffer, below);
        pen.repeat(0, 0, pen.width(), " ", theme.text);
        let lead = format!("{}, {}: ", self.whose(), self.column.spec().title);
        let x = pen.at(1, 0, &lead, theme.dim);
        let sign = if wrong { "! " } else { "" };
        let style = if wrong { theme.state_risk } else { theme.text };
        pen.at(x, 0, &format!("{sign}{says}"), style);
        self.place = if spot.is_empty() {
            // No room for the grid: the line itself has to do.
            let x = text::width(&lead) as u16 + 1;
            Rect { x: area.x + x, width: area.width.saturating_sub(x), ..below }
        } else {
            self.room(spot, area)
        };
        let mut pen = Pen::new(buffer, self.place);
        pen.repeat(0, 0, pen.width(), " ", theme.text);
        self.line.draw(&mut pen, 0, 0, self.place.width, theme);
    }

    fn subject(&self) -> Option<&Subject> {
        Some(&self.subject)
    }

    fn draft(&self) -> Option<Draft> {
        let text = self.line.text();
        (text != self.opened && !text.trim().is_empty()).then(|| Draft {
            subject: self.subject.clone(),
            title: format!("{}: {}", self.column.spec().title, self.whose()),
            texts: vec![(TEXT.to_owned(), text.to_owned())],
            opened: vec![(TEXT.to_owned(), self.opened.clone())],
            on: Some(self.ground.today),
            days: Vec::new(),
        })
    }

    fn failed(&mut self, error: &Error) {
        self.refused = Some(format!("{}; Enter looks again", error.message));
        self.old = true;
    }

    fn read(&mut self, reading: &Reading, today: NaiveDate) -> Result<()> {
        if !self.old {
            return Ok(());
        }
        for cell in &mut self.cells {
            let read = reading.dossier(cell.account, today)?;
            *cell = Basics::of(&read.records, read.standing.arr, today);
        }
        self.old = false;
        let held = self.cells.first();
        let held = held.and_then(|of| (self.column.spec().shown)(of, today));
        let held = held.unwrap_or_else(|| "not known".to_owned());
        self.refused = Some(format!("it is {held} now; Enter takes yours"));
        Ok(())
    }
}
