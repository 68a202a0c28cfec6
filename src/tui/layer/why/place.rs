//! Why the account stands where it stands in the list: its group, what its signals are worth, and
//! where it would stand without each of them.
//!
//! ```text
//! ┏ Why here: NOW 21.0 ─ Contoso ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Something asks to be done now.                                               ┃
//! ┃ 7.5 for its signals × 2.8 for its ARR €940k = 21.0                           ┃
//! ┃                                                         worth   without it   ┃
//! ┃▸ ! Champion left: T. Lee, 16 Nov. Nobody took over.      5.0    17.5 NOW     ┃
//! ┃  ! Promise late 4 d: ROI sheet for K. Ott                5.0    17.5 NOW     ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use super::sheet::{self, Drawn, Line, Meant, Spot, Text};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::rank::{self, worth};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Score;
use crate::domain::signal::answer;
use crate::domain::signal::table;
use crate::domain::signal::{Severity, Signal};
use crate::domain::standing::Group;
use crate::tui::action::{About, Action, Deed, Opening, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The explanation of a place.
#[derive(Debug)]
pub(super) struct Place {
    account: Id,
    /// The code of the chosen signal.
    chosen: Option<String>,
    top: usize,
    drawn: Drawn,
}

impl Place {
    pub(super) const fn new(account: Id, chosen: Option<String>) -> Self {
        Self { account, chosen, top: 0, drawn: Drawn::new() }
    }

    fn dossier<'a>(&self, sight: &Sight<'a>) -> Option<&'a Dossier> {
        sight.dossier.filter(|dossier| dossier.records.account.id == self.account)
    }

    fn place(&self, dossier: &Dossier) -> usize {
        let signals = &dossier.standing.signals;
        let chosen = |one: &Signal| Some(one.code) == self.chosen.as_deref();
        signals.iter().position(chosen).unwrap_or(0)
    }

    fn choose(&mut self, by: isize, dossier: &Dossier) {
        let signals = &dossier.standing.signals;
        let last = signals.len().saturating_sub(1);
        let place = self.place(dossier).saturating_add_signed(by).min(last);
        self.chosen = signals.get(place).map(|one| one.code.to_owned());
    }

    fn act(&mut self, action: Action, dossier: &Dossier) -> Outcome {
        match action {
            Action::Up => self.choose(-1, dossier),
            Action::Down => self.choose(1, dossier),
            Action::First => self.choose(isize::MIN / 2, dossier),
            Action::Last => self.choose(isize::MAX / 2, dossier),
            Action::PageUp => self.choose(-5, dossier),
            Action::PageDown => self.choose(5, dossier),
            Action::Open => {
                let signal = dossier.standing.signals.get(self.place(dossier));
                return match signal {
                    Some(one) if one.silenced => {
                        Outcome::ClosesWith(vec![Wish::Do(Deed::Act(Action::SwitchedOff))])
                    }
                    Some(one) => {
                        let code = one.code.to_owned();
                        Outcome::ClosesWith(vec![Wish::Do(Deed::Answer { code })])
                    }
                    None => Outcome::Stays,
                };
            }
            Action::NextPane => {
                let why = Opening::Why { account: self.account, about: About::Score };
                return Outcome::ClosesWith(vec![Wish::Open(why)]);
            }
            Action::Back => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }
}

