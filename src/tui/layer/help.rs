//! The help: what is chosen and why it matters, then the list of all that can be done. Type to find,
//! Enter does it; a word of the trade that is typed is explained. What the pane in focus alone knows
//! comes first, what can be added next, then what holds anywhere.
//!
//! ```text
//! ┏ What can be done ─ type to find ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Promise                                                      ┃
//! ┃ A step that the client was told of. Trust is counted in kept ┃
//! ┃ promises; keep it, or tell them the new day before the old.  ┃
//! ┃▸  all about it                                               ┃
//! ┃ Here: plan                                                   ┃
//! ┃▸  Enter           edit                                       ┃
//! ┃                   end the cycle of the plan                  ┃
//! ┃ Add                                                          ┃
//! ┃   a s             step                                       ┃
//! ```

mod entries;

use super::Outcome;
use super::choosing::{Choosing, Heard};
use crate::domain::guide::Topic;
use crate::text;
use crate::tui::action::{Opening, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Pen;
use entries::{Entry, entries, explained, found};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const COLUMNS: u16 = 64;
/// Columns of the keys, before the label.
const KEYS: usize = 16;

/// The help for the place from which it was opened.
#[derive(Debug)]
pub struct Help {
    context: Context,
    /// What is chosen in that place, as the guide explains it.
    about: Option<Topic>,
    topics: Vec<Topic>,
    choosing: Choosing,
}

/// What Enter takes.
#[derive(Clone, Copy, Debug)]
enum Item<'a> {
    Act(&'a Entry),
    Topic(&'a Topic),
}

impl Help {
    /// For a place in the program.
    #[must_use]
    pub fn new(context: Context) -> Self {
        Self { context, about: None, topics: Vec::new(), choosing: Choosing::default() }
    }

    /// With what can be explained, and what is chosen.
    #[must_use]
    pub fn explaining(self, topics: Vec<Topic>, about: Option<Topic>) -> Self {
        Self { about, topics, ..self }
    }

    /// What is found, in the order of the list.
    fn items<'a>(&'a self, entries: &'a [Entry], sought: &str) -> Vec<Item<'a>> {
        let about = self.about.iter().filter(|_| sought.is_empty()).map(Item::Topic);
        let acts = found(entries, sought).into_iter().map(Item::Act);
        let topics = explained(&self.topics, sought).into_iter().map(Item::Topic);
        about.chain(acts).chain(topics).collect()
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let entries = entries(self.context, sight.keymap);
        let mut choosing = std::mem::take(&mut self.choosing);
        let count = |sought: &str| self.items(&entries, sought).len();
        let heard = choosing.input(input, sight.keymap, Context::Help, count);
        self.choosing = choosing;
        match heard {
            Heard::Nothing => Outcome::Stays,
            Heard::Closes => Outcome::Closes,
            Heard::Takes(place) => match self.items(&entries, self.choosing.sought()).get(place) {
                Some(Item::Act(entry)) => Outcome::Does(entry.action),
                Some(Item::Topic(topic)) => {
                    Outcome::ClosesWith(vec![Wish::Open(Opening::Guide(topic.key.clone()))])
                }
                None => Outcome::Stays,
            },
        }
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let entries = entries(self.context, sight.keymap);
        let mut choosing = std::mem::take(&mut self.choosing);
        let sought = choosing.sought().to_owned();
        let items = self.items(&entries, &sought);
        let room = COLUMNS.min(area.width).saturating_sub(4);
        let lines = self.lines(&items, &sought, usize::from(room));
        let title = if sought.is_empty() {
            "What can be done ─ type to find"
        } else {
            "What can be done"
        };
        let frame = (area, COLUMNS, lines.len());
        let inner = choosing.frame(frame, (title, "Enter do it  Esc close"), buffer, theme);
        let columns = usize::from(inner.width).saturating_sub(1);
        if items.is_empty() && inner.height > 0 {
            choosing.draw_nothing((inner.x + 1, inner.y), columns, buffer, theme);
        }
        let chosen = choosing.chosen();
        let line = lines.iter().position(|line| matches!(line, Line::Item(at, _) if *at == chosen));
        let line = line.unwrap_or(0);
        // What stands over an entry, back to the one before it, comes into sight with it.
        let over = lines.iter().take(line).rposition(|line| matches!(line, Line::Item(..)));
        let upper = over.map_or(0, |over| over + 1);
        let top = choosing.window(usize::from(inner.height), upper, line);
        let mut pen = Pen::new(buffer, inner);
        for (y, line) in lines.iter().skip(top).take(usize::from(inner.height)).enumerate() {
            let y = y as u16;
            match line {
                Line::Head(head) => _ = pen.at(1, y, head, theme.strong),
                Line::Text(text) => _ = pen.at(1, y, text, theme.text),
                Line::Gap => {}
                Line::Item(place, item) => {
                    choosing.drawn(pen.place(0, y, inner.width, 1), *place);
                    let chosen = *place == chosen;
                    let style = |style| if chosen { theme.selected } else { style };
                    if chosen {
                        pen.paint(y, theme.selected);
                        pen.at(0, y, "▸", theme.selected);
                    }
                    let (keys, label) = told(*item, &sought);
                    pen.cell(3, y, KEYS as u16, &keys, style(theme.key));
                    pen.at(4 + KEYS as u16, y, &label, style(theme.text));
                }
            }
        }
        self.choosing = choosing;
    }

    /// The list with its headings; what is sought stands without them, the best first.
    fn lines<'a>(&'a self, items: &[Item<'a>], sought: &str, columns: usize) -> Vec<Line<'a>> {
        let mut lines = Vec::new();
        if let Some(about) = self.about.as_ref().filter(|_| sought.is_empty()) {
            lines.push(Line::Head(&about.title));
            let said = [Some(about.first_sentence()), about.matters.as_deref()];
            let said = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
            lines.extend(text::wrap(&said, columns).into_iter().map(Line::Text));
        }
        let mut head = "";
        for (place, item) in items.iter().enumerate() {
            if let Item::Act(entry) = item
                && sought.is_empty()
                && head != entry.head
            {
                if head.is_empty() && self.about.is_some() {
                    lines.push(Line::Gap);
                }
                head = &entry.head;
                lines.push(Line::Head(head));
            }
            lines.push(Line::Item(place, *item));
        }
        lines
    }
}

/// Keys and label of an item.
fn told(item: Item<'_>, sought: &str) -> (String, String) {
    match item {
        Item::Act(entry) => (entry.keys.clone(), entry.label.to_owned()),
        Item::Topic(_) if sought.is_empty() => (String::new(), "all about it".to_owned()),
        Item::Topic(topic) => ("what it means".to_owned(), topic.title.clone()),
    }
}

/// One line of the list.
enum Line<'a> {
    Head(&'a str),
    Text(String),
    Gap,
    /// With its place among the found ones.
    Item(usize, Item<'a>),
}

#[cfg(test)]
mod tests;
