//! The currency that the book counts in.

use crate::desk::{Act, Commit, Reading};
use crate::domain::book::setting::{self, BASE_CURRENCY, Setting};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::money::Currency;
use crate::error::Result;
use crate::tui::action::Wish;
use crate::tui::layer::pick::{Item, Pick};

/// Those that people do business in, by their code; the first ones are the most likely.
const CURRENCIES: [(&str, &str); 32] = [
    ("EUR", "euro"),
    ("USD", "US dollar"),
    ("GBP", "pound sterling"),
    ("CHF", "Swiss franc"),
    ("SEK", "Swedish krona"),
    ("NOK", "Norwegian krone"),
    ("DKK", "Danish krone"),
    ("PLN", "Polish złoty"),
    ("CZK", "Czech koruna"),
    ("HUF", "Hungarian forint"),
    ("RON", "Romanian leu"),
    ("TRY", "Turkish lira"),
    ("UAH", "Ukrainian hryvnia"),
    ("ISK", "Icelandic króna"),
    ("CAD", "Canadian dollar"),
    ("AUD", "Australian dollar"),
    ("NZD", "New Zealand dollar"),
    ("JPY", "Japanese yen"),
    ("CNY", "Chinese yuan"),
    ("HKD", "Hong Kong dollar"),
    ("SGD", "Singapore dollar"),
    ("INR", "Indian rupee"),
    ("KRW", "South Korean won"),
    ("THB", "Thai baht"),
    ("IDR", "Indonesian rupiah"),
    ("MYR", "Malaysian ringgit"),
    ("AED", "UAE dirham"),
    ("SAR", "Saudi riyal"),
    ("ILS", "Israeli shekel"),
    ("ZAR", "South African rand"),
    ("BRL", "Brazilian real"),
    ("MXN", "Mexican peso"),
];

/// The list to choose from; the one of now is chosen.
pub fn pick(reading: &Reading) -> Result<Pick> {
    let setting = setting(reading)?;
    let now = setting
        .as_ref()
        .and_then(|setting| Currency::from_code(&setting.content))
        .unwrap_or(reading.rules().exchange.base);
    let items: Vec<Item> = CURRENCIES
        .iter()
        .filter_map(|(code, name)| {
            let currency = Currency::from_code(code)?;
            let label = format!("{code} {name}");
            let note = if currency == now { "now" } else { "" };
            let act = Act::edit(format!("The book counts in {code}"), None);
            let changes =
                if currency == now { Vec::new() } else { vec![change(setting.as_ref(), currency)] };
            Some(Item::new(label, note, Wish::Commit(Commit::new(act, changes))))
        })
        .collect();
    let place = CURRENCIES.iter().position(|(code, _)| *code == now.code()).unwrap_or(0);
    Ok(Pick::new("Currency of the book", items).at(place).lead([
        "Sums are made in it, and an amount without a currency is one of it. What is recorded \
         already stays as it is."
            .to_owned(),
    ]))
}

/// What the book says of its currency so far.
pub fn setting(reading: &Reading) -> Result<Option<Setting>> {
    let all: Vec<Setting> = reading.every()?;
    Ok(all.into_iter().find(|setting| setting.key == BASE_CURRENCY))
}

/// The change that makes the book count in another currency.
pub fn change(before: Option<&Setting>, currency: Currency) -> Change {
    let content = currency.code().to_owned();
    match before {
        Some(setting) => setting::Change::Edited {
            id: setting.id,
            fields: vec![setting::Field::Content(content)],
        }
        .into(),
        None => {
            setting::Change::Added(Setting { id: Id(0), key: BASE_CURRENCY.to_owned(), content })
                .into()
        }
    }
}
