//! `trellis due`: what falls due, day by day.

use super::page::{Page, Side, lines};
use super::{Answer, Common, JSON_VERSION, figure, json};
use crate::domain::agenda::{Agenda, Due};
use crate::domain::day::shift;
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;
use serde_json::json as object;

/// Late ones, and waiting ones, that are shown without `--all`.
const LATE: usize = 12;
const WAITING: usize = 5;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// So many days from today on
    #[arg(long, value_name = "COUNT", default_value_t = 14, value_parser = days)]
    days: u16,
    /// Every late one and all that waits, not a few of them alone
    #[arg(long)]
    all: bool,
}

fn days(text: &str) -> std::result::Result<u16, String> {
    match text.parse() {
        Ok(days @ 0..=3650) => Ok(days),
        _ => Err("days, from 0 to 3650".to_owned()),
    }
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let until = shift(today, i64::from(asked.days));
    let agenda = common.reading()?.agenda(today, until)?;
    if common.json {
        return json::print(&object!({ "version": JSON_VERSION, "agenda": agenda }));
    }
    Ok(page(&agenda, asked.all).into())
}

fn page(agenda: &Agenda, all: bool) -> Page {
    let today = agenda.today;
    let ahead: usize = agenda.days.iter().map(|day| day.dues.len()).sum();
    let mut said = Page::default();
    said.put(format!(
        "{} to {} · {} late · {ahead} to come\n",
        today.format("%a %-d %b %Y"),
        figure::day(agenda.until, today),
        agenda.late.len()
    ));
    for (from, to) in &agenda.away {
        let (from, to) = (figure::day(*from, today), figure::day(*to, today));
        said.put(format!("  away {from} to {to}\n"));
    }
    if !agenda.late.is_empty() {
        said.put("\nLate\n");
        let shown = if all { agenda.late.len() } else { LATE.min(agenda.late.len()) };
        // The youngest are worth the most: what is long late is seen in the list anyhow.
        let from = agenda.late.len() - shown;
        rows(&mut said, agenda.late.get(from..).unwrap_or_default(), today);
        if from > 0 {
            said.put(format!("  and {from} older ones (--all shows them)\n"));
        }
    }
    if !agenda.waiting.is_empty() {
        said.put("\nTo ask\n");
        let shown = if all { agenda.waiting.len() } else { WAITING.min(agenda.waiting.len()) };
        rows(&mut said, agenda.waiting.get(..shown).unwrap_or_default(), today);
        if shown < agenda.waiting.len() {
            let more = agenda.waiting.len() - shown;
            said.put(format!("  and {more} more (--all shows them)\n"));
        }
    }
    for day in &agenda.days {
        let on = day.on;
        let name = if on == today { " · today" } else { "" };
        said.put(format!("\n{} {}{name}\n", on.format("%a"), figure::day(on, today)));
        rows(&mut said, &day.dues, today);
    }
    if agenda.late.is_empty() && agenda.waiting.is_empty() && agenda.days.is_empty() {
        said.put("\nNothing falls due.\n");
    }
    said
}

fn rows(said: &mut Page, dues: &[Due], today: NaiveDate) {
    let cells: Vec<Vec<String>> = dues.iter().map(|due| row(due, today)).collect();
    let columns =
        [(Side::Left, 5), (Side::Left, 11), (Side::Left, 24), (Side::Left, 70), (Side::Left, 18)];
    for line in lines(&columns, &cells) {
        said.put(line);
        said.put("\n");
    }
}

fn row(due: &Due, today: NaiveDate) -> Vec<String> {
    let left = if due.on < today && due.what.waits() {
        format!("since {}", figure::day(due.on, today))
    } else if due.on < today {
        format!("{} late", figure::days_between(due.on, today))
    } else if due.away {
        "while away".to_owned()
    } else {
        String::new()
    };
    let name = if due.account.is_some() { due.name.clone() } else { figure::NOTHING.to_owned() };
    vec![
        due.at_time.clone().unwrap_or_default(),
        due.what.word().to_owned(),
        name,
        text::shown(&due.text).into_owned(),
        left,
    ]
}
