//! One tab of an account as text: the same lines that the screen draws.

use crate::cli::figure;
use crate::cli::lines::{self, REST};
use crate::cli::page::{Page, Side};
use crate::domain::book::page::LogPage;
use crate::domain::page::{self, Sheet};
use crate::text;
use chrono::NaiveDate;

/// The name of the account over what is said of it.
pub fn under(account: &str, said: &Page) -> Page {
    let mut page = Page::default();
    page.put(format!("{}\n", text::shown(account)));
    page.put(said);
    page
}

/// The lines of a page.
pub fn page(sheet: Sheet, of: &page::Page) -> Page {
    lines::under(&text::capital(sheet.word()), of)
}

/// The plan, which says so where there is none.
pub fn plan(said: Page) -> Page {
    if !said.as_ref().is_empty() {
        return said;
    }
    let mut nothing = Page::default();
    nothing.put("Plan\n\n  No plan and no step.\n");
    nothing
}

/// The newest talks.
pub fn log(log: &LogPage, today: NaiveDate) -> Page {
    let mut said = Page::default();
    said.put(format!("Log · {}\n\n", log.total));
    let row = |entry: &crate::domain::book::page::LogEntry| {
        let talk = &entry.talk;
        let people: Vec<&str> = entry.people.iter().map(|(_, name)| name.as_str()).collect();
        let kind = if talk.missed { "missed" } else { talk.kind.word() };
        let quote = talk.quote.as_ref().map_or_else(String::new, |quote| format!(" “{quote}”"));
        vec![
            figure::day(talk.on_date, today),
            kind.to_owned(),
            people.join(", "),
            talk.mood.map_or_else(String::new, crate::domain::day::signed),
            format!("{}{quote}", talk.summary).trim().to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = log.entries.iter().map(row).collect();
    let columns = [
        (Side::Right, 11),
        (Side::Left, 8),
        (Side::Left, 24),
        (Side::Right, 2),
        (Side::Left, REST),
    ];
    said.table(&columns, &rows);
    if log.entries.is_empty() {
        said.put("  No talk on record yet.\n");
    }
    if log.total > log.entries.len() {
        said.put(format!("  … {} older\n", log.total - log.entries.len()));
    }
    said
}
