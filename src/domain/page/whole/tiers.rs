//! The tiers that the figures suggest, once a year: from which to which, why, and what it costs in
//! hours a week.
//!
//! ```text
//!  Suggested  2 · 11.2 h → 12.4 h a week
//!    accept all 2
//!  Contoso            1.20M  G → S  half of the ARR         +1.6 h  now
//!  Hours a week
//!    strategic      5 → 6     8.9 h → 10.7 h
//! ```

use super::super::file::capital;
use super::super::{Cell, Doing, Entry, Ground, Line, Page, Proof, Span, Whom};
use super::whose;
use crate::domain::account::Tier;
use crate::domain::day::day_ahead;
use crate::domain::expansion::book::Grown;
use crate::domain::expansion::book::tiers::{Differs, TierCost, Tiers, accept};
use crate::domain::money::Money;
use crate::domain::rules::Rules;
use crate::domain::signal::sentence::count;
use crate::domain::tier::Reason;

const TOPIC: &str = "suggested tier";

#[must_use]
pub fn page(grown: &Grown, rules: &Rules) -> Page {
    let tiers = &grown.tiers;
    let differs = &tiers.differs;
    let mut lines = vec![head(tiers)];
    if differs.is_empty() {
        let says = match grown.accounts {
            0 => "No account is in the book yet.",
            _ => "Every account of known ARR has the tier that its figures suggest.",
        };
        lines.push(Line::prose(says));
    }
    // Above them: whoever takes one after the other is not led onto all of them by the last.
    let asked: Vec<&Differs> = differs.iter().filter(|one| one.asked).collect();
    // What rests is taken by its own line alone.
    let every: Vec<&Differs> =
        differs.iter().filter(|one| one.asked || one.next_on.is_some()).collect();
    if asked.len() > 1 && asked.len() < every.len() {
        lines.push(all("asked", &format!("accept the {} asked now", asked.len()), &asked));
    }
    if every.len() > 1 {
        let says = match differs.len() - every.len() {
            0 => format!("accept all {}", every.len()),
            _ => format!("accept {}, without those that rest", every.len()),
        };
        lines.push(all("all", &says, &every));
    }
    lines.extend(differs.iter().map(|one| line(one, grown, rules)));
    lines.push(Line::gap());
    lines.push(Line::title("Hours a week"));
    lines.extend(tiers.costs.iter().map(|one| cost(one, rules)));
    lines.push(whole(tiers));
    lines.extend(unknown(tiers));
    let figure = match differs.iter().filter(|one| one.asked).count() {
        0 => String::new(),
        n => format!("{n} to decide"),
    };
    Page { figure, lines }
}

fn letter(tier: Option<Tier>) -> &'static str {
    tier.map_or("–", Tier::letter)
}

/// `11.2 h → 12.4 h`; once where nothing moves.
fn moved((before, after): (f64, f64)) -> String {
    let (before, after) = (format!("{before:.1} h"), format!("{after:.1} h"));
    if before == after { before } else { format!("{before} → {after}") }
}

/// `+1.6 h`, `−0.4 h`, `0.0 h`.
fn difference((before, after): (f64, f64)) -> String {
    let tenths = ((after - before) * 10.0).round() / 10.0;
    let sign = if tenths > 0.0 {
        "+"
    } else if tenths < 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{:.1} h", tenths.abs())
}

fn head(tiers: &Tiers) -> Line {
    let differs = &tiers.differs;
    let figure = format!("{} · {} a week", differs.len(), moved(tiers.hours));
    let ground = Ground::new(format!("Suggested tiers: {}", differs.len()), TOPIC)
        .say("You choose the tier; once a year the figures are asked, in the weeks after the account's day in the book.")
        .say(format!("{} as the figures suggest.", match tiers.fitting {
            1 => "1 account is".to_owned(),
            n => format!("{n} accounts are"),
        }))
        .on(differs.iter().map(proof));
    Line::part("Suggested", vec![Span::text(figure)]).with(Entry::figure("suggested", ground))
}

/// Why, with what it rests on.
fn reason(one: &Differs, grown: &Grown, rules: &Rules) -> String {
    let open = Money { minor: one.expansion, currency: grown.currency };
    match one.reason {
        Reason::Half => "One of the largest, which together make half of the ARR.".to_owned(),
        Reason::Largest => "One of the five largest of a large book.".to_owned(),
        Reason::Expansion => rules.told(&format!(
            "{} validated or proposed: {{growth-share}} of its ARR or more.",
            open.signed_short()
        )),
        Reason::Fifth => rules.told("Among the largest {growth-top} of the accounts by ARR."),
        Reason::Rest | Reason::Unknown => {
            "Not among the largest, and little is validated or proposed.".to_owned()
        }
    }
}

