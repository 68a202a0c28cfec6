//! People and steps that no account claims, by the firm that a file named: type to find, Enter
//! gives one of them or a whole firm its account.
//!
//! ```text
//! ┏ Without account ─ 84 people ━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃▸Contoso Ltd  3 people             all to one account ┃
//! ┃   Dana Fox   Head of IT           dana@contoso.com   ┃
//! ```

use super::pick::{Item, Pick};
use super::{Outcome, Overlay, middle};
use crate::desk::{Act, Commit};
use crate::domain::account::{self, Account};
use crate::domain::book::page::UnlinkedPage;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact};
use crate::domain::plan::step::{self, Step, StepStatus};
use crate::text;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Widget};
use std::collections::BTreeMap;

const COLUMNS: u16 = 96;

/// A firm of so many people is offered as a whole.
const SEVERAL: usize = 2;

/// The number that names a new account within its commit.
const NEW: Id = Id(-1);

/// The list, and where somebody is in it.
#[derive(Debug, Default)]
pub struct Unlinked {
    sought: String,
    chosen: usize,
    top: usize,
    lines: usize,
    rows: Vec<(Rect, usize)>,
    frame: Rect,
}

/// One line of it.
#[derive(Clone, Debug)]
enum Line<'a> {
    /// Several people of one firm.
    Firm(&'a str, Vec<&'a Contact>),
    /// A person; whether the line over them names their firm.
    Person(&'a Contact, bool),
    Step(&'a Step),
}

impl Unlinked {
    fn lines<'a>(&self, page: Option<&'a UnlinkedPage>) -> Vec<Line<'a>> {
        let Some(page) = page else { return Vec::new() };
        let sought = self.sought.to_lowercase();
        let words: Vec<&str> = sought.split_whitespace().collect();
        let found = |texts: &[Option<&str>]| {
            let text = texts.iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>();
            let text = text.join(" ");
            words.iter().all(|word| text.contains(word))
        };
        let mut firms: BTreeMap<String, Vec<&Contact>> = BTreeMap::new();
        for person in &page.contacts {
            let employer = person.employer.as_deref();
            let title = person.title.as_deref();
            if found(&[Some(&person.name), title, employer, person.email.as_deref()]) {
                let firm = employer.map(folded).unwrap_or_default();
                firms.entry(firm).or_default().push(person);
            }
        }
        let mut firms: Vec<(String, Vec<&Contact>)> = firms.into_iter().collect();
        // The largest firm saves most, people of no firm come last.
        firms.sort_by_key(|(firm, people)| (firm.is_empty(), std::cmp::Reverse(people.len())));
        let mut lines = Vec::new();
        for (firm, people) in firms {
            let name = people.first().and_then(|one| one.employer.as_deref()).unwrap_or_default();
            let several = !firm.is_empty() && people.len() >= SEVERAL;
            if several {
                lines.push(Line::Firm(name.trim(), people.clone()));
            }
            lines.extend(people.into_iter().map(|person| Line::Person(person, several)));
        }
        let steps = page.steps.iter().filter(|step| found(&[Some(&step.title)]));
        lines.extend(steps.map(Line::Step));
        lines
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
        {
            self.seek(&letter.to_string());
            return Outcome::Stays;
        }
        if key.code == Code::Backspace {
            self.sought.pop();
            self.chosen = 0;
            return Outcome::Stays;
        }
        let page = isize::try_from(self.lines).unwrap_or(1);
        match sight.keymap.action(Context::Unlinked, key) {
            Some(Action::Up) => self.choose(-1, sight),
            Some(Action::Down) => self.choose(1, sight),
            Some(Action::PageUp) => self.choose(-page, sight),
            Some(Action::PageDown) => self.choose(page, sight),
            Some(Action::First) => self.choose(isize::MIN / 2, sight),
            Some(Action::Last) => self.choose(isize::MAX / 2, sight),
            Some(Action::Open) => return self.enter(sight),
            Some(Action::Delete) => return self.put_away(sight),
            Some(Action::Back) if !self.sought.is_empty() => {
                self.sought.clear();
                self.chosen = 0;
            }
            Some(Action::Back) => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    fn seek(&mut self, typed: &str) {
        self.sought.extend(typed.chars().filter(|letter| !letter.is_control()).take(80));
        self.chosen = 0;
    }

    fn choose(&mut self, by: isize, sight: &Sight<'_>) {
        let last = self.lines(sight.unlinked).len().saturating_sub(1);
        self.chosen = self.chosen.min(last).saturating_add_signed(by).min(last);
    }

    fn chosen<'a>(&self, sight: &Sight<'a>) -> Option<Line<'a>> {
        let mut lines = self.lines(sight.unlinked);
        let last = lines.len().checked_sub(1)?;
        Some(lines.swap_remove(self.chosen.min(last)))
    }

    fn enter(&self, sight: &Sight<'_>) -> Outcome {
        let opening = match self.chosen(sight) {
            None => return Outcome::Stays,
            Some(Line::Firm(firm, people)) => Opening::Pick(accounts(firm, &people, sight)),
            Some(Line::Person(person, _)) => Opening::Form(Subject::Person {
                account: None,
                contact: Some(person.id.0),
                level: None,
            }),
            Some(Line::Step(step)) => Opening::Pick(accounts_of_step(step, sight)),
        };
        Outcome::Wishes(vec![Wish::Open(opening)])
    }

    /// Who will never belong to an account goes to the archive.
    fn put_away(&self, sight: &Sight<'_>) -> Outcome {
        let people = match self.chosen(sight) {
            Some(Line::Firm(_, people)) => people,
            Some(Line::Person(person, _)) => vec![person],
            Some(Line::Step(step)) => {
                let fields = vec![
                    step::Field::Status(StepStatus::Dropped),
                    step::Field::DropReason(Some("belongs to no account".to_owned())),
                ];
                let expected = step.expects(&fields);
                let change = step::Change::Edited { id: step.id, fields };
                let act = Act::edit(format!("{} dropped", step.title), None);
                let commit = Commit::new(act, vec![change.into()]).expecting(expected);
                return Outcome::Wishes(vec![Wish::Commit(commit)]);
            }
            None => return Outcome::Stays,
        };
        let label = format!("{} put away in the archive", whom(&people));
        let fields = vec![contact::Field::ArchivedOn(Some(sight.today))];
        let changes = people
            .iter()
            .map(|one| contact::Change::Edited { id: one.id, fields: fields.clone() }.into());
        let commit = Commit::new(Act::edit(label, None), changes.collect());
        Outcome::Wishes(vec![Wish::Commit(commit)])
    }
}

