//! The contract: by when to act, how far the talks are, what has to be answered, its terms.

use super::super::{Case, Doing, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::account::Status;
use crate::domain::account::contract::{self, Contract, Renewal};
use crate::domain::day::{day, day_ahead, days};
use crate::domain::renewal::clock::{Clock, Phase, wanting};
use chrono::NaiveDate;

const CONTRACT: &str = "contract";

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let mut lines = vec![dates(case)];
    lines.extend(question(case));
    lines.extend(talks(case));
    lines
}

/// Where Enter leads: the contract on record, or a first one.
fn link(case: &Case<'_>) -> Link {
    match &case.records.contract {
        Some(contract) => Link::to(Kind::Contract, contract.id),
        None => Link::new(Kind::Contract),
    }
}

/// What the dates are made of.
fn ground(case: &Case<'_>, title: &str) -> Ground {
    let renewal = &case.picture.renewal;
    let mut ground = Ground::new(title, "act-by");
    if let (Some(act), Some(contract)) = (renewal.act_by, &case.records.contract) {
        let (by, ends) = (day(act.act_by, case.today), day(act.ends_on, case.today));
        let notice = renewal.notice.as_deref().unwrap_or_default();
        ground = ground.say(format!("The contract ends {ends}; notice: {notice}."));
        ground = ground.say(if act.act_by == act.ends_on {
            format!("The last day to act is the end itself, {by}.")
        } else {
            format!("End less notice: {by} is the last day to give it.")
        });
        let link = Link::to(Kind::Contract, contract.id);
        let text = format!("Contract until {ends}, renewal {}", contract.renewal);
        ground = ground.on([Proof::by(text, link)]);
    } else {
        ground = ground.say(renewal.text.clone());
    }
    ground
}

fn dates(case: &Case<'_>) -> Line {
    let renewal = &case.picture.renewal;
    let mut spans = Vec::new();
    match renewal.act_by {
        Some(act) => {
            let tone = match renewal.clock.map(|clock| clock.phase) {
                Some(Phase::Critical | Phase::Ended) => Tone::Risk,
                Some(Phase::Late | Phase::Open | Phase::Passed) => Tone::Watch,
                Some(Phase::Early) | None => Tone::Strong,
            };
            let (by, ends) =
                (day_ahead(act.act_by, case.today), day_ahead(act.ends_on, case.today));
            let away = away(act.act_by, case);
            if act.act_by == act.ends_on {
                spans.push(Span::new(format!("ends {ends} ({away})"), tone));
            } else {
                spans.push(Span::new(format!("notice by {by} ({away})"), tone));
                spans.push(Span::next(&format!("ends {ends}"), Tone::Text));
            }
            let stands = renewal.stands.map(|stands| match stands {
                Renewal::NotStarted => "talks not started".to_owned(),
                other => other.word().to_owned(),
            });
            spans.extend(stands.map(|stands| Span::next(&stands, Tone::Dim)));
        }
        None => spans.push(Span::dim(&renewal.text)),
    }
    if let Some(leaves) =
        renewal.leaves_on.filter(|_| case.records.status(case.today) == Status::Notified)
    {
        spans.insert(0, Span::risk(format!("they leave {}", day_ahead(leaves, case.today))));
        if let Some(first) = spans.get_mut(1) {
            first.text = format!(" · {}", first.text);
        }
    }
    let entry = Entry::record(link(case), ground(case, "By when to act"));
    Line::fact(CONTRACT, spans).with(entry)
}

/// `69 d`, `3 d ago`.
fn away(on: NaiveDate, case: &Case<'_>) -> String {
    match (on - case.today).num_days() {
        left if left < 0 => format!("{} d ago", -left),
        left => days(left),
    }
}

/// What nobody has written down yet: renewed, or lost?
fn question(case: &Case<'_>) -> Option<Line> {
    let question = case.picture.renewal.question.as_ref()?;
    let mut ground = Ground::new("What became of it?", "outcome question").say(&question.text);
    let since = day(question.since, case.today);
    ground = ground.say(format!(
        "Open since {since}. The answer writes contract and revenue history in one step; until \
         then the book counts on what stands here."
    ));
    let contract = case.records.contract.as_ref();
    ground = ground.on(contract
        .map(|contract| Proof::by(format!("Contract, renewal {}", contract.renewal), link(case))));
    let entry = Entry::figure("outcome", ground).links(Link::new(Kind::Outcome));
    Some(Line::fact("what came?", vec![Span::watch(&question.text)]).with(entry))
}

