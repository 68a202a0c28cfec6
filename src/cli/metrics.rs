//! `trellis metrics`: the book in figures, over a period.

use super::page::{Page, Side};
use super::{Answer, Common, figure, json};
use crate::domain::account::Tier;
use crate::domain::forecast::book::Foresight;
use crate::domain::metrics::leading::Leading;
use crate::domain::metrics::spread::Spread;
use crate::domain::metrics::{Metrics, Share, since};
use crate::domain::money::{Currency, Money};
use crate::domain::quadrant::Quadrant;
use crate::domain::retention::{Line, Retention, YEAR_DAYS};
use crate::domain::score::print::tenth;
use crate::error::{Error, Kind, Result};
use crate::text;
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// First day of the period; else 365 days are looked at
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    from: Option<NaiveDate>,
    /// Last day of the period; else today
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    to: Option<NaiveDate>,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let to = asked.to.unwrap_or(today);
    let from = asked.from.unwrap_or_else(|| since(to));
    if to > today {
        return Err(Error::new(Kind::Usage, format!("{to} is still to come"))
            .hint("a period ends today or before"));
    }
    if from > to {
        return Err(Error::new(Kind::Usage, format!("the period from {from} to {to} has no day"))
            .hint("--from comes before --to, which is today where it is not said"));
    }
    let metrics = common.reading()?.metrics(from, to)?;
    if common.json {
        return json::print(&json::metrics(&metrics, today)?);
    }
    Ok(page(&metrics, today).into())
}

fn page(metrics: &Metrics, today: NaiveDate) -> Page {
    let currency = metrics.retention.currency;
    let days = (metrics.to - metrics.from).num_days() + 1;
    let mut said = Page::default();
    said.put(format!(
        "{} {} · {} to {} ({days} d) · amounts in {currency}\n",
        metrics.accounts,
        if metrics.accounts == 1 { "account" } else { "accounts" },
        figure::day(metrics.from, today),
        figure::day(metrics.to, today)
    ));
    said.put("\nRevenue\n");
    said.put(revenue(&metrics.retention));
    let talks_from = metrics.leading.talks_from;
    said.put(if talks_from > metrics.from {
        format!("\nWhat leads (talks since {})\n", figure::day(talks_from, today))
    } else {
        "\nWhat leads\n".to_owned()
    });
    let mut rows = leading(&metrics.leading, currency);
    rows.extend(foresight(&metrics.foresight));
    said.put(table(&rows));
    said.put("\nHow it stands\n");
    said.put(spread(&metrics.spread, metrics, currency));
    said
}

/// `64k`; nothing for 0.
fn amount(minor: i64, currency: Currency) -> String {
    if minor == 0 { String::new() } else { Money { minor, currency }.short() }
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| figure::NOTHING.to_owned(), figure::percent)
}

fn tier(tier: Option<Tier>) -> String {
    tier.map_or_else(|| "no tier".to_owned(), |tier| tier.word().to_owned())
}

