//! Growth that is designed: the loyalty ladder, discovery, qualification.

pub mod discovery;
pub mod loyalty;
pub mod qualification;
