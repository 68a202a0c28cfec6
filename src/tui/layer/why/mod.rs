//! Why a number is what it is: the score with its factors and their records, and the account's
//! place in the list with its signals.

mod figure;
mod ground;
mod place;
mod score;
pub(in crate::tui::layer) mod sheet;
mod table;
mod whole;

pub use sheet::{Drawn, Line, Meant, Spot, Text, draw};

use super::Overlay;
use crate::desk::Reading;
use crate::domain::cell::Id;
use crate::domain::guide;
use crate::domain::page::Ground;
use crate::domain::score::since;
use crate::error::Result;
use crate::tui::action::About;
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::Sight;
use figure::FigureWhy;
use place::Place;
use score::{Before, ScoreWhy};

/// Opens the explanation, with the account as it stood at the last own review beside it.
///
/// # Errors
/// The account is gone, or the book cannot be read.
pub fn open(
    account: Id,
    about: About,
    reading: &Reading,
    sight: &Sight<'_>,
) -> Result<Box<dyn Overlay>> {
    let factor = match about {
        About::Place(code) => return Ok(Box::new(Place::new(account, code))),
        About::Ground(ground) => {
            let topic = guide::topic(ground.topic, sight.rules, sight.shelf.all());
            return Ok(Box::new(FigureWhy::new(Some(account), ground, topic)));
        }
        About::Factor(factor) => Some(factor),
        About::Score => None,
    };
    let now = reading.dossier(account, sight.today)?;
    let before = match since::then(&now.records, sight.rules, sight.today) {
        Some(then) => {
            let mut before = reading.dossier(account, then.on)?;
            if sight.mask {
                before = reading.masked(before, then.on)?;
            }
            let score = before.standing.score;
            Some(Before { then, score })
        }
        None => None,
    };
    Ok(Box::new(ScoreWhy::new(account, factor, before, reading.rules().clone())))
}

/// Opens the explanation of a figure of the whole book.
#[must_use]
pub fn of_book(ground: Ground, sight: &Sight<'_>) -> Box<dyn Overlay> {
    let topic = guide::topic(ground.topic, sight.rules, sight.shelf.all());
    Box::new(FigureWhy::new(None, ground, topic))
}

/// The form in which a record is edited; none where it comes from files alone.
#[must_use]
pub fn form(account: Id, (table, id): (&str, Id)) -> Option<Subject> {
    let account = account.0;
    match table {
        "talk" => Some(Subject::Talk { account, talk: Some(id.0), with: None, about: None }),
        "revenue" => Some(Subject::Revenue { account, entry: Some(id.0) }),
        "contract" => Some(Subject::Contract { account }),
        "contact" => {
            let account = Some(account);
            Some(Subject::Person { account, contact: Some(id.0), level: None })
        }
        _ => None,
    }
}
