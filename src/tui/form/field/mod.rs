//! One field of a form: what stands in it, what stood in it when the form was opened, and every
//! change in between.

mod choice;
mod history;
mod line;
mod lines;
pub mod resolved;

use super::spec::{FieldKind, FieldSpec};
use crate::tui::action::{Action, TextAct};
use crate::tui::keymap::Context;
pub use choice::ChoiceEntry;
use history::{History, Kind, Moment};
pub use line::{LineEntry, cursor};
pub use lines::LinesEntry;

/// The field.
#[derive(Clone, Debug)]
pub struct Field {
    pub spec: FieldSpec,
    pub entry: Entry,
    opened: String,
    history: History,
    /// The focus has just come: the first letter takes the place of the whole day or figure.
    fresh: bool,
}

/// The ways in which a field is filled in.
#[derive(Clone, Debug)]
pub enum Entry {
    Line(LineEntry),
    Lines(LinesEntry),
    Choice(ChoiceEntry),
}

impl Field {
    pub fn new(spec: FieldSpec) -> Self {
        let text = spec.text.as_str();
        let entry = match &spec.kind {
            FieldKind::Lines => Entry::Lines(LinesEntry::new(text)),
            FieldKind::Choice { options, none } => {
                Entry::Choice(ChoiceEntry::new(options.clone(), *none, false, text))
            }
            FieldKind::Many { options } => {
                Entry::Choice(ChoiceEntry::new(options.clone(), true, true, text))
            }
            FieldKind::Line
            | FieldKind::Day
            | FieldKind::Amount(_)
            | FieldKind::Whole { .. }
            | FieldKind::Number => Entry::Line(LineEntry::new(text)),
        };
        Self { opened: text.to_owned(), spec, entry, history: History::default(), fresh: false }
    }

    pub fn text(&self) -> &str {
        match &self.entry {
            Entry::Line(line) => line.text(),
            Entry::Lines(lines) => lines.text(),
            Entry::Choice(choice) => choice.text(),
        }
    }

    /// What stood there when the form was opened.
    pub fn opened(&self) -> &str {
        &self.opened
    }

    /// Something else stands there now.
    pub fn edited(&self) -> bool {
        self.text() != self.opened
    }

    /// What was typed to find an option and has not found one yet.
    pub fn sought(&self) -> &str {
        match &self.entry {
            Entry::Choice(choice) => choice.sought(),
            Entry::Line(_) | Entry::Lines(_) => "",
        }
    }

    /// This is what the book holds now: no longer an edit.
    pub fn holds(&mut self, text: &str) {
        self.set(text);
        text.clone_into(&mut self.opened);
    }

    pub const fn context(&self) -> Context {
        match self.entry {
            Entry::Line(_) => Context::Field,
            Entry::Lines(_) => Context::Lines,
            Entry::Choice(_) => Context::Choice,
        }
    }

    /// The focus comes.
    pub const fn arrive(&mut self) {
        self.fresh = matches!(
            self.spec.kind,
            FieldKind::Day | FieldKind::Amount(_) | FieldKind::Whole { .. } | FieldKind::Number
        );
    }

    /// What is typed next takes the place of all that stands there.
    pub fn is_fresh(&self) -> bool {
        self.fresh && !self.text().is_empty()
    }

    fn moment(&self) -> Moment {
        let cursor = match &self.entry {
            Entry::Line(line) => (0, line.cursor()),
            Entry::Lines(lines) => lines.cursor(),
            Entry::Choice(_) => (0, 0),
        };
        Moment { text: self.text().to_owned(), cursor }
    }

    /// Makes a change that can be taken back.
    fn change<T>(&mut self, kind: Kind, make: impl FnOnce(&mut Entry) -> T) -> T {
        let before = self.moment();
        let done = make(&mut self.entry);
        if self.text() == before.text {
            if self.moment().cursor != before.cursor {
                self.history.pause();
            }
        } else {
            self.history.note(kind, before);
        }
        done
    }

    fn put(&mut self, moment: &Moment) {
        match &mut self.entry {
            Entry::Line(line) => line.set(&moment.text, moment.cursor.1),
            Entry::Lines(lines) => lines.set(&moment.text, moment.cursor),
            Entry::Choice(choice) => choice.set(&moment.text),
        }
    }

