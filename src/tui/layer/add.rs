//! The menu of what can be added, under headings in two columns: a letter does it, or arrows and
//! Enter. What the pane is for is chosen at first.
//!
//! ```text
//! ┏ Add ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ To do                     │ Growth                     ┃
//! ┃▸s step                    │ o opportunity              ┃
//! ```

use super::{Outcome, Overlay, middle};
use crate::domain::page::Kind;
use crate::text;
use crate::tui::action::{Action, What};
use crate::tui::key::{Input, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

/// Columns of one of the two halves.
const HALF: u16 = 30;

/// What belongs together, in the order in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading {
    ToDo,
    People,
    Book,
    Growth,
    Money,
    Health,
}

impl Heading {
    const LEFT: [Self; 3] = [Self::ToDo, Self::People, Self::Book];
    const RIGHT: [Self; 3] = [Self::Growth, Self::Money, Self::Health];

    const fn title(self) -> &'static str {
        match self {
            Self::ToDo => "To do",
            Self::People => "People",
            Self::Book => "The book",
            Self::Growth => "Growth",
            Self::Money => "Money",
            Self::Health => "Health",
        }
    }

    const fn of(what: What) -> Self {
        match what {
            What::Step
            | What::Meeting
            | What::Promise
            | What::Milestone
            | What::Plan
            | What::Priority => Self::ToDo,
            What::Person | What::Talk | What::Note => Self::People,
            What::Revenue | What::Contract => Self::Money,
            What::Score => Self::Health,
            What::Account => Self::Book,
            What::Record(kind) => match kind {
                Kind::Opportunity
                | Kind::ValueItem
                | Kind::Goal
                | Kind::Discovery
                | Kind::Loyalty
                | Kind::Qualification
                | Kind::Whitespace
                | Kind::Unit
                | Kind::Offering => Self::Growth,
                Kind::Forecast => Self::Money,
                Kind::Metric | Kind::RiskReview => Self::Health,
                Kind::Away | Kind::TierSilence | Kind::Silence => Self::Book,
                _ => Self::People,
            },
        }
    }
}

/// One thing that can be added.
#[derive(Clone, Debug)]
struct Item {
    what: What,
    key: String,
    label: &'static str,
}

/// One line of a half.
#[derive(Clone, Debug)]
enum Line {
    Blank,
    Head(&'static str),
    /// Its place among all items.
    Item(usize),
}

/// The menu.
#[derive(Debug)]
pub struct AddMenu {
    /// Those of the left half first.
    items: Vec<Item>,
    halves: [Vec<Line>; 2],
    chosen: usize,
    frame: Rect,
    rows: Vec<(Rect, usize)>,
}

impl AddMenu {
    /// What the bindings of the menu offer, each with its letter; `at` is chosen at first.
    #[must_use]
    pub fn new(at: What, sight: &Sight<'_>) -> Self {
        let bound = sight.keymap.bindings(Context::Add);
        let mut items: Vec<Item> = Vec::new();
        let mut half = |headings: &[Heading]| {
            let mut lines = Vec::new();
            for heading in headings {
                // The last of the longer half stands close, so that all fits a small screen.
                if !lines.is_empty() && *heading != Heading::Book {
                    lines.push(Line::Blank);
                }
                lines.push(Line::Head(heading.title()));
                for (row, keys) in &bound {
                    let (Action::New(what), Some(key)) = (row.action, keys.first()) else {
                        continue;
                    };
                    if Heading::of(what) == *heading {
                        lines.push(Line::Item(items.len()));
                        items.push(Item { what, key: key.to_string(), label: row.label });
                    }
                }
            }
            lines
        };
        let halves = [half(&Heading::LEFT), half(&Heading::RIGHT)];
        let chosen = items.iter().position(|item| item.what == at).unwrap_or(0);
        Self { items, halves, chosen, frame: Rect::default(), rows: Vec::new() }
    }

    /// To the item beside the chosen one, or the nearest to it.
    fn across(&mut self) {
        let place = |half: &Vec<Line>, chosen: usize| {
            half.iter().position(|line| matches!(line, Line::Item(at) if *at == chosen))
        };
        let [left, right] = &self.halves;
        let (row, other) = match (place(left, self.chosen), place(right, self.chosen)) {
            (Some(row), _) => (row, right),
            (None, Some(row)) => (row, left),
            (None, None) => return,
        };
        let items = other.iter().enumerate().filter_map(|(at, line)| match line {
            Line::Item(item) => Some((at.abs_diff(row), *item)),
            Line::Blank | Line::Head(_) => None,
        });
        if let Some((_, item)) = items.min() {
            self.chosen = item;
        }
    }

