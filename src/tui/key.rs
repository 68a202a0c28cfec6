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
}
