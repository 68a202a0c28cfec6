//! The cells of a paste: which column is which, by its title or by what stands in it.

use super::Notice;
use crate::domain::account::contract::NoticeUnit;
use crate::domain::money::{Currency, Money};
use crate::domain::when;
use crate::exchange::import::amount::{Decimals, amount};
use crate::exchange::import::day::{DayOrder, Told, day, order_of};
use crate::exchange::import::table;
use chrono::NaiveDate;

/// One row, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub number: u64,
    pub name: String,
    pub arr: Option<Money>,
    pub ends: Option<NaiveDate>,
    pub notice: Option<Notice>,
    /// Cells that could not be read, in words.
    pub faults: Vec<String>,
}

/// All rows, and how the columns were understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub lines: Vec<Line>,
    pub columns: String,
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Arr,
    Ends,
    Notice,
}

/// Words in the titles of columns, those of a column before those that several could mean.
const TITLES: [(Column, &[&str]); 4] = [
    (Column::Notice, &["notice"]),
    (Column::Ends, &["end", "ends", "expires", "expiry", "renewal", "renews", "until", "term"]),
    (
        Column::Arr,
        &["arr", "acv", "annual", "yearly", "revenue", "value", "amount", "fee", "contract value"],
    ),
    (
        Column::Name,
        &[
            "name",
            "account",
            "customer",
            "client",
            "company",
            "firm",
            "organisation",
            "organization",
        ],
    ),
];

/// Reads tabs, semicolons or commas between the cells, with or without a line of titles.
pub fn read(text: &str, currency: Currency, today: NaiveDate) -> Table {
    let delimiter = if text.contains('\t') { b'\t' } else { table::delimiters(text)[0] };
    let rows: Vec<(u64, Vec<String>)> = table::lines(text, delimiter)
        .into_iter()
        .map(|row| (row.line, row.cells.iter().map(|cell| cell.trim().to_owned()).collect()))
        .collect();
    let Some((_, first)) = rows.first() else { return Table::default() };
    let figure = |cell: &String| {
        written_day(cell, DayOrder::DayFirst, today).is_some()
            || written_amount(cell, currency, Decimals::Untold).is_some()
    };
    let has_titles = first.iter().any(|cell| title(cell).is_some()) && !first.iter().any(figure);
    let titles = has_titles.then_some(first.as_slice());
    let body = &rows[usize::from(has_titles)..];
    let columns = columns(titles, body, currency, today);
    let cells = |column: Column| {
        let place = columns.iter().find(|(of, _)| *of == column).map(|(_, place)| *place);
        place.map(|place| (place, body.iter().filter_map(move |(_, row)| row.get(place))))
    };
    let order = match cells(Column::Ends).map(|(_, cells)| order_of(cells.map(String::as_str))) {
        Some(Told::Order(order)) => order,
        _ => DayOrder::DayFirst,
    };
    let decimals = cells(Column::Arr)
        .map_or(Decimals::Untold, |(_, cells)| Decimals::told(cells.map(String::as_str)));
    let unit = cells(Column::Notice)
        .and_then(|(place, _)| titles?.get(place))
        .and_then(|title| words(title).iter().find_map(|word| unit(word)));
    let lines = body.iter().map(|(number, row)| {
        let cell = |column: Column| {
            let place = columns.iter().find(|(of, _)| *of == column)?.1;
            row.get(place).map(String::as_str).filter(|cell| !cell.is_empty() && *cell != "-")
        };
        let mut line = Line {
            number: *number,
            name: cell(Column::Name).unwrap_or_default().to_owned(),
            ..Line::default()
        };
        if let Some(cell) = cell(Column::Arr) {
            line.arr = written_amount(cell, currency, decimals);
            if line.arr.is_none() {
                line.faults.push(format!("“{cell}” is no amount"));
            }
        }
        if let Some(cell) = cell(Column::Ends) {
            line.ends = written_day(cell, order, today);
            if line.ends.is_none() {
                line.faults.push(format!("“{cell}” is no day"));
            }
        }
        if let Some(cell) = cell(Column::Notice) {
            line.notice = written_notice(cell, unit);
            if line.notice.is_none() {
                line.faults.push(format!("notice “{cell}”: days, weeks or months?"));
            }
        }
        line
    });
    let lines = lines.collect();
    Table { lines, columns: understood(&columns, titles) }
}

/// Whether a cell may stand in a column.
type Fits<'a> = &'a dyn Fn(&str) -> bool;

