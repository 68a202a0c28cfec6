//! The checklist of a new book.
//!
//! ```text
//! ┏ Set up the book ━━━━━━━━━━━━━━━━━━━━━ 2 of 6 done ┓
//! ┃ ✓ Accounts      22 accounts                       ┃
//! ┃ ✓ People        41 people, 60 talks and steps     ┃
//! ┃▸· ARR and ends  22 accounts without ARR           ┃
//! ```

use super::Start;
use super::page::{Around, Page, Turn, said};
use crate::desk::Job;
use crate::domain::setup::{PUT_AWAY, Part, Setup, TICKED};
use crate::tui::action::{Opening, Wish};
use crate::tui::key::{Code, Input};
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Column of what the book holds.
const STATE: u16 = 20;

/// The checklist.
#[derive(Debug)]
pub struct Checklist {
    page: Page,
    /// Somebody moved away from what comes next.
    moved: bool,
    /// What was begun last, and how far the book was then.
    begun: Option<(usize, Setup)>,
}

impl Checklist {
    #[must_use]
    pub fn new() -> Self {
        Self { page: Page::default(), moved: false, begun: None }
    }

    /// The part that is chosen; none: the line that puts the list away.
    fn chosen(&mut self, setup: &Setup) -> Option<Part> {
        if !self.moved {
            let open = |place: &usize| Part::ALL.get(*place).is_some_and(|part| !setup.done(*part));
            // A part that something was done for has had its turn, even if some of it is left.
            let from = match self.begun {
                Some((place, before)) if before != *setup => place + 1,
                Some((place, _)) => place,
                None => 0,
            };
            let places = || 0..Part::ALL.len();
            let next = places().skip(from).find(open).or_else(|| places().find(open));
            self.page.chosen = next.unwrap_or(Part::ALL.len());
        }
        Part::ALL.get(self.page.chosen).copied()
    }

    /// Space: enough is done for this part, whatever the book holds; once more takes that back.
    fn tick(&mut self, input: &Input, setup: &Setup) -> Outcome {
        let space = matches!(input, Input::Key(key) if key.code == Code::Char(' '));
        let Some(part) = self.chosen(setup).filter(|_| space) else { return Outcome::Stays };
        if setup.done(part) && !setup.is_ticked(part) {
            return Outcome::Wishes(vec![Wish::Say("That is done already.".to_owned())]);
        }
        self.moved = false;
        self.begun = None;
        let content = setup.ticking(part);
        Outcome::Wishes(vec![Wish::Ask(Job::Note { key: TICKED, content })])
    }

    fn take(&mut self, setup: &Setup) -> Outcome {
        let part = self.chosen(setup);
        self.moved = false;
        self.begun = Some((self.page.chosen, *setup));
        let start = match part {
            Some(Part::Accounts | Part::People) => Start::Import(String::new()),
            Some(_) if setup.accounts == 0 => {
                let says = "First the accounts: import them, or add one by hand (a, a).";
                return Outcome::Wishes(vec![Wish::Say(says.to_owned())]);
            }
            Some(Part::Columns) => Start::Columns,
            Some(Part::Tiers) => Start::Tiers,
            Some(Part::Figures) => Start::Figures,
            Some(Part::Levels) => Start::Levels,
            Some(Part::Pulse) => Start::Pulse,
            None => {
                let away = Job::Note { key: PUT_AWAY, content: "yes".to_owned() };
                let says = "Put away. The help (?) still finds it under “set up”.";
                return Outcome::ClosesWith(vec![Wish::Ask(away), Wish::Say(says.to_owned())]);
            }
        };
        Outcome::Wishes(vec![Wish::Open(Opening::Start(start))])
    }
}

