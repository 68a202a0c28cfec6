//! The sums of the quarter, each with the accounts that it is made of; the target; the expansion
//! that is to close.

use super::super::super::{Cell, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use super::{TARGET, part, span, when};
use crate::domain::bar;
use crate::domain::cell::Id;
use crate::domain::day::day_ahead;
use crate::domain::forecast::closing::Stage;
use crate::domain::forecast::due::{Counted, Due, State};
use crate::domain::forecast::five;
use crate::domain::forecast::outlook::{Outlook, Sum};
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{percent, tenth, whole};

const TOPIC: &str = "forecast";
/// Columns of the bars.
const BAR: u16 = 20;
/// What is not known.
const NOTHING: &str = "–";

pub(super) fn lines(outlook: &Outlook, rules: &Rules) -> Vec<Line> {
    let title = part(&outlook.quarter.title(), &format!("{} · {}", span(outlook), when(outlook)));
    let mut lines = vec![title];
    if outlook.due.count == 0 {
        lines.push(Line::prose(format!(
            "No contract on record ends in {}. ← and → go to the quarters before and after.",
            outlook.quarter.title()
        )));
    } else {
        lines.extend(figures(outlook, rules).into_iter().map(|one| one.line(outlook)));
    }
    lines.push(target(outlook));
    lines.extend(without_end(outlook));
    lines.extend(left_out(outlook));
    lines.push(Line::gap());
    lines.extend(expansion(outlook));
    lines
}

/// One sum.
struct Figure<'a> {
    label: &'static str,
    sum: Sum,
    tone: Tone,
    note: String,
    says: Vec<String>,
    /// Whom it is made of, and what each brings.
    of: Vec<&'a Due>,
    brings: fn(&Due) -> Option<i64>,
    /// Nobody said what it comes to.
    unsaid: bool,
}

impl Figure<'_> {
    fn line(self, outlook: &Outlook) -> Line {
        let Self { label, sum, tone, note, says, of, brings, unsaid } = self;
        let told = if unsaid { NOTHING.to_owned() } else { five::sum(sum, outlook) };
        let mut ground = Ground::new(format!("{label} {told}"), TOPIC);
        ground.says = says;
        ground = ground.on(of.into_iter().map(|one| proof(one, brings(one), outlook)));
        let tone = if sum.count == 0 { Tone::Dim } else { tone };
        let full = outlook.due.amount.max(1) as f64;
        let amount = if unsaid { NOTHING.to_owned() } else { amount(sum, outlook) };
        let cells = vec![
            Cell::left(12, vec![Span::new(label, tone)]),
            Cell::right(3, vec![Span::text(sum.count.to_string())]),
            Cell::right(8, vec![Span::text(amount)]),
            Cell::left(BAR, vec![Span::new(drawn(sum.amount, full), tone)]),
            Cell::rest(vec![Span::dim(note)]),
        ];
        Line::row(cells).with(Entry::figure(label, ground))
    }
}

/// Against all that is due.
fn drawn(amount: i64, full: f64) -> String {
    bar::bar(amount as f64, full, usize::from(BAR))
}

/// `1.61M`; `–` where no ARR of them is known.
fn amount(sum: Sum, outlook: &Outlook) -> String {
    if sum.count > 0 && sum.count == sum.without_amount {
        return NOTHING.to_owned();
    }
    outlook.money(sum.amount).short()
}

