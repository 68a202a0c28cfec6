//! All that is open in the book: what to pursue first, what is still to be asked, what waits, what
//! wants repair before; then the sums by stage.
//!
//! ```text
//!  Pursue  2 · €144k a year
//!  Northwind Traders  Dock planning        120k 3/5  talk 2 Dec
//!  Validate  1 · €90k a year
//!  Alpine Works       Machine park of Na…   90k 3/5  no talk
//!      lacks 4  the right time · a champion inside
//!  By stage
//!    validated    3    230k  ████████
//! ```

use super::super::expand::opportunity::{ground, tone};
use super::super::expand::talk;
use super::super::file::capital;
use super::super::money::short;
use super::super::{Cell, Entry, Ground, Kind, Line, Link, Page, Proof, Span, Tone, Whom};
use super::whose;
use crate::domain::bar::bar;
use crate::domain::cell::Id;
use crate::domain::day::{day, day_ahead};
use crate::domain::expansion::book::stage::{Item, Stage};
use crate::domain::expansion::book::{Chance, Grown};
use crate::domain::expansion::verdict::{Judged, Verdict};
use crate::domain::money::Money;
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::Rules;
use crate::domain::signal::sentence::all;
use chrono::NaiveDate;

/// From so many columns of the page on there is room for the stage, the last talk, the champion.
const STAGE: u16 = 92;
const LAST: u16 = 104;
const CHAMPION: u16 = 116;
/// Columns of the bars.
const BAR: usize = 30;

/// The playbooks that answer a line.
const CASE: &str = "expansion case";
const REPAIR: &str = "account at risk";

const EMPTY: &str = "Nothing is open. Business that could grow out of an account stands here, the \
    surest first: in the Book, a and o write it down. A case or two a quarter is enough.";

#[must_use]
pub fn page(grown: &Grown, rules: &Rules) -> Page {
    let pursue = grown.judged(Verdict::Pursue).count();
    let figure = match (grown.chances.len(), pursue) {
        (0, _) => String::new(),
        (open, 0) => format!("{open} open"),
        (open, pursue) => format!("{open} open, {pursue} to pursue"),
    };
    let mut lines = Vec::new();
    if grown.chances.is_empty() {
        lines.push(Line::title("Opportunities"));
        lines.push(Line::prose(EMPTY));
    }
    for verdict in Verdict::ALL {
        let of: Vec<&Chance> = grown.judged(*verdict).collect();
        if of.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::gap());
        }
        lines.push(head(*verdict, &of, grown, rules));
        for one in of {
            lines.push(line(one, grown, rules));
            lines.extend(lacks(one));
        }
    }
    lines.extend(stages(grown, rules));
    Page { figure, lines }
}

/// `Pursue  2 · €144k a year`.
fn head(verdict: Verdict, of: &[&Chance], grown: &Grown, rules: &Rules) -> Line {
    let (sum, unknown) = sum(of.iter().map(|one| one.opportunity.value_in_base));
    let base = Money { minor: sum, currency: grown.currency };
    let mut figure = vec![Span::new(of.len().to_string(), tone(verdict))];
    if unknown < of.len() {
        figure.push(Span::next(&format!("{} a year", base.signed_short()), Tone::Text));
    }
    if unknown > 0 {
        figure.push(Span::next(&format!("{unknown} without a figure"), Tone::Dim));
    }
    let mut said = String::new();
    if verdict == Verdict::Pursue && !grown.crowded.is_empty() {
        let names: Vec<&str> = grown.crowded.iter().map(|one| one.name.as_str()).collect();
        said = format!("More than {} a quarter at {}.", grown.most, all(&names));
        figure.push(Span::next(&format!("over {} at one account", grown.most), Tone::Watch));
    }
    let title = capital(verdict.word());
    let ground = Ground::new(format!("{title}: {}", of.len()), "verdict")
        .say(meaning(verdict))
        .say(said)
        .say("By value × ease ÷ 5, the highest first.")
        .on(of.iter().map(|one| {
            let rank = one.opportunity.rank.map_or_else(
                || "no rank".to_owned(),
                |rank| format!("rank {}", short(rank, &rules.exchange)),
            );
            let text = format!("{}: {}, {rank}", one.whose.name, one.opportunity.title);
            proof(text, one.whose.account, one.opportunity.id)
        }));
    Line::part(title, figure).with(Entry::figure(verdict.word(), ground))
}

