//! What clients say when they are asked.

use super::concepts;

concepts! { Feedback;
    "nps" "NPS"
        "Would you recommend us, 0 to 10: promoters 9-10, passives 7-8, detractors 0-6. Each contact's latest answer within {nps-days} counts; an anonymous one counts as one. Without answers there is no NPS: silence is never 0. Under {few-answers} answers they are shown one by one."
        "Detractors leave and talk about it; closing the loop and asking again move it."
        = "round(100 × (promoters − detractors) ÷ answers)" [SUCCESS] see "levels disagree" "response rate" "open-detractor";
    "scales" "Scales"
        "NPS (0-10), CES (1-7), CSAT (1-5), stars (1-5), perceived value (1-10): each is kept under its own scale and none is ever read as another. Averages from elsewhere are refused."
        "Figures of different questions say nothing together; each answer moves its own alone."
        [SUCCESS] see "nps" "perceived value";
    "driver" "Driver"
        "What an answer is about: product, support, price, delivery, relationship, value, other. One question, one why, one driver: under three minutes."
        "It says what to repair first; the answers of detractors move it to the top."
        [SUCCESS] see "nps";
    "feedback agreement" "Feedback agreement"
        "The client agreed to be asked twice a year and to hear the results once a year. Surveys are due only where there is one."
        "Who agreed to be asked answers; you close it once and write down the day."
        [SUCCESS] see "survey-due";
    "response rate" "Response rate"
        "Who answered of those asked. Want {response-wanted}, the best reach {response-best}. The silent ones are listed by level, for a call."
        "Silence is the worst answer, and the earliest warning; a call to the silent ones lifts it."
        = "contacts invited within {survey-every} with an answer on or after their latest invitation ÷ contacts invited" [SUCCESS] see "low-response";
    "levels disagree" "Levels disagree"
        "The NPS of two levels lies {levels-apart} or more apart: they live in different worlds, and a review must speak of that first."
        "Content users under an angry boss do not renew; listen on the lower level first, then ask again."
        [OWN] see "nps" "levels-disagree";
    "upset client" "Upset"
        "A talk in mood −2, or two at −1 or worse within {upset-days}."
        "Anger that is heard fades, anger that waits leaves; a talk in better mood ends it."
        [OWN] see "upset" "closing";
    "closing" "Closing the loop"
        "A detractor or an upset client is settled only by a later talk with that person in a mood of 0 or better, or by you, with a reason."
        "A detractor who is heard often stays longest; a talk in a mood of 0 or better closes it."
        [SUCCESS OWN] see "open-detractor" "upset";
    "revenue state" "Revenue safe, at risk, unknown"
        "Unknown without an answer in {heard-days}; else at risk where NPS is below 0 or the score below {risk-below}; else safe."
        "Money of people whom nobody asked is not safe; an answer, and then its points, move it."
        [FIELD] see "revenue coverage" "nps";
    "revenue coverage" "Revenue coverage"
        "How much of the book's revenue has said how it feels lately. Aim for {coverage-aim}."
        "A forecast over silent accounts is a guess; each account heard from lifts it."
        = "ARR of the accounts heard from within {heard-days} ÷ ARR" [FIELD] see "revenue state";
    "perceived value" "Perceived value"
        "What they get from us in their own words, 1 to 10, with person and day, asked at each review. The most telling figure: a high NPS with a low perceived value still leaves."
        "A high NPS with little value felt still leaves; show the result, let them confirm it, ask again."
        [CONSULTANT] see "value-unfelt" "value item";
    "mood" "Mood"
        "How a talk felt, from −2 (angry) to +2 (delighted)."
        "It falls before the figures do; the next talk moves it."
        [OWN] see "upset client";
}
