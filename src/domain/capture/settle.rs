//! The records that a line makes.

use super::line::{At, Line};
use super::token::bare;
use super::word::{self, Told};
use super::{Captured, Fault, Ground, Meaning, Named};
use crate::domain::cell::Id;
use crate::domain::feedback::{Answer, Driver, Scale};
use crate::domain::map::{DETRACTOR, PROMOTER, vote};
use crate::domain::plan::step::{Step, StepKind};
use crate::domain::talk::{Talk, TalkKind};
use crate::domain::word::WordSet;

/// The name of the talk inside its commit; answers and steps are named by the numbers below it.
const TALK: i64 = -1;

pub(super) fn settle(mut line: Line, ground: &Ground<'_>) -> Captured {
    let whose: Vec<Option<Named>> =
        (0..line.answers.len()).map(|nth| whose(&mut line, nth)).collect();
    let driver = driver(&mut line);
    let talk = talk(&mut line, ground);
    let mut ids = (i64::MIN..TALK).rev().map(Id);
    let answers = answers(&mut line, ground, (&whose, driver), talk.is_none(), &mut ids);
    let steps = steps(&mut line, ground, &mut ids);
    if talk.is_none() && answers.is_empty() && steps.is_empty() && line.faults.is_empty() {
        let told = "what happened was not said: a call, a sentence, their words, nps6 or !step";
        line.faults.push(Fault::new(told));
    }
    line.pieces.sort_by_key(|piece| (piece.from, piece.to));
    Captured {
        account: line.account,
        people: line.people.into_iter().map(|one| one.what).collect(),
        talk,
        answers,
        steps,
        pieces: line.pieces,
        faults: line.faults,
        remarks: line.remarks,
    }
}

/// Who gave an answer: whoever was named before it and after the answer before; else the only
/// person of the line, once on each scale; where nobody is named it is anonymous.
fn whose(line: &mut Line, nth: usize) -> Option<Named> {
    let answer = line.answers.get(nth)?;
    let before = nth.checked_sub(1).and_then(|last| line.answers.get(last)).map(|one| one.place);
    let near: Vec<&At<Named>> = line
        .people
        .iter()
        .filter(|one| one.place < answer.place && before.is_none_or(|last| one.place > last))
        .collect();
    // One person gives one answer on a scale.
    let of_scale = |one: &&At<(Scale, i64)>| one.what.0 == answer.what.0;
    match (near.as_slice(), line.people.as_slice()) {
        ([one], _) => Some(one.what.clone()),
        ([], [one]) if line.answers.iter().filter(of_scale).count() == 1 => Some(one.what.clone()),
        ([], []) => None,
        _ => {
            let (scale, points) = answer.what;
            let message = format!("whose answer is {scale} {points}? It stands after the name");
            let candidates = line.people.iter().map(|one| one.what.name.clone()).collect();
            line.faults.push(Fault { candidates, ..Fault::new(message) });
            None
        }
    }
}

/// What an answer was about; without an answer there is nothing to be about.
fn driver(line: &mut Line) -> Option<Driver> {
    let first = line.drivers.first()?;
    if !line.answers.is_empty() {
        return Some(first.what);
    }
    for driver in std::mem::take(&mut line.drivers) {
        let message = format!("#{} belongs to an answer, and there is none", driver.what);
        line.faults.push(Fault::new(message));
    }
    None
}

/// The talk that the line tells of; none where it tells of answers or things to be done alone.
fn talk(line: &mut Line, ground: &Ground<'_>) -> Option<Talk> {
    let told = line.kind.is_some()
        || line.missed
        || line.two_way.is_some()
        || line.started_by.is_some()
        || line.mood.is_some()
        || !line.topics.is_empty()
        || !line.sentence.is_empty()
        || line.note.is_some()
        || !line.quotes.is_empty() && line.answers.is_empty();
    let account = line.account.as_ref()?.id;
    if !told {
        return None;
    }
    let heard = !line.people.is_empty() || line.mood.is_some() || !line.quotes.is_empty();
    let kind = line.kind.unwrap_or(match (line.missed, heard) {
        (true, _) => TalkKind::Meeting,
        (false, true) => TalkKind::Call,
        (false, false) => TalkKind::Note,
    });
    if line.kind.is_none() && !line.missed {
        let kinds = |word: &&String| matches!(word::told(&bare(word)), Some(Told::Kind(_)));
        if let Some(word) = line.sentence.iter().find(kinds).map(|word| bare(word)) {
            let told = format!("“{word}” stands in the sentence; before it, it says the kind");
            line.remarks.push(told);
        }
        line.remarks.push(match kind {
            TalkKind::Note => "neither a kind nor a person was said: a note".to_owned(),
            _ if line.two_way == Some(false) => "no kind was said: a call".to_owned(),
            _ => "no kind was said, and somebody was heard: a call".to_owned(),
        });
    }
    let can_answer = matches!(kind, TalkKind::Call | TalkKind::Meeting | TalkKind::Message);
    if line.two_way == Some(true) && !can_answer {
        let message = format!("a {kind} has no answer").replace("a e", "an e");
        line.faults.push(Fault::new(message));
    }
    let spoken = matches!(kind, TalkKind::Call | TalkKind::Meeting);
    let two_way = !line.missed && line.two_way.unwrap_or(spoken);
    for piece in line.pieces.iter_mut().filter(|piece| piece.meaning == Meaning::Kind) {
        if line.kind.is_some_and(|kind| piece.told.ends_with(kind.word())) && can_answer {
            let how = if two_way { "both sides took part" } else { "one-way" };
            piece.told = format!("{}, {how}", piece.told);
        }
    }
    let quotes: Vec<&str> = line.quotes.iter().map(|quote| quote.what.as_str()).collect();
    Some(Talk {
        id: Id(TALK),
        two_way,
        missed: line.missed,
        started_by: line.started_by,
        mood: line.mood,
        topics: WordSet::of(&line.topics),
        summary: line.sentence.join(" "),
        quote: (!quotes.is_empty()).then(|| quotes.join(" … ")),
        note: line.note.clone(),
        ..Talk::on(line.day.unwrap_or(ground.today), kind, Some(account))
    })
}

