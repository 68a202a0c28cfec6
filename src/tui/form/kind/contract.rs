//! The contract that ends last, or a first one.

use crate::desk::{Act, Commit};
use crate::domain::account::contract::{self, Contract, LONGEST_NOTICE, NoticeUnit, Renewal};
use crate::domain::cell::Id;
use crate::domain::{day, renewal};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

/// The longest term that is no slip of the finger.
const MOST_MONTHS: i64 = 600;

pub(super) fn spec(_subject: &Subject, facts: &Facts) -> Option<Spec> {
    let old = facts.dossier.as_ref()?.records.contract.clone();
    let contract = old.unwrap_or_else(|| Contract::of(Id(0)));
    let renewal = Choice::words(Renewal::ALL);
    let mut fields = end(&contract);
    fields.extend([
        FieldSpec::new(
            "renewal",
            "renewal",
            FieldKind::Choice { options: renewal, none: false },
            contract.renewal.word(),
        ),
        FieldSpec::new("starts_on", "since", FieldKind::Day, typed(contract.starts_on)),
        FieldSpec::new(
            "term_months",
            "term, months",
            FieldKind::Whole { least: 0, most: MOST_MONTHS },
            contract.term_months.map_or_else(String::new, |months| months.to_string()),
        ),
        FieldSpec::new("note", "note", FieldKind::Lines, contract.note.unwrap_or_default()),
    ]);
    Some(Spec { title: format!("Contract with {}", facts.name()), lead: Vec::new(), fields })
}

pub(super) fn save(_subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let records = &facts.dossier.as_ref()?.records;
    let old = records.contract.clone();
    let mut new = old.clone().unwrap_or_else(|| Contract::of(records.account.id));
    take_end(&mut new, values);
    new.renewal = values.word("renewal", Renewal::from_word).unwrap_or(Renewal::NotStarted);
    new.starts_on = values.day("starts_on");
    new.term_months = values.whole("term_months", 0, MOST_MONTHS);
    new.note = values.text("note");
    if let (Some(start), Some(end)) = (new.starts_on, new.ends_on)
        && end <= start
    {
        values.wrong("ends_on", "the end comes after the start");
    }
    let act = Act::edit(label(&new, old.as_ref(), facts), Some(records.account.id));
    Some(match old {
        None if new == Contract::of(new.account_id) => Commit::new(act, Vec::new()),
        None => Commit::new(act, vec![contract::Change::Added(new).into()]),
        Some(old) => {
            let fields = new.fields_changed_from(&old);
            let expected = old.expects(&fields);
            let changes = if fields.is_empty() {
                Vec::new()
            } else {
                vec![contract::Change::Edited { id: old.id, fields }.into()]
            };
            Commit::new(act, changes).expecting(expected)
        }
    })
}

/// The fields that say by when to act.
pub(super) fn end(contract: &Contract) -> Vec<FieldSpec> {
    let unit = contract.notice_unit.unwrap_or(NoticeUnit::Months);
    let units = Choice::words(NoticeUnit::ALL);
    // As the cell holds it, so that what another program wrote there can be taken over.
    let itself = vec![Choice::new("1", "yes"), Choice::new("0", "no")];
    vec![
        FieldSpec::new("ends_on", "contract ends", FieldKind::Day, typed(contract.ends_on))
            .hint("the last day of its term, as 31 mar"),
        FieldSpec::new(
            "notice_count",
            "notice",
            FieldKind::Whole { least: 0, most: LONGEST_NOTICE },
            contract.notice_count.map_or_else(String::new, |count| count.to_string()),
        )
        .hint("how many days, weeks or months before"),
        FieldSpec::new(
            "notice_unit",
            "of",
            FieldKind::Choice { options: units, none: false },
            unit.word(),
        ),
        FieldSpec::new(
            "auto_renews",
            "renews by itself",
            FieldKind::Choice { options: itself, none: true },
            contract.auto_renews.map_or("", |itself| if itself { "1" } else { "0" }),
        ),
    ]
}

/// Reads those fields back.
pub(super) fn take_end(contract: &mut Contract, values: &Values<'_>) {
    contract.ends_on = values.day("ends_on");
    contract.notice_count = values.whole("notice_count", 0, LONGEST_NOTICE);
    let unit = values.word("notice_unit", NoticeUnit::from_word);
    // A unit alone is no notice; it stays where a file has brought it in alone.
    if contract.notice_count.is_some() {
        contract.notice_unit = unit.or(Some(NoticeUnit::Months));
    } else if values.text("notice_count").is_none() {
        contract.notice_unit = None;
    }
    contract.auto_renews = match values.text("auto_renews").as_deref() {
        Some("1") => Some(true),
        Some("0") => Some(false),
        _ => None,
    };
}

fn typed(on: Option<NaiveDate>) -> String {
    on.map_or_else(String::new, day::typed)
}

/// `Contoso: contract ends 31 Mar, act by 30 Jan`, `Contoso: renewal in talks`.
fn label(new: &Contract, old: Option<&Contract>, facts: &Facts) -> String {
    let name = facts.name();
    let dates = |contract: &Contract| renewal::act_by(contract);
    if let Some(old) = old
        && dates(old) == dates(new)
    {
        return if old.renewal == new.renewal {
            format!("{name}: contract")
        } else {
            format!("{name}: renewal {}", new.renewal)
        };
    }
    match dates(new) {
        None => format!("{name}: contract"),
        Some(found) => {
            let ends = day::day(found.ends_on, facts.today);
            let act_by = day::day(found.act_by, facts.today);
            if found.act_by == found.ends_on {
                format!("{name}: contract ends {ends}")
            } else {
                format!("{name}: contract ends {ends}, act by {act_by}")
            }
        }
    }
}

#[cfg(test)]
mod tests;
