//! What a word of the trade means, in full: what it is, why it matters and what moves it, how it is
//! reckoned, where the rule comes from. Enter goes on to what it goes with.

use super::why::sheet::{self, Drawn, Line, Meant, Spot, Text};
use super::{Outcome, Overlay};
use crate::domain::guide::{Topic, called};
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::{Pen, Word};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Topics told at once, where several are called alike.
const MOST: usize = 3;

/// One word, or the few that are called alike.
#[derive(Debug)]
pub struct GuidePage {
    word: String,
    topics: Vec<Topic>,
    /// What they go with: key and title.
    see: Vec<(String, String)>,
    chosen: usize,
    top: usize,
    /// How far the text goes on before something can be chosen.
    free: usize,
    drawn: Drawn,
}

impl GuidePage {
    #[must_use]
    pub fn new(word: &str, all: &[Topic]) -> Self {
        let told: Vec<Topic> = called(all, word).into_iter().take(MOST).cloned().collect();
        let keys = told.iter().flat_map(|topic| &topic.see);
        let mut see: Vec<(String, String)> = Vec::new();
        for key in keys.filter(|key| told.iter().all(|topic| topic.key != **key)) {
            let title = all.iter().find(|topic| topic.key == *key).map(|topic| &topic.title);
            if let Some(title) = title.filter(|_| see.iter().all(|(known, _)| known != key)) {
                see.push((key.clone(), title.clone()));
            }
        }
        let word = word.to_owned();
        Self { word, topics: told, see, chosen: 0, top: 0, free: 0, drawn: Drawn::new() }
    }

    fn choose(&mut self, by: isize) {
        // What stands over the first one to choose is read before it.
        if self.chosen == 0 && (by < 0 || self.top < self.free) {
            self.top = self.top.saturating_add_signed(by).min(self.free);
            return;
        }
        let last = self.see.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    fn enter(&self) -> Outcome {
        match self.see.get(self.chosen) {
            Some((key, _)) => Outcome::ClosesWith(vec![Wish::Open(Opening::Guide(key.clone()))]),
            None => Outcome::Closes,
        }
    }

    fn act(&mut self, action: Action) -> Outcome {
        match action {
            Action::Up => self.choose(-1),
            Action::Down => self.choose(1),
            Action::PageUp => self.choose(-5),
            Action::PageDown => self.choose(5),
            Action::Open => return self.enter(),
            Action::Back => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    fn told(&self, columns: u16, sight: &Sight<'_>) -> Text {
        let theme = sight.theme;
        let mut text = Text::new(columns);
        if self.topics.is_empty() {
            text.say(&format!("Nothing is called “{}” here.", self.word), theme.text);
        }
        for topic in &self.topics {
            text.gap();
            text.words(vec![
                (topic.title.clone(), theme.strong),
                (format!(" · {}", topic.area), theme.dim),
            ]);
            for paragraph in topic.said.iter().chain(&topic.matters) {
                text.say(paragraph, theme.text);
            }
            if let Some(formula) = &topic.formula {
                text.say(&format!("= {formula}"), theme.text);
            }
            if let Some(source) = &topic.source {
                text.say(&format!("From {source}."), theme.dim);
            }
        }
        if !self.see.is_empty() {
            text.gap();
            text.say("It goes with:", theme.dim);
        }
        for (place, (_, title)) in self.see.iter().enumerate() {
            let words = vec![(format!("  {title}"), theme.text)];
            text.lines.push(Line { words, record: Some(place) });
        }
        text
    }
}

impl Overlay for GuidePage {
    fn context(&self) -> Context {
        Context::Guide
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self.drawn.hear(input, Context::Guide, sight.keymap) {
            Meant::Act(action) => self.act(action),
            Meant::Beside => Outcome::Closes,
            Meant::On(Spot::Record(place)) => {
                self.chosen = place;
                self.enter()
            }
            Meant::On(_) | Meant::Nothing => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let mut drawn = std::mem::take(&mut self.drawn);
        let title: Vec<Word> = vec![("What it means".to_owned(), theme.title_focus)];
        let text = self.told(Drawn::columns(area).saturating_sub(3), sight);
        let lines = u16::try_from(text.lines.len() + 2).unwrap_or(u16::MAX);
        let inner = drawn.begin(area, buffer, theme, &title, "", lines);
        let mut pen = Pen::new(buffer, inner);
        let told = text.lines.iter().position(|line| line.record.is_some());
        let told = told.map_or(text.lines.len(), |first| first + 1);
        self.free = told.saturating_sub(usize::from(inner.height));
        let chosen = (self.chosen > 0 || self.top >= self.free).then_some(self.chosen);
        self.top = sheet::draw(&mut pen, &text, self.top, chosen, &mut drawn, theme);
        self.drawn = drawn;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::topics;
    use crate::domain::rules::Rules;
    use crate::tui::key::{Code, Key};
    use crate::tui::screen::book::fixture::Scene;

    fn drawn(page: &mut GuidePage, scene: &Scene) -> String {
        let area = Rect::new(0, 0, 80, 12);
        let mut buffer = Buffer::empty(area);
        page.draw(area, &mut buffer, &scene.sight());
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn a_long_topic_is_read_to_its_end_and_back() {
        let scene = Scene::new();
        let topic = Topic {
            said: (0..30).map(|line| format!("Line {line} of it.")).collect(),
            see: Vec::new(),
            ..topics(&Rules::default(), &[]).swap_remove(0)
        };
        let mut page = GuidePage::new(&topic.key.clone(), &[topic]);
        assert!(drawn(&mut page, &scene).contains("Line 0 of it."));
        let press = |page: &mut GuidePage, code| {
            page.input(&Input::Key(Key::of(code)), &scene.sight());
            drawn(page, &scene)
        };
        let down: Vec<String> = (0..60).map(|_| press(&mut page, Code::Down)).collect();
        for line in 0..30 {
            let line = format!("Line {line} of it.");
            assert!(down.iter().any(|screen| screen.contains(&line)), "{line}");
        }
        let up = (0..60).map(|_| press(&mut page, Code::Up)).last();
        assert!(up.is_some_and(|screen| screen.contains("Line 0 of it.")));
    }
}
