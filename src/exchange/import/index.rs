//! The book as the import looks things up in it: by foreign id, and by what names a record
//! without one. Records of the same import are found as well.

use super::row::Cells;
use crate::domain::account::Account;
use crate::domain::account::contract::Contract;
use crate::domain::book::external_id::{self, ExternalId, Kind};
use crate::domain::book::known::Known;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::Contact;
use crate::domain::plan::step::Step;
use crate::domain::revenue::Revenue;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::talk::Talk;
use std::collections::{HashMap, HashSet};

/// Marks a name that is no id of another program but made of the row's own words.
pub const OWN_WORDS: char = '=';

#[derive(Debug, Default)]
pub struct Index {
    pub accounts: HashMap<Id, Account>,
    pub contacts: HashMap<Id, Contact>,
    pub opportunities: HashMap<Id, Opportunity>,
    pub steps: HashMap<Id, Step>,
    pub talks: HashMap<Id, Talk>,
    pub contracts: Vec<Contract>,
    pub revenue: Vec<Revenue>,
    external: HashMap<(Kind, String, String), ExternalId>,
    /// (kind, source, record) with a foreign id proper.
    claimed: HashSet<(Kind, String, Id)>,
    by_words: HashMap<(Kind, String), Vec<Id>>,
    last: i64,
}

impl Index {
    #[must_use]
    pub fn of(known: Known) -> Self {
        let mut index = Self::default();
        for account in known.accounts {
            index.learn_account(&account);
            index.accounts.insert(account.id, account);
        }
        for contact in known.contacts {
            index.learn_contact(&contact);
            index.contacts.insert(contact.id, contact);
        }
        for opportunity in known.opportunities {
            index.learn_opportunity(&opportunity);
            index.opportunities.insert(opportunity.id, opportunity);
        }
        index.steps = known.steps.into_iter().map(|step| (step.id, step)).collect();
        index.talks = known.talks.into_iter().map(|talk| (talk.id, talk)).collect();
        index.contracts = known.contracts;
        index.revenue = known.revenue;
        for external in known.external_ids {
            index.learn_external(external);
        }
        index
    }

    /// A number for a record that this import adds.
    pub fn fresh_id(&mut self) -> Id {
        self.last -= 1;
        Id(self.last)
    }

    pub fn learn_account(&mut self, account: &Account) {
        self.learn(Kind::Account, &words_of_name(&account.name), account.id);
        if let Some(site) = account.website.as_deref().and_then(domain) {
            self.learn(Kind::Account, &words_of_site(&site), account.id);
        }
    }

    pub fn learn_contact(&mut self, contact: &Contact) {
        let words = words_of_person(&contact.name, contact.account_id);
        self.learn(Kind::Contact, &words, contact.id);
        if let Some(email) = &contact.email {
            self.learn(Kind::Contact, &words_of_email(email), contact.id);
        }
    }

    pub fn learn_opportunity(&mut self, opportunity: &Opportunity) {
        let words = words_of_person(&opportunity.title, opportunity.account_id);
        self.learn(Kind::Opportunity, &words, opportunity.id);
    }

    fn learn(&mut self, kind: Kind, words: &str, id: Id) {
        let found = self.by_words.entry((kind, words.to_owned())).or_default();
        if !found.contains(&id) {
            found.push(id);
        }
    }

    pub fn learn_external(&mut self, external: ExternalId) {
        if let Some(id) = record_of(&external)
            && !external.name.starts_with(OWN_WORDS)
        {
            self.claimed.insert((external.kind, external.source.clone(), id));
        }
        let key = (external.kind, external.source.clone(), external.name.clone());
        self.external.insert(key, external);
    }

    /// What is known of a foreign name.
    #[must_use]
    pub fn external(&self, kind: Kind, source: &str, name: &str) -> Option<&ExternalId> {
        self.external.get(&(kind, source.to_owned(), name.to_owned()))
    }

    /// The record that a foreign name names.
    #[must_use]
    pub fn named(&self, kind: Kind, source: &str, name: &str) -> Option<Id> {
        self.external(kind, source, name).and_then(record_of)
    }

    /// Another program that knows a record by this name.
    #[must_use]
    pub fn other_source(&self, kind: Kind, source: &str, name: &str) -> Option<&str> {
        let others = self
            .external
            .keys()
            .filter(|(of, other, known)| *of == kind && other != source && known == name);
        others.map(|(_, other, _)| other.as_str()).min()
    }

