//! The entry that makes an account's ARR another figure.

use super::{Revenue, RevenueKind, arr_on};
use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use chrono::NaiveDate;

/// What the revenue history says of today, and all that another figure is reckoned from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Held {
    /// ARR today; none: unknown, or of two currencies.
    pub now: Option<Money>,
    /// There are entries that change ARR.
    pub begun: bool,
    /// The opening, where it is the only such entry: without it nothing is known.
    pub opening: Option<Id>,
}

/// Why no entry can make it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmoved {
    /// An ARR is not less than nothing.
    Negative,
    /// Its revenue begins later, or two currencies stand side by side.
    Unclear,
    /// What it pays is in this currency, and there is some of it.
    Currency(Currency),
}

impl Held {
    /// What these entries of one account say.
    #[must_use]
    pub fn of(entries: &[Revenue], today: NaiveDate) -> Self {
        let mut lasting = entries.iter().filter(|entry| entry.kind != RevenueKind::OneTime);
        let (first, second) = (lasting.next(), lasting.next());
        let only = first.filter(|first| second.is_none() && first.kind == RevenueKind::Opening);
        Self {
            now: arr_on(entries, today),
            begun: first.is_some(),
            opening: only.map(|only| only.id),
        }
    }

    /// What a figure without a currency is in: that of the figure of today, else this one.
    #[must_use]
    pub fn currency(&self, unless: Currency) -> Currency {
        self.now.filter(|now| now.minor != 0).map_or(unless, |now| now.currency)
    }

    /// The entry that makes the ARR this figure; none where it is that already. An opening is
    /// dated to the day since when it is a customer, where that is known; every other change is
    /// dated today.
    ///
    /// # Errors
    /// There can be no such entry.
    pub fn moved_to(
        &self,
        wanted: Money,
        account_id: Id,
        customer_since: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Option<Revenue>, Unmoved> {
        if wanted.minor < 0 {
            return Err(Unmoved::Negative);
        }
        let entry = |kind, on_date, amount| Revenue {
            id: Id(0),
            account_id,
            on_date,
            kind,
            amount,
            currency: wanted.currency,
            note: None,
        };
        let Some(now) = self.now else {
            if self.begun {
                return Err(Unmoved::Unclear);
            }
            let since = customer_since.filter(|since| *since <= today).unwrap_or(today);
            return Ok(Some(entry(RevenueKind::Opening, since, wanted.minor)));
        };
        if wanted.currency != now.currency && now.minor != 0 {
            return Err(Unmoved::Currency(now.currency));
        }
        let difference = wanted.minor.saturating_sub(now.minor);
        let kind = match (now.minor, wanted.minor) {
            _ if difference == 0 => return Ok(None),
            (..=0, _) => RevenueKind::Reactivation,
            (_, 0) => RevenueKind::Churn,
            _ if difference > 0 => RevenueKind::Expansion,
            _ => RevenueKind::Contraction,
        };
        Ok(Some(entry(kind, today, difference)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn entry(id: i64, kind: RevenueKind, amount: i64, code: &str) -> Revenue {
        Revenue {
            id: Id(id),
            account_id: Id(1),
            on_date: day("2025-01-01"),
            kind,
            amount,
            currency: Currency::from_code(code).expect("a code"),
            note: None,
        }
    }

    #[test]
    fn another_figure_is_one_entry_of_its_kind() {
        use RevenueKind::{Churn, Contraction, Expansion, New, OneTime, Opening, Reactivation};
        let today = day("2026-11-22");
        let opening = entry(1, Opening, 500, "EUR");
        let dollars = entry(2, New, 100, "USD");
        let once = entry(3, OneTime, 77, "EUR");
        let gone = entry(4, Churn, -500, "EUR");
        let both = vec![opening.clone(), dollars];
        let over = vec![opening.clone(), gone];
        let begun = vec![opening.clone(), once.clone()];
        let euros = |minor| Money { minor, currency: Currency::EUR };
        for (held, wanted, kind, amount) in [
            (&vec![], 500, Opening, 500),
            (&vec![once.clone()], 500, Opening, 500),
            (&begun, 700, Expansion, 200),
            (&begun, 200, Contraction, -300),
            (&begun, 0, Churn, -500),
            (&over, 80, Reactivation, 80),
        ] {
            let moved = Held::of(held, today).moved_to(euros(wanted), Id(1), None, today);
            let moved = moved.expect("possible").expect("a move");
            assert_eq!((moved.kind, moved.amount, moved.on_date), (kind, amount, today));
        }
        let to =
            |held: &[Revenue], wanted| Held::of(held, today).moved_to(wanted, Id(1), None, today);
        assert_eq!(to(&begun, euros(500)), Ok(None));
        assert_eq!(to(&begun, euros(-1)), Err(Unmoved::Negative));
        assert_eq!(to(&both, euros(1)), Err(Unmoved::Unclear));
        let dollar = Money { minor: 9, currency: both[1].currency };
        assert_eq!(to(&begun, dollar), Err(Unmoved::Currency(Currency::EUR)));
        assert!(matches!(to(&over, dollar), Ok(Some(_))), "nothing is left of the euros");
    }

    #[test]
    fn an_opening_begins_when_they_became_a_customer() {
        let today = day("2026-11-22");
        let opens = |since: &str| {
            let wanted = Money { minor: 5, currency: Currency::EUR };
            let moved = Held::default().moved_to(wanted, Id(1), since.parse().ok(), today);
            moved.expect("possible").expect("an opening").on_date
        };
        assert_eq!(opens("2021-04-01"), day("2021-04-01"));
        assert_eq!(opens("2027-01-01"), today, "no day ahead");
        assert_eq!(opens(""), today);
    }

    #[test]
    fn the_only_opening_can_be_told() {
        let today = day("2026-11-22");
        let opening = entry(1, RevenueKind::Opening, 500, "EUR");
        let once = entry(3, RevenueKind::OneTime, 77, "EUR");
        let more = entry(4, RevenueKind::Expansion, 7, "EUR");
        let of = |entries: &[Revenue]| Held::of(entries, today).opening;
        assert_eq!(of(&[opening.clone(), once]), Some(Id(1)));
        assert_eq!(of(&[opening, more.clone()]), None);
        assert_eq!(of(&[more]), None);
    }
}
