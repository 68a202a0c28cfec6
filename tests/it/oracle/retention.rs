//! Net and gross retention, logos, churn, and the bridge from start to end.

use super::fact::{Fact, WORTH, ahead, book, rules};
use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use trellis::domain::account::{Status, Tier};
use trellis::domain::records::Records;
use trellis::domain::retention::{Ledger, Line, retention};
use trellis::domain::revenue::RevenueKind;

/// The sums of some accounts, as they are defined.
#[derive(Debug, Default)]
struct Sums {
    cohort: i64,
    still: i64,
    start: i64,
    end: i64,
    kept: i64,
    gross: i64,
    expansion: i64,
    price: i64,
    contraction: i64,
    churn: i64,
    new: i64,
    reactivated: i64,
    opening: i64,
}

/// What an account is worth to the sums on a day: who is lost pays nothing from that day on.
fn worth(fact: &Fact, day: NaiveDate) -> Result<i64, ()> {
    let arr = fact.arr(day)?.unwrap_or(0);
    Ok(if fact.status == Status::Lost && fact.lost_on <= day { 0 } else { arr })
}

/// Adds one account; an error: it is left out.
fn add(sums: &mut Sums, fact: &Fact, from: NaiveDate, to: NaiveDate) -> Result<(), ()> {
    let eve = from - Duration::days(1);
    let start = worth(fact, eve)?;
    let end = worth(fact, to)?;
    if start == 0 && end == 0 {
        return Ok(());
    }
    if fact.archived && fact.status != Status::Lost {
        return Err(());
    }
    let inside = |kind: RevenueKind| {
        let mut sum = 0;
        for entry in &fact.entries {
            if entry.kind == kind && entry.on >= from && entry.on <= to {
                sum += entry.amount * WORTH[entry.currency].unwrap_or(0);
            }
        }
        sum
    };
    sums.end += end;
    if start == 0 {
        // It came in by its first entry that says how and has a rate, else it is back, else new.
        let mut first = None;
        for entry in &fact.entries {
            use RevenueKind::{New, Opening, Reactivation};
            let says = matches!(entry.kind, New | Opening | Reactivation)
                && WORTH[entry.currency].is_some();
            if says && entry.on >= from && entry.on <= to && first.is_none() {
                first = Some(entry.kind);
            }
        }
        let paid = fact
            .entries
            .iter()
            .any(|entry| entry.on <= eve && entry.amount > 0 && entry.kind != RevenueKind::OneTime);
        match first {
            Some(RevenueKind::Opening) => sums.opening += end,
            Some(RevenueKind::Reactivation) => sums.reactivated += end,
            None if paid => sums.reactivated += end,
            _ => sums.new += end,
        }
        return Ok(());
    }
    // Of what is there at the end, what came in stands on lines of its own.
    let mut kept = end;
    for (kind, line) in [
        (RevenueKind::Reactivation, &mut sums.reactivated),
        (RevenueKind::New, &mut sums.new),
        (RevenueKind::Opening, &mut sums.opening),
    ] {
        let came = inside(kind).min(kept);
        *line += came;
        kept -= came;
    }
    sums.cohort += 1;
    sums.start += start;
    sums.kept += kept;
    sums.gross += kept.min(start);
    if kept > 0 {
        sums.still += 1;
    }
    if kept > start {
        sums.expansion += kept - start;
        sums.price += inside(RevenueKind::Price).max(0).min(kept - start);
    } else if kept > 0 {
        sums.contraction += start - kept;
    } else {
        sums.churn += start;
    }
    Ok(())
}

fn over(part: i64, whole: i64) -> Option<f64> {
    if whole == 0 { None } else { Some(part as f64 / whole as f64) }
}

