//! Why the score is what it is: the whole and its factors above, what the chosen one rests on
//! below. Left and right try a factor at another value, on a copy.
//!
//! ```text
//! ┏ Why 5.2 RISK ─ Contoso ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃  factor       now  costs            weight  from              since 25 Oct   ┃
//! ┃  Score        5.2   −4.8                95  known 90 %        6.0 → 5.2      ┃
//! ┃▸ Usage        4.2   −1.3 ██████████     20  measured, 9 d     5.6 → 4.2 −0.4 ┃
//! ┃  …                                                                           ┃
//! ┃ Three fifths core features used, two fifths seats active …                   ┃
//! ┃   seats active 40 of 75 · 13 Nov                                             ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use super::sheet::{self, Drawn, Meant, Spot, Text};
use super::table::{self, Columns};
use super::{form, ground, whole};
use crate::domain::account::own_score::Factor;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::rules::Rules;
use crate::domain::score::Score;
use crate::domain::score::since::Then;
use crate::domain::score::what_if::{self, what_if};
use crate::tui::action::{About, Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines that a page moves by.
const PAGE: usize = 8;

/// The account as it stood on the day that it is compared with.
#[derive(Clone, Debug)]
pub(super) struct Before {
    pub(super) then: Then,
    /// As its records of today have it for that day.
    pub(super) score: Score,
}

/// The explanation of a score.
#[derive(Debug)]
pub(super) struct ScoreWhy {
    account: Id,
    rules: Rules,
    before: Option<Before>,
    /// None: the score as a whole.
    chosen: Option<Factor>,
    /// Values that are tried.
    tried: Vec<(Factor, f64)>,
    /// Inside the chosen factor: which of its records.
    record: Option<usize>,
    top: usize,
    drawn: Drawn,
}

/// What there is to explain at this moment.
pub(super) struct Case<'a> {
    pub(super) dossier: &'a Dossier,
    /// As it is.
    pub(super) real: &'a Score,
    /// With what is tried.
    pub(super) shown: &'a Score,
    pub(super) before: Option<&'a Before>,
    pub(super) tried: &'a [(Factor, f64)],
    pub(super) sight: &'a Sight<'a>,
}

impl ScoreWhy {
    pub(super) const fn new(
        account: Id,
        chosen: Option<Factor>,
        before: Option<Before>,
        rules: Rules,
    ) -> Self {
        Self {
            account,
            rules,
            before,
            chosen,
            tried: Vec::new(),
            record: None,
            top: 0,
            drawn: Drawn::new(),
        }
    }

    fn dossier<'a>(&self, sight: &Sight<'a>) -> Option<&'a Dossier> {
        sight.dossier.filter(|dossier| dossier.records.account.id == self.account)
    }

    /// The score with what is tried.
    fn shown(&self, dossier: &Dossier) -> Score {
        let real = &dossier.standing.score;
        if self.tried.is_empty() { real.clone() } else { what_if(real, &self.tried, &self.rules) }
    }

    /// The whole, then the factors in the order of what they cost.
    fn order(shown: &Score) -> Vec<Option<Factor>> {
        let factors = shown.by_costs().into_iter().map(|factor| Some(factor.factor));
        std::iter::once(None).chain(factors).collect()
    }

    fn choose(&mut self, by: isize, dossier: &Dossier) {
        let order = Self::order(&self.shown(dossier));
        let place = order.iter().position(|one| *one == self.chosen).unwrap_or(0);
        let place = place.saturating_add_signed(by).min(order.len() - 1);
        self.chosen = order.get(place).copied().flatten();
        (self.top, self.record) = (0, None);
    }

    fn try_next(&mut self, up: bool, dossier: &Dossier) {
        let Some(factor) = self.chosen else { return };
        let real = dossier.standing.score.factor(factor).and_then(|one| one.score);
        let tried = self.tried.iter().find(|(one, _)| *one == factor).map(|(_, value)| *value);
        let next = what_if::next(tried.or(real), up);
        // The way back passes the value that there is.
        let from = tried.unwrap_or(next);
        let passes = |real: f64| (from < real && real <= next) || (next <= real && real < from);
        self.tried.retain(|(one, _)| *one != factor);
        if real != Some(next) && !real.is_some_and(passes) {
            self.tried.push((factor, next));
        }
    }

    /// The records of the chosen factor, in the order in which they are told.
    fn evidence<'a>(&self, dossier: &'a Dossier) -> &'a [crate::domain::score::Evidence] {
        let factor = self.chosen.and_then(|factor| dossier.standing.score.factor(factor));
        factor.map_or(&[], |factor| &factor.evidence)
    }

    /// The form behind a line of evidence.
    fn subject(&self, place: usize, dossier: &Dossier) -> Option<Subject> {
        let record = self.evidence(dossier).get(place)?.record?;
        if record.0 == "own_score" {
            return Some(self.own(self.chosen?));
        }
        form(self.account, record)
    }

    fn own(&self, factor: Factor) -> Subject {
        let factor = Some(factor.word().to_owned());
        Subject::Score { account: self.account.0, factor, points: None }
    }

    /// Enter: from the whole to its first factor, from a factor to its records, from a record to
    /// its form.
    fn enter(&mut self, dossier: &Dossier) -> Outcome {
        let Some(factor) = self.chosen else {
            self.choose(1, dossier);
            return Outcome::Stays;
        };
        // What stood on the day compared with is judged anew where its records are edited.
        let day = self.record.and_then(|place| self.evidence(dossier).get(place)?.on_date);
        let old = self.before.as_ref().is_some_and(|one| day.is_none_or(|day| day <= one.then.on));
        let opens = |subject| {
            let wishes = vec![Wish::Open(Opening::Form(subject))];
            if old { Outcome::ClosesWith(wishes) } else { Outcome::Wishes(wishes) }
        };
        if let Some(place) = self.record {
            return match self.subject(place, dossier) {
                Some(subject) => opens(subject),
                None => {
                    Outcome::says("This came in from a file; the next import brings the newer one.")
                }
            };
        }
        let count = self.evidence(dossier).len();
        let editable = (0..count).find(|place| self.subject(*place, dossier).is_some());
        match editable.or((count > 0).then_some(0)) {
            Some(place) => {
                self.record = Some(place);
                Outcome::Stays
            }
            None => opens(self.own(factor)),
        }
    }

    fn act(&mut self, action: Action, dossier: &Dossier) -> Outcome {
        let last = self.evidence(dossier).len().saturating_sub(1);
        match action {
            Action::Up => match self.record {
                Some(0) => self.record = None,
                Some(place) => self.record = Some(place - 1),
                None => self.choose(-1, dossier),
            },
            Action::Down => match self.record {
                Some(place) => self.record = Some((place + 1).min(last)),
                None => self.choose(1, dossier),
            },
            Action::First => self.choose(isize::MIN / 2, dossier),
            Action::Last => self.choose(isize::MAX / 2, dossier),
            Action::PageUp => self.top = self.top.saturating_sub(PAGE),
            Action::PageDown => self.top = self.top.saturating_add(PAGE),
            Action::Left | Action::Right if self.chosen.is_none() => {
                return Outcome::says("Choose a factor first: ←→ tries it at another value.");
            }
            Action::Left => self.try_next(false, dossier),
            Action::Right => self.try_next(true, dossier),
            Action::AsItWas => self.tried.clear(),
            Action::Open => return self.enter(dossier),
            Action::NextPane => {
                let about = About::Place(None);
                let why = Opening::Why { account: self.account, about };
                return Outcome::ClosesWith(vec![Wish::Open(why)]);
            }
            Action::Back if self.record.is_some() => self.record = None,
            Action::Back if !self.tried.is_empty() => self.tried.clear(),
            Action::Back => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }
}

