//! The keys that this person gave to the acts, set over the table; what cannot be is told.

use super::{BINDINGS, Binding, Context, Keymap};
use crate::config::{Fault, KeyLine, KeyRow, KeyTable, nearest};
use crate::tui::key::{Code, Key};

/// Keys that keep their use: with them everything can be reached and left, whatever is set.
const FIXED: [Key; 4] =
    [Key::of(Code::Enter), Key::of(Code::Esc), Key::of(Code::Tab), Key::ctrl(Code::Char('c'))];

/// The table with these keys in it, and what is wrong with them.
#[must_use]
pub fn with_own(lines: &[KeyLine]) -> (Keymap, Vec<Fault>) {
    let mut own =
        Own { keymap: Keymap::default(), set: vec![None; BINDINGS.len()], faults: vec![] };
    // What holds in one place alone is said over what holds everywhere.
    let everywhere = lines.iter().filter(|line| line.place.is_none());
    for line in everywhere.chain(lines.iter().filter(|line| line.place.is_some())) {
        own.take(line);
    }
    own.settle();
    own.look_for_hidden();
    own.faults.sort_by_key(|fault| fault.line);
    own.faults.dedup();
    (own.keymap, own.faults)
}

/// The table as text for somebody outside the screen.
#[must_use]
pub fn print(lines: &[KeyLine]) -> KeyTable {
    let (keymap, faults) = with_own(lines);
    let rows = Context::ALL.iter().flat_map(|place| {
        let here = keymap.bound().filter(|(row, _)| row.context == *place);
        here.map(|(row, keys)| KeyRow {
            place: row.context.name(),
            action: row.action.name().to_owned(),
            keys: keys.iter().map(ToString::to_string).collect(),
            does: row.label.to_owned(),
            group: row.group.title().to_owned(),
        })
    });
    KeyTable { rows: rows.collect(), faults }
}

struct Own {
    keymap: Keymap,
    /// The line of the file that set each row.
    set: Vec<Option<usize>>,
    faults: Vec<Fault>,
}

impl Own {
    fn wrong(&mut self, line: usize, message: impl Into<String>) {
        self.faults.push(Fault::new(line, message));
    }

    fn take(&mut self, line: &KeyLine) {
        let place = match &line.place {
            None => None,
            Some(name) => {
                let Some(place) = Context::ALL.iter().find(|place| place.name() == *name) else {
                    let places: Vec<String> = Context::ALL.iter().map(|one| one.name()).collect();
                    let words = places.iter().map(String::as_str);
                    return self.wrong(line.line, unknown("place", name, words));
                };
                Some(*place)
            }
        };
        if !BINDINGS.iter().any(|row| row.action.name() == line.action) {
            let names = BINDINGS.iter().map(|row| row.action.name());
            return self.wrong(line.line, unknown("act", &line.action, names));
        }
        let rows: Vec<usize> = (0..BINDINGS.len())
            .filter(|at| {
                BINDINGS.get(*at).is_some_and(|row| {
                    row.action.name() == line.action && place.is_none_or(|one| row.context == one)
                })
            })
            .collect();
        if rows.is_empty() {
            let elsewhere = BINDINGS.iter().filter(|row| row.action.name() == line.action);
            let mut places: Vec<String> = elsewhere.map(|row| row.context.name()).collect();
            places.dedup();
            let place = line.place.as_deref().unwrap_or_default();
            let told = format!("{} is not done in {place}: {}", line.action, places.join(", "));
            return self.wrong(line.line, told);
        }
        let mut keys = Vec::new();
        for name in &line.keys {
            match Key::named(name) {
                Ok(key) => keys.push(key),
                Err(told) => return self.wrong(line.line, told),
            }
        }
        if let Some(key) = keys.iter().find(|key| FIXED.contains(key)) {
            let at_home =
                rows.iter().all(|at| BINDINGS.get(*at).is_some_and(|row| row.keys.contains(key)));
            if !at_home {
                return self.wrong(line.line, format!("{key} keeps its use"));
            }
        }
        for at in rows {
            self.give(at, &keys, line);
        }
    }

