//! The help, which is the list of all that can be done here: type to find, Enter does it.

use super::{Outcome, middle};
use crate::text;
use crate::tui::action::Action;
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::{Binding, Context, Group, Keymap};
use crate::tui::screen::book::Sight;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

const COLUMNS: u16 = 54;
/// Columns of the keys, before the label.
const KEYS: usize = 16;

/// The help for the place from which it was opened.
#[derive(Debug)]
pub struct Help {
    context: Context,
    sought: String,
    /// Among the found ones.
    chosen: usize,
    /// First line on the screen.
    top: usize,
    /// Lines of the list on the screen.
    lines: usize,
    /// Which binding was drawn where.
    rows: Vec<(Rect, usize)>,
    /// All that was drawn.
    frame: Rect,
}

/// One line of the list.
enum Line {
    Title(Group),
    /// With its place among the found ones.
    Entry(usize, &'static Binding, String),
}

impl Help {
    /// For a place in the program.
    #[must_use]
    pub const fn new(context: Context) -> Self {
        Self {
            context,
            sought: String::new(),
            chosen: 0,
            top: 0,
            lines: 1,
            rows: Vec::new(),
            frame: Rect::ZERO,
        }
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => self.key(*key, sight.keymap),
            Input::Paste(pasted) => {
                self.sought.extend(pasted.chars().filter(|letter| !letter.is_control()).take(80));
                self.chosen = 0;
                Outcome::Stays
            }
            Input::Pointer { press: Press::Click, x, y } => {
                let at = Position::new(*x, *y);
                if !self.frame.contains(at) {
                    return Outcome::Closes;
                }
                let found = self.found(sight.keymap);
                let clicked = self.rows.iter().find(|(row, _)| row.contains(at));
                match clicked.and_then(|(_, entry)| found.get(*entry)) {
                    Some((binding, _)) => Outcome::Does(binding.action),
                    None => Outcome::Stays,
                }
            }
            Input::Pointer { press: Press::WheelUp, .. } => self.choose(-1, sight.keymap),
            Input::Pointer { press: Press::WheelDown, .. } => self.choose(1, sight.keymap),
            Input::Focus => Outcome::Stays,
        }
    }

    fn key(&mut self, key: Key, keymap: &Keymap) -> Outcome {
        // A text field comes before its keys, but an empty one closes like any other layer.
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
            && (!self.sought.is_empty() || keymap.action(Context::Help, key).is_none())
        {
            self.sought.push(letter);
            self.chosen = 0;
            return Outcome::Stays;
        }
        if key.code == Code::Backspace {
            self.sought.pop();
            self.chosen = 0;
            return Outcome::Stays;
        }
        let page = isize::try_from(self.lines).unwrap_or(1);
        match keymap.action(Context::Help, key) {
            Some(Action::Up) => self.choose(-1, keymap),
            Some(Action::Down) => self.choose(1, keymap),
            Some(Action::PageUp) => self.choose(-page, keymap),
            Some(Action::PageDown) => self.choose(page, keymap),
            Some(Action::First) => self.choose(isize::MIN / 2, keymap),
            Some(Action::Last) => self.choose(isize::MAX / 2, keymap),
            Some(Action::Open) => match self.found(keymap).get(self.chosen) {
                Some((binding, _)) => Outcome::Does(binding.action),
                None => Outcome::Stays,
            },
            Some(Action::Back) if !self.sought.is_empty() => {
                self.sought.clear();
                self.chosen = 0;
                Outcome::Stays
            }
            Some(Action::Back) => Outcome::Closes,
            _ => Outcome::Stays,
        }
    }

    fn choose(&mut self, by: isize, keymap: &Keymap) -> Outcome {
        let last = self.found(keymap).len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
        Outcome::Stays
    }

    /// The bindings of the place that hold what was typed, group by group, each with its keys.
    fn found(&self, keymap: &Keymap) -> Vec<(&'static Binding, String)> {
        let sought = self.sought.to_lowercase();
        let rows: Vec<(&Binding, String)> = keymap
            .bindings(self.context)
            .into_iter()
            .map(|(binding, keys)| {
                let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
                (binding, keys.join(" "))
            })
            .filter(|(binding, keys)| {
                binding.label.to_lowercase().contains(&sought) || keys.to_lowercase() == sought
            })
            .collect();
        Group::ALL
            .into_iter()
            .flat_map(|group| rows.iter().filter(move |(row, _)| row.group == group).cloned())
            .collect()
    }

    fn list(&self, keymap: &Keymap) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut group = None;
        for (place, (binding, keys)) in self.found(keymap).into_iter().enumerate() {
            if group != Some(binding.group) {
                group = Some(binding.group);
                lines.push(Line::Title(binding.group));
            }
            lines.push(Line::Entry(place, binding, keys));
        }
        lines
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let list = self.list(sight.keymap);
        let wanted = u16::try_from(list.len().max(1) + 2).unwrap_or(u16::MAX);
        let frame = middle(area, COLUMNS, wanted);
        self.frame = frame;
        Clear.render(frame, buffer);
        let title = if self.sought.is_empty() {
            " Help ─ type to find ".to_owned()
        } else {
            format!(" Help ─ {}▏", text::shown(&self.sought))
        };
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title(title)
            .title_bottom(" Enter do it  Esc close ");
        let inner = block.inner(frame);
        block.render(frame, buffer);

