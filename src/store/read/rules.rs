//! What the book itself says of the rules: its currency, the user's absences, what is switched off
//! for a whole tier.

use super::account::base_currency;
use super::row::all;
use crate::domain::money::Currency;
use crate::domain::ours::away::Away;
use crate::domain::rules::Rules;
use crate::error::Result;
use rusqlite::Connection;

/// Puts it into the rules; `unnamed` is the base currency where the book names none.
pub(crate) fn of_book(connection: &Connection, rules: &mut Rules, unnamed: Currency) -> Result<()> {
    rules.exchange.base = base_currency(connection)?.unwrap_or(unnamed);
    let away: Vec<Away> = all(connection, "ORDER BY from_on, id", [])?;
    rules.away = away.into_iter().map(|one| (one.from_on, one.to_on)).collect();
    rules.tier_silences = all(connection, "ORDER BY since_on, id", [])?;
    Ok(())
}
