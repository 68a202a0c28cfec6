//! Everything that was heard from an account, and what is to be made of it.

use super::agreement::{Agreement, agreement};
use super::complaint::{Complaint, complaints};
use super::nps::{self, Disagreement, LevelNps, Nps};
use super::perceived::{Perceived, perceived};
use super::response::{Response, response};
use super::security::{Security, security};
use super::{Driver, Scale};
use crate::domain::map::{DETRACTOR, PROMOTER, latest_nps, vote};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// What one driver was named for, among the answers that count in the NPS.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DriverCount {
    pub driver: Driver,
    /// What the user calls it.
    pub name: String,
    pub promoters: usize,
    pub passives: usize,
    pub detractors: usize,
}

/// Answers on another scale than NPS: never read as NPS, never averaged with it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ScaleAnswers {
    pub scale: Scale,
    /// The least and the most that can be answered.
    pub from: i64,
    pub to: i64,
    pub answers: usize,
    pub latest: i64,
    pub latest_on: NaiveDate,
}

/// The feedback of an account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Feedback {
    pub nps: Nps,
    pub levels: Vec<LevelNps>,
    /// The two levels furthest apart.
    pub widest: Option<Disagreement>,
    /// They lie so far apart that it must be talked about.
    pub levels_disagree: bool,
    /// The driver most detractors name comes first.
    pub drivers: Vec<DriverCount>,
    pub scales: Vec<ScaleAnswers>,
    pub response: Response,
    pub agreement: Agreement,
    /// Newest first.
    pub complaints: Vec<Complaint>,
    pub perceived: Perceived,
    pub revenue: Security,
    pub text: String,
}

/// The feedback of an account on a day.
#[must_use]
pub fn feedback(
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
) -> Feedback {
    let counted = nps::account(records, rules, today);
    let levels = nps::levels(records, rules, today);
    let widest = nps::widest(&levels);
    let apart = rules.limit(Limit::LevelsApart);
    let text = counted.text();
    Feedback {
        revenue: security(records, counted.nps, &standing.score, standing.arr, rules, today),
        levels_disagree: widest.as_ref().is_some_and(|one| one.apart as f64 >= apart),
        nps: counted,
        levels,
        widest,
        drivers: drivers(records, rules, today),
        scales: scales(records, today),
        response: response(records, rules, today),
        agreement: agreement(records, rules, today),
        complaints: complaints(records, rules, today),
        perceived: perceived(records, rules, today),
        text,
    }
}

fn drivers(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<DriverCount> {
    let mut counts: Vec<DriverCount> = Driver::ALL
        .iter()
        .map(|driver| DriverCount {
            driver: *driver,
            name: rules.driver(*driver).to_owned(),
            promoters: 0,
            passives: 0,
            detractors: 0,
        })
        .collect();
    for (_, answer) in latest_nps(records, rules, today, today) {
        let named = counts.iter_mut().find(|one| Some(one.driver) == answer.driver);
        let Some(named) = named else { continue };
        match vote(answer.points) {
            PROMOTER => named.promoters += 1,
            DETRACTOR => named.detractors += 1,
            _ => named.passives += 1,
        }
    }
    counts.retain(|one| one.promoters + one.passives + one.detractors > 0);
    counts.sort_by_key(|one| {
        let all = one.promoters + one.passives + one.detractors;
        std::cmp::Reverse((one.detractors, all))
    });
    counts
}

fn scales(records: &Records, today: NaiveDate) -> Vec<ScaleAnswers> {
    let other = [Scale::Ces, Scale::Csat, Scale::Stars];
    let answered = |scale: Scale| {
        let theirs = records
            .answers
            .iter()
            .filter(move |answer| answer.scale == scale && answer.on_date <= today);
        let latest = theirs.clone().max_by_key(|answer| (answer.on_date, answer.id))?;
        Some(ScaleAnswers {
            scale,
            from: 1,
            to: if scale == Scale::Ces { 7 } else { 5 },
            answers: theirs.count(),
            latest: latest.points,
            latest_on: latest.on_date,
        })
    };
    other.into_iter().filter_map(answered).collect()
}

#[cfg(test)]
mod tests;
