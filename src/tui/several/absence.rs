//! What falls into an absence, read for the layer on which it is moved or handed over.

use crate::desk::{Ahead, Reading};
use crate::domain::away::inside::{inside, step_of};
use crate::domain::cell::Id;
use crate::domain::ours::away::Away;
use crate::domain::ours::colleague::Colleague;
use crate::domain::plan::step::{Step, StepOwner};
use crate::error::Result;
use crate::tui::action::{Opening, Wish};
use crate::tui::layer::away::Leave;
use crate::tui::screen::book::Sight;

/// The absence of this number; without one, the one that runs or comes next. Nobody is bothered
/// with one that nothing falls into, unless they asked.
pub(super) fn wishes(
    (id, asked): (Option<Id>, bool),
    reading: &Reading,
    sight: &Sight<'_>,
) -> Result<Vec<Wish>> {
    let ahead = |away: &Away| away.to_on >= sight.today;
    let absences: Vec<Away> = reading.every()?;
    let away = match id {
        Some(id) => absences.into_iter().find(|away| away.id == id && ahead(away)),
        None => absences.into_iter().filter(ahead).min_by_key(|away| (away.from_on, away.to_on)),
    };
    let says = |text: &str| Ok(asked.then(|| Wish::Say(text.to_owned())).into_iter().collect());
    let Some(away) = away else {
        return says("No absence is ahead: “away from … to …” in the add menu writes one down.");
    };
    let (today, until) = (sight.today, away.to_on);
    let agenda = reading.agenda_for(Ahead { today, until, mask: false })?;
    let mut dues = Vec::new();
    for due in inside(&agenda, (away.from_on, away.to_on)) {
        let step = step_of(&due).map(|id| reading.record::<Step>(id)).transpose()?;
        // A meeting stands in the agenda whoever holds it; one that is covered needs nobody else.
        if step.as_ref().is_none_or(|step| step.owner == StepOwner::Me) {
            dues.push((due, step));
        }
    }
    if dues.is_empty() {
        return says("Nothing of yours falls into this absence.");
    }
    let ours = reading.every::<Colleague>()?;
    let here = ours.into_iter().filter(|one| one.archived_on.is_none());
    let colleagues = here.map(|one| one.name).collect();
    Ok(vec![Wish::Open(Opening::Away(Leave { away, dues, colleagues }))])
}
