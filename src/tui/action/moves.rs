//! Which acts only move on the screen, and which ask for no account.

use super::{Action, What};

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

    /// It shows another view, or another page of it: what was shown need not be read for it.
    #[must_use]
    pub const fn turns(self) -> bool {
        matches!(
            self,
            Self::View(_)
                | Self::Forecast
                | Self::Story
                | Self::NextPane
                | Self::PreviousPane
                | Self::NextTab
                | Self::PreviousTab
        )
    }

    /// It is about the list and the panes of the Book, which no page of the whole book has.
    #[must_use]
    pub const fn is_of_panes(self) -> bool {
        matches!(
            self,
            Self::Zoom
                | Self::MapView
                | Self::NextSignal
                | Self::NextGroup
                | Self::PreviousGroup
                | Self::Mark
                | Self::MarkAll
        )
    }

    /// It asks for no account.
    #[must_use]
    pub const fn opens_anywhere(self) -> bool {
        matches!(
            self,
            Self::Find
                | Self::Back
                | Self::Sort
                | Self::GoTo
                | Self::Unlinked
                | Self::Setup
                | Self::Import
                | Self::PasteColumns
                | Self::AcceptTiers
                | Self::AllLevels
                | Self::PulseDown
                | Self::Currency
                | Self::Add
                | Self::Away
                | Self::New(What::Account)
                | Self::Capture
                | Self::Zoom
                | Self::NextPane
                | Self::PreviousPane
        )
    }
}
