//! The five opportunities that come first, each with what its verdict rests on.
//!
//! ```text
//!    Space plan a talk · Enter open it · p the case
//! ▸  Northwind Traders  Analytics for finance          120k pursue       talk 2 Dec
//!              Pursue: three yes, 5 of 6 checks.
//! ```

use super::about::{keys, survey, whose};
use super::board::{Board, Item, Press};
use crate::desk::{Act, Commit};
use crate::domain::day::day_ahead;
use crate::domain::expansion::verdict::Verdict;
use crate::domain::money::Money;
use crate::domain::page::{Cell, Entry, Ground, Kind, Line, Link, Sheet, Span};
use crate::domain::playbook::{Focus, named};
use crate::domain::review::expansion::Growing;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::link;
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;

/// The playbook that leads an opportunity to its decision.
const CASE: &str = "expansion case";

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(survey) = survey(sight) else { return Board::default() };
    let growth = &survey.expansion;
    let (top, all) = (growth.top.len(), growth.top.len() + growth.more);
    let mut figure = format!("{top} of {all} to pursue or validate");
    if growth.waiting > 0 {
        figure = format!("{figure} · {} wait", growth.waiting);
    }
    if growth.repair > 0 {
        figure = format!("{figure} · {} want repair first", growth.repair);
    }
    let does =
        [(Action::Done, "plan a talk"), (Action::Open, "open it"), (Action::Playbook, "the case")];
    let keys = if top > 0 { keys(sight, &does) } else { String::new() };
    let mut board = Board::counting(figure, &keys);
    for one in &growth.top {
        let entry = entry(one, sight);
        let ground = entry.map_or_else(
            || Ground::new(&one.title, "verdict").say(&one.says),
            |entry| entry.ground.clone(),
        );
        let key = format!("opportunity {}", one.opportunity.0);
        board.explained(line(one, sight), key, ground, item(one, entry, sight));
        board.says(Line::fact("", vec![Span::dim(&one.says)]));
    }
    if growth.top.is_empty() {
        let says = "No opportunity is to be pursued or validated: a o adds one.";
        board.says(Line::prose(says));
    }
    board
}

/// Its line on the account's own page, once that account was read.
fn entry<'a>(one: &Growing, sight: &Sight<'a>) -> Option<&'a Entry> {
    sight.dossier.filter(|dossier| dossier.records.account.id == one.account)?;
    let key = Link::to(Kind::Opportunity, one.opportunity).key();
    sight.page(Sheet::Expand)?.entries().find(|entry| entry.key == key)
}

fn item(one: &Growing, entry: Option<&Entry>, sight: &Sight<'_>) -> Item {
    let (account, opportunity) = (one.account, one.opportunity);
    let form = link::record(account, Kind::Opportunity, Some(opportunity.0), None);
    let mut item = Item::about(Some(account))
        .opens(Action::Open, Opening::Form(form.clone()))
        .opens(Action::Edit, Opening::Form(form));
    if let Some(doing) = entry.and_then(|entry| entry.doing.as_ref()) {
        let act = Act::edit(doing.label.clone(), Some(account));
        let commit = Commit::new(act, doing.changes.clone()).expecting(doing.expected.clone());
        item = item.space(Press::Does(doing.says, vec![Wish::Commit(commit)]));
    }
    if let Some(case) = named(sight.shelf.all(), CASE) {
        item = item.opens(
            Action::Playbook,
            Opening::Playbook {
                account,
                signal: None,
                name: Some(case.name.clone()),
                focus: Focus { opportunity: Some(opportunity), ..Focus::default() },
            },
        );
    }
    item
}

fn line(one: &Growing, sight: &Sight<'_>) -> Line {
    let value = one.value.map_or_else(|| phrase::UNKNOWN.to_owned(), Money::short);
    let verdict = match one.verdict {
        Verdict::Pursue => Span::healthy(one.verdict.word()),
        _ => Span::text(one.verdict.word()),
    };
    let talk = match one.next_talk_on {
        Some(on) => Span::text(format!("talk {}", day_ahead(on, sight.today))),
        None => Span::watch("no talk planned"),
    };
    Line::row(vec![
        whose(&one.name),
        Cell::rest(vec![Span::text(&one.title)]),
        Cell::right(7, vec![Span::strong(value)]),
        Cell::left(9, vec![verdict]),
        Cell::left(10, vec![Span::dim(one.stage.word())]).from(100),
        Cell::left(16, vec![talk]),
    ])
}
