//! The weekly review: stage after stage, account after account, to the promises of next week.
//!
//! ```text
//!  ✓ ✓ ▸ accounts 3/14  rest 31  expansion  plans  …       about 6 min left · 34 s each
//! ┌ Contoso ─ Strategic ─ live since 2021 ────────────────── €940k ─ ●◐○○○? NPS −40 ┐
//! │ …                                                                               │
//! └─────────────────────────────────────────────────────────────────────────────────┘
//! ```

mod about;
mod account;
mod ahead;
mod before;
mod board;
mod changed;
mod closing;
mod commit;
mod contacts;
mod cursor;
mod expansion;
mod last_week;
mod line;
mod listed;
mod minutes;
mod pace;
mod part;
mod plans;
mod prose;
mod rest;
mod routes;
mod stages;
mod sync;

pub use cursor::KEY;

use super::book::frame;
use super::book::{Concept, Sight};
use super::view::{At, Facing, Screen};
use crate::domain::cell::Id;
use crate::domain::review::stage::Stage;
use crate::text;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::footer::Space;
use crate::tui::keymap::Context;
use crate::tui::widget::border::{Borders, Weight};
use crate::tui::widget::pen::Pen;
use account::Look;
use account::asks::{Choice, Line};
use ahead::Ahead;
use cursor::Cursor;
use pace::Watch;
use part::Part;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use sync::{News, Seen};

/// The review on the screen.
#[derive(Debug)]
pub struct ReviewScreen {
    /// None: none runs, or it was not read yet.
    cursor: Option<Cursor>,
    /// As it was noted last.
    noted: Option<Cursor>,
    /// Which line of the account is chosen.
    choice: Choice,
    watch: Watch,
    /// What is ahead while none runs.
    ahead: Ahead,
    /// The stages but the accounts; without one, the minutes of reviews that are over.
    parts: Vec<(Option<Stage>, Box<dyn Part>)>,
    /// While none runs, those minutes are shown and not what is ahead.
    shows_before: bool,
    seen: Seen,
    /// Where the names of the stages were drawn.
    names: Vec<(Rect, Stage)>,
}

impl Default for ReviewScreen {
    fn default() -> Self {
        Self {
            cursor: None,
            noted: None,
            choice: Choice::default(),
            watch: Watch::default(),
            ahead: Ahead::default(),
            parts: stages::all(),
            shows_before: false,
            seen: Seen::default(),
            names: Vec::new(),
        }
    }
}

impl ReviewScreen {
    /// Where somebody stands as the book is by now; none: no review runs.
    fn cursor(&self, sight: &Sight<'_>) -> Option<Cursor> {
        let ritual = sight.beside.ritual.as_ref()?;
        let running = ritual.review.as_ref()?.id;
        let Some(cursor) = self.cursor.filter(|cursor| cursor.review == running) else {
            return Cursor::of(ritual, sight.beside.stood.as_deref());
        };
        Some(match self.seen.news(ritual) {
            News::Nothing => cursor.held(ritual),
            News::Account(account) => cursor.at(account),
            News::Rest => Cursor { stage: Stage::Rest, ..cursor },
        })
    }

    /// Takes over what happened to the book, once it was read.
    pub fn follow(&mut self, sight: &Sight<'_>) {
        let Some(ritual) = &sight.beside.ritual else { return };
        let ran = self.cursor;
        self.cursor = self.cursor(sight);
        // Where an undo or somebody else led is noted, and read, with the next key.
        if ran.is_some() && ran != self.cursor {
            self.noted = None;
        }
        // What was just closed is read once more; one that was taken back is ahead again.
        let closed =
            |review: Id| ritual.closed.iter().any(|one| one.id == review && one.minutes.is_some());
        self.shows_before = match (ran, self.cursor.is_some()) {
            (Some(ran), false) => closed(ran.review),
            (_, true) => false,
            (None, false) => self.shows_before && !ritual.closed.is_empty(),
        };
        self.seen.keep(ritual);
    }

