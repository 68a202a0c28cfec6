//! The two lowest lines: what happened last, and what can be done here.

use super::action::Action;
use super::key::Key;
use super::keymap::{Context, Keymap};
use super::theme::Theme;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Columns between two entries.
const GAP: usize = 2;

/// One line that tells what happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// It went wrong.
    pub alarm: bool,
}

/// Draws the line of what happened last.
pub fn draw_notice(notice: &Notice, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let style = if notice.alarm { theme.alarm } else { theme.dim };
    let columns = usize::from(area.width).saturating_sub(2);
    let line = cut(&text::shown(&notice.text), columns);
    write(buffer, area, 1, &line, style);
}

/// Where it is too long the way back at its end stays: `3 accounts put a… (u undo)`.
fn cut(line: &str, columns: usize) -> String {
    let end = line.rsplit_once(" (").filter(|(_, key)| key.ends_with(')'));
    let end = end.map(|(said, key)| (said, format!(" ({key}")));
    match end {
        Some((said, key)) if text::width(line) > columns && text::width(&key) * 2 < columns => {
            format!("{}{key}", text::fit(said, columns - text::width(&key)))
        }
        _ => text::fit(line, columns),
    }
}

/// What Space does at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// What the table of keys says.
    AsBound,
    /// This, with what is chosen.
    Does(&'static str),
    Nothing,
}

/// A key and what it does, as long as there is room for it.
type Entry = (Vec<Key>, &'static str);

/// Draws the keys of a context: as many as there is room for, the way to the rest always last.
/// Gives what lies where: a click presses the key.
pub fn draw_keys(
    keymap: &Keymap,
    context: Context,
    space: Space,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) -> Vec<(Rect, Key)> {
    let columns = usize::from(area.width).saturating_sub(1);
    let mut x = 1;
    let mut places = Vec::new();
    let place = |from: usize, to: usize| {
        let cell = |x: usize| u16::try_from(x).unwrap_or(u16::MAX);
        Rect { x: area.x + cell(from), width: cell(to - from), height: 1, ..area }
    };
    for (keys, label) in fitting(entries(keymap, context, space), columns) {
        for (nth, key) in keys.iter().enumerate() {
            let start = x;
            x += write(buffer, area, x, &key.to_string(), theme.key);
            if nth + 1 == keys.len() {
                x += 1;
                x += write(buffer, area, x, label, theme.dim);
            }
            places.push((place(start, x), *key));
        }
        x += GAP;
    }
    places
}

/// The keys of a context, with what Space does at this moment.
fn entries(keymap: &Keymap, context: Context, space: Space) -> Vec<Entry> {
    let mut entries = keymap.footer(context);
    let done = keymap.key(context, Action::Done);
    let is_done = |entry: &Entry| done.is_some_and(|key| entry.0.contains(&key));
    match space {
        Space::AsBound => {}
        Space::Does(says) => {
            entries.iter_mut().filter(|entry| is_done(entry)).for_each(|entry| entry.1 = says);
            // What the line offers is weightier than what is to be had everywhere.
            if let Some(place) = entries.iter().position(is_done).filter(|place| *place > 1) {
                let entry = entries.remove(place);
                entries.insert(1, entry);
            }
        }
        Space::Nothing => entries.retain(|entry| !is_done(entry)),
    }
    entries
}

/// The entries that fit into so many columns, the last one among them whenever any does.
fn fitting(mut entries: Vec<Entry>, columns: usize) -> Vec<Entry> {
    let keys = |entry: &Entry| -> usize {
        entry.0.iter().map(|key| text::width(&key.to_string())).sum::<usize>()
    };
    let width = |entry: &Entry| keys(entry) + 1 + text::width(entry.1) + GAP;
    let total = |entries: &[Entry]| entries.iter().map(width).sum::<usize>().saturating_sub(GAP);
    while total(&entries) > columns {
        let dropped = entries.len().saturating_sub(2);
        if entries.is_empty() {
            break;
        }
        entries.remove(dropped);
    }
    entries
}

/// Writes from a column of the area and says how many columns it took.
fn write(buffer: &mut Buffer, area: Rect, x: usize, line: &str, style: Style) -> usize {
    let columns = usize::from(area.width).saturating_sub(x);
    if area.height == 0 || columns == 0 {
        return text::width(line);
    }
    let x = area.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
    buffer.set_stringn(x, area.y, line, columns, style);
    text::width(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Colours;

    fn drawn(context: Context, width: u16) -> String {
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        draw_keys(
            &Keymap::default(),
            context,
            Space::AsBound,
            area,
            &mut buffer,
            &Theme::new(Colours::Without),
        );
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn what_does_not_fit_is_left_out_but_never_the_help() {
        let wide = drawn(Context::List, 120);
        assert!(wide.starts_with(" ↑↓ account  Tab pane  Enter open  "), "{wide}");
        assert!(wide.trim_end().ends_with("? help"), "{wide}");
        let narrow = drawn(Context::List, 40);
        assert!(narrow.starts_with(" ↑↓ account  "), "{narrow}");
        assert!(narrow.trim_end().ends_with("? help"), "{narrow}");
        assert_eq!(drawn(Context::List, 8), " ? help ");
        assert_eq!(drawn(Context::List, 4), "    ");
        assert_eq!(drawn(Context::List, 0), "");
    }

    #[test]
    fn space_says_what_it_does_with_what_is_chosen() {
        let told = |space| {
            let entries = entries(&Keymap::default(), Context::Feedback, space);
            let key = Keymap::default().key(Context::Feedback, Action::Done).expect("a key");
            entries.into_iter().find(|entry| entry.0.contains(&key)).map(|entry| entry.1)
        };
        assert_eq!(told(Space::AsBound), Some("done"));
        assert_eq!(told(Space::Does("phone step")), Some("phone step"));
        assert_eq!(told(Space::Nothing), None);
        let entries = entries(&Keymap::default(), Context::Expand, Space::Does("plan a talk"));
        assert!(fitting(entries, 79).iter().any(|entry| entry.1 == "plan a talk"));
    }

    #[test]
    fn each_key_lies_where_it_is_drawn() {
        let area = Rect::new(0, 9, 120, 1);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 10));
        let theme = Theme::new(Colours::Without);
        let places =
            draw_keys(&Keymap::default(), Context::List, Space::AsBound, area, &mut buffer, &theme);
        for (place, key) in &places {
            let drawn: String =
                (place.left()..place.right()).map(|x| buffer[(x, 9)].symbol()).collect();
            assert!(drawn.starts_with(&key.to_string()), "{key}: {drawn}");
        }
        assert!(places.len() > 5);
    }

    #[test]
    fn a_notice_that_is_cut_keeps_the_way_back() {
        let long = "Away 24 Nov to 4 Dec: 1 before. 3 accounts (u undo)";
        assert_eq!(cut(long, 30), "Away 24 Nov to 4 Dec… (u undo)");
        assert_eq!(cut(long, 60), long);
        assert_eq!(cut("Nothing (yet) was decided here", 20), "Nothing (yet) was d…");
        assert_eq!(cut("Short of room (u undo)", 12), "Short of ro…");
    }

    #[test]
    fn a_notice_is_cut_and_made_safe() {
        let area = Rect::new(0, 0, 12, 1);
        let mut buffer = Buffer::empty(area);
        let notice = Notice { text: "Undone \u{1b}[2J everything".to_owned(), alarm: false };
        draw_notice(&notice, area, &mut buffer, &Theme::new(Colours::Without));
        let line: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(line.starts_with(" Undone ") && line.contains('…'), "{line:?}");
        assert!(!line.contains('\u{1b}'));
    }
}
