//! The loyalty ladder: what you say beside what the record backs; and whether growth is realistic.

use crate::domain::day::day;
use crate::domain::growth::ladder::{Backing, mix_says};
use crate::domain::page::{Case, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::records::TalkFact;
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::count;
use crate::domain::talk::Topic;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let ladder = &case.picture.growth.ladder;
    let tone = match ladder.backing {
        Backing::Backed | Backing::BelowEvidence => Tone::Healthy,
        Backing::AboveEvidence => Tone::Watch,
        Backing::NotSet | Backing::NoEvidence => Tone::Dim,
    };
    let ground = Ground::new("Loyalty ladder", "loyalty")
        .say(ladder.says.clone())
        .say(ladder.light.clone().unwrap_or_default())
        .on(claims(case))
        .on(ladder.evidence.iter().map(Proof::from));
    let title = Line::part("Loyalty ladder", vec![Span::new(ladder.backing.word(), tone)]);
    let mut lines = vec![title.with(Entry::figure("ladder", ground)), claim(case), record(case)];
    lines.push(reactive(case));
    lines.push(realistic(case));
    lines
}

/// Every claim that was made, the newest first.
fn claims(case: &Case<'_>) -> impl Iterator<Item = Proof> {
    case.records.loyalty.iter().filter(|one| one.on_date <= case.today).map(|one| {
        let text = format!("set to {}: {}", one.step, one.evidence);
        Proof::of(text, one.on_date, Link::to(Kind::Loyalty, one.id))
    })
}

fn claim(case: &Case<'_>) -> Line {
    let claim = case.picture.growth.ladder.claim.as_ref();
    let spans = claim.map_or_else(
        || vec![Span::watch("not set")],
        |claim| {
            vec![
                Span::text(format!("{} {}", claim.step.number(), claim.step)),
                Span::next(&day(claim.on_date, case.today), Tone::Dim),
                Span::next(&claim.evidence, Tone::Dim),
            ]
        },
    );
    let ground = Ground::new("What you say", "loyalty")
        .say(match claim {
            Some(claim) => {
                format!("Step {}, {}: {}.", claim.step.number(), claim.step, claim.evidence)
            }
            None => "You have not set a step yet.".to_owned(),
        })
        .say("The latest counts, none is overwritten.")
        .on(claims(case));
    let entry =
        Entry { key: "claim".to_owned(), ..Entry::record(Link::new(Kind::Loyalty), ground) };
    Line::fact("you say", spans).with(entry)
}

fn record(case: &Case<'_>) -> Line {
    let ladder = &case.picture.growth.ladder;
    let backed = match ladder.backed {
        Some(step) => format!("{} {step}", step.number()),
        None => "too few tagged talks".to_owned(),
    };
    let spans = vec![Span::text(backed.clone()), Span::next(&mix_says(ladder), Tone::Dim)];
    let counted = ladder.mix.iter().filter(|one| one.mentions > 0).map(|one| {
        let side = if one.growth { "growth" } else { "retention" };
        format!("{} {} ({side})", one.topic, one.mentions)
    });
    let counted: Vec<String> = counted.collect();
    let counted =
        if counted.is_empty() { String::new() } else { format!("{}.", counted.join(", ")) };
    let ground = Ground::new(format!("What the record backs: {backed}"), "ladder evidence")
        .say(format!(
            "{} with a topic in {} d.",
            count(ladder.tagged_talks, "two-way talk"),
            ladder.window_days
        ))
        .say(counted)
        .on(ladder.evidence.iter().map(Proof::from));
    Line::fact("the record", spans).with(Entry::figure("ladder evidence", ground))
}

/// How many talks only answered them.
fn reactive(case: &Case<'_>) -> Line {
    let ladder = &case.picture.growth.ladder;
    let found = &ladder.reactive;
    let figure = match found.share {
        Some(share) => format!("{} of {} talks ({})", found.reactive, found.told, percent(share)),
        None => "–".to_owned(),
    };
    let tone = if found.share.is_some() { Tone::Text } else { Tone::Dim };
    let mut spans =
        vec![Span::new(figure.clone(), tone), Span::next("they began, or an issue", Tone::Dim)];
    spans.extend((found.untold > 0).then(|| {
        Span::next(&format!("{} say neither who began nor what about", found.untold), Tone::Dim)
    }));
    let within = |talk: &&TalkFact| {
        !talk.missed && (0..=ladder.window_days).contains(&(case.today - talk.on_date).num_days())
    };
    let proofs = case.records.talks.iter().filter(within).map(|talk| {
        let began = talk.started_by.map(|side| format!(", {side} began"));
        let topics: Vec<&str> = talk.topics.iter().map(Topic::word).collect();
        let about =
            if topics.is_empty() { String::new() } else { format!(": {}", topics.join(", ")) };
        let text = format!("{}{}{about}", talk.kind, began.unwrap_or_default());
        Proof::of(text, talk.on_date, Link::to(Kind::Talk, talk.id))
    });
    let ground = Ground::new(format!("Only answering them: {figure}"), "reactive share")
        .say(format!("Talks of the last {} d.", ladder.window_days))
        .on(proofs);
    Line::fact("answering", spans).with(Entry::figure("reactive", ground))
}

/// The verdict whether growth is realistic.
fn realistic(case: &Case<'_>) -> Line {
    let found = &case.picture.growth.qualified;
    let spans = match &found.latest {
        None => vec![Span::watch("nobody said yet")],
        Some(verdict) => {
            let word = if verdict.realistic { "realistic" } else { "not realistic" };
            let tone = if found.fresh { Tone::Text } else { Tone::Dim };
            let old = if found.fresh { "" } else { ", too old to count" };
            let mut spans = vec![
                Span::new(word, tone),
                Span::next(&format!("{}{old}", day(verdict.on_date, case.today)), Tone::Dim),
            ];
            spans.extend(verdict.why.as_deref().map(|why| Span::next(why, Tone::Dim)));
            spans
        }
    };
    let ground = Ground::new("Growth realistic or not", "growth verdict")
        .say(found.says.clone())
        .say(found.light.clone().unwrap_or_default())
        .on(found.history.iter().map(|one| {
            let word = if one.realistic { "realistic" } else { "not realistic" };
            let why = one.why.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
            let link = Link::to(Kind::Qualification, one.id);
            Proof::of(format!("{word}{why}"), one.on_date, link)
        }));
    let link = Link::new(Kind::Qualification);
    let entry = Entry { key: "realistic".to_owned(), ..Entry::record(link, ground) };
    Line::fact("growth", spans).with(entry)
}
