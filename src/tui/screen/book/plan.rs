//! The 90-day plan: its priorities, the steps that serve them, the weeks.
//!
//! ```text
//! ├ Plan day 34/90, 5/12, 2 late ┬ Log ───────────────────────────────────┤
//! │     P1 Win back Operations: active seats 40 → 75         1   │      13│
//! │ ! ▢ Root-cause workshop, ops   me     Mon 16 Nov 6 d     ···●│········│
//! │     cycle 20 Oct to 17 Jan                                            │
//! ```

use super::hit::{Hits, Target};
use super::plan_line::{self, Entry};
use super::step_line::{self, Columns};
use super::weeks::Weeks;
use super::{BookScreen, Pane, Sight, advice};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::plan::cycle::{CYCLE_DAYS, Plan};
use crate::domain::plan::priority::Priority;
use crate::domain::plan::step::StepStatus;
use crate::text;
use crate::tui::action::{Action, What};
use crate::tui::keymap::Context;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase;
use chrono::{Duration, NaiveDate};
use ratatui::style::Style;

/// What a line is drawn with.
struct Drawing<'a> {
    sight: &'a Sight<'a>,
    columns: Columns,
    weeks: Option<Weeks>,
    marked: Vec<Id>,
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some(dossier) = screen.dossier(sight) else { return };
    let body = plan_line::body(dossier);
    let foot = plan_line::foot(dossier);
    let focus = screen.pane == Pane::Tab;
    if body.is_empty() {
        empty(&mut pen, dossier, sight);
    }
    let columns = Columns::of(pen.width());
    let weeks = dossier.records.plan.as_ref().filter(|_| columns.week > 0).map(|plan| Weeks {
        starts_on: plan.starts_on,
        today: sight.today,
        step: columns.week,
    });
    let drawing = Drawing { sight, columns, weeks, marked: screen.marked_steps(sight) };
    let all_done = done(&body);
    let height = usize::from(pen.height());
    let fits = body.len() + foot.len() <= height;
    // Without a cycle there is a line less at the foot, unless there is something to tell in it.
    let told = foot.len().max(usize::from(!fits));
    let room = height.saturating_sub(told).max(1);
    let (shown, short) = shortened(body, room, dossier);
    let hidden_done = all_done - done(&shown);
    let lines = shown.iter().chain(&foot).filter_map(Entry::line).collect();
    let before = screen.plan.top;
    let chosen = screen.plan.drawn(lines, dossier, focus);
    let at = shown.iter().position(|entry| entry.line() == chosen && chosen.is_some());
    let at = at.unwrap_or_else(|| shown.len().saturating_sub(1));
    // What is being done takes half of the room and a little for how to do it.
    let how = chosen.filter(|_| focus && shown.get(at).is_some_and(|one| one.line() == chosen));
    let wide = (pen.width(), columns.title.saturating_sub(1));
    let advice = advice::lines(how, dossier, wide, room * 3 / 5, sight);
    let room = room - advice.len();
    let top = before.clamp((at + 1).saturating_sub(room), at);
    let top = top.min(shown.len().saturating_sub(room));
    screen.plan.top = top;

    let mut number = shown[..top].iter().filter_map(Entry::line).count();
    let mut headed = false;
    let mut y = 0;
    for (place, entry) in shown.iter().enumerate().skip(top).take(room) {
        let style = (focus && entry.line().is_some() && entry.line() == chosen)
            .then_some(sight.theme.selected);
        if entry.line().is_some() {
            hits.note(pen.place(0, y, pen.width(), 1), Target::Step(number));
            number += 1;
        }
        drawing.entry(&mut pen, y, entry, style, &mut headed);
        y += 1;
        for line in advice.iter().filter(|_| place == at) {
            advice::draw(&mut pen, y, line, sight.theme);
            y += 1;
        }
    }
    let below = shown.len().saturating_sub(top + room);
    let mut rest = Rest { below, done: hidden_done, short };
    let number = shown.iter().filter_map(Entry::line).count();
    let first = pen.height().saturating_sub(told as u16);
    for ((number, y), entry) in (number..).zip(first..).zip(&foot) {
        let style = (focus && entry.line() == chosen).then_some(sight.theme.selected);
        hits.note(pen.place(0, y, pen.width(), 1), Target::Step(number));
        match entry {
            Entry::Cycle(plan) => {
                drawing.cycle(&mut pen, y, plan, std::mem::take(&mut rest), dossier, style);
            }
            Entry::OldTasks(count) => old_line(&mut pen, y, *count, style, sight.theme),
            Entry::Priority(_) | Entry::Loose | Entry::Step(_) => {}
        }
    }
    if foot.is_empty() && told > 0 {
        let parts = rest.parts(dossier);
        let room = pen.width().saturating_sub(6);
        pen.cell(5, pen.height() - 1, room, &parts.join(" · "), sight.theme.dim);
    }
}

