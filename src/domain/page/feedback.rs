//! The tab Feedback: how they like us, level by level, and what to do about it.
//!
//! ```text
//!   decide     ○?       −100 A. Ruiz 6, M. Ito ?
//!   influence  ○        −100 J. Roy 5
//!   use        ●◐○         0 K. Ott 4, L. Ban 7, P. Sy 9
//!   apart      disagree: users 0, decision makers −100 · 100 apart
//!   value      5 of 10 · A. Ruiz, 19 Oct · 8 before
//!   revenue    at risk: NPS −40, score 5.2 · €940k a year
//! Open 3 · a later talk in a mood of 0 or better closes each
//!   ○ 4  K. Ott             36 d Fri 27 Nov    support “Tickets wait for weeks”
//! ```

mod answers;
mod asking;
mod dots;
mod drivers;
mod evidence;
mod levels;
mod open;
mod worth;

pub use asking::ASK_ALL;
pub use dots::dots;

use super::{Case, Entry, Ground, Kind, Line, Link, Page, Span};
use crate::domain::day::signed;

/// Everything that was heard from the account, what is still to be heard, and what is to be done.
#[must_use]
pub fn page(case: &Case<'_>) -> Page {
    if nothing(case) {
        return Page { figure: String::new(), lines: empty(case) };
    }
    let nps = &case.picture.feedback.nps;
    let figure = match (nps.nps, case.picture.feedback.response.asked) {
        (Some(nps), _) => format!("NPS {}", signed(nps)),
        (None, 0) => String::new(),
        (None, _) => "NPS –".to_owned(),
    };
    let mut first = levels::lines(case);
    first.extend(worth::lines(case));
    let parts = [
        first,
        open::lines(case),
        drivers::lines(case),
        asking::lines(case),
        drivers::scales(case),
        answers::lines(case),
    ];
    let mut lines = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::gap());
        }
        lines.extend(part);
    }
    Page { figure, lines }
}

/// Nobody was asked, nobody answered, nobody agreed to be asked.
fn nothing(case: &Case<'_>) -> bool {
    let heard = &case.picture.feedback;
    case.records.answers.is_empty()
        && case.records.invitations.is_empty()
        && heard.agreement.agreed_on.is_none()
        && heard.complaints.is_empty()
}

/// What the tab is for, and how it begins.
fn empty(case: &Case<'_>) -> Vec<Line> {
    let ground = Ground {
        title: "No answer yet".to_owned(),
        says: vec!["Silence is no figure: without an answer there is no NPS.".to_owned()],
        topic: "nps",
        proofs: vec![evidence::none("no answer on record", Kind::Answer)],
    };
    let entry = Entry {
        key: "first".to_owned(),
        ground,
        link: Some(Link::new(Kind::Answer)),
        ..Entry::default()
    };
    vec![
        Line::prose(
            "Nobody was asked yet. What they say when they are asked stands here, level by level: \
             who would recommend you and why, who stays silent, and who has to be called back.",
        ),
        Line::gap(),
        asking::agreement(case),
        Line::fact("answer", vec![Span::text("write down the first one")]).with(entry),
    ]
}

#[cfg(test)]
mod tests;
