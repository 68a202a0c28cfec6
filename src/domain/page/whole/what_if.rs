//! What if, over the book: what comes of it beside what is, and all that can be tried.

mod answers;
mod levers;
mod money;
mod moves;

use super::super::{Page, Tone};
use crate::domain::what_if::{Real, Trial, shifts};

/// The topic of the guide.
const TOPIC: &str = "what if over the book";

/// The page, and how many of its lines are the answer: those come first.
#[must_use]
pub fn page(real: &Real, trial: &Trial) -> (Page, usize) {
    let shifts = shifts(&real.judged, &trial.judged);
    let mut lines = answers::lines(real, trial, &shifts);
    lines.extend(moves::lines(real, &shifts));
    let answers = lines.len();
    lines.extend(levers::lines(real, trial));
    let figure = match trial.tries.len() {
        0 => "nothing is tried".to_owned(),
        count => format!("{count} tried, nothing is kept"),
    };
    (Page { figure, lines }, answers)
}

/// Which way is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bad {
    More,
    Less,
    Neither,
}

/// How a figure that moved is meant.
fn tone(moved: f64, bad: Bad) -> Tone {
    match bad {
        Bad::More if moved > 0.0 => Tone::Risk,
        Bad::Less if moved < 0.0 => Tone::Risk,
        Bad::More | Bad::Less if moved != 0.0 => Tone::Healthy,
        _ => Tone::Text,
    }
}
