//! The QBRs of the next quarter, each with the one or two cases to bring; who had none yet; what
//! the last one did not look at.
//!
//! ```text
//!  Next 91 d  5 QBRs · 4 planned
//!  Sat 12 Dec  Humongous Insurance  S  1.60M  planned, in 20 d
//!    ✓ Appointments in the branches          140k  pursue     on the agenda
//!  Wed 6 Jan   Alpine Works         G   240k  due in 45 d, no day
//!    ○ Machine park of Nantes                 90k  validate   to bring
//! ```

use super::super::expand::opportunity::tone;
use super::super::money::short;
use super::super::{Cell, Doing, Entry, Ground, Kind, Line, Link, Page, Proof, Span, Tone, Whom};
use super::whose;
use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::day::{
    day, days, days_between, far, shift, weekday, worked_after, worked_before,
};
use crate::domain::expansion::book::Grown;
use crate::domain::expansion::book::qbr::{AHEAD, CASE, Case, Qbr};
use crate::domain::money::Money;
use crate::domain::plan::step::{self, MeetingType, Step, StepKind};
use crate::domain::revenue::opportunity;
use crate::domain::rules::Rules;
use crate::domain::signal::sentence::count;
use chrono::NaiveDate;

const TOPIC: &str = "qbr";
/// The playbook that prepares one.
const PREPARE: &str = "prepare the QBR";
/// What a case is prepared before, days.
const BEFORE: i64 = 14;
/// How soon an overdue one is planned, days; and what is to be brought to it.
const SOON: i64 = 14;
const SOONER: i64 = 7;

const EMPTY: &str = "No QBR is planned or due in the next quarter. A tier asks for one each quarter \
    or half-year; the account's own interval stands in its form.";

#[must_use]
pub fn page(grown: &Grown, rules: &Rules) -> Page {
    let qbrs = &grown.qbrs;
    let mut lines = vec![head(grown)];
    if qbrs.coming.is_empty() {
        lines.push(Line::prose(EMPTY));
    }
    for one in &qbrs.coming {
        lines.push(line(one, grown));
        lines.extend(one.cases.iter().map(|case| brought(case, one, grown, rules)));
    }
    lines.extend(never(grown));
    lines.extend(unseen(grown, rules));
    let figure = match qbrs.coming.len() {
        0 => String::new(),
        n => format!("{} in {AHEAD} d", count(n, "QBR")),
    };
    Page { figure, lines }
}

fn head(grown: &Grown) -> Line {
    let coming = &grown.qbrs.coming;
    let planned = coming.iter().filter(|one| one.planned.is_some()).count();
    let mut figure = vec![Span::text(format!("{}, {planned} planned", count(coming.len(), "QBR")))];
    let cases = || coming.iter().flat_map(|one| &one.cases);
    let open = cases().filter(|case| !case.brought).count();
    if open > 0 {
        figure.push(Span::next(&format!("{} to bring", count(open, "case")), Tone::Watch));
    }
    let says = format!(
        "Planned ones, else the last day on which the next is in time. One or two cases each, at \
         most {}, what is to be pursued first.",
        grown.most
    );
    let ground = Ground::new(format!("QBRs of the next {AHEAD} d"), TOPIC).say(says).on(coming
        .iter()
        .map(|one| {
            let proof = Proof::account(
                one.whose.account,
                format!("{}: {}", one.whose.name, stands(one, grown.today)),
            );
            Proof { on_date: Some(one.on), ..proof }
        }));
    Line::part(format!("Next {AHEAD} d"), figure).with(Entry::figure("qbrs", ground))
}

/// `planned, in 22 d`, `due in 5 d, no day`, `19 d overdue, no day`.
fn stands(one: &Qbr, today: NaiveDate) -> String {
    match one.planned {
        Some(_) => format!("planned, {}", far(one.on, today)),
        None if one.on < today => format!("{} overdue, no day", days(days_between(one.on, today))),
        None => format!("due {}, no day", far(one.on, today)),
    }
}

