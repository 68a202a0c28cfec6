//! An account: what it is, what it is worth, how the user wants to work with it.

use super::contract;
use crate::desk::{Act, Commit};
use crate::domain::account::contract as contract_record;
use crate::domain::account::contract::Contract;
use crate::domain::account::{self, Account, Approach, Stage, Status, Tier};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::money::{Currency, Money};
use crate::domain::revenue::moved::{Held, Unmoved};
use crate::domain::revenue::{self, Revenue, arr_on};
use crate::domain::standing::Standing;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

/// The account that the same commit adds, for the changes after it.
const NEW: Id = Id(-1);

/// The longest interval, days.
const MOST_DAYS: i64 = 3_650;
const MOST_PEOPLE: i64 = 100_000_000;

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Account { account } = subject else { return None };
    let old = match account {
        Some(_) => Some(&facts.dossier.as_ref()?.records.account),
        None => None,
    };
    let blank = Account::named("", facts.today);
    let record = old.unwrap_or(&blank);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let line =
        |key, label, held: &Option<String>| FieldSpec::new(key, label, FieldKind::Line, text(held));
    let mut fields = vec![
        FieldSpec::new("name", "name", FieldKind::Line, record.name.clone()),
        FieldSpec::new("tier", "tier", one_of(Tier::ALL), word(record.tier))
            .hint("how much of your time; none is judged as maintenance"),
        arr(facts),
    ];
    if old.is_none() {
        fields.extend(contract::end(&Contract::of(NEW)));
    }
    fields.push(
        FieldSpec::new(
            "customer_since",
            "customer since",
            FieldKind::Day,
            on(record.customer_since),
        )
        .hint("as 1 apr 2021"),
    );
    let status = FieldKind::Choice { options: Choice::words(Status::ALL), none: false };
    fields.push(FieldSpec::new("status", "status", status, record.status.word()));
    fields.push(
        FieldSpec::new("leaves_on", "leaves on", FieldKind::Day, on(record.leaves_on))
            .hint("once it gave notice"),
    );
    let days = FieldKind::Whole { least: 1, most: MOST_DAYS };
    let people = FieldKind::Whole { least: 0, most: MOST_PEOPLE };
    fields.extend([
        FieldSpec::new("stage", "stage", one_of(Stage::ALL), word(record.stage)),
        FieldSpec::new("approach", "approach", one_of(Approach::ALL), word(record.approach))
            .hint("what the score weighs most; none is a blend"),
        FieldSpec::new("talk_every", "talk every, days", days.clone(), number(record.talk_every))
            .hint("empty: as the tier asks"),
        FieldSpec::new("review_every", "review every, days", days, number(record.review_every))
            .hint("empty: as the tier asks"),
        line("industry", "industry", &record.industry),
        line("website", "website", &record.website),
        line("phone", "phone", &record.phone),
        line("city", "city", &record.city),
        line("country", "country", &record.country),
        FieldSpec::new("employees", "employees", people, number(record.employees)),
        FieldSpec::new("note", "note", FieldKind::Lines, text(&record.note)),
    ]);
    let title = old.map_or_else(|| "New account".to_owned(), |old| old.name.clone());
    Some(Spec { title, lead: Vec::new(), fields })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Account { account } = subject else { return None };
    let old = match account {
        Some(_) => Some(&facts.dossier.as_ref()?.records.account),
        None => None,
    };
    let mut new = old.cloned().unwrap_or_else(|| Account::named("", facts.today));
    new.name = values.needed("name", "an account needs a name");
    let namesake =
        |(id, name): &(Id, String)| *id != new.id && name.to_lowercase() == new.name.to_lowercase();
    if old.is_none_or(|old| old.name != new.name) && facts.accounts.iter().any(namesake) {
        values.wrong("name", "another account has this name; add its city, say");
    }
    new.tier = values.word("tier", Tier::from_word);
    new.status = values.word("status", Status::from_word).unwrap_or(new.status);
    new.stage = values.word("stage", Stage::from_word);
    new.approach = values.word("approach", Approach::from_word);
    new.customer_since = values.day("customer_since");
    new.leaves_on = values.day("leaves_on");
    if new.status == Status::Notified
        && new.leaves_on.is_none()
        && old.is_none_or(|old| old.status != Status::Notified)
        && values.text("leaves_on").is_none()
    {
        values.wrong("leaves_on", "it gave notice: when does it leave?");
    }
    if new.status == Status::Lost && old.is_none_or(|old| old.status != Status::Lost) {
        new.lost_on = new.lost_on.or(Some(facts.today));
    }
    new.talk_every = values.whole("talk_every", 1, MOST_DAYS);
    new.review_every = values.whole("review_every", 1, MOST_DAYS);
    new.industry = values.text("industry");
    new.website = values.text("website");
    new.phone = values.text("phone");
    new.city = values.text("city");
    new.country = values.text("country");
    new.employees = values.whole("employees", 0, MOST_PEOPLE);
    new.note = values.text("note");
    let id = old.map_or(NEW, |old| old.id);
    let entry = moved_arr(id, new.customer_since, facts, values);
    Some(match old {
        None => added(Account { id, ..new }, entry, values),
        Some(old) => edited(&new, old, entry, facts),
    })
}

