//! ARR for a day, its growth without price moves, and its figure in the book's base currency.

use super::{Revenue, RevenueKind};
use crate::domain::money::{Currency, Money};
use crate::domain::records::Exchange;
use chrono::NaiveDate;

/// The entries up to and on a day that change ARR: all but the one-time ones.
fn lasting(entries: &[Revenue], day: NaiveDate) -> impl Iterator<Item = &Revenue> {
    let counts = move |entry: &&Revenue| entry.kind != RevenueKind::OneTime && entry.on_date <= day;
    entries.iter().filter(counts)
}

/// ARR on a day, by currency; empty before the first entry.
pub(crate) fn sums_on(entries: &[Revenue], day: NaiveDate) -> Vec<(Currency, i64)> {
    let mut sums: Vec<(Currency, i64)> = Vec::with_capacity(1);
    for entry in lasting(entries, day) {
        match sums.iter_mut().find(|(currency, _)| *currency == entry.currency) {
            Some((_, sum)) => *sum = sum.saturating_add(entry.amount),
            None => sums.push((entry.currency, entry.amount)),
        }
    }
    sums
}

/// ARR on a day: the sum of all entries up to and on that day, one-time ones left out. None
/// without such an entry, and where amounts of two currencies stand side by side: they do not add.
#[must_use]
pub fn arr_on(entries: &[Revenue], day: NaiveDate) -> Option<Money> {
    let sums = sums_on(entries, day);
    let latest = lasting(entries, day).max_by_key(|entry| entry.on_date)?.currency;
    let mut running = sums.iter().filter(|(_, sum)| *sum != 0);
    match (running.next(), running.next()) {
        (None, _) => Some(Money { minor: 0, currency: latest }),
        (Some(&(currency, minor)), None) => Some(Money { minor, currency }),
        (Some(_), Some(_)) => None,
    }
}

/// The day ahead on which a churn takes the last of the ARR, where nothing but one-time entries
/// follows it; none while ARR goes on, and once that day has come.
#[must_use]
pub fn ends_on(entries: &[Revenue], today: NaiveDate) -> Option<NaiveDate> {
    let lasting = entries.iter().filter(|entry| entry.kind != RevenueKind::OneTime);
    let last = lasting.max_by_key(|entry| (entry.on_date, entry.kind == RevenueKind::Churn))?;
    let ahead = last.kind == RevenueKind::Churn && last.on_date > today;
    let nothing = || arr_on(entries, last.on_date).is_some_and(|arr| arr.minor <= 0);
    (ahead && nothing()).then_some(last.on_date)
}

/// The amount in the base currency, rounded to its minor unit; none without a rate.
#[must_use]
pub fn in_base(amount: Option<Money>, exchange: &Exchange) -> Option<Money> {
    let amount = amount?;
    if amount.currency == exchange.base {
        return Some(amount);
    }
    let (_, rate) = exchange.rates.iter().find(|(currency, _)| *currency == amount.currency)?;
    let minor = amount.units() * rate * 10_f64.powi(exchange.base.digits().cast_signed());
    Some(Money { minor: minor.round() as i64, currency: exchange.base })
}

/// ARR of two days, set against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    pub then: Money,
    /// Without the price moves between the two days.
    pub now: Money,
    /// 0.1 for a tenth more, −0.1 for a tenth less.
    pub share: f64,
}

