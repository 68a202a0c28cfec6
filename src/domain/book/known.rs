//! What the book already holds of the records that come from elsewhere: what an import compares
//! the rows of a file with.

use super::external_id::ExternalId;
use crate::domain::account::Account;
use crate::domain::account::contract::Contract;
use crate::domain::contact::Contact;
use crate::domain::plan::step::Step;
use crate::domain::revenue::Revenue;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::talk::Talk;

/// All accounts, contacts and opportunities with the money side of the accounts; of steps and
/// talks those that came from elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    pub accounts: Vec<Account>,
    pub contracts: Vec<Contract>,
    pub revenue: Vec<Revenue>,
    pub contacts: Vec<Contact>,
    pub opportunities: Vec<Opportunity>,
    pub steps: Vec<Step>,
    pub talks: Vec<Talk>,
    pub external_ids: Vec<ExternalId>,
    /// The newest step of the journal that it has seen; 0 in a new book.
    pub last_step: i64,
}
