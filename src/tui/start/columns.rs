//! Columns pasted from a spreadsheet, seen before they are written.
//!
//! ```text
//! ┏ Paste columns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 21 of 22 ┓
//! ┃ name · ARR · end                                        ┃
//! ┃                                                         ┃
//! ┃▸✓ Contoso          – → 940k  ends – → 31 Mar 2027       ┃
//! ┃ ! Alpine           could be Alpine Foods or Alpine Ski  ┃
//! ```

use super::currency;
use super::page::{Around, Page, Turn, said};
use crate::desk::{Act, Commit, Reading};
use crate::domain::account::Account;
use crate::domain::account::contract::{Contract, notice_told};
use crate::domain::book::setting::Setting;
use crate::domain::money::{Currency, Money};
use crate::domain::revenue::Revenue;
use crate::domain::when::Order;
use crate::error::Result;
use crate::exchange::paste::{self, Book, Found, Row};
use crate::tui::action::Wish;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The page, with what a paste is compared with.
#[derive(Debug)]
pub struct Columns {
    page: Page,
    accounts: Vec<Account>,
    contracts: Vec<Contract>,
    revenue: Vec<Revenue>,
    currency: Currency,
    setting: Option<Setting>,
    order: Order,
    today: NaiveDate,
    found: Option<Found>,
}

impl Columns {
    /// # Errors
    /// The book cannot be read.
    pub fn read(reading: &Reading, today: NaiveDate, order: Order) -> Result<Self> {
        Ok(Self {
            page: Page::default(),
            accounts: reading.every()?,
            contracts: reading.every()?,
            revenue: reading.every()?,
            currency: reading.rules().exchange.base,
            setting: currency::setting(reading)?,
            order,
            today,
            found: None,
        })
    }

    fn take(&mut self, text: &str) {
        let book = Book {
            accounts: &self.accounts,
            contracts: &self.contracts,
            revenue: &self.revenue,
            currency: self.currency,
            order: self.order,
            today: self.today,
        };
        self.found = Some(paste::read(text, &book));
        self.page.chosen = 0;
    }

    /// The currency that the book is to count in from now on: that of all amounts, where it holds
    /// none so far.
    fn new_currency(&self) -> Option<Currency> {
        self.found.as_ref()?.foreign.filter(|_| self.revenue.is_empty())
    }

    fn commit(&self) -> Option<Commit> {
        let found = self.found.as_ref().filter(|found| !found.changes.is_empty())?;
        let mut changes = found.changes.clone();
        changes.extend(self.new_currency().map(|new| currency::change(self.setting.as_ref(), new)));
        let count = changed(found);
        let label = match count {
            1 => "ARR and end of 1 account".to_owned(),
            count => format!("ARR and ends of {count} accounts"),
        };
        let act = Act::edit(label, None);
        Some(Commit::new(act, changes).expecting(found.expected.clone()))
    }
}

fn changed(found: &Found) -> usize {
    found.rows.iter().filter(|row| row.changes()).count()
}

