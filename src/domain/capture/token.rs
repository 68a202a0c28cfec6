//! The typed line in words: blanks part them, quotes keep them together.

use crate::domain::fold;

/// One word of the line, or what stands between quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Without the quotes.
    pub(super) text: String,
    /// Where it stands in the line, bytes, quotes included.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) quoted: bool,
}

const fn opens(letter: char) -> bool {
    let corner = matches!(letter, '\u{300c}'..='\u{300f}');
    corner || matches!(letter, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Where words are written without blanks, a quote begins right behind one.
const fn opens_inside(letter: char) -> bool {
    matches!(letter, '\u{300c}' | '\u{300e}')
}

/// A quote that is never closed goes to the end of the line; an empty one says nothing.
pub(super) fn split(line: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Option<Token> = None;
    for (at, letter) in line.char_indices() {
        let after = at + letter.len_utf8();
        match &mut open {
            Some(token) if token.quoted => {
                token.to = after;
                if opens(letter) {
                    tokens.extend(open.take());
                } else {
                    token.text.push(letter);
                }
            }
            Some(_) if letter.is_whitespace() => tokens.extend(open.take()),
            Some(_) if opens_inside(letter) => {
                let quote = Token { text: String::new(), from: at, to: after, quoted: true };
                tokens.extend(open.replace(quote));
            }
            Some(token) => {
                token.text.push(letter);
                token.to = after;
            }
            None if letter.is_whitespace() => {}
            None => {
                let quoted = opens(letter);
                let text = if quoted { String::new() } else { letter.to_string() };
                open = Some(Token { text, from: at, to: after, quoted });
            }
        }
    }
    tokens.extend(open);
    for token in &mut tokens {
        if token.quoted {
            token.text = token.text.trim().to_owned();
        }
    }
    tokens.retain(|token| !token.text.is_empty());
    tokens
}

/// The words of a name or of a token in small letters without accents, whatever stands between
/// them: `O'Brién` is `o`, `brien`.
pub(super) fn words(text: &str) -> Vec<String> {
    parted(&fold::typed(text))
}

fn parted(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Words of a name at most that are each tried in both spellings.
const MIXED: usize = 3;

/// A name in its words, in every way it may be spelled.
pub(super) fn spellings(name: &str) -> Spellings {
    let plain = words(name);
    let other = fold::written_out(name).map(|name| parted(&name)).unwrap_or_default();
    let other = other.iter().enumerate().filter(|(place, word)| plain.get(*place) != Some(word));
    let mut all = vec![plain.clone()];
    for (place, word) in other.take(MIXED) {
        for mut spelled in all.clone() {
            if let Some(there) = spelled.get_mut(place) {
                there.clone_from(word);
            }
            all.push(spelled);
        }
    }
    Spellings { all }
}

/// The words of a name: `muller`, and `mueller` where it is a `Müller`; each word for itself, as
/// `mueller & söhne` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spellings {
    all: Vec<Vec<String>>,
}

impl Spellings {
    pub(super) fn each(&self) -> impl Iterator<Item = &Vec<String>> {
        self.all.iter()
    }
}

/// In small letters, without the sign at its end.
pub(super) fn bare(text: &str) -> String {
    text.to_lowercase().trim_end_matches([',', '.', ';', ':', '!', '?']).to_owned()
}
