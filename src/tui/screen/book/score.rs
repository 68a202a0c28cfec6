//! The score: its curve, its ten factors with what each costs, how much of it is known.
//!
//! ```text
//! ┬ Score 5.2 RISK ▼0.8 ──────────┤
//! │ ▅▆▆▅▄▄▃▂  26 weeks 8.1 → 5.2  │
//! │ Usage     ██▌     4.2 −1.3  9d│
//! │ known 90 % · 6.0 if Usage 7.4 │
//! ```

use super::frame::Segment;
use super::hit::{Hits, Target};
use super::{BookScreen, Pane, Sight};
use crate::domain::account::own_score::Factor;
use crate::domain::bar;
use crate::domain::book::row::Dossier;
use crate::domain::score::{Band, FactorScore, Score, Source, WayBack, print};
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase::{self, UNKNOWN};
use chrono::NaiveDate;
use ratatui::style::Style;

/// How far the curve goes back.
const WEEKS: u64 = 26;

/// Columns of a factor's line at most.
const WIDEST: u16 = 60;

/// The foot of the curve: scores below it are rare, and the moves above it are to be seen.
const LOWEST: f64 = 4.0;

/// `Score 5.2 RISK ▼0.8`, in a narrow pane `5.2 RISK ▼0.8 known 90%`.
pub fn titles(
    pen: &Pen<'_>,
    style: Style,
    dossier: Option<&Dossier>,
    theme: &Theme,
) -> Vec<Segment> {
    let Some(dossier) = dossier else { return vec![vec![("Score".to_owned(), style)]] };
    let score = &dossier.standing.score;
    let state = theme.band(score.band).patch(theme.strong);
    let mut words = Vec::new();
    let roomy = pen.width() >= 30;
    let fits = factors(score).len() < usize::from(pen.height().saturating_sub(2));
    if roomy {
        words.push(("Score ".to_owned(), style));
    }
    words.push((phrase::score(score.value, score.band.is_some()), state));
    let verdict = match score.band {
        Some(band) => band.word().to_uppercase(),
        None => "too little known".to_owned(),
    };
    words.push((format!(" {verdict}"), state));
    let trend = phrase::trend(score.trend);
    if !trend.is_empty() && score.band.is_some() {
        let moved = if trend.starts_with('▲') { theme.state_healthy } else { theme.state_risk };
        words.push((format!(" {trend}"), moved));
    }
    if !(roomy && fits) && score.band.is_some() {
        let share = phrase::percent(score.known).replace(' ', "");
        let taken: usize = words.iter().map(|(text, _)| text::width(text)).sum();
        let label = if taken + 13 <= usize::from(pen.width()) { " known" } else { "" };
        words.push((format!("{label} {share}"), theme.dim));
    }
    vec![words]
}

/// The factors in use, the dearest first, unknown ones last.
pub fn factors(score: &Score) -> Vec<&FactorScore> {
    score.by_costs()
}

/// Where the chosen one stands by now.
pub fn place(factors: &[&FactorScore], chosen: Option<Factor>) -> usize {
    factors.iter().position(|one| Some(one.factor) == chosen).unwrap_or(0)
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some(dossier) = screen.dossier(sight) else { return };
    let theme = sight.theme;
    // Over a wider line the eye would lose the way from the name to its figures.
    let mut pen = pen.part(0, 0, pen.width().min(WIDEST), pen.height());
    let score = &dossier.standing.score;
    let factors = factors(score);
    if factors.is_empty() {
        return nothing(&mut pen, theme);
    }
    let focus = screen.pane == Pane::Score;
    let chosen = place(&factors, screen.factor);
    if focus {
        // The next digit is meant for the same, wherever this one has moved it.
        screen.factor = factors.get(chosen).map(|factor| factor.factor);
    }
    // Below the factors: known and ways back, then what is not in use; for the chosen factor what
    // it rests on.
    let columns = pen.width().saturating_sub(1);
    let height = usize::from(pen.height());
    let mut y = 0;
    if pen.width() >= 28 && height >= factors.len() + 2 {
        curve(&mut pen, dossier, sight);
        y = 1;
    }
    let free = height.saturating_sub(usize::from(y) + factors.len());
    let mut notes = notes(score, columns, theme);
    // A zoomed pane has room for both, and for all that there is.
    let both = focus && free > notes.len() + EVIDENCE + 2;
    if both {
        notes.insert(0, Vec::new());
        notes.push(Vec::new());
        let most = free - notes.len();
        notes.extend(evidence(factors[chosen], most, columns, sight));
    } else if focus {
        notes = evidence(factors[chosen], EVIDENCE, columns, sight);
    }
    let told = notes.len().min(if focus && !both { EVIDENCE } else { free });
    let room = height.saturating_sub(usize::from(y) + told);
    let first = if focus { (chosen + 1).saturating_sub(room) } else { 0 };
    // Without the focus the last line stands for all that find no room.
    let shown = if focus || factors.len() <= room { room } else { room.saturating_sub(1) };
    for (place, factor) in factors.iter().enumerate().skip(first).take(shown) {
        hits.note(pen.place(0, y, pen.width(), 1), Target::Factor(factor.factor));
        let style = (focus && place == chosen).then_some(theme.selected);
        line(&mut pen, y, factor, style, sight.today, theme);
        y += 1;
    }
    if shown < room && factors.len() > shown {
        let rest = &factors[shown..];
        let costs = rest.iter().map(|factor| factor.costs).sum();
        pen.at(1, y, &format!("{} others", rest.len()), theme.dim);
        pen.right(value_end(&pen), y, 5, &cost(costs), theme.dim);
    }
    let top = if both { y } else { pen.height() - told as u16 };
    for (place, note) in notes.iter().take(told).enumerate() {
        pen.words(1, top + place as u16, columns, note);
    }
}

