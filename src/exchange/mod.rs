//! Files in and out.

pub mod demo;
pub mod import;
pub mod paste;
