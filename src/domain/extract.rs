//! Texts to take along from an account: the line of the list, the whole of it in Markdown, the
//! addresses of its people.

use super::brief::Brief;
use super::cell::Id;
use super::contact::{Contact, Role};
use super::day::{day, typed};
use super::map::Seat;
use super::plan::step::{Step, StepOwner};
use super::records::Records;
use super::score::print::tenth;
use super::standing::Standing;
use chrono::NaiveDate;

/// The account in one line: its head, and its strongest signal.
#[must_use]
pub fn line(brief: &Brief, standing: &Standing) -> String {
    let live = standing.signals.iter().find(|signal| signal.live());
    let signal = live.map_or_else(String::new, |signal| format!(" · {}", signal.text));
    format!("{} · {}{signal}", brief.name, brief.head)
}

/// The account as a page of Markdown: what a brief says, who is known, what the score is made of,
/// what is planned.
#[must_use]
pub fn markdown(brief: &Brief, records: &Records, standing: &Standing, today: NaiveDate) -> String {
    let mut page = Markdown::default();
    page.text(&format!("# {}", plain(&brief.name)));
    page.gap();
    page.text(&format!("{} · {}", plain(&brief.head), typed(today)));
    for section in &brief.sections {
        page.heading(section.part.word());
        for line in &section.lines {
            page.item(&line.text);
        }
    }
    people(&mut page, records, standing);
    score(&mut page, standing);
    plan(&mut page, records, today);
    page.0
}

fn people(page: &mut Markdown, records: &Records, standing: &Standing) {
    let map = &standing.map;
    let person = |seat: &Seat| records.contacts.iter().find(|one| one.id == seat.contact);
    let there = |one: &&Contact| one.left_on.is_none();
    let told = |one: &Contact| {
        let roles: Vec<&str> = one.roles.iter().map(Role::word).collect();
        let parts = [one.title.clone().unwrap_or_default(), roles.join(", ")];
        let beside: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if beside.is_empty() {
            one.name.clone()
        } else {
            format!("{}, {}", one.name, beside.join(", "))
        }
    };
    page.heading(&format!("Who we know, {} of {}", map.filled, map.wanted));
    for row in &map.rows {
        let names: Vec<String> =
            row.seats.iter().filter_map(person).filter(there).map(told).collect();
        let names = if names.is_empty() { "nobody".to_owned() } else { names.join("; ") };
        page.item(&format!("{}: {names}", row.level));
    }
    let rest: Vec<String> =
        map.not_placed.iter().filter_map(person).filter(there).map(told).collect();
    if !rest.is_empty() {
        page.item(&format!("not placed: {}", rest.join("; ")));
    }
}

fn score(page: &mut Markdown, standing: &Standing) {
    let known = standing.score.factors.iter().filter_map(|one| Some((one, one.score?)));
    let lines: Vec<String> =
        known.map(|(one, value)| format!("{} {}", one.factor, tenth(value))).collect();
    let Some(value) = standing.score.value.filter(|_| !lines.is_empty()) else { return };
    page.heading(&format!("Score {}", tenth(value)));
    page.item(&lines.join(" · "));
}

fn plan(page: &mut Markdown, records: &Records, today: NaiveDate) {
    let open: Vec<&Step> = records.steps.iter().filter(|step| step.status.open()).collect();
    if open.is_empty() {
        return;
    }
    page.heading("Steps");
    for step in open {
        let owner = match step.owner {
            StepOwner::Me => String::new(),
            other => format!(" ({})", step.owner_name.as_deref().unwrap_or(other.word())),
        };
        let due = step.due_on.map_or_else(String::new, |due| format!(", {}", day(due, today)));
        page.text(&format!("- [ ] {}{owner}{due}", plain(&step.title)));
    }
}

/// The addresses of some people, as a mail program takes them, and how many have none.
#[must_use]
pub fn emails<'a>(contacts: impl IntoIterator<Item = &'a Contact>) -> (String, usize) {
    let (mut found, mut without): (Vec<String>, usize) = (Vec::new(), 0);
    for contact in contacts {
        match contact.email.as_deref().map(str::trim).filter(|email| is_address(email)) {
            Some(email) if found.iter().any(|one| one.ends_with(&format!("<{email}>"))) => {}
            Some(email) => found.push(format!("{} <{email}>", quoted(&contact.name))),
            None => without += 1,
        }
    }
    (found.join(", "), without)
}

/// The people of these numbers who are there, in the order of their names.
#[must_use]
pub fn there<'a>(contacts: &'a [Contact], of: Option<&[Id]>, today: NaiveDate) -> Vec<&'a Contact> {
    let asked = |one: &&Contact| of.is_none_or(|of| of.contains(&one.id));
    let mut there: Vec<&Contact> =
        contacts.iter().filter(|one| one.active_on(today)).filter(asked).collect();
    there.sort_by_key(|one| (one.name.to_lowercase(), one.id));
    there
}

/// One address and nothing beside it that a mail program would take for another.
fn is_address(email: &str) -> bool {
    let parts = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c);
    email.contains('@') && !email.contains(parts)
}

/// A name in front of its address, in quotes where a sign in it would mean something there.
fn quoted(name: &str) -> String {
    let name = name.replace(|c: char| c.is_control() || matches!(c, '"' | '\\'), "");
    let bare = name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-' || c == '\'');
    if bare { name } else { format!("\"{name}\"") }
}

/// Text that Markdown takes for text.
fn plain(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            safe.push('\\');
        }
        safe.push(if letter.is_control() { ' ' } else { letter });
    }
    safe
}

#[derive(Default)]
struct Markdown(String);

impl Markdown {
    /// A line that is Markdown already.
    fn text(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn heading(&mut self, title: &str) {
        self.gap();
        self.text(&format!("## {}", plain(title)));
        self.gap();
    }

    fn item(&mut self, text: &str) {
        self.text(&format!("- {}", plain(text)));
    }
}

#[cfg(test)]
mod tests;
