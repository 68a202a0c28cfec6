//! A signal that rests: until which day, or for good, and why.

use crate::desk::{Act, Commit};
use crate::domain::account::silence::{self, Silence, SilenceKind};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::records::Records;
use crate::domain::signal::table;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use crate::tui::widget::phrase;
use chrono::NaiveDate;

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Later { code, here, .. } = subject else { return None };
    let dossier = facts.dossier.as_ref()?;
    let signal = dossier.standing.signals.iter().find(|one| one.code == code)?;
    let held = held(&dossier.records, code);
    let kind = if *here { SilenceKind::NotHere } else { SilenceKind::Later };
    let until = held.and_then(|held| held.until_on).filter(|day| *day > facts.today);
    let reason = held.and_then(|held| held.reason.clone()).unwrap_or_default();
    Some(Spec {
        title: format!("{}: {}", facts.name(), table::rule(code)?.title),
        lead: vec![signal.text.clone()],
        fields: vec![
            FieldSpec::new(
                "kind",
                "how",
                FieldKind::Choice { options: kinds(), none: false },
                kind.word(),
            ),
            FieldSpec::new(
                "until_on",
                "until",
                FieldKind::Day,
                until.map(|day| day.to_string()).unwrap_or_default(),
            )
            .hint(if *here { "empty: asked again after a year" } else { "+2w" }),
            FieldSpec::new("reason", "because", FieldKind::Line, reason),
        ],
    })
}

fn kinds() -> Vec<Choice> {
    vec![
        Choice::new(SilenceKind::Later.word(), "later: back sooner where it worsens"),
        Choice::new(SilenceKind::NotHere.word(), "not here: silent whatever happens"),
    ]
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Later { code, .. } = subject else { return None };
    let records = &facts.dossier.as_ref()?.records;
    let kind = values.word("kind", SilenceKind::from_word).unwrap_or(SilenceKind::Later);
    let until = values.day("until_on");
    if kind == SilenceKind::Later && until.is_none() && values.right() {
        values.wrong("until_on", "until which day?");
    }
    if until.is_some_and(|day| day <= facts.today) {
        values.wrong("until_on", "a day to come");
    }
    values.right().then(|| silenced(records, code, kind, until, values.text("reason"), facts.today))
}

/// The commit that lets a signal rest; what it was told before gives way.
#[must_use]
pub fn silenced(
    records: &Records,
    code: &str,
    kind: SilenceKind,
    until: Option<NaiveDate>,
    reason: Option<String>,
    today: NaiveDate,
) -> Commit {
    let account = records.account.id;
    let new = Silence {
        id: Id(0),
        account_id: account,
        kind,
        code: code.to_owned(),
        since_on: today,
        until_on: until,
        reason,
    };
    let title = table::rule(code).map_or(code, |rule| rule.title);
    let until = until.map(|day| format!(" until {}", phrase::day_ahead(day, today)));
    let rests = match kind {
        SilenceKind::Later => "put off",
        SilenceKind::NotHere => "switched off",
    };
    let label = format!("{}: {title} {rests}{}", records.account.name, until.unwrap_or_default());
    let act = Act::edit(label, Some(account));
    let Some(held) = held(records, code) else {
        return Commit::new(act, vec![silence::Change::Added(new).into()]);
    };
    let fields = Silence { id: held.id, ..new }.fields_changed_from(held);
    let expected = held.expects(&fields);
    Commit::new(act, vec![Change::from(silence::Change::Edited { id: held.id, fields })])
        .expecting(expected)
}

/// What the signal was told last.
fn held<'a>(records: &'a Records, code: &str) -> Option<&'a Silence> {
    let told = records.silences.iter().filter(|one| one.code == code);
    told.max_by_key(|one| (one.since_on, one.id))
}
