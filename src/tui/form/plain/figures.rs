//! The figures of one day in one form: usage, tickets, invoices. Each that is typed is a record of
//! its own; a form opened on one shows all of its day.

use super::Plain;
use super::cells::Cells;
use super::growth::{figure, not_ahead};
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::desk::{Act, Commit};
use crate::domain::account::metric::{self, Metric, MetricKind};
use crate::domain::cell::Id;
use crate::domain::day;
use crate::domain::page::Kind;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

pub(super) const FORMS: &[Plain] = &[FIGURES];

/// The fields, each with the kind of figure it holds.
const FIELDS: [(&str, MetricKind); 10] = [
    ("features_used", MetricKind::FeaturesUsed),
    ("features_total", MetricKind::FeaturesTotal),
    ("seats_active", MetricKind::SeatsActive),
    ("seats_licensed", MetricKind::SeatsLicensed),
    ("tickets_severe", MetricKind::TicketsSevere),
    ("tickets_medium", MetricKind::TicketsMedium),
    ("tickets_minor", MetricKind::TicketsMinor),
    ("response_hours", MetricKind::ResponseHours),
    ("response_norm", MetricKind::ResponseNorm),
    ("days_late", MetricKind::InvoiceDaysLate),
];

/// What seldom changes stands there already, and is written where the figure beside it is.
const CARRIED: [(MetricKind, MetricKind); 3] = [
    (MetricKind::FeaturesTotal, MetricKind::FeaturesUsed),
    (MetricKind::SeatsLicensed, MetricKind::SeatsActive),
    (MetricKind::ResponseNorm, MetricKind::ResponseHours),
];

macro_rules! figure {
    ($place:literal, $label:literal, $hint:literal) => {
        Row::new(FIELDS[$place].0, $label, Ask::Number)
            .hint($hint)
            .first(First::Of(|setting| stands(setting, FIELDS[$place].1)))
    };
}

const ROWS: &[Row] = &[
    Row::new("on_date", "as of", Ask::Day).needed("on which day?").first(First::Today),
    figure!(0, "features in use", "core features that they use"),
    figure!(1, "features there are", "core features there are for them"),
    figure!(2, "seats active", "people who use it"),
    figure!(3, "seats licensed", "seats they pay for"),
    figure!(4, "tickets, severity 1", "open ones of the worst kind"),
    figure!(5, "tickets, severity 2", "open ones"),
    figure!(6, "tickets, severity 3", "open ones"),
    figure!(7, "first answer, hours", "hours until you answer, the median"),
    figure!(8, "agreed hours", "what was agreed with them"),
    figure!(9, "invoice, days late", "how late the last one was paid; 0 in time"),
    Row::new("note", "note", Ask::Line).hint("where the figures come from"),
];

const FIGURES: Plain = Plain::new(Kind::Metric, ("figure", "figures"), ROWS, |setting, cells| {
    let one = cells.record::<Metric>()?;
    Some(format!("{} {}", told(&one), day::day(one.on_date, setting.today)))
})
.lead(|setting| last(setting).into_iter().collect())
.settle(|setting, cells, values| {
    not_ahead(setting, "on_date", cells, values);
    let typed = typed(values);
    for (key, _) in typed.iter().filter_map(|(kind, amount)| {
        (*amount < 0.0).then(|| FIELDS.iter().find(|(_, one)| one == kind)).flatten()
    }) {
        values.wrong(key, "0 or more");
    }
    if setting.old.is_none() {
        let counts =
            |(kind, amount): &&(MetricKind, f64)| !only_carried(setting, *kind, *amount, &typed);
        match typed.iter().find(counts) {
            Some((kind, amount)) => put(cells, *kind, *amount),
            None => values.wrong(FIELDS[0].0, "one figure at least"),
        }
    }
})
.also(|setting, cells, values, commit| {
    if let Some(whole) = whole_day(setting, cells, values) {
        *commit = whole;
    }
});

fn put(cells: &mut Cells, kind: MetricKind, amount: f64) {
    use crate::domain::cell::Cell;
    cells.set("kind", kind.store());
    cells.set("amount", amount.store());
}

/// `seats active 40`, `2 tickets severity 1`.
fn told(one: &Metric) -> String {
    use MetricKind::{TicketsMedium, TicketsMinor, TicketsSevere};
    let (kind, amount) = (one.kind, figure(one.amount));
    match kind {
        TicketsSevere | TicketsMedium | TicketsMinor => format!("{amount} {kind}"),
        _ => format!("{kind} {amount}"),
    }
}

/// The figures that stand in the form.
fn typed(values: &Values<'_>) -> Vec<(MetricKind, f64)> {
    FIELDS.iter().filter_map(|(key, kind)| Some((*kind, values.number(key)?))).collect()
}

fn metrics<'a>(setting: &Setting<'a>) -> &'a [Metric] {
    setting.records.map_or(&[], |records| &records.metrics)
}

