//! What became of the ARR in the week, and of the retention of the year.

use super::told::{Sentence, Told, line};
use crate::domain::day::{signed, weekday};
use crate::domain::money::Money;
use crate::domain::retention::{Kept, Moved, Retention};
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::count;
use chrono::NaiveDate;

/// `€12.4M, +60k in the week: Contoso +80k, Litware −20k (lost).`
pub(super) fn arr(week: &Retention, eve: NaiveDate) -> Sentence {
    let money = |minor: i64| Money { minor, currency: week.currency };
    let (start, end) = (before(week), week.total.end);
    let mut moved: Vec<&Moved> = week.accounts.iter().filter(|one| one.start != one.end).collect();
    moved.sort_by_key(|one| std::cmp::Reverse((one.end - one.start).abs()));
    let told: Vec<String> = moved.iter().map(|one| part(one, money(one.end - one.start))).collect();
    let now = money(end).signed_short();
    let text = if week.accounts.is_empty() {
        "No ARR is on record.".to_owned()
    } else if moved.is_empty() {
        format!("{now}, nothing moved.")
    } else {
        line(&format!("{now}, {} in the week: ", money(end - start).moved()), &told)
    };
    let mut sentence = Sentence::new(("ARR", "ARR in the week"), "arr", text).alarm(end < start);
    let total = &week.total;
    let parts = [
        ("new", total.new),
        ("reactivated", total.reactivated),
        ("opening", total.opening),
        ("expansion", total.expansion),
        ("contraction", -total.contraction),
        ("churn", -total.churn),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, minor)| *minor != 0)
        .map(|(what, minor)| format!("{what} {}", money(minor).moved()))
        .collect();
    let parts = if parts.is_empty() { "nothing moved".to_owned() } else { parts.join(", ") };
    let on = weekday(eve, week.to);
    let (from, to) = (money(start).signed_short(), money(end).signed_short());
    sentence = sentence.say(format!("{from} at the end of {on}; {parts}; {to} today."));
    for one in &week.left_out {
        let codes = one.currencies.join(", ");
        let codes = if codes.is_empty() { codes } else { format!(" for {codes}") };
        sentence = sentence.say(format!("Left out: {}, {}{codes}.", one.name, one.why));
    }
    let still = week.accounts.iter().filter(|one| one.start == one.end);
    let moved = moved.into_iter().map(|one| {
        let (start, end) = (money(one.start).short(), money(one.end).short());
        whose(one, format!("{start} → {end}"))
    });
    sentence.on(moved).on(still.map(|one| whose(one, money(one.end).short())))
}

fn whose(one: &Moved, text: String) -> Told {
    Told { account: Some(one.account), name: one.name.clone(), text, ..Told::default() }
}

/// ARR at the end of the day before the period, of all that had any.
fn before(over: &Retention) -> i64 {
    over.accounts.iter().fold(0_i64, |sum, one| sum.saturating_add(one.start))
}

/// `Contoso +80k`, `Litware −20k (lost)`.
fn part(one: &Moved, by: Money) -> String {
    let how = match one.verdict {
        Kept::Lost => " (lost)",
        Kept::Came if one.new > 0 => " (new)",
        Kept::Came if one.reactivated > 0 => " (back)",
        Kept::Came => " (opening)",
        Kept::Grown | Kept::Same | Kept::Shrunk => "",
    };
    format!("{} {}{how}", one.name, by.moved())
}

/// Net and gross retention of the year to today, against those of the year to a week ago; none
/// where nobody paid a year ago. `few` accounts are told beside the percentage.
pub(super) fn kept([now, then]: &[Retention; 2], few: usize) -> Option<Sentence> {
    let (net, gross) = now.total.nrr.zip(now.total.grr)?;
    let total = &now.total;
    let among = if total.accounts < few {
        format!(" (of {})", count(total.accounts, "account"))
    } else {
        String::new()
    };
    let net_moved = points(net, then.total.nrr);
    let gross_moved = points(gross, then.total.grr);
    let text = format!(
        "Net retention of 365 days {}{among}{}, gross {}{}.",
        percent(net),
        told(net_moved),
        percent(gross),
        told(gross_moved)
    );
    let money = |minor: i64| Money { minor, currency: now.currency }.signed_short();
    let before = then.total.nrr.map_or_else(
        || "Of the year to a week ago there is no figure.".to_owned(),
        |before| {
            let (kept, start) = (money(then.total.kept), money(then.total.start));
            format!("Of the year to a week ago: {kept} ÷ {start} = {}.", percent(before))
        },
    );
    let other = |one: &&Moved| one.start > 0 && one.kept != one.start;
    Some(
        Sentence::new(("retention", "retention of 365 days"), "retention", text)
            .alarm(net_moved.is_some_and(|by| by < 0) || gross_moved.is_some_and(|by| by < 0))
            .say(format!(
                "{} paid {} a year ago and pay {} today: {} ÷ {} = {}.",
                count(total.accounts, "account"),
                money(total.start),
                money(total.kept),
                money(total.kept),
                money(total.start),
                percent(net)
            ))
            .say(format!(
                "Without what grew, {}: {} ÷ {} = {}.",
                money(total.expansion),
                money(total.kept.saturating_sub(total.expansion)),
                money(total.start),
                percent(gross)
            ))
            .say(before)
            .on(now.accounts.iter().filter(other).map(|one| {
                let (start, kept) = (money(one.start), money(one.kept));
                whose(one, format!("{}, {start} → {kept}", one.verdict))
            })),
    )
}

/// Points between two printed percentages.
fn points(now: f64, then: Option<f64>) -> Option<i64> {
    let printed = |share: f64| (share * 100.0).round() as i64;
    Some(printed(now) - printed(then?))
}

/// ` (−1 in the week)`, nothing where it did not move or had nothing to move from.
fn told(points: Option<i64>) -> String {
    match points {
        None | Some(0) => String::new(),
        Some(by) => format!(" ({} in the week)", signed(by)),
    }
}
