//! What clients said and how they sounded: detractors, moods, levels, silence.

use super::facts::Facts;
use super::found::Found;
use super::sentence::{and_more, count, day, names};
use crate::domain::feedback::agreement::{Due, agreement};
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
    let (again, first): (Vec<&Due>, Vec<&Due>) =
        agreed.due.iter().partition(|one| one.asked_on.is_some());
    let named = |due: &[&Due]| names(&due.iter().map(|one| one.name.as_str()).collect::<Vec<_>>());
    let never = format!("{}, never asked", named(&first));
    let last = again.iter().filter_map(|one| one.asked_on).max();
    let Some((last, since)) = last.zip(again.first().map(|one| one.due_on)) else {
        let text = format!("Survey: {never}.");
        return (!first.is_empty()).then(|| Found::gap(text));
    };
    let mut due = format!("{}, not since {}", named(&again), day(last, facts.today));
    if !first.is_empty() {
        due = format!("{due}; {never}");
    }
    Some(Found::event(format!("Survey due: {due}.")).since(Some(since)))
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
