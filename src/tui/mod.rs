//! The screen: the shell loop around the application.

pub mod app;
pub mod layer;
pub mod screen;
pub mod theme;
pub mod widget;