/// How ARR moved between two days, price moves left out: a dearer price is no growth. None
/// without ARR above 0 on the first day, or with another currency since.
#[must_use]
pub fn growth(entries: &[Revenue], from: NaiveDate, to: NaiveDate) -> Option<Growth> {
    let then = arr_on(entries, from).filter(|then| then.minor > 0)?;
    let mut now = arr_on(entries, to)?;
    if now.minor == 0 {
        now.currency = then.currency;
    }
    if now.currency != then.currency {
        return None;
    }
    let moves = entries
        .iter()
        .filter(|entry| entry.kind == RevenueKind::Price && entry.currency == then.currency)
        .filter(|entry| from < entry.on_date && entry.on_date <= to)
        .fold(0_i64, |sum, entry| sum.saturating_add(entry.amount));
    // Where nothing is left, a price move went with the rest.
    now.minor = if now.minor == 0 { 0 } else { now.minor.saturating_sub(moves).max(0) };
    let share = (now.minor - then.minor) as f64 / then.minor as f64;
    Some(Growth { then, now, share })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn entry(on_date: &str, kind: RevenueKind, amount: i64, code: &str) -> Revenue {
        Revenue {
            id: Id(1),
            account_id: Id(1),
            on_date: day(on_date),
            kind,
            amount,
            currency: Currency::from_code(code).expect("a code"),
            note: None,
        }
    }

    #[test]
    fn arr_is_the_sum_up_to_the_day_and_unknown_before_the_first_entry() {
        let entries = [
            entry("2024-01-01", RevenueKind::Opening, 10_000_000, "EUR"),
            entry("2025-03-01", RevenueKind::Expansion, 2_000_000, "EUR"),
            entry("2025-04-01", RevenueKind::OneTime, 999_900, "EUR"),
            entry("2026-01-01", RevenueKind::Churn, -12_000_000, "EUR"),
        ];
        let minor = |on: &str| arr_on(&entries, day(on)).map(|money| money.minor);
        assert_eq!(minor("2023-12-31"), None);
        assert_eq!(minor("2024-01-01"), Some(10_000_000));
        assert_eq!(minor("2025-02-28"), Some(10_000_000));
        assert_eq!(minor("2025-04-01"), Some(12_000_000));
        assert_eq!(minor("2026-01-01"), Some(0));
        assert_eq!(arr_on(&[], day("2026-01-01")), None);
        assert_eq!(arr_on(&entries[2..3], day("2026-01-01")), None, "one-time makes no ARR");
    }

    #[test]
    fn a_churn_ahead_that_takes_the_last_of_it_is_the_end() {
        let mut entries = vec![
            entry("2024-01-01", RevenueKind::Opening, 100, "EUR"),
            entry("2026-12-31", RevenueKind::Churn, -60, "EUR"),
        ];
        let today = day("2026-11-22");
        assert_eq!(ends_on(&entries, today), None, "some of it goes on");
        entries.push(entry("2027-01-31", RevenueKind::Churn, -40, "EUR"));
        entries.push(entry("2027-02-28", RevenueKind::OneTime, 5, "EUR"));
        assert_eq!(ends_on(&entries, today), Some(day("2027-01-31")));
        assert_eq!(ends_on(&entries, day("2027-01-31")), None, "the day has come");
        entries.push(entry("2027-03-31", RevenueKind::Reactivation, 40, "EUR"));
        assert_eq!(ends_on(&entries, today), None);
        assert_eq!(ends_on(&[], today), None);
    }

    #[test]
    fn two_currencies_do_not_add_but_one_may_follow_the_other() {
        let mut entries = vec![
            entry("2024-01-01", RevenueKind::Opening, 500, "EUR"),
            entry("2025-01-01", RevenueKind::New, 700, "USD"),
        ];
        assert_eq!(arr_on(&entries, day("2025-06-01")), None);
        entries.push(entry("2025-01-01", RevenueKind::Churn, -500, "EUR"));
        let arr = arr_on(&entries, day("2025-06-01")).expect("one is left");
        assert_eq!((arr.minor, arr.currency.code()), (700, "USD"));
    }

    #[test]
    fn base_currency_needs_a_rate_and_minds_the_minor_units() {
        let yen = Currency::from_code("JPY").expect("a code");
        let exchange = Exchange { base: Currency::EUR, rates: vec![(yen, 0.006)] };
        let money = |minor, currency| Some(Money { minor, currency });
        assert_eq!(in_base(money(5, Currency::EUR), &exchange), money(5, Currency::EUR));
        // ¥1,000,000 × 0.006 = €6,000.00
        assert_eq!(in_base(money(1_000_000, yen), &exchange), money(600_000, Currency::EUR));
        let krona = Currency::from_code("SEK").expect("a code");
        assert_eq!(in_base(money(5, krona), &exchange), None);
        assert_eq!(in_base(None, &exchange), None);
    }

    #[test]
    fn growth_leaves_price_moves_out() {
        let entries = [
            entry("2024-01-01", RevenueKind::Opening, 100_000, "EUR"),
            entry("2026-02-01", RevenueKind::Price, 5_000, "EUR"),
            entry("2026-03-01", RevenueKind::Expansion, 10_000, "EUR"),
        ];
        let found = growth(&entries, day("2025-11-22"), day("2026-11-22")).expect("growth");
        assert_eq!((found.then.minor, found.now.minor), (100_000, 110_000));
        assert!((found.share - 0.1).abs() < 1e-12);
        assert_eq!(growth(&entries, day("2023-12-31"), day("2026-11-22")), None);
    }

    #[test]
    fn growth_of_what_churned_is_minus_one() {
        let entries = [
            entry("2024-01-01", RevenueKind::Opening, 100_000, "EUR"),
            entry("2026-02-01", RevenueKind::Price, 5_000, "EUR"),
            entry("2026-03-01", RevenueKind::Churn, -105_000, "EUR"),
        ];
        let found = growth(&entries, day("2025-11-22"), day("2026-11-22")).expect("growth");
        assert!((found.share + 1.0).abs() < 1e-12);
        assert_eq!(growth(&entries, day("2026-04-01"), day("2026-11-22")), None, "from nothing");
    }
}
