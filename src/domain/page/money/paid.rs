//! How they pay, and the month in which they plan their money.

use super::super::{Case, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::account::metric::Metric;
use crate::domain::day::day;
use crate::domain::expansion::OpportunityLine;
use crate::domain::expansion::verdict::open;
use crate::domain::rules::limit::Limit;
use crate::domain::score::factor::plain;
use crate::domain::score::payment::mean_late;
use crate::domain::score::print::whole;
use chrono::{Datelike, Month};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let mut lines = vec![payment(case)];
    lines.extend(budget(case));
    lines
}

fn payment(case: &Case<'_>) -> Line {
    let ground = Ground::new("How they pay", "payment");
    let Some((invoices, mean)) = mean_late(case.records, case.rules, case.today) else {
        let ground = ground.say("No invoice is on record: how they pay is not known.");
        let entry = Entry::figure("payment", ground).links(Link::new(Kind::Metric));
        return Line::fact("payment", vec![Span::dim("no invoice on record")]).with(entry);
    };
    let late = case.rules.limit(Limit::PaymentLate);
    let tone = if mean > late { Tone::Watch } else { Tone::Text };
    let told = match whole(mean).as_str() {
        "0" => "in time".to_owned(),
        days => format!("{days} d late on average"),
    };
    let newest = invoices.first().map(|one| format!("newest {}", day(one.on_date, case.today)));
    let count = invoices.len();
    let over =
        if count == 1 { "the last invoice".to_owned() } else { format!("last {count} invoices") };
    let mut spans = vec![Span::new(told.clone(), tone), Span::next(&over, Tone::Dim)];
    spans.extend(newest.map(|newest| Span::next(&newest, Tone::Dim)));
    let proof = |one: &&Metric| {
        let text = match plain(one.amount.max(0.0)).as_str() {
            "0" => "paid in time".to_owned(),
            days => format!("paid {days} d late"),
        };
        Proof::of(text, one.on_date, Link::to(Kind::Metric, one.id))
    };
    let ground = ground
        .say(format!("Mean of the {over}: {told}; early counts as in time."))
        .on(invoices.iter().map(proof));
    let entry = Entry::figure("payment", ground).links(Link::new(Kind::Metric));
    Line::fact("payment", spans).with(entry)
}

/// The months in which the open opportunities find their budget.
fn budget(case: &Case<'_>) -> Option<Line> {
    let all = case.picture.expansion.opportunities.iter();
    let open: Vec<&OpportunityLine> = all.filter(|one| open(one.stage)).collect();
    let first = open.first()?;
    let mut known: Vec<(u32, &OpportunityLine)> = open
        .iter()
        .filter_map(|one| {
            let month =
                u32::try_from(one.budget_month?).ok().filter(|month| (1..=12).contains(month))?;
            Some(((month + 12 - case.today.month()) % 12, *one))
        })
        .collect();
    known.sort_by_key(|(away, one)| (*away, one.id));
    let name = |one: &OpportunityLine| {
        let month = one.budget_month.and_then(|month| u8::try_from(month).ok());
        month.and_then(|month| Month::try_from(month).ok()).map_or("", |month| month.name())
    };
    let mut spans = Vec::new();
    for (place, (away, one)) in known.iter().enumerate() {
        let when = match away {
            0 => "this month".to_owned(),
            1 => "next month".to_owned(),
            away => format!("in {away} months"),
        };
        let text = format!("{} ({when}): {}", name(one), one.title);
        spans.push(if place == 0 { Span::text(text) } else { Span::next(&text, Tone::Dim) });
    }
    if spans.is_empty() {
        spans.push(Span::dim("when they plan their money is not known"));
    }
    let ground = Ground::new("Their budget", "opportunity")
        .say("An opportunity that misses the month in which the client plans its money waits a year.")
        .on(open.iter().map(|one| {
            let month = if one.budget_month.is_some() { name(one) } else { "month not known" };
            Proof::by(format!("{}: {month}", one.title), Link::to(Kind::Opportunity, one.id))
        }));
    let to = known.first().map_or(first.id, |(_, one)| one.id);
    let entry = Entry::figure("budget", ground).links(Link::to(Kind::Opportunity, to));
    Some(Line::fact("budget", spans).with(entry))
}
