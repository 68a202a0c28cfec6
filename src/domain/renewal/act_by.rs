//! The act-by date: the last day to give notice.

use crate::domain::account::contract::{Contract, NoticeUnit};
use crate::domain::standing::ActBy;
use chrono::{Days, Months, NaiveDate};

/// The end of the contract less its notice; months are clamped to the month's end. Without a
/// notice clause, or where the contract does not renew by itself, the end. Where nobody recorded
/// whether it does, the notice counts: the earlier day is the safer one (this project's own
/// decision). None without an end.
#[must_use]
pub fn act_by(contract: &Contract) -> Option<ActBy> {
    let ends_on = contract.ends_on?;
    let act_by = match (contract.auto_renews, contract.notice_count, contract.notice_unit) {
        (Some(false), _, _) | (_, None, _) | (_, _, None) => ends_on,
        (_, Some(count), Some(unit)) => before(ends_on, count, unit).unwrap_or(ends_on),
    };
    Some(ActBy { act_by, ends_on })
}

fn before(end: NaiveDate, count: i64, unit: NoticeUnit) -> Option<NaiveDate> {
    let count = u64::try_from(count).ok()?;
    match unit {
        NoticeUnit::Days => end.checked_sub_days(Days::new(count)),
        NoticeUnit::Weeks => end.checked_sub_days(Days::new(count.checked_mul(7)?)),
        NoticeUnit::Months => end.checked_sub_months(Months::new(u32::try_from(count).ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;

    fn contract(end: &str, notice: Option<(i64, NoticeUnit)>, auto: Option<bool>) -> Contract {
        Contract {
            id: Id(1),
            ends_on: end.parse().ok(),
            notice_count: notice.map(|(count, _)| count),
            notice_unit: notice.map(|(_, unit)| unit),
            auto_renews: auto,
            ..Contract::of(Id(1))
        }
    }

    #[test]
    fn notice_is_counted_back_from_the_end() {
        use NoticeUnit::{Days, Months, Weeks};
        for (end, notice, auto, wanted) in [
            ("2027-03-31", Some((60, Days)), Some(true), "2027-01-30"),
            ("2027-03-31", Some((2, Weeks)), Some(true), "2027-03-17"),
            ("2027-03-31", Some((1, Months)), Some(true), "2027-02-28"),
            ("2028-03-31", Some((1, Months)), Some(true), "2028-02-29"),
            ("2027-05-31", Some((3, Months)), Some(true), "2027-02-28"),
            ("2027-02-28", Some((1, Months)), Some(true), "2027-01-28"),
            ("2028-02-29", Some((12, Months)), Some(true), "2027-02-28"),
            ("2027-01-31", Some((3, Months)), Some(true), "2026-10-31"),
            ("2027-12-31", Some((6, Months)), Some(true), "2027-06-30"),
            ("2028-03-30", Some((1, Months)), Some(true), "2028-02-29"),
            ("2027-03-30", Some((1, Months)), Some(true), "2027-02-28"),
            ("2028-02-29", Some((1, Months)), Some(true), "2028-01-29"),
            ("2032-02-29", Some((48, Months)), Some(true), "2028-02-29"),
            ("2100-03-31", Some((1, Months)), Some(true), "2100-02-28"),
            ("2028-03-01", Some((1, Days)), Some(true), "2028-02-29"),
            ("2027-03-01", Some((1, Days)), Some(true), "2027-02-28"),
            ("2028-03-14", Some((2, Weeks)), Some(true), "2028-02-29"),
            ("2028-02-29", Some((90, Days)), Some(false), "2028-02-29"),
            ("2027-03-31", Some((0, Days)), Some(true), "2027-03-31"),
            ("2027-03-31", Some((-3, Days)), Some(true), "2027-03-31"),
            ("2027-03-31", Some((3, Months)), Some(false), "2027-03-31"),
            ("2027-03-31", None, Some(true), "2027-03-31"),
            ("2027-03-31", Some((3, Months)), None, "2026-12-31"),
            ("2027-03-31", Some((i64::MAX, Weeks)), Some(true), "2027-03-31"),
        ] {
            let found = act_by(&contract(end, notice, auto)).expect("an end");
            assert_eq!(found.act_by.to_string(), wanted, "{end} {notice:?} {auto:?}");
            assert_eq!(found.ends_on.to_string(), end);
        }
        assert_eq!(act_by(&contract("", Some((3, Months)), Some(true))), None);
    }
}
