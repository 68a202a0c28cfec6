//! Which acts only move on the screen.

use super::Action;

impl Action {
    /// It only moves on the screen: a row of them is read once, at its end.
    #[must_use]
    pub const fn moves(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::NextGroup
                | Self::PreviousGroup
                | Self::NextPane
                | Self::PreviousPane
                | Self::NextTab
                | Self::PreviousTab
                | Self::ExtendUp
                | Self::ExtendDown
                | Self::ExtendLeft
                | Self::ExtendRight
        )
    }
}