impl Drawing<'_> {
    fn entry(
        &self,
        pen: &mut Pen<'_>,
        y: u16,
        entry: &Entry<'_>,
        chosen: Option<Style>,
        headed: &mut bool,
    ) {
        let theme = self.sight.theme;
        let strip = pen.width().saturating_sub(self.columns.strip());
        match entry {
            Entry::Priority(priority) => {
                if let Some(style) = chosen {
                    mark(pen, y, style);
                }
                priority_line(pen, y, priority, self.columns, chosen, theme);
                match self.weeks {
                    Some(weeks) if !*headed => weeks.heading(pen, strip, y, theme),
                    Some(weeks) => weeks.today_line(pen, strip, y, theme),
                    None => {}
                }
                *headed = true;
            }
            Entry::Loose => {
                pen.at(5, y, "beside the priorities", theme.dim);
                if let Some(weeks) = self.weeks {
                    weeks.today_line(pen, strip, y, theme);
                }
            }
            Entry::Step(step) => {
                let marked = self.marked.contains(&step.id);
                let columns = (self.columns, self.weeks);
                step_line::draw(pen, y, step, columns, chosen, marked, self.sight);
            }
            Entry::Cycle(_) | Entry::OldTasks(_) => {}
        }
    }

    /// `cycle 20 Oct to 17 Jan`, and what has no line of its own.
    fn cycle(
        &self,
        pen: &mut Pen<'_>,
        y: u16,
        plan: &Plan,
        rest: Rest,
        dossier: &Dossier,
        chosen: Option<Style>,
    ) {
        let theme = self.sight.theme;
        let today = self.sight.today;
        let last = last_day(plan);
        let over = last < today;
        let mut parts = rest.parts(dossier);
        let until = phrase::day_ahead(last, today);
        if over {
            parts.insert(0, format!("cycle over since {until}: Enter ends it"));
        } else if !rest.short {
            parts.insert(0, format!("cycle {} to {until}", phrase::day(plan.starts_on, today)));
        }
        let style = if over { theme.state_watch } else { theme.dim };
        if let Some(style) = chosen {
            mark(pen, y, style);
        }
        let room = pen.width().saturating_sub(6);
        pen.cell(5, y, room, &parts.join(" · "), chosen.unwrap_or(style));
    }
}

/// The last day of a cycle.
pub fn last_day(plan: &Plan) -> NaiveDate {
    plan.starts_on + Duration::days(CYCLE_DAYS - 1)
}

fn priority_line(
    pen: &mut Pen<'_>,
    y: u16,
    priority: &Priority,
    columns: Columns,
    chosen: Option<Style>,
    theme: &Theme,
) {
    let in_style = |style: Style| chosen.unwrap_or(style);
    let room = pen.width().saturating_sub(6 + columns.strip());
    let mut words = vec![
        (format!("P{} ", priority.place), in_style(theme.dim)),
        (priority.title.clone(), in_style(theme.strong)),
    ];
    // A metric that would be cut says nothing.
    let taken = text::width(&priority.title) + 3;
    words.extend(priority.metric.as_ref().and_then(|metric| {
        let metric = format!(": {metric}");
        (taken + text::width(&metric) <= usize::from(room)).then_some((metric, in_style(theme.dim)))
    }));
    pen.words(5, y, room, &words);
}

/// The chosen line.
fn mark(pen: &mut Pen<'_>, y: u16, style: Style) {
    pen.paint(y, style);
    pen.at(0, y, "▸", style);
}

