//! What would be started as things stand: the dated steps of a playbook, or the one step that a
//! signal without a playbook is taken in hand with.

use super::Preview;
use crate::desk::{Act, Commit};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::Contact;
use crate::domain::plan::step::{self, Step, StepKind};
use crate::domain::plan::step_person::{self, StepPerson};
use crate::domain::playbook::{self, Ask, Fate, Line, Play, Playbook, Start, wanted};
use crate::domain::records::Records;
use crate::domain::signal::answer;
use crate::domain::signal::{Signal, table};
use crate::text;
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::NaiveDate;

/// The key of the one step where there is no playbook.
const ONE: &str = "step";

/// The number that names the new step within its commit.
const NEW: Id = Id(-1);

/// Everything that there is to see and to write.
#[derive(Debug)]
pub(super) struct Prepared {
    /// `Champion left ─ Contoso`.
    pub(super) title: String,
    /// What it is to bring.
    pub(super) purpose: String,
    /// The sentence of the signal that it answers.
    pub(super) answers: Option<String>,
    /// What the days are counted from; none where there is but one day.
    pub(super) counted: Option<Counted>,
    /// Whom it is about, where somebody chose or has to choose; none where that is no question.
    pub(super) who: Option<Who>,
    /// Whom it would be about next.
    pub(super) next_person: Option<Id>,
    pub(super) rows: Vec<Row>,
    /// In a few words; none: nothing would change.
    pub(super) effect: Option<String>,
    pub(super) commit: Option<Commit>,
}

/// The day that all others are counted from.
#[derive(Debug)]
pub(super) struct Counted {
    /// `the day the champion left`.
    pub(super) what: String,
    /// None: nothing recorded says which day that is.
    pub(super) on: Option<NaiveDate>,
}

/// Whom a playbook is about.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Who {
    Chosen(String),
    /// Its steps name somebody, and nobody is chosen.
    Asked,
}

/// One step.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: Line,
    /// `-14`: the days from the one that is counted from.
    pub(super) day: String,
    /// `meeting: QBR`, `colleague`.
    pub(super) kind: String,
    /// What to do, to say, to avoid, to talk about.
    pub(super) advice: Vec<(&'static str, String)>,
}

impl Row {
    /// What becomes of it, where it does not simply come into the plan.
    pub(super) fn fate(&self, today: NaiveDate) -> String {
        match (self.line.fate, self.line.was_on) {
            (Fate::Added, _) => String::new(),
            (Fate::Moved, Some(was)) => format!("moved from {}", phrase::day(was, today)),
            (Fate::Moved, None) => "gets a day".to_owned(),
            (Fate::Kept, _) => "there already".to_owned(),
            (fate, _) => fate.to_string(),
        }
    }

    /// It is started with the others.
    pub(super) const fn runs(&self) -> bool {
        matches!(self.line.fate, Fate::Added | Fate::Moved | Fate::Kept)
    }
}

/// What the preview shows; none where the account, the playbook or the signal is there no more.
pub(super) fn prepared(preview: &Preview, sight: &Sight<'_>) -> Option<Prepared> {
    let dossier = sight.dossier.filter(|held| held.records.account.id == preview.account)?;
    let code = preview.signal.as_deref();
    let signals = &dossier.standing.signals;
    let signal = code.and_then(|code| signals.iter().find(|one| one.code == code));
    match preview.playbook(sight) {
        Some(playbook) => Some(of_playbook(preview, playbook, dossier, signal, sight.today)),
        None => Some(of_signal(preview, dossier, signal?, sight)),
    }
}

fn of_playbook(
    preview: &Preview,
    playbook: &Playbook,
    dossier: &Dossier,
    signal: Option<&Signal>,
    today: NaiveDate,
) -> Prepared {
    let parts = (&dossier.records, &dossier.standing);
    let ask = if playbook.whole_book {
        Some(Ask::of_book(preview.on.unwrap_or(today)))
    } else {
        let ask = Ask::of(playbook, parts, signal, preview.on, today).ok();
        ask.map(|ask| ask.about(preview.focus, &dossier.records))
    };
    let who = whom(preview, playbook, signal, &dossier.records);
    let ask = ask.map(|ask| Ask { wanted: preview.wanted.clone(), ..ask });
    let existing: &[Step] =
        if playbook.whole_book { &preview.loose } else { &dossier.records.steps };
    let started = ask.as_ref().map(|ask| playbook::start(playbook, ask, existing, today));
    let rows = playbook.plays.iter().enumerate().map(|(place, play)| Row {
        line: started.as_ref().map_or_else(
            || undated(play, who.map(|contact| contact.name.as_str()), dossier),
            |started| started.lines[place].clone(),
        ),
        day: Playbook::day_word(play),
        kind: play.kind_words().join(", "),
        advice: advice(play),
    });
    let rows = rows.collect();
    let next_person =
        if playbook.whole_book { None } else { next_person(who, &dossier.records.contacts) };
    let whose = if playbook.whole_book { "the whole book" } else { &dossier.records.account.name };
    let counted = Counted { what: playbook.counted_from(), on: ask.as_ref().map(|ask| ask.on) };
    Prepared {
        title: format!("{} ─ {whose}", text::capital(&playbook.name)),
        purpose: playbook.purpose.clone(),
        answers: signal.map(|signal| signal.text.clone()),
        counted: Some(counted),
        who: match who {
            Some(contact) => {
                preview.focus.contact.is_some().then(|| Who::Chosen(contact.name.clone()))
            }
            None => (next_person.is_some() && playbook.asks_who()).then_some(Who::Asked),
        },
        next_person,
        rows,
        effect: started.as_ref().and_then(Start::effect),
        commit: ask.zip(started).filter(|(_, started)| !started.changes.is_empty()).map(
            |(ask, started)| {
                let effect = started.effect().map(|effect| format!(": {effect}"));
                let label = format!("{}{}", playbook.label(&ask), effect.unwrap_or_default());
                let act = Act::edit(label, ask.account);
                Commit::new(act, started.changes).expecting(started.expected)
            },
        ),
    }
}

