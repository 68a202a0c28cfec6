//! The word that somebody who mistyped may have meant.

/// The nearest of the words, where one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(typed: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let letters = typed.chars().count();
    let near = (letters / 3).max(1).min(letters.saturating_sub(1));
    words
        .into_iter()
        .map(|word| (distance(&typed, &word.to_lowercase()), word))
        .filter(|(far, _)| *far <= near)
        .min_by_key(|(far, _)| *far)
        .map(|(_, word)| word)
}

/// Letters to add, drop, change or swap with their neighbour (Damerau and Levenshtein, restricted).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let at =
                |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut fewest =
                (at(&last, j) + usize::from(a != b)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                fewest = fewest.min(at(&before, j - 1) + 1);
            }
            row.push(fewest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_understood_and_another_word_is_not() {
        let words = ["next-signal", "zoom", "undo", "redo"];
        for (typed, meant) in [
            ("next-signl", Some("next-signal")),
            ("nxet-signal", Some("next-signal")),
            ("Zoom", Some("zoom")),
            ("zomo", Some("zoom")),
            ("unod", Some("undo")),
            ("brew", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, words), meant, "{typed}");
        }
    }
}
