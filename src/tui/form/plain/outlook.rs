//! What is to be expected: the user's own estimate of a renewal, and the review of an account at
//! risk.

use super::Plain;
use super::growth::not_ahead;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::domain::account::risk_review::{RiskReview, RootCause};
use crate::domain::cell::{Cell, Value};
use crate::domain::day;
use crate::domain::forecast::ask;
use crate::domain::money::Money;
use crate::domain::page::Kind;
use crate::domain::revenue::arr_on;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::risk;
use crate::domain::score::print;
use crate::tui::form::kind::Says;
use crate::tui::form::spec::Choice;

pub(super) const FORMS: &[Plain] = &[FORECAST, RISK_REVIEW];

const FORECAST: Plain = Plain::new(
    Kind::Forecast,
    ("forecast of the renewal", "forecasts of the renewal"),
    &[
        Row::new("outcome", "it comes out as", Ask::Word(outcomes))
            .needed("what will become of it?")
            .first(First::Text(Outcome::Full.word())),
        Row::new("probability", "how sure, percent", Ask::Whole(0, 100))
            .hint("of exactly this outcome")
            .needed("how sure are you?"),
        Row::new("new_amount", "then a year", Ask::Money("currency"))
            .hint("ARR after the renewal, where it is another one"),
        Row::new("ends_on", "contract ends", Ask::Day).needed("which end?").first(First::Of(
            |setting| {
                let end = setting.records.and_then(|one| one.contract.as_ref()?.ends_on);
                end.map(day::typed).unwrap_or_default()
            },
        )),
        Row::new("on_date", "said on", Ask::Day).needed("on which day?").first(First::Today),
        Row::new("note", "note", Ask::Lines).hint("what you build on"),
    ],
    |_, cells| {
        let said = cells.record::<Forecast>()?;
        Some(format!("forecast {} at {} %", said.outcome, said.probability))
    },
)
.fixed(&[("currency", |setting| {
    worth(setting).map_or(Value::Null, |worth| worth.currency.store())
})])
.lead(|setting| {
    let due = setting.records.and_then(|one| ask::ask(one, setting.rules, setting.today));
    let score = setting.dossier.and_then(|dossier| dossier.standing.score.value);
    let beside = score.map(|score| {
        format!(
            "The score stands at {}; it is kept beside it, never averaged.",
            print::tenth(score)
        )
    });
    due.map(|due| due.text).into_iter().chain(beside).collect()
})
.says(|setting, cells, _| {
    let Some(said) = cells.record::<Forecast>() else { return Says::new() };
    let new = said.new_amount.zip(said.currency);
    let new = new.map(|(minor, currency)| Money { minor, currency });
    let Some(arr) = new.or_else(|| worth(setting)).filter(|_| said.outcome != Outcome::Lost) else {
        return Says::new();
    };
    let expected = (arr.minor as f64 * said.probability as f64 / 100.0).round() as i64;
    let expected = Money { minor: expected, currency: arr.currency };
    let text = format!(
        "{} a year × {} % = {}",
        arr.signed_short(),
        said.probability,
        expected.signed_short()
    );
    vec![("probability", text)]
})
.settle(|setting, cells, values| {
    not_ahead(setting, "on_date", cells, values);
    let Some(said) = cells.record::<Forecast>() else { return };
    let now = worth(setting).map(|worth| (worth.minor, worth.currency));
    let more = said.new_amount.zip(said.currency).zip(now).is_some_and(|((new, currency), now)| {
        said.outcome == Outcome::Shrink && currency == now.1 && new >= now.0
    });
    if more {
        values.wrong("new_amount", "that is no less than they pay now");
    }
});

fn worth(setting: &Setting<'_>) -> Option<Money> {
    arr_on(&setting.records?.revenue, setting.today)
}

fn outcomes(_: &Setting<'_>) -> Vec<Choice> {
    let label = |outcome: Outcome| match outcome {
        Outcome::Full => "full: they renew for what they pay, or more",
        Outcome::Shrink => "shrink: they renew for less",
        Outcome::Lost => "lost: they leave",
    };
    Outcome::ALL.iter().map(|one| Choice::new(one.word(), label(*one))).collect()
}

const RISK_REVIEW: Plain = Plain::new(
    Kind::RiskReview,
    ("risk review", "risk reviews"),
    &[
        Row::new("cause", "root cause", Ask::Word(|_| Choice::words(RootCause::ALL)))
            .hint("where the risk comes from"),
        Row::new("exit_criterion", "closed once", Ask::Line)
            .hint("what must be true: two clean releases in a row"),
        Row::new("checkpoints", "looked at again", Ask::Line)
            .hint("the days: 1 dec, 15 dec, 12 jan"),
        Row::new("colleague_id", "sponsor of ours", Ask::Colleague)
            .hint("where the cause is systemic"),
        Row::new("opened_on", "opened on", Ask::Day).needed("on which day?").first(First::Of(
            |setting| {
                let since = looked(setting).and_then(|view| view.opened_on.filter(|_| view.open));
                day::typed(since.unwrap_or(setting.today))
            },
        )),
        Row::new("closed_on", "closed on", Ask::Day)
            .hint("closed by hand; a score of 6.5 closes it too"),
        Row::new("close_reason", "closed because", Ask::Line),
    ],
    |setting, cells| {
        let review = cells.record::<RiskReview>()?;
        let opened = day::day(review.opened_on, setting.today);
        let closed = if review.closed_on.is_some() { ", closed" } else { "" };
        Some(format!("risk review of {opened}{closed}"))
    },
)
.lead(|setting| looked(setting).map(|view| view.text).into_iter().collect())
.settle(|setting, cells, values| {
    not_ahead(setting, "opened_on", cells, values);
    not_ahead(setting, "closed_on", cells, values);
    let Some(review) = cells.record::<RiskReview>() else { return };
    let Some(closed) = review.closed_on else { return };
    if closed < review.opened_on {
        values.wrong("closed_on", "before it was opened: a later day");
    }
    if review.close_reason.is_none() {
        values.wrong("close_reason", "why is it closed?");
    }
});

fn looked(setting: &Setting<'_>) -> Option<risk::RiskView> {
    let dossier = setting.dossier?;
    let (records, score) = (&dossier.records, &dossier.standing.score);
    Some(risk::view(records, score, setting.rules, setting.today))
}

#[cfg(test)]
mod tests;
