//! Forms: every record is edited in one, and what is typed into one is never lost.

pub mod draft;
pub mod facts;
pub mod kind;
pub mod spec;
pub mod subject;
#[cfg(test)]
pub mod trial;
pub mod values;

use super::action::Action;
use super::key::{Code, Input};
use super::keymap::Context;
use super::layer::{Outcome, middle};
use super::screen::book::Sight;
use crate::domain::change::Clash;
use crate::error::{Error, Result};
use draft::Draft;
use facts::Facts;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use spec::Spec;
use subject::Subject;
use values::{FieldError, Values};

/// An open form.
#[derive(Debug)]
pub struct Form {
    subject: Subject,
    facts: Facts,
    spec: Spec,
    /// What stands in the fields, by their keys.
    texts: Vec<(String, String)>,
    focus: usize,
    errors: Vec<FieldError>,
}

impl Form {
    /// Opens a form; a draft of the same subject brings back what was typed.
    ///
    /// # Errors
    /// The record is gone.
    pub fn open(subject: Subject, facts: Facts, draft: Option<Draft>) -> Result<Self> {
        let spec = kind::spec(&subject, &facts)?;
        let kept = draft.map(|draft| draft.texts).unwrap_or_default();
        let texts = spec.fields.iter().map(|field| {
            let kept = kept.iter().find(|(key, _)| *key == field.key).map(|(_, text)| text);
            (field.key.clone(), kept.unwrap_or(&field.text).clone())
        });
        let texts = texts.collect();
        Ok(Self { subject, facts, spec, texts, focus: 0, errors: Vec::new() })
    }

    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    #[must_use]
    pub const fn context(&self) -> Context {
        Context::Field
    }

    /// What was typed so far; none where everything is as it was opened.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        let opened = self.spec.fields.iter().map(|field| &field.text);
        let typed = self.texts.iter().map(|(_, text)| text).ne(opened);
        typed.then(|| Draft {
            subject: self.subject.clone(),
            title: self.spec.title.clone(),
            texts: self.texts.clone(),
        })
    }

    /// The text of the field in focus, for the user's own editor.
    #[must_use]
    pub fn text(&self) -> &str {
        self.texts.get(self.focus).map_or("", |(_, text)| text)
    }

    /// The user's own editor brought this back.
    pub fn edited(&mut self, text: String) {
        if let Some((_, held)) = self.texts.get_mut(self.focus) {
            *held = text;
        }
    }

    /// The commit failed: everything typed is still here.
    pub fn failed(&mut self, error: &Error) {
        self.errors = vec![FieldError { key: String::new(), message: error.message.clone() }];
    }

    /// Another program has changed fields that were edited here.
    pub fn clash(&mut self, _clashes: Vec<Clash>) {}

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let Input::Key(key) = input else { return Outcome::Stays };
        match sight.keymap.action(self.context(), *key) {
            Some(Action::Back) => Outcome::Closes,
            Some(Action::NextField) => {
                self.focus = (self.focus + 1) % self.texts.len().max(1);
                Outcome::Stays
            }
            Some(Action::Save) => {
                let values = Values::new(&self.texts, self.facts.today);
                match kind::save(&self.subject, &self.facts, &values) {
                    Some(commit) => Outcome::Writes(commit),
                    None => {
                        self.errors = values.errors();
                        Outcome::Stays
                    }
                }
            }
            _ => {
                if let (Code::Char(letter), Some((_, text))) =
                    (key.code, self.texts.get_mut(self.focus))
                {
                    text.push(letter);
                }
                Outcome::Stays
            }
        }
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let frame = middle(area, 60, 10);
        buffer.set_style(frame, sight.theme.text);
    }
}
