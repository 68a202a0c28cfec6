//! All standings make the order of the book: five groups, and inside each who weighs most.

use super::account::Status;
use super::rules::Rules;
use super::rules::limit::Limit;
use super::signal::table::SIGNALS;
use super::signal::{Severity, Signal};
use super::standing::{BookLine, Group, Ranked, Ranking, Standing};
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;
use std::collections::HashMap;

/// Act signals that keep their place in NOW, however full it is.
const NEVER_PUSHED: &[&str] = &["promise-late", "renewal-critical", "outcome-missing"];

/// What a signal weighs in the order (this project's own decision).
#[must_use]
pub const fn worth(severity: Severity, rules: &Rules) -> f64 {
    rules.limit(match severity {
        Severity::Now => Limit::NowWorth,
        Severity::Soon => Limit::SoonWorth,
        Severity::Note => Limit::NoteWorth,
    })
}

/// The order of the book on a day: the accounts in the book in their groups, then prospects, then
/// what is past. Ties go by ARR, name, number.
#[must_use]
pub fn rank(standings: &[Standing], rules: &Rules, today: NaiveDate) -> Ranking {
    let lines = book_lines(standings, rules);
    let shared: Vec<&str> = lines.iter().map(|line| line.code).collect();
    let percentile = Percentile::of(standings);
    let mut rows: Vec<(Ranked, &Standing)> = standings
        .iter()
        .map(|standing| (place(standing, &shared, &percentile, rules, today), standing))
        .collect();
    rows.sort_by(by_weight);
    let now_total = push_out(&mut rows, rules.count(Limit::NowShown));
    // Inside a group the order by weight stays.
    rows.sort_by_key(|(row, _)| (row.group, !row.pushed));
    Ranking { rows: rows.into_iter().map(|(row, _)| row).collect(), lines, now_total }
}

fn by_weight((a, one): &(Ranked, &Standing), (b, two): &(Ranked, &Standing)) -> Ordering {
    let arr = |standing: &Standing| standing.arr.map(|arr| arr.minor);
    b.weight
        .total_cmp(&a.weight)
        .then_with(|| arr(two).cmp(&arr(one)))
        .then_with(|| one.name.cmp(&two.name))
        .then_with(|| one.account.cmp(&two.account))
}

/// Soon and note codes that hold for over a quarter of the book and more than eight accounts.
fn book_lines(standings: &[Standing], rules: &Rules) -> Vec<BookLine> {
    let accounts = standings.iter().filter(|standing| standing.in_book).count();
    let in_book = standings.iter().filter(|standing| standing.in_book);
    let mut held: HashMap<&str, usize> = HashMap::new();
    for signal in in_book.flat_map(|standing| &standing.signals).filter(|one| one.live()) {
        *held.entry(signal.code).or_default() += 1;
    }
    let (over, share) = (rules.count(Limit::BookLineOver), rules.share(Limit::BookLineShare));
    SIGNALS
        .iter()
        .filter(|rule| rule.severity != Severity::Now)
        .filter_map(|rule| Some((rule, *held.get(rule.code)?)))
        .filter(|(_, n)| *n > over && *n as f64 > share * accounts as f64 + 1e-9)
        .map(|(rule, n)| BookLine {
            code: rule.code,
            accounts: n,
            text: format!("{n} of {accounts} accounts: {}", rule.title),
        })
        .collect()
}

/// ARR of the book in order, to tell how much of it lies under a figure.
struct Percentile(Vec<i64>);

impl Percentile {
    fn of(standings: &[Standing]) -> Self {
        let known = standings.iter().filter(|one| one.in_book).filter_map(|one| one.arr);
        let mut sorted: Vec<i64> = known.map(|arr| arr.minor).collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    /// 0 the smallest known ARR, 1 the largest, equal ones share their middle; 0.5 for an unknown
    /// ARR and for one that stands alone.
    fn at(&self, arr: Option<i64>) -> f64 {
        let Some(arr) = arr.filter(|_| self.0.len() > 1) else { return 0.5 };
        let under = self.0.partition_point(|one| *one < arr);
        let equal = self.0.partition_point(|one| *one <= arr) - under;
        (under as f64 + (equal.max(1) - 1) as f64 / 2.0) / (self.0.len() - 1) as f64
    }
}

fn place(
    standing: &Standing,
    shared: &[&str],
    percentile: &Percentile,
    rules: &Rules,
    today: NaiveDate,
) -> Ranked {
    let counted = counted(standing, shared);
    let (strongest, rest) = weigh(&counted, rules);
    let arr_percentile =
        if standing.in_book { percentile.at(standing.arr.map(|arr| arr.minor)) } else { 0.5 };
    let group = group(standing, &counted);
    let why = match group {
        Group::Now | Group::Soon => counted.first().map(|one| one.short.to_owned()),
        Group::TooLittleKnown => Some(unknown_first(standing).to_owned()),
        _ => next_day(standing, today),
    };
    Ranked {
        account: standing.account,
        group,
        pushed: false,
        strongest,
        rest,
        arr_percentile,
        weight: weight(strongest + rest, arr_percentile, rules),
        why: why.unwrap_or_default(),
    }
}

/// The signals that give an account its place: the live ones that are no line of the whole book.
#[must_use]
pub fn counted<'a>(standing: &'a Standing, shared: &[&str]) -> Vec<&'a Signal> {
    standing.signals.iter().filter(|one| one.live() && !shared.contains(&one.code)).collect()
}

