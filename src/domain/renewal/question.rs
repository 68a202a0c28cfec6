//! What is asked once the act-by date or the end is over and nobody wrote down what came of it.

use super::act_by;
use super::term::renewed_to;
use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::day::day;
use crate::domain::records::Records;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What is not on record.
    Asks {
        /// The last day to give notice is over and the contract renews by itself: did it?
        Notice = "notice",
        /// The contract ended: renewed or lost?
        Outcome = "outcome",
        /// It was signed anew, and the end on record is the old one.
        NewEnd = "new end",
    }
}

/// One question about the renewal.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Question {
    pub asks: Asks,
    /// The first day on which it could be asked.
    pub since: NaiveDate,
    /// The end of the next term, where the term is known.
    pub renewed_to: Option<NaiveDate>,
    pub text: String,
}

/// The question that the contract raises on a day; none while nothing is over, once the outcome
/// is on record, and on accounts that gave notice or left.
#[must_use]
pub fn question(records: &Records, today: NaiveDate) -> Option<Question> {
    let contract = records.contract.as_ref()?;
    let act = act_by(contract)?;
    let active = records.status(today) == Status::Active;
    if !active || contract.renewal == Renewal::Lost || act.act_by >= today {
        return None;
    }
    let renewed_to = renewed_to(contract);
    let to =
        renewed_to.map_or_else(|| "until when".to_owned(), |to| format!("to {}", day(to, today)));
    let ended = day(act.ends_on, today);
    let over = act.ends_on < today;
    let itself = contract.auto_renews == Some(true);
    let (asks, last, text) = match (contract.renewal == Renewal::Signed, over) {
        (true, true) => (
            Asks::NewEnd,
            act.ends_on,
            format!("Signed, and the end on record was {ended}: renewed {to}?"),
        ),
        (false, true) if itself => (
            Asks::Outcome,
            act.ends_on,
            format!("Contract ended {ended}, no notice recorded: renewed {to}, or lost?"),
        ),
        (false, true) => (
            Asks::Outcome,
            act.ends_on,
            format!("Contract ended {ended}: renewed until when, or lost?"),
        ),
        (false, false) if itself => {
            let by = day(act.act_by, today);
            (Asks::Notice, act.act_by, format!("No notice recorded by {by}: renewed {to}?"))
        }
        (_, false) => return None,
    };
    Some(Question { asks, since: last.succ_opt()?, renewed_to, text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::account::contract::{Contract, NoticeUnit};
    use crate::domain::cell::Id;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Ends on 31 March, notice of two months where it renews itself: 31 January.
    fn asked(itself: bool, stands: Renewal, term: Option<i64>, today: &str) -> Option<Question> {
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(on("2027-03-31"));
        contract.auto_renews = Some(itself);
        contract.notice_count = Some(2);
        contract.notice_unit = Some(NoticeUnit::Months);
        contract.term_months = term;
        contract.renewal = stands;
        let mut records = Records::bare(Account::named("Contoso", on("2024-01-01")));
        records.contract = Some(contract);
        question(&records, on(today))
    }

    #[test]
    fn after_the_act_by_date_a_contract_that_renews_itself_is_asked_about() {
        let found = |today| asked(true, Renewal::NotStarted, Some(12), today);
        assert_eq!(found("2027-01-31"), None, "the last day itself");
        let question = found("2027-02-01").expect("asked");
        assert_eq!(question.asks, Asks::Notice);
        assert_eq!(question.since, on("2027-02-01"));
        assert_eq!(question.renewed_to, Some(on("2028-03-31")));
        assert_eq!(question.text, "No notice recorded by 31 Jan: renewed to 31 Mar 2028?");
        let question = asked(true, Renewal::InTalks, None, "2027-03-31").expect("asked");
        assert_eq!(question.text, "No notice recorded by 31 Jan: renewed until when?");
        assert_eq!(asked(false, Renewal::NotStarted, Some(12), "2027-03-31"), None);
    }

    #[test]
    fn after_the_end_the_outcome_is_asked_for() {
        let found = |itself, today| asked(itself, Renewal::VerbalYes, Some(12), today);
        assert_eq!(found(false, "2027-03-31"), None);
        let question = found(false, "2027-04-01").expect("asked");
        assert_eq!((question.asks, question.since), (Asks::Outcome, on("2027-04-01")));
        assert_eq!(question.text, "Contract ended 31 Mar: renewed until when, or lost?");
        let question = found(true, "2027-04-01").expect("asked");
        assert_eq!(
            question.text,
            "Contract ended 31 Mar, no notice recorded: renewed to 31 Mar 2028, or lost?"
        );
    }

    #[test]
    fn an_outcome_on_record_ends_the_asking_but_for_the_new_end() {
        assert_eq!(asked(true, Renewal::Lost, Some(12), "2027-05-01"), None);
        assert_eq!(asked(true, Renewal::Signed, Some(12), "2027-03-31"), None);
        let question = asked(false, Renewal::Signed, Some(24), "2027-04-01").expect("asked");
        assert_eq!(question.asks, Asks::NewEnd);
        assert_eq!(question.renewed_to, Some(on("2029-03-31")));
    }

    #[test]
    fn who_gave_notice_is_not_asked() {
        let mut records = Records::bare(Account::named("Contoso", on("2024-01-01")));
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(on("2027-03-31"));
        records.contract = Some(contract);
        assert!(question(&records, on("2027-04-01")).is_some());
        for status in [Status::Notified, Status::Lost, Status::Prospect] {
            records.account.status = status;
            assert_eq!(question(&records, on("2027-04-01")), None, "{status}");
        }
        records.contract = None;
        records.account.status = Status::Active;
        assert_eq!(question(&records, on("2027-04-01")), None);
    }
}
