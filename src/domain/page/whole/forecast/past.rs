//! How good such forecasts have been: what was said and what came of it, and the score before each
//! loss.

use super::super::super::{Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use super::{part, whom};
use crate::domain::day::day;
use crate::domain::forecast::loss::Before;
use crate::domain::forecast::outlook::{Gone, Outlook, Settled};
use crate::domain::score::print::{tenth, to_billionth};

/// Settled forecasts that stand on lines of their own; the others are behind the hit rate.
const SHOWN: usize = 5;
/// What a toss of a coin is off by.
const TOSS: f64 = 0.25;

pub(super) fn lines(outlook: &Outlook) -> Vec<Line> {
    let mut lines = vec![Line::gap(), hit_rate(outlook)];
    lines.extend(outlook.settled.iter().take(SHOWN).map(|one| settled(one, outlook)));
    if !outlook.gone.is_empty() {
        lines.push(Line::gap());
        lines.push(part("The score before each loss", "90 d · 60 d · 30 d before"));
        lines.extend(outlook.gone.iter().map(|one| gone(one, outlook)));
    }
    lines
}

fn hit_rate(outlook: &Outlook) -> Line {
    let mut ground = Ground::new("Hit rate", "hit rate");
    let figure = match outlook.hit {
        None => {
            ground = ground.say("Nothing that was said is settled yet.");
            Span::dim("–, nothing is settled yet")
        }
        Some(hit) => {
            let off = to_billionth(hit.mean_squared);
            ground = ground.say(format!(
                "Off by {off:.2} on average over {} that are settled: 0 is a sure hit, 0.25 a toss of a coin, 1 a sure miss.",
                hit.settled
            ));
            let told = format!("{} of {} came true, off by {off:.2}", hit.came_true, hit.settled);
            Span::new(told, if off > TOSS { Tone::Watch } else { Tone::Text })
        }
    };
    ground = ground.on(outlook.settled.iter().map(|one| proof(one, outlook)));
    Line::part("Forecasts so far", vec![figure]).with(Entry::figure("hit rate", ground))
}

fn proof(one: &Settled, outlook: &Outlook) -> Proof {
    let said = &one.said;
    let text = format!(
        "{}, contract until {}: {}",
        one.name,
        day(said.forecast.ends_on, outlook.today),
        said.text
    );
    let link = Link::to(Kind::Forecast, said.forecast.id);
    Proof::of(text, said.forecast.on_date, link).whose(one.account)
}

fn settled(one: &Settled, outlook: &Outlook) -> Line {
    let said = &one.said;
    let tone = match said.came_true {
        Some(true) => Tone::Text,
        _ => Tone::Watch,
    };
    let cells = vec![
        Cell::left(18, vec![Span::text(&one.name)]),
        Cell::left(11, vec![Span::dim(day(said.forecast.ends_on, outlook.today))]),
        Cell::rest(vec![Span::new(&said.text, tone)]),
    ];
    let ground = Ground::new(format!("{}: {}", one.name, said.text), "hit rate")
        .say(format!("Of the contract until {}.", day(said.forecast.ends_on, outlook.today)))
        .on([proof(one, outlook)]);
    let key = format!("said {}", said.forecast.id.0);
    Line::row(cells).with(Entry::figure(key, ground).of(whom(one.account)))
}

fn gone(one: &Gone, outlook: &Outlook) -> Line {
    let on = one.on.map_or_else(|| "–".to_owned(), |on| day(on, outlook.today));
    let score = |before: &Before| {
        let told = before.score.map_or_else(|| "–".to_owned(), tenth);
        Cell::right(4, vec![Span::text(told)])
    };
    let avoidable = match one.avoidable {
        Some(true) => "avoidable",
        Some(false) => "not avoidable",
        None => "avoidable?",
    };
    let reason = one.reason.as_deref().unwrap_or("nobody wrote down why");
    let mut cells =
        vec![Cell::left(18, vec![Span::text(&one.name)]), Cell::left(11, vec![Span::dim(&on)])];
    cells.extend(one.before.iter().map(score));
    cells.push(Cell::rest(vec![Span::dim(format!("{avoidable} · {reason}"))]));
    let scores = one.before.iter().map(|before| {
        Proof::told(match before.score {
            Some(score) => format!("score {} {} d before", tenth(score), before.days),
            None => format!("no score kept from {} d before", before.days),
        })
    });
    let link = Link::to(Kind::Loss, one.account);
    let ground = Ground::new(format!("{} was lost", one.name), "loss")
        .say(format!("{on}: {reason}; {avoidable}."))
        .on([Proof::by("The account: day, reason, avoidable", link).whose(one.account)])
        .on(scores);
    let key = format!("loss {}", one.account.0);
    Line::row(cells).with(Entry::figure(key, ground).of(whom(one.account)).links(link))
}
