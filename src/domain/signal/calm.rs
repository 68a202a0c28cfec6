//! From findings to signals, kept calm: gaps wait, one cause is one line, what is in hand rests.

use super::facts::{Facts, shift};
use super::found::Found;
use super::table::{self, Rule, SIGNALS};
use super::{Severity, Signal, hand, plan};
use crate::domain::account::silence::{Silence, SilenceKind};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// One cause, one line: the first stands for the others, which become its evidence. The pairs of
/// quiet, single-threaded and stale map are this project's own decision.
const SWALLOWS: &[(&str, &[&str])] = &[
    ("champion-left", &["role-missing", "single-threaded", "level-gap"]),
    ("disengaging", &["low-adoption", "usage-falling", "missed-meetings"]),
    ("open-detractor", &["upset", "levels-disagree"]),
    (
        "health-risk",
        &[
            "health-drop",
            "factor-low",
            "shrinking",
            "single-threaded",
            "level-gap",
            "cadence-late",
            "missed-meetings",
            "levels-disagree",
            "low-adoption",
            "usage-falling",
            "tickets-high",
            "payment-late",
        ],
    ),
    ("cadence-late", &["champion-quiet", "sponsor-quiet"]),
    ("single-threaded", &["level-gap"]),
    ("map-stale", &["contacts-rotting"]),
];

