//! Why a factor or a signal matters, and what moves it: one sentence each, the second half of it
//! from the tables of the rules themselves.

use crate::domain::account::own_score::Factor;
use crate::domain::score::factor::Spec;
use crate::domain::signal::answer::answer;
use crate::domain::signal::table::Rule;

const fn factor(factor: Factor) -> &'static str {
    match factor {
        Factor::Payment => "Who pays late is short of money or of patience",
        Factor::Revenue => "Money says what words hide",
        Factor::Pulse => "You often feel it before a figure shows it",
        Factor::Feedback => "What they say of us decides before the contract does",
        Factor::Coverage => "Where few are known, one goodbye ends the account",
        Factor::Usage => "What is not used is not renewed",
        Factor::Support => "Open trouble outweighs every good word",
        Factor::Contact => "Silence is how accounts are lost",
        Factor::Goals => "They renew for their goals and not for our product",
        Factor::Value => "Content clients who feel no value still leave",
    }
}

/// `Silence is how accounts are lost; what raises it: a call or meeting.`
pub fn of_factor(spec: &Spec) -> String {
    let why = factor(spec.factor);
    match spec.act {
        Some(act) => format!("{why}; what raises it: {act}."),
        None => format!("{why}; it follows the client's own figures, no act of yours moves it."),
    }
}

const SIGNALS: &[(&str, &str)] = &[
    ("health-risk", "Under this line clients leave"),
    ("champion-left", "Nobody speaks for us inside any more, and a newcomer brings friends"),
    ("open-detractor", "A detractor who is not heard leaves and talks about it"),
    ("upset", "Anger that waits turns into a decision"),
    ("disengaging", "They are on their way out without saying so"),
    ("promise-late", "Trust is counted in kept promises"),
    ("renewal-late", "Who starts late has nothing left to offer but price"),
    ("renewal-critical", "After the day to act by, the decision is made without us"),
    ("outcome-missing", "Every figure of the book counts on an outcome nobody wrote down"),
    ("health-drop", "A fall from high up is seen too late if only the line is watched"),
    ("factor-low", "One weak spot is enough for a client to leave"),
    ("shrinking", "They leave a seat at a time"),
    ("single-threaded", "One goodbye and we know nobody"),
    ("level-gap", "What is decided on that level is decided without us"),
    ("role-missing", "Without a champion nobody speaks for us, without a buyer nobody signs"),
    ("champion-quiet", "A champion who is not talked to stops being one"),
    ("cadence-late", "Silence is how accounts are lost"),
    ("strategic-late", "Who never speaks of where they are going is a supplier"),
    ("qbr-late", "Value that is not shown is not paid for again"),
    ("missed-meetings", "Meetings are missed before contracts are ended"),
    ("levels-disagree", "Content users under an angry boss do not renew"),
    ("low-adoption", "Who uses little finds it easy to leave"),
    ("usage-falling", "People stop using it before the firm stops paying"),
    ("tickets-high", "Open trouble outweighs every good word"),
    ("payment-late", "Who pays late is short of money or of patience"),
    ("renewal-open", "There is still time to talk of value instead of price"),
    ("stagnation", "Content and flat is the quiet way out"),
    ("plan-late", "A plan that ended unseen teaches that plans mean nothing"),
    ("plan-slipping", "What slips now is late at the renewal"),
    ("sponsor-quiet", "A sponsor is of use only while the two speak"),
    ("expansion-quiet", "A deal that nobody speaks of dies"),
    ("value-unfelt", "High praise with little value felt still leaves"),
    ("contradiction", "Two figures cannot both be true, and one of them is trusted"),
    ("thin-data", "A verdict on so little would be a guess"),
    ("own-review-late", "Ten minutes of looking find what no report tells"),
    ("map-stale", "People move on while the map stands still"),
    ("contacts-rotting", "A name of last year opens no door"),
    ("survey-due", "They agreed to be asked; not asking says that it does not matter"),
    ("low-response", "Silence is the worst answer"),
    ("no-plan", "What has no day is not done"),
    ("no-sponsor", "Some doors open between executives alone"),
    ("discovery-old", "Their goals have moved on since"),
    ("no-value", "Nobody renews for what was forgotten"),
    ("retention-talk", "We like to think we are partners; their talk says otherwise"),
    ("advocate-unused", "A happy client sells better than you do"),
    ("expansion-ready", "A ready case that nobody brings up is lost growth"),
    ("expansion-hint", "They grow before they say so"),
    ("tier-differs", "Time goes where the tier says, and it may be the wrong place"),
    ("birthday", "A word on the day is remembered for a year"),
];

/// `Anger that waits turns into a decision; Space: write down a talk, p: the playbook …`
pub fn of_signal(rule: &Rule) -> Option<String> {
    let (_, why) = SIGNALS.iter().find(|(code, _)| *code == rule.code)?;
    let act = answer(rule.code).word();
    Some(match rule.playbook {
        Some(playbook) => format!("{why}; what answers it: {act}, or the playbook “{playbook}”."),
        None => format!("{why}; what answers it: {act}."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::table;

    #[test]
    fn every_signal_says_why_it_matters() {
        for rule in table::SIGNALS {
            assert!(of_signal(rule).is_some(), "{}", rule.code);
        }
        assert_eq!(SIGNALS.len(), table::SIGNALS.len(), "one that is gone");
    }
}
