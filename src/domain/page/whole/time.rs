//! Whom the time goes to: how the tiers stand and what they ask for, how much of the time went to
//! whom that needs it, and the accounts whose part of it is out of proportion.
//!
//! ```text
//!  Tiers                            asks 21.3 h a week, got 9.8 h
//!    Strategic      9 accounts   4.10M   6.9 ▲0.1    8.4 h    5.1 h
//!  Where the time went              91 d since 24 Aug
//!    risk           5 accounts   18 % of the ARR    7 % of the time
//!  Out of proportion  3 of 42
//!    Contoso        14 %    2 %   1     4   5.2 ▼0.8  too little time
//! ```

use super::ladder::proof;
use super::said::{
    NOTHING, accounts, amount, band, counted, moving, score, share, signed, tier, tone,
};
use crate::domain::cell::Id;
use crate::domain::day::{day, days};
use crate::domain::metrics::spread::TierScore;
use crate::domain::page::{Cell, Entry, Ground, Line, Page, Proof, Span, Tone, Whom};
use crate::domain::portfolio::Portfolio;
use crate::domain::portfolio::time::{Balance, Part, Spent, TierTime};
use crate::domain::score::Band;
use crate::domain::score::print::tenth;
use crate::domain::word::words;

words! {
    /// In which order the accounts stand.
    Order {
        Balance = "what stands out first",
        Time = "most time first",
        Arr = "largest ARR first",
    }
}

impl Order {
    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Balance => Self::Time,
            Self::Time => Self::Arr,
            Self::Arr => Self::Balance,
        }
    }
}

/// From so many columns on there is room for more of an account.
const WIDE: u16 = 100;

const EMPTY: &str = "No account in the book yet. Here it will stand how the tiers are, what they \
    ask for in hours a week, and whose part of your time is out of proportion to what they pay.";

#[must_use]
pub fn page(book: &Portfolio, order: Order) -> Page {
    if book.ladder.is_empty() {
        return Page { figure: String::new(), lines: vec![Line::prose(EMPTY)] };
    }
    let time = &book.time;
    let hours = vec![Span::dim("hours a week: asked for, got; accounts by band")];
    let mut lines = vec![Line::part("Tiers", hours), tier_heads()];
    lines.extend(book.spread.tiers.iter().filter_map(|one| {
        let hours = time.tiers.iter().find(|it| (it.tier, it.whole) == (one.tier, one.whole))?;
        Some(of_tier(one, hours, book))
    }));
    lines.extend(warning(book));
    lines.push(Line::gap());
    lines.push(Line::part("Where the time went", vec![Span::dim(window(book))]));
    if time.hours > 0.0 {
        lines.extend(time.bands.iter().filter(|one| one.accounts > 0).map(|one| part(one, book)));
    } else {
        lines.push(Line::prose(
            "No talk and no review is written down in these days: the time is not known.",
        ));
    }
    lines.push(Line::gap());
    let out = time.accounts.iter().filter(|one| one.balance.out()).count();
    lines.push(Line::part(
        "Account by account",
        vec![
            Span::text(format!("{out} of {} out of proportion", book.accounts)),
            Span::dim(format!(" · {order}")),
        ],
    ));
    lines.push(heads());
    lines.extend(ordered(book, order).into_iter().map(|one| spent(one, book)));
    let asked = time.tiers.first().map_or(0.0, |one| one.asked);
    Page { figure: format!("the tiers ask for {asked:.1} h a week"), lines }
}

fn window(book: &Portfolio) -> String {
    let time = &book.time;
    format!(
        "{} since {} · {} · {} min in reviews",
        days(time.days),
        day(time.from, book.today),
        counted(time.talks, "talk"),
        minutes(time.seconds)
    )
}

/// Whole minutes.
const fn minutes(seconds: i64) -> i64 {
    seconds.saturating_add(30) / 60
}

/// The accounts in an order; what is equal goes by ARR.
fn ordered(book: &Portfolio, order: Order) -> Vec<&Spent> {
    let mut all: Vec<&Spent> = book.time.accounts.iter().collect();
    match order {
        Order::Balance => all.sort_by_key(|one| one.balance),
        Order::Time => all.sort_by(|a, b| b.hours.total_cmp(&a.hours)),
        Order::Arr => {}
    }
    all
}

