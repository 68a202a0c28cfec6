//! What a person would see of the whole program, in one binary.

mod layers;
mod pty;
mod terminal;