/// One row of the table of revenue: what it is called, and its cell on a line.
type Cell = (&'static str, fn(&Line, Currency) -> String);

const REVENUE: &[Cell] = &[
    ("accounts at the start", |line, _| line.accounts.to_string()),
    ("grew · shrank · left", |line, _| {
        format!("{} · {} · {}", line.grown, line.shrunk, line.lost)
    }),
    ("ARR at the start", |line, currency| amount(line.start, currency)),
    ("+ expansion", |line, currency| amount(line.expansion, currency)),
    ("  of which price", |line, currency| amount(line.price, currency)),
    ("− contraction", |line, currency| amount(line.contraction, currency)),
    ("− churn", |line, currency| amount(line.churn, currency)),
    ("+ new", |line, currency| amount(line.new, currency)),
    ("+ reactivated", |line, currency| amount(line.reactivated, currency)),
    ("+ opening", |line, currency| amount(line.opening, currency)),
    ("ARR at the end", |line, currency| amount(line.end, currency)),
    ("NRR", |line, _| percent(line.nrr)),
    ("GRR", |line, _| percent(line.grr)),
    ("logo retention", |line, _| percent(line.logo_retention)),
    ("revenue churn", |line, _| percent(line.revenue_churn)),
    ("expansion a month", |line, currency| amount(line.expansion_mrr.round() as i64, currency)),
    ("lifetime value", |line, currency| match line.lifetime_value {
        Some(value) => amount(value.round() as i64, currency),
        None => figure::NOTHING.to_owned(),
    }),
];

/// Why there is no lifetime value: what is missing, else that nothing was lost.
fn no_lifetime_value(retention: &Retention) -> Option<String> {
    let total = &retention.total;
    if total.lifetime_value.is_some() || total.accounts == 0 {
        return None;
    }
    let days = (retention.to - retention.from).num_days() + 1;
    Some(if retention.margin.is_none() {
        "Lifetime value asks for the gross margin: `margin` in the config file.".to_owned()
    } else if days != YEAR_DAYS {
        format!("Lifetime value is told for {YEAR_DAYS} days only.")
    } else {
        "Nothing was lost, so lifetime value has no end.".to_owned()
    })
}

fn revenue(retention: &Retention) -> Page {
    let lines: Vec<&Line> = std::iter::once(&retention.total)
        .chain(retention.tiers.iter().map(|one| &one.line))
        .collect();
    let mut head = vec![String::new(), "all".to_owned()];
    head.extend(retention.tiers.iter().map(|one| tier(one.tier)));
    let mut rows = vec![head];
    for (label, cell) in REVENUE {
        let cells = lines.iter().map(|line| cell(line, retention.currency));
        rows.push(std::iter::once((*label).to_owned()).chain(cells).collect());
    }
    let mut columns = vec![(Side::Left, 24)];
    columns.extend(lines.iter().map(|_| (Side::Right, 12)));
    let mut said = Page::default();
    said.table(&columns, &rows);
    if let Some(why) = no_lifetime_value(retention) {
        said.put(format!("  {why}\n"));
    }
    for one in &retention.left_out {
        let codes = one.currencies.join(", ");
        let codes = if codes.is_empty() { codes } else { format!(" for {codes}") };
        said.put(format!("  Left out: {}, {}{codes}\n", text::shown(&one.name), one.why));
    }
    said
}

/// `84 % (16 of 19)`.
fn share(share: Share) -> String {
    if share.whole == 0 {
        return figure::NOTHING.to_owned();
    }
    format!("{} ({} of {})", percent(share.share), share.part, share.whole)
}

/// What a figure is called, and the figure.
type Row = (&'static str, String);

fn leading(leading: &Leading, currency: Currency) -> Vec<Row> {
    let coverage = leading.coverage;
    let heard = match coverage.share {
        None => figure::NOTHING.to_owned(),
        Some(heard) => {
            let unknown = match coverage.unknown {
                0 => String::new(),
                n => format!("; {n} of unknown ARR"),
            };
            format!(
                "{} of {} heard from, aim {}{unknown}",
                figure::percent(heard),
                Money { minor: coverage.arr, currency }.short(),
                figure::percent(coverage.aim)
            )
        }
    };
    let hours = leading.response_hours.map_or_else(
        || figure::NOTHING.to_owned(),
        |hours| format!("{} h (median of {})", figure::tenths(hours), leading.response_accounts),
    );
    vec![
        ("revenue coverage", heard),
        ("answers to surveys", share(leading.response)),
        ("meetings held", share(leading.attendance)),
        ("first answer of support", hours),
        ("ideas brought", leading.ideas.to_string()),
        ("talks that only answered", share(leading.reactive)),
        ("executive engagement", share(leading.executive)),
        ("complete maps", share(leading.maps)),
        ("steps done in time", share(leading.completion)),
        ("promises kept", share(leading.promises)),
    ]
}

/// `2 of 3 came true, off by 0.16 (0 is sure and right, 0.25 a coin)`, `2 lost: 1 avoidable`.
fn foresight(foresight: &Foresight) -> Vec<Row> {
    let hit = foresight.hit.map_or_else(
        || figure::NOTHING.to_owned(),
        |hit| {
            format!(
                "{} of {} came true, off by {:.2} (0 is sure and right, 0.25 a coin)",
                hit.came_true, hit.settled, hit.mean_squared
            )
        },
    );
    let parts = [
        (foresight.avoidable, "avoidable"),
        (foresight.unavoidable, "not avoidable"),
        (foresight.unsaid, "nobody said which"),
    ];
    let told: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let lost = match foresight.lost.len() {
        0 => "0".to_owned(),
        n => format!("{n}: {}", told.join(", ")),
    };
    vec![("my forecasts", hit), ("accounts lost", lost)]
}

fn table(rows: &[Row]) -> Page {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|(label, said)| vec![(*label).to_owned(), said.clone()]).collect();
    let mut said = Page::default();
    said.table(&[(Side::Left, 24), (Side::Left, 100)], &rows);
    said
}

fn spread(spread: &Spread, metrics: &Metrics, currency: Currency) -> Page {
    let mut said = Page::default();
    let mut rows = vec![
        ["", "accounts", "ARR", "score", "", "risk", "watch", "healthy", "unknown"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for one in &spread.tiers {
        rows.push(vec![
            if one.whole { "all".to_owned() } else { tier(one.tier) },
            one.accounts.to_string(),
            amount(one.arr, currency),
            one.score.map_or_else(|| figure::NOTHING.to_owned(), tenth),
            figure::trend(one.trend),
            one.risk.to_string(),
            one.watch.to_string(),
            one.healthy.to_string(),
            one.unknown.to_string(),
        ]);
    }
    let mut columns = vec![(Side::Left, 24)];
    columns.extend([(Side::Right, 9); 8]);
    said.table(&columns, &rows);
    if let Some(warning) = &spread.warning {
        said.put(format!("  {warning}\n"));
    }
    let top = spread.concentration;
    let largest = match top.top_1 {
        None => figure::NOTHING.to_owned(),
        Some(_) => format!(
            "the largest {}, five {}, a fifth {} of {}",
            percent(top.top_1),
            percent(top.top_5),
            percent(top.top_fifth),
            Money { minor: top.arr, currency }.short()
        ),
    };
    let key = spread.key;
    let keys = match key.floor {
        None => figure::NOTHING.to_owned(),
        Some(floor) => format!(
            "{} from {} up; keeping and growing them may cost {} to {} a year",
            key.accounts,
            Money { minor: floor, currency }.short(),
            Money { minor: key.budget_from, currency }.short(),
            Money { minor: key.budget_to, currency }.short()
        ),
    };
    let count = |quadrant| metrics.quadrant.iter().filter(|one| one.quadrant == quadrant).count();
    let quadrant: Vec<String> = Quadrant::ALL
        .iter()
        .map(|one| (one, count(*one)))
        .filter(|(_, count)| *count > 0)
        .map(|(one, count)| format!("{one} {count}"))
        .collect();
    let hours = format!("{} h a week by the tiers", figure::tenths(spread.hours_a_week));
    said.put(table(&[
        ("concentration", largest),
        ("key accounts", keys),
        ("quadrant", quadrant.join(" · ")),
        ("time asked for", hours),
    ]));
    said
}
