//! One account of the review on one screen.
//!
//! ```text
//! ┌ Contoso ─ Strategic ─ live since 2021 ───────────── €940k ─ ●◐○○○? NPS −40 ┐
//! │ here for  NOW: champion left · last review 9 d ago                          │
//! │ risk      Nobody took over from the champion, notice by 30 Jan.             │
//! │ notice by 30 Jan (69 d) · ends 31 Mar · talks not started                   │
//! ├ Since 13 Nov, 9 d ──────────────────────┬ Who we know 6 of 9 ─ 5.2 RISK ────┤
//! │ 16 Nov  T. Lee left                     │ DM A. Ruiz 6 ✕T. Lee   ·          │
//! ├ What asks 3 ─ steps 4 ──────────────────┴───────────────────────────────────┤
//! │ ! ▸ Champion left: T. Lee, 16 Nov. Nobody took over.                        │
//! │   ▢ Root-cause workshop, ops   me     Mon 16 Nov 6 d                        │
//! ```

use super::asks::{self, Choice, Line};
use super::places::Places;
use crate::domain::book::row::Dossier;
use crate::domain::score::print;
use crate::text;
use crate::tui::screen::book::frame::{self, Segment};
use crate::tui::screen::book::hit::Hits;
use crate::tui::screen::book::step_line::{self, Columns};
use crate::tui::screen::book::{BookScreen, Sight, head, map, score, signals};
use crate::tui::widget::border::{Borders, Weight};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

/// Columns of the words at the left of the head.
const LABEL: u16 = 10;

/// What is told of an account beside its records.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Why it is looked at.
    pub why: String,
    /// The one sentence of risk.
    pub risk: String,
    /// What changed, the newest first, each with its day.
    pub changed: Vec<(NaiveDate, String)>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// How it was left, where it was looked at before.
    pub left: Option<&'static str>,
    /// Steps with higher numbers were written in this review.
    pub steps_before: i64,
}

/// Draws the account.
pub fn draw(
    (area, buffer): (Rect, &mut Buffer),
    (dossier, told, choice): (&Dossier, &Told, &Choice),
    sight: &Sight<'_>,
) {
    let scene = Scene { dossier, told, choice, sight };
    match Places::new(area) {
        Some(places) => scene.whole(area, &places, buffer),
        None => scene.lines(&mut Pen::new(buffer, area)),
    }
}

struct Scene<'a> {
    dossier: &'a Dossier,
    told: &'a Told,
    choice: &'a Choice,
    sight: &'a Sight<'a>,
}

