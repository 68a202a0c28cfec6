//! The map: too few people known, levels without anybody, records getting old.

use super::facts::{Facts, after};
use super::found::Found;
use super::sentence::{all, names};
use crate::domain::contact::Level;
use crate::domain::map::{Seat, WELL_KNOWN};
use crate::domain::rules::limit::Limit;

const fn plural(level: Level) -> &'static str {
    match level {
        Level::DecisionMaker => "decision makers",
        Level::Influencer => "influencers",
        Level::User => "users",
    }
}

pub(super) fn single_threaded(facts: &Facts<'_>) -> Option<Found> {
    if !facts.map.single_threaded {
        return None;
    }
    let not_placed = facts.map.not_placed.iter();
    let seats: Vec<&Seat> = facts.placed().map(|(seat, _)| seat).chain(not_placed).collect();
    let known: Vec<&str> = seats
        .iter()
        .filter(|seat| seat.freshness >= WELL_KNOWN)
        .filter_map(|seat| facts.contact(seat.contact))
        .map(|contact| contact.name.as_str())
        .collect();
    // Who was never verified on a map never made is no loss, only nothing yet.
    if !facts.placed().any(|(seat, _)| seat.verified_on.is_some()) {
        return Some(Found::gap("Nobody on the map was ever verified: who is who?"));
    }
    let one_level = Level::ALL.iter().find(|level| facts.seated(**level).count() > 0);
    let text = match known.as_slice() {
        [] => "Single-threaded: nobody was verified for a year.".to_owned(),
        [one] => format!("Single-threaded: only {one} was verified in a year."),
        _ => {
            format!("Single-threaded: all on one level, {}.", one_level.map_or("", |l| plural(*l)))
        }
    };
    Some(Found::event(text))
}

pub(super) fn level_gap(facts: &Facts<'_>) -> Option<Found> {
    let fresh = |level: Level| facts.seated(level).any(|(seat, _)| seat.freshness >= WELL_KNOWN);
    let empty: Vec<Level> = facts
        .map
        .rows
        .iter()
        .filter(|row| row.target > 0 && !fresh(row.level))
        .map(|row| row.level)
        .collect();
    if empty.is_empty() {
        return None;
    }
    // An event only where somebody was known since the account came into the book.
    let created = facts.records.account.created_on;
    let lost = empty.iter().any(|level| {
        let gone = |c: &crate::domain::contact::Contact| {
            c.level == Some(*level)
                && c.archived_on.is_none()
                && c.left_on.is_some_and(|left| left >= created)
        };
        facts.records.contacts.iter().any(gone)
            || facts
                .seated(*level)
                .any(|(seat, _)| seat.verified_on.is_some_and(|day| day >= created))
    });
    let words: Vec<&str> = empty.iter().map(|level| plural(*level)).collect();
    let text = format!("Nobody verified in a year among {}.", all(&words));
    // Where nobody has a level, the map as a whole is asked for.
    if lost { Some(Found::event(text)) } else { facts.placed().next().map(|_| Found::gap(text)) }
}

pub(super) fn map_stale(facts: &Facts<'_>) -> Option<Found> {
    if facts.placed().next().is_none() {
        return Some(Found::gap("No map yet: nobody has a level."));
    }
    let newest = facts.placed().filter_map(|(seat, _)| seat.verified_on).max()?;
    let age = facts.ago(newest);
    let every = facts.rules.days(Limit::MapRevisited);
    let since = after(newest, every);
    let text = format!("Map not revisited for {age} d: who is still there?");
    (age > every).then(|| Found::event(text).since(Some(since)))
}

pub(super) fn contacts_rotting(facts: &Facts<'_>) -> Option<Found> {
    let old: Vec<&str> = facts
        .placed()
        .filter(|(seat, _)| seat.verified_on.is_some() && seat.freshness < WELL_KNOWN)
        .map(|(_, contact)| contact.name.as_str())
        .collect();
    let text = format!("Not verified for a year: {}.", names(&old));
    (!old.is_empty()).then(|| Found::event(text))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;

    #[test]
    fn one_fresh_person_is_a_single_thread() {
        let mut trial = Trial::new();
        assert!(trial.found("single-threaded").is_none(), "nobody known at all");
        let roy = trial.contact("J. Roy", Some(Level::Influencer), &[]);
        let text = trial.event("single-threaded").expect("raised");
        assert_eq!(text, "Single-threaded: only J. Roy was verified in a year.");
        trial.contact("K. Ott", Some(Level::User), &[]);
        assert_eq!(trial.event("single-threaded"), None);
        trial.edit(roy, |roy| roy.level = Some(Level::User));
        let text = trial.event("single-threaded").expect("raised");
        assert_eq!(text, "Single-threaded: all on one level, users.");
    }

    #[test]
    fn who_is_not_placed_is_known_as_well() {
        let mut trial = Trial::new();
        trial.contact("J. Roy", Some(Level::Influencer), &[]);
        trial.contact("D. Fox", None, &[]);
        let text = trial.event("single-threaded").expect("raised");
        assert_eq!(text, "Single-threaded: all on one level, influencers.");
    }

    #[test]
    fn a_map_never_verified_is_a_gap() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", Some(Level::Influencer), &[]);
        trial.edit(roy, |roy| roy.verified_on = None);
        assert!(trial.gap("single-threaded"));
        assert!(trial.gap("level-gap"));
    }

    #[test]
    fn a_level_that_lost_its_people_is_an_event() {
        let mut trial = Trial::new();
        for (name, level) in
            [("A", Level::DecisionMaker), ("B", Level::Influencer), ("C", Level::User)]
        {
            trial.contact(name, Some(level), &[]);
        }
        assert!(trial.found("level-gap").is_none());
        let first = trial.records.contacts[0].id;
        // 365 of 548 days leave a freshness of 0.334, one day more 0.332.
        trial.edit(first, |one| one.verified_on = Some(ago(365)));
        assert!(trial.found("level-gap").is_none());
        trial.edit(first, |one| one.verified_on = Some(ago(366)));
        assert!(trial.gap("level-gap"), "not seen since the account came in");
        trial.edit(first, |one| one.left_on = Some(ago(30)));
        let text = trial.event("level-gap").expect("raised");
        assert_eq!(text, "Nobody verified in a year among decision makers.");
        trial.edit(first, |one| one.archived_on = Some(ago(3)));
        assert!(trial.gap("level-gap"), "entered by mistake: nobody was lost");
    }

    #[test]
    fn the_map_is_revisited_each_half_year() {
        let mut trial = Trial::new();
        assert!(trial.gap("map-stale"));
        let roy = trial.contact("J. Roy", Some(Level::Influencer), &[]);
        trial.edit(roy, |roy| roy.verified_on = Some(ago(182)));
        assert!(trial.found("map-stale").is_none());
        trial.edit(roy, |roy| roy.verified_on = Some(ago(183)));
        assert!(trial.event("map-stale").is_some());
        assert_eq!(trial.event("contacts-rotting"), None);
        trial.edit(roy, |roy| roy.verified_on = Some(ago(366)));
        let text = trial.event("contacts-rotting").expect("raised");
        assert_eq!(text, "Not verified for a year: J. Roy.");
    }
}
