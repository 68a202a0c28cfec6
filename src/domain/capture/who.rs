//! Who is meant by some words: an account of the book, a person of an account.

use super::word::common;

/// How well words fit a name; the better ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The whole name.
    Whole,
    /// Whole words of it, from its beginning.
    Begins,
    /// The beginnings of its words, from its beginning.
    Short,
    /// Whole words further inside.
    Inside,
    /// Beginnings of words further inside.
    ShortInside,
}

/// How the typed words fit the words of a name. A common word and one with fewer letters than
/// `least` fit only as a whole.
fn fit(typed: &[String], name: &[String], least: usize) -> Option<Fit> {
    if typed.is_empty() || typed.len() > name.len() {
        return None;
    }
    let whole = |at: usize| name.iter().skip(at).zip(typed).all(|(one, other)| one == other);
    let short = |at: usize| {
        name.iter().skip(at).zip(typed).all(|(word, typed)| {
            let may = typed.chars().count() >= least && !common(typed);
            word == typed || may && word.starts_with(typed.as_str())
        })
    };
    let places = 0..=name.len() - typed.len();
    if typed.len() == name.len() && whole(0) {
        return Some(Fit::Whole);
    }
    // A single common word is somebody's name only where it is the whole of it.
    if typed.iter().all(|word| common(word)) {
        return None;
    }
    let fits = places.filter_map(|at| match at {
        0 if whole(0) => Some(Fit::Begins),
        0 if short(0) => Some(Fit::Short),
        0 => None,
        _ if whole(at) => Some(Fit::Inside),
        _ if short(at) => Some(Fit::ShortInside),
        _ => None,
    });
    fits.min()
}

/// Of some names, each in its words, those that the typed words mean best, by their places.
pub(super) fn account(typed: &[String], names: &[Vec<String>], least: usize) -> Vec<usize> {
    best(typed, names, least, |fit| fit)
}

/// The same for people: a first name is as good as a last name.
pub(super) fn person(typed: &[String], names: &[Vec<String>]) -> Vec<usize> {
    best(typed, names, LEAST, |fit| match fit {
        Fit::Inside => Fit::Begins,
        Fit::ShortInside => Fit::Short,
        other => other,
    })
}

/// Letters that stand for a name at least, where it is not typed out.
pub(super) const LEAST: usize = 3;

fn best(
    typed: &[String],
    names: &[Vec<String>],
    least: usize,
    weigh: fn(Fit) -> Fit,
) -> Vec<usize> {
    let mut best: Vec<(Fit, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(place, name)| Some((weigh(fit(typed, name, least)?), place)))
        .collect();
    best.sort_unstable();
    let first = best.first().map(|(fit, _)| *fit);
    best.retain(|(fit, _)| Some(*fit) == first);
    best.into_iter().map(|(_, place)| place).collect()
}

/// One letter added, dropped, changed or swapped with its neighbour; for words of four letters or
/// more, so that `danna` is near `dana`.
pub(super) fn near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < 4 || long.len() - short.len() > 1 || short == long {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let rest = |letters: &[char], from: usize| letters.get(from..).unwrap_or_default().to_vec();
    if short.len() < long.len() {
        return rest(&short, same) == rest(&long, same + 1);
    }
    let swapped = short.get(same) == long.get(same + 1) && short.get(same + 1) == long.get(same);
    rest(&short, same + 1) == rest(&long, same + 1)
        || swapped && rest(&short, same + 2) == rest(&long, same + 2)
}
