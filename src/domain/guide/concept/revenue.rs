//! Revenue, contract, renewal, forecast.

use super::concepts;

concepts! { Revenue;
    "revenue history" "Revenue history" "Entries with a day: opening, new, expansion, contraction, price, churn, reactivation, one-time. Changing ARR appends an entry; a churn in the future shows as notified. An opening of today leaves growth unknown." [FIELD] see "arr" "retention";
    "contract" "Contract" "Start, end, notice, who may give it, whether it renews itself, term. Before a term ends somebody has to decide; when, is the act-by date." [STRATEGY] see "act-by";
    "act-by" "Act-by date" "The last day to give notice. Without a notice clause, or where the contract does not renew itself, it is the end. Both days are shown." = "end − notice; a month back from the 31st is the last day of a shorter month" [STRATEGY OWN] see "renewal talks" "outcome question";
    "renewal talks" "Renewal talks" "They start {renewal-open} before the act-by date, are late at {renewal-late} and critical at {renewal-critical} unless there is a yes. Only the nearest of the three is raised." [STRATEGY OWN] see "act-by" "renewal-open" "renewal-late" "renewal-critical";
    "renewal status" "Renewal status" "Not started, in talks, verbal yes, signed, lost." [STRATEGY] see "renewal talks";
    "outcome question" "Outcome question" "After the act-by date of a contract that renews itself: no notice recorded, renewed to …? After the end without an outcome it is a signal." [OWN] see "outcome-missing" "act-by";
    "my forecast" "My forecast" "What you think will become of a renewal: full, shrink or lost, how probable, the new amount. Asked once at {forecast-first} and once at {forecast-second} before the end. It stands beside the score and is never averaged with it." [OWN] see "hit rate";
    "hit rate" "Hit rate" "How good your forecasts were: what you said, what happened, and the score 90, 60 and 30 days before each loss. 0 is perfect, 1 is always wrong." = "mean of the square of p − 1 where it happened, of p where it did not" [OWN] see "my forecast";
    "loss" "Loss reasons" "Why an account or a contract was lost, and whether it could have been avoided." [OWN] see "hit rate";
    "base currency" "Base currency" "The one that sums are made in. Another currency counts only where config.toml gives its rate; what has none is left out and named." [OWN] see "arr";
}
