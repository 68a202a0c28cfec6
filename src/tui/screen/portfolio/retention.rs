//! What became of the revenue of a period: ← → another one, + − a longer or shorter one, L the next
//! tier.

use crate::domain::day::typed;
use crate::domain::page::Page;
use crate::domain::page::whole::retention::{Retained, Scope, page, scopes};
use crate::domain::retention::period::{Period, Stretch};
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::keymap::Context;
use crate::tui::layer::pick::{Asked, Item, Pick};
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::{Here, Leaf};
use crate::tui::screen::whole::Want;
use crate::tui::widget::page::PagePlace;
use chrono::NaiveDate;

/// Quarters to choose from.
const QUARTERS: usize = 5;

const TYPED: &str = "Or type one: 1 jan to 31 mar, 2025-q3, since 1 may.";

/// What became of the revenue of a period.
#[derive(Debug, Default)]
pub struct Retention {
    /// None: the 365 days to today.
    period: Option<Period>,
    scope: Scope,
}

fn say(text: impl Into<String>) -> Vec<Wish> {
    vec![Wish::Say(text.into())]
}

impl Retention {
    fn period(&self, today: NaiveDate) -> Period {
        self.period.unwrap_or_else(|| Period::year_to(today))
    }

    /// Another period, where there is one and something was recorded in it.
    fn turn(&mut self, to: Option<Period>, otherwise: &str, sight: &Sight<'_>) -> Vec<Wish> {
        let first = sight.beside.whole.retention.as_ref().and_then(|metrics| metrics.first);
        match (to, first) {
            (None, _) => say(otherwise),
            (Some(to), Some(first)) if to.to < first => {
                say(format!("No revenue is recorded before {}.", typed(first)))
            }
            (Some(to), _) => {
                self.period = (to != Period::year_to(sight.today)).then_some(to);
                Vec::new()
            }
        }
    }

    /// The periods to choose from; any other can be typed.
    fn ask(&self, sight: &Sight<'_>) -> Pick {
        let today = sight.today;
        let year = Period::year_to(today);
        let mut known = vec![year];
        known.extend(year.before(today));
        let mut quarter = Some(Period::around(Stretch::Quarter, today, today));
        for _ in 0..QUARTERS {
            known.extend(quarter);
            quarter = quarter.and_then(|one| one.before(today));
        }
        let running = Period::around(Stretch::Year, today, today);
        known.extend([Some(running), running.before(today)].into_iter().flatten());
        known.push(Period::around(Stretch::All, today, today));
        let at = known.iter().position(|one| *one == self.period(today)).unwrap_or(0);
        let item = |period: Period| {
            let wish = Wish::Do(Deed::Period(period));
            Item::new(period.called(today), period.dates(today), wish)
        };
        Pick::new("Which period", known.into_iter().map(item).collect())
            .lead([TYPED.to_owned()])
            .typed(Asked::Period)
            .at(at)
    }

    /// The accounts of the next tier, then all of them again.
    fn narrow(&mut self, by: isize, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let known = scopes(sight.beside.whole.retention.as_ref()?);
        let at = known.iter().position(|one| *one == self.scope).unwrap_or(0);
        let next = (at.cast_signed() + by).rem_euclid(known.len().max(1).cast_signed());
        self.scope = known.get(next.unsigned_abs()).copied().unwrap_or_default();
        Some(Vec::new())
    }
}

impl Leaf for Retention {
    fn name(&self) -> &'static str {
        "Retention"
    }

    fn wants(&self, sight: &Sight<'_>) -> Want {
        Want::Retention(self.period(sight.today))
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let metrics = sight.beside.whole.retention.as_ref()?;
        let (period, today) = (self.period(sight.today), sight.today);
        let (rules, scope) = (sight.rules, self.scope);
        let of = Retained { metrics, period, scope, rules, today, each: false };
        Some(page(&of))
    }

    fn context(&self) -> Context {
        Context::Retention
    }

    fn update(
        &mut self,
        action: Action,
        here: &Here<'_>,
        _place: &mut PagePlace,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        let (period, today) = (self.period(sight.today), sight.today);
        match action {
            Action::Left => Some(self.turn(period.before(today), "This is all there is.", sight)),
            Action::Right => Some(self.turn(period.after(today), "This one ends today.", sight)),
            Action::Plus => Some(self.turn(period.longer(today), "This is all there is.", sight)),
            Action::Minus => {
                Some(self.turn(period.shorter(today), "A month is the shortest.", sight))
            }
            Action::Edit => Some(vec![Wish::Open(Opening::Pick(self.ask(sight)))]),
            Action::MapView => self.narrow(1, sight),
            Action::Back if self.scope != Scope::All => {
                self.scope = Scope::All;
                Some(Vec::new())
            }
            Action::Back if self.period.is_some() => {
                self.period = None;
                Some(Vec::new())
            }
            Action::Open => {
                let key = &here.entry?.key;
                let known = scopes(sight.beside.whole.retention.as_ref()?);
                self.scope = known.into_iter().skip(1).find(|scope| scope.key() == *key)?;
                Some(Vec::new())
            }
            _ => None,
        }
    }

    fn perform(&mut self, deed: &Deed, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let Deed::Period(period) = deed else { return None };
        Some(self.turn(Some(*period), "", sight))
    }

    fn concept(&self) -> &'static str {
        "retention"
    }
}
