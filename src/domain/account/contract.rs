//! The contract of an account: when it ends and how long before that notice must be given.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// The unit of a notice period; months are clamped to the month's end.
    NoticeUnit { Days = "days", Weeks = "weeks", Months = "months", }
}

impl NoticeUnit {
    /// A unit as people write it: `d`, `weeks`, `mo`.
    #[must_use]
    pub fn typed(word: &str) -> Option<Self> {
        match word {
            "d" | "day" | "days" | "tage" => Some(Self::Days),
            "w" | "wk" | "wks" | "week" | "weeks" | "wochen" => Some(Self::Weeks),
            "m" | "mo" | "mth" | "month" | "months" | "monate" => Some(Self::Months),
            _ => None,
        }
    }
}

/// The longest notice that is no slip of the finger, in any unit.
pub const LONGEST_NOTICE: i64 = 999;

/// A length of notice as people write it: `3 months`, `90 d`, `12w`; `alone` gives the unit of a
/// number that has none.
#[must_use]
pub fn notice_typed(
    text: &str,
    alone: impl FnOnce(i64) -> Option<NoticeUnit>,
) -> Option<(i64, NoticeUnit)> {
    let text = text.trim().to_lowercase();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let number: String = text.chars().take(digits).collect();
    let rest: String = text.chars().skip(digits).collect();
    let count = number.parse().ok().filter(|count| (0..=LONGEST_NOTICE).contains(count))?;
    let unit = match rest.trim().trim_end_matches('.') {
        "" => alone(count)?,
        word => NoticeUnit::typed(word)?,
    };
    Some((count, unit))
}

/// `3 months`, `1 week`.
#[must_use]
pub fn notice_told(count: i64, unit: NoticeUnit) -> String {
    let word = unit.word();
    format!("{count} {}", if count == 1 { word.trim_end_matches('s') } else { word })
}

words! {
    /// Who may give notice.
    NoticeBy { Either = "either", Client = "client", Us = "us", }
}

words! {
    /// How far the renewal has come.
    Renewal {
        NotStarted = "not started", InTalks = "in talks", VerbalYes = "verbal yes",
        Signed = "signed", Lost = "lost",
    }
}

record! {
    /// One contract; an account's current one is the one that ends last.
    Contract in "contract" {
        AccountId account_id: Id,
        StartsOn starts_on: Option<NaiveDate>,
        EndsOn ends_on: Option<NaiveDate>,
        /// Length of notice, in `notice_unit`s; none: no notice clause.
        NoticeCount notice_count: Option<i64>,
        NoticeUnit notice_unit: Option<NoticeUnit>,
        AutoRenews auto_renews: Option<bool>,
        TermMonths term_months: Option<i64>,
        Renewal renewal: Renewal,
        Note note: Option<String>,
        /// Who may give notice; none: not known.
        NoticeBy notice_by: Option<NoticeBy>,
        /// The day on which its outcome was known.
        OutcomeOn outcome_on: Option<NaiveDate>,
        LostReason lost_reason: Option<String>,
    }
}

impl Contract {
    /// A contract of which nothing is known yet.
    #[must_use]
    pub const fn of(account_id: Id) -> Self {
        Self {
            id: Id(0),
            account_id,
            starts_on: None,
            ends_on: None,
            notice_count: None,
            notice_unit: None,
            auto_renews: None,
            term_months: None,
            renewal: Renewal::NotStarted,
            note: None,
            notice_by: None,
            outcome_on: None,
            lost_reason: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_read_as_people_write_it_and_told_so_that_it_is_read_again() {
        use NoticeUnit::{Days, Months, Weeks};
        let alone = |count| Some(if count > 24 { Days } else { Months });
        for (text, wanted) in [
            ("3 months", Some((3, Months))),
            ("3m", Some((3, Months))),
            (" 90 D ", Some((90, Days))),
            ("12w", Some((12, Weeks))),
            ("1 mo.", Some((1, Months))),
            ("6", Some((6, Months))),
            ("90", Some((90, Days))),
            ("0", Some((0, Months))),
            ("999 days", Some((999, Days))),
            ("1000 days", None),
            ("months", None),
            ("-3 months", None),
            ("3 moons", None),
            ("", None),
        ] {
            assert_eq!(notice_typed(text, alone), wanted, "{text}");
            if let Some((count, unit)) = wanted {
                assert_eq!(notice_typed(&notice_told(count, unit), |_| None), wanted);
            }
        }
        assert_eq!(notice_told(1, Weeks), "1 week");
        assert_eq!(notice_typed("6", |_| None), None);
    }
}
