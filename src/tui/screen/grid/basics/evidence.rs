//! What the chosen cell rests on: the records behind it, and what can be typed.

use super::super::page::Chosen;
use super::chosen;
use crate::domain::book::row::Dossier;
use crate::domain::day;
use crate::domain::grid::basics::{Basics, Column};
use crate::domain::money::Money;
use crate::domain::renewal::{act_by, dates};
use crate::domain::revenue::history::history;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Word;

/// Entries of the revenue history that are told.
const ENTRIES: usize = 3;

/// Which word of the trade explains a column.
pub(super) const fn concept(column: Column) -> &'static str {
    match column {
        Column::Arr => "arr",
        Column::Ends | Column::Notice | Column::Auto => "act-by date",
        Column::Tier => "tier",
        Column::Stage => "stage",
        Column::Step => "step",
    }
}

/// `Contoso ─ ends 31 Mar 2027`.
pub(super) fn heading(on: &Chosen<'_>, sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    let (Some(line), Some((basics, spec))) = (on.line(), chosen(on)) else { return Vec::new() };
    if on.is_range() {
        let (rows, columns) = (on.rows().count(), on.columns().count());
        return vec![(format!("{rows} accounts × {columns}"), theme.title)];
    }
    let shown = (spec.shown)(basics, sight.today).unwrap_or_else(|| match spec.column {
        Column::Step | Column::Tier | Column::Stage => "none".to_owned(),
        _ => "not known".to_owned(),
    });
    vec![
        (line.book.name.clone(), theme.title),
        (" ─ ".to_owned(), theme.border),
        (format!("{} {shown}", spec.title), theme.text),
    ]
}

pub(super) fn below(on: &Chosen<'_>, sight: &Sight<'_>) -> Vec<Vec<Word>> {
    let theme = sight.theme;
    let Some((basics, spec)) = chosen(on) else { return Vec::new() };
    let read = sight.dossier.filter(|read| read.records.account.id == basics.account);
    let mut lines: Vec<Vec<Word>> = Vec::new();
    if !on.is_range() {
        let told = match spec.column {
            Column::Arr => read.map(|read| money(read, sight)).unwrap_or_default(),
            Column::Ends | Column::Notice | Column::Auto => contract(basics, sight),
            Column::Tier => tier(read, sight),
            Column::Stage => Vec::new(),
            Column::Step => step(basics, sight),
        };
        lines.extend(told.into_iter().map(|text| vec![(text, theme.text)]));
    }
    lines.push(vec![("type ".to_owned(), theme.dim), (spec.hint.to_owned(), theme.dim)]);
    let ends = match spec.column {
        // A step is never unknown: it ends.
        Column::Step => ("Space", "done"),
        _ => ("?", "nobody knows"),
    };
    let keys = [("\"", "as above"), (".", "again"), ends, ("Enter", "mend it")];
    let mut words: Vec<Word> = Vec::new();
    for (key, does) in keys {
        let gap = if words.is_empty() { "" } else { "  " };
        words.push((format!("{gap}{key}"), theme.key));
        words.push((format!(" {does}"), theme.dim));
    }
    lines.push(words);
    if spec.column == Column::Step {
        let says = "Letters are text here: ← first for keys as u undo, q quit.";
        lines.push(vec![(says.to_owned(), theme.dim)]);
    }
    lines
}

/// The newest entries: `3 May 2024 expansion +€140k, €940k from then on`.
fn money(read: &Dossier, sight: &Sight<'_>) -> Vec<String> {
    let entries = history(&read.records.revenue, sight.today);
    if entries.is_empty() {
        return vec!["No entry in its revenue history yet: a figure begins it.".to_owned()];
    }
    let told = entries.iter().take(ENTRIES).map(|entry| {
        let on = day::day(entry.on_date, sight.today);
        let then = entry.arr.map_or_else(String::new, |arr| format!(" → {}", arr.signed_short()));
        format!("{on} {} {}{then}", entry.kind, Money::moved(entry.amount))
    });
    vec![told.collect::<Vec<_>>().join(" · ")]
}

/// `notice by 30 Jan (69 d) · ends 31 Mar · renews by itself · renewal in talks`.
fn contract(basics: &Basics, sight: &Sight<'_>) -> Vec<String> {
    let Some(contract) = &basics.contract else {
        return vec!["No contract on record: what is typed here begins one.".to_owned()];
    };
    let mut parts = Vec::new();
    parts.extend(act_by(contract).map(|act| dates(act, sight.today)));
    parts.extend(
        contract
            .auto_renews
            .map(|itself| if itself { "renews by itself" } else { "ends by itself" }.to_owned()),
    );
    parts.push(format!("renewal {}", contract.renewal));
    vec![parts.join(" · ")]
}

fn tier(read: Option<&Dossier>, sight: &Sight<'_>) -> Vec<String> {
    let Some(read) = read else { return Vec::new() };
    let account = &read.records.account;
    let talk = sight.rules.talk_every(account);
    let review = sight.rules.review_every(account);
    vec![format!("A talk every {}, your own review every {}.", day::days(talk), day::days(review))]
}

/// `“Call Dana” by Fri 27 Nov, in 5 d · me · loose`.
fn step(basics: &Basics, sight: &Sight<'_>) -> Vec<String> {
    let Some(step) = &basics.step else {
        return vec!["No dated step is open.".to_owned()];
    };
    let mut parts = vec![match step.due_on {
        Some(due) => format!("“{}” by {}", step.title, day::near(due, sight.today)),
        None => format!("“{}”", step.title),
    }];
    parts.push(step.owner_name.clone().unwrap_or_else(|| step.owner.to_string()));
    parts.push(if step.plan_id.is_some() { "of the plan" } else { "loose" }.to_owned());
    vec![parts.join(" · ")]
}
