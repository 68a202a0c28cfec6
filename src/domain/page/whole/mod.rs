//! The pages of the whole book.
