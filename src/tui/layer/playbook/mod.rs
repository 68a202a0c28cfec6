//! A playbook before it is started: its dated steps, what to do, say and avoid at each, and every
//! one of them to be moved, called otherwise or left out. Enter writes them all as one step.
//!
//! ```text
//! ┏ Champion left ─ Contoso ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Champion left: T. Lee, 16 Nov. Nobody took over.             ┃
//! ┃ days are counted from the day the champion left, Mon 16 Nov  ┃
//! ┃▸ ▢ Sun 22 Nov  Reach T. Lee: thank them, ask who takes over  ┃
//! ┃                                                              ┃
//! ┃ do     Call or write privately.                              ┃
//! ```

mod draw;
mod for_all;
pub mod prepared;
mod shelf;

use super::{Outcome, Overlay};
use crate::domain::cell::Id;
use crate::domain::day::{shift, worked_after, worked_before};
use crate::domain::plan::step::Step;
use crate::domain::playbook::{Focus, Playbook, Wanted, named, wanted};
use crate::domain::when::{self, Order};
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::LineEntry;
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use chrono::NaiveDate;
use prepared::{Prepared, Row, prepared};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use for_all::ForAll;
pub use shelf::all;

/// Letters that a day or a title may have.
const LONGEST: usize = 200;

/// The preview, and what is wanted otherwise.
#[derive(Debug)]
pub struct Preview {
    account: Id,
    /// The playbook; none: the one step that is proposed for the signal.
    name: Option<String>,
    /// The code of the signal that it answers.
    signal: Option<String>,
    /// Whom and what it is to be about, where somebody chose it.
    focus: Focus,
    /// What it was to be about at first.
    given: Focus,
    /// The day that the days are counted from, where somebody named it.
    on: Option<NaiveDate>,
    wanted: Vec<Wanted>,
    /// The steps of no account, for a playbook of the whole book.
    loose: Vec<Step>,
    order: Order,
    /// None: the line that says what the days are counted from.
    chosen: Option<usize>,
    top: usize,
    room: usize,
    typing: Option<Typing>,
    rows: Vec<(Rect, Option<usize>)>,
    frame: Rect,
}

/// What is typed at the chosen line.
#[derive(Debug)]
struct Typing {
    day: bool,
    entry: LineEntry,
    /// It is no day, or nothing.
    refused: bool,
}

impl Preview {
    /// Of this playbook, or, without a name, of the step proposed for the signal.
    #[must_use]
    pub fn new(account: Id, signal: Option<String>, name: Option<String>, order: Order) -> Self {
        Self {
            account,
            name,
            signal,
            focus: Focus::default(),
            given: Focus::default(),
            on: None,
            wanted: Vec::new(),
            loose: Vec::new(),
            order,
            chosen: Some(0),
            top: 0,
            room: 1,
            typing: None,
            rows: Vec::new(),
            frame: Rect::ZERO,
        }
    }

    /// About who or what was chosen.
    #[must_use]
    pub fn about(self, focus: Focus) -> Self {
        Self { focus, given: focus, ..self }
    }

