//! The contracts of the months ahead: by when to act on each, when it ends, how far its renewal is.
//!
//! ```text
//!  To 21 May    14 contracts · €3.21M · 4 want something now
//!                          Dec Jan  Feb Mar  Apr
//!  December 2026   3 to act on · €1.20M   1 ends · €640k
//!    Contoso       12 Dec  │ ●──────■                    940k  80 %  in talks
//! ```

mod strip;

use super::said::{NOTHING, accounts, amount, band, counted, score, signed};
use crate::domain::account::contract::Renewal;
use crate::domain::day::{day, day_ahead, far};
use crate::domain::page::{
    Cell, Entry, Ground, Kind, Line, Link, Page, Proof, Span, Tone, Whom, money,
};
use crate::domain::portfolio::Portfolio;
use crate::domain::portfolio::runway::{Due, Month};
use crate::domain::renewal::clock::Phase;
use crate::domain::renewal::dates;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::score::print::{percent, tenth};
use chrono::{Datelike, NaiveDate};
use strip::{Strip, WIDTH};

/// From so many columns on there is room for more of a contract.
const WIDE: u16 = 100;

#[must_use]
pub fn page(book: &Portfolio) -> Page {
    let runway = &book.runway;
    let strip = Strip::of(book.today, runway.days);
    let mut lines = vec![summary(book)];
    lines.extend(endless(book));
    if runway.contracts.is_empty() {
        lines.push(Line::gap());
        lines.push(Line::prose(format!(
            "No contract is to be acted on by {}. Ends and notice periods are written into the \
             contract of an account; from them stands here what comes up, and by when.",
            day_ahead(runway.until, book.today)
        )));
        return Page { figure: String::new(), lines };
    }
    lines.push(heads(&strip));
    let past: Vec<&Due> = runway.contracts.iter().filter(|one| one.past()).collect();
    if !past.is_empty() {
        lines.push(over(&past, book));
        lines.extend(past.iter().map(|one| contract(one, &strip, book)));
    }
    let ahead = || runway.contracts.iter().filter(|one| !one.past());
    for month in &runway.months {
        lines.push(of_month(month, book));
        let theirs = ahead().filter(|one| one.next_on.with_day(1) == Some(month.first));
        lines.extend(theirs.map(|one| contract(one, &strip, book)));
    }
    let figure = format!("{} · {}", counted(runway.contracts.len(), "contract"), worth(book));
    Page { figure, lines }
}

/// What the contracts shown are worth together.
fn worth(book: &Portfolio) -> String {
    together(book.runway.contracts.iter().map(|one| one.arr), book)
}

/// The known ones together; where none is known, that is said.
fn together(all: impl Iterator<Item = Option<i64>>, book: &Portfolio) -> String {
    let known = all.flatten().reduce(i64::saturating_add);
    known.map_or_else(|| "ARR unknown".to_owned(), |arr| signed(arr, book.currency))
}

fn summary(book: &Portfolio) -> Line {
    let runway = &book.runway;
    let until = day_ahead(runway.until, book.today);
    let all = &runway.contracts;
    let wanting: Vec<&Due> = all.iter().filter(|one| one.wants || one.past()).collect();
    let asked = all.iter().filter(|one| one.asked).count();
    let told = match all.len() {
        0 => "no contract".to_owned(),
        count => format!("{} · {}", counted(count, "contract"), worth(book)),
    };
    let mut spans = vec![Span::text(told)];
    if !wanting.is_empty() {
        let want = if wanting.len() == 1 { "wants" } else { "want" };
        spans.push(Span::next(&format!("{} {want} something now", wanting.len()), Tone::Watch));
    }
    if asked > 0 {
        spans.push(Span::next(&format!("{} asked for", counted(asked, "forecast")), Tone::Dim));
    }
    let ground = Ground::new("Runway", "runway")
        .say(format!(
            "The contracts whose last day to act or end lies within {} d, to {until}.",
            runway.days
        ))
        .say(if wanting.is_empty() {
            "None of them wants anything today."
        } else {
            "Those that want something now:"
        })
        .on(wanting.into_iter().map(|one| proof(one, book)));
    Line::fact(format!("to {until}"), spans).with(Entry::figure("runway", ground))
}