/// Which column is which: by the titles, and by what stands in them where there are none.
fn columns(
    titles: Option<&[String]>,
    body: &[(u64, Vec<String>)],
    currency: Currency,
    today: NaiveDate,
) -> Vec<(Column, usize)> {
    let mut found: Vec<(Column, usize)> = Vec::new();
    let width = body.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let free = |found: &[(Column, usize)], place: usize| found.iter().all(|(_, at)| *at != place);
    for (place, title_of) in titles.into_iter().flatten().enumerate() {
        if let Some(column) = title(title_of)
            && found.iter().all(|(one, _)| *one != column)
        {
            found.push((column, place));
        }
    }
    let mostly = |place: usize, fits: Fits<'_>| {
        let cells =
            || body.iter().filter_map(|(_, row)| row.get(place)).filter(|cell| !cell.is_empty());
        let all = cells().count();
        all > 0 && cells().filter(|cell| fits(cell)).count() * 2 > all
    };
    let is_day = |cell: &str| written_day(cell, DayOrder::DayFirst, today).is_some();
    let is_amount = |cell: &str| written_amount(cell, currency, Decimals::Untold).is_some();
    let is_notice = |cell: &str| written_notice(cell, None).is_some();
    let wanted: [(Column, Fits<'_>); 4] = [
        (Column::Name, &|cell| !is_day(cell) && !is_amount(cell) && !is_notice(cell)),
        (Column::Ends, &is_day),
        (Column::Notice, &|cell| is_notice(cell) && !is_day(cell)),
        (Column::Arr, &|cell| is_amount(cell) && !is_day(cell)),
    ];
    // Titles say which column is which; without them what stands in it does.
    for (column, fits) in wanted {
        let known = found.iter().any(|(one, _)| *one == column);
        if known || (titles.is_some() && column != Column::Name) {
            continue;
        }
        let place = (0..width).find(|place| free(&found, *place) && mostly(*place, fits));
        found.extend(place.map(|place| (column, place)));
    }
    found
}

/// What a title says of its column.
fn title(cell: &str) -> Option<Column> {
    let words = words(cell);
    TITLES.into_iter().find_map(|(column, said)| {
        said.iter().any(|one| words.iter().any(|word| word == one)).then_some(column)
    })
}

fn words(cell: &str) -> Vec<String> {
    let cell = cell.to_lowercase();
    cell.split(|sign: char| !sign.is_alphanumeric()).map(str::to_owned).collect()
}

/// A day as files write it, else as people do; a number alone is none.
fn written_day(cell: &str, order: DayOrder, today: NaiveDate) -> Option<NaiveDate> {
    day(cell, order).or_else(|| {
        let told = cell.chars().any(char::is_alphabetic) || cell.contains(['/', '.', '-']);
        let amount = written_amount(cell, Currency::EUR, Decimals::Untold).is_some();
        (told && !amount && written_notice(cell, None).is_none())
            .then(|| when::day(cell, today))
            .flatten()
    })
}

/// An amount as files write it, else as people do.
fn written_amount(cell: &str, currency: Currency, decimals: Decimals) -> Option<Money> {
    amount(cell, currency, decimals).ok().or_else(|| Money::typed(cell, currency))
}

/// `3 months`, `90 d`, `12w`; a number alone takes the unit of the column's title.
fn written_notice(cell: &str, titled: Option<NoticeUnit>) -> Option<Notice> {
    let cell = cell.trim().to_lowercase();
    let digits = cell.chars().take_while(char::is_ascii_digit).count();
    let number: String = cell.chars().take(digits).collect();
    let rest: String = cell.chars().skip(digits).collect();
    let count: i64 = number.parse().ok().filter(|count| (0..=1_000).contains(count))?;
    let unit = match rest.trim().trim_end_matches('.') {
        "" => titled?,
        word => unit(word)?,
    };
    Some((count, unit))
}

fn unit(word: &str) -> Option<NoticeUnit> {
    match word {
        "d" | "day" | "days" | "tage" => Some(NoticeUnit::Days),
        "w" | "wk" | "week" | "weeks" | "wochen" => Some(NoticeUnit::Weeks),
        "m" | "mo" | "month" | "months" | "monate" => Some(NoticeUnit::Months),
        _ => None,
    }
}

/// `name · ARR (“Annual fee”) · end`.
fn understood(columns: &[(Column, usize)], titles: Option<&[String]>) -> String {
    let mut parts = Vec::new();
    for (column, name) in [
        (Column::Name, "name"),
        (Column::Arr, "ARR"),
        (Column::Ends, "end"),
        (Column::Notice, "notice"),
    ] {
        let Some((_, place)) = columns.iter().find(|(one, _)| *one == column) else { continue };
        let written = titles.and_then(|titles| titles.get(*place));
        parts.push(match written.filter(|title| !title.eq_ignore_ascii_case(name)) {
            Some(title) => format!("{name} (“{title}”)"),
            None => name.to_owned(),
        });
    }
    parts.join(" · ")
}
