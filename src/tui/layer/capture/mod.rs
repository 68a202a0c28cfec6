//! The line that says what happened, while it is typed: under it stands what each word was taken
//! for. Tab completes a name, Enter writes it as one step, Esc keeps the line for later.
//!
//! ```text
//! ┏ Log a line ─ Northwind Traders ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ northwind dana call "budget frozen" nps6▏                                   ┃
//! ┃                                                                             ┃
//! ┃ northwind         account  Northwind Traders                                ┃
//! ┃ dana              person   Dana Wirth, CFO                                  ┃
//! ```

mod draw;

use super::{Outcome, Overlay};
use crate::desk::{Act, Commit, Reading};
use crate::domain::capture::complete::{Proposal, proposals};
use crate::domain::capture::{self, Captured, Ground};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::when::Order;
use crate::error::{Error, Result};
use crate::tui::action::{Action, TextAct, Wish};
use crate::tui::form::draft::Draft;
use crate::tui::form::subject::Subject;
use crate::tui::key::{Code, Input, Key};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::readline::request;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::collections::HashMap;
use tui_input::InputRequest;

/// Letters of a line, and of the note under it.
const LONGEST: usize = 2_000;
const NOTE: usize = 200_000;

/// The keys of its texts in a draft.
const LINE: &str = "line";
const BELOW: &str = "note";

/// The line, what stands below it, and what both were taken for.
#[derive(Debug)]
pub struct Capture {
    subject: Subject,
    here: Option<Id>,
    typed: tui_input::Input,
    /// Pasted lines after the first.
    note: String,
    /// The day on which it was begun, and the order of its days.
    when: (NaiveDate, Order),
    /// Every account with its name.
    accounts: Vec<(Id, String)>,
    /// People of the accounts that were asked for so far.
    people: RefCell<HashMap<Id, Vec<Contact>>>,
    found: Captured,
    /// The cycle that the steps of the line would join.
    cycle: Option<Id>,
    /// Where the word before the cursor begins, and what it may become.
    offered: (usize, Vec<Proposal>),
    round: Option<Round>,
    /// Why it was not written.
    refused: Option<String>,
    restored: bool,
}

/// Tab goes through the proposals and comes back to what was typed.
#[derive(Debug)]
struct Round {
    from: usize,
    typed: String,
    rest: String,
    proposals: Vec<Proposal>,
    at: usize,
}