/// The accounts of which no end is known: they may be due tomorrow.
fn endless(book: &Portfolio) -> Option<Line> {
    let without = &book.runway.endless;
    let arr = together(without.iter().map(|one| one.arr), book);
    let ground = Ground::new("No end on record", "contract")
        .say("Nobody knows when these end; they are in no month below. Enter writes the contract.")
        .on(without.iter().map(|one| {
            let says = format!("{} {}", one.name, amount(one.arr, book.currency));
            Proof::by(says, Link::new(Kind::Contract)).whose(one.account)
        }));
    let says = format!("{} · {arr}", accounts(without.len()));
    let line = Line::fact(
        "no end",
        vec![Span::watch(says), Span::next("not known when they end", Tone::Dim)],
    );
    (!without.is_empty()).then(|| line.with(Entry::figure("no end", ground)))
}

fn heads(strip: &Strip) -> Line {
    let word = |text: &str| vec![Span::dim(text)];
    Line::row(vec![
        Cell::rest(word("●act ■end")),
        Cell::right(6, word("next")),
        Cell::left(WIDTH, vec![Span::dim(strip.months())]),
        Cell::right(6, word("ARR")),
        Cell::right(5, word("renew")),
        Cell::left(10, word("stands")),
        Cell::left(11, word("ends")).from(WIDE),
        Cell::left(8, word("score")).from(WIDE),
    ])
}

fn over(past: &[&Due], book: &Portfolio) -> Line {
    let ground = Ground::new("Over, and not written down", "outcome question")
        .say("The last day to act or the end is over: what came of it?")
        .on(past.iter().map(|one| proof(one, book)));
    let figure = vec![Span::risk(format!("{} to be answered", past.len()))];
    Line::part("Over", figure).with(Entry::figure("over", ground))
}

fn of_month(month: &Month, book: &Portfolio) -> Line {
    let name = month.first.format("%B %Y").to_string();
    let ends = if month.ends == 1 { "ends" } else { "end" };
    let inside = |on: NaiveDate| {
        on.with_day(1) == Some(month.first) && (book.today..=book.runway.until).contains(&on)
    };
    let last = |one: &Due| one.leaves_on.unwrap_or(one.act.ends_on);
    let all = &book.runway.contracts;
    let acting = all.iter().filter(|one| one.leaves_on.is_none() && inside(one.act.act_by));
    let acting = together(acting.map(|one| one.arr), book);
    let ending = together(all.iter().filter(|one| inside(last(one))).map(|one| one.arr), book);
    let mut figure = Vec::new();
    if month.acts > 0 {
        figure.push(Span::text(format!("{} to act on, {acting}", month.acts)));
    }
    if month.ends > 0 {
        let gap = if figure.is_empty() { "" } else { " · " };
        figure.push(Span::dim(format!("{gap}{} {ends}, {ending}", month.ends)));
    }
    let theirs = all
        .iter()
        .filter(|one| one.leaves_on.is_none() && inside(one.act.act_by) || inside(last(one)));
    let ground = Ground::new(&name, "runway")
        .say(match month.acts {
            0 => String::new(),
            acts => format!("{} to act on, {acting}.", counted(acts, "contract")),
        })
        .say(match month.ends {
            0 => String::new(),
            count => format!("{count} {ends}, {ending}."),
        })
        .on(theirs.map(|one| proof(one, book)));
    Line::part(name, figure).with(Entry::figure(format!("month {}", month.first), ground))
}

/// `12 Dec`; of another year than the next months' `Nov 25`.
fn short(on: NaiveDate, today: NaiveDate) -> String {
    let told = day_ahead(on, today);
    if told.chars().count() <= 6 { told } else { on.format("%b %y").to_string() }
}

