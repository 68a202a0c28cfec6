//! Executive sponsor pairs: who of theirs and ours, which of the four criteria are met, and when
//! they last talked. Sources: the consultant's guide (criteria), CustomerGauge's Account Success
//! process (pairs).

use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::day;
use crate::domain::ours::colleague::Colleague;
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::records::Records;
use crate::domain::signal::sentence::all;
use chrono::NaiveDate;

/// One criterion of a sponsor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Criterion {
    pub what: &'static str,
    /// None: not known.
    pub met: Option<bool>,
}

/// A pair as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Pair {
    pub pair: Id,
    pub contact: Id,
    pub theirs: String,
    pub colleague: Option<Id>,
    /// None: nobody on our side yet, or no longer.
    pub ours: Option<String>,
    /// Neither ended nor left.
    pub running: bool,
    pub criteria: [Criterion; 4],
    pub met: usize,
    pub unknown: usize,
    /// The last two-way talk with their executive.
    pub last_talk_on: Option<NaiveDate>,
    /// Days since that talk, or since the pair began where there was none.
    pub silent_for: i64,
    pub text: String,
}

/// Their executive, where the account knows the contact.
fn theirs<'a>(records: &'a Records, pair: &SponsorPair) -> Option<&'a Contact> {
    records.contacts.iter().find(|contact| contact.id == pair.contact_id)
}

/// Our executive, if still with us.
#[must_use]
pub fn ours<'a>(
    records: &'a Records,
    pair: &SponsorPair,
    today: NaiveDate,
) -> Option<&'a Colleague> {
    let colleague = records.colleagues.iter().find(|one| Some(one.id) == pair.colleague_id)?;
    colleague.archived_on.is_none_or(|left| left > today).then_some(colleague)
}

/// Begun, not ended, and their executive is still there.
#[must_use]
pub fn running(records: &Records, pair: &SponsorPair, today: NaiveDate) -> bool {
    pair.since_on <= today
        && pair.ended_on.is_none_or(|ended| ended > today)
        && theirs(records, pair).is_some_and(|contact| contact.active_on(today))
}

/// It runs, and somebody who is still with us goes with their executive.
#[must_use]
pub fn whole(records: &Records, pair: &SponsorPair, today: NaiveDate) -> bool {
    running(records, pair, today) && ours(records, pair, today).is_some()
}

/// All pairs, the running ones first, then the newest.
#[must_use]
pub fn pairs(records: &Records, today: NaiveDate) -> Vec<Pair> {
    let begun = records.sponsors.iter().filter(|pair| pair.since_on <= today);
    let mut all: Vec<(bool, NaiveDate, Pair)> = begun
        .filter_map(|pair| {
            let running = running(records, pair, today);
            Some((!running, pair.since_on, seen(records, pair, running, today)?))
        })
        .collect();
    all.sort_by(|a, b| (a.0, b.1, b.2.pair).cmp(&(b.0, a.1, a.2.pair)));
    all.into_iter().map(|(_, _, pair)| pair).collect()
}

fn seen(records: &Records, pair: &SponsorPair, running: bool, today: NaiveDate) -> Option<Pair> {
    let contact = theirs(records, pair)?;
    let ours = ours(records, pair, today);
    let criteria = [
        Criterion { what: "senior", met: pair.senior },
        Criterion { what: "personal stake", met: pair.stake },
        Criterion { what: "respected", met: pair.respected },
        Criterion { what: "has time", met: pair.has_time },
    ];
    let spoke = records.last_two_way_with.iter().filter(|(id, _)| *id == contact.id);
    let last_talk_on = spoke.map(|(_, day)| *day).filter(|day| *day <= today).max();
    let silent_for = (today - last_talk_on.unwrap_or(pair.since_on)).num_days();
    Some(Pair {
        pair: pair.id,
        contact: contact.id,
        theirs: contact.name.clone(),
        colleague: ours.map(|colleague| colleague.id),
        ours: ours.map(|colleague| colleague.name.clone()),
        running,
        criteria,
        met: criteria.iter().filter(|one| one.met == Some(true)).count(),
        unknown: criteria.iter().filter(|one| one.met.is_none()).count(),
        last_talk_on,
        silent_for,
        text: text(pair, contact, ours, &criteria, last_talk_on, today),
    })
}

