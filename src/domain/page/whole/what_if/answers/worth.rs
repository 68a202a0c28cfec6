//! The figures that money makes: retention, the ARR of a year ahead, concentration, key accounts.

use super::{Bad, NAMED, Row, counted, left_out, money, shared};
use crate::domain::cell::Id;
use crate::domain::metrics::spread::Concentration;
use crate::domain::money::Money;
use crate::domain::page::whole::what_if::money::{short, signed};
use crate::domain::page::{Entry, Ground, Proof};
use crate::domain::retention::{Kept, Moved};
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::percent;
use crate::domain::standing::Standing;
use crate::domain::what_if::{Answer, Counted, Real, Trial};

/// Under so many accounts their count stands beside a percentage.
fn few(real: &Real) -> usize {
    real.rules.count(Limit::FewAccounts)
}

/// NRR and GRR of the last 365 days.
pub(super) fn kept(real: &Real, trial: &Trial) -> [Row; 2] {
    let (is, then) = (&real.answer.retention.total, &trial.answer.retention.total);
    let of = |name: &str| {
        // So few accounts that a percentage does not speak for itself.
        let few = real.answer.few || then.accounts < few(real);
        if few { format!("{name} of {}", then.accounts) } else { name.to_owned() }
    };
    let print = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
    let ground = |name: &str, topic, (before, after): (Option<f64>, Option<f64>), sum: i64| {
        let title = format!("{name} of the last 365 days: {} → {}", print(before), print(after));
        let ground = Ground::new(title, topic).say(format!(
            "What {} accounts paid 365 days ago: {}. Of it they pay {}{} with what is tried.",
            then.accounts,
            signed(then.start, real),
            signed(sum, real),
            if name == "NRR" { ", growth included," } else { ", growth left out," },
        ));
        left_out_of_retention(ground, trial)
    };
    let proofs = |grows: bool| {
        let mut some: Vec<&Moved> = trial.answer.retention.accounts.iter().collect();
        some.retain(|one| match one.verdict {
            Kept::Lost | Kept::Shrunk => true,
            Kept::Grown => grows,
            Kept::Same | Kept::Came => false,
        });
        some.sort_by_key(|one| (one.kept - one.start, one.name.clone()));
        let told = |one: &Moved| {
            let (start, kept) = (short(one.start, real), short(one.kept, real));
            Proof::account(one.account, format!("{}: {start} → {kept}, {}", one.name, one.verdict))
        };
        some.into_iter().take(NAMED).map(told).collect::<Vec<_>>()
    };
    let gross = then.kept.saturating_sub(then.expansion);
    let nrr = ground("NRR", "nrr", (is.nrr, then.nrr), then.kept).on(proofs(true));
    let grr = ground("GRR", "grr", (is.grr, then.grr), gross).on(proofs(false));
    [
        shared(of("NRR"), (is.nrr, then.nrr), Bad::Less, Entry::figure("nrr", nrr)),
        shared(of("GRR"), (is.grr, then.grr), Bad::Less, Entry::figure("grr", grr)),
    ]
}

fn left_out_of_retention(ground: Ground, trial: &Trial) -> Ground {
    let left_out = &trial.answer.retention.left_out;
    if left_out.is_empty() {
        return ground;
    }
    let told = left_out.iter().map(|one| {
        let codes = one.currencies.join(", ");
        let of = if codes.is_empty() { codes } else { format!(" ({codes})") };
        format!("{}: {}{of}", one.name, one.why)
    });
    ground.say(format!("In no sum: {}.", told.collect::<Vec<_>>().join("; ")))
}

