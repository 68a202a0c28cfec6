//! What is to be done: `!promise 2w send ROI`, `!meet fri 10:00 QBR`.

use super::line::Reader;
use super::token::bare;
use super::{Fault, Meaning, day, head};
use crate::domain::day::day as day_told;
use crate::domain::plan::step::{MeetingType, StepKind};
use chrono::{Days, NaiveDate};

/// Days after which a step is due whose day was not said; as the form of a talk has it.
const WEEK: u64 = 7;

/// Something to be done, as the line says it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Act {
    pub(super) kind: StepKind,
    pub(super) title: String,
    pub(super) due: Option<NaiveDate>,
    pub(super) at_time: Option<String>,
    pub(super) meeting: Option<MeetingType>,
    /// The piece of its first word.
    pub(super) piece: usize,
}

/// Reads the words from the act at `place` up to `end`.
pub(super) fn read(reader: &mut Reader<'_, '_>, place: usize, end: usize, kind: StepKind) {
    let (today, order) = (reader.ground.today, reader.ground.order);
    let piece = reader.piece(place..place + 1, Meaning::Act, format!("a {kind}"));
    let mut places: Vec<usize> = (place + 1..end).filter(|at| reader.free(*at)).collect();
    let timed = kind == StepKind::Meeting || ends_in_time(reader, &places);
    let at_time = timed.then(|| time(reader, &mut places)).flatten();
    let words: Vec<&str> = places
        .iter()
        .filter_map(|at| reader.tokens.get(*at))
        // What stands in quotes is no day.
        .map(|token| if token.quoted { "\"" } else { token.text.as_str() })
        .collect();
    let due = day::due(&words, today, order).map(|(from, found)| {
        let taken: Vec<usize> = places.drain(from..from + found.words).collect();
        if let (Some(first), Some(last)) = (taken.first(), taken.last()) {
            let told = format!("due {} {}", found.day.format("%a"), day_told(found.day, today));
            reader.piece(*first..last + 1, Meaning::Due, told);
        }
        found.day
    });
    let title = title(reader, &places, kind);
    let needed = matches!(kind, StepKind::Promise | StepKind::Meeting);
    if due.is_none() && needed {
        let said = places.iter().position(|at| day::unreal(&words_from(reader, *at)).is_some());
        let said = said.and_then(|nth| places.get(nth)).map(|at| words_from(reader, *at));
        let said = said.and_then(|words| Some(words.get(..day::unreal(&words)?)?.join(" ")));
        let example =
            if kind == StepKind::Promise { "!promise 2w send ROI" } else { "!meet fri 10:00" };
        let needs = format!("a {kind} needs its day, as in {example}");
        reader.line.faults.push(Fault::new(said.map_or(needs, |said| head::unreal(&said))));
    }
    if due.is_none() && !needed {
        reader.line.remarks.push("no day was said: it is due in a week".to_owned());
    }
    if due.is_some_and(|due| due < today) {
        reader.line.remarks.push(format!("the day of the {kind} is over already"));
    }
    if title.is_empty() && kind != StepKind::Meeting {
        let what = if kind == StepKind::Promise { "was promised" } else { "is to be done" };
        reader.line.faults.push(Fault::new(format!("what {what} was not said")));
    }
    let meeting = (kind == StepKind::Meeting).then(|| meeting(&title)).flatten();
    let due = due.or_else(|| today.checked_add_days(Days::new(WEEK)));
    reader.line.acts.push(Act { kind, title, due, at_time, meeting, piece });
}

/// The words at a place and the one after it.
fn words_from<'r>(reader: &'r Reader<'_, '_>, place: usize) -> Vec<&'r str> {
    let places = reader.tokens.iter().skip(place).take(2);
    places.take_while(|token| !token.quoted).map(|token| token.text.as_str()).collect()
}

/// `call back tomorrow at 9:00`: a day and a time end it. Anywhere else in what is to be done a time
/// is part of it: `write up the 10:30 round`.
fn ends_in_time(reader: &Reader<'_, '_>, places: &[usize]) -> bool {
    let words: Vec<&str> = places.iter().filter_map(|at| reader.plain(*at)).collect();
    let Some((last, rest)) = words.split_last() else { return false };
    let rest = rest.strip_suffix(&["at"]).unwrap_or(rest);
    let times = words.iter().filter(|word| day::time(&bare(word)).is_some()).count();
    let (today, order) = (reader.ground.today, reader.ground.order);
    let ends = |(from, found): (usize, day::Found)| from + found.words == rest.len();
    times == 1
        && words.len() == places.len()
        && day::time(&bare(last)).is_some()
        && day::due(rest, today, order).is_some_and(ends)
}

/// `at 10:00`, taken out of the words.
fn time(reader: &mut Reader<'_, '_>, places: &mut Vec<usize>) -> Option<String> {
    let text = |at: &usize| reader.tokens.get(*at).map(|token| bare(&token.text));
    let found =
        places.iter().position(|at| text(at).and_then(|word| day::time(&word)).is_some())?;
    let time = places.get(found).and_then(text).and_then(|word| day::time(&word))?;
    let lead = found > 0 && places.get(found - 1).and_then(text).as_deref() == Some("at");
    let from = found - usize::from(lead);
    let taken: Vec<usize> = places.drain(from..=found).collect();
    if let (Some(first), Some(last)) = (taken.first(), taken.last()) {
        reader.piece(*first..last + 1, Meaning::Time, time.clone());
    }
    Some(time)
}

/// The words that are left, a piece for each run of them.
fn title(reader: &mut Reader<'_, '_>, places: &[usize], kind: StepKind) -> String {
    let words: Vec<String> = places
        .iter()
        .filter_map(|at| reader.tokens.get(*at))
        .map(|token| token.text.clone())
        .collect();
    let told = match kind {
        StepKind::Promise => "what was promised",
        StepKind::Meeting => "what it is about",
        StepKind::Step | StepKind::Milestone => "what is to be done",
    };
    for run in places.chunk_by(|one, other| one + 1 == *other) {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            reader.piece(*first..last + 1, Meaning::Title, told);
        }
    }
    words.join(" ").trim_end_matches([',', ';', ' ']).to_owned()
}

/// The type that the title begins with.
fn meeting(title: &str) -> Option<MeetingType> {
    let title = title.to_lowercase();
    MeetingType::ALL.iter().copied().find(|one| {
        let rest = title.strip_prefix(&one.word().to_lowercase());
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}
