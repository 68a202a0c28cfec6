//! What was saved and the clerk has not answered yet: each layer comes back where its write fails.

use super::subject::Subject;
use crate::tui::layer::Layer;
use std::collections::VecDeque;

/// One place for each job of the clerk, in order: the layer that it came from, where there is one.
#[derive(Debug, Default)]
pub struct Written {
    waiting: VecDeque<Option<Layer>>,
    /// What is in the book since somebody asked last.
    settled: Vec<Subject>,
}

impl Written {
    /// A job was handed over.
    pub fn await_answer(&mut self, layer: Option<Layer>) {
        self.waiting.push_back(layer);
    }

    /// Something is on its way.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The oldest job was answered: what it was typed into.
    pub fn answered(&mut self) -> Option<Layer> {
        self.waiting.pop_front().flatten()
    }

    /// The newest job could not be handed over: what it was typed into.
    pub fn take_back(&mut self) -> Option<Layer> {
        self.waiting.pop_back().flatten()
    }

    /// What was typed about this is in the book.
    pub fn settle(&mut self, subject: &Subject) {
        self.settled.push(subject.clone());
    }

    pub fn take_settled(&mut self) -> Vec<Subject> {
        std::mem::take(&mut self.settled)
    }

    /// What was typed into a cell is on its way: the next one may begin with what comes of it.
    #[must_use]
    pub fn cell(&self) -> bool {
        self.layers().any(|layer| matches!(layer.subject(), Some(Subject::Cell { .. })))
    }

    /// What is on its way, the oldest first.
    pub fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.waiting.iter().flatten()
    }
}
