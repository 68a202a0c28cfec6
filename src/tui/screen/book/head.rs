//! The head of the account: its days, its last talk in the client's words, its signals.
//!
//! ```text
//! ┌ Contoso ─ Strategic ─ live since 2021 ──────── €940k ─ ●◐○○○? NPS −40 ┐
//! │ notice by 30 Jan (69 d) · ends 31 Mar · talks not started      liked  │
//! │ last talk 12 d: K. Ott, call, −1 “budget frozen” · growth steps 3/6   │
//! │ ! ▸ Champion left: T. Lee, 16 Nov. Nobody took over.                  │
//! ```

use super::frame::Segment;
use super::hit::Hits;
use super::{BookScreen, Sight, signals};
use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::book::row::Dossier;
use crate::domain::map::Map;
use crate::domain::page::feedback::dots;
use crate::domain::rules::limit::Limit;
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::person;
use crate::tui::widget::phrase;
use chrono::Datelike;
use ratatui::style::Style;

/// Who it is at the left, what it is worth and how it feels at the right.
pub fn titles(
    screen: &BookScreen,
    columns: u16,
    style: Style,
    sight: &Sight<'_>,
) -> (Vec<Segment>, Vec<Segment>) {
    let theme = sight.theme;
    let Some(row) = screen.row(sight.book) else { return (Vec::new(), Vec::new()) };
    let roomy = columns >= 70;
    let mut left = vec![vec![(row.name.clone(), style.patch(theme.strong))]];
    match row.tier {
        Some(tier) if roomy => left.push(vec![(capital(tier.word()), theme.text)]),
        Some(tier) => left[0].push((format!(" {}", tier.letter()), theme.text)),
        None => {}
    }
    let dossier = screen.dossier(sight);
    match row.status {
        Status::Active => {}
        Status::Notified => left.push(vec![("notice given".to_owned(), theme.state_risk)]),
        other => left.push(vec![(other.word().to_owned(), theme.dim)]),
    }
    let since = dossier.and_then(|dossier| dossier.records.account.customer_since);
    if let Some(since) = since.filter(|_| roomy) {
        left.push(vec![(format!("live since {}", since.year()), theme.dim)]);
    }
    let mut right = Vec::new();
    right.extend(row.arr.map(|arr| vec![(arr.signed_short(), theme.text)]));
    right.extend(dossier.and_then(|dossier| feedback(&dossier.standing.map, sight)));
    (left, right)
}

