//! The table of an explanation: the score and its factors, what each costs, where it comes from
//! and how it has moved.

use super::score::Case;
use crate::domain::bar;
use crate::domain::score::since;
use crate::domain::score::{FactorScore, Score, Source, band, print};
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase::{self, UNKNOWN};
use ratatui::style::Style;

/// Columns of the bars.
const BAR: usize = 10;

/// `Why 5.2 RISK ─ Contoso`, `What if: 5.2 → 6.1 WATCH ─ Contoso`.
pub(super) fn title(case: &Case<'_>) -> Vec<Word> {
    let theme = case.sight.theme;
    let verdict = |score: &Score| {
        let word = match score.band {
            Some(band) => band.word().to_uppercase(),
            None => "too little known".to_owned(),
        };
        let figure = phrase::score(score.value, score.band.is_some());
        (format!("{figure} {word}"), theme.band(score.band).patch(theme.strong))
    };
    let mut words = Vec::new();
    if case.tried.is_empty() {
        words.push(("Why ".to_owned(), theme.title_focus));
    } else {
        let from = phrase::score(case.real.value, case.real.band.is_some());
        words.push((format!("What if: {from} → "), theme.title_focus));
    }
    words.push(verdict(case.shown));
    words.push((" ─ ".to_owned(), theme.border_focus));
    words.push((case.dossier.records.account.name.clone(), theme.strong));
    words
}

/// Where the columns of the table begin; 0: no room.
pub(super) struct Columns {
    now: u16,
    costs: u16,
    bar: u16,
    weight: u16,
    from: u16,
    since: u16,
}

impl Columns {
    pub(super) const fn new(width: u16) -> Self {
        let (now, costs) = (11, 17);
        match width {
            ..36 => Self { now, costs, bar: 0, weight: 0, from: 0, since: 0 },
            36..58 => Self { now, costs, bar: 0, weight: 0, from: 0, since: 25 },
            58..86 => Self { now, costs, bar: 0, weight: 24, from: 34, since: 56 },
            _ => Self { now, costs, bar: 25, weight: 37, from: 47, since: 70 },
        }
    }
}

pub(super) fn header(pen: &mut Pen<'_>, columns: &Columns, case: &Case<'_>) {
    let dim = case.sight.theme.dim;
    pen.at(2, 0, "factor", dim);
    pen.right(columns.now, 0, 5, "now", dim);
    pen.right(columns.costs, 0, 6, "costs", dim);
    if columns.weight > 0 {
        pen.right(columns.weight, 0, 7, "weight", dim);
        pen.at(columns.from, 0, "from", dim);
    }
    if let Some(before) = case.before.filter(|_| columns.since > 0) {
        let day = phrase::day(before.then.on, case.sight.today);
        pen.at(columns.since, 0, &format!("since {day}"), dim);
    }
}

/// The score as a whole, the costs summed.
pub(super) fn whole_line(
    pen: &mut Pen<'_>,
    y: u16,
    columns: &Columns,
    chosen: Option<Style>,
    case: &Case<'_>,
) {
    let theme = case.sight.theme;
    let in_style = |style: Style| chosen.unwrap_or(style);
    begin(pen, y, chosen, theme);
    let score = case.shown;
    pen.at(2, y, "Score", in_style(theme.strong));
    let value = phrase::score(score.value, score.band.is_some());
    let state = theme.band(score.band).patch(theme.strong);
    pen.right(columns.now, y, 5, &value, in_style(state));
    if let Some(value) = score.value {
        pen.right(columns.costs, y, 6, &print::costs(10.0 - value), in_style(theme.text));
    }
    if columns.weight > 0 {
        let known = score.factors.iter().filter(|one| one.score.is_some());
        let weight = known.map(|one| one.weight).fold(0.0, |sum, weight| sum + weight);
        pen.right(columns.weight, y, 7, &format!("{weight}"), in_style(theme.dim));
        let known = format!("known {}", phrase::percent(score.known));
        pen.cell(columns.from, y, 21, &known, in_style(theme.dim));
    }
    if !case.tried.is_empty() {
        let is = phrase::score(case.real.value, case.real.band.is_some());
        return since(pen, y, columns, &format!("is {is}"), in_style(theme.dim));
    }
    if let Some(before) = case.before {
        let moved = moved(before.score.value, score.value);
        since(pen, y, columns, &moved, in_style(theme.dim));
    }
}

