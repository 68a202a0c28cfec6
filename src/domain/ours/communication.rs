//! The communication plan: how often what takes place, over which channels, and what is always
//! talked about. Source: the consultant's guide; the intervals of a tier are those of the B2B
//! account-management strategy article.

use crate::domain::account::{Account, Tier};
use crate::domain::away;
use crate::domain::plan::step::MeetingType;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// One interval of the plan.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Rhythm {
    /// As `strategic review`.
    pub what: &'static str,
    /// Days; none: not asked for.
    pub every: Option<i64>,
    /// The account's own; else its tier's.
    pub own: bool,
    pub last_on: Option<NaiveDate>,
    /// The last day on which it is in time, days away left out; none before the first one.
    pub next_on: Option<NaiveDate>,
}

/// How the account is kept in touch with.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CommunicationPlan {
    pub rhythms: Vec<Rhythm>,
    pub channels: Option<String>,
    pub standing_agenda: Option<String>,
}

/// Days between strategic reviews with the client: the account's own, else its tier's; none where
/// none is asked for.
#[must_use]
pub fn strategic_every(account: &Account, rules: &Rules) -> Option<i64> {
    account.strategic_every.or(rules.cadence(account.tier).strategic_every).map(|days| days.max(1))
}

/// Days between QBRs, as [`strategic_every`].
#[must_use]
pub fn qbr_every(account: &Account, rules: &Rules) -> Option<i64> {
    account.qbr_every.or(rules.cadence(account.tier).qbr_every).map(|days| days.max(1))
}

/// What counts as a strategic review: a QBR looks ahead with the client as well.
pub const STRATEGIC: [MeetingType; 2] = [MeetingType::StrategicReview, MeetingType::Qbr];

/// The newest meeting of a kind that took place, whatever cycle it belonged to.
#[must_use]
pub fn held_on(records: &Records, kind: MeetingType, today: NaiveDate) -> Option<NaiveDate> {
    let held = records.held.iter().filter(|(one, day)| *one == kind && *day <= today);
    held.map(|(_, day)| *day).max()
}

#[must_use]
pub fn plan(records: &Records, rules: &Rules, today: NaiveDate) -> CommunicationPlan {
    let account = &records.account;
    let rhythm = |what, every: Option<i64>, own, last_on: Option<NaiveDate>| {
        let next = |last| Some(away::reached(last, every?, &rules.away));
        Rhythm { what, every, own, last_on, next_on: last_on.and_then(next) }
    };
    let held = |kind| held_on(records, kind, today);
    let mut rhythms = vec![
        rhythm(
            "talk",
            Some(rules.talk_every(account)),
            account.talk_every.is_some(),
            records.last_two_way_on,
        ),
        rhythm(
            "own review",
            Some(rules.review_every(account)),
            account.review_every.is_some(),
            account.reviewed_on,
        ),
        rhythm(
            "strategic review",
            strategic_every(account, rules),
            account.strategic_every.is_some(),
            STRATEGIC.iter().filter_map(|kind| held(*kind)).max(),
        ),
        rhythm(
            "QBR",
            qbr_every(account, rules),
            account.qbr_every.is_some(),
            held(MeetingType::Qbr),
        ),
    ];
    if matches!(account.tier, Some(Tier::Maintenance) | None) {
        let every = Some(rules.days(Limit::CheckInEvery));
        rhythms.push(rhythm("check-in", every, false, held(MeetingType::CheckIn)));
    }
    CommunicationPlan {
        rhythms,
        channels: account.channels.clone(),
        standing_agenda: account.standing_agenda.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::trial::{ago, ahead, today};

    fn of<'a>(plan: &'a CommunicationPlan, what: &str) -> &'a Rhythm {
        plan.rhythms.iter().find(|one| one.what == what).expect("a rhythm")
    }

    #[test]
    fn the_accounts_own_interval_stands_before_the_tiers() {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        records.account.tier = Some(Tier::Growth);
        records.held = vec![(MeetingType::Qbr, ago(100)), (MeetingType::StrategicReview, ago(20))];
        records.last_two_way_on = Some(ago(10));
        let mut rules = Rules::default();
        let found = plan(&records, &rules, today());
        let qbr = of(&found, "QBR");
        assert_eq!((qbr.every, qbr.own, qbr.last_on), (Some(182), false, Some(ago(100))));
        assert_eq!(qbr.next_on, Some(ahead(82)));
        assert_eq!(of(&found, "strategic review").last_on, Some(ago(20)));
        assert_eq!(of(&found, "talk").next_on, Some(ahead(20)));
        assert_eq!(of(&found, "own review").next_on, None, "never made");
        records.account.qbr_every = Some(91);
        rules.away = vec![(ago(15), ago(6))];
        let found = plan(&records, &rules, today());
        let qbr = of(&found, "QBR");
        assert_eq!((qbr.every, qbr.own), (Some(91), true));
        assert_eq!(qbr.next_on, Some(ahead(1)), "91 days from 100 days ago, and ten days away");
        records.held[0].1 = ago(5);
        let found = plan(&records, &rules, today());
        assert_eq!(of(&found, "strategic review").last_on, Some(ago(5)), "a QBR counts");
    }

    #[test]
    fn maintenance_asks_for_a_check_in_a_year_and_for_no_review_unless_wanted() {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        let rules = Rules::default();
        assert_eq!(strategic_every(&records.account, &rules), None);
        assert_eq!(qbr_every(&records.account, &rules), None);
        let found = plan(&records, &rules, today());
        assert_eq!(of(&found, "check-in").every, Some(365));
        records.account.strategic_every = Some(0);
        assert_eq!(strategic_every(&records.account, &rules), Some(1));
        records.account.tier = Some(Tier::Strategic);
        let found = plan(&records, &rules, today());
        assert!(found.rhythms.iter().all(|one| one.what != "check-in"));
    }

    #[test]
    fn a_meeting_ahead_was_not_held() {
        let mut records = Records::bare(Account::named("Contoso", ago(300)));
        records.held = vec![(MeetingType::Qbr, ahead(1))];
        assert_eq!(held_on(&records, MeetingType::Qbr, today()), None);
    }
}
