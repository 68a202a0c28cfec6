//! What an account is worth on a day in the book's base currency, its currencies added.

use super::arr::sums_on;
use super::{Revenue, in_base};
use crate::domain::money::{Currency, Money};
use crate::domain::records::Exchange;
use chrono::NaiveDate;

/// ARR in the base currency, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// No entry up to that day: nothing is known.
    Unknown,
    Known(Money),
    /// No rate is set for these.
    NoRate(Vec<Currency>),
}

impl Worth {
    #[must_use]
    pub const fn known(&self) -> Option<Money> {
        match self {
            Self::Known(money) => Some(*money),
            Self::Unknown | Self::NoRate(_) => None,
        }
    }
}

/// ARR on a day in the base currency: each currency's sum by its rate. One-time entries are left
/// out; a currency of which nothing is left needs no rate.
#[must_use]
pub fn worth_on(entries: &[Revenue], day: NaiveDate, exchange: &Exchange) -> Worth {
    let sums = sums_on(entries, day);
    if sums.is_empty() {
        return Worth::Unknown;
    }
    let mut total = 0_i64;
    let mut without = Vec::new();
    for (currency, minor) in sums.into_iter().filter(|(_, sum)| *sum != 0) {
        match in_base(Some(Money { minor, currency }), exchange) {
            Some(amount) => total = total.saturating_add(amount.minor),
            None => without.push(currency),
        }
    }
    if without.is_empty() {
        Worth::Known(Money { minor: total, currency: exchange.base })
    } else {
        Worth::NoRate(without)
    }
}

#[cfg(test)]
mod tests {
    use super::super::RevenueKind;
    use super::*;
    use crate::domain::cell::Id;

    fn entry(on_date: &str, kind: RevenueKind, amount: i64, code: &str) -> Revenue {
        Revenue {
            id: Id(1),
            account_id: Id(1),
            on_date: on_date.parse().expect("a date"),
            kind,
            amount,
            currency: Currency::from_code(code).expect("a code"),
            note: None,
        }
    }

    fn euros(minor: i64) -> Worth {
        Worth::Known(Money { minor, currency: Currency::EUR })
    }

    #[test]
    fn currencies_add_by_their_rates_and_only_by_them() {
        let dollar = Currency::from_code("USD").expect("a code");
        let entries = [
            entry("2025-01-01", RevenueKind::Opening, 50_000, "EUR"),
            entry("2025-06-01", RevenueKind::New, 10_000, "USD"),
            entry("2025-07-01", RevenueKind::OneTime, 77_700, "SEK"),
            entry("2026-01-01", RevenueKind::Churn, -10_000, "USD"),
        ];
        let rated = Exchange { base: Currency::EUR, rates: vec![(dollar, 0.9)] };
        let bare = Exchange::default();
        let on = |day: &str, exchange| worth_on(&entries, day.parse().expect("a date"), exchange);
        assert_eq!(on("2024-12-31", &rated), Worth::Unknown);
        assert_eq!(on("2025-01-01", &rated), euros(50_000));
        assert_eq!(on("2025-12-31", &rated), euros(59_000));
        assert_eq!(on("2025-12-31", &bare), Worth::NoRate(vec![dollar]));
        assert_eq!(on("2026-01-01", &bare), euros(50_000), "no dollar is left");
        assert_eq!(
            worth_on(&entries[2..3], "2026-01-01".parse().expect("a date"), &rated),
            Worth::Unknown
        );
    }
}