impl Overlay for Columns {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        if let Input::Paste(text) = input {
            self.take(text);
            return Outcome::Stays;
        }
        let count = self.found.as_ref().map_or(0, |found| found.rows.len());
        match self.page.input(input, count, sight) {
            Turn::Close => Outcome::Closes,
            Turn::Take => match self.commit() {
                Some(commit) => Outcome::ClosesWith(vec![Wish::Commit(commit)]),
                None if self.found.is_some() => Outcome::Closes,
                None => Outcome::Stays,
            },
            Turn::Moved | Turn::TakeRow | Turn::Own => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let Some(found) = &self.found else {
            let lead = [
                said("Copy the columns in your spreadsheet, then paste them here:", sight),
                Vec::new(),
                vec![("  Contoso      940k    31.03.2027    3 months".to_owned(), theme.text)],
                vec![("  Litware      310000  2027-06-30".to_owned(), theme.text)],
                Vec::new(),
                said("Name, ARR, end of the contract; notice where you have it. With or", sight),
                said("without titles, in any order. Shown first, written on Enter.", sight),
            ];
            let around = Around {
                title: "Paste columns",
                figure: "",
                lead: &lead,
                foot: "paste: Ctrl-Shift-V or Cmd-V  Esc close",
                columns: 76,
                chooses: true,
            };
            return self.page.draw(area, buffer, sight, &around, 0, |_, _, _, _| ());
        };
        let mut lead = Vec::new();
        if found.columns.is_empty() {
            lead.push(said("No column of names was found in it. Paste again.", sight));
        } else {
            let mut words = said("read as: ", sight);
            words.push((found.columns.clone(), theme.text));
            lead.push(words);
            let base = self.new_currency().unwrap_or(self.currency);
            let says = format!("Amounts without a currency are {base}.");
            lead.push(said(&says, sight));
        }
        lead.extend(found.notes.iter().map(|note| vec![(note.clone(), theme.state_watch)]));
        match (found.foreign, self.new_currency()) {
            (_, Some(new)) => {
                lead.push(said(&format!("From now on the book counts in {new}."), sight));
            }
            (Some(other), None) => {
                let base = self.currency;
                let says = format!(
                    "All of it is in {other}; without a rate it is no part of the sums in {base}."
                );
                lead.push(said(&says, sight));
            }
            (None, None) => {}
        }
        let count = changed(found);
        let figure = format!("{count} of {} rows", found.rows.len());
        let foot = match count {
            0 => "nothing to write; paste again  Esc close".to_owned(),
            count => format!("Enter write {count}  paste again  Esc close"),
        };
        let around = Around {
            title: "Paste columns",
            figure: &figure,
            lead: &lead,
            foot: &foot,
            columns: 96,
            chooses: true,
        };
        self.page.draw(area, buffer, sight, &around, found.rows.len(), |pen, line, one, two| {
            let Some(row) = found.rows.get(line) else { return };
            let sign = match (row.changes(), row.remarks.is_empty()) {
                (true, _) => "✓",
                (false, false) => "!",
                (false, true) => "=",
            };
            pen.cell(1, 0, 1, sign, if sign == "!" { one.patch(theme.state_watch) } else { one });
            let name = (pen.width() / 3).clamp(10, 34);
            pen.cell(3, 0, name, &called(row), one);
            let mut words = moves(row).join("  ");
            if !row.remarks.is_empty() {
                words.push_str(if words.is_empty() { "" } else { "  " });
                words.push_str(&row.remarks.join("; "));
            }
            if !row.changes() && row.remarks.is_empty() {
                words.push_str("as it is");
            }
            pen.at(name + 4, 0, &words, if row.changes() { one } else { two });
        });
    }
}

/// The account's own name; with that of the paste, where it is written otherwise.
fn called(row: &Row) -> String {
    match &row.account {
        Some((_, own)) if own.to_lowercase().starts_with(&row.name.to_lowercase()) => own.clone(),
        Some((_, own)) => format!("{own} ← {}", row.name),
        None => row.name.clone(),
    }
}

/// `– → 940k`, `31 Dec → 30 Jun`, `3 months`.
fn moves(row: &Row) -> Vec<String> {
    let money = |amount: Option<Money>| amount.map_or("–".to_owned(), Money::signed_short);
    // The year is half of what there is to check.
    let day = |on: Option<NaiveDate>| {
        on.map_or("–".to_owned(), |on| on.format("%-d %b %Y").to_string())
    };
    let mut moves = Vec::new();
    moves.extend(
        row.arr.map(|(before, after)| format!("{} → {}", money(before), money(Some(after)))),
    );
    moves.extend(
        row.ends.map(|(before, after)| format!("ends {} → {}", day(before), day(Some(after)))),
    );
    moves.extend(
        row.notice.map(|(_, (count, unit))| format!("notice {}", notice_told(count, unit))),
    );
    moves
}
