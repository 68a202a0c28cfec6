//! Changes tried on a copy of the book: what can be tried at the left, what comes of it at the
//! right.
//!
//! ```text
//! ┃ Tried  x one back, Esc all        │ The book          is    then          ┃
//! ┃   → Contoso leaves                │   risk             5       4  −1      ┃
//! ┃                                   │   NOW              8       7  −1      ┃
//! ┃ Accounts: a renewal, a goodbye    │   NRR           96 %    82 %  −14 pt  ┃
//! ┃▸  Contoso       940k  → leaves    │   in a year    5.90M   4.96M  −940k   ┃
//! ```

use crate::domain::page::Page;
use crate::domain::page::whole::what_if as sheet;
use crate::domain::what_if::{Lever, Real, Stroke, Trial, Tries, stroke};
use crate::tui::action::{Action, Wish};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::{Here, Leaf};
use crate::tui::screen::whole::Want;
use crate::tui::widget::page::{self, PagePlace, Part};
use crate::tui::widget::pen::Pen;
use ratatui::layout::Rect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Columns of the answer, where it stands beside what can be tried.
const ANSWER: u16 = 41;

/// From this width on it does.
const BESIDE: u16 = 72;

/// The copy, and the reading of the book that it was made of.
type Copy = (Rc<Real>, Trial);

/// Changes tried on a copy of the book.
#[derive(Debug, Default)]
pub struct WhatIf {
    copy: RefCell<Option<Copy>>,
    /// So many lines of the page are the answer.
    answers: Cell<usize>,
    /// The first row of the answer on the screen.
    top: usize,
    /// Somebody has looked at it.
    begun: bool,
}

impl WhatIf {
    /// Does something with the copy of the book as it was read last; what was tried on an older
    /// one is tried on it.
    fn with<T>(
        &self,
        sight: &Sight<'_>,
        then: impl FnOnce(&Rc<Real>, &mut Trial) -> T,
    ) -> Option<T> {
        let real = sight.beside.whole.what_if.as_ref()?;
        let mut copy = self.copy.borrow_mut();
        if copy.as_ref().is_none_or(|(of, _)| !Rc::ptr_eq(of, real)) {
            let mut tries = copy.take().map(|(_, trial)| trial.tries).unwrap_or_default();
            tries.keep(real);
            let mut trial = Trial::of(real);
            if !tries.is_empty() {
                trial.turn_to(tries, real);
            }
            *copy = Some((Rc::clone(real), trial));
        }
        copy.as_mut().map(|(real, trial)| then(real, trial))
    }

    fn try_it(&self, pressed: Stroke, lever: Lever, sight: &Sight<'_>) -> Vec<Wish> {
        let told = self.with(sight, |real, trial| {
            let next = stroke(pressed, lever, &trial.tries, real)?;
            trial.turn_to(next, real);
            Ok::<(), String>(())
        });
        match told {
            Some(Err(says)) => vec![Wish::Say(says)],
            _ => Vec::new(),
        }
    }
}

/// What a key presses on a lever.
const fn pressed(action: Action) -> Option<Stroke> {
    Some(match action {
        Action::Left => Stroke::Less,
        Action::Right => Stroke::More,
        Action::Minus => Stroke::Minus,
        Action::Plus => Stroke::Plus,
        Action::Done => Stroke::Flip,
        Action::Open => Stroke::Turn,
        Action::AsItWas => Stroke::Back,
        _ => return None,
    })
}

/// The first line of the next part of the page, or of the one before.
fn part(here: &Here<'_>, forward: bool) -> usize {
    let mut starts = Vec::new();
    let (mut at, mut fresh) = (0, true);
    for line in &here.page.lines {
        if line.entry.is_some() {
            if fresh {
                starts.push(at);
            }
            (at, fresh) = (at + 1, false);
        } else {
            fresh = true;
        }
    }
    let found = if forward {
        starts.iter().find(|start| **start > here.at)
    } else {
        starts.iter().rev().find(|start| **start < here.at)
    };
    found.copied().unwrap_or(here.at)
}

impl Leaf for WhatIf {
    fn name(&self) -> &'static str {
        "What if"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::WhatIf
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        self.with(sight, |real, trial| {
            let (page, answers) = sheet::page(real, trial);
            self.answers.set(answers);
            page
        })
    }

    fn context(&self) -> Context {
        Context::Suppose
    }

    fn update(
        &mut self,
        action: Action,
        here: &Here<'_>,
        place: &mut PagePlace,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        match action {
            Action::NextGroup | Action::PreviousGroup => {
                place.go_to(part(here, action == Action::NextGroup));
                return Some(Vec::new());
            }
            Action::Back => {
                let tried = self.with(sight, |real, trial| {
                    let tried = !trial.tries.is_empty();
                    if tried {
                        trial.turn_to(Tries::default(), real);
                    }
                    tried
                });
                return (tried == Some(true))
                    .then(|| vec![Wish::Say("All is as it is: nothing was kept.".to_owned())]);
            }
            _ => {}
        }
        let pressed = pressed(action)?;
        let lever = sight.beside.whole.what_if.as_ref()?.lever(&here.entry?.key);
        match (lever, pressed) {
            (Some(lever), pressed) => {
                // What is tried is listed above: the chosen line stays the chosen one.
                place.seek(&here.entry?.key);
                Some(self.try_it(pressed, lever, sight))
            }
            // An answer opens what it stands on, a name its account.
            (None, Stroke::Turn) => None,
            (None, _) => Some(vec![Wish::Say(
                "This is the answer: choose a line of what can be tried.".to_owned(),
            )]),
        }
    }

    fn draw(
        &mut self,
        page: &Page,
        place: &mut PagePlace,
        pen: &mut Pen<'_>,
        sight: &Sight<'_>,
        note: &mut dyn FnMut(Rect, usize),
    ) {
        if !self.begun {
            self.begun = true;
            place.seek(&Lever::Preset.key());
        }
        let theme = sight.theme;
        let (width, height) = (pen.width(), pen.height());
        if width < BESIDE {
            page::draw(page, place, pen, true, theme, note);
            return;
        }
        let answers = self.answers.get().min(page.lines.len());
        let wide = ANSWER.max(width / 3);
        let left = width - wide - 1;
        for y in 0..height {
            pen.cell(left, y, 1, "│", theme.border);
        }
        let at = place.place(page);
        let key = page.entries().nth(at).map(|entry| entry.key.as_str());
        let part = |lines, top| Part { lines, at: key.map(|_| at), focus: true, top };
        let mut right = pen.part(left + 1, 0, wide, height);
        self.top = page::draw_part(page, &part(0..answers, self.top), &mut right, theme, note);
        let mut levers = pen.part(0, 0, left, height);
        let rest = part(answers..page.lines.len(), place.top);
        let top = page::draw_part(page, &rest, &mut levers, theme, note);
        place.drawn(at, key, true, top);
    }

    fn space(&self, entry: &crate::domain::page::Entry) -> Option<&'static str> {
        let copy = self.copy.borrow();
        let (real, trial) = copy.as_ref()?;
        let lever = real.lever(&entry.key)?;
        Some(lever.says(trial.tries.on(lever)))
    }

    fn left(&mut self) {
        *self = Self::default();
    }

    fn concept(&self) -> &'static str {
        "what if over the book"
    }
}
