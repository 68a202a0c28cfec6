//! Several accounts at once: what they show rests, a playbook is started, they were looked through.

use super::Several;
use crate::desk::{Act, Commit, Reading};
use crate::domain::account::{self, Account};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::day::{day_ahead, shift};
use crate::domain::playbook::{self, Focus, Playbook};
use crate::domain::signal::rest;
use crate::domain::signal::sentence::count;
use crate::error::Result;
use crate::text;
use crate::tui::action::{Opening, Wish};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::{Months, NaiveDate};

/// Names that a question tells before it counts the rest.
const NAMED: usize = 4;

/// What can be done to several accounts at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnAccounts {
    /// Asks until when what they show rests.
    Later,
    LaterUntil(NaiveDate),
    /// Asks which playbook.
    Playbook,
    /// Their own review is done today.
    Reviewed,
}

pub(super) fn wishes(
    ids: &[Id],
    deed: &OnAccounts,
    reading: &Reading,
    sight: &Sight<'_>,
) -> Result<Vec<Wish>> {
    if *deed == OnAccounts::Reviewed {
        return reviewed(ids, reading, sight.today);
    }
    let dossiers: Vec<Dossier> =
        ids.iter().map(|id| reading.dossier(*id, sight.today)).collect::<Result<_>>()?;
    Ok(match deed {
        OnAccounts::Playbook => playbooks(ids, &dossiers, sight),
        OnAccounts::LaterUntil(until) => put_off(&dossiers, *until, sight),
        OnAccounts::Later | OnAccounts::Reviewed => later(&dossiers, sight),
    })
}

fn shows(dossier: &Dossier, sight: &Sight<'_>) -> bool {
    rest::shown(&dossier.standing, sight.rules).next().is_some()
}

fn name(dossier: &Dossier) -> &str {
    &dossier.records.account.name
}

/// `2 accounts show nothing that could rest`.
fn silent(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 account shows nothing that could rest".to_owned()),
        some => Some(format!("{some} accounts show nothing that could rest")),
    }
}

/// Until when.
fn later(dossiers: &[Dossier], sight: &Sight<'_>) -> Vec<Wish> {
    let today = sight.today;
    let meant: Vec<&Dossier> = dossiers.iter().filter(|one| shows(one, sight)).collect();
    if meant.is_empty() {
        return vec![Wish::Say("The marked accounts show nothing that could rest.".to_owned())];
    }
    let ids: Vec<Id> = dossiers.iter().map(|one| one.records.account.id).collect();
    let month = today.checked_add_months(Months::new(1)).unwrap_or(today);
    let rests = [
        ("tomorrow", shift(today, 1)),
        ("in a week", shift(today, 7)),
        ("in two weeks", shift(today, 14)),
        ("in a month", month),
    ];
    let items = rests.into_iter().map(|(said, until)| {
        let deed = OnAccounts::LaterUntil(until);
        let wish = Wish::Together(Several::Accounts { accounts: ids.clone(), deed });
        Item::new(said, phrase::weekday(until, today), wish)
    });
    let mut lead = vec![names(meant.iter().map(|one| name(one)))];
    let rest = "What they show comes back on that day, or sooner where it worsens.";
    lead.push(rest.to_owned());
    lead.extend(silent(dossiers.len() - meant.len()).map(|says| format!("{says}.")));
    lead.push("Or type a day: 30 nov, +3w.".to_owned());
    let title = format!("Later: {}", count(meant.len(), "account"));
    let asked = Several::Accounts { accounts: ids.clone(), deed: OnAccounts::Later };
    let pick = Pick::new(title, items.collect()).lead(lead).at(1).typed(asked);
    vec![Wish::Open(Opening::Pick(pick))]
}

