//! The story of the week: what moved, the three biggest things to do, what comes next. Each line
//! opens what it stands on.
//!
//! ```text
//!    ARR        €12.4M, −20k in the week: Litware −60k (lost), Contoso +40k.
//!    scores     Worse: Contoso 7.0 → 5.0 (risk). 2 are in risk.
//!  First of all
//!  ▸ 1 Contoso      Champion left: T. Lee, 16 Nov. Nobody took over.   p playbook
//!  Until Sun 29 Nov
//!    meetings   Tue 24 Nov 09:30 QBR (Contoso).
//! ```

use crate::domain::day::{day, weekday};
use crate::domain::page::{Cell, Entry, Ground, Kind, Line, Link, Page, Proof, Span, Tone, Whom};
use crate::domain::story::{Sentence, Story, Thing, ThingKind, Told, Way};

/// Names behind a sentence that says nothing else of itself.
const NAMED: usize = 6;

/// The page; `keys` tells by which key something is done, none where there are no keys.
#[must_use]
pub fn page(story: &Story, keys: &dyn Fn(Way) -> Option<String>) -> Page {
    let today = story.today;
    let mut lines: Vec<Line> =
        story.moved.iter().map(|one| sentence(one, &format!("moved {}", one.label))).collect();
    lines.push(Line::gap());
    lines.push(Line::title("First of all"));
    lines.extend((1..).zip(&story.things).map(|(place, one)| thing(place, one, keys)));
    if story.things.is_empty() {
        lines.push(Line::prose("Nothing presses: nobody stands in NOW or SOON."));
    }
    lines.push(Line::gap());
    lines.push(Line::title(format!("Until {}", weekday(story.until, today))));
    lines.extend(story.ahead.iter().map(|one| sentence(one, &format!("ahead {}", one.label))));
    let figure = format!("{} to {}", day(story.from, today), day(today, today));
    Page { figure, lines }
}

fn sentence(of: &Sentence, key: &str) -> Line {
    let quiet = of.on.is_empty() && of.says.is_empty();
    let tone = if quiet { Tone::Dim } else { Tone::Text };
    let mut ground = Ground::new(of.title, of.topic);
    for one in &of.says {
        ground = ground.say(one.clone());
    }
    if of.says.is_empty() {
        let told: Vec<String> = of.on.iter().take(NAMED).map(Told::named).collect();
        ground = ground.say(told.join(", "));
    }
    let ground = ground.on(of.on.iter().map(proof));
    Line::fact(of.label, vec![Span::new(of.text.clone(), tone)]).with(Entry::figure(key, ground))
}

fn thing(place: usize, of: &Thing, keys: &dyn Fn(Way) -> Option<String>) -> Line {
    let key = of.ways().into_iter().find_map(|(way, word)| Some(format!("{} {word}", keys(way)?)));
    let mut ground = Ground::new(of.text.trim_end_matches('.'), "order");
    for one in &of.because {
        ground = ground.say(one.clone());
    }
    let link = of.about.and_then(link);
    let ground =
        ground.on([Proof { on_date: of.by, link, ..Proof::account(of.account, &of.name) }]);
    let whom = Whom::account(of.account);
    let whom = match of.signal {
        Some(code) => whom.signal(code),
        None => whom,
    };
    let mut entry = Entry::figure(format!("thing {}", of.account.0), ground).of(whom);
    entry.link = link.filter(|_| of.kind != ThingKind::Signal);
    let text = if of.alarm() { Span::risk("!") } else { Span::watch("·") };
    let mut cells = vec![
        Cell::left(16, vec![Span::dim(format!("{place} ")), Span::strong(of.name.clone())]),
        Cell::left(1, vec![text]),
        Cell::rest(vec![Span::text(of.text.clone())]),
    ];
    // Without keys the sentence ends the line, and is told whole on paper.
    cells.extend(key.map(|key| Cell::right(11, vec![Span::dim(key)])));
    Line::row(cells).with(entry)
}

fn proof(of: &Told) -> Proof {
    let text =
        if of.name.is_empty() { of.text.clone() } else { format!("{}: {}", of.name, of.text) };
    let link = of.about.and_then(link);
    Proof { on_date: of.on, link, account: of.account, ..Proof::told(text) }
}

/// The form of the record; the account itself is gone to.
fn link((table, id): (&str, crate::domain::cell::Id)) -> Option<Link> {
    let kind = Kind::from_word(table).filter(|kind| *kind != Kind::Account)?;
    Some(Link::to(kind, id))
}
