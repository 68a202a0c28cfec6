//! Words as a search compares them: without case, without the accents of Latin letters.

use std::iter::Peekable;

/// The plain letters of U+00C0 to U+017F, in the order of the codes; those that are letters of
/// their own stay as they are.
const LATIN: &str = "\
aaaaaaæceeeeiiiiðnooooo×øuuuuyþß\
aaaaaaæceeeeiiiiðnooooo÷øuuuuyþy\
aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ\
ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

/// The letter as it is compared; none: a sign that only changes the one before it.
fn letter(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7f}' => Some(c.to_ascii_lowercase()),
        '\u{300}'..='\u{36f}' => None,
        '\u{c0}'..='\u{17f}' => LATIN.chars().nth((c as usize).wrapping_sub(0xc0)),
        _ => c.to_lowercase().next(),
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || letter(c).is_none()
}

/// The words of a text as they stand in it.
#[must_use]
pub fn words_of(text: &str) -> Vec<String> {
    text.split(|c| !in_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The text as it is compared.
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// The text as somebody types it who has no other keys than those of the alphabet: `Søren Großmann`
/// is `soren grossmann`.
#[must_use]
pub fn typed(text: &str) -> String {
    folded(text).chars().fold(String::new(), |mut typed, letter| {
        match letter {
            'ß' => typed.push_str("ss"),
            'æ' => typed.push_str("ae"),
            'œ' => typed.push_str("oe"),
            'þ' => typed.push_str("th"),
            'ø' => typed.push('o'),
            'ł' => typed.push('l'),
            'đ' | 'ð' => typed.push('d'),
            'ħ' => typed.push('h'),
            'ŧ' => typed.push('t'),
            'ı' => typed.push('i'),
            other => typed.push(other),
        }
        typed
    })
}

/// The same with the vowels written out, `Müller` as `mueller`; none where nothing is to write
/// out.
#[must_use]
pub fn written_out(text: &str) -> Option<String> {
    let mut found = false;
    let mut out = String::new();
    for letter in text.chars() {
        let vowel = match letter {
            'ä' | 'Ä' => "ae",
            'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
            'ü' | 'Ü' => "ue",
            'å' | 'Å' => "aa",
            '\u{308}' if out.ends_with(['a', 'A', 'o', 'O', 'u', 'U']) => "e",
            other => {
                out.push(other);
                continue;
            }
        };
        found = true;
        out.push_str(vowel);
    }
    found.then(|| typed(&out))
}

/// How many of the words begin a word of the line, and where they stand in it: (first, one past
/// the last), counted in characters.
#[must_use]
pub fn marks(line: &str, words: &[String]) -> (usize, Vec<(usize, usize)>) {
    let words: Vec<Vec<char>> = words.iter().map(|word| folded(word).chars().collect()).collect();
    let mut held = vec![false; words.len()];
    let mut marks = Vec::new();
    let mut chars = line.chars().enumerate().peekable();
    while let Some(run) = run(&mut chars) {
        let mut longest = 0;
        for (word, held) in words.iter().zip(&mut held) {
            let begins = run.len() >= word.len()
                && word.iter().zip(&run).all(|(wanted, (_, letter))| wanted == letter);
            if begins && !word.is_empty() {
                *held = true;
                longest = longest.max(word.len());
            }
        }
        if let (Some((first, _)), Some((last, _))) =
            (run.first(), longest.checked_sub(1).and_then(|last| run.get(last)))
        {
            marks.push((*first, last + 1));
        }
    }
    (held.into_iter().filter(|held| *held).count(), marks)
}

/// The next word: the letters that are compared, each with its place.
fn run(chars: &mut Peekable<impl Iterator<Item = (usize, char)>>) -> Option<Vec<(usize, char)>> {
    while chars.next_if(|(_, c)| !in_word(*c)).is_some() {}
    chars.peek()?;
    let mut run = Vec::new();
    while let Some((place, c)) = chars.next_if(|(_, c)| in_word(*c)) {
        run.extend(letter(c).map(|letter| (place, letter)));
    }
    Some(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(line: &str, words: &str) -> (usize, Vec<(usize, usize)>) {
        marks(line, &words_of(words))
    }

    #[test]
    fn accents_and_case_make_no_difference() {
        assert_eq!(folded("Pébéo ÄÖÜ Łódź Ñandú ſ"), "pebeo aou łodz nandu ſ");
        assert_eq!(folded("e\u{301}te\u{301}"), "ete");
        assert_eq!(letter('ÿ'), Some('y'));
        assert_eq!(letter('Ž'), Some('z'));
        assert_eq!(letter('Ħ'), Some('ħ'));
        assert_eq!(LATIN.chars().count(), 0x180 - 0xc0);
        for (code, plain) in (0xc0_u32..).zip(LATIN.chars()) {
            let c = char::from_u32(code).expect("a letter");
            let low = c.to_lowercase().next();
            assert!(plain.is_ascii() || Some(plain) == low, "{c} became {plain}");
        }
    }

    #[test]
    fn names_are_typed_on_any_keyboard() {
        assert_eq!(typed("Søren Großmann Łódź Œuvre Ðóra"), "soren grossmann lodz oeuvre dora");
        assert_eq!(written_out("Müller & Søn, Åse").as_deref(), Some("mueller & soen, aase"));
        assert_eq!(written_out("Mu\u{308}ller Pébéo").as_deref(), Some("mueller pebeo"));
        assert_eq!(written_out("Pébéo"), None);
    }

    #[test]
    fn words_are_marked_where_they_begin_one() {
        assert_eq!(marked("Budget frozen, said BUDGET", "budg"), (1, vec![(0, 4), (20, 24)]));
        assert_eq!(marked("Pébéo of America", "pebeo am"), (2, vec![(0, 5), (9, 11)]));
        assert_eq!(marked("rebudget", "budg"), (0, vec![]));
        assert_eq!(marked("", "budg"), (0, vec![]));
        assert_eq!(marked("a-b_c", "b c"), (2, vec![(2, 3), (4, 5)]));
        assert_eq!(words_of("  T. Lee's \"ROI\" "), ["T", "Lee", "s", "ROI"]);
    }
}
