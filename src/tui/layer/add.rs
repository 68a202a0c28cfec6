//! The menu of what can be added, by one letter or by choosing.

use super::pick::{Item, Pick};
use super::{Outcome, Overlay};
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The menu.
#[derive(Debug)]
pub struct AddMenu(Pick);

impl AddMenu {
    /// What the bindings of the menu offer, each with its letter.
    #[must_use]
    pub fn new(sight: &Sight<'_>) -> Self {
        let rows = sight.keymap.bindings(Context::Add).into_iter();
        let items =
            rows.filter(|(row, _)| matches!(row.action, Action::New(_))).map(|(row, keys)| {
                let key = keys.first().map(ToString::to_string).unwrap_or_default();
                Item::new(row.label, key, Wish::Do(Deed::Act(row.action)))
            });
        Self(Pick::new("Add", items.collect()))
    }
}

impl Overlay for AddMenu {
    fn context(&self) -> Context {
        Context::Add
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        if let Input::Key(key) = input {
            match sight.keymap.action(Context::Add, *key) {
                Some(action @ Action::New(_)) => return Outcome::Does(action),
                Some(Action::Back) => return Outcome::Closes,
                // Letters name, they do not seek.
                None => return Outcome::Stays,
                Some(_) => {}
            }
        }
        self.0.input(input, sight)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.0.draw(area, buffer, sight);
    }
}
