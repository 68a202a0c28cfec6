//! Signals, and what keeps them calm; the order of the list.

use super::concepts;

concepts! { Signals;
    "signal" "Signal"
        "What a rule found about an account: now (act), soon (watch) or note. One sentence with its evidence, since when, and a key that does something about it."
        "It is the reason why an account asks for you today; what its line proposes ends it or lets it rest."
        [OWN] see "event or gap" "one cause" "in hand" "silence" "book line";
    "event or gap" "Event or gap"
        "What was never recorded (map, survey, review, discovery, sponsor, plan, value, level, first talk) is a gap: silent for {gap-rest} after the account came in, never in the order, then one question an account and week, for Strategic and Growth alone."
        "An empty field is no emergency; filling it in ends the question, and events go first."
        [OWN] see "signal";
    "one cause" "One cause, one line"
        "A signal stands for those that it explains; they become its evidence. A champion who left stands for the missing role, health at risk for the signals of its factors, too little known for all gaps."
        "Five alarms for one goodbye teach nobody anything; settle the cause and the rest goes with it."
        [OWN] see "signal";
    "in hand" "In hand"
        "An open step with a day that serves a signal lets it rest, until the step is {in-hand-late} late or the evidence worsens."
        "What is planned need not shout; a dated step puts a signal to rest, and lateness wakes it."
        [OWN] see "signal" "step";
    "silence" "Later and not here"
        "Later rests a signal until a day, {later-days} without one, or until it worsens. Not here switches it off for an account or a tier, for good or until a day; it is listed, and asked again after {not-here-days}."
        "A warning you have decided on is noise; the day, or a change for the worse, brings it back."
        [OWN] see "fine";
    "fine" "Fine"
        "Said in a review: what is shown rests for {later-days} unless it worsens."
        "Looking is work done, so it counts; it holds until something worsens."
        [OWN] see "silence";
    "group" "Groups of the list"
        "NOW: something to act on, not in hand; {now-shown} are shown, the rest leads SOON with !. SOON, TOO LITTLE KNOWN, IN HAND, FINE. Late promises, critical renewals and missing outcomes are never pushed out of NOW."
        "It says in one word whether you must act, watch, or may leave it; signals and dated steps move an account from one to another."
        [OWN] see "order";
    "order" "Order in a group"
        "The strongest signal counts most, the rest a little, and large accounts come first. An unknown ARR counts as the middle."
        "You start at the top and stop when the day is over; signals and ARR move an account up, steps take it out of the way."
        = "(strongest + {rest-part} of the rest, {rest-most} at most) × (1 + {arr-pull} ARR percentile); now {now-worth}, soon {soon-worth}, note {note-worth}" [OWN] see "group";
}
