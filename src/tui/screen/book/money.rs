//! The money of an account: its contract, what it is worth a year, and every change of that.
//!
//! ```text
//! │  contract  notice by 30 Jan (69 d) · ends 31 Mar · talks not started      │
//! │            notice 60 days · renews itself · 36 mo from 1 Apr 2024         │
//! │  ARR       €940k a year now · €900k a year ago                            │
//! │▸ 3 Mar     expansion        +40k → 940k  ten seats for Operations         │
//! ```

use super::held::Held;
use super::hit::{Hits, Target};
use super::{BookScreen, Chosen, Pane, Sight, head};
use crate::domain::account::contract::Contract;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::revenue::{Revenue, RevenueKind, arr_on};
use crate::text;
use crate::tui::action::{Action, What};
use crate::tui::keymap::Context;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase::{self, UNKNOWN};
use chrono::{Months, NaiveDate};
use ratatui::style::Style;

/// The column after the labels and days.
const WORDS: u16 = 13;

/// Lines that can be chosen: the contract and each entry.
pub fn lines(dossier: &Dossier) -> usize {
    1 + dossier.records.revenue.len()
}

/// The place of the chosen one.
pub fn place(dossier: &Dossier, held: &Held) -> usize {
    // The contract, which is always there, has no number here.
    let entries = dossier.records.revenue.iter().rev().map(|entry| entry.id);
    held.place(std::iter::once(Id(0)).chain(entries)).min(lines(dossier) - 1)
}

/// What the nth of them is.
pub fn chosen(dossier: &Dossier, place: usize) -> Option<Chosen<'_>> {
    match place.min(lines(dossier) - 1).checked_sub(1) {
        None => Some(Chosen::Contract(dossier.records.contract.as_ref())),
        Some(place) => dossier.records.revenue.iter().nth_back(place).map(Chosen::Revenue),
    }
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some(dossier) = screen.dossier(sight) else { return };
    let theme = sight.theme;
    let focus = screen.pane == Pane::Tab;
    let place = place(dossier, &screen.entry);
    let style = |at: usize| (focus && place == at).then_some(theme.selected);
    let records = &dossier.records;
    let mut y = 0;
    hits.note(pen.place(0, y, pen.width(), 1), Target::Entry(0));
    labelled(&mut pen, y, "contract", &head::dates(dossier, sight, false), style(0), theme);
    y += 1;
    if let Some(contract) = records.contract.as_ref().filter(|_| pen.height() >= 9) {
        let terms: Vec<Word> = terms(contract, sight.today, theme);
        if !terms.is_empty() {
            labelled(&mut pen, y, "", &terms, None, theme);
            y += 1;
        }
    }
    labelled(&mut pen, y, "ARR", &arr(records.revenue.as_slice(), sight), None, theme);
    y += 1;
    if records.revenue.is_empty() {
        empty(&mut pen, y + 1, sight);
        screen.entry.drawn(place, None, focus);
        return;
    }
    // A breath before the history, where there is room for one.
    y += u16::from(usize::from(pen.height()) > usize::from(y) + records.revenue.len());
    let room = usize::from(pen.height().saturating_sub(y)).max(1);
    let entry = place.saturating_sub(1);
    let top = screen.entry_top.clamp((entry + 1).saturating_sub(room), entry);
    let top = top.min(records.revenue.len().saturating_sub(room));
    for (nth, revenue) in records.revenue.iter().rev().enumerate().skip(top).take(room) {
        hits.note(pen.place(0, y, pen.width(), 1), Target::Entry(nth + 1));
        let upto = records.revenue.len() - nth;
        let after = records.revenue.get(..upto).unwrap_or_default();
        line(&mut pen, y, revenue, after, style(nth + 1), sight);
        y += 1;
    }
    let shown = chosen(dossier, place).and_then(|chosen| match chosen {
        Chosen::Revenue(entry) => Some(entry.id),
        _ => None,
    });
    screen.entry.drawn(place, shown, focus);
    screen.entry_top = top;
}

fn labelled(
    pen: &mut Pen<'_>,
    y: u16,
    label: &str,
    words: &[Word],
    chosen: Option<Style>,
    theme: &Theme,
) {
    mark(pen, y, chosen);
    pen.cell(1, y, WORDS - 2, label, chosen.unwrap_or(theme.dim));
    let mut words: Vec<Word> =
        words.iter().map(|(text, style)| (text.clone(), chosen.unwrap_or(*style))).collect();
    let room = pen.width().saturating_sub(WORDS + 1);
    let wide = |words: &[Word]| words.iter().map(|(text, _)| text::width(text)).sum::<usize>();
    // Half a fact is worse than none.
    while words.len() > 1 && wide(&words) > usize::from(room) {
        words.pop();
    }
    pen.words(WORDS, y, room, &words);
}