/// When talks begin, are late, are critical; Space notes how far they have come.
fn talks(case: &Case<'_>) -> Option<Line> {
    let renewal = &case.picture.renewal;
    let (clock, contract) = (renewal.clock?, case.records.contract.as_ref()?);
    if matches!(clock.phase, Phase::Passed | Phase::Ended) {
        return None;
    }
    let wants = wanting(clock.phase, contract.renewal);
    let spans = if wants { due(clock, case) } else { resting(clock, contract, case) };
    let on = |what: &str, on| Proof::told(format!("{what} {}", day(on, case.today)));
    let ground = ground(case, "Renewal talks").say(&renewal.text).on([
        on("talks begin", clock.open_on),
        on("they are late from", clock.late_on),
        on("critical from", clock.critical_on),
    ]);
    let ground = Ground { topic: "renewal talks", ..ground };
    let mut entry = Entry::figure("talks", ground).links(link(case));
    if matches!(contract.renewal, Renewal::VerbalYes | Renewal::Signed | Renewal::Lost) {
        entry = entry.links(Link::new(Kind::Outcome));
    }
    entry.doing = further(contract, &case.records.account.name);
    Some(Line::fact("talks", spans).with(entry))
}

/// The talks want something now.
fn due(clock: Clock, case: &Case<'_>) -> Vec<Span> {
    let on = |on| day_ahead(on, case.today);
    let left = |on: NaiveDate| days((on - case.today).num_days());
    match clock.phase {
        Phase::Open => vec![
            Span::watch(format!("to begin since {}", day(clock.open_on, case.today))),
            Span::next(&format!("late from {}", on(clock.late_on)), Tone::Text),
            Span::next(&format!("in {}", left(clock.late_on)), Tone::Dim),
        ],
        Phase::Late => vec![
            Span::risk(format!("late since {}", day(clock.late_on, case.today))),
            Span::next(&format!("critical from {}", on(clock.critical_on)), Tone::Text),
            Span::next(&format!("in {}", left(clock.critical_on)), Tone::Dim),
        ],
        _ => vec![
            Span::risk(format!("critical since {}", day(clock.critical_on, case.today))),
            Span::next("get their yes, or know that it is a no", Tone::Text),
        ],
    }
}

/// The talks want nothing now.
fn resting(clock: Clock, contract: &Contract, case: &Case<'_>) -> Vec<Span> {
    let on = |on| day_ahead(on, case.today);
    match (contract.renewal, clock.phase) {
        (Renewal::NotStarted, _) => vec![
            Span::text(format!("begin {}", on(clock.open_on))),
            Span::next(&format!("late from {}", on(clock.late_on)), Tone::Dim),
            Span::next(&format!("critical from {}", on(clock.critical_on)), Tone::Dim),
        ],
        (Renewal::InTalks, _) => vec![
            Span::text("in talks"),
            Span::next(&format!("a yes is wanted by {}", on(clock.critical_on)), Tone::Dim),
        ],
        (Renewal::Lost, _) => {
            vec![Span::risk("lost"), Span::next("when do they leave, and why?", Tone::Text)]
        }
        (stands, _) => vec![
            Span::healthy(stands.word()),
            Span::next("until when, and for how much?", Tone::Text),
        ],
    }
}

/// Not started → in talks → verbal yes; what comes after is asked for in full.
pub(in super::super) fn further(contract: &Contract, account: &str) -> Option<Doing> {
    let (next, says) = match contract.renewal {
        Renewal::NotStarted => (Renewal::InTalks, "talks begun"),
        Renewal::InTalks => (Renewal::VerbalYes, "verbal yes"),
        Renewal::VerbalYes | Renewal::Signed | Renewal::Lost => return None,
    };
    let fields = vec![contract::Field::Renewal(next)];
    Some(Doing {
        says,
        label: format!("{account}: renewal {next}"),
        expected: contract.expects(&fields),
        changes: vec![contract::Change::Edited { id: contract.id, fields }.into()],
    })
}

/// `2 months, either side may give it, renews by itself · 36 mo from 1 Apr 2024`.
pub(super) fn terms(case: &Case<'_>) -> Option<Line> {
    let contract = case.records.contract.as_ref()?;
    let renewal = &case.picture.renewal;
    let mut spans = vec![Span::dim(renewal.notice.as_deref().unwrap_or_default())];
    let from = contract.starts_on.map(|day_on| format!("from {}", day(day_on, case.today)));
    let term = renewal.term_months.map(|months| format!("{months} mo"));
    let term = match (term, from) {
        (Some(term), Some(from)) => Some(format!("{term} {from}")),
        (term, from) => term.or(from),
    };
    spans.extend(term.map(|term| Span::next(&term, Tone::Dim)));
    spans.extend(contract.note.as_ref().map(|note| Span::next(note, Tone::Dim)));
    let ground = Ground { topic: CONTRACT, ..ground(case, "Terms of the contract") };
    let entry = Entry::figure("terms", ground).links(link(case));
    Some(Line::fact("notice", spans).with(entry))
}