impl Overlay for Checklist {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let setup = sight.setup.unwrap_or_default();
        let _next = self.chosen(&setup);
        match self.page.input(input, Part::ALL.len() + 1, sight) {
            Turn::Moved => self.moved = true,
            Turn::Take => return self.take(&setup),
            Turn::TakeRow => {
                self.moved = true;
                return self.take(&setup);
            }
            Turn::Close => return Outcome::Closes,
            Turn::Own => return self.tick(input, &setup),
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let setup = sight.setup.unwrap_or_default();
        let theme = sight.theme;
        let _next = self.chosen(&setup);
        let figure = format!("{} of {} done", setup.parts_done(), Part::ALL.len());
        let lead = match setup.next() {
            Some(_) => said("Enter does what is chosen; any order, any time.", sight),
            None => said("All of it is done. The list shows who needs you.", sight),
        };
        let around = Around {
            title: "Set up the book",
            figure: &figure,
            lead: &[lead],
            foot: "Enter do it  Space tick it off  Esc close",
            columns: 72,
            chooses: true,
        };
        self.page.draw(area, buffer, sight, &around, Part::ALL.len() + 1, |pen, row, one, two| {
            match Part::ALL.get(row) {
                Some(part) => {
                    let done = setup.done(*part);
                    let sign = if done { theme.state_healthy } else { one };
                    pen.cell(2, 0, 1, if done { "✓" } else { "·" }, two.patch(sign));
                    pen.cell(4, 0, STATE - 4, name(*part), one);
                    let ticked = if setup.is_ticked(*part) { "ticked off · " } else { "" };
                    let told = format!("{ticked}{}", state(*part, &setup));
                    pen.at(STATE, 0, &told, two);
                }
                None => _ = pen.at(4, 0, "Put this list away", two),
            }
        });
    }
}

const fn name(part: Part) -> &'static str {
    match part {
        Part::Accounts => "Accounts",
        Part::People => "People, tasks",
        Part::Columns => "ARR, end dates",
        Part::Tiers => "Tiers",
        Part::Figures => "Usage, surveys",
        Part::Levels => "Levels",
        Part::Pulse => "First Pulse",
    }
}

/// What the book holds of a part, or what there is to do.
fn state(part: Part, setup: &Setup) -> String {
    let counted = |count: usize, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    let accounts = |count| counted(count, "account", "accounts");
    match part {
        Part::Accounts if setup.accounts == 0 => "import what your CRM exports".to_owned(),
        Part::Accounts if setup.prospects > 0 => {
            let prospects = counted(setup.prospects, "prospect", "prospects");
            format!("{}, {prospects}", accounts(setup.accounts))
        }
        Part::Accounts => accounts(setup.accounts),
        Part::People if setup.people == 0 => "import contacts and tasks".to_owned(),
        Part::People => {
            let notes = counted(setup.notes, "talk or step", "talks and steps");
            format!("{}, {notes}", counted(setup.people, "person", "people"))
        }
        Part::Columns if setup.accounts == 0 => "paste them from a spreadsheet".to_owned(),
        Part::Columns if setup.without_arr + setup.without_end == 0 => "all known".to_owned(),
        Part::Columns => format!(
            "paste them: {} without ARR, {} without end",
            setup.without_arr, setup.without_end
        ),
        Part::Tiers if setup.accounts == 0 => "strategic, growth, maintenance".to_owned(),
        Part::Tiers if setup.without_tier == 0 => "every account has one".to_owned(),
        Part::Tiers => format!("accept them: {} without tier", accounts(setup.without_tier)),
        Part::Figures if setup.figures == 0 => "usage, tickets, invoices, surveys: y/n".to_owned(),
        Part::Figures => counted(setup.figures, "figure or answer", "figures and answers"),
        Part::Levels if setup.levels_told > 0 => {
            format!(
                "accept them: {} by their titles",
                counted(setup.levels_told, "person", "people")
            )
        }
        Part::Levels if setup.levels_untold > 0 => {
            format!("{} left to place by hand", setup.levels_untold)
        }
        Part::Levels => "who decides, who influences, who uses".to_owned(),
        Part::Pulse => format!(
            "your own feeling, one digit: {} of {}",
            setup.pulses.min(setup.pulses_wanted()),
            setup.pulses_wanted().max(1)
        ),
    }
}
