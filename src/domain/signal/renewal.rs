//! The renewal: talks start 120 days before the act-by date, are late at 90, critical at 30.

use super::facts::Facts;
use super::found::Found;
use super::sentence::day;
use crate::domain::account::contract::{Contract, Renewal};
use crate::domain::renewal::clock::{Clock, Phase, clock, wanting};
use crate::domain::renewal::question::{Asks, question};
use crate::domain::standing::ActBy;
use chrono::NaiveDate;

/// `notice by 30 Jan (69 d)`, or `ends 30 Jan (69 d)` where that is the same day.
fn deadline(act: ActBy, today: NaiveDate) -> String {
    let days = (act.act_by - today).num_days();
    let word = if act.act_by == act.ends_on { "ends" } else { "notice by" };
    format!("{word} {} ({days} d)", day(act.act_by, today))
}

/// The contract whose renewal stands in a phase and still wants something in it.
fn wanted<'a>(facts: &Facts<'a>, phase: Phase) -> Option<(&'a Contract, ActBy, Clock)> {
    let (contract, act) = facts.contract()?;
    let clock = clock(act, facts.rules, facts.today);
    let wants = clock.phase == phase && wanting(phase, contract.renewal);
    wants.then_some((contract, act, clock))
}

pub(super) fn open(facts: &Facts<'_>) -> Option<Found> {
    let (_, act, clock) = wanted(facts, Phase::Open)?;
    let begin = day(clock.late_on, facts.today);
    let text = format!("Renewal: begin talks before {begin}; {}.", deadline(act, facts.today));
    Some(Found::event(text).on(clock.open_on))
}

pub(super) fn late(facts: &Facts<'_>) -> Option<Found> {
    let (_, _, clock) = wanted(facts, Phase::Late)?;
    let began = day(clock.open_on, facts.today);
    let text = format!("Renewal talks late: should have begun {began}");
    Some(Found::event(text).on(clock.late_on))
}

pub(super) fn critical(facts: &Facts<'_>) -> Option<Found> {
    let (contract, act, clock) = wanted(facts, Phase::Critical)?;
    let talks = match contract.renewal {
        Renewal::InTalks => "in talks, no yes yet",
        _ => "talks not started",
    };
    let text = format!("Renewal critical: {}, {talks}.", deadline(act, facts.today));
    Some(Found::event(text).on(clock.critical_on))
}

/// The contract ended and nobody wrote down what became of it. One signed anew under its old end
/// is a gap: the next renewal would never be told.
pub(super) fn outcome_missing(facts: &Facts<'_>) -> Option<Found> {
    let (contract, act) = facts.contract()?;
    let question = question(facts.records, facts.today)?;
    match question.asks {
        Asks::Notice | Asks::Leaving => None,
        Asks::NewEnd => Some(Found::gap(question.text)),
        // An end that was past before the account came into the book is an old record, no event.
        Asks::Outcome if act.ends_on < facts.records.account.created_on => {
            let ended = day(act.ends_on, facts.today);
            Some(Found::gap(format!("The contract on record ended {ended}: until when now?")))
        }
        Asks::Outcome => {
            let found = Found::event(question.text).about("contract", contract.id);
            Some(found.on(act.ends_on))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago, ahead};
    use super::*;
    use crate::domain::account::Status;

    fn raised(left: u64, stands: Renewal) -> Vec<&'static str> {
        let mut trial = Trial::new();
        // Notice of 60 days: the act-by date lies 60 days before the end.
        trial.contract(ahead(left + 60), Some(60), stands);
        ["renewal-open", "renewal-late", "renewal-critical", "outcome-missing"]
            .into_iter()
            .filter(|code| trial.event(code).is_some())
            .collect()
    }

    #[test]
    fn only_the_nearest_of_120_90_and_30_days_is_raised() {
        use Renewal::{InTalks, NotStarted, Signed, VerbalYes};
        assert!(raised(121, NotStarted).is_empty());
        assert_eq!(raised(120, NotStarted), ["renewal-open"]);
        assert_eq!(raised(91, NotStarted), ["renewal-open"]);
        assert_eq!(raised(90, NotStarted), ["renewal-late"]);
        assert_eq!(raised(31, NotStarted), ["renewal-late"]);
        assert_eq!(raised(30, NotStarted), ["renewal-critical"]);
        assert!(raised(90, InTalks).is_empty());
        assert_eq!(raised(30, InTalks), ["renewal-critical"]);
        assert!(raised(5, VerbalYes).is_empty());
        assert!(raised(5, Signed).is_empty());
    }

    #[test]
    fn the_sentences_name_the_days() {
        let mut trial = Trial::new();
        let end = NaiveDate::from_ymd_opt(2027, 3, 31).expect("a date");
        trial.contract(end, Some(60), Renewal::NotStarted);
        let text = trial.event("renewal-late").expect("69 days before 30 Jan");
        assert_eq!(text, "Renewal talks late: should have begun 2 Oct");
        trial.contract(ahead(12), None, Renewal::NotStarted);
        let text = trial.event("renewal-critical").expect("raised");
        assert_eq!(text, "Renewal critical: ends 4 Dec (12 d), talks not started.");
    }

    #[test]
    fn an_end_without_an_outcome_is_told_unless_it_is_older_than_the_account() {
        let mut trial = Trial::new();
        trial.contract(ago(0), None, Renewal::InTalks);
        assert!(trial.found("outcome-missing").is_none(), "ends today");
        trial.contract(ago(1), None, Renewal::VerbalYes);
        let text = trial.event("outcome-missing").expect("raised");
        assert_eq!(text, "Contract ended 21 Nov: renewed until when, or lost?");
        trial.contract(ahead(0), Some(30), Renewal::InTalks);
        assert!(trial.found("outcome-missing").is_none(), "asked, but no signal before the end");
        trial.contract(ago(1), Some(30), Renewal::InTalks);
        let text = trial.event("outcome-missing").expect("raised");
        assert_eq!(text, "Contract ended 21 Nov, no notice recorded: renewed until when, or lost?");
        trial.contract(ago(0), None, Renewal::Signed);
        assert!(trial.found("outcome-missing").is_none());
        trial.contract(ago(1), None, Renewal::Signed);
        assert!(trial.gap("outcome-missing"), "until when now?");
        trial.contract(ago(1), None, Renewal::Lost);
        assert!(trial.found("outcome-missing").is_none());
        trial.contract(ago(366), None, Renewal::NotStarted);
        assert!(trial.gap("outcome-missing"));
    }

    #[test]
    fn who_gave_notice_has_no_renewal_to_talk_about() {
        let mut trial = Trial::new();
        trial.contract(ahead(12), None, Renewal::NotStarted);
        trial.records.account.status = Status::Notified;
        assert!(trial.found("renewal-critical").is_none());
    }
}