fn word(text: &str) -> Vec<Span> {
    vec![Span::dim(text)]
}

fn tier_heads() -> Line {
    tier_row([
        Vec::new(),
        word("accounts"),
        word("ARR"),
        word("score"),
        word("asked"),
        word("got"),
        word("risk"),
        word("watch"),
        word("healthy"),
        word("?"),
    ])
}

fn tier_row(cells: [Vec<Span>; 10]) -> Line {
    const WIDTHS: [u16; 10] = [11, 8, 6, 8, 6, 6, 5, 5, 7, 3];
    let cells = cells.into_iter().zip(WIDTHS).enumerate().map(|(nth, (spans, width))| match nth {
        0 | 3 => Cell::left(width, spans),
        _ => Cell::right(width, spans),
    });
    Line::row(cells.collect())
}

/// `8.4 h`.
fn hours(hours: f64) -> String {
    format!("{hours:.1} h")
}

fn of_tier(one: &TierScore, time: &TierTime, book: &Portfolio) -> Line {
    let name = if one.whole { "all" } else { tier(one.tier) };
    let known = book.time.hours > 0.0;
    let got = if known { hours(time.got) } else { NOTHING.to_owned() };
    let mut ground = Ground::new(
        if one.whole { "All tiers".to_owned() } else { format!("Tier: {name}") },
        if one.whole { "score" } else { "tier" },
    );
    ground = ground.say(match one.score {
        Some(score) => format!(
            "Score {}: each account weighs as much as it pays, those without a verdict left out.",
            tenth(score)
        ),
        None => "No account with a verdict and an ARR: no score.".to_owned(),
    });
    ground = ground.say(format!(
        "The tier asks for {} a week: an hour a talk, a quarter of an hour an own review, two a \
         strategic review, eight a QBR.",
        hours(time.asked)
    ));
    if known {
        ground = ground.say(format!(
            "In {} it got {} a week: an hour a talk, and the time in reviews.",
            days(book.time.days),
            hours(time.got)
        ));
    }
    let theirs = book.ladder.iter().filter(|rung| one.whole || rung.tier == one.tier);
    ground = ground.on(theirs.map(|rung| {
        let stands = rung.score.map_or_else(String::new, |score| format!("score {}", tenth(score)));
        proof(rung, book, format!("{stands} {}", band(rung.band)).trim())
    }));
    if one.arr_unknown > 0 {
        ground = ground.say(format!("{} of unknown ARR.", accounts(one.arr_unknown)));
    }
    // Weighted over many accounts, its verdict is no account's.
    let mut figure = match one.score {
        Some(score) => vec![Span::text(format!("{:<4}", tenth(score)))],
        None => vec![Span::dim(NOTHING)],
    };
    figure.extend(moving(one.trend));
    let count = |count: usize, tone| {
        vec![Span::new(count.to_string(), if count == 0 { Tone::Dim } else { tone })]
    };
    let text = |text: String| vec![Span::text(text)];
    tier_row([
        vec![if one.whole { Span::strong(name) } else { Span::text(name) }],
        text(one.accounts.to_string()),
        text(amount(Some(one.arr), book.currency)),
        figure,
        text(hours(time.asked)),
        text(got),
        count(one.risk, Tone::Risk),
        count(one.watch, Tone::Watch),
        count(one.healthy, Tone::Healthy),
        count(one.unknown, Tone::Text),
    ])
    .with(Entry::figure(format!("tier {name}"), ground))
}

/// A book too healthy to be true.
fn warning(book: &Portfolio) -> Option<Line> {
    let says = book.spread.warning.as_ref()?;
    let healthy = book.ladder.iter().filter(|one| one.band == Some(Band::Healthy));
    let ground = Ground::new("Too healthy?", "band").say(says).on(healthy.map(|one| {
        proof(
            one,
            book,
            &one.score.map_or_else(String::new, |score| format!("score {}", tenth(score))),
        )
    }));
    let entry = Entry::figure("too healthy", ground);
    Some(Line::fact("too good?", vec![Span::watch(says)]).with(entry))
}

