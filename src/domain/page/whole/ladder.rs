//! The accounts by what they pay: how much of it is safe, who carries the book, and each account
//! with what stands above it.
//!
//! ```text
//!  Revenue  safe?
//!    safe      ██████████▌      3.21M   48 %   12 accounts
//!    at risk   ████▎            1.10M   16 %    4 accounts
//!  Accounts by ARR
//!    Contoso          █████████   940k  14 %  14 %  magic      safe     8.2 ▲0.3
//!    ── 9 key accounts, 81 % of the ARR
//! ```

use super::said::{accounts, amount, band, score, share, share_of, signed};
use crate::domain::bar;
use crate::domain::day::{self, day, day_ahead};
use crate::domain::feedback::security::RevenueState;
use crate::domain::page::{Cell, Entry, Ground, Line, Page, Proof, Span, Tone, Whom};
use crate::domain::portfolio::ladder::Rung;
use crate::domain::portfolio::{Portfolio, Secured};
use crate::domain::quadrant::Quadrant;
use crate::domain::score::print::{tenth, to_billionth};

/// Columns of the bars.
const BAR: usize = 9;
/// The same of the sums.
const SUM_BAR: usize = 20;
/// From so many columns on there is room for more of an account.
const WIDE: u16 = 100;

const EMPTY: &str = "No account in the book yet. Here they will stand by what they pay: how much \
    of it is safe, at risk or unknown, and who carries the book.";

#[must_use]
pub fn page(book: &Portfolio) -> Page {
    if book.ladder.is_empty() {
        return Page { figure: String::new(), lines: vec![Line::prose(EMPTY)] };
    }
    let mut lines = vec![Line::title("Is it safe?")];
    lines.extend(book.secured.iter().map(|one| secured(one, book)));
    lines.push(heard(book));
    lines.push(Line::title("Who carries it"));
    lines.extend([concentration(book), keys(book)]);
    lines.extend(left_out(book));
    lines.push(Line::gap());
    lines.push(Line::title("Accounts by ARR"));
    lines.push(heads());
    let most = book.ladder.iter().filter_map(|one| one.arr).max().unwrap_or(0);
    let last_key = book.ladder.iter().rposition(|one| one.key);
    for (place, one) in book.ladder.iter().enumerate() {
        lines.push(rung(one, most, book));
        if Some(place) == last_key && place + 1 < book.ladder.len() {
            lines.push(Line::row(vec![Cell::rest(vec![Span::dim(format!(
                "── {} above this line {} {} of the ARR ──",
                accounts(place + 1),
                if place == 0 { "carries" } else { "carry" },
                share(one.running)
            ))])]));
        }
    }
    let figure = format!("{} · {}", signed(book.arr, book.currency), accounts(book.accounts));
    Page { figure, lines }
}

/// An account as what stands behind a figure.
pub(super) fn proof(one: &Rung, book: &Portfolio, says: &str) -> Proof {
    let arr = amount(one.arr, book.currency);
    let says = if says.is_empty() { String::new() } else { format!(" · {says}") };
    Proof::account(one.account, format!("{} {arr}{says}", one.name))
}

const fn tone(state: RevenueState) -> Tone {
    match state {
        RevenueState::Safe => Tone::Healthy,
        RevenueState::AtRisk => Tone::Risk,
        RevenueState::Unknown => Tone::Dim,
    }
}

fn secured(one: &Secured, book: &Portfolio) -> Line {
    let theirs = || book.ladder.iter().filter(|rung| rung.security.state == one.state);
    let means = match one.state {
        RevenueState::Safe => "Somebody answered lately, NPS and score are not low.",
        RevenueState::AtRisk => "Somebody answered lately, and NPS or score is low.",
        RevenueState::Unknown => "Nobody answered lately: neither safe nor at risk.",
    };
    let unknown = theirs().filter(|rung| rung.arr.is_none()).count();
    let mut ground = Ground::new(format!("Revenue {}", one.state), "revenue state").say(means);
    ground = ground.say(format!(
        "{} of {}: {}.",
        signed(one.arr, book.currency),
        signed(book.arr, book.currency),
        share(one.share)
    ));
    if unknown > 0 {
        ground = ground.say(format!("{} of unknown ARR are in no sum.", accounts(unknown)));
    }
    ground = ground.on(theirs().map(|rung| proof(rung, book, &rung.security.text)));
    let bar = bar::bar(one.arr as f64, book.arr as f64, SUM_BAR);
    let mut spans = vec![Span::text(accounts(one.accounts))];
    if unknown > 0 {
        spans.push(Span::next(&format!("{unknown} of unknown ARR"), Tone::Dim));
    }
    Line::row(vec![
        Cell::left(9, vec![Span::new(one.state.word(), tone(one.state))]),
        Cell::left(SUM_BAR as u16, vec![Span::new(bar, tone(one.state))]),
        Cell::right(6, vec![Span::strong(amount(Some(one.arr), book.currency))]),
        Cell::right(5, vec![Span::text(share(one.share))]),
        Cell::rest(spans),
    ])
    .with(Entry::figure(one.state.word(), ground))
}

