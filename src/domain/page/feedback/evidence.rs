//! The records behind the figures, each in a few words.

use crate::domain::cell::Id;
use crate::domain::contact::Level;
use crate::domain::day::{signed, weekday};
use crate::domain::feedback::invitation::Invitation;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::page::{Case, Kind, Link, Proof};
use crate::domain::plan::step::Step;
use crate::domain::records::TalkFact;
use crate::domain::signal::sentence::all;
use chrono::NaiveDate;

/// Who it is; somebody whose record is gone has no name.
pub(super) fn name<'a>(case: &Case<'a>, contact: Id) -> &'a str {
    let person = case.records.contacts.iter().find(|one| one.id == contact);
    person.map_or("somebody", |one| one.name.as_str())
}

/// `K. Ott`, or that nobody is named.
pub(super) fn who<'a>(case: &Case<'a>, answer: &Answer) -> &'a str {
    answer.contact_id.map_or("unnamed", |contact| name(case, contact))
}

/// `decision makers`, `no level`.
pub(super) fn level(level: Option<Level>) -> String {
    level.map_or_else(|| "no level".to_owned(), |level| format!("{level}s"))
}

/// `4`, `6 of 7`.
pub(super) fn points(answer: &Answer) -> String {
    match answer.scale {
        Scale::Nps => answer.points.to_string(),
        Scale::Ces => format!("{} of 7", answer.points),
        Scale::Csat | Scale::Stars => format!("{} of 5", answer.points),
        Scale::Value => format!("{} of 10", answer.points),
    }
}

/// ` “Tickets wait for weeks”`, or nothing.
pub(super) fn quoted(words: Option<&str>) -> String {
    words.map(|words| format!(" “{words}”")).unwrap_or_default()
}

/// `K. Ott gave 4 “Tickets wait for weeks”`.
pub(super) fn answer(case: &Case<'_>, answer: &Answer) -> Proof {
    let who = answer.contact_id.map_or("somebody unnamed", |contact| name(case, contact));
    let gave = match answer.scale {
        Scale::Nps => format!("gave {}", points(answer)),
        Scale::Value => format!("put the value at {}", points(answer)),
        scale => format!("gave {} ({scale})", points(answer)),
    };
    Proof {
        text: format!("{who} {gave}{}", quoted(answer.why.as_deref())),
        on_date: Some(answer.on_date),
        link: Some(Link::to(Kind::Answer, answer.id)),
        account: None,
    }
}

/// These answers, the newest first.
pub(super) fn answers<'a>(
    case: &Case<'_>,
    answers: impl IntoIterator<Item = &'a Answer>,
) -> Vec<Proof> {
    let mut answers: Vec<&Answer> = answers.into_iter().collect();
    answers.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    answers.into_iter().map(|one| answer(case, one)).collect()
}

/// The last time somebody was asked.
pub(super) fn last_invitation<'a>(case: &Case<'a>, contact: Id) -> Option<&'a Invitation> {
    let theirs = case.records.invitations.iter().filter(|one| one.contact_id == contact);
    theirs.filter(|one| one.on_date <= case.today).max_by_key(|one| (one.on_date, one.id))
}

/// `M. Ito was asked`, with the day.
pub(super) fn asked(case: &Case<'_>, contact: Id) -> Option<Proof> {
    let invitation = last_invitation(case, contact)?;
    Some(Proof {
        text: format!("{} was asked", name(case, contact)),
        on_date: Some(invitation.on_date),
        link: Some(Link::to(Kind::Invitation, invitation.id)),
        account: None,
    })
}

/// Somebody's record, with what is to be said of them.
pub(super) fn person(case: &Case<'_>, contact: Id, says: &str) -> Proof {
    Proof {
        text: format!("{} {says}", name(case, contact)),
        on_date: None,
        link: Some(Link::to(Kind::Contact, contact)),
        account: None,
    }
}

/// `call with K. Ott and J. Roy, mood −1`.
pub(super) fn talk(case: &Case<'_>, talk: &TalkFact) -> Proof {
    let people: Vec<&str> = talk.people.iter().map(|one| name(case, *one)).collect();
    let with = if people.is_empty() { String::new() } else { format!(" with {}", all(&people)) };
    let mood = talk.mood.map(|mood| format!(", mood {}", signed(mood))).unwrap_or_default();
    Proof {
        text: format!("{}{with}{mood}", talk.kind),
        on_date: Some(talk.on_date),
        link: Some(Link::to(Kind::Talk, talk.id)),
        account: None,
    }
}

/// `Call K. Ott, by Fri 27 Nov`.
pub(super) fn step(case: &Case<'_>, step: &Step) -> Proof {
    let by = step.due_on.map(|due| format!(", by {}", weekday(due, case.today)));
    Proof {
        text: format!("{}{}", step.title, by.unwrap_or_default()),
        on_date: None,
        link: Some(Link::to(Kind::Step, step.id)),
        account: None,
    }
}

/// The next open step with a day that these people are served by, made for one of the signals or
/// part of the playbook that answers it.
pub(super) fn step_for<'a>(
    case: &Case<'a>,
    people: &[Id],
    codes: &[&str],
    playbook: &str,
) -> Option<&'a Step> {
    let made_for = |step: &&Step| {
        let signal = step.signal.as_deref().is_some_and(|code| codes.contains(&code));
        signal || step.playbook.as_deref() == Some(playbook)
    };
    let theirs = |step: &&Step| match step.contact_id {
        Some(contact) => people.contains(&contact),
        None => people.is_empty(),
    };
    let open = case.records.steps.iter().filter(|step| step.status.open());
    let serving = open.filter(|step| step.due_on.is_some()).filter(made_for).filter(theirs);
    serving.min_by_key(|step| (step.due_on, step.id))
}

/// `K. Ott, J. Roy +1`: two names at most; `nobody named` where there are none.
pub(super) fn people(case: &Case<'_>, contacts: &[Id]) -> String {
    let people: Vec<&str> = contacts.iter().map(|one| name(case, *one)).collect();
    match people.as_slice() {
        [] => "nobody named".to_owned(),
        [first, second] => format!("{first}, {second}"),
        [first, second, rest @ ..] => format!("{first}, {second} +{}", rest.len()),
        [one] => (*one).to_owned(),
    }
}

/// How old, in the columns of a list: `36 d`.
pub(super) fn age(case: &Case<'_>, on: NaiveDate) -> String {
    crate::domain::day::span(crate::domain::day::days_between(on, case.today))
}

/// Where nothing is on record: what is missing, and the way to write it down.
pub(super) fn none(text: &str, kind: Kind) -> Proof {
    Proof { text: text.to_owned(), on_date: None, link: Some(Link::new(kind)), account: None }
}

/// With a capital letter and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}