/// Next year's ARR.
pub(super) fn ahead(real: &Real, trial: &Trial) -> Row {
    let (is, then) = (&real.answer.ahead, &trial.answer.ahead);
    let title = format!("In a year: {} → {}", signed(is.then, real), signed(then.then, real));
    let unsaid = then.counted(Counted::Unsaid).count();
    let mut ground = Ground::new(title, "next year").say(format!(
        "{} of ARR today, each contract that ends within 365 days at the chance of my forecast.",
        signed(then.now, real)
    ));
    if unsaid > 0 {
        let sum =
            then.counted(Counted::Unsaid).fold(0_i64, |sum, one| sum.saturating_add(one.then));
        ground = ground.say(format!(
            "{unsaid} ending without a forecast are counted whole: {}.",
            signed(sum, real)
        ));
    }
    if then.expansion > 0 {
        ground = ground.say(format!(
            "Validated and proposed business of {} stands beside it and is not counted.",
            signed(then.expansion, real)
        ));
    }
    ground = left_out(ground, &trial.answer);
    let told = then.accounts.iter().filter(|one| {
        one.now != one.then || !matches!(one.counted, Counted::Running | Counted::NoEnd)
    });
    ground = ground.on(told.take(NAMED).map(|one| {
        let (now, year) = (short(one.now, real), short(one.then, real));
        let chance = one.chance.map_or_else(String::new, |chance| format!(", {}", percent(chance)));
        let text = format!("{}: {now} → {year}, {}{chance}", one.name, one.counted);
        let proof = Proof::account(one.account, text);
        Proof { on_date: one.ends_on, ..proof }
    }));
    money("in a year", (is.then, then.then), real, Entry::figure("in a year", ground))
}

/// A share of the concentration.
type Top = fn(&Concentration) -> Option<f64>;

pub(super) fn shares(is: &Answer, then: &Answer, real: &Real, trial: &Trial) -> Vec<Row> {
    let top: [(&str, Top); 2] = [("largest", |one| one.top_1), ("top 5", |one| one.top_5)];
    let mut largest: Vec<&Standing> =
        trial.judged.standings.iter().filter(|one| one.in_book && one.arr.is_some()).collect();
    largest.sort_by_key(|one| (std::cmp::Reverse(one.arr.map(|arr| arr.minor)), &one.name));
    let (before, after) = (&is.spread.concentration, &then.spread.concentration);
    let rows = top.into_iter().zip([1, 5]);
    rows.map(|((label, of), count)| {
        let name = if after.accounts < few(real) {
            format!("{label} of {}", after.accounts)
        } else {
            label.to_owned()
        };
        let print = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
        let (is, then) = (of(before), of(after));
        let ground = Ground::new(
            format!("The {label} of {}: {} → {}", after.accounts, print(is), print(then)),
            "concentration",
        )
        .say(format!("Their share of the known ARR of {}.", signed(after.arr, real)))
        .say(format!(
            "The largest fifth: {} → {}.",
            print(before.top_fifth),
            print(after.top_fifth)
        ))
        .on(largest.iter().take(count.min(NAMED)).map(|one| {
            let arr = one.arr.map_or_else(String::new, Money::short);
            Proof::account(one.account, format!("{}: {arr}", one.name))
        }));
        shared(name, (is, then), Bad::More, Entry::figure(label, ground))
    })
    .collect()
}

pub(super) fn key(real: &Real, trial: &Trial) -> Row {
    let (is, then) = (&real.answer.key, &trial.answer.key);
    let named = |account: &Id, what: &str| {
        let name = real.judged.of(*account).map_or("", |one| one.name.as_str());
        Proof::account(*account, format!("{name}: {what}"))
    };
    let ground = Ground::new(format!("Key accounts: {} → {}", is.len(), then.len()), "key account")
        .say("The largest accounts that together make four fifths of the ARR.")
        .on(then.iter().filter(|one| !is.contains(one)).map(|one| named(one, "becomes one")))
        .on(is.iter().filter(|one| !then.contains(one)).map(|one| named(one, "no longer one")))
        .on(then.iter().filter(|one| is.contains(one)).take(NAMED).map(|one| named(one, "stays")));
    counted("key accounts", (is.len(), then.len()), Bad::Neither, Entry::figure("key", ground))
}