    /// What is on the screen needs the whole book gone through.
    #[must_use]
    pub const fn surveys(&self) -> bool {
        matches!(
            self.cursor,
            Some(Cursor { stage, .. }) if !matches!(stage, Stage::Accounts | Stage::Rest)
        )
    }

    /// The account that is looked at, with all that is known of it.
    fn look<'a>(&self, sight: &'a Sight<'a>) -> Option<Look<'a>> {
        let ritual = sight.beside.ritual.as_ref()?;
        let visit = self.cursor(sight)?.visit(ritual)?;
        let dossier = sight.dossier?;
        (dossier.records.account.id == visit.account_id).then_some(Look {
            ritual,
            review: ritual.review.as_ref()?,
            visit,
            dossier,
            seconds: self.watch.spent(visit.account_id),
            sight,
        })
    }

    fn account(&self, sight: &Sight<'_>) -> Option<Id> {
        let ritual = sight.beside.ritual.as_ref()?;
        self.cursor(sight)?.visit(ritual).map(|visit| visit.account_id)
    }

    /// Which of the stages is shown.
    fn place(&self, sight: &Sight<'_>) -> Option<usize> {
        let stage = self.cursor(sight).map(|cursor| cursor.stage);
        let shown = stage.is_some() || self.shows_before;
        self.parts.iter().position(|(of, _)| *of == stage).filter(|_| shown)
    }

    /// What is shown, where that is not an account.
    fn part(&self, sight: &Sight<'_>) -> Option<&dyn Part> {
        self.parts.get(self.place(sight)?).map(|(_, part)| part.as_ref())
    }

    fn part_mut(&mut self, sight: &Sight<'_>) -> Option<&mut Box<dyn Part>> {
        let place = self.place(sight)?;
        self.parts.get_mut(place).map(|(_, part)| part)
    }

    /// The border of all but an account, with its name; gives what is inside.
    fn frame(&self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) -> Rect {
        let theme = sight.theme;
        let mut borders = Borders::new(area);
        borders.outline(area, Weight::Heavy);
        borders.draw(buffer, theme.border, theme.border_focus);
        let (title, says) = match self.cursor(sight) {
            None => ("Review".to_owned(), ""),
            Some(cursor) => (text::capital(cursor.stage.word()), cursor.stage.says()),
        };
        let mut left = vec![vec![(title, theme.title_focus)]];
        if !says.is_empty() {
            left.push(vec![(says.to_owned(), theme.dim)]);
        }
        let figure = self.part(sight).and_then(|part| part.figure(sight));
        let right: Vec<_> = figure.into_iter().map(|word| vec![(word, theme.text)]).collect();
        let columns = area.width.saturating_sub(2);
        frame::titles(&mut Pen::new(buffer, area), columns, &left, &right);
        area.inner(Margin::new(1, 1))
    }

    fn draw_account(&self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        // For one frame the records may still be those of another account.
        let Some(look) = self.look(sight) else { return };
        let told = look.told();
        account::draw::draw((area, buffer), (look.dossier, &told, &self.choice), sight);
    }
}

