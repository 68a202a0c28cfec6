//! What a person would see of the whole program, in one binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

mod cli;
mod desk;
mod editor;
mod exchange;
mod journey;
mod layers;
mod oracle;
mod pty;
mod readme;
mod storage;
mod terminal;
mod unsaved;
mod workbench;
