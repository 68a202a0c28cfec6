//! The list of accounts as rows, from what was judged or from what was kept.

use super::judge::{Beside, Judged};
use crate::domain::book::row::{Book, BookRow};
use crate::domain::money::Money;
use crate::domain::rules::Rules;
use crate::domain::standing::{BookLine, Ranked, Standing};
use chrono::NaiveDate;

/// The line of one account.
pub(super) fn row(
    standing: &Standing,
    beside: &Beside,
    ranked: &Ranked,
    day: NaiveDate,
) -> BookRow {
    let live = standing.signals.iter().filter(|signal| signal.live());
    let signals: Vec<&str> = live.map(|signal| signal.code).collect();
    let next = standing.next_step.as_ref();
    BookRow {
        account: standing.account,
        name: standing.name.clone(),
        status: standing.status,
        tier: standing.tier,
        arr: standing.arr,
        score: standing.score.value,
        band: standing.score.band,
        trend: standing.score.trend,
        act_by: standing.act_by.map(|act_by| act_by.act_by),
        seats: beside.seats.clone(),
        last_talk_on: standing.last_two_way_on,
        group: ranked.group,
        pushed: ranked.pushed,
        why: ranked.why.clone(),
        judged_on: Some(day),
        stage: beside.stage,
        archived: standing.archived,
        next_step: next.map(|step| step.step),
        next_step_on: next.map(|step| step.due_on),
        signals: signals.join(","),
        people: beside.people,
    }
}

/// The lines of a judged book, in the order of the list, each with whether it counts in the sums.
pub(super) fn rows(judged: &Judged) -> Vec<(BookRow, bool)> {
    judged.ranking.rows.iter().filter_map(|ranked| line(judged, ranked)).collect()
}

/// One of them.
pub(super) fn line(judged: &Judged, ranked: &Ranked) -> Option<(BookRow, bool)> {
    let (standing, beside) = judged.of(ranked.account)?;
    Some((row(standing, beside, ranked, judged.day), standing.in_book))
}

/// The list as a whole.
pub(super) fn book(
    rows: Vec<(BookRow, bool)>,
    lines: Vec<BookLine>,
    now_total: usize,
    (unlinked_contacts, unlinked_steps): (usize, usize),
    rules: &Rules,
) -> Book {
    let counted = || rows.iter().filter(|(_, in_book)| *in_book).map(|(row, _)| row);
    let accounts = counted().count();
    let base = rules.exchange.base;
    let arr_total = counted()
        .filter_map(|row| row.arr)
        .filter(|arr| arr.currency == base)
        .map(|arr| arr.minor)
        .reduce(i64::saturating_add)
        .map(|minor| Money { minor, currency: base });
    Book {
        rows: rows.into_iter().map(|(row, _)| row).collect(),
        lines,
        now_total,
        unlinked_contacts,
        unlinked_steps,
        arr_total,
        accounts,
    }
}