/// What the strongest is worth, and what the others add to it.
fn weigh(counted: &[&Signal], rules: &Rules) -> (f64, f64) {
    let worths = counted.iter().map(|one| worth(one.severity, rules));
    let strongest = worths.clone().fold(0.0, f64::max);
    let rest = rules.share(Limit::RestPart) * (worths.sum::<f64>() - strongest);
    (strongest, rest.min(rules.limit(Limit::RestMost)))
}

/// What the signals are worth together, drawn up by the size of the account.
fn weight(worth: f64, arr_percentile: f64, rules: &Rules) -> f64 {
    worth * (1.0 + rules.limit(Limit::ArrPull) * arr_percentile)
}

/// Where an account would stand once this signal is dealt with or put off: group and weight. What
/// is dealt with by a dated step is *in hand*.
#[must_use]
pub fn without(
    standing: &Standing,
    ranked: &Ranked,
    shared: &[&str],
    code: &str,
    rules: &Rules,
) -> (Group, f64) {
    let mut left = counted(standing, shared);
    left.retain(|one| one.code != code);
    let (strongest, rest) = weigh(&left, rules);
    (group(standing, &left), weight(strongest + rest, ranked.arr_percentile, rules))
}

fn group(standing: &Standing, counted: &[&Signal]) -> Group {
    let has = |severity| counted.iter().any(|one| one.severity == severity);
    let resting = |one: &Signal| {
        one.in_hand.is_some() && !one.silenced && !one.gap && one.severity != Severity::Note
    };
    if standing.archived || standing.status == Status::Lost {
        Group::Past
    } else if standing.status == Status::Prospect {
        Group::Prospects
    } else if has(Severity::Now) {
        Group::Now
    } else if has(Severity::Soon) {
        Group::Soon
    } else if standing.score.band.is_none() {
        Group::TooLittleKnown
    } else if standing.signals.iter().any(resting) {
        Group::InHand
    } else {
        Group::Fine
    }
}

/// What to write down first about an account of which too little is known.
fn unknown_first(standing: &Standing) -> &'static str {
    if standing.arr_recorded.or(standing.arr).is_none() {
        "ARR"
    } else if standing.act_by.is_none() {
        "end date"
    } else if standing.map.rows.iter().all(|row| row.seats.is_empty()) {
        "levels"
    } else {
        "score"
    }
}

/// The day of the next step: `Tue 24` within a week, else `4 Dec`; years are left out.
fn next_day(standing: &Standing, today: NaiveDate) -> Option<String> {
    let due = standing.next_step.as_ref()?.due_on;
    let near = (0..7).contains(&(due - today).num_days());
    Some(if near {
        format!("{} {}", due.format("%a"), due.day())
    } else {
        due.format("%-d %b").to_string()
    })
}

/// Leaves `shown` accounts in NOW; the lightest of the others lead SOON. `rows` come heaviest
/// first. The number of all that belong to NOW.
fn push_out(rows: &mut [(Ranked, &Standing)], shown: usize) -> usize {
    let stays = |standing: &Standing| {
        standing.signals.iter().any(|one| one.live() && NEVER_PUSHED.contains(&one.code))
    };
    let now = |(row, _): &&mut (Ranked, &Standing)| row.group == Group::Now;
    let staying = rows.iter_mut().filter(now).filter(|(_, standing)| stays(standing)).count();
    let mut free = shown.saturating_sub(staying);
    let mut total = 0;
    for (row, standing) in rows.iter_mut().filter(now) {
        total += 1;
        if stays(standing) {
            continue;
        }
        if free > 0 {
            free -= 1;
        } else {
            row.group = Group::Soon;
            row.pushed = true;
        }
    }
    total
}

#[cfg(test)]
mod tests;
