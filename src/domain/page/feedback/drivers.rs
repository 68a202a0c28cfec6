//! What the answers are about, and those on other scales than NPS.

use super::dots::dots;
use super::evidence;
use crate::domain::day::day;
use crate::domain::feedback::{Answer, Driver, Scale};
use crate::domain::map::{latest_nps, vote};
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Shape, Span};
use crate::domain::signal::sentence::count;

/// One line a driver, the one most detractors name first; last what nobody gave a driver.
pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let heard = &case.picture.feedback;
    let drivers = heard.drivers.iter().map(|one| (Some(one.driver), one.name.as_str()));
    let mut lines: Vec<Line> = drivers.filter_map(|(one, name)| line(case, one, name)).collect();
    if lines.is_empty() {
        return lines;
    }
    lines.extend(line(case, None, "not said"));
    let about = Span::dim(" · what their answers are about, the worst first");
    lines.insert(0, Line::new(Shape::Title(vec![Span::strong("Drivers"), about])));
    lines
}

fn line(case: &Case<'_>, driver: Option<Driver>, name: &str) -> Option<Line> {
    let latest = latest_nps(case.records, case.rules, case.today, case.today);
    let mut theirs: Vec<&Answer> =
        latest.into_iter().map(|(_, one)| one).filter(|one| one.driver == driver).collect();
    theirs.sort_by_key(|one| (one.points, one.on_date, one.id));
    let worst = *theirs.first()?;
    let mut votes = [0; 5];
    for answer in &theirs {
        votes[vote(answer.points)] += 1;
    }
    let few = case.picture.feedback.nps.few;
    let quote = theirs.iter().find(|one| one.why.is_some()).unwrap_or(&worst);
    let says = vec![
        Span::text(format!("{} {}", evidence::who(case, quote), quote.points)),
        Span::dim(evidence::quoted(quote.why.as_deref())),
    ];
    let cells = vec![
        Cell::left(13, vec![Span::text(name)]),
        Cell::left(if few { 8 } else { 14 }, dots(votes, few)),
        Cell::rest(says),
    ];
    let told = count(theirs.len(), "answer");
    let [promoters, passives, detractors, ..] = votes;
    let ground = Ground {
        title: format!("Driver: {name}"),
        says: vec![format!(
            "{told} of those that count: {promoters} promoting, {passives} passive, {detractors} \
             detracting."
        )],
        topic: "driver",
        proofs: evidence::answers(case, theirs.iter().copied()),
    };
    let key = format!("driver {}", driver.map_or("none", Driver::word));
    let link = Some(Link::to(Kind::Answer, quote.id));
    Some(Line::row(cells).with(Entry { key, ground, link, ..Entry::default() }))
}

/// The answers on other scales, each scale for itself.
pub(super) fn scales(case: &Case<'_>) -> Vec<Line> {
    let told = case.picture.feedback.scales.iter().map(|scale| {
        let theirs = || {
            let all = case.records.answers.iter();
            all.filter(|one| one.scale == scale.scale && one.on_date <= case.today)
        };
        let newest = theirs().max_by_key(|one| (one.on_date, one.id));
        let spans = vec![
            Span::strong(format!("{} of {}", scale.latest, scale.to)),
            Span::text(format!(" · {}", day(scale.latest_on, case.today))),
            Span::dim(format!(" · {}", count(scale.answers, "answer"))),
            Span::dim(format!(" · from {} to {}", scale.from, scale.to)),
        ];
        let ground = Ground {
            title: format!("{}: the latest is {} of {}", scale.scale, scale.latest, scale.to),
            says: vec!["Kept under its own scale: never read as NPS, never averaged.".to_owned()],
            topic: "scales",
            proofs: evidence::answers(case, theirs()),
        };
        let link = newest.map(|one| Link::to(Kind::Answer, one.id));
        let key = format!("scale {}", scale.scale.word());
        let label = match scale.scale {
            Scale::Stars => "stars",
            other => other.word(),
        };
        Line::fact(label, spans).with(Entry { key, ground, link, ..Entry::default() })
    });
    let lines: Vec<Line> = told.collect();
    if lines.is_empty() {
        return lines;
    }
    let mut titled = vec![Line::title("Other scales")];
    titled.extend(lines);
    titled
}
