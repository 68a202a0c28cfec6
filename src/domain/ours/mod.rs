//! People on our side: colleagues, teams, executive sponsor pairs, the user's own absence.

pub mod away;
pub mod colleague;
pub mod communication;
pub mod promises;
pub mod sponsor_pair;
pub mod sponsors;
pub mod team_member;
pub mod tier_silence;
mod view;

pub use view::{OursView, view};
