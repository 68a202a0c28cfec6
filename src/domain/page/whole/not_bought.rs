//! What they don't buy yet, over the book: the most promising first, then each of our offerings,
//! then account by account.
//!
//! ```text
//!  Possible  2
//!  Contoso            ○ Training for Logistics         3 of 8 buy it · promoter
//!  Offerings  ● bought ◐ open ○ possible ✕ blocked ? unknown
//!    1 Workplace        ● 5  ◐ 1  ○ 2  ✕ 1  ? 12
//!  Accounts             1  2  3
//!  Contoso      1.20M   ●  ○  ?
//! ```

use super::super::expand::grid::drawn;
use super::super::{Cell, Doing, Entry, Ground, Kind, Line, Link, Page, Proof, Span, Tone, Whom};
use super::whose;
use crate::domain::expansion::book::Grown;
use crate::domain::expansion::book::room::{Opening, Parts, Room, Row, Sold};
use crate::domain::money::Money;
use crate::domain::revenue::whitespace::{self, WhitespaceState};
use crate::domain::signal::sentence::{count, names};

const TOPIC: &str = "whitespace";

const EMPTY: &str = "Our offerings against the parts of each client: what is bought, what is open, \
    what would be possible. Nothing of it is written down yet; it begins with what we sell, and \
    with the parts of a client on its tab Expand.";

#[must_use]
pub fn page(grown: &Grown) -> Page {
    let room = &grown.room;
    let figure = match room.possible.len() {
        0 => String::new(),
        n => format!("{n} possible"),
    };
    let mut lines = Vec::new();
    if room.offerings.is_empty() || room.rows.is_empty() {
        lines.push(Line::title("Not bought yet"));
        lines.push(Line::prose(EMPTY));
    }
    if !room.possible.is_empty() {
        lines.push(possible(room));
        lines.extend(room.possible.iter().map(opening));
        lines.push(Line::gap());
    }
    if !room.offerings.is_empty() {
        lines.push(Line::part("Offerings", key()));
        lines.extend(room.offerings.iter().enumerate().map(|(place, one)| sold(place, one, room)));
    }
    lines.push(Line::offer("something that we sell", Link::new(Kind::Offering), TOPIC));
    if room.left_out > 0 {
        let says = format!("{} more of our offerings have no room here.", room.left_out);
        lines.push(Line::prose(says));
    }
    if !room.rows.is_empty() {
        lines.push(Line::gap());
        lines.push(numbers(room));
        lines.extend(room.rows.iter().map(|row| account(row, room)));
    }
    lines.extend((!room.offerings.is_empty()).then(|| unknown(room)).flatten());
    Page { figure, lines }
}

/// The signs: `● bought ◐ open ○ possible ✕ blocked ? unknown`.
fn key() -> Vec<Span> {
    let states = WhitespaceState::ALL.iter().map(|state| Some(*state)).chain([None]);
    let told = states.map(|state| {
        let (sign, word, tone) = drawn(state);
        let word = if word.is_empty() { "unknown" } else { word };
        Span::new(format!("{sign} {word}  "), tone)
    });
    told.collect()
}

fn parts(of: &Parts) -> [(usize, Option<WhitespaceState>); 5] {
    use WhitespaceState::{Blocked, Open, Possible, Won};
    [
        (of.won, Some(Won)),
        (of.open, Some(Open)),
        (of.possible, Some(Possible)),
        (of.blocked, Some(Blocked)),
        (of.unknown, None),
    ]
}

/// `1 won, 2 unknown`.
fn told(of: &Parts) -> String {
    let known = parts(of).into_iter().filter(|(number, _)| *number > 0);
    let words = known.map(|(number, state)| {
        let word = state.map_or("unknown", WhitespaceState::word);
        format!("{number} {word}")
    });
    words.collect::<Vec<_>>().join(", ")
}

fn possible(room: &Room) -> Line {
    let number = room.possible.len();
    let ground = Ground::new(format!("Possible: {number}"), TOPIC)
        .say("The most promising first: accounts not at risk, with hints of growth, for what many others buy, the larger ones.")
        .say("Space makes one an opportunity.")
        .on(room.possible.iter().map(|one| {
            let link = Link::to(Kind::Whitespace, one.field);
            Proof::by(format!("{}: {}", one.whose.name, what(one)), link).whose(one.whose.account)
        }));
    Line::part("Possible", vec![Span::text(number.to_string())])
        .with(Entry::figure("possible", ground))
}

/// `Training for Logistics`.
fn what(one: &Opening) -> String {
    format!("{} for {}", one.offering, one.unit)
}

