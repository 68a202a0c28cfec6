//! Who on our side works for an account.

use crate::domain::cell::Id;
use crate::domain::record::record;

record! {
    /// A colleague in the team of an account.
    TeamMember in "team_member" {
        AccountId account_id: Id,
        ColleagueId colleague_id: Id,
        /// Their part in it, as `delivery`.
        Part part: Option<String>,
    }
}
