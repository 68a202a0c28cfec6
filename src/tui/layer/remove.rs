//! Asks before an account goes: what goes with it, and what would do as well.

use super::pick::{Item, Pick};
use crate::desk::Reading;
use crate::domain::account::Account;
use crate::domain::account::contract::Contract;
use crate::domain::account::goal::Goal;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::feedback::Answer;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::step::Step;
use crate::domain::record::Record;
use crate::domain::revenue::Revenue;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::talk::Talk;
use crate::error::Result;
use crate::tui::action::{Deed, Wish};
use crate::tui::several::accounts::names;

/// The question, the safe answer first.
///
/// # Errors
/// The book cannot be read, or the account is gone.
pub fn question(accounts: &[Id], reading: &Reading) -> Result<Pick> {
    let [first, ..] = accounts else { return Ok(Pick::new("Nothing is marked", Vec::new())) };
    let account = reading.record::<Account>(*first)?;
    let (whose, it) = match accounts.len() {
        1 => (account.name, "it"),
        count => (format!("{count} accounts"), "them"),
    };
    let goes = counted(&[
        (count::<Contact>(accounts, reading)?, "person", "people"),
        (count::<Talk>(accounts, reading)?, "talk", "talks"),
        (count::<Plan>(accounts, reading)?, "plan", "plans"),
        (count::<Step>(accounts, reading)?, "step", "steps"),
        (count::<Goal>(accounts, reading)?, "goal", "goals"),
        (count::<Opportunity>(accounts, reading)?, "opportunity", "opportunities"),
        (count::<Answer>(accounts, reading)?, "answer", "answers"),
        (count::<Revenue>(accounts, reading)?, "revenue entry", "revenue entries"),
        (count::<Contract>(accounts, reading)?, "contract", "contracts"),
    ]);
    let who = if accounts.len() > 1 { Some(self::who(accounts, reading)?) } else { None };
    let lead = if goes.is_empty() {
        "Nothing else is recorded.".to_owned()
    } else {
        format!("With {it} would go {goes}.")
    };
    let items = vec![
        Item { label: format!("keep {it}"), note: String::new(), wishes: Vec::new() },
        Item::new(
            format!("put {it} away"),
            "out of the list, nothing is lost",
            Wish::Do(Deed::Archive(true)),
        ),
        Item::new(format!("remove {it}"), "u brings back", Wish::Do(Deed::RemoveAccount(*first))),
    ];
    Ok(Pick::new(format!("Remove {whose}?"), items).lead(who.into_iter().chain([lead])))
}

/// Who would go.
fn who(accounts: &[Id], reading: &Reading) -> Result<String> {
    let read = accounts.iter().map(|account| reading.record::<Account>(*account));
    let all: Vec<Account> = read.collect::<Result<_>>()?;
    Ok(names(all.iter().map(|account| account.name.as_str())))
}

fn count<R: Record>(accounts: &[Id], reading: &Reading) -> Result<usize> {
    accounts
        .iter()
        .try_fold(0, |sum, account| Ok(sum + reading.naming::<R>("account_id", *account)?.len()))
}

/// `9 people, 14 talks and 1 contract`; what there is none of is left out.
fn counted(counts: &[(usize, &str, &str)]) -> String {
    let some: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, several)| format!("{count} {}", if *count == 1 { one } else { several }))
        .collect();
    match some.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_none_of_is_left_out() {
        let of = |people, talks, steps| {
            counted(&[
                (people, "person", "people"),
                (talks, "talk", "talks"),
                (steps, "step", "steps"),
            ])
        };
        assert_eq!(of(0, 0, 0), "");
        assert_eq!(of(0, 1, 0), "1 talk");
        assert_eq!(of(1, 0, 3), "1 person and 3 steps");
        assert_eq!(of(9, 14, 12), "9 people, 14 talks and 12 steps");
    }
}
