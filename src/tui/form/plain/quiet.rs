//! What keeps the program quiet: the user's own absence, signals that rest for an account or for a
//! tier.

use super::Plain;
use super::cells::Cells;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::domain::account::Tier;
use crate::domain::account::silence::{Silence, SilenceKind};
use crate::domain::agenda::Due;
use crate::domain::cell::{Cell, Value};
use crate::domain::day;
use crate::domain::ours::away::Away;
use crate::domain::ours::tier_silence::TierSilence;
use crate::domain::page::Kind;
use crate::domain::signal::table;
use crate::tui::form::kind::Says;
use crate::tui::form::spec::Choice;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

pub(super) const FORMS: &[Plain] = &[AWAY, TIER_SILENCE, SILENCE];

const AWAY: Plain = Plain::new(
    Kind::Away,
    ("absence", "absences"),
    &[
        Row::new("from_on", "from", Ask::Day).needed("from which day?").first(First::Today),
        Row::new("to_on", "to", Ask::Day).hint("the last day away").needed("until which day?"),
        Row::new("note", "note", Ask::Line).hint("as summer leave"),
    ],
    |setting, cells| {
        let away = cells.record::<Away>()?;
        let [from, to] = [away.from_on, away.to_on].map(|on| day::day(on, setting.today));
        Some(format!("away {from} to {to}"))
    },
)
.lead(|_| {
    vec![
        "The clocks of talks, reviews and surveys stand still; promises and act-by dates do not."
            .to_owned(),
    ]
})
.says(|setting, cells, _| {
    let away = cells.record::<Away>();
    away.map(|away| inside(&away, setting)).unwrap_or_default()
})
.settle(|_, cells, values| {
    let Some(away) = cells.record::<Away>() else { return };
    if away.to_on < away.from_on {
        values.wrong("to_on", "not before the first day: a later one");
    }
});

/// Lines of what falls inside that are shown.
const SHOWN: usize = 9;

/// What falls due while the user is away, so that it is handed over or moved before.
fn inside(away: &Away, setting: &Setting<'_>) -> Says {
    if away.to_on < away.from_on {
        return Says::new();
    }
    let span = away.from_on..=away.to_on;
    let dues: Vec<&Due> = setting.dues.iter().filter(|due| span.contains(&due.on)).collect();
    if dues.is_empty() {
        return vec![(
            "to_on",
            "No promise and no last day of a contract falls inside.".to_owned(),
        )];
    }
    let head = "To hand over or to move before:".to_owned();
    let line = |due: &&Due| {
        let on = day::day(due.on, setting.today);
        let who = if due.account.is_some() { format!("{}, ", due.name) } else { String::new() };
        format!("{on} {}: {who}{}", due.what, due.text)
    };
    let rest = dues.len().saturating_sub(SHOWN);
    let more = (rest > 0).then(|| format!("and {rest} more: “trellis due” lists them"));
    let lines = std::iter::once(head).chain(dues.iter().take(SHOWN).map(line)).chain(more);
    lines.map(|line| ("to_on", line)).collect()
}

fn since_today(setting: &Setting<'_>) -> Value {
    setting.today.store()
}

fn title(code: &str) -> &str {
    table::rule(code).map_or(code, |rule| rule.title)
}

/// `until 30 Jan`; nothing where it is for good.
fn until(on: Option<NaiveDate>, today: NaiveDate) -> String {
    on.map(|on| format!(" until {}", day::day(on, today))).unwrap_or_default()
}

/// A day to come, where another one stands there than before.
fn ahead(setting: &Setting<'_>, cells: &Cells, values: &Values<'_>) {
    let same = setting.old.is_some_and(|old| old.get("until_on") == cells.get("until_on"));
    let today = setting.today.format("%Y-%m-%d").to_string();
    let typed = cells.text_in("until_on");
    if !same && !typed.is_empty() && typed <= today.as_str() {
        values.wrong("until_on", "a day to come");
    }
}

const TIER_SILENCE: Plain = Plain::new(
    Kind::TierSilence,
    ("signal off for a tier", "signals off for a tier"),
    &[
        Row::new("code", "signal", Ask::Signal).hint("type to find it").needed("which signal?"),
        Row::new("tier", "tier", Ask::Word(|_| Choice::words(Tier::ALL)))
            .needed("for which tier?")
            .first(First::Of(|setting| {
                setting.tier.map(|tier| tier.to_string()).unwrap_or_default()
            })),
        Row::new("until_on", "until", Ask::Day).hint("empty: asked again after a year"),
        Row::new("reason", "because", Ask::Line),
    ],
    |setting, cells| {
        let rests = cells.record::<TierSilence>()?;
        let until = until(rests.until_on, setting.today);
        Some(format!("{} off for {} accounts{until}", title(&rests.code), rests.tier))
    },
)
.fixed(&[("since_on", since_today)])
.settle(ahead_of);

const SILENCE: Plain = Plain::new(
    Kind::Silence,
    ("signal at rest", "signals at rest"),
    &[
        Row::new("code", "signal", Ask::Signal).hint("type to find it").needed("which signal?"),
        Row::new("kind", "how", Ask::Word(kinds))
            .needed("how does it rest?")
            .first(First::Text(SilenceKind::NotHere.word())),
        Row::new("until_on", "until", Ask::Day).hint("empty: asked again after a year"),
        Row::new("reason", "because", Ask::Line),
    ],
    |setting, cells| {
        let rests = cells.record::<Silence>()?;
        let how = match rests.kind {
            SilenceKind::Later => "put off",
            SilenceKind::NotHere => "switched off",
        };
        let until = until(rests.until_on, setting.today);
        Some(format!("{} {how}{until}", title(&rests.code)))
    },
)
.fixed(&[("since_on", since_today)])
.settle(|setting, cells, values| {
    ahead(setting, cells, values);
    let Some(rests) = cells.record::<Silence>() else { return };
    if rests.kind == SilenceKind::Later && rests.until_on.is_none() {
        values.wrong("until_on", "until which day?");
    }
    let told = setting.records.into_iter().flat_map(|records| &records.silences);
    let holds = |one: &Silence| one.until_on.is_none_or(|until| until > setting.today);
    let mut others = told.filter(|one| one.id != rests.id && one.code == rests.code);
    if others.any(holds) {
        values.wrong("code", "rests here already: change it on its line of the File tab");
    }
});

fn ahead_of(setting: &Setting<'_>, cells: &mut Cells, values: &Values<'_>) {
    ahead(setting, cells, values);
}

fn kinds(_: &Setting<'_>) -> Vec<Choice> {
    vec![
        Choice::new(SilenceKind::Later.word(), "later: back sooner where it worsens"),
        Choice::new(SilenceKind::NotHere.word(), "not here: silent whatever happens"),
    ]
}