/// `●◐○○○? NPS −40`; where there are many answers the figure and their number.
fn feedback(map: &Map, sight: &Sight<'_>) -> Option<Segment> {
    let theme = sight.theme;
    let [promoters, passives, detractors, silent] = map.answers;
    let answers = promoters + passives + detractors;
    let nps = map.nps.map(|nps| format!("NPS {}", phrase::signed(nps)));
    match nps {
        None if silent == 0 => None,
        None => {
            Some(vec![("?".repeat(silent.min(9)), theme.dim), (" NPS –".to_owned(), theme.dim)])
        }
        Some(nps) if answers >= sight.rules.count(Limit::FewAnswers) => {
            Some(vec![(nps, theme.text), (format!(" of {answers}"), theme.dim)])
        }
        Some(nps) => {
            let dots = dots([promoters, passives, detractors, silent.min(9), 0], true);
            let dots = dots.into_iter().map(|span| (span.text, theme.tone(span.tone)));
            Some(dots.chain([(format!(" {nps}"), theme.text)]).collect())
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some(dossier) = screen.dossier(sight) else { return };
    let theme = sight.theme;
    let columns = pen.width().saturating_sub(2);
    // Three lines: the dates and the last talk share one.
    let tight = pen.height() < 4;
    let mut words = dates(dossier, sight, tight);
    let growth = growth(sight);
    if tight {
        words.push((" · ".to_owned(), theme.dim));
        words.push(match &dossier.records.last_talk {
            Some(talk) => {
                let ago = phrase::span(phrase::days_between(talk.on_date, sight.today));
                (format!("last talk {ago}"), theme.text)
            }
            None => ("no talk yet".to_owned(), theme.dim),
        });
        words.extend(growth.map(|(steps, _)| (format!(" · steps {steps}"), theme.dim)));
        pen.words(1, 0, columns, &words);
    } else {
        let end = pen.words(1, 0, columns, &words);
        // What the client said is cut before the figures after it.
        let (steps, ladder) = growth.unzip();
        let steps = steps.map(|steps| format!(" · growth steps {steps}")).unwrap_or_default();
        let beside = text::width(&steps) as u16;
        let end_of_talk =
            pen.words(1, 1, columns.saturating_sub(beside), &last_talk(dossier, sight));
        pen.at(end_of_talk, 1, &steps, theme.dim);
        if let Some(ladder) = ladder.filter(|word| !word.is_empty()) {
            let room = (columns + 1).saturating_sub(end + 2);
            // Where there is no room for what the record shows, the user's word stands alone.
            let said = ladder.split(',').next().unwrap_or_default();
            let fits = |word: &&str| text::width(word) as u16 <= room;
            let bare = said.trim_start_matches(LADDER);
            if let Some(word) = [ladder.as_str(), said, bare].into_iter().find(fits) {
                pen.right(end + 2, 0, room, word, theme.dim);
            }
        }
    }
    signals::draw(screen, &mut pen, if tight { 1 } else { 2 }, dossier, sight, hits);
}

/// Before the step of the ladder, where there is room.
const LADDER: &str = "ladder: ";

/// Growth steps that are lit, as `3/6`, and the step of the ladder: `ladder: liked`, and where the
/// record shows another one than the user said, `ladder: partner, shown: liked`.
fn growth(sight: &Sight<'_>) -> Option<(String, String)> {
    let growth = &sight.picture()?.growth;
    let ladder = match (&growth.ladder.claim, growth.ladder.backed) {
        (None, None) => String::new(),
        (None, Some(shown)) => format!("{LADDER}shown: {shown}"),
        (Some(claim), Some(shown)) if shown != claim.step => {
            format!("{LADDER}{}, shown: {shown}", claim.step)
        }
        (Some(claim), _) => format!("{LADDER}{}", claim.step),
    };
    Some((format!("{}/{}", growth.steps.lit, growth.steps.asked), ladder))
}

/// `notice by 30 Jan (69 d) · ends 31 Mar · talks not started`.
pub fn dates(dossier: &Dossier, sight: &Sight<'_>, tight: bool) -> Vec<Word> {
    let theme = sight.theme;
    let mut words: Vec<Word> = Vec::new();
    let Some(act) = dossier.standing.act_by else {
        words.push(("no end date".to_owned(), theme.dim));
        return words;
    };
    let left = phrase::days_between(sight.today, act.act_by);
    let style = match left {
        ..=30 => theme.state_risk,
        31..=90 => theme.state_watch,
        _ => theme.text,
    };
    let ends = phrase::day_ahead(act.ends_on, sight.today);
    let by = phrase::day_ahead(act.act_by, sight.today);
    if act.act_by == act.ends_on {
        words.push((format!("ends {ends}"), theme.text));
    } else if left < 0 {
        words.push((format!("notice was due {by}"), theme.text));
    } else {
        words.push((format!("notice by {by}"), theme.text));
    }
    words.push((format!(" ({})", phrase::days(left)), style));
    if tight {
        return words;
    }
    if act.act_by != act.ends_on {
        words.push((format!(" · ends {ends}"), theme.dim));
    }
    if let Some(contract) = &dossier.records.contract {
        let renewal = match contract.renewal {
            Renewal::NotStarted => "talks not started",
            other => other.word(),
        };
        words.push((format!(" · {renewal}"), theme.dim));
    }
    words
}

/// `last talk 12 d: K. Ott, call, −1 “budget frozen”`.
pub fn last_talk(dossier: &Dossier, sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    let Some(talk) = &dossier.records.last_talk else {
        return vec![("no talk on record yet".to_owned(), theme.dim)];
    };
    let ago = phrase::span(phrase::days_between(talk.on_date, sight.today));
    let mut who: Vec<String> =
        talk.people.iter().take(2).map(|name| person::short_name(name)).collect();
    if talk.people.len() > 2 {
        who.push(format!("+{}", talk.people.len() - 2));
    }
    who.push(talk.kind.word().to_owned());
    let mut words = vec![
        (format!("last talk {ago}"), theme.text),
        (format!(": {}", who.join(", ")), theme.dim),
    ];
    if let Some(mood) = talk.mood {
        words.push((", ".to_owned(), theme.dim));
        words.push((phrase::signed(mood), self::mood(mood, theme)));
    }
    words.push(match &talk.quote {
        Some(quote) => (format!(" “{quote}”"), theme.text),
        None => (format!(" {}", talk.summary), theme.text),
    });
    words
}

/// The style of a talk's mood, −2 … +2.
pub const fn mood(mood: i64, theme: &Theme) -> Style {
    match mood {
        ..0 => theme.state_risk,
        0 => theme.text,
        1.. => theme.state_healthy,
    }
}
