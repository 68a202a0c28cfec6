//! What lies over the view, one above the other.

use super::message::Message;
use super::{Layer, Outcome};
use crate::desk::Reading;
use crate::error::Result;
use crate::tui::form::Form;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The topmost one, which takes all inputs, is the last.
#[derive(Debug, Default)]
pub struct Stack(Vec<Layer>);

impl Stack {
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a key is pressed; none: in the view.
    #[must_use]
    pub fn context(&self) -> Option<Context> {
        self.0.last().map(Layer::context)
    }

    pub fn open(&mut self, layer: Layer) {
        self.0.push(layer);
    }

    pub fn close(&mut self) {
        self.0.pop();
    }

    /// What goes on failing is told once.
    pub fn tell(&mut self, message: Message) {
        if !matches!(self.0.last(), Some(Layer::Message(top)) if *top == message) {
            self.0.push(Layer::Message(message));
        }
    }

    /// Closes what is on top, to be written.
    pub fn take(&mut self) -> Option<Layer> {
        self.0.pop()
    }

    /// The form on top.
    pub fn form(&mut self) -> Option<&mut Form> {
        match self.0.last_mut() {
            Some(Layer::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// All of them, the lowest first.
    pub fn iter(&self) -> impl Iterator<Item = &Layer> {
        self.0.iter()
    }

    /// Lets the topmost read what it needs of the book.
    pub fn read(&mut self, reading: &Reading, today: NaiveDate) -> Result<()> {
        match self.0.last_mut() {
            Some(Layer::Over(over)) => over.read(reading, today),
            _ => Ok(()),
        }
    }

    /// What the topmost makes of an input; none: nothing lies over the view.
    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Option<Outcome> {
        self.0.last_mut().map(|layer| layer.input(input, sight))
    }

    /// Draws them, the topmost last. A page that another one was opened from waits unseen: no box
    /// behind a box.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let pages: Vec<bool> = self.0.iter().map(|layer| matches!(layer, Layer::Over(_))).collect();
        for (place, layer) in self.0.iter_mut().enumerate() {
            let covered = pages.get(place..place + 2).is_some_and(|two| *two == [true, true]);
            if !covered {
                layer.draw(area, buffer, sight);
            }
        }
    }
}
