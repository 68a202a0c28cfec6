//! What is asked once the act-by date or the end is over and nobody wrote down what came of it.

use super::act_by;
use super::term::{renewed_past, renewed_to};
use crate::domain::account::Status;
use crate::domain::account::contract::{Contract, Renewal};
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
        /// They gave notice and the day they leave is over: is the account lost, and why?
        Leaving = "leaving",
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
/// is on record, and on accounts that left.
#[must_use]
pub fn question(records: &Records, today: NaiveDate) -> Option<Question> {
    match records.status(today) {
        Status::Active => match records.contract.as_ref()? {
            lost if lost.renewal == Renewal::Lost => leaving(records, today),
            contract => renewal(contract, today),
        },
        Status::Notified => leaving(records, today),
        Status::Prospect | Status::Lost => None,
    }
}

/// An account that gave notice, or whose contract was lost, counts in the book's sums until somebody
/// writes down that it left.
fn leaving(records: &Records, today: NaiveDate) -> Option<Question> {
    let ends_on = || records.contract.as_ref()?.ends_on;
    let last = records.account.leaves_on.or_else(ends_on).filter(|last| *last < today)?;
    let text = format!(
        "They were to leave on {}: lost, why, and could it have been avoided?",
        day(last, today)
    );
    Some(Question { asks: Asks::Leaving, since: last.succ_opt()?, renewed_to: None, text })
}

fn renewal(contract: &Contract, today: NaiveDate) -> Option<Question> {
    let act = act_by(contract)?;
    if act.act_by >= today {
        return None;
    }
    let itself = contract.auto_renews == Some(true);
    // Who renews by itself may have done so more than once since the end on record.
    let renewed_to = if itself { renewed_past(contract, today) } else { renewed_to(contract) };
    let to =
        renewed_to.map_or_else(|| "until when".to_owned(), |to| format!("to {}", day(to, today)));
    let ended = day(act.ends_on, today);
    let over = act.ends_on < today;
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
        (false, false) => {
            let by = day(act.act_by, today);
            let text = format!("No notice recorded by {by}: does the contract renew by itself?");
            (Asks::Notice, act.act_by, text)
        }
        (true, false) => return None,
    };
    Some(Question { asks, since: last.succ_opt()?, renewed_to, text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::account::contract::NoticeUnit;
    use crate::domain::cell::Id;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Ends on 31 March, notice of two months where it renews itself: 31 January.
    fn asked(
        itself: impl Into<Option<bool>>,
        stands: Renewal,
        term: Option<i64>,
        today: &str,
    ) -> Option<Question> {
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(on("2027-03-31"));
        contract.auto_renews = itself.into();
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
        let question = asked(None, Renewal::NotStarted, Some(12), "2027-02-01").expect("asked");
        assert_eq!(
            question.text,
            "No notice recorded by 31 Jan: does the contract renew by itself?"
        );
        assert_eq!(asked(None, Renewal::NotStarted, Some(12), "2027-01-31"), None);
        assert_eq!(asked(None, Renewal::Signed, Some(12), "2027-02-01"), None);
    }

    #[test]
    fn a_contract_that_went_on_by_itself_for_years_is_asked_for_its_next_end() {
        let to = |itself: bool, stands, today| {
            asked(itself, stands, Some(12), today).and_then(|question| question.renewed_to)
        };
        assert_eq!(to(true, Renewal::InTalks, "2029-03-31"), Some(on("2029-03-31")));
        assert_eq!(to(true, Renewal::InTalks, "2029-04-01"), Some(on("2030-03-31")));
        assert_eq!(to(false, Renewal::Signed, "2029-04-01"), Some(on("2028-03-31")));
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
        assert_eq!(asked(true, Renewal::Lost, Some(12), "2027-03-31"), None);
        let question = asked(true, Renewal::Lost, Some(12), "2027-04-01").expect("asked");
        assert_eq!(question.asks, Asks::Leaving, "the account still counts in the book");
        assert_eq!(asked(true, Renewal::Signed, Some(12), "2027-03-31"), None);
        let question = asked(false, Renewal::Signed, Some(24), "2027-04-01").expect("asked");
        assert_eq!(question.asks, Asks::NewEnd);
        assert_eq!(question.renewed_to, Some(on("2029-03-31")));
    }

    #[test]
    fn who_gave_notice_is_asked_only_whether_they_left() {
        let mut records = Records::bare(Account::named("Contoso", on("2024-01-01")));
        let mut contract = Contract::of(Id(1));
        contract.ends_on = Some(on("2027-03-31"));
        records.contract = Some(contract);
        assert!(question(&records, on("2027-04-01")).is_some());
        records.account.status = Status::Notified;
        let asks = |records: &Records, today| question(records, on(today)).map(|one| one.asks);
        assert_eq!(asks(&records, "2027-03-31"), None, "the last day");
        assert_eq!(asks(&records, "2027-04-01"), Some(Asks::Leaving));
        records.account.leaves_on = Some(on("2027-04-30"));
        assert_eq!(asks(&records, "2027-04-30"), None);
        let asked = question(&records, on("2027-05-01")).expect("asked");
        assert_eq!(
            (asked.since, asked.text.as_str()),
            (
                on("2027-05-01"),
                "They were to leave on 30 Apr: lost, why, and could it have been avoided?"
            )
        );
        for status in [Status::Lost, Status::Prospect] {
            records.account.status = status;
            assert_eq!(question(&records, on("2027-05-01")), None, "{status}");
        }
        records.contract = None;
        records.account.status = Status::Active;
        assert_eq!(question(&records, on("2027-04-01")), None);
    }
}
