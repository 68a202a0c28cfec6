//! Small drawings that several panes share.

pub mod border;
pub mod page;
pub mod pen;
pub mod person;
pub mod phrase;
pub mod readline;
