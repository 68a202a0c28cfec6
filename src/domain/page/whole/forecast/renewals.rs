//! Every renewal of the quarter on a line of its own: by when to act, what was said, how the
//! account stands, why it is at risk.

use super::super::super::{Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use super::{fact, new, part, whom};
use crate::domain::day::{day, day_ahead, days};
use crate::domain::forecast::due::{Counted, Due, Risk, State};
use crate::domain::forecast::outlook::Outlook;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::score::print::{percent, tenth, trend, whole};

const TOPIC: &str = "forecast";

pub(super) fn lines(outlook: &Outlook, rules: &Rules) -> Vec<Line> {
    if outlook.renewals.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::gap(), part("Renewals", "open ones first, by act-by date")];
    lines.extend(outlook.renewals.iter().map(|one| line(one, outlook, rules)));
    lines
}

fn line(one: &Due, outlook: &Outlook, rules: &Rules) -> Line {
    let acts = match (one.state, (one.act_by - outlook.today).num_days()) {
        (State::Open, left @ 0..) => {
            vec![
                Span::text(day_ahead(one.act_by, outlook.today)),
                Span::dim(format!(" {}", days(left))),
            ]
        }
        (State::Open, gone) => vec![
            Span::watch(day(one.act_by, outlook.today)),
            Span::dim(format!(" {} ago", days(-gone))),
        ],
        _ => vec![Span::dim(day(one.act_by, outlook.today))],
    };
    let arr = one.arr.map_or_else(|| "–".to_owned(), |arr| outlook.money(arr).short());
    let ends = Span::dim(format!("ends {}", day_ahead(one.ends_on, outlook.today)));
    let cells = vec![
        Cell::left(16, vec![Span::text(&one.name)]),
        Cell::left(14, acts),
        Cell::left(11, vec![ends]).from(110),
        Cell::right(6, vec![Span::text(arr)]),
        Cell::left(12, said(one)),
        Cell::left(8, score(one)),
        Cell::rest(stands(one, outlook, rules)),
    ];
    let ground = ground(one, outlook, rules);
    let key = format!("renewal {}", one.account.0);
    let mut entry = Entry::figure(key, ground).of(whom(one.account));
    entry.link = link(one, outlook);
    Line::row(cells).with(entry)
}

/// What Enter edits: what became of it once it is over, else what is said of it; of what is
/// settled nothing.
fn link(one: &Due, outlook: &Outlook) -> Option<Link> {
    if one.state != State::Open {
        return None;
    }
    if one.ends_on < outlook.today {
        return Some(new(Kind::Outcome));
    }
    let today = one.forecast.as_ref().filter(|said| said.on_date == outlook.today);
    Some(today.map_or(new(Kind::Forecast), |said| Link::to(Kind::Forecast, said.id)))
}

fn said(one: &Due) -> Vec<Span> {
    match (&one.forecast, one.state) {
        (Some(said), State::Open) => vec![Span::text(short(said))],
        (Some(said), _) => vec![Span::dim(short(said))],
        (None, State::Open) => vec![Span::watch("no forecast")],
        (None, _) => vec![Span::dim("–")],
    }
}

/// `shrink 55 %`.
fn short(said: &Forecast) -> String {
    format!("{} {} %", said.outcome, said.probability)
}

fn score(one: &Due) -> Vec<Span> {
    let Some(score) = one.score else { return vec![Span::dim("–")] };
    let tone = match one.band {
        Some(Band::Risk) => Tone::Risk,
        Some(Band::Watch) => Tone::Watch,
        Some(Band::Healthy) => Tone::Text,
        None => Tone::Dim,
    };
    vec![Span::new(tenth(score), tone), Span::dim(format!(" {}", trend(one.trend)))]
}

