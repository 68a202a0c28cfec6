//! Champions, economic buyers and sponsors: who left, who is missing, who fell silent.

use super::facts::Facts;
use super::found::Found;
use super::sentence::{and_more, day};
use crate::domain::account::Tier;
use crate::domain::contact::{Contact, Influence, Role};
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::ours::sponsors;
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
    let known = || facts.records.contacts.iter().filter(|one| one.archived_on.is_none());
    let held = missing.iter().any(|role| known().any(|one| one.roles.has(*role)));
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
        .filter(|(last, _)| facts.ran(*last) > limit)
        .collect();
    quiet.sort_by_key(|(last, contact)| (*last, contact.id));
    let (last, contact) = *quiet.first()?;
    let text = format!(
        "Champion quiet: {}, last talk {}{}.",
        contact.name,
        facts.told_ago(last),
        and_more(quiet.len() - 1)
    );
    Some(Found::event(text).since(Some(facts.over(last, limit))).about("contact", contact.id))
}

/// Running sponsor pairs with their executive.
fn paired<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a SponsorPair, &'a Contact)> + use<'a> {
    let facts = *facts;
    let pairs = facts.records.sponsors.iter();
    pairs
        .filter(move |pair| sponsors::running(facts.records, pair, facts.today))
        .filter_map(move |pair| Some((pair, facts.contact(pair.contact_id)?)))
}

/// Nobody who is their sponsor was heard for a quarter; a pair that never talked is counted from
/// its first day.
pub(super) fn sponsor_quiet(facts: &Facts<'_>) -> Option<Found> {
    let pairs = paired(facts).map(|(pair, contact)| (Some(pair.since_on), contact));
    let named = facts.in_role(Role::ExecutiveSponsor).map(|contact| (None, contact));
    let (last, heard, contact) = pairs
        .chain(named)
        .filter_map(|(since, contact)| {
            let heard = facts.heard_on(contact.id);
            Some((heard.or(since)?, heard.is_some(), contact))
        })
        .max_by_key(|(last, heard, contact)| (*last, *heard, contact.id))?;
    let what = if heard { "last talk" } else { "no talk since the pair began" };
    let text = format!("Sponsor quiet: {}, {what} {}.", contact.name, facts.told_ago(last));
    let every = facts.rules.days(Limit::SponsorEvery);
    let since = facts.over(last, every);
    (facts.ran(last) > every)
        .then(|| Found::event(text).since(Some(since)).about("contact", contact.id))
}

