//! All that is to be told of the people on our side of one account.

use super::colleague::Colleague;
use super::communication::{self, CommunicationPlan};
use super::promises::{Promise, promises};
use super::sponsors::{Pair, pairs};
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// A colleague in the account's team.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Member {
    pub colleague: Id,
    pub name: String,
    pub function: Option<String>,
    pub part: Option<String>,
}

/// Who here owns a contact.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Owner {
    pub contact: Id,
    pub theirs: String,
    pub colleague: Id,
    pub ours: String,
}

/// Our side of an account on a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct OursView {
    /// By name; colleagues who are no longer with us left out.
    pub team: Vec<Member>,
    /// Contacts that somebody here owns, by name.
    pub owners: Vec<Owner>,
    /// Active contacts that nobody else here owns: the user's own.
    pub mine: usize,
    /// Running ones first.
    pub sponsors: Vec<Pair>,
    pub promises: Vec<Promise>,
    pub communication: CommunicationPlan,
}

#[must_use]
pub fn view(records: &Records, rules: &Rules, today: NaiveDate) -> OursView {
    let with_us = |colleague: &&Colleague| colleague.archived_on.is_none_or(|left| left > today);
    let colleague = |id: Id| records.colleagues.iter().filter(with_us).find(|one| one.id == id);
    let mut team: Vec<Member> = records
        .team
        .iter()
        .filter_map(|member| Some((member, colleague(member.colleague_id)?)))
        .map(|(member, colleague)| Member {
            colleague: colleague.id,
            name: colleague.name.clone(),
            function: colleague.function.clone(),
            part: member.part.clone(),
        })
        .collect();
    team.sort_by(|a, b| (&a.name, a.colleague).cmp(&(&b.name, b.colleague)));
    let active = || records.contacts.iter().filter(|contact| contact.active_on(today));
    let mut owners: Vec<Owner> = active()
        .filter_map(|contact| Some((contact, colleague(contact.colleague_id?)?)))
        .map(|(contact, colleague)| Owner {
            contact: contact.id,
            theirs: contact.name.clone(),
            colleague: colleague.id,
            ours: colleague.name.clone(),
        })
        .collect();
    owners.sort_by(|a, b| (&a.theirs, a.contact).cmp(&(&b.theirs, b.contact)));
    OursView {
        team,
        mine: active().count() - owners.len(),
        owners,
        sponsors: pairs(records, today),
        promises: promises(records, today),
        communication: communication::plan(records, rules, today),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sponsors::tests::{pair, records};
    use super::super::team_member::TeamMember;
    use super::*;
    use crate::domain::signal::trial::{ago, today};

    #[test]
    fn the_team_and_the_owners_are_those_still_with_us() {
        let mut records = records();
        records.team = [50, 51]
            .map(|id| TeamMember {
                id: Id(id),
                account_id: Id(1),
                colleague_id: Id(id),
                part: (id == 50).then(|| "delivery".to_owned()),
            })
            .to_vec();
        records.contacts[0].colleague_id = Some(Id(51));
        records.contacts[1].colleague_id = Some(Id(99));
        records.sponsors = vec![pair(10, Some(50), 40)];
        let found = view(&records, &Rules::default(), today());
        let team: Vec<_> = found.team.iter().map(|one| (one.name.as_str(), &one.part)).collect();
        assert_eq!(team, [("B. Lind", &Some("delivery".to_owned())), ("M. Ahl", &None)]);
        assert_eq!(found.owners.len(), 1, "nobody knows colleague 99");
        assert_eq!((found.owners[0].ours.as_str(), found.mine), ("M. Ahl", 1));
        assert_eq!(found.sponsors.len(), 1);
        records.colleagues[1].archived_on = Some(ago(1));
        records.contacts[1].left_on = Some(ago(1));
        let found = view(&records, &Rules::default(), today());
        assert_eq!((found.team.len(), found.owners.len(), found.mine), (1, 0, 1));
    }
}
