//! The opportunities: the open ones by rank, each with its verdict, its next talk and the question
//! that comes next; the closed ones at the end.

use super::super::money::short;
use super::super::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use super::talk;
use crate::domain::cell::Id;
use crate::domain::day::{day, day_ahead};
use crate::domain::expansion::verdict::{Answered, Judged, Verdict};
use crate::domain::expansion::{OpportunityLine, talk as next_talk};
use crate::domain::revenue::opportunity::{self, Field, Opportunity, OpportunityStage};
use crate::domain::rules::limit::Limit;

/// From so many columns of the page on there is room for the ease and the stage.
const EASE: u16 = 70;
const STAGE: u16 = 90;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let expansion = &case.picture.expansion;
    let mut lines = Vec::new();
    if expansion.open == 0 {
        lines.push(Line::title("Opportunities"));
        lines.push(Line::prose(EMPTY));
        lines.push(Line::offer("first opportunity", Link::new(Kind::Opportunity), "opportunity"));
        return lines;
    }
    lines.push(head(case));
    for one in expansion.opportunities.iter().filter(|one| one.judged.is_some()) {
        lines.push(line(one, case));
        lines.extend(next(one, case));
    }
    lines
}

const EMPTY: &str = "Nothing is open. Business that could grow out of the account stands here, \
    with what speaks for it and what is still to be asked: a case or two a quarter is enough.";

fn head(case: &Case<'_>) -> Line {
    let expansion = &case.picture.expansion;
    let mut figure = vec![Span::text(format!("{} open", expansion.open))];
    if expansion.pursue > 0 {
        figure.push(Span::new(format!(" · {} to pursue", expansion.pursue), Tone::Healthy));
    }
    if expansion.validated.minor > 0 {
        let validated = expansion.validated.signed_short();
        figure.push(Span::dim(format!(" · {validated} validated or proposed")));
    }
    if expansion.without_value > 0 {
        figure.push(Span::dim(format!(" · {} without a value", expansion.without_value)));
    }
    let most = case.rules.count(Limit::PursuedAtOnce);
    let mut ground = Ground::new("Opportunities", "opportunity").say(&expansion.says).say(format!(
        "{most} a quarter with a case are enough; value × ease ÷ 5 says which first."
    ));
    ground = ground.say(expansion.light.as_deref().unwrap_or_default());
    ground =
        ground.on(expansion.opportunities.iter().filter(|one| one.judged.is_some()).map(|one| {
            let rank = one
                .rank
                .map_or_else(|| "no rank".to_owned(), |rank| format!("rank {}", rank.short()));
            Proof::by(
                format!("{}: {}, {rank}", one.title, one.stage),
                Link::to(Kind::Opportunity, one.id),
            )
        }));
    let entry = Entry::figure("opportunities", ground).links(Link::new(Kind::Opportunity));
    Line::part("Opportunities", figure).with(entry)
}

/// How a verdict is meant.
pub(in crate::domain::page) const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Pursue => Tone::Healthy,
        Verdict::Validate => Tone::Text,
        Verdict::Wait => Tone::Dim,
        Verdict::RepairFirst => Tone::Risk,
    }
}

fn line(one: &OpportunityLine, case: &Case<'_>) -> Line {
    let ease = one.ease.map_or_else(|| "–".to_owned(), |ease| format!("{ease}/5"));
    let judged = one.judged.as_ref();
    let verdict = judged.map_or_else(
        || Span::dim(""),
        |judged| Span::new(judged.verdict.word(), tone(judged.verdict)),
    );
    let talk = match (one.next_talk_on, one.revisit) {
        (Some(on), _) => Span::text(format!("talk {}", day_ahead(on, case.today))),
        (None, true) => Span::watch("not since QBR"),
        (None, false) => Span::watch("no talk"),
    };
    let cells = vec![
        Cell::rest(vec![Span::text(&one.title)]),
        Cell::right(wide(case), vec![Span::strong(value(one, case))]),
        Cell::right(3, vec![Span::dim(ease)]).from(EASE),
        Cell::left(12, vec![verdict]),
        Cell::left(9, vec![Span::dim(one.stage.word())]).from(STAGE),
        Cell::left(13, vec![talk]),
    ];
    let mut entry =
        Entry::record(Link::to(Kind::Opportunity, one.id), ground(one, newest(one, case)));
    let planned = next_talk::next(one, case.records, case.rules, case.today);
    entry.doing = planned.map(|step| talk::doing(step, &case.records.account.name, &one.title));
    Line::row(cells).with(entry)
}

