//! Anything may be pressed, pasted and clicked, in any order, at any size: nothing breaks, and
//! what was done can be taken back to the beginning.

use super::session::Session;
use crate::storage::dump;
use trellis::tui::errand::Errand;
use trellis::tui::key::{Code, Input, Key, Press};
use trellis::tui::keymap::BINDINGS;

/// Set to press more keys than the tests have time for.
const VARIABLE: &str = "TRELLIS_RANDOM_KEYS";
const KEYS: usize = 4_000;

/// The same numbers each time, from the same seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn under(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 11).expect("53 bits") % bound.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.under(of.len())]
    }
}

const PASTES: &[&str] = &[
    "Dana Ortiz",
    "Contoso\t940k\t31 mar 2027\nLitware\t1.2m\n\tno name\t\n",
    "a\u{1b}[2J\u{202e}b\0\r\n\ttab",
    "tier:s -signal:upset score:<6 nonsense:x",
    "日本語 ﷽ e\u{301}\u{1f469}\u{200d}\u{1f4bb}",
    "",
];

fn input(chance: &mut Chance, keys: &[Key], size: (u16, u16)) -> Input {
    match chance.under(100) {
        0..=1 => Input::Paste((*chance.one(PASTES)).to_owned()),
        2..=7 => {
            let at = |bound: u16, chance: &mut Chance| {
                u16::try_from(chance.under(usize::from(bound) + 2)).expect("small")
            };
            let press =
                *chance.one(&[Press::Click, Press::Click, Press::WheelUp, Press::WheelDown]);
            Input::Pointer { press, x: at(size.0, chance), y: at(size.1, chance) }
        }
        8 => Input::Focus,
        9..=30 => {
            let letters: Vec<char> = "abcdefghijklmnopqrstuvwxyz0123456789 .-+äß".chars().collect();
            Input::Key(Key::letter(*chance.one(&letters)))
        }
        // A form is rarely left by the key that random pressing finds.
        31..=36 => Input::Key(Key::ctrl(Code::Char('s'))),
        37..=45 => Input::Key(Key::of(*chance.one(&[Code::Enter, Code::Down, Code::Tab]))),
        _ => Input::Key(*chance.one(keys)),
    }
}

fn pressed(seed: u64, count: usize) {
    let keys: Vec<Key> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
    let mut session = Session::demo();
    let before = dump(&session.place.book);
    let mut chance = Chance(seed);
    let mut size = (120, 36);
    for nth in 0..count {
        if nth % 16 == 0 {
            size = *chance.one(&[(120, 36), (80, 24), (60, 20), (200, 50), (39, 9), (1, 1)]);
            session.draw(size.0, size.1);
        }
        let input = input(&mut chance, &keys, size);
        session.input(&input);
    }
    // Out of whatever lies over the view, then back to the beginning.
    for _ in 0..8 {
        session.keys("<Esc>");
    }
    let mut steps = session.desk.history(usize::MAX).expect("a history").len();
    loop {
        session.keys("u");
        let now = session.desk.history(usize::MAX).expect("a history").len();
        if now == steps {
            break;
        }
        steps = now;
        // A message about a step that cannot be taken back would take the next key.
        session.keys("<Esc>");
    }
    assert_eq!(dump(&session.place.book), before, "seed {seed}");
    assert!(session.errands.iter().all(|errand| !matches!(errand, Errand::Ask(_))));
}

#[test]
fn anything_pressed_can_be_taken_back() {
    let count = std::env::var(VARIABLE).ok().and_then(|keys| keys.parse().ok()).unwrap_or(KEYS);
    for seed in [0x9e37_79b9_7f4a_7c15, 0x2545_f491_4f6c_dd1d] {
        pressed(seed, count / 2);
    }
}
