//! A text for the clipboard, as a terminal takes it (OSC 52): in base 64, so that nothing in the
//! text is heard by the terminal itself.

use crate::text;

/// Letters that terminals take at most; what is longer is cut between two words.
const MOST: usize = 50_000;

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What is written to the terminal.
pub(super) fn sequence(copied: &str) -> Vec<u8> {
    let mut out = b"\x1b]52;c;".to_vec();
    out.extend(encoded(safe(copied).0.as_bytes()));
    out.extend(b"\x1b\\");
    out
}

/// Whether all of a text goes into the clipboard.
pub(super) fn fits(copied: &str) -> bool {
    safe(copied).1
}

/// Whoever pastes the text gets it without the signs that drive a terminal or turn the direction
/// of a line. Says as well whether that is the whole of it.
fn safe(copied: &str) -> (String, bool) {
    let mut safe = String::new();
    for line in copied.lines() {
        let line = text::shown(line);
        if !safe.is_empty() {
            safe.push('\n');
        }
        for word in line.split_inclusive(' ') {
            if safe.len() + word.len() >= MOST {
                return (safe, false);
            }
            safe.push_str(word);
        }
    }
    if copied.ends_with('\n') {
        safe.push('\n');
    }
    (safe, true)
}

fn encoded(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sign = SIGNS.get((bits >> (18 - 6 * place)) as usize & 63).copied();
            out.push(if place <= three.len() { sign.unwrap_or(b'=') } else { b'=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(copied: &str) -> String {
        let bytes = sequence(copied);
        let inner = bytes.strip_prefix(b"\x1b]52;c;").and_then(|it| it.strip_suffix(b"\x1b\\"));
        String::from_utf8(inner.expect("a sequence").to_vec()).expect("letters")
    }

    #[test]
    fn a_text_is_handed_over_in_base_64() {
        for (copied, wanted) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("a\nb\n", "YQpiCg=="),
            ("−1", "4oiSMQ=="),
        ] {
            assert_eq!(payload(copied), wanted, "{copied:?}");
        }
    }

    #[test]
    fn nothing_in_it_drives_a_terminal() {
        let bad = "a\u{1b}]52;c;\u{7}\u{202e}b\r\n\u{9b}2J";
        let signs = payload(bad);
        assert!(signs.chars().all(|c| c.is_ascii_alphanumeric() || "+/=".contains(c)));
        let (told, whole) = safe(bad);
        assert!(whole && told.lines().count() == 2, "{told:?}");
        let drives = |c: char| c != '\n' && c.is_control() || c == '\u{202e}';
        assert!(!told.chars().any(drives), "{told:?}");
        let line = "x".repeat(1_000) + "\n";
        assert!(sequence(&line.repeat(99)).len() < 70_000, "no more than a terminal takes");
    }

    #[test]
    fn what_is_too_long_is_cut_between_two_words_and_known_to_be() {
        let addresses = "Dana Wirth <dana@contoso.example>, ".repeat(2_000);
        assert!(!fits(&addresses) && fits("Dana Wirth <dana@contoso.example>\n"));
        let (cut, _) = safe(&addresses);
        assert!(cut.len() > MOST - 40 && cut.len() < MOST, "{}", cut.len());
        assert!(addresses.starts_with(&cut) && cut.ends_with(' '));
    }
}