fn opening(one: &Opening) -> Line {
    let (bought, known) = one.bought;
    let mut why = Vec::new();
    if one.repair {
        why.push(Span::risk("repair first"));
    }
    let bought = format!("{bought} of {known} buy it");
    why.push(if why.is_empty() { Span::dim(&bought) } else { Span::next(&bought, Tone::Dim) });
    why.extend(one.hints.iter().map(|hint| Span::next(hint, Tone::Healthy)));
    let cells = vec![
        whose(&one.whose.name),
        Cell::rest(vec![Span::strong("○ "), Span::text(what(one))]),
        Cell::left(30, why),
    ];
    let account = one.whose.account;
    let link = Link::to(Kind::Whitespace, one.field);
    let hints = match one.hints.as_slice() {
        [] => "Nothing hints at growth.".to_owned(),
        some => format!("Hints at growth: {}.", some.join(", ")),
    };
    let ground = Ground::new(format!("{}: {}", one.whose.name, what(one)), TOPIC)
        .say(if one.repair { "Repair first: the account is at risk." } else { "" })
        .say(format!("{bought}, of the accounts where something is known of it."))
        .say(hints)
        .say(one.note.clone().unwrap_or_default())
        .on([Proof::by(what(one), link).whose(account)]);
    let fields = [
        whitespace::Field::State(one.record.state),
        whitespace::Field::OpportunityId(one.record.opportunity_id),
    ];
    let mut entry = Entry::record(link, ground).of(Whom::account(account));
    entry.doing = (!one.changes.is_empty()).then(|| Doing {
        says: "make it an opportunity",
        label: format!("{}: opportunity “{}”", one.whose.name, what(one)),
        expected: one.record.expects(&fields),
        changes: one.changes.clone(),
    });
    Line::row(cells).with(entry)
}

fn sold(place: usize, one: &Sold, room: &Room) -> Line {
    let mut cells = vec![Cell::left(22, vec![Span::text(format!("{} {}", place + 1, one.name))])];
    for (number, state) in parts(&one.parts) {
        let (sign, _, tone) = drawn(state);
        let tone = if number == 0 { Tone::Dim } else { tone };
        cells.push(Cell::left(6, vec![Span::new(format!("{sign} {number}"), tone)]));
    }
    let held = room.rows.iter().filter_map(|row| {
        let field = row.fields.get(place)?;
        field.folded()?;
        Some(Proof::account(row.whose.account, format!("{}: {}", row.whose.name, told(field))))
    });
    let ground = Ground::new(one.name.clone(), TOPIC)
        .say(format!("Parts of the accounts: {}.", told(&one.parts)))
        .say("An account of which nothing is known counts as one part.")
        .on(held);
    Line::row(cells).with(Entry::record(Link::to(Kind::Offering, one.offering), ground))
}

/// The numbers of the offerings over their columns.
fn numbers(room: &Room) -> Line {
    let mut cells =
        vec![Cell::left(18, vec![Span::strong("Accounts")]), Cell::right(7, Vec::new())];
    let places = 1..=room.offerings.len();
    cells.extend(places.map(|place| Cell::left(3, vec![Span::dim(place.to_string())])));
    Line::row(cells)
}

fn account(row: &Row, room: &Room) -> Line {
    let arr = row.arr.map_or_else(|| "–".to_owned(), Money::short);
    let mut cells = vec![whose(&row.whose.name), Cell::right(7, vec![Span::text(arr)])];
    for field in &row.fields {
        let (sign, _, tone) = drawn(field.folded());
        cells.push(Cell::left(3, vec![Span::new(sign, tone)]));
    }
    let account = row.whose.account;
    let fields = room.offerings.iter().zip(&row.fields);
    let ground = Ground::new(format!("What {} buys", row.whose.name), TOPIC)
        .say("Its parts in one sign: possible, else open, else won, else blocked. Its tab Expand has them one by one.")
        .on(fields
            .map(|(one, field)| Proof::account(account, format!("{}: {}", one.name, told(field)))));
    let entry = Entry::figure(format!("account {}", account.0), ground);
    Line::row(cells).with(entry.of(Whom::account(account)))
}

fn unknown(room: &Room) -> Option<Line> {
    let all: Vec<&str> = room.unknown.iter().map(|one| one.name.as_str()).collect();
    if all.is_empty() {
        return None;
    }
    let text =
        format!("? {} of which nothing is known: {}", count(all.len(), "account"), names(&all));
    let ground = Ground::new(format!("Not known: {}", count(all.len(), "account")), TOPIC)
        .say("Nobody wrote down what their parts are, or what they buy.")
        .on(room.unknown.iter().map(|one| Proof::account(one.account, one.name.clone())));
    Some(Line::row(vec![Cell::rest(vec![Span::dim(text)])]).with(Entry::figure("unknown", ground)))
}

#[cfg(test)]
mod tests;