impl Capture {
    /// Opens it on an account, with what was typed there and not written.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn open(
        here: Option<Id>,
        draft: Option<&Draft>,
        when: (NaiveDate, Order),
        reading: &Reading,
    ) -> Result<Self> {
        let text = |key: &str| draft.and_then(|draft| draft.text(key)).unwrap_or_default();
        let mut line = Self {
            subject: Subject::Capture { account: here.map(|id| id.0) },
            here,
            typed: tui_input::Input::new(text(LINE).to_owned()),
            note: text(BELOW).to_owned(),
            // `yesterday` and `2w` mean what they meant when they were typed.
            when: (draft.and_then(|draft| draft.on).unwrap_or(when.0), when.1),
            accounts: reading.names()?,
            people: RefCell::default(),
            found: Captured::default(),
            cycle: None,
            offered: (0, Vec::new()),
            round: None,
            refused: None,
            restored: draft.is_some(),
        };
        line.look(reading)?;
        Ok(line)
    }

    fn text(&self) -> String {
        if self.note.is_empty() {
            return self.typed.value().to_owned();
        }
        format!("{}\n{}", self.typed.value(), self.note)
    }

    /// Where the cursor stands, in bytes.
    fn cursor(&self) -> usize {
        let typed = self.typed.value();
        let at = typed.char_indices().nth(self.typed.cursor());
        at.map_or(typed.len(), |(at, _)| at)
    }

    /// Reads what stands in the line against the book.
    fn look(&mut self, reading: &Reading) -> Result<()> {
        let failed = RefCell::new(None);
        let people = |account: Id| {
            if let Some(known) = self.people.borrow().get(&account) {
                return known.clone();
            }
            match reading.naming::<Contact>("account_id", account) {
                Ok(found) => {
                    self.people.borrow_mut().insert(account, found.clone());
                    found
                }
                Err(error) => {
                    failed.replace(Some(error));
                    Vec::new()
                }
            }
        };
        let (today, order) = self.when;
        let (accounts, here) = (&self.accounts, self.here);
        let ground = Ground { today, order, accounts, people: &people, here };
        let text = self.text();
        let found = capture::read(&text, &ground);
        let offered = proposals(&text, self.cursor(), &found, &ground);
        let account = found.account.as_ref().map(|one| one.id);
        if account != self.found.account.as_ref().map(|one| one.id) {
            self.cycle = match account {
                Some(account) => reading.cycle(account, today)?,
                None => None,
            };
        }
        (self.found, self.offered) = (found, offered);
        failed.take().map_or(Ok(()), Err)
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
        {
            return self.edit(InputRequest::InsertChar(letter));
        }
        match sight.keymap.action(Context::Capture, key) {
            Some(Action::Open) => self.write(),
            Some(Action::Back) if self.draft().is_some() => {
                let says = "The line is kept: c brings it back here.".to_owned();
                Outcome::ClosesWith(vec![Wish::Say(says)])
            }
            Some(Action::Back) => Outcome::Closes,
            Some(Action::NextField) => self.complete(1),
            Some(Action::PreviousField) => self.complete(-1),
            Some(Action::Text(TextAct::DeleteToStart)) if self.typed.value().is_empty() => {
                self.note.clear();
                Outcome::Stays
            }
            Some(act) => request(act).map_or(Outcome::Stays, |act| self.edit(act)),
            None => Outcome::Stays,
        }
    }

    fn edit(&mut self, request: InputRequest) -> Outcome {
        let grows = matches!(request, InputRequest::InsertChar(_) | InputRequest::Yank);
        if !grows || self.typed.value().chars().count() < LONGEST {
            (self.round, self.refused) = (None, None);
            self.typed.handle(request);
        }
        Outcome::Stays
    }

    /// The first pasted line goes where the cursor stands, the others become the note.
    fn paste(&mut self, pasted: &str) {
        (self.round, self.refused) = (None, None);
        let pasted = pasted.trim_matches(['\n', '\r']).replace("\r\n", "\n").replace('\r', "\n");
        let (first, rest) = pasted.split_once('\n').unwrap_or((&pasted, ""));
        let room = LONGEST.saturating_sub(self.typed.value().chars().count());
        for letter in first.chars().take(room) {
            let letter = if letter.is_control() { ' ' } else { letter };
            self.typed.handle(InputRequest::InsertChar(letter));
        }
        // What the line has no room for begins the note.
        let over: String = first.chars().skip(room).collect();
        let rest = if over.is_empty() { rest.to_owned() } else { format!("{over}\n{rest}") };
        let rest = rest.trim_end();
        if !rest.is_empty() {
            let gap = if self.note.is_empty() { "" } else { "\n" };
            let room = NOTE.saturating_sub(self.note.chars().count());
            self.note.push_str(gap);
            let kept = rest.chars().filter(|one| !one.is_control() || matches!(one, '\n' | '\t'));
            self.note.extend(kept.take(room));
        }
    }

    fn begin_round(&self) -> Round {
        let (from, proposals) = self.offered.clone();
        let (value, cursor) = (self.typed.value(), self.cursor());
        let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
        let (typed, rest) = (part(value.get(from..cursor)), part(value.get(cursor..)));
        let at = proposals.len();
        Round { from, typed, rest, proposals, at }
    }

    /// Tab: the next proposal in place of the word, after the last one what was typed.
    fn complete(&mut self, by: isize) -> Outcome {
        let mut round = self.round.take().unwrap_or_else(|| self.begin_round());
        let count = round.proposals.len();
        if count == 0 {
            let says = "Nothing begins like that: names, # and ! can be completed.".to_owned();
            return Outcome::Wishes(vec![Wish::Say(says)]);
        }
        round.at = (round.at + count + 1).saturating_add_signed(by) % (count + 1);
        let taken = round.proposals.get(round.at).map_or(&round.typed, |one| &one.text);
        let blank = taken.ends_with(' ') && round.rest.starts_with(' ');
        let taken = if blank { taken.trim_end() } else { taken };
        let head = self.typed.value().get(..round.from).unwrap_or_default();
        let cursor = head.chars().count() + taken.chars().count() + usize::from(blank);
        let value = format!("{head}{taken}{}", round.rest);
        self.typed = tui_input::Input::new(value).with_cursor(cursor);
        (self.round, self.refused) = (Some(round), None);
        Outcome::Stays
    }

    fn write(&mut self) -> Outcome {
        if self.text().trim().is_empty() {
            self.refused = Some("say what happened: who, how, and what they said".to_owned());
            return Outcome::Stays;
        }
        let account = self.found.account.as_ref().map(|one| one.id);
        let Some(account) = account.filter(|_| self.found.ready()) else {
            self.refused = Some("nothing is written yet".to_owned());
            return Outcome::Stays;
        };
        let act = Act::edit(self.found.label(), Some(account));
        Outcome::Writes(Commit::new(act, self.found.changes(self.cycle)))
    }
}

impl Overlay for Capture {
    fn context(&self) -> Context {
        Context::Capture
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => self.key(*key, sight),
            Input::Paste(pasted) => {
                self.paste(pasted);
                Outcome::Stays
            }
            Input::Pointer { .. } | Input::Focus => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        draw::draw(self, area, buffer, sight);
    }

    fn read(&mut self, reading: &Reading, today: NaiveDate) -> Result<()> {
        if self.text().trim().is_empty() {
            self.when.0 = today;
        }
        let looked = self.look(reading);
        if looked.is_err() {
            // What was understood of an older line is not to be written for this one.
            self.found = Captured::default();
        }
        looked
    }

    fn subject(&self) -> Option<&Subject> {
        Some(&self.subject)
    }

    fn draft(&self) -> Option<Draft> {
        let texts = [(LINE, self.typed.value()), (BELOW, self.note.as_str())];
        let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let texts: Vec<(String, String)> =
            texts.map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        let name = self.here.and_then(|here| self.accounts.iter().find(|(id, _)| *id == here));
        let title = name.map_or_else(|| "A line".to_owned(), |(_, name)| format!("A line, {name}"));
        (!texts.is_empty()).then(|| Draft {
            subject: self.subject.clone(),
            title,
            texts,
            opened: Vec::new(),
            on: Some(self.when.0),
            days: Vec::new(),
        })
    }

    fn failed(&mut self, error: &Error) {
        self.refused = Some(error.message.clone());
    }
}
