//! A first Pulse down the list: the user's own feeling about the largest accounts, one digit each.

use super::page::{Around, Page, Turn, said};
use crate::desk::{Act, Commit, Reading};
use crate::domain::account::own_score::{self, Factor, OwnScore};
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::setup::PULSES;
use crate::domain::standing::Standing;
use crate::error::Result;
use crate::tui::action::Wish;
use crate::tui::key::{Code, Input};
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cmp::Reverse;

/// One account.
#[derive(Debug)]
struct Line {
    account: Id,
    name: String,
    arr: Option<Money>,
    last_talk_on: Option<NaiveDate>,
    before: Option<OwnScore>,
    points: Option<i64>,
}

/// The largest accounts of the book.
#[derive(Debug)]
pub struct Pulse {
    page: Page,
    lines: Vec<Line>,
    today: NaiveDate,
}

impl Pulse {
    /// # Errors
    /// The book cannot be read.
    pub fn read(reading: &Reading, today: NaiveDate) -> Result<Self> {
        let mut standings: Vec<Standing> =
            reading.appraise(today)?.standings.into_iter().filter(|one| one.in_book).collect();
        standings.sort_by(|one, other| {
            let arr = |standing: &Standing| Reverse(standing.arr.map(|arr| arr.minor));
            (arr(one), &one.name, one.account).cmp(&(arr(other), &other.name, other.account))
        });
        standings.truncate(PULSES);
        let scores: Vec<OwnScore> = reading.every()?;
        let newest = |account: Id| {
            let of = |score: &&OwnScore| {
                score.account_id == account
                    && score.factor == Factor::Pulse
                    && score.on_date <= today
            };
            scores.iter().filter(of).max_by_key(|score| (score.on_date, score.id)).cloned()
        };
        let lines: Vec<Line> = standings
            .into_iter()
            .map(|standing| Line {
                before: newest(standing.account),
                account: standing.account,
                name: standing.name,
                arr: standing.arr,
                last_talk_on: standing.last_two_way_on,
                points: None,
            })
            .collect();
        let chosen = lines.iter().position(|line| line.before.is_none()).unwrap_or(0);
        Ok(Self { page: Page::at(chosen), lines, today })
    }

    fn given(&self) -> usize {
        self.lines.iter().filter(|line| line.points.is_some()).count()
    }

    fn commit(&self) -> Commit {
        let (mut changes, mut expected) = (Vec::new(), Vec::new());
        for line in &self.lines {
            let Some(points) = line.points else { continue };
            match line.before.as_ref().filter(|before| before.on_date == self.today) {
                // The second feeling of a day takes the place of the first.
                Some(before) => {
                    let fields = vec![own_score::Field::Points(points)];
                    expected.extend(before.expects(&fields));
                    changes.push(own_score::Change::Edited { id: before.id, fields }.into());
                }
                None => changes.push(
                    own_score::Change::Added(OwnScore {
                        id: Id(0),
                        account_id: line.account,
                        factor: Factor::Pulse,
                        points,
                        on_date: self.today,
                        reason: None,
                    })
                    .into(),
                ),
            }
        }
        let given: Vec<&Line> = self.lines.iter().filter(|line| line.points.is_some()).collect();
        let (label, account) = match given.as_slice() {
            [line] => (format!("Pulse of {}", line.name), Some(line.account)),
            lines => (format!("Pulse of {} accounts", lines.len()), None),
        };
        Commit::new(Act::edit(label, account), changes).expecting(expected)
    }
}

impl Overlay for Pulse {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let count = self.lines.len();
        match self.page.input(input, count, sight) {
            Turn::Close => return Outcome::Closes,
            Turn::Take if self.given() == 0 => return Outcome::Closes,
            Turn::Take => return Outcome::ClosesWith(vec![Wish::Commit(self.commit())]),
            Turn::Moved | Turn::TakeRow => {}
            Turn::Own => {
                let Input::Key(key) = input else { return Outcome::Stays };
                let line = self.lines.get_mut(self.page.chosen);
                match (key.code, line) {
                    (Code::Char(digit), Some(line)) if digit.is_ascii_digit() => {
                        let digit = digit.to_digit(10).unwrap_or(0);
                        line.points = Some(if digit == 0 { 10 } else { i64::from(digit) });
                        self.page.choose(1, count);
                    }
                    (Code::Char(' '), _) => self.page.choose(1, count),
                    // The one given last goes first: its own, where it was the last of the list.
                    (Code::Backspace, Some(line)) if line.points.is_some() => line.points = None,
                    (Code::Backspace, _) => {
                        self.page.choose(-1, count);
                        if let Some(line) = self.lines.get_mut(self.page.chosen) {
                            line.points = None;
                        }
                    }
                    _ => {}
                }
            }
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let figure = format!("{} of {}", self.given(), self.lines.len());
        let lead = [
            said("How does it feel? 1 about to leave … 9 very good, 0 = 10 the best.", sight),
            said("Your largest accounts; the feeling counts for a while, then asks again.", sight),
        ];
        let foot = format!(
            "digit and on  Space skip  Backspace back  Enter write {}  Esc close",
            self.given()
        );
        let around = Around {
            title: "Pulse",
            figure: &figure,
            lead: &lead,
            foot: &foot,
            columns: 76,
            chooses: true,
        };
        let (lines, today) = (&self.lines, self.today);
        self.page.draw(area, buffer, sight, &around, lines.len(), |pen, row, one, two| {
            let Some(line) = lines.get(row) else { return };
            let name = pen.width().saturating_sub(46).max(12);
            pen.cell(2, 0, name, &line.name, one);
            let arr = line.arr.map_or_else(|| "–".to_owned(), Money::short);
            pen.right(3 + name, 0, 7, &arr, one);
            let talk = line.last_talk_on.map_or_else(
                || "no talk yet".to_owned(),
                |on| format!("talk {} ago", phrase::span(phrase::days_between(on, today))),
            );
            pen.cell(12 + name, 0, 16, &talk, two);
            let before = line
                .before
                .as_ref()
                .map_or_else(String::new, |before| format!("was {}", before.points));
            pen.right(28 + name, 0, 7, &before, two);
            let points = line.points.map_or_else(|| "·".to_owned(), |points| points.to_string());
            pen.right(37 + name, 0, 4, &points, one);
        });
    }
}