    fn give(&mut self, at: usize, keys: &[Key], line: &KeyLine) {
        let Some(row) = BINDINGS.get(at) else { return };
        let typed = row.context.is_typed_into();
        let text = |key: &Key| typed && key.is_letter() && !row.keys.contains(key);
        if line.place.is_some() && keys.iter().any(text) {
            let told = format!("a letter is text in {}", row.context.name());
            return self.wrong(line.line, told);
        }
        // In the add menu letters name what is added.
        let named = line.place.is_none() && row.context == Context::Add;
        let mut wanted: Vec<Key> =
            keys.iter().copied().filter(|key| !(text(key) || named && key.is_letter())).collect();
        let kept = row.keys.iter().filter(|key| FIXED.contains(key) && !keys.contains(key));
        wanted.extend(kept);
        // A line for all places says nothing about a place in which its keys are text.
        if (wanted.is_empty() && !keys.is_empty()) || keys.is_empty() && typed {
            return;
        }
        if let (Some(slot), Some(set)) = (self.keymap.keys.get_mut(at), self.set.get_mut(at)) {
            *slot = wanted;
            *set = Some(line.line);
        }
    }

    /// One key, one act in a place: what the file says stands over what it does not, and of two
    /// lines of the file the first.
    fn settle(&mut self) {
        for one in 0..BINDINGS.len() {
            for other in one + 1..BINDINGS.len() {
                let (Some(a), Some(b)) = (BINDINGS.get(one), BINDINGS.get(other)) else { continue };
                if a.context != b.context || a.action == b.action {
                    continue;
                }
                let keys = |at: usize| self.keymap.keys.get(at).cloned().unwrap_or_default();
                let shared: Vec<Key> =
                    keys(one).into_iter().filter(|key| keys(other).contains(key)).collect();
                for key in shared {
                    self.part(key, (one, a), (other, b));
                }
            }
        }
    }

    fn part(&mut self, key: Key, one: (usize, &Binding), other: (usize, &Binding)) {
        let line = |at: usize| self.set.get(at).copied().flatten();
        let place = one.1.context.place();
        let (loser, at, told) = match (line(one.0), line(other.0)) {
            (Some(a), Some(b)) => {
                let ((_, first), (late, second)) = if a <= b { (one, other) } else { (other, one) };
                let told = format!(
                    "{key} does {} already in {place}, since line {}: {} goes without it",
                    first.action.name(),
                    a.min(b),
                    second.action.name()
                );
                (late, a.max(b), told)
            }
            (Some(line), None) => (other.0, line, taken(key, one.1, other.1)),
            (None, Some(line)) => (one.0, line, taken(key, other.1, one.1)),
            (None, None) => return,
        };
        if let Some(keys) = self.keymap.keys.get_mut(loser) {
            keys.retain(|held| *held != key);
        }
        self.wrong(at, told);
    }

    /// A key that does something nearer by does not do what it does further out.
    fn look_for_hidden(&mut self) {
        let mut told = Vec::new();
        for (outer, far) in BINDINGS.iter().enumerate() {
            for (inner, near) in BINDINGS.iter().enumerate() {
                let around = near.context.chain();
                let lies_around = around.iter().skip(1).any(|place| *place == far.context);
                let lines = (self.set.get(inner).copied(), self.set.get(outer).copied());
                let line = lines.0.flatten().into_iter().chain(lines.1.flatten()).max();
                let (Some(line), true) = (line, lies_around && near.action != far.action) else {
                    continue;
                };
                let (Some(hiding), Some(hidden)) =
                    (self.keymap.keys.get(inner), self.keymap.keys.get(outer))
                else {
                    continue;
                };
                let was = |key: &Key| near.keys.contains(key) && far.keys.contains(key);
                if let Some(key) = hiding.iter().find(|key| hidden.contains(key) && !was(key)) {
                    told.push(Fault::new(
                        line,
                        format!(
                            "{key} does {} in {}: {} is out of its reach there",
                            near.action.name(),
                            near.context.place(),
                            far.action.name()
                        ),
                    ));
                }
            }
        }
        self.faults.extend(told);
    }
}

fn taken(key: Key, winner: &Binding, loser: &Binding) -> String {
    let left = if loser.keys.len() > 1 { "goes without it" } else { "has no key now" };
    format!(
        "{key} does {} in {} now: {} {left}",
        winner.action.name(),
        winner.context.place(),
        loser.action.name()
    )
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(name, known) {
        Some(near) => format!("no {what} is called {name}; do you mean {near}?"),
        None => format!("no {what} is called {name}; trellis keys shows them all"),
    }
}

#[cfg(test)]
mod tests;
