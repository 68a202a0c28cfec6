//! What the pages of the whole book are handed.

use crate::desk::{Ask, Reading};
use crate::error::Result;
use crate::tui::screen::whole::{Want, Whole};

/// Reads what a page wants, unless it was read and nothing was written since.
pub(super) fn read(whole: &mut Whole, want: Want, ask: Ask, reading: &Reading) -> Result<()> {
    if whole.has(want) {
        return Ok(());
    }
    match want {
        Want::Nothing
        | Want::Portfolio
        | Want::Retention
        | Want::Quarter
        | Want::Story
        | Want::WhatIf
        | Want::Expansion => _ = (ask, reading),
    }
    whole.took(want);
    Ok(())
}
