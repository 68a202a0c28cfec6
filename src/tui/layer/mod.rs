//! What lies over the view for a moment: the help, a message. Under it only the keys of the
//! program itself act.

pub mod help;
pub mod message;

use super::action::Action;
use super::key::{Input, Key};
use super::keymap::{self, Context};
use super::theme::Theme;
use help::Help;
use message::Message;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The topmost one takes all keys.
#[derive(Debug)]
pub enum Layer {
    Help(Help),
    Message(Message),
}

/// What a layer makes of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Stays,
    Closes,
    /// Close it and do this.
    Does(Action),
}

impl Layer {
    #[must_use]
    pub const fn context(&self) -> Context {
        match self {
            Self::Help(_) => Context::Help,
            Self::Message(_) => Context::Message,
        }
    }

    pub fn input(&mut self, input: &Input) -> Outcome {
        match self {
            Self::Help(help) => help.input(input),
            Self::Message(_) => match input {
                Input::Key(key) if self.resolve(*key) == Some(Action::Back) => Outcome::Closes,
                Input::Pointer { press: super::key::Press::Click, .. } => Outcome::Closes,
                _ => Outcome::Stays,
            },
        }
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        match self {
            Self::Help(help) => help.draw(area, buffer, theme),
            Self::Message(message) => message.draw(area, buffer, theme),
        }
    }

    fn resolve(&self, key: Key) -> Option<Action> {
        keymap::resolve(self.context(), key)
    }
}

/// A box of so many columns and lines in the middle of the area, cut to it.
fn middle(area: Rect, columns: u16, lines: u16) -> Rect {
    let (width, height) = (columns.min(area.width), lines.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
