//! What only the book as a whole can tell of an account: a tier that its figures outgrew.

use super::facts::{Facts, shift};
use super::found::Found;
use crate::domain::account::Tier;
use crate::domain::rules::limit::Limit;
use crate::domain::tier;

/// Tiers are gone over once a year, in the weeks after the account's day in the book (this
/// project's own decision).
pub(super) fn tier_differs(facts: &Facts<'_>) -> Option<Found> {
    let account = &facts.records.account;
    let (tier, arr) = account.tier.zip(facts.arr)?;
    let age = facts.ago(account.created_on);
    let every = facts.rules.days(Limit::TierEvery);
    if age < every || age % every > facts.rules.days(Limit::TierAsked) {
        return None;
    }
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
    let since = shift(facts.today, -(age % every));
    (suggested != tier).then(|| Found::event(text).on(since))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use crate::domain::around::Floor;
    use crate::domain::cell::Id;
    use crate::domain::revenue::RevenueKind;

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
}