/// Every sum, in the order in which it is read.
fn figures<'a>(outlook: &'a Outlook, rules: &Rules) -> Vec<Figure<'a>> {
    let all = &outlook.renewals;
    let open = |one: &&Due| one.state == State::Open;
    let counted = |counted: Counted| -> Vec<&Due> {
        all.iter().filter(open).filter(|one| one.counted == counted).collect()
    };
    let in_state =
        |state: State| -> Vec<&Due> { all.iter().filter(|one| one.state == state).collect() };
    let (sure, unsure) = (rules.share(Limit::ForecastCommit), rules.share(Limit::ForecastRisk));
    let weak = whole(rules.limit(Limit::RiskBelow));
    let say = |text: &str| vec![text.to_owned()];
    let mut found = vec![
        Figure {
            label: "due",
            sum: outlook.due,
            tone: Tone::Text,
            note: unknown(outlook.due),
            says: say(
                "All contracts that end in the quarter, with the ARR of today; of one that is over, with that of its last day.",
            ),
            of: all.iter().collect(),
            brings: |one| one.arr,
            unsaid: false,
        },
        Figure {
            label: "signed",
            sum: outlook.signed,
            tone: Tone::Healthy,
            note: String::new(),
            says: say(
                "Renewed, with the ARR from the day after the end; in commit they are not counted again.",
            ),
            of: in_state(State::Signed),
            brings: |one| one.then,
            unsaid: false,
        },
        Figure {
            label: "commit",
            sum: outlook.commit,
            tone: Tone::Healthy,
            note: format!("{} or surer", percent(sure)),
            says: vec![format!(
                "Not signed, and by your forecast they renew with {} or more. Lost at 10 % is a chance of 90 %; what shrinks counts with its new amount.",
                percent(sure)
            )],
            of: counted(Counted::Commit),
            brings: |one| one.then,
            unsaid: false,
        },
        Figure {
            label: "expected",
            sum: outlook.expected,
            tone: Tone::Strong,
            note: of_due(outlook),
            says: expected(outlook),
            of: all
                .iter()
                .filter(|one| one.percent().is_some() && one.state != State::Lost)
                .collect(),
            brings,
            unsaid: outlook.foreseen().is_none(),
        },
        Figure {
            label: "at risk",
            sum: outlook.at_risk,
            tone: Tone::Risk,
            note: format!("under {}, or score < {weak}", percent(unsure)),
            says: vec![format!(
                "Not signed, and by your forecast they renew with less than {}, or their score is under {weak}.",
                percent(unsure)
            )],
            of: all.iter().filter(|one| one.at_risk()).collect(),
            brings: |one| one.arr,
            unsaid: false,
        },
        Figure {
            label: "no forecast",
            sum: outlook.no_forecast,
            tone: Tone::Watch,
            note: "counted apart".to_owned(),
            says: say(
                "Of these nobody said what will become of them. Nothing is guessed: they are in no figure but due, and Enter on their lines below asks for it.",
            ),
            of: counted(Counted::Unsaid),
            brings: |one| one.arr,
            unsaid: false,
        },
    ];
    if outlook.lost.count > 0 {
        found.push(Figure {
            label: "lost",
            sum: outlook.lost,
            tone: Tone::Risk,
            note: "gave notice or left".to_owned(),
            says: say("Contracts that are lost, and those of who gave notice or left; they bring nothing to what is expected."),
            of: in_state(State::Lost),
            brings: |one| one.arr,
            unsaid: false,
        });
    }
    found
}

/// What a renewal adds to what is expected.
fn brings(one: &Due) -> Option<i64> {
    let hundredths = i128::from(one.then?) * i128::from(one.percent()?);
    let half = if hundredths < 0 { -50 } else { 50 };
    i64::try_from((hundredths + half) / 100).ok()
}

/// `1 of unknown ARR`.
fn unknown(sum: Sum) -> String {
    match sum.without_amount {
        0 => String::new(),
        count => format!("{count} of unknown ARR or without a rate"),
    }
}

/// `48 % of due, from 5 of 8`.
fn of_due(outlook: &Outlook) -> String {
    let of = format!("{} of {}", outlook.expected.count, outlook.due.count);
    match outlook.foreseen() {
        None if outlook.expected.count == 0 => format!("nobody said yet, {of}"),
        None => format!("their ARR is not known, {of}"),
        Some(_) if outlook.due.amount <= 0 => format!("from {of}"),
        Some(amount) => {
            format!("{} of due, from {of}", percent(amount as f64 / outlook.due.amount as f64))
        }
    }
}

