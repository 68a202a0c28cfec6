//! What they were asked about where they want to go: the five questions, and what came of them.

use crate::domain::day::day;
use crate::domain::growth::understanding::{Answered, OUTCOMES, QUESTIONS, Question};
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let found = &case.picture.growth.understanding;
    let figure = found.says.trim_start_matches("Discovery ").trim_end_matches('.').to_owned();
    let tone = if found.fresh && found.open.is_empty() { Tone::Text } else { Tone::Watch };
    let ground = Ground::new("Discovery", "discovery")
        .say(found.says.clone())
        .say(found.light.clone().unwrap_or_default())
        .on(proofs(case));
    let title = Line::part("Discovery", vec![Span::new(figure, tone)]);
    let mut lines = vec![title.with(Entry::figure("discovery", ground))];
    // A question is asked once: before the first discovery there is nothing to tell of them.
    if !found.history.is_empty() {
        let asked = QUESTIONS.iter().zip(&found.questions).map(|(one, said)| line(case, one, said));
        lines.extend(asked);
        let told = OUTCOMES.iter().zip(&found.outcomes).filter(|(_, said)| said.answer.is_some());
        lines.extend(told.map(|(one, said)| line(case, one, said)));
        if found.workshop {
            lines.push(Line::prose("Held as a workshop with both sides."));
        }
    }
    let says = if found.history.is_empty() { "a first discovery" } else { "a new discovery" };
    lines.push(Line::offer(says, Link::new(Kind::Discovery), "discovery"));
    lines
}

fn proofs(case: &Case<'_>) -> impl Iterator<Item = Proof> {
    case.picture.growth.understanding.history.iter().map(|held| {
        let how = if held.workshop { "workshop" } else { "discovery" };
        let text = format!("{how}, {} of {} answered", held.answered, QUESTIONS.len());
        Proof::of(text, held.on_date, Link::to(Kind::Discovery, held.id))
    })
}

fn line(case: &Case<'_>, question: &Question, said: &Answered) -> Line {
    let found = &case.picture.growth.understanding;
    let spans = match (&said.answer, said.on_date) {
        (Some(answer), Some(on)) => {
            vec![Span::text(format!("“{answer}”")), Span::next(&day(on, case.today), Tone::Dim)]
        }
        (Some(answer), None) => vec![Span::text(format!("“{answer}”"))],
        (None, _) => vec![Span::watch("not asked yet")],
    };
    // An answer is changed where it stands; what is open is written into the newest that counts.
    let held = found.history.iter().find(|one| Some(one.on_date) == said.on_date);
    let held = held.or_else(|| found.history.first().filter(|_| found.fresh));
    let link = held.map_or(Link::new(Kind::Discovery), |one| Link::to(Kind::Discovery, one.id));
    let answer = said.answer.as_deref().map(|answer| format!("“{answer}”"));
    let ground = Ground::new(question.asks, "discovery")
        .say(answer.unwrap_or_else(|| "Not asked yet.".to_owned()))
        .on(proofs(case).filter(|one| said.on_date.is_none() || one.on_date == said.on_date));
    let entry = Entry { key: format!("asked {}", question.key), ..Entry::record(link, ground) };
    let label = Cell::left(21, vec![Span::dim(question.short)]);
    Line::row(vec![label, Cell::rest(spans)]).with(entry)
}
