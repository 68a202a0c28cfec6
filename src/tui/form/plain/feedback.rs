//! What clients said and were asked: answers, invitations, what was closed by hand, what an
//! advocate was asked for.

use super::Plain;
use super::cells::Cells;
use super::growth::not_ahead;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::domain::cell::{Cell as _, Id};
use crate::domain::contact::Contact;
use crate::domain::feedback::closing::Closing;
use crate::domain::feedback::complaint::{Complaint, ComplaintKind};
use crate::domain::feedback::invitation::Invitation;
use crate::domain::feedback::{Answer, Driver, Scale, complaint};
use crate::domain::map::{DETRACTOR, PROMOTER, vote};
use crate::domain::page::Kind;
use crate::domain::revenue::ask::{self, AskKind};
use crate::domain::rules::limit::Limit;
use crate::domain::signal::table;
use crate::text;
use crate::tui::form::kind::Says;
use crate::tui::form::spec::Choice;

pub(super) const FORMS: &[Plain] = &[ANSWER, PERCEIVED, INVITATION, CLOSING, ASK];

const ANSWER: Plain = Plain::new(
    Kind::Answer,
    ("answer", "answers"),
    &[
        Row::new("contact_id", "who", Ask::Person)
            .hint("nobody: an anonymous answer")
            .first(First::With),
        Row::new("scale", "scale", Ask::Word(scales))
            .needed("on which scale?")
            .first(First::Text(Scale::Nps.word())),
        Row::new("points", "points", Ask::Whole(0, 10)).needed("how many points?"),
        Row::new("why", "why", Ask::Line).hint("in their own words"),
        Row::new("driver", "about", Ask::Word(drivers)).hint("what it was about most"),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
    ],
    answer_named,
)
.says(|_, cells, _| cells.record::<Answer>().map(|answer| meaning(&answer)).unwrap_or_default())
.settle(|setting, cells, values| {
    let Some(answer) = cells.record::<Answer>() else { return };
    let (least, most) = bounds(answer.scale);
    if !(least..=most).contains(&answer.points) {
        values.wrong("points", format!("{} goes from {least} to {most}", answer.scale));
    }
    not_ahead(setting, "on_date", cells, values);
});

const PERCEIVED: Plain = Plain::new(
    Kind::Perceived,
    ("perceived value", "perceived values"),
    &[
        Row::new("contact_id", "who", Ask::Person)
            .hint("nobody: nobody is named")
            .first(First::With),
        Row::new("points", "worth", Ask::Whole(1, 10))
            .hint("1 to 10: what they feel they get")
            .needed("from 1 to 10?"),
        Row::new("why", "why", Ask::Line).hint("in their own words"),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
    ],
    answer_named,
)
.fixed(&[("scale", |_| Scale::Value.store())])
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));

fn answer_named(setting: &Setting<'_>, cells: &Cells) -> Option<String> {
    let answer = cells.record::<Answer>()?;
    let of = setting.person(answer.contact_id).map(|name| format!(" of {name}"));
    let kind = match answer.scale {
        Scale::Value => "perceived value",
        scale => scale.word(),
    };
    Some(format!("{kind} {}{}", answer.points, of.as_deref().unwrap_or(", anonymous")))
}

fn scales(_: &Setting<'_>) -> Vec<Choice> {
    let label = |scale: &Scale| match scale {
        Scale::Nps => "NPS: would you recommend us, 0 to 10",
        Scale::Ces => "CES: effort, 1 to 7",
        Scale::Csat => "CSAT: satisfaction, 1 to 5",
        Scale::Stars => "stars, 1 to 5",
        Scale::Value => "value: what they feel they get, 1 to 10",
    };
    Scale::ALL.iter().map(|scale| Choice::new(scale.word(), label(scale))).collect()
}

fn drivers(setting: &Setting<'_>) -> Vec<Choice> {
    Driver::ALL.iter().map(|one| Choice::new(one.word(), setting.rules.driver(*one))).collect()
}

const fn bounds(scale: Scale) -> (i64, i64) {
    match scale {
        Scale::Nps => (0, 10),
        Scale::Ces => (1, 7),
        Scale::Csat | Scale::Stars => (1, 5),
        Scale::Value => (1, 10),
    }
}

/// What an answer makes of its giver.
fn meaning(answer: &Answer) -> Says {
    let (least, most) = bounds(answer.scale);
    if !(least..=most).contains(&answer.points) {
        return Vec::new();
    }
    let says = match (answer.scale, vote(answer.points)) {
        (Scale::Nps, DETRACTOR) if answer.contact_id.is_some() => {
            "a detractor: open until a later talk in a mood of 0 or better"
        }
        (Scale::Nps, DETRACTOR) => "a detractor: nobody to talk with, closed by hand alone",
        (Scale::Nps, PROMOTER) => "a promoter",
        (Scale::Nps, _) => "passive",
        (Scale::Value, _) => "perceived value: the most telling figure",
        _ => "kept on its own scale, never read as NPS",
    };
    vec![("points", says.to_owned())]
}

