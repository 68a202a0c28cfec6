//! Files in and out, over a real book on the disk.

mod command;
mod import;