pub(super) fn line(
    pen: &mut Pen<'_>,
    y: u16,
    columns: &Columns,
    factor: &FactorScore,
    chosen: Option<Style>,
    case: &Case<'_>,
) {
    let theme = case.sight.theme;
    let in_style = |style: Style| chosen.unwrap_or(style);
    begin(pen, y, chosen, theme);
    let tried = case.tried.iter().any(|(one, _)| *one == factor.factor);
    pen.cell(2, y, 9, factor.factor.word(), in_style(theme.text));
    let (value, state) = match factor.score {
        None => ("?".to_owned(), theme.dim),
        Some(score) if !factor.fresh => (format!("~{}", print::tenth(score)), theme.dim),
        Some(score) => (print::tenth(score), theme.band(Some(band(score, case.sight.rules)))),
    };
    pen.right(columns.now, y, 5, &value, in_style(if tried { theme.accent } else { state }));
    if factor.score.is_some() {
        let told = if factor.costs < 0.05 { "0.0".to_owned() } else { print::costs(factor.costs) };
        let style = if factor.costs >= 0.95 { theme.text } else { theme.dim };
        pen.right(columns.costs, y, 6, &told, in_style(style));
        if columns.bar > 0 {
            let most = case.shown.factors.iter().map(|one| one.costs).fold(0.01, f64::max);
            let drawn = bar::bar(factor.costs, most.max(1.0), BAR);
            pen.cell(columns.bar, y, BAR as u16, &drawn, in_style(theme.bar));
        }
    }
    if columns.weight > 0 {
        pen.right(columns.weight, y, 7, &format!("{}", factor.weight), in_style(theme.dim));
        let (told, style) = from(factor, tried, case);
        pen.cell(columns.from, y, 21, &told, in_style(style));
    }
    if tried {
        let real = case.real.factor(factor.factor).and_then(|one| one.score);
        let is = real.map_or_else(|| "unknown".to_owned(), print::tenth);
        return since(pen, y, columns, &format!("is {is}"), in_style(theme.dim));
    }
    let Some(before) = case.before else { return };
    let moves = since::moves(&before.score, case.real);
    if let Some(one) = moves.iter().find(|one| one.factor == factor.factor) {
        let points = points(one.points);
        let told = match one.cause {
            since::Cause::Share => points,
            _ => format!("{} {points}", moved(one.then, one.now)),
        };
        since(pen, y, columns, told.trim_end(), in_style(theme.dim));
    }
}

fn begin(pen: &mut Pen<'_>, y: u16, chosen: Option<Style>, theme: &Theme) {
    let Some(style) = chosen else { return };
    if style == theme.selected {
        pen.paint(y, style);
    }
    pen.at(0, y, "▸", style);
}

fn since(pen: &mut Pen<'_>, y: u16, columns: &Columns, told: &str, style: Style) {
    if columns.since > 0 {
        let room = pen.width().saturating_sub(columns.since + 1);
        pen.cell(columns.since, y, room, told, style);
    }
}

/// `measured, 9 d`, `mine, 3 d`, `unknown`; what is old says so.
fn from(factor: &FactorScore, tried: bool, case: &Case<'_>) -> (String, Style) {
    let theme = case.sight.theme;
    if tried {
        return ("tried".to_owned(), theme.accent);
    }
    let age = factor.evidence_on.map(|day| phrase::days_between(day, case.sight.today));
    let mut told = factor.source.word().to_owned();
    if let Some(age) = age {
        told.push_str(", ");
        told.push_str(&phrase::span(age));
    }
    match factor.source {
        Source::Unknown => (told, theme.dim),
        _ if factor.fresh => (told, theme.dim),
        _ => (format!("{told}, old"), theme.state_watch),
    }
}

/// `5.6 → 4.2`.
pub(super) fn moved(then: Option<f64>, now: Option<f64>) -> String {
    let told = |value: Option<f64>| value.map_or_else(|| UNKNOWN.to_owned(), print::tenth);
    format!("{} → {}", told(then), told(now))
}

/// What it added to the score or took off it: `−0.4`; nothing under half a tenth.
pub(super) fn points(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    if tenths > 0.0 {
        format!("+{tenths:.1}")
    } else if tenths < 0.0 {
        format!("−{:.1}", -tenths)
    } else {
        String::new()
    }
}
