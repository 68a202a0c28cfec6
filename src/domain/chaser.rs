//! A polite reminder of something that somebody at the client is to do: the text of a mail, to be
//! copied and sent from wherever mail is written.

use super::cell::Id;
use super::day::{day, shift};
use super::ours::promises::promises;
use super::plan::step::{Step, StepKind, StepOwner};
use super::records::Records;
use chrono::NaiveDate;

/// Days that they are given where none is agreed, or where it has passed.
const GIVEN: i64 = 5;

const END: &str = "If anything is in the way, tell me and we will find another way.\n\nThank you\n";

/// The mail about one step of theirs.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Chaser {
    /// Whom it goes to, where somebody is named.
    pub to: Option<String>,
    pub email: Option<String>,
    pub subject: String,
    pub text: String,
}

/// The reminder of a step; none: there is no such step, it is done, or it is not theirs to do.
#[must_use]
pub fn chaser(records: &Records, step: Id, today: NaiveDate) -> Option<Chaser> {
    let step = records.steps.iter().find(|one| one.id == step && waits(one))?;
    let contact = records.contacts.iter().find(|one| Some(one.id) == step.contact_id);
    let name = contact.map(|one| one.name.clone()).or_else(|| step.owner_name.clone());
    let written = |name: &String| {
        records.contacts.iter().find(|one| one.name == *name).and_then(|one| one.email.clone())
    };
    let email =
        contact.and_then(|one| one.email.clone()).or_else(|| name.as_ref().and_then(written));
    let hello = name.as_deref().map_or_else(|| "Hello,".to_owned(), greeting);
    let title = step.title.trim_end_matches(['.', '!', ' ']);
    let (was, ask) = when(step, today);
    let ours = ours(records, step, today);
    let ours = ours.map_or_else(String::new, |ours| format!("From our side: {ours}.\n\n"));
    let text = format!("{hello}\n\n{was}: {title}.\n{ask}\n\n{ours}{END}");
    Some(Chaser { to: name, email, subject: title.to_owned(), text })
}

/// Somebody at the client is to do it, and has not.
#[must_use]
pub fn waits(step: &Step) -> bool {
    step.owner == StepOwner::Client && step.status.open() && step.kind != StepKind::Meeting
}

/// `Hello Dana,`; initials are not somebody's first name.
fn greeting(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let whole = name.split_whitespace().count() > 1 && !first.ends_with('.');
    let titled = matches!(first.to_lowercase().as_str(), "dr" | "mr" | "mrs" | "ms" | "prof");
    format!("Hello {},", if whole && !titled { first } else { name })
}

/// What was agreed, and by when it would help now.
fn when(step: &Step, today: NaiveDate) -> (String, String) {
    let told = |on: NaiveDate| format!("{} {}", on.format("%A"), day(on, today));
    let fresh = told(super::day::worked_after(shift(today, GIVEN)));
    match step.due_on {
        Some(due) if due < today => (
            format!("a short reminder of what we had agreed for {}", told(due)),
            format!("Would {fresh} work for you?"),
        ),
        Some(due) if due == today => (
            "a short reminder of what we had agreed for today".to_owned(),
            "Will it still come today?".to_owned(),
        ),
        Some(due) => (
            format!("a short reminder of what we have agreed for {}", told(due)),
            "Does that day still hold?".to_owned(),
        ),
        None => (
            "a short reminder of what we had agreed".to_owned(),
            format!("Could you let me have it by {fresh}?"),
        ),
    }
}

/// The next promise of ours to the same person, so that both sides are named.
fn ours(records: &Records, step: &Step, today: NaiveDate) -> Option<String> {
    let to = records.contacts.iter().find(|one| Some(one.id) == step.contact_id)?;
    let promise = promises(records, today)
        .into_iter()
        .find(|one| !one.late && one.to.as_deref() == Some(to.name.as_str()))?;
    let by = promise.due_on.map_or_else(String::new, |due| format!(" by {}", day(due, today)));
    Some(format!("{}{by}", promise.title.trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::contact::Contact;
    use crate::domain::plan::step::StepStatus;
    use crate::domain::signal::trial::{ago, ahead, today};

    /// A step of theirs, C. Eo's, and what is asked of it.
    fn waiting(due: Option<NaiveDate>, edit: impl Fn(&mut Step)) -> Option<Chaser> {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        let mut contact = Contact::named("C. Eo", Some(Id(1)), ago(300));
        (contact.id, contact.email) = (Id(10), Some("c.eo@client.example".to_owned()));
        records.contacts.push(contact);
        let mut step = Step::titled("Send the seat list.", due, ago(20));
        (step.id, step.owner, step.contact_id) = (Id(7), StepOwner::Client, Some(Id(10)));
        edit(&mut step);
        records.steps.push(step);
        let mut promise = Step::titled("ROI sheet", Some(ahead(3)), ago(20));
        (promise.id, promise.kind, promise.contact_id) = (Id(8), StepKind::Promise, Some(Id(10)));
        records.steps.push(promise);
        chaser(&records, Id(7), today())
    }

    #[test]
    fn a_late_one_is_asked_for_with_another_day() {
        let chaser = waiting(Some(ago(4)), |_| {}).expect("a mail");
        assert_eq!(chaser.subject, "Send the seat list");
        assert_eq!(chaser.email.as_deref(), Some("c.eo@client.example"));
        let wanted = "Hello C. Eo,\n\n\
            a short reminder of what we had agreed for Wednesday 18 Nov: Send the seat list.\n\
            Would Friday 27 Nov work for you?\n\n\
            From our side: ROI sheet by 25 Nov.\n\n\
            If anything is in the way, tell me and we will find another way.\n\n\
            Thank you\n";
        assert_eq!(chaser.text, wanted);
    }

    #[test]
    fn whose_address_it_is_is_greeted() {
        let named = |step: &mut Step| step.owner_name = Some("Dana Wirth".to_owned());
        let chaser = waiting(None, named).expect("a mail");
        assert_eq!(chaser.to.as_deref(), Some("C. Eo"), "the record, not an older name");
        let free = |step: &mut Step| {
            named(step);
            step.contact_id = None;
        };
        let chaser = waiting(None, free).expect("a mail");
        assert_eq!((chaser.to.as_deref(), chaser.email), (Some("Dana Wirth"), None));
        assert!(chaser.text.starts_with("Hello Dana,"));
    }

    #[test]
    fn each_day_has_its_question() {
        for (due, asked) in [
            (Some(ahead(5)), "for Friday 27 Nov: Send the seat list.\nDoes that day still hold?"),
            (Some(today()), "for today: Send the seat list.\nWill it still come today?"),
            (None, "agreed: Send the seat list.\nCould you let me have it by Friday 27 Nov?"),
        ] {
            let text = waiting(due, |_| {}).expect("a mail").text;
            assert!(text.contains(asked), "{text}");
        }
    }

    #[test]
    fn what_is_ours_or_done_chases_nobody() {
        assert_eq!(waiting(None, |step| step.owner = StepOwner::Me), None);
        assert_eq!(waiting(None, |step| step.status = StepStatus::Done), None);
        assert_eq!(waiting(None, |step| step.kind = StepKind::Meeting), None);
    }

    #[test]
    fn somebody_is_greeted_by_their_first_name() {
        for (name, hello) in [
            ("Dana Wirth", "Hello Dana,"),
            ("C. Eo", "Hello C. Eo,"),
            ("Dr Ott", "Hello Dr Ott,"),
            ("Anna", "Hello Anna,"),
        ] {
            assert_eq!(greeting(name), hello);
        }
    }
}
