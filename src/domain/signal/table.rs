//! Every signal the program knows: one row each, in the order of their weight.

use super::Severity::{self, Note, Now, Soon};
use super::facts::Facts;
use super::found::Found;
use super::{
    adoption, book, champion, contact, contradiction, expansion, feedback, growth, health, money,
    people, plan, renewal, rhythm,
};

/// One rule: what it is called, how hard it knocks, and what answers it.
#[derive(Debug)]
pub struct Rule {
    /// As `champion-left`.
    pub code: &'static str,
    pub severity: Severity,
    /// For the list: at most 8 columns, so that it fits beside the act-by days.
    pub short: &'static str,
    /// What holds for the account, for a line about many of them: `champion gone`.
    pub title: &'static str,
    /// The playbook that answers it.
    pub playbook: Option<&'static str>,
    /// When it is raised, and what ends it.
    pub help: &'static str,
    /// The finding on one account, before it is calmed.
    pub(super) find: fn(&Facts<'_>) -> Option<Found>,
}

macro_rules! rules {
    ($($code:literal $severity:ident $short:literal $title:literal $playbook:expr, $find:path,
        $help:literal;)+) => {
        /// All of them: act signals first, each severity in the order of its weight.
        /// Sources: the account-management guide, CustomerGauge's Account Success process, the
        /// Loyalty Ladder; thresholds and order are this project's own decision.
        pub const SIGNALS: &[Rule] = &[$(Rule {
            code: $code, severity: $severity, short: $short, title: $title, playbook: $playbook,
            help: $help, find: $find,
        },)+];
    };
}

rules! {
    "health-risk" Now "risk" "health at risk" Some("account at risk"), health::risk,
        "The score is under {risk-below}. It ends when the score is back at {risk-below}; the costs say what to repair.";
    "champion-left" Now "champion" "champion gone" Some("champion left"), champion::left,
        "A champion left within {left-shown}, or has little influence now, and nobody took over. It ends with a new champion.";
    "open-detractor" Now "detract." "open detractor" Some("detractor and difficult conversation"), feedback::open_detractor,
        "The latest answer of a contact, or an anonymous one, is 0 to 6. It ends with a later talk with that person in a mood of 0 or better, or closed by hand with a reason.";
    "upset" Now "upset" "client upset" Some("detractor and difficult conversation"), feedback::upset,
        "A talk in mood −2, or two at −1 or worse within {upset-days}. It ends with a later talk with that person in a mood of 0 or better, or closed by hand with a reason.";
    "disengaging" Now "leaving" "disengaging" Some("account at risk"), health::disengaging,
        "Two of: usage low or falling, meetings missed, NPS or mood below zero.";
    "promise-late" Now "promise" "promise late" Some("recover from a mistake"), plan::promise_late,
        "A step that the client was told of is past its day. Do it, or agree on a new day.";
    "renewal-late" Now "renewal" "renewal talks late" Some("renewal"), renewal::late,
        "{renewal-late} or less before the act-by date and talks have not started.";
    "renewal-critical" Now "renewal" "renewal critical" Some("renewal"), renewal::critical,
        "{renewal-critical} or less before the act-by date without a yes.";
    "outcome-missing" Now "outcome" "renewal without outcome" None, renewal::outcome_missing,
        "The contract ended and nobody wrote down what became of it.";

    "health-drop" Soon "drop" "health falling" Some("listening session"), health::drop,
        "The score fell by {health-drop} or more against {health-drop-back} ago.";
    "factor-low" Soon "low" "one factor very low" Some("listening session"), health::factor_low,
        "A factor with fresh evidence is under {factor-low}.";
    "shrinking" Soon "shrinks" "shrinking" Some("account at risk"), money::shrinking,
        "ARR without price moves is more than {still-within} under that of a year ago.";
    "single-threaded" Soon "1 person" "single-threaded" Some("single-threaded"), people::single_threaded,
        "Fewer than two people with fresh records, or all on one level. Know two on two levels.";
    "level-gap" Soon "gap" "level without anybody" Some("single-threaded"), people::level_gap,
        "Nobody with a fresh record on a level that the map wants filled.";
    "role-missing" Soon "roles" "champion or buyer unknown" Some("single-threaded"), champion::role_missing,
        "No champion or no economic buyer is named on a Strategic or Growth account.";
    "champion-quiet" Soon "champion" "champion quiet" Some("quiet account"), champion::quiet,
        "No two-way talk with a champion for {champion-quiet} the talk interval.";
    "cadence-late" Soon "quiet" "talk overdue" Some("quiet account"), rhythm::cadence_late,
        "The last two-way talk is longer ago than the account's interval.";
    "strategic-late" Soon "review" "strategic review overdue" None, rhythm::strategic_late,
        "The last strategic review with the client, or QBR, is longer ago than the account's interval.";
    "qbr-late" Soon "QBR" "QBR overdue" Some("prepare the QBR"), rhythm::qbr_late,
        "The last QBR is longer ago than the account's interval.";
    "missed-meetings" Soon "missed" "meetings missed" Some("quiet account"), rhythm::missed_meetings,
        "{missed-meetings} or more agreed meetings did not take place within {missed-days}.";
    "levels-disagree" Soon "disagree" "levels disagree" Some("listening session"), feedback::levels_disagree,
        "The NPS of two levels lies {levels-apart} or more apart.";
    "low-adoption" Soon "adoption" "low adoption" Some("usage campaign"), adoption::low,
        "They use fewer than {few-features} core features.";
    "usage-falling" Soon "usage" "usage falling" Some("usage campaign"), adoption::falling,
        "Active seats are more than {usage-fall} below the last figure at least {usage-fall-back} old.";
    "tickets-high" Soon "tickets" "support weak" Some("listening session"), health::tickets_high,
        "The Support factor is under {support-weak}: open tickets, or slow answers.";
    "payment-late" Soon "payment" "invoices paid late" None, money::payment_late,
        "The last {payment-invoices} invoices were paid more than {payment-late} late on average.";
    "renewal-open" Soon "renewal" "renewal talks due" Some("renewal"), renewal::open,
        "{renewal-open} or less before the act-by date and talks have not started.";
    "stagnation" Soon "flat" "flat for a year or more" Some("stagnation to growth conversation"), money::stagnation,
        "ARR without price moves has stood still within {still-within} for a year.";
    "plan-late" Soon "plan" "cycle over" None, plan::late,
        "The 90 days of the cycle are over. Carry, drop or tick off each open step.";
    "plan-slipping" Soon "slipping" "plan slipping" Some("weekly internal sync"), plan::slipping,
        "Fewer than {slipping-below} of the steps due were done on time, with {slipping-due} or more due.";
    "sponsor-quiet" Soon "sponsor" "sponsor quiet" Some("executive sponsor programme"), champion::sponsor_quiet,
        "No two-way talk with an executive sponsor for {sponsor-every}, or none since the pair began.";
    "expansion-quiet" Soon "expand" "opportunity quiet" Some("expansion case"), expansion::quiet,
        "No talk about an open opportunity for {expansion-quiet}. It ends with a talk logged against it.";
    "value-unfelt" Soon "value" "value not felt" Some("listening session"), feedback::value_unfelt,
        "NPS is {liked-nps} or more, and yet they put the value they get at {value-low} or less, or confirmed none for {value-every}.";
    "contradiction" Soon "check" "figures disagree" None, contradiction::contradiction,
        "Two figures cannot both be true: healthy without a decision maker heard, a promoter with a severe ticket, a sure forecast without a decision maker, a case to pursue over a late promise, a partner with NPS below zero, a renewal step after the act-by date.";

    "thin-data" Note "record" "too little known" None, health::thin_data,
        "Less than {known-at-least} of the score's weight is known and fresh, or fewer than {factors-at-least} factors are in use. A Pulse digit, levels and a talk are the quickest.";
    "own-review-late" Note "review" "own review overdue" None, rhythm::own_review_late,
        "The last own review is longer ago than the interval.";
    "map-stale" Note "map" "map not revisited" Some("single-threaded"), people::map_stale,
        "Nobody on the map was verified for {map-revisited}.";
    "contacts-rotting" Note "contacts" "contacts getting old" None, people::contacts_rotting,
        "Contacts whose records are more than a year old: still there, still in that job?";
    "survey-due" Note "survey" "survey due" Some("survey and agreement"), feedback::survey_due,
        "They agreed to be asked, and contacts were last asked {survey-every} ago or longer.";
    "low-response" Note "silent" "few answers" Some("survey and agreement"), feedback::low_response,
        "Fewer than {response-wanted} of those asked within {survey-every} have answered. Call the silent ones.";
    "no-plan" Note "no step" "no plan" None, plan::missing,
        "A Strategic or Growth account without a running cycle.";
    "no-sponsor" Note "sponsor" "no executive sponsor" Some("executive sponsor programme"), champion::no_sponsor,
        "A Strategic account without a running pair of executive sponsors, theirs and ours.";
    "discovery-old" Note "discover" "discovery old" Some("discovery workshop"), growth::discovery_old,
        "The last discovery is more than {discovery-holds} old. It ends with a new one.";
    "no-value" Note "results" "no result written down" None, growth::no_value,
        "No result that they got was written down for {result-every}.";
    "retention-talk" Note "talk" "claim above evidence" Some("stagnation to growth conversation"), growth::retention_talk,
        "The loyalty step you set is higher than the talks on record show. It ends when they back it, or with a lower step.";
    "expansion-ready" Note "case" "opportunity ready" Some("expansion case"), expansion::ready,
        "An opportunity is to be pursued and no talk about it is planned.";
    "expansion-hint" Note "growth" "hint of growth" Some("expansion case"), expansion::hint,
        "Seats are {seats-full} used, usage is up {usage-rise}, or somebody is a promoter, and no opportunity is open.";
    "advocate-unused" Note "advocate" "advocate not asked" Some("magic quadrant"), book::advocate_unused,
        "A key account with an NPS of 0 or better, not at risk, whose promoters were asked for nothing within {advocate-every}: a referral, a review, a talk. It ends when they are asked.";
    "tier-differs" Note "tier" "tier differs" None, book::tier_differs,
        "ARR and open expansion suggest another tier than the one chosen; looked at every {tier-every}, for {tier-asked}. Change the tier, or say not here.";
    "birthday" Note "birthday" "birthday" None, contact::birthday,
        "A contact's birthday is within {birthday-ahead}.";
}

/// The row of a code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    SIGNALS.iter().find(|rule| rule.code == code)
}

#[cfg(test)]
mod tests;
