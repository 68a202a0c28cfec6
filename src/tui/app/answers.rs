//! What is on its way to the book, what became of it, and what was typed and is not there yet.

use super::App;
use crate::desk::{Answer, Job, Receipt};
use crate::domain::cell::Id;
use crate::domain::page::Kind as RecordKind;
use crate::error::{Error, Kind};
use crate::tui::errand::Errand;
use crate::tui::form::draft::Draft;
use crate::tui::form::subject::Subject;
use crate::tui::layer::Layer;
use crate::tui::layer::cell;
use crate::tui::layer::message::sentence;
use crate::tui::saved;
use crate::tui::screen::view::Screen;
use crate::tui::several::Several;

impl App {
    /// Hands the clerk a job; `layer` is what it was typed into.
    pub fn ask(&mut self, job: Job, layer: Option<Layer>) {
        self.written.await_answer(layer);
        self.errands.push(Errand::Ask(job));
    }

    /// What the clerk could not even be asked: what was typed comes back.
    pub fn unasked(&mut self, error: &Error) {
        match self.written.take_back() {
            Some(layer) => self.bring_back(layer, error),
            None => self.not_written(error),
        }
        self.tell(error);
    }

    /// What a view had sent itself is not in the book.
    fn not_written(&mut self, error: &Error) {
        for view in self.screen.all_beside() {
            view.failed(error);
        }
    }

    fn bring_back(&mut self, mut layer: Layer, error: &Error) {
        if let Some(Subject::Cell { accounts, column }) = layer.subject() {
            let there = cell::go_to(accounts, column);
            self.wish(there);
        }
        match &mut layer {
            Layer::Form(form) => form.failed(error),
            Layer::Over(over) => over.failed(error),
            _ => {}
        }
        self.layers.open(layer);
    }

    /// Hears what became of a job.
    pub fn hear(&mut self, answer: Answer) {
        let layer = match answer {
            Answer::BackedUp(_) | Answer::NotBackedUp(_) => None,
            _ => self.written.answered(),
        };
        match (answer, layer) {
            (Answer::Done(receipt), layer) => {
                let subject = layer.as_ref().and_then(Layer::subject);
                if let Some(subject) = subject {
                    self.screen.book.look_at_saved(subject, &receipt.created);
                    self.written.settle(subject);
                    let new = receipt.created.first().map(|(_, id)| *id);
                    if let Subject::Record { id, .. } = subject
                        && subject.kind() == Some(RecordKind::Away)
                        && let Some(away) = id.map(Id).or(new)
                    {
                        self.wished
                            .together
                            .push(Several::Inside { away: Some(away), asked: false });
                    }
                }
                self.look_at_new(&receipt);
                for view in self.screen.all_beside() {
                    view.heard(&receipt);
                }
                self.say(if self.shown.mask { "Saved.".to_owned() } else { saved::done(&receipt) });
                if matches!(subject, Some(Subject::Capture { .. })) && !self.shown.mask {
                    let account = receipt.effects.first().map(|effect| effect.account);
                    self.logged = account.map(|account| (account, receipt));
                }
            }
            (Answer::Assessed(_) | Answer::BackedUp(_) | Answer::Noted, _) => {}
            (Answer::Clash(clashes), Some(Layer::Form(mut form))) => {
                form.clash(clashes);
                self.layers.open(Layer::Form(form));
            }
            (Answer::Clash(_), layer) => {
                let says = "another program has changed this in the meantime; nothing was written";
                let error = Error::new(Kind::Busy, says);
                match layer {
                    Some(layer) => self.bring_back(layer, &error),
                    None => self.not_written(&error),
                }
                self.say(sentence(says));
            }
            (Answer::Failed(error), Some(layer)) => {
                self.bring_back(layer, &error);
                self.tell(&error);
            }
            (Answer::NotBackedUp(error), _) => self.tell(&error),
            (Answer::Failed(error), None) => {
                self.not_written(&error);
                self.tell(&error);
            }
        }
    }

    /// What a line has just brought into the book, and of which account.
    pub fn take_logged(&mut self) -> Option<(Id, Receipt)> {
        self.logged.take()
    }

    /// An account that has just come into the book, alone, is the one to go on with.
    fn look_at_new(&mut self, receipt: &Receipt) {
        if let [one] = receipt.effects.as_slice()
            && self.shown.whole().rows.iter().all(|row| row.account != one.account)
        {
            self.screen.book.look_at(Some(one.account));
        }
    }

    /// The forms whose drafts are no longer needed: saved since the last time, or open as they
    /// were opened.
    pub fn take_settled(&mut self) -> Vec<Subject> {
        let mut settled = self.written.take_settled();
        let open = self.layers.iter().filter(|layer| layer.draft().is_none());
        settled.extend(open.filter_map(Layer::subject).cloned());
        settled
    }

    /// Whether what was typed about this is on its way to the book.
    #[must_use]
    pub fn writes(&self, subject: &Subject) -> bool {
        self.written.layers().any(|layer| layer.subject() == Some(subject))
    }

    /// What was typed and is not in the book yet, the newest last.
    #[must_use]
    pub fn drafts(&self) -> Vec<Draft> {
        let layers = self.written.layers().chain(self.layers.iter()).filter_map(Layer::draft);
        let typed = self.screen.beside().and_then(Screen::draft);
        layers.chain(typed).collect()
    }
}