fn nothing(pen: &mut Pen<'_>, theme: &Theme) {
    let room = usize::from(pen.width().saturating_sub(2));
    pen.at(1, 0, "Nothing to score yet.", theme.text);
    let why =
        "It rests on talks, answers, usage, tickets and on your own feeling: a digit gives it.";
    for (line, text) in text::wrap(why, room).iter().enumerate() {
        pen.at(1, 1 + line as u16, text, theme.dim);
    }
}

/// The column after the digits: costs follow, and where there is room the age.
const fn value_end(pen: &Pen<'_>) -> u16 {
    let tail = if pen.width() >= 28 { 9 } else { 5 };
    pen.width().saturating_sub(tail)
}

/// `▅▆▆▅▄▄▃▂  26 weeks 8.1 → 5.2`.
fn curve(pen: &mut Pen<'_>, dossier: &Dossier, sight: &Sight<'_>) {
    let theme = sight.theme;
    let points: Vec<(NaiveDate, f64)> = dossier
        .records
        .history
        .iter()
        .filter_map(|point| point.score.map(|score| (point.on_date, score)))
        .collect();
    let columns = usize::from(pen.width().saturating_sub(23)).clamp(8, 26);
    let figures = bar::sampled(&points, sight.today, WEEKS, columns);
    let Some((began_on, start)) = points
        .iter()
        .rfind(|(on, _)| phrase::days_between(*on, sight.today) >= WEEKS.cast_signed() * 7)
        .or_else(|| points.first())
        .filter(|(on, _)| *on < sight.today)
    else {
        pen.at(1, 0, "no history yet", theme.dim);
        return;
    };
    let now = dossier.standing.score.value;
    let drawn = bar::curve(&figures, LOWEST, 10.0);
    let end = pen.at(1, 0, &drawn, theme.bar);
    let now = now.map_or_else(|| "?".to_owned(), print::tenth);
    let text = format!(
        "{} {} → {now}",
        stretch(phrase::days_between(*began_on, sight.today)),
        print::tenth(*start)
    );
    pen.at(end + 2, 0, &text, theme.dim);
}

/// How far the figures go back, at most as far as the curve: `9 d`, `3 weeks`.
fn stretch(days: i64) -> String {
    match days {
        ..14 => phrase::days(days),
        _ => format!("{} weeks", (days / 7).min(WEEKS.cast_signed())),
    }
}

