//! What is tried, and all that can be.

use super::TOPIC;
use super::money::{short, signed};
use crate::domain::account::Status;
use crate::domain::cell::Id;
use crate::domain::day::day_ahead;
use crate::domain::money::Money;
use crate::domain::page::{Cell, Entry, Ground, Kind, Line, Link, Span, Tone, Whom};
use crate::domain::records::Records;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::revenue::in_base;
use crate::domain::what_if::{Lever, Real, Trial, Try, brings, renewing, weight_now, worth};

pub fn lines(real: &Real, trial: &Trial) -> Vec<Line> {
    let mut lines = Vec::new();
    if !trial.tries.is_empty() {
        lines.push(Line::part("Tried", vec![Span::dim("x one back, Esc all")]));
        lines.extend(trial.tries.iter().map(|one| tried(one, real)));
        lines.push(Line::gap());
    }
    let mut before = "";
    for lever in &real.levers {
        let part = part(*lever, real);
        if part != before {
            if !before.is_empty() {
                lines.push(Line::gap());
            }
            lines.push(Line::title(part));
            before = part;
        }
        lines.extend(line(*lever, real, trial));
    }
    lines
}

/// The heading under which a lever stands.
fn part(lever: Lever, real: &Real) -> &'static str {
    match lever {
        Lever::Preset | Lever::Weight(_) => "Weights",
        Lever::Account(_) => "Accounts: a renewal, a goodbye",
        Lever::Opportunity { .. } => "Opportunities won",
        Lever::Comes(account) => match real.records(account).map(|one| one.account.status) {
            Some(Status::Lost) => "Lost ones back",
            _ => "Prospects won",
        },
    }
}

fn name(account: Id, real: &Real) -> &str {
    real.judged.of(account).map_or("", |one| one.name.as_str())
}

/// What is tried, in a sentence without its point.
fn sentence(one: &Try, real: &Real) -> String {
    match *one {
        Try::Preset(approach) => format!("All by the weights of {approach}"),
        Try::Weight(factor, weight) => format!("{factor} weighs {weight:.0} for all"),
        Try::Lost(account) => format!("{} leaves", name(account, real)),
        Try::Won(account, amount) => {
            let back = real.records(account).is_some_and(|one| one.account.status == Status::Lost);
            let does = if back { "comes back" } else { "signs" };
            let pays = amount.map_or_else(|| "ARR unknown".to_owned(), |one| short(one, real));
            format!("{} {does}, {pays}", name(account, real))
        }
        Try::Renewal { account, outcome, probability, amount } => {
            format!("{}: {}", name(account, real), said(outcome, probability, amount, real))
        }
        Try::Opportunity { account, opportunity, amount } => {
            let title = title(account, opportunity, real);
            format!("{} buys {title}, {}", name(account, real), short(amount, real))
        }
    }
}

fn title(account: Id, opportunity: Id, real: &Real) -> String {
    let records = real.records(account).into_iter();
    let mut all = records.flat_map(|one| &one.opportunities);
    all.find(|one| one.id == opportunity).map_or_else(String::new, |one| one.title.clone())
}

/// `full 80 %`, `752k 80 %`, `lost 80 %`.
fn said(outcome: Outcome, probability: i64, amount: Option<i64>, real: &Real) -> String {
    let what = match (outcome, amount) {
        (Outcome::Lost, _) => "lost".to_owned(),
        (_, Some(amount)) => short(amount, real),
        (Outcome::Full, None) => "full".to_owned(),
        (Outcome::Shrink, None) => "less".to_owned(),
    };
    format!("{what} {probability} %")
}

/// A line that takes it back.
fn tried(one: &Try, real: &Real) -> Line {
    let told = sentence(one, real);
    let ground = Ground::new(told.clone(), TOPIC).say(why(one));
    let mut entry = Entry::figure(format!("{}{}", Lever::TRIED, one.lever().key()), ground);
    if let Some(account) = one.account() {
        entry = entry.of(Whom::account(account));
    }
    Line::row(vec![Cell::rest(vec![Span::new("→ ", Tone::Dim), Span::text(told)])]).with(entry)
}

