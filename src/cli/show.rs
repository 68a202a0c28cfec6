//! `trellis show ACCOUNT`: everything about one account on one page.

mod plan;
mod stands;
mod tab;

use super::account::Named;
use super::page::{Page, Side};
use super::{Answer, Common, figure, json};
use crate::desk::Reading;
use crate::domain::account::contract::Renewal;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Role};
use crate::domain::history::{self, HISTORY};
use crate::domain::map::Seat;
use crate::domain::mask;
use crate::domain::page::{self, Case, Sheet};
use crate::domain::picture::Picture;
use crate::domain::records::{LastTalk, Records};
use crate::domain::score::print::tenth;
use crate::domain::standing::Standing;
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
pub struct Asked {
    #[command(flatten)]
    named: Named,
    /// One tab alone, as the screen has it
    #[arg(long, value_name = "TAB", conflicts_with = "json")]
    tab: Option<Tab>,
    /// As it was at the end of this day, as 2026-11-13: what was written since is taken out
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    asof: Option<NaiveDate>,
}

/// What the lowest pane of the screen shows.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Tab {
    Plan,
    Log,
    Feedback,
    Money,
    Expand,
    File,
    History,
}

impl Tab {
    const fn sheet(self) -> Option<Sheet> {
        Some(match self {
            Self::Feedback => Sheet::Feedback,
            Self::Money => Sheet::Money,
            Self::Expand => Sheet::Expand,
            Self::File => Sheet::File,
            Self::History => Sheet::History,
            Self::Plan | Self::Log => return None,
        })
    }
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let reading = common.reading()?;
    match asked.asof {
        None => {
            let account = asked.named.find(&reading)?;
            told(asked, common, &reading, account, today)
        }
        Some(day) => {
            let then = reading.then(day, today)?;
            let account = asked.named.find_then(&reading, &then, day)?;
            told(asked, common, &then, account, day)
        }
    }
}

/// What there is to tell of the account in this book on this day.
fn told(
    asked: &Asked,
    common: &Common,
    reading: &Reading,
    account: Id,
    today: NaiveDate,
) -> Result<Answer> {
    let (dossier, picture, since) = reading.pictured(account, common.mask, today)?;
    if let Some(tab) = asked.tab {
        let Dossier { records, standing, .. } = &dossier;
        let said = match tab.sheet() {
            Some(Sheet::History) => {
                let mut all = reading.history_of(account, HISTORY, today)?;
                if common.mask {
                    history::hide(&mut all);
                }
                tab::page(Sheet::History, &page::history::page(&all, today))
            }
            Some(sheet) => {
                let mut rules = reading.rules_now()?;
                if common.mask {
                    mask::rules(&mut rules);
                }
                let case = Case { records, standing, picture: &picture, rules: &rules, today };
                tab::page(sheet, &sheet.page(&case))
            }
            None if matches!(tab, Tab::Plan) => tab::plan(plan::plan(records, standing, today)),
            None => {
                let mut log = reading.log(account, 0, today)?;
                if common.mask {
                    mask::log(&mut log);
                }
                tab::log(&log, today)
            }
        };
        return Ok(tab::under(&records.account.name, &said).into());
    }
    if common.json {
        return json::print(&json::account(
            &dossier,
            &picture,
            since.as_ref(),
            reading.rules(),
            today,
        )?);
    }
    Ok(page(&dossier, &picture, today).into())
}

fn page(dossier: &Dossier, picture: &Picture, today: NaiveDate) -> Page {
    let Dossier { records, standing, .. } = dossier;
    let mut said = head(records, standing, today);
    let signals: Vec<_> = standing.signals.iter().filter(|signal| !signal.silenced).collect();
    if !signals.is_empty() {
        said.put("\nSignals\n");
        let rows: Vec<Vec<String>> = signals
            .iter()
            .map(|signal| {
                let state = match (signal.in_hand, signal.gap) {
                    (Some((_, Some(due))), _) => {
                        format!("in hand until {}", figure::day(due, today))
                    }
                    (Some((_, None)), _) => "in hand".to_owned(),
                    (None, true) => "to ask".to_owned(),
                    (None, false) => signal.severity.word().to_owned(),
                };
                vec![state, signal.text.clone()]
            })
            .collect();
        said.table(&[(Side::Left, 24), (Side::Left, 110)], &rows);
    }
    said.put(people(records, standing, today));
    said.put(score(standing, today));
    said.put(stands::stands(picture, today));
    said.put(plan::plan(records, standing, today));
    said
}

fn head(records: &Records, standing: &Standing, today: NaiveDate) -> Page {
    let account = &records.account;
    let mut first = vec![text::shown(&account.name).into_owned()];
    first.push(account.tier.map_or_else(|| "no tier".to_owned(), |tier| tier.word().to_owned()));
    first.push(standing.status.word().to_owned());
    match (standing.arr, standing.arr_recorded) {
        (Some(arr), _) => first.push(arr.signed_short()),
        (None, Some(arr)) => first.push(format!("{} (no rate)", arr.signed_short())),
        (None, None) => first.push("ARR unknown".to_owned()),
    }
    if let Some(since) = account.customer_since {
        first.push(format!("live since {}", since.format("%Y")));
    }
    let mut said = Page::default();
    said.put(first.join(" · "));
    said.put("\n");
    if let Some(act) = standing.act_by {
        said.put(format!("  {}", figure::act_by(act, today)));
        let renewal = records.contract.as_ref().map(|contract| contract.renewal);
        match renewal {
            Some(Renewal::NotStarted) => said.put(" · talks not started"),
            Some(state) => said.put(format!(" · {state}")),
            None => {}
        }
        said.put("\n");
    }
    if let Some(talk) = &records.last_talk {
        said.put(format!("  last talk {}\n", last_talk(talk, today).as_ref()));
        // What *quiet* is counted from is told where it is another one.
        if let Some(on) = records.last_two_way_on.filter(|on| *on != talk.on_date) {
            let age = figure::days_between(on, today);
            said.put(format!("  last two-way talk {age}, {}\n", figure::day(on, today)));
        }
    }
    said
}

