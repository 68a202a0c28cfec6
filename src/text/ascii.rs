//! Every sign that the program draws as one that every terminal can draw, of the same width.
//! Letters of names and quotes are no signs: they stay as they were written.

use std::borrow::Cow;

/// The signs beside lines and corners, each with what stands for it.
const SIGNS: &[(char, char)] = &[
    // Bars and curves, the smaller the lighter.
    ('▁', '_'),
    ('▂', '.'),
    ('▃', '-'),
    ('▄', '='),
    ('▅', '+'),
    ('▆', '*'),
    ('▇', '%'),
    ('█', '#'),
    ('▏', '|'),
    ('▎', ':'),
    ('▍', ':'),
    ('▌', '='),
    ('▋', '='),
    ('▊', '%'),
    ('▉', '#'),
    ('░', '.'),
    ('▒', ':'),
    ('▓', '%'),
    // Seats, steps, roles.
    ('●', '@'),
    ('○', 'o'),
    ('◐', '%'),
    ('◧', '%'),
    ('◆', '*'),
    ('◇', '&'),
    ('■', '#'),
    ('□', 'o'),
    ('▢', 'o'),
    ('▣', '#'),
    ('✕', 'x'),
    ('×', 'x'),
    ('²', '2'),
    ('★', '*'),
    ('☆', '*'),
    ('✓', '+'),
    ('✔', '+'),
    // Ways.
    ('▸', '>'),
    ('▹', '>'),
    ('▶', '>'),
    ('◂', '<'),
    ('◀', '<'),
    ('▲', '^'),
    ('▴', '^'),
    ('▼', 'v'),
    ('▾', 'v'),
    ('→', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('↕', ':'),
    ('⇄', '='),
    ('⇥', '>'),
    // Between words.
    ('·', '.'),
    ('•', '*'),
    ('…', '~'),
    ('–', '-'),
    ('—', '-'),
    ('−', '-'),
    ('±', '~'),
    ('≈', '~'),
    ('≤', '<'),
    ('≥', '>'),
    ('÷', '/'),
    ('§', 'S'),
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('«', '<'),
    ('»', '>'),
    ('\u{a0}', ' '),
    ('€', 'E'),
    ('£', 'L'),
    ('¥', 'Y'),
    // What must not reach a terminal is shown as one of these.
    ('␤', '/'),
    ('␡', '?'),
    ('�', '?'),
];

/// The sign in its place; none for a letter, and for what is ASCII already.
#[must_use]
pub fn sign(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7f}' => None,
        '─' | '━' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '═' | '╴' | '╶' | '╸' | '╺' | '╼' | '╾' => {
            Some('-')
        }
        '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '║' | '╵' | '╷' | '╹' | '╻' | '╽' | '╿' => {
            Some('|')
        }
        // The other box drawings: corners and crossings.
        '\u{2500}'..='\u{257f}' => Some('+'),
        _ => {
            let found = SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, ascii)| *ascii);
            // The pictures of the other control characters.
            found.or_else(|| matches!(c, '\u{2400}'..='\u{2421}').then_some('?'))
        }
    }
}

/// A text with its signs replaced.
#[must_use]
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| sign(c).is_some()) {
        Cow::Owned(text.chars().map(|c| sign(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;
    use std::path::Path;

    #[test]
    fn a_sign_takes_as_much_room_as_what_it_stands_for() {
        for (sign, ascii) in SIGNS {
            assert!(ascii.is_ascii() && !ascii.is_control());
            assert_eq!(width(&sign.to_string()), 1, "{sign}");
        }
        assert_eq!(ascii("┏ Contoso ━ €940k · 5.2▼ …"), "+ Contoso - E940k . 5.2v ~");
        assert!(matches!(ascii("Müller & Söhne, 東京"), Cow::Borrowed(_)));
    }

    /// Lines of the program without its comments and tests.
    fn code(directory: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            let within = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside");
            let name = within.display().to_string();
            if path.is_dir() {
                code(&path, found);
            } else if path.extension().is_some_and(|one| one == "rs")
                && !name.contains("test")
                && !name.contains("fixture")
            {
                let text = std::fs::read_to_string(&path).expect("a text");
                let text = text.split("#[cfg(test)]").next().unwrap_or_default();
                let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.extend(lines.map(|line| (name.clone(), line.to_owned())));
            }
        }
    }

    #[test]
    fn every_sign_of_the_program_has_one_in_its_place() {
        let mut lines = Vec::new();
        for part in ["tui", "cli", "desk", "domain", "text"] {
            code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(part), &mut lines);
        }
        assert!(lines.len() > 5000, "{}", lines.len());
        let missing: Vec<(char, &str)> = lines
            .iter()
            .flat_map(|(file, line)| line.chars().map(move |c| (c, file.as_str())))
            .filter(|(c, _)| !c.is_ascii() && !c.is_alphabetic() && sign(*c).is_none())
            .collect();
        assert_eq!(missing, []);
    }
}
