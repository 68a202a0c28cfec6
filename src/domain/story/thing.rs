//! The three biggest things to do: act signals in the order of the list, then what was promised for
//! the week ahead and the last days to give notice, then what asks for attention soon.

use super::told::capital;
use crate::domain::agenda::{Agenda, Due, What};
use crate::domain::cell::Id;
use crate::domain::rank::counted;
use crate::domain::signal::answer::{Answer, answer};
use crate::domain::signal::{Severity, Signal, table};
use crate::domain::standing::{Ranked, Ranking, Standing};
use crate::domain::word::words;
use chrono::NaiveDate;

/// So many are told.
const THINGS: usize = 3;

words! {
    /// Why it is one of the three.
    ThingKind { Signal = "signal", Promise = "promise", Notice = "notice", }
}

words! {
    /// By which act it is done.
    Way { Done = "done", Playbook = "playbook", InHand = "in hand", }
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Thing {
    pub kind: ThingKind,
    pub account: Id,
    pub name: String,
    /// One sentence with its evidence.
    pub text: String,
    pub severity: Option<Severity>,
    /// The signal that asks for it, as `champion-left`.
    pub signal: Option<&'static str>,
    /// The playbook that answers it.
    pub playbook: Option<&'static str>,
    /// What ends it at one stroke: `talk`, `done`; none: it has to be taken in hand.
    pub answer: Option<&'static str>,
    /// By when; none: now.
    pub by: Option<NaiveDate>,
    /// The record that it is about.
    pub about: Option<(&'static str, Id)>,
    /// Why it comes before others, in sentences.
    pub because: Vec<String>,
}

pub(super) fn things(standings: &[Standing], ranking: &Ranking, agenda: &Agenda) -> Vec<Thing> {
    let shared: Vec<&str> = ranking.lines.iter().map(|line| line.code).collect();
    let signalled = |severity: Severity| {
        let first = |row: &Ranked| {
            let standing = standings.iter().find(|one| one.account == row.account)?;
            let signal = counted(standing, &shared).into_iter().next()?;
            (signal.severity == severity).then(|| of_signal(signal, standing, row))
        };
        ranking.rows.iter().filter_map(first).take(THINGS).collect::<Vec<_>>()
    };
    let mut dated: Vec<&Due> = agenda.days.iter().flat_map(|day| &day.dues).collect();
    dated.retain(|due| matches!(due.what, What::Promise | What::Notice));
    let dated = dated.into_iter().filter_map(of_due);
    let all = signalled(Severity::Now).into_iter().chain(dated);
    let mut things: Vec<Thing> = Vec::new();
    for thing in all.chain(signalled(Severity::Soon)) {
        if things.len() < THINGS && things.iter().all(|one| one.account != thing.account) {
            things.push(thing);
        }
    }
    things
}

fn of_signal(signal: &Signal, standing: &Standing, row: &Ranked) -> Thing {
    let mut because = vec![format!(
        "In the list under {}: its signals weigh {:.1}, with its size {:.1}.",
        row.group,
        row.strongest + row.rest,
        row.weight
    )];
    because.push(standing.arr.map_or_else(
        || "ARR not known: it counts as the middle of the book.".to_owned(),
        |arr| format!("ARR {}.", arr.signed_short()),
    ));
    because.extend(signal.swallowed.iter().map(|(_, text)| text.clone()));
    Thing {
        kind: ThingKind::Signal,
        account: standing.account,
        name: standing.name.clone(),
        text: signal.text.clone(),
        severity: Some(signal.severity),
        signal: Some(signal.code),
        playbook: table::rule(signal.code).and_then(|rule| rule.playbook),
        answer: answer(signal.code).short(),
        by: None,
        about: signal.about,
        because,
    }
}

fn of_due(due: &Due) -> Option<Thing> {
    let promise = due.what == What::Promise;
    let text = if promise {
        format!("Promised: {}.", due.text)
    } else {
        format!("{}.", capital(&due.text))
    };
    let because = [due.ground.clone()].into_iter().filter(|ground| !ground.is_empty());
    Some(Thing {
        kind: if promise { ThingKind::Promise } else { ThingKind::Notice },
        account: due.account?,
        name: due.name.clone(),
        text,
        severity: None,
        signal: None,
        playbook: None,
        answer: promise.then_some("done"),
        by: Some(due.on),
        about: due.about,
        because: because.map(|ground| capital(&ground)).collect(),
    })
}

impl Thing {
    /// It has to be done now.
    #[must_use]
    pub fn alarm(&self) -> bool {
        self.severity == Some(Severity::Now)
    }

    /// The acts that do it, the most fitting first, each with its word.
    #[must_use]
    pub fn ways(&self) -> Vec<(Way, &'static str)> {
        let done = self.answer.map(|word| (Way::Done, word));
        let playbook = self.playbook.map(|_| (Way::Playbook, Way::Playbook.word()));
        let hand = self.signal.map(|_| (Way::InHand, Way::InHand.word()));
        let at_a_stroke = self.signal.is_none_or(|code| answer(code) == Answer::Step);
        let first = if at_a_stroke { [done, playbook] } else { [playbook, done] };
        first.into_iter().flatten().chain(hand).collect()
    }
}
