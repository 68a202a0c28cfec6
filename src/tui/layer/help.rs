//! The help, which is the list of all that can be done: type to find, Enter does it. What the pane
//! in focus alone knows comes first, what can be added next, then what holds anywhere.
//!
//! ```text
//! ┏ What can be done ─ type to find ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Here: plan                                                   ┃
//! ┃▸  Enter           edit                                       ┃
//! ┃                   end the cycle of the plan                  ┃
//! ┃ Add                                                          ┃
//! ┃   a s             step                                       ┃
//! ```

use super::Outcome;
use super::choosing::{Choosing, Heard};
use crate::text;
use crate::tui::action::{Action, What};
use crate::tui::key::Input;
use crate::tui::keymap::{Binding, Context, Group, Keymap};
use crate::tui::screen::book::Sight;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: u16 = 64;
/// Columns of the keys, before the label.
const KEYS: usize = 16;

/// The help for the place from which it was opened.
#[derive(Debug)]
pub struct Help {
    context: Context,
    choosing: Choosing,
}

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The heading it stands under.
    head: String,
    keys: String,
    label: &'static str,
    action: Action,
}

impl Help {
    /// For a place in the program.
    #[must_use]
    pub fn new(context: Context) -> Self {
        Self { context, choosing: Choosing::default() }
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let entries = entries(self.context, sight.keymap);
        let count = |sought: &str| found(&entries, sought).len();
        match self.choosing.input(input, sight.keymap, Context::Help, count) {
            Heard::Nothing => Outcome::Stays,
            Heard::Closes => Outcome::Closes,
            Heard::Takes(place) => {
                let found = found(&entries, self.choosing.sought());
                found.get(place).map_or(Outcome::Stays, |entry| Outcome::Does(entry.action))
            }
        }
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let entries = entries(self.context, sight.keymap);
        let found = found(&entries, self.choosing.sought());
        let lines = lines(&found, !self.choosing.sought().is_empty());
        let seeking = self.choosing.sought().is_empty();
        let title = if seeking { "What can be done ─ type to find" } else { "What can be done" };
        let foot = "Enter do it  Esc close";
        let frame = (area, COLUMNS, lines.len());
        let inner = self.choosing.frame(frame, (title, foot), buffer, theme);
        let columns = usize::from(inner.width).saturating_sub(1);
        if found.is_empty() && inner.height > 0 {
            self.choosing.draw_nothing((inner.x + 1, inner.y), columns, buffer, theme);
        }
        let chosen = self.choosing.chosen();
        let line =
            lines.iter().position(|line| matches!(line, Line::Entry(at, _) if *at == chosen));
        let line = line.unwrap_or(0);
        // The first entry of a heading brings it into sight.
        let headed = line.checked_sub(1).and_then(|over| lines.get(over));
        let upper = if matches!(headed, Some(Line::Head(_))) { line - 1 } else { line };
        let top = self.choosing.window(usize::from(inner.height), upper, line);
        for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(top)) {
            match line {
                Line::Head(head) => {
                    buffer.set_stringn(
                        inner.x + 1,
                        y,
                        text::fit(head, columns),
                        columns,
                        theme.strong,
                    );
                }
                Line::Entry(place, entry) => {
                    let row = Rect { y, height: 1, ..inner };
                    self.choosing.drawn(row, *place);
                    let is_chosen = *place == chosen;
                    let (style, key) = if is_chosen {
                        (theme.selected, theme.selected)
                    } else {
                        (theme.text, theme.key)
                    };
                    buffer.set_style(row, style);
                    let marker = if is_chosen { "▸" } else { " " };
                    let keys = text::pad_right(&entry.keys, KEYS);
                    let (x, _) =
                        buffer.set_stringn(inner.x, y, format!("{marker}  {keys}"), columns, key);
                    let room = usize::from(inner.right().saturating_sub(x + 1));
                    let label = text::fit(entry.label, room);
                    buffer.set_stringn(x + 1, y, label, room, style);
                }
            }
        }
    }
}

