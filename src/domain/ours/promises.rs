//! What we promised the client, and who on our side checked that it can be kept. Source: the
//! account-management guide: over-promising loses accounts.

use crate::domain::cell::Id;
use crate::domain::day::day;
use crate::domain::plan::progress::late;
use crate::domain::plan::step::{Step, StepKind, StepOwner};
use crate::domain::records::Records;
use chrono::NaiveDate;

/// An open promise of ours.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Promise {
    pub step: Id,
    pub title: String,
    pub due_on: Option<NaiveDate>,
    pub late: bool,
    /// The contact it was given to.
    pub to: Option<String>,
    /// None: *unchecked*.
    pub checked_by: Option<String>,
    /// `ROI sheet for K. Ott by 3 Dec: checked by B. Lind`.
    pub text: String,
}

/// The open promises of an account, the nearest day first.
#[must_use]
pub fn promises(records: &Records, today: NaiveDate) -> Vec<Promise> {
    let ours = |step: &&Step| {
        step.kind == StepKind::Promise && step.status.open() && step.owner != StepOwner::Client
    };
    let mut open: Vec<&Step> = records.steps.iter().filter(ours).collect();
    open.sort_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    open.into_iter().map(|step| promise(records, step, today)).collect()
}

fn promise(records: &Records, step: &Step, today: NaiveDate) -> Promise {
    let whom = records.contacts.iter().find(|contact| Some(contact.id) == step.contact_id);
    let to = whom.map(|contact| contact.name.clone());
    let named = step.checked_by.as_deref().map(str::trim).filter(|name| !name.is_empty());
    // The title often says already for whom it is.
    let unsaid = to.as_ref().filter(|name| !step.title.contains(name.as_str()));
    let for_whom = unsaid.map_or_else(String::new, |name| format!(" for {name}"));
    let by = step.due_on.map_or_else(String::new, |due| format!(" by {}", day(due, today)));
    let checked = named.map_or_else(|| "unchecked".to_owned(), |name| format!("checked by {name}"));
    Promise {
        step: step.id,
        title: step.title.clone(),
        due_on: step.due_on,
        late: late(step, today),
        text: format!("{}{for_whom}{by}: {checked}", step.title),
        to,
        checked_by: named.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sponsors::tests::records;
    use super::*;
    use crate::domain::plan::step::StepStatus;
    use crate::domain::signal::trial::{ago, ahead, today};

    #[test]
    fn open_promises_of_ours_say_who_checked_them() {
        let mut records = records();
        let mut add = |due: Option<NaiveDate>, edit: fn(&mut Step)| {
            let mut step = Step::titled("ROI sheet", due, ago(20));
            step.id = Id(i64::try_from(records.steps.len()).expect("few") + 1);
            step.kind = StepKind::Promise;
            edit(&mut step);
            records.steps.push(step);
        };
        add(None, |_| {});
        add(Some(ahead(11)), |step| {
            step.contact_id = Some(Id(10));
            step.checked_by = Some("B. Lind".to_owned());
        });
        add(Some(ago(1)), |step| step.checked_by = Some("  ".to_owned()));
        add(Some(ago(1)), |step| step.owner = StepOwner::Client);
        add(Some(ago(1)), |step| step.status = StepStatus::Done);
        add(Some(ago(1)), |step| step.kind = StepKind::Step);
        let found = promises(&records, today());
        let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "ROI sheet by 21 Nov: unchecked",
                "ROI sheet for C. Eo by 3 Dec: checked by B. Lind",
                "ROI sheet: unchecked",
            ]
        );
        assert_eq!(found.iter().map(|one| one.late).collect::<Vec<_>>(), [true, false, false]);
    }
}
