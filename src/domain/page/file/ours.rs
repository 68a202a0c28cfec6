//! Our side: the team, who keeps which contact, the sponsor pairs.

use crate::domain::ours::sponsors::Pair;
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::signal::sentence::count;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let ours = &case.picture.our_side;
    let whole = ours.sponsors.iter().filter(|one| one.running && one.ours.is_some()).count();
    let figure = format!("{} in the team, {}", ours.team.len(), count(whole, "sponsor pair"));
    let ground = Ground::new("Our side", "colleague")
        .say(format!("{figure}."))
        .on(members(case).map(|(proof, _)| proof))
        .on(ours.sponsors.iter().map(|pair| proof(case, pair)));
    let title = Line::part("Our side", vec![Span::text(figure)]);
    let mut lines = vec![title.with(Entry::figure("ours", ground))];
    lines.extend(members(case).map(|(_, line)| line));
    lines.extend(owners(case));
    lines.push(mine(case));
    lines.extend(ours.sponsors.iter().map(|pair| sponsor(case, pair)));
    lines.push(Line::offer("somebody in the team", Link::new(Kind::TeamMember), "colleague"));
    lines.push(Line::offer("a sponsor pair", Link::new(Kind::SponsorPair), "sponsor pair"));
    lines
}

fn members<'a>(case: &'a Case<'_>) -> impl Iterator<Item = (Proof, Line)> + 'a {
    case.picture.our_side.team.iter().filter_map(|member| {
        let record = case.records.team.iter().find(|one| one.colleague_id == member.colleague)?;
        let link = Link::to(Kind::TeamMember, record.id);
        let function = member.function.clone().unwrap_or_default();
        let part = member.part.clone().unwrap_or_default();
        let ground = Ground::new(format!("{} in the team", member.name), "colleague").on([
            Proof::by(
                format!("{}, {function}", member.name),
                Link::to(Kind::Colleague, member.colleague),
            ),
            Proof::by(format!("part: {part}"), link),
        ]);
        let cells = vec![
            Cell::left(10, vec![Span::dim("team")]),
            Cell::left(16, vec![Span::text(member.name.clone())]),
            Cell::left(18, vec![Span::dim(function)]),
            Cell::rest(vec![Span::dim(part)]),
        ];
        let proof = Proof::by(member.name.clone(), link);
        Some((proof, Line::row(cells).with(Entry::record(link, ground))))
    })
}

/// Who here keeps which contact.
fn owners<'a>(case: &'a Case<'_>) -> impl Iterator<Item = Line> + 'a {
    case.picture.our_side.owners.iter().map(|owner| {
        let link = Link::to(Kind::Contact, owner.contact);
        let says = format!("{} keeps the contact with {}", owner.ours, owner.theirs);
        let ground = Ground::new(says, "colleague").on([
            Proof::by(owner.theirs.clone(), link),
            Proof::by(owner.ours.clone(), Link::to(Kind::Colleague, owner.colleague)),
        ]);
        let cells = vec![
            Cell::left(10, vec![Span::dim("keeps")]),
            Cell::left(16, vec![Span::text(owner.ours.clone())]),
            Cell::rest(vec![Span::dim("with "), Span::text(owner.theirs.clone())]),
        ];
        let key = format!("keeps {}", owner.contact.0);
        Line::row(cells).with(Entry { key, ..Entry::record(link, ground) })
    })
}

/// The contacts that nobody else here keeps.
fn mine(case: &Case<'_>) -> Line {
    let ours = &case.picture.our_side;
    let mine = case.records.contacts.iter().filter(|one| one.active_on(case.today));
    let mine = mine.filter(|one| !ours.owners.iter().any(|owner| owner.contact == one.id));
    let proofs = mine.map(|one| Proof::by(one.name.clone(), Link::to(Kind::Contact, one.id)));
    let ground = Ground::new(format!("You keep {}", ours.mine), "colleague")
        .say("Contacts that nobody else here keeps are yours.")
        .on(proofs);
    let cells = vec![
        Cell::left(10, vec![Span::dim("keeps")]),
        Cell::left(16, vec![Span::text("you")]),
        Cell::rest(vec![Span::text(count(ours.mine, "contact"))]),
    ];
    Line::row(cells).with(Entry::figure("mine", ground))
}

fn proof(case: &Case<'_>, pair: &Pair) -> Proof {
    let since = case.records.sponsors.iter().find(|one| one.id == pair.pair);
    let ours = pair.ours.as_deref().unwrap_or("nobody on our side");
    Proof {
        text: format!("{} and {ours}", pair.theirs),
        on_date: since.map(|one| one.since_on),
        link: Some(Link::to(Kind::SponsorPair, pair.pair)),
        account: None,
    }
}

fn sponsor(case: &Case<'_>, pair: &Pair) -> Line {
    let (state, tone) = match (pair.running, &pair.ours) {
        (false, _) => ("ended".to_owned(), Tone::Dim),
        (true, None) => ("nobody on our side".to_owned(), Tone::Watch),
        (true, Some(_)) => (format!("{} of {} met", pair.met, pair.criteria.len()), Tone::Text),
    };
    let talk = match pair.last_talk_on {
        Some(_) => format!("talked {} d ago", pair.silent_for),
        None => "no talk yet".to_owned(),
    };
    let ours = pair.ours.as_deref().unwrap_or("–");
    let cells = vec![
        Cell::left(10, vec![Span::dim("sponsors")]),
        Cell::left(25, vec![Span::text(format!("{} – {ours}", pair.theirs))]),
        Cell::left(18, vec![Span::new(state, tone)]),
        Cell::rest(vec![Span::dim(talk)]),
    ];
    let last = pair.last_talk_on.and_then(|day| {
        let talks = case.records.talks.iter().filter(|talk| talk.on_date == day);
        let talk =
            talks.filter(|talk| talk.people.contains(&pair.contact)).max_by_key(|one| one.id)?;
        Some(Proof::of(
            format!("{} with {}", talk.kind, pair.theirs),
            day,
            Link::to(Kind::Talk, talk.id),
        ))
    });
    let ground = Ground::new("Executive sponsors", "sponsor pair")
        .say(pair.text.clone())
        .on([proof(case, pair)])
        .on(last);
    Line::row(cells).with(Entry::record(Link::to(Kind::SponsorPair, pair.pair), ground))
}
