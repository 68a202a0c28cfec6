//! The lines of the agenda, and what can be chosen of them. What comes in numbers is folded: many
//! of a kind on one day, what is long overdue, the months far ahead.

use crate::domain::agenda::{Agenda, Due, Group, Key, What};
use crate::domain::plan::step::StepOwner;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Lines of what is overdue, and of what is asked for, before the rest is folded.
const OVERDUE: usize = 12;
const ASKED: usize = 5;

/// So many of a kind on a day are told one by one.
const TOGETHER: usize = 3;

/// What can be folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// A month.
    Group(Group),
    /// What of a group has no line at first.
    Rest(Group),
    /// Many of a kind on one day.
    Kind(Group, NaiveDate, What),
}

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    Due(Key),
    Fold(Fold),
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// The group, how many there are in it, and how many of them are late.
    Heading {
        group: Group,
        count: usize,
        late: usize,
    },
    /// Who is waited for: colleagues, or clients.
    Side(StepOwner, usize),
    Due(&'a Due),
    /// So many that are folded away, or lie open under this line.
    Fold {
        fold: Fold,
        count: usize,
        open: bool,
    },
}

impl Line<'_> {
    /// What is chosen with it; mere headings are passed over.
    pub fn spot(&self) -> Option<Spot> {
        match self {
            Self::Due(due) => Some(Spot::Due(due.key())),
            Self::Fold { fold, .. } => Some(Spot::Fold(*fold)),
            Self::Heading { .. } | Self::Side(..) => None,
        }
    }
}

/// All lines, with these folds turned from how they are at first.
pub fn lines<'a>(agenda: &'a Agenda, opened: &BTreeSet<Fold>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (group, dues) in agenda.groups() {
        let count = dues.len();
        if let Group::Month(_) = group {
            let fold = Fold::Group(group);
            let open = opened.contains(&fold);
            lines.push(Line::Fold { fold, count, open });
            if open {
                together(group, &dues, opened, &mut lines);
            }
            continue;
        }
        let late = match group {
            Group::WaitingFor => dues.iter().filter(|due| due.late(agenda.today)).count(),
            _ => 0,
        };
        lines.push(Line::Heading { group, count, late });
        let rest = Fold::Rest(group);
        let open = opened.contains(&rest);
        let hidden = |most: usize| if open { 0 } else { count.saturating_sub(most) };
        match group {
            Group::Overdue => {
                // The youngest are worth the most: what is long overdue is seen in the Book anyhow.
                let older = hidden(OVERDUE);
                if count > OVERDUE {
                    lines.push(Line::Fold { fold: rest, count: count - OVERDUE, open });
                }
                lines.extend(dues.iter().skip(older).map(|due| Line::Due(due)));
            }
            Group::Asked => {
                lines.extend(dues.iter().take(count - hidden(ASKED)).map(|due| Line::Due(due)));
                if count > ASKED {
                    lines.push(Line::Fold { fold: rest, count: count - ASKED, open });
                }
            }
            Group::WaitingFor => sides(&dues, &mut lines),
            _ => together(group, &dues, opened, &mut lines),
        }
    }
    lines
}

/// Day by day; many of a kind that the rules ask for on one day are one line.
fn together<'a>(
    group: Group,
    dues: &[&'a Due],
    opened: &BTreeSet<Fold>,
    lines: &mut Vec<Line<'a>>,
) {
    for alike in dues.chunk_by(|one, two| (one.on, one.what) == (two.on, two.what)) {
        let Some(first) = alike.first() else { continue };
        let (what, count) = (first.what, alike.len());
        let foldable = what.waits() || matches!(what, What::Snooze | What::Birthday);
        if foldable && count > TOGETHER {
            let fold = Fold::Kind(group, first.on, what);
            let open = opened.contains(&fold);
            lines.push(Line::Fold { fold, count, open });
            if !open {
                continue;
            }
        }
        lines.extend(alike.iter().map(|due| Line::Due(due)));
    }
}

/// Colleagues, then clients.
fn sides<'a>(dues: &[&'a Due], lines: &mut Vec<Line<'a>>) {
    let side = |due: &Due| due.whose.as_ref().map(|whose| whose.side);
    for alike in dues.chunk_by(|one, two| side(one) == side(two)) {
        if let Some(side) = alike.first().and_then(|due| side(due)) {
            lines.push(Line::Side(side, alike.len()));
        }
        lines.extend(alike.iter().map(|due| Line::Due(due)));
    }
}
