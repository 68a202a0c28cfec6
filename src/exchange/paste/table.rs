//! The cells of a paste: which column is which, by its title or by what stands in it.

use super::Notice;
use crate::domain::account::contract::{NoticeUnit, notice_typed};
use crate::domain::money::{Currency, Money};
use crate::domain::when::{self, Order};
use crate::exchange::import::amount::{Decimals, amount};
use crate::exchange::import::day::{Told, day, order_of};
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
    /// What was taken as given, or could not be told, in words.
    pub notes: Vec<String>,
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Arr,
    Ends,
    Notice,
}

impl Column {
    const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Arr => "ARR",
            Self::Ends => "end",
            Self::Notice => "notice",
        }
    }
}

/// Words in the titles of columns, those of a column before those that several could mean.
const TITLES: [(Column, &[&str]); 4] = [
    (Column::Notice, &["notice"]),
    (Column::Ends, &["end", "ends", "expires", "expiry", "renewal", "renews", "until", "term"]),
    (Column::Arr, &["arr", "acv", "annual", "yearly", "revenue", "value", "amount", "fee"]),
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

/// Reads tabs, semicolons or commas between the cells, with or without a line of titles. `order`
/// is that of days which could be read either way.
pub fn read(text: &str, currency: Currency, today: NaiveDate, order: Order) -> Table {
    let delimiter = if text.contains('\t') { b'\t' } else { table::delimiters(text)[0] };
    let rows: Vec<(u64, Vec<String>)> = table::lines(text, delimiter)
        .into_iter()
        .map(|row| (row.line, row.cells.iter().map(|cell| cell.trim().to_owned()).collect()))
        .collect();
    let Some((_, first)) = rows.first() else { return Table::default() };
    let figure = |cell: &String| {
        written_day(cell, order, today).is_some() || written_amount(cell, currency).is_some()
    };
    let has_titles = first.iter().any(|cell| title(cell).is_some()) && !first.iter().any(figure);
    let titles = has_titles.then_some(first.as_slice());
    let body = &rows[usize::from(has_titles)..];
    let (columns, mut notes) = columns(titles, body, currency, today);
    let cells = |column: Column| {
        let place = columns.iter().find(|(of, _)| *of == column).map(|(_, place)| *place);
        place.map(|place| (place, body.iter().filter_map(move |(_, row)| row.get(place))))
    };
    let told = cells(Column::Ends).map_or(Told::Nothing, |(_, cells)| {
        let cells: Vec<String> = cells.map(|cell| with_century(cell)).collect();
        order_of(cells.iter().map(String::as_str))
    });
    let order = match told {
        Told::Order(order) => order,
        _ => order,
    };
    if told == Told::Either {
        let first = match order {
            Order::DayFirst => "day",
            Order::MonthFirst => "month",
        };
        notes.push(format!("Days such as 03/04/2027 are read with the {first} first."));
    }
    let decimals = cells(Column::Arr).map_or(Decimals::Untold, |(_, cells)| {
        // `1.2m` does not tell how `64.000` is meant.
        let plain = |cell: &&str| amount(cell, currency, Decimals::Untold).is_ok();
        Decimals::told(cells.map(String::as_str).filter(plain))
    });
    let unit = cells(Column::Notice)
        .and_then(|(place, _)| titles?.get(place))
        .and_then(|title| words(title).iter().find_map(|word| NoticeUnit::typed(word)));
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
            match told_amount(cell, currency, decimals) {
                Ok(amount) => line.arr = Some(amount),
                Err(why) => line.faults.push(why),
            }
        }
        if let Some(cell) = cell(Column::Ends) {
            match told_day(cell, told, order, today) {
                Ok(day) => line.ends = Some(day),
                Err(why) => line.faults.push(why),
            }
        }
        if let Some(cell) = cell(Column::Notice) {
            line.notice = notice_typed(cell, |_| unit);
            if line.notice.is_none() {
                line.faults.push(format!("notice “{cell}”: days, weeks or months?"));
            }
        }
        line
    });
    let lines = lines.collect();
    Table { lines, columns: understood(&columns, titles), notes }
}

/// Whether a cell may stand in a column.
type Fits<'a> = &'a dyn Fn(&str) -> bool;

