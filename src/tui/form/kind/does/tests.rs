//! The step that a talk does.

use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step::{self, Field, Step, StepStatus};
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

/// Contoso with a call to be made to one of its people.
fn trial(with: bool) -> (Trial, Id) {
    let subject = |with| Subject::Talk { account: 1, talk: None, with, about: None };
    let mut trial = Trial::new(subject(None));
    let records = &mut trial.facts.dossier.as_mut().expect("an account").records;
    let who = records.contacts[0].clone();
    let title = format!("Call {}: listen, then settle it", who.name);
    let mut call = Step::titled(&title, Some(fixture::today()), fixture::today());
    call.id = Id(70);
    call.account_id = Some(Id(1));
    call.contact_id = Some(who.id);
    call.signal = Some("open-detractor".to_owned());
    records.steps.push(call);
    if with {
        trial.subject = subject(Some(who.id.0));
    }
    (trial, who.id)
}

fn done(changes: &[Change]) -> Option<&[Field]> {
    changes.iter().find_map(|change| match change {
        Change::Step(step::Change::Edited { id: Id(70), fields }) => Some(fields.as_slice()),
        _ => None,
    })
}

#[test]
fn begun_for_somebody_it_does_the_call_that_was_to_be_made() {
    let (talk, _) = trial(true);
    assert_eq!(talk.text("step_id"), "70");
    let commit = talk.fill(&[("summary", "Settled")]).expect("a commit");
    let fields = done(&commit.changes).expect("the step");
    assert_eq!(
        fields,
        [
            Field::Status(StepStatus::Done),
            Field::DoneOn(Some(fixture::today())),
            Field::TalkId(Some(Id(-1)))
        ]
    );
    assert_eq!(commit.expected.len(), 3);
    // Nobody picked up: the call is still to be made.
    let commit = talk.fill(&[("summary", "No answer"), ("held", "no")]).expect("a commit");
    assert_eq!(done(&commit.changes), None);
    let commit = talk.fill(&[("summary", "About the weather"), ("step_id", "")]).expect("a commit");
    assert_eq!(done(&commit.changes), None);
}

#[test]
fn without_a_person_the_step_is_offered_and_not_chosen() {
    let (talk, _) = trial(false);
    assert_eq!(talk.text("step_id"), "");
    let commit = talk.fill(&[("summary", "Settled"), ("step_id", "70")]).expect("a commit");
    assert!(done(&commit.changes).is_some());
}