impl Overlay for Place {
    fn context(&self) -> Context {
        Context::Why
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let Some(dossier) = self.dossier(sight) else { return Outcome::Closes };
        match self.drawn.hear(input, Context::Why, sight.keymap) {
            Meant::Act(action) => self.act(action, dossier),
            Meant::Beside => Outcome::Closes,
            Meant::On(Spot::Record(place)) if place == self.place(dossier) => {
                self.act(Action::Open, dossier)
            }
            Meant::On(Spot::Record(place)) => {
                let signal = dossier.standing.signals.get(place);
                self.chosen = signal.map(|one| one.code.to_owned());
                Outcome::Stays
            }
            Meant::On(_) | Meant::Nothing => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let mut drawn = std::mem::take(&mut self.drawn);
        let dossier = self.dossier(sight);
        let title = dossier.map_or_else(
            || vec![("Why here".to_owned(), theme.title_focus)],
            |dossier| title(dossier, sight),
        );
        let columns = Drawn::columns(area).saturating_sub(3);
        let told = |place| {
            let mut text = Text::new(columns);
            match dossier {
                None => text.say("The account is no longer in the book.", theme.text),
                Some(dossier) => tell(&mut text, dossier, place, sight),
            }
            text
        };
        // As high as for the longest of its signals, so that it stands still.
        let count = dossier.map_or(1, |dossier| dossier.standing.signals.len().max(1));
        let lines = (0..count).map(|place| told(place).lines.len()).max().unwrap_or(1);
        let lines = u16::try_from(lines + 2).unwrap_or(u16::MAX);
        let inner = drawn.begin(area, buffer, theme, &title, "", lines);
        let mut pen = Pen::new(buffer, inner);
        let chosen = dossier.map(|dossier| self.place(dossier));
        let text = told(chosen.unwrap_or(0));
        self.top = sheet::draw(&mut pen, &text, self.top, chosen, &mut drawn, theme);
        self.drawn = drawn;
    }
}

/// `Why here: NOW 21.0 ─ Contoso`.
fn title(dossier: &Dossier, sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    let ranked = &dossier.ranked;
    let mut words = vec![
        ("Why here: ".to_owned(), theme.title_focus),
        (ranked.group.to_string(), theme.strong),
    ];
    if ranked.weight > 0.0 {
        words.push((format!(" {:.1}", ranked.weight), theme.text));
    }
    words.push((" ─ ".to_owned(), theme.border_focus));
    words.push((dossier.records.account.name.clone(), theme.strong));
    words
}

/// What the group says.
fn meaning(group: Group, score: &Score, rules: &Rules) -> &'static str {
    match group {
        Group::Now => "Something asks to be done now, and nothing is planned for it.",
        Group::Soon => "Something asks to be watched, and nothing is planned for it.",
        Group::TooLittleKnown if score.too_few(rules) => {
            "Nothing asks, but fewer than three factors are there to score it by."
        }
        Group::TooLittleKnown => {
            "Nothing asks, but less than half of the score is known and fresh."
        }
        Group::InHand => "What asks has a step with a day: it rests until then.",
        Group::Fine => "Nothing asks for attention.",
        Group::Prospects => "A prospect: outside the book's sums and signals.",
        Group::Past => "Lost or put away: it stands at the end.",
        Group::Unlinked => "Claimed by no account.",
    }
}

fn tell(text: &mut Text, dossier: &Dossier, chosen: usize, sight: &Sight<'_>) {
    let theme = sight.theme;
    let ranked = &dossier.ranked;
    text.say(meaning(ranked.group, &dossier.standing.score, sight.rules), theme.text);
    if ranked.pushed {
        let pushed = "It belongs to NOW, but five weigh more: it leads SOON with an !.";
        text.say(pushed, theme.text);
    }
    if ranked.group == Group::TooLittleKnown && !ranked.why.is_empty() {
        text.say(&format!("What to write down first: {}.", ranked.why), theme.text);
    }
    if let Some(next) = &dossier.standing.next_step {
        let day = phrase::weekday(next.due_on, sight.today);
        text.say(&format!("Next: {}, {day}.", crate::text::shown(&next.title)), theme.dim);
    }
    if ranked.weight > 0.0 {
        weight(text, dossier, sight);
    }
    let signals = &dossier.standing.signals;
    if signals.is_empty() {
        return;
    }
    text.gap();
    let shared: Vec<&str> = sight.whole.lines.iter().map(|line| line.code).collect();
    let columns = text.columns();
    let tail = format!("worth  {:<15}", "without it");
    let pad = columns.saturating_sub(crate::text::width(&tail) + 1);
    text.words(vec![(format!("{}{tail}", " ".repeat(pad)), theme.dim)]);
    for (place, signal) in signals.iter().enumerate() {
        line(text, place, signal, dossier, &shared, sight);
    }
    text.gap();
    if let Some(signal) = signals.get(chosen) {
        detail(text, signal, dossier, sight);
    }
}

