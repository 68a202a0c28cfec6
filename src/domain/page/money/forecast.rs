//! What the user thinks will become of the renewal, beside the score; what was said before and
//! what came of it; how the account was lost.

use super::super::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::day::day;
use crate::domain::forecast::hit::Said;
use crate::domain::money::Money;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::score::Band;
use crate::domain::score::print::{percent, tenth, to_billionth};

const FORECAST: &str = "my forecast";
/// What a toss of a coin is off by; beyond it, saying nothing would be the better forecast.
const TOSS: f64 = 0.25;

/// How the account was lost; nothing while it is not.
pub(super) fn lost(case: &Case<'_>) -> Vec<Line> {
    let Some(loss) = &case.picture.forecast.loss else { return Vec::new() };
    let account = &case.records.account;
    let mut ground = Ground::new("How it was lost", "loss").say(&loss.text);
    ground = ground
        .on([Proof::by("The account: day, reason, avoidable", Link::to(Kind::Loss, account.id))]);
    ground = ground.on(loss.before.iter().map(|one| {
        Proof::told(match one.score {
            Some(score) => format!("score {} {} d before", tenth(score), one.days),
            None => format!("no score kept from {} d before", one.days),
        })
    }));
    let when =
        loss.on.map_or_else(|| "on a day nobody wrote down".to_owned(), |on| day(on, case.today));
    let mut spans = vec![Span::risk(format!("lost {when}"))];
    let reason = loss.reason.as_deref().unwrap_or("why?");
    spans.push(Span::next(reason, Tone::Text));
    let avoidable = match loss.avoidable {
        Some(true) => "could have been avoided",
        Some(false) => "could not have been avoided",
        None => "could it have been avoided?",
    };
    spans.push(Span::next(avoidable, Tone::Dim));
    let entry = Entry::figure("loss", ground).links(Link::to(Kind::Loss, account.id));
    vec![Line::fact("lost", spans).with(entry)]
}

/// The estimate in force, or the question for one; nothing where no end is known.
pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let view = &case.picture.forecast;
    let mut ground = Ground::new("My forecast", FORECAST);
    let mut spans = Vec::new();
    if let Some(ask) = &view.ask {
        ground = ground.say(&ask.text).say(format!(
            "It is asked for since {}, {} d before the end.",
            day(ask.since, case.today),
            ask.window
        ));
        spans.push(Span::watch(format!(
            "full, shrink or lost? asked since {}",
            day(ask.since, case.today)
        )));
    }
    if let Some(current) = &view.current {
        let told = told(current, case);
        if spans.is_empty() {
            spans.push(Span::text(told));
        } else {
            spans.push(Span::next(&told, Tone::Text));
        }
    }
    if spans.is_empty() {
        return Vec::new();
    }
    spans.extend(score(case));
    spans.extend(view.current.as_ref().map(|current| {
        Span::next(&format!("said {}", day(current.on_date, case.today)), Tone::Dim)
    }));
    ground = ground.say("It stands beside the score and is never averaged with it.");
    ground = ground.on(view.said.iter().map(|one| proof(one, case)));
    let link = match view.current.as_ref().filter(|one| one.on_date == case.today) {
        Some(current) => Link::to(Kind::Forecast, current.id),
        // What was said another day stays said: the hit rate is counted from it.
        None => Link::new(Kind::Forecast),
    };
    vec![Line::fact("forecast", spans).with(Entry::figure("forecast", ground).links(link))]
}

/// `shrink at 55 % → €700k`.
fn told(one: &Forecast, case: &Case<'_>) -> String {
    let share = percent(one.probability.clamp(0, 100) as f64 / 100.0);
    let currency = one.currency.unwrap_or(case.rules.exchange.base);
    let amount = one.new_amount.filter(|_| one.outcome != Outcome::Lost);
    let to = amount.map_or_else(String::new, |minor| {
        format!(" → {}", Money { minor, currency }.signed_short())
    });
    format!("{} at {share}{to}", one.outcome)
}

fn proof(said: &Said, case: &Case<'_>) -> Proof {
    let one = &said.forecast;
    let ends = day(one.ends_on, case.today);
    let note = one.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
    let text = format!("{}, contract until {ends}{note}", said.text);
    Proof::of(text, one.on_date, Link::to(Kind::Forecast, one.id))
}

/// ` · score 5.2 risk`.
fn score(case: &Case<'_>) -> Option<Span> {
    let score = &case.standing.score;
    let value = score.value?;
    let (tone, band) = match score.band {
        Some(Band::Risk) => (Tone::Risk, " risk"),
        Some(Band::Watch) => (Tone::Watch, " watch"),
        Some(Band::Healthy) => (Tone::Healthy, " healthy"),
        None => (Tone::Dim, ", too little known"),
    };
    Some(Span::next(&format!("score {}{band}", tenth(value)), tone))
}

/// What was said before and what came of it, with the hit rate over it.
pub(super) fn said(case: &Case<'_>) -> Vec<Line> {
    let view = &case.picture.forecast;
    let current = view.current.as_ref().map(|one| one.id);
    let settled = view.said.iter().any(|one| one.squared.is_some());
    if view.said.len() < 2 && !settled {
        return Vec::new();
    }
    let figure = view.hit.map_or_else(Vec::new, |hit| {
        let off = to_billionth(hit.mean_squared);
        let tone = if off > TOSS { Tone::Watch } else { Tone::Text };
        vec![Span::new(
            format!("{} of {} came true, off by {off:.2}", hit.came_true, hit.settled),
            tone,
        )]
    });
    let mut ground = Ground::new("Hit rate", "hit rate");
    ground = match view.hit {
        Some(hit) => ground.say(format!(
            "Off by {:.2} on average over {} that are settled: 0 is a sure hit, 0.25 a toss of a coin, 1 a sure miss.",
            to_billionth(hit.mean_squared),
            hit.settled
        )),
        None => ground.say("Nothing that was said is settled yet."),
    };
    ground = ground.on(view.said.iter().map(|one| proof(one, case)));
    let title = Line::part("What I said", figure).with(Entry::figure("hit rate", ground));
    let mut lines = vec![Line::gap(), title];
    for one in &view.said {
        let mark = if Some(one.forecast.id) == current { Tone::Text } else { Tone::Dim };
        let ends = day(one.forecast.ends_on, case.today);
        let text = one.text.strip_prefix("said ").unwrap_or(&one.text);
        let ground =
            Ground::new(format!("Said {}", day(one.forecast.on_date, case.today)), "hit rate")
                .say(format!("Of the contract until {ends}: {text}."))
                .on([proof(one, case)]);
        let cells = vec![
            Cell::left(11, vec![Span::text(day(one.forecast.on_date, case.today))]),
            Cell::rest(vec![
                Span::new(text, mark),
                Span::next(&format!("contract until {ends}"), Tone::Dim),
            ]),
        ];
        lines.push(
            Line::row(cells).with(Entry::record(Link::to(Kind::Forecast, one.forecast.id), ground)),
        );
    }
    lines
}
