//! Revenue, contract, renewal, forecast.

use super::concepts;

concepts! { Revenue;
    "revenue history" "Revenue history"
        "Entries with a day: opening, new, expansion, contraction, price, churn, reactivation, one-time. Changing ARR appends an entry; a churn in the future shows as notified. An opening of today leaves growth unknown."
        "Growth, retention and the order of the list all stand on it; each entry moves them."
        [FIELD] see "arr" "retention";
    "contract" "Contract"
        "Start, end, notice, who may give it, whether it renews itself, term. Before a term ends somebody has to decide; when, is the act-by date."
        "A date nobody wrote down is missed; the contract's form moves all that hangs on it."
        [STRATEGY] see "act-by";
    "act-by" "Act-by date"
        "The last day to give notice. Without a notice clause, or where the contract does not renew itself, it is the end. Both days are shown."
        "After it the client cannot leave, or we cannot stay; the contract's end and notice move it."
        = "end − notice; a month back from the 31st is the last day of a shorter month" [STRATEGY OWN] see "renewal talks" "outcome question";
    "renewal talks" "Renewal talks"
        "They start {renewal-open} before the act-by date, are late at {renewal-late} and critical at {renewal-critical} unless there is a yes. Only the nearest of the three is raised."
        "Who starts late sells on price; starting them, and writing down the yes, moves them on."
        [STRATEGY OWN] see "act-by" "renewal-open" "renewal-late" "renewal-critical";
    "renewal status" "Renewal status"
        "Not started, in talks, verbal yes, signed, lost."
        "It says whether the money is promised; you move it in the contract's form."
        [STRATEGY] see "renewal talks";
    "outcome question" "Outcome question"
        "After the act-by date of a contract that renews itself: no notice recorded, renewed to …? After the end without an outcome it is a signal."
        "An outcome nobody wrote down falsifies every figure after it; one form answers it."
        [OWN] see "outcome-missing" "act-by";
    "my forecast" "My forecast"
        "What you think will become of a renewal: full, shrink or lost, how probable, the new amount. Asked once at {forecast-first} and once at {forecast-second} before the end. It stands beside the score and is never averaged with it."
        "Written down it can be compared, remembered it cannot; you say it, and a new one replaces it."
        [OWN] see "hit rate";
    "hit rate" "Hit rate"
        "How good your forecasts were: what you said, what happened, and the score 90, 60 and 30 days before each loss. 0 is perfect, 1 is always wrong."
        "It shows how far your feeling can be trusted; only renewals that came out move it."
        = "mean of the square of p − 1 where it happened, of p where it did not" [OWN] see "my forecast";
    "forecast" "Forecast of a quarter"
        "The renewals that end in it: due, signed, commit (a chance of {forecast-commit} or more), expected (ARR × the chance that it renews), at risk (a chance under {forecast-risk}, or a score at risk). What nobody said anything of is counted apart; lost at 80 % is a chance of 20 %."
        "It says what will come as far as it is known; your forecast of each renewal moves it."
        = "expected = Σ ARR × p; signed counts 1, lost 0, what shrinks its new amount" [OWN] see "my forecast" "hit rate" "quarter target";
    "quarter target" "Target of a quarter"
        "What you want a quarter to bring. The gap is the target less what is expected of the renewals and the expansion that is won; what is only proposed does not fill it."
        "A gap that is seen early can be filled; signed renewals and won expansion close it."
        = "gap = target − expected − won" [OWN] see "forecast";
    "loss" "Loss reasons"
        "Why an account or a contract was lost, and whether it could have been avoided."
        "A loss with its reason is paid for once; you write it with the outcome."
        [OWN] see "hit rate";
    "base currency" "Base currency"
        "The one that sums are made in. Another currency counts only where config.toml gives its rate; what has none is left out and named."
        "Sums over mixed money lie; a rate in config.toml lets a currency count."
        [OWN] see "arr";
}
