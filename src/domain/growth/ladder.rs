//! The loyalty ladder: the step that the user claims, beside it what the talks on record back, and
//! whether the work is led or only answers. Model: the Loyalty Ladder article; the figures are this
//! project's own decision.

use crate::domain::cell::Id;
use crate::domain::records::{Records, TALK_WINDOW_DAYS, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Evidence;
use crate::domain::score::factor::{evidence, signed};
use crate::domain::score::print::percent;
use crate::domain::signal::facts::TINY;
use crate::domain::signal::sentence::{all, count, day};
use crate::domain::talk::{Side, Topic};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// A step of the ladder. Only a partner grows.
    LoyaltyStep {
        /// Leaving is painful.
        LockedIn = "locked in",
        /// They like the people.
        Liked = "liked",
        /// We help them think better.
        Partner = "partner",
    }
}

impl LoyaltyStep {
    /// 1-3, as it is kept.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::LockedIn => 1,
            Self::Liked => 2,
            Self::Partner => 3,
        }
    }

    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.number() == number)
    }
}

words! {
    /// How the claim stands to the record.
    Backing {
        NotSet = "not set", NoEvidence = "no evidence", Backed = "backed",
        AboveEvidence = "above the evidence", BelowEvidence = "below the evidence",
    }
}

/// What the user said, and on what ground.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Claim {
    pub id: Id,
    pub step: LoyaltyStep,
    pub evidence: String,
    pub on_date: NaiveDate,
}

/// How often a topic came up in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TopicCount {
    pub topic: Topic,
    /// Growth, else retention.
    pub growth: bool,
    pub mentions: usize,
}

/// How many of the talks only answered the client. Source: the consultant's guide (four fifths is
/// the disease).
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Reactive {
    /// 0-1; none where nobody wrote down who began or what it was about.
    pub share: Option<f64>,
    /// Talks that the client began, or about an issue.
    pub reactive: usize,
    /// Talks of which either is written down.
    pub told: usize,
    /// Talks of which neither is.
    pub untold: usize,
}

/// The ladder of one account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Ladder {
    /// The newest one; none: not set.
    pub claim: Option<Claim>,
    /// The step that the record backs; none: too few tagged talks.
    pub backed: Option<LoyaltyStep>,
    pub backing: Backing,
    /// How far back the talks are looked at, days.
    pub window_days: i64,
    /// Two-way talks in it that are tagged with a topic.
    pub tagged_talks: usize,
    /// All six topics, retention first.
    pub mix: Vec<TopicCount>,
    pub growth_mentions: usize,
    pub mentions: usize,
    /// Growth mentions of all mentions, 0-1; none without any.
    pub growth_share: Option<f64>,
    /// Mean of the talks in the window, −2 … +2.
    pub mood: Option<f64>,
    /// NPS of the account.
    pub nps: Option<i64>,
    pub reactive: Reactive,
    /// The tagged talks, newest first.
    pub evidence: Vec<Evidence>,
    pub says: String,
    /// What would back the next step; none on the last one.
    pub light: Option<String>,
}

/// The three topics of growth; the others are retention.
#[must_use]
pub const fn grows(topic: Topic) -> bool {
    matches!(topic, Topic::TheirGoals | Topic::RiskAhead | Topic::OurIdea)
}

/// How far back the talks are looked at, days: a quarter, or two talk intervals where that is more.
#[must_use]
pub fn window_days(records: &Records, rules: &Rules) -> i64 {
    let two = rules.talk_every(&records.account).saturating_mul(2);
    rules.days(Limit::LadderWindow).max(two).min(TALK_WINDOW_DAYS)
}

/// The newest claim up to a day.
#[must_use]
pub fn claim(records: &Records, today: NaiveDate) -> Option<Claim> {
    let newest = records
        .loyalty
        .iter()
        .filter(|one| one.on_date <= today)
        .max_by_key(|one| (one.on_date, one.id))?;
    Some(Claim {
        id: newest.id,
        step: LoyaltyStep::from_number(newest.step)?,
        evidence: newest.evidence.clone(),
        on_date: newest.on_date,
    })
}

/// The ladder on a day. Meetings that did not take place are left out.
#[must_use]
pub fn ladder(records: &Records, nps: Option<i64>, rules: &Rules, today: NaiveDate) -> Ladder {
    let window_days = window_days(records, rules);
    let talks: Vec<&TalkFact> = records
        .talks
        .iter()
        .filter(|talk| {
            !talk.missed && (0..=window_days).contains(&(today - talk.on_date).num_days())
        })
        .collect();
    let mix: Vec<TopicCount> = Topic::ALL
        .iter()
        .map(|topic| TopicCount {
            topic: *topic,
            growth: grows(*topic),
            mentions: talks.iter().filter(|talk| talk.topics.has(*topic)).count(),
        })
        .collect();
    let mentions = mix.iter().map(|one| one.mentions).sum();
    let growth_mentions = mix.iter().filter(|one| one.growth).map(|one| one.mentions).sum();
    let moods: Vec<i64> = talks.iter().filter_map(|talk| talk.mood).collect();
    let tagged = || talks.iter().filter(|talk| !talk.topics.is_empty());
    let mut ladder = Ladder {
        claim: claim(records, today),
        backed: None,
        backing: Backing::NotSet,
        window_days,
        tagged_talks: tagged().filter(|talk| talk.two_way).count(),
        growth_share: share(growth_mentions, mentions),
        mix,
        growth_mentions,
        mentions,
        mood: (!moods.is_empty()).then(|| moods.iter().sum::<i64>() as f64 / moods.len() as f64),
        nps,
        reactive: reactive(&talks),
        evidence: tagged().map(|talk| line(talk)).collect(),
        says: String::new(),
        light: None,
    };
    ladder.backed = backed(&ladder, rules);
    ladder.backing = match (ladder.claim.as_ref().map(|claim| claim.step), ladder.backed) {
        (None, _) => Backing::NotSet,
        (Some(_), None) => Backing::NoEvidence,
        (Some(claim), Some(backed)) if claim > backed => Backing::AboveEvidence,
        (Some(claim), Some(backed)) if claim < backed => Backing::BelowEvidence,
        _ => Backing::Backed,
    };
    ladder.says = says(&ladder, today);
    ladder.light = light(&ladder, rules);
    ladder
}

