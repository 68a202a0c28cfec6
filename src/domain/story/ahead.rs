//! What comes in the week ahead.

use super::told::{Sentence, Told, capital, line};
use crate::domain::agenda::{Agenda, Due, What};
use crate::domain::day::{shift, weekday};
use crate::domain::signal::sentence::{all, count};

/// A kind of sentence: its label and title, its topic, what belongs to it.
type Kind = ((&'static str, &'static str), &'static str, &'static [What]);

const KINDS: [Kind; 3] = [
    (("meetings", "meetings ahead"), "meeting", &[What::Meeting]),
    (("promises", "promises ahead"), "promise", &[What::Promise]),
    (("contracts", "contracts ahead"), "act-by", &[What::Notice, What::End, What::Outcome]),
];

/// What is asked for by the rules or by a record, each with its word for one and for several.
const ASKED: [(What, &str, &str); 9] = [
    (What::Talk, "talk", "talks"),
    (What::Qbr, "QBR", "QBRs"),
    (What::Strategic, "strategic review", "strategic reviews"),
    (What::CheckIn, "check-in", "check-ins"),
    (What::Opportunity, "talk about an opportunity", "talks about opportunities"),
    (What::Renewal, "renewal to begin", "renewals to begin"),
    (What::Forecast, "forecast", "forecasts"),
    (What::Survey, "survey", "surveys"),
    (What::Birthday, "birthday", "birthdays"),
];

pub(super) fn ahead(agenda: &Agenda) -> Vec<Sentence> {
    let dues: Vec<&Due> = agenda.days.iter().flat_map(|day| &day.dues).collect();
    let mut said: Vec<Sentence> = KINDS.iter().filter_map(|kind| listed(kind, &dues)).collect();
    said.extend(work(&dues, agenda));
    said.extend(away(agenda));
    if said.is_empty() {
        let text = "Nothing falls due in the next seven days.".to_owned();
        said.push(Sentence::new(("ahead", "the week ahead"), "step", text));
    }
    said
}

/// `Contoso Tue 24 09:30, Adatum Thu 26 and 2 more.`
fn listed((label, topic, kinds): &Kind, dues: &[&Due]) -> Option<Sentence> {
    let of: Vec<&&Due> = dues.iter().filter(|due| kinds.contains(&due.what)).collect();
    let part = |due: &&&Due| {
        let whose = if due.name.is_empty() { &due.text } else { &due.name };
        let what = match due.what {
            What::Notice => " last day for notice",
            What::End => " ends",
            What::Outcome => " outcome",
            _ => "",
        };
        let time = due.at_time.as_ref().map_or_else(String::new, |time| format!(" {time}"));
        format!("{whose}{what} {}{time}", due.on.format("%a %-d"))
    };
    let parts: Vec<String> = of.iter().map(part).collect();
    (!of.is_empty()).then(|| {
        let told = |due: &&&Due| Told::due(due, due.text.clone());
        Sentence::new(*label, topic, line("", &parts)).on(of.iter().map(told))
    })
}

/// `3 steps of yours, 2 late, 1 waited for, 8 asked for.`
fn work(dues: &[&Due], agenda: &Agenda) -> Option<Sentence> {
    let mine: Vec<&&Due> =
        dues.iter().filter(|due| matches!(due.what, What::Step | What::Milestone)).collect();
    let others: Vec<&Due> = agenda.others.iter().flat_map(|other| &other.dues).collect();
    let asked: Vec<&Due> =
        dues.iter().copied().chain(&agenda.waiting).filter(|due| asked(due.what)).collect();
    let late = agenda.late.len();
    let parts = [
        (mine.len(), format!("{} of yours", count(mine.len(), "step"))),
        (late, format!("{late} late")),
        (others.len(), format!("{} waited for", others.len())),
        (asked.len(), format!("{} asked for", asked.len())),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(many, _)| *many > 0).map(|(_, told)| told).collect();
    let mut kinds: Vec<String> = Vec::new();
    for (what, one, several) in ASKED {
        kinds.extend(match asked.iter().filter(|due| due.what == what).count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {several}")),
        });
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let told = |due: &&Due| Told::due(due, format!("{}: {}", due.what, due.text));
    (!parts.is_empty()).then(|| {
        let label = ("steps", "steps of the week ahead");
        let sentence = Sentence::new(label, "step", format!("{}.", capital(&parts.join(", "))))
            .alarm(late > 0)
            .on(agenda.late.iter().map(|due| Told::due(due, format!("late: {}", due.text))))
            .on(mine.iter().map(|due| Told::due(due, due.text.clone())))
            .on(others.iter().map(|due| {
                let whose = due.whose.as_ref().map_or("somebody", |whose| whose.told());
                Told::due(due, format!("{whose}: {}", due.text))
            }));
        if kinds.is_empty() {
            return sentence;
        }
        sentence.say(format!("Asked for: {}.", all(&kinds))).on(asked.iter().map(told))
    })
}

/// What is asked for and promised by nobody.
fn asked(what: What) -> bool {
    ASKED.iter().any(|(one, ..)| *one == what)
}

fn away(agenda: &Agenda) -> Option<Sentence> {
    let today = agenda.today;
    let spans: Vec<String> = agenda
        .away
        .iter()
        .map(|(from, to)| match (*from <= today, from == to) {
            (true, _) => format!("until {}", weekday(*to, today)),
            (false, true) => weekday(*from, today),
            (false, false) => format!("{} to {}", weekday(*from, today), weekday(*to, today)),
        })
        .collect();
    let back = agenda.away.iter().map(|(_, to)| shift(*to, 1)).max()?;
    Some(
        Sentence::new(
            ("away", "absence ahead"),
            "away",
            format!("You are away {}.", spans.join(" and ")),
        )
        .say(format!("Back {}.", weekday(back, today))),
    )
}