/// `C. Eo and B. Lind since 3 Mar: senior and has time; not personal stake; not known: respected.
/// Last talk 12 d ago.`
fn text(
    pair: &SponsorPair,
    contact: &Contact,
    ours: Option<&Colleague>,
    criteria: &[Criterion],
    last_talk_on: Option<NaiveDate>,
    today: NaiveDate,
) -> String {
    let which = |met| {
        let such = criteria.iter().filter(|one| one.met == met);
        all(&such.map(|one| one.what).collect::<Vec<_>>())
    };
    let told: Vec<String> =
        [("", which(Some(true))), ("not ", which(Some(false))), ("not known: ", which(None))]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(head, words)| format!("{head}{words}"))
            .collect();
    let partner = ours.map_or("nobody on our side", |colleague| colleague.name.as_str());
    let span = match (pair.ended_on, contact.left_on) {
        (Some(ended), _) if ended <= today => format!("until {}", day(ended, today)),
        (_, Some(left)) if left <= today => format!("left {}", day(left, today)),
        _ => format!("since {}", day(pair.since_on, today)),
    };
    let talk = last_talk_on.map_or_else(
        || "No talk yet.".to_owned(),
        |last| format!("Last talk {} d ago.", (today - last).num_days()),
    );
    format!("{} and {partner} {span}: {}. {talk}", contact.name, told.join("; "))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::signal::trial::{ago, ahead, today};

    pub(in super::super) fn pair(contact: i64, colleague: Option<i64>, since: u64) -> SponsorPair {
        SponsorPair {
            id: Id(contact + 100),
            account_id: Id(1),
            contact_id: Id(contact),
            colleague_id: colleague.map(Id),
            senior: Some(true),
            stake: Some(false),
            respected: None,
            has_time: Some(true),
            since_on: ago(since),
            ended_on: None,
            note: None,
        }
    }

    fn colleague(id: i64, name: &str) -> Colleague {
        Colleague {
            id: Id(id),
            name: name.to_owned(),
            function: None,
            email: None,
            note: None,
            archived_on: None,
        }
    }

    pub(in super::super) fn records() -> Records {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        for (id, name) in [(10, "C. Eo"), (11, "D. Fox")] {
            let mut contact = Contact::named(name, Some(Id(1)), ago(300));
            contact.id = Id(id);
            records.contacts.push(contact);
        }
        records.colleagues = vec![colleague(50, "B. Lind"), colleague(51, "M. Ahl")];
        records
    }

    #[test]
    fn a_pair_tells_its_criteria_and_its_last_talk() {
        let mut records = records();
        records.sponsors = vec![pair(10, Some(50), 40)];
        records.last_two_way_with = vec![(Id(10), ago(12))];
        let found = pairs(&records, today());
        assert_eq!(
            found[0].text,
            "C. Eo and B. Lind since 13 Oct: senior and has time; not personal stake; not known: \
             respected. Last talk 12 d ago."
        );
        assert_eq!((found[0].met, found[0].unknown, found[0].silent_for), (2, 1, 12));
        records.last_two_way_with.clear();
        records.colleagues[0].archived_on = Some(ago(3));
        let found = pairs(&records, today());
        assert_eq!((found[0].ours.as_deref(), found[0].silent_for), (None, 40));
        assert!(found[0].text.ends_with("respected. No talk yet."), "{}", found[0].text);
    }

    #[test]
    fn a_pair_runs_until_it_is_ended_or_their_executive_leaves() {
        let mut records = records();
        records.sponsors = vec![pair(10, None, 40), pair(11, None, 90)];
        let order = |records: &Records| {
            let found = pairs(records, today());
            found.iter().map(|one| (one.contact.0, one.running)).collect::<Vec<_>>()
        };
        assert_eq!(order(&records), [(10, true), (11, true)]);
        records.sponsors[0].ended_on = Some(ahead(1));
        assert_eq!(order(&records), [(10, true), (11, true)]);
        records.sponsors[0].ended_on = Some(today());
        assert_eq!(order(&records), [(11, true), (10, false)]);
        records.contacts[1].left_on = Some(ago(2));
        assert_eq!(order(&records), [(10, false), (11, false)]);
        records.sponsors[1].since_on = ahead(1);
        assert_eq!(order(&records), [(10, false)], "not begun");
    }
}
