//! How the votes are spread over the levels: what a review has to speak of first.

use super::dots::dots;
use super::evidence;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::day::{day, signed};
use crate::domain::feedback::Answer;
use crate::domain::feedback::nps::LevelNps;
use crate::domain::map::{DETRACTOR, PROMOTER, latest_nps, vote};
use crate::domain::page::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::plan::step;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::answer::proposed;
use crate::domain::signal::sentence::count;

/// Everybody of one level.
struct Voices<'a> {
    level: Option<Level>,
    /// The answers that count, the worst first.
    gave: Vec<(Option<&'a Contact>, &'a Answer)>,
    /// Asked and silent since, also those whose older answer counts.
    silent: Vec<Id>,
    /// Neither.
    unasked: Vec<Id>,
}

impl<'a> Voices<'a> {
    fn of(case: &Case<'a>, level: Option<Level>) -> Self {
        let on = |contact: Option<&Contact>| contact.and_then(|one| one.level) == level;
        let mut gave = latest_nps(case.records, case.rules, case.today, case.today);
        gave.retain(|(contact, _)| on(*contact));
        gave.sort_by_key(|(_, answer)| (answer.points, answer.on_date, answer.id));
        let silent = case.picture.feedback.response.silent.iter();
        let silent: Vec<Id> =
            silent.filter(|one| one.level == level).map(|one| one.contact).collect();
        let known = |id: Id| {
            silent.contains(&id) || gave.iter().any(|(_, answer)| answer.contact_id == Some(id))
        };
        let here = case.records.contacts.iter().filter(|one| one.active_on(case.today));
        let unasked =
            here.filter(|one| on(Some(one)) && !known(one.id)).map(|one| one.id).collect();
        Self { level, gave, silent, unasked }
    }

    fn votes(&self) -> [usize; 5] {
        let mut votes = [0, 0, 0, self.silent.len(), self.unasked.len()];
        for (_, answer) in &self.gave {
            votes[vote(answer.points)] += 1;
        }
        votes
    }

    /// `A. Ruiz 6, M. Ito ?, D. Fox ·`: who answered what.
    fn names(&self, case: &Case<'_>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut put = |text: String, tone| {
            let comma = if spans.is_empty() { "" } else { ", " };
            spans.push(Span::new(format!("{comma}{text}"), tone));
        };
        for (_, answer) in &self.gave {
            let again = answer.contact_id.is_some_and(|one| self.silent.contains(&one));
            let again = if again { "?" } else { "" };
            put(format!("{} {}{again}", evidence::who(case, answer), answer.points), Tone::Text);
        }
        let answered = |id: &&Id| self.gave.iter().any(|(_, one)| one.contact_id == Some(**id));
        for id in self.silent.iter().filter(|id| !answered(id)) {
            put(format!("{} ?", evidence::name(case, *id)), Tone::Dim);
        }
        for id in &self.unasked {
            put(format!("{} ·", evidence::name(case, *id)), Tone::Dim);
        }
        if spans.is_empty() { vec![Span::dim("nobody known")] } else { spans }
    }

    fn proofs(&self, case: &Case<'_>) -> Vec<Proof> {
        let mut proofs = evidence::answers(case, self.gave.iter().map(|(_, answer)| *answer));
        for id in &self.silent {
            let asked = evidence::asked(case, *id);
            proofs.extend(asked.map(|one| Proof { text: format!("{}, silent", one.text), ..one }));
        }
        let unasked = self.unasked.iter();
        proofs.extend(unasked.map(|id| evidence::person(case, *id, "has not been asked lately")));
        if proofs.is_empty() {
            proofs.push(evidence::none("nobody on record here", Kind::Contact));
        }
        proofs
    }
}

/// One line a level, and how far they are apart.
pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let heard = &case.picture.feedback;
    let mut lines = Vec::new();
    for one in &heard.levels {
        let voices = Voices::of(case, one.level);
        if one.level.is_some() || !voices.gave.is_empty() || !voices.silent.is_empty() {
            lines.push(line(case, one, &voices));
        }
    }
    lines.extend(apart(case));
    lines
}

