//! Which account a name means: as it stands, then without case, marks and legal form, then as the
//! beginning of one name alone. Never a guess between two.

use crate::domain::account::Account;

/// Words that say how a firm is incorporated, not who it is.
const FORMS: [&str; 25] = [
    "ab",
    "ag",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "holding",
    "inc",
    "incorporated",
    "kg",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "sa",
    "sas",
    "se",
    "srl",
];

/// What stands before a sum: the beginning of no name.
const SUMS: [&str; 6] = ["total", "grand total", "subtotal", "sum", "summe", "gesamt"];

/// Whether an account of this plain name is meant.
type Fits<'a> = &'a dyn Fn(&Account, &str) -> bool;

/// The names of the accounts, archived ones left out.
pub struct Names<'a> {
    all: Vec<(&'a Account, String)>,
}

impl<'a> Names<'a> {
    pub fn of(accounts: &'a [Account]) -> Self {
        let live = accounts.iter().filter(|account| account.archived_on.is_none());
        Self { all: live.map(|account| (account, plain(&account.name))).collect() }
    }

    /// The account that is meant, and whether by its whole name.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub fn find(&self, name: &str) -> Result<(&'a Account, bool), String> {
        let name = name.trim();
        if name.is_empty() {
            return Err("no name stands there".to_owned());
        }
        let bare = plain(name);
        let tries: [Fits<'_>; 4] = [
            &|account, _| account.name == name,
            &|account, _| account.name.to_lowercase() == name.to_lowercase(),
            &|_, own| own == bare,
            &|_, own| begins(own, &bare) || begins(&bare, own),
        ];
        let last = tries.len() - 1;
        for (place, fits) in tries.into_iter().enumerate() {
            if place == last && SUMS.contains(&bare.as_str()) {
                break;
            }
            let found: Vec<&Account> =
                self.all.iter().filter(|(one, own)| fits(one, own)).map(|(one, _)| *one).collect();
            match found.as_slice() {
                [] => {}
                [one] => return Ok((one, place < last)),
                [one, other] => {
                    return Err(format!("could be {} or {}", one.name, other.name));
                }
                [one, other, rest @ ..] => {
                    let (one, other, more) = (&one.name, &other.name, rest.len());
                    return Err(format!("could be {one}, {other} or {more} more"));
                }
            }
        }
        Err("no account of that name".to_owned())
    }
}

/// The name begins with these whole words.
fn begins(name: &str, words: &str) -> bool {
    !words.is_empty()
        && name.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Words in small letters without marks and accents, legal forms at the end taken away.
fn plain(name: &str) -> String {
    let letters: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !matches!(letter, '.' | '\'' | '’'))
        .map(|letter| if letter.is_alphanumeric() { bare(letter) } else { ' ' })
        .collect();
    let mut words: Vec<&str> = letters.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|last| FORMS.contains(last)) {
        words.pop();
    }
    words.join(" ")
}

/// The letter without its accent, where it is one that keyboards leave out.
const fn bare(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ř' => 'r',
        'š' | 'ś' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;
    use chrono::NaiveDate;

    fn accounts() -> Vec<Account> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let names = [
            "Contoso",
            "contoso",
            "Pébéo of America",
            "Juárez, \"Best\" PLC",
            "Alpine Ski House",
            "Alpine Foods",
            "Datum Corp.",
            "Northwind Traders",
            "Twin",
            "Twin",
            "Old Firm",
            "Total Energies",
        ];
        let mut accounts: Vec<Account> = (1..)
            .zip(names)
            .map(|(id, name)| Account { id: Id(id), ..Account::named(name, day) })
            .collect();
        accounts[10].archived_on = Some(day);
        accounts
    }

    #[test]
    fn a_name_means_one_account_or_none() {
        let accounts = accounts();
        let names = Names::of(&accounts);
        for (name, wanted) in [
            ("Contoso", Ok(1)),
            ("contoso", Ok(2)),
            (" Pebeo of America Inc. ", Ok(3)),
            ("PÉBÉO", Ok(3)),
            ("Juarez Best", Ok(4)),
            ("Alpine Ski", Ok(5)),
            ("datum", Ok(7)),
            ("DATUM CORPORATION", Ok(7)),
            ("Northwind Traders Europe", Ok(8)),
            ("CONTOSO", Err("could be Contoso or contoso")),
            ("Alpine", Err("could be Alpine Ski House or Alpine Foods")),
            ("Twin", Err("could be Twin or Twin")),
            ("North", Err("no account of that name")),
            ("Old Firm", Err("no account of that name")),
            ("Total Energies", Ok(12)),
            ("Total:", Err("no account of that name")),
            ("", Err("no name stands there")),
        ] {
            let found = names.find(name).map(|(account, _)| account.id.0);
            assert_eq!(
                found.as_ref().map_err(String::as_str),
                wanted.as_ref().map_err(|it| *it),
                "{name}"
            );
        }
    }
}
