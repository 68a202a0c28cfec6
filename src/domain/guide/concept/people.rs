//! Who we know: the map, its seats, how fresh it is.

use super::concepts;

concepts! { People;
    "contact" "Contact"
        "The record of one person at a client. Who left is shown for {left-shown} more; answers given before stop counting from that day."
        "Accounts are people: who is not written down is missed by nobody; talks and still true keep the record alive."
        [SUCCESS] see "map" "level" "role";
    "level" "Level"
        "Decision makers (strategic: CxO, SVP, some VPs), influencers (tactical: directors, managers), users (operational). The title proposes it; a VP is proposed as uncertain, for VPs sit on both."
        "Users decide whether it works, deciders whether it stays; you accept or correct what the title proposes."
        [SUCCESS] see "map" "coverage";
    "map" "The map"
        "Three rows, one a level, with as many seats as we want to know people there. An empty seat is the news: it can be chosen and filled. Who has no level stands under the map, not placed."
        "It shows at a glance where one goodbye would cut us off; people named, placed and talked to fill it."
        [SUCCESS] see "target contacts" "seat" "coverage" "complete map";
    "seat" "Seat"
        "One wanted contact on a level: name, latest NPS answer or ? where asked and silent, title or days since the last talk. ★ champion, $ buyer, ✕ left, ~ getting old."
        "The empty one is your next introduction; Enter fills it."
        [SUCCESS] see "target contacts" "freshness";
    "target contacts" "Target contacts"
        "How many people a level should have, by ARR in the base currency: {targets}."
        "A large account needs more than one friend; its ARR moves the number."
        [SUCCESS OWN] see "map" "arr";
    "freshness" "Freshness"
        "How much a record of a person can still be trusted. People change: it falls from 1 to 0 in a straight line over {rot-days}, about 6 % a month. A two-way talk, an answer or still true verifies it again."
        "A name from two years ago opens no door; a talk, an answer or still true brings it back to 1."
        = "max(0, 1 − time since verified ÷ {rot-days})" [SUCCESS] see "coverage" "still true";
    "still true" "Still true"
        "One key that says: I looked, it is as it stands here. The record is fresh again from today."
        "Looking is enough, typing it again is not needed; the key sets the day to today."
        [OWN] see "freshness";
    "coverage" "Coverage"
        "How much of the map is filled with people we know freshly. It is biased upward: decision makers count most."
        "Where nobody above is known, the renewal is decided without us; fill empty seats, upper ones first, and verify who sits there."
        = "of a level: min(Σ freshness, target) ÷ target; of the account: {deciders} decision makers + {influencers} influencers + {users} users" [SUCCESS OWN] see "freshness" "target contacts" "revenue coverage";
    "single-threaded map" "Single-threaded"
        "Fewer than two people with freshness of a third or more, or all of them on one level: one goodbye and nobody there knows us."
        "One goodbye and we know nobody; a second person on another level ends it."
        [GUIDE STRATEGY] see "freshness" "single-threaded";
    "role" "Roles"
        "Champion, potential champion, economic buyer, technical evaluator, end user, executive sponsor, blocker. One person may have several."
        "Without a champion nobody speaks for us, without a buyer nobody signs; you name them in the person's form."
        [STRATEGY GUIDE] see "champion-left" "role-missing";
    "complete map" "Complete map"
        "Every target met, a champion, an economic buyer, and reports-to set above the users. The share of accounts with one is a leading figure."
        "Complete maps renew more often; name the roles, fill the seats, set who reports to whom."
        [SUCCESS] see "leading figures";
    "warmth" "Warmth"
        "The map by the last two-way talk: warm within 30 days, working within 90, cold before that or never."
        "A cold decider is a stranger at renewal; a two-way talk warms."
        [OWN] see "two-way talk";
    "power" "Power"
        "The map by influence and stance: opponents, neutral ones, supporters. An honest map shows the opponents too."
        "An opponent left out of the drawing still votes; you set influence and stance as you learn them."
        [FIELD] see "champion-left";
    "two-way talk" "Two-way talk"
        "A call or meeting that took place, or a message that was answered. A message without answer, a note, an imported task do not count as contact."
        "Only what comes back is contact; a call held or an answer received counts."
        [OWN] see "warmth" "cadence-late";
}
