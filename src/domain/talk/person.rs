//! Who took part in a talk.

use crate::domain::cell::Id;
use crate::domain::record::record;
use chrono::NaiveDate;

record! {
    /// One contact in one talk. The store copies day and two-way from the talk, so that the last
    /// talk with a person is one step into an index.
    TalkPerson in "talk_person" {
        TalkId talk_id: Id,
        ContactId contact_id: Id,
        OnDate on_date: NaiveDate,
        TwoWay two_way: bool,
    }
}
