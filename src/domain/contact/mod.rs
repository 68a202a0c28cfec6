//! A stakeholder's record: one person at a client.

pub mod birthday;
pub mod name;
pub mod tree;

use super::cell::Id;
use super::record::record;
use super::word::{WordSet, words};
use chrono::NaiveDate;

words! {
    /// The row of the map. Model: CustomerGauge's Account Success process (strategic, tactical,
    /// operational).
    Level { DecisionMaker = "decision maker", Influencer = "influencer", User = "user", }
}

words! {
    Role {
        Champion = "champion", PotentialChampion = "potential champion",
        EconomicBuyer = "economic buyer", TechnicalEvaluator = "technical evaluator",
        EndUser = "end user", ExecutiveSponsor = "executive sponsor", Blocker = "blocker",
    }
}

words! {
    Influence { High = "high", Medium = "medium", Low = "low", }
}

words! {
    Stance { Opponent = "opponent", Neutral = "neutral", Supporter = "supporter", }
}

record! {
    /// One person. Without account it is *unlinked*; without level *not placed*.
    Contact in "contact" {
        AccountId account_id: Option<Id>,
        Name name: String,
        Title title: Option<String>,
        Level level: Option<Level>,
        Roles roles: WordSet<Role>,
        Email email: Option<String>,
        Phone phone: Option<String>,
        Mobile mobile: Option<String>,
        Birthday birthday: Option<NaiveDate>,
        Interests interests: Option<String>,
        Language language: Option<String>,
        /// The firm's name as a file gave it, where no account was found.
        Employer employer: Option<String>,
        Influence influence: Option<Influence>,
        Stance stance: Option<Stance>,
        ReportsTo reports_to: Option<Id>,
        /// The last day somebody made sure that the record is true: added by hand, *still true*,
        /// or the file's last activity. Talks and answers verify on top of it.
        VerifiedOn verified_on: Option<NaiveDate>,
        LeftOn left_on: Option<NaiveDate>,
        LeftTo left_to: Option<String>,
        ArchivedOn archived_on: Option<NaiveDate>,
        Note note: Option<String>,
        CreatedOn created_on: NaiveDate,
        /// Who on our side keeps the contact.
        ColleagueId colleague_id: Option<Id>,
    }
}

impl Contact {
    /// A person with nothing known but the name.
    #[must_use]
    pub fn named(name: &str, account_id: Option<Id>, created_on: NaiveDate) -> Self {
        Self {
            id: Id(0),
            account_id,
            name: name.to_owned(),
            title: None,
            level: None,
            roles: WordSet::default(),
            email: None,
            phone: None,
            mobile: None,
            birthday: None,
            interests: None,
            language: None,
            employer: None,
            influence: None,
            stance: None,
            reports_to: None,
            verified_on: None,
            left_on: None,
            left_to: None,
            archived_on: None,
            note: None,
            created_on,
            colleague_id: None,
        }
    }

    /// Not left, not archived.
    #[must_use]
    pub const fn active(&self) -> bool {
        self.left_on.is_none() && self.archived_on.is_none()
    }

    /// Neither left nor archived on that day; the day of leaving itself counts as left.
    #[must_use]
    pub fn active_on(&self, day: NaiveDate) -> bool {
        self.left_on.is_none_or(|left| left > day)
            && self.archived_on.is_none_or(|archived| archived > day)
    }
}
