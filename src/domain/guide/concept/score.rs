//! The health score and what stands around it.

use super::concepts;

concepts! { Score;
    "score" "Score"
        "The health of an account, 1 to 10: the mean of the factors that are known, each by its weight. Missing facts are neither good nor bad nor zero: an unknown factor leaves the weight."
        "It says in one figure whether you can sleep; the factor that costs most moves it most."
        = "Σ weight × score ÷ Σ weight, over known factors" [CONSULTANT OWN] see "known" "band" "cost" "range" "factor";
    "factor" "Factors"
        "Ten of them, in four dimensions: financial (Payment, Revenue), relationship (Pulse, Feedback, Coverage), operational (Usage, Support, Contact), strategic (Goals, Value). Each is measured, mine, or unknown."
        "A score that cannot be taken apart cannot be repaired; each factor names the act that moves it."
        [CONSULTANT OWN] see "mine" "weight" "in use";
    "mine" "Mine"
        "A factor scored by you, 1 to 10. It stands above the measure while it is fresh; then the measure returns, and the explanation says so. A reason is asked where it crosses 6 or lies 2 or more from the measure."
        "You know what no record says; a digit sets it, and it expires so that it stays true."
        [OWN] see "factor" "stale";
    "stale" "Stale"
        "Evidence older than its factor allows. The value stays, leaves what is known, and widens the range."
        "Old good news is no news; fresh evidence brings it back."
        [OWN] see "known" "range";
    "in use" "In use"
        "A factor counts for the book once {in-use-accounts} accounts or {in-use-share} of them hold a record of it; before that only for those that do. So a new book is not drowned in unknowns."
        "Nobody is warned of figures that nobody keeps; the first records of a factor bring it in."
        [OWN] see "factor";
    "weight" "Weights"
        "How much a factor counts, by the account's approach. They need not add up to 100: what counts is their share."
        "What decides in your trade must count most; approach and config.toml move it."
        [OWN] see "approach" "score";
    "known" "Known"
        "How much of the score rests on fresh evidence. Under {known-at-least}, or with fewer than {factors-at-least} factors in use, too little is known for a verdict."
        "A good score on little evidence is a guess; fresh records and own digits lift it."
        = "weight of known and fresh factors ÷ weight in use" [OWN] see "score" "thin-data";
    "range" "Range"
        "How low and how high the score may be: each unknown or stale factor at 1 and at 10. Shown where it is wider than 1."
        "It shows how much the unknown could hide; each factor known narrows it."
        [OWN] see "known";
    "band" "Risk, watch, healthy"
        "Risk under {risk-below}, watch under {watch-below}, healthy from there. Printed rounded toward the alarm: 5.96 is 5.9."
        "One word says whether to repair, watch or grow; the score moves it."
        [GUIDE OWN] see "score" "risk review" "health-risk";
    "cost" "Costs"
        "The points that a factor takes off the full 10: the dearest is where repair pays most. They sum to what the score lacks."
        "Repair where it pays most; the factor's own value and weight move it."
        = "weight ÷ Σ weight × (10 − score)" [OWN] see "score" "ways back";
    "ways back" "Ways back"
        "Every single factor that alone could lift a risk score to {risk-below}, the value it must reach, and the act that would do it. Payment and Revenue are not yours to move."
        "It turns worry into one act; each way names the value to reach and how."
        [OWN] see "cost" "what if";
    "what if" "What if"
        "Any factor moved on a copy: what the score would be. Nothing is written."
        "You see before you work whether it would be enough; left and right try it."
        [OWN] see "ways back";
    "risk review" "Risk review"
        "Opens with the score under {risk-below}: root cause (product, service, relationship), what must be true to close it, dates to look again, a sponsor where it is systemic. It closes with the score at {repaired-at} or better, or by you with a reason: time alone heals nothing."
        "Time heals no account; a cause, a criterion and dates do, and {repaired-at} or your word closes it."
        [GUIDE OWN] see "band" "health-risk";
    "trend" "Trend"
        "The score now against the last own review, else against the last day at least {trend-back} ago. A difference of printed tenths."
        "Falling from 9 is worse news than standing at 7; whatever moves the score moves it."
        [OWN] see "score";
    "completeness" "Completeness of the record"
        "How much of the record is filled in: level, tier, end date, ARR, goals, discovery and so on. Another number, never mixed into the score."
        "Gaps make the figures guess; each line filled in lifts it."
        [OWN] see "known";
    "rubric" "Rubric"
        "A line of text for each level of each factor: what a 3 looks like, what an 8. Yours to change in config.toml."
        "A 6 must mean the same next month; its lines are yours to write."
        [OWN] see "factor" "mine";
    "health over time" "History of the score"
        "One row an account and day on which a printed tenth, a source or the band changed. Where the rules changed in between, the row says so. A lost account keeps its last score and the reason."
        "A slow fall is seen by nobody from day to day; each day that changes something adds a row."
        [OWN] see "trend";
    "grid" "Grid"
        "Accounts by factors, as a spreadsheet has them: 7.4 is measured, 7 me is yours, ~ is stale, ? is unknown, – is not in use. A row keeps its place while you write; its number says where the list has it by now."
        "Thirty accounts are scored in the time of five, and what is old or unknown is seen at one glance; each digit moves score and order at once."
        [OWN] see "factor" "mine" "stale" "in use" "rubric";
}
