//! How ARR moved in a year without price: growing, standing still and for how many years, or
//! shrinking. Source: the Loyalty Ladder article (silent stagnation).

use crate::domain::day::shift;
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::revenue::{Growth, Revenue, growth};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{percent, whole};
use crate::domain::signal::facts::TINY;
use crate::domain::signal::sentence::count;
use crate::domain::word::words;
use chrono::NaiveDate;

const YEAR_DAYS: i64 = 365;
/// Beyond these the history adds nothing to the sentence.
pub const YEARS_TOLD: i64 = 10;

words! {
    Moves { Unknown = "unknown", Grows = "grows", Flat = "flat", Shrinks = "shrinks", }
}

/// ARR now against a year ago.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Movement {
    pub then: Option<Money>,
    /// Without the price moves of the year.
    pub now: Option<Money>,
    /// 0.1 for a tenth more; none: not paid a year ago, or in another currency.
    pub share: Option<f64>,
    pub moves: Moves,
    /// Whole years back of which every one ends where it is now, at most [`YEARS_TOLD`].
    pub flat_years: i64,
    /// Flat and not at risk: nobody would notice.
    pub stagnant: bool,
    pub says: String,
}

/// The move against so many years ago; none where nothing was paid then.
#[must_use]
pub fn over_years(entries: &[Revenue], years: i64, today: NaiveDate) -> Option<Growth> {
    growth(entries, shift(today, -years.saturating_mul(YEAR_DAYS)), today)
}

/// What a share of growth is called.
#[must_use]
pub fn called(share: f64, rules: &Rules) -> Moves {
    let still = rules.share(Limit::StillWithin);
    if share < -still - TINY {
        Moves::Shrinks
    } else if share <= still + TINY {
        Moves::Flat
    } else {
        Moves::Grows
    }
}

/// For how many years ARR has stood still: the figure of each of so many years ago, one after the
/// other, is that of today.
#[must_use]
pub fn flat_years(entries: &[Revenue], rules: &Rules, today: NaiveDate) -> i64 {
    let flat = |years: &i64| {
        over_years(entries, *years, today)
            .is_some_and(|one| called(one.share, rules) == Moves::Flat)
    };
    (1..=YEARS_TOLD).take_while(flat).fold(0, |_, years| years)
}

/// `a year`, `3 years`, `10 years or more`.
#[must_use]
pub fn span(years: i64) -> String {
    match years {
        1 => "a year".to_owned(),
        YEARS_TOLD => format!("{YEARS_TOLD} years or more"),
        _ => count(usize::try_from(years).unwrap_or_default(), "year"),
    }
}

/// How ARR moved; at risk nothing is called silent.
#[must_use]
pub fn movement(records: &Records, at_risk: bool, rules: &Rules, today: NaiveDate) -> Movement {
    let year = over_years(&records.revenue, 1, today);
    let moves = year.map_or(Moves::Unknown, |year| called(year.share, rules));
    let flat_years = flat_years(&records.revenue, rules, today);
    Movement {
        then: year.map(|year| year.then),
        now: year.map(|year| year.now),
        share: year.map(|year| year.share),
        moves,
        flat_years,
        stagnant: moves == Moves::Flat && !at_risk,
        says: says(year, moves, flat_years),
    }
}

fn says(year: Option<Growth>, moves: Moves, years: i64) -> String {
    let Some(year) = year else {
        return "Unknown: no ARR is recorded for a year ago.".to_owned();
    };
    let (then, now) = (year.then.signed_short(), year.now.signed_short());
    let size = percent(year.share.abs());
    match moves {
        Moves::Flat => {
            format!("Flat for {}: {then} → {now}, price moves left out.", span(years))
        }
        Moves::Shrinks => format!("Shrinks: {then} → {now} in a year (−{size})."),
        _ => format!("Grows: {then} → {now} in a year (+{size})."),
    }
}

/// `Shrinking: €100k → €98k in a year (−2 %).`
#[must_use]
pub fn shrinking_says(year: &Growth) -> String {
    let (then, now) = (year.then.signed_short(), year.now.signed_short());
    format!("Shrinking: {then} → {now} in a year ({} %).", whole(year.share * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::cell::Id;
    use crate::domain::money::Currency;
    use crate::domain::revenue::RevenueKind::{self, Contraction, Expansion, Opening, Price};
    use crate::domain::signal::trial::{ago, today};

    fn book(entries: &[(u64, RevenueKind, i64)]) -> Records {
        let mut records = Records::bare(Account::named("Contoso", ago(4_000)));
        let entry = |(days, kind, euros): &(u64, RevenueKind, i64)| Revenue {
            id: Id(1),
            account_id: Id(1),
            on_date: ago(*days),
            kind: *kind,
            amount: euros * 100,
            currency: Currency::EUR,
            note: None,
        };
        records.revenue = entries.iter().map(entry).collect();
        records
    }

    fn moved(entries: &[(u64, RevenueKind, i64)], at_risk: bool) -> (Moves, i64, bool, String) {
        let found = movement(&book(entries), at_risk, &Rules::default(), today());
        (found.moves, found.flat_years, found.stagnant, found.says)
    }

    #[test]
    fn within_two_percent_is_flat_for_so_many_years() {
        let three = [(1_095, Opening, 100_000), (700, Expansion, 2_000), (10, Price, 9_000)];
        assert_eq!(
            moved(&three, false),
            (Moves::Flat, 3, true, "Flat for 3 years: €102k → €102k, price moves left out.".into())
        );
        // Three years ago there were 97k: that is no longer where it is now.
        let two = [(1_095, Opening, 97_000), (800, Expansion, 3_000), (300, Expansion, 2_000)];
        let (moves, years, ..) = moved(&two, false);
        assert_eq!((moves, years), (Moves::Flat, 2));
        assert!(!moved(&three, true).2, "at risk nobody calls it silent");
        assert_eq!(moved(&[(3_650, Opening, 1)], false).1, 10);
        assert_eq!(span(10), "10 years or more");
    }

    #[test]
    fn beyond_two_percent_it_grows_or_shrinks() {
        let grows = [(400, Opening, 100_000), (9, Expansion, 2_001)];
        let (moves, years, stagnant, says) = moved(&grows, false);
        assert_eq!((moves, years, stagnant), (Moves::Grows, 0, false));
        assert_eq!(says, "Grows: €100k → €102k in a year (+2 %).");
        let shrinks = [(400, Opening, 100_000), (9, Contraction, -25_000)];
        assert_eq!(moved(&shrinks, false).3, "Shrinks: €100k → €75k in a year (−25 %).");
    }

    #[test]
    fn unknown_before_it_was_paid_for_a_year() {
        for entries in [&[][..], &[(364, Opening, 100_000)], &[(900, Opening, 0)]] {
            let (moves, years, stagnant, _) = moved(entries, false);
            assert_eq!((moves, years, stagnant), (Moves::Unknown, 0, false));
        }
        assert_eq!(moved(&[(365, Opening, 100_000)], false).0, Moves::Flat);
    }
}
