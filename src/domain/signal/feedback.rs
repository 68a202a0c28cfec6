//! What clients said and how they sounded: detractors, moods, levels, silence.

use super::facts::Facts;
use super::found::Found;
use super::sentence::{and_more, count, day, names};
use crate::domain::feedback::agreement::agreement;
use crate::domain::feedback::complaint::{self, Detractor};
use crate::domain::feedback::nps;
use crate::domain::feedback::perceived::{Unfelt, unfelt as value_is_unfelt};
use crate::domain::feedback::response::response;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::whole;

pub(super) fn open_detractor(facts: &Facts<'_>) -> Option<Found> {
    let mut open = complaint::detractors(facts.records, facts.rules, facts.today);
    open.retain(|one| one.closed.is_none());
    let Detractor { contact, answer, .. } = open.first()?;
    let since = open.iter().map(|one| one.answer.on_date).min();
    let newest = open.iter().map(|one| one.answer.on_date).max()?;
    let when = day(answer.on_date, facts.today);
    let more = and_more(open.len() - 1);
    let found = if let Some(contact) = contact {
        let (name, points) = (&contact.name, answer.points);
        let text = format!("Detractor: {name} gave {points}, {when}{more}. No better talk since.");
        Found::event(text).about("contact", contact.id)
    } else {
        let text = format!("Detractor: somebody unnamed gave {}, {when}{more}.", answer.points);
        Found::event(text).about("answer", answer.id)
    };
    Some(found.since(since).newest(newest))
}

pub(super) fn upset(facts: &Facts<'_>) -> Option<Found> {
    let complaint::Upset { worst, since, newest } =
        complaint::upset(facts.records, facts.rules, facts.today)?;
    let people = facts.people_of(worst);
    let who = if people.is_empty() { String::new() } else { format!("{}, ", names(&people)) };
    let mood = worst.mood.unwrap_or_default().unsigned_abs();
    let quote = facts
        .records
        .last_talk
        .as_ref()
        .filter(|last| last.id == worst.id)
        .and_then(|last| last.quote.as_deref())
        .map(|quote| format!(" “{quote}”"))
        .unwrap_or_default();
    let when = day(worst.on_date, facts.today);
    let text = format!("Upset: {who}{} {when}, mood −{mood}.{quote}", worst.kind);
    Some(Found::event(text).since(Some(since)).newest(newest).about("talk", worst.id))
}

pub(super) fn levels_disagree(facts: &Facts<'_>) -> Option<Found> {
    let levels = nps::levels(facts.records, facts.rules, facts.today);
    let widest = nps::widest(&levels)?;
    let text = format!(
        "Levels disagree: {}s NPS {}, {}s {}.",
        widest.high_level,
        whole(widest.high as f64),
        widest.low_level,
        whole(widest.low as f64)
    );
    (widest.apart as f64 >= facts.rules.limit(Limit::LevelsApart)).then(|| Found::event(text))
}

pub(super) fn value_unfelt(facts: &Facts<'_>) -> Option<Found> {
    let nps = facts.map.nps.filter(|_| facts.strategic_or_growth())?;
    let liked = whole(nps as f64);
    Some(match value_is_unfelt(facts.records, facts.map.nps, facts.rules, facts.today)? {
        Unfelt::Low { answer, points, on_date } => {
            let when = day(on_date, facts.today);
            let text = format!(
                "Liked, but is it worth it? NPS {liked}, perceived value {points} ({when})."
            );
            Found::event(text).on(on_date).about("answer", answer)
        }
        Unfelt::Since(last) => {
            let when = day(last, facts.today);
            let text = format!("Liked (NPS {liked}), yet no value confirmed since {when}.");
            let over = super::facts::after(last, facts.rules.days(Limit::ValueEvery));
            Found::event(text).since(Some(over))
        }
        Unfelt::Never => {
            Found::gap(format!("Liked (NPS {liked}), yet nobody there ever confirmed a value."))
        }
    })
}

pub(super) fn survey_due(facts: &Facts<'_>) -> Option<Found> {
    let agreed = agreement(facts.records, facts.rules, facts.today);
    if agreed.agreed_on.is_none() {
        return Some(Found::gap("No feedback agreement yet: may they be asked twice a year?"));
    }
    let since = agreed.due.first()?.due_on;
    let of = |asked: bool| -> Vec<&str> {
        let due = agreed.due.iter().filter(|one| one.asked_on.is_some() == asked);
        due.map(|one| one.name.as_str()).collect()
    };
    let (again, first) = (of(true), of(false));
    let last = agreed.due.iter().filter_map(|one| one.asked_on).max();
    let again = last.map(|last| format!("{}, not since {}", names(&again), day(last, facts.today)));
    let first = (!first.is_empty()).then(|| format!("{}, never asked", names(&first)));
    let due: Vec<String> = again.into_iter().chain(first).collect();
    Some(Found::event(format!("Survey due: {}.", due.join("; "))).since(Some(since)))
}

pub(super) fn low_response(facts: &Facts<'_>) -> Option<Found> {
    let got = response(facts.records, facts.rules, facts.today);
    let (rate, last) = (got.rate?, got.last_asked_on?);
    let enough = got.asked >= facts.rules.count(Limit::ResponseAsked)
        && facts.ago(last) > facts.rules.days(Limit::ResponseGrace);
    let silent = count(got.silent.len(), "contact");
    let unnamed = match got.anonymous {
        0 => String::new(),
        n => format!(" ({n} more without a name)"),
    };
    let text = format!(
        "{} of {} asked have answered{unnamed}. Call the other {silent}.",
        got.answered, got.asked
    );
    (enough && rate < got.wanted).then(|| Found::event(text).on(last))
}

#[cfg(test)]
mod tests;