fn expected(outlook: &Outlook) -> Vec<String> {
    let mut says = vec!["The sum of ARR × the chance that it renews: signed is 100 %, lost at 80 % is 20 %, what shrinks counts with its new amount.".to_owned()];
    let unsaid: Vec<&str> = outlook
        .renewals
        .iter()
        .filter(|one| one.amount_unsaid)
        .map(|one| one.name.as_str())
        .collect();
    if !unsaid.is_empty() {
        says.push(format!(
            "Nobody said to what it shrinks, so it is counted whole: {}.",
            unsaid.join(", ")
        ));
    }
    if outlook.no_forecast.count > 0 {
        let apart = five::sum(outlook.no_forecast, outlook);
        says.push(format!("Without forecast, and not in it: {apart}."));
    }
    says
}

/// `Contoso: 940k, shrink at 55 %, score 5.2`.
fn proof(one: &Due, brings: Option<i64>, outlook: &Outlook) -> Proof {
    let amount = match brings {
        Some(minor) => outlook.money(minor).signed_short(),
        None if one.without_rate.is_empty() => "ARR unknown".to_owned(),
        None => format!("no rate for {}", one.without_rate.join(", ")),
    };
    let said = one
        .forecast
        .as_ref()
        .map(|said| format!("{} at {} %", said.outcome, said.probability))
        .filter(|_| one.state == State::Open);
    let state = (one.state != State::Open).then(|| one.state.to_string());
    let score = one.score.map(|score| format!("score {}", tenth(score)));
    let facts: Vec<String> =
        std::iter::once(amount).chain(state).chain(said).chain(score).collect();
    Proof::account(one.account, format!("{}: {}", one.name, facts.join(", ")))
}

/// Always there, so that one can be set.
fn target(outlook: &Outlook) -> Line {
    let mut ground = Ground::new(five::target(outlook), "quarter target")
        .say("What the quarter is to bring: renewals at their chance and the expansion that is won. What is not won yet does not count.");
    let (amount, note, tone) = match outlook.target {
        None => ("–".to_owned(), "none set; Enter sets one".to_owned(), Tone::Dim),
        Some(target) => {
            let set = target.set.short();
            match target.gap {
                None => (set, format!("no rate for {}", target.set.currency), Tone::Watch),
                Some(gap) if gap > 0 => (
                    set,
                    format!("gap {}{}", outlook.money(gap).short(), apart(outlook)),
                    Tone::Watch,
                ),
                Some(gap) => {
                    let over = outlook.money(gap.saturating_neg()).short();
                    (set, format!("reached, {over} over"), Tone::Healthy)
                }
            }
        }
    };
    if let Some(gap) = outlook.target.and_then(|target| target.gap) {
        let won = won(outlook).map_or(0, |won| won.amount);
        let told = |minor| outlook.money(minor).signed_short();
        ground = ground.say(format!(
            "Expected {} and won {} leave {}.",
            outlook.foreseen().map_or_else(|| NOTHING.to_owned(), told),
            told(won),
            told(gap)
        ));
    }
    let cells = vec![
        Cell::left(12, vec![Span::new(TARGET, Tone::Text)]),
        Cell::right(3, Vec::new()),
        Cell::right(8, vec![Span::text(amount)]),
        Cell::rest(vec![Span::new(note, tone)]),
    ];
    Line::row(cells).with(Entry::figure(TARGET, ground))
}

/// `, 2 without a forecast not counted`.
fn apart(outlook: &Outlook) -> String {
    match outlook.no_forecast.count {
        0 => String::new(),
        count => format!(", {count} without a forecast not counted"),
    }
}

fn won(outlook: &Outlook) -> Option<&Stage> {
    outlook.stage(OpportunityStage::Won)
}

