//! What clients said when asked, each answer under its own scale.

pub mod agreement;
pub mod closing;
pub mod complaint;
pub mod invitation;
pub mod nps;
pub mod perceived;
pub mod response;
#[cfg(test)]
pub(crate) mod sample;
pub mod security;
pub mod view;

use super::cell::Id;
use super::record::record;
use super::word::words;
use chrono::NaiveDate;

words! {
    /// The scale of an answer; none is ever read as another.
    Scale {
        /// 0-10, would you recommend.
        Nps = "NPS",
        /// 1-7, effort.
        Ces = "CES",
        /// 1-5, satisfaction.
        Csat = "CSAT",
        /// 1-5.
        Stars = "stars",
        /// 1-10, value perceived, in the client's words.
        Value = "value",
    }
}

words! {
    Driver {
        Product = "product", Support = "support", Price = "price", Delivery = "delivery",
        Relationship = "relationship", Value = "value", Other = "other",
    }
}

record! {
    /// One answer; never overwritten. Without contact it is anonymous.
    Answer in "answer" {
        AccountId account_id: Id,
        ContactId contact_id: Option<Id>,
        OnDate on_date: NaiveDate,
        Scale scale: Scale,
        Points points: i64,
        Why why: Option<String>,
        Driver driver: Option<Driver>,
    }
}