fn added(new: Account, entry: Option<Revenue>, values: &Values<'_>) -> Commit {
    let act = Act::edit(format!("{} added", new.name), None);
    let mut changes: Vec<Change> = vec![account::Change::Added(new).into()];
    changes.extend(entry.map(|entry| revenue::Change::Added(entry).into()));
    let mut contract = Contract::of(NEW);
    contract::take_end(&mut contract, values);
    if contract != Contract::of(NEW) {
        changes.push(contract_record::Change::Added(contract).into());
    }
    Commit::new(act, changes)
}

fn edited(new: &Account, old: &Account, entry: Option<Revenue>, facts: &Facts) -> Commit {
    let fields = new.fields_changed_from(old);
    let mut expected = old.expects(&fields);
    // The entry is a difference to what the account is worth.
    let standing = facts.dossier.as_ref().map(|dossier| &dossier.standing);
    expected.extend(standing.filter(|_| entry.is_some()).map(Standing::expects_arr));
    let act = Act::edit(label(new, &fields, entry.as_ref(), facts), Some(old.id));
    let mut changes: Vec<Change> = Vec::new();
    if !fields.is_empty() {
        changes.push(account::Change::Edited { id: old.id, fields }.into());
    }
    changes.extend(entry.map(|entry| revenue::Change::Added(entry).into()));
    Commit::new(act, changes).expecting(expected)
}

/// The figure of today, as a field.
fn arr(facts: &Facts) -> FieldSpec {
    let now = arr_now(facts);
    let currency = arr_currency(facts);
    let text = now.map_or_else(String::new, |now| now.plain(currency));
    let mixed = now.is_none() && !history(facts).is_empty();
    let hint = if mixed { "two currencies: see the Money tab" } else { "a year, as 64k or 1.2m" };
    FieldSpec::new("arr", "ARR now", FieldKind::Amount(currency), text).hint(hint)
}

fn history(facts: &Facts) -> &[Revenue] {
    facts.dossier.as_ref().map_or(&[], |dossier| dossier.records.revenue.as_slice())
}

fn arr_now(facts: &Facts) -> Option<Money> {
    arr_on(history(facts), facts.today)
}

/// What a figure without a currency is in.
fn arr_currency(facts: &Facts) -> Currency {
    Held::of(history(facts), facts.today).currency(facts.base)
}

/// The entry that another figure appends to the revenue history.
fn moved_arr(
    account: Id,
    customer_since: Option<NaiveDate>,
    facts: &Facts,
    values: &Values<'_>,
) -> Option<Revenue> {
    let held = Held::of(history(facts), facts.today);
    let Some(wanted) = values.amount("arr", held.currency(facts.base)) else {
        if held.now.is_some() && values.text("arr").is_none() {
            values.wrong("arr", "0 where it pays nothing any more");
        }
        return None;
    };
    match held.moved_to(wanted, account, customer_since, facts.today) {
        Ok(entry) => return entry,
        Err(Unmoved::Negative) => values.wrong("arr", "what it is worth a year, 0 or more"),
        Err(Unmoved::Unclear) => {
            values.wrong("arr", "two currencies stand side by side: mend it in the Money tab");
        }
        Err(Unmoved::Currency(held)) => {
            let says = format!("until now it paid in {held}: two entries in the Money tab");
            values.wrong("arr", says);
        }
    }
    None
}

/// `Contoso: tier strategic`, `Contoso: ARR €940k → €1.00M`, `Contoso: city, note`.
fn label(
    new: &Account,
    fields: &[account::Field],
    entry: Option<&Revenue>,
    facts: &Facts,
) -> String {
    let said = |field: &account::Field| match field {
        account::Field::Name(_) => format!("name, was {}", facts.name()),
        account::Field::Tier(tier) => format!("tier {}", said_word(*tier)),
        account::Field::Status(status) => format!("status {status}"),
        account::Field::Stage(stage) => format!("stage {}", said_word(*stage)),
        account::Field::Approach(approach) => format!("approach {}", said_word(*approach)),
        other => other.column().replace('_', " "),
    };
    let mut parts: Vec<String> = fields.iter().map(said).collect();
    if let Some(entry) = entry {
        let then = arr_now(facts).map_or_else(|| "–".to_owned(), Money::signed_short);
        let now = arr_now(facts).map_or(0, |now| now.minor).saturating_add(entry.amount);
        let now = Money { minor: now, currency: entry.currency }.signed_short();
        parts.insert(0, format!("ARR {then} → {now}"));
    }
    match parts.len() {
        0..=3 => format!("{}: {}", new.name, parts.join(", ")),
        count => format!("{}: {count} fields", new.name),
    }
}

fn said_word<T: std::fmt::Display>(word: Option<T>) -> String {
    word.map_or_else(|| "none".to_owned(), |word| word.to_string())
}

fn one_of<T: std::fmt::Display + Copy>(words: &[T]) -> FieldKind {
    FieldKind::Choice { options: Choice::words(words.iter().copied()), none: true }
}

fn word<T: std::fmt::Display>(word: Option<T>) -> String {
    word.map_or_else(String::new, |word| word.to_string())
}

fn on(on: Option<NaiveDate>) -> String {
    on.map_or_else(String::new, day::typed)
}

fn number(number: Option<i64>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

#[cfg(test)]
mod tests;