/// One factor; `chosen` is the style of the whole line where it is the chosen one.
fn line(
    pen: &mut Pen<'_>,
    y: u16,
    factor: &FactorScore,
    chosen: Option<Style>,
    today: NaiveDate,
    theme: &Theme,
) {
    let in_style = |style: Style| chosen.unwrap_or(style);
    if let Some(style) = chosen {
        pen.paint(y, style);
    }
    let roomy = pen.width() >= 28;
    let name = if roomy { 10 } else { 9 };
    let value_end = value_end(pen);
    pen.cell(1, y, name, factor.factor.word(), in_style(theme.text));
    let Some(score) = factor.score else {
        pen.right(value_end.saturating_sub(4), y, 4, "?", in_style(theme.dim));
        if roomy {
            pen.right(value_end + 5, y, 4, UNKNOWN, in_style(theme.dim));
        }
        return;
    };
    let bar_room = value_end.saturating_sub(name + 6).min(20);
    let band = match print::to_billionth(score) {
        ..6.0 => Band::Risk,
        6.0..8.0 => Band::Watch,
        _ => Band::Healthy,
    };
    let state = if factor.fresh { theme.band(Some(band)) } else { theme.dim };
    pen.at(1 + name, y, &bar::bar(score, 10.0, usize::from(bar_room)), in_style(theme.bar));
    // What is no longer fresh says so: `~4.2`.
    let old = if factor.fresh { "" } else { "~" };
    let value = format!("{old}{}", print::tenth(score));
    pen.right(value_end.saturating_sub(5), y, 5, &value, in_style(state));
    let cost_style = if factor.costs >= 0.95 { theme.text } else { theme.dim };
    pen.right(value_end, y, 5, &cost(factor.costs), in_style(cost_style));
    if roomy {
        let (age, style) = age(factor, today, theme);
        pen.right(value_end + 5, y, 4, &age, in_style(style));
    }
}

/// What a factor takes off: `−1.3`.
fn cost(points: f64) -> String {
    if points < 0.05 { "0.0".to_owned() } else { print::costs(points) }
}

/// The age of the evidence: `9d`, `me` for an own digit; blank where it is always fresh.
fn age(factor: &FactorScore, today: NaiveDate, theme: &Theme) -> (String, Style) {
    let style = if factor.fresh { theme.dim } else { theme.state_watch };
    if factor.source == Source::Mine {
        return ("me".to_owned(), style);
    }
    let always = matches!(factor.factor, Factor::Revenue | Factor::Coverage | Factor::Contact);
    match factor.evidence_on {
        Some(day) if !always => (phrase::tight_span(phrase::days_between(day, today)), style),
        _ => (String::new(), style),
    }
}

/// `known 90 % · 6.0 if Usage 7.4`, then the range where it is wide, then what is not in use.
fn notes(score: &Score, columns: u16, theme: &Theme) -> Vec<Vec<Word>> {
    let mut known = vec![(format!("known {}", phrase::percent(score.known)), theme.text)];
    // The smallest step first; others as far as there is room.
    let mut ways: Vec<&WayBack> = score.ways_back.iter().collect();
    ways.sort_by(|a, b| (a.to - a.from).total_cmp(&(b.to - b.from)));
    let ways: Vec<String> = ways
        .iter()
        .map(|way| format!("{} {}", way.factor, print::tenth_to_reach(way.to)))
        .collect();
    let room = usize::from(columns).saturating_sub(text::width(&known[0].0));
    let wide = |way: &str| text::width(&format!(" · 6.0 if {way}"));
    let first = ways.iter().position(|way| wide(way) <= room).unwrap_or(0);
    if let Some(way) = ways.get(first) {
        let mut told = way.clone();
        for way in &ways[first + 1..] {
            let more = format!("{told} or {way}");
            if wide(&more) <= room {
                told = more;
            }
        }
        known.push((format!(" · 6.0 if {told}"), theme.dim));
    } else if let Some((low, high)) = score.range() {
        let (low, high) = (print::tenth(low), print::tenth(high));
        known.push((format!(" · may be {low}-{high}"), theme.dim));
    }
    let mut notes = vec![known];
    let idle: Vec<&str> = score
        .factors
        .iter()
        .filter(|factor| !factor.in_use)
        .map(|factor| factor.factor.word())
        .collect();
    if !idle.is_empty() {
        notes.push(vec![(format!("not in use: {}", idle.join(", ")), theme.dim)]);
    }
    notes
}

/// Lines for what the chosen factor rests on.
const EVIDENCE: usize = 3;

/// What the chosen factor rests on, in so many lines at most.
fn evidence(factor: &FactorScore, most: usize, columns: u16, sight: &Sight<'_>) -> Vec<Vec<Word>> {
    let theme = sight.theme;
    let told = factor.evidence.iter().map(|evidence| match evidence.on_date {
        Some(day) => format!("{}, {}", evidence.text, phrase::day(day, sight.today)),
        None => evidence.text.clone(),
    });
    let mut lines: Vec<Vec<Word>> = told
        .flat_map(|told| text::wrap(&told, usize::from(columns)))
        .take(most)
        .map(|line| vec![(line, theme.dim)])
        .collect();
    if lines.is_empty() {
        lines.push(vec![("nothing on record for it".to_owned(), theme.dim)]);
    }
    lines
}
