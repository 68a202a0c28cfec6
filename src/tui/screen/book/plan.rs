//! The 90-day plan: its priorities, the steps that serve them, the weeks.
//!
//! ```text
//! ├ Plan day 34/90, 5/12, 2 late ┬ Log ───────────────────────────────────┤
//! │     P1 Win back Operations: active seats 40 → 75         1   │      13│
//! │ ! ▢ Root-cause workshop, ops   me     Mon 16 Nov 6 d     ···●│········│
//! ```

use super::hit::{Hits, Target};
use super::step_line::{self, Columns};
use super::weeks::Weeks;
use super::{BookScreen, Pane, Sight};
use crate::domain::book::row::Dossier;
use crate::domain::plan::priority::Priority;
use crate::domain::plan::step::{Step, StepStatus};
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use chrono::NaiveDate;

/// One line of the plan.
#[derive(Clone, Copy, Debug)]
enum Entry<'a> {
    Priority(&'a Priority),
    /// What stands outside the priorities.
    Loose,
    Step(&'a Step),
}

/// The steps in the order in which the plan shows them.
pub fn steps(dossier: &Dossier) -> Vec<&Step> {
    entries(dossier, true)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Step(step) => Some(step),
            Entry::Priority(_) | Entry::Loose => None,
        })
        .collect()
}

fn entries(dossier: &Dossier, done_too: bool) -> Vec<Entry<'_>> {
    let records = &dossier.records;
    let wanted = |step: &&Step| step.status.open() || (done_too && step.status == StepStatus::Done);
    let mut entries = Vec::new();
    for priority in &records.priorities {
        entries.push(Entry::Priority(priority));
        let serves = |step: &&Step| step.priority_id == Some(priority.id);
        entries.extend(records.steps.iter().filter(wanted).filter(serves).map(Entry::Step));
    }
    let known = |step: &&Step| {
        step.priority_id.is_none_or(|id| records.priorities.iter().all(|one| one.id != id))
    };
    let loose: Vec<&Step> = records.steps.iter().filter(wanted).filter(known).collect();
    if !loose.is_empty() && !records.priorities.is_empty() {
        entries.push(Entry::Loose);
    }
    entries.extend(loose.into_iter().map(Entry::Step));
    entries
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some(dossier) = screen.dossier(sight) else { return };
    let theme = sight.theme;
    let old = dossier.records.steps.iter().filter(|step| step.status == StepStatus::Old).count();
    let all = entries(dossier, true);
    if all.is_empty() {
        empty(&mut pen, dossier, old, theme);
        return;
    }
    let foot = usize::from(old > 0);
    let room = usize::from(pen.height()).saturating_sub(foot);
    let columns = Columns::of(pen.width());
    let weeks = dossier.records.plan.as_ref().filter(|_| columns.week > 0).map(|plan| Weeks {
        starts_on: plan.starts_on,
        today: sight.today,
        step: columns.week,
    });
    let all_done = done(&all);
    let (shown, short) = shortened(all, room, dossier);
    let hidden_done = all_done - done(&shown);
    let room = if short || hidden_done > 0 { room.saturating_sub(1).max(1) } else { room };
    let shown_steps = shown.iter().filter(|entry| matches!(entry, Entry::Step(_))).count();
    let step = screen.step.min(shown_steps.saturating_sub(1));
    let at = shown
        .iter()
        .enumerate()
        .filter(|(_, entry)| matches!(entry, Entry::Step(_)))
        .nth(step)
        .map_or(0, |(place, _)| place);
    let top = screen.step_top.clamp((at + 1).saturating_sub(room), at);
    let top = top.min(shown.len().saturating_sub(room));
    let focus = screen.pane == Pane::Tab;
    let mut number = shown[..top].iter().filter(|entry| matches!(entry, Entry::Step(_))).count();
    let mut headed = false;
    for (place, entry) in shown.iter().enumerate().skip(top).take(room) {
        let y = (place - top) as u16;
        let strip = pen.width().saturating_sub(columns.strip());
        match entry {
            Entry::Priority(priority) => {
                priority_line(&mut pen, y, priority, columns, theme);
                match weeks {
                    Some(weeks) if !headed => weeks.heading(&mut pen, strip, y, theme),
                    Some(weeks) => weeks.today_line(&mut pen, strip, y, theme),
                    None => {}
                }
                headed = true;
            }
            Entry::Loose => {
                pen.at(5, y, "beside the priorities", theme.dim);
                if let Some(weeks) = weeks {
                    weeks.today_line(&mut pen, strip, y, theme);
                }
            }
            Entry::Step(step) => {
                hits.note(pen.place(0, y, pen.width(), 1), Target::Step(number));
                let chosen = (focus && place == at).then_some(theme.selected);
                step_line::draw(&mut pen, y, step, columns, weeks, chosen, sight);
                number += 1;
            }
        }
    }
    if short || hidden_done > 0 {
        let below = shown.len().saturating_sub(top + room);
        let last = pen.height() - 1 - foot as u16;
        rest_line(&mut pen, last, (below, hidden_done), short, dossier, theme);
    }
    if old > 0 {
        old_line(&mut pen, old, theme);
    }
    screen.step_top = top;
    screen.step = step;
}