fn without_end(outlook: &Outlook) -> Option<Line> {
    let count = outlook.without_end.len();
    let first = outlook.without_end.first()?;
    let said = if count == 1 {
        format!("{} has no end on record and falls due in no quarter", first.1)
    } else {
        format!("{count} accounts have no end on record and fall due in no quarter")
    };
    let ground = Ground::new("No end on record", "act-by").say(format!("{said}.")).on(outlook
        .without_end
        .iter()
        .map(|(account, name)| Proof::by(name, Link::new(Kind::Contract)).whose(*account)));
    let cells = vec![Cell::rest(vec![Span::dim(said)])];
    Some(Line::row(cells).with(Entry::figure("no end", ground)))
}

fn left_out(outlook: &Outlook) -> Option<Line> {
    let all: Vec<(Id, String)> = outlook
        .left_out()
        .map(|(account, name, codes)| (account, format!("{name}: no rate for {codes}")))
        .collect();
    if all.is_empty() {
        return None;
    }
    let told: Vec<&str> = all.iter().map(|(_, told)| told.as_str()).collect();
    let said = format!("left out of the sums: {}", told.join("; "));
    let ground = Ground::new("Left out for want of a rate", "base currency")
        .say("A currency counts where the config file gives its rate.")
        .on(all.iter().map(|(account, told)| Proof::account(*account, told)));
    let cells = vec![Cell::rest(vec![Span::watch(said)])];
    Some(Line::row(cells).with(Entry::figure("left out", ground)))
}

/// Stage by stage, never weighed: a stage is no chance.
fn expansion(outlook: &Outlook) -> Vec<Line> {
    let undated = match outlook.undated {
        0 => String::new(),
        count => format!(" · {count} open without a closing day"),
    };
    let any: usize = outlook.expansion.iter().map(|one| one.count).sum();
    let begins = if any == 0 { "none".to_owned() } else { "by stage, not weighed".to_owned() };
    let mut lines = vec![part("Expansion that closes in it", &format!("{begins}{undated}"))];
    for stage in outlook.expansion.iter().filter(|one| one.count > 0) {
        lines.push(of_stage(stage, outlook));
    }
    lines
}

fn of_stage(stage: &Stage, outlook: &Outlook) -> Line {
    let amount = if stage.count == stage.without_amount {
        "–".to_owned()
    } else {
        outlook.money(stage.amount).short()
    };
    let note = match stage.without_amount {
        0 => String::new(),
        count => format!("{count} without a value"),
    };
    let theirs = outlook.closing.iter().filter(|one| one.stage == stage.stage);
    let ground = Ground::new(format!("{} {amount}", stage.stage), "opportunity")
        .say("Opportunities won in the quarter, or that are to close in it; their yearly value, whole.")
        .on(theirs.clone().map(|one| {
            let value = one.value.map(|value| outlook.money(value).signed_short());
            let value = value.unwrap_or_else(|| match &one.without_rate {
                Some(code) => format!("no rate for {code}"),
                None => "no value".to_owned(),
            });
            let on = day_ahead(one.on, outlook.today);
            let link = Link::to(Kind::Opportunity, one.opportunity);
            Proof::by(format!("{}: {}, {value}, {on}", one.name, one.title), link).whose(one.account)
        }));
    let named: Vec<String> = theirs.map(|one| format!("{} {}", one.name, one.title)).collect();
    let notes = [note, named.join(", ")].into_iter().filter(|one| !one.is_empty());
    let full = outlook.expansion.iter().map(|one| one.amount).max().unwrap_or(0).max(1) as f64;
    let cells = vec![
        Cell::left(12, vec![Span::text(stage.stage.word())]),
        Cell::right(3, vec![Span::text(stage.count.to_string())]),
        Cell::right(8, vec![Span::text(amount)]),
        Cell::left(BAR, vec![Span::text(drawn(stage.amount, full))]),
        Cell::rest(vec![Span::dim(notes.collect::<Vec<_>>().join(" · "))]),
    ];
    Line::row(cells).with(Entry::figure(format!("stage {}", stage.stage), ground))
}