/// What all of them show rests.
fn put_off(dossiers: &[Dossier], until: NaiveDate, sight: &Sight<'_>) -> Vec<Wish> {
    let meant: Vec<&Dossier> = dossiers.iter().filter(|one| shows(one, sight)).collect();
    let mut changes: Vec<Change> = Vec::new();
    for one in &meant {
        let Dossier { records, standing, .. } = one;
        changes.extend(rest::shown_until(records, standing, sight.rules, sight.today, until));
    }
    let whose = match meant.as_slice() {
        [] => return vec![Wish::Say("They show nothing that could rest any more.".to_owned())],
        [one] => format!("What {} shows", name(one)),
        some => format!("What {} accounts show", some.len()),
    };
    let label = format!("{whose} put off until {}", day_ahead(until, sight.today));
    let mut act = Act::edit(label, only(&meant));
    act.left_out = silent(dossiers.len() - meant.len());
    vec![Wish::Commit(Commit::new(act, changes))]
}

fn only(dossiers: &[&Dossier]) -> Option<Id> {
    match dossiers {
        [one] => Some(one.records.account.id),
        _ => None,
    }
}

/// The playbooks, those first that answer something on most of them.
fn playbooks(ids: &[Id], dossiers: &[Dossier], sight: &Sight<'_>) -> Vec<Wish> {
    let asking = |one: &Playbook| {
        let asks = |held: &&Dossier| {
            let parts = (&held.records, &held.standing);
            playbook::answered(one, parts, Focus::default()).is_some()
        };
        dossiers.iter().filter(asks).count()
    };
    let of_accounts = sight.shelf.all().iter().filter(|one| !one.whole_book);
    let mut shelf: Vec<(usize, &Playbook)> = of_accounts.map(|one| (asking(one), one)).collect();
    shelf.sort_by_key(|(asking, _)| std::cmp::Reverse(*asking));
    let items = shelf.into_iter().map(|(asking, one)| {
        let steps = count(one.plays.len(), "step");
        let note = if asking > 0 {
            format!("for {asking} of {} · {steps}", dossiers.len())
        } else {
            steps
        };
        let (accounts, playbook) = (ids.to_vec(), one.name.clone());
        let opening = Opening::PlaybookForAll { accounts, playbook };
        Item::new(text::capital(&one.name), note, Wish::Open(opening))
    });
    let lead = [
        names(dossiers.iter().map(name)),
        "Enter shows what it comes to for each; nothing is written yet.".to_owned(),
    ];
    let title = format!("Playbook for {}", count(dossiers.len(), "account"));
    vec![Wish::Open(Opening::Pick(Pick::new(title, items.collect()).lead(lead)))]
}

/// They were looked through today.
fn reviewed(ids: &[Id], reading: &Reading, today: NaiveDate) -> Result<Vec<Wish>> {
    let accounts: Vec<Account> = ids.iter().map(|id| reading.record(*id)).collect::<Result<_>>()?;
    let before = accounts.len();
    let meant: Vec<Account> =
        accounts.into_iter().filter(|one| one.reviewed_on != Some(today)).collect();
    let whose = match meant.as_slice() {
        [] => return Ok(vec![Wish::Say("They were reviewed today already.".to_owned())]),
        [one] => one.name.clone(),
        some => format!("{} accounts", some.len()),
    };
    let mut expected: Vec<Expected> = Vec::new();
    let mut changes: Vec<Change> = Vec::new();
    for one in &meant {
        let fields = vec![account::Field::ReviewedOn(Some(today))];
        expected.extend(one.expects(&fields));
        changes.push(account::Change::Edited { id: one.id, fields }.into());
    }
    let only = if let [one] = meant.as_slice() { Some(one.id) } else { None };
    let mut act = Act::edit(format!("{whose} reviewed"), only);
    act.left_out = match before - meant.len() {
        0 => None,
        1 => Some("1 was reviewed today already".to_owned()),
        some => Some(format!("{some} were reviewed today already")),
    };
    Ok(vec![Wish::Commit(Commit::new(act, changes).expecting(expected))])
}

/// Who is meant, for a question: one line.
#[must_use]
pub fn names<'a>(all: impl ExactSizeIterator<Item = &'a str>) -> String {
    let rest = all.len().saturating_sub(NAMED);
    let first = all.take(NAMED).collect::<Vec<_>>().join(", ");
    if rest > 0 { format!("{first} and {rest} more") } else { first }
}
