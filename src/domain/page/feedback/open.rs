//! Detractors and bad talks: those that wait for a call, and the last that were settled.

use super::{dots, evidence};
use crate::domain::cell::Id;
use crate::domain::day::{day, shift, signed, weekday, worked_after};
use crate::domain::feedback::complaint::{Complaint, ComplaintKind, DETRACTED, UPSET};
use crate::domain::page::{
    Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Shape, Span, Tone,
};
use crate::domain::plan::step::{self, Step};
use crate::domain::signal::sentence::all;

/// The playbook that answers both.
const PLAYBOOK: &str = "detractor and difficult conversation";

/// So many settled ones are still shown.
const SETTLED: usize = 2;

/// A detractor is called within so many days, somebody upset sooner.
const DETRACTOR_DAYS: i64 = 3;
const UPSET_DAYS: i64 = 2;

/// The worst are not the newest: open ones by how long they wait, then the last that were settled.
pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let (mut open, mut closed): (Vec<&Complaint>, Vec<&Complaint>) =
        case.picture.feedback.complaints.iter().partition(|one| one.closed.is_none());
    open.sort_by_key(|one| (one.figure >= 0, one.on_date, one.record));
    closed.sort_by_key(|one| std::cmp::Reverse(one.closed.as_ref().map(|end| end.on_date)));
    closed.truncate(SETTLED);
    if open.is_empty() && closed.is_empty() {
        return Vec::new();
    }
    let title = if open.is_empty() {
        vec![Span::strong("Nothing open"), Span::dim(" · settled last")]
    } else {
        vec![
            Span::new(format!("Open {}", open.len()), Tone::Risk),
            Span::dim(" · a later talk in a mood of 0 or better closes each"),
        ]
    };
    let mut lines = vec![Line::new(Shape::Title(title))];
    lines.extend(open.into_iter().chain(closed).map(|one| line(case, one)));
    lines
}

/// Those who said it and are still there.
fn people(case: &Case<'_>, complaint: &Complaint) -> Vec<Id> {
    let (_, id) = complaint.record;
    let here = |who: &Id| {
        case.records.contacts.iter().any(|one| one.id == *who && one.active_on(case.today))
    };
    match complaint.kind {
        ComplaintKind::Detractor => {
            let answer = case.records.answers.iter().find(|one| one.id == id);
            answer.and_then(|one| one.contact_id).into_iter().collect()
        }
        ComplaintKind::BadTalk => {
            let talk = case.records.talks.iter().find(|one| one.id == id);
            talk.map(|one| one.people.iter().filter(|who| here(who)).copied().collect())
                .unwrap_or_default()
        }
    }
}

fn line(case: &Case<'_>, complaint: &Complaint) -> Line {
    let people = people(case, complaint);
    let step = step_for(case, complaint, &people);
    let state = match (&complaint.closed, step.and_then(|step| step.due_on)) {
        (Some(end), _) => Span::dim(format!("closed {}", day(end.on_date, case.today))),
        (None, Some(due)) if due < case.today => Span::new("step late", Tone::Watch),
        (None, Some(due)) => Span::text(weekday(due, case.today)),
        (None, None) => Span::new("no step yet", Tone::Watch),
    };
    let mut cells: Vec<Cell> = vec![
        Cell::left(4, figure(complaint)),
        Cell::left(16, vec![Span::text(who(case, complaint, &people))]),
        Cell::right(6, vec![Span::dim(evidence::age(case, complaint.on_date))]),
        Cell::left(13, vec![state]),
    ];
    cells.push(Cell::rest(said(case, complaint)));
    let entry = Entry {
        key: format!("{} {}", kept(complaint.kind), complaint.record.1.0),
        ground: ground(case, complaint, &people, step),
        link: Some(link(complaint, &people)),
        doing: doing(case, complaint, &people, step),
        whom: None,
    };
    Line::row(cells).with(entry)
}

/// Of its key: an answer has its own line among all answers, a talk has none on this tab.
const fn kept(kind: ComplaintKind) -> &'static str {
    match kind {
        ComplaintKind::Detractor => "detractor",
        ComplaintKind::BadTalk => "talk",
    }
}

/// `○ 4` of an answer, `−1` of a talk.
fn figure(complaint: &Complaint) -> Vec<Span> {
    let settled = complaint.closed.is_some();
    let tone = if settled { Tone::Dim } else { Tone::Risk };
    match complaint.kind {
        ComplaintKind::Detractor => {
            let sign = dots::sign(complaint.figure);
            vec![Span { tone, ..sign }, Span::text(format!(" {}", complaint.figure))]
        }
        ComplaintKind::BadTalk => vec![Span::new(signed(complaint.figure), tone)],
    }
}

fn who(case: &Case<'_>, complaint: &Complaint, people: &[Id]) -> String {
    match complaint.kind {
        ComplaintKind::Detractor if people.is_empty() => "unnamed".to_owned(),
        _ => evidence::people(case, people),
    }
}

