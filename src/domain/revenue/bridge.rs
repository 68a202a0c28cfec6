//! From the ARR of one day to that of another: what came to it and what it lost on the way, each
//! part with its entries.

use super::{Revenue, RevenueKind, in_base};
use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Exchange;
use chrono::NaiveDate;

/// What moved ARR between the two days, in the order in which it is drawn.
const PARTS: [RevenueKind; 6] = [
    RevenueKind::Opening,
    RevenueKind::New,
    RevenueKind::Reactivation,
    RevenueKind::Expansion,
    RevenueKind::Contraction,
    RevenueKind::Churn,
];

/// All entries of one kind between the two days.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Part {
    /// Never a price move: a dearer price is of the expansion, a cheaper one of the contraction.
    pub kind: RevenueKind,
    /// Minor units, signed.
    pub amount: i64,
    /// Of the amount, what price moves made.
    pub price: i64,
    /// ARR before and after it in the order of the drawing.
    pub from: i64,
    pub to: i64,
    pub entries: Vec<Id>,
}

/// The way from one day's ARR to another's: start + the parts = end.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Bridge {
    /// The start is the end of this day.
    pub from: NaiveDate,
    /// The end is the end of this day.
    pub to: NaiveDate,
    pub currency: Currency,
    /// None: nothing is recorded up to that day.
    pub start: Option<i64>,
    pub parts: Vec<Part>,
    pub end: i64,
}

impl Bridge {
    #[must_use]
    pub const fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.currency }
    }

    /// The most that stands at any point of the way: what a drawing must have room for.
    #[must_use]
    pub fn highest(&self) -> i64 {
        let parts = self.parts.iter().map(|part| part.from.max(part.to));
        parts.chain(self.start).chain([self.end]).max().unwrap_or(self.end)
    }
}

/// The bridge between two days; in the entries' own currency, or in the base currency where they
/// are in several. None before the first entry, and where a currency has no rate.
#[must_use]
pub fn bridge(
    entries: &[Revenue],
    from: NaiveDate,
    to: NaiveDate,
    exchange: &Exchange,
) -> Option<Bridge> {
    let lasting: Vec<&Revenue> = entries
        .iter()
        .filter(|one| one.kind != RevenueKind::OneTime && one.on_date <= to)
        .collect();
    let first = lasting.first()?.currency;
    let one = lasting.iter().all(|one| one.currency == first);
    let currency = if one { first } else { exchange.base };
    let amount = |entry: &Revenue| {
        let money = Money { minor: entry.amount, currency: entry.currency };
        if one { Some(money.minor) } else { Some(in_base(Some(money), exchange)?.minor) }
    };
    let amounts: Option<Vec<(&Revenue, i64)>> =
        lasting.iter().map(|entry| Some((*entry, amount(entry)?))).collect();
    let amounts = amounts?;
    let before = || amounts.iter().filter(|(entry, _)| entry.on_date <= from);
    let sum = before().fold(0_i64, |sum, (_, minor)| sum.saturating_add(*minor));
    let start = before().next().is_some().then_some(sum);
    let mut stands = sum;
    let mut parts = Vec::new();
    for kind in PARTS {
        let of =
            |(entry, minor): &&(&Revenue, i64)| entry.on_date > from && of(entry, *minor) == kind;
        let found: Vec<&(&Revenue, i64)> = amounts.iter().filter(of).collect();
        if found.is_empty() {
            continue;
        }
        let add = |sum: i64, (_, minor): &&(&Revenue, i64)| sum.saturating_add(*minor);
        let price = found.iter().filter(|(entry, _)| entry.kind == RevenueKind::Price);
        let (price, amount) = (price.fold(0, &add), found.iter().fold(0, add));
        let after = stands.saturating_add(amount);
        let mut ids: Vec<(NaiveDate, Id)> =
            found.iter().map(|(entry, _)| (entry.on_date, entry.id)).collect();
        ids.sort_unstable_by(|a, b| b.cmp(a));
        let entries = ids.into_iter().map(|(_, id)| id).collect();
        parts.push(Part { kind, amount, price, from: stands, to: after, entries });
        stands = after;
    }
    Some(Bridge { from, to, currency, start, parts, end: stands })
}

