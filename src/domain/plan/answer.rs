//! What a person does about a signal when they take it in hand: the first step, and by when. The
//! titles are this project's own; what they ask for is the signal's playbook.

/// The first step that answers a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The signal's code.
    pub code: &'static str,
    /// What the step is called unless somebody calls it otherwise.
    pub title: &'static str,
    /// Days until it is due.
    pub within: i64,
}

/// One row for each signal.
pub const ANSWERS: &[Answer] = &[
    answer("health-risk", "Find the root cause with the client", 7),
    answer("champion-left", "Ask who takes over, and meet them", 7),
    answer("open-detractor", "Call about the low answer", 2),
    answer("upset", "Call, listen, agree what happens next", 2),
    answer("disengaging", "Call the decision maker", 7),
    answer("promise-late", "Agree a new day for the promise", 1),
    answer("renewal-late", "Begin the renewal talks", 3),
    answer("renewal-critical", "Get a yes or a no on the renewal", 1),
    answer("outcome-missing", "Ask what became of the renewal", 2),
    answer("health-drop", "Listening session on what got worse", 7),
    answer("factor-low", "Listening session on the weakest factor", 7),
    answer("shrinking", "Ask what they no longer need, and why", 7),
    answer("single-threaded", "Ask for names on another level", 14),
    answer("level-gap", "Ask for a name on the empty level", 14),
    answer("role-missing", "Find out who decides and who is for us", 14),
    answer("champion-quiet", "Call the champion", 7),
    answer("cadence-late", "Call, with something of use to them", 7),
    answer("strategic-late", "Set a day for the strategic review", 14),
    answer("qbr-late", "Set a day for the QBR", 14),
    answer("missed-meetings", "Ask whether day and people still fit", 7),
    answer("levels-disagree", "Listening session with both levels", 14),
    answer("low-adoption", "Show the core features nobody uses", 14),
    answer("usage-falling", "Ask who stopped using it, and why", 7),
    answer("tickets-high", "Go through the open tickets with support", 3),
    answer("payment-late", "Ask about the late invoices", 7),
    answer("renewal-open", "Begin the renewal talks", 14),
    answer("stagnation", "Growth conversation: their goals, our idea", 14),
    answer("plan-late", "Close the cycle and begin the next", 3),
    answer("plan-slipping", "Cut the plan to what can be done", 7),
    answer("sponsor-quiet", "Set a day with the sponsor", 14),
    answer("value-unfelt", "Show the value in their own figures", 14),
    answer("contradiction", "Check which of the two figures is true", 7),
    answer("thin-data", "Fill in what is missing", 7),
    answer("own-review-late", "Review the account", 7),
    answer("map-stale", "Go through the map: who is still there?", 14),
    answer("contacts-rotting", "Check who is still in their job", 14),
    answer("survey-due", "Send the survey", 14),
    answer("low-response", "Call those who did not answer", 14),
    answer("no-plan", "Write the plan for 90 days", 7),
    answer("no-sponsor", "Find a sponsor on our side", 14),
    answer("expansion-hint", "Ask whether more seats would help", 14),
    answer("birthday", "Send birthday wishes", 7),
];

const fn answer(code: &'static str, title: &'static str, within: i64) -> Answer {
    Answer { code, title, within }
}

/// The row of a code.
#[must_use]
pub fn to(code: &str) -> Option<&'static Answer> {
    ANSWERS.iter().find(|answer| answer.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::table::SIGNALS;

    #[test]
    fn every_signal_has_an_answer_and_none_is_for_nothing() {
        let signals: Vec<&str> = SIGNALS.iter().map(|rule| rule.code).collect();
        let answers: Vec<&str> = ANSWERS.iter().map(|answer| answer.code).collect();
        assert_eq!(answers, signals);
        assert!(ANSWERS.iter().all(|answer| answer.within > 0));
    }
}
