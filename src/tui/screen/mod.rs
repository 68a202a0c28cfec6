//! The views of the book.

pub mod agenda;
pub mod book;
pub mod expansion;
pub mod grid;
pub mod heading;
pub mod leaves;
pub mod portfolio;
pub mod review;
pub mod view;
pub mod views;
pub mod whole;