fn line(one: &Qbr, grown: &Grown) -> Line {
    let today = grown.today;
    let arr = one.arr.map_or_else(|| "–".to_owned(), Money::short);
    let says = stands(one, today);
    let mut says = vec![if one.planned.is_some() { Span::text(says) } else { Span::watch(says) }];
    says.extend(match (one.repair, one.cases.is_empty()) {
        (true, _) => Some(Span::next("repair first", Tone::Risk)),
        (false, true) => Some(Span::next("no case", Tone::Dim)),
        (false, false) => None,
    });
    let last = one.last_on.map(|on| format!("last {}", day(on, today))).unwrap_or_default();
    let cells = vec![
        Cell::left(12, vec![Span::text(weekday(one.on, today))]),
        whose(&one.whose.name),
        Cell::left(1, vec![Span::dim(one.tier.map_or("–", Tier::letter))]),
        Cell::right(7, vec![Span::dim(arr)]),
        Cell::rest(says),
        Cell::left(18, vec![Span::dim(last)]).from(92),
    ];
    let account = one.whose.account;
    let mut ground =
        Ground::new(format!("QBR with {}", one.whose.name), TOPIC).say(match one.planned {
            Some(_) => format!("Planned for {}.", weekday(one.on, today)),
            None => format!("In time until {}; no meeting is planned.", weekday(one.on, today)),
        });
    ground = ground.say(one.last_on.map_or_else(
        || "There was no QBR yet.".to_owned(),
        |on| format!("The last one was on {}.", day(on, today)),
    ));
    let meeting = one.planned.map(|step| Link::to(Kind::Step, step));
    ground = ground.on(meeting.map(|link| Proof::of("the meeting", one.on, link).whose(account)));
    ground = ground.on(one.cases.iter().map(|case| {
        let link = Link::to(Kind::Opportunity, case.opportunity);
        Proof::by(format!("to bring: {}, {}", case.title, case.verdict), link).whose(account)
    }));
    let entry = match meeting {
        Some(link) => Entry::record(link, ground),
        None => Entry::figure(format!("qbr {}", account.0), ground),
    };
    let mut entry = entry.of(Whom::account(account).plays(PREPARE));
    entry.ground.says.extend(match (one.repair, one.cases.is_empty()) {
        (true, _) => Some("At risk: bring what was mended, and sell nothing.".to_owned()),
        (false, true) => Some("Nothing is open to pursue or validate.".to_owned()),
        (false, false) => None,
    });
    let open: Vec<&Case> = one.cases.iter().filter(|case| !case.brought).collect();
    entry.doing = match (&one.meeting, open.is_empty()) {
        (Some(meeting), false) => Some(onto(meeting, &open, one, grown)),
        (Some(_), true) => None,
        (None, _) => Some(planned(one, grown)),
    };
    Line::row(cells).with(entry)
}

