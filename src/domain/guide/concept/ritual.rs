//! The week's work: the review, and what is written down in it.

use super::concepts;

concepts! { Week;
    "review" "Weekly review"
        "Half an hour on a Friday: what became of last week's promises, what changed, then one account after the other, then three promises for next week, and minutes. It can be left at any moment and goes on where it was left."
        "What is not looked at grows in the dark; a dated step or a plain fine for each account ends the week with nothing open in your head."
        [CONSULTANT OWN] see "queue" "fine" "top three" "minutes";
    "queue" "Who is in the review"
        "Whose own review is due, where something happened since the last one, and who stands in NOW or SOON. All others are the unchanged rest: one key finds them fine, one picks somebody out; everybody can be asked for."
        "Thirty accounts fit into half an hour because most of them may rest; what happens brings an account back by itself."
        [OWN] see "review" "group";
    "top three" "Three promises for next week"
        "At most three things, each a step of the next two weeks or a line of your own. The next review opens with them and says what became of each."
        "Three can be kept and ten cannot; what you write down here is what you are asked about first next week."
        [OWN] see "review" "minutes";
    "minutes" "Minutes"
        "What was decided at which account, what was put off, what is promised, made of the records alone. They are kept with the review, as Markdown or as the text of a mail."
        "Whoever asks in a month what was decided finds it in a minute; closing the review keeps them."
        [OWN] see "review";
    "story" "Story of the week"
        "What moved in the book in the seven days to today, the three biggest things to do, and what comes in the seven days after: one screen in sentences, each with the accounts and records that it stands on."
        "Whoever has five minutes knows what to do first; the three come from the order of the list, then from what was promised and from the last days to give notice."
        [OWN] see "review" "order" "agenda";
    "history" "History"
        "Every change of the book is a step of its journal, with what each field held before and after. The history of an account tells them, what was taken back included; from each the account can be seen as it was at the end of that day, by today's rules."
        "Whoever asks why you thought otherwise in spring finds what you knew in spring. The journal keeps 400 days."
        [OWN] see "review" "health over time";
    "in doubt" "Contacts in doubt"
        "The ten people most worth making sure of: who matters most and was not heard of for longest. Still true verifies one today, left takes one off the map."
        "A map of people who left is worse than none; a word with them, or one key, makes them fresh."
        [SUCCESS OWN] see "review" "map";
}
