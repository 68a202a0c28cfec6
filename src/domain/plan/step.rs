//! A step: an action with an owner and a day.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    StepKind { Step = "step", Milestone = "milestone", Promise = "promise", Meeting = "meeting", }
}

words! {
    StepOwner { Me = "me", Colleague = "colleague", Client = "client", }
}

words! {
    StepStatus {
        Open = "open", Doing = "doing", Done = "done", Dropped = "dropped",
        /// An open task of a CRM, over 90 days late when it came in: one line to decide on, no
        /// late step.
        Old = "old",
    }
}

impl StepStatus {
    /// Still to be done.
    #[must_use]
    pub const fn open(self) -> bool {
        matches!(self, Self::Open | Self::Doing)
    }

    /// The sign that stands before it in a plan.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Done => "▣",
            Self::Dropped => "×",
            Self::Old => "~",
            Self::Open | Self::Doing => "▢",
        }
    }
}

words! {
    MeetingType {
        CheckIn = "check-in", StrategicReview = "strategic review", Qbr = "QBR",
        GrowthConversation = "growth conversation", Sponsor = "sponsor", Renewal = "renewal",
        Listening = "listening",
    }
}

record! {
    /// One action. Without plan it is *loose*; without account *unlinked*.
    Step in "step" {
        AccountId account_id: Option<Id>,
        PlanId plan_id: Option<Id>,
        PriorityId priority_id: Option<Id>,
        Kind kind: StepKind,
        Title title: String,
        Owner owner: StepOwner,
        /// The colleague's or the client contact's name, where `owner` is not *me*.
        OwnerName owner_name: Option<String>,
        /// The contact it is for: who was promised, who owns it at the client.
        ContactId contact_id: Option<Id>,
        DueOn due_on: Option<NaiveDate>,
        /// The first day it was promised for; moving the step does not move it.
        FirstDueOn first_due_on: Option<NaiveDate>,
        Status status: StepStatus,
        DoneOn done_on: Option<NaiveDate>,
        DropReason drop_reason: Option<String>,
        /// Who on our side checked that the promise can be kept; none: *unchecked*.
        CheckedBy checked_by: Option<String>,
        /// The code of the signal it serves, as `champion-left`.
        Signal signal: Option<String>,
        Playbook playbook: Option<String>,
        ClientSees client_sees: bool,
        MeetingType meeting_type: Option<MeetingType>,
        /// `09:30`.
        AtTime at_time: Option<String>,
        Agenda agenda: Option<String>,
        Note note: Option<String>,
        CreatedOn created_on: NaiveDate,
        OpportunityId opportunity_id: Option<Id>,
        /// The talk that a meeting became.
        TalkId talk_id: Option<Id>,
        /// Which step of its playbook it is.
        PlayStep play_step: Option<String>,
    }
}

impl Step {
    /// An open step of mine with a day.
    #[must_use]
    pub fn titled(title: &str, due_on: Option<NaiveDate>, created_on: NaiveDate) -> Self {
        Self {
            id: Id(0),
            account_id: None,
            plan_id: None,
            priority_id: None,
            kind: StepKind::Step,
            title: title.to_owned(),
            owner: StepOwner::Me,
            owner_name: None,
            contact_id: None,
            due_on,
            first_due_on: due_on,
            status: StepStatus::Open,
            done_on: None,
            drop_reason: None,
            checked_by: None,
            signal: None,
            playbook: None,
            client_sees: false,
            meeting_type: None,
            at_time: None,
            agenda: None,
            note: None,
            created_on,
            opportunity_id: None,
            talk_id: None,
            play_step: None,
        }
    }
}
