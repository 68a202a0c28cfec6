//! What the pages of the whole book are handed.

use crate::desk::{Ask, Reading};
use crate::error::Result;
use crate::tui::screen::whole::{Want, Whole};
use std::rc::Rc;

/// Reads what a page wants, unless it was read and nothing was written since.
pub(super) fn read(whole: &mut Whole, want: Want, ask: Ask, reading: &Reading) -> Result<()> {
    if whole.has(want) {
        return Ok(());
    }
    match want {
        Want::Expansion => whole.expansion = Some(Rc::new(reading.grown(ask)?)),
        Want::Portfolio => whole.portfolio = Some(Rc::new(reading.portfolio(ask)?)),
        Want::Retention(period) => {
            // The figures of one period never stand under the name of another.
            (whole.retention, whole.stamp) = (None, whole.stamp + 1);
            whole.retention = Some(Rc::new(reading.retained(period, ask)?));
        }
        Want::Quarter(quarter) => whole.quarter = Some(Rc::new(reading.quarter(ask, quarter)?)),
        Want::Story => whole.story = Some(Rc::new(reading.story(ask)?)),
        Want::WhatIf => {
            // Two readings of the book need not stand in memory beside each other.
            whole.what_if = None;
            whole.what_if = Some(Rc::new(reading.what_if(ask)?));
        }
        Want::Nothing => {}
    }
    whole.took(want);
    Ok(())
}
