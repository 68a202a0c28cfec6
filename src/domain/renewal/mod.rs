//! The renewal of a contract: by when to act.

pub mod act_by;

pub use act_by::act_by;
