//! The loyalty ladder and the six growth steps.

use super::concepts;

concepts! { Growth;
    "loyalty" "Loyalty ladder" "1 locked in: leaving is painful. 2 liked: they like the people. 3 partner: we help them think better, and only this one grows. You set the step with a line of evidence; what the record says stands beside it." [LADDER] see "ladder evidence" "talk mix" "retention-talk";
    "ladder evidence" "Evidence of the ladder" "Fewer than {ladder-talks} tagged two-way talks: no evidence. 3 with a growth share of {partner-share} or more and two of the three growth topics; 2 with a mean mood of {liked-mood} or better, or NPS of {liked-nps} or more; else 1." [OWN] see "loyalty" "talk mix";
    "talk mix" "Talk mix" "Topics of talks are retention (delivery update, issue, renewal) or growth (their goals, a risk seen ahead, an idea brought). Looked at over {ladder-window} or two talk intervals, whichever is longer; missed meetings are left out." = "growth mentions ÷ tagged mentions" [LADDER OWN] see "loyalty" "reactive share";
    "reactive share" "Reactive share" "How much of the talk the client started or was about issues. 80 % is the disease: we only ever answer." = "talks the client started or about issues ÷ all talks" [CONSULTANT] see "talk mix";
    "silent stagnation" "Silent stagnation" "Paid a year ago and ARR without price moves still within {still-within}, and not at risk: it says for how many years. Content, and quietly on the way out." [LADDER OWN] see "stagnation" "shrinking account";
    "shrinking account" "Shrinking" "ARR without price moves more than {still-within} under that of a year ago." [LADDER OWN] see "shrinking" "silent stagnation";
    "growth steps" "Six growth steps" "1 understand, 2 qualify, 3 execute, 4 loyalty, 5 growth conversation, 6 review. Each is lit or says why it is dark and what would light it. Maintenance accounts have 1, 2 and 6 only." [LADDER] see "discovery" "growth verdict" "loyalty" "growth conversation";
    "discovery" "Discovery" "What success is in 12 months, what stands in the way, how it is measured, what worked before, what frustrated; objectives, pain points, success metrics; what was asked for against what is needed. Lights growth step 1 for {discovery-holds}." [LADDER CONSULTANT] see "growth steps" "discovery-old";
    "growth verdict" "Growth realistic or not" "A dated verdict with its why. Lights growth step 2 for {qualification-holds}." [LADDER] see "growth steps";
    "growth conversation" "Growth conversation" "A talk with a decision maker or influencer about their goal, a risk ahead, our idea and the next step. One within {growth-talk-every} and one planned light growth step 5." [LADDER] see "growth steps" "talk mix";
}
