//! What they got out of it: the results of this quarter and the one before.

use crate::domain::day::day;
use crate::domain::growth::value::{ValueLine, ValueSummary, confirmed};
use crate::domain::page::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::revenue::value_item;
use crate::domain::score::factor::plain;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let value = &case.picture.growth.value;
    let quarters = [&value.this_quarter, &value.last_quarter];
    let says = |quarter: &ValueSummary| quarter.says.trim_end_matches('.').to_owned();
    let ground = Ground::new("Value delivered", "value item")
        .say(value.this_quarter.says.clone())
        .say(value.last_quarter.says.clone())
        .say(value.light.clone().unwrap_or_default())
        .on(quarters.iter().flat_map(|quarter| &quarter.items).map(proof));
    let title = Line::part("Value", vec![Span::text(says(&value.this_quarter))]);
    let mut lines = vec![title.with(Entry::figure("value", ground))];
    for quarter in quarters {
        lines.extend(quarter.items.iter().map(|item| line(case, item)));
    }
    lines.extend(value.light.as_ref().map(|says| Line::prose(format!("→ {says}"))));
    lines.push(Line::offer("a result they got", Link::new(Kind::ValueItem), "value item"));
    lines
}

/// `12.5 hours`, `–`.
fn amount(item: &ValueLine) -> String {
    match (item.amount, item.unit.as_deref()) {
        (Some(amount), Some(unit)) => format!("{} {unit}", plain(amount)),
        (Some(amount), None) => plain(amount),
        (None, _) => "–".to_owned(),
    }
}

fn proof(item: &ValueLine) -> Proof {
    let by = match &item.confirmed_by {
        Some(who) => format!("confirmed by {who}"),
        None => "not confirmed".to_owned(),
    };
    let text = format!("{}: {}, {by}", item.result, amount(item));
    Proof::of(text, item.on_date, Link::to(Kind::ValueItem, item.id))
}

fn line(case: &Case<'_>, item: &ValueLine) -> Line {
    let said = match (&item.confirmed_by, item.confirmed_on) {
        (Some(who), Some(on)) => {
            Span::healthy(format!("confirmed by {who}, {}", day(on, case.today)))
        }
        (Some(who), None) => Span::healthy(format!("confirmed by {who}")),
        (None, _) => Span::watch("not confirmed"),
    };
    let what = item.note.as_ref().or(item.source.as_ref());
    let mut last = vec![said];
    last.extend(what.map(|text| Span::dim(format!(" · {text}"))));
    let cells = vec![
        Cell::left(11, vec![Span::dim(day(item.on_date, case.today))]),
        Cell::left(11, vec![Span::text(item.result.word())]),
        Cell::right(16, vec![Span::text(amount(item))]),
        Cell::rest(last),
    ];
    let ground = Ground::new(format!("{}: {}", item.result, amount(item)), "value item")
        .say(item.note.clone().unwrap_or_default())
        .say(item.source.as_deref().map(|one| format!("Source: {one}.")).unwrap_or_default())
        .on([proof(item)]);
    let mut entry = Entry::record(Link::to(Kind::ValueItem, item.id), ground);
    entry.doing = confirming(case, item);
    Line::row(cells).with(entry)
}

/// The client said so today.
fn confirming(case: &Case<'_>, item: &ValueLine) -> Option<Doing> {
    let record = case.records.values.iter().find(|one| one.id == item.id)?;
    if confirmed(record, case.today) {
        return None;
    }
    let fields = vec![value_item::Field::ConfirmedOn(Some(case.today))];
    Some(Doing {
        says: "confirmed",
        label: format!(
            "{}: the client confirmed {} {}",
            case.records.account.name,
            item.result,
            amount(item)
        ),
        expected: record.expects(&fields),
        changes: vec![value_item::Change::Edited { id: record.id, fields }.into()],
    })
}
