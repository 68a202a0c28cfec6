//! All that is to be told of the renewal of one account.

use super::clock::{Clock, clock, dates, wanting};
use super::question::{Question, question};
use super::{act_by, term};
use crate::domain::account::Status;
use crate::domain::account::contract::{Contract, NoticeBy, Renewal, notice_told};
use crate::domain::records::Records;
use crate::domain::revenue::ends_on;
use crate::domain::rules::Rules;
use crate::domain::standing::ActBy;
use chrono::NaiveDate;

/// The renewal as it stands on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct RenewalView {
    pub act_by: Option<ActBy>,
    /// `notice by 30 Jan (69 d) · ends 31 Mar`.
    pub dates: Option<String>,
    /// None without an end; an account that gave notice or left has nothing left to renew.
    pub clock: Option<Clock>,
    pub stands: Option<Renewal>,
    /// Months of the term; none: not known.
    pub term_months: Option<u32>,
    /// The day on which the account leaves: as written down, else the day its revenue ends.
    pub leaves_on: Option<NaiveDate>,
    /// `3 months, either side may give it, renews by itself`; none without a contract.
    pub notice: Option<String>,
    pub question: Option<Question>,
    /// What the clock asks for, or why it asks for nothing.
    pub text: String,
}

#[must_use]
pub fn view(records: &Records, rules: &Rules, today: NaiveDate) -> RenewalView {
    let contract = records.contract.as_ref();
    let act = contract.and_then(act_by);
    let status = records.status(today);
    let active = status == Status::Active;
    let clock = act.filter(|_| active).map(|act| clock(act, rules, today));
    let question = question(records, today);
    RenewalView {
        act_by: act,
        dates: act.map(|act| dates(act, today)),
        clock,
        stands: contract.map(|contract| contract.renewal),
        term_months: contract.and_then(term::months),
        leaves_on: records.account.leaves_on.or_else(|| ends_on(&records.revenue, today)),
        notice: contract.map(notice),
        text: text(status, contract.map(|contract| contract.renewal), clock, question.as_ref()),
        question,
    }
}

fn notice(contract: &Contract) -> String {
    let length = match (contract.notice_count, contract.notice_unit) {
        (Some(count), Some(unit)) => notice_told(count, unit),
        _ => "no notice recorded".to_owned(),
    };
    let by = match contract.notice_by {
        Some(NoticeBy::Either) => ", either side may give it",
        Some(NoticeBy::Client) => ", only the client may give it",
        Some(NoticeBy::Us) => ", only we may give it",
        None => "",
    };
    let itself = match contract.auto_renews {
        Some(true) => ", renews by itself",
        Some(false) => ", ends by itself",
        None => ", not known whether it renews by itself: the notice counts",
    };
    format!("{length}{by}{itself}")
}

const NO_END: &str =
    "No end date: write down when the contract ends and how long before that notice is due.";

fn text(
    status: Status,
    stands: Option<Renewal>,
    clock: Option<Clock>,
    question: Option<&Question>,
) -> String {
    match (question, clock, stands) {
        (Some(question), _, _) => question.text.clone(),
        (_, Some(clock), Some(stands)) if wanting(clock.phase, stands) => match stands {
            Renewal::InTalks => "Critical: in talks, no yes yet.".to_owned(),
            _ => format!("Talks {}: not started.", clock.phase),
        },
        (_, Some(_), Some(Renewal::NotStarted)) => "Too early for talks.".to_owned(),
        (_, Some(_), Some(stands)) => format!("Nothing to do: {stands}."),
        _ => match status {
            Status::Prospect => "No renewal: not a client yet.",
            Status::Notified => "No renewal: they gave notice.",
            Status::Lost => "No renewal: the account is lost.",
            Status::Active => NO_END,
        }
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::account::contract::NoticeUnit;
    use crate::domain::cell::Id;
    use crate::domain::signal::trial::{ago, ahead, today};

    fn seen(edit: impl FnOnce(&mut Contract)) -> RenewalView {
        let mut records = Records::bare(Account::named("Contoso", ago(900)));
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(ahead(100));
        edit(&mut contract);
        records.contract = Some(contract);
        view(&records, &Rules::default(), today())
    }

    #[test]
    fn it_says_what_is_to_be_done_or_why_nothing() {
        assert_eq!(seen(|_| {}).text, "Talks open: not started.");
        assert_eq!(seen(|one| one.ends_on = Some(ahead(60))).text, "Talks late: not started.");
        assert_eq!(seen(|one| one.ends_on = Some(ahead(200))).text, "Too early for talks.");
        assert_eq!(seen(|one| one.renewal = Renewal::InTalks).text, "Nothing to do: in talks.");
        let critical = seen(|one| {
            one.ends_on = Some(ahead(20));
            one.renewal = Renewal::InTalks;
        });
        assert_eq!(critical.text, "Critical: in talks, no yes yet.");
        let none = seen(|one| one.ends_on = None);
        assert!(none.text.starts_with("No end date") && none.clock.is_none());
    }

    #[test]
    fn a_churn_ahead_is_notice_given() {
        use crate::domain::money::Currency;
        use crate::domain::revenue::{Revenue, RevenueKind};
        let entry = |on_date, kind, amount| Revenue {
            id: Id(1),
            account_id: Id(1),
            on_date,
            kind,
            amount,
            currency: Currency::EUR,
            note: None,
        };
        let mut records = Records::bare(Account::named("Contoso", ago(900)));
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(ahead(20));
        records.contract = Some(contract);
        records.revenue = vec![
            entry(ago(400), RevenueKind::Opening, 100),
            entry(ahead(21), RevenueKind::Churn, -100),
        ];
        let seen = view(&records, &Rules::default(), today());
        assert_eq!((seen.clock, seen.leaves_on), (None, Some(ahead(21))));
        assert_eq!(seen.text, "No renewal: they gave notice.");
        assert_eq!(records.status(ahead(21)), Status::Active, "it is over: what became of it?");
    }

    #[test]
    fn the_notice_is_told_in_words() {
        let told = seen(|one| {
            one.notice_count = Some(3);
            one.notice_unit = Some(NoticeUnit::Months);
            one.notice_by = Some(NoticeBy::Either);
            one.auto_renews = Some(true);
        });
        assert_eq!(
            told.notice.as_deref(),
            Some("3 months, either side may give it, renews by itself")
        );
        let told = seen(|one| {
            one.notice_count = Some(1);
            one.notice_unit = Some(NoticeUnit::Weeks);
            one.notice_by = Some(NoticeBy::Client);
            one.auto_renews = Some(false);
        });
        assert_eq!(
            told.notice.as_deref(),
            Some("1 week, only the client may give it, ends by itself")
        );
    }
}