    fn go(&mut self, by: isize) {
        let last = self.items.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    fn take(&self) -> Outcome {
        let chosen = self.items.get(self.chosen);
        chosen.map_or(Outcome::Stays, |item| Outcome::Does(Action::New(item.what)))
    }

    fn point(&mut self, press: Press, at: Position) -> Outcome {
        match press {
            Press::Click if !self.frame.contains(at) => return Outcome::Closes,
            Press::Click => {
                if let Some((_, item)) = self.rows.iter().find(|(row, _)| row.contains(at)) {
                    self.chosen = *item;
                    return self.take();
                }
            }
            Press::WheelUp => self.go(-1),
            Press::WheelDown => self.go(1),
        }
        Outcome::Stays
    }

    /// Draws one half; so many of its lines lie above it.
    fn draw_half(
        &mut self,
        half: usize,
        top: usize,
        area: Rect,
        buffer: &mut Buffer,
        sight: &Sight<'_>,
    ) {
        let theme = sight.theme;
        let Some(lines) = self.halves.get(half) else { return };
        for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(top)) {
            let row = Rect { y, height: 1, ..area };
            let mut pen = Pen::new(buffer, row);
            match line {
                Line::Blank => {}
                Line::Head(title) => _ = pen.at(1, 0, title, theme.strong),
                Line::Item(item) => {
                    let Some(Item { key, label, .. }) = self.items.get(*item) else { continue };
                    let chosen = *item == self.chosen;
                    let (style, dim) = if chosen {
                        (theme.selected, theme.selected)
                    } else {
                        (theme.text, theme.key)
                    };
                    let sign = if chosen { "▸" } else { " " };
                    let x = pen.at(0, 0, &format!("{sign}{} ", text::pad_right(key, 1)), dim);
                    let room = area.width.saturating_sub(x);
                    pen.cell(x, 0, room, &text::pad_right(label, usize::from(room)), style);
                    self.rows.push((row, *item));
                }
            }
        }
    }
}

impl Overlay for AddMenu {
    fn context(&self) -> Context {
        Context::Add
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => match sight.keymap.action(Context::Add, *key) {
                Some(action @ Action::New(_)) => return Outcome::Does(action),
                Some(Action::Back) => return Outcome::Closes,
                Some(Action::Up) => self.go(-1),
                Some(Action::Down) => self.go(1),
                Some(Action::Left | Action::Right) => self.across(),
                Some(Action::Open) => return self.take(),
                // Letters name, they do not seek.
                _ => {}
            },
            Input::Pointer { press, x, y } => return self.point(*press, Position::new(*x, *y)),
            Input::Paste(_) | Input::Focus => {}
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let area = area.intersection(buffer.area);
        let two = area.width >= 2 * HALF + 2;
        let [left, right] = self.halves.each_ref().map(Vec::len);
        let lines = if two { left.max(right) } else { left + right + 1 };
        let width = if two { 2 * HALF + 3 } else { HALF + 2 };
        // The two lowest lines, with the keys, stay to be read.
        let above = Rect { height: area.height.saturating_sub(2), ..area };
        self.frame = middle(above, width, u16::try_from(lines + 2).unwrap_or(u16::MAX));
        Clear.render(self.frame, buffer);
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title_style(theme.title_focus)
            .title(" Add ");
        let inner = block.inner(self.frame);
        block.render(self.frame, buffer);
        self.rows.clear();
        let mine = |line: &Line| matches!(line, Line::Item(at) if *at == self.chosen);
        let at = self.halves.each_ref().map(|half| half.iter().position(mine));
        let room = usize::from(inner.height);
        let top = |line: usize| (line + 1).saturating_sub(room);
        if two {
            let top = top(at.into_iter().flatten().next().unwrap_or(0));
            let half = Rect { width: HALF.min(inner.width), ..inner };
            self.draw_half(0, top, half, buffer, sight);
            let x = inner.x + HALF;
            for y in inner.y..inner.bottom() {
                buffer.set_string(x, y, "│", theme.border);
            }
            let rest = Rect { x: x + 1, width: inner.right().saturating_sub(x + 1), ..inner };
            self.draw_half(1, top, rest, buffer, sight);
            return;
        }
        // The right half stands below the left one, after a blank line.
        let line = match at {
            [Some(line), _] => line,
            [None, line] => left + 1 + line.unwrap_or(0),
        };
        let top = top(line);
        self.draw_half(0, top, inner, buffer, sight);
        let shown = u16::try_from((left + 1).saturating_sub(top)).unwrap_or(u16::MAX);
        let below = shown.min(inner.height);
        let rest = Rect { y: inner.y + below, height: inner.height - below, ..inner };
        self.draw_half(1, top.saturating_sub(left + 1), rest, buffer, sight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::BINDINGS;

    #[test]
    fn all_that_has_a_letter_stands_under_a_heading_and_fits_a_small_screen() {
        let mut lines = [0_usize; 2];
        for (half, headings) in [Heading::LEFT, Heading::RIGHT].iter().enumerate() {
            for heading in headings {
                let rows = BINDINGS.iter().filter(|row| row.context == Context::Add);
                let mine = rows.filter(|row| {
                    !row.keys.is_empty()
                        && matches!(row.action, Action::New(what) if Heading::of(what) == *heading)
                });
                let count = mine.count();
                assert!(count > 0, "{heading:?}");
                lines[half] += count + if *heading == Heading::Book { 1 } else { 2 };
            }
        }
        // 24 lines without border, the two lowest ones and one blank too many.
        assert!(lines.iter().all(|lines| lines - 1 <= 20), "{lines:?}");
        let longest = BINDINGS.iter().filter(|row| row.context == Context::Add);
        assert!(longest.map(|row| row.label.chars().count()).max() <= Some(usize::from(HALF) - 3));
    }
}
