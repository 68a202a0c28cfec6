//! What the chosen cell rests on: below the grid in words, and by Enter as records.

use super::chosen;
use crate::domain::account::own_score::Factor;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::grid::stroke::Asked;
use crate::domain::grid::{FactorCell, State};
use crate::domain::score::factor::{Case, FACTORS};
use crate::domain::score::holding::holding;
use crate::domain::score::{Evidence, Source, print};
use crate::text;
use crate::tui::action::{About, Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::keymap::Context;
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::layer::why;
use crate::tui::screen::book::Sight;
use crate::tui::screen::grid::page::{Answer, Chosen, Then};
use crate::tui::widget::pen::Word;
use crate::tui::widget::phrase;

/// The form of an own score.
pub(super) fn own(account: Id, factor: Factor) -> Subject {
    Subject::Score { account: account.0, factor: Some(factor.to_string()), points: None }
}

/// The account of the chosen cell, once it was read.
fn dossier<'a>(on: &Chosen<'_>, sight: &Sight<'a>) -> Option<&'a Dossier> {
    let account = on.line()?.account();
    sight.dossier.filter(|dossier| dossier.records.account.id == account)
}

fn records(factor: Factor, dossier: &Dossier) -> &[Evidence] {
    dossier.standing.score.factor(factor).map_or(&[], |factor| &factor.evidence)
}

/// The form in which a record of the evidence is edited.
fn form(account: Id, factor: Factor, evidence: &Evidence) -> Option<Subject> {
    match evidence.record? {
        ("own_score", _) => Some(own(account, factor)),
        record => why::form(account, record),
    }
}

/// Enter: into the record that the cell rests on; where there are several, they are chosen from;
/// where there is none to edit, why it is so.
pub(super) fn enter(on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
    let Some((line, cell)) = chosen(on) else { return Answer::new(Vec::new(), Then::Stays) };
    let (account, factor) = (line.account(), cell.factor);
    let Some(dossier) = dossier(on, sight) else { return Answer::new(Vec::new(), Then::Stays) };
    let subjects: Vec<(&Evidence, Subject)> = records(factor, dossier)
        .iter()
        .filter_map(|evidence| Some((evidence, form(account, factor, evidence)?)))
        .collect();
    let opening = match subjects.as_slice() {
        [] if cell.source == Source::Unknown => Opening::Form(own(account, factor)),
        [] => Opening::Why { account, about: About::Factor(factor) },
        [(_, subject)] => Opening::Form(subject.clone()),
        several => {
            let items = several.iter().map(|(evidence, subject)| {
                let day = evidence.on_date.map(|day| phrase::day(day, sight.today));
                let wish = Wish::Open(Opening::Form(subject.clone()));
                Item::new(&evidence.text, day.unwrap_or_default(), wish)
            });
            let title = format!("{factor} of {}", line.book.name);
            Opening::Pick(Pick::new(title, items.collect()))
        }
    };
    Answer::new(vec![Wish::Open(opening)], Then::Stays)
}

/// `Contoso · Usage 4.2 measured`.
pub(super) fn heading(on: &Chosen<'_>, sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    let Some((line, cell)) = chosen(on) else { return Vec::new() };
    if on.is_range() {
        let count = on.cells().count();
        let accounts = on.rows().count();
        let of =
            if accounts == 1 { line.book.name.clone() } else { format!("{accounts} accounts") };
        return vec![(format!("{count} cells"), theme.strong), (format!(" of {of}"), theme.dim)];
    }
    let state = match cell.state() {
        State::Measured => "measured",
        State::Mine => "mine",
        State::Stale => "stale",
        State::Unknown => "unknown",
        State::NotInUse => "not in use",
    };
    let value = cell.score.map_or_else(String::new, |score| match cell.source {
        Source::Mine => format!(" {score:.0}"),
        _ => format!(" {}", print::tenth(score)),
    });
    vec![
        (line.book.name.clone(), theme.strong),
        (format!(" · {}{value}", cell.factor), theme.strong),
        (format!(" {state}"), theme.dim),
    ]
}

/// The open question, what holds and for how long, the evidence, and what the digit means.
pub(super) fn below(
    asked: Option<&Asked>,
    on: &Chosen<'_>,
    columns: u16,
    sight: &Sight<'_>,
) -> Vec<Vec<Word>> {
    let theme = sight.theme;
    let mut lines = Vec::new();
    lines.extend(
        asked.into_iter().flat_map(|asked| question(asked, on, usize::from(columns), sight)),
    );
    let Some((_, cell)) = chosen(on) else { return lines };
    let Some(dossier) = dossier(on, sight) else { return lines };
    let told = holds(cell, dossier, sight);
    let wrapped = |text: &str| text::wrap(text, usize::from(columns));
    lines.extend(wrapped(&told).into_iter().map(|line| vec![(line, theme.text)]));
    for evidence in records(cell.factor, dossier) {
        let told = match evidence.on_date {
            Some(day) => format!("{} · {}", evidence.text, phrase::day(day, sight.today)),
            None => evidence.text.clone(),
        };
        lines.extend(wrapped(&told).into_iter().map(|line| vec![(line, theme.dim)]));
    }
    let points = cell.score.map(|score| print::to_billionth(score).floor() as i64);
    let rubric = points.and_then(|points| Some((points, sight.rules.rubric(cell.factor, points)?)));
    lines.extend(rubric.map(|(points, means)| vec![(format!("{points}: {means}"), theme.dim)]));
    lines
}

/// `Contoso, Usage 4: It was 7.2 and falls under 6: what has changed? r says why`.
fn question(asked: &Asked, on: &Chosen<'_>, columns: usize, sight: &Sight<'_>) -> Vec<Vec<Word>> {
    let theme = sight.theme;
    let line = on.lines.iter().find(|line| line.account() == asked.account);
    let name = line.map_or("", |line| &line.book.name);
    let text = format!("{name}, {} {}: {}", asked.factor, asked.points, asked.question);
    let wrapped = text::wrap(&text, columns);
    let mut lines: Vec<Vec<Word>> =
        wrapped.into_iter().map(|line| vec![(line, theme.text)]).collect();
    // The key is never what is cut.
    if let Some(key) = sight.keymap.key(Context::Grid, Action::Reason) {
        let (key, says) = (format!(" {key}"), " says why");
        let wide = |line: &Vec<Word>| line.iter().map(|(word, _)| text::width(word)).sum::<usize>();
        let needs = text::width(&key) + text::width(says);
        let fits = |line: &&mut Vec<Word>| wide(line) + needs <= columns;
        let words = [(key, theme.key), (says.to_owned(), theme.dim)];
        match lines.last_mut().filter(fits) {
            Some(last) => last.extend(words),
            None => lines.push(words.into()),
        }
    }
    lines
}

/// What stands in the cell and until when, in one sentence.
fn holds(cell: &FactorCell, dossier: &Dossier, sight: &Sight<'_>) -> String {
    let (records, map) = (&dossier.records, &dossier.standing.map);
    let case = Case { records, map, rules: sight.rules, today: sight.today };
    let own = holding(&case).into_iter().find(|one| one.factor == cell.factor);
    if let Some(own) = own {
        return own.text;
    }
    let spec = FACTORS.iter().find(|spec| spec.factor == cell.factor);
    let rule = spec.map_or_else(String::new, |spec| sight.rules.told(spec.rule));
    let known = match cell.state() {
        State::Unknown | State::NotInUse => "Nothing on record; a digit says how you see it.",
        State::Stale => "Older than it may be; fresh figures or a digit renew it.",
        State::Measured | State::Mine => "",
    };
    format!("{rule} {known}").trim_end().to_owned()
}