/// The newest talk about it.
fn newest(one: &OpportunityLine, case: &Case<'_>) -> Option<Id> {
    let on = one.last_talk_on?;
    let mut talks = case.records.talks.iter();
    let found = talks.find(|talk| talk.opportunity_id == Some(one.id) && talk.on_date == on)?;
    Some(found.id)
}

/// A year's value; in another currency than the book's with its sign.
fn value(one: &OpportunityLine, case: &Case<'_>) -> String {
    one.value.map_or_else(|| "–".to_owned(), |value| short(value, &case.rules.exchange))
}

/// Columns of the values.
fn wide(case: &Case<'_>) -> u16 {
    let mut values = case.picture.expansion.opportunities.iter().filter_map(|one| one.value);
    if values.all(|value| value.currency == case.rules.exchange.base) { 6 } else { 8 }
}

/// All that the verdict and the rank stand on; `talk` is the newest about it.
pub(in crate::domain::page) fn ground(one: &OpportunityLine, talk: Option<Id>) -> Ground {
    let link = Link::to(Kind::Opportunity, one.id);
    let mut ground = Ground::new(one.title.clone(), "verdict");
    if let Some(judged) = &one.judged {
        ground = ground.say(&judged.says);
    }
    ground = ground.say(match (one.rank, one.value_in_base, one.ease) {
        (Some(rank), Some(value), Some(ease)) => format!(
            "Rank {}: {} a year × ease {ease} ÷ 5.",
            rank.signed_short(),
            value.signed_short()
        ),
        (_, None, _) => "No rank: what a year of it is worth is not known.".to_owned(),
        _ => "No rank: how easy it is was not said.".to_owned(),
    });
    if let Some(champion) = &one.champion {
        ground = ground.say(format!("Carried inside by {champion}."));
    }
    if let Some(text) = &one.case_text {
        ground = ground.say(format!("The case: {text}"));
    }
    if one.revisit {
        ground = ground.say("It was not looked at again at the last QBR.");
    }
    if let Some(judged) = &one.judged {
        let answers = judged.questions.iter().chain(&judged.checks);
        ground = ground.on(answers.map(|one| Proof::by(answered(one), link)));
    }
    ground = ground.on(one.hints.iter().map(|hint| Proof::by(&hint.text, link)));
    ground.on(one.last_talk_on.map(|on| {
        let text = format!("last talk about it, {} within a year", one.talks);
        let link = talk.map(|talk| Link::to(Kind::Talk, talk));
        Proof { on_date: Some(on), link, ..Proof::told(text) }
    }))
}

/// `Does it fit their goals?  yes`.
fn answered(one: &Answered) -> String {
    let answer = match one.answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not asked",
    };
    format!("{}  {answer}", one.asks)
}

/// What is to be asked next: Space answers yes, Enter opens the whole.
fn next(one: &OpportunityLine, case: &Case<'_>) -> Option<Line> {
    let judged = one.judged.as_ref()?;
    let (asked, rest) = match judged.verdict {
        Verdict::RepairFirst => return None,
        Verdict::Wait | Verdict::Validate | Verdict::Pursue => open_ones(judged)?,
    };
    let mut spans = Vec::new();
    if asked.answer == Some(false) {
        spans.push(Span::watch("no: "));
    }
    spans.push(Span::dim(asked.asks));
    if rest > 0 {
        spans.push(Span::next(&format!("{rest} more"), Tone::Dim));
    }
    let link = Link::to(Kind::Opportunity, one.id);
    let short = judged.missing.iter().map(|short| Proof::by(format!("missing: {short}"), link));
    let ground = Ground::new(asked.asks, "three questions")
        .say(&judged.says)
        .say("A yes by Space; a no, or more, in its form.")
        .on(short);
    let ground = if judged.questions.iter().any(|question| question.key == asked.key) {
        ground
    } else {
        Ground { topic: "six checks", ..ground }
    };
    let mut entry = Entry::record(link, ground);
    entry.key = format!("opportunity {} asks", one.id.0);
    entry.doing = yes(one, asked, case);
    Some(Line::fact("  asks", spans).with(entry))
}