fn why(one: &Try) -> &'static str {
    match one {
        Try::Preset(_) | Try::Weight(..) => {
            "Every account is scored anew by it; the approach that an account has counts no more."
        }
        Try::Lost(_) => "It is out of the book from today, as a loss of today in the retention.",
        Try::Won(..) => "It is in the book from today; what nobody recorded of it stays unknown.",
        Try::Renewal { .. } => "It stands for my forecast in the ARR of a year ahead.",
        Try::Opportunity { .. } => "Its yearly value is ARR from today, an expansion.",
    }
}

fn line(lever: Lever, real: &Real, trial: &Trial) -> Option<Line> {
    let one = trial.tries.on(lever);
    match lever {
        Lever::Preset => Some(preset(one)),
        Lever::Weight(factor) => {
            let now = weight_now(factor, real);
            let mut state = vec![Span::dim(format!("{now:.0}"))];
            let weighs = trial.weight(factor, real);
            if (weighs - now).abs() > 1e-9 || one.is_some() {
                state.push(Span::strong(format!(" → {weighs:.0}")));
            }
            let ground = Ground::new(format!("Weight of {factor}"), "weight")
                .say("←→ five less or more for every account, + − one, Space nothing at all.");
            let entry = Entry::figure(lever.key(), ground);
            Some(row(factor.to_string(), String::new(), state, String::new(), entry))
        }
        Lever::Account(account) => account_line(lever, account, one, real),
        Lever::Comes(account) => comes(lever, account, one, real),
        Lever::Opportunity { account, opportunity } => {
            let records = real.records(account)?;
            let found = records.opportunities.iter().find(|one| one.id == opportunity)?;
            let amount = worth(found, &real.rules.exchange);
            let pays = amount.map_or_else(|| "–".to_owned(), |amount| short(amount, real));
            let state = match one {
                Some(Try::Opportunity { amount: tried, .. }) if amount == Some(*tried) => {
                    "won".into()
                }
                Some(Try::Opportunity { amount: tried, .. }) => {
                    format!("won {}", short(*tried, real))
                }
                _ => String::new(),
            };
            let mut ground =
                Ground::new(format!("{}: {}", name(account, real), found.title), "opportunity")
                    .say(format!(
                        "Space wins it today, ←→ for less or more. It is {}.",
                        found.stage
                    ));
            if amount.is_none() {
                ground = ground.say("Its yearly value is not known: → tries one.");
            }
            let entry = Entry::figure(lever.key(), ground)
                .links(Link::to(Kind::Opportunity, opportunity))
                .of(Whom::account(account));
            let label = format!("{} · {}", found.title, name(account, real));
            Some(row(label, pays, trial_state(&state), found.stage.to_string(), entry))
        }
    }
}

fn preset(one: Option<&Try>) -> Line {
    let state = match one {
        Some(Try::Preset(approach)) => vec![Span::strong(format!("→ {approach}"))],
        _ => vec![Span::dim("each account's own")],
    };
    let ground = Ground::new("All accounts by the weights of one approach", "approach")
        .say("←→ turns the approaches; as it is, each account is scored by its own.");
    let mut cells = vec![Cell::left(8, vec![Span::text("preset")])];
    cells.push(Cell::rest(state));
    Line::row(cells).with(Entry::figure(Lever::Preset.key(), ground))
}

/// What is tried, with its sign.
fn trial_state(state: &str) -> Vec<Span> {
    if state.is_empty() { Vec::new() } else { vec![Span::strong(format!("→ {state}"))] }
}

