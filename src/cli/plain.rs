//! `trellis --plain`: the Book view as lines of text, its list by groups with why.

use super::page::{Page, Side, lines};
use super::{Answer, Common, figure};
use crate::domain::book::row::{Book, BookRow};
use crate::domain::money::Money;
use crate::domain::standing::Group;
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;

pub fn run(common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let mut book = common.reading()?.appraise(today)?.book;
    if common.mask {
        crate::domain::mask::book(&mut book);
    }
    Ok(page(&book, today).into())
}

/// Columns of the list: pushed, name, tier, ARR, score, act-by, last talk, why.
const COLUMNS: [(Side, usize); 8] = [
    (Side::Left, 1),
    (Side::Left, 32),
    (Side::Left, 1),
    (Side::Right, 7),
    (Side::Left, 16),
    (Side::Right, 7),
    (Side::Right, 7),
    (Side::Left, 14),
];

fn page(book: &Book, today: NaiveDate) -> Page {
    let mut said = Page::default();
    said.put(format!("{} accounts", book.accounts));
    if let Some(arr) = book.arr_total {
        said.put(format!(" · {}", arr.signed_short()));
    }
    said.put(format!(" · {}\n", today.format("%a %-d %b %Y")));
    if book.rows.is_empty() {
        said.put("\nNo account is in the book yet: trellis import FILE… brings them in.\n");
    }
    for line in &book.lines {
        said.put(format!("  * {}\n", text::shown(&line.text)));
    }
    let heads = ["", "account", "", "ARR", "score", "act by", "talk", "why"];
    let mut cells: Vec<Vec<String>> = vec![heads.map(str::to_owned).to_vec()];
    cells.extend(book.rows.iter().map(|row| row_of(row, today)));
    // One measure for all groups, so that they stand under each other.
    let mut printed = lines(&COLUMNS, &cells).into_iter();
    if !book.rows.is_empty() {
        said.put(format!("\n{}\n", printed.next().unwrap_or_default()));
    }
    let mut group = None;
    for (row, line) in book.rows.iter().zip(printed) {
        if group != Some(row.group) {
            group = Some(row.group);
            said.put(format!("\n{}\n", heading(row.group, book)));
        }
        said.put(line);
        said.put("\n");
    }
    if book.unlinked_contacts + book.unlinked_steps > 0 {
        said.put(format!(
            "\n{}\n    to no account belong: people {}, steps {}\n",
            Group::Unlinked,
            book.unlinked_contacts,
            book.unlinked_steps
        ));
    }
    said
}

fn heading(group: Group, book: &Book) -> String {
    let members = book.rows.iter().filter(|row| row.group == group).count();
    if group == Group::Now && book.now_total > members {
        format!("{group} {members} of {}", book.now_total)
    } else {
        format!("{group} {members}")
    }
}

fn row_of(row: &BookRow, today: NaiveDate) -> Vec<String> {
    let days = |day: Option<NaiveDate>, sign: i64| match day {
        Some(day) => format!("{} d", sign * (day - today).num_days()),
        None => figure::NOTHING.to_owned(),
    };
    vec![
        if row.pushed { "!" } else { "" }.to_owned(),
        row.name.clone(),
        row.tier.map_or(figure::NOTHING, |tier| tier.letter()).to_owned(),
        row.arr.map_or_else(|| figure::NOTHING.to_owned(), Money::short),
        format!(
            "{}{}{}",
            figure::score(row.score, row.band.is_some()),
            figure::trend(row.trend),
            row.band.map_or_else(String::new, |band| format!(" {}", band.word()))
        ),
        days(row.act_by, 1),
        days(row.last_talk_on, -1),
        row.why.clone(),
    ]
}
