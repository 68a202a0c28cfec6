//! What it is worth to them, in their words, and whether the revenue is safe.

use super::evidence;
use crate::domain::day::{day, days, signed};
use crate::domain::feedback::perceived::Told;
use crate::domain::feedback::security::{self, RevenueState};
use crate::domain::map::latest_nps;
use crate::domain::page::{Case, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{percent, tenth};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    vec![perceived(case), revenue(case)]
}

/// The value they perceive, with whom and when.
fn perceived(case: &Case<'_>) -> Line {
    let told = &case.picture.feedback.perceived;
    let mut spans = Vec::new();
    let mut says = Vec::new();
    let by = |told: &Told| {
        let who = told.name.as_deref().unwrap_or("somebody");
        format!("{who}, {}", day(told.on_date, case.today))
    };
    let low = case.rules.limit(Limit::ValueLow);
    let old =
        |told: &Told| (case.today - told.on_date).num_days() > case.rules.days(Limit::ValueFresh);
    match &told.latest {
        None => spans.push(Span::dim("nobody was asked what it is worth to them")),
        Some(latest) => {
            let figure = format!("{} of 10", latest.points);
            if latest.points as f64 <= low {
                spans.push(Span::new(format!("{figure}, low"), Tone::Watch));
            } else {
                spans.push(Span::strong(figure));
            }
            let age = if old(latest) { ", old by now" } else { "" };
            spans.push(Span::text(format!(" · {}{age}", by(latest))));
        }
    }
    let review = told.not_asked_at.map(|(kind, held)| (kind, day(held, case.today)));
    if let Some((kind, held)) = &review {
        spans.push(Span::new(format!(" · not asked at the {kind} of {held}"), Tone::Watch));
        says.push(format!("The {kind} of {held} was held without asking for it."));
    }
    if let Some(before) = &told.before {
        spans.push(Span::dim(format!(" · {} before", before.points)));
        says.push(format!("Before that {} ({}).", before.points, by(before)));
    }
    if let Some(why) = told.latest.as_ref().and_then(|latest| latest.why.as_deref()) {
        spans.push(Span::dim(format!(" · “{why}”")));
    }
    says.insert(0, evidence::sentence(&told.text));
    says.push(match told.confirmed_on {
        Some(on) => format!("Last time somebody confirmed a value: {}.", day(on, case.today)),
        None => "Nobody there ever confirmed a value.".to_owned(),
    });
    let ids = [&told.latest, &told.before].map(|one| one.as_ref().map(|told| told.answer));
    let answers = case.records.answers.iter().filter(|one| ids.contains(&Some(one.id)));
    let mut proofs = evidence::answers(case, answers);
    let agreed = case.records.values.iter().filter(|one| one.confirmed_on.is_some());
    proofs.extend(agreed.max_by_key(|one| (one.confirmed_on, one.id)).map(|one| Proof {
        text: format!("a result of ours, confirmed: {}", one.result),
        on_date: one.confirmed_on,
        link: Some(Link::to(Kind::ValueItem, one.id)),
        account: None,
    }));
    if proofs.is_empty() {
        proofs.push(evidence::none("no value in their words on record", Kind::Perceived));
    }
    let ground =
        Ground { title: "Perceived value".to_owned(), says, topic: "perceived value", proofs };
    // It is asked anew at each review; until then its figure may be put right.
    let link = match (&told.latest, &review) {
        (Some(latest), None) if !old(latest) => Link::to(Kind::Answer, latest.answer),
        _ => Link::new(Kind::Perceived),
    };
    let entry = Entry { key: "value".to_owned(), ground, link: Some(link), ..Entry::default() };
    Line::fact("value", spans).with(entry)
}

/// Safe, at risk or unknown, and why.
fn revenue(case: &Case<'_>) -> Line {
    let heard = &case.picture.feedback;
    let told = &heard.revenue;
    let tone = match told.state {
        RevenueState::Safe => Tone::Healthy,
        RevenueState::AtRisk => Tone::Risk,
        RevenueState::Unknown => Tone::Watch,
    };
    let word = told.state.word();
    let why = told.text.strip_prefix(word).unwrap_or_default();
    let mut spans = vec![Span::new(word, tone), Span::text(why)];
    spans.extend(told.arr.map(|arr| Span::dim(format!(" · {} a year", arr.signed_short()))));
    let within = days(case.rules.days(Limit::HeardDays));
    let mut says = vec![evidence::sentence(&told.text)];
    says.push(format!(
        "Unknown without an answer within {within}; else at risk with an NPS below 0 or a score \
         below {}; else safe.",
        tenth(case.rules.limit(Limit::RiskBelow))
    ));
    says.extend(told.arr.zip(told.coverage).map(|(arr, coverage)| {
        format!(
            "{} of its {} a year count as heard from: revenue coverage of the book.",
            percent(coverage),
            arr.signed_short()
        )
    }));
    let newest = case.records.answers.iter().filter(|one| Some(one.on_date) == told.heard_on);
    let newest = newest.filter(|one| {
        let person = case.records.contacts.iter().find(|who| Some(who.id) == one.contact_id);
        person.is_none_or(|who| who.active_on(case.today))
    });
    let mut proofs = evidence::answers(case, newest);
    if let Some(nps) = heard.nps.nps {
        let latest = latest_nps(case.records, case.rules, case.today, case.today);
        let text = format!("NPS {} of {} answers", signed(nps), latest.len());
        proofs.push(Proof { text, on_date: heard.nps.newest_on, link: None, account: None });
        let detract = latest.iter().filter(|(_, one)| super::levels::detracts(one.points));
        proofs.extend(evidence::answers(case, detract.map(|(_, answer)| *answer)));
    }
    if let Some(score) = case.standing.score.value {
        proofs.push(Proof {
            text: format!("score {}", tenth(score)),
            on_date: None,
            link: None,
            account: None,
        });
    }
    if proofs.is_empty() {
        proofs.push(evidence::none("no answer on record", Kind::Answer));
    }
    let ground = Ground {
        title: format!("Revenue {word}"),
        says,
        topic: "revenue state",
        proofs: unique(proofs),
    };
    let link = (!security::heard(told.heard_on, case.rules, case.today))
        .then_some(Link::new(Kind::Answer));
    let entry = Entry { key: "revenue".to_owned(), ground, link, ..Entry::default() };
    Line::fact("revenue", spans).with(entry)
}

/// Each record once.
fn unique(proofs: Vec<Proof>) -> Vec<Proof> {
    let mut once: Vec<Proof> = Vec::new();
    for proof in proofs {
        if proof.link.is_none() || once.iter().all(|one| one.link != proof.link) {
            once.push(proof);
        }
    }
    once
}