fn brought(case: &Case, one: &Qbr, grown: &Grown, rules: &Rules) -> Line {
    let value = case.value.map_or_else(|| "–".to_owned(), |value| short(value, &rules.exchange));
    let (sign, says) = match (case.brought, one.planned) {
        (true, Some(_)) => ("✓", Span::healthy("on the agenda")),
        (true, None) => ("✓", Span::healthy("a step is planned")),
        (false, _) => ("○", Span::watch("to bring")),
    };
    let cells = vec![
        Cell::left(1, Vec::new()),
        Cell::rest(vec![Span::text(format!("{sign} {}", case.title))]),
        Cell::right(8, vec![Span::strong(value)]),
        Cell::left(9, vec![Span::new(case.verdict.word(), tone(case.verdict))]),
        Cell::left(17, vec![says]),
    ];
    let account = one.whose.account;
    let link = Link::to(Kind::Opportunity, case.opportunity);
    let judged = grown.chance(case.opportunity).and_then(|one| one.opportunity.judged.as_ref());
    let ground = Ground::new(format!("A case for the QBR: {}", case.title), TOPIC)
        .say(judged.map(|judged| judged.says.clone()).unwrap_or_default())
        .say(match (case.brought, one.planned) {
            (true, _) => "It is brought.",
            (false, Some(_)) => "Space puts it onto the agenda of the meeting.",
            (false, None) => "The QBR has no day yet: Space plans a step that prepares it.",
        })
        .on([Proof::by(case.title.clone(), link).whose(account)]);
    let mut entry = Entry::record(link, ground).of(Whom::account(account).plays("expansion case"));
    entry.key = format!("case {}", case.opportunity.0);
    entry.doing = match (&one.meeting, case.brought) {
        (_, true) => None,
        (Some(meeting), false) => Some(onto(meeting, &[case], one, grown)),
        (None, false) => Some(prepared(case, one, grown)),
    };
    Line::row(cells).with(entry)
}

/// The cases as lines of an agenda, under what stands there.
fn agenda(old: Option<&str>, cases: &[&Case]) -> String {
    let mut lines: Vec<String> = old.into_iter().map(|text| text.trim_end().to_owned()).collect();
    lines.retain(|text| !text.is_empty());
    lines.extend(cases.iter().map(|case| format!("{CASE}{}", case.title)));
    lines.join("\n")
}

/// Each of these is talked about on that day, where no talk about it is planned before.
fn talked(cases: &[&Case], on: NaiveDate, grown: &Grown) -> (Vec<Change>, Vec<Expected>) {
    let (mut changes, mut expected) = (Vec::new(), Vec::new());
    for chance in cases.iter().filter_map(|case| grown.chance(case.opportunity)) {
        if chance.opportunity.next_talk_on.is_some_and(|next| next <= on) {
            continue;
        }
        let fields = vec![opportunity::Field::NextTalkOn(Some(on))];
        expected.extend(chance.record.expects(&fields));
        changes.push(opportunity::Change::Edited { id: chance.record.id, fields }.into());
    }
    (changes, expected)
}

/// `“Seats”`, `2 cases`.
fn named(cases: &[&Case]) -> String {
    match cases {
        [one] => format!("“{}”", one.title),
        some => count(some.len(), "case"),
    }
}

/// Puts cases onto the agenda of a planned meeting.
fn onto(meeting: &Step, cases: &[&Case], one: &Qbr, grown: &Grown) -> Doing {
    let fields = vec![step::Field::Agenda(Some(agenda(meeting.agenda.as_deref(), cases)))];
    let (mut changes, mut expected) = talked(cases, one.on, grown);
    expected.extend(meeting.expects(&fields));
    changes.push(step::Change::Edited { id: meeting.id, fields }.into());
    Doing {
        says: "onto the agenda",
        label: format!("{}: {} onto the agenda of the QBR", one.whose.name, named(cases)),
        changes,
        expected,
    }
}

/// A step of the account, to be done by then.
fn dated(title: &str, due: NaiveDate, one: &Qbr, today: NaiveDate) -> Step {
    let mut step = Step::titled(title, Some(due), today);
    step.id = Id(-1);
    step.account_id = Some(one.whose.account);
    step.plan_id = one.plan;
    step
}

/// Prepares a case for a QBR that has no day yet.
fn prepared(case: &Case, one: &Qbr, grown: &Grown) -> Doing {
    let today = grown.today;
    let soon = worked_after(shift(today, SOONER));
    let due = worked_before(shift(one.on, -BEFORE)).max(soon);
    let mut step = dated(&format!("Bring “{}” to the QBR", case.title), due, one, today);
    step.opportunity_id = Some(case.opportunity);
    Doing {
        says: "prepare it",
        label: format!("{}: prepare “{}” by {}", one.whose.name, case.title, weekday(due, today)),
        changes: vec![step::Change::Added(step).into()],
        expected: Vec::new(),
    }
}

