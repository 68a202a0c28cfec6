//! The 90-day plan: what will be done.

use super::concepts;

concepts! { Plan;
    "plan" "90-day plan"
        "A cycle of 90 days, one running an account, with one to three priorities. At its end each open step is carried, dropped with a reason, or done."
        "What has no day is not done; steps ticked off in time carry it."
        [STRATEGY OWN] see "priority" "step" "completion" "plan-late";
    "priority" "Priority"
        "What a cycle is for: renewal, upsell, cross-sell, executive, adoption, repair or goal, with its measure of success. Three at most."
        "Who wants five things gets none; you choose three at most, and steps serve them."
        [STRATEGY] see "plan";
    "step" "Step"
        "One action: what, who (me, a colleague, the client), by when. Steps without a plan are loose and allowed."
        "The next thing to do is all that moves an account; Space when it is done, t for another day."
        [OWN] see "promise" "meeting" "plan";
    "promise" "Promise"
        "A step that the client was told of. It names who on our side checked that it can be kept; unchecked is shown."
        "Trust is counted in kept promises; keep it, or tell them the new day before the old one."
        [GUIDE] see "promise-late" "completion";
    "meeting" "Meeting"
        "Check-in, strategic review, QBR, growth conversation, sponsor, renewal or listening, with time, people and agenda. Done, it becomes a talk."
        "Prepared talks are the ones that move something; Space turns it into a talk."
        [SUCCESS STRATEGY] see "step";
    "completion" "Completion"
        "How much of what was due was done in time. A step due today and still open is not yet due; moving a step does not move its first day. Promises are counted alike."
        "A plan half done teaches the client not to believe the next one; steps done by their first day lift it."
        = "steps done by their first promised day ÷ steps due by today or done" [CONSULTANT OWN] see "plan-slipping";
    "playbook" "Playbook"
        "Steps that somebody thought through before, with advice, started for one account and dated from a start, the act-by date or a meeting. Started twice it updates its open steps. Yours can stand beside ours, as files."
        "Nobody has to think it through twice in a bad hour; p starts it, and its steps are dated."
        [GUIDE] see "step";
    "agenda" "Agenda"
        "All that has a day, over the whole book: steps, promises, meetings, act-by and end dates, goals, surveys, birthdays, what was put off. What the rules ask for, as talks and reviews, has a day that nobody promised, and is asked for rather than overdue."
        "One list answers what today wants; Space does it, t moves it, and nothing is looked for twice."
        [OWN] see "waiting for" "load" "cadence";
    "waiting for" "Waiting for"
        "A step that somebody else is to do: a colleague, or the client. It stands under who does it, also without a day, and is no load of yours."
        "What others owe is forgotten first; ask on its day, or hand it over with f."
        [FIELD] see "agenda" "step";
    "load" "Load of a day"
        "Steps, promises, milestones and meetings of your own on a day. From {day-full} on the day is full, marked !; a day away is marked ~."
        "A day too full breaks promises before anybody sees it; t moves a step, v marks several."
        [OWN] see "agenda";
    "qbr" "QBR"
        "Quarterly business review with the client: feedback by level first, then value, goals, promises, what went badly, what comes."
        "It is where value is seen and renewals are decided early; holding it on time moves it."
        [SUCCESS STRATEGY] see "meeting" "qbr-late";
    "own review" "Own review"
        "You look at an account by yourself: what changed, its signals, its score, the next step."
        "Ten minutes a week find what no report tells; saying that you looked sets the clock back."
        [OWN] see "cadence" "own-review-late";
}