/// The account for all people of a firm: the one of its name first, then a new one.
fn accounts(firm: &str, people: &[&Contact], sight: &Sight<'_>) -> Pick {
    let item = |id: Id, name: &str, note: &str| {
        Item::new(name, note, Wish::Commit(linked(people, id, name, Vec::new())))
    };
    let mut account = Account::named(firm, sight.today);
    account.id = NEW;
    let founded = vec![account::Change::Added(account).into()];
    let new = Item::new(
        format!("new account {firm}"),
        "is not in the book yet",
        Wish::Commit(linked(people, NEW, firm, founded)),
    );
    let (same, others): (Vec<_>, Vec<_>) =
        sight.whole.rows.iter().partition(|row| folded(&row.name) == folded(firm));
    let mut items: Vec<Item> =
        same.iter().map(|row| item(row.account, &row.name, "the same name")).collect();
    if same.is_empty() {
        items.push(new);
    }
    items.extend(others.iter().map(|row| item(row.account, &row.name, "")));
    Pick::new(format!("{firm}: whose people are they?"), items).lead([whom(people)])
}

/// The account for a step.
fn accounts_of_step(step: &Step, sight: &Sight<'_>) -> Pick {
    let items = sight.whole.rows.iter().map(|row| {
        let fields = vec![step::Field::AccountId(Some(row.account))];
        let expected = step.expects(&fields);
        let change = step::Change::Edited { id: step.id, fields };
        let label = format!("{} belongs to {}", step.title, row.name);
        let act = Act::edit(label, Some(row.account));
        let commit = Commit::new(act, vec![change.into()]).expecting(expected);
        Item::new(&*row.name, "", Wish::Commit(commit))
    });
    Pick::new("Whose step is it?", items.collect()).lead([step.title.clone()])
}

/// Gives people their account.
fn linked(people: &[&Contact], account: Id, name: &str, mut changes: Vec<Change>) -> Commit {
    let mut expected = Vec::new();
    for person in people {
        let fields = vec![contact::Field::AccountId(Some(account))];
        expected.extend(person.expects(&fields));
        changes.push(contact::Change::Edited { id: person.id, fields }.into());
    }
    let about = (account != NEW).then_some(account);
    let belongs = if people.len() == 1 { "belongs" } else { "belong" };
    let act = Act::edit(format!("{} {belongs} to {name}", whom(people)), about);
    Commit::new(act, changes).expecting(expected)
}

/// `Dana Fox`, `Dana Fox and 2 more`.
fn whom(people: &[&Contact]) -> String {
    match people {
        [] => "nobody".to_owned(),
        [one] => one.name.clone(),
        [first, rest @ ..] => format!("{} and {} more", first.name, rest.len()),
    }
}

/// A firm's name as it is compared.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn counted(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}

