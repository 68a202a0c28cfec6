//! The bytes of the terminal made into keys. Own, because the library's reader spins on a closed
//! terminal and rests with bytes unread when more than a kilobyte is queued.

use super::key::{Code, Input, Key, Press};

/// A sequence that is longer than this is no sequence of ours.
const LONGEST: usize = 4096;
const PASTE_ENDS: &[u8] = b"\x1b[201~";
const CTRL_C: u8 = 0x03;

/// Keeps the beginning of a sequence until its rest arrives.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    pasting: bool,
    /// Bytes of a paste that hold no end: a long one is not looked through anew with each read.
    searched: usize,
}

/// What the head of the bytes is: an input (or nothing of ours) of so many bytes.
enum Head {
    Whole(Option<Input>, usize),
    PasteBegins(usize),
    /// Its rest is not here yet.
    Part,
}

impl Decoder {
    /// Takes what was read and adds what it means.
    pub fn feed(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        if self.pasting && bytes == [CTRL_C] {
            // The end of the paste was lost, or somebody has had enough: the way out stays open.
            let text = std::mem::take(&mut self.pending);
            inputs.push(Input::Paste(String::from_utf8_lossy(&text).into_owned()));
            (self.pasting, self.searched) = (false, 0);
        }
        self.pending.extend_from_slice(bytes);
        loop {
            if self.pasting {
                let unseen = self.pending.get(self.searched..).unwrap_or_default();
                let Some(end) = find(unseen, PASTE_ENDS).map(|end| self.searched + end) else {
                    self.searched = (self.pending.len() + 1).saturating_sub(PASTE_ENDS.len());
                    return;
                };
                self.searched = 0;
                let text = String::from_utf8_lossy(self.pending.get(..end).unwrap_or_default());
                inputs.push(Input::Paste(text.into_owned()));
                self.pending.drain(..end + PASTE_ENDS.len());
                self.pasting = false;
            }
            match head(&self.pending) {
                Head::Whole(input, length) => {
                    inputs.extend(input);
                    self.pending.drain(..length);
                }
                Head::PasteBegins(length) => {
                    self.pending.drain(..length);
                    self.pasting = true;
                }
                Head::Part if self.pending.len() > LONGEST => self.pending.clear(),
                Head::Part => return,
            }
        }
    }

    /// The beginning of a sequence is here: after a moment of silence it is to be settled.
    #[must_use]
    pub const fn waits(&self) -> bool {
        !self.pending.is_empty() && !self.pasting
    }

    /// Nothing followed: a lone escape is the key, any other beginning is dropped.
    pub fn settle(&mut self, inputs: &mut Vec<Input>) {
        if self.pending == [0x1b] {
            inputs.push(Input::Key(Key::of(Code::Esc)));
        }
        self.pending.clear();
    }
}

fn head(bytes: &[u8]) -> Head {
    match bytes {
        [] | [0x1b] => Head::Part,
        [0x1b, b'[', rest @ ..] => control_sequence(rest),
        [0x1b, b'O', rest @ ..] => rest.first().map_or(Head::Part, |last| {
            let code = named(*last).or(function(*last));
            Head::Whole(code.map(|code| Input::Key(Key::of(code))), 3)
        }),
        // An answer of the terminal that nobody asked for, up to its end.
        [0x1b, b']' | b'P' | b'_' | b'^' | b'X', rest @ ..] => {
            let bell = rest.iter().position(|byte| *byte == 0x07).map(|at| at + 3);
            let ended = find(rest, b"\x1b\\").map(|at| at + 4);
            match bell.into_iter().chain(ended).min() {
                Some(length) => Head::Whole(None, length),
                None => Head::Part,
            }
        }
        [0x1b, 0x1b, ..] => Head::Whole(Some(Input::Key(Key::of(Code::Esc))), 1),
        // Alt with a key is another key: it must not act as the bare one.
        [0x1b, rest @ ..] => match letter(rest) {
            Head::Whole(Some(Input::Key(key)), length) => {
                Head::Whole(Some(Input::Key(Key { alt: true, ..key })), length + 1)
            }
            Head::Whole(_, length) => Head::Whole(None, length + 1),
            part => part,
        },
        _ => letter(bytes),
    }
}

