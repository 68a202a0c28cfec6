//! What falls into an absence: each thing goes before it, after it, or to a colleague, with one
//! key; Enter writes all of it as one step of the journal.
//!
//! ```text
//! ┏ Away 21 Dec to 3 Jan ─ 3 things fall inside ━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃▸ Tue 22 Dec promise  Adatum    ROI sheet           before, Fri 18 Dec ┃
//! ┃  Wed 23 Dec step     Contoso   Seat review         Kim covers         ┃
//! ┃  Wed 30 Dec notice   Litware   last day to give …  stays              ┃
//! ┗ Enter: 1 before, 1 covered ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use super::why::sheet::Meant;
use super::why::{Drawn, Line, Spot, Text};
use super::{Outcome, Overlay};
use crate::desk::{Act, Commit};
use crate::domain::agenda::{Due, What};
use crate::domain::away::inside::{Around, Fate, becomes, is_fixed};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::ours::away::Away;
use crate::domain::plan::step::Step;
use crate::text;
use crate::tui::action::{Action, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines that a page has.
const PAGE: isize = 8;

/// Columns of a day, of what it is, and of what becomes of it.
const DAY: usize = 11;
const WHAT: usize = 10;
const FATE: usize = 20;

/// An absence, what falls inside, and who might cover it.
#[derive(Clone, Debug, PartialEq)]
pub struct Leave {
    pub away: Away,
    /// Each with the step that it is.
    pub dues: Vec<(Due, Option<Step>)>,
    pub colleagues: Vec<String>,
}

/// The layer.
#[derive(Debug)]
pub struct AwayLayer {
    leave: Leave,
    around: Around,
    fates: Vec<Fate>,
    /// Who covered last: the next one is offered to the same colleague.
    covers: usize,
    chosen: usize,
    top: usize,
    drawn: Drawn,
}

impl AwayLayer {
    #[must_use]
    pub fn new(leave: Leave, sight: &Sight<'_>) -> Self {
        let span = (leave.away.from_on, leave.away.to_on);
        Self {
            around: Around::of(span, &sight.rules.away, sight.today),
            fates: vec![Fate::Stays; leave.dues.len()],
            leave,
            covers: 0,
            chosen: 0,
            top: 0,
            drawn: Drawn::new(),
        }
    }

    fn choose(&mut self, by: isize) -> Outcome {
        let last = self.fates.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
        Outcome::Stays
    }

    fn covered(&self) -> Fate {
        Fate::Covered(self.leave.colleagues.get(self.covers).cloned())
    }

    /// Why this cannot become of it; none: it can.
    fn refuses(&self, due: &Due, fate: &Fate) -> Option<&'static str> {
        match fate {
            Fate::Before if self.around.before.is_none() => {
                Some("No working day is left before it: → is after it, Space a colleague.")
            }
            Fate::After if is_fixed(due) => {
                Some("After it is too late for that: ← is before it, Space a colleague.")
            }
            _ => None,
        }
    }

    /// Decides on the chosen one, or takes the same decision back, and goes to the next.
    fn decide(&mut self, fate: Fate) -> Outcome {
        let Some((due, _)) = self.leave.dues.get(self.chosen) else { return Outcome::Stays };
        if let Some(says) = self.refuses(due, &fate) {
            return Outcome::says(says);
        }
        if let Some(held) = self.fates.get_mut(self.chosen) {
            *held = if *held == fate { Fate::Stays } else { fate };
        }
        self.choose(1)
    }

    /// The same for all that it can be done with.
    fn decide_all(&mut self, fate: &Fate) -> Outcome {
        let mut left = 0;
        for place in 0..self.fates.len() {
            let can = self
                .leave
                .dues
                .get(place)
                .is_some_and(|(due, _)| self.refuses(due, fate).is_none());
            match self.fates.get_mut(place) {
                Some(held) if can => held.clone_from(fate),
                _ => left += 1,
            }
        }
        match left {
            0 => Outcome::Stays,
            1 => Outcome::says("1 cannot and is as it was."),
            some => Outcome::says(&format!("{some} cannot and are as they were.")),
        }
    }

    /// The next colleague covers it.
    fn another(&mut self) -> Outcome {
        if self.leave.colleagues.is_empty() {
            return Outcome::says("No colleague is recorded: the add menu has “colleague”.");
        }
        if matches!(self.fates.get(self.chosen), Some(Fate::Covered(_))) {
            self.covers = (self.covers + 1) % self.leave.colleagues.len();
        }
        let fate = self.covered();
        if let Some(held) = self.fates.get_mut(self.chosen) {
            *held = fate;
        }
        Outcome::Stays
    }

    fn act(&mut self, action: Action, today: NaiveDate) -> Outcome {
        match action {
            Action::Up => self.choose(-1),
            Action::Down => self.choose(1),
            Action::PageUp => self.choose(-PAGE),
            Action::PageDown => self.choose(PAGE),
            Action::First => self.choose(isize::MIN / 2),
            Action::Last => self.choose(isize::MAX / 2),
            Action::Left => self.decide(Fate::Before),
            Action::Right => self.decide(Fate::After),
            Action::Done => self.decide(self.covered()),
            Action::Whom => self.another(),
            Action::AllBefore => self.decide_all(&Fate::Before),
            Action::AllAfter => self.decide_all(&Fate::After),
            Action::AllCovered => self.decide_all(&self.covered()),
            Action::AsItWas => {
                self.fates.fill(Fate::Stays);
                Outcome::Stays
            }
            Action::Open => match self.commit(today) {
                Some(commit) => Outcome::ClosesWith(vec![Wish::Commit(commit)]),
                None => {
                    Outcome::says("Nothing is decided yet: ← before, → after, Space a colleague.")
                }
            },
            Action::Back => Outcome::Closes,
            _ => Outcome::Stays,
        }
    }

    fn commit(&self, today: NaiveDate) -> Option<Commit> {
        let mut expected: Vec<Expected> = Vec::new();
        let mut changes: Vec<Change> = Vec::new();
        for (number, ((due, step), fate)) in (1..).zip(self.leave.dues.iter().zip(&self.fates)) {
            if let Some((change, held)) =
                becomes((due, step.as_ref()), fate, self.around, (Id(-number), today))
            {
                changes.push(change);
                expected.extend(held);
            }
        }
        let label = format!("{}: {}", self.called(today), self.decided()?);
        let mut act = Act::edit(label, None);
        act.left_out = match self.count(|fate| *fate == Fate::Stays) {
            0 => None,
            1 => Some("1 stays inside".to_owned()),
            some => Some(format!("{some} stay inside")),
        };
        (!changes.is_empty()).then(|| Commit::new(act, changes).expecting(expected))
    }

    fn count(&self, of: impl Fn(&Fate) -> bool) -> usize {
        self.fates.iter().filter(|fate| of(fate)).count()
    }

    /// `2 before, 1 covered`; none: all of it stays.
    fn decided(&self) -> Option<String> {
        let counts = [
            (self.count(|fate| *fate == Fate::Before), "before"),
            (self.count(|fate| *fate == Fate::After), "after"),
            (self.count(|fate| matches!(fate, Fate::Covered(_))), "covered"),
        ];
        let some = counts.iter().filter(|(count, _)| *count > 0);
        let said: Vec<String> = some.map(|(count, word)| format!("{count} {word}")).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// `Away 21 Dec to 3 Jan`.
    fn called(&self, today: NaiveDate) -> String {
        let Away { from_on, to_on, .. } = self.leave.away;
        let [from, to] = [from_on, to_on].map(|on| phrase::day_ahead(on, today));
        if from_on == to_on { format!("Away {from}") } else { format!("Away {from} to {to}") }
    }

    fn told(&self, fate: &Fate, today: NaiveDate) -> String {
        match fate {
            Fate::Stays => "stays".to_owned(),
            Fate::Before => {
                let day = self.around.before.map(|day| phrase::weekday(day, today));
                format!("before, {}", day.unwrap_or_default())
            }
            Fate::After => format!("after, {}", phrase::weekday(self.around.after, today)),
            Fate::Covered(Some(name)) => format!("{name} covers"),
            Fate::Covered(None) => "a colleague covers".to_owned(),
        }
    }

    fn text(&self, columns: u16, sight: &Sight<'_>) -> Text {
        let theme = sight.theme;
        let mut text = Text::new(columns);
        let told = self
            .leave
            .dues
            .iter()
            .any(|(due, _)| matches!(due.what, What::Promise | What::Meeting));
        if told {
            text.say(
                "What the client was told of, as a promise or a meeting: tell them the new day.",
                theme.dim,
            );
            text.gap();
        }
        let wide = usize::from(columns);
        let name = if wide >= 90 { 20 } else { 14 };
        let room = wide.saturating_sub(2 + DAY + WHAT + name + FATE + 3);
        for (place, ((due, _), fate)) in self.leave.dues.iter().zip(&self.fates).enumerate() {
            let cell =
                |text: &str, columns: usize| text::pad_right(&text::fit(text, columns), columns);
            let time = due.at_time.as_ref().map(|time| format!(" {time}")).unwrap_or_default();
            let day = phrase::weekday(due.on, sight.today);
            let style = if *fate == Fate::Stays { theme.dim } else { theme.text };
            let words = vec![
                (format!("  {}", cell(&day, DAY)), theme.text),
                (cell(due.what.word(), WHAT), theme.dim),
                (cell(&due.name, name), theme.text),
                (format!(" {}  ", cell(&format!("{}{time}", due.text), room)), theme.text),
                (text::fit(&self.told(fate, sight.today), FATE), style),
            ];
            text.lines.push(Line { words, record: Some(place) });
        }
        text
    }
}

impl Overlay for AwayLayer {
    fn context(&self) -> Context {
        Context::Away
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self.drawn.hear(input, Context::Away, sight.keymap) {
            Meant::Act(action) => self.act(action, sight.today),
            Meant::On(Spot::Record(row) | Spot::Row(row)) => {
                self.chosen = row;
                Outcome::Stays
            }
            Meant::Beside => Outcome::Closes,
            Meant::Nothing => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let text = self.text(Drawn::columns(area).saturating_sub(2), sight);
        let things = match self.fates.len() {
            1 => "1 thing falls inside".to_owned(),
            some => format!("{some} things fall inside"),
        };
        let title =
            [(self.called(sight.today), theme.title_focus), (format!(" ─ {things}"), theme.dim)];
        let foot = self.decided().map(|decided| format!("Enter: {decided}")).unwrap_or_default();
        let at = (self.top, self.chosen);
        self.top = self.drawn.lay((area, buffer), theme, (&title[..], foot.as_str()), &text, at);
    }
}