const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pursue => "Three yes and enough checks: the case can be made.",
        Verdict::Validate => "Something is not asked or not checked yet.",
        Verdict::Wait => "One of the three questions was answered with no.",
        Verdict::RepairFirst => "The account is at risk: that is mended before anything is sold.",
    }
}

/// What is known of these, and how many are not.
fn sum(values: impl Iterator<Item = Option<Money>>) -> (i64, usize) {
    values.fold((0, 0), |(sum, unknown): (i64, usize), value| match value {
        Some(value) => (sum.saturating_add(value.minor), unknown),
        None => (sum, unknown + 1),
    })
}

fn proof(text: String, account: Id, opportunity: Id) -> Proof {
    Proof::by(text, Link::to(Kind::Opportunity, opportunity)).whose(account)
}

fn line(chance: &Chance, grown: &Grown, rules: &Rules) -> Line {
    let one = &chance.opportunity;
    let today = grown.today;
    let value = one.value.map_or_else(|| "–".to_owned(), |value| short(value, &rules.exchange));
    let ease = one.ease.map_or_else(|| "–".to_owned(), |ease| format!("{ease}/5"));
    let last = one.last_talk_on.map_or_else(|| "–".to_owned(), |on| day(on, today));
    let champion = one.champion.clone().unwrap_or_else(|| "–".to_owned());
    let cells = vec![
        whose(&chance.whose.name),
        Cell::rest(vec![Span::text(&one.title)]),
        Cell::right(wide(grown), vec![Span::strong(value)]),
        Cell::right(3, vec![Span::dim(ease)]).from(60),
        Cell::left(9, vec![Span::dim(one.stage.word())]).from(STAGE),
        Cell::left(11, vec![Span::dim(champion)]).from(CHAMPION),
        Cell::left(11, vec![if chance.quiet { Span::watch(last) } else { Span::dim(last) }])
            .from(LAST),
        Cell::left(13, vec![talk_on(chance, today)]),
    ];
    let account = chance.whose.account;
    let mut why = ground(one, None).say(asked_again(chance, today));
    why.proofs = why.proofs.into_iter().map(|proof| proof.whose(account)).collect();
    let mut entry = Entry::record(Link::to(Kind::Opportunity, one.id), why).of(whom(chance));
    let planned = chance.talk.clone();
    entry.doing = planned.map(|step| talk::doing(step, &chance.whose.name, &one.title));
    Line::row(cells).with(entry)
}

fn whom(chance: &Chance) -> Whom {
    let whom = Whom::account(chance.whose.account);
    match chance.verdict() {
        Some(Verdict::RepairFirst) => whom.plays(REPAIR),
        _ => whom.plays(CASE),
    }
}

/// Columns of the values.
fn wide(grown: &Grown) -> u16 {
    let mut values = grown.chances.iter().filter_map(|one| one.opportunity.value);
    if values.all(|value| value.currency == grown.currency) { 6 } else { 8 }
}

fn talk_on(chance: &Chance, today: NaiveDate) -> Span {
    match (chance.opportunity.next_talk_on, chance.verdict()) {
        (Some(on), _) => Span::text(format!("talk {}", day_ahead(on, today))),
        (None, Some(Verdict::RepairFirst)) => Span::dim("no talk"),
        (None, _) if chance.opportunity.revisit => Span::watch("not since QBR"),
        (None, _) => Span::watch("no talk"),
    }
}

fn asked_again(chance: &Chance, today: NaiveDate) -> String {
    match (chance.quiet, chance.opportunity.last_talk_on) {
        (true, Some(on)) => format!("Quiet: the last talk about it was on {}.", day(on, today)),
        (false, Some(on)) => format!("Last talk about it on {}.", day(on, today)),
        (_, None) => "No talk about it is logged.".to_owned(),
    }
}

/// What keeps it from being pursued.
fn lacks(chance: &Chance) -> Option<Line> {
    let judged = chance.opportunity.judged.as_ref()?;
    let spans = match judged.verdict {
        Verdict::Validate => missing(judged),
        Verdict::Wait => {
            let says = judged.says.trim_end_matches('.');
            vec![Span::dim(says.strip_prefix("Wait: ").unwrap_or(says))]
        }
        Verdict::Pursue | Verdict::RepairFirst => return None,
    };
    Some(Line::fact("", spans))
}

