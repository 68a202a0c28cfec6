//! All bindings there are, in the order in which footer and help show them: one line each.

mod add;
mod beside;
mod book;
mod form;
mod layer;
mod whole;

use super::{Binding, Context, Group};
use crate::tui::key::{Code, Key};

/// Place, keys (the first is shown, the others are silent extras; none: found in the help alone),
/// act, label, heading in the help, and whether the footer shows it.
macro_rules! bindings {
    ($($place:ident: [$($key:expr),*] $act:ident $(($what:expr))?, $label:literal, $group:ident $(, $footer:ident)?;)*) => {
        &[$(Binding {
            context: Context::$place,
            keys: &[$($key),*],
            action: Action::$act $(($what))?,
            label: $label,
            group: Group::$group,
            footer: bindings!(@ $($footer)?),
        }),*]
    };
    (@ footer) => { true };
    (@) => { false };
}
use bindings;

const UP: Key = Key::of(Code::Up);
const DOWN: Key = Key::of(Code::Down);
const LEFT: Key = Key::of(Code::Left);
const RIGHT: Key = Key::of(Code::Right);
const ENTER: Key = Key::of(Code::Enter);
const ESC: Key = Key::of(Code::Esc);
const TAB: Key = Key::of(Code::Tab);
const BACKSPACE: Key = Key::of(Code::Backspace);
const DELETE: Key = Key::of(Code::Delete);
const HOME: Key = Key::of(Code::Home);
const END: Key = Key::of(Code::End);
const PAGE_UP: Key = Key::of(Code::PageUp);
const PAGE_DOWN: Key = Key::of(Code::PageDown);
const F4: Key = Key::of(Code::F(4));

/// A letter, a digit, a sign.
const fn on(letter: char) -> Key {
    Key::letter(letter)
}

const fn ctrl(letter: char) -> Key {
    Key::ctrl(Code::Char(letter))
}

const fn alt(letter: char) -> Key {
    Key::alt(Code::Char(letter))
}

/// Those of several files as one table.
const fn joined<const N: usize>(parts: [&[Binding]; PARTS.len()]) -> [Binding; N] {
    let mut all = [PARTS[0][0]; N];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut row = 0;
        while row < parts[part].len() {
            all[at] = parts[part][row];
            (row, at) = (row + 1, at + 1);
        }
        part += 1;
    }
    all
}

/// In this order.
const PARTS: [&[Binding]; 6] =
    [beside::ROWS, whole::ROWS, book::ROWS, add::ROWS, form::ROWS, layer::ROWS];

const COUNT: usize = PARTS[0].len()
    + PARTS[1].len()
    + PARTS[2].len()
    + PARTS[3].len()
    + PARTS[4].len()
    + PARTS[5].len();

/// The table.
pub const BINDINGS: &[Binding] = &joined::<COUNT>(PARTS);
