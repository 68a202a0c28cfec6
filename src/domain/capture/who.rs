//! Who is meant by some words: an account of the book, a person of an account.

use super::token::Spellings;
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
    /// The name with its words parted in another way: `obrien`, `van arsdel`, `margies`.
    Joined,
}

/// How the typed words fit the words of a name. A common word and one with fewer letters than
/// `least` fit only as a whole.
fn fit(typed: &[String], name: &[String], least: usize) -> Option<Fit> {
    if typed.is_empty() {
        return None;
    }
    if typed.len() > name.len() {
        return joined(typed, name).then_some(Fit::Joined);
    }
    let whole = |at: usize| name.iter().skip(at).zip(typed).all(|(one, other)| one == other);
    let short = |at: usize| {
        // A first letter is enough beside the rest of the name: `d wirth`.
        let initial = at == 0 && typed.len() > 1 && typed.len() == name.len();
        let initial = initial
            && name.iter().zip(typed).any(|(word, typed)| word == typed && long(typed, LEAST));
        name.iter().skip(at).zip(typed).all(|(word, typed)| {
            let may = (initial || long(typed, least)) && !common(typed);
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
        .or_else(|| joined(typed, name).then_some(Fit::Joined))
        .or_else(|| unparted(typed, name).then_some(Fit::Joined))
}

/// In a script without blanks: part of the name of a company, or the family name before the given
/// one where the book has them the other way round.
fn unparted(typed: &[String], name: &[String]) -> bool {
    let [typed] = typed else { return false };
    let turned = || name.iter().rev().map(String::as_str).collect::<String>() == *typed;
    typed.chars().count() > 1
        && typed.chars().all(wordy)
        && (name.iter().any(|word| word.contains(typed.as_str())) || turned())
}

/// Letters enough to stand for a name. A sign of a script that writes words, not sounds, says as
/// much as any word's beginning.
fn long(typed: &str, least: usize) -> bool {
    typed.chars().count() >= least || typed.chars().any(wordy)
}

/// Chinese, Japanese and Korean signs.
const fn wordy(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Letters of a name at least that is typed with its words parted in another way.
const JOINED: usize = 4;

fn joined(typed: &[String], name: &[String]) -> bool {
    let long = typed.iter().map(|word| word.chars().count()).sum::<usize>() >= JOINED;
    let letters = || typed.iter().flat_map(|word| word.chars());
    let begins = |at: usize| {
        let mut rest = name.iter().skip(at).flat_map(|word| word.chars());
        letters().all(|letter| rest.next() == Some(letter))
    };
    long && !typed.iter().any(|word| common(word)) && (0..name.len()).any(begins)
}

/// Of some names, each in its words, those that the typed words mean best, by their places.
pub(super) fn account(typed: &[String], names: &[Spellings], least: usize) -> Vec<usize> {
    best(typed, names, least, |fit| fit)
}

/// The same for people: a first name is as good as a last name.
pub(super) fn person(typed: &[String], names: &[Spellings]) -> Vec<usize> {
    best(typed, names, LEAST, |fit| match fit {
        Fit::Inside => Fit::Begins,
        Fit::ShortInside => Fit::Short,
        other => other,
    })
}

/// Letters that stand for a name at least, where it is not typed out.
pub(super) const LEAST: usize = 3;

fn best(typed: &[String], names: &[Spellings], least: usize, weigh: fn(Fit) -> Fit) -> Vec<usize> {
    let mut best = fitting(typed, names, least, weigh);
    let first = best.first().map(|(fit, _)| *fit);
    best.retain(|(fit, _)| Some(*fit) == first);
    best.into_iter().map(|(_, place)| place).collect()
}

fn fitting(
    typed: &[String],
    names: &[Spellings],
    least: usize,
    weigh: fn(Fit) -> Fit,
) -> Vec<(Fit, usize)> {
    let mut fitting: Vec<(Fit, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(place, name)| {
            let fits = name.each().filter_map(|name| fit(typed, name, least));
            Some((weigh(fits.min()?), place))
        })
        .collect();
    fitting.sort_unstable();
    fitting
}

/// All that a name still being typed may become, from its first letter on, the best first.
pub(super) fn begun(typed: &[String], names: &[Spellings]) -> Vec<usize> {
    fitting(typed, names, 1, |fit| fit).into_iter().map(|(_, place)| place).collect()
}

/// The names that one word may have been meant for: a word of theirs is a slip away.
pub(super) fn slips(typed: &[String], names: &[Spellings]) -> Vec<usize> {
    let [typed] = typed else { return Vec::new() };
    let slip = |name: &Spellings| name.each().flatten().any(|part| near(typed, part));
    (0..names.len()).filter(|place| names.get(*place).is_some_and(slip)).collect()
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