/// Whom it is about: who was chosen, else whom the signal is about.
fn whom<'a>(
    preview: &Preview,
    playbook: &Playbook,
    signal: Option<&Signal>,
    records: &'a Records,
) -> Option<&'a Contact> {
    if playbook.whole_book {
        return None;
    }
    let chosen = preview.focus.contact;
    let chosen = records.contacts.iter().find(|contact| Some(contact.id) == chosen);
    chosen.or_else(|| signal.and_then(|signal| answer::person(signal, records)))
}

/// Of those who are there the one after this one, by name.
fn next_person(who: Option<&Contact>, contacts: &[Contact]) -> Option<Id> {
    let order = |contact: &&Contact| (contact.name.to_lowercase(), contact.id);
    let there = |contact: &&Contact| contact.left_on.is_none() && contact.archived_on.is_none();
    let mut people: Vec<&Contact> = contacts.iter().filter(there).collect();
    people.sort_by_key(order);
    let after = who.and_then(|who| people.iter().find(|one| order(one) > order(&who)));
    after.or_else(|| people.first()).map(|contact| contact.id)
}

/// A step without the day that others are counted from.
fn undated(play: &Play, who: Option<&str>, dossier: &Dossier) -> Line {
    Line {
        key: play.key.clone(),
        title: play.title_for(who, Some(&dossier.records.account.name)),
        fate: Fate::Added,
        due_on: None,
        was_on: None,
        step: None,
    }
}

/// What the playbook says to one step, and what its meeting is about.
fn advice(play: &Play) -> Vec<(&'static str, String)> {
    let advice = play.advice().into_iter().map(|(word, said)| (word, said.to_owned()));
    let agenda = play.agenda.as_ref().map(|agenda| {
        let points: Vec<&str> = agenda.lines().collect();
        ("agenda", points.join(" · "))
    });
    advice.chain(agenda).collect()
}

/// No playbook answers it: the one step that is proposed for it.
fn of_signal(preview: &Preview, dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Prepared {
    let mut step = answer::taken_in_hand(signal, &dossier.records, sight.today);
    let wanted = wanted::find(&preview.wanted, ONE);
    if let Some(due) = wanted.and_then(|wanted| wanted.due_on) {
        (step.due_on, step.first_due_on) = (Some(due), Some(due));
    }
    if let Some(title) = wanted.and_then(|wanted| wanted.title.clone()) {
        step.title = title;
    }
    let out = wanted.is_some_and(|wanted| wanted.out);
    let rule = table::rule(signal.code);
    let line = Line {
        key: ONE.to_owned(),
        title: step.title.clone(),
        fate: if out { Fate::LeftOut } else { Fate::Added },
        due_on: step.due_on,
        was_on: None,
        step: None,
    };
    let kind = step.meeting_type.map(|meeting| format!("meeting: {meeting}")).unwrap_or_default();
    let title = rule.map_or(signal.short, |rule| rule.title);
    let help = rule.map(|rule| ("why", sight.rules.told(rule.help)));
    Prepared {
        title: format!("{} ─ {}", text::capital(title), dossier.records.account.name),
        purpose: "No playbook is written for it. This one step takes it in hand.".to_owned(),
        answers: Some(signal.text.clone()),
        counted: None,
        who: None,
        next_person: None,
        rows: vec![Row { line, day: String::new(), kind, advice: help.into_iter().collect() }],
        effect: (!out).then(|| "1 step".to_owned()),
        commit: (!out).then(|| in_hand(step, dossier, sight.today)),
    }
}

/// Writes the step that takes a signal in hand; whoever a meeting is about is invited to it.
pub fn in_hand(step: Step, dossier: &Dossier, today: NaiveDate) -> Commit {
    let day = step.due_on.map(|due| format!(", {}", phrase::weekday(due, today)));
    let label = format!("In hand: {}{}", step.title, day.unwrap_or_default());
    let step = Step { id: NEW, ..step };
    let invited = step.contact_id.filter(|_| step.kind == StepKind::Meeting);
    let mut changes: Vec<Change> = vec![step::Change::Added(step).into()];
    changes.extend(invited.map(|contact_id| {
        step_person::Change::Added(StepPerson { id: Id(0), step_id: NEW, contact_id }).into()
    }));
    Commit::new(Act::edit(label, Some(dossier.records.account.id)), changes)
}
