//! The views of the book.

pub mod book;