/// The first thing that is to be answered, and how many more: of *wait* the no that makes it wait,
/// else what was never asked, else what is still a no.
fn open_ones(judged: &Judged) -> Option<(&Answered, usize)> {
    let all = || judged.questions.iter().chain(&judged.checks);
    let open = || all().filter(|one| one.answer != Some(true));
    if judged.verdict == Verdict::Pursue {
        return None;
    }
    let first = if judged.verdict == Verdict::Wait {
        judged.questions.iter().find(|one| one.answer == Some(false))
    } else {
        all().find(|one| one.answer.is_none())
    };
    let first = first.or_else(|| open().next())?;
    Some((first, open().count().saturating_sub(1)))
}

fn yes(one: &OpportunityLine, asked: &Answered, case: &Case<'_>) -> Option<Doing> {
    let records = case.records;
    let old = records.opportunities.iter().find(|found| found.id == one.id)?;
    let fields = vec![field(asked.key)?];
    let title = &one.title;
    Some(Doing {
        says: "yes",
        label: format!("{}: “{title}”, {} yes", records.account.name, asked.asks),
        expected: Opportunity::expects(old, &fields),
        changes: vec![opportunity::Change::Edited { id: old.id, fields }.into()],
    })
}

fn field(key: &str) -> Option<Field> {
    let yes = Some(true);
    Some(match key {
        "solves_problem" => Field::SolvesProblem(yes),
        "voiced_interest" => Field::VoicedInterest(yes),
        "timing_right" => Field::TimingRight(yes),
        "fits_goals" => Field::FitsGoals(yes),
        "measurable_case" => Field::MeasurableCase(yes),
        "champion_inside" => Field::ChampionInside(yes),
        "deliverable" => Field::Deliverable(yes),
        "budget_timing" => Field::BudgetTiming(yes),
        "pilot" => Field::Pilot(yes),
        _ => return None,
    })
}

/// Won, lost and parked ones, newest first.
pub(super) fn closed(case: &Case<'_>) -> Vec<Line> {
    let all = case.picture.expansion.opportunities.iter();
    let closed: Vec<&OpportunityLine> = all.filter(|one| one.judged.is_none()).collect();
    if closed.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::gap(), Line::title("Closed")];
    lines.extend(closed.iter().map(|one| {
        let mark = match one.stage {
            OpportunityStage::Won => Span::healthy("● won"),
            OpportunityStage::Lost => Span::risk("✕ lost"),
            _ => Span::dim("· parked"),
        };
        let on = one.closed_on.map_or_else(|| "–".to_owned(), |on| day(on, case.today));
        let when =
            one.closed_on.map_or_else(|| "on a day nobody wrote down".to_owned(), |_| on.clone());
        let cells = vec![
            Cell::left(9, vec![mark]),
            Cell::left(11, vec![Span::dim(&on)]),
            Cell::rest(vec![
                Span::text(&one.title),
                Span::dim(match &one.lost_reason {
                    Some(why) => format!("  {why}"),
                    None => String::new(),
                }),
            ]),
            Cell::right(wide(case) + 1, vec![Span::text(value(one, case))]),
        ];
        let ground = Ground::new(one.title.clone(), "opportunity")
            .say(format!("{} {when}.", one.stage))
            .say(one.lost_reason.as_deref().unwrap_or_default())
            .on([Proof::by(&one.title, Link::to(Kind::Opportunity, one.id))]);
        Line::row(cells).with(Entry::record(Link::to(Kind::Opportunity, one.id), ground))
    }));
    lines
}