impl Screen for ReviewScreen {
    fn context(&self, sight: &Sight<'_>) -> Context {
        match self.cursor(sight) {
            None if self.shows_before => Context::Before,
            None => Context::Ahead,
            Some(cursor) => match cursor.stage {
                Stage::Accounts => Context::Review,
                Stage::Minutes => Context::Closing,
                _ => Context::Stage,
            },
        }
    }

    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        self.follow(sight);
        let ritual = sight.beside.ritual.as_ref()?;
        self.watch.hear(self.account(sight), sight.at);
        let mut wishes = self.route(action, ritual, sight)?;
        wishes.extend(self.moved(ritual, sight));
        Some(wishes)
    }

    fn perform(&mut self, deed: &Deed, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        self.follow(sight);
        let ritual = sight.beside.ritual.as_ref()?;
        let mut wishes = self.chosen(deed, ritual, sight)?;
        wishes.extend(self.moved(ritual, sight));
        Some(wishes)
    }

    fn facing(&self, sight: &Sight<'_>) -> Facing {
        let Some(account) = self.account(sight) else {
            let Some(ritual) = &sight.beside.ritual else { return Facing::default() };
            let chosen = self.ahead.account(ritual).filter(|_| self.cursor(sight).is_none());
            let ahead = || Facing { account: chosen, at: At::Account };
            return self.part(sight).map_or_else(ahead, |part| part.facing(sight));
        };
        let line = self.look(sight).and_then(|look| self.choice.line(look.dossier, sight.today));
        let at = match line {
            Some(Line::Signal(signal)) => At::Signal(signal.code.to_owned()),
            Some(Line::Step(step)) => At::Step(step.id),
            None => At::Account,
        };
        Facing { account: Some(account), at }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.follow(sight);
        self.names.clear();
        let Some(ritual) = &sight.beside.ritual else { return };
        let Some(cursor) = self.cursor else {
            let inside = self.frame(area, buffer, sight);
            match self.part_mut(sight) {
                Some(before) => before.draw(inside, buffer, sight),
                None => self.ahead.draw(&mut Pen::new(buffer, inside), ritual, sight),
            }
            return;
        };
        let line = Rect { height: area.height.min(1), ..area };
        let names = line::draw(&mut Pen::new(buffer, line), &cursor, ritual, sight);
        let name = |(from, to, stage): (u16, u16, Stage)| {
            (Rect { x: line.x + from, width: to - from, ..line }, stage)
        };
        self.names.extend(names.into_iter().map(name));
        let rest = Rect { y: area.y + line.height, height: area.height.saturating_sub(1), ..area };
        if cursor.stage == Stage::Accounts {
            return self.draw_account(rest, buffer, sight);
        }
        let inside = self.frame(rest, buffer, sight);
        if let Some(part) = self.part_mut(sight) {
            part.draw(inside, buffer, sight);
        }
    }

    fn click(&mut self, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(ritual) = &sight.beside.ritual else { return Vec::new() };
        let at = Position::new(x, y);
        let name = self.names.iter().find(|(place, _)| place.contains(at)).map(|(_, name)| *name);
        if let (Some(stage), Some(cursor)) = (name, self.cursor) {
            self.cursor = Some(Cursor { stage, ..cursor }.held(ritual));
            return self.moved(ritual, sight);
        }
        if let Some(part) = self.part_mut(sight) {
            return part.click(x, y, sight);
        }
        self.ahead.click(x, y);
        Vec::new()
    }

    fn wheel(&mut self, _x: u16, _y: u16, notches: isize, sight: &Sight<'_>) -> Vec<Wish> {
        let today = sight.today;
        if let Some(dossier) = self.look(sight).map(|look| look.dossier) {
            self.choice.go(notches.signum(), dossier, today);
        } else if let Some(part) = self.part_mut(sight) {
            part.wheel(notches, sight);
        } else if let (None, Some(ritual)) = (self.cursor, &sight.beside.ritual) {
            let way = if notches < 0 { Action::Up } else { Action::Down };
            self.ahead.go(way, ritual);
        }
        Vec::new()
    }

    fn concept(&self, sight: &Sight<'_>) -> Option<Concept> {
        let own = self.part(sight).and_then(|part| part.concept(sight));
        Some(own.unwrap_or_else(|| Concept::named("review")))
    }

    fn space(&self, sight: &Sight<'_>) -> Space {
        match (self.cursor(sight), self.part(sight)) {
            (_, Some(part)) => part.space(sight),
            (Some(cursor), None) if cursor.stage == Stage::Accounts => Space::AsBound,
            _ => Space::Nothing,
        }
    }

    fn waits(&self) -> bool {
        // What a key does to an account depends on what the one before it wrote.
        true
    }
}
