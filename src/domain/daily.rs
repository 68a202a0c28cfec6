//! The one line that is said at the first start of a day: what the day asks for, and no more.
//!
//! ```text
//! 2 calls, 1 promise, Adatum notice in 12 d
//! ```

use super::agenda::{Agenda, Due, What};
use super::day::shift;
use super::standing::Group;
use chrono::NaiveDate;

/// The program's note of the day on which it was said last.
pub const SAID: &str = "daily line said";

/// Days ahead in which the last day to give notice is told.
pub const NOTICE_AHEAD: i64 = 14;

/// Kinds that are counted, each with its word for one and for several.
const COUNTED: [(What, &str, &str); 6] = [
    (What::Meeting, "meeting", "meetings"),
    (What::Promise, "promise", "promises"),
    (What::Step, "step", "steps"),
    (What::Milestone, "milestone", "milestones"),
    (What::Opportunity, "talk about an opportunity", "talks about opportunities"),
    (What::Birthday, "birthday", "birthdays"),
];

/// Whether a day before the one looked at was the last on which it was said.
#[must_use]
pub fn is_due(noted: Option<&str>, today: NaiveDate) -> bool {
    noted.and_then(|noted| noted.parse::<NaiveDate>().ok()).is_none_or(|said| said != today)
}

/// What the day asks for; `now` counts the accounts that need somebody now. None: the day asks for
/// nothing.
#[must_use]
pub fn line(agenda: &Agenda, now: usize) -> Option<String> {
    let today = agenda.today;
    let dues: Vec<&Due> =
        agenda.days.iter().filter(|day| day.on == today).flat_map(|day| &day.dues).collect();
    let mut parts: Vec<String> = Vec::new();
    let calls = dues.iter().filter(|due| is_call(due)).count();
    parts.extend(counted(calls, "call", "calls"));
    for (what, one, several) in COUNTED {
        let count = dues.iter().filter(|due| due.what == what && !is_call(due)).count();
        parts.extend(counted(count, one, several));
    }
    let late = agenda.late.len();
    parts.extend((late > 0).then(|| format!("{late} late")));
    let until = shift(today, NOTICE_AHEAD);
    let mut notices = agenda
        .days
        .iter()
        .filter(|day| day.on <= until)
        .flat_map(|day| &day.dues)
        .filter(|due| due.what == What::Notice);
    if let Some(next) = notices.next() {
        let more = notices.count();
        let more = if more > 0 { format!(" +{more}") } else { String::new() };
        let when = match (next.on - today).num_days() {
            0 => "today".to_owned(),
            days => format!("in {days} d"),
        };
        parts.push(format!("{} notice {when}{more}", next.name));
    }
    if parts.is_empty() && now > 0 {
        let (needs, who) = if now == 1 { ("needs", "account") } else { ("need", "accounts") };
        return Some(format!("Nothing is due today; {now} {who} {needs} you {}", Group::Now));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A step whose title begins with what it is: `Call J. Roy`, `Phone the silent ones`.
fn is_call(due: &Due) -> bool {
    let first = due.text.split_whitespace().next().unwrap_or_default().to_lowercase();
    due.what == What::Step && matches!(first.as_str(), "call" | "phone" | "ring")
}

fn counted(count: usize, one: &str, several: &str) -> Option<String> {
    (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { several }))
}

#[cfg(test)]
mod tests {
    use super::super::agenda::agenda;
    use super::super::rules::Rules;
    use super::*;
    use crate::domain::signal::trial::{ago, ahead, today};

    fn due(on: NaiveDate, what: What, name: &str, text: &str) -> Due {
        Due { name: name.to_owned(), ..Due::new(on, what, text.to_owned()) }
    }

    fn said(dues: Vec<Due>, now: usize) -> Option<String> {
        line(&agenda(dues, &Rules::default(), today(), ahead(30)), now)
    }

    #[test]
    fn it_says_what_the_day_asks_for() {
        let dues = vec![
            due(today(), What::Step, "Contoso", "Call J. Roy"),
            due(today(), What::Step, "Contoso", "Phone the silent ones"),
            due(today(), What::Step, "Contoso", "Call sheet to marketing"),
            due(today(), What::Promise, "Contoso", "ROI sheet"),
            due(ahead(1), What::Promise, "Contoso", "tomorrow's"),
            due(ago(1), What::Step, "Contoso", "late"),
            due(ahead(12), What::Notice, "Adatum", "last day to give notice"),
            due(ahead(14), What::Notice, "Litware", "last day to give notice"),
            due(ahead(15), What::Notice, "Fabrikam", "last day to give notice"),
        ];
        let wanted = "3 calls, 1 promise, 1 late, Adatum notice in 12 d +1";
        assert_eq!(said(dues, 5).as_deref(), Some(wanted));
    }

    #[test]
    fn a_quiet_day_says_who_needs_somebody_and_an_empty_one_nothing() {
        assert_eq!(said(Vec::new(), 0), None);
        let one = said(Vec::new(), 1).expect("a line");
        assert_eq!(one, "Nothing is due today; 1 account needs you NOW");
        let notice = due(today(), What::Notice, "Adatum", "last day");
        assert_eq!(said(vec![notice], 3).as_deref(), Some("Adatum notice today"));
        let asked = due(ago(3), What::Survey, "Adatum", "ask for feedback");
        assert_eq!(said(vec![asked], 0), None, "what waits is not late");
    }

    #[test]
    fn it_is_said_once_a_day() {
        assert!(is_due(None, today()) && is_due(Some("nonsense"), today()));
        assert!(is_due(Some("2026-11-21"), today()));
        assert!(!is_due(Some("2026-11-22"), today()));
    }
}
