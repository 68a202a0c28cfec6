//! Saved forms that the clerk has not answered yet: each comes back where its write fails.

use super::Form;
use super::subject::Subject;
use std::collections::VecDeque;

/// One place for each job of the clerk, in order: the form that it came from, where there is one.
#[derive(Debug, Default)]
pub struct Written {
    waiting: VecDeque<Option<Box<Form>>>,
    /// Forms that are in the book since somebody asked last.
    settled: Vec<Subject>,
}

impl Written {
    /// A job was handed over.
    pub fn await_answer(&mut self, form: Option<Box<Form>>) {
        self.waiting.push_back(form);
    }

    /// The oldest job was answered: its form.
    pub fn answered(&mut self) -> Option<Box<Form>> {
        self.waiting.pop_front().flatten()
    }

    /// The newest job could not be handed over: its form.
    pub fn take_back(&mut self) -> Option<Box<Form>> {
        self.waiting.pop_back().flatten()
    }

    /// What was typed about this is in the book.
    pub fn settle(&mut self, subject: &Subject) {
        self.settled.push(subject.clone());
    }

    pub fn take_settled(&mut self) -> Vec<Subject> {
        std::mem::take(&mut self.settled)
    }

    /// The forms on their way, the oldest first.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.waiting.iter().flatten().map(AsRef::as_ref)
    }
}
