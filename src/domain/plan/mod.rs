//! The 90-day plan: a cycle, its one to three priorities, its steps.

pub mod called;
pub mod check_in;
pub mod cycle;
pub mod priority;
pub mod progress;
pub mod step;
pub mod step_person;