        self.lines = usize::from(inner.height).max(1);
        let at = |line: &Line| matches!(line, Line::Entry(place, ..) if *place == self.chosen);
        let chosen = list.iter().position(at).unwrap_or(0);
        // The first entry brings its title into sight.
        let upper = if self.chosen == 0 { 0 } else { chosen };
        self.top = self.top.min(upper).max((chosen + 1).saturating_sub(self.lines));
        self.rows.clear();
        let columns = usize::from(inner.width).saturating_sub(1);
        if list.is_empty() && inner.height > 0 {
            let nothing = format!("nothing here is called “{}”", text::shown(&self.sought));
            let line = text::fit(&nothing, columns);
            buffer.set_stringn(inner.x, inner.y, line, columns, theme.dim);
        }
        for (y, line) in (inner.y..inner.bottom()).zip(list.iter().skip(self.top)) {
            match line {
                Line::Title(group) => {
                    buffer.set_stringn(inner.x, y, group.title(), columns, theme.strong);
                }
                Line::Entry(place, binding, keys) => {
                    self.rows.push((Rect { y, height: 1, ..inner }, *place));
                    let marker = if *place == self.chosen { "▸" } else { " " };
                    let keys = text::pad_right(keys, KEYS);
                    let entry = format!("{marker} {keys}{}", binding.label);
                    let style = if *place == self.chosen { theme.selected } else { theme.text };
                    let whole = text::pad_right(&text::fit(&entry, columns), columns + 1);
                    buffer.set_stringn(inner.x, y, whole, columns + 1, style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::book::fixture::Scene;

    fn typed(help: &mut Help, text: &str) -> Outcome {
        let mut outcome = Outcome::Stays;
        for letter in text.chars() {
            outcome = help.input(&Input::Key(Key::letter(letter)), &Scene::new().sight());
        }
        outcome
    }

    fn pressed(help: &mut Help, code: Code) -> Outcome {
        help.input(&Input::Key(Key::of(code)), &Scene::new().sight())
    }

    fn drawn(help: &mut Help, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        help.draw(area, &mut buffer, &Scene::new().sight());
        let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        symbols.chunks(usize::from(width).max(1)).map(|row| row.concat() + "\n").collect()
    }

    #[test]
    fn typing_finds_and_enter_does() {
        let mut help = Help::new(Context::List);
        typed(&mut help, "ZOO");
        assert_eq!(pressed(&mut help, Code::Enter), Outcome::Does(Action::Zoom));
    }

    #[test]
    fn a_q_closes_an_empty_field_and_is_a_letter_in_a_full_one() {
        let mut help = Help::new(Context::List);
        assert_eq!(typed(&mut help, "q"), Outcome::Closes);
        assert_eq!(typed(&mut help, "xq"), Outcome::Stays);
        assert_eq!(pressed(&mut help, Code::Enter), Outcome::Stays);
        assert!(drawn(&mut help, 80, 24).contains("nothing here is called “xq”"));
        assert_eq!(pressed(&mut help, Code::Esc), Outcome::Stays);
        assert_eq!(pressed(&mut help, Code::Esc), Outcome::Closes);
    }

    #[test]
    fn a_click_does_what_it_hits() {
        let mut help = Help::new(Context::Map);
        let screen = drawn(&mut help, 80, 60);
        let row = screen.lines().position(|line| line.contains("undo")).expect("undo");
        let y = u16::try_from(row).expect("a row");
        let click = Input::Pointer { press: Press::Click, x: 30, y };
        assert_eq!(help.input(&click, &Scene::new().sight()), Outcome::Does(Action::Undo));
    }

    #[test]
    fn a_click_beside_it_closes_it_and_does_nothing_else() {
        let mut help = Help::new(Context::Map);
        drawn(&mut help, 80, 60);
        for y in 0..60 {
            let click = Input::Pointer { press: Press::Click, x: 5, y };
            assert_eq!(help.input(&click, &Scene::new().sight()), Outcome::Closes, "row {y}");
        }
        let border = Input::Pointer { press: Press::Click, x: 13, y: help.frame.y + 2 };
        assert_eq!(help.input(&border, &Scene::new().sight()), Outcome::Stays);
    }

    #[test]
    fn every_entry_can_be_reached_on_a_small_screen() {
        let mut help = Help::new(Context::List);
        let entries = help.found(&Keymap::default()).len();
        for place in 0..entries {
            let screen = drawn(&mut help, 60, 9);
            assert!(screen.contains('▸'), "entry {place} of {entries}:\n{screen}");
            pressed(&mut help, Code::Down);
        }
        pressed(&mut help, Code::PageUp);
        assert!(help.chosen < entries - 1);
        pressed(&mut help, Code::End);
        assert_eq!(help.chosen, entries - 1);
        pressed(&mut help, Code::Home);
        assert_eq!(help.chosen, 0);
    }

    #[test]
    fn no_size_is_too_small() {
        for width in 0..70 {
            for height in 0..12 {
                drawn(&mut Help::new(Context::Log), width, height);
            }
        }
    }
}
