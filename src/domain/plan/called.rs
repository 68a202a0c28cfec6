//! Steps that are done by talking with somebody: the call that was to be made.

use super::step::{Step, StepKind, StepOwner};
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::signal::answer::{Answer, answer};

/// Whether a talk does the step: an open one of mine, for a signal that a talk ends, and the person
/// it is for stands in its words. A meeting is held, a promise is kept by more than words.
#[must_use]
pub fn by_talk(step: &Step, records: &Records) -> bool {
    let plain = step.status.open() && step.kind == StepKind::Step && step.owner == StepOwner::Me;
    let called = step.signal.as_deref().is_some_and(|code| answer(code) == Answer::Talk);
    let person = records.contacts.iter().find(|one| Some(one.id) == step.contact_id);
    plain && called && person.is_some_and(|one| step.title.contains(&one.name))
}

/// The step that a talk with somebody does: the next one by its day.
#[must_use]
pub fn with(contact: Id, records: &Records) -> Option<&Step> {
    let theirs = records.steps.iter().filter(|step| step.contact_id == Some(contact));
    let done = theirs.filter(|step| step.due_on.is_some() && by_talk(step, records));
    done.min_by_key(|step| (step.due_on, step.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::contact::Contact;
    use crate::domain::day::shift;
    use chrono::NaiveDate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
    }

    fn called(title: &str, days: i64) -> Step {
        let mut step = Step::titled(title, Some(shift(today(), days)), today());
        step.id = Id(days);
        step.contact_id = Some(Id(7));
        step.signal = Some("open-detractor".to_owned());
        step
    }

    #[test]
    fn a_call_is_done_by_the_talk_and_nothing_else_is() {
        let mut records = Records::bare(Account::named("Contoso", today()));
        let mut ott = Contact::named("K. Ott", None, today());
        ott.id = Id(7);
        records.contacts.push(ott);
        let call = called("Call K. Ott: listen, then settle it", 3);
        assert!(by_talk(&call, &records));
        let changed = |change: fn(&mut Step)| {
            let mut step = call.clone();
            change(&mut step);
            by_talk(&step, &records)
        };
        assert!(!changed(|step| step.title = "Check on our side what can be done".to_owned()));
        assert!(!changed(|step| step.signal = Some("health-risk".to_owned())));
        assert!(!changed(|step| step.signal = None));
        assert!(!changed(|step| step.kind = StepKind::Promise));
        assert!(!changed(|step| step.owner = StepOwner::Colleague));
        assert!(!changed(|step| step.status = super::super::step::StepStatus::Done));
        assert!(!changed(|step| step.contact_id = None));
        records.steps = vec![called("Ask K. Ott whether it is settled", 14), call];
        assert_eq!(with(Id(7), &records).map(|step| step.id), Some(Id(3)));
        assert_eq!(with(Id(8), &records), None);
    }
}
