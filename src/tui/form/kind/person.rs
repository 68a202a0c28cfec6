//! A person: who it is, where they sit on the map, how to reach them.

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact, Influence, Level, Role, Stance, birthday, tree};
use crate::domain::map::{certain_level, proposed_level};
use crate::domain::word::WordSet;
use crate::tui::form::facts::Facts;
use crate::tui::form::plain::Setting;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let person = opened(subject, facts)?;
    let known = is_known(&person);
    let line = |key, label, text: &Option<String>| {
        FieldSpec::new(key, label, FieldKind::Line, text.clone().unwrap_or_default())
    };
    let account = account(&person, facts);
    let unlinked = known && person.account_id.is_none();
    let mut fields = vec![
        FieldSpec::new("name", "name", FieldKind::Line, &*person.name).hint("Dana Fox"),
        line("title", "title", &person.title).hint("Head of Operations"),
        word("level", "level", Choice::words(Level::ALL), person.level.map(Level::word))
            .hint(&level_hint(known, &person)),
        FieldSpec::new(
            "roles",
            "roles",
            FieldKind::Many { options: Choice::words(Role::ALL) },
            words(&person.roles),
        ),
        word(
            "influence",
            "influence",
            Choice::words(Influence::ALL),
            person.influence.map(Influence::word),
        ),
        word("stance", "stance", Choice::words(Stance::ALL), person.stance.map(Stance::word))
            .hint("for us or against us"),
        line("email", "e-mail", &person.email),
        line("phone", "phone", &person.phone),
        line("mobile", "mobile", &person.mobile),
        line("birthday", "birthday", &person.birthday.map(birthday::shown))
            .hint("12 mar, or 12 mar 1975"),
        line("interests", "interests", &person.interests),
        line("language", "language", &person.language),
        FieldSpec::new("note", "note", FieldKind::Lines, person.note.clone().unwrap_or_default()),
    ];
    let chiefs = chiefs(&person, facts);
    if !chiefs.is_empty() {
        let text = person.reports_to.map(|chief| chief.0.to_string()).unwrap_or_default();
        let kind = FieldKind::Choice { options: chiefs, none: true };
        fields.insert(4, FieldSpec::new("reports_to", "reports to", kind, text));
    }
    let ours = colleagues(&person, facts);
    if !ours.is_empty() {
        let text = person.colleague_id.map(|one| one.0.to_string()).unwrap_or_default();
        let kind = FieldKind::Choice { options: ours, none: true };
        let field = FieldSpec::new("colleague_id", "kept by", kind, text);
        fields.insert(fields.len() - 1, field.hint("who on our side owns the contact; none: me"));
    }
    // Somebody without account is opened to be given one; for others it seldom changes.
    let at = if unlinked { 0 } else { fields.len() - 1 };
    fields.insert(at, account);
    let mut lead = Vec::new();
    if unlinked {
        let employer = person.employer.as_deref().unwrap_or("not said");
        lead.push(format!("No account yet. Works for: {employer}."));
    }
    if let Some(left) = person.left_on {
        lead.push(format!("Left the company on {}.", left.format("%-d %b %Y")));
    }
    let title = match (known, facts.name()) {
        (false, "") => "New person".to_owned(),
        (false, account) => format!("New person at {account}"),
        (true, "") => person.name.clone(),
        (true, account) => format!("{}, {account}", person.name),
    };
    Some(Spec { title, lead, fields })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let old = opened(subject, facts)?;
    let mut person = old.clone();
    person.name = values.needed("name", "who is it?");
    person.title = values.text("title");
    person.level = values.word("level", Level::from_word);
    person.roles = WordSet::of(&values.words("roles", Role::from_word));
    person.influence = values.word("influence", Influence::from_word);
    person.stance = values.word("stance", Stance::from_word);
    person.email = values.text("email");
    // What a file brought in keeps nobody from changing the rest.
    if person.email != old.email && person.email.as_deref().is_some_and(|email| !is_address(email))
    {
        values.wrong("email", "an address as dana@contoso.com");
    }
    person.phone = values.text("phone");
    person.mobile = values.text("mobile");
    person.birthday = values.text("birthday").and_then(|text| {
        let born = birthday::typed(&text, facts.today);
        if born.is_none() {
            values.wrong("birthday", "a birthday, as 12 mar or 12 mar 1975");
        }
        born
    });
    person.interests = values.text("interests");
    person.language = values.text("language");
    person.note = values.text("note");
    if !colleagues(&old, facts).is_empty() {
        person.colleague_id = values.id("colleague_id");
    }
    person.account_id = values.id("account_id");
    let moved = person.account_id != old.account_id;
    // Whom one reports to is asked within the account, and stays there.
    person.reports_to = values.id("reports_to").filter(|_| !moved);
    if let Some(chief) = person.reports_to
        && tree::would_circle(people(facts), person.id, chief)
        && person.id != Id(0)
    {
        let name = facts.person(chief.0).map_or("that one", |chief| &chief.name);
        values.wrong("reports_to", format!("{name} reports to {} already", old.name));
    }
    if !values.right() {
        return None;
    }
    if !is_known(&old) {
        person.level = person.level.or_else(|| certain_level(&person));
        // Who writes somebody down knows that they are there.
        person.verified_on = Some(facts.today);
        let place = place(person.account_id, facts);
        let label = match &place {
            Some(account) => format!("{} added at {account}", person.name),
            None => format!("{} added", person.name),
        };
        let act = Act::edit(label, person.account_id);
        return Some(Commit::new(act, vec![contact::Change::Added(person).into()]));
    }
    let fields = person.fields_changed_from(&old);
    if fields.is_empty() {
        return Some(Commit::new(Act::edit(old.name, old.account_id), Vec::new()));
    }
    let expected = old.expects(&fields);
    let label = label(&person, &fields, facts);
    let mut changes: Vec<Change> = vec![contact::Change::Edited { id: old.id, fields }.into()];
    if moved {
        let left_behind = people(facts).iter().filter(|other| other.reports_to == Some(old.id));
        changes.extend(left_behind.map(|other| {
            let fields = vec![contact::Field::ReportsTo(None)];
            contact::Change::Edited { id: other.id, fields }.into()
        }));
    }
    let account = person.account_id.or(old.account_id);
    Some(Commit::new(Act::edit(label, account), changes).expecting(expected))
}

