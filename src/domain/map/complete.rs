//! Whether a map is complete. Source: CustomerGauge's Account Success process (the share of
//! accounts with a complete map is a figure of the book).

use super::Map;
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::records::Records;
use chrono::NaiveDate;

/// What a complete map has; all four make it complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Complete {
    /// As many active contacts on each level as are wanted.
    pub targets: bool,
    pub champion: bool,
    pub buyer: bool,
    /// Everybody above the users reports to somebody, but for one at the top.
    pub reports_to: bool,
}

impl Complete {
    #[must_use]
    pub const fn whole(self) -> bool {
        self.targets && self.champion && self.buyer && self.reports_to
    }

    /// What is missing, in words.
    #[must_use]
    pub fn missing(self) -> Vec<&'static str> {
        [
            (self.targets, "people on each level"),
            (self.champion, "a champion"),
            (self.buyer, "an economic buyer"),
            (self.reports_to, "who reports to whom"),
        ]
        .into_iter()
        .filter(|(there, _)| !there)
        .map(|(_, what)| what)
        .collect()
    }
}

/// How far the map of an account is complete on a day.
#[must_use]
pub fn complete(records: &Records, map: &Map, today: NaiveDate) -> Complete {
    let active = || records.contacts.iter().filter(|contact| contact.active_on(today));
    let above = |contact: &&Contact| {
        matches!(contact.level, Some(Level::DecisionMaker | Level::Influencer))
    };
    let heads = active().filter(above).filter(|contact| contact.reports_to.is_none()).count();
    Complete {
        targets: map.filled == map.wanted,
        champion: active().any(|contact| contact.roles.has(Role::Champion)),
        buyer: active().any(|contact| contact.roles.has(Role::EconomicBuyer)),
        reports_to: active().any(|contact| above(&contact)) && heads <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::cell::Id;
    use crate::domain::map::map;
    use crate::domain::rules::Rules;
    use crate::domain::signal::trial::{ago, today};
    use crate::domain::word::WordSet;

    fn whole() -> Records {
        let mut records = Records::bare(Account::named("Contoso", ago(400)));
        let person = |id, level, roles: &[Role], reports_to: Option<i64>| {
            let mut contact = Contact::named("J. Roy", Some(Id(1)), ago(100));
            (contact.id, contact.level) = (Id(id), Some(level));
            contact.roles = WordSet::of(roles);
            contact.reports_to = reports_to.map(Id);
            contact
        };
        // An account of unknown ARR and no tier wants one on each level.
        records.contacts = vec![
            person(1, Level::DecisionMaker, &[Role::EconomicBuyer], None),
            person(2, Level::Influencer, &[Role::Champion], Some(1)),
            person(3, Level::User, &[], None),
        ];
        records
    }

    fn found(records: &Records) -> Vec<&'static str> {
        let map = map(records, None, &Rules::default(), today());
        let found = complete(records, &map, today());
        assert_eq!(found.whole(), found.missing().is_empty());
        found.missing()
    }

    #[test]
    fn a_complete_map_has_people_roles_and_a_tree() {
        let all =
            ["people on each level", "a champion", "an economic buyer", "who reports to whom"];
        assert_eq!(found(&Records::bare(Account::named("Contoso", ago(400)))), all);
        assert!(found(&whole()).is_empty());
        let mut records = whole();
        records.contacts[1].reports_to = None;
        assert_eq!(found(&records), ["who reports to whom"], "two heads");
        let mut records = whole();
        records.contacts[1].left_on = Some(today());
        assert_eq!(found(&records), ["people on each level", "a champion"]);
        let mut records = whole();
        records.contacts[0].roles = WordSet::default();
        assert_eq!(found(&records), ["an economic buyer"]);
    }
}
