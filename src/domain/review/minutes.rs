//! The minutes of a review: what was decided, as Markdown and as a text for a mail. They are made
//! of the records alone, so that it does not matter how often a review was interrupted.

use super::Review;
use super::commitment::Commitment;
use super::ritual::Kept;
use super::visit::{Visit, VisitResult};
use crate::domain::account::own_score::OwnScore;
use crate::domain::cell::Id;
use crate::domain::day::weekday;
use crate::domain::plan::step::{Step, StepKind, StepOwner, StepStatus};
use crate::domain::records::Records;
use crate::domain::score::print::tenth;
use crate::domain::signal::sentence::count;
use crate::domain::talk::{Talk, TalkKind};
use chrono::NaiveDate;

/// What was written down at one account in a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    pub account: Id,
    pub name: String,
    /// As they stand in the minutes, in the order of their making.
    pub lines: Vec<String>,
}

/// What the minutes are made of.
#[derive(Clone, Copy, Debug)]
pub struct Minuted<'a> {
    pub review: &'a Review,
    pub visits: &'a [Visit],
    pub last: &'a [Kept],
    pub commitments: &'a [Commitment],
    pub noted: &'a [Noted],
    /// The names of the accounts, in any order.
    pub names: &'a [(Id, String)],
}

/// What was written down at an account since the review began; none: nothing. `talks` are those of
/// its log, `closed` the steps done that no running cycle holds.
#[must_use]
pub fn noted(records: &Records, closed: &[Step], talks: &[Talk], review: &Review) -> Option<Noted> {
    let opened = review.opened_on;
    let beside = closed.iter().filter(|one| records.steps.iter().all(|held| held.id != one.id));
    let mut steps: Vec<&Step> = records.steps.iter().chain(beside).collect();
    steps.sort_by_key(|step| step.id);
    let new = |step: &&&Step| step.id.0 > review.steps_before && step.status != StepStatus::Dropped;
    let mut lines: Vec<String> =
        steps.iter().filter(new).map(|step| planned(step, opened)).collect();
    let done = |step: &&&Step| {
        step.id.0 <= review.steps_before
            && step.status == StepStatus::Done
            && step.done_on >= Some(opened)
    };
    lines.extend(steps.iter().filter(done).map(|step| format!("done: {}", flat(&step.title))));
    let mut scores: Vec<&OwnScore> =
        records.own_scores.iter().filter(|one| one.on_date >= opened).collect();
    scores.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    let mut seen = Vec::new();
    for score in scores {
        if !seen.contains(&score.factor) {
            seen.push(score.factor);
            let why =
                score.reason.as_deref().map_or_else(String::new, |why| format!(" ({})", flat(why)));
            lines.push(format!("{} {}{why}", score.factor, score.points));
        }
    }
    let mut notes: Vec<&Talk> =
        talks.iter().filter(|talk| talk.kind == TalkKind::Note && talk.on_date >= opened).collect();
    notes.sort_by_key(|talk| talk.id);
    lines.extend(notes.into_iter().map(|note| format!("note: {}", flat(&note.summary))));
    (!lines.is_empty()).then(|| Noted {
        account: records.account.id,
        name: records.account.name.clone(),
        lines,
    })
}

/// `Call K. Ott, Tue 24 Nov`; who is to do it where that is not you.
fn planned(step: &Step, on: NaiveDate) -> String {
    let owner = match step.owner {
        StepOwner::Me => String::new(),
        other => format!("{}: ", step.owner_name.as_deref().unwrap_or(other.word())),
    };
    let kind = match step.kind {
        StepKind::Promise => " (promise)",
        StepKind::Meeting => " (meeting)",
        StepKind::Step | StepKind::Milestone => "",
    };
    let due = step.due_on.map_or_else(String::new, |due| format!(", {}", weekday(due, on)));
    let done = if step.status == StepStatus::Done { ", done" } else { "" };
    format!("{owner}{}{kind}{due}{done}", flat(&step.title))
}

/// One line of it, whatever was typed.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The minutes as Markdown.
#[must_use]
pub fn minutes(of: &Minuted<'_>) -> String {
    let mut said =
        Markdown(format!("# Weekly review, {}\n", of.review.opened_on.format("%a %-d %b %Y")));
    said.next_week(of);
    said.last_week(of);
    said.decided(of);
    said.others(of);
    said.0
}

