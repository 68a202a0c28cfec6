//! Between a cell and the field that shows it: its text, its choices, and what was typed.

use super::Setting;
use super::cells::Cells;
use super::row::{Ask, Row};
use crate::domain::cell::{Id, Value};
use crate::domain::day;
use crate::domain::money::{Currency, Money};
use crate::domain::signal::table::SIGNALS;
use crate::text;
use crate::tui::form::kind::who;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec};
use crate::tui::form::values::Values;
use chrono::NaiveDate;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The field of a row; `text` is what stands in it.
pub(super) fn field(row: &Row, cells: &Cells, text: String, setting: &Setting<'_>) -> FieldSpec {
    let one = |options: Vec<Choice>| {
        // What has to be chosen and is chosen already can only be chosen anew.
        let none = row.need.is_none() || text.is_empty();
        FieldKind::Choice { options, none }
    };
    let named: Vec<Id> = text.split(',').filter_map(|id| id.parse().ok().map(Id)).collect();
    let kind = match row.ask {
        Ask::Line => FieldKind::Line,
        Ask::Number => FieldKind::Number,
        Ask::Lines => FieldKind::Lines,
        Ask::Day => FieldKind::Day,
        Ask::Money(column) => FieldKind::Amount(currency(column, cells, setting)),
        Ask::Whole(least, most) => FieldKind::Whole { least, most },
        Ask::Word(words) | Ask::Numbered(words) => one(words(setting)),
        Ask::Words(words) => FieldKind::Many { options: words(setting) },
        Ask::YesNo => one(Choice::yes_no()),
        Ask::Month => one(months()),
        Ask::Person => one(who::of(setting.records, &named)),
        Ask::People if cells.id.0 > 0 => one(who::of(setting.records, &named)),
        Ask::People => FieldKind::Many { options: who::of(setting.records, &named) },
        Ask::Colleague => one(setting.colleagues_to_choose(&named)),
        Ask::Opportunity => one(setting.opportunities_to_choose(&named)),
        Ask::Offering => one(setting.offerings_to_choose(&named)),
        Ask::Unit => one(setting.units_to_choose()),
        Ask::Signal => one(signals()),
    };
    FieldSpec::new(row.column, row.label, kind, text).hint(row.hint)
}

fn months() -> Vec<Choice> {
    let number = |(place, name): (usize, &&str)| Choice::new((place + 1).to_string(), *name);
    MONTHS.iter().enumerate().map(number).collect()
}

fn signals() -> Vec<Choice> {
    SIGNALS.iter().map(|rule| Choice::new(rule.code, text::capital(rule.title))).collect()
}

/// The currency of an amount: its own, else that of the book.
fn currency(column: &str, cells: &Cells, setting: &Setting<'_>) -> Currency {
    Currency::from_code(cells.text_in(column)).unwrap_or(setting.rules.exchange.base)
}

/// What a cell holds, as it stands in a field.
pub(super) fn shown(row: &Row, cells: &Cells, setting: &Setting<'_>) -> String {
    match (cells.get(row.column), row.ask) {
        (Value::Null, _) => String::new(),
        (Value::Text(text), Ask::Day) => {
            text.parse::<NaiveDate>().map_or_else(|_| text.clone(), day::typed)
        }
        (Value::Text(text), _) => text.clone(),
        (Value::Real(number), _) => number.to_string(),
        (Value::Int(minor), Ask::Money(column)) => {
            let currency = currency(column, cells, setting);
            Money { minor: *minor, currency }.plain(currency)
        }
        (Value::Int(number), Ask::YesNo) => {
            if *number == 0 {
                "no".to_owned()
            } else {
                "yes".to_owned()
            }
        }
        (Value::Int(number) | Value::Ref(number), _) => number.to_string(),
    }
}

/// Reads what was typed into its cell; what is wrong is noted.
pub(super) fn take(row: &Row, cells: &mut Cells, setting: &Setting<'_>, values: &Values<'_>) {
    let key = row.column;
    let text = || values.text(key).map_or(Value::Null, Value::Text);
    let whole = |number: Option<i64>| number.map_or(Value::Null, Value::Int);
    let value = match row.ask {
        Ask::Line | Ask::Lines | Ask::Signal => text(),
        Ask::Day => values
            .day(key)
            .map_or(Value::Null, |day| Value::Text(day.format("%Y-%m-%d").to_string())),
        Ask::Money(column) => {
            let amount = values.amount(key, currency(column, cells, setting));
            let code = |amount: Money| Value::Text(amount.currency.code().to_owned());
            cells.set(column, amount.map_or(Value::Null, code));
            whole(amount.map(|amount| amount.minor))
        }
        Ask::Whole(least, most) => whole(values.whole(key, least, most)),
        Ask::Number => values.number(key).map_or(Value::Null, Value::Real),
        Ask::Word(words) => match values.text(key) {
            Some(word) if words(setting).iter().all(|one| one.key != word) => {
                values.wrong(key, format!("“{word}” is none of the words that stand here"));
                Value::Null
            }
            word => word.map_or(Value::Null, Value::Text),
        },
        // A set without words is an empty text.
        Ask::Words(_) => Value::Text(values.text(key).unwrap_or_default()),
        Ask::YesNo => whole(values.yes(key).map(i64::from)),
        Ask::Month => whole(values.whole(key, 1, 12)),
        Ask::Numbered(words) => {
            let typed =
                values.text(key).filter(|text| words(setting).iter().any(|one| one.key == *text));
            whole(typed.and_then(|text| text.parse().ok()))
        }
        Ask::People if cells.id.0 <= 0 => {
            values.ids(key).first().map_or(Value::Null, |id| Value::Ref(id.0))
        }
        Ask::Person
        | Ask::People
        | Ask::Colleague
        | Ask::Opportunity
        | Ask::Offering
        | Ask::Unit => values.id(key).map_or(Value::Null, |id| Value::Ref(id.0)),
    };
    if let Some(says) = row.need
        && values.text(key).is_none()
    {
        values.wrong(key, says);
    }
    cells.set(key, value);
}