impl Scene<'_> {
    fn whole(&self, area: Rect, places: &Places, buffer: &mut Buffer) {
        let theme = self.sight.theme;
        let mut borders = Borders::new(area);
        for place in [places.head, places.since, places.map, places.score] {
            borders.outline(place, Weight::Light);
        }
        borders.outline(places.asks, Weight::Heavy);
        borders.draw(buffer, theme.border, theme.border_focus);

        let mut book = BookScreen::new();
        book.look_at(Some(self.dossier.records.account.id));
        let (left, right) =
            head::titles(&book, places.head.width - 2, theme.title_focus, self.sight);
        titled(buffer, places.head, &left, &right);
        self.head(&mut inner(buffer, places.head));

        let since = self.since_title();
        titled(buffer, places.since, &[since], &[]);
        self.changed(&mut inner(buffer, places.since));

        let columns = places.map.width - 2;
        let mut hits = Hits::default();
        let roomy = !places.score.is_empty();
        let tall = roomy && places.map.height >= 14;
        if roomy {
            let who = map::titles(&book, columns, theme.title, Some(self.dossier), theme);
            titled(buffer, places.map, &who, &[]);
        } else {
            let who = vec![("Who we know".to_owned(), theme.title)];
            titled(buffer, places.map, &[who], &[self.score_title()]);
        }
        let mut pen = inner(buffer, places.map);
        if tall {
            map::draw(&mut book, pen, true, self.sight, &mut hits);
        } else {
            let (width, height) = (pen.width(), pen.height());
            map::draw(&mut book, pen.part(0, 0, width, 3), false, self.sight, &mut hits);
            let rest = height.saturating_sub(3);
            if !roomy {
                self.costs(&mut pen.part(0, 3, width, rest));
            }
        }
        if roomy {
            let pen = Pen::new(buffer, places.score);
            let title = score::titles(&pen, theme.title, Some(self.dossier), theme);
            titled(buffer, places.score, &title, &[]);
            score::draw(&mut book, inner(buffer, places.score), self.sight, &mut hits);
        }
        titled(buffer, places.asks, &self.asks_title(), &self.left());
        let mut pen = inner(buffer, places.asks);
        self.asks(&mut pen, 0);
    }

    /// Without borders: what is most needed, line by line.
    fn lines(&self, pen: &mut Pen<'_>) {
        let theme = self.sight.theme;
        let account = &self.dossier.records.account;
        let mut words = vec![(account.name.clone(), theme.strong)];
        words.push(("  ".to_owned(), theme.text));
        words.extend(self.score_title());
        pen.words(1, 0, pen.width().saturating_sub(2), &words);
        let mut y = 1;
        for line in [&self.told.why, &self.told.risk] {
            if !line.is_empty() && pen.height() > y + 2 {
                pen.cell(1, y, pen.width().saturating_sub(2), line, theme.dim);
                y += 1;
            }
        }
        self.asks(pen, y);
    }

    fn head(&self, pen: &mut Pen<'_>) {
        let theme = self.sight.theme;
        let columns = pen.width().saturating_sub(2 + LABEL);
        for (y, label, line) in [(0, "here for", &self.told.why), (1, "risk", &self.told.risk)] {
            pen.at(1, y, label, theme.dim);
            let style = if y == 0 { theme.text } else { theme.strong };
            let line = if line.is_empty() { phrase::UNKNOWN } else { line.as_str() };
            pen.cell(1 + LABEL, y, columns, line, style);
        }
        let tight = pen.height() < 4;
        let mut words = head::dates(self.dossier, self.sight, tight);
        if tight {
            words.push((" · ".to_owned(), theme.dim));
            words.extend(head::last_talk(self.dossier, self.sight));
        } else {
            pen.words(1 + LABEL, 3, columns, &head::last_talk(self.dossier, self.sight));
        }
        pen.at(1, 2, "dates", theme.dim);
        pen.words(1 + LABEL, 2, columns, &words);
    }

    /// `Since 13 Nov, 9 d`.
    fn since_title(&self) -> Segment {
        let theme = self.sight.theme;
        match self.told.since {
            Some(since) => {
                let ago = phrase::span(phrase::days_between(since, self.sight.today));
                let day = phrase::day(since, self.sight.today);
                vec![(format!("Since {day}"), theme.title), (format!(", {ago}"), theme.dim)]
            }
            None => vec![("Never reviewed yet".to_owned(), theme.title)],
        }
    }

    fn changed(&self, pen: &mut Pen<'_>) {
        let theme = self.sight.theme;
        let told = &self.told.changed;
        if told.is_empty() {
            pen.at(1, 0, "Nothing changed on record.", theme.dim);
            return;
        }
        let columns = pen.width().saturating_sub(10);
        let mut y = 0;
        for (place, (on, text)) in told.iter().enumerate() {
            let rest = told.len() - place;
            let last = y + 1 >= pen.height() && rest > 1;
            if y >= pen.height() {
                break;
            }
            if last {
                pen.at(9, y, &format!("+{rest} more"), theme.dim);
                break;
            }
            pen.right(1, y, 6, &phrase::day(*on, self.sight.today), theme.dim);
            // A long sentence goes on below while there is room for all of them.
            let lines = text::wrap(text, usize::from(columns));
            let free = usize::from(pen.height() - y).saturating_sub(rest - 1);
            if lines.len() <= free {
                for line in lines {
                    pen.cell(9, y, columns, &line, theme.text);
                    y += 1;
                }
            } else {
                pen.cell(9, y, columns, text, theme.text);
                y += 1;
            }
        }
    }

    /// `5.2 RISK ▼0.8`.
    fn score_title(&self) -> Segment {
        let theme = self.sight.theme;
        let score = &self.dossier.standing.score;
        let style = theme.band(score.band).patch(theme.strong);
        let figure = phrase::score(score.value, score.band.is_some());
        let band = score.band.map(|band| format!(" {}", band.word().to_uppercase()));
        let mut words = vec![(format!("{figure}{}", band.unwrap_or_default()), style)];
        let moved = phrase::trend(score.trend);
        if !moved.is_empty() && score.band.is_some() {
            words.push((format!(" {moved}"), theme.text));
        }
        words
    }

    /// What takes most off the score, where its table has no room.
    fn costs(&self, pen: &mut Pen<'_>) {
        let theme = self.sight.theme;
        let score = &self.dossier.standing.score;
        let costs: Vec<String> = score::factors(score)
            .into_iter()
            .filter(|factor| factor.costs >= 0.05)
            .map(|factor| format!("{} {}", factor.factor, print::costs(factor.costs)))
            .collect();
        let line = if costs.is_empty() {
            "nothing takes off the score".to_owned()
        } else {
            costs.join(" · ")
        };
        let columns = usize::from(pen.width().saturating_sub(2));
        for (y, line) in text::wrap(&line, columns).iter().enumerate() {
            pen.at(1, y as u16, line, theme.dim);
        }
    }

    /// `What asks 3 ─ steps 4`.
    fn asks_title(&self) -> Vec<Segment> {
        let theme = self.sight.theme;
        let lines = asks::lines(self.dossier, self.sight.today);
        let signals = lines.iter().filter(|line| matches!(line, Line::Signal(_))).count();
        let steps = lines.len() - signals;
        let segment = |title: &str, count: usize| {
            let count = if count > 0 { format!(" {count}") } else { " none".to_owned() };
            vec![(title.to_owned(), theme.title_focus), (count, theme.text)]
        };
        vec![segment("What asks", signals), segment("Next steps", steps)]
    }

    /// `3 new steps`, `fine`: how it is left so far.
    fn left(&self) -> Vec<Segment> {
        let theme = self.sight.theme;
        let steps = self.dossier.records.steps.iter();
        let new = steps.filter(|step| self.is_new(step.id.0)).count();
        let new = match new {
            0 => None,
            1 => Some("1 new step".to_owned()),
            count => Some(format!("{count} new steps")),
        };
        let left = self.told.left.map(ToOwned::to_owned);
        new.into_iter().chain(left).map(|word| vec![(word, theme.accent)]).collect()
    }

    const fn is_new(&self, step: i64) -> bool {
        step > self.told.steps_before
    }

    fn asks(&self, pen: &mut Pen<'_>, top: u16) {
        let theme = self.sight.theme;
        let lines = asks::lines(self.dossier, self.sight.today);
        if lines.is_empty() {
            pen.at(1, top, "Nothing asks for attention, and no step is planned.", theme.dim);
            return;
        }
        let chosen = self.choice.place(self.dossier, &lines);
        let room = usize::from(pen.height().saturating_sub(top));
        let signals = lines.iter().filter(|line| matches!(line, Line::Signal(_))).count();
        let steps = lines.len() - signals;
        // The steps are seen however much asks; where there is room they stand apart.
        let apart = usize::from(lines.len() < room && signals > 0);
        let below = steps.min((room / 3).max(room.saturating_sub(signals + apart)));
        let above = room.saturating_sub(below);
        let windows = [(0, signals, above, 0), (signals, steps, below, signals.min(above) + apart)];
        for (from, count, room, y) in windows {
            let here = (from..from + count).contains(&chosen);
            let first = if here { (chosen + 1).saturating_sub(from + room) } else { 0 };
            let more = count.saturating_sub(first + room);
            let shown = lines.iter().enumerate().skip(from + first).take(room.min(count));
            for (y, (place, line)) in (top + y as u16..).zip(shown) {
                let last = place + 1 == from + first + room;
                self.line(pen, y, line, place == chosen, if last { more } else { 0 });
            }
        }
    }

    fn line(&self, pen: &mut Pen<'_>, y: u16, line: &Line<'_>, chosen: bool, more: usize) {
        let theme = self.sight.theme;
        match line {
            Line::Signal(signal) => {
                let line = signals::Line { signal, chosen, focus: true, more };
                line.draw(pen, y, self.sight);
            }
            Line::Step(step) => {
                let style = chosen.then_some(theme.selected);
                let (width, columns) = (pen.width(), Columns::of(pen.width()));
                let mut pen = pen.part(0, y, width, 1);
                step_line::draw(&mut pen, 0, step, (columns, None), style, false, self.sight);
                if self.is_new(step.id.0) {
                    pen.at(1, 0, "+", style.unwrap_or(theme.accent));
                }
            }
        }
    }
}

fn inner(buffer: &mut Buffer, outline: Rect) -> Pen<'_> {
    Pen::new(buffer, outline.inner(Margin::new(1, 1)))
}

fn titled(buffer: &mut Buffer, outline: Rect, left: &[Segment], right: &[Segment]) {
    let mut pen = Pen::new(buffer, outline);
    let columns = pen.width().saturating_sub(2);
    frame::titles(&mut pen, columns, left, right);
}
