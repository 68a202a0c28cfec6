//! The levels that titles tell for certain, in all accounts at once.

use super::page::{Around, Page, Turn, said};
use crate::desk::{Act, Commit, Reading};
use crate::domain::account::Account;
use crate::domain::cell::Id;
use crate::domain::contact::{self, Contact, Level};
use crate::domain::map::proposed_level;
use crate::error::Result;
use crate::tui::action::Wish;
use crate::tui::key::{Code, Input};
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::HashMap;

/// Somebody whose title tells the level.
#[derive(Debug)]
struct Line {
    contact: Contact,
    account: String,
    level: Level,
    taken: bool,
}

/// All of them, and how many are left to place by hand.
#[derive(Debug)]
pub struct Levels {
    page: Page,
    lines: Vec<Line>,
    untold: usize,
}

impl Levels {
    /// # Errors
    /// The book cannot be read.
    pub fn read(reading: &Reading) -> Result<Self> {
        let accounts = reading.every::<Account>()?.into_iter();
        let names: HashMap<Id, String> = accounts
            .filter(|account| account.archived_on.is_none())
            .map(|account| (account.id, account.name))
            .collect();
        let (mut lines, mut untold) = (Vec::new(), 0);
        for contact in reading.every::<Contact>()? {
            let account = contact.account_id.and_then(|account| names.get(&account));
            let Some(account) = account.filter(|_| contact.active() && contact.level.is_none())
            else {
                continue;
            };
            match contact.title.as_deref().and_then(proposed_level) {
                Some((level, true)) => {
                    let account = account.clone();
                    lines.push(Line { contact, account, level, taken: true });
                }
                _ => untold += 1,
            }
        }
        lines.sort_by(|one, other| {
            (one.level, one.account.to_lowercase(), &one.contact.name).cmp(&(
                other.level,
                other.account.to_lowercase(),
                &other.contact.name,
            ))
        });
        Ok(Self { page: Page::default(), lines, untold })
    }

    fn taken(&self, level: Option<Level>) -> usize {
        let of = |line: &&Line| line.taken && level.is_none_or(|level| line.level == level);
        self.lines.iter().filter(of).count()
    }

    fn commit(&self) -> Commit {
        let (mut changes, mut expected) = (Vec::new(), Vec::new());
        for line in self.lines.iter().filter(|line| line.taken) {
            let fields = vec![contact::Field::Level(Some(line.level))];
            expected.extend(line.contact.expects(&fields));
            changes.push(contact::Change::Edited { id: line.contact.id, fields }.into());
        }
        let label = match changes.len() {
            1 => "Level of 1 person".to_owned(),
            count => format!("Levels of {count} people"),
        };
        Commit::new(Act::edit(label, None), changes).expecting(expected)
    }

    fn toggle(&mut self) {
        if let Some(line) = self.lines.get_mut(self.page.chosen) {
            line.taken = !line.taken;
        }
    }
}

impl Overlay for Levels {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self.page.input(input, self.lines.len(), sight) {
            Turn::Close => return Outcome::Closes,
            Turn::Take if self.taken(None) == 0 => return Outcome::Closes,
            Turn::Take => return Outcome::ClosesWith(vec![Wish::Commit(self.commit())]),
            Turn::TakeRow => self.toggle(),
            Turn::Own if matches!(input, Input::Key(key) if key.code == Code::Char(' ')) => {
                self.toggle();
                self.page.choose(1, self.lines.len());
            }
            Turn::Moved | Turn::Own => {}
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let counts: Vec<String> = Level::ALL
            .iter()
            .map(|level| (self.taken(Some(*level)), level))
            .filter(|(count, _)| *count > 0)
            .map(|(count, level)| format!("{count} {level}{}", if count == 1 { "" } else { "s" }))
            .collect();
        let mut lead = Vec::new();
        if self.lines.is_empty() {
            lead.push(said("No title tells the level of somebody who has none.", sight));
        } else {
            lead.push(vec![(counts.join(" · "), sight.theme.text)]);
        }
        if self.untold > 0 {
            let says = match self.untold {
                1 => "1 person stays for you to place: no title, or one that tells no level."
                    .to_owned(),
                count => format!(
                    "{count} people stay for you to place: no title, or one that tells no level."
                ),
            };
            lead.push(said(&says, sight));
        }
        let foot = format!("Enter accept {}  Space yes/no  Esc close", self.taken(None));
        let around = Around {
            title: "Levels by title",
            figure: "",
            lead: &lead,
            foot: if self.lines.is_empty() { "Enter close" } else { &foot },
            columns: 88,
            chooses: true,
        };
        let lines = &self.lines;
        self.page.draw(area, buffer, sight, &around, lines.len(), |pen, row, one, two| {
            let Some(line) = lines.get(row) else { return };
            let part = pen.width().saturating_sub(22) / 3;
            pen.cell(1, 0, 1, if line.taken { "✓" } else { "·" }, one);
            pen.cell(3, 0, part, &line.contact.name, one);
            let title = line.contact.title.as_deref().unwrap_or_default();
            pen.cell(4 + part, 0, part, title, two);
            pen.cell(5 + 2 * part, 0, 14, line.level.word(), one);
            pen.cell(20 + 2 * part, 0, part + 1, &line.account, two);
        });
    }
}
