//! Parts of the account itself that are asked for in a form of their own: how to talk with each
//! other, what was agreed about feedback, what became of a lost one.

use super::Plain;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::domain::account::{Account, Status};
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::page::Kind;
use crate::domain::record::Record;
use crate::domain::revenue::{Revenue, RevenueKind, arr_on};
use chrono::NaiveDate;

pub(super) const FORMS: &[Plain] = &[COMMUNICATION, AGREEMENT, LOSS];

/// The longest interval, days.
const MOST_DAYS: i64 = 3_650;

const COMMUNICATION: Plain = Plain::new(
    Kind::Communication,
    ("communication plan", "communication plans"),
    &[
        Row::new("talk_every", "talk every, days", Ask::Whole(1, MOST_DAYS))
            .hint("empty: as the tier asks"),
        Row::new("review_every", "own review every, days", Ask::Whole(1, MOST_DAYS))
            .hint("empty: as the tier asks"),
        Row::new("strategic_every", "strategic review, days", Ask::Whole(1, MOST_DAYS))
            .hint("with the client; empty: as the tier asks"),
        Row::new("qbr_every", "QBR every, days", Ask::Whole(1, MOST_DAYS))
            .hint("empty: as the tier asks"),
        Row::new("channels", "channels", Ask::Line).hint("as Teams, no calls on Mondays"),
        Row::new("standing_agenda", "standing agenda", Ask::Lines)
            .hint("what every regular meeting goes through"),
    ],
    |_, _| Some("communication plan".to_owned()),
);

const AGREEMENT: Plain = Plain::new(
    Kind::Agreement,
    ("feedback agreement", "feedback agreements"),
    &[
        Row::new("feedback_agreed_on", "agreed on", Ask::Day)
            .hint("the day they agreed to be asked twice a year"),
        Row::new("results_shared_on", "results shared", Ask::Day)
            .hint("the day they were last shown what came of it"),
    ],
    |_, _| Some("feedback agreement".to_owned()),
)
.settle(|setting, cells, values| {
    let Some(account) = cells.record::<Account>() else { return };
    for (column, day) in [
        ("feedback_agreed_on", account.feedback_agreed_on),
        ("results_shared_on", account.results_shared_on),
    ] {
        if day.is_some_and(|day| day > setting.today) {
            values.wrong(column, "that day has not come yet");
        }
    }
});

const LOSS: Plain = Plain::new(
    Kind::Loss,
    ("loss", "losses"),
    &[
        Row::new("lost_on", "lost on", Ask::Day).needed("on which day?").first(First::Today),
        Row::new("lost_reason", "reason", Ask::Line).hint("why they went"),
        Row::new("lost_avoidable", "avoidable", Ask::YesNo).hint("could we have kept them?"),
    ],
    |_, _| Some("loss".to_owned()),
)
.settle(|setting, cells, values| {
    let Some(account) = cells.record::<Account>() else { return };
    if account.lost_on.is_some_and(|on| on > setting.today) {
        values.wrong("lost_on", "still to come: “contract renewed or lost” writes down a notice");
    }
    cells.put(&Account { status: Status::Lost, ..account });
})
.lead(|setting| {
    let worth = worth(setting, setting.today).filter(|_| !was_lost(setting));
    worth
        .map(|arr| {
            format!(
                "Its {} a year end with it: the churn is written in the same step.",
                arr.short()
            )
        })
        .into_iter()
        .collect()
})
.also(|setting, cells, _, commit| {
    let Some(account) = cells.record::<Account>().filter(|_| !was_lost(setting)) else { return };
    let Some(on_date) = account.lost_on else { return };
    let Some(arr) = worth(setting, on_date) else { return };
    let churn = Revenue {
        id: Id(0),
        account_id: account.id,
        on_date,
        kind: RevenueKind::Churn,
        amount: -arr.minor,
        currency: arr.currency,
        note: account.lost_reason,
    };
    commit.expected.extend(setting.dossier.map(|dossier| dossier.standing.expects_arr()));
    commit.changes.push(churn.added_change());
});

fn was_lost(setting: &Setting<'_>) -> bool {
    setting.records.is_some_and(|records| records.account.status == Status::Lost)
}

/// What it would still pay a year after that day and all that is written already.
fn worth(setting: &Setting<'_>, on: NaiveDate) -> Option<Money> {
    let history = &setting.records?.revenue;
    let newest = history.iter().map(|entry| entry.on_date).max()?;
    arr_on(history, newest.max(on)).filter(|arr| arr.minor > 0)
}
