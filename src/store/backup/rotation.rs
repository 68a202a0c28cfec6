//! Which backups stay: this project's own decision. Close together when new, far apart when old,
//! and never fewer than the newest three that can be read.

use super::Backup;
use chrono::{DateTime, Datelike, TimeDelta, Utc};

/// All of the last two days …
const RECENT_HOURS: i64 = 48;
/// … but no more than these; then the newest of each of the last days, weeks and months that
/// have one.
const RECENT: usize = 24;
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;
/// The newest ones that verify stay whatever their age.
const VERIFIED: usize = 3;

/// Leaves in `backups` (newest first) those that stay, and gives those that go.
pub fn rotate(
    backups: &mut Vec<Backup>,
    now: DateTime<Utc>,
    verifies: impl Fn(&Backup) -> bool,
) -> Vec<Backup> {
    let times: Vec<DateTime<Utc>> = backups.iter().map(|one| one.at).collect();
    let mut stays = kept(&times, now);
    if stays.iter().all(|stays| *stays) {
        return Vec::new();
    }
    let mut sound = 0;
    for (one, stays) in backups.iter().zip(&mut stays) {
        if sound == VERIFIED {
            break;
        }
        if verifies(one) {
            sound += 1;
            *stays = true;
        }
    }
    let mut stays = stays.into_iter();
    let (kept, dropped) =
        std::mem::take(backups).into_iter().partition(|_| stays.next().unwrap_or(true));
    *backups = kept;
    dropped
}

/// Of backups of these moments, newest first: which have a place in the rotation.
fn kept(times: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<bool> {
    let mut stays = vec![false; times.len()];
    let recent = times.partition_point(|at| now - *at <= TimeDelta::hours(RECENT_HOURS));
    stays.iter_mut().take(recent.min(RECENT)).for_each(|stays| *stays = true);
    first_of_each(times, &mut stays, DAYS, |at| (at.year(), at.ordinal()));
    first_of_each(times, &mut stays, WEEKS, |at| (at.iso_week().year(), at.iso_week().week()));
    first_of_each(times, &mut stays, MONTHS, |at| (at.year(), at.month()));
    stays
}

/// Keeps the newest of each of the latest `count` spans that have one.
fn first_of_each(
    times: &[DateTime<Utc>],
    stays: &mut [bool],
    count: usize,
    span: impl Fn(&DateTime<Utc>) -> (i32, u32),
) {
    let mut last = None;
    let mut seen = 0;
    for (at, stays) in times.iter().zip(stays) {
        let this = Some(span(at));
        if this == last {
            continue;
        }
        if seen == count {
            break;
        }
        seen += 1;
        last = this;
        *stays = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn stay(times: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<String> {
        let kept = kept(times, now);
        let shown = times.iter().zip(kept).filter(|(_, stays)| *stays);
        shown.map(|(at, _)| at.format("%m-%d %H").to_string()).collect()
    }

    #[test]
    fn all_of_two_days_but_no_more_than_24() {
        let now = moment("2026-11-22T08:00:00Z");
        let half_hours =
            |count| (0..count).map(|n| now - TimeDelta::minutes(30 * n)).collect::<Vec<_>>();
        assert_eq!(kept(&half_hours(24), now), vec![true; 24]);
        // 120 half hours reach back 60 hours: the newest 24, and the newest of each day before.
        let stays = stay(&half_hours(120), now);
        let rest: Vec<&str> = stays.iter().skip(24).map(String::as_str).collect();
        assert_eq!(rest, ["11-20 23", "11-19 23"]);
    }

    #[test]
    fn a_year_of_daily_backups_thins_out() {
        let now = moment("2026-11-22T08:00:00Z");
        let daily: Vec<_> = (0..365).map(|n| now - TimeDelta::days(n)).collect();
        assert_eq!(
            stay(&daily, now),
            [
                // 12 days …
                "11-22 08", "11-21 08", "11-20 08", "11-19 08", "11-18 08", "11-17 08", "11-16 08",
                "11-15 08", "11-14 08", "11-13 08", "11-12 08", "11-11 08",
                // … the Sundays of the other weeks of ten (22 and 15 Nov are among the days) …
                "11-08 08", "11-01 08", "10-31 08", "10-25 08", "10-18 08", "10-11 08", "10-04 08",
                "09-30 08", "09-27 08", "09-20 08",
                // … and the last days of nine months.
                "08-31 08", "07-31 08", "06-30 08", "05-31 08", "04-30 08", "03-31 08",
            ]
        );
    }

    #[test]
    fn the_newest_three_that_verify_stay() {
        let now = moment("2026-11-22T08:00:00Z");
        let backup = |n: i64| Backup {
            name: n.to_string(),
            at: now - TimeDelta::minutes(n),
            bytes: 1,
            sha256: String::new(),
            step: 0,
        };
        let mut backups: Vec<Backup> = (0..40).map(backup).collect();
        let dropped =
            rotate(&mut backups, now, |one| one.name.parse::<i64>().is_ok_and(|n| n > 29));
        let names = |backups: &[Backup]| {
            backups.iter().map(|one| one.name.parse().expect("a number")).collect::<Vec<i64>>()
        };
        assert_eq!(names(&backups), (0..24).chain(30..33).collect::<Vec<i64>>());
        assert_eq!(names(&dropped), (24..30).chain(33..40).collect::<Vec<i64>>());
    }
}
