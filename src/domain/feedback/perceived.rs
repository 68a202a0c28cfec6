//! What they say it is worth to them: the most telling figure, asked at each review. They may like
//! us and yet leave. Source: the consultant's guide.

use super::Answer;
use crate::domain::cell::Id;
use crate::domain::day::{day, shift};
use crate::domain::plan::step::MeetingType;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::value::{asked, latest};
use chrono::NaiveDate;

/// A value that somebody there put on our work.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    pub answer: Id,
    /// 1-10.
    pub points: i64,
    /// None: anonymous.
    pub contact: Option<Id>,
    pub name: Option<String>,
    pub on_date: NaiveDate,
    /// In the client's own words.
    pub why: Option<String>,
}

/// The value they perceive.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Perceived {
    pub latest: Option<Told>,
    /// What was said before it.
    pub before: Option<Told>,
    /// The last review with the client, where nobody asked at or after it.
    pub not_asked_at: Option<(MeetingType, NaiveDate)>,
    /// The last day on which somebody there confirmed a value: in a figure over the low ones, or by
    /// a result they agreed to.
    pub confirmed_on: Option<NaiveDate>,
    pub text: String,
}

/// Why a value is not felt where we are liked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unfelt {
    /// The latest value told is low.
    Low { answer: Id, points: i64, on_date: NaiveDate },
    /// The last confirmation is too old: since then.
    Since(NaiveDate),
    /// Nobody ever confirmed any.
    Never,
}

fn told(records: &Records, answer: &Answer) -> Told {
    Told {
        answer: answer.id,
        points: answer.points,
        contact: answer.contact_id,
        name: asked(records, answer).map(|contact| contact.name.clone()),
        on_date: answer.on_date,
        why: answer.why.clone(),
    }
}

/// The last day on which somebody there confirmed a value.
fn confirmed_on(records: &Records, rules: &Rules, today: NaiveDate) -> Option<NaiveDate> {
    let low = rules.limit(Limit::ValueLow);
    let said = latest(records, today).filter(|answer| answer.points as f64 > low);
    let agreed = records
        .values
        .iter()
        .filter_map(|item| item.confirmed_on.or_else(|| item.confirmed_by.map(|_| item.on_date)));
    said.map(|answer| answer.on_date).into_iter().chain(agreed).filter(|day| *day <= today).max()
}

/// The value they perceive, as it stands on a day.
#[must_use]
pub fn perceived(records: &Records, rules: &Rules, today: NaiveDate) -> Perceived {
    let now = latest(records, today);
    let before = now.and_then(|now| latest_before(records, now, today));
    let review = records
        .held
        .iter()
        .filter(|(kind, day)| {
            matches!(kind, MeetingType::Qbr | MeetingType::StrategicReview) && *day <= today
        })
        .max_by_key(|(_, day)| *day)
        .copied();
    let text = match now {
        None => "nobody was asked what it is worth to them".to_owned(),
        Some(answer) => format!(
            "{} put the value at {}, {}",
            asked(records, answer).map_or("somebody", |contact| contact.name.as_str()),
            answer.points,
            day(answer.on_date, today)
        ),
    };
    Perceived {
        latest: now.map(|answer| told(records, answer)),
        before: before.map(|answer| told(records, answer)),
        not_asked_at: review.filter(|(_, held)| now.is_none_or(|told| told.on_date < *held)),
        confirmed_on: confirmed_on(records, rules, today),
        text,
    }
}

fn latest_before<'a>(records: &'a Records, now: &Answer, today: NaiveDate) -> Option<&'a Answer> {
    records
        .answers
        .iter()
        .filter(|answer| answer.scale == super::Scale::Value && answer.on_date <= today)
        .filter(|answer| (answer.on_date, answer.id) < (now.on_date, now.id))
        .max_by_key(|answer| (answer.on_date, answer.id))
}

/// Liked by its NPS, and yet the value is not felt.
pub(crate) fn unfelt(
    records: &Records,
    nps: Option<i64>,
    rules: &Rules,
    today: NaiveDate,
) -> Option<Unfelt> {
    nps.filter(|nps| *nps as f64 >= rules.limit(Limit::LikedNps))?;
    if let Some(told) = latest(records, today)
        && told.points as f64 <= rules.limit(Limit::ValueLow)
    {
        let Answer { id, points, on_date, .. } = *told;
        return Some(Unfelt::Low { answer: id, points, on_date });
    }
    match confirmed_on(records, rules, today) {
        None => Some(Unfelt::Never),
        Some(on) if shift(on, rules.days(Limit::ValueEvery)) < today => Some(Unfelt::Since(on)),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests;