impl Overlay for ScoreWhy {
    fn context(&self) -> Context {
        Context::WhatIf
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let Some(dossier) = self.dossier(sight) else { return Outcome::Closes };
        match self.drawn.hear(input, Context::WhatIf, sight.keymap) {
            Meant::Act(action) => self.act(action, dossier),
            Meant::Beside => Outcome::Closes,
            Meant::On(Spot::Row(row)) => {
                let order = Self::order(&self.shown(dossier));
                self.chosen = order.get(row).copied().flatten();
                (self.top, self.record) = (0, None);
                Outcome::Stays
            }
            // The first click chooses, the second goes in.
            Meant::On(Spot::Record(place)) if self.record == Some(place) => self.enter(dossier),
            Meant::On(Spot::Record(place)) => {
                self.record = Some(place);
                Outcome::Stays
            }
            Meant::Nothing => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let mut drawn = std::mem::take(&mut self.drawn);
        let Some(dossier) = self.dossier(sight) else {
            let title = [("Why".to_owned(), theme.strong)];
            let inner = drawn.begin(area, buffer, theme, &title, "", 3);
            Pen::new(buffer, inner).at(1, 0, "The account is no longer in the book.", theme.text);
            self.drawn = drawn;
            return;
        };
        let shown = self.shown(dossier);
        let case = Case {
            dossier,
            real: &dossier.standing.score,
            shown: &shown,
            before: self.before.as_ref(),
            tried: &self.tried,
            sight,
        };
        let foot =
            if self.tried.is_empty() { "" } else { "tried only, nothing is kept: x as it is" };
        let inner = drawn.begin(area, buffer, theme, &table::title(&case), foot, sheet::LINES);
        let order = Self::order(&shown);
        let chosen = order.iter().position(|one| *one == self.chosen).unwrap_or(0);
        // The table keeps at most what the text leaves it, the text at least a third.
        let lines = inner.height.saturating_sub(inner.height / 3).max(1);
        let wanted = order.len() as u16 + 1;
        let mut pen = Pen::new(buffer, inner);
        let table = wanted.min(lines.max(2));
        let rows = usize::from(table.saturating_sub(1)).max(1);
        let columns = Columns::new(pen.width());
        table::header(&mut pen, &columns, &case);
        let first = (chosen + 1).saturating_sub(rows);
        for (y, place) in (first..order.len()).take(rows).enumerate() {
            let y = y as u16 + 1;
            drawn.note(pen.place(0, y, pen.width(), 1), Spot::Row(place));
            let selected = place == chosen && self.record.is_none();
            let quiet = place == chosen && !selected;
            let style =
                if selected { Some(theme.selected) } else { quiet.then_some(theme.selected_quiet) };
            match order.get(place).copied().flatten().and_then(|factor| shown.factor(factor)) {
                Some(factor) => table::line(&mut pen, y, &columns, factor, style, &case),
                None => table::whole_line(&mut pen, y, &columns, style, &case),
            }
        }
        let top = table + u16::from(inner.height > table + 9);
        let room = inner.height.saturating_sub(top);
        let mut text = Text::new(inner.width.saturating_sub(3));
        match self.chosen.and_then(|factor| shown.factor(factor)) {
            Some(factor) => ground::tell(&mut text, factor, &case),
            None => whole::tell(&mut text, &case),
        }
        let mut below = pen.part(0, top, inner.width, room);
        self.top = sheet::draw(&mut below, &text, self.top, self.record, &mut drawn, theme);
        self.drawn = drawn;
    }
}
