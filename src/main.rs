//! The program: the command line, and the screen where the command line asks for it.
fn main() {}
