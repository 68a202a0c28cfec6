//! Days in the line: when a talk was, and by when something is to be done.

use super::token::bare;
use crate::domain::when::{self, Order};
use chrono::{Datelike, Days, NaiveDate};

/// A day among words: how many of them it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) day: NaiveDate,
    pub(super) words: usize,
}

/// Words that a day takes at most: `next fri 27 nov 2026`.
const MOST: usize = 5;

/// Words before a day that only lead to it.
fn leads(word: &str) -> bool {
    matches!(word, "by" | "on" | "due" | "until" | "till" | "before")
}

/// A word of letters alone that is a day, and rarely anything else.
fn sure(word: &str) -> bool {
    !word.chars().all(char::is_alphabetic)
        || word.chars().count() >= 3 && !matches!(word, "yes" | "now" | "tod" | "end")
}

fn read(words: &[&str], today: NaiveDate, order: Order) -> Option<NaiveDate> {
    let words: Vec<String> = words.iter().map(|word| bare(word)).collect();
    if let [one] = words.as_slice()
        && !sure(one)
    {
        return None;
    }
    when::day_in(&words.join(" "), today, order)
}

/// By when: the longest day at the beginning of the words, else at their end.
pub(super) fn due(words: &[&str], today: NaiveDate, order: Order) -> Option<(usize, Found)> {
    let lead = usize::from(words.first().is_some_and(|word| leads(&bare(word))));
    let longest = |from: usize| {
        let rest = words.get(from..)?;
        (1..=MOST.min(rest.len())).rev().find_map(|count| {
            let day = read(rest.get(..count)?, today, order)?;
            Some(Found { day, words: count })
        })
    };
    if let Some(found) = longest(lead) {
        return Some((0, Found { words: found.words + lead, ..found }));
    }
    (1..=MOST.min(words.len())).rev().find_map(|count| {
        let from = words.len() - count;
        let day = read(words.get(from..)?, today, order)?;
        let lead =
            usize::from(from > 0 && words.get(from - 1).is_some_and(|one| leads(&bare(one))));
        Some((from - lead, Found { day, words: count + lead }))
    })
}

/// When it was, read from the beginning of the words: a weekday is the last one, a day without a
/// year the nearer one. A day still to come is found as well: whoever asks refuses it. `2 days of
/// outage` is part of a sentence, and so is whatever else does not look like a day on its own.
pub(super) fn was(words: &[&str], today: NaiveDate, order: Order) -> Option<Found> {
    let lead = usize::from(words.first().is_some_and(|word| bare(word) == "on"));
    let words = words.get(lead..)?;
    (1..=MOST.min(words.len())).rev().find_map(|count| {
        let part: Vec<String> = words.get(..count)?.iter().map(|word| bare(word)).collect();
        let part: Vec<&str> = part.iter().map(String::as_str).collect();
        let day = looks(&part).then(|| when::day_in(&part.join(" "), today, order))??;
        Some(Found { day: back(&part, day, today)?, words: count + lead })
    })
}

/// Looks like a day and nothing else.
fn looks(words: &[&str]) -> bool {
    let digit = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    let figures = words
        .iter()
        .any(|word| digit(word) && word.trim_start_matches(['+', '-']).contains(['.', '/', '-']));
    let dated = figures || words.iter().any(|one| month(one)) && words.iter().any(digit);
    match words {
        ["today" | "yesterday" | "tomorrow"] | [.., "ago"] => true,
        ["last" | "next", name] => weekday(name),
        [one] => dated || weekday(one) || one.starts_with('-') && digit(one),
        _ => dated,
    }
}

/// Meant as a day that no calendar has in the order that is asked for: `31.02.2026`, `30 feb`. How
/// many of the words it takes.
pub(super) fn unreal(words: &[&str]) -> Option<usize> {
    let count = |word: &str| (1..=2).contains(&word.len()) && word.parse::<u32>().is_ok();
    let first = bare(words.first()?);
    let parts: Vec<&str> = first.split(['.', '/', '-']).collect();
    let figures =
        |part: &&str| (1..=4).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    let years = parts.iter().filter(|part| part.len() == 4).count();
    // `31.02.`: the point at its end says that it is no fraction.
    let pointed = words.first()?.ends_with('.') && parts.len() == 2 && first.contains('.');
    if parts.iter().all(figures) && (parts.len() == 3 && years == 1 || pointed && years == 0) {
        return Some(1);
    }
    let second = bare(words.get(1)?);
    let dated = count(&first) && when::month(&second).is_some();
    (dated || count(&second) && when::month(&first).is_some()).then_some(2)
}

/// May be part of a day: such a word names nobody.
pub(super) fn part(word: &str) -> bool {
    looks(&[word]) || month(word) || word.chars().all(|c| c.is_ascii_digit())
}

/// The day that is meant where the words look back.
fn back(words: &[&str], day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    if day <= today {
        return Some(day);
    }
    if let [one] = words
        && weekday(one)
    {
        return day.checked_sub_days(Days::new(7));
    }
    let text = words.join(" ");
    let figures = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    let in_full = figures + usize::from(words.iter().any(|one| month(one))) > 2;
    if in_full || matches!(words.first(), Some(&("next" | "tomorrow"))) {
        return Some(day);
    }
    let before = day.with_year(day.year() - 1)?;
    Some(if today - before < day - today { before } else { day })
}

fn weekday(word: &str) -> bool {
    word.len() >= 3 && when::weekday(word).is_some()
}

/// `nov`, `12nov`; no `northern`, no `market`.
fn month(word: &str) -> bool {
    let sign = |c: char| !c.is_alphabetic();
    let mut runs = word.split(sign).filter(|run| !run.is_empty());
    runs.any(|run| when::month(run).is_some())
}

/// `9:30` as `09:30`, and so are `14h`, `14h30`, `2pm` and `2:30pm` read.
pub(super) fn time(word: &str) -> Option<String> {
    let (clock, noon) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (word, None),
    };
    let (hour, minute) = match clock.split_once([':', 'h']) {
        Some((hour, minute)) => (hour, minute),
        None => (noon.map(|_| clock)?, ""),
    };
    let figures = |text: &str, least: usize| {
        (least..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit())
    };
    let whole = minute.is_empty() && !clock.contains(':');
    let minutes: u32 = if whole { 0 } else { minute.parse().ok()? };
    let hours: u32 = hour.parse().ok()?;
    let hours = match noon {
        Some(noon) if (1..=12).contains(&hours) => hours % 12 + noon,
        Some(_) => return None,
        None => hours,
    };
    let written = figures(hour, 1) && (whole || figures(minute, 2));
    (written && hours < 24 && minutes < 60).then(|| format!("{hours:02}:{minutes:02}"))
}