/// Plans the QBR itself, with its cases.
fn planned(one: &Qbr, grown: &Grown) -> Doing {
    let today = grown.today;
    let due = worked_before(one.on).max(worked_after(shift(today, SOON)));
    let cases: Vec<&Case> = one.cases.iter().collect();
    let (mut changes, expected) = talked(&cases, due, grown);
    let mut step = dated(&format!("QBR with {}", one.whose.name), due, one, today);
    step.kind = StepKind::Meeting;
    step.meeting_type = Some(MeetingType::Qbr);
    step.client_sees = true;
    step.agenda = Some(agenda(None, &cases)).filter(|text| !text.is_empty());
    step.signal = (one.on < today).then(|| "qbr-late".to_owned());
    changes.push(step::Change::Added(step).into());
    Doing {
        says: "plan it",
        label: format!("{}: QBR planned for {}", one.whose.name, weekday(due, today)),
        changes,
        expected,
    }
}

/// Accounts that ask for QBRs and had none.
fn never(grown: &Grown) -> Vec<Line> {
    let never = &grown.qbrs.never;
    if never.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = never.iter().map(|one| one.name.as_str()).collect();
    let ground = Ground::new(format!("No QBR yet: {}", count(never.len(), "account")), TOPIC)
        .say(
            "Their tier, or their own interval, asks for one; none took place and none is planned.",
        )
        .on(never.iter().map(|one| Proof::account(one.account, one.name.clone())));
    let figure = vec![Span::text(count(never.len(), "account"))];
    vec![
        Line::gap(),
        Line::part("No QBR yet", figure).with(Entry::figure("never", ground)),
        Line::fact("", vec![Span::dim(names.join(", "))]),
    ]
}

/// Open opportunities that the last QBR did not look at.
fn unseen(grown: &Grown, rules: &Rules) -> Vec<Line> {
    let unseen = grown.qbrs.unseen.iter().filter_map(|id| grown.chance(*id));
    let mut lines: Vec<Line> = unseen
        .map(|chance| {
            let one = &chance.opportunity;
            let seen = one.revisited_on.map_or_else(
                || "never looked at again".to_owned(),
                |on| format!("looked at {}", day(on, grown.today)),
            );
            let value =
                one.value.map_or_else(|| "–".to_owned(), |value| short(value, &rules.exchange));
            let cells = vec![
                whose(&chance.whose.name),
                Cell::rest(vec![Span::text(&one.title)]),
                Cell::right(8, vec![Span::strong(value)]),
                Cell::left(24, vec![Span::watch(seen)]),
            ];
            let (account, link) = (chance.whose.account, Link::to(Kind::Opportunity, one.id));
            let ground = Ground::new(format!("Not looked at: {}", one.title), TOPIC)
                .say("It was open at the last QBR and nobody looked at it again there.")
                .say("Space: it was looked at today.")
                .on([Proof::by(one.title.clone(), link).whose(account)]);
            let fields = vec![opportunity::Field::RevisitedOn(Some(grown.today))];
            let doing = Doing {
                says: "looked at it again",
                label: format!("{}: “{}” looked at again", chance.whose.name, one.title),
                expected: chance.record.expects(&fields),
                changes: vec![opportunity::Change::Edited { id: one.id, fields }.into()],
            };
            let entry =
                Entry { key: format!("unseen {}", one.id.0), ..Entry::record(link, ground) };
            Line::row(cells).with(entry.of(Whom::account(account)).does(doing))
        })
        .collect();
    if !lines.is_empty() {
        let title = Line::part(
            "Not looked at since the last QBR",
            vec![Span::text(lines.len().to_string())],
        );
        lines.splice(0..0, [Line::gap(), title]);
    }
    lines
}

#[cfg(test)]
mod tests;