impl Overlay for Unlinked {
    fn context(&self) -> Context {
        Context::Unlinked
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => return self.key(*key, sight),
            Input::Paste(pasted) => self.seek(pasted),
            Input::Pointer { press: Press::Click, x, y } => {
                let at = Position::new(*x, *y);
                if !self.frame.contains(at) {
                    return Outcome::Closes;
                }
                let clicked = self.rows.iter().find(|(row, _)| row.contains(at)).map(|row| row.1);
                match clicked {
                    Some(line) if line == self.chosen => return self.enter(sight),
                    Some(line) => self.chosen = line,
                    None => {}
                }
            }
            Input::Pointer { press: Press::WheelUp, .. } => self.choose(-3, sight),
            Input::Pointer { press: Press::WheelDown, .. } => self.choose(3, sight),
            Input::Focus => {}
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let lines = self.lines(sight.unlinked);
        self.chosen = self.chosen.min(lines.len().saturating_sub(1));
        let wanted = u16::try_from(lines.len().max(2) + 2).unwrap_or(u16::MAX);
        let room = area.height.saturating_sub(if area.height > 12 { 4 } else { 0 });
        // As high as the whole list: it must not jump while somebody types.
        let all = sight.unlinked.map_or(0, |page| page.contacts.len() + page.steps.len());
        let wanted = wanted.max(u16::try_from(all + 2).unwrap_or(u16::MAX));
        let frame = middle(area, COLUMNS, wanted.min(room.max(3)));
        self.frame = frame;
        Clear.render(frame, buffer);
        let page = sight.unlinked;
        let people = page.map_or(0, |page| page.contacts_total);
        let steps = page.map_or(0, |page| page.steps_total);
        let mut title = format!(" Without account ─ {}", counted(people, "person", "people"));
        if steps > 0 {
            title += ", ";
            title += &counted(steps, "step", "steps");
        }
        if let Some(page) = page.filter(|page| page.contacts.len() < people) {
            let here = format!(", the first {} here", page.contacts.len());
            title += &here;
        }
        if !self.sought.is_empty() {
            title += " ─ ";
            title += &text::shown(&self.sought);
            title.push('▏');
        }
        title.push(' ');
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title(title)
            .title_bottom(" Enter give an account  Del put away  Esc close ");
        let inner = block.inner(frame);
        block.render(frame, buffer);
        self.lines = usize::from(inner.height).max(1);
        self.top = self.top.min(self.chosen).max((self.chosen + 1).saturating_sub(self.lines));
        self.rows.clear();
        let mut pen = Pen::new(buffer, inner);
        if lines.is_empty() {
            let says = if self.sought.is_empty() {
                "Everybody has an account.".to_owned()
            } else {
                format!("nobody here is called “{}”", self.sought)
            };
            pen.at(1, 0, &says, theme.dim);
        }
        for (place, line) in lines.iter().enumerate().skip(self.top).take(self.lines) {
            let y = (place - self.top) as u16;
            self.rows.push((pen.place(0, y, inner.width, 1), place));
            draw_line(&mut pen, y, line, place == self.chosen, sight);
        }
    }
}

fn draw_line(pen: &mut Pen<'_>, y: u16, line: &Line<'_>, chosen: bool, sight: &Sight<'_>) {
    let theme = sight.theme;
    let width = pen.width();
    let in_style = |style| if chosen { theme.selected } else { style };
    if chosen {
        pen.paint(y, theme.selected);
        pen.at(0, y, "▸", theme.selected);
    }
    // Name, title and firm; the rest is the address's.
    let (name, title) = (width / 4, width * 2 / 5);
    let rest = width.saturating_sub(name + title + 4);
    match line {
        Line::Firm(firm, people) => {
            let count = counted(people.len(), "person", "people");
            let end = pen.cell(1, y, name + title, firm, in_style(theme.strong));
            pen.cell(end + 2, y, width, &count, in_style(theme.dim));
            pen.right(name + title + 3, y, rest, "all to one account", in_style(theme.dim));
        }
        Line::Person(person, named) => {
            let indent = if *named { 3 } else { 1 };
            pen.cell(indent, y, name.saturating_sub(indent), &person.name, in_style(theme.text));
            // The firm says most about where somebody belongs.
            let mut what: Vec<&str> =
                person.employer.as_deref().filter(|_| !named).into_iter().collect();
            what.extend(person.title.as_deref());
            pen.cell(name + 1, y, title, &what.join(", "), in_style(theme.dim));
            let email = person.email.as_deref().unwrap_or_default();
            pen.right(name + title + 3, y, rest, email, in_style(theme.dim));
        }
        Line::Step(step) => {
            pen.cell(1, y, name + title, &step.title, in_style(theme.text));
            let due = step
                .due_on
                .map_or_else(|| "no day".to_owned(), |day| phrase::day(day, sight.today));
            pen.right(name + title + 3, y, rest, &format!("step, {due}"), in_style(theme.dim));
        }
    }
}

#[cfg(test)]
mod tests;