/// What follows `ESC [`.
fn control_sequence(rest: &[u8]) -> Head {
    match rest {
        // Function keys of the Linux console, clicks in the oldest form.
        [b'[', number @ b'A'..=b'E', ..] => {
            let key = Key::of(Code::F(number - b'A' + 1));
            return Head::Whole(Some(Input::Key(key)), 4);
        }
        [b'[', ..] => return fixed(rest, 2),
        [b'M', ..] => return fixed(rest, 4),
        _ => {}
    }
    let Some(end) = rest.iter().position(|byte| (0x40..0x7f).contains(byte)) else {
        return Head::Part;
    };
    let length = end + 3;
    let (Some(last), Some(parameters)) = (rest.get(end), rest.get(..end)) else {
        return Head::Part;
    };
    let parameters = String::from_utf8_lossy(parameters);
    if let Some(click) = parameters.strip_prefix('<') {
        return Head::Whole(pointer(click, *last), length);
    }
    let mut numbers = parameters.split(';').map(|number| number.parse::<u16>().unwrap_or(0));
    let first = numbers.next().unwrap_or(0);
    let modifiers = numbers.next().unwrap_or(1).saturating_sub(1);
    let code = match (*last, first) {
        (b'I', _) => return Head::Whole(Some(Input::Focus), length),
        (b'Z', _) => {
            return Head::Whole(Some(Input::Key(Key::shift(Code::Tab))), length);
        }
        (b'~', 200) => return Head::PasteBegins(length),
        (b'~', 1 | 7) => Some(Code::Home),
        (b'~', 4 | 8) => Some(Code::End),
        (b'~', 5) => Some(Code::PageUp),
        (b'~', 6) => Some(Code::PageDown),
        (b'~', 3) => Some(Code::Delete),
        (b'~', number @ 11..=15) => Some(Code::F(number as u8 - 10)),
        (b'~', number @ 17..=21) => Some(Code::F(number as u8 - 11)),
        (b'~', number @ 23..=24) => Some(Code::F(number as u8 - 12)),
        (b'~', _) => None,
        (last, _) => named(last).or(function(last)),
    };
    // Shift, Alt and Ctrl are bits 0, 1 and 2.
    let (shift, alt, ctrl) = (modifiers & 1 != 0, modifiers & 2 != 0, modifiers & 4 != 0);
    let input = code.map(|code| Input::Key(Key { code, ctrl, shift, alt }));
    Head::Whole(input, length)
}

fn fixed(rest: &[u8], length: usize) -> Head {
    if rest.len() < length { Head::Part } else { Head::Whole(None, length + 2) }
}

/// The key of a sequence that ends in this byte.
const fn named(last: u8) -> Option<Code> {
    match last {
        b'A' => Some(Code::Up),
        b'B' => Some(Code::Down),
        b'C' => Some(Code::Right),
        b'D' => Some(Code::Left),
        b'H' => Some(Code::Home),
        b'F' => Some(Code::End),
        b'M' => Some(Code::Enter),
        _ => None,
    }
}

/// The first four function keys, where they end in a letter.
const fn function(last: u8) -> Option<Code> {
    match last {
        b'P'..=b'S' => Some(Code::F(last - b'P' + 1)),
        _ => None,
    }
}