/// None of nothing.
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// How many of these talks only answered the client.
#[must_use]
pub fn reactive(talks: &[&TalkFact]) -> Reactive {
    let answers =
        |talk: &&&TalkFact| talk.started_by == Some(Side::Client) || talk.topics.has(Topic::Issue);
    let told = talks.iter().filter(|talk| talk.started_by.is_some() || !talk.topics.is_empty());
    let (told, reactive) = (told.count(), talks.iter().filter(answers).count());
    Reactive { share: share(reactive, told), reactive, told, untold: talks.len() - told }
}

fn line(talk: &TalkFact) -> Evidence {
    let topics: Vec<&str> = talk.topics.iter().map(Topic::word).collect();
    let one_way = if talk.two_way { "" } else { ", not answered" };
    let text = format!("{}: {}{one_way}", talk.kind, all(&topics));
    evidence(Some(("talk", talk.id)), Some(talk.on_date), text)
}

/// Topics of growth that came up.
fn growth_topics(ladder: &Ladder) -> usize {
    ladder.mix.iter().filter(|one| one.growth && one.mentions > 0).count()
}

fn enough_growth(ladder: &Ladder, rules: &Rules) -> bool {
    let wanted = rules.share(Limit::PartnerShare);
    ladder.growth_share.is_some_and(|share| share >= wanted - TINY)
}

fn liked(ladder: &Ladder, rules: &Rules) -> bool {
    ladder.mood.is_some_and(|mood| mood >= rules.limit(Limit::LikedMood) - TINY)
        || ladder.nps.is_some_and(|nps| nps as f64 >= rules.limit(Limit::LikedNps) - TINY)
}

/// Growth topics of three that a partner talks about.
const PARTNER_TOPICS: usize = 2;

fn backed(ladder: &Ladder, rules: &Rules) -> Option<LoyaltyStep> {
    if ladder.tagged_talks < rules.count(Limit::LadderTalks) {
        return None;
    }
    let partner = enough_growth(ladder, rules) && growth_topics(ladder) >= PARTNER_TOPICS;
    Some(if partner {
        LoyaltyStep::Partner
    } else if liked(ladder, rules) {
        LoyaltyStep::Liked
    } else {
        LoyaltyStep::LockedIn
    })
}

/// `2 of 8 topics in 90 d are growth (25 %)`.
#[must_use]
pub fn mix_says(ladder: &Ladder) -> String {
    let share =
        ladder.growth_share.map(|share| format!(" ({})", percent(share))).unwrap_or_default();
    let (growth, of, window) = (ladder.growth_mentions, ladder.mentions, ladder.window_days);
    match of {
        0 => format!("no talk of the last {window} d is tagged with a topic"),
        _ => format!("{growth} of {} in {window} d about growth{share}", count(of, "topic")),
    }
}

fn says(ladder: &Ladder, today: NaiveDate) -> String {
    let claimed = ladder.claim.as_ref().map_or_else(
        || "No step is set".to_owned(),
        |claim| {
            let when = day(claim.on_date, today);
            format!("You say {}, {} (set {when})", claim.step.number(), claim.step)
        },
    );
    let shown = match ladder.backed {
        None => format!("the record is too thin: {}", count(ladder.tagged_talks, "tagged talk")),
        Some(step) => format!("the record backs {}, {step}: {}", step.number(), mix_says(ladder)),
    };
    format!("{claimed}; {shown}.")
}

fn light(ladder: &Ladder, rules: &Rules) -> Option<String> {
    let wanted = rules.count(Limit::LadderTalks);
    let growth = || {
        let (at_least, has) = (rules.share(Limit::PartnerShare), ladder.growth_share);
        let share = (!enough_growth(ladder, rules)).then(|| {
            let now = has.map_or_else(|| "none".to_owned(), percent);
            format!("{} of the topics about growth (now {now})", percent(at_least))
        });
        let missing: Vec<&str> = ladder
            .mix
            .iter()
            .filter(|one| one.growth && one.mentions == 0)
            .map(|one| one.topic.word())
            .collect();
        let topics = match growth_topics(ladder) {
            0 => Some(format!("talks about {PARTNER_TOPICS} of {}", all(&missing))),
            n if n < PARTNER_TOPICS => Some(format!("a talk about {}", missing.join(" or "))),
            _ => None,
        };
        let parts: Vec<String> = [share, topics].into_iter().flatten().collect();
        parts.join(", and ")
    };
    match ladder.backed {
        None => {
            let short = wanted.saturating_sub(ladder.tagged_talks);
            Some(format!("Tag {} with topics.", count(short, "more two-way talk")))
        }
        Some(LoyaltyStep::LockedIn) => Some(format!(
            "Liked: a mean mood of +{} or an NPS of {}. Partner: {}.",
            rules.limit(Limit::LikedMood),
            signed(rules.days(Limit::LikedNps)),
            growth()
        )),
        Some(LoyaltyStep::Liked) => Some(format!("Partner: {}.", growth())),
        Some(LoyaltyStep::Partner) => None,
    }
}

#[cfg(test)]
mod tests;