/// The chosen line.
fn mark(pen: &mut Pen<'_>, y: u16, chosen: Option<Style>) {
    if let Some(style) = chosen {
        pen.paint(y, style);
        pen.at(0, y, "▸", style);
    }
}

/// `notice 60 days · renews itself · 36 mo from 1 Apr 2024`.
fn terms(contract: &Contract, today: NaiveDate, theme: &Theme) -> Vec<Word> {
    let mut terms = Vec::new();
    if let (Some(count), Some(unit)) = (contract.notice_count, contract.notice_unit) {
        terms.push(format!("notice {count} {unit}"));
    }
    terms.extend(contract.auto_renews.map(|itself| {
        if itself { "renews itself".to_owned() } else { "does not renew itself".to_owned() }
    }));
    let from = contract.starts_on.map(|day| format!("from {}", phrase::day(day, today)));
    let term = contract.term_months.map(|months| format!("{months} mo"));
    terms.extend(match (term, from) {
        (Some(term), Some(from)) => Some(format!("{term} {from}")),
        (term, from) => term.or(from),
    });
    terms.extend(contract.note.clone());
    let part = |(place, text): (usize, String)| {
        (if place == 0 { text } else { format!(" · {text}") }, theme.dim)
    };
    terms.into_iter().enumerate().map(part).collect()
}

/// `€940k a year now · contraction 1 Jan · €900k a year ago`.
fn arr(revenue: &[Revenue], sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    let Some(now) = arr_on(revenue, sight.today) else {
        let mixed = revenue.iter().any(|entry| entry.kind != RevenueKind::OneTime);
        let says = if mixed { "two currencies, they do not add" } else { "not known yet" };
        return vec![(says.to_owned(), theme.dim)];
    };
    let mut words = vec![(now.signed_short(), theme.strong), (" a year now".to_owned(), theme.dim)];
    let ahead = revenue.iter().filter(|entry| entry.on_date > sight.today);
    if let Some(next) = ahead.min_by_key(|entry| entry.on_date) {
        let day = phrase::day_ahead(next.on_date, sight.today);
        words.push((format!(" · {} {day}", next.kind), theme.state_watch));
    }
    let then = sight.today.checked_sub_months(Months::new(12)).and_then(|day| arr_on(revenue, day));
    if let Some(then) = then.filter(|then| *then != now) {
        words.push((format!(" · {} a year ago", then.signed_short()), theme.dim));
    }
    words
}

/// One entry, and what ARR was after it.
fn line(
    pen: &mut Pen<'_>,
    y: u16,
    entry: &Revenue,
    upto: &[Revenue],
    chosen: Option<Style>,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    mark(pen, y, chosen);
    let style = |style: Style| chosen.unwrap_or(style);
    pen.cell(1, y, WORDS - 2, &phrase::day(entry.on_date, sight.today), style(theme.text));
    pen.cell(WORDS, y, 12, entry.kind.word(), style(theme.dim));
    pen.right(WORDS + 12, y, 8, &moved(entry), style(theme.text));
    let after = if entry.kind == RevenueKind::OneTime {
        String::new()
    } else {
        let after = arr_on(upto, entry.on_date);
        format!("→ {}", after.map_or_else(|| UNKNOWN.to_owned(), Money::short))
    };
    pen.cell(WORDS + 21, y, 8, &after, style(theme.dim));
    let x = WORDS + 30;
    let note = entry.note.as_deref().unwrap_or_default();
    pen.cell(x, y, pen.width().saturating_sub(x + 1), note, style(theme.dim));
}

/// `+40k`, `−5k`.
fn moved(entry: &Revenue) -> String {
    let size = Money { minor: entry.amount.saturating_abs(), currency: entry.currency }.short();
    match entry.amount {
        ..0 => format!("−{size}"),
        0 => size,
        1.. => format!("+{size}"),
    }
}

/// What the history is for, and its key.
fn empty(pen: &mut Pen<'_>, y: u16, sight: &Sight<'_>) {
    let theme = sight.theme;
    let key = |context, action| {
        sight.keymap.key(context, action).map(|key| key.to_string()).unwrap_or_default()
    };
    let add = key(Context::Money, Action::Add);
    let revenue = key(Context::Add, Action::New(What::Revenue));
    pen.at(5, y, "No revenue on record yet.", theme.text);
    let why = format!(
        "What the account is worth a year, and each change of it, stand here: growth, renewals \
         and whom to see first are counted from them. {add} {revenue} writes the first entry."
    );
    let room = pen.width().saturating_sub(10);
    for (line, text) in text::wrap(&why, usize::from(room)).iter().enumerate() {
        pen.at(5, y + 1 + line as u16, text, theme.dim);
    }
}

#[cfg(test)]
mod tests;
