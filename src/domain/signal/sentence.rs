//! How days, spans and names stand in a sentence.

pub(crate) use crate::domain::day::day;

/// Two names at most, then how many more: `A. Ruiz, J. Roy and 3 more`.
pub(crate) fn names(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}

/// Every word: `users`, `users and influencers`, `A, B and C`.
pub(crate) fn all(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => words.concat(),
    }
}

/// ` and 2 more`, or nothing.
pub(crate) fn and_more(rest: usize) -> String {
    if rest == 0 { String::new() } else { format!(" and {rest} more") }
}

/// `1 step`, `3 steps`.
pub(crate) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_two_names_are_counted() {
        assert_eq!(names(&[]), "");
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B"]), "A and B");
        assert_eq!(names(&["A", "B", "C", "D"]), "A, B and 2 more");
        assert_eq!(all(&["A", "B", "C"]), "A, B and C");
        assert_eq!((all(&["A"]), all(&[])), ("A".to_owned(), String::new()));
        assert_eq!(and_more(0), "");
        assert_eq!(and_more(2), " and 2 more");
        assert_eq!(count(1, "step"), "1 step");
        assert_eq!(count(2, "step"), "2 steps");
    }
}
