//! Champions, economic buyers and sponsors: who left, who is missing, who fell silent.

use super::facts::{Facts, after};
use super::found::Found;
use super::sentence::{and_more, day};
use crate::domain::account::Tier;
use crate::domain::contact::{Contact, Influence, Role};
use crate::domain::rules::limit::Limit;

fn weak(contact: &Contact) -> bool {
    contact.influence == Some(Influence::Low)
}

pub(super) fn left(facts: &Facts<'_>) -> Option<Found> {
    if facts.in_role(Role::Champion).any(|contact| !weak(contact)) {
        return None;
    }
    let gone = facts
        .records
        .contacts
        .iter()
        .filter(|contact| contact.roles.has(Role::Champion) && contact.archived_on.is_none())
        .filter_map(|contact| Some((contact.left_on?, contact)))
        .filter(|(left, _)| facts.within(*left, facts.rules.days(Limit::LeftShown)))
        .max_by_key(|(left, contact)| (*left, contact.id));
    if let Some((left, contact)) = gone {
        let when = day(left, facts.today);
        let text = format!("Champion left: {}, {when}. Nobody took over.", contact.name);
        return Some(Found::event(text).on(left).about("contact", contact.id));
    }
    let contact = facts.in_role(Role::Champion).next()?;
    let text = format!("Champion lost influence: {}. Nobody took over.", contact.name);
    Some(Found::event(text).about("contact", contact.id))
}

pub(super) fn role_missing(facts: &Facts<'_>) -> Option<Found> {
    if !facts.strategic_or_growth() {
        return None;
    }
    let missing: Vec<Role> = [Role::Champion, Role::EconomicBuyer]
        .into_iter()
        .filter(|role| facts.in_role(*role).next().is_none())
        .collect();
    let words: Vec<String> = missing.iter().map(|role| format!("no {role}")).collect();
    // Once a role was held, its loss is an event; a role never named is a gap.
    let held = missing.iter().any(|role| facts.records.contacts.iter().any(|c| c.roles.has(*role)));
    let text = format!("Roles missing: {} known.", words.join(", "));
    match (missing.is_empty(), held) {
        (true, _) => None,
        (false, true) => Some(Found::event(text)),
        (false, false) => Some(Found::gap(text)),
    }
}

pub(super) fn quiet(facts: &Facts<'_>) -> Option<Found> {
    let limit = facts.intervals(Limit::ChampionQuiet);
    let heard = |contact: &Contact| facts.heard_on(contact.id);
    let mut quiet: Vec<_> = facts
        .in_role(Role::Champion)
        .filter_map(|contact| Some((heard(contact)?, contact)))
        .filter(|(last, _)| facts.ago(*last) > limit)
        .collect();
    quiet.sort_by_key(|(last, contact)| (*last, contact.id));
    let (last, contact) = *quiet.first()?;
    let text = format!(
        "Champion quiet: {}, last talk {} d ago{}.",
        contact.name,
        facts.ago(last),
        and_more(quiet.len() - 1)
    );
    let since = after(last, limit);
    Some(Found::event(text).since(Some(since)).about("contact", contact.id))
}

pub(super) fn sponsor_quiet(facts: &Facts<'_>) -> Option<Found> {
    let (last, contact) = facts
        .in_role(Role::ExecutiveSponsor)
        .filter_map(|contact| Some((facts.heard_on(contact.id)?, contact)))
        .max_by_key(|(last, contact)| (*last, contact.id))?;
    let every = facts.rules.days(Limit::SponsorEvery);
    let silent = facts.ago(last);
    let text = format!("Sponsor quiet: {}, last talk {silent} d ago.", contact.name);
    let since = after(last, every);
    (silent > every).then(|| Found::event(text).since(Some(since)).about("contact", contact.id))
}

pub(super) fn no_sponsor(facts: &Facts<'_>) -> Option<Found> {
    let wanted = facts.records.account.tier == Some(Tier::Strategic);
    (wanted && facts.in_role(Role::ExecutiveSponsor).next().is_none())
        .then(|| Found::gap("No executive sponsor is named on their side."))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;

    #[test]
    fn a_champion_who_left_is_missed_for_91_days_until_somebody_takes_over() {
        let mut trial = Trial::new();
        let lee = trial.contact("T. Lee", None, &[Role::Champion]);
        assert_eq!(trial.event("champion-left"), None);
        trial.edit(lee, |lee| lee.left_on = Some(ago(6)));
        let text = trial.event("champion-left").expect("raised");
        assert_eq!(text, "Champion left: T. Lee, 16 Nov. Nobody took over.");
        trial.edit(lee, |lee| lee.left_on = Some(ago(91)));
        assert!(trial.event("champion-left").is_some());
        trial.edit(lee, |lee| lee.left_on = Some(ago(92)));
        assert_eq!(trial.event("champion-left"), None);
        trial.edit(lee, |lee| lee.left_on = Some(ago(6)));
        trial.contact("J. Roy", None, &[Role::Champion]);
        assert_eq!(trial.event("champion-left"), None);
    }

    #[test]
    fn a_champion_of_low_influence_is_none() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", None, &[Role::Champion]);
        trial.edit(roy, |roy| roy.influence = Some(Influence::Medium));
        assert_eq!(trial.event("champion-left"), None);
        trial.edit(roy, |roy| roy.influence = Some(Influence::Low));
        let text = trial.event("champion-left").expect("raised");
        assert_eq!(text, "Champion lost influence: J. Roy. Nobody took over.");
    }

    #[test]
    fn a_role_never_named_is_a_gap_and_a_lost_one_an_event() {
        let mut trial = Trial::new();
        assert!(trial.gap("role-missing"));
        trial.contact("A. Ruiz", None, &[Role::EconomicBuyer]);
        let roy = trial.contact("J. Roy", None, &[Role::Champion]);
        assert!(trial.found("role-missing").is_none());
        trial.edit(roy, |roy| roy.left_on = Some(ago(120)));
        assert_eq!(
            trial.event("role-missing").as_deref(),
            Some("Roles missing: no champion known.")
        );
        trial.records.account.tier = Some(Tier::Maintenance);
        assert!(trial.found("role-missing").is_none());
    }

    #[test]
    fn a_champion_is_quiet_after_two_intervals() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", None, &[Role::Champion]);
        assert_eq!(trial.event("champion-quiet"), None, "never heard is no silence");
        trial.talk(14, &[roy], None);
        assert_eq!(trial.event("champion-quiet"), None, "2 × 7 days");
        trial.records.account.talk_every = Some(6);
        let text = trial.event("champion-quiet").expect("raised");
        assert_eq!(text, "Champion quiet: J. Roy, last talk 14 d ago.");
    }

    #[test]
    fn a_sponsor_is_heard_each_quarter() {
        let mut trial = Trial::new();
        assert!(trial.gap("no-sponsor"));
        let ceo = trial.contact("C. Eo", None, &[Role::ExecutiveSponsor]);
        assert!(trial.found("no-sponsor").is_none());
        trial.talk(91, &[ceo], None);
        assert_eq!(trial.event("sponsor-quiet"), None);
        trial.records.last_two_way_with = vec![(ceo, ago(92))];
        assert!(trial.event("sponsor-quiet").is_some());
    }
}