struct Markdown(String);

impl Markdown {
    fn heading(&mut self, text: &str) {
        self.0.extend(["\n## ", text, "\n\n"]);
    }

    fn next_week(&mut self, of: &Minuted<'_>) {
        self.heading("Next week");
        let mut promised: Vec<&Commitment> = of.commitments.iter().collect();
        promised.sort_by_key(|one| (one.place, one.id));
        for (place, one) in (1..).zip(&promised) {
            self.0.push_str(&format_line(&format!("{place}."), &one.text));
        }
        if promised.is_empty() {
            self.0.push_str("Nothing was promised.\n");
        }
    }

    fn last_week(&mut self, of: &Minuted<'_>) {
        if of.last.is_empty() {
            return;
        }
        self.heading("Promised last week");
        for kept in of.last {
            let text = format!("{} ({})", kept.commitment.text, kept.says);
            self.0.push_str(&format_line("-", &text));
        }
    }

    fn decided(&mut self, of: &Minuted<'_>) {
        let place = |one: &Noted| {
            let visit = of.visits.iter().find(|visit| visit.account_id == one.account);
            visit.map_or((true, 0), |visit| (!visit.queued, visit.place))
        };
        let mut noted: Vec<&Noted> = of.noted.iter().collect();
        noted.sort_by(|one, two| {
            (place(one), &one.name, one.account).cmp(&(place(two), &two.name, two.account))
        });
        if noted.is_empty() {
            return;
        }
        self.heading("Decided");
        for one in noted {
            let visit = of.visits.iter().find(|visit| visit.account_id == one.account);
            let score = visit.and_then(|visit| visit.score);
            let score = score.map_or_else(String::new, |score| format!(" ({})", tenth(score)));
            self.0.extend(["- **", &escaped(&flat(&one.name)), "**", &score, ": "]);
            self.0.push_str(&escaped(&one.lines.join("; ")));
            self.0.push('\n');
        }
    }

    fn others(&mut self, of: &Minuted<'_>) {
        let queued: Vec<&Visit> = of.visits.iter().filter(|visit| visit.queued).collect();
        let left = |result: Option<VisitResult>| -> Vec<String> {
            let told = |visit: &&&Visit| {
                visit.result == result && of.noted.iter().all(|one| one.account != visit.account_id)
            };
            let name = |visit: &&Visit| {
                let named = of.names.iter().find(|(id, _)| *id == visit.account_id);
                named.map(|(_, name)| flat(name))
            };
            queued.iter().filter(told).filter_map(name).collect()
        };
        let groups = [
            ("Looked at, nothing to write down", left(Some(VisitResult::Decided))),
            ("Later", left(Some(VisitResult::Later))),
            ("Fine", left(Some(VisitResult::Fine))),
            ("Passed over", left(Some(VisitResult::Skipped))),
            ("Not looked at", left(None)),
        ];
        for (heading, names) in groups {
            if !names.is_empty() {
                self.heading(heading);
                self.0.extend([&escaped(&names.join(", ")), "\n"]);
            }
        }
        let rest = of.visits.len() - queued.len();
        let looked = queued.iter().filter(|visit| visit.result.is_some()).count();
        let part = if looked < queued.len() { format!("{looked} of ") } else { String::new() };
        let looked = format!("{part}{}", count(queued.len(), "account"));
        let rest = if rest > 0 { format!(", {rest} unchanged") } else { String::new() };
        self.0.extend(["\n", &looked, " looked at", &rest, ".\n"]);
    }
}

fn format_line(sign: &str, text: &str) -> String {
    format!("{sign} {}\n", escaped(&flat(text)))
}

/// Signs that Markdown would take for its own.
const SIGNS: &[char] = &['\\', '*', '_', '`', '<', '>', '[', ']', '#', '|'];

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        if SIGNS.contains(&sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// The minutes as the text of a mail: the same words without the signs of Markdown.
#[must_use]
pub fn mail(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let line = line.trim_start_matches('#').trim_start_matches(' ');
        let mut signs = line.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => text.extend(signs.next()),
                '*' => {}
                other => text.push(other),
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests;
