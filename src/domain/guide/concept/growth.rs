//! The loyalty ladder and the six growth steps.

use super::concepts;

concepts! { Growth;
    "loyalty" "Loyalty ladder"
        "1 locked in: leaving is painful. 2 liked: they like the people. 3 partner: we help them think better, and only this one grows. You set the step with a line of evidence; what the record says stands beside it."
        "Only a partner grows with you; talks about their goals, risks ahead and ideas carry it up."
        [LADDER] see "ladder evidence" "talk mix" "retention-talk";
    "ladder evidence" "Evidence of the ladder"
        "Fewer than {ladder-talks} tagged two-way talks: no evidence. 3 with a growth share of {partner-share} or more and two of the three growth topics; 2 with a mean mood of {liked-mood} or better, or NPS of {liked-nps} or more; else 1."
        "We like to think we are partners; the topics you mark in talks decide."
        [OWN] see "loyalty" "talk mix";
    "talk mix" "Talk mix"
        "Topics of talks are retention (delivery update, issue, renewal) or growth (their goals, a risk seen ahead, an idea brought). Looked at over {ladder-window} or two talk intervals, whichever is longer; missed meetings are left out."
        "Whoever only delivers and repairs is a supplier; bring their goal, a risk or an idea into the next talk."
        = "growth mentions ÷ tagged mentions" [LADDER OWN] see "loyalty" "reactive share";
    "reactive share" "Reactive share"
        "How much of the talk the client started or was about issues. 80 % is the disease: we only ever answer."
        "Who only ever answers never leads; a talk that you start about them lowers it."
        = "talks the client started or about issues ÷ all talks" [CONSULTANT] see "talk mix";
    "silent stagnation" "Silent stagnation"
        "Paid a year ago and ARR without price moves still within {still-within}, and not at risk: it says for how many years. Content, and quietly on the way out."
        "Content and flat is the quiet way out; a growth conversation breaks it."
        [LADDER OWN] see "stagnation" "shrinking account";
    "shrinking account" "Shrinking"
        "ARR without price moves more than {still-within} under that of a year ago."
        "They leave a seat at a time; find the reason before the contract does."
        [LADDER OWN] see "shrinking" "silent stagnation";
    "growth steps" "Six growth steps"
        "1 understand, 2 qualify, 3 execute, 4 loyalty, 5 growth conversation, 6 review. Each is lit or says why it is dark and what would light it. Maintenance accounts have 1, 2 and 6 only."
        "Growth skips no step; each dark one names the act that lights it."
        [LADDER] see "discovery" "growth verdict" "loyalty" "growth conversation";
    "discovery" "Discovery"
        "What success is in 12 months, what stands in the way, how it is measured, what worked before, what frustrated; objectives, pain points, success metrics; what was asked for against what is needed. Lights growth step 1 for {discovery-holds}."
        "Without it you sell what you have and not what they need; five questions in one talk light it."
        [LADDER CONSULTANT] see "growth steps" "discovery-old";
    "growth verdict" "Growth realistic or not"
        "A dated verdict with its why. Lights growth step 2 for {qualification-holds}."
        "An honest no saves a year of trying; you write it with its reason."
        [LADDER] see "growth steps";
    "growth conversation" "Growth conversation"
        "A talk with a decision maker or influencer about their goal, a risk ahead, our idea and the next step. One within {growth-talk-every} and one planned light growth step 5."
        "Growth begins in a talk that is not about trouble; hold one, and plan the next."
        [LADDER] see "growth steps" "talk mix";
}