fn contract(one: &Due, strip: &Strip, book: &Portfolio) -> Line {
    let (stands, urgent) = stands(one);
    let ends = one.leaves_on.unwrap_or(one.act.ends_on);
    let chance = match (one.chance(), one.asked) {
        (Some(chance), _) => Span::text(percent(chance)),
        (None, true) => Span::watch("?"),
        (None, false) => Span::dim(NOTHING),
    };
    Line::row(vec![
        Cell::rest(vec![Span::text(&one.name)]),
        Cell::right(6, vec![Span::new(short(one.next_on, book.today), urgent)]),
        Cell::left(WIDTH, strip.draw(one, urgent)),
        Cell::right(6, vec![Span::strong(amount(one.arr, book.currency))]),
        Cell::right(5, vec![chance]),
        Cell::left(10, vec![Span::new(stands, urgent)]),
        Cell::left(11, vec![Span::dim(day_ahead(ends, book.today))]).from(WIDE),
        Cell::left(8, score(one.score, one.band, None)).from(WIDE),
    ])
    .with(entry(one, book))
}

/// How far the renewal is, in a word, and how urgent that is.
fn stands(one: &Due) -> (&'static str, Tone) {
    if one.past() {
        return ("what came?", Tone::Risk);
    }
    if one.leaves_on.is_some() {
        return ("leaves", Tone::Risk);
    }
    let tone = match one.phase {
        Some(Phase::Critical | Phase::Late) if one.wants => Tone::Risk,
        _ if one.wants => Tone::Watch,
        _ => Tone::Text,
    };
    let word = match (one.contract.renewal, one.phase) {
        (Renewal::NotStarted, Some(Phase::Open)) => "begin now",
        (Renewal::NotStarted, Some(Phase::Late)) => "late",
        (Renewal::NotStarted, Some(Phase::Critical)) => "critical",
        (Renewal::NotStarted, _) => "not yet",
        (other, _) => other.word(),
    };
    (word, tone)
}

fn forecast(one: &Forecast, book: &Portfolio) -> String {
    format!(
        "{} at {}, said {}",
        one.outcome,
        percent(one.probability.clamp(0, 100) as f64 / 100.0),
        day(one.on_date, book.today)
    )
}

fn proof(one: &Due, book: &Portfolio) -> Proof {
    let says =
        format!("{} {} · {}", one.name, amount(one.arr, book.currency), dates(one.act, book.today));
    Proof::account(one.account, says)
}

fn entry(one: &Due, book: &Portfolio) -> Entry {
    let mut ground =
        Ground::new(&one.name, "act-by").say(format!("{}.", capital(&dates(one.act, book.today))));
    if let Some(on) = one.leaves_on {
        ground = ground.say(format!(
            "They leave {}, {}.",
            day_ahead(on, book.today),
            far(on, book.today)
        ));
    }
    ground = ground.say(&one.text);
    ground = ground.say(match (&one.forecast, one.asked) {
        (Some(said), false) => format!("My forecast: {}.", forecast(said, book)),
        (Some(said), true) => {
            format!("My forecast: {}; a new one is asked for.", forecast(said, book))
        }
        (None, true) => "My forecast is asked for.".to_owned(),
        (None, false) => String::new(),
    });
    if let Some(score) = one.score {
        ground = ground.say(format!("Score {}, {}.", tenth(score), band(one.band)));
    }
    let contract = Link::to(Kind::Contract, one.contract.id);
    let mut proofs = vec![
        Proof::by(format!("Contract, renewal {}", one.contract.renewal), contract)
            .whose(one.account),
    ];
    proofs.extend(one.forecast.as_ref().map(|said| {
        Proof::of(
            format!("My forecast: {} at {} %", said.outcome, said.probability),
            said.on_date,
            Link::to(Kind::Forecast, said.id),
        )
        .whose(one.account)
    }));
    let link = if one.past() { Link::new(Kind::Outcome) } else { contract };
    let mut whom = Whom::account(one.account).plays("renewal");
    if let Some(code) = signal(one) {
        whom = whom.signal(code);
    }
    let mut entry = Entry::figure(format!("contract {}", one.contract.id.0), ground.on(proofs))
        .links(link)
        .of(whom);
    if !one.past() && one.leaves_on.is_none() {
        entry.doing = money::further(&one.contract, &one.name);
    }
    entry
}

/// The signal that asks for it.
const fn signal(one: &Due) -> Option<&'static str> {
    if one.past() {
        return Some("outcome-missing");
    }
    match one.phase {
        Some(Phase::Open) if one.wants => Some("renewal-open"),
        Some(Phase::Late) if one.wants => Some("renewal-late"),
        Some(Phase::Critical) if one.wants => Some("renewal-critical"),
        _ => None,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
