//! What keys, clicks and pastes do to a form.

use super::field::{Entry, Field};
use super::view::Hit;
use super::{Form, kind};
use crate::tui::action::{Action, Wish};
use crate::tui::form::values::{FieldError, Values};
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::Context;
use crate::tui::layer::Outcome;
use crate::tui::screen::book::Sight;
use ratatui::layout::Position;

/// Fields that a page has.
const PAGE: isize = 5;

/// Lines that a turn of the wheel moves by.
const NOTCH: isize = 3;

impl Form {
    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => {
                self.view.follows = true;
                self.key(*key, sight)
            }
            Input::Paste(text) => {
                self.view.follows = true;
                if self.conflicts.is_empty() {
                    self.edit(|field| field.paste(text));
                }
                Outcome::Stays
            }
            Input::Pointer { press: Press::Click, x, y } => self.click(Position::new(*x, *y)),
            Input::Pointer { press: Press::WheelUp, .. } => {
                self.view.scroll(-NOTCH);
                Outcome::Stays
            }
            Input::Pointer { press: Press::WheelDown, .. } => {
                self.view.scroll(NOTCH);
                Outcome::Stays
            }
            Input::Focus => Outcome::Stays,
        }
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        let context = self.context();
        let action = sight.keymap.action(context, key);
        if !self.conflicts.is_empty() {
            return self.answer_by(action);
        }
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
            // What is typed is text, whatever else the key may do: but Space takes an option.
            && (context != Context::Choice || action != Some(Action::Mark))
        {
            self.edit(|field| field.type_in(letter));
            return Outcome::Stays;
        }
        match action {
            Some(Action::Back) => {
                let mut reverted = false;
                self.edit(|field| reverted = field.revert());
                if reverted { Outcome::Stays } else { Outcome::Closes }
            }
            Some(Action::NextField) => self.go(1, true),
            Some(Action::PreviousField) => self.go(-1, true),
            Some(Action::Save) => self.save(),
            Some(Action::Open) => self.enter(),
            Some(Action::Editor) => self.open_editor(),
            Some(Action::AsItWas) => {
                self.as_it_was();
                Outcome::Stays
            }
            Some(action) => {
                let mut done = false;
                self.edit(|field| done = field.act(action));
                match action {
                    _ if done => Outcome::Stays,
                    Action::Up => self.go(-1, true),
                    Action::Down => self.go(1, true),
                    Action::PageUp => self.go(-PAGE, false),
                    Action::PageDown => self.go(PAGE, false),
                    _ => Outcome::Stays,
                }
            }
            None => Outcome::Stays,
        }
    }

    /// Does something to the field in focus; what was said about its text is said no longer where
    /// the text is another one.
    fn edit(&mut self, edit: impl FnOnce(&mut Field)) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let before = field.text().to_owned();
        let sought = field.sought().to_owned();
        edit(field);
        if field.text() != before || field.sought() != sought {
            let key = &field.spec.key;
            self.errors.retain(|error| error.key != *key);
        }
    }

    /// The focus to another field.
    fn go(&mut self, by: isize, round: bool) -> Outcome {
        // The way to save is the last of them.
        let count = self.fields.len().cast_signed() + 1;
        let at = self.focus.cast_signed() + by;
        let at = if round { at.rem_euclid(count) } else { at.clamp(0, count - 1) };
        self.focus_on(at.cast_unsigned());
        Outcome::Stays
    }

    fn focus_on(&mut self, place: usize) {
        if place != self.focus {
            self.edit(Field::leave);
            self.focus = place;
            self.edit(Field::arrive);
        }
    }

    /// Enter: the next field; on the last one all is written, unless its list was just closed.
    fn enter(&mut self) -> Outcome {
        let open = match self.fields.get(self.focus).map(|field| &field.entry) {
            Some(Entry::Choice(choice)) => choice.is_open(),
            _ => false,
        };
        let mut stays = false;
        self.edit(|field| stays = field.enter());
        if stays {
            return Outcome::Stays;
        }
        if self.focus + 1 < self.fields.len() {
            return self.go(1, false);
        }
        if open { Outcome::Stays } else { self.save() }
    }

    fn open_editor(&self) -> Outcome {
        let wish = match self.fields.get(self.focus).map(|field| &field.entry) {
            Some(Entry::Line(_) | Entry::Lines(_)) => Wish::Program(Action::Editor),
            _ => Wish::Say("The editor is for texts; here one chooses.".to_owned()),
        };
        Outcome::Wishes(vec![wish])
    }

    /// All fields as they were opened; a second time, what was typed.
    fn as_it_was(&mut self) {
        let typed: Vec<String> = self.fields.iter().map(|field| field.text().to_owned()).collect();
        let edited = self.fields.iter().any(Field::edited);
        let back = if edited { None } else { self.put_away.take() };
        for (place, field) in self.fields.iter_mut().enumerate() {
            field.leave();
            let text = match &back {
                Some(back) => back.get(place).cloned().unwrap_or_default(),
                None => field.opened().to_owned(),
            };
            field.set(&text);
        }
        if edited {
            self.put_away = Some(typed);
        }
        self.restored = false;
        self.errors.clear();
        self.failure = None;
    }

    /// Writes what stands in the form, where nothing is wrong with it.
    pub(super) fn save(&mut self) -> Outcome {
        self.edit(Field::leave);
        self.failure = None;
        self.errors = self
            .fields
            .iter()
            .filter(|field| !field.sought().is_empty())
            .map(|field| FieldError {
                key: field.spec.key.clone(),
                message: format!("nothing here is called “{}”", field.sought()),
            })
            .collect();
        if !self.errors.is_empty() {
            return self.refuse();
        }
        let texts = self.texts();
        let values = Values::new(&texts, self.facts.today).in_order(self.facts.order);
        let Some(mut commit) = kind::save(&self.subject, &self.facts, &values) else {
            self.errors = values.errors();
            if self.errors.is_empty() {
                let gone = "this cannot be saved: what it belongs to is no longer there";
                self.failure = Some(gone.to_owned());
            }
            return self.refuse();
        };
        if commit.changes.is_empty() {
            let says = Wish::Say("Nothing was changed.".to_owned());
            return Outcome::ClosesWith(vec![Wish::Discard(self.subject.clone()), says]);
        }
        for expected in &mut commit.expected {
            let known = self.known.iter().rev().find(|known| {
                (known.table, known.id, known.column)
                    == (expected.table, expected.id, expected.column)
            });
            if let Some(known) = known {
                expected.value = known.value.clone();
            }
        }
        Outcome::Writes(commit)
    }

    /// The focus to the first field that something is wrong with; what belongs to none stands
    /// above all of them.
    fn refuse(&mut self) -> Outcome {
        let wrong = |field: &Field| self.errors.iter().any(|error| error.key == field.spec.key);
        match self.fields.iter().position(wrong) {
            Some(place) => self.focus = place,
            None => {
                if let Some(error) = self.errors.first() {
                    self.failure = Some(error.message.clone());
                }
            }
        }
        self.view.follows = true;
        Outcome::Stays
    }

    fn click(&mut self, at: Position) -> Outcome {
        let hit = self.view.hit(at);
        self.view.follows = true;
        if !self.conflicts.is_empty() {
            return match hit {
                Some((Hit::Answer(at), ..)) => self.answer(at),
                _ => Outcome::Stays,
            };
        }
        match hit {
            Some((Hit::Field { field, x, line }, column, _)) => {
                let inside = self.focus == field;
                self.focus_on(field);
                let list = matches!(
                    self.fields.get(field).map(|field| &field.entry),
                    Some(Entry::Choice(choice)) if !choice.is_open()
                );
                if list && inside {
                    self.edit(|field| _ = field.act(Action::Mark));
                } else {
                    let column = usize::from(column.saturating_sub(x));
                    self.edit(|field| field.point(column, line));
                }
            }
            Some((Hit::Option { field, place }, ..)) => {
                self.focus_on(field);
                self.edit(|field| field.point_at(place));
            }
            Some((Hit::Save, ..)) => return self.save(),
            Some((Hit::Close, ..)) => return Outcome::Closes,
            Some((Hit::Answer(_), ..)) | None => {}
        }
        Outcome::Stays
    }
}
