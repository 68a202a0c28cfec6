//! Under the map: the chosen seat in words, who is not placed, how much of the map is covered.

use super::hit::{Hits, Target};
use super::people;
use super::{BookScreen, Pane, Sight, plan, seat, signals};
use crate::domain::book::row::Dossier;
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::map::{certain_level, proposed_level};
use crate::domain::signal::table;
use crate::text;
use crate::tui::action::{Action, What};
use crate::tui::keymap::Context;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::person;
use crate::tui::widget::phrase::{self, UNKNOWN};

/// What an empty map is for.
pub fn invite(pen: &mut Pen<'_>, y: u16, wanted: usize, sight: &Sight<'_>) {
    let room = pen.width().saturating_sub(2);
    let seats = if wanted == 1 { "1 seat is" } else { &format!("{wanted} seats are") };
    pen.cell(1, y, room, &format!("Nobody yet; {seats} free."), sight.theme.text);
    let how = plan::adds(What::Person, sight);
    let how = format!("Who decides, who influences, who uses it? {how} adds somebody.");
    for (line, text) in text::wrap(&how, usize::from(room)).iter().enumerate() {
        pen.cell(1, y + 1 + line as u16, room, text, sight.theme.dim);
    }
}

/// Lines that the feet stay below the map at most.
pub const NEAR: u16 = 5;

/// Under the map with two lines a seat: not placed, the signs or the chosen seat, the coverage.
pub fn tall(
    screen: &BookScreen,
    pen: &mut Pen<'_>,
    y: u16,
    dossier: &Dossier,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let theme = sight.theme;
    let columns = pen.width().saturating_sub(2);
    let mut bottom = vec![Vec::new()];
    if screen.pane == Pane::Map {
        let (first, second) = chosen_seat(screen, columns >= 50, dossier, sight);
        bottom.push(first);
        if !second.is_empty() && y + 4 <= pen.height() {
            bottom.push(second);
        }
    } else {
        bottom.push(vec![("★champion $budget ?asked, silent ~old".to_owned(), theme.quiet)]);
    }
    bottom.push(coverage(dossier, columns, theme));
    // The last lines, but not far from what they speak of.
    let y = y.max(pen.height().saturating_sub(bottom.len() as u16).min(y + NEAR));
    waiting(screen, &mut pen.part(1, y, columns, 1), dossier, sight, hits);
    for (place, words) in bottom.iter().enumerate().skip(1) {
        pen.words(1, y + place as u16, columns, words);
    }
}

/// Under the map with one line a seat: the chosen seat in words, not placed, the coverage.
pub fn tight(
    screen: &BookScreen,
    pen: &mut Pen<'_>,
    y: u16,
    dossier: &Dossier,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let theme = sight.theme;
    let columns = pen.width().saturating_sub(1);
    let y = if pen.height() >= 8 { y + 1 } else { y };
    let (first, second) = chosen_seat(screen, columns >= 50, dossier, sight);
    waiting(screen, &mut pen.part(1, y + 2, columns, 1), dossier, sight, hits);
    for (place, words) in [(0, first), (1, second), (3, coverage(dossier, columns, theme))] {
        pen.words(1, y + place, columns, &words);
    }
}

/// `not placed 2: D. Fox, N. Abe`, the chosen one marked; in the focused map with the key that
/// places those whose titles leave no doubt.
fn waiting(
    screen: &BookScreen,
    pen: &mut Pen<'_>,
    dossier: &Dossier,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let theme = sight.theme;
    let seats = &dossier.standing.map.not_placed;
    let Some(last) = seats.len().checked_sub(1) else { return };
    let focus = screen.pane == Pane::Map;
    let chosen = (focus && seat::waits(screen.seat)).then(|| screen.seat.1.min(last));
    let mut head = vec![(format!("not placed {}", seats.len()), theme.text)];
    // While names are gone through, the line under the chosen one says it.
    if focus && chosen.is_none() {
        head.extend(all_at_once(dossier, sight));
    }
    let mut x = pen.words(0, 0, pen.width(), &head);
    x = pen.at(x, 0, ": ", theme.dim);
    let names: Vec<String> = seats
        .iter()
        .filter_map(|seat| seat::contact(dossier, seat.contact))
        .map(|contact| person::short_name(&contact.name))
        .collect();
    let wide = |name: &String| text::width(&text::shown(name)) as u16 + 2;
    // The chosen one is seen, however many stand before.
    let room = pen.width().saturating_sub(x);
    let mut first = 0;
    if let Some(chosen) = chosen {
        let mut needed: u16 = names.iter().take(chosen + 1).map(wide).sum();
        while needed > room + 2 && first < chosen {
            needed -= names.get(first).map_or(0, wide);
            first += 1;
        }
    }
    for (place, name) in names.iter().enumerate().skip(first) {
        let style = if chosen == Some(place) { theme.selected } else { theme.dim };
        let start = x;
        x = pen.at(x, 0, name, style);
        hits.note(pen.place(start, 0, x - start, 1), Target::Seat(Level::ALL.len(), place));
        if place < last {
            x = pen.at(x, 0, ", ", theme.dim);
        }
    }
}

/// `coverage 52 % · DM 49 IN 60 US 97`.
fn coverage(dossier: &Dossier, columns: u16, theme: &Theme) -> Vec<Word> {
    let map = &dossier.standing.map;
    let Some(share) = map.coverage else { return Vec::new() };
    let levels: Vec<String> = map
        .rows
        .iter()
        .filter_map(|row| {
            let share = phrase::percent(row.coverage?).replace(" %", "");
            let level = if columns >= 34 { seat::label(row.level, false) } else { "" };
            Some(format!("{level} {share}").trim_start().to_owned())
        })
        .collect();
    vec![
        (format!("coverage {}", phrase::percent(share)), theme.text),
        (format!(" · {}", levels.join(" ")), theme.dim),
    ]
}