fn heard(book: &Portfolio) -> Line {
    let coverage = &book.coverage;
    let (heard, silent): (Vec<&Rung>, Vec<&Rung>) =
        book.ladder.iter().partition(|one| one.security.heard);
    let short = coverage.share.is_some_and(|share| to_billionth(share - coverage.aim) < 0.0);
    let told = share_of(coverage.share, heard.len(), book.accounts, book.few);
    let mut spans = vec![Span::new(told, if short { Tone::Watch } else { Tone::Text })];
    if coverage.share.is_some() {
        spans.push(Span::text(" of the ARR"));
    }
    let aim = format!("aim {}", share(Some(coverage.aim)));
    spans.push(Span::next(&if short { format!("short of the {aim}") } else { aim }, Tone::Dim));
    spans.push(Span::next(&format!("{} silent", accounts(silent.len())), Tone::Dim));
    let ground = Ground::new("Revenue heard from", "revenue coverage")
        .say(format!(
            "{} of {} answered lately.",
            signed(coverage.heard, book.currency),
            signed(coverage.arr, book.currency)
        ))
        .say("Whom to ask next, the largest first:")
        .on(silent.into_iter().map(|one| {
            let last = one.security.heard_on.map_or_else(
                || "never answered".to_owned(),
                |on| format!("last answer {}", day(on, book.today)),
            );
            proof(one, book, &last)
        }));
    Line::fact("heard from", spans).with(Entry::figure("heard", ground))
}

fn concentration(book: &Portfolio) -> Line {
    let top = &book.spread.concentration;
    let fifth = top.accounts.div_ceil(5);
    let parts = [
        ("largest", 1, top.top_1),
        ("five largest", 5, top.top_5),
        ("largest fifth", fifth, top.top_fifth),
    ];
    let of = |part: Option<f64>, count: usize| {
        share_of(part, count.min(top.accounts), top.accounts, book.few)
    };
    let mut spans = Vec::new();
    let mut ground = Ground::new("Concentration", "concentration");
    for (what, count, part) in parts {
        let told = format!("{what} {}", of(part, count));
        ground = ground.say(format!(
            "The {}: {} of {}.",
            what,
            share(part),
            signed(top.arr, book.currency)
        ));
        spans.push(if spans.is_empty() { Span::text(told) } else { Span::next(&told, Tone::Text) });
    }
    let behind = book.ladder.iter().take(fifth.max(5)).filter(|one| one.arr.is_some());
    ground = ground.on(behind.map(|one| proof(one, book, &share(one.share))));
    Line::fact("concentration", spans).with(Entry::figure("concentration", ground))
}

fn keys(book: &Portfolio) -> Line {
    let key = &book.spread.key;
    let Some(floor) = key.floor else {
        let ground = Ground::new("Key accounts", "key account").say("No ARR is known yet.");
        let entry = Entry::figure("keys", ground);
        return Line::fact("key accounts", vec![Span::dim("– no ARR known")]).with(entry);
    };
    let money = |minor| signed(minor, book.currency);
    let budget = format!("{} to {}", money(key.budget_from), money(key.budget_to));
    let part = (book.arr > 0).then(|| key.arr as f64 / book.arr as f64);
    let ground = Ground::new("Key accounts", "key account")
        .say(format!(
            "{} from {} up make {} of {}.",
            accounts(key.accounts),
            money(floor),
            share(part),
            money(book.arr)
        ))
        .say(format!("Keeping and growing them may cost {budget} a year."));
    let keys = book.ladder.iter().filter(|one| one.key);
    let ground = ground.on(keys.map(|one| {
        proof(one, book, &format!("{}, with those above {}", share(one.share), share(one.running)))
    }));
    let spans = vec![
        Span::text(format!(
            "{} {} {}",
            key.accounts,
            if key.accounts == 1 { "makes" } else { "make" },
            share(part)
        )),
        Span::next(&format!("from {} up", money(floor)), Tone::Text),
        Span::next(&format!("budget {budget}"), Tone::Dim),
    ];
    Line::fact("key accounts", spans).with(Entry::figure("keys", ground))
}