/// The part that an entry belongs to.
const fn of(entry: &Revenue, minor: i64) -> RevenueKind {
    match entry.kind {
        RevenueKind::Price if minor < 0 => RevenueKind::Contraction,
        RevenueKind::Price => RevenueKind::Expansion,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: i64, on_date: &str, kind: RevenueKind, amount: i64, code: &str) -> Revenue {
        Revenue {
            id: Id(id),
            account_id: Id(1),
            on_date: on_date.parse().expect("a day"),
            kind,
            amount,
            currency: Currency::from_code(code).expect("a code"),
            note: None,
        }
    }

    fn over_the_year(entries: &[Revenue], exchange: &Exchange) -> Option<Bridge> {
        let on = |text: &str| text.parse::<NaiveDate>().expect("a day");
        bridge(entries, on("2025-11-22"), on("2026-11-22"), exchange)
    }

    #[test]
    fn start_and_parts_make_the_end() {
        use RevenueKind::{Churn, Contraction, Expansion, OneTime, Opening, Price};
        let entries = [
            entry(1, "2024-01-01", Opening, 900, "EUR"),
            entry(2, "2025-11-22", Expansion, 20, "EUR"),
            entry(3, "2025-11-23", Expansion, 40, "EUR"),
            entry(4, "2026-01-01", Price, 10, "EUR"),
            entry(5, "2026-02-01", OneTime, 500, "EUR"),
            entry(6, "2026-03-01", Contraction, -60, "EUR"),
            entry(7, "2026-04-01", Price, -5, "EUR"),
            entry(8, "2026-11-22", Expansion, 30, "EUR"),
            entry(9, "2026-12-31", Churn, -935, "EUR"),
        ];
        let found = over_the_year(&entries, &Exchange::default()).expect("a bridge");
        assert_eq!((found.start, found.end, found.highest()), (Some(920), 935, 1000));
        let parts: Vec<(RevenueKind, i64, i64, i64, i64, Vec<i64>)> = found
            .parts
            .iter()
            .map(|part| {
                let ids = part.entries.iter().map(|id| id.0).collect();
                (part.kind, part.amount, part.price, part.from, part.to, ids)
            })
            .collect();
        assert_eq!(
            parts,
            [
                (Expansion, 80, 10, 920, 1000, vec![8, 4, 3]),
                (Contraction, -65, -5, 1000, 935, vec![7, 6]),
            ]
        );
    }

    #[test]
    fn nothing_recorded_before_is_not_nought() {
        let entries = [entry(1, "2026-01-01", RevenueKind::Opening, 900, "EUR")];
        let found = over_the_year(&entries, &Exchange::default()).expect("a bridge");
        assert_eq!((found.start, found.end, found.parts.len()), (None, 900, 1));
        assert_eq!(over_the_year(&[], &Exchange::default()), None);
        let ahead = [entry(1, "2026-12-01", RevenueKind::Opening, 900, "EUR")];
        assert_eq!(over_the_year(&ahead, &Exchange::default()), None);
    }

    #[test]
    fn several_currencies_meet_in_the_base_or_not_at_all() {
        let entries = [
            entry(1, "2025-01-01", RevenueKind::Opening, 1_000, "EUR"),
            entry(2, "2026-01-01", RevenueKind::New, 500, "USD"),
        ];
        assert_eq!(over_the_year(&entries, &Exchange::default()), None);
        let dollar = Currency::from_code("USD").expect("a code");
        let rated = Exchange { base: Currency::EUR, rates: vec![(dollar, 0.9)] };
        let found = over_the_year(&entries, &rated).expect("a bridge");
        assert_eq!((found.currency.code(), found.end), ("EUR", 1_450));
        let found = over_the_year(&entries[1..], &Exchange::default()).expect("its own currency");
        assert_eq!((found.currency.code(), found.end), ("USD", 500));
    }
}
