//! What the rules ask for from time to time, and what was put off until a day.

use super::account::Account;
use super::{Due, What};
use crate::domain::account::silence::SilenceKind;
use crate::domain::day::day;
use crate::domain::ours::communication::{self, STRATEGIC};
use crate::domain::plan::step::{MeetingType, Step, StepKind};
use crate::domain::rules::Rules;
use crate::domain::signal::rest::{Resting, resting};

/// The last day on which each talk and review is in time. What was never done yet has no such day,
/// and what is planned is there itself.
pub(super) fn rhythms(account: &mut Account<'_>, rules: &Rules) {
    let (today, about) = (account.today, account.this());
    for rhythm in communication::plan(account.records, rules, today).rhythms {
        let (what, kinds): (What, Option<&[MeetingType]>) = match rhythm.what {
            // Whatever it is for, a meeting ends the silence.
            "talk" => (What::Talk, Some(&[])),
            "strategic review" => (What::Strategic, Some(&STRATEGIC)),
            "QBR" => (What::Qbr, Some(&[MeetingType::Qbr])),
            "check-in" => (What::CheckIn, Some(&[MeetingType::CheckIn])),
            _ => (What::Review, None),
        };
        let (Some(next), Some(last), Some(every)) = (rhythm.next_on, rhythm.last_on, rhythm.every)
        else {
            continue;
        };
        if kinds.is_some_and(|kinds| planned(account, kinds)) {
            continue;
        }
        let text = format!("last {}, every {every} d", day(last, today));
        account.push(next, what, text, about);
    }
}

/// An open meeting of one of these types, of any where none is named, has a day ahead.
fn planned(account: &Account<'_>, kinds: &[MeetingType]) -> bool {
    let meets = |step: &Step| match step.meeting_type {
        Some(kind) => kinds.is_empty() || kinds.contains(&kind),
        None => kinds.is_empty() && step.kind == StepKind::Meeting,
    };
    account.records.steps.iter().any(|step| {
        step.status.open() && meets(step) && step.due_on.is_some_and(|due| due >= account.today)
    })
}

/// The days on which signals of the account are heard again: what was put off or found fine
/// together stands in one line.
pub(super) fn snoozes(account: &mut Account<'_>, rules: &Rules) {
    let mut rests: Vec<Resting> = resting(account.records, rules, account.today);
    rests.retain(|one| one.tier.is_none());
    rests.sort_by_key(|one| (one.until_on, one.kind, one.record.1));
    for together in rests.chunk_by(|one, two| (one.until_on, one.kind) == (two.until_on, two.kind))
    {
        let Some(first) = together.first() else { continue };
        let titles: Vec<String> = together.iter().map(|one| format!("“{}”", one.title)).collect();
        let again = match first.kind {
            SilenceKind::Later => "comes up again",
            SilenceKind::NotHere => "switched off here: still so?",
        };
        let again =
            if together.len() > 1 { again.replace("comes", "come") } else { again.to_owned() };
        let reason = first.reason.as_ref().filter(|_| together.len() == 1);
        let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        account.put(Due {
            about: Some(first.record),
            signal: Some(first.code.clone()),
            ..Due::new(
                first.until_on,
                What::Snooze,
                format!("{} {again}{reason}", titles.join(", ")),
            )
        });
    }
}
