//! What only the book as a whole can tell of an account: a tier that its figures outgrew, an
//! advocate nobody asks.

use super::facts::{Facts, after, shift};
use super::found::Found;
use super::sentence::{day, names};
use crate::domain::account::Tier;
use crate::domain::map::{PROMOTER, vote};
use crate::domain::quadrant::{Quadrant, quadrant};
use crate::domain::rules::limit::Limit;
use crate::domain::tier;

pub(super) fn tier_differs(facts: &Facts<'_>) -> Option<Found> {
    let account = &facts.records.account;
    let (tier, arr) = account.tier.zip(facts.arr)?;
    let days = tier::asked_for(account.created_on, facts.rules, facts.today)?;
    let open = tier::open_expansion(&facts.records.opportunities, &facts.rules.exchange);
    let suggested = facts.around.suggested(account.id, arr.minor, open, facts.rules);
    let why = match suggested {
        Tier::Strategic => "one of the largest accounts",
        Tier::Growth if tier::grows(arr.minor, open, facts.rules) => {
            "a fifth of its ARR in open expansion"
        }
        Tier::Growth => "among the largest fifth",
        Tier::Maintenance => "smaller ARR, little open expansion",
    };
    let text = format!("Tier is {tier}, the figures suggest {suggested}: {why}.");
    let since = shift(facts.today, -days);
    (suggested != tier).then(|| Found::event(text).on(since))
}

/// Large, content, and a promoter in it was asked for nothing. Model: CustomerGauge's Account
/// Success process (magic quadrant); that somebody must be a promoter, and the account not at
/// risk, is this project's own decision.
pub(super) fn advocate_unused(facts: &Facts<'_>) -> Option<Found> {
    let nps = facts.map.nps?;
    let promoters: Vec<&str> = facts
        .latest_nps()
        .filter(|(_, answer)| vote(answer.points) == PROMOTER)
        .map(|(contact, _)| contact.name.as_str())
        .collect();
    let arr = facts.arr.map(|arr| arr.minor);
    let every = facts.rules.days(Limit::AdvocateEvery);
    let asked = facts.records.asks.iter().map(|ask| ask.on_date).filter(|on| *on <= facts.today);
    let last = asked.max();
    if quadrant(Some(nps), arr, facts.around) != Quadrant::Magic
        || promoters.is_empty()
        || facts.at_risk()
        || last.is_some_and(|last| facts.ago(last) <= every)
    {
        return None;
    }
    let asked = match last {
        Some(last) => format!("last asked for something {}", day(last, facts.today)),
        None => "never asked for anything".to_owned(),
    };
    let text = format!("{} would recommend us, {asked}.", names(&promoters));
    Some(Found::event(text).since(last.map(|last| after(last, every))))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use crate::domain::around::Floor;
    use crate::domain::cell::Id;
    use crate::domain::feedback::Scale;
    use crate::domain::revenue::RevenueKind;
    use crate::domain::revenue::ask::{Ask, AskKind};
    use crate::domain::score::Band;

    /// A Strategic account of 50k in a book whose Strategic ones begin at 80k.
    fn trial() -> Trial {
        let mut trial = Trial::new();
        trial.revenue(900, RevenueKind::Opening, 50_000);
        trial.around.strategic_floor = Some(Floor { arr: 8_000_000, behind: Vec::new() });
        trial.around.growth_floor = Some(Floor { arr: 4_000_000, behind: Vec::new() });
        trial
    }

    #[test]
    fn a_tier_that_the_figures_do_not_suggest_is_told_once_a_year() {
        let mut trial = trial();
        let text = trial.event("tier-differs").expect("raised");
        assert_eq!(text, "Tier is strategic, the figures suggest growth: among the largest fifth.");
        for (age, asked) in
            [(0, false), (364, false), (365, true), (393, true), (394, false), (730, true)]
        {
            trial.records.account.created_on = ago(age);
            assert_eq!(trial.event("tier-differs").is_some(), asked, "{age}");
        }
    }

    #[test]
    fn a_tier_that_fits_is_not_told() {
        let mut trial = trial();
        trial.around.strategic_floor = Some(Floor { arr: 5_000_000, behind: Vec::new() });
        assert_eq!(trial.event("tier-differs"), None);
        trial.around.strategic_floor = Some(Floor { arr: 5_000_000, behind: vec![Id(1)] });
        assert!(trial.event("tier-differs").is_some(), "another of the same ARR comes first");
    }

    #[test]
    fn nothing_is_suggested_without_arr_or_to_who_chose_no_tier() {
        let mut other = trial();
        other.records.account.tier = None;
        assert_eq!(other.event("tier-differs"), None);
        other.records.account.tier = Some(Tier::Strategic);
        other.records.revenue.clear();
        assert_eq!(other.event("tier-differs"), None);
    }

    #[test]
    fn an_advocate_is_large_content_and_asked_for_nothing_in_half_a_year() {
        let mut trial = trial();
        trial.around.key_floor = Some(5_000_000);
        assert_eq!(trial.event("advocate-unused"), None, "nobody said anything");
        let roy = trial.contact("J. Roy", None, &[]);
        trial.answer(30, Some(roy), Scale::Nps, 9);
        let text = trial.event("advocate-unused").expect("raised");
        assert_eq!(text, "J. Roy would recommend us, never asked for anything.");
        let ask = |days| Ask {
            id: Id(70),
            account_id: Id(1),
            contact_id: Some(roy),
            on_date: ago(days),
            kind: AskKind::Referral,
            granted: Some(false),
            note: None,
        };
        trial.records.asks = vec![ask(183)];
        let text = trial.event("advocate-unused").expect("raised");
        assert!(text.ends_with("last asked for something 23 May."), "{text}");
        trial.records.asks = vec![ask(182)];
        assert_eq!(trial.event("advocate-unused"), None);
        trial.records.asks.clear();
        trial.around.key_floor = Some(5_000_001);
        assert_eq!(trial.event("advocate-unused"), None, "no key account");
        trial.around.key_floor = Some(5_000_000);
        trial.scored(5.9, Some(Band::Risk));
        assert_eq!(trial.event("advocate-unused"), None, "not while it is at risk");
        trial.scored(9.0, Some(Band::Healthy));
        trial.answer(3, Some(roy), Scale::Nps, 6);
        assert_eq!(trial.event("advocate-unused"), None, "not content");
        trial.answer(2, Some(roy), Scale::Nps, 8);
        assert_eq!(trial.event("advocate-unused"), None, "content, and no promoter");
    }
}
