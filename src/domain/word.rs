//! Words of the trade as closed lists: one declaration gives the type, the word on the screen and
//! in the file, and the way back from a word that a person or a file wrote.

/// Declares an enum whose every value is one word (or two) of the trade.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// All of them, in the order of the trade.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word, as it stands on the screen and in the file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word, whatever its case.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                let word = word.trim();
                Self::ALL.iter().copied().find(|one| one.word().eq_ignore_ascii_case(word))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl $crate::domain::cell::Cell for $name {
            fn store(&self) -> $crate::domain::cell::Value {
                $crate::domain::cell::Value::Text(self.word().to_owned())
            }
            fn load(value: $crate::domain::cell::Value)
                -> Result<Self, $crate::domain::cell::Misfit> {
                match &value {
                    $crate::domain::cell::Value::Text(text) => Self::from_word(text),
                    _ => None,
                }
                .ok_or_else(|| $crate::domain::cell::Misfit::new(stringify!($name), &value))
            }
            fn read(cell: $crate::domain::cell::Seen<'_>)
                -> Result<Self, $crate::domain::cell::Misfit> {
                match &cell {
                    $crate::domain::cell::Seen::Text(text) => Self::from_word(text),
                    _ => None,
                }
                .map_or_else(|| Self::load(cell.into()), Ok)
            }
        }
    };
}
pub(crate) use words;

/// A set of words kept in one cell, as `champion,economic buyer`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordSet<T>(Vec<T>);

impl<T> Default for WordSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy + Ord> WordSet<T> {
    #[must_use]
    pub fn of(words: &[T]) -> Self {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    #[must_use]
    pub fn has(&self, word: T) -> bool {
        self.0.contains(&word)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        self.0.iter().copied()
    }

    #[must_use]
    pub fn with(&self, word: T) -> Self {
        Self::of(&[self.0.as_slice(), &[word]].concat())
    }

    #[must_use]
    pub fn without(&self, word: T) -> Self {
        Self(self.iter().filter(|one| *one != word).collect())
    }
}

impl<T: super::cell::Cell + Copy + Ord> super::cell::Cell for WordSet<T> {
    fn store(&self) -> super::cell::Value {
        let words: Vec<String> = self
            .0
            .iter()
            .filter_map(|word| match word.store() {
                super::cell::Value::Text(text) => Some(text),
                _ => None,
            })
            .collect();
        super::cell::Value::Text(words.join(","))
    }

    fn load(value: super::cell::Value) -> Result<Self, super::cell::Misfit> {
        Self::read((&value).into())
    }

    fn read(cell: super::cell::Seen<'_>) -> Result<Self, super::cell::Misfit> {
        match &cell {
            super::cell::Seen::Text(text) => text
                .split(',')
                .filter(|word| !word.is_empty())
                .map(|word| T::read(super::cell::Seen::Text(word.into())))
                .collect::<Result<Vec<T>, _>>()
                .map(|words| Self::of(&words)),
            _ => Err(super::cell::Misfit::new("a list of words", &cell.into())),
        }
    }
}

impl<T: serde::Serialize> serde::Serialize for WordSet<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}