/// The figure of a kind on a day: the one written last.
fn held<'a>(setting: &Setting<'a>, kind: MetricKind, on: NaiveDate) -> Option<&'a Metric> {
    let same = |one: &&Metric| one.kind == kind && one.on_date == on;
    metrics(setting).iter().filter(same).max_by_key(|one| one.id)
}

/// The newest figure of a kind.
fn newest<'a>(setting: &Setting<'a>, kind: MetricKind) -> Option<&'a Metric> {
    setting.records?.newest_metric(kind, setting.today)
}

/// What stands in the field of a figure at first: that of the day which is edited; in a new form
/// what seldom changes.
fn stands(setting: &Setting<'_>, kind: MetricKind) -> String {
    let found = match edited(setting) {
        Some(old) if old.kind == kind => return old.amount.to_string(),
        Some(old) => held(setting, kind, old.on_date),
        None if CARRIED.iter().any(|(carried, _)| *carried == kind) => newest(setting, kind),
        None => None,
    };
    found.map(|one| one.amount.to_string()).unwrap_or_default()
}

/// The figure that the form was opened on.
fn edited(setting: &Setting<'_>) -> Option<Metric> {
    setting.old.and_then(Cells::record)
}

/// It stands there from before, and the figure it belongs to is not typed.
fn only_carried(
    setting: &Setting<'_>,
    kind: MetricKind,
    amount: f64,
    typed: &[(MetricKind, f64)],
) -> bool {
    let Some((_, with)) = CARRIED.iter().find(|(carried, _)| *carried == kind) else {
        return false;
    };
    let same = newest(setting, kind).is_some_and(|one| one.amount.to_bits() == amount.to_bits());
    same && typed.iter().all(|(one, _)| one != with)
}

/// `Last, on 13 Nov: seats active 40, 2 tickets severity 1.`
fn last(setting: &Setting<'_>) -> Option<String> {
    let known: Vec<&Metric> =
        MetricKind::ALL.iter().filter_map(|kind| newest(setting, *kind)).collect();
    let on = known.iter().map(|one| one.on_date).max()?;
    let told: Vec<String> =
        known.iter().filter(|one| one.on_date == on).map(|one| told(one)).collect();
    Some(format!("Last, on {}: {}.", day::day(on, setting.today), told.join(", ")))
}

/// All that the form says of its day, as one step: figures added, corrected, taken away.
fn whole_day(setting: &Setting<'_>, cells: &Cells, values: &Values<'_>) -> Option<Commit> {
    let main = cells.record::<Metric>()?;
    let old = edited(setting);
    let typed = typed(values);
    let mut commit = Commit::new(Act::edit(String::new(), setting.account), Vec::new());
    let mut said = Vec::new();
    for (_, kind) in FIELDS {
        let amount = typed.iter().find(|(one, _)| *one == kind).map(|(_, amount)| *amount);
        let there = match &old {
            Some(old) if old.kind == kind => Some(old.clone()),
            Some(old) => held(setting, kind, old.on_date).cloned(),
            // Two invoices may be paid on one day.
            None if kind == MetricKind::InvoiceDaysLate => None,
            None => held(setting, kind, main.on_date).cloned(),
        };
        match (there, amount) {
            (Some(there), Some(amount)) => {
                let note = match &old {
                    Some(old) if old.id != there.id => there.note.clone(),
                    None if main.note.is_none() => there.note.clone(),
                    _ => main.note.clone(),
                };
                if old.is_none() && only_carried(setting, kind, amount, &typed) {
                    continue;
                }
                let new = Metric { amount, on_date: main.on_date, note, ..there.clone() };
                let fields = new.fields_changed_from(&there);
                if !fields.is_empty() {
                    commit.expected.extend(there.expects(&fields));
                    commit.changes.push(metric::Change::Edited { id: there.id, fields }.into());
                    said.push(told(&new));
                }
            }
            (Some(there), None) if old.is_some() => {
                commit.changes.push(metric::Change::Removed(there.id).into());
                said.push(format!("{} removed", told(&there)));
            }
            (None, Some(amount))
                if old.is_some() || !only_carried(setting, kind, amount, &typed) =>
            {
                let new = Metric { id: Id(0), kind, amount, ..main.clone() };
                said.push(told(&new));
                commit.changes.push(metric::Change::Added(new).into());
            }
            _ => {}
        }
    }
    let on = if main.on_date == setting.today {
        String::new()
    } else {
        format!(" on {}", day::day(main.on_date, setting.today))
    };
    let what = match said.as_slice() {
        [_, _, _, _, ..] => format!("{} figures{on}", said.len()),
        few => format!("{}{on}", few.join(", ")),
    };
    commit.act.label = setting.labelled(&what);
    Some(commit)
}

#[cfg(test)]
mod tests;
