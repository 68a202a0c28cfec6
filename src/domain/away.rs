//! The user's own absence: the clocks of talks, reviews and surveys stand still on those days.
//! Source: this project's own decision.

pub mod inside;

use super::day::shift;
use chrono::NaiveDate;

/// From and to, both of them days away.
pub type Span = (NaiveDate, NaiveDate);

/// Days that a clock ran from one day to another: those after `from` up to `to` on which the user
/// was not away. Negative where `to` lies before `from`.
#[must_use]
pub fn elapsed(from: NaiveDate, to: NaiveDate, away: &[Span]) -> i64 {
    let whole = (to - from).num_days();
    if whole <= 0 {
        return whole;
    }
    whole - merged(away).into_iter().map(|span| inside(span, from, to)).sum::<i64>()
}

/// Days after `from` up to `to` that were days away.
#[must_use]
pub fn stood(from: NaiveDate, to: NaiveDate, away: &[Span]) -> i64 {
    (to - from).num_days().max(0) - elapsed(from, to, away).max(0)
}

/// The first day on which a clock that was set on `from` has run for `days`; the calendar's end
/// where there is no such day.
#[must_use]
pub fn reached(from: NaiveDate, days: i64, away: &[Span]) -> NaiveDate {
    let mut day = shift(from, days);
    if days <= 0 {
        return day;
    }
    for (start, end) in merged(away) {
        if start > day {
            break;
        }
        day = shift(day, inside((start, end), from, NaiveDate::MAX));
    }
    day
}

/// Away on that day.
#[must_use]
pub fn on(day: NaiveDate, away: &[Span]) -> bool {
    away.iter().any(|(from, to)| (*from..=*to).contains(&day))
}

/// Days of a span that lie after `from` and not after `to`.
fn inside((start, end): Span, from: NaiveDate, to: NaiveDate) -> i64 {
    let first = start.max(shift(from, 1));
    ((end.min(to) - first).num_days() + 1).max(0)
}

/// The spans in the order of days, those that touch or overlap as one; one that ends before it
/// begins is none.
fn merged(away: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = away.iter().copied().filter(|(from, to)| from <= to).collect();
    spans.sort_unstable();
    let mut whole: Vec<Span> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match whole.last_mut() {
            Some((_, end)) if from <= shift(*end, 1) => *end = (*end).max(to),
            _ => whole.push((from, to)),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(of_november: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, of_november).expect("a date")
    }

    #[test]
    fn a_clock_stands_still_while_the_user_is_away() {
        let away = [(day(5), day(9))];
        for (from, to, ran) in [
            (1, 4, 3),  // before
            (1, 5, 3),  // the first day away
            (1, 9, 3),  // the last
            (1, 10, 4), // back
            (5, 9, 0),  // set while away
            (7, 12, 3), // set while away, and back
            (9, 12, 3), // set on the last day away
            (10, 20, 10),
            (12, 3, -9),
        ] {
            assert_eq!(elapsed(day(from), day(to), &away), ran, "{from} to {to}");
        }
        assert_eq!(stood(day(1), day(10), &away), 5);
        assert_eq!(stood(day(12), day(3), &away), 0);
        assert_eq!(elapsed(day(1), day(10), &[]), 9);
    }

    #[test]
    fn spans_that_overlap_count_once_and_a_span_backwards_not_at_all() {
        let away = [(day(7), day(9)), (day(5), day(8)), (day(10), day(10)), (day(20), day(12))];
        assert_eq!(elapsed(day(1), day(30), &away), 29 - 6);
        assert!(on(day(5), &away) && on(day(10), &away));
        assert!(!on(day(4), &away) && !on(day(11), &away) && !on(day(15), &away));
    }

    #[test]
    fn the_day_a_clock_runs_out_moves_by_the_days_away() {
        let away = [(day(5), day(9)), (day(12), day(13))];
        assert_eq!(reached(day(1), 3, &away), day(4));
        assert_eq!(reached(day(1), 4, &away), day(10));
        assert_eq!(reached(day(1), 5, &away), day(11));
        assert_eq!(reached(day(1), 6, &away), day(14));
        assert_eq!(reached(day(6), 1, &away), day(10));
        assert_eq!(reached(day(6), 0, &away), day(6));
        assert_eq!(reached(day(6), -2, &away), day(4));
        assert_eq!(reached(day(1), i64::MAX, &away), NaiveDate::MAX);
        let for_good = [(day(2), NaiveDate::MAX)];
        assert_eq!(reached(day(1), 3, &for_good), NaiveDate::MAX);
        assert_eq!(elapsed(day(1), NaiveDate::MAX, &for_good), 0);
    }

    proptest! {
        #[test]
        fn the_day_reached_is_the_first_with_so_many_days_run(
            days in 1_i64..60,
            spans in proptest::collection::vec((0_i64..80, -2_i64..20), 0..6),
        ) {
            let at = |days: i64| shift(day(1), days);
            let away: Vec<Span> =
                spans.iter().map(|(from, long)| (at(*from), at(from + long))).collect();
            let end = reached(day(1), days, &away);
            prop_assert_eq!(elapsed(day(1), end, &away), days);
            prop_assert_eq!(elapsed(day(1), shift(end, -1), &away), days - 1);
        }
    }
}