fn answers(
    line: &mut Line,
    ground: &Ground<'_>,
    (whose, driver): (&[Option<Named>], Option<Driver>),
    alone: bool,
    ids: &mut impl Iterator<Item = Id>,
) -> Vec<Answer> {
    let Some(account_id) = line.account.as_ref().map(|account| account.id) else {
        return Vec::new();
    };
    let found = std::mem::take(&mut line.answers);
    let last = |nth: usize| found.get(nth + 1).map_or(usize::MAX, |next| next.place);
    let first = |nth: usize| if nth == 0 { 0 } else { found.get(nth).map_or(0, |one| one.place) };
    let mut answers = Vec::new();
    for (nth, ((one, who), id)) in found.iter().zip(whose).zip(ids).enumerate() {
        let (scale, points) = one.what;
        let who_told = who.as_ref().map_or("somebody unnamed", |who| who.name.as_str());
        let vote = match (scale, vote(points)) {
            (Scale::Nps, PROMOTER) => ", a promoter",
            (Scale::Nps, DETRACTOR) => ", a detractor",
            (Scale::Nps, _) => ", a passive",
            _ => "",
        };
        if let Some(piece) = line.pieces.get_mut(one.piece) {
            piece.told = format!("{scale} {points} from {who_told}{vote}");
        }
        // What they said is why they gave the answer next to it.
        let quotes: Vec<&At<String>> = line
            .quotes
            .iter()
            .filter(|quote| quote.place >= first(nth) && quote.place < last(nth))
            .collect();
        if alone {
            for quote in &quotes {
                if let Some(piece) = line.pieces.get_mut(quote.piece) {
                    "why they gave it".clone_into(&mut piece.told);
                }
            }
        }
        let why: Vec<&str> = quotes.iter().map(|quote| quote.what.as_str()).collect();
        answers.push(Answer {
            id,
            account_id,
            contact_id: who.as_ref().map(|who| who.id),
            on_date: line.day.unwrap_or(ground.today),
            scale,
            points,
            why: (!why.is_empty()).then(|| why.join(" … ")),
            driver: driver.filter(|_| scale == Scale::Nps),
        });
    }
    answers
}

fn steps(line: &mut Line, ground: &Ground<'_>, ids: &mut impl Iterator<Item = Id>) -> Vec<Step> {
    let Some(account) = line.account.as_ref().map(|account| account.id) else {
        return Vec::new();
    };
    let first = line.people.first().map(|one| one.what.clone());
    let acts = std::mem::take(&mut line.acts);
    let mut steps = Vec::new();
    for (act, id) in acts.into_iter().zip(ids) {
        let with = match (&first, line.people.len()) {
            (None, _) => String::new(),
            (Some(first), 1) => format!(" with {}", first.name),
            (Some(first), count) => format!(" with {} +{}", first.name, count - 1),
        };
        let told = match (act.kind, &first) {
            (StepKind::Promise, Some(to)) => format!("promised to {}", to.name),
            (StepKind::Promise, None) => "promised to the client".to_owned(),
            (StepKind::Meeting, _) => match act.meeting {
                Some(kind) => format!("a meeting, {kind}{with}"),
                None => format!("a meeting{with}"),
            },
            (kind, _) => format!("a {kind} of the plan"),
        };
        if let Some(piece) = line.pieces.get_mut(act.piece) {
            piece.told = told;
        }
        let title = match act.kind {
            StepKind::Meeting if act.title.is_empty() => format!("Meeting{with}"),
            _ => act.title.clone(),
        };
        let mut step = Step::titled(&title, act.due, ground.today);
        step.id = id;
        step.account_id = Some(account);
        step.kind = act.kind;
        step.client_sees = matches!(act.kind, StepKind::Promise | StepKind::Meeting);
        if act.kind == StepKind::Promise {
            step.contact_id = first.as_ref().map(|to| to.id);
        }
        step.at_time = act.at_time;
        step.meeting_type = act.meeting;
        steps.push(step);
    }
    steps
}
