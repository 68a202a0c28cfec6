//! Where an account could grow, and what it has had from us.

use super::concepts;

concepts! { Expansion;
    "opportunity" "Opportunity"
        "Business that could grow out of an account: what kind, what a year of it is worth, how easy (1-5), how far (idea, validated, proposed, won, lost, parked), when, who inside carries it. Talks are logged against it over months. {pursued-at-once} a quarter with a case are enough."
        "Growth that nobody wrote down is nobody's work; talks, answered questions and checks carry it on."
        [GUIDE] see "rank" "three questions" "six checks" "verdict" "expansion-quiet";
    "rank" "Rank of opportunities"
        "Which one first."
        "The best hour goes to the best chance; a higher value or more ease moves it up."
        = "annual value × ease ÷ 5" [GUIDE] see "opportunity";
    "three questions" "Three questions"
        "Does it solve a real problem? Have they voiced interest or frustration? Is the timing right? One no is enough to wait."
        "Most deals that die were never wanted; you ask, and write down yes or no."
        [CONSULTANT] see "verdict";
    "six checks" "Six checks"
        "Fits their goals; a measurable case; a champion inside; deliverable without hurting today's service; fits their budget's timing; a pilot or a proof."
        "Each one open is a way for the deal to die; you tick off what is true."
        [GUIDE] see "verdict";
    "verdict" "Verdict on an opportunity"
        "Account in risk: repair first. A no among the three questions: wait. One not asked yet: validate. Three yes and {pursue-checks} checks or more, champion and deliverable among them: pursue. Else validate, with what is missing."
        "It keeps you from selling to somebody who is on fire; repair, answers and checks move it."
        [GUIDE CONSULTANT] see "three questions" "six checks" "expansion-ready";
    "hint" "Hints of growth"
        "Seats {seats-full} used, usage up {usage-rise}, they asked for it, new funding, new leadership, a new market, a promoter."
        "They grow before they say so; use, their own words and news of them bring it up."
        [GUIDE] see "expansion-hint";
    "whitespace" "What they don't buy yet"
        "Units of the client against our offerings (10 at most): won, open, possible, blocked. A possible one becomes an opportunity with one key."
        "What they buy elsewhere, or not at all, is the room there is; each cell you mark moves it."
        [FIELD] see "opportunity";
    "value item" "Value delivered"
        "A result with its day: time saved, revenue up or cost down; amount, unit, source, and who at the client confirmed it. Those of a quarter make the value summary."
        "Nobody renews for what was forgotten; you write down a result, and they confirm it."
        [GUIDE] see "perceived value" "no-value";
    "goal" "Their goals"
        "What the client wants to reach: metric, start, now, target, due, the offering that serves it, one metric for them and one for the relationship."
        "They pay for their goals and not for our product; progress that you enter moves it."
        = "progress = (now − start) ÷ (target − start), from 0 to 1; due = share of the time that has passed" [CONSULTANT STRATEGY] see "factor";
    "advocate" "Advocate"
        "An account in the magic quadrant: content and large. It can be asked for a referral, cross-sell, a review, to speak, a testimonial."
        "A happy client sells better than you do; a high NPS makes one, and asking uses it."
        [SUCCESS] see "quadrant" "advocate-unused";
}
