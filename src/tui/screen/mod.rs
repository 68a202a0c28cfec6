//! The views of the book.

pub mod agenda;
pub mod book;
pub mod grid;
pub mod heading;
pub mod review;
pub mod view;
pub mod views;