fn line(one: &Differs, grown: &Grown, rules: &Rules) -> Line {
    let arr = one.arr.map_or_else(|| "–".to_owned(), Money::short);
    let when = match (one.asked, one.next_on) {
        (true, _) => Span::text("now"),
        (false, Some(on)) => Span::dim(day_ahead(on, grown.today)),
        (false, None) => Span::dim("rests"),
    };
    let cells = vec![
        whose(&one.whose.name),
        Cell::right(6, vec![Span::text(&arr)]),
        Cell::left(
            5,
            vec![Span::dim(letter(one.from)), Span::dim(" → "), Span::strong(one.to.letter())],
        ),
        Cell::rest(vec![Span::text(one.reason.word())]),
        Cell::right(7, vec![Span::text(difference(one.hours))]),
        Cell::left(11, vec![when]),
    ];
    let name = &one.whose.name;
    let from = one.from.map_or("no tier", |tier| tier.word());
    let ground = Ground::new(format!("{name}: {from} → {}", one.to), TOPIC)
        .say(reason(one, grown, rules))
        .say(format!("{} a week.", moved(one.hours)))
        .say(match (one.asked, one.next_on) {
            (true, _) if one.from.is_none() => "Nobody chose a tier yet.".to_owned(),
            (true, _) => "Asked for in these weeks of the year.".to_owned(),
            (false, Some(on)) => {
                format!("Its tier is gone over again on {}.", day_ahead(on, grown.today))
            }
            (false, None) => "You told this question to rest.".to_owned(),
        })
        .on([Proof::account(one.whose.account, format!("{name}, ARR {arr}"))]);
    let mut whom = Whom::account(one.whose.account);
    if one.asked && one.from.is_some() {
        whom = whom.signal("tier-differs");
    }
    let entry = Entry::figure(format!("tier {}", one.whose.account.0), ground).of(whom);
    let label = format!("{name}: tier {}", one.to);
    Line::row(cells).with(entry.does(doing("accept", label, [one])))
}

fn doing<'a>(
    says: &'static str,
    label: String,
    taken: impl IntoIterator<Item = &'a Differs>,
) -> Doing {
    let (changes, expected) = accept(taken);
    Doing { says, label, changes, expected }
}

/// Several with one key.
fn all(key: &str, says: &str, taken: &[&Differs]) -> Line {
    let hours: f64 = taken.iter().map(|one| one.hours.1 - one.hours.0).sum();
    let ground = Ground::new(capital(says), TOPIC)
        .say(format!("{} a week. One undo takes all of it back.", difference((0.0, hours))))
        .on(taken.iter().map(|one| proof(one)));
    let label = format!("Tiers of {}", count(taken.len(), "account"));
    let doing = doing("accept them", label, taken.iter().copied());
    let cells = vec![Cell::rest(vec![Span::dim(says)])];
    Line::row(cells).with(Entry::figure(key, ground).does(doing))
}

fn proof(one: &Differs) -> Proof {
    let Differs { whose, from, to, reason, .. } = one;
    let text = format!("{}: {} → {}, {reason}", whose.name, letter(*from), to.letter());
    Proof::account(whose.account, text)
}

fn accounts((before, after): (usize, usize)) -> String {
    if before == after { before.to_string() } else { format!("{before} → {after}") }
}

fn cost(one: &TierCost, rules: &Rules) -> Line {
    let cells = vec![
        Cell::left(13, vec![Span::text(one.tier.word())]),
        Cell::right(11, vec![Span::text(accounts(one.accounts))]),
        Cell::right(19, vec![Span::text(moved(one.hours))]),
    ];
    let each = crate::domain::tier::hours_a_week(&rules.cadence(Some(one.tier)));
    let ground = Ground::new(format!("{}: {} a week", one.tier, moved(one.hours)), "tier")
        .say(format!("{each:.2} h a week each, {} accounts; as it is, and as suggested.", accounts(one.accounts)))
        .say("An hour a talk, a quarter of an hour an own review, two hours a strategic review, eight a QBR with its preparation.")
        .say("An account without a tier is counted as Maintenance.");
    Line::row(cells).with(Entry::figure(format!("hours {}", one.tier), ground))
}

fn whole(tiers: &Tiers) -> Line {
    let sum = tiers
        .costs
        .iter()
        .fold((0, 0), |(before, after), one| (before + one.accounts.0, after + one.accounts.1));
    Line::row(vec![
        Cell::left(13, vec![Span::dim("together")]),
        Cell::right(11, vec![Span::strong(accounts(sum))]),
        Cell::right(19, vec![Span::strong(moved(tiers.hours))]),
    ])
}

fn unknown(tiers: &Tiers) -> Option<Line> {
    let all = &tiers.unknown;
    let number = all.len();
    let ground = Ground::new(format!("ARR unknown: {}", count(number, "account")), TOPIC)
        .say("Nothing is suggested without ARR, or without a rate for its currency; their tiers stay.")
        .on(all.iter().map(|one| Proof::account(one.account, one.name.clone())));
    let text = format!("– {} of unknown ARR: nothing is suggested", count(number, "account"));
    let cells = vec![Cell::rest(vec![Span::dim(text)])];
    (number > 0).then(|| Line::row(cells).with(Entry::figure("unknown", ground)))
}

#[cfg(test)]
mod tests;
