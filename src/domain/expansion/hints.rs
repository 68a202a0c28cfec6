//! What hints at growth: full seats, rising usage, a promoter; and what was heard and written down.
//! Source: the account-management guide.

use crate::domain::account::metric::MetricKind;
use crate::domain::cell::Id;
use crate::domain::map::{PROMOTER, latest_nps, vote};
use crate::domain::records::Records;
use crate::domain::revenue::opportunity::{Hint, Opportunity};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::factor::plain;
use crate::domain::score::print::whole;
use crate::domain::score::usage;
use crate::domain::signal::facts::TINY;
use crate::domain::signal::sentence::names;
use chrono::NaiveDate;

/// One hint with its evidence.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Hinted {
    /// As `seats nearly full`.
    pub hint: &'static str,
    /// From figures and answers; else heard and written down.
    pub computed: bool,
    pub text: String,
    pub on_date: Option<NaiveDate>,
    pub record: Option<(&'static str, Id)>,
}

/// What the figures and answers of the account hint at.
#[must_use]
pub fn computed(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<Hinted> {
    let found = [
        full(records, rules, today),
        rising(records, rules, today),
        promoter(records, rules, today),
    ];
    found.into_iter().flatten().collect()
}

/// What was heard about one opportunity.
#[must_use]
pub fn heard(opportunity: &Opportunity) -> Vec<Hinted> {
    let line = |hint: Hint| Hinted {
        hint: hint.word(),
        computed: false,
        text: match hint {
            Hint::AskedFor => "They asked for it.",
            Hint::NewFunding => "They have new funding.",
            Hint::NewLeadership => "They have new leadership.",
            Hint::NewMarket => "They enter a new market.",
        }
        .to_owned(),
        on_date: None,
        record: Some(("opportunity", opportunity.id)),
    };
    opportunity.hints.iter().map(line).collect()
}

/// Figures older than this are no news.
fn news(on_date: NaiveDate, rules: &Rules, today: NaiveDate) -> bool {
    (0..=rules.days(Limit::FigureNews)).contains(&(today - on_date).num_days())
}

fn full(records: &Records, rules: &Rules, today: NaiveDate) -> Option<Hinted> {
    let active = records.newest_metric(MetricKind::SeatsActive, today)?;
    let licensed = records.newest_metric(MetricKind::SeatsLicensed, today)?;
    let share = rules.share(Limit::SeatsFull);
    let full = licensed.amount > 0.0 && active.amount / licensed.amount >= share - TINY;
    (full && news(active.on_date, rules, today)).then(|| Hinted {
        hint: "seats nearly full",
        computed: true,
        text: format!(
            "Seats nearly full: {} of {} in use.",
            plain(active.amount),
            plain(licensed.amount)
        ),
        on_date: Some(active.on_date),
        record: Some(("metric", active.id)),
    })
}

fn rising(records: &Records, rules: &Rules, today: NaiveDate) -> Option<Hinted> {
    let (then, now) = usage::seats_then_and_now(records, rules, today)?;
    let rise = 1.0 + rules.share(Limit::UsageRise);
    let up = now.amount >= rise * then.amount - TINY && news(now.on_date, rules, today);
    up.then(|| Hinted {
        hint: "usage up",
        computed: true,
        text: format!(
            "Usage up {} %: active seats {} → {}.",
            whole(100.0 * (now.amount / then.amount - 1.0)),
            plain(then.amount),
            plain(now.amount)
        ),
        on_date: Some(now.on_date),
        record: Some(("metric", now.id)),
    })
}

/// Somebody still there would recommend us.
fn promoter(records: &Records, rules: &Rules, today: NaiveDate) -> Option<Hinted> {
    let mut found: Vec<_> = latest_nps(records, rules, today, today)
        .into_iter()
        .filter(|(_, answer)| vote(answer.points) == PROMOTER)
        .filter_map(|(contact, answer)| Some((contact?, answer)))
        .collect();
    found.sort_by_key(|(_, answer)| std::cmp::Reverse((answer.on_date, answer.id)));
    let (_, newest) = *found.first()?;
    let people: Vec<&str> = found.iter().map(|(contact, _)| contact.name.as_str()).collect();
    let verb = if people.len() == 1 { "is a promoter" } else { "are promoters" };
    Some(Hinted {
        hint: "promoter",
        computed: true,
        text: format!("{} {verb}.", names(&people)),
        on_date: Some(newest.on_date),
        record: Some(("answer", newest.id)),
    })
}