/// One line of the list.
enum Line<'a> {
    Head(&'a str),
    /// With its place among the found ones.
    Entry(usize, &'a Entry),
}

/// The list with its headings; what is sought stands without them, the best first.
fn lines<'a>(found: &[&'a Entry], sought: bool) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut head = "";
    for (place, entry) in found.iter().enumerate() {
        if !sought && head != entry.head {
            head = &entry.head;
            lines.push(Line::Head(head));
        }
        lines.push(Line::Entry(place, entry));
    }
    lines
}

/// Everything that can be done from a place, in the order of the list.
fn entries(context: Context, keymap: &Keymap) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let own = context.chain().first().copied().unwrap_or(context);
    let scoped = own.chain().contains(&Context::Book) && own != Context::Book;
    let (around, moves): (Vec<_>, Vec<_>) =
        keymap.bindings(context).into_iter().partition(|(row, _)| row.group != Group::Move);
    let mut put = |head: &str, keys: String, row: &'static Binding| {
        let action = match row.action {
            // All digits are one line; Enter asks for factor and digit in a form.
            Action::Digit(1) => Action::New(What::Score),
            Action::Digit(_) => return,
            action => action,
        };
        let digits = matches!(row.action, Action::Digit(_));
        let keys = if digits { "1 … 9 0".to_owned() } else { keys };
        entries.push(Entry { head: head.to_owned(), keys, label: row.label, action });
    };
    let here = format!("Here: {}", own.place());
    for (row, keys) in around.iter().filter(|(row, _)| scoped && row.context == own) {
        put(&here, joined(keys), row);
    }
    // Without an account there is nothing else to add to.
    let addable = |action| context != Context::Program || action == Action::New(What::Account);
    let menu = keymap.key(context, Action::Add).map_or_else(String::new, |key| format!("{key} "));
    for (row, keys) in keymap.bindings(Context::Add) {
        if matches!(row.action, Action::New(_)) && addable(row.action) {
            let key = keys.first().map(|key| format!("{menu}{key}"));
            put("Add", key.filter(|_| !menu.is_empty()).unwrap_or_default(), row);
        }
    }
    for group in Group::ALL {
        for (row, keys) in &around {
            let said = |one: &Binding| one.context == own && one.action == row.action;
            if row.group == group && !(scoped && around.iter().any(|(one, _)| said(one))) {
                put(group.title(), joined(keys), row);
            }
        }
    }
    for pane in Context::ALL.iter().filter(|pane| scoped && pane.chain().contains(&Context::Book)) {
        for (row, keys) in keymap.bindings(*pane) {
            let known = around.iter().chain(&moves).any(|(one, _)| one.action == row.action);
            let digit = matches!(row.action, Action::Digit(_));
            if row.context == *pane && row.group != Group::Move && !known && !digit {
                put(&format!("In the {} pane", pane.place()), joined(keys), row);
            }
        }
    }
    for (row, keys) in moves {
        put(Group::Move.title(), joined(keys), row);
    }
    entries
}

