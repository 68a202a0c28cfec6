//! Talks and steps that are about an opportunity.

use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::plan::step::{self, Step, StepKind};
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::talk::{Change as TalkChange, Talk};
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

/// Contoso with two open opportunities, one that is lost, and a meeting about the second.
fn trial(subject: Subject) -> Trial {
    let mut trial = Trial::new(subject);
    let records = &mut trial.facts.dossier.as_mut().expect("an account").records;
    for (id, title, stage) in [
        (11, "Seats for Lyon", OpportunityStage::Idea),
        (12, "Dock planning", OpportunityStage::Proposed),
        (13, "Premium", OpportunityStage::Lost),
    ] {
        let mut one = Opportunity::titled(title, Some(Id(1)), fixture::today());
        (one.id, one.stage) = (Id(id), stage);
        records.opportunities.push(one);
    }
    let mut meeting = Step::titled("Case with K. Ott", Some(fixture::today()), fixture::today());
    meeting.id = Id(70);
    meeting.account_id = Some(Id(1));
    meeting.kind = StepKind::Meeting;
    meeting.opportunity_id = Some(Id(12));
    records.steps.push(meeting);
    trial
}

fn talk(about: Option<i64>) -> Subject {
    Subject::Talk { account: 1, talk: None, with: None, about }
}

fn written(changes: &[Change]) -> &Talk {
    match &changes[0] {
        Change::Talk(TalkChange::Added(talk)) => talk,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_talk_is_about_what_is_still_open() {
    let trial = trial(talk(None));
    let spec = trial.spec();
    let field = spec.fields.iter().find(|field| field.key == "opportunity_id").expect("a field");
    let options = format!("{:?}", field.kind);
    assert!(options.contains("Dock planning") && options.contains("Seats for Lyon"), "{options}");
    assert!(!options.contains("Premium"), "{options}");
    let commit = trial.fill(&[("summary", "Case"), ("opportunity_id", "11")]).expect("a commit");
    assert_eq!(written(&commit.changes).opportunity_id, Some(Id(11)));
    let commit = trial.fill(&[("summary", "Case")]).expect("a commit");
    assert_eq!(written(&commit.changes).opportunity_id, None);
}

#[test]
fn begun_for_an_opportunity_it_is_about_it() {
    let commit = trial(talk(Some(12))).fill(&[("summary", "Case")]).expect("a commit");
    assert_eq!(written(&commit.changes).opportunity_id, Some(Id(12)));
    // Nothing to choose from, nothing asked.
    let bare = Trial::new(talk(None));
    assert!(bare.spec().fields.iter().all(|field| field.key != "opportunity_id"));
}

#[test]
fn a_meeting_hands_its_opportunity_to_its_talk() {
    let trial = trial(Subject::Held { account: 1, step: 70 });
    assert_eq!(trial.text("opportunity_id"), "12");
    let commit = trial.fill(&[]).expect("a commit");
    assert_eq!(written(&commit.changes).opportunity_id, Some(Id(12)));
    let fields = commit.changes.iter().find_map(|change| match change {
        Change::Step(step::Change::Edited { fields, .. }) => Some(fields.clone()),
        _ => None,
    });
    let fields = fields.expect("the meeting is over");
    assert!(fields.contains(&step::Field::TalkId(Some(Id(-1)))), "{fields:?}");
    let other = trial.fill(&[("opportunity_id", "11")]).expect("a commit");
    assert_eq!(written(&other.changes).opportunity_id, Some(Id(11)));
}

#[test]
fn a_step_can_be_for_an_opportunity() {
    let kind = "meeting".to_owned();
    let subject = Subject::Step { account: Some(1), step: None, kind, signal: None, about: None };
    let trial = trial(subject);
    let typed = [("due_on", "fri"), ("opportunity_id", "11")];
    let commit = trial.fill(&typed).expect("a commit");
    let Change::Step(step::Change::Added(step)) = &commit.changes[0] else { panic!("no step") };
    assert_eq!(step.opportunity_id, Some(Id(11)));
}
