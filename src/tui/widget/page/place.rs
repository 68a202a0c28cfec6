//! Which line of a page is chosen, known by its key and not by its place.

use crate::domain::page::Page;

/// Where on a page somebody is.
#[derive(Debug, Default)]
pub struct PagePlace {
    at: usize,
    /// Whose line it is, once somebody saw it chosen.
    key: Option<String>,
    /// The first row on the screen.
    pub top: usize,
}

impl PagePlace {
    /// The place of the chosen line among those that can be; where it is gone, of what took its
    /// place.
    pub fn place(&self, page: &Page) -> usize {
        let held = |key: &String| page.entries().position(|entry| entry.key == *key);
        let last = page.entries().count().saturating_sub(1);
        self.key.as_ref().and_then(held).unwrap_or(self.at).min(last)
    }

    /// To another line.
    pub fn go_to(&mut self, at: usize) {
        (self.at, self.key) = (at, None);
    }

    /// To the line with this key, as soon as there is one.
    pub fn seek(&mut self, key: &str) {
        self.key = Some(key.to_owned());
    }

    /// Takes over what is drawn: the line is held from when somebody sees it chosen.
    pub fn drawn(&mut self, at: usize, key: Option<&str>, seen: bool, top: usize) {
        self.top = top;
        self.at = at;
        if seen {
            if self.key.as_deref() != key {
                self.key = key.map(str::to_owned);
            }
        } else {
            self.key.take_if(|held| Some(held.as_str()) != key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::page::{Entry, Line};

    fn page(keys: &[&str]) -> Page {
        let line = |key: &&str| {
            Line::title(*key).with(Entry { key: (*key).to_owned(), ..Entry::default() })
        };
        Page { figure: String::new(), lines: keys.iter().map(line).collect() }
    }

    #[test]
    fn the_line_stays_chosen_wherever_it_goes() {
        let mut place = PagePlace::default();
        place.drawn(1, Some("b"), true, 0);
        assert_eq!(place.place(&page(&["z", "a", "b"])), 2);
        assert_eq!(place.place(&page(&["a", "c", "d"])), 1, "what took its place");
        assert_eq!(place.place(&page(&[])), 0);
        place.go_to(0);
        assert_eq!(place.place(&page(&["z", "a", "b"])), 0);
        place.drawn(0, Some("z"), false, 0);
        assert_eq!(place.place(&page(&["a", "z"])), 0, "nobody has seen it chosen");
        place.seek("b");
        assert_eq!(place.place(&page(&["z", "a", "b"])), 2);
    }
}