fn joined(keys: &[crate::tui::key::Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// What holds all words that are sought, or has that key; labels that begin with them come first.
fn found<'a>(entries: &'a [Entry], sought: &str) -> Vec<&'a Entry> {
    let lower = sought.trim().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_key =
        |entry: &Entry| entry.keys.split(' ').any(|key| key == sought) || entry.keys == sought;
    let holds = |entry: &Entry| {
        let name = entry.action.name().replace('-', " ");
        let text = format!("{} {} {name}", entry.label, entry.head).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut found: Vec<&Entry> =
        entries.iter().filter(|entry| is_key(entry) || holds(entry)).collect();
    if !lower.is_empty() {
        found.sort_by_key(|entry| {
            let label = entry.label.to_lowercase();
            match () {
                () if is_key(entry) => 0,
                () if label == lower => 1,
                () if label.starts_with(&lower) => 2,
                () if words.iter().all(|word| label.contains(word)) => 3,
                () => 4,
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::key::{Code, Key, Press};
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
    fn the_key_that_opens_it_closes_it_and_letters_seek_from_the_first() {
        let mut help = Help::new(Context::List);
        assert_eq!(typed(&mut help, "?"), Outcome::Closes);
        assert_eq!(typed(&mut help, "q"), Outcome::Stays);
        assert_eq!(pressed(&mut help, Code::Enter), Outcome::Does(Action::Quit));
        let mut help = Help::new(Context::List);
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
        let border = Input::Pointer { press: Press::Click, x: 8, y: 20 };
        assert_eq!(help.input(&border, &Scene::new().sight()), Outcome::Stays);
    }

    #[test]
    fn every_entry_can_be_reached_on_a_small_screen() {
        let mut help = Help::new(Context::List);
        let entries = entries(Context::List, &Keymap::default()).len();
        for place in 0..entries {
            let screen = drawn(&mut help, 60, 9);
            assert!(screen.contains('▸'), "entry {place} of {entries}:\n{screen}");
            pressed(&mut help, Code::Down);
        }
        pressed(&mut help, Code::PageUp);
        assert!(help.choosing.chosen() < entries - 1);
        pressed(&mut help, Code::End);
        assert_eq!(help.choosing.chosen(), entries - 1);
        pressed(&mut help, Code::Home);
        assert_eq!(help.choosing.chosen(), 0);
    }

    #[test]
    fn the_pane_in_focus_comes_first_and_the_other_panes_near_the_end() {
        let heads = |context| {
            let mut heads: Vec<String> =
                entries(context, &Keymap::default()).into_iter().map(|entry| entry.head).collect();
            heads.dedup();
            heads
        };
        let plan = heads(Context::Plan);
        assert_eq!(plan[..3], ["Here: plan", "Add", "Look"]);
        assert_eq!(plan.last().map(String::as_str), Some("Move"));
        assert!(plan.contains(&"In the map pane".to_owned()), "{plan:?}");
        assert!(!plan.contains(&"In the plan pane".to_owned()));
        let empty = entries(Context::Program, &Keymap::default());
        let add: Vec<&str> =
            empty.iter().filter(|entry| entry.head == "Add").map(|entry| entry.label).collect();
        assert_eq!(add, ["account"]);
    }

    #[test]
    fn everything_that_can_be_done_in_the_view_is_in_it() {
        let panes = Context::ALL.iter().filter(|place| place.chain().contains(&Context::Book));
        for pane in panes.filter(|place| **place != Context::Book) {
            let entries = entries(*pane, &Keymap::default());
            let rows = crate::tui::keymap::BINDINGS.iter();
            for row in rows.filter(|row| row.context.chain().contains(&Context::Program)) {
                let moves = row.group == Group::Move && !pane.chain().contains(&row.context);
                if !moves && row.action != Action::Open && !matches!(row.action, Action::Digit(_)) {
                    assert!(
                        entries.iter().any(|entry| entry.action == row.action),
                        "{} from {pane:?}",
                        row.label
                    );
                }
            }
        }
    }

    #[test]
    fn words_find_in_any_order_and_a_key_finds_its_act() {
        let entries = entries(Context::Plan, &Keymap::default());
        let first = |sought| found(&entries, sought).first().map(|entry| entry.action);
        assert_eq!(first("cycle end"), Some(Action::EndCycle));
        assert_eq!(first("suggested accept"), Some(Action::AcceptTiers));
        assert_eq!(first("a t"), Some(Action::New(What::Talk)));
        assert_eq!(first("Z"), Some(Action::Later));
        assert_eq!(first("undo"), Some(Action::Undo));
        assert_eq!(first("xyzzy"), None);
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