fn part(one: &Part, book: &Portfolio) -> Line {
    let name = band(one.band);
    let ground = Ground::new(format!("Time of the accounts: {name}"), "attention ledger")
        .say(format!(
            "{}, {} of the ARR, {} of the time: {} and {} min in reviews.",
            accounts(one.accounts),
            share(one.arr_share),
            share(one.share),
            counted(one.talks, "talk"),
            minutes(one.seconds)
        ))
        .on(book.time.accounts.iter().filter(|it| it.attention.band == one.band).map(told));
    Line::row(vec![
        Cell::left(16, vec![Span::new(name, tone(one.band))]),
        Cell::right(11, vec![Span::text(accounts(one.accounts))]),
        Cell::left(16, vec![Span::text(format!("{:>5} of the ARR", share(one.arr_share)))]),
        Cell::left(17, vec![Span::text(format!("{:>5} of the time", share(one.share)))]),
        Cell::rest(vec![Span::dim(counted(one.talks, "talk"))]),
    ])
    .with(Entry::figure(format!("band {name}"), ground))
}

/// An account and its time as what stands behind a figure.
fn told(one: &Spent) -> Proof {
    let it = &one.attention;
    Proof::account(
        it.account,
        format!(
            "{}: {}, {} min in reviews, {} of the time",
            it.name,
            counted(it.talks, "talk"),
            minutes(one.seconds),
            share(one.share)
        ),
    )
}

fn heads() -> Line {
    Line::row(vec![
        Cell::rest(word("account")),
        Cell::right(6, word("ARR")).from(WIDE),
        Cell::right(7, word("of ARR")),
        Cell::right(7, word("of time")),
        Cell::right(5, word("talks")),
        Cell::right(6, word("missed")).from(WIDE),
        Cell::right(4, word("min")),
        Cell::left(8, word("score")),
        Cell::left(16, Vec::new()),
    ])
}

fn spent(one: &Spent, book: &Portfolio) -> Line {
    let it = &one.attention;
    let tone = match one.balance {
        Balance::Alone => Tone::Risk,
        Balance::Little | Balance::Much => Tone::Watch,
        Balance::Earned => Tone::Text,
        Balance::Even | Balance::Unknown => Tone::Dim,
    };
    let whom = Whom::account(it.account);
    let whom = match one.balance {
        Balance::Alone => whom.plays("listening session"),
        Balance::Little => whom.plays("quiet account"),
        _ => whom,
    };
    Line::row(vec![
        Cell::rest(vec![Span::text(&it.name)]),
        Cell::right(6, vec![Span::text(amount(it.arr, book.currency))]).from(WIDE),
        Cell::right(7, vec![Span::text(share(it.arr_share))]),
        Cell::right(7, vec![Span::text(share(one.share))]),
        Cell::right(5, vec![Span::text(it.talks.to_string())]),
        Cell::right(6, vec![Span::dim(it.missed.to_string())]).from(WIDE),
        Cell::right(4, vec![Span::text(minutes(one.seconds).to_string())]),
        Cell::left(8, score(it.score, it.band, trend(it.account, book))),
        Cell::left(16, vec![Span::new(one.balance.word(), tone)]),
    ])
    .with(entry(one, book).of(whom))
}

fn trend(account: Id, book: &Portfolio) -> Option<f64> {
    book.rung(account).and_then(|rung| rung.trend)
}

fn entry(one: &Spent, book: &Portfolio) -> Entry {
    let it = &one.attention;
    let mut ground = Ground::new(&it.name, "attention ledger").say(&one.says).say(format!(
        "{} in {}, {} missed, {} min in reviews{}.",
        counted(it.talks, "talk"),
        days(book.time.days),
        it.missed,
        minutes(one.seconds),
        it.arr.map_or_else(String::new, |arr| format!(
            "; pays {} a year",
            signed(arr, book.currency)
        ))
    ));
    if one.balance == Balance::Alone {
        ground = ground.say("Hear them before the next renewal does: p plans a listening session.");
    }
    Entry::figure(format!("account {}", it.account.0), ground.on([told(one)]))
}
