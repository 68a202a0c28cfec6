//! One or several things chosen from a list: letters find, arrows move, Space takes.

use crate::tui::action::{Action, TextAct};
use crate::tui::form::spec::Choice;

/// What is chosen, and how far somebody has come with choosing.
#[derive(Clone, Debug)]
pub struct ChoiceEntry {
    options: Vec<Choice>,
    /// Nothing may be chosen.
    none: bool,
    many: bool,
    /// The key of the chosen option, or several with commas between.
    text: String,
    open: bool,
    sought: String,
    /// Among the found ones.
    at: usize,
    /// What was chosen before the list was opened.
    before: String,
}

impl ChoiceEntry {
    pub fn new(options: Vec<Choice>, none: bool, many: bool, text: &str) -> Self {
        let text = text.to_owned();
        Self {
            options,
            none,
            many,
            before: text.clone(),
            text,
            open: false,
            sought: String::new(),
            at: 0,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn set(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        text.clone_into(&mut self.before);
        self.shut();
    }

    pub const fn is_many(&self) -> bool {
        self.many
    }

    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// What was typed to find an option and has not found one yet.
    pub fn sought(&self) -> &str {
        &self.sought
    }

    pub const fn at(&self) -> usize {
        self.at
    }

    /// The options that can be gone through: nothing, where that may be chosen, is one of them.
    pub fn found(&self) -> Vec<Option<&Choice>> {
        let sought = plain(&self.sought);
        if sought.is_empty() {
            let nothing = (self.none && !self.many).then_some(None);
            return nothing.into_iter().chain(self.options.iter().map(Some)).collect();
        }
        let mut found: Vec<(usize, &Choice)> = self
            .options
            .iter()
            .filter_map(|option| Some((rank(&plain(&option.label), &sought)?, option)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, option)| Some(option)).collect()
    }

    /// Whether the option is chosen.
    pub fn has(&self, option: Option<&Choice>) -> bool {
        match option {
            None => self.text.is_empty(),
            Some(option) => self.keys().any(|key| key == option.key),
        }
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        let keys: Vec<&str> =
            if self.many { self.text.split(',').collect() } else { vec![self.text.as_str()] };
        keys.into_iter().map(str::trim).filter(|key| !key.is_empty())
    }

    /// The words of what is chosen.
    pub fn labels(&self) -> Vec<&str> {
        let label = |key| {
            let option = self.options.iter().find(|option| option.key == key);
            option.map_or(key, |option| option.label.as_str())
        };
        self.keys().map(label).collect()
    }

    /// A letter narrows the list; what is found first is chosen at once.
    pub fn seek(&mut self, letters: &str) {
        self.unfold();
        self.sought.push_str(letters);
        self.follow();
    }

    fn unfold(&mut self) {
        if !self.open {
            self.open = true;
            self.text.clone_into(&mut self.before);
            self.at = self.found().iter().position(|option| self.has(*option)).unwrap_or(0);
        }
    }

    fn follow(&mut self) {
        self.at = 0;
        if self.sought.is_empty() {
            self.before.clone_into(&mut self.text);
            self.at = self.found().iter().position(|option| self.has(*option)).unwrap_or(0);
        } else {
            self.choose_found();
        }
    }

    /// Of a list of which one can be chosen, the one gone to is.
    fn choose_found(&mut self) {
        if self.many {
            return;
        }
        self.text = match self.found().get(self.at) {
            Some(option) => option.map_or_else(String::new, |option| option.key.clone()),
            None => self.before.clone(),
        };
    }

    /// Does what belongs to choosing; false: the act is not one of those.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Up if self.open => self.go(-1),
            Action::Down if self.open => self.go(1),
            Action::PageUp if self.open => self.go(-7),
            Action::PageDown if self.open => self.go(7),
            Action::Text(TextAct::Start) if self.open => self.go(isize::MIN / 2),
            Action::Text(TextAct::End) if self.open => self.go(isize::MAX / 2),
            Action::Left if !self.many => self.step(-1),
            Action::Right if !self.many => self.step(1),
            Action::Left | Action::Right => self.unfold(),
            Action::Mark => self.space(),
            Action::Text(TextAct::DeleteBack) => self.delete(),
            Action::Text(TextAct::DeleteForward | TextAct::DeleteToStart)
                if self.sought.is_empty() && (self.none || self.many) =>
            {
                self.text.clear();
                self.text.clone_into(&mut self.before);
            }
            Action::Text(TextAct::DeleteWordBack | TextAct::DeleteToStart) => {
                self.sought.clear();
                self.follow();
            }
            _ => return false,
        }
        true
    }

