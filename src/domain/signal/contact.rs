//! What a person's own record brings up.

use super::facts::Facts;
use super::found::Found;
use super::sentence::and_more;
use crate::domain::rules::limit::Limit;
use chrono::{Datelike, NaiveDate};

/// The next one on or after `today`; 29 February falls on 28 February in other years.
fn next_birthday(born: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year: i32| {
        NaiveDate::from_ymd_opt(year, born.month(), born.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    };
    in_year(today.year()).filter(|day| *day >= today).or_else(|| in_year(today.year() + 1))
}

pub(super) fn birthday(facts: &Facts<'_>) -> Option<Found> {
    let mut soon: Vec<_> = facts
        .active_contacts()
        .filter_map(|contact| Some((next_birthday(contact.birthday?, facts.today)?, contact)))
        .filter(|(day, _)| {
            (*day - facts.today).num_days() <= facts.rules.days(Limit::BirthdayAhead)
        })
        .collect();
    soon.sort_by_key(|(day, contact)| (*day, contact.id));
    let (first, contact) = *soon.first()?;
    let more = and_more(soon.len() - 1);
    let text = format!("Birthday: {}, {}{more}.", contact.name, first.format("%a %-d %b"));
    Some(Found::event(text).about("contact", contact.id))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a date")
    }

    #[test]
    fn a_birthday_is_told_a_week_ahead() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", None, &[]);
        for (day, told) in [(21, false), (22, true), (29, true), (30, false)] {
            trial.edit(roy, |roy| roy.birthday = Some(date(1980, 11, day)));
            assert_eq!(trial.event("birthday").is_some(), told, "{day}");
        }
        trial.edit(roy, |roy| roy.birthday = Some(date(1980, 11, 24)));
        assert_eq!(trial.event("birthday").as_deref(), Some("Birthday: J. Roy, Tue 24 Nov."));
        let ott = trial.contact("K. Ott", None, &[]);
        trial.edit(ott, |ott| ott.birthday = Some(date(1990, 11, 27)));
        let text = trial.event("birthday").expect("raised");
        assert_eq!(text, "Birthday: J. Roy, Tue 24 Nov and 1 more.");
        trial.edit(ott, |ott| ott.birthday = None);
        trial.edit(roy, |roy| roy.left_on = Some(ago(1)));
        assert_eq!(trial.event("birthday"), None);
    }

    #[test]
    fn the_next_birthday_crosses_years_and_leap_days() {
        let born = date(1984, 2, 29);
        assert_eq!(next_birthday(born, date(2026, 2, 20)), Some(date(2026, 2, 28)));
        assert_eq!(next_birthday(born, date(2027, 12, 30)), Some(date(2028, 2, 29)));
        assert_eq!(next_birthday(date(1990, 1, 2), date(2026, 12, 30)), Some(date(2027, 1, 2)));
    }
}