/// A click or a turn of the wheel: `button;column;row`, both counted from 1.
fn pointer(parameters: &str, last: u8) -> Option<Input> {
    let mut numbers = parameters.split(';').map(|number| number.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let press = match (button, last) {
        (0, b'M') => Press::Click,
        (64, b'M') => Press::WheelUp,
        (65, b'M') => Press::WheelDown,
        _ => return None,
    };
    Some(Input::Pointer { press, x: x.checked_sub(1)?, y: y.checked_sub(1)? })
}

/// A character, or a control key.
fn letter(bytes: &[u8]) -> Head {
    let Some(&first) = bytes.first() else { return Head::Part };
    let key = match first {
        b'\t' => Some(Key::of(Code::Tab)),
        b'\r' | b'\n' => Some(Key::of(Code::Enter)),
        0x08 | 0x7f => Some(Key::of(Code::Backspace)),
        0x01..=0x1a => Some(Key::ctrl(Code::Char(char::from(first + b'a' - 1)))),
        0x00..=0x1f => None,
        _ => return character(bytes, first),
    };
    Head::Whole(key.map(Input::Key), 1)
}

fn character(bytes: &[u8], first: u8) -> Head {
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    let Some(whole) = bytes.get(..length) else { return Head::Part };
    match std::str::from_utf8(whole).ok().and_then(|text| text.chars().next()) {
        Some(letter) => Head::Whole(Some(Input::Key(Key::letter(letter))), length),
        None => Head::Whole(None, 1),
    }
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(bytes: &[u8]) -> Vec<Input> {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(bytes, &mut inputs);
        if decoder.waits() {
            decoder.settle(&mut inputs);
        }
        inputs
    }

    fn key(bytes: &[u8]) -> Option<Key> {
        match decoded(bytes).as_slice() {
            [Input::Key(key)] => Some(*key),
            _ => None,
        }
    }

    #[test]
    fn keys_of_all_terminals() {
        assert_eq!(key(b"q"), Some(Key::letter('q')));
        assert_eq!(key("ü".as_bytes()), Some(Key::letter('ü')));
        assert_eq!(key(b"\r"), Some(Key::of(Code::Enter)));
        assert_eq!(key(b"\t"), Some(Key::of(Code::Tab)));
        assert_eq!(key(b"\x1b[Z"), Some(Key::shift(Code::Tab)));
        assert_eq!(key(b"\x1b[3~"), Some(Key::of(Code::Delete)));
        assert_eq!(key(b"\x1bb"), Some(Key::alt(Code::Char('b'))));
        for four in [&b"\x1b[14~"[..], b"\x1bOS", b"\x1b[[D", b"\x1b[1S"] {
            assert_eq!(key(four), Some(Key::of(Code::F(4))), "{four:?}");
        }
        assert_eq!(key(b"\x7f"), Some(Key::of(Code::Backspace)));
        assert_eq!(key(b"\x03"), Some(Key::ctrl(Code::Char('c'))));
        assert_eq!(key(b"\x1b"), Some(Key::of(Code::Esc)));
        assert_eq!(key(b"\x1b[A"), Some(Key::of(Code::Up)));
        assert_eq!(key(b"\x1bOB"), Some(Key::of(Code::Down)));
        assert_eq!(key(b"\x1b[1;5B"), Some(Key::ctrl(Code::Down)));
        for home in [&b"\x1b[H"[..], b"\x1bOH", b"\x1b[1~", b"\x1b[7~"] {
            assert_eq!(key(home), Some(Key::of(Code::Home)), "{home:?}");
        }
        assert_eq!(key(b"\x1b[6~"), Some(Key::of(Code::PageDown)));
    }

    #[test]
    fn what_is_not_ours_is_dropped_whole() {
        for foreign in [
            &b"\x1b[O"[..],                    // focus lost
            b"\x1b[M !!",                      // a click in the oldest form
            b"\x1b]11;rgb:0000/0000/0000\x07", // an answer about colours
            b"\x1bP>|xterm(390)\x1b\\",        // an answer about the terminal
            b"\x1b[<35;3;4M",                  // the mouse moved
            b"\xff",                           // no character
        ] {
            assert_eq!(decoded(foreign), [], "{foreign:?}");
        }
    }

    #[test]
    fn clicks_are_counted_from_zero() {
        let click = Input::Pointer { press: Press::Click, x: 9, y: 0 };
        assert_eq!(decoded(b"\x1b[<0;10;1M\x1b[<0;10;1m"), [click]);
        let wheel = Input::Pointer { press: Press::WheelDown, x: 299, y: 99 };
        assert_eq!(decoded(b"\x1b[<65;300;100M"), [wheel]);
    }

    #[test]
    fn a_paste_is_one_piece_and_no_keys() {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b[200~quit\x1b[A", &mut inputs);
        assert!(inputs.is_empty() && !decoder.waits());
        decoder.feed(b" now\x1b[201~q", &mut inputs);
        let pasted = Input::Paste("quit\u{1b}[A now".to_owned());
        assert_eq!(inputs, [pasted, Input::Key(Key::letter('q'))]);
    }

    #[test]
    fn a_paste_without_an_end_does_not_shut_the_way_out() {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b[200~note\x03s", &mut inputs);
        assert!(inputs.is_empty(), "inside a paste it is text");
        decoder.feed(b"\x03", &mut inputs);
        let [Input::Paste(text), Input::Key(out)] = &inputs[..] else { panic!("{inputs:?}") };
        assert_eq!(text, "note\u{3}s");
        assert_eq!(decoded(b"\x03"), [Input::Key(*out)]);
        decoder.feed(b"q", &mut inputs);
        assert_eq!(inputs.last(), Some(&Input::Key(Key::letter('q'))));
    }

    #[test]
    fn a_long_paste_is_looked_through_once() {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b[200~", &mut inputs);
        // Read in pieces of four kilobytes: looked through from its start each time it would
        // take minutes.
        for _ in 0..2000 {
            decoder.feed(&[b'x'; 4096], &mut inputs);
        }
        decoder.feed(b"\x1b[20", &mut inputs);
        assert!(inputs.is_empty());
        decoder.feed(b"1~q", &mut inputs);
        assert!(
            matches!(&inputs[..], [Input::Paste(text), Input::Key(_)] if text.len() == 2000 * 4096)
        );
        // The next one is looked through from its own start.
        inputs.clear();
        decoder.feed(b"\x1b[200~a\x1b[201~", &mut inputs);
        assert_eq!(inputs, [Input::Paste("a".to_owned())]);
    }

    #[test]
    fn two_thousand_queued_keys_all_arrive() {
        assert_eq!(decoded(&b"\x1b[B".repeat(2000)).len(), 2000);
    }

    #[test]
    fn an_endless_sequence_is_given_up() {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b]", &mut inputs);
        decoder.feed(&[b'x'; LONGEST], &mut inputs);
        decoder.feed(b"q", &mut inputs);
        assert_eq!(inputs, [Input::Key(Key::letter('q'))]);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_where_the_bytes_are_cut(
            pieces in proptest::collection::vec(proptest::sample::select(vec![
                &b"\x1b[A"[..], b"\x1b[<0;3;4M", "é".as_bytes(), "日".as_bytes(), b"x",
                b"\x1b[200~a\x1bb\x1b[201~", b"\x1b[1;5B", b"\x1b]0;t\x07",
            ]), 0..12),
            size in 1_usize..9,
        ) {
            let bytes = pieces.concat();
            let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
            for chunk in bytes.chunks(size) {
                decoder.feed(chunk, &mut inputs);
            }
            prop_assert_eq!(inputs, decoded(&bytes));
        }

        #[test]
        fn any_bytes_are_digested(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = decoded(&bytes);
        }
    }
}
