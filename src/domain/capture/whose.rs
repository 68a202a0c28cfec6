//! Whose a line is that begins with the name of an account, and what it says after it.

use super::token::{Spellings, spellings, words};
use super::who;
use crate::domain::cell::Id;

/// Words that name an account at most.
const MOST: usize = 4;

/// The account that the first words name, where they can mean no other one, and the words after
/// them; no account: all of the line, in one row.
#[must_use]
pub fn whose(text: &str, accounts: &[(Id, String)]) -> (Option<Id>, String) {
    let said: Vec<&str> = text.split_whitespace().collect();
    let names: Vec<Spellings> = accounts.iter().map(|(_, name)| spellings(name)).collect();
    for count in (1..=MOST.min(said.len())).rev() {
        let (name, rest) = said.split_at(count);
        let typed: Vec<String> = name.iter().flat_map(|word| words(word)).collect();
        if let [one] = who::account(&typed, &names, who::LEAST).as_slice() {
            return (accounts.get(*one).map(|(id, _)| *id), rest.join(" "));
        }
    }
    (None, said.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_its_account_first_or_none() {
        let accounts: Vec<(Id, String)> = ["Northwind Traders", "Alpine Ski House", "Alpine Books"]
            .iter()
            .zip(1..)
            .map(|(name, id)| (Id(id), (*name).to_owned()))
            .collect();
        let read = |text: &str| {
            let (account, rest) = whose(text, &accounts);
            (account.map(|id| id.0), rest)
        };
        assert_eq!(read("northwind fri  call Dana"), (Some(1), "fri call Dana".to_owned()));
        assert_eq!(read("Northwind Traders: call"), (Some(1), "call".to_owned()));
        assert_eq!(read("alpine call them"), (None, "alpine call them".to_owned()), "two of them");
        assert_eq!(read("alpine books call"), (Some(3), "call".to_owned()));
        assert_eq!(read("tidy the pipeline"), (None, "tidy the pipeline".to_owned()));
        assert_eq!(read("call northwind"), (None, "call northwind".to_owned()), "not in front");
        assert_eq!(read("  "), (None, String::new()));
    }
}