fn near(found: Option<f64>, wanted: Option<f64>) -> bool {
    match (found, wanted) {
        (Some(found), Some(wanted)) => (found - wanted).abs() < 1e-9 * wanted.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}

fn agrees(line: &Line, sums: &Sums, year: bool, margin: f64) -> Result<(), TestCaseError> {
    let cohort = i64::try_from(line.accounts).expect("few");
    prop_assert_eq!(cohort, sums.cohort);
    prop_assert_eq!(cohort - i64::try_from(line.lost).expect("few"), sums.still);
    for (what, found, wanted) in [
        ("start", line.start, sums.start),
        ("end", line.end, sums.end),
        ("kept", line.kept, sums.kept),
        ("expansion", line.expansion, sums.expansion),
        ("price", line.price, sums.price),
        ("contraction", line.contraction, sums.contraction),
        ("churn", line.churn, sums.churn),
        ("new", line.new, sums.new),
        ("reactivated", line.reactivated, sums.reactivated),
        ("opening", line.opening, sums.opening),
    ] {
        prop_assert_eq!(found, wanted, "{}", what);
    }
    let lost = sums.churn + sums.contraction;
    let churn = over(lost, sums.start);
    for (what, found, wanted) in [
        ("NRR", line.nrr, over(sums.kept, sums.start)),
        ("GRR", line.grr, over(sums.gross, sums.start)),
        ("logos", line.logo_retention, over(sums.still, sums.cohort)),
        ("revenue churn", line.revenue_churn, churn),
        ("expansion MRR", Some(line.expansion_mrr), Some(sums.expansion as f64 / 12.0)),
    ] {
        prop_assert!(near(found, wanted), "{what}: {found:?} against {wanted:?}");
    }
    let value = over(sums.start, sums.cohort)
        .zip(churn.filter(|churn| *churn > 0.0))
        .filter(|_| year)
        .map(|(mean, churn)| mean * margin / churn);
    prop_assert!(near(line.lifetime_value, value), "{:?} {value:?}", line.lifetime_value);
    let came = sums.new + sums.reactivated + sums.opening;
    let bridge = sums.start + came + sums.expansion - sums.contraction - sums.churn;
    prop_assert_eq!(sums.end, bridge, "the definitions themselves hold together");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_line_of_any_period_is_what_its_definition_says(
        facts in book(14),
        back in 0_i64..500,
        days in prop_oneof![Just(1_i64), Just(364), Just(365), Just(366), 1_i64..800],
    ) {
        let to = ahead(-back);
        let from = to - Duration::days(days - 1);
        let (rules, margin) = (rules(), 0.7);
        let records: Vec<Records> = facts.iter().map(Fact::records).collect();
        let ledgers = records
            .iter()
            .map(|one| Ledger { account: &one.account, entries: &one.revenue });
        let found = retention(ledgers, from, to, &rules.exchange, Some(margin));
        let tiers: Vec<Option<Tier>> =
            Tier::ALL.iter().copied().map(Some).chain([None]).collect();
        let mut total = Sums::default();
        let mut left_out = Vec::new();
        for tier in tiers {
            let mut sums = Sums::default();
            let theirs = facts.iter().filter(|one| one.tier == tier);
            for fact in theirs.filter(|one| one.status != Status::Prospect) {
                let out = add(&mut sums, fact, from, to).and(add(&mut total, fact, from, to));
                left_out.extend(out.is_err().then_some(fact.id));
            }
            if let Some(line) = found.tiers.iter().find(|one| one.tier == tier) {
                agrees(&line.line, &sums, days == 365, margin)?;
            } else {
                prop_assert_eq!((sums.start, sums.end), (0, 0));
            }
        }
        agrees(&found.total, &total, days == 365, margin)?;
        let mut named: Vec<i64> = found.left_out.iter().map(|one| one.account.0).collect();
        named.sort_unstable();
        left_out.sort_unstable();
        prop_assert_eq!(named, left_out, "who is in no sum is named");
    }
}

#[test]
fn nothing_at_the_start_is_no_retention() {
    let found = retention(Vec::new(), ahead(-364), ahead(0), &rules().exchange, Some(0.7));
    let line = &found.total;
    let none = [line.nrr, line.grr, line.logo_retention, line.revenue_churn, line.lifetime_value];
    assert_eq!(none, [None; 5]);
}
