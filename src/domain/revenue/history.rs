//! The revenue history line by line: what each entry did, and the ARR after it.

use super::{Revenue, RevenueKind, arr_on};
use crate::domain::cell::Id;
use crate::domain::money::Money;
use chrono::NaiveDate;

/// One entry.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct RevenueLine {
    pub id: Id,
    pub on_date: NaiveDate,
    pub kind: RevenueKind,
    /// The change of ARR; of a one-time entry the amount.
    pub amount: Money,
    /// ARR at the end of that day; none where currencies do not add.
    pub arr: Option<Money>,
    /// A churn that is still to come: the account has given notice.
    pub notified: bool,
    pub note: Option<String>,
}

/// The entries, newest first.
#[must_use]
pub fn history(entries: &[Revenue], today: NaiveDate) -> Vec<RevenueLine> {
    let mut lines: Vec<RevenueLine> = entries
        .iter()
        .map(|entry| RevenueLine {
            id: entry.id,
            on_date: entry.on_date,
            kind: entry.kind,
            amount: Money { minor: entry.amount, currency: entry.currency },
            arr: arr_on(entries, entry.on_date),
            notified: entry.kind == RevenueKind::Churn && entry.on_date > today,
            note: entry.note.clone(),
        })
        .collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.on_date, line.id)));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    fn entry(id: i64, on_date: &str, kind: RevenueKind, amount: i64) -> Revenue {
        Revenue {
            id: Id(id),
            account_id: Id(1),
            on_date: on_date.parse().expect("a day"),
            kind,
            amount,
            currency: Currency::EUR,
            note: None,
        }
    }

    #[test]
    fn each_line_tells_the_arr_after_it_and_a_churn_to_come_is_notified() {
        let entries = [
            entry(1, "2025-01-01", RevenueKind::Opening, 100),
            entry(2, "2025-06-01", RevenueKind::OneTime, 40),
            entry(3, "2026-01-01", RevenueKind::Expansion, 20),
            entry(4, "2026-01-01", RevenueKind::Price, 5),
            entry(5, "2026-12-31", RevenueKind::Churn, -125),
        ];
        let today = "2026-11-22".parse().expect("a day");
        let lines = history(&entries, today);
        let told: Vec<(i64, Option<i64>, bool)> = lines
            .iter()
            .map(|line| (line.id.0, line.arr.map(|arr| arr.minor), line.notified))
            .collect();
        assert_eq!(
            told,
            [
                (5, Some(0), true),
                (4, Some(125), false),
                (3, Some(125), false),
                (2, Some(100), false),
                (1, Some(100), false),
            ]
        );
        assert!(!history(&entries, "2026-12-31".parse().expect("a day"))[0].notified);
        assert!(history(&[], today).is_empty());
    }
}
