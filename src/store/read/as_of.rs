//! What was known on a day: facts dated later are taken out of the records.

use crate::domain::account::Account;
use crate::domain::contact::Contact;
use crate::domain::plan::step::{Step, StepStatus};
use chrono::NaiveDate;

fn by(day: NaiveDate, date: &mut Option<NaiveDate>) {
    if date.is_some_and(|date| date > day) {
        *date = None;
    }
}

/// A review or an archiving after the day had not happened.
pub(super) fn account(account: &mut Account, day: NaiveDate) {
    by(day, &mut account.reviewed_on);
    by(day, &mut account.archived_on);
}

/// Who left after the day was still there.
pub(super) fn contact(contact: &mut Contact, day: NaiveDate) {
    by(day, &mut contact.verified_on);
    by(day, &mut contact.left_on);
    by(day, &mut contact.archived_on);
    if contact.left_on.is_none() {
        contact.left_to = None;
    }
}

/// A step done after the day was still open.
pub(super) fn step(step: &mut Step, day: NaiveDate) {
    if step.done_on.is_some_and(|done| done > day) {
        step.done_on = None;
        step.status = StepStatus::Open;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day of November")
    }

    #[test]
    fn what_happened_after_the_day_has_not_happened() {
        let mut person = Contact::named("T. Lee", None, date(1));
        person.left_on = Some(date(16));
        person.left_to = Some("Litware".to_owned());
        let mut on_the_day = person.clone();
        contact(&mut on_the_day, date(16));
        assert_eq!(on_the_day, person, "the day itself counts");
        contact(&mut person, date(15));
        assert!(person.active());
        assert_eq!(person.left_to, None);

        let mut task = Step::titled("ROI sheet", Some(date(18)), date(1));
        task.status = StepStatus::Done;
        task.done_on = Some(date(20));
        let mut later = task.clone();
        step(&mut later, date(20));
        assert_eq!(later, task);
        step(&mut task, date(19));
        assert_eq!((task.status, task.done_on), (StepStatus::Open, None));

        let mut firm = Account::named("Contoso", date(1));
        firm.reviewed_on = Some(date(21));
        account(&mut firm, date(20));
        assert_eq!(firm.reviewed_on, None);
    }
}
