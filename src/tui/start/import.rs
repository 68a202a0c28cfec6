//! Which files to import: a line for their paths, and what lies close at hand.
//!
//! ```text
//! ┏ Import ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ ~/Downloads/crm▏                                ┃
//! ┃                                                 ┃
//! ┃▸~/Downloads            all 4 CSV files in it    ┃
//! ```

use super::Start;
use super::files::{self, Offer};
use super::page::{Around, Page, Turn, said};
use crate::error::Error;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::key::{Code, Input, Key};
use crate::tui::keymap::Context;
use crate::tui::layer::message::sentence;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::widget::readline::request;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use std::path::PathBuf;
use tui_input::InputRequest;

/// The page.
#[derive(Debug)]
pub struct Import {
    page: Page,
    line: tui_input::Input,
    offers: Vec<Offer>,
    /// The line came from the list.
    taken: bool,
    /// Why the last try came to nothing.
    wrong: Option<(String, Option<String>)>,
}

impl Import {
    /// With what stands in the line, what these directories hold, and why it did not go before.
    #[must_use]
    pub fn new(line: String, directories: &[PathBuf], wrong: Option<&Error>) -> Self {
        Self {
            page: Page::default(),
            line: tui_input::Input::new(line),
            offers: files::offers(directories),
            taken: false,
            wrong: wrong
                .map(|error| (sentence(&error.message), error.hint.as_deref().map(sentence))),
        }
    }

    fn set(&mut self, text: String) {
        self.line = tui_input::Input::new(text);
        self.wrong = None;
    }

    /// Puts the chosen offer into the line.
    fn offer(&mut self) {
        if let Some(offer) = self.offers.get(self.page.chosen) {
            let text = offer.text.clone();
            self.set(text);
            self.taken = true;
        }
    }

    fn read(&mut self) -> Outcome {
        if self.line.value().trim().is_empty() {
            self.offer();
        }
        let line = self.line.value().to_owned();
        Outcome::ClosesWith(vec![Wish::Open(Opening::Start(Start::Read(line)))])
    }

    fn edit(&mut self, request: InputRequest) {
        self.line.handle(request);
        self.wrong = None;
        self.taken = false;
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) {
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
        {
            // What came from the list goes as a whole.
            if std::mem::take(&mut self.taken) {
                self.set(String::new());
            }
            self.edit(InputRequest::InsertChar(letter));
            return;
        }
        if sight.keymap.action(Context::Paths, key) == Some(Action::NextField) {
            let line = files::completed(self.line.value());
            self.set(line);
            return;
        }
        if let Some(request) = sight.keymap.action(Context::Field, key).and_then(request) {
            self.edit(request);
        }
    }
}

impl Overlay for Import {
    fn context(&self) -> Context {
        Context::Paths
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        if let Input::Paste(pasted) = input {
            if std::mem::take(&mut self.taken) {
                self.set(String::new());
            }
            // A path that is dropped on the terminal comes as a paste, several on several lines.
            for letter in pasted.trim().chars() {
                let letter = if letter.is_control() { ' ' } else { letter };
                self.edit(InputRequest::InsertChar(letter));
            }
            return Outcome::Stays;
        }
        // Home and End are the line's.
        if let Input::Key(key) = input
            && matches!(sight.keymap.action(Context::Field, *key), Some(Action::Text(_)))
        {
            self.key(*key, sight);
            return Outcome::Stays;
        }
        let first = self.line.value().is_empty() && self.page.chosen == 0;
        match self.page.input(input, self.offers.len(), sight) {
            Turn::Close => return Outcome::Closes,
            Turn::Take => return self.read(),
            Turn::TakeRow => {
                self.offer();
                return self.read();
            }
            Turn::Moved => {
                // The first step down stays on the first line of the list.
                if first {
                    self.page.chosen = 0;
                }
                self.offer();
            }
            Turn::Own => {
                if let Input::Key(key) = input {
                    self.key(*key, sight);
                }
            }
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let columns = 76;
        let room = usize::from(area.width.min(columns)).saturating_sub(6);
        let cursor = self.line.cursor();
        let skip = cursor.saturating_sub(room);
        let letter = |place: usize| self.line.value().chars().nth(place);
        let before: String = self.line.value().chars().take(cursor).skip(skip).collect();
        let under = letter(cursor).unwrap_or(' ').to_string();
        let after: String = self.line.value().chars().skip(cursor + 1).collect();
        let mut lead = vec![
            said("CSV files of your CRM, or a directory with them. Nothing is written yet.", sight),
            vec![
                ("▸ ".to_owned(), theme.accent),
                (before, theme.text),
                (under, theme.text.add_modifier(Modifier::REVERSED)),
                (after, theme.text),
            ],
        ];
        if let Some((what, hint)) = &self.wrong {
            for part in crate::text::wrap(what, room) {
                lead.push(vec![(part, theme.alarm)]);
            }
            for part in hint.iter().flat_map(|hint| crate::text::wrap(hint, room)) {
                lead.push(said(&part, sight));
            }
        }
        let around = Around {
            title: "Import",
            figure: "",
            lead: &lead,
            foot: "Enter look into them  Tab complete  Esc close",
            columns,
            chooses: true,
        };
        let offers = &self.offers;
        self.page.draw(area, buffer, sight, &around, offers.len(), |pen, row, one, two| {
            let Some(offer) = offers.get(row) else { return };
            let end = pen.at(2, 0, &offer.text, one);
            let rest = pen.width().saturating_sub(end + 2);
            pen.right(end + 1, 0, rest, &offer.note, two);
        });
    }
}
