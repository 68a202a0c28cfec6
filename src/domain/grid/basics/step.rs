//! What is entered as the next step: a new one, another day for the one that stands there, or its
//! words mended.

use super::Ground;
use super::edit::{Edit, Read, Said, Way};
use crate::domain::capture;
use crate::domain::day::{self, near};
use crate::domain::plan::step::Step;
use chrono::{Days, NaiveDate};

/// Days after which a step is due whose day was not said; as the form of a talk has it.
const WEEK: u64 = 7;

impl Edit<'_> {
    pub(super) fn step(&mut self, text: &str, way: Way, ground: Ground) -> Read {
        let today = ground.today;
        let (title, due) = capture::dated(text, today, ground.order);
        let held = self.of.step.as_ref();
        let over = |due: NaiveDate| due < today && held.and_then(|held| held.due_on) != Some(due);
        if due.is_some_and(over) {
            return Err("that day is over".to_owned());
        }
        let Some(held) = held else {
            return self.new_step(&title, due, ground);
        };
        let same = title.is_empty() || title.to_lowercase() == held.title.trim().to_lowercase();
        if !same && way == Way::Anew {
            return self.new_step(&title, due, ground);
        }
        let mut new = held.clone();
        if !title.is_empty() && way == Way::Mended {
            new.title = title;
        }
        let due = due.or(held.due_on);
        new.due_on = due;
        new.first_due_on = held.first_due_on.or(held.due_on).or(due);
        let moved = due.filter(|due| Some(*due) != held.due_on);
        let said = match moved {
            Some(due) => Said::new(
                format!("moves to {}: “{}”", near(due, today), new.title),
                format!("{} moved to {}", new.title, day::day(due, today)),
            ),
            None => Said::both(format!("“{}”", new.title)),
        };
        self.step = (new != *held).then_some(new);
        Ok(said)
    }

    fn new_step(&mut self, title: &str, due: Option<NaiveDate>, ground: Ground) -> Read {
        if title.is_empty() {
            return Err(match due {
                Some(_) => "what is to be done by then?".to_owned(),
                None => "what is to be done and by when, as fri call Dana".to_owned(),
            });
        }
        // In this column every letter begins a text; whoever meant a key is told the way to it.
        if title.chars().count() == 1 && title.chars().all(char::is_alphabetic) {
            return Err("one letter is no step; for a key, as u: Esc, then ←".to_owned());
        }
        let said = due.is_some();
        let due = due.or_else(|| ground.today.checked_add_days(Days::new(WEEK)));
        let mut step = Step::titled(title, due, ground.today);
        step.account_id = Some(self.of.account);
        step.plan_id = self.of.cycle;
        let (by, on) = due.map_or_else(Default::default, |due| {
            (near(due, ground.today), day::day(due, ground.today))
        });
        let means = if said {
            format!("new, by {by}: {title}")
        } else {
            format!("new, no day was said: by {by}: {title}")
        };
        let did = format!("{title} by {on}");
        // The cell shows what is due first, and that may be another one.
        let before = self.of.step.as_ref().filter(|held| {
            let (held, due) = (held.due_on, due);
            held.zip(due).is_some_and(|(held, due)| ground.today <= held && held <= due)
        });
        let did = match before {
            Some(held) => format!("{did}; “{}” comes before it", held.title),
            None => did,
        };
        self.step = Some(step);
        Ok(Said::new(means, did))
    }
}