/// Steps among the lines that are done.
fn done(entries: &[Entry<'_>]) -> usize {
    let done =
        |entry: &&Entry<'_>| matches!(entry, Entry::Step(step) if step.status == StepStatus::Done);
    entries.iter().filter(done).count()
}

/// As much as there is room for: first what was dropped goes, the oldest of what is done next, then the priorities move
/// to the last line and the steps stand by their days alone. The second part says whether.
fn shortened<'a>(
    mut entries: Vec<Entry<'a>>,
    room: usize,
    dossier: &'a Dossier,
) -> (Vec<Entry<'a>>, bool) {
    while entries.len() > room {
        let oldest = entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| match entry {
                Entry::Step(step) if !step.status.open() => {
                    Some((step.status == StepStatus::Done, step.done_on.or(step.due_on), place))
                }
                _ => None,
            })
            .min();
        match oldest {
            Some((_, _, place)) => _ = entries.remove(place),
            None => break,
        }
    }
    if entries.len() <= room {
        return (entries, false);
    }
    let mut steps = plan_line::body(dossier);
    steps.retain(|entry| matches!(entry, Entry::Step(step) if step.status.open()));
    steps.sort_by_key(|entry| match entry {
        Entry::Step(step) => step.due_on.unwrap_or(NaiveDate::MAX),
        _ => NaiveDate::MAX,
    });
    (steps, true)
}

/// What has no line of its own.
#[derive(Clone, Copy, Default)]
struct Rest {
    /// Lines under the last one shown.
    below: usize,
    /// Steps done that are left out.
    done: usize,
    /// The priorities have no lines.
    short: bool,
}

impl Rest {
    /// `5 done`, `P1 Win back Operations`, `P2 Rebuild the map`.
    fn parts(self, dossier: &Dossier) -> Vec<String> {
        let mut parts = Vec::new();
        if self.below > 0 {
            parts.push(format!("… {} more", self.below));
        }
        if self.done > 0 {
            let before = if self.short { "" } else { " before" };
            parts.push(format!("{} done{before}", self.done));
        }
        if self.short {
            let priorities = dossier.records.priorities.iter();
            parts.extend(priorities.map(|one| format!("P{} {}", one.place, one.title)));
        }
        parts
    }
}

/// Open tasks that were long late when they came in: no late steps, one line to decide on.
fn old_line(pen: &mut Pen<'_>, y: u16, old: usize, chosen: Option<Style>, theme: &Theme) {
    let text = match old {
        1 => "1 old task came in with the import, long past its day".to_owned(),
        _ => format!("{old} old tasks came in with the import, long past their day"),
    };
    if let Some(style) = chosen {
        mark(pen, y, style);
    }
    let room = pen.width().saturating_sub(6);
    let asks = format!("{text}: Enter decides");
    let text = if text::width(&asks) <= usize::from(room) { asks } else { text };
    pen.cell(5, y, room, &text, chosen.unwrap_or(theme.dim));
}

fn empty(pen: &mut Pen<'_>, dossier: &Dossier, sight: &Sight<'_>) {
    let theme = sight.theme;
    let step = adds(What::Step, sight);
    let (says, how) = if dossier.records.plan.is_some() {
        ("This cycle has no step yet.", format!("{step} adds one: what, who, by which day."))
    } else {
        let plan = adds(What::Plan, sight);
        (
            "No plan yet for the next 90 days.",
            format!(
                "{plan} begins one: one to three priorities, and under each the steps that serve \
                 it. {step} adds a step without a plan."
            ),
        )
    };
    pen.at(5, 1, says, theme.text);
    let room = pen.width().saturating_sub(10);
    for (line, text) in text::wrap(&how, usize::from(room)).iter().enumerate() {
        pen.at(5, 2 + line as u16, text, theme.dim);
    }
}

/// `a s`: the keys that add one.
pub fn adds(what: What, sight: &Sight<'_>) -> String {
    let menu = sight.keymap.key(Context::Book, Action::Add);
    let letter = sight.keymap.key(Context::Add, Action::New(what));
    let keys = [menu, letter].into_iter().flatten().map(|key| key.to_string());
    keys.collect::<Vec<_>>().join(" ")
}
