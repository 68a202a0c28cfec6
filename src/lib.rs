#![doc = include_str!("ARCHITECTURE.md")]

pub mod domain;

pub mod store;

pub mod desk;

pub mod exchange;

pub mod cli;
pub mod tui;

pub mod clock;
pub mod config;
pub mod error;
pub mod paths;
pub mod text;
