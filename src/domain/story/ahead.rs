//! What comes in the week ahead.

use super::told::{Sentence, Told, capital, some};
use crate::domain::agenda::{Agenda, Due, What};
use crate::domain::day::{shift, weekday};
use crate::domain::signal::sentence::{all, count};

/// Things of a kind told one by one.
const SHOWN: usize = 3;

/// A kind of sentence: its label, its topic, what belongs to it.
type Kind = (&'static str, &'static str, &'static [What]);

const KINDS: [Kind; 3] = [
    ("meetings", "meeting", &[What::Meeting]),
    ("promises", "promise", &[What::Promise]),
    ("contracts", "act-by", &[What::Notice, What::End, What::Outcome]),
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
    let mut said: Vec<Sentence> =
        KINDS.iter().filter_map(|kind| listed(kind, &dues, agenda)).collect();
    said.extend(steps(&dues, agenda));
    said.extend(asked(&dues, agenda));
    said.extend(away(agenda));
    if said.is_empty() {
        let text = "Nothing falls due in the next seven days.".to_owned();
        said.push(Sentence::new("ahead", "step", text));
    }
    said
}

/// `Tue 24 Nov QBR (Contoso), Thu 26 Nov check-in (Adatum) and 2 more.`
fn listed((label, topic, kinds): &Kind, dues: &[&Due], agenda: &Agenda) -> Option<Sentence> {
    let of: Vec<&&Due> = dues.iter().filter(|due| kinds.contains(&due.what)).collect();
    let parts: Vec<String> = of
        .iter()
        .map(|due| {
            let time = due.at_time.as_ref().map_or_else(String::new, |time| format!(" {time}"));
            let on = format!("{}{time}", weekday(due.on, agenda.today));
            match due.what {
                What::Notice => format!("{on} last day to give notice ({})", due.name),
                What::End => format!("{on} end ({})", due.name),
                What::Outcome => format!("{on} outcome asked ({})", due.name),
                _ => format!("{on} {}", Told::due(due, due.text.clone()).named()),
            }
        })
        .collect();
    (!of.is_empty()).then(|| {
        Sentence::new(label, topic, format!("{}.", some(&parts, SHOWN)))
            .on(of.iter().map(|due| Told::due(due, due.text.clone())))
    })
}

/// `9 steps of yours; 3 things are late, 2 are waited for.`
fn steps(dues: &[&Due], agenda: &Agenda) -> Option<Sentence> {
    let mine: Vec<&&Due> =
        dues.iter().filter(|due| matches!(due.what, What::Step | What::Milestone)).collect();
    let others: Vec<&Due> = agenda.others.iter().flat_map(|other| &other.dues).collect();
    let late = agenda.late.len();
    let parts = [
        (mine.len(), format!("{} of yours", count(mine.len(), "step"))),
        (
            late,
            format!(
                "{} from before",
                if late == 1 { "1 late one".to_owned() } else { format!("{late} late ones") }
            ),
        ),
        (others.len(), format!("{} waited for", others.len())),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(many, _)| *many > 0).map(|(_, told)| told).collect();
    (!parts.is_empty()).then(|| {
        Sentence::new("steps", "step", format!("{}.", capital(&parts.join(", "))))
            .alarm(late > 0)
            .on(agenda.late.iter().map(|due| Told::due(due, format!("late: {}", due.text))))
            .on(mine.iter().map(|due| Told::due(due, due.text.clone())))
            .on(others.iter().map(|due| {
                let whose = due.whose.as_ref().map_or("somebody", |whose| whose.told());
                Told::due(due, format!("{whose}: {}", due.text))
            }))
    })
}

/// What the rules ask for from a day of the week ahead on, and what waits since before.
fn asked(dues: &[&Due], agenda: &Agenda) -> Option<Sentence> {
    let mut on = Vec::new();
    let mut parts = Vec::new();
    for (what, one, several) in ASKED {
        let of = || dues.iter().copied().chain(&agenda.waiting).filter(|due| due.what == what);
        parts.extend(match of().count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {several}")),
        });
        on.extend(of().map(|due| Told::due(due, format!("{}: {}", due.what, due.text))));
    }
    let told: Vec<&str> = parts.iter().map(String::as_str).collect();
    (!parts.is_empty())
        .then(|| Sentence::new("asked for", "cadence", format!("{}.", capital(&all(&told)))).on(on))
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
        Sentence::new("away", "away", format!("You are away {}.", spans.join(" and ")))
            .say(format!("Back {}.", weekday(back, today))),
    )
}
