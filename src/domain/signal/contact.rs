//! What a person's own record brings up.

use super::facts::Facts;
use super::found::Found;
use super::sentence::and_more;
use crate::domain::contact::birthday;
use crate::domain::rules::limit::Limit;

pub(super) fn birthday(facts: &Facts<'_>) -> Option<Found> {
    let mut soon: Vec<_> = facts
        .active_contacts()
        .filter_map(|contact| Some((birthday::next(contact.birthday?, facts.today)?, contact)))
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
    use chrono::NaiveDate;

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
}
