//! Value: the latest value the client perceives, 1-10, as given.

use super::factor::{Case, Measure, evidence};
use crate::domain::contact::Contact;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::records::Records;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// The latest value perceived; who left is no longer heard.
pub(crate) fn latest(records: &Records, today: NaiveDate) -> Option<&Answer> {
    records
        .answers
        .iter()
        .filter(|answer| answer.scale == Scale::Value && answer.on_date <= today)
        .filter(|answer| asked(records, answer).is_none_or(|contact| contact.active_on(today)))
        .max_by_key(|answer| (answer.on_date, answer.id))
}

/// Who said it; none: nobody is named.
pub(crate) fn asked<'a>(records: &'a Records, answer: &Answer) -> Option<&'a Contact> {
    records.contacts.iter().find(|contact| Some(contact.id) == answer.contact_id)
}

pub(super) fn measure(case: &Case) -> Option<Measure> {
    let latest = latest(case.records, case.today)?;
    let who = asked(case.records, latest).map_or("somebody", |contact| contact.name.as_str());
    let text = format!("{who} sees a value of {}", latest.points);
    Some(Measure {
        value: (latest.points as f64).clamp(1.0, 10.0),
        on_date: Some(latest.on_date),
        fresh: case.age(latest.on_date) <= case.rules.days(Limit::ValueFresh),
        evidence: vec![evidence(Some(("answer", latest.id)), Some(latest.on_date), text)],
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, ago, near};
    use super::*;

    #[test]
    fn the_latest_as_given_and_no_other_scale() {
        let sample = Sample::new()
            .contact(1, None)
            .scaled(Scale::Value, Some(1), 196, 4)
            .scaled(Scale::Value, Some(1), 300, 9)
            .scaled(Scale::Nps, Some(1), 3, 10);
        let found = sample.with(measure).expect("known");
        near(found.value, 4.0);
        assert_eq!((found.on_date, found.fresh), (Some(ago(196)), true));
        let old = Sample::new().scaled(Scale::Value, None, 197, 7).with(measure).expect("known");
        near(old.value, 7.0);
        assert!(!old.fresh);
        assert_eq!(Sample::new().answer(None, 3, 10).with(measure), None);
    }

    #[test]
    fn who_left_is_no_longer_heard() {
        let mut sample = Sample::new()
            .contact(1, None)
            .contact(2, None)
            .scaled(Scale::Value, Some(1), 20, 3)
            .scaled(Scale::Value, Some(2), 60, 8);
        near(sample.with(measure).expect("known").value, 3.0);
        sample.records.contacts[0].left_on = Some(ago(0));
        near(sample.with(measure).expect("known").value, 8.0);
    }
}