/// Which column is which, by the titles, and by what stands in them where there are none; and what
/// could not be told.
fn columns(
    titles: Option<&[String]>,
    body: &[(u64, Vec<String>)],
    currency: Currency,
    today: NaiveDate,
) -> (Vec<(Column, usize)>, Vec<String>) {
    let mut found: Vec<(Column, usize)> = Vec::new();
    let mut notes = Vec::new();
    let width = body.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let mostly = |place: usize, fits: Fits<'_>| {
        let cells =
            || body.iter().filter_map(|(_, row)| row.get(place)).filter(|cell| !cell.is_empty());
        let all = cells().count();
        all > 0 && cells().filter(|cell| fits(cell)).count() * 2 > all
    };
    let is_day = |cell: &str| {
        let day = |order| written_day(cell, order, today);
        day(Order::DayFirst).or_else(|| day(Order::MonthFirst)).is_some()
    };
    let is_amount = |cell: &str| written_amount(cell, currency).is_some();
    let is_notice = |cell: &str| notice_typed(cell, |_| None).is_some();
    let wanted: [(Column, Fits<'_>); 4] = [
        (Column::Name, &|cell| !is_day(cell) && !is_amount(cell) && !is_notice(cell)),
        (Column::Ends, &is_day),
        (Column::Notice, &|cell| is_notice(cell) && !is_day(cell)),
        (Column::Arr, &|cell| is_amount(cell) && !is_day(cell)),
    ];
    for (column, fits) in wanted {
        let headed: Vec<usize> = (0..titles.map_or(0, <[String]>::len))
            .filter(|place| {
                let title_of = titles.and_then(|titles| titles.get(*place));
                title_of.and_then(|title_of| title(title_of)) == Some(column)
            })
            .collect();
        // Of `Account ID` and `Account name`, `Renewal owner` and `Renewal date`, the second.
        let named = |place: &&usize| {
            column == Column::Name
                && titles
                    .and_then(|titles| titles.get(**place))
                    .is_some_and(|title_of| words(title_of).iter().any(|word| word == "name"))
        };
        let by_title = headed
            .iter()
            .find(named)
            .or_else(|| headed.iter().find(|place| mostly(**place, fits)))
            .or_else(|| headed.first());
        if let Some(place) = by_title {
            found.push((column, *place));
            continue;
        }
        if titles.is_some() && column != Column::Name {
            continue;
        }
        let mut free = (0..width)
            .filter(|place| found.iter().all(|(_, at)| at != place) && mostly(*place, fits));
        match (free.next(), free.next()) {
            (Some(place), None) => found.push((column, place)),
            // Of two columns of text the first is the name; figures are not to be guessed.
            (Some(place), Some(_)) if column == Column::Name => found.push((column, place)),
            (Some(_), Some(_)) => {
                let name = column.name();
                notes.push(format!("Two columns could be the {name}: paste their titles as well."));
            }
            (None, _) => {}
        }
    }
    (found, notes)
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
fn written_day(cell: &str, order: Order, today: NaiveDate) -> Option<NaiveDate> {
    day(&with_century(cell), order).or_else(|| {
        let told = cell.chars().any(char::is_alphabetic) || cell.contains(['/', '.', '-']);
        let amount = written_amount(cell, Currency::EUR).is_some();
        (told && !amount && notice_typed(cell, |_| None).is_none())
            .then(|| when::day_in(cell, today, order))
            .flatten()
    })
}

/// The day of a cell of the column; where the column has days of either order, only one that
/// could not be another.
fn told_day(cell: &str, told: Told, order: Order, today: NaiveDate) -> Result<NaiveDate, String> {
    let day = |order| written_day(cell, order, today);
    match (day(Order::DayFirst), day(Order::MonthFirst)) {
        (None, None) => Err(format!("“{cell}” is no day")),
        (Some(one), Some(other)) if told == Told::Both && one != other => {
            Err(format!("“{cell}”: day or month first?"))
        }
        (one, other) if told == Told::Both => one.or(other).ok_or_else(String::new),
        _ => day(order).ok_or_else(|| format!("“{cell}” is no day")),
    }
}

/// `12/31/26` as `12/31/2026`.
fn with_century(cell: &str) -> String {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).collect();
    let digits = |part: &&str| part.chars().all(|letter| letter.is_ascii_digit());
    match parts.as_slice() {
        [one, other, year] if year.len() == 2 && [one, other, year].into_iter().all(digits) => {
            let front: String = cell.chars().take(cell.chars().count() - 2).collect();
            format!("{front}20{year}")
        }
        _ => cell.to_owned(),
    }
}

/// An amount as people type it, else as files write it.
fn written_amount(cell: &str, currency: Currency) -> Option<Money> {
    // What files write is digits alone: no sign of a currency, no word that may be a code.
    let bare = |letter: char| !letter.is_alphabetic() || matches!(letter, 'e' | 'E');
    let of_file = || amount(cell, currency, Decimals::Untold).ok();
    Money::typed(cell, currency).or_else(|| {
        (cell.chars().all(bare) && !cell.contains(['€', '$', '£', '¥'])).then(of_file).flatten()
    })
}

/// The amount of a cell of the column, where the rest of the column does not make another of it.
fn told_amount(cell: &str, currency: Currency, decimals: Decimals) -> Result<Money, String> {
    let read = written_amount(cell, currency).ok_or_else(|| format!("“{cell}” is no amount"))?;
    match amount(cell, read.currency, decimals) {
        Ok(other) if other.minor != read.minor => {
            let (one, other) = (read.plain(read.currency), other.plain(read.currency));
            Err(format!("“{cell}”: {one} or {other}?"))
        }
        _ => Ok(read),
    }
}

/// `name · ARR (“Annual fee”) · end`.
fn understood(columns: &[(Column, usize)], titles: Option<&[String]>) -> String {
    let mut parts = Vec::new();
    for column in [Column::Name, Column::Arr, Column::Ends, Column::Notice] {
        let Some((_, place)) = columns.iter().find(|(one, _)| *one == column) else { continue };
        let name = column.name();
        let written = titles.and_then(|titles| titles.get(*place));
        parts.push(match written.filter(|title| !title.eq_ignore_ascii_case(name)) {
            Some(title) => format!("{name} (“{title}”)"),
            None => name.to_owned(),
        });
    }
    parts.join(" · ")
}
