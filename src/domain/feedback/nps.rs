//! NPS with the answers behind it: promoters 9-10, passives 7-8, detractors 0-6, of each contact
//! the latest answer of a year. Source: CustomerGauge's Account Success process.

use super::Answer;
use crate::domain::contact::{Contact, Level};
use crate::domain::map::{latest_nps, nps, vote};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::sentence::count;
use chrono::NaiveDate;

/// Answers counted. Silence adds nothing to any of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Nps {
    /// round(100 × (promoters − detractors) / answers), −100 … 100; none without answers.
    pub nps: Option<i64>,
    pub answers: usize,
    pub promoters: usize,
    pub passives: usize,
    pub detractors: usize,
    /// How many of the answers are anonymous.
    pub anonymous: usize,
    /// So few that each answer is shown, and no percentage.
    pub few: bool,
    pub newest_on: Option<NaiveDate>,
}

/// The NPS of the people of one level; none: those without a level, and the anonymous ones.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LevelNps {
    pub level: Option<Level>,
    #[serde(flatten)]
    pub nps: Nps,
}

impl Nps {
    /// What these answers make.
    fn of<'a>(
        answers: impl IntoIterator<Item = &'a (Option<&'a Contact>, &'a Answer)>,
        rules: &Rules,
    ) -> Self {
        let mut votes = [0; 3];
        let (mut anonymous, mut newest_on) = (0, None);
        for (contact, answer) in answers {
            votes[vote(answer.points)] += 1;
            anonymous += usize::from(contact.is_none());
            newest_on = newest_on.max(Some(answer.on_date));
        }
        let [promoters, passives, detractors] = votes;
        let answers = votes.iter().sum();
        Self {
            nps: nps(votes),
            answers,
            promoters,
            passives,
            detractors,
            anonymous,
            few: answers < rules.count(Limit::FewAnswers),
            newest_on,
        }
    }

    /// `NPS −30: no promoters, 7 passives, 3 detractors`, or that nobody answered.
    #[must_use]
    pub fn text(&self) -> String {
        let Some(nps) = self.nps else { return "no NPS: nobody answered within a year".to_owned() };
        let many = |n: usize, one: &str| match n {
            0 => format!("no {one}s"),
            n => count(n, one),
        };
        let unnamed = match self.anonymous {
            0 => String::new(),
            n => format!(" ({n} anonymous)"),
        };
        format!(
            "NPS {}: {}, {}, {}{unnamed}",
            nps.to_string().replace('-', "−"),
            many(self.promoters, "promoter"),
            many(self.passives, "passive"),
            many(self.detractors, "detractor"),
        )
    }
}

/// The NPS of the account on a day.
#[must_use]
pub fn account(records: &Records, rules: &Rules, today: NaiveDate) -> Nps {
    Nps::of(&latest_nps(records, rules, today, today), rules)
}

/// The NPS of each level, decision makers first; last those who stand on none.
#[must_use]
pub fn levels(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<LevelNps> {
    let latest = latest_nps(records, rules, today, today);
    let level_of = |contact: Option<&Contact>| contact.and_then(|contact| contact.level);
    let levels = Level::ALL.iter().copied().map(Some).chain([None]);
    levels
        .map(|level| {
            let theirs = latest.iter().filter(|(contact, _)| level_of(*contact) == level);
            LevelNps { level, nps: Nps::of(theirs, rules) }
        })
        .collect()
}

/// Two levels that answered, furthest apart.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Disagreement {
    pub high_level: Level,
    pub high: i64,
    pub low_level: Level,
    pub low: i64,
    /// NPS points between the two.
    pub apart: i64,
}

/// The two levels whose NPS lies furthest apart; none with answers on fewer than two levels.
#[must_use]
pub fn widest(levels: &[LevelNps]) -> Option<Disagreement> {
    let mut heard: Vec<(i64, Level)> =
        levels.iter().filter_map(|one| Some((one.nps.nps?, one.level?))).collect();
    heard.sort_unstable();
    let (&(low, low_level), &(high, high_level)) = (heard.first()?, heard.last()?);
    (low_level != high_level).then_some(Disagreement {
        high_level,
        high,
        low_level,
        low,
        apart: high - low,
    })
}

#[cfg(test)]
mod tests;
