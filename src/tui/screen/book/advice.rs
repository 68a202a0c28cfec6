//! What the playbook says to the chosen step, under its line while it is being done.
//!
//! ```text
//! │▸  ▢ Reach T. Lee: thank the… me     Mon 23 Nov 1 d     ····│○·······│
//! │            Reach T. Lee: thank them, ask who takes over               │
//! │     do     Call or write privately. Ask who takes over.               │
//! │     avoid  Asking for inside news.                                    │
//! ```

use super::Sight;
use super::plan_line::Line;
use crate::domain::book::row::Dossier;
use crate::domain::plan::step::Step;
use crate::domain::playbook::named;
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;

/// Columns before the words, and those that the words `do`, `say`, `avoid` take.
const LEFT: u16 = 5;
const LABEL: u16 = 7;

/// The lines of advice to the chosen line of the plan, no more than there is room for; over them
/// its title, where its own line has no room for the whole of it.
pub fn lines(
    chosen: Option<Line>,
    dossier: &Dossier,
    (columns, title): (u16, u16),
    room: usize,
    sight: &Sight<'_>,
) -> Vec<(&'static str, String)> {
    let Some(Line::Step(id)) = chosen else { return Vec::new() };
    let step = dossier.records.steps.iter().find(|step| step.id == id && step.status.open());
    let columns = usize::from(columns.saturating_sub(LEFT + LABEL + 1));
    let mut said = step.map(|step| said(step, sight)).unwrap_or_default();
    let cut = |step: &&Step| text::width(&text::shown(&step.title)) > usize::from(title);
    if let Some(step) = step.filter(cut) {
        said.insert(0, ("", step.title.clone()));
    }
    let mut lines: Vec<(&'static str, String)> = said
        .into_iter()
        .flat_map(|(word, said)| {
            let lines = text::wrap(&said, columns).into_iter().enumerate();
            lines.map(move |(at, line)| (if at == 0 { word } else { "" }, line)).collect::<Vec<_>>()
        })
        .collect();
    if lines.len() > room {
        lines.truncate(room);
        if let Some((_, last)) = lines.last_mut() {
            *last = text::fit(&format!("{last} {}", text::ELLIPSIS), columns);
        }
    }
    lines
}

/// What a meeting is about, and what its playbook says to a step.
fn said(step: &Step, sight: &Sight<'_>) -> Vec<(&'static str, String)> {
    let playbook = step.playbook.as_deref().and_then(|name| named(sight.shelf.all(), name));
    let play = playbook.zip(step.play_step.as_deref()).and_then(|(one, key)| one.play(key));
    let advice = play.map(|play| play.advice()).unwrap_or_default();
    let agenda = step.agenda.iter().filter(|agenda| !agenda.trim().is_empty());
    let agenda = agenda.into_iter().map(|agenda| {
        let points: Vec<&str> = agenda.lines().map(str::trim).collect();
        ("agenda", points.join(" · "))
    });
    agenda.chain(advice.into_iter().map(|(word, said)| (word, said.to_owned()))).collect()
}

/// Draws one of them.
pub fn draw(pen: &mut Pen<'_>, y: u16, (label, line): &(&'static str, String), theme: &Theme) {
    pen.at(LEFT, y, label, theme.dim);
    pen.at(LEFT + LABEL, y, line, theme.text);
}
