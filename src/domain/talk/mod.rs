//! A touchpoint with a client: a call, a meeting, a message, an event, a note.

pub mod person;

use super::cell::Id;
use super::record::record;
use super::word::{WordSet, words};
use chrono::NaiveDate;

words! {
    TalkKind { Call = "call", Meeting = "meeting", Message = "message", Event = "event", Note = "note", }
}

words! {
    Side { Us = "us", Client = "client", }
}

words! {
    /// What a talk was about: the first three are *retention*, the last three *growth* (the
    /// Loyalty Ladder's two kinds of talk).
    Topic {
        DeliveryUpdate = "delivery update", Issue = "issue", RenewalTalk = "renewal",
        TheirGoals = "their goals", RiskAhead = "risk ahead", OurIdea = "our idea",
    }
}

record! {
    /// One talk. *Two-way*: a call or meeting that took place, a message that was answered.
    Talk in "talk" {
        AccountId account_id: Option<Id>,
        OnDate on_date: NaiveDate,
        Kind kind: TalkKind,
        TwoWay two_way: bool,
        /// A meeting that was agreed and did not take place.
        Missed missed: bool,
        StartedBy started_by: Option<Side>,
        /// −2 (angry) … +2 (delighted).
        Mood mood: Option<i64>,
        Topics topics: WordSet<Topic>,
        /// One line.
        Summary summary: String,
        /// The client's own words.
        Quote quote: Option<String>,
        Note note: Option<String>,
        /// The opportunity it was about.
        OpportunityId opportunity_id: Option<Id>,
    }
}

impl Talk {
    /// A talk that took place, with nothing written down yet.
    #[must_use]
    pub fn on(on_date: NaiveDate, kind: TalkKind, account_id: Option<Id>) -> Self {
        Self {
            id: Id(0),
            account_id,
            on_date,
            kind,
            two_way: true,
            missed: false,
            started_by: None,
            mood: None,
            topics: WordSet::default(),
            summary: String::new(),
            quote: None,
            note: None,
            opportunity_id: None,
        }
    }
}