    /// Another text altogether.
    pub fn set(&mut self, text: &str) {
        self.fresh = false;
        let before = self.moment();
        if before.text != text {
            let end = text.split('\n').next_back().map_or(0, |line| line.chars().count());
            self.put(&Moment { text: text.to_owned(), cursor: (text.matches('\n').count(), end) });
            self.history.note(Kind::Whole, before);
        }
    }

    /// The user's own editor brought this: the line end that editors put last is not the text's.
    pub fn bring(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n");
        let text = match &self.entry {
            Entry::Line(_) => text.trim_end_matches('\n').replace('\n', " "),
            Entry::Lines(_) => match text.strip_suffix('\n') {
                Some(cut) if !self.text().ends_with('\n') => cut.to_owned(),
                _ => text,
            },
            Entry::Choice(_) => return,
        };
        self.set(
            &text
                .chars()
                .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
                .collect::<String>(),
        );
    }

    /// A letter was typed.
    pub fn type_in(&mut self, letter: char) {
        let kind = if letter == ' ' { Kind::Space } else { Kind::Letter };
        let mut bytes = [0; 4];
        self.insert(kind, letter.encode_utf8(&mut bytes));
    }

    /// A text was pasted: a line takes it on one line, nothing takes control characters.
    pub fn paste(&mut self, pasted: &str) {
        let lines = pasted.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let text = if matches!(self.entry, Entry::Lines(_)) {
            lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>()
        } else {
            let line = lines.trim_end_matches('\n').replace('\n', " ");
            line.chars().filter(|c| !c.is_control()).collect()
        };
        self.insert(Kind::Whole, &text);
    }

    fn insert(&mut self, kind: Kind, text: &str) {
        let fresh = std::mem::take(&mut self.fresh);
        let kind = if fresh { Kind::Whole } else { kind };
        self.change(kind, |entry| match entry {
            Entry::Line(line) => {
                if fresh {
                    line.set("", 0);
                }
                line.insert(text);
            }
            Entry::Lines(lines) => lines.insert(text),
            Entry::Choice(choice) => choice.seek(text),
        });
    }

    /// Does what belongs to the field; false: the act is the form's.
    pub fn act(&mut self, action: Action) -> bool {
        let fresh = std::mem::take(&mut self.fresh);
        let kind = match action {
            Action::Text(TextAct::DeleteBack | TextAct::DeleteForward) if fresh => {
                self.set("");
                return true;
            }
            Action::Text(TextAct::Undo) => {
                if let Some(before) = self.history.back(self.moment()) {
                    self.put(&before);
                }
                return true;
            }
            Action::Text(TextAct::Redo) => {
                if let Some(after) = self.history.forth(self.moment()) {
                    self.put(&after);
                }
                return true;
            }
            Action::Text(TextAct::DeleteBack | TextAct::DeleteForward) => Kind::Delete,
            _ => Kind::Whole,
        };
        self.change(kind, |entry| match entry {
            Entry::Line(line) => line.act(action),
            Entry::Lines(lines) => lines.act(action),
            Entry::Choice(choice) => choice.act(action),
        })
    }

    /// Enter; true: the field goes on, false: to the next one.
    pub fn enter(&mut self) -> bool {
        self.change(Kind::Whole, |entry| match entry {
            Entry::Choice(choice) => choice.enter(),
            Entry::Line(_) | Entry::Lines(_) => false,
        })
    }

    /// The focus leaves.
    pub fn leave(&mut self) {
        self.fresh = false;
        self.change(Kind::Whole, |entry| {
            if let Entry::Choice(choice) = entry {
                choice.close();
            }
        });
        self.history.pause();
    }

    /// Esc; false: there is nothing in the field to go back from.
    pub fn revert(&mut self) -> bool {
        self.change(Kind::Whole, |entry| match entry {
            Entry::Choice(choice) => choice.revert(),
            Entry::Line(_) | Entry::Lines(_) => false,
        })
    }

    /// A click on what stands there.
    pub fn point(&mut self, column: usize, line: usize) {
        self.fresh = false;
        match &mut self.entry {
            Entry::Line(entry) => entry.point(column),
            Entry::Lines(lines) => lines.point(column, line),
            Entry::Choice(_) => {}
        }
        self.history.pause();
    }

    /// A click on an option.
    pub fn point_at(&mut self, place: usize) {
        self.change(Kind::Whole, |entry| {
            if let Entry::Choice(choice) = entry {
                choice.point(place);
            }
        });
    }
}
