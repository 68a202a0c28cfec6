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
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '\u{300c}' | '\u{300d}')
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

/// A name in its words, and once more where it may be spelled in another way.
pub(super) fn spellings(name: &str) -> Spellings {
    Spellings { words: words(name), other: fold::written_out(name).map(|name| parted(&name)) }
}

/// The words of a name: `muller`, and `mueller` where it is a `Müller`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spellings {
    pub(super) words: Vec<String>,
    other: Option<Vec<String>>,
}

impl Spellings {
    pub(super) fn each(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.words).chain(&self.other)
    }
}

/// In small letters, without the point or comma at its end.
pub(super) fn bare(text: &str) -> String {
    text.to_lowercase().trim_end_matches([',', '.', ';', ':']).to_owned()
}
