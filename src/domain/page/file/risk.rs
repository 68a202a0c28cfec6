//! The risk review: open or not, what it found, what it lacks.

use crate::domain::day::day;
use crate::domain::page::{Case, Entry, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::risk::{Closed, Episode};
use crate::domain::score::print::tenth;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let found = &case.picture.risk_review;
    let figure = match (found.open, found.opened_on) {
        (true, Some(on)) => Span::risk(format!("open since {}", day(on, case.today))),
        (true, None) => Span::risk("open"),
        (false, _) => Span::text("none open"),
    };
    let link = match &found.review {
        Some(review) => Link::to(Kind::RiskReview, review.id),
        None => Link::new(Kind::RiskReview),
    };
    let ground = || {
        let sponsor = found.sponsor.as_deref().map(|who| format!("Sponsor on our side: {who}."));
        Ground::new("Risk review", "risk review")
            .say(found.text.clone())
            .say(sponsor.unwrap_or_default())
            .on(found.review.iter().map(|one| {
                Proof::of("what you found out", one.opened_on, Link::to(Kind::RiskReview, one.id))
            }))
            .on(found.episodes.iter().rev().map(|one| episode(case, one)))
    };
    let entry = |key: &str| Entry { key: key.to_owned(), ..Entry::record(link, ground()) };
    let title = Line::part("Risk review", vec![figure]).with(entry("risk"));
    let mut lines = vec![title];
    // Since when it is open stands in the title.
    let rest = found.text.split_once(". ").filter(|_| found.open).map(|(_, rest)| rest);
    let closes = Line::prose(rest.unwrap_or(&found.text));
    let Some(review) = found.review.as_ref().filter(|_| found.open) else {
        lines.push(closes);
        lines.extend(found.open.then(|| {
            Line::fact("lacks", vec![Span::watch(found.missing.join("; "))])
                .with(entry("risk lacks"))
        }));
        return lines;
    };
    let mut fact = |label: &str, text: Option<String>| {
        let text = text.filter(|text| !text.trim().is_empty());
        let span = text.map_or_else(|| Span::watch("not said yet"), Span::text);
        lines.push(Line::fact(label, vec![span]).with(entry(&format!("risk {label}"))));
    };
    fact("cause", review.cause.map(|cause| cause.to_string()));
    fact("closed when", review.exit_criterion.clone());
    fact("looked at", review.checkpoints.clone());
    if let Some(sponsor) = &found.sponsor {
        fact("sponsor", Some(sponsor.clone()));
    }
    lines.push(closes);
    lines
}

fn episode(case: &Case<'_>, one: &Episode) -> Proof {
    let ended = match (one.closed_on, one.closed) {
        (Some(on), Some(Closed::ByHand)) => format!("closed by hand {}", day(on, case.today)),
        (Some(on), _) => format!("closed {}: the score was back", day(on, case.today)),
        (None, _) => "still open".to_owned(),
    };
    Proof {
        text: format!("opened at {}, {ended}", tenth(one.at)),
        on_date: Some(one.opened_on),
        link: None,
        account: None,
    }
}