fn priority_line(pen: &mut Pen<'_>, y: u16, priority: &Priority, columns: Columns, theme: &Theme) {
    let room = pen.width().saturating_sub(6 + columns.strip());
    let mut words =
        vec![(format!("P{} ", priority.place), theme.dim), (priority.title.clone(), theme.strong)];
    // A metric that would be cut says nothing.
    let taken = text::width(&priority.title) + 3;
    words.extend(priority.metric.as_ref().and_then(|metric| {
        let metric = format!(": {metric}");
        (taken + text::width(&metric) <= usize::from(room)).then_some((metric, theme.dim))
    }));
    pen.words(5, y, room, &words);
}

/// Steps among the lines that are done.
fn done(entries: &[Entry<'_>]) -> usize {
    let done = |entry: &&Entry<'_>| matches!(entry, Entry::Step(step) if !step.status.open());
    entries.iter().filter(done).count()
}

/// As much as there is room for: first the oldest of what is done goes, then the priorities move
/// to the last line and the steps stand by their days alone. The second part says whether.
fn shortened<'a>(
    mut entries: Vec<Entry<'a>>,
    room: usize,
    dossier: &'a Dossier,
) -> (Vec<Entry<'a>>, bool) {
    if entries.len() <= room {
        return (entries, false);
    }
    while entries.len() + 1 > room {
        let oldest = entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| match entry {
                Entry::Step(step) if !step.status.open() => {
                    Some((step.done_on.or(step.due_on), place))
                }
                _ => None,
            })
            .min();
        match oldest {
            Some((_, place)) => _ = entries.remove(place),
            None => break,
        }
    }
    if entries.len() < room {
        return (entries, false);
    }
    let mut steps = self::entries(dossier, false);
    steps.retain(|entry| matches!(entry, Entry::Step(_)));
    steps.sort_by_key(|entry| match entry {
        Entry::Step(step) => step.due_on.unwrap_or(NaiveDate::MAX),
        Entry::Priority(_) | Entry::Loose => NaiveDate::MAX,
    });
    (steps, true)
}

/// `5 done · P1 Win back Operations · P2 Rebuild the map`.
fn rest_line(
    pen: &mut Pen<'_>,
    y: u16,
    (below, done): (usize, usize),
    short: bool,
    dossier: &Dossier,
    theme: &Theme,
) {
    let mut parts = Vec::new();
    if below > 0 {
        parts.push(format!("… {below} more"));
    }
    if done > 0 {
        parts.push(if short { format!("{done} done") } else { format!("{done} done before") });
    }
    if short {
        let priorities = dossier.records.priorities.iter();
        parts.extend(priorities.map(|one| format!("P{} {}", one.place, one.title)));
    }
    pen.cell(5, y, pen.width().saturating_sub(6), &parts.join(" · "), theme.dim);
}

/// Open tasks that were long late when they came in: no late steps, one line to decide on.
fn old_line(pen: &mut Pen<'_>, old: usize, theme: &Theme) {
    let text = match old {
        1 => "1 old task came in with the import, long past its day".to_owned(),
        _ => format!("{old} old tasks came in with the import, long past their day"),
    };
    let y = pen.height().saturating_sub(1);
    pen.cell(5, y, pen.width().saturating_sub(6), &text, theme.dim);
}

fn empty(pen: &mut Pen<'_>, dossier: &Dossier, old: usize, theme: &Theme) {
    let says = if dossier.records.plan.is_some() {
        "This cycle has no step yet."
    } else {
        "No plan yet for the next 90 days."
    };
    pen.at(5, 1, says, theme.text);
    let room = pen.width().saturating_sub(10);
    let why = "One to three priorities, and under each the steps that serve it: \
               what, who, by which day.";
    for (line, text) in text::wrap(why, usize::from(room)).iter().enumerate() {
        pen.at(5, 2 + line as u16, text, theme.dim);
    }
    if old > 0 {
        old_line(pen, old, theme);
    }
}