/// Name, amount, what is tried or said; where there is room, what it is reckoned from.
fn row(name: String, amount: String, state: Vec<Span>, beside: String, entry: Entry) -> Line {
    Line::row(vec![
        Cell::rest(vec![Span::text(name)]),
        Cell::left(16, vec![Span::dim(beside)]).from(54),
        Cell::right(6, vec![Span::text(amount)]),
        Cell::left(12, state),
    ])
    .with(entry)
}

fn account_line(lever: Lever, account: Id, one: Option<&Try>, real: &Real) -> Option<Line> {
    let (records, standing) = (real.records(account)?, real.judged.of(account)?);
    let arr = standing.arr.map_or_else(|| "–".to_owned(), Money::short);
    let renewing = renewing(records, real.today);
    let mut ground = Ground::new(standing.name.clone(), TOPIC);
    let mut beside = String::new();
    let mut state = Vec::new();
    if let Some(found) = renewing {
        let ends = day_ahead(found.ends_on, real.today);
        beside = format!("ends {ends}");
        let told = found.said.map(|last| {
            let currency = last.currency.unwrap_or(real.rules.exchange.base);
            let amount = last.new_amount.map(|minor| Money { minor, currency });
            let amount = in_base(amount, &real.rules.exchange).map(|amount| amount.minor);
            said(last.outcome, last.probability, amount, real)
        });
        if let Some(known) = found.known {
            state = vec![Span::dim(known.word())];
            ground = ground
                .say(format!("Its renewal of {ends} is {known}. Space tries the book without it."));
        } else {
            ground = ground.say(format!(
                "Ends {ends}: ←→ another chance, + − amount, Enter outcome; Space without it."
            ));
            ground = match &told {
                Some(told) => ground.say(format!("My forecast: {told}.")),
                None => ground.say("No forecast yet: it counts whole."),
            };
            state = vec![Span::dim(told.unwrap_or_else(|| "no forecast".to_owned()))];
        }
    } else {
        ground =
            ground.say("No contract of it ends within a year. Space tries the book without it.");
    }
    match one {
        Some(Try::Renewal { outcome, probability, amount, .. }) => {
            state = trial_state(&said(*outcome, *probability, *amount, real));
        }
        Some(Try::Lost(_)) => state = vec![Span::risk("→ leaves")],
        _ => {}
    }
    let mut entry = Entry::figure(lever.key(), ground).of(Whom::account(account));
    if renewing.is_some_and(|found| found.known.is_none()) {
        entry = entry.links(Link::new(Kind::Forecast));
    }
    Some(row(standing.name.clone(), arr, state, beside, entry))
}

fn comes(lever: Lever, account: Id, one: Option<&Try>, real: &Real) -> Option<Line> {
    let records: &Records = real.records(account)?;
    let own = brings(records, &real.rules.exchange, real.today);
    let amount = own.map_or_else(|| "–".to_owned(), |own| short(own, real));
    let back = records.account.status == Status::Lost;
    let does = if back { "comes back" } else { "signs" };
    let state = match one {
        Some(Try::Won(_, tried)) if *tried == own => format!("→ {does}"),
        Some(Try::Won(_, Some(tried))) => format!("→ pays {}", short(*tried, real)),
        Some(_) => "→ pays ?".to_owned(),
        None => String::new(),
    };
    let state = if state.is_empty() { Vec::new() } else { vec![Span::strong(state)] };
    let ground = Ground::new(records.account.name.clone(), TOPIC)
        .say(format!("Space: it {does} today. ←→ for less or more a year."))
        .say(match own {
            Some(own) if back => format!("It paid {} before it went.", signed(own, real)),
            Some(own) => format!("{} is on record for it.", signed(own, real)),
            None => "Nobody recorded what it would pay.".to_owned(),
        });
    let gone = records.account.lost_on.filter(|_| back);
    let beside = gone.map_or_else(String::new, |gone| {
        format!("lost {}", crate::domain::day::day(gone, real.today))
    });
    let entry = Entry::figure(lever.key(), ground).of(Whom::account(account));
    Some(row(records.account.name.clone(), amount, state, beside, entry))
}