fn line(case: &Case<'_>, level: &LevelNps, voices: &Voices<'_>) -> Line {
    let nps = &level.nps;
    let few = case.picture.feedback.nps.few;
    let figure = match nps.nps {
        Some(nps) if nps < 0 => Span::new(signed(nps), Tone::Risk),
        Some(nps) => Span::text(signed(nps)),
        None => Span::dim("–"),
    };
    let cells = vec![
        Cell::left(10, vec![Span::text(short(voices.level))]),
        Cell::left(if few { 8 } else { 14 }, dots(voices.votes(), few)),
        Cell::right(4, vec![figure]),
        Cell::rest(voices.names(case)),
    ];
    let key = voices.level.map_or("none", Level::word);
    let name = evidence::level(voices.level);
    let title = match nps.nps {
        Some(nps) => format!("NPS {} · {name}", signed(nps)),
        None => format!("No NPS · {name}"),
    };
    let mut says = vec![evidence::sentence(&nps.text())];
    if nps.nps.is_some() {
        let [promoters, _, detractors, ..] = voices.votes();
        let sum = format!("100 × ({promoters} − {detractors}) ÷ {}", nps.answers);
        says.push(format!("{sum}: of each the latest answer; silence counts as nothing."));
    }
    if !voices.silent.is_empty() {
        says.push(format!("{} asked and silent.", count(voices.silent.len(), "contact")));
    }
    let ground = Ground { title, says, topic: "nps", proofs: voices.proofs(case) };
    let link = Some(Link::new(Kind::Answer));
    Line::row(cells).with(Entry { key: format!("level {key}"), ground, link, ..Entry::default() })
}

/// A level in the column of the labels, as the map calls it.
const fn short(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::DecisionMaker) => "decide",
        Some(Level::Influencer) => "influence",
        Some(Level::User) => "use",
        None => "no level",
    }
}

/// The two levels furthest apart, with a listening session where they disagree.
fn apart(case: &Case<'_>) -> Option<Line> {
    let heard = &case.picture.feedback;
    let widest = heard.widest.as_ref()?;
    let (high, low) = (signed(widest.high), signed(widest.low));
    let told = format!("{}s {high}, {}s {low}", widest.high_level, widest.low_level);
    let limit = case.rules.limit(Limit::LevelsApart);
    let mut spans = if heard.levels_disagree {
        vec![Span::new("disagree: ", Tone::Watch), Span::text(told.clone())]
    } else {
        vec![Span::dim("close: "), Span::dim(told.clone())]
    };
    spans.push(Span::dim(format!(" · {} apart", widest.apart)));
    let signal = case.standing.signals.iter().find(|one| one.code == "levels-disagree");
    let held = signal.and_then(|signal| signal.in_hand);
    let step = held.and_then(|(id, _)| case.records.steps.iter().find(|step| step.id == id));
    let doing = signal.filter(|signal| signal.in_hand.is_none()).map(|signal| {
        let mut session = proposed(signal, case.records, case.today);
        session.plan_id = case.records.plan.as_ref().map(|plan| plan.id);
        let by = session.due_on.map(|due| format!(" on {}", day(due, case.today)));
        Doing {
            says: "listening session",
            label: format!(
                "{}: listening session{}",
                case.records.account.name,
                by.unwrap_or_default()
            ),
            changes: vec![step::Change::Added(session).into()],
            expected: Vec::new(),
        }
    });
    let both = [widest.high_level, widest.low_level];
    let answers = latest_nps(case.records, case.rules, case.today, case.today)
        .into_iter()
        .filter(|(contact, _)| contact.and_then(|one| one.level).is_some_and(|l| both.contains(&l)))
        .map(|(_, answer)| answer);
    let mut proofs = evidence::answers(case, answers);
    proofs.extend(step.map(|step| evidence::step(case, step)));
    let says = vec![
        format!("{told}: {} apart.", widest.apart),
        format!("From {limit} on a review with the client speaks of that first."),
    ];
    let ground =
        Ground { title: "Levels apart".to_owned(), says, topic: "levels disagree", proofs };
    let link = step.map(|step| Link::to(Kind::Step, step.id));
    let entry = Entry { key: "apart".to_owned(), ground, link, doing, whom: None };
    Some(Line::fact("apart", spans).with(entry))
}

/// Whether an answer promotes, is passive or detracts, in a word.
pub(super) fn vote_word(points: i64) -> &'static str {
    match vote(points) {
        PROMOTER => "promoter",
        DETRACTOR => "detractor",
        _ => "passive",
    }
}

/// Whether an answer detracts.
pub(super) fn detracts(points: i64) -> bool {
    vote(points) == DETRACTOR
}
