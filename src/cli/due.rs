//! `trellis due`: what falls due, group by group.

use super::page::{Page, Side, lines};
use super::{Answer, Common, JSON_VERSION, figure, json};
use crate::domain::agenda::{Agenda, Due, Group, Load};
use crate::domain::day::{shift, weekday};
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;
use serde_json::json as object;

/// Lines of what is long overdue, or asked for, that are shown without `--all`.
const OVERDUE: usize = 12;
const ASKED: usize = 5;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// So many days from today on
    #[arg(long, value_name = "COUNT", default_value_t = 14, value_parser = days)]
    days: u16,
    /// All that is overdue and asked for, not a few of them alone
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
    let (waited, _) = agenda.waited_for();
    let mut said = Page::default();
    said.put(format!(
        "{} to {} · {} overdue · {ahead} to come · {waited} waited for\n",
        today.format("%a %-d %b %Y"),
        figure::day(agenda.until, today),
        agenda.late.len()
    ));
    said.put(loads(&agenda.load));
    let groups = agenda.groups();
    for (group, dues) in &groups {
        said.put(format!("\n{} {}\n", group.title(), dues.len()));
        let limit = match group {
            _ if all => dues.len(),
            Group::Overdue => OVERDUE,
            Group::Asked => ASKED,
            _ => dues.len(),
        };
        // The youngest are worth the most: what is long overdue is seen in the list anyhow.
        let hidden = dues.len().saturating_sub(limit);
        let shown = if *group == Group::Overdue { dues.get(hidden..) } else { dues.get(..limit) };
        rows(&mut said, shown.unwrap_or(dues), today);
        if hidden > 0 {
            let which = if *group == Group::Overdue { "older ones" } else { "more" };
            said.put(format!("  and {hidden} {which} (--all shows them)\n"));
        }
    }
    if groups.is_empty() {
        said.put("\nNothing falls due.\n");
    }
    said
}

/// `Mon 23 2 · Fri 27 5 full · Sat 28 away`: the days that bring work, and those away.
fn loads(load: &[Load]) -> String {
    let days: Vec<String> = load
        .iter()
        .filter(|day| day.count > 0 || day.away)
        .map(|day| {
            let mut parts = vec![day.on.format("%a %-d").to_string()];
            parts.extend((day.count > 0).then(|| day.count.to_string()));
            parts.extend(day.full.then(|| "full".to_owned()));
            parts.extend(day.away.then(|| "away".to_owned()));
            parts.join(" ")
        })
        .collect();
    if days.is_empty() { String::new() } else { format!("load: {}\n", days.join(" · ")) }
}

fn rows(said: &mut Page, dues: &[&Due], today: NaiveDate) {
    let cells: Vec<Vec<String>> = dues.iter().map(|due| row(due, today)).collect();
    let columns = [
        (Side::Left, 11),
        (Side::Left, 5),
        (Side::Left, 11),
        (Side::Left, 24),
        (Side::Left, 70),
        (Side::Left, 18),
    ];
    for line in lines(&columns, &cells) {
        said.put(line);
        said.put("\n");
    }
}

fn row(due: &Due, today: NaiveDate) -> Vec<String> {
    let left = if due.undated {
        "no day".to_owned()
    } else if due.on < today && due.what.waits() {
        format!("since {} d", (today - due.on).num_days())
    } else if due.late(today) {
        format!("{} late", figure::days_between(due.on, today))
    } else if due.away {
        "while away".to_owned()
    } else {
        String::new()
    };
    let name = if due.account.is_some() { due.name.clone() } else { figure::NOTHING.to_owned() };
    let text = match &due.whose {
        Some(whose) => format!("{}: {}", whose.told(), due.text),
        None => due.text.clone(),
    };
    vec![
        weekday(due.on, today),
        due.at_time.clone().unwrap_or_default(),
        due.what.word().to_owned(),
        name,
        text::shown(&text).into_owned(),
        left,
    ]
}