/// Whose amounts do not add.
fn left_out(book: &Portfolio) -> Option<Line> {
    let mut codes: Vec<&str> =
        book.left_out.iter().flat_map(|one| &one.currencies).map(String::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    let codes = codes.join(", ");
    let says = format!("{}: no rate for {codes}", accounts(book.left_out.len()));
    let ground = Ground::new("Left out of the sums", "base currency")
        .say(format!("No rate for {codes} is set in the config file; these are in no sum."))
        .on(book.left_out.iter().map(|one| {
            Proof::account(one.account, format!("{}: {}", one.name, one.currencies.join(", ")))
        }));
    let line = Line::fact("left out", vec![Span::watch(says)]);
    (!book.left_out.is_empty()).then(|| line.with(Entry::figure("left out", ground)))
}

fn heads() -> Line {
    let word = |text: &str| vec![Span::dim(text)];
    Line::row(vec![
        Cell::rest(word("account")),
        Cell::left(BAR as u16, Vec::new()),
        Cell::right(6, word("ARR")),
        Cell::right(5, word("share")),
        Cell::right(5, word("sum")),
        Cell::left(9, word("quadrant")),
        Cell::left(7, word("revenue")),
        Cell::left(8, word("score")),
        Cell::left(11, word("tier")).from(WIDE),
        Cell::left(11, word("act by")).from(WIDE),
    ])
}

fn rung(one: &Rung, most: i64, book: &Portfolio) -> Line {
    let bar = bar::bar(one.arr.unwrap_or(0) as f64, most as f64, BAR);
    let quadrant = match one.quadrant {
        Quadrant::Magic => Tone::Healthy,
        Quadrant::Rescue => Tone::Risk,
        Quadrant::Nurture | Quadrant::Question => Tone::Text,
        Quadrant::NoAnswer | Quadrant::NoArr => Tone::Dim,
    };
    // The column of ARR says already that it is not known.
    let place = if one.quadrant == Quadrant::NoArr { "–" } else { one.quadrant.word() };
    let act = one.act_by.map_or_else(String::new, |act| day_ahead(act.act_by, book.today));
    let name = if one.key { Span::strong(&one.name) } else { Span::text(&one.name) };
    Line::row(vec![
        Cell::rest(vec![name]),
        Cell::left(BAR as u16, vec![Span::dim(bar)]),
        Cell::right(6, vec![Span::strong(amount(one.arr, book.currency))]),
        Cell::right(5, vec![Span::text(share(one.share))]),
        Cell::right(5, vec![Span::dim(share(one.running))]),
        Cell::left(9, vec![Span::new(place, quadrant)]),
        Cell::left(7, vec![Span::new(one.security.state.word(), tone(one.security.state))]),
        Cell::left(8, score(one.score, one.band, one.trend)),
        Cell::left(11, vec![Span::dim(one.tier.map_or("–", |tier| tier.word()))]).from(WIDE),
        Cell::left(11, vec![Span::dim(act)]).from(WIDE),
    ])
    .with(entry(one, book))
}

/// What is to be said of an account on the ladder.
fn entry(one: &Rung, book: &Portfolio) -> Entry {
    let key = if one.key { ", a key account" } else { "" };
    let place = match (one.quadrant, one.nps) {
        (Quadrant::NoAnswer, _) | (_, None) => "No answer, no quadrant".to_owned(),
        (Quadrant::NoArr, Some(nps)) => format!("NPS {}, no quadrant", day::signed(nps)),
        (quadrant, Some(nps)) => format!("Quadrant {quadrant}, NPS {}", day::signed(nps)),
    };
    let stands = match (one.score, one.band) {
        (Some(score), Some(of)) => format!("score {} {of}", tenth(score)),
        _ => band(one.band).to_owned(),
    };
    let ground = Ground::new(&one.name, "revenue state")
        .say(match one.arr {
            Some(arr) => format!(
                "{} a year, {} of the book, {} with those above{key}.",
                signed(arr, book.currency),
                share(one.share),
                share(one.running)
            ),
            None => "ARR is not known.".to_owned(),
        })
        .say(format!("Revenue {}.", one.security.text))
        .say(format!("{place}; {stands}."))
        .on([Proof::account(one.account, one.name.clone())]);
    Entry::figure(format!("account {}", one.account.0), ground).of(Whom::account(one.account))
}