fn missing(judged: &Judged) -> Vec<Span> {
    let mut spans = vec![Span::dim(format!("lacks {}: ", judged.missing.len()))];
    for (place, short) in judged.missing.iter().enumerate() {
        spans.push(if place == 0 { Span::dim(*short) } else { Span::next(short, Tone::Dim) });
    }
    spans
}

/// What is open by stage, won and lost this year; what stands in no sum.
fn stages(grown: &Grown, rules: &Rules) -> Vec<Line> {
    let stages = &grown.stages;
    let full = stages.stages.iter().map(|one| one.sum).max().unwrap_or(0) as f64;
    let mut lines = vec![Line::gap(), Line::title("By stage")];
    lines.extend(stages.stages.iter().map(|one| stage(one, full, grown, rules)));
    if !stages.undated.is_empty() {
        let says = format!("{} closed on a day that nobody wrote down", stages.undated.len());
        lines.push(aside("undated", &says, "They are in no year's sum.", &stages.undated, rules));
    }
    if !stages.outside.is_empty() {
        let says = format!("{} open at prospects and who is not in the book", stages.outside.len());
        lines.push(aside("outside", &says, "They are in no sum.", &stages.outside, rules));
    }
    if !stages.no_rate.is_empty() {
        let codes: Vec<&str> =
            stages.no_rate.iter().map(crate::domain::money::Currency::code).collect();
        lines.push(Line::prose(format!(
            "Left out of the sums, there is no rate for {}.",
            all(&codes)
        )));
    }
    lines
}

fn stage(one: &Stage, full: f64, grown: &Grown, rules: &Rules) -> Line {
    let closed = matches!(one.stage, OpportunityStage::Won | OpportunityStage::Lost);
    let name =
        if closed { format!("{} {}", one.stage, grown.stages.year) } else { one.stage.to_string() };
    let sum = Money { minor: one.sum, currency: grown.currency };
    let known = one.items.iter().any(|item| item.value_in_base.is_some());
    let told = if known || one.items.is_empty() { sum.short() } else { "–".to_owned() };
    let unvalued =
        if one.unvalued > 0 { format!("{} without a value", one.unvalued) } else { String::new() };
    let cells = vec![
        Cell::left(14, vec![Span::text(&name)]),
        Cell::right(4, vec![Span::text(one.items.len().to_string())]),
        Cell::right(8, vec![Span::strong(&told)]),
        Cell::left(BAR as u16, vec![Span::dim(bar(one.sum as f64, full, BAR))]).from(60),
        Cell::rest(vec![Span::dim(unvalued)]),
    ];
    let sum = if known { format!(", {}", sum.signed_short()) } else { String::new() };
    let ground = Ground::new(format!("{name}: {}{sum}", one.items.len()), "opportunity")
        .say("A year's value each, as recorded.")
        .say(if closed { "Of this calendar year, by the day it was closed." } else { "" })
        .say(match one.unvalued {
            0 => String::new(),
            n => format!("{n} without a value: in the count, not in the sum."),
        })
        .on(one.items.iter().map(|item| behind(item, rules)));
    Line::row(cells).with(Entry::figure(format!("stage {}", one.stage), ground))
}

fn behind(item: &Item, rules: &Rules) -> Proof {
    let value = item.value.map_or_else(|| "–".to_owned(), |value| short(value, &rules.exchange));
    let no_rate =
        if item.value.is_some() && item.value_in_base.is_none() { ", no rate" } else { "" };
    let text = format!("{}: {}, {value}{no_rate}", item.whose.name, item.title);
    Proof { on_date: item.closed_on, ..proof(text, item.whose.account, item.opportunity) }
}

fn aside(key: &str, says: &str, why: &str, items: &[Item], rules: &Rules) -> Line {
    let ground =
        Ground::new(says, "opportunity").say(why).on(items.iter().map(|item| behind(item, rules)));
    Line::row(vec![Cell::rest(vec![Span::dim(says)])]).with(Entry::figure(key, ground))
}

#[cfg(test)]
mod tests;
