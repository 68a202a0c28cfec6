//! What lies over the view: a form, a list to choose from, the help, a message. Under it only the
//! keys of the program itself act.

pub mod add;
pub mod away;
pub mod brief;
pub mod capture;
pub mod cell;
pub mod choosing;
pub mod copy;
pub mod find;
pub mod guide;
pub mod help;
pub mod message;
pub mod pick;
pub mod playbook;
pub mod remove;
pub mod stack;
pub mod then;
pub mod unlinked;
pub mod why;

use super::action::{Action, Wish};
use super::form::Form;
use super::form::draft::Draft;
use super::form::subject::Subject;
use super::key::Input;
use super::keymap::Context;
use super::screen::book::Sight;
use crate::desk::{Commit, Reading};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use help::Help;
use message::Message;
use pick::Pick;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Debug;

/// The topmost one takes all keys.
#[derive(Debug)]
pub enum Layer {
    Help(Help),
    Message(Message),
    Pick(Pick),
    Form(Box<Form>),
    Over(Box<dyn Overlay>),
}

/// A layer of its own kind.
pub trait Overlay: Debug {
    fn context(&self) -> Context;
    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome;
    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>);

    /// Reads what its last input made it need.
    ///
    /// # Errors
    /// The book cannot be read.
    fn read(&mut self, _reading: &Reading, _today: NaiveDate) -> Result<()> {
        Ok(())
    }

    /// Under what it keeps what is typed into it; none: nothing is.
    fn subject(&self) -> Option<&Subject> {
        None
    }

    /// What was typed into it and is not in the book yet.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// What it wrote could not be written.
    fn failed(&mut self, _error: &Error) {}
}

/// What a layer makes of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Stays,
    Closes,
    /// Close it and do this.
    Does(Action),
    /// It stays and wishes for this.
    Wishes(Vec<Wish>),
    /// Close it; it wishes for this.
    ClosesWith(Vec<Wish>),
    /// What was typed is to be written: the layer goes, and comes back where that fails.
    Writes(Commit),
    /// The same, and meanwhile this is wished for.
    WritesThen(Commit, Vec<Wish>),
}

impl Outcome {
    /// It stays, and says one line.
    pub fn says(text: &str) -> Self {
        Self::Wishes(vec![Wish::Say(text.to_owned())])
    }
}

impl Layer {
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Self::Help(_) => Context::Help,
            Self::Message(_) => Context::Message,
            Self::Pick(_) => Context::Pick,
            Self::Form(form) => form.context(),
            Self::Over(over) => over.context(),
        }
    }

    /// What is typed into it is about this.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        match self {
            Self::Form(form) => Some(form.subject()),
            Self::Over(over) => over.subject(),
            _ => None,
        }
    }

    /// What was typed into it and is not in the book yet.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        match self {
            Self::Form(form) => form.draft(),
            Self::Over(over) => over.draft(),
            _ => None,
        }
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self {
            Self::Help(help) => help.input(input, sight),
            Self::Message(message) => message.input(input, sight),
            Self::Pick(pick) => pick.input(input, sight),
            Self::Form(form) => form.input(input, sight),
            Self::Over(over) => over.input(input, sight),
        }
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        match self {
            Self::Help(help) => help.draw(area, buffer, sight),
            Self::Message(message) => message.draw(area, buffer, sight.theme),
            Self::Pick(pick) => pick.draw(area, buffer, sight),
            Self::Form(form) => form.draw(area, buffer, sight),
            Self::Over(over) => over.draw(area, buffer, sight),
        }
    }
}

/// A box of so many columns and lines in the middle of the area, cut to it.
pub fn middle(area: Rect, columns: u16, lines: u16) -> Rect {
    let (width, height) = (columns.min(area.width), lines.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
