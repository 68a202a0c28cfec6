//! The book: accounts, tiers, who counts, and the figures of all of them together.

use super::concepts;

concepts! { Book;
    "account" "Account"
        "A client firm. Prospect, active, notified (it leaves on a day) or lost: only active and notified accounts count in sums, lists and signals."
        "Only what counts is told to you: its status says whether it does, and a churn entry or a date of leaving moves it."
        [CONSULTANT] see "tier" "stage";
    "stage" "Stage of the client's life"
        "Onboarding, adopting, established, renewing, notice given. What grows an account depends on where in its life it stands."
        "The same offer is help in one stage and noise in another; you set the stage as their life with us goes on."
        [CONSULTANT];
    "tier" "Tier"
        "Strategic, Growth or Maintenance: how often an account is talked to and reviewed. You choose it; an account without one is judged as Maintenance and shown –. At risk is a state, not a tier."
        "It says how much of your week an account may ask for; you change it, and the figures only suggest."
        [STRATEGY CONSULTANT] see "suggested tier" "cadence";
    "cadence" "How often"
        "Each tier asks for a talk, an own review, a strategic review with the client and a QBR every so many days; an account may have intervals of its own."
        "Silence is how accounts are lost; a talk, a review or a QBR that took place sets its clock back."
        [STRATEGY CONSULTANT] see "tier" "communication plan" "away";
    "suggested tier" "Suggested tier"
        "Strategic are the largest accounts that together make {strategic-share} of the book's ARR, at least {strategic-least} in a book of {large-book} or more, at most {strategic-most}. Growth are those with validated and proposed business worth {growth-share} of their ARR, or among the largest {growth-top} of the accounts. The rest is Maintenance. You decide; the hours a week that the tiers cost stand beside it."
        "Time is given where the money and the room to grow are; revenue entries and opportunities move it."
        [STRATEGY OWN] see "tier" "key account" "tier-differs";
    "key account" "Key accounts"
        "The largest accounts that together make {key-share} of the book's ARR."
        "A handful of them carries the book, so what happens there is seen first; revenue entries move it."
        = "accounts by ARR, largest first, until their sum reaches {key-share} of the whole" [SUCCESS GUIDE] see "quadrant";
    "budget" "Retention and expansion budget"
        "{budget-least} to {budget-most} of the ARR of the key accounts is what the field spends on keeping and growing them."
        "Keeping costs less than winning back; it moves with the ARR of the key accounts."
        [GUIDE] see "key account";
    "approach" "Approach"
        "Customer success, account-based growth, value realisation or a blend of them: it chooses how much each factor of the score weighs."
        "The same facts weigh differently where use, growth or results decide; you choose it in the account's form."
        [GUIDE OWN] see "score" "weight";
    "communication plan" "Communication plan"
        "What was agreed with a client on how often, over which channels and about what you talk: own intervals, channels, a standing agenda. It goes before the tier."
        "What was agreed with them goes before what the tier asks; you write it in the account's form."
        [CONSULTANT] see "cadence";
    "away" "Away"
        "Days on which you are not there. The clocks of talks, reviews and surveys stand still; promises and act-by dates do not."
        "A holiday must not turn the whole list red; you enter the days, and the clocks stand still."
        [OWN] see "cadence";
    "colleague" "Colleague"
        "Somebody on our side: name and function. An account has a team; each contact may have an owner among us."
        "You are not alone with an account; who works for it is written down in its team."
        [SUCCESS CONSULTANT] see "sponsor pair";
    "sponsor pair" "Executive sponsor"
        "A senior person of ours paired with an executive of theirs. It carries when the person is senior, has a stake in the outcome, is respected and has time. Required on Strategic accounts."
        "A word between executives opens what no call of yours can; a talk with the sponsor keeps it alive."
        [SUCCESS CONSULTANT] see "sponsor-quiet" "no-sponsor";
    "arr" "ARR"
        "Annual recurring revenue. Never a field to fill in: it is what the revenue history adds up to on a day. The client's own turnover, which a CRM calls AnnualRevenue, is another figure."
        "It says what is at stake and orders the list; an entry of the revenue history moves it, nothing else does."
        = "Σ entries of the revenue history up to the day, one-time ones left out" [FIELD] see "revenue history";
    "quadrant" "Quadrant"
        "NPS across, ARR up. Magic: large and content, ask for more. Rescue: large and unhappy. Nurture: small and content. Question: small and unhappy. Who gave no answer stands in a lane of its own."
        "It says what to ask of an account: help, time or a referral; answers and revenue entries move it."
        = "split at NPS 0 (0 is right) and at the ARR of the smallest key account" [SUCCESS] see "nps" "key account" "advocate-unused";
    "retention" "Retention over a period"
        "What became of the accounts that paid at the start of a period, the last 365 days where you choose no other. New, reactivated and opening amounts stay outside and have lines of their own. A currency without a rate is left out and named."
        "A book that leaks cannot be filled from the top; renewals, growth and losses move it."
        = "end = start + new + reactivated + opening + expansion − contraction − churn" [FIELD] see "nrr" "grr" "logo retention" "churn";
    "nrr" "Net revenue retention"
        "What the accounts of the start pay at the end, growth included."
        "Over 100 % the book grows without a single new client; expansion lifts it, contraction and churn lower it."
        = "NRR = Σ end ÷ Σ start; NRR − GRR = expansion ÷ start" [FIELD] see "retention" "grr";
    "grr" "Gross revenue retention"
        "What is left of the revenue of the start, growth not counted: never over 100 %."
        "It shows the leak that growth elsewhere hides; only what shrinks or leaves moves it."
        = "GRR = Σ min(end, start) ÷ Σ start" [FIELD] see "retention" "nrr";
    "logo retention" "Logo retention"
        "How many of the accounts of the start still pay at the end."
        "Small clients leave unseen behind a large one; each that stays or goes moves it alike."
        = "accounts with ARR at both ends ÷ accounts with ARR at the start" [FIELD] see "retention";
    "churn" "Churn, contraction, expansion"
        "Churn: accounts that pay nothing any more. Contraction: those that pay less. Expansion: those that pay more; price moves are an of-which of it."
        "It is lost a year before it shows; renewals won and expansions sold move it."
        = "revenue churn = (churn + contraction) ÷ start" [FIELD] see "retention";
    "clv" "Customer lifetime value"
        "What an account is worth over its life. Only over a period of 365 days, and only with a margin (in config.toml) and some churn."
        "It says what keeping a client may cost; ARR, margin and churn move it."
        = "mean ARR × margin ÷ revenue churn" [FIELD] see "churn";
    "leading figures" "Leading figures"
        "What moves before revenue does: meetings attended, response hours, ideas brought, executives met, answers given, steps and promises kept, complete maps, reactive share."
        "They can still be changed, revenue of last quarter cannot; every talk, answer and kept promise moves them."
        [CONSULTANT STRATEGY] see "reactive share" "completion" "complete map" "response rate";
    "concentration" "Concentration"
        "The share of the book's ARR that the largest account, the five largest and the largest fifth of the accounts hold."
        "One goodbye must not sink the year; growth among the smaller accounts lowers it."
        [FIELD] see "arr";
    "attention ledger" "Whom the time goes to"
        "Talks and review minutes of {attention-days} against what each account pays and how it stands. Where both shares are {attention-apart} apart, and the larger is at least {attention-least}, the time is out of proportion; who is at risk and heard no talk stands first."
        "Time goes by itself to whoever calls, not to whoever needs it; a talk written down moves it."
        = "share of the time = (talks × 1 h + time in reviews) ÷ the same of the book" [CONSULTANT OWN] see "concentration" "tier";
    "runway" "Renewal runway"
        "The contracts whose last day to act or end lies within {runway-days}, month by month, with what they pay. What is over and not written down stands first, accounts without an end are named."
        "A renewal that is begun late is negotiated against the clock; talks, a yes and a new end move it."
        [STRATEGY OWN] see "act-by" "renewal talks" "my forecast";
    "what if over the book" "What if, over the book"
        "Weights, an account lost or won, a forecast, tried on a copy of the whole book: bands, order, retention, concentration and the ARR of a year ahead answer at once. What is tried counts as of today. Nothing is written, and leaving the page forgets it."
        "You see what one goodbye or one signature would do before it happens; only what you then do moves the book."
        [OWN] see "what if" "next year" "weight" "my forecast";
    "next year" "ARR in a year"
        "The ARR of today with what is written down for days ahead; a contract that ends within 365 days counts at the chance that your forecast gives it, one without a forecast counts whole, and that is said. Validated and proposed business stands beside it and is not counted."
        "It says what is already won for the next year; renewals, forecasts and notices move it."
        = "Σ ARR, each contract that ends within 365 days × its chance" [OWN] see "my forecast" "arr" "what if over the book";
    "book line" "Line for the whole book"
        "What holds for over {book-line-share} of the accounts and more than {book-line-over} of them is told once, on top of the list, instead of once an account."
        "What holds for everybody is one piece of work and no forty warnings; doing it once clears the line."
        [OWN] see "signal";
}
