//! What each stage of the review is, but the accounts themselves: it draws its inside, does what
//! is asked of it, and says what its chosen line is about. Going from stage to stage is not its
//! business.

use crate::tui::action::{Action, Wish};
use crate::tui::footer::Space;
use crate::tui::screen::book::{Concept, Sight};
use crate::tui::screen::view::Facing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Debug;

/// One stage.
pub trait Part: Debug {
    /// What an act does here; none: it is the book's, for what the stage faces.
    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>>;

    /// What the acts of the book are about.
    fn facing(&self, _sight: &Sight<'_>) -> Facing {
        Facing::default()
    }

    /// What Space does with the chosen line.
    fn space(&self, _sight: &Sight<'_>) -> Space {
        Space::Nothing
    }

    /// So much stands on it, in a word beside its name; none: nothing worth counting.
    fn figure(&self, _sight: &Sight<'_>) -> Option<String> {
        None
    }

    /// Draws its inside: there is a border around it with the name of the stage already.
    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>);

    fn click(&mut self, _x: u16, _y: u16, _sight: &Sight<'_>) -> Vec<Wish> {
        Vec::new()
    }

    fn wheel(&mut self, _notches: isize, _sight: &Sight<'_>) {}

    /// What the help explains first.
    fn concept(&self, _sight: &Sight<'_>) -> Option<Concept> {
        None
    }
}