/// A finding on its way to a signal.
struct Draft {
    rule: &'static Rule,
    found: Found,
    silenced: bool,
    swallowed: Vec<(&'static str, String)>,
}

/// All signals of an account in the book: the live ones first, strongest first, then the gap
/// asked this week, then what is in hand, then what was silenced.
pub(crate) fn signals(facts: &Facts<'_>) -> Vec<Signal> {
    let asks = asks(facts);
    let mut drafts: Vec<Draft> = SIGNALS
        .iter()
        .filter_map(|rule| Some((rule, (rule.find)(facts)?)))
        .filter(|(_, found)| asks || !found.gap)
        .map(|(rule, found)| {
            let silenced = silenced(facts, rule, &found);
            Draft { rule, found, silenced, swallowed: Vec::new() }
        })
        .collect();
    for (code, parts) in SWALLOWS {
        swallow(&mut drafts, code, |draft| !draft.found.gap && parts.contains(&draft.rule.code));
    }
    swallow(&mut drafts, "thin-data", |draft| draft.found.gap);
    one_question(facts, &mut drafts);
    let mut signals: Vec<Signal> = drafts.into_iter().map(|draft| finish(facts, draft)).collect();
    // The sort keeps the order of the table within equals.
    signals.sort_by_key(|signal| (rest(signal), signal.severity));
    signals
}

/// Whether an account may be asked for what was never recorded.
fn asks(facts: &Facts<'_>) -> bool {
    facts.strategic_or_growth()
        && facts.ago(facts.records.account.created_on) >= facts.rules.days(Limit::GapRest)
}

/// Lacks a running cycle and may be asked for one; whether it is asked, the book around it says.
pub(crate) fn wants_plan(facts: &Facts<'_>) -> bool {
    let heard = |rule| !silenced(facts, rule, &Found::default());
    asks(facts) && plan::lacking(facts) && table::rule("no-plan").is_some_and(heard)
}

/// 0 live, 1 a question, 2 in hand, 3 silenced.
const fn rest(signal: &Signal) -> u8 {
    match (signal.silenced, signal.in_hand.is_some(), signal.gap) {
        (true, _, _) => 3,
        (_, true, _) => 2,
        (_, _, true) => 1,
        _ => 0,
    }
}

/// New evidence since a day: a newer record, or a score that fell on by half a point.
pub(super) fn worse_since(facts: &Facts<'_>, rule: &Rule, found: &Found, day: NaiveDate) -> bool {
    let fell = || match (facts.score_on(day), facts.score.value) {
        (Some(then), Some(now)) => {
            then - now >= facts.rules.limit(Limit::WorseBy) - super::facts::TINY
        }
        _ => false,
    };
    found.newest.is_some_and(|newest| newest > day)
        || matches!(rule.code, "health-risk" | "health-drop") && fell()
}

fn silenced(facts: &Facts<'_>, rule: &Rule, found: &Found) -> bool {
    facts.records.silences.iter().filter(|one| one.code == rule.code).any(|one| {
        let lifts = match one.kind {
            SilenceKind::Later => worse_since(facts, rule, found, one.since_on),
            SilenceKind::NotHere => false,
        };
        facts.today < until(one, facts.rules) && !lifts
    })
}

/// The day on which a signal that was told to rest is heard again, unless it worsens before: the
/// day that was given, else four weeks after *later*, a year after *not here*.
#[must_use]
pub fn until(silence: &Silence, rules: &Rules) -> NaiveDate {
    let days = match silence.kind {
        SilenceKind::Later => rules.days(Limit::LaterDays),
        SilenceKind::NotHere => rules.days(Limit::NotHereDays),
    };
    silence.until_on.unwrap_or(shift(silence.since_on, days))
}

/// Lets the signal `code` stand for others; a silenced one stands for nothing.
fn swallow(drafts: &mut Vec<Draft>, code: &str, causes: impl Fn(&Draft) -> bool) {
    if !drafts.iter().any(|draft| draft.rule.code == code && !draft.silenced && !draft.found.gap) {
        return;
    }
    let (taken, mut kept): (Vec<Draft>, Vec<Draft>) =
        drafts.drain(..).partition(|draft| !draft.silenced && causes(draft));
    if let Some(by) = kept.iter_mut().find(|draft| draft.rule.code == code) {
        absorb(by, taken);
    }
    *drafts = kept;
}

fn absorb(by: &mut Draft, taken: Vec<Draft>) {
    for draft in taken {
        by.found.newest = by.found.newest.max(draft.found.newest);
        by.swallowed.push((draft.rule.code, draft.found.text));
        by.swallowed.extend(draft.swallowed);
    }
}

/// Of several gaps one is asked in a week, each in its turn; the others stand behind it.
fn one_question(facts: &Facts<'_>, drafts: &mut Vec<Draft>) {
    let (mut gaps, kept): (Vec<Draft>, Vec<Draft>) =
        drafts.drain(..).partition(|draft| draft.found.gap && !draft.silenced);
    *drafts = kept;
    let weeks = usize::try_from(facts.ago(facts.records.account.created_on) / 7).unwrap_or(0);
    if let Some(turn) = weeks.checked_rem(gaps.len()) {
        let mut asked = gaps.remove(turn);
        absorb(&mut asked, gaps);
        drafts.push(asked);
    }
}

fn finish(facts: &Facts<'_>, draft: Draft) -> Signal {
    let Draft { rule, found, silenced, swallowed } = draft;
    let in_hand = if found.gap { None } else { hand::serving(facts, rule, &found) };
    Signal {
        code: rule.code,
        severity: if found.gap { Severity::Note } else { rule.severity },
        in_hand,
        silenced,
        short: found.short.unwrap_or(rule.short),
        since: found.since,
        about: found.about,
        gap: found.gap,
        text: found.text,
        swallowed,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago, ahead};
    use super::*;
    use crate::domain::account::Tier;
    use crate::domain::account::own_score::Factor;
    use crate::domain::contact::{Level, Role};
    use crate::domain::feedback::Scale;
    use crate::domain::score::Band;

    fn codes(signals: &[Signal]) -> Vec<&str> {
        signals.iter().map(|signal| signal.code).collect()
    }

    fn swallowed(signal: &Signal) -> Vec<&str> {
        signal.swallowed.iter().map(|(code, _)| *code).collect()
    }

    #[test]
    fn gaps_are_silent_for_28_days_and_on_maintenance_accounts() {
        let mut trial = Trial::new();
        trial.records.account.created_on = ago(27);
        assert!(trial.signals().is_empty());
        trial.records.account.created_on = ago(28);
        assert_eq!(trial.signals().len(), 1);
        trial.records.account.tier = Some(Tier::Maintenance);
        assert!(trial.signals().is_empty());
        trial.records.account.tier = None;
        assert!(trial.signals().is_empty());
    }

    /// How many things were never recorded.
    fn gaps(trial: &Trial) -> usize {
        SIGNALS.iter().filter(|rule| trial.gap(rule.code)).count()
    }

    #[test]
    fn one_gap_is_asked_a_week_each_in_its_turn() {
        let mut trial = Trial::new();
        let mut asked = Vec::new();
        let gaps = gaps(&trial);
        assert!(gaps >= 9, "{gaps}");
        for weeks in 0..=gaps as u64 {
            trial.records.account.created_on = ago(28 + 7 * weeks);
            let signals = trial.signals();
            let [only] = signals.as_slice() else { panic!("one question: {signals:?}") };
            assert!(only.gap && !only.live() && only.severity == Severity::Note);
            assert_eq!(only.swallowed.len(), gaps - 1);
            asked.push(only.code);
        }
        let first = asked[0];
        assert_eq!(asked[gaps], first, "each of them, then the first again");
        asked.truncate(gaps);
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), gaps);
    }

    #[test]
    fn too_little_known_stands_for_all_gaps() {
        let mut trial = Trial::new();
        trial.scored(5.0, None);
        let signals = trial.signals();
        assert_eq!(codes(&signals), ["thin-data"]);
        assert!(signals[0].live());
        assert_eq!(signals[0].swallowed.len(), gaps(&trial));
    }

    #[test]
    fn a_champion_who_left_stands_for_the_holes_on_the_map() {
        let mut trial = Trial::new();
        let lee = trial.contact("T. Lee", Some(Level::Influencer), &[Role::Champion]);
        trial.contact("K. Ott", Some(Level::User), &[]);
        trial.edit(lee, |lee| lee.left_on = Some(ago(6)));
        let left = trial.signal("champion-left").expect("raised");
        assert_eq!(swallowed(&left), ["single-threaded", "level-gap", "role-missing"]);
        assert!(left.live() && left.severity == Severity::Now);
        assert_eq!(trial.signal("single-threaded"), None);
        trial.silence("champion-left", SilenceKind::NotHere, 1, None);
        assert!(trial.signal("single-threaded").is_some(), "what is silenced stands for nothing");
    }

    #[test]
    fn risk_stands_for_the_signals_of_its_factors() {
        let mut trial = Trial::new();
        trial.factor(Factor::Support, Some(3.0), true);
        trial.factor(Factor::Goals, Some(3.0), true);
        trial.talk(30, &[], Some(-1));
        trial.missed(3);
        trial.missed(4);
        let before = trial.signals();
        assert_eq!(
            codes(&before)[..4],
            ["disengaging", "factor-low", "cadence-late", "tickets-high"]
        );
        assert_eq!(swallowed(&before[0]), ["missed-meetings"]);
        trial.scored(5.0, Some(Band::Risk));
        let after = trial.signals();
        assert_eq!(codes(&after)[..2], ["health-risk", "disengaging"]);
        assert_eq!(swallowed(&after[0]), ["factor-low", "cadence-late", "tickets-high"]);
    }

    #[test]
    fn a_detractor_stands_for_the_upset_and_the_quarrel_of_levels() {
        let mut trial = Trial::new();
        let boss = trial.contact("B", Some(Level::DecisionMaker), &[]);
        let user = trial.contact("U", Some(Level::User), &[]);
        trial.answer(9, Some(boss), Scale::Nps, 9);
        trial.answer(9, Some(user), Scale::Nps, 3);
        trial.talk(5, &[user], Some(-2));
        let open = trial.signal("open-detractor").expect("raised");
        assert_eq!(swallowed(&open), ["upset", "levels-disagree"]);
        assert_eq!(open.since, Some(ago(9)));
    }

    #[test]
    fn later_lasts_until_its_day_or_until_it_worsens() {
        let mut trial = Trial::new();
        let user = trial.contact("U", None, &[]);
        trial.talk(12, &[user], Some(-2));
        trial.silence("upset", SilenceKind::Later, 10, Some(ahead(1)));
        assert!(trial.signal("upset").is_some_and(|one| one.silenced && !one.live()));
        trial.records.silences[0].until_on = Some(ahead(0));
        assert!(trial.signal("upset").is_some_and(|one| one.live()));
        trial.records.silences[0].until_on = None;
        trial.records.silences[0].since_on = ago(27);
        assert!(trial.signal("upset").is_some_and(|one| one.live()), "the talk is newer");
        trial.records.silences[0].since_on = ago(11);
        assert!(trial.signal("upset").is_some_and(|one| one.silenced));
        trial.talk(3, &[user], Some(-2));
        assert!(trial.signal("upset").is_some_and(|one| one.live()), "it went on");
    }

    #[test]
    fn not_here_is_asked_again_after_a_year() {
        let mut trial = Trial::new();
        trial.talk(8, &[], None);
        trial.silence("cadence-late", SilenceKind::NotHere, 364, None);
        assert!(trial.signal("cadence-late").is_some_and(|one| one.silenced));
        trial.records.silences[0].since_on = ago(365);
        assert!(trial.signal("cadence-late").is_some_and(|one| one.live()));
    }

    #[test]
    fn an_interval_beyond_the_calendar_is_no_panic() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", None, &[Role::Champion]);
        trial.talk(300, &[roy], None);
        trial.records.account.reviewed_on = Some(NaiveDate::MIN);
        for days in [i64::MAX, i64::MIN, 0] {
            trial.records.account.talk_every = Some(days);
            trial.records.account.review_every = Some(days);
            assert_eq!(trial.signal("cadence-late").is_some_and(|one| one.live()), days <= 0);
        }
    }

    #[test]
    fn live_ones_come_first_and_by_the_table() {
        let mut trial = Trial::new();
        let user = trial.contact("U", None, &[]);
        trial.talk(8, &[user], Some(-2));
        trial.contract(ahead(50), None, crate::domain::account::contract::Renewal::NotStarted);
        trial.edit(user, |one| one.birthday = Some(ahead(2)));
        assert_eq!(
            codes(&trial.signals())[..4],
            ["upset", "renewal-late", "cadence-late", "birthday"]
        );
        trial.silence("upset", SilenceKind::NotHere, 1, None);
        let signals = trial.signals();
        assert_eq!(codes(&signals)[..3], ["renewal-late", "cadence-late", "birthday"]);
        assert_eq!(codes(&signals).last(), Some(&"upset"));
    }
}
