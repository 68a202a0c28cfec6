//! The screen: the shell loop around the application.

pub mod action;
pub mod app;
pub mod decoder;
pub mod footer;
pub mod key;
pub mod keymap;
pub mod layer;
pub mod screen;
pub mod signals;
pub mod terminal;
pub mod theme;
pub mod wake;
pub mod watchdog;
pub mod widget;