const INVITATION: Plain = Plain::new(
    Kind::Invitation,
    ("invitation", "invitations"),
    &[
        Row::new("contact_id", "who", Ask::People)
            .hint("who was asked for an answer")
            .needed("who was asked?")
            .first(First::Of(due)),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
    ],
    |setting, cells| {
        let name = setting.person(cells.record::<Invitation>()?.contact_id.into())?;
        Some(format!("{name} asked for an answer"))
    },
)
.lead(|setting| {
    let agreed = setting.records.is_some_and(|one| one.account.feedback_agreed_on.is_some());
    let says = "No feedback agreement is on record: agree first that they are asked.";
    if agreed || setting.old.is_some() { Vec::new() } else { vec![says.to_owned()] }
})
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));

/// Everybody placed on the map whose turn it is; who the form is about where it is about one.
fn due(setting: &Setting<'_>) -> String {
    if let Some(with) = setting.with {
        return with.0.to_string();
    }
    let Some(records) = setting.records else { return String::new() };
    let every = setting.rules.days(Limit::SurveyEvery);
    let rests = |contact: &Contact| {
        let asked = records.invitations.iter().filter(|one| one.contact_id == contact.id);
        asked.map(|one| (setting.today - one.on_date).num_days()).any(|days| days < every)
    };
    let placed = records.contacts.iter().filter(|one| one.active() && one.level.is_some());
    let keys: Vec<String> =
        placed.filter(|one| !rests(one)).map(|one| one.id.0.to_string()).collect();
    keys.join(",")
}

const CLOSING: Plain = Plain::new(
    Kind::Closing,
    ("closing by hand", "closings by hand"),
    &[
        Row::new("code", "what", Ask::Word(closable)).needed("what is closed?").first(First::Of(
            |setting| {
                let upset =
                    asked_for(setting).is_some_and(|one| one.kind == ComplaintKind::BadTalk);
                (if upset { complaint::UPSET } else { complaint::DETRACTED }).to_owned()
            },
        )),
        Row::new("contact_id", "whose", Ask::Person).hint("nobody: an anonymous answer").first(
            First::Of(|setting| {
                let whose = setting.with.or_else(|| giver(&asked_for(setting)?, setting));
                whose.map(|id| id.0.to_string()).unwrap_or_default()
            }),
        ),
        Row::new("reason", "why", Ask::Line)
            .hint("what settled it, if no better talk did")
            .needed("a few words on why"),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
    ],
    |setting, cells| {
        let closing = cells.record::<Closing>()?;
        let title = table::rule(&closing.code).map_or(closing.code.as_str(), |rule| rule.title);
        let of = setting.person(closing.contact_id).map(|name| format!(" of {name}"));
        Some(format!("{title}{} closed", of.unwrap_or_default()))
    },
)
.lead(|setting| {
    let none = setting.old.is_none() && asked_for(setting).is_none();
    none.then(|| "No complaint is open here.".to_owned()).into_iter().collect()
})
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));

/// The complaint that is likely meant: of the one the form is about, open, an answer before a talk.
fn asked_for(setting: &Setting<'_>) -> Option<Complaint> {
    let all = complaint::complaints(setting.records?, setting.rules, setting.today);
    let theirs = |one: &Complaint| setting.with.is_none() || giver(one, setting) == setting.with;
    let mut open: Vec<Complaint> =
        all.into_iter().filter(|one| one.closed.is_none() && theirs(one)).collect();
    open.sort_by_key(|one| one.kind == ComplaintKind::BadTalk);
    open.into_iter().next()
}

/// Whose complaint it is; none where nobody gave a name.
fn giver(complaint: &Complaint, setting: &Setting<'_>) -> Option<Id> {
    let contacts = &setting.records?.contacts;
    let named = |contact: &&Contact| complaint.names.first() == Some(&contact.name);
    contacts.iter().find(named).map(|contact| contact.id)
}

/// What can be closed by hand.
fn closable(_: &Setting<'_>) -> Vec<Choice> {
    let rules = table::SIGNALS.iter().filter(|rule| complaint::can_be_closed(rule.code));
    rules.map(|rule| Choice::new(rule.code, text::capital(rule.title))).collect()
}

const ASK: Plain = Plain::new(
    Kind::Ask,
    ("request to an advocate", "requests to advocates"),
    &[
        Row::new("kind", "asked for", Ask::Word(|_| Choice::words(AskKind::ALL)))
            .needed("what was asked for?")
            .first(First::Text(AskKind::Referral.word())),
        Row::new("contact_id", "who", Ask::Person).hint("who was asked").first(First::With),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
        Row::new("granted", "said yes", Ask::YesNo).hint("no answer yet"),
        Row::new("note", "note", Ask::Lines),
    ],
    |setting, cells| {
        let asked = cells.record::<ask::Ask>()?;
        let who = setting.person(asked.contact_id).map(|name| format!("{name} "));
        let answer = match asked.granted {
            Some(true) => ", granted",
            Some(false) => ", refused",
            None => "",
        };
        Some(format!("{}asked for a {}{answer}", who.unwrap_or_default(), asked.kind))
    },
)
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));