/// `▸ D. Fox Head of IT` and `  Enter: influencer · A places 3`.
fn not_placed(
    contact: &Contact,
    mark: Word,
    dossier: &Dossier,
    sight: &Sight<'_>,
) -> (Vec<Word>, Vec<Word>) {
    let theme = sight.theme;
    let title = contact.title.as_deref();
    let first = vec![
        mark,
        (person::short_name(&contact.name), theme.strong),
        (format!(" {}", title.unwrap_or("no title known")), theme.text),
    ];
    let says = match title.and_then(proposed_level) {
        Some((level, true)) => format!("  Enter: {level}"),
        Some((level, false)) => format!("  Enter: {level}, perhaps"),
        None => "  Enter gives a level".to_owned(),
    };
    let mut second = vec![(says, theme.dim)];
    second.extend(all_at_once(dossier, sight));
    (first, second)
}

/// ` · A places 3`: the key for those whose titles leave no doubt.
fn all_at_once(dossier: &Dossier, sight: &Sight<'_>) -> Option<Word> {
    let sure = dossier.records.contacts.iter().filter_map(certain_level).count();
    let key = sight.keymap.key(Context::Map, Action::AcceptLevels).filter(|_| sure > 0)?;
    Some((format!(" · {key} places {sure}"), sight.theme.accent))
}

/// `▸ A. Ruiz CFO, 34 d, detractor 6` and `  reports to – · champion`.
fn chosen_seat(
    screen: &BookScreen,
    roomy: bool,
    dossier: &Dossier,
    sight: &Sight<'_>,
) -> (Vec<Word>, Vec<Word>) {
    let theme = sight.theme;
    let mark = ("▸ ".to_owned(), theme.accent);
    let Some(row) = dossier.standing.map.rows.get(screen.seat.0) else {
        let waiting = &dossier.standing.map.not_placed;
        let seat = waiting.get(screen.seat.1.min(waiting.len().saturating_sub(1)));
        let contact = seat.and_then(|seat| seat::contact(dossier, seat.contact));
        return contact
            .map_or_else(Default::default, |contact| not_placed(contact, mark, dossier, sight));
    };
    let Some(seat) = row.seats.get(screen.seat.1) else {
        let says = if screen.seat.1 < row.target {
            format!("empty: {} of {} {}s", row.seats.len(), row.target, row.level)
        } else {
            format!("no {} wanted here", row.level)
        };
        let key = sight.keymap.key(Context::Map, Action::Open);
        let fills = key.map(|key| (format!("  {key} fills it"), theme.dim));
        return (vec![mark, (says, theme.dim)], fills.into_iter().collect());
    };
    seat::contact(dossier, seat.contact)
        .map_or_else(Default::default, |contact| person(contact, roomy, dossier, sight))
}

/// `▸ A. Ruiz CFO, 34 d, detractor 6` and `  reports to – · champion · ours: B. Lind`.
pub fn person(
    contact: &Contact,
    roomy: bool,
    dossier: &Dossier,
    sight: &Sight<'_>,
) -> (Vec<Word>, Vec<Word>) {
    let theme = sight.theme;
    let seat = seat::seat_of(dossier, contact.id);
    let mut facts = Vec::new();
    let title = contact.title.as_deref();
    facts.extend(
        title.map(|title| if roomy { title.to_owned() } else { person::short_title(title) }),
    );
    if let Some(left) = contact.left_on {
        facts.push(format!("left {}", phrase::day(left, sight.today)));
    } else if let Some(day) = seat.and_then(|seat| seat.last_two_way_on) {
        facts.push(phrase::span(phrase::days_between(day, sight.today)));
    }
    let said = seat.and_then(|seat| seat.nps);
    facts.extend(said.map(|points| format!("{} {points}", people::stands(points))));
    let first = vec![
        ("▸ ".to_owned(), theme.accent),
        (person::short_name(&contact.name), theme.strong),
        (format!(" {}", facts.join(", ")), theme.text),
    ];
    let chief = contact.reports_to.and_then(|chief| seat::contact(dossier, chief));
    let chief = chief.map_or_else(|| UNKNOWN.to_owned(), |chief| person::short_name(&chief.name));
    let roles: Vec<&str> = contact.roles.iter().map(Role::word).collect();
    let mut second = format!("  reports to {chief}");
    if !roles.is_empty() {
        second.push_str(" · ");
        second.push_str(&roles.join(", "));
    }
    let colleagues = &dossier.records.colleagues;
    let ours = colleagues.iter().find(|one| Some(one.id) == contact.colleague_id);
    second.extend(ours.map(|one| format!(" · ours: {}", person::short_name(&one.name))));
    let key = sight.keymap.key(Context::Map, Action::Playbook);
    match signals::about_person(dossier, contact.id).zip(key) {
        Some((signal, key)) => {
            let what = table::rule(signal.code).map_or(signal.short, |rule| rule.title);
            let offer = (format!("{key} {what}"), theme.accent);
            // Where somebody left, what is to be done about it is all that is left to say.
            if contact.left_on.is_some() {
                return (first, vec![("  ".to_owned(), theme.dim), offer]);
            }
            (first, vec![(second, theme.dim), (" · ".to_owned(), theme.dim), offer])
        }
        None => (first, vec![(second, theme.dim)]),
    }
}
