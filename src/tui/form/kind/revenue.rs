//! One entry of the revenue history.

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::day;
use crate::domain::money::{Currency, Money};
use crate::domain::revenue::{self, Revenue, RevenueKind, arr_on};
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let old = entry(subject, facts)?;
    let first = facts.dossier.as_ref()?.records.revenue.is_empty();
    let kind = match &old {
        Some(old) => old.kind,
        None if first => RevenueKind::Opening,
        None => RevenueKind::Expansion,
    };
    let amount = old.as_ref().map_or_else(String::new, |old| {
        // What is taken away is typed without a sign, the kind says it.
        let minor = if takes(old.kind) { old.amount.saturating_abs() } else { old.amount };
        Money { minor, currency: old.currency }.plain(old.currency)
    });
    let on_date = old.as_ref().map_or(facts.today, |old| old.on_date);
    let note = old.as_ref().and_then(|old| old.note.clone()).unwrap_or_default();
    let options = Choice::words(RevenueKind::ALL);
    let currency = currency(old.as_ref(), facts);
    Some(Spec {
        title: format!("Revenue of {}", facts.name()),
        lead: Vec::new(),
        fields: vec![
            FieldSpec::new("amount", "a year", FieldKind::Amount(currency), amount)
                .hint("by how much ARR changes, as 40k"),
            FieldSpec::new("kind", "what", FieldKind::Choice { options, none: false }, kind.word()),
            FieldSpec::new("on_date", "from", FieldKind::Day, day::typed(on_date)),
            FieldSpec::new("note", "note", FieldKind::Line, note),
        ],
    })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let account = facts.dossier.as_ref()?.records.account.id;
    let history = facts.dossier.as_ref()?.records.revenue.as_slice();
    let old = entry(subject, facts)?;
    let on_date = values.day_needed("on_date");
    let kind = values.word("kind", RevenueKind::from_word);
    if kind.is_none() && values.text("kind").is_none() {
        values.wrong("kind", "what is it?");
    }
    let kind = kind?;
    let others: Vec<Revenue> = history
        .iter()
        .filter(|one| old.as_ref().is_none_or(|old| old.id != one.id))
        .cloned()
        .collect();
    if kind == RevenueKind::Opening && others.iter().any(|one| one.kind == kind) {
        values.wrong("kind", "there is an opening already; what comes to it is an expansion");
    }
    let amount = match values.amount("amount", currency(old.as_ref(), facts)) {
        None if kind == RevenueKind::Churn && values.text("amount").is_none() => {
            // All of it.
            arr_on(&others, on_date)
        }
        amount => amount,
    };
    let Some(amount) = amount else {
        if values.text("amount").is_none() {
            values.wrong("amount", "how much a year?");
        }
        return None;
    };
    let minor = match kind {
        RevenueKind::Contraction | RevenueKind::Churn => -amount.minor.saturating_abs(),
        RevenueKind::Price | RevenueKind::OneTime => amount.minor,
        _ if amount.minor < 0 => {
            values.wrong("amount", "less than before is a contraction, all of it a churn");
            0
        }
        _ => amount.minor,
    };
    if minor == 0 && kind != RevenueKind::Opening {
        values.wrong("amount", "an entry of nothing changes nothing");
    }
    let new = Revenue {
        id: old.as_ref().map_or(Id(-1), |old| old.id),
        account_id: account,
        on_date,
        kind,
        amount: minor,
        currency: amount.currency,
        note: values.text("note"),
    };
    let act = Act::edit(label(&new, facts), Some(account));
    Some(match old {
        None => Commit::new(act, vec![revenue::Change::Added(new).into()]),
        Some(old) => {
            let fields = new.fields_changed_from(&old);
            let expected = old.expects(&fields);
            let change = revenue::Change::Edited { id: old.id, fields: fields.clone() };
            let changes = if fields.is_empty() { Vec::new() } else { vec![change.into()] };
            Commit::new(act, changes).expecting(expected)
        }
    })
}

/// The entry that is edited; the outer none: it is gone, the inner one: it is new.
#[expect(clippy::option_option, reason = "gone and new are two things")]
fn entry(subject: &Subject, facts: &Facts) -> Option<Option<Revenue>> {
    let Subject::Revenue { entry, .. } = subject else { return None };
    let history = &facts.dossier.as_ref()?.records.revenue;
    match entry {
        None => Some(None),
        Some(entry) => history.iter().find(|one| one.id == Id(*entry)).cloned().map(Some),
    }
}

/// What an amount without a currency is in: that of the entry, of the ARR, else the book's.
fn currency(old: Option<&Revenue>, facts: &Facts) -> Currency {
    if let Some(old) = old {
        return old.currency;
    }
    let history = facts.dossier.as_ref().map(|dossier| dossier.records.revenue.as_slice());
    let arr = history.and_then(|history| arr_on(history, facts.today));
    arr.map_or(facts.base, |arr| arr.currency)
}

const fn takes(kind: RevenueKind) -> bool {
    matches!(kind, RevenueKind::Contraction | RevenueKind::Churn)
}

/// `Contoso: expansion of €40k on 24 Nov`.
fn label(entry: &Revenue, facts: &Facts) -> String {
    let size = Money { minor: entry.amount.saturating_abs(), currency: entry.currency };
    let on = if entry.on_date == facts.today {
        String::new()
    } else {
        format!(" on {}", day::day(entry.on_date, facts.today))
    };
    let sign = if entry.amount < 0 && !takes(entry.kind) { "−" } else { "" };
    format!("{}: {} of {sign}{}{on}", facts.name(), entry.kind, size.signed_short())
}

#[cfg(test)]
mod tests;