/// The person as the form finds them: one of the book, or a new one; none where one is gone.
fn opened(subject: &Subject, facts: &Facts) -> Option<Contact> {
    match subject {
        Subject::Person { contact: Some(contact), .. } => facts.person(*contact).cloned(),
        Subject::Person { contact: None, .. } => Some(new(subject, facts)),
        _ => None,
    }
}

/// The book holds the person already.
fn is_known(person: &Contact) -> bool {
    person.id != Id(0)
}

/// Somebody about whom nothing is written down yet.
fn new(subject: &Subject, facts: &Facts) -> Contact {
    let mut person = Contact::named("", subject.account(), facts.today);
    if let Subject::Person { level: Some(level), .. } = subject {
        person.level = Level::from_word(level);
    }
    person
}

fn people(facts: &Facts) -> &[Contact] {
    facts.dossier.as_ref().map_or(&[], |dossier| &dossier.records.contacts)
}

/// Everybody of the account but the person, and whom they report to now, gone or not.
fn chiefs(person: &Contact, facts: &Facts) -> Vec<Choice> {
    people(facts)
        .iter()
        .filter(|other| other.active() || person.reports_to == Some(other.id))
        .filter(|other| other.id != person.id)
        .map(|other| Choice::new(other.id.0.to_string(), called(other)))
        .collect()
}

/// Who on our side may keep the contact: those still with us, and who does.
fn colleagues(person: &Contact, facts: &Facts) -> Vec<Choice> {
    let named: Vec<Id> = person.colleague_id.into_iter().collect();
    Setting::of_form(facts, person.account_id, None).colleagues_to_choose(&named)
}

/// `Dana Fox, CFO`.
pub(super) fn called(person: &Contact) -> String {
    match &person.title {
        Some(title) => format!("{}, {title}", person.name),
        None => person.name.clone(),
    }
}

/// Which account; for somebody who has none, the one that is called as their employer.
fn account(person: &Contact, facts: &Facts) -> FieldSpec {
    let options = facts.accounts.iter().map(|(id, name)| Choice::new(id.0.to_string(), name));
    let employer = person.employer.as_deref().map(str::trim).unwrap_or_default().to_lowercase();
    let mut called =
        facts.accounts.iter().filter(|(_, name)| name.trim().to_lowercase() == employer);
    let only = match (called.next(), called.next()) {
        (Some((id, _)), None) => Some(*id),
        _ => None,
    };
    let text = person.account_id.or(only).map(|id| id.0.to_string()).unwrap_or_default();
    let kind = FieldKind::Choice { options: options.collect(), none: true };
    FieldSpec::new("account_id", "account", kind, text).hint("type to find it")
}

fn place(account: Option<Id>, facts: &Facts) -> Option<String> {
    let account = account?;
    facts.accounts.iter().find(|(id, _)| *id == account).map(|(_, name)| name.clone())
}

fn word(key: &str, label: &str, options: Vec<Choice>, word: Option<&str>) -> FieldSpec {
    FieldSpec::new(key, label, FieldKind::Choice { options, none: true }, word.unwrap_or_default())
}

fn words(roles: &WordSet<Role>) -> String {
    roles.iter().map(Role::word).collect::<Vec<_>>().join(",")
}

/// What an empty level means: a new person is placed by the title where that is certain.
fn level_hint(known: bool, person: &Contact) -> String {
    let proposed = person.title.as_deref().and_then(proposed_level);
    match proposed {
        Some((level, true)) if known => format!("not placed; the title says {level}"),
        Some((level, false)) if known => format!("not placed; {level}, perhaps"),
        _ if known => "not placed".to_owned(),
        _ => "as the title says".to_owned(),
    }
}

/// Something before an @ and after it.
fn is_address(email: &str) -> bool {
    let parts = email.split_once('@');
    parts.is_some_and(|(who, at)| !who.is_empty() && !at.is_empty())
        && !email.contains(char::is_whitespace)
}

/// What the step is called in the history.
fn label(person: &Contact, fields: &[contact::Field], facts: &Facts) -> String {
    let name = &person.name;
    match fields {
        [contact::Field::Level(Some(level))] => format!("{name} placed: {level}"),
        [contact::Field::Level(None)] => format!("{name} not placed any more"),
        fields if fields.iter().any(|field| matches!(field, contact::Field::AccountId(_))) => {
            match place(person.account_id, facts) {
                Some(account) => format!("{name} belongs to {account}"),
                None => format!("{name} belongs to no account"),
            }
        }
        _ => format!("{name} changed"),
    }
}

#[cfg(test)]
mod tests;