    fn go(&mut self, by: isize) {
        let last = self.found().len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.choose_found();
    }

    /// The option beside the chosen one, the list folded.
    fn step(&mut self, by: isize) {
        self.sought.clear();
        let found = self.found();
        let at = found.iter().position(|option| self.has(*option));
        let next = match at {
            Some(at) => at.saturating_add_signed(by).min(found.len().saturating_sub(1)),
            None => 0,
        };
        self.at = next;
        self.choose_found();
    }

    fn space(&mut self) {
        if !self.open {
            self.unfold();
        } else if self.many {
            self.toggle();
        } else if self.sought.is_empty() {
            self.shut();
        } else {
            self.seek(" ");
        }
    }

    fn toggle(&mut self) {
        let Some(Some(key)) = self.found().get(self.at).map(|one| one.map(|one| one.key.clone()))
        else {
            return;
        };
        let mut keys: Vec<String> = self.keys().map(ToOwned::to_owned).collect();
        match keys.iter().position(|one| *one == key) {
            Some(place) => _ = keys.remove(place),
            None => keys.push(key.clone()),
        }
        self.text = keys.join(",");
        self.text.clone_into(&mut self.before);
        if !self.sought.is_empty() {
            self.sought.clear();
            self.at = self.options.iter().position(|option| option.key == key).unwrap_or(0);
        }
    }

    fn delete(&mut self) {
        if self.sought.pop().is_some() {
            self.follow();
        } else if self.many {
            let mut keys: Vec<&str> = self.keys().collect();
            keys.pop();
            self.text = keys.join(",");
            self.text.clone_into(&mut self.before);
        } else if self.none {
            self.text.clear();
            self.text.clone_into(&mut self.before);
            self.at = 0;
        }
    }

    /// Enter: takes what was found. True: the list stays open for more.
    pub fn enter(&mut self) -> bool {
        let more = self.many && self.open && !self.sought.is_empty() && !self.found().is_empty();
        if more {
            self.take_found();
        } else {
            self.close();
        }
        more
    }

    fn take_found(&mut self) {
        if !self.has(self.found().get(self.at).copied().flatten()) {
            self.toggle();
        }
        self.sought.clear();
    }

    /// The focus leaves: what was found by typing is taken; what found nothing stays to be seen.
    pub fn close(&mut self) {
        if !self.sought.is_empty() && !self.found().is_empty() {
            if self.many {
                self.take_found();
            }
            self.sought.clear();
        }
        self.text.clone_into(&mut self.before);
        self.open = false;
    }

    /// Esc: the choice as it was before the list was opened. False: no list is open.
    pub fn revert(&mut self) -> bool {
        if !self.open && self.sought.is_empty() {
            return false;
        }
        if !self.many {
            self.before.clone_into(&mut self.text);
        }
        self.shut();
        true
    }

    fn shut(&mut self) {
        self.open = false;
        self.sought.clear();
        self.at = 0;
    }

    /// A click on the option at this place among the found ones.
    pub fn point(&mut self, place: usize) {
        self.unfold();
        self.at = place.min(self.found().len().saturating_sub(1));
        if self.many {
            self.toggle();
        } else {
            self.choose_found();
            self.shut();
            self.text.clone_into(&mut self.before);
        }
    }
}

/// As it is compared: small letters, and a minus as the keyboard has it.
fn plain(text: &str) -> String {
    text.trim_start().to_lowercase().replace('−', "-")
}

/// How well a label fits what is sought, the smaller the better; none where it does not.
fn rank(label: &str, sought: &str) -> Option<usize> {
    let sought = sought.trim_end_matches(' ');
    if label.starts_with(sought) || label.trim_start_matches('+').starts_with(sought) {
        Some(0)
    } else if label.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(sought)) {
        Some(1)
    } else {
        label.contains(sought).then_some(2)
    }
}
