//! Until when a contract runs that renews by itself.

use crate::domain::account::contract::Contract;
use chrono::{Datelike, Months, NaiveDate};

/// Months of the term: as recorded, else as its first and last day tell, where they stand whole
/// months apart. None: not known.
#[must_use]
pub fn months(contract: &Contract) -> Option<u32> {
    let recorded = contract.term_months.and_then(|months| u32::try_from(months).ok());
    recorded.filter(|months| *months > 0).or_else(|| {
        let (start, next) = (contract.starts_on?, contract.ends_on?.succ_opt()?);
        let index = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let apart = u32::try_from(index(next) - index(start)).ok().filter(|months| *months > 0)?;
        (start.checked_add_months(Months::new(apart)) == Some(next)).then_some(apart)
    })
}

/// The end of the next term: so many months later, the last day of a month giving the last day of
/// a month. None without an end or a term.
#[must_use]
pub fn renewed_to(contract: &Contract) -> Option<NaiveDate> {
    let (end, months) = (contract.ends_on?, Months::new(months(contract)?));
    let next = end.succ_opt()?;
    if next.day() == 1 {
        next.checked_add_months(months)?.pred_opt()
    } else {
        end.checked_add_months(months)
    }
}

/// The first end of a term that is not over, for a contract that went on by itself all the time.
#[must_use]
pub fn renewed_past(contract: &Contract, today: NaiveDate) -> Option<NaiveDate> {
    let mut running = contract.clone();
    // Kept, because an end moved on without its start would tell of a longer term.
    running.term_months = Some(i64::from(months(contract)?));
    loop {
        let next = renewed_to(&running)?;
        if next >= today {
            return Some(next);
        }
        running.ends_on = Some(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::contract::Contract;
    use crate::domain::cell::Id;

    fn contract(start: &str, end: &str, months: Option<i64>) -> Contract {
        let mut contract = Contract::of(Id(1));
        contract.starts_on = start.parse().ok();
        contract.ends_on = end.parse().ok();
        contract.term_months = months;
        contract
    }

    #[test]
    fn the_next_term_ends_with_the_month_where_this_one_does() {
        for (start, end, months, wanted) in [
            ("", "2027-03-31", Some(12), Some("2028-03-31")),
            ("", "2027-02-28", Some(12), Some("2028-02-29")),
            ("", "2028-02-29", Some(12), Some("2029-02-28")),
            ("", "2027-02-28", Some(1), Some("2027-03-31")),
            ("", "2027-01-30", Some(1), Some("2027-02-28")),
            ("", "2027-01-15", Some(6), Some("2027-07-15")),
            ("2026-04-01", "2027-03-31", None, Some("2028-03-31")),
            ("2026-04-15", "2027-04-14", None, Some("2028-04-14")),
            ("2026-04-15", "2027-04-13", None, None),
            ("2027-04-01", "2027-03-31", None, None),
            ("", "2027-03-31", None, None),
            ("2026-04-01", "2027-03-31", Some(0), Some("2028-03-31")),
            ("2026-04-01", "2027-03-31", Some(24), Some("2029-03-31")),
            ("", "2027-03-31", Some(i64::MAX), None),
            ("", "", Some(12), None),
        ] {
            let found = renewed_to(&contract(start, end, months));
            assert_eq!(found.map(|day| day.to_string()).as_deref(), wanted, "{start} {end}");
        }
    }
}
