//! Who would speak for us, and what they were asked for.

use super::super::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::{day, shift, worked_after};
use crate::domain::feedback::Answer;
use crate::domain::map::{PROMOTER, latest_nps, vote};
use crate::domain::plan::step::{self, Step};
use crate::domain::quadrant::Quadrant;
use crate::domain::revenue::ask::{self, Ask};
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::signal::sentence;

const TOPIC: &str = "advocate";
/// How soon somebody is asked, days.
const SOON_DAYS: i64 = 14;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let promoters = promoters(case);
    let asks = &case.records.asks;
    if promoters.is_empty() && asks.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::gap(), Line::title("Who speaks for us")];
    lines.extend(willing(&promoters, case));
    lines.extend(asks.iter().map(|one| line(one, case)));
    lines
}

/// Those who would recommend us, the newest answer first.
fn promoters<'a>(case: &Case<'a>) -> Vec<(&'a Contact, &'a Answer)> {
    let mut found: Vec<_> = latest_nps(case.records, case.rules, case.today, case.today)
        .into_iter()
        .filter(|(_, answer)| vote(answer.points) == PROMOTER)
        .filter_map(|(contact, answer)| Some((contact?, answer)))
        .collect();
    found.sort_by_key(|(_, answer)| std::cmp::Reverse((answer.on_date, answer.id)));
    found
}

fn willing(promoters: &[(&Contact, &Answer)], case: &Case<'_>) -> Option<Line> {
    let (first, _) = promoters.first()?;
    let names: Vec<String> =
        promoters.iter().map(|(who, answer)| format!("{} {}", who.name, answer.points)).collect();
    let last = case.records.asks.iter().map(|one| one.on_date).filter(|on| *on <= case.today).max();
    let every = case.rules.days(Limit::AdvocateEvery);
    let due = last.is_none_or(|last| (case.today - last).num_days() > every);
    let asked = last.map_or_else(
        || "never asked for anything".to_owned(),
        |last| format!("last asked {}", day(last, case.today)),
    );
    let short: Vec<&str> = names.iter().map(String::as_str).collect();
    let spans = vec![
        Span::healthy(sentence::names(&short)),
        Span::next(&asked, if due { Tone::Watch } else { Tone::Dim }),
    ];
    let mut ground = Ground::new("Who would recommend us", TOPIC)
        .say(format!("Promoters by their latest answer: {}.", names.join(", ")))
        .say(format!("Large, content and {asked}: the quadrant says {}.", case.picture.quadrant));
    if case.picture.quadrant != Quadrant::Magic {
        ground = Ground::new("Who would recommend us", TOPIC)
            .say(format!("Promoters by their latest answer: {}; {asked}.", names.join(", ")));
    }
    ground = ground.on(promoters.iter().map(|(who, answer)| {
        let why = answer.why.as_ref().map_or_else(String::new, |why| format!(": “{why}”"));
        let text = format!("{} gave {}{why}", who.name, answer.points);
        Proof::of(text, answer.on_date, Link::to(Kind::Answer, answer.id))
    }));
    let mut entry = Entry::figure("advocates", ground).links(Link::new(Kind::Ask).about(first.id));
    let at_risk = case.standing.score.band == Some(Band::Risk);
    entry.doing = (due && !at_risk).then(|| to_ask(first, case)).flatten();
    Some(Line::fact("promoters", spans).with(entry))
}

/// A dated step to ask; none where one waits already.
fn to_ask(who: &Contact, case: &Case<'_>) -> Option<Doing> {
    const SIGNAL: &str = "advocate-unused";
    let records = case.records;
    let serves = |one: &&Step| one.status.open() && one.signal.as_deref() == Some(SIGNAL);
    if records.steps.iter().any(|one| serves(&one)) {
        return None;
    }
    let due = worked_after(shift(case.today, SOON_DAYS));
    let title = format!("Ask {} for a referral, a review or a quote", who.name);
    let mut step = Step::titled(&title, Some(due), case.today);
    step.id = Id(-1);
    step.account_id = Some(records.account.id);
    step.plan_id = records.plan.as_ref().map(|plan| plan.id);
    step.contact_id = Some(who.id);
    step.signal = Some(SIGNAL.to_owned());
    Some(Doing {
        says: "plan to ask",
        label: format!("{}: ask {} by {}", records.account.name, who.name, day(due, case.today)),
        changes: vec![step::Change::Added(step).into()],
        expected: Vec::new(),
    })
}

fn line(one: &Ask, case: &Case<'_>) -> Line {
    let who = case.records.contacts.iter().find(|contact| Some(contact.id) == one.contact_id);
    let who = who.map_or("the account", |contact| contact.name.as_str());
    let answer = match one.granted {
        Some(true) => Span::healthy("● granted"),
        Some(false) => Span::dim("✕ declined"),
        None => Span::watch("? no answer yet"),
    };
    let note = one.note.as_deref().unwrap_or_default();
    let cells = vec![
        Cell::left(11, vec![Span::text(day(one.on_date, case.today))]),
        Cell::left(12, vec![Span::text(one.kind.word())]),
        Cell::left(16, vec![answer.clone()]),
        Cell::rest(vec![Span::text(who), Span::dim(format!("  {note}"))]),
    ];
    let link = Link::to(Kind::Ask, one.id);
    let text = format!("{who} asked for: {}", one.kind);
    let ground =
        Ground::new(text.clone(), TOPIC).say(note).on([Proof::of(text, one.on_date, link)]);
    let mut entry = Entry::record(link, ground);
    entry.doing = one.granted.is_none().then(|| {
        let fields = vec![ask::Field::Granted(Some(true))];
        Doing {
            says: "granted",
            label: format!("{}: {} granted by {who}", case.records.account.name, one.kind),
            expected: one.expects(&fields),
            changes: vec![ask::Change::Edited { id: one.id, fields }.into()],
        }
    });
    Line::row(cells).with(entry)
}
