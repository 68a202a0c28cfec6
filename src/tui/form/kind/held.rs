//! A meeting is over: the step is done and a talk stands in the log, or it did not take place and
//! gets another day.

use super::{about, next, talk, who};
use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::plan::step::{self, MeetingType, Step, StepStatus};
use crate::domain::talk::{Change as TalkChange, Talk, TalkKind, Topic};
use crate::domain::word::WordSet;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

/// The reason of a meeting that nobody gave another day.
const NOT_HELD: &str = "did not take place";

fn subject_step<'a>(subject: &Subject, facts: &'a Facts) -> Option<&'a Step> {
    match subject {
        Subject::Held { step, .. } => facts.step(*step),
        _ => None,
    }
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let step = subject_step(subject, facts)?;
    let invited: Vec<Id> = facts.step_people.iter().map(|one| one.contact_id).collect();
    let day = step.due_on.filter(|due| *due <= facts.today);
    let about = match step.meeting_type {
        Some(MeetingType::Renewal) => WordSet::of(&[Topic::RenewalTalk]),
        _ => WordSet::default(),
    };
    let yes_no = FieldKind::Choice { options: Choice::yes_no(), none: false };
    let mut fields = vec![
        FieldSpec::new("held", "took place", yes_no, "yes"),
        talk::mood(None),
        talk::topics(&about),
        FieldSpec::new("summary", "in a sentence", FieldKind::Line, "").hint(&step.title),
        FieldSpec::new("quote", "their words", FieldKind::Line, "")
            .hint("what they said, as they said it"),
    ];
    fields.extend(next::fields());
    fields.extend(about::field(step.opportunity_id, facts));
    fields.extend([
        FieldSpec::new(
            "people",
            "who came",
            FieldKind::Many { options: who::choices(facts, &invited) },
            who::keys(invited),
        ),
        FieldSpec::new(
            "on_date",
            "day",
            FieldKind::Day,
            day.map_or_else(|| "today".to_owned(), day::typed),
        ),
        FieldSpec::new("note", "note", FieldKind::Lines, ""),
    ]);
    let lead = "It becomes a talk in the log. Not held: “by” gives it another day.";
    Some(Spec {
        title: format!("Meeting over: {}", step.title),
        lead: vec![lead.to_owned()],
        fields,
    })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let old = subject_step(subject, facts)?;
    let account = old.account_id?;
    let held = values.yes("held").unwrap_or(true);
    let on_date = talk::past_day("on_date", facts, values);
    let talk = Talk {
        id: Id(-1),
        two_way: held,
        missed: !held,
        mood: values.whole("mood", -2, 2),
        topics: WordSet::of(&values.words("topics", Topic::from_word)),
        summary: values.text("summary").unwrap_or_else(|| old.title.clone()),
        quote: values.text("quote"),
        note: values.text("note"),
        opportunity_id: about::chosen(old.opportunity_id, facts, values),
        ..Talk::on(on_date, TalkKind::Meeting, Some(account))
    };
    let mut new = old.clone();
    new.opportunity_id = talk.opportunity_id;
    let again = values.day(next::DAY).filter(|_| !held && values.text(next::TITLE).is_none());
    let label = match (held, again) {
        (true, _) => {
            new.status = StepStatus::Done;
            new.done_on = Some(on_date);
            new.talk_id = Some(talk.id);
            format!("{} held", old.title)
        }
        (false, Some(again)) => {
            new.first_due_on = old.first_due_on.or(old.due_on);
            new.due_on = Some(again);
            format!("{} missed, moved to {}", old.title, day::day(again, facts.today))
        }
        (false, None) => {
            new.status = StepStatus::Dropped;
            new.drop_reason = Some(NOT_HELD.to_owned());
            format!("{} missed", old.title)
        }
    };
    let people = who::of_talk(&talk, &[], &values.ids("people"));
    let fields = new.fields_changed_from(old);
    let expected = old.expects(&fields);
    let mut changes: Vec<Change> = vec![TalkChange::Added(talk).into()];
    changes.extend(people);
    if !fields.is_empty() {
        changes.push(step::Change::Edited { id: old.id, fields }.into());
    }
    if again.is_none() {
        changes.extend(next::step(account, facts, values));
    }
    Some(Commit::new(Act::edit(label, Some(account)), changes).expecting(expected))
}
