//! The one door that makes foreign text safe to show, and the measure of text in columns.
//!
//! Names, quotes and file cells come from others: control characters would drive the terminal,
//! direction marks would turn a line around, zero-width ones would hide. Each is shown as a mark.

pub mod ascii;

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Stands where text was cut.
pub const ELLIPSIS: &str = "…";

/// The text on one line, with a visible mark for each character that could drive a terminal or
/// deceive the eye. Text without any comes back as it is.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        match mark(c, before, chars.peek().copied()) {
            Some(mark) => safe.push(mark),
            None => safe.push(c),
        }
        before = Some(c);
    }
    Cow::Owned(safe)
}

/// Nothing in it needs a mark: the common case, decided without a second look.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
        || !text.chars().any(|c| mark(c, None, None).is_some())
}

/// The character could drive a terminal or deceive the eye.
#[must_use]
pub fn drives(c: char) -> bool {
    mark(c, None, None).is_some()
}

/// The sign to show instead of a character that must not reach the terminal.
fn mark(c: char, before: Option<char>, after: Option<char>) -> Option<char> {
    match c {
        // Line and paragraph separators with them.
        '\n' | '\u{2028}' | '\u{2029}' => Some('␤'),
        '\t' => Some(' '),
        // The control pictures block draws C0 in the order of the codes.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}' => Some('�'),
        // Direction: marks, embeddings, overrides, isolates.
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => Some('⇄'),
        // Joins two pictures into one (a family, a profession); legitimate between them alone.
        '\u{200d}' => {
            let picture = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !c.is_whitespace());
            (!(picture(before) && picture(after))).then_some('·')
        }
        // Invisible: soft hyphen, fillers, zero-width, invisible operators, tags, byte-order mark.
        '\u{00ad}'
        | '\u{034f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'
        | '\u{200c}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Some('·'),
        _ => None,
    }
}

/// Columns that the text takes in a terminal, which draws one grapheme after the other.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    }
}

/// At most `columns` wide: safe to show, cut between characters as a reader sees them, the cut
/// marked `…`.
#[must_use]
pub fn fit(text: &str, columns: usize) -> String {
    let safe = shown(text);
    if width(&safe) <= columns {
        return safe.into_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in safe.graphemes(true) {
        let wide = width(grapheme);
        if used + wide > columns - 1 {
            break;
        }
        cut.push_str(grapheme);
        used += wide;
    }
    // `Northwind …` reads worse than `Northwind…`.
    cut.truncate(cut.trim_end().len());
    cut.push_str(ELLIPSIS);
    cut
}

/// The same with the end of the text kept: for a line that somebody types at its end.
#[must_use]
pub fn fit_end(text: &str, columns: usize) -> String {
    let safe = shown(text);
    if width(&safe) <= columns {
        return safe.into_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut used = usize::from(columns > 0);
    for grapheme in safe.graphemes(true).rev() {
        let wide = width(grapheme);
        if used + wide > columns {
            break;
        }
        kept.push(grapheme);
        used += wide;
    }
    let mark = if columns > 0 { ELLIPSIS } else { "" };
    kept.into_iter().rev().fold(mark.to_owned(), |end, grapheme| end + grapheme)
}

/// Exactly `columns` wide, text at the left.
#[must_use]
pub fn pad_right(text: &str, columns: usize) -> String {
    let mut cell = fit(text, columns);
    let blank = columns.saturating_sub(width(&cell));
    cell.extend(std::iter::repeat_n(' ', blank));
    cell
}

/// Exactly `columns` wide, text at the right.
#[must_use]
pub fn pad_left(text: &str, columns: usize) -> String {
    let cell = fit(text, columns);
    let mut padded = " ".repeat(columns.saturating_sub(width(&cell)));
    padded.push_str(&cell);
    padded
}

/// The text with a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text in lines of at most `columns`, broken at spaces, a longer word within itself.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    if columns == 0 {
        return Vec::new();
    }
    let safe = shown(text);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in safe.split_whitespace() {
        let wide = width(word);
        let gap = usize::from(used > 0);
        if used > 0 && used + gap + wide > columns {
            lines.push(String::new());
            used = 0;
        } else if gap == 1 {
            push(&mut lines, " ");
            used += 1;
        }
        for grapheme in word.graphemes(true) {
            let wide = width(grapheme);
            if used > 0 && used + wide > columns {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, grapheme);
            used += wide;
        }
    }
    lines
}

fn push(lines: &mut [String], piece: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(shown("Müller & Söhne, 東京"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_drives_or_deceives_is_shown_as_a_mark() {
        for (text, safe) in [
            ("\u{1b}[2J", "␛[2J"),
            ("\u{1b}]52;c;x\u{7}", "␛]52;c;x␇"),
            ("a\u{9b}31m", "a�31m"),
            ("one\r\ntwo\nthree", "one␤two␤three"),
            ("a\rb", "a␍b"),
            ("a\tb", "a b"),
            ("a\u{202e}gpj.exe", "a⇄gpj.exe"),
            ("zero\u{200b}width", "zero·width"),
            ("e\u{200d}n", "e·n"),
            ("\u{feff}bom", "·bom"),
            ("tag\u{e0041}", "tag·"),
            ("\u{7f}", "␡"),
            ("\0", "␀"),
        ] {
            assert_eq!(shown(text), safe, "{text:?}");
        }
        let family = "👩\u{200d}👧";
        assert_eq!(shown(family), family);
    }

    #[test]
    fn text_is_cut_where_a_reader_sees_a_boundary() {
        assert_eq!(fit("Northwind Traders", 16), "Northwind Trade…");
        assert_eq!(fit("Northwind Traders", 11), "Northwind…");
        assert_eq!(fit("Northwind", 9), "Northwind");
        assert_eq!(fit("東京電力", 5), "東京…");
        assert_eq!(fit("東京電力", 4), "東…");
        assert_eq!(fit("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(fit("abc", 1), "…");
        assert_eq!(fit("abc", 0), "");
        assert_eq!(pad_right("東京電力", 4), "東… ");
        assert_eq!(pad_left("7.4", 5), "  7.4");
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_within() {
        assert_eq!(wrap("the budget is frozen", 10), ["the budget", "is frozen"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("a b", 0), Vec::<String>::new());
        assert_eq!(wrap("", 5), [""]);
    }

    proptest! {
        #[test]
        fn padded_text_is_as_wide_as_asked_and_safe(text in "\\PC*|.*", columns in 0_usize..40) {
            for cell in [pad_right(&text, columns), pad_left(&text, columns)] {
                prop_assert_eq!(width(&cell), columns);
                prop_assert!(!cell.chars().any(char::is_control));
            }
        }

        #[test]
        fn no_line_is_wider_than_asked(text in ".*", columns in 2_usize..40) {
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns, "{:?}", line);
            }
        }
    }

    #[test]
    fn the_end_is_kept_where_somebody_types() {
        for (columns, kept) in [(9, "Northwind"), (5, "…wind"), (1, "…"), (0, "")] {
            assert_eq!(fit_end("Northwind", columns), kept);
        }
        assert_eq!(fit_end("日本語", 4), "…語");
    }
}
