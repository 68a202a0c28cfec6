//! People on our side: colleagues, teams, executive sponsor pairs, the user's own absence.

pub mod away;
pub mod colleague;
pub mod sponsor_pair;
pub mod team_member;
pub mod tier_silence;