    /// The playbook that it shows.
    #[must_use]
    pub fn playbook<'a>(&self, sight: &Sight<'a>) -> Option<&'a Playbook> {
        named(sight.shelf.all(), self.name.as_deref()?)
    }

    /// With all steps of the book: a playbook of the whole book goes on with those of no account.
    #[must_use]
    pub fn beside(self, mut steps: Vec<Step>) -> Self {
        steps.retain(|step| step.account_id.is_none() && step.play_step.is_some());
        Self { loose: steps, ..self }
    }

    fn row<'a>(&self, prepared: &'a Prepared) -> Option<&'a Row> {
        prepared.rows.get(self.chosen?)
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        let Some(prepared) = prepared(self, sight) else { return Outcome::Closes };
        if self.typing.is_some() {
            self.type_on(key, &prepared, sight);
            return Outcome::Stays;
        }
        let page = isize::try_from(self.room.max(1)).unwrap_or(1);
        match sight.keymap.action(Context::Playbook, key) {
            Some(Action::Up) => self.choose(-1, &prepared),
            Some(Action::Down) => self.choose(1, &prepared),
            Some(Action::PageUp) => self.choose(-page, &prepared),
            Some(Action::PageDown) => self.choose(page, &prepared),
            Some(Action::First) => self.choose(isize::MIN / 2, &prepared),
            Some(Action::Last) => self.choose(isize::MAX / 2, &prepared),
            Some(Action::Left) => self.day_by(-1, &prepared, sight.today),
            Some(Action::Right) => self.day_by(1, &prepared, sight.today),
            Some(Action::MoveDay) => self.begin(true, &prepared),
            Some(Action::Edit) => self.begin(false, &prepared),
            Some(Action::Done) => {
                if let Some(row) = self.row(&prepared) {
                    let wanted = wanted::of(&mut self.wanted, &row.line.key);
                    wanted.out = !wanted.out;
                    self.choose(1, &prepared);
                }
            }
            Some(Action::Whom) => self.focus.contact = prepared.next_person.or(self.focus.contact),
            Some(Action::AsItWas) => {
                (self.on, self.wanted, self.focus) = (None, Vec::new(), self.given);
            }
            Some(Action::NextPane) => {
                let Some(list) = all(self.account, self.signal.as_deref(), self.focus, sight)
                else {
                    return Outcome::Stays;
                };
                return Outcome::ClosesWith(vec![Wish::Open(Opening::Pick(list))]);
            }
            Some(Action::Open) => return self.start(prepared),
            Some(Action::Back) => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    fn start(&mut self, prepared: Prepared) -> Outcome {
        match prepared.commit {
            Some(commit) => Outcome::ClosesWith(vec![Wish::Commit(commit)]),
            None if prepared.counted.as_ref().is_some_and(|counted| counted.on.is_none()) => {
                self.chosen = None;
                self.begin(true, &prepared);
                Outcome::Stays
            }
            None => {
                let says = if prepared.rows.iter().any(Row::runs) {
                    "It runs already, and nothing would change."
                } else {
                    "Every step of it is done or left out."
                };
                Outcome::Wishes(vec![Wish::Say(says.to_owned())])
            }
        }
    }

    /// Up from the first step stands the day that the others are counted from.
    fn choose(&mut self, by: isize, prepared: &Prepared) {
        let head = usize::from(prepared.counted.is_some());
        let last = (prepared.rows.len() + head).saturating_sub(1);
        let at = self.chosen.map_or(0, |row| row + head);
        let to = at.saturating_add_signed(by).min(last);
        self.chosen = to.checked_sub(head);
    }

    /// The chosen day a working day earlier or later; a step's never before today.
    fn day_by(&mut self, by: i64, prepared: &Prepared, today: NaiveDate) {
        let from = match self.row(prepared) {
            Some(row) => row.line.due_on.filter(|_| row.runs()),
            None => prepared.counted.as_ref().and_then(|counted| counted.on),
        };
        let Some(from) = from else { return };
        let to = shift(from, by);
        let to = if by < 0 { worked_before(to) } else { worked_after(to) };
        let to = if self.row(prepared).is_some() { to.max(today) } else { to };
        self.set_day(to, prepared);
    }

    fn set_day(&mut self, to: NaiveDate, prepared: &Prepared) {
        match self.row(prepared) {
            Some(row) => wanted::of(&mut self.wanted, &row.line.key).due_on = Some(to),
            None => self.on = Some(to),
        }
    }

    /// A day or a title is to be typed at the chosen line.
    fn begin(&mut self, day: bool, prepared: &Prepared) {
        let text = match self.row(prepared) {
            Some(row) if !row.runs() => return,
            Some(row) if !day => row.line.title.as_str(),
            None if !day => return,
            _ => "",
        };
        self.typing = Some(Typing { day, entry: LineEntry::new(text), refused: false });
    }

    fn type_on(&mut self, key: Key, prepared: &Prepared, sight: &Sight<'_>) {
        let Some(typing) = &mut self.typing else { return };
        typing.refused = false;
        if let Code::Char(letter) = key.code
            && key.is_letter()
        {
            if typing.entry.text().chars().count() < LONGEST {
                typing.entry.insert(&letter.to_string());
            }
            return;
        }
        match sight.keymap.action(Context::Typing, key) {
            Some(Action::Open) => self.take(prepared, sight.today),
            Some(Action::Back) => self.typing = None,
            Some(action) => _ = typing.entry.act(action),
            None => {}
        }
    }

    /// Takes what was typed, where it means something.
    fn take(&mut self, prepared: &Prepared, today: NaiveDate) {
        let Some(mut typing) = self.typing.take() else { return };
        let text = typing.entry.text().trim().to_owned();
        let day = when::day_in(&text, today, self.order);
        match (typing.day, day) {
            (true, Some(day)) => self.set_day(day, prepared),
            (false, _) if !text.is_empty() => {
                if let Some(row) = self.row(prepared) {
                    wanted::of(&mut self.wanted, &row.line.key).title = Some(text);
                }
            }
            // Nothing typed changes nothing; what is no day waits to be mended.
            _ if text.is_empty() => {}
            _ => {
                typing.refused = true;
                self.typing = Some(typing);
            }
        }
    }
}

impl Overlay for Preview {
    fn context(&self) -> Context {
        if self.typing.is_some() { Context::Typing } else { Context::Playbook }
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => return self.key(*key, sight),
            Input::Paste(pasted) => {
                if let Some(typing) = &mut self.typing {
                    let letters = pasted.chars().filter(|letter| !letter.is_control());
                    typing.entry.insert(&letters.take(LONGEST).collect::<String>());
                }
            }
            Input::Pointer { press: Press::Click, x, y } => {
                let at = Position::new(*x, *y);
                if !self.frame.contains(at) {
                    return Outcome::Closes;
                }
                if let Some((_, row)) = self.rows.iter().find(|(place, _)| place.contains(at)) {
                    (self.chosen, self.typing) = (*row, None);
                }
            }
            Input::Pointer { press, .. } => {
                if let (Some(prepared), None) = (prepared(self, sight), &self.typing) {
                    self.choose(if *press == Press::WheelUp { -1 } else { 1 }, &prepared);
                }
            }
            Input::Focus => {}
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        draw::draw(self, area, buffer, sight);
    }
}

#[cfg(test)]
mod tests;
