//! The account that a person names on the command line.

use crate::desk::Reading;
use crate::domain::account::Account;
use crate::domain::cell::Id;
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
pub struct Named {
    /// The account's name, its beginning, or a part of it; or its number, as #12
    #[arg(value_name = "ACCOUNT")]
    account: String,
}

impl Named {
    /// What a command that may do without an account was given.
    #[must_use]
    pub fn by(text: &str) -> Self {
        Self { account: text.to_owned() }
    }

    /// The account that an option names.
    pub fn called(name: &str) -> Self {
        Self { account: name.to_owned() }
    }

    /// # Errors
    /// None is called that, or several are.
    pub fn find(&self, reading: &Reading) -> Result<Id> {
        let text = self.account.trim();
        let numbered = text.strip_prefix('#').and_then(|number| number.parse().ok()).map(Id);
        let found = reading.find_account(text).map(|found| found.id);
        match (found, numbered) {
            (Ok(id), _) => Ok(id),
            // A name that happens to look like a number was looked for first.
            (Err(_), Some(id)) => {
                if reading.every::<Account>()?.iter().any(|one| one.id == id) {
                    Ok(id)
                } else {
                    Err(Error::new(Kind::NotFound, format!("no account has the number {text}")))
                }
            }
            (Err(error), None) if error.kind == Kind::Usage => {
                called_exactly(text, &reading.every()?, error)
            }
            (Err(error), None) => Err(error),
        }
    }
    /// The account by the name that it has now, or had at the end of a day gone by.
    ///
    /// # Errors
    /// None is called that or was, several are, or it was not in the book on that day.
    pub fn find_then(&self, now: &Reading, then: &Reading, day: NaiveDate) -> Result<Id> {
        match self.find(now) {
            Ok(account) => {
                if then.every::<Account>()?.iter().any(|one| one.id == account) {
                    return Ok(account);
                }
                let name = now.record::<Account>(account)?.name;
                let told = format!("{name} was not in the book on {}", day.format("%-d %b %Y"));
                Err(Error::new(Kind::NotFound, told))
            }
            Err(error) => self.find(then).map_err(|_| error),
        }
    }
}

/// Of several candidates the one whose name is the very text; several of one name are told by
/// their numbers, for nothing else tells them apart.
fn called_exactly(text: &str, accounts: &[Account], error: Error) -> Result<Id> {
    let same: Vec<&Account> = accounts.iter().filter(|one| one.name.trim() == text).collect();
    match same.as_slice() {
        [] => Err(error),
        [one] => Ok(one.id),
        several => {
            let told: Vec<String> = several
                .iter()
                .map(|one| match &one.city {
                    Some(city) => format!("#{} ({city})", one.id.0),
                    None => format!("#{}", one.id.0),
                })
                .collect();
            let message = format!("{} accounts are called “{text}”", several.len());
            Err(Error::new(Kind::Usage, message)
                .hint(format!("say which by its number: {}", told.join(", "))))
        }
    }
}