/// Driver and words of an answer; the words of a talk where they are at hand.
fn said(case: &Case<'_>, complaint: &Complaint) -> Vec<Span> {
    let (_, id) = complaint.record;
    match complaint.kind {
        ComplaintKind::Detractor => {
            let answer = case.records.answers.iter().find(|one| one.id == id);
            let driver = answer.and_then(|one| one.driver);
            let driver = driver.map(|driver| case.rules.driver(driver).to_owned());
            let words = evidence::quoted(complaint.why.as_deref());
            vec![Span::text(driver.unwrap_or_default()), Span::dim(words)]
        }
        ComplaintKind::BadTalk => {
            let talk = case.records.talks.iter().find(|one| one.id == id);
            let kind = talk.map(|talk| talk.kind.to_string()).unwrap_or_default();
            let last = case.records.last_talk.as_ref().filter(|last| last.id == id);
            let quote = last.and_then(|last| last.quote.as_deref());
            vec![Span::text(kind), Span::dim(evidence::quoted(quote))]
        }
    }
}

fn step_for<'a>(case: &Case<'a>, complaint: &Complaint, people: &[Id]) -> Option<&'a Step> {
    let open = complaint.closed.is_none();
    open.then(|| evidence::step_for(case, people, &[DETRACTED, UPSET], PLAYBOOK)).flatten()
}

/// What closes an open one: a talk with them, or a reason where nobody is named. What closed it.
fn link(complaint: &Complaint, people: &[Id]) -> Link {
    if let Some(end) = &complaint.closed {
        let (table, id) = end.record;
        return Link::to(Kind::from_word(table).unwrap_or(Kind::Talk), id);
    }
    match (complaint.kind, people) {
        (ComplaintKind::Detractor, []) => Link::new(Kind::Closing),
        (ComplaintKind::BadTalk, []) => Link::new(Kind::Talk),
        (_, [first, ..]) => Link::new(Kind::Talk).about(*first),
    }
}

/// Space: a call with a day.
fn doing(
    case: &Case<'_>,
    complaint: &Complaint,
    people: &[Id],
    step: Option<&Step>,
) -> Option<Doing> {
    if complaint.closed.is_some() || step.is_some() {
        return None;
    }
    let first = *people.first()?;
    let (code, within, title) = match complaint.kind {
        ComplaintKind::Detractor => (DETRACTED, DETRACTOR_DAYS, "listen, then settle it"),
        ComplaintKind::BadTalk => (UPSET, UPSET_DAYS, "settle it"),
    };
    let who = evidence::name(case, first);
    let mut call = Step::titled(
        &format!("Call {who}: {title}"),
        Some(worked_after(shift(case.today, within))),
        case.today,
    );
    call.account_id = Some(case.records.account.id);
    call.plan_id = case.records.plan.as_ref().map(|plan| plan.id);
    call.contact_id = Some(first);
    call.signal = Some(code.to_owned());
    let by = call.due_on.map(|due| day(due, case.today)).unwrap_or_default();
    Some(Doing {
        says: "call step",
        label: format!("{}: call {who} by {by}", case.records.account.name),
        changes: vec![step::Change::Added(call).into()],
        expected: Vec::new(),
    })
}

fn ground(case: &Case<'_>, complaint: &Complaint, people: &[Id], step: Option<&Step>) -> Ground {
    let (_, id) = complaint.record;
    let when = day(complaint.on_date, case.today);
    let first = match complaint.kind {
        ComplaintKind::Detractor => {
            format!("0 to 6 is a detractor: {} on {when}.", complaint.figure)
        }
        ComplaintKind::BadTalk => format!("A talk in mood {} on {when}.", signed(complaint.figure)),
    };
    let mut says = vec![first];
    says.push(match (&complaint.closed, people) {
        (Some(end), _) => {
            let on = day(end.on_date, case.today);
            match &end.reason {
                Some(reason) => format!("Closed by hand on {on}: {reason}."),
                None => format!("Closed by a better talk on {on}."),
            }
        }
        (None, []) if complaint.kind == ComplaintKind::Detractor => {
            "Nobody is named, so nobody can be called: you close it, with a reason.".to_owned()
        }
        (None, []) => "Who said it is gone: a talk with anybody there in a mood of 0 or better \
                       closes it, or you, with a reason."
            .to_owned(),
        (None, people) => {
            let names: Vec<&str> = people.iter().map(|one| evidence::name(case, *one)).collect();
            format!(
                "A later talk with {} in a mood of 0 or better closes it, or you, with a reason.",
                all(&names).replace(" and ", " or ")
            )
        }
    });
    let mut proofs: Vec<Proof> = match complaint.kind {
        ComplaintKind::Detractor => {
            evidence::answers(case, case.records.answers.iter().filter(|one| one.id == id))
        }
        ComplaintKind::BadTalk => {
            let talks = case.records.talks.iter().filter(|one| one.id == id);
            talks.map(|one| evidence::talk(case, one)).collect()
        }
    };
    if let Some(end) = &complaint.closed {
        let (table, id) = end.record;
        let talk = case.records.talks.iter().find(|one| table == "talk" && one.id == id);
        proofs.push(talk.map_or_else(
            || Proof {
                text: format!("closed: {}", end.reason.as_deref().unwrap_or_default()),
                on_date: Some(end.on_date),
                link: Some(Link::to(Kind::Closing, id)),
                account: None,
            },
            |talk| evidence::talk(case, talk),
        ));
    }
    proofs.extend(step.map(|step| evidence::step(case, step)));
    let title = match complaint.kind {
        ComplaintKind::Detractor => format!("Detractor: {}", who(case, complaint, people)),
        ComplaintKind::BadTalk => format!("Bad talk: {}", who(case, complaint, people)),
    };
    Ground { title, says, topic: "closing", proofs }
}
