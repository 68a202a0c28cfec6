//! Forms: every record is edited in one, and what is typed into one is never lost.

mod clash;
pub mod draft;
mod draw;
pub mod facts;
mod field;
pub mod kind;
pub mod link;
pub mod plain;
mod rows;
pub mod spec;
pub mod subject;
#[cfg(test)]
pub(crate) mod trial;
mod typing;
pub mod values;
mod view;
pub mod written;

#[cfg(test)]
mod tests;

use super::keymap::Context;
use crate::domain::change::Expected;
use crate::error::{Error, Result};
use clash::Conflict;
use draft::Draft;
use facts::Facts;
use field::Field;
pub use field::LineEntry;
use spec::{FieldKind, Spec};
use subject::Subject;
use values::FieldError;
use view::View;

/// An open form.
#[derive(Debug)]
pub struct Form {
    subject: Subject,
    facts: Facts,
    title: String,
    lead: Vec<String>,
    fields: Vec<Field>,
    focus: usize,
    errors: Vec<FieldError>,
    /// What is wrong with the form as a whole.
    failure: Option<String>,
    /// What stands in it was typed earlier.
    restored: bool,
    /// What was typed before all was made as it had been.
    put_away: Option<Vec<String>>,
    /// Fields that somebody else has changed, the one that is asked about first.
    conflicts: Vec<Conflict>,
    /// What was seen of those in the meantime.
    known: Vec<Expected>,
    /// The questions were asked while saving.
    saves_again: bool,
    view: View,
}

impl Form {
    /// Opens a form; a draft of the same subject brings back what was typed.
    ///
    /// # Errors
    /// The record is gone.
    pub fn open(subject: Subject, facts: Facts, draft: Option<Draft>) -> Result<Self> {
        let spec = kind::spec(&subject, &facts)?;
        Ok(Self::of(subject, facts, spec, draft))
    }

    fn of(subject: Subject, facts: Facts, spec: Spec, draft: Option<Draft>) -> Self {
        let mut form = Self {
            subject,
            facts,
            title: spec.title,
            lead: spec.lead,
            fields: spec.fields.into_iter().map(Field::new).collect(),
            focus: 0,
            errors: Vec::new(),
            failure: None,
            restored: false,
            put_away: None,
            conflicts: Vec::new(),
            known: Vec::new(),
            saves_again: false,
            view: View::default(),
        };
        if let Some(field) = form.fields.first_mut() {
            field.arrive();
        }
        if let Some(draft) = draft {
            form.restore(&draft);
        }
        form
    }

    /// Brings back what was typed; a field that holds something else since then is asked about.
    fn restore(&mut self, draft: &Draft) {
        let there = self.subject.is_there();
        for (place, field) in self.fields.iter_mut().enumerate() {
            let key = &field.spec.key;
            let typed = match field.spec.kind {
                FieldKind::Day => draft.day(key, self.facts.today, self.facts.order),
                _ => draft.text(key).map(ToOwned::to_owned),
            };
            let Some(typed) = typed else { continue };
            let opened = draft.opened(&field.spec.key);
            if typed == field.opened() {
                continue;
            }
            if there && opened.is_some_and(|opened| opened != field.opened()) {
                self.conflicts.push(Conflict::of_draft(place, field));
            }
            field.set(&typed);
            field.leave();
            self.focus = place;
            self.restored = true;
        }
        self.ask_next();
    }

    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    #[must_use]
    pub fn context(&self) -> Context {
        if !self.conflicts.is_empty() {
            return Context::Choice;
        }
        self.fields.get(self.focus).map_or(Context::Form, Field::context)
    }

    fn texts(&self) -> Vec<(String, String)> {
        let text = |field: &Field| (field.spec.key.clone(), field.text().to_owned());
        self.fields.iter().map(text).collect()
    }

    /// What was typed so far; none where everything is as it was opened.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        let edited = || self.fields.iter().filter(|field| field.edited());
        let pair = |field: &Field, text: &str| (field.spec.key.clone(), text.to_owned());
        let texts: Vec<_> = edited().map(|field| pair(field, field.text())).collect();
        let left = |field: &&Field| {
            field.spec.kind == FieldKind::Day && !field.edited() && !field.text().is_empty()
        };
        let new = !self.subject.is_there();
        let left = self.fields.iter().filter(|_| new).filter(left);
        (!texts.is_empty()).then(|| Draft {
            subject: self.subject.clone(),
            title: self.title.clone(),
            texts,
            opened: edited().map(|field| pair(field, field.opened())).collect(),
            on: Some(self.facts.today),
            days: left.map(|field| pair(field, field.text())).collect(),
        })
    }

    /// The text of the field in focus, for the user's own editor.
    #[must_use]
    pub fn text(&self) -> &str {
        self.fields.get(self.focus).map_or("", Field::text)
    }

    /// The user's own editor brought this back.
    pub fn edited(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.bring(text);
        }
    }

    /// The commit failed: everything typed is still here.
    pub fn failed(&mut self, error: &Error) {
        self.failure = Some(error.message.clone());
    }
}
