//! The name that another program gave to one of our records.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;

words! {
    /// What a foreign name names.
    Kind {
        Account = "account", Contact = "contact", Opportunity = "opportunity", Talk = "talk",
        Step = "step",
    }
}

record! {
    /// Compared byte by byte: ids that differ only in case are two. Exactly one of the five
    /// references is set, the one of `kind`.
    ExternalId in "external_id" {
        /// The program it comes from, as `salesforce`.
        Source source: String,
        Kind kind: Kind,
        Name name: String,
        AccountId account_id: Option<Id>,
        ContactId contact_id: Option<Id>,
        OpportunityId opportunity_id: Option<Id>,
        TalkId talk_id: Option<Id>,
        StepId step_id: Option<Id>,
        /// What the file said when it was last read: a JSON object of column → cell. A field that
        /// still says the same is not touched, whatever the user made of it since.
        Seen seen: String,
    }
}
