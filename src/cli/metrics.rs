//! `trellis metrics`: the book in figures, over a period.

use super::page::{Page, Side};
use super::{Answer, Common, figure, json, lines};
use crate::desk::Ask;
use crate::domain::account::Tier;
use crate::domain::forecast::book::Foresight;
use crate::domain::mask;
use crate::domain::metrics::Metrics;
use crate::domain::metrics::leading::{Leading, Led};
use crate::domain::metrics::spread::Spread;
use crate::domain::money::{Currency, Money};
use crate::domain::page::whole::retention::{Retained, Scope, page, scopes};
use crate::domain::quadrant::Quadrant;
use crate::domain::retention::period::{Period, Stretch};
use crate::domain::rules::Rules;
use crate::domain::score::print::tenth;
use crate::domain::when::Order;
use crate::error::{Error, Kind, Result};
use crate::text;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// What the figures are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum By {
    /// Each tier for itself
    Tier,
    /// Each account, those that pay the same as well
    Account,
}

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// First day of the period; else 365 days are looked at
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    from: Option<NaiveDate>,
    /// Last day of the period; else today
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    to: Option<NaiveDate>,
    /// A period by its name: 2026-Q3, 2025, october, all, "1 jan to 31 mar"
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["from", "to"])]
    period: Option<String>,
    /// Told apart
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,
}

impl Asked {
    fn period(&self, today: NaiveDate, order: Order) -> Result<Period> {
        if let Some(text) = &self.period {
            return Period::read(text, today, order).ok_or_else(|| {
                let text = text::shown(text);
                Error::new(Kind::Usage, format!("{text} is no period that has begun"))
                    .hint("as 2026-Q3, 2025, october, all or \"1 jan to 31 mar\"")
            });
        }
        let to = self.to.unwrap_or(today);
        if to > today {
            return Err(Error::new(Kind::Usage, format!("{to} is still to come"))
                .hint("a period ends today or before"));
        }
        let Some(from) = self.from else { return Ok(Period::year_to(to)) };
        if from > to {
            return Err(Error::new(
                Kind::Usage,
                format!("the period from {from} to {to} has no day"),
            )
            .hint("--from comes before --to, which is today where it is not said"));
        }
        Ok(Period::between(from, to))
    }
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let order = if common.config.month_first { Order::MonthFirst } else { Order::DayFirst };
    let period = asked.period(today, order)?;
    let reading = common.reading()?;
    let metrics = reading.retained(period, Ask { today, mask: common.mask })?;
    let mut rules = reading.rules_now()?;
    if common.json {
        let mut all = json::metrics(&metrics, today)?;
        if period.stretch == Stretch::All {
            // No day is before everything: it begins with the first entry.
            for place in ["/from", "/retention/from"] {
                if let Some(from) = all.pointer_mut(place) {
                    *from = json!(metrics.first);
                }
            }
        }
        if let (Some(by), Some(fields)) = (asked.by, all.as_object_mut()) {
            fields.insert("by".into(), told_by(by, &metrics, &rules));
        }
        return json::print(&all);
    }
    if common.mask {
        mask::rules(&mut rules);
    }
    let (scope, each) = (Scope::All, asked.by == Some(By::Account));
    let retained = Retained { metrics: &metrics, period, scope, rules: &rules, today, each };
    Ok(said(&retained, asked.by).into())
}

/// The same figures tier by tier, or account by account.
fn told_by(by: By, metrics: &Metrics, rules: &Rules) -> Value {
    let retention = &metrics.retention;
    let rows: Vec<Value> = match by {
        By::Tier => scopes(metrics)
            .into_iter()
            .filter_map(|scope| match scope {
                Scope::All => None,
                Scope::Tier(tier) => Some(tier),
            })
            .map(|tier| {
                let line = retention.tiers.iter().find(|one| one.tier == tier);
                let led: Vec<&Led> = metrics.led.iter().filter(|one| one.tier == tier).collect();
                let leading = Leading::of(&led, rules, metrics.from, metrics.to);
                let line = line.map(|one| &one.line);
                json!({ "tier": tier, "accounts": led.len(), "retention": line, "leading": leading })
            })
            .collect(),
        By::Account => {
            let known = |id| metrics.led.iter().any(|one| one.account == id);
            let gone = retention.accounts.iter().filter(|one| !known(one.account));
            let ids = metrics.led.iter().map(|one| one.account).chain(gone.map(|one| one.account));
            ids.map(|id| {
                let moved = retention.accounts.iter().find(|one| one.account == id);
                let led = metrics.led.iter().find(|one| one.account == id);
                json!({ "account": id, "retention": moved, "leading": led })
            })
            .collect()
        }
    };
    rows.into()
}

fn said(retained: &Retained<'_>, by: Option<By>) -> Page {
    let Retained { metrics, period, today, .. } = *retained;
    let currency = metrics.retention.currency;
    let mut said = Page::default();
    let accounts = if metrics.accounts == 1 { "account" } else { "accounts" };
    let days = match period.stretch {
        Stretch::All => String::new(),
        _ => format!(" ({} d)", period.days()),
    };
    said.put(format!("{} {accounts} · {}{days}", metrics.accounts, period.dates(today)));
    if !currency.is_hidden() {
        said.put(format!(" · amounts in {currency}"));
    }
    said.put("\n\n");
    said.put(lines::under("Retention", &page(retained)));
    if by == Some(By::Tier) {
        for scope in scopes(metrics).into_iter().skip(1) {
            said.put("\n\n");
            let title = text::capital(scope.called());
            said.put(lines::under(&title, &page(&Retained { scope, ..*retained })));
        }
    }
    said.put("\nHow it stands\n");
    said.put(table(&foresight(&metrics.foresight)));
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

/// What a figure is called, and the figure.
type Row = (&'static str, String);

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
