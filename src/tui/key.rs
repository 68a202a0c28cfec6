//! What the terminal reports, in our own terms: keys, clicks, size and focus.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
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
}

/// A key with what is held down beside it. Shift is part of a letter and only told of other keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub shift: bool,
}

impl Key {
    #[must_use]
    pub const fn of(code: Code) -> Self {
        Self { code, ctrl: false, shift: false }
    }

    #[must_use]
    pub const fn letter(letter: char) -> Self {
        Self::of(Code::Char(letter))
    }

    #[must_use]
    pub const fn ctrl(code: Code) -> Self {
        Self { code, ctrl: true, shift: false }
    }

    #[must_use]
    pub const fn shift(code: Code) -> Self {
        Self { code, ctrl: false, shift: true }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    /// At a column and row of the screen, both from 0.
    Pointer {
        press: Press,
        x: u16,
        y: u16,
    },
    /// The size changed: draw everything anew.
    Resized,
    /// The window came back to the front.
    Focus,
}

/// The event in our terms; none where it means nothing to us.
#[must_use]
pub fn input(event: &Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(*key).map(Input::Key),
        Event::Mouse(mouse) => {
            let press = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Press::Click,
                MouseEventKind::ScrollUp => Press::WheelUp,
                MouseEventKind::ScrollDown => Press::WheelDown,
                _ => return None,
            };
            Some(Input::Pointer { press, x: mouse.column, y: mouse.row })
        }
        Event::Resize(..) => Some(Input::Resized),
        Event::FocusGained => Some(Input::Focus),
        _ => None,
    }
}

fn pressed(event: KeyEvent) -> Option<Key> {
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(letter) => {
            shift = false;
            Code::Char(letter)
        }
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    // Alt with a key is another key: it must not act as the bare one.
    if event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(Key { code, ctrl: event.modifiers.contains(KeyModifiers::CONTROL), shift })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEventState, MouseEvent};

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
        input(&Event::Key(KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn a_letter_carries_its_own_shift() {
        let upper = key(KeyCode::Char('U'), KeyModifiers::SHIFT);
        assert_eq!(upper, Some(Input::Key(Key::letter('U'))));
    }

    #[test]
    fn back_tab_is_shift_tab() {
        let back = key(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(back, Some(Input::Key(Key::shift(Code::Tab))));
        assert_eq!(Key::shift(Code::Tab).to_string(), "Shift-Tab");
    }

    #[test]
    fn alt_q_is_not_q() {
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::ALT), None);
    }

    #[test]
    fn a_released_key_is_nothing() {
        let released = KeyEvent {
            code: KeyCode::Enter,
            modifiers: KeyModifiers::NONE,
            kind: KeyEventKind::Release,
            state: KeyEventState::NONE,
        };
        assert_eq!(input(&Event::Key(released)), None);
    }

    #[test]
    fn only_the_left_button_and_the_wheel_count() {
        let mouse = |kind| {
            let modifiers = KeyModifiers::NONE;
            input(&Event::Mouse(MouseEvent { kind, column: 3, row: 4, modifiers }))
        };
        let click = Input::Pointer { press: Press::Click, x: 3, y: 4 };
        assert_eq!(mouse(MouseEventKind::Down(MouseButton::Left)), Some(click));
        assert_eq!(mouse(MouseEventKind::Down(MouseButton::Right)), None);
        assert_eq!(mouse(MouseEventKind::Moved), None);
    }
}
