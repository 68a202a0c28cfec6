//! ARR at the end of each quarter: the line that an account has drawn over the years.

use super::{Revenue, RevenueKind, Worth, worth_on};
use crate::domain::money::Money;
use crate::domain::records::Exchange;
use chrono::{Datelike, NaiveDate};

/// Five years.
const MOST: usize = 20;

/// ARR at the end of a quarter, or today in the one that runs.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Quarter {
    pub to: NaiveDate,
    /// In the base currency; none where a currency has no rate.
    pub arr: Option<Money>,
}

/// The quarters since the first entry, at most five years of them, the running one last; empty
/// before the first entry.
#[must_use]
pub fn quarters(entries: &[Revenue], today: NaiveDate, exchange: &Exchange) -> Vec<Quarter> {
    let lasting = entries.iter().filter(|one| one.kind != RevenueKind::OneTime);
    let Some(first) = lasting.map(|one| one.on_date).filter(|on| *on <= today).min() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut to = today;
    while to >= first && found.len() < MOST {
        let arr = match worth_on(entries, to, exchange) {
            Worth::Known(arr) => Some(arr),
            Worth::Unknown | Worth::NoRate(_) => None,
        };
        found.push(Quarter { to, arr });
        let begins = to.with_day(1).and_then(|day| day.with_month0(to.month0() / 3 * 3));
        let Some(before) = begins.and_then(|day| day.pred_opt()) else { break };
        to = before;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;
    use crate::domain::money::Currency;

    fn entry(on_date: &str, amount: i64) -> Revenue {
        Revenue {
            id: Id(1),
            account_id: Id(1),
            on_date: on_date.parse().expect("a day"),
            kind: RevenueKind::Expansion,
            amount,
            currency: Currency::EUR,
            note: None,
        }
    }

    fn told(entries: &[Revenue]) -> Vec<(String, i64)> {
        let today = "2026-11-22".parse().expect("a day");
        let line = quarters(entries, today, &Exchange::default());
        line.iter().map(|one| (one.to.to_string(), one.arr.expect("known").minor)).collect()
    }

    #[test]
    fn the_line_runs_from_the_first_entry_to_today() {
        let entries = [entry("2026-03-31", 100), entry("2026-07-01", 20), entry("2026-12-01", 7)];
        let wanted =
            [("2026-03-31", 100), ("2026-06-30", 100), ("2026-09-30", 120), ("2026-11-22", 120)];
        assert_eq!(told(&entries), wanted.map(|(on, arr)| (on.to_owned(), arr)));
        assert!(told(&[]).is_empty() && told(&[entry("2026-11-23", 1)]).is_empty());
        assert_eq!(told(&[entry("2001-01-01", 5)]).len(), MOST);
    }
}
