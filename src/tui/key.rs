//! Keys, clicks and what else a person does at the terminal.

use std::fmt;

/// A key on the keyboard, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Delete,
    /// A function key, by its number.
    F(u8),
}

/// A key with what is held down beside it. Shift is part of a letter and only told of other keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
}

impl Key {
    #[must_use]
    pub const fn of(code: Code) -> Self {
        Self { code, ctrl: false, shift: false, alt: false }
    }

    #[must_use]
    pub const fn letter(letter: char) -> Self {
        Self::of(Code::Char(letter))
    }

    #[must_use]
    pub const fn ctrl(code: Code) -> Self {
        Self { code, ctrl: true, shift: false, alt: false }
    }

    #[must_use]
    pub const fn shift(code: Code) -> Self {
        Self { code, ctrl: false, shift: true, alt: false }
    }

    #[must_use]
    pub const fn alt(code: Code) -> Self {
        Self { code, ctrl: false, shift: false, alt: true }
    }
}

/// Names of keys that are no letters; the first of each is the one that is shown elsewhere.
const NAMES: [(&str, Code); 21] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Space", Code::Char(' ')),
    ("Backspace", Code::Backspace),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Del", Code::Delete),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Delete", Code::Delete),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
];

impl Key {
    /// The key that a name means, as it is shown (`Ctrl-S`, `PgUp`, `x`) or in plain words (`Up`).
    ///
    /// # Errors
    /// It means none, or one that a terminal cannot tell from another.
    pub fn named(name: &str) -> Result<Self, String> {
        let mut key = Self::of(Code::Esc);
        let mut rest = name;
        // `-` itself is a key, `Ctrl--` as well.
        while let Some((modifier, after)) =
            rest.split_once('-').filter(|(_, after)| !after.is_empty())
        {
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => break,
            }
            rest = after;
        }
        let named = NAMES.iter().find(|(word, _)| word.eq_ignore_ascii_case(rest));
        let function = rest.strip_prefix(['F', 'f']).and_then(|number| number.parse::<u8>().ok());
        let mut letters = rest.chars();
        key.code = match (named, function, letters.next(), letters.next()) {
            (Some((_, code)), ..) => *code,
            (None, Some(number @ 1..=12), ..) => Code::F(number),
            (None, None, Some(letter), None) if !letter.is_control() => Code::Char(letter),
            _ => {
                let near = crate::config::nearest(rest, NAMES.map(|(word, _)| word));
                let hint = near.map_or_else(String::new, |near| format!("; do you mean {near}?"));
                return Err(format!("no key is called {name}{hint}"));
            }
        };
        if let Code::Char(letter) = key.code {
            if key.shift {
                // Shift is part of the letter.
                key.shift = false;
                key.code = Code::Char(letter.to_uppercase().next().unwrap_or(letter));
            } else if key.ctrl {
                key.code = Code::Char(letter.to_ascii_lowercase());
            }
            if key.ctrl && matches!(letter.to_ascii_lowercase(), 'i' | 'm' | '[') {
                return Err(format!("a terminal cannot tell {name} from Tab, Enter or Esc"));
            }
        }
        Ok(key)
    }

    /// It writes something where a text is typed.
    #[must_use]
    pub const fn is_letter(self) -> bool {
        matches!(self.code, Code::Char(_)) && !self.ctrl && !self.alt
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(letter) if self.ctrl => write!(f, "{}", letter.to_uppercase()),
            Code::Char(letter) => write!(f, "{letter}"),
            Code::Enter => f.write_str("Enter"),
            Code::Esc => f.write_str("Esc"),
            Code::Tab => f.write_str("Tab"),
            Code::Backspace => f.write_str("Backspace"),
            Code::Up => f.write_str("↑"),
            Code::Down => f.write_str("↓"),
            Code::Left => f.write_str("←"),
            Code::Right => f.write_str("→"),
            Code::Home => f.write_str("Home"),
            Code::End => f.write_str("End"),
            Code::PageUp => f.write_str("PgUp"),
            Code::PageDown => f.write_str("PgDn"),
            Code::Delete => f.write_str("Del"),
            Code::F(number) => write!(f, "F{number}"),
        }
    }
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Click,
    WheelUp,
    WheelDown,
}

/// One event of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    /// At a column and row of the screen, both from 0.
    Pointer {
        press: Press,
        x: u16,
        y: u16,
    },
    /// The window came back to the front.
    Focus,
    /// Pasted as one piece: never read as keys.
    Paste(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_named() {
        let written = |key: Key| key.to_string();
        assert_eq!(written(Key::letter('U')), "U");
        assert_eq!(written(Key::letter(' ')), "Space");
        assert_eq!(written(Key::ctrl(Code::Char('l'))), "Ctrl-L");
        assert_eq!(written(Key::shift(Code::Tab)), "Shift-Tab");
        assert_eq!(written(Key::ctrl(Code::Down)), "Ctrl-↓");
        assert_eq!(written(Key::of(Code::PageUp)), "PgUp");
        assert_eq!(written(Key::alt(Code::Char('b'))), "Alt-b");
        assert_eq!(written(Key::of(Code::F(4))), "F4");
    }

    #[test]
    fn every_key_is_found_by_the_name_it_is_shown_with() {
        let codes =
            NAMES.map(|(_, code)| code).into_iter().chain(['x', 'U', '-', ':'].map(Code::Char));
        for code in codes.chain([Code::F(4), Code::F(12)]) {
            for key in [Key::of(code), Key::ctrl(code), Key::alt(code), Key::shift(code)] {
                // Shift and Ctrl are part of some letters.
                if matches!(code, Code::Char(letter) if key.shift || (key.ctrl && letter == 'U')) {
                    continue;
                }
                assert_eq!(Key::named(&key.to_string()), Ok(key), "{key}");
            }
        }
        assert_eq!(Key::named("ctrl-s"), Ok(Key::ctrl(Code::Char('s'))));
        assert_eq!(Key::named("Shift-a"), Ok(Key::letter('A')));
        assert_eq!(Key::named("Ctrl-Up"), Ok(Key::ctrl(Code::Up)));
    }

    #[test]
    fn what_is_no_key_is_refused_with_a_guess() {
        for (name, told) in [
            ("Entr", "no key is called Entr; do you mean Enter?"),
            ("", "no key is called "),
            ("F13", "no key is called F13"),
            ("Ctrl-I", "a terminal cannot tell Ctrl-I from Tab, Enter or Esc"),
            ("xyz", "no key is called xyz"),
        ] {
            assert_eq!(Key::named(name), Err(told.to_owned()));
        }
    }
}
