//! Every answer on record, the newest first: none is ever overwritten.

use super::{dots, evidence, levels};
use crate::domain::cell::Id;
use crate::domain::day::day;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::map::latest_nps;
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Shape, Span, Tone};
use crate::domain::rules::limit::Limit;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let mut answers: Vec<&Answer> = case.records.answers.iter().collect();
    if answers.is_empty() {
        return Vec::new();
    }
    answers.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    let counted: Vec<Id> = latest_nps(case.records, case.rules, case.today, case.today)
        .into_iter()
        .map(|(_, one)| one.id)
        .collect();
    let title = vec![
        Span::strong(format!("Answers {}", answers.len())),
        Span::dim(" · newest first, none is ever overwritten"),
    ];
    let mut lines = vec![Line::new(Shape::Title(title))];
    lines.extend(answers.into_iter().map(|one| line(case, one, counted.contains(&one.id))));
    lines
}

fn line(case: &Case<'_>, answer: &Answer, counts: bool) -> Line {
    let matters = counts || answer.scale != Scale::Nps;
    let tone = if matters { Tone::Text } else { Tone::Dim };
    let figure = match answer.scale {
        Scale::Nps => {
            let sign = dots::sign(answer.points);
            let sign = if counts { sign } else { Span { tone: Tone::Dim, ..sign } };
            vec![sign, Span::new(format!(" {}", answer.points), tone)]
        }
        scale => vec![Span::new(format!("{scale} {}", answer.points), tone)],
    };
    let driver = answer.driver.map(|driver| case.rules.driver(driver)).unwrap_or_default();
    let cells = vec![
        Cell::left(11, vec![Span::new(day(answer.on_date, case.today), Tone::Dim)]),
        Cell::left(16, vec![Span::new(evidence::who(case, answer), tone)]),
        Cell::left(9, figure),
        Cell::left(14, vec![Span::dim(driver)]).from(80),
        Cell::rest(vec![Span::dim(evidence::quoted(answer.why.as_deref()).trim_start())]),
    ];
    let proof = evidence::answer(case, answer);
    let title = proof.text.clone();
    let mut proofs = vec![proof];
    let asked = answer.contact_id.and_then(|contact| {
        let theirs = case.records.invitations.iter().filter(|one| one.contact_id == contact);
        theirs.filter(|one| one.on_date <= answer.on_date).max_by_key(|one| (one.on_date, one.id))
    });
    proofs.extend(asked.map(|one| crate::domain::page::Proof {
        text: format!("{} was asked", evidence::who(case, answer)),
        on_date: Some(one.on_date),
        link: Some(Link::to(Kind::Invitation, one.id)),
        account: None,
    }));
    let ground = Ground {
        title,
        says: says(case, answer, counts),
        topic: if answer.scale == Scale::Nps { "nps" } else { "scales" },
        proofs,
    };
    Line::row(cells).with(Entry::record(Link::to(Kind::Answer, answer.id), ground))
}

/// Whether it counts, and where not, why.
fn says(case: &Case<'_>, answer: &Answer, counts: bool) -> Vec<String> {
    let vote = levels::vote_word(answer.points);
    let person = case.records.contacts.iter().find(|one| Some(one.id) == answer.contact_id);
    let within = case.rules.days(Limit::NpsDays);
    let told = match answer.scale {
        Scale::Nps if counts => format!("A {vote}; it counts in the NPS."),
        Scale::Nps if person.is_some_and(|one| !one.active_on(case.today)) => {
            format!("A {vote} once; who left no longer counts.")
        }
        Scale::Nps if (case.today - answer.on_date).num_days() > within => {
            format!("A {vote} once; after {within} d an answer no longer counts.")
        }
        Scale::Nps if answer.on_date > case.today => "It lies ahead.".to_owned(),
        Scale::Nps => format!("A {vote} then; a later answer counts in its place."),
        Scale::Value => "What it is worth to them: never read as NPS.".to_owned(),
        _ => "Kept under its own scale: never read as NPS, never averaged.".to_owned(),
    };
    let driver = answer.driver.map(|driver| format!("It is about {}.", case.rules.driver(driver)));
    std::iter::once(told).chain(driver).collect()
}
