//! What the word that is being typed may become: an account, one of its people, a topic, an act.

use super::token::{self, Spellings, spellings, words};
use super::{Captured, Ground, Meaning, Piece, who, word};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;

/// Proposals that are made at most.
const MOST: usize = 8;

/// What could stand in place of the word before the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// With the blank after it.
    pub text: String,
    /// What it is, beside it: `CFO`, `account`.
    pub told: String,
}

/// The word before the cursor, in bytes of the text, and what it may become, the best first; none
/// where nothing is begun, or the cursor stands in a quote or below the first line.
#[must_use]
pub fn proposals(
    text: &str,
    cursor: usize,
    found: &Captured,
    ground: &Ground<'_>,
) -> (usize, Vec<Proposal>) {
    let none = (cursor, Vec::new());
    let Some(before) = text.get(..cursor) else { return none };
    let from = before.rfind(char::is_whitespace).map_or(0, |at| {
        at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    let Some(typed) = before.get(from..).filter(|typed| !typed.is_empty()) else { return none };
    let quoted = token::split(before).last().is_some_and(|last| last.quoted);
    if quoted || before.trim_start().contains(['\n', '\r']) {
        return none;
    }
    let mut proposed = if typed.starts_with('#') {
        listed(typed, &word::topics())
    } else if typed.starts_with('!') {
        listed(typed, &word::ACTS_TOLD)
    } else {
        named(typed, from, found, ground)
    };
    // What stands there already is no proposal.
    proposed.retain(|one| one.text.trim_end() != typed);
    proposed.truncate(MOST);
    (from, proposed)
}

fn listed(typed: &str, words: &[&str]) -> Vec<Proposal> {
    let typed = typed.to_lowercase();
    let fits = words.iter().filter(|word| word.starts_with(&typed));
    fits.map(|word| Proposal { text: format!("{word} "), told: String::new() }).collect()
}

fn named(typed: &str, from: usize, found: &Captured, ground: &Ground<'_>) -> Vec<Proposal> {
    let called = typed.strip_prefix('@');
    let name = words(called.unwrap_or(typed));
    if name.is_empty() {
        return Vec::new();
    }
    let mut proposed = Vec::new();
    // Behind the first act, and inside the sentence, only the sign says that somebody is named.
    let begun = |piece: &Piece| {
        matches!(piece.meaning, Meaning::Sentence | Meaning::Act) && piece.from < from
    };
    let names = !found.pieces.iter().any(begun);
    let account = found.account.as_ref().map(|one| one.id).or(ground.here);
    if let Some(account) = account.filter(|_| called.is_some() || names) {
        proposed.extend(people(&name, account, called.is_some(), ground));
    }
    let said = found.account.as_ref().is_some_and(|one| Some(one.id) != ground.here);
    let here =
        found.pieces.iter().any(|piece| piece.meaning == Meaning::Account && piece.from == from);
    if called.is_none() && names && (!said || here) {
        proposed.extend(accounts(&name, ground));
    }
    proposed
}

fn accounts(typed: &[String], ground: &Ground<'_>) -> Vec<Proposal> {
    let names: Vec<Spellings> = ground.accounts.iter().map(|(_, name)| spellings(name)).collect();
    let mut places = who::begun(typed, &names);
    if places.is_empty() {
        places = who::slips(typed, &names);
    }
    let at = |place: usize| ground.accounts.get(place);
    let propose = |(id, name): &(Id, String)| {
        let alike = ground.accounts.iter().filter(|(_, other)| other == name).count() > 1;
        let text = if alike { format!("#{} ", id.0) } else { format!("{name} ") };
        Proposal { text, told: if alike { name.clone() } else { "account".to_owned() } }
    };
    places.into_iter().filter_map(at).map(propose).collect()
}

/// `signed`: behind an `@` a name is one word.
fn people(typed: &[String], account: Id, signed: bool, ground: &Ground<'_>) -> Vec<Proposal> {
    let mut all = (ground.people)(account);
    all.retain(|one| one.active_on(ground.today));
    let names: Vec<Spellings> = all.iter().map(|one| spellings(&one.name)).collect();
    let mut places = who::begun(typed, &names);
    if places.is_empty() {
        places = who::slips(typed, &names);
    }
    let propose = |one: &Contact| {
        let alike = all.iter().filter(|other| other.name == one.name).count() > 1;
        let text = if alike {
            format!("@{} ", one.id.0)
        } else if signed {
            let words: Vec<&str> =
                one.name.split(|c: char| c == '.' || c.is_whitespace()).collect();
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            format!("@{} ", words.join("."))
        } else {
            format!("{} ", one.name)
        };
        let title = one.title.clone().unwrap_or_default();
        let told = if alike { format!("{} {title}", one.name) } else { title };
        Proposal { text, told: told.trim().to_owned() }
    };
    places.into_iter().filter_map(|place| all.get(place)).map(propose).collect()
}
