//! The map: levels, places, still true.

use crate::desk::{Act, Commit};
use crate::domain::account::own_score::{self, Factor, OwnScore};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact, Level};
use crate::domain::map::{certain_level, proposed_level};
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::{BookScreen, Chosen, Pane, Sight, seat};
use crate::tui::widget::phrase;
use chrono::NaiveDate;

fn say(text: impl Into<String>) -> Vec<Wish> {
    vec![Wish::Say(text.into())]
}

impl BookScreen {
    /// The chosen person is still there, or the own digit of the chosen factor still holds.
    pub(super) fn still_true(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let wishes = match self.chosen(sight) {
            Some(Chosen::Person(id)) => seat::contact(dossier, id)
                .map_or_else(Vec::new, |contact| person_still_true(contact, sight.today)),
            Some(Chosen::Factor(factor)) => digit_still_true(factor, dossier, sight.today),
            _ => say("= says of a person on the map or an own score that it is still true."),
        };
        if wishes.iter().any(|wish| matches!(wish, Wish::Commit(_))) {
            self.last = Some(Deed::Act(Action::StillTrue));
        }
        wishes
    }

    /// A level for the chosen person, else for the first who has none.
    pub(super) fn place_person(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let first = || dossier.standing.map.not_placed.first().map(|seat| seat.contact);
        let whom = match self.chosen(sight) {
            Some(Chosen::Person(id)) if self.pane == Pane::Map => Some(id),
            _ => first(),
        };
        let Some(contact) = whom.and_then(|id| seat::contact(dossier, id)) else {
            return say("Everybody here has a place on the map; a adds a person.");
        };
        let proposed = contact.title.as_deref().and_then(proposed_level);
        let item = |level: Level| {
            let note = match proposed {
                Some((one, true)) if one == level => "by the title",
                Some((one, false)) if one == level => "by the title, perhaps",
                _ => "",
            };
            let deed = Deed::Level { contact: contact.id, level: Some(level) };
            Item::new(level.word(), note, Wish::Do(deed))
        };
        let mut items: Vec<Item> = Level::ALL.iter().copied().map(item).collect();
        if contact.level.is_some() {
            let deed = Deed::Level { contact: contact.id, level: None };
            items.push(Item::new("not placed", "", Wish::Do(deed)));
        }
        let at = contact.level.or(proposed.map(|(level, _)| level));
        let at = at.and_then(|level| Level::ALL.iter().position(|one| *one == level));
        let title = contact.title.clone().unwrap_or_else(|| "no title known".to_owned());
        let pick = Pick::new(format!("Where does {} stand?", contact.name), items)
            .lead([title])
            .at(at.unwrap_or(0));
        vec![Wish::Open(Opening::Pick(pick))]
    }

    /// Everybody of the account whose title leaves no doubt gets their level.
    pub(super) fn accept_levels(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let waiting = dossier.standing.map.not_placed.len();
        let people = &dossier.records.contacts;
        let sure: Vec<(&Contact, Level)> =
            people.iter().filter_map(|one| Some((one, certain_level(one)?))).collect();
        if sure.is_empty() {
            return say(match waiting {
                0 => "Everybody here has a place on the map.".to_owned(),
                1 => "One is not placed, and the title leaves doubt: Enter on them.".to_owned(),
                _ => format!("{waiting} are not placed, and titles leave doubt: Enter on them."),
            });
        }
        self.last = Some(Deed::Act(Action::AcceptLevels));
        let mut expected = Vec::new();
        let changes = sure.iter().map(|(one, level)| {
            let fields = vec![contact::Field::Level(Some(*level))];
            expected.extend(one.expects(&fields));
            Change::from(contact::Change::Edited { id: one.id, fields })
        });
        let changes: Vec<Change> = changes.collect();
        let account = &dossier.records.account;
        let left = waiting.saturating_sub(sure.len());
        let levels = if changes.len() == 1 { "level" } else { "levels" };
        let open = if left > 0 { format!(", {left} still open") } else { String::new() };
        let label = format!("{} {levels} accepted at {}{open}", changes.len(), account.name);
        let act = Act::edit(label, Some(account.id));
        vec![Wish::Commit(Commit::new(act, changes).expecting(expected))]
    }

    pub(super) fn deed_on_person(&mut self, deed: Deed, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let known = |id: Id| seat::contact(dossier, id);
        let commit = match &deed {
            Deed::Level { contact, level } => known(*contact).map(|one| placed(one, *level)),
            Deed::RemoveContact(contact) => known(*contact).map(|one| {
                let label = format!("{} taken out, entered by mistake", one.name);
                let change = contact::Change::Removed(one.id);
                Commit::new(Act::edit(label, one.account_id), vec![change.into()])
            }),
            _ => None,
        };
        let Some(commit) = commit else { return say("This person is no longer here.") };
        if let Deed::Level { .. } = deed {
            self.last = Some(deed);
        }
        vec![Wish::Commit(commit)]
    }
}

fn placed(person: &Contact, level: Option<Level>) -> Commit {
    let label = match level {
        Some(level) => format!("{} placed: {level}", person.name),
        None => format!("{} not placed any more", person.name),
    };
    let fields =
        if level == person.level { Vec::new() } else { vec![contact::Field::Level(level)] };
    let expected = person.expects(&fields);
    let change = (!fields.is_empty())
        .then(|| Change::from(contact::Change::Edited { id: person.id, fields }));
    let act = Act::edit(label, person.account_id);
    Commit::new(act, change.into_iter().collect()).expecting(expected)
}

fn person_still_true(person: &Contact, today: NaiveDate) -> Vec<Wish> {
    if let Some(left) = person.left_on {
        let day = phrase::day(left, today);
        return say(format!("{} left on {day}; d changes that.", person.name));
    }
    if person.verified_on == Some(today) {
        return say(format!("{} is known to be true as of today.", person.name));
    }
    let fields = vec![contact::Field::VerifiedOn(Some(today))];
    let change = contact::Change::Edited { id: person.id, fields };
    let act = Act::edit(format!("{} still true", person.name), person.account_id);
    vec![Wish::Commit(Commit::new(act, vec![change.into()]))]
}

/// The newest own digit of a factor, as of today again.
fn digit_still_true(factor: Factor, dossier: &Dossier, today: NaiveDate) -> Vec<Wish> {
    let own = &dossier.records.own_scores;
    let newest =
        own.iter().filter(|one| one.factor == factor).max_by_key(|one| (one.on_date, one.id));
    let Some(newest) = newest else {
        return say(format!("{factor} has no score of your own; a digit sets one, 0 is 10."));
    };
    if newest.on_date == today {
        return say(format!("{factor} {} is of today.", newest.points));
    }
    let again = OwnScore { id: Id(0), on_date: today, ..newest.clone() };
    let act = Act::edit(format!("{factor} {} still true", newest.points), Some(newest.account_id));
    vec![Wish::Commit(Commit::new(act, vec![own_score::Change::Added(again).into()]))]
}