    /// The records that these words name.
    #[must_use]
    pub fn by_words(&self, kind: Kind, words: &str) -> &[Id] {
        self.by_words.get(&(kind, words.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The record already has an id in that source.
    #[must_use]
    pub fn is_claimed(&self, kind: Kind, source: &str, id: Id) -> bool {
        self.claimed.contains(&(kind, source.to_owned(), id))
    }

    /// Keeps what the row said: adds or rewrites the foreign id, and gives the change for it.
    pub fn keep_seen(
        &mut self,
        kind: Kind,
        source: &str,
        name: &str,
        record: Id,
        cells: &Cells,
    ) -> Option<Change> {
        let seen = seen_text(cells);
        if let Some(known) = self.external.get_mut(&(kind, source.to_owned(), name.to_owned())) {
            if known.seen == seen {
                return None;
            }
            known.seen.clone_from(&seen);
            let fields = vec![external_id::Field::Seen(seen)];
            return Some(external_id::Change::Edited { id: known.id, fields }.into());
        }
        let of = |wanted: Kind| (wanted == kind).then_some(record);
        let external = ExternalId {
            id: self.fresh_id(),
            source: source.to_owned(),
            kind,
            name: name.to_owned(),
            account_id: of(Kind::Account),
            contact_id: of(Kind::Contact),
            opportunity_id: of(Kind::Opportunity),
            talk_id: of(Kind::Talk),
            step_id: of(Kind::Step),
            seen,
        };
        self.learn_external(external.clone());
        Some(external_id::Change::Added(external).into())
    }
}

/// The cells as they are kept, and back. Damaged ones say nothing.
fn seen_text(cells: &Cells) -> String {
    serde_json::to_string(cells).unwrap_or_default()
}

/// What a foreign id kept of its row.
#[must_use]
pub fn seen_cells(external: &ExternalId) -> Cells {
    serde_json::from_str(&external.seen).unwrap_or_default()
}

fn record_of(external: &ExternalId) -> Option<Id> {
    match external.kind {
        Kind::Account => external.account_id,
        Kind::Contact => external.contact_id,
        Kind::Opportunity => external.opportunity_id,
        Kind::Talk => external.talk_id,
        Kind::Step => external.step_id,
    }
}

/// Names compared without case, with single spaces.
#[must_use]
pub fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[must_use]
pub fn words_of_name(name: &str) -> String {
    format!("{OWN_WORDS}name:{}", fold(name))
}

#[must_use]
pub fn words_of_site(domain: &str) -> String {
    format!("{OWN_WORDS}site:{domain}")
}

#[must_use]
pub fn words_of_email(email: &str) -> String {
    format!("{OWN_WORDS}mail:{}", fold(email))
}

/// A name inside one account; without account, among those without.
#[must_use]
pub fn words_of_person(name: &str, account: Option<Id>) -> String {
    format!("{OWN_WORDS}name:{}@{}", fold(name), account.map_or(0, |id| id.0))
}

/// `https://www.Acme.com/en?x` → `acme.com`.
#[must_use]
pub fn domain(website: &str) -> Option<String> {
    let site = website.trim().to_lowercase();
    let host = site.split_once("://").map_or(site.as_str(), |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_gives_its_domain() {
        for site in ["www.Acme.com", "https://acme.com/en", "http://www.acme.com:80?q", "acme.com"]
        {
            assert_eq!(domain(site).as_deref(), Some("acme.com"), "{site}");
        }
        assert_eq!(domain("none yet"), None);
        assert_eq!(domain(""), None);
    }

    #[test]
    fn ids_that_differ_in_case_are_two() {
        let mut index = Index::default();
        let cells = Cells::new();
        index.keep_seen(Kind::Account, "salesforce", "001Ab", Id(1), &cells);
        index.keep_seen(Kind::Account, "salesforce", "001AB", Id(2), &cells);
        assert_eq!(index.named(Kind::Account, "salesforce", "001Ab"), Some(Id(1)));
        assert_eq!(index.named(Kind::Account, "salesforce", "001AB"), Some(Id(2)));
        assert_eq!(index.named(Kind::Account, "salesforce", "001ab"), None);
        // The same words again change nothing.
        assert_eq!(index.keep_seen(Kind::Account, "salesforce", "001Ab", Id(1), &cells), None);
    }
}
