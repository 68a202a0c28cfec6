//! A person's name in few columns.

/// Initial and family name: `A. Ruiz` for Ana Ruiz; a name of one word stays.
#[must_use]
pub fn short_name(name: &str) -> String {
    let name = name.trim();
    let Some((given, family)) = name.split_once(char::is_whitespace) else {
        return name.to_owned();
    };
    match given.chars().next() {
        Some(initial) => format!("{initial}. {}", family.trim()),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_what_is_called_out() {
        for (name, short) in [
            ("Ana Ruiz", "A. Ruiz"),
            ("A. Ruiz", "A. Ruiz"),
            ("Ludwig van Beethoven", "L. van Beethoven"),
            ("Cher", "Cher"),
            ("東京太郎", "東京太郎"),
            ("", ""),
        ] {
            assert_eq!(short_name(name), short);
        }
    }
}
