//! What a talk counts for.

use super::{Ground, Kind, Link, Proof};
use crate::domain::book::page::LogEntry;
use crate::domain::day::{day, signed};
use crate::domain::growth::ladder::grows;
use crate::domain::rules::Rules;
use crate::domain::talk::{TalkKind, Topic};
use chrono::NaiveDate;

/// Whether it was contact, what its mood and its topics move.
#[must_use]
pub fn talk(entry: &LogEntry, rules: &Rules, today: NaiveDate) -> Ground {
    let talk = &entry.talk;
    let title = match talk.mood {
        Some(mood) => {
            format!("{} of {}, mood {}", talk.kind, day(talk.on_date, today), signed(mood))
        }
        None => format!("{} of {}", talk.kind, day(talk.on_date, today)),
    };
    let topic = if talk.mood.is_some() { "mood" } else { "two-way talk" };
    let contact = match (talk.missed, talk.two_way, talk.kind) {
        (true, ..) => "Agreed and missed: it is no contact, and counts among the missed meetings.",
        (_, true, _) => {
            "Two-way: the clock of contact begins anew with it, and the records of who took part \
             are verified."
        }
        (_, false, TalkKind::Note) => "A note: it is no contact.",
        (_, false, _) => "Nobody answered: it is no contact, and verifies nobody.",
    };
    let mut ground = Ground::new(title, topic).say(contact);
    if talk.mood.is_some() && !talk.missed {
        let told = "Its mood counts in the factor Feedback for {mood-days}.";
        ground = ground.say(rules.told(told));
    }
    let (growth, retention): (Vec<Topic>, Vec<Topic>) =
        talk.topics.iter().partition(|one| grows(*one));
    let words =
        |topics: &[Topic]| topics.iter().map(|one| one.word()).collect::<Vec<_>>().join(", ");
    for (topics, sort) in [(&growth, "growth"), (&retention, "retention")] {
        if !topics.is_empty() {
            ground = ground.say(format!("On {}: {sort} in the talk mix.", words(topics)));
        }
    }
    if talk.topics.iter().next().is_none() && talk.two_way {
        ground = ground.say("It names no topic, so the talk mix leaves it out.");
    }
    let link = Link::to(Kind::Talk, talk.id);
    let said =
        talk.quote.as_ref().map_or_else(|| talk.summary.clone(), |quote| format!("“{quote}”"));
    let people = entry
        .people
        .iter()
        .map(|(id, name)| Proof::by(format!("with {name}"), Link::to(Kind::Contact, *id)));
    let about = talk
        .opportunity_id
        .map(|id| Proof::by("about an opportunity", Link::to(Kind::Opportunity, id)));
    ground.on([Proof::of(said, talk.on_date, link)]).on(people).on(about)
}