/// A Strategic account without a running sponsor pair. One that is over is an event, one never
/// made a gap.
pub(super) fn no_sponsor(facts: &Facts<'_>) -> Option<Found> {
    if facts.records.account.tier != Some(Tier::Strategic) {
        return None;
    }
    if let Some((pair, contact)) = paired(facts).next() {
        // One whole pair is enough.
        if paired(facts).any(|(pair, _)| sponsors::whole(facts.records, pair, facts.today)) {
            return None;
        }
        let gone = facts.records.colleagues.iter().find(|one| Some(one.id) == pair.colleague_id);
        return Some(gone.map_or_else(
            || {
                let who = &contact.name;
                Found::gap(format!("Sponsor {who}: nobody on our side goes with them yet."))
            },
            |gone| {
                let (who, left) = (&contact.name, &gone.name);
                let text = format!("Sponsor {who}: {left} is no longer with us, who follows?");
                let found = Found::event(text).about("contact", contact.id);
                Found { since: gone.archived_on, newest: gone.archived_on, ..found }
            },
        ));
    }
    let begun = facts.records.sponsors.iter().filter(|pair| pair.since_on <= facts.today);
    if let Some(pair) = begun.max_by_key(|pair| (pair.since_on, pair.id))
        && let Some(contact) = facts.contact(pair.contact_id)
    {
        let text = format!("Sponsor pair with {} is over: who follows?", contact.name);
        let over = [pair.ended_on, contact.left_on, contact.archived_on].into_iter().flatten();
        let found = Found::event(text).about("contact", contact.id);
        return Some(Found { since: over.min(), ..found });
    }
    let named = facts.in_role(Role::ExecutiveSponsor).next();
    Some(Found::gap(match named {
        Some(contact) => format!("Sponsor {}: who on our side goes with them?", contact.name),
        None => "No executive sponsor is named on their side.".to_owned(),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use crate::domain::cell::Id;
    use crate::domain::ours::colleague::Colleague;

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
        trial.edit(roy, |roy| roy.archived_on = Some(ago(1)));
        assert!(trial.gap("role-missing"), "entered by mistake: nobody was lost");
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

    fn pair(contact: Id, colleague: Option<i64>, since: u64) -> SponsorPair {
        SponsorPair {
            id: Id(70),
            account_id: Id(1),
            contact_id: contact,
            colleague_id: colleague.map(Id),
            senior: None,
            stake: None,
            respected: None,
            has_time: None,
            since_on: ago(since),
            ended_on: None,
            note: None,
        }
    }

    #[test]
    fn a_sponsor_is_heard_each_quarter() {
        let mut trial = Trial::new();
        let ceo = trial.contact("C. Eo", None, &[Role::ExecutiveSponsor]);
        assert_eq!(trial.event("sponsor-quiet"), None, "never heard is no silence");
        trial.talk(91, &[ceo], None);
        assert_eq!(trial.event("sponsor-quiet"), None);
        trial.records.last_two_way_with = vec![(ceo, ago(92))];
        let text = trial.event("sponsor-quiet").expect("raised");
        assert_eq!(text, "Sponsor quiet: C. Eo, last talk 92 d ago.");
        trial.rules.away = vec![(ago(10), ago(10))];
        assert_eq!(trial.event("sponsor-quiet"), None, "a day away");
    }

    #[test]
    fn a_pair_that_never_talked_is_counted_from_its_first_day() {
        let mut trial = Trial::new();
        let cfo = trial.contact("D. Fox", None, &[]);
        trial.records.sponsors = vec![pair(cfo, Some(5), 91)];
        assert_eq!(trial.event("sponsor-quiet"), None);
        trial.records.sponsors[0].since_on = ago(92);
        let text = trial.event("sponsor-quiet").expect("raised");
        assert_eq!(text, "Sponsor quiet: D. Fox, no talk since the pair began 92 d ago.");
        trial.talk(9, &[cfo], None);
        assert_eq!(trial.event("sponsor-quiet"), None);
        trial.records.last_two_way_with.clear();
        trial.records.sponsors[0].ended_on = Some(ago(1));
        assert_eq!(trial.event("sponsor-quiet"), None, "the pair is over");
    }

    #[test]
    fn a_strategic_account_wants_a_whole_sponsor_pair() {
        let mut trial = Trial::new();
        let gap =
            |trial: &Trial| trial.found("no-sponsor").filter(|one| one.gap).map(|one| one.text);
        assert_eq!(gap(&trial).as_deref(), Some("No executive sponsor is named on their side."));
        let ceo = trial.contact("C. Eo", None, &[Role::ExecutiveSponsor]);
        let text = gap(&trial).expect("no pair");
        assert_eq!(text, "Sponsor C. Eo: who on our side goes with them?");
        trial.records.sponsors = vec![pair(ceo, None, 20)];
        let text = gap(&trial).expect("half a pair");
        assert_eq!(text, "Sponsor C. Eo: nobody on our side goes with them yet.");
        trial.records.sponsors[0].colleague_id = Some(Id(5));
        trial.records.colleagues = vec![Colleague {
            id: Id(5),
            name: "B. Lind".to_owned(),
            function: None,
            email: None,
            note: None,
            archived_on: None,
        }];
        assert!(trial.found("no-sponsor").is_none());
        trial.records.colleagues[0].archived_on = Some(ago(8));
        let found = trial.found("no-sponsor").expect("half a pair again");
        assert_eq!(found.text, "Sponsor C. Eo: B. Lind is no longer with us, who follows?");
        assert_eq!((found.gap, found.since), (false, Some(ago(8))));
        trial.records.colleagues[0].archived_on = None;
        trial.edit(ceo, |ceo| ceo.left_on = Some(ago(3)));
        let found = trial.found("no-sponsor").expect("over");
        assert_eq!((found.gap, found.since), (false, Some(ago(3))));
        assert_eq!(found.text, "Sponsor pair with C. Eo is over: who follows?");
        trial.records.account.tier = Some(Tier::Growth);
        assert!(trial.found("no-sponsor").is_none());
    }

    #[test]
    fn a_champion_is_not_quiet_while_the_user_is_away() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", None, &[Role::Champion]);
        trial.talk(20, &[roy], None);
        trial.rules.away = vec![(ago(10), ago(5))];
        assert_eq!(trial.event("champion-quiet"), None);
        trial.rules.away = vec![(ago(10), ago(6))];
        let text = trial.event("champion-quiet").expect("raised");
        assert_eq!(text, "Champion quiet: J. Roy, last talk 20 d ago (5 of them away).");
    }
}
