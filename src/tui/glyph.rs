//! A drawn screen for a terminal that has no signs but ASCII.

use crate::text::ascii::sign;
use ratatui::buffer::Buffer;

/// Replaces every sign on the screen by one of the same width; letters stay.
pub fn plain(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut chars = cell.symbol().chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && let Some(sign) = sign(c)
        {
            cell.set_char(sign);
        }
    }
}

/// Whether the locale says that the terminal knows no others: the first of the variables that is
/// set decides; where none is, nothing is said against them.
#[must_use]
pub fn locale_is_plain() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|locale| !locale.is_empty()));
    set.is_some_and(|locale| is_plain(&locale))
}

/// A locale of another encoding than UTF-8.
fn is_plain(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    !locale.contains("utf-8") && !locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn signs_change_letters_and_wide_ones_stay() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, "┃▸Müller 東京 5.2▼…", Style::new());
        plain(&mut buffer);
        let line: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(line.trim_end(), "|>Müller 東 京  5.2v~");
    }

    #[test]
    fn the_locale_names_the_encoding() {
        for (locale, plain) in [
            ("en_US.UTF-8", false),
            ("de_DE.utf8", false),
            ("UTF-8", false),
            ("C.UTF-8", false),
            ("C", true),
            ("POSIX", true),
            ("de_DE.ISO-8859-1", true),
            ("en_US", true),
        ] {
            assert_eq!(is_plain(locale), plain, "{locale}");
        }
    }
}