/// What it is counted with, and why it is at risk.
fn stands(one: &Due, outlook: &Outlook, rules: &Rules) -> Vec<Span> {
    match one.state {
        State::Signed => {
            let moved = one.then.filter(|then| Some(*then) != one.arr);
            let to = moved
                .map_or_else(String::new, |then| format!(" → {}", outlook.money(then).short()));
            return vec![Span::healthy(format!("signed{to}"))];
        }
        State::Lost => return vec![Span::risk("lost")],
        State::Open => {}
    }
    let mut spans = Vec::new();
    let mut put = |text: &str, tone: Tone| {
        spans.push(if spans.is_empty() { Span::new(text, tone) } else { fact(text, tone) });
    };
    if one.ends_on < outlook.today {
        put("what came?", Tone::Watch);
    }
    if one.at_risk() {
        let why: Vec<String> = one.risks.iter().map(|risk| why(*risk, one, rules)).collect();
        put("at risk", Tone::Risk);
        put(&why.join(", "), Tone::Dim);
    }
    match one.counted {
        Counted::Commit => put("commit", Tone::Healthy),
        Counted::Unsaid | Counted::Between => {}
    }
    let new = one.forecast.as_ref().filter(|said| said.outcome == Outcome::Shrink);
    if let (Some(_), Some(then)) = (new, one.then) {
        let to = if one.amount_unsaid {
            "to what?".to_owned()
        } else {
            format!("to {}", outlook.money(then).short())
        };
        put(&to, Tone::Dim);
    }
    put(one.renewal.word(), Tone::Dim);
    spans
}

/// `score under 6`, `20 % that it renews`.
fn why(risk: Risk, one: &Due, rules: &Rules) -> String {
    match risk {
        Risk::Score => format!("score under {}", whole(rules.limit(Limit::RiskBelow))),
        Risk::Chance => format!("{} that it renews", percent(one.chance.unwrap_or(0.0))),
    }
}

fn ground(one: &Due, outlook: &Outlook, rules: &Rules) -> Ground {
    let on = |on| day_ahead(on, outlook.today);
    let mut ground = Ground::new(format!("Renewal of {}", one.name), TOPIC);
    ground = ground.say(if one.act_by == one.ends_on {
        format!("The contract ends {}: the last day to act.", on(one.ends_on))
    } else {
        format!("Notice by {}; the contract ends {}.", on(one.act_by), on(one.ends_on))
    });
    let told = |minor| outlook.money(minor).signed_short();
    ground = match (one.state, one.percent(), one.then) {
        (State::Open, None, _) => ground.say("No forecast yet: Enter asks for it."),
        (State::Open, Some(chance), Some(then)) => {
            ground.say(format!("{} × {chance} % that it renews.", told(then)))
        }
        (_, Some(_), None) if !one.without_rate.is_empty() => ground.say("It is in no sum."),
        (State::Open, Some(_), None) => ground.say("Its ARR is unknown, so it adds nothing."),
        (State::Signed, _, Some(then)) => {
            ground.say(format!("Signed: {} from the day after.", told(then)))
        }
        (State::Signed, _, None) => ground.say("Signed; the ARR after it is unknown."),
        (State::Lost, ..) => ground.say("Lost: it brings nothing."),
    };
    if let Some(since) = one.asked_since {
        ground = ground.say(format!("Your forecast is asked for since {}.", on(since)));
    }
    if one.at_risk() {
        let whys: Vec<String> = one.risks.iter().map(|risk| why(*risk, one, rules)).collect();
        ground = ground.say(format!("At risk: {}.", whys.join(", ")));
    }
    if !one.without_rate.is_empty() {
        ground = ground.say(format!("No rate for {}.", one.without_rate.join(", ")));
    }
    let contract = Proof::by(
        format!("Contract until {}, renewal {}", on(one.ends_on), one.renewal),
        Link::new(Kind::Contract),
    );
    let said = one.forecast.as_ref().map(|said| {
        let note = said.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
        let text = format!("Said {} at {} %{note}", said.outcome, said.probability);
        Proof::of(text, said.on_date, Link::to(Kind::Forecast, said.id))
    });
    let account = Proof::account(one.account, format!("{} in the Book", one.name));
    let proofs = [Some(contract), said].into_iter().flatten().map(|proof| proof.whose(one.account));
    ground.on(proofs).on([account])
}
