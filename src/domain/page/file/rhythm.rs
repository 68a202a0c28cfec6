//! The communication plan: how often what takes place, when it did, until when the next is in time.

use super::account;
use crate::domain::day::{day, day_ahead, days_between};
use crate::domain::ours::communication::Rhythm;
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span};

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let plan = &case.picture.our_side.communication;
    let own = plan.rhythms.iter().filter(|one| one.own).count();
    let figure = if own == 0 { "as its tier asks".to_owned() } else { format!("{own} of its own") };
    let ground = Ground::new("Communication plan", "communication plan")
        .say(format!("Intervals {figure}."))
        .on(plan.rhythms.iter().filter_map(|one| held(case, one)));
    let title = Line::part("Communication plan", vec![Span::text(figure)]);
    let entry = Entry { key: "rhythm".to_owned(), ..Entry::record(account(case), ground) };
    let mut lines = vec![title.with(entry)];
    lines.extend(plan.rhythms.iter().filter(|one| one.every.is_some()).map(|one| line(case, one)));
    for (label, text) in [("channels", &plan.channels), ("agenda", &plan.standing_agenda)] {
        let span = text.clone().map_or_else(|| Span::dim("–"), Span::text);
        let ground = Ground::new(label, "communication plan").say(text.clone().unwrap_or_default());
        let ground = ground.on([Proof::by(case.records.account.name.clone(), account(case))]);
        let entry = Entry { key: label.to_owned(), ..Entry::record(account(case), ground) };
        lines.push(Line::fact(label, vec![span]).with(entry));
    }
    lines
}

/// The talk or review that was the last of them.
fn held(case: &Case<'_>, one: &Rhythm) -> Option<Proof> {
    let last = one.last_on?;
    let talks = case.records.talks.iter().filter(|talk| talk.on_date == last && talk.two_way);
    let talk = talks.max_by_key(|talk| talk.id).filter(|_| one.what != "own review");
    Some(Proof {
        text: format!("the last {}", one.what),
        on_date: Some(last),
        link: Some(talk.map_or_else(|| account(case), |talk| Link::to(Kind::Talk, talk.id))),
        account: None,
    })
}

fn line(case: &Case<'_>, one: &Rhythm) -> Line {
    let every = one.every.map_or_else(|| "–".to_owned(), |days| format!("every {days} d"));
    let whose = if one.own { "own" } else { "tier" };
    let next = match (one.last_on, one.next_on) {
        (_, Some(next)) if next < case.today => {
            Span::watch(format!("{} d late", days_between(next, case.today)))
        }
        (_, Some(next)) => Span::text(format!("by {}", day_ahead(next, case.today))),
        (None, None) => Span::watch("never yet"),
        (Some(_), None) => Span::dim("–"),
    };
    let last =
        one.last_on.map_or_else(String::new, |last| format!("last {}", day(last, case.today)));
    let cells = vec![
        Cell::left(17, vec![Span::text(one.what)]),
        Cell::left(12, vec![Span::text(every.clone())]),
        Cell::left(5, vec![Span::dim(whose)]),
        Cell::left(14, vec![next]),
        Cell::rest(vec![Span::dim(last)]),
    ];
    let from = if one.own { "the account's own interval" } else { "its tier's interval" };
    let ground = Ground::new(format!("{}: {every}", one.what), "cadence")
        .say(format!("{}, {from}; days away do not count.", every.replacen('e', "E", 1)))
        .on(held(case, one));
    let key = format!("rhythm {}", one.what);
    Line::row(cells).with(Entry { key, ..Entry::record(account(case), ground) })
}