fn weight(text: &mut Text, dossier: &Dossier, sight: &Sight<'_>) {
    let theme = sight.theme;
    let ranked = &dossier.ranked;
    let pull = sight.rules.limit(Limit::ArrPull);
    let factor = 1.0 + pull * ranked.arr_percentile;
    let mut sum = format!("{:.1} for the strongest signal", ranked.strongest);
    if ranked.rest > 0.0 {
        let rest = (ranked.rest * 100.0).round() / 100.0;
        sum = format!("({sum} + {rest:.2} for the rest)");
    }
    text.say(
        &format!(
            "Inside the group it weighs {:.1} = {sum} × {factor:.2} for its ARR.",
            ranked.weight
        ),
        theme.text,
    );
    let share = ranked.arr_percentile;
    let why = match dossier.standing.arr {
        Some(arr) => {
            let stands = match share {
                1.0.. => "the largest of the book".to_owned(),
                0.0 => "the smallest of the book".to_owned(),
                _ => format!("above {} of the book", phrase::percent(share)),
            };
            format!("ARR {}: {stands}, so × (1 + {pull} × {share:.2}).", arr.signed_short())
        }
        None => {
            format!("Its ARR is not known, so it counts as the middle of the book: × {factor:.2}.")
        }
    };
    text.say(&why, theme.dim);
}

/// One signal: its mark, its sentence, its worth, and the place without it.
fn line(
    text: &mut Text,
    place: usize,
    signal: &Signal,
    dossier: &Dossier,
    shared: &[&str],
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let counts = signal.live() && !shared.contains(&signal.code);
    let mark = match signal.severity {
        _ if signal.in_hand.is_some() => "→",
        _ if signal.gap => "?",
        Severity::Now => "!",
        Severity::Soon => "·",
        Severity::Note => " ",
    };
    let tail = if counts {
        let (group, left) =
            rank::without(&dossier.standing, &dossier.ranked, shared, signal.code, sight.rules);
        let stands = if left > 0.0 { format!("{left:.1} {group}") } else { group.to_string() };
        format!("{:>5.1}  {stands:<15}", worth(signal.severity, sight.rules))
    } else {
        let why = match signal.in_hand {
            _ if signal.silenced => "put off".to_owned(),
            Some((_, Some(day))) => format!("in hand, {}", phrase::day(day, sight.today)),
            Some((_, None)) => "in hand".to_owned(),
            None if signal.gap => "a question".to_owned(),
            None => "in many accounts".to_owned(),
        };
        format!("    –  {why:<15}")
    };
    let room = text.columns().saturating_sub(crate::text::width(&tail) + 6);
    let sentence = crate::text::pad_right(&crate::text::shown(&signal.text), room);
    let style = if counts { theme.text } else { theme.dim };
    let mark_style = if counts { theme.severity(signal.severity) } else { theme.dim };
    let words = vec![
        (format!("  {mark} "), mark_style),
        (sentence, style),
        (format!(" {tail}"), theme.dim),
    ];
    text.lines.push(Line { words, record: Some(place) });
}

/// The rule of a signal, since when it holds, what it stands for and what ends it.
fn detail(text: &mut Text, signal: &Signal, dossier: &Dossier, sight: &Sight<'_>) {
    let theme = sight.theme;
    text.say(&crate::text::shown(&signal.text), theme.strong);
    if let Some(rule) = table::rule(signal.code) {
        text.say(&sight.rules.told(rule.help), theme.dim);
    }
    if let Some(since) = signal.since {
        let age = phrase::span(phrase::days_between(since, sight.today));
        text.say(&format!("Since {}, {age}.", phrase::day(since, sight.today)), theme.text);
    }
    if !signal.swallowed.is_empty() {
        text.say("It stands for these as well:", theme.text);
        for (_, sentence) in &signal.swallowed {
            text.indented(2, &crate::text::shown(sentence), theme.dim);
        }
    }
    let step =
        signal.in_hand.and_then(|(id, _)| dossier.records.steps.iter().find(|step| step.id == id));
    match step {
        Some(step) => {
            let due = step.due_on.map(|day| phrase::weekday(day, sight.today)).unwrap_or_default();
            text.say(&format!("Its step: {}, {due}", step.title), theme.text);
        }
        None if signal.silenced => {
            text.say("Put off or switched off here; Enter shows it.", theme.text);
        }
        None => {
            let step = answer::proposed(signal, &dossier.records, sight.today);
            text.say(&format!("A step for it: {}", step.title), theme.text);
        }
    }
}
