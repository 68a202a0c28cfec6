//! Anything may be pressed, pasted and clicked, in any order, at any size: nothing breaks, and
//! what was done can be taken back to the beginning.

use super::session::{Session, read};
use crate::storage::dump;
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

/// What people do, where keys alone would rarely find it: each written in full, in any order.
const HABITS: &[&str] = &[
    "asCall them<Tab>2w<Ctrl-S>",
    "amQBR<Tab>fri<Ctrl-S>",
    "aPA fix<Tab>eom<Ctrl-S>",
    "apDana Ortiz<Tab>CFO<Ctrl-S>",
    "at<Tab>Dana<Tab><Tab>Budget frozen<Tab><Tab>-1<Ctrl-S>",
    "al<Ctrl-S>",
    "ayRepair<Ctrl-S>",
    "ar40k<Ctrl-S>",
    "ac31 mar 2028<Ctrl-S>",
    "aaZenith<Ctrl-S>",
    "e<End>x<Ctrl-S>",
    "e<Tab><Tab>3<Ctrl-S>",
    "<Space>",
    "<Space><Enter><Ctrl-S>",
    "t+3d<Ctrl-S>",
    "D<Ctrl-S>",
    "p<Enter>",
    "p<Space>te<Esc><Right><Enter>",
    "p<Tab><Down><Enter><Enter>",
    "i",
    "Z<Down><Enter>",
    "N<Enter>",
    "=",
    ".",
    "d",
    "d<Enter>",
    "d<Down><Enter><Ctrl-S>",
    "d<Down><Down><Enter>",
    "7",
    "v<Down>v",
    "V",
    "<Tab>",
    "<Tab><Tab>",
    "<Down>",
    "]",
    "u",
    "uuU",
    "A",
    "/tier:s<Enter>",
    "s<Down><Enter>",
    "gLit<Enter>",
    ":tier<Enter><Down><Enter>",
    ":archive<Enter><Enter>",
    ":end the cycle<Enter><Ctrl-S>",
    "w<Right><Right>x<Esc>",
    "S",
];

/// The inputs of one whim.
fn whim(chance: &mut Chance, keys: &[Key], size: (u16, u16)) -> Vec<Input> {
    match chance.under(100) {
        0..=1 => vec![Input::Paste((*chance.one(PASTES)).to_owned())],
        2..=7 => {
            let at = |bound: u16, chance: &mut Chance| {
                u16::try_from(chance.under(usize::from(bound) + 2)).expect("small")
            };
            let press =
                *chance.one(&[Press::Click, Press::Click, Press::WheelUp, Press::WheelDown]);
            vec![Input::Pointer { press, x: at(size.0, chance), y: at(size.1, chance) }]
        }
        8 => vec![Input::Focus],
        9..=20 => {
            let letters: Vec<char> = "abcdefghijklmnopqrstuvwxyz0123456789 .-+äß".chars().collect();
            vec![Input::Key(Key::letter(*chance.one(&letters)))]
        }
        21..=26 => vec![Input::Key(Key::ctrl(Code::Char('s')))],
        27..=35 => vec![Input::Key(Key::of(*chance.one(&[Code::Enter, Code::Down, Code::Tab])))],
        36..=55 => {
            let first = if chance.under(2) == 0 { "<Esc><Esc><Esc>" } else { "" };
            let habit = format!("{first}{}", chance.one(HABITS));
            read(&habit).into_iter().map(Input::Key).collect()
        }
        _ => vec![Input::Key(*chance.one(keys))],
    }
}

/// What was seen and done by so many inputs.
#[derive(Debug, Default)]
struct Seen {
    steps: usize,
    layers: std::collections::BTreeSet<String>,
}

fn pressed(seed: u64, count: usize) -> Seen {
    let keys: Vec<Key> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
    let mut session = Session::demo();
    let before = dump(&session.place.book);
    let mut chance = Chance(seed);
    let mut found = Seen::default();
    let mut done = 0;
    while done < count {
        let size = *chance.one(&[(120, 36), (80, 24), (60, 20), (200, 50), (39, 9), (1, 1)]);
        session.draw(size.0, size.1);
        for _ in 0..8 {
            // Hidden names take no change: nobody stays there for long.
            if session.bench.app.shown.mask && chance.under(4) == 0 {
                session.keys("<Esc><Esc><Esc><Esc>m");
            }
            for input in whim(&mut chance, &keys, size) {
                session.input(&input);
                done += 1;
            }
            found.layers.insert(format!("{:?}", session.bench.app.context()));
        }
    }
    found.steps = session.desk.history(usize::MAX).expect("a history").len();
    if session.bench.app.shown.mask {
        session.keys("<Esc><Esc><Esc><Esc><Esc><Esc><Esc><Esc>m");
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
    found
}

#[test]
fn anything_pressed_can_be_taken_back() {
    let count = std::env::var(VARIABLE).ok().and_then(|keys| keys.parse().ok()).unwrap_or(KEYS);
    for seed in [0x9e37_79b9_7f4a_7c15, 0x2545_f491_4f6c_dd1d] {
        let seen = pressed(seed, count / 2);
        assert!(seen.steps > count / 100, "seed {seed}: too little was written: {seen:?}");
        assert!(seen.layers.len() > 10, "seed {seed}: too little was opened: {seen:?}");
    }
}
