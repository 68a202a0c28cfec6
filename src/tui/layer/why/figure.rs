//! Why a figure of a tab is what it is: how it came about, the records it stands on, and what the
//! guide says of it. Enter opens a record, or the account behind a figure of the whole book.
//!
//! ```text
//! ┏ Why NPS −40 ─ Contoso ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ 1 promoter, 1 passive, 3 detractors: round(100 × (1 − 3) ÷ 5).               ┃
//! ┃                                                                              ┃
//! ┃▸ K. Ott gave 4: “too slow” · 12 Oct, 41 d                                    ┃
//! ┃  A. Ruiz gave 6 · 19 Oct, 34 d                                               ┃
//! ┃                                                                              ┃
//! ┃ Would you recommend us, 0 to 10: …                                           ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use super::sheet::{self, Drawn, Line, Meant, Spot, Text};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::guide::Topic;
use crate::domain::page::{Ground, Proof};
use crate::text;
use crate::tui::action::{About, Action, Opening, Wish, to_book};
use crate::tui::form::link;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is said to whoever asks for the score of no account.
const OF_BOOK: &str = "This is about no single account; choose one behind it for its score.";

/// The explanation of one figure.
#[derive(Debug)]
pub(super) struct FigureWhy {
    /// Whose figure it is; none: of the whole book.
    account: Option<Id>,
    ground: Ground,
    /// What the guide says of it.
    topic: Option<Topic>,
    chosen: usize,
    top: usize,
    drawn: Drawn,
}

impl FigureWhy {
    pub(super) const fn new(account: Option<Id>, ground: Ground, topic: Option<Topic>) -> Self {
        Self { account, ground, topic, chosen: 0, top: 0, drawn: Drawn::new() }
    }

    fn dossier<'a>(&self, sight: &Sight<'a>) -> Option<&'a Dossier> {
        sight.dossier.filter(|dossier| Some(dossier.records.account.id) == self.account)
    }

    fn choose(&mut self, by: isize) {
        let last = self.ground.proofs.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Into the record. What is edited moves the figure, so the explanation does not stay under it.
    fn enter(&self, dossier: Option<&Dossier>) -> Outcome {
        let Some(proof) = self.ground.proofs.get(self.chosen) else {
            return Outcome::says("No record stands behind it yet.");
        };
        let subject = match (&proof.link, proof.account, dossier) {
            (Some(link), Some(account), _) => link::unread(account, link),
            (Some(link), None, Some(dossier)) => {
                Some(link::subject(dossier.records.account.id, link, &dossier.records))
            }
            _ => None,
        };
        match (subject, proof.account) {
            (Some(subject), _) => Outcome::ClosesWith(vec![Wish::Open(Opening::Form(subject))]),
            (None, Some(account)) => Outcome::ClosesWith(to_book(account)),
            (None, None) => Outcome::says(
                "This is reckoned from other figures; there is nothing to edit in it.",
            ),
        }
    }

    fn act(&mut self, action: Action, dossier: Option<&Dossier>) -> Outcome {
        match action {
            Action::Up => self.choose(-1),
            Action::Down => self.choose(1),
            Action::PageUp => self.choose(-8),
            Action::PageDown => self.choose(8),
            Action::First => self.choose(isize::MIN / 2),
            Action::Last => self.choose(isize::MAX / 2),
            Action::Open => return self.enter(dossier),
            Action::NextPane => {
                // A figure of the whole book has no score; the account behind it has.
                let proof = self.ground.proofs.get(self.chosen);
                let Some(account) = self.account.or_else(|| proof.and_then(|one| one.account))
                else {
                    return Outcome::says(OF_BOOK);
                };
                let why = Opening::Why { account, about: About::Score };
                return Outcome::ClosesWith(vec![Wish::Open(why)]);
            }
            Action::Back => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    fn told(&self, columns: u16, sight: &Sight<'_>) -> Text {
        let theme = sight.theme;
        let mut text = Text::new(columns);
        for sentence in &self.ground.says {
            text.say(sentence, theme.text);
        }
        text.gap();
        for (place, proof) in self.ground.proofs.iter().enumerate() {
            record(&mut text, place, proof, sight);
        }
        if self.ground.proofs.is_empty() {
            text.indented(2, "No record stands behind it yet.", theme.dim);
        }
        if let Some(topic) = &self.topic {
            text.gap();
            for sentence in topic.said.iter().take(1).chain(&topic.matters) {
                text.say(sentence, theme.dim);
            }
            if let Some(formula) = &topic.formula {
                text.say(&format!("= {formula}"), theme.dim);
            }
        }
        text
    }
}

fn record(text: &mut Text, place: usize, proof: &Proof, sight: &Sight<'_>) {
    let theme = sight.theme;
    let mut words = vec![(format!("  {}", text::shown(&proof.text)), theme.text)];
    if let Some(day) = proof.on_date {
        let age = phrase::days_between(day, sight.today);
        let told = match age {
            ..0 => format!(" · {}, in {}", phrase::day(day, sight.today), phrase::span(-age)),
            0 => " · today".to_owned(),
            1.. => format!(" · {}, {}", phrase::day(day, sight.today), phrase::span(age)),
        };
        words.push((told, theme.dim));
    }
    text.lines.push(Line { words, record: Some(place) });
}

impl Overlay for FigureWhy {
    fn context(&self) -> Context {
        Context::Why
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let dossier = self.dossier(sight);
        if dossier.is_none() && self.account.is_some() {
            return Outcome::Closes;
        }
        match self.drawn.hear(input, Context::Why, sight.keymap) {
            Meant::Act(action) => self.act(action, dossier),
            Meant::Beside => Outcome::Closes,
            Meant::On(Spot::Record(place)) if place == self.chosen => self.enter(dossier),
            Meant::On(Spot::Record(place)) => {
                self.chosen = place;
                Outcome::Stays
            }
            Meant::On(_) | Meant::Nothing => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let mut drawn = std::mem::take(&mut self.drawn);
        let mut title: Vec<Word> =
            vec![("Why ".to_owned(), theme.title_focus), (self.ground.title.clone(), theme.strong)];
        if let Some(dossier) = self.dossier(sight) {
            title.push((" ─ ".to_owned(), theme.border_focus));
            title.push((dossier.records.account.name.clone(), theme.strong));
        }
        let text = self.told(Drawn::columns(area).saturating_sub(3), sight);
        let lines = u16::try_from(text.lines.len() + 2).unwrap_or(u16::MAX);
        let inner = drawn.begin(area, buffer, theme, &title, "", lines);
        let mut pen = Pen::new(buffer, inner);
        self.top = sheet::draw(&mut pen, &text, self.top, Some(self.chosen), &mut drawn, theme);
        self.drawn = drawn;
    }
}
