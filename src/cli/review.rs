//! `trellis review`: who is in the weekly review and why, and the minutes of the last one. On a
//! terminal it opens the review itself.

use super::page::{Page, Side};
use super::{Answer, Common, First, JSON_VERSION, Reply, figure, json};
use crate::domain::mask;
use crate::domain::review::Review;
use crate::domain::review::minutes::mail;
use crate::domain::review::pace::ahead;
use crate::domain::review::queue::Queued;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::visit::Visit;
use crate::error::{Error, Kind, Result};
use crate::text;
use chrono::NaiveDate;
use serde_json::{Value, json as object};
use std::collections::HashMap;
use std::io::IsTerminal;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The unchanged rest, too, with what changed at each account
    #[arg(long)]
    all: bool,
    /// The minutes of the last review, as Markdown
    #[arg(long)]
    minutes: bool,
    /// The minutes as the text of a mail
    #[arg(long, requires = "minutes")]
    mail: bool,
}

pub(super) fn run(asked: &Asked, common: &Common) -> Result<Reply> {
    let told = asked.all || asked.minutes || common.json || common.plain;
    if !told && std::io::stdout().is_terminal() {
        return Ok(Reply::Open(common.place()?, common.clock(), First::Review));
    }
    Ok(Reply::Say(answer(asked, common)?))
}

fn answer(asked: &Asked, common: &Common) -> Result<Answer> {
    let reading = common.reading()?;
    let today = common.clock().now().today;
    let ritual =
        if common.mask { reading.masked_ritual(false, today) } else { reading.ritual(today) }?;
    if asked.minutes {
        return minutes(asked, common, &ritual);
    }
    let names: HashMap<_, _> = reading
        .every::<crate::domain::account::Account>()?
        .into_iter()
        .map(|account| {
            let hidden = common.mask.then(|| mask::account_name(account.id));
            (account.id, hidden.unwrap_or(account.name))
        })
        .collect();
    let name = |visit: &Visit| names.get(&visit.account_id).cloned().unwrap_or_default();
    if common.json {
        return json::print(&object!({
            "version": JSON_VERSION,
            "today": ritual.today,
            "review": ritual.review,
            "visits": visits(&ritual, name)?,
            "pace": ritual.review.as_ref().map(|_| ritual.pace()),
            "promised": ritual.commitments,
            "queue": ritual.queue,
            "unchanged": ritual.rest,
            "last": ritual.last,
            "next_on": ritual.next_on(),
        }));
    }
    let page = match &ritual.review {
        Some(review) => running(&ritual, review, name),
        None => coming(&ritual, asked.all),
    };
    Ok(page.into())
}

/// The visits, each with the name of its account.
fn visits(ritual: &Ritual, name: impl Fn(&Visit) -> String) -> Result<Vec<Value>> {
    let named = |visit: &Visit| -> Result<Value> {
        let mut told = json::fields(visit)?;
        told.insert("name".to_owned(), Value::String(name(visit)));
        Ok(Value::Object(told))
    };
    ritual.visits.iter().map(named).collect()
}

fn minutes(asked: &Asked, common: &Common, ritual: &Ritual) -> Result<Answer> {
    let none = || {
        Error::new(Kind::NotFound, "no review was closed yet: there are no minutes")
            .hint("trellis review begins one; its last stage shows them")
    };
    let last = &ritual.last.as_ref().ok_or_else(none)?.review;
    let kept = last.minutes.clone().unwrap_or_default();
    let told = if asked.mail { mail(&kept) } else { kept };
    if common.json {
        return json::print(&object!({
            "version": JSON_VERSION,
            "opened_on": last.opened_on,
            "closed_on": last.closed_on,
            "minutes": told,
        }));
    }
    let mut said = Page::default();
    for line in told.lines() {
        said.put(text::shown(line));
        said.put("\n");
    }
    Ok(said.into())
}

/// Who would be in a review that began now.
fn coming(ritual: &Ritual, all: bool) -> Page {
    let today = ritual.today;
    let mut said = Page::default();
    said.put(format!(
        "{}: {}, about {} min · {} unchanged\n",
        today.format("%a %-d %b %Y"),
        accounts(ritual.queue.len()),
        ahead(ritual.queue.len()),
        ritual.rest.len()
    ));
    said.put(format!("  {}\n", before(ritual, today)));
    if !ritual.queue.is_empty() {
        said.put("\n");
        list(&mut said, &ritual.queue, all, today);
    }
    if ritual.rest.is_empty() {
        return said;
    }
    if all {
        said.put(format!("\nUnchanged {}\n", ritual.rest.len()));
        list(&mut said, &ritual.rest, false, today);
    } else {
        said.put(format!("\n{} unchanged (--all shows them)\n", ritual.rest.len()));
    }
    said
}

fn before(ritual: &Ritual, today: NaiveDate) -> String {
    match (&ritual.last, ritual.next_on()) {
        (Some(last), Some(next)) => {
            let on = figure::day(last.review.opened_on, today);
            let next = match (next - today).num_days() {
                0 => "the next is due today".to_owned(),
                1.. => format!("the next is due {}", figure::day(next, today)),
                _ => format!("the next was due {}", figure::day(next, today)),
            };
            format!("last review {on}, {next}")
        }
        _ => "no review yet".to_owned(),
    }
}

fn accounts(count: usize) -> String {
    if count == 1 { "1 account".to_owned() } else { format!("{count} accounts") }
}

/// The accounts as rows; with `events` what changed at each stands under it.
fn list(said: &mut Page, queue: &[Queued], events: bool, today: NaiveDate) {
    let columns = [(Side::Left, 28), (Side::Left, 1), (Side::Right, 5), (Side::Left, 90)];
    let row = |one: &Queued| {
        vec![
            one.name.clone(),
            one.tier.map_or(figure::NOTHING, |tier| tier.letter()).to_owned(),
            figure::score(one.score, one.band.is_some()),
            one.why.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = queue.iter().map(row).collect();
    for (line, one) in super::page::lines(&columns, &rows).iter().zip(queue) {
        said.put(line);
        said.put("\n");
        for event in one.events.iter().filter(|_| events) {
            let on = text::pad_left(&figure::day(event.on, today), 6);
            said.put(format!("       {on}  {}\n", text::shown(&event.text)));
        }
    }
}

/// How far the running review is.
fn running(ritual: &Ritual, review: &Review, name: impl Fn(&Visit) -> String) -> Page {
    let (pace, today) = (ritual.pace(), ritual.today);
    let mut said = Page::default();
    said.put(format!(
        "The review of {} runs: {}/{} looked at, about {} min left · {} unchanged\n",
        figure::day(review.opened_on, today),
        pace.done,
        pace.of,
        pace.minutes_left,
        ritual.unchanged().count()
    ));
    said.put("  trellis review goes on with it on a terminal\n\n");
    let row = |visit: &Visit| {
        let left = visit.result.map_or_else(String::new, |result| result.to_string());
        vec![left, name(visit), visit.why.clone()]
    };
    let rows: Vec<Vec<String>> = ritual.queued().map(row).collect();
    said.table(&[(Side::Left, 8), (Side::Left, 28), (Side::Left, 90)], &rows);
    if !ritual.commitments.is_empty() {
        said.put("\nPromised for next week\n");
        for one in &ritual.commitments {
            said.put(format!("  {}. {}\n", one.place, text::shown(&one.text)));
        }
    }
    said
}