fn last_talk(talk: &LastTalk, today: NaiveDate) -> Page {
    let mut said = Page::default();
    said.put(figure::days_between(talk.on_date, today));
    if !talk.people.is_empty() {
        said.put(format!(": {}", text::shown(&talk.people.join(", "))));
    }
    said.put(format!(", {}", talk.kind));
    if let Some(mood) = talk.mood {
        said.put(format!(", {}", mood_of(mood)));
    }
    match &talk.quote {
        Some(quote) => said.put(format!(" “{}”", text::shown(quote))),
        None => said.put(format!(" · {}", text::shown(&talk.summary))),
    }
    said
}

fn mood_of(mood: i64) -> String {
    match mood {
        0 => "0".to_owned(),
        below if below < 0 => format!("−{}", -below),
        above => format!("+{above}"),
    }
}

fn people(records: &Records, standing: &Standing, today: NaiveDate) -> Page {
    let map = &standing.map;
    let mut said = Page::default();
    said.put(format!("\nWho we know · {} of {} seats", map.filled, map.wanted));
    if let Some(coverage) = map.coverage {
        said.put(format!(" · coverage {}", figure::percent(coverage)));
    }
    if let Some(nps) = map.nps {
        said.put(format!(
            " · NPS {}",
            if nps < 0 { format!("−{}", -nps) } else { nps.to_string() }
        ));
    }
    said.put("\n");
    let mut rows = Vec::new();
    for row in &map.rows {
        let coverage = row.coverage.map_or_else(|| figure::NOTHING.to_owned(), figure::percent);
        for (at, seat) in row.seats.iter().enumerate() {
            let label = if at == 0 { format!("{}s", row.level) } else { String::new() };
            let covered = if at == 0 { coverage.clone() } else { String::new() };
            rows.push([vec![label, covered], person(seat, records, today)].concat());
        }
        let active = row.seats.iter().filter(|seat| is_active(seat, records)).count();
        let empty = row.target.saturating_sub(active);
        if empty > 0 {
            let label =
                if row.seats.is_empty() { format!("{}s", row.level) } else { String::new() };
            rows.push(vec![label, String::new(), format!("· {empty} empty")]);
        }
    }
    for (at, seat) in map.not_placed.iter().enumerate() {
        let label = if at == 0 { "not placed" } else { "" };
        let of = [vec![label.to_owned(), String::new()], person(seat, records, today)];
        rows.push(of.concat());
    }
    let columns = [
        (Side::Left, 15),
        (Side::Right, 5),
        (Side::Left, 26),
        (Side::Left, 28),
        (Side::Left, 8),
        (Side::Left, 60),
    ];
    said.table(&columns, &rows);
    said
}

fn contact<'a>(seat: &Seat, records: &'a Records) -> Option<&'a Contact> {
    records.contacts.iter().find(|contact| contact.id == seat.contact)
}

fn is_active(seat: &Seat, records: &Records) -> bool {
    contact(seat, records).is_some_and(Contact::active)
}

fn person(seat: &Seat, records: &Records, today: NaiveDate) -> Vec<String> {
    let Some(contact) = contact(seat, records) else { return Vec::new() };
    let mut sign = String::new();
    if contact.left_on.is_some() {
        sign.push('✕');
    }
    if contact.roles.has(Role::Champion) {
        sign.push('★');
    }
    if contact.roles.has(Role::EconomicBuyer) {
        sign.push('$');
    }
    let name = format!("{sign}{}{}", if sign.is_empty() { "" } else { " " }, contact.name);
    let answer = match (seat.nps, seat.silent) {
        (Some(points), _) => format!("NPS {points}"),
        (None, true) => "asked".to_owned(),
        (None, false) => String::new(),
    };
    let mut notes = Vec::new();
    if let Some(left) = contact.left_on {
        notes.push(format!("left {}", figure::day(left, today)));
    }
    notes.push(match seat.verified_on {
        Some(on) => format!(
            "verified {} ago, {} fresh",
            figure::days_between(on, today),
            figure::percent(seat.freshness)
        ),
        None => "never verified".to_owned(),
    });
    if let Some(talk) = seat.last_two_way_on {
        notes.push(format!("talk {} ago", figure::days_between(talk, today)));
    }
    vec![name, contact.title.clone().unwrap_or_default(), answer, notes.join(" · ")]
}

fn score(standing: &Standing, today: NaiveDate) -> Page {
    let score = &standing.score;
    let mut said = Page::default();
    said.put(format!("\n{}\n", super::why::headline(score)));
    let mut rows = Vec::new();
    for factor in score.factors.iter().filter(|factor| factor.in_use) {
        let age = factor.evidence_on.map(|day| figure::days_between(day, today));
        let stale = factor.score.is_some() && !factor.fresh;
        rows.push(vec![
            factor.factor.word().to_owned(),
            factor.score.map_or_else(|| "?".to_owned(), tenth),
            factor
                .score
                .map_or_else(|| figure::NOTHING.to_owned(), |_| figure::signed(-factor.costs)),
            format!("{}{}", factor.source, if stale { ", stale" } else { "" }),
            age.unwrap_or_default(),
        ]);
    }
    let columns =
        [(Side::Left, 10), (Side::Right, 4), (Side::Right, 5), (Side::Left, 16), (Side::Right, 6)];
    said.table(&columns, &rows);
    said
}
