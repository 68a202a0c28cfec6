//! The guide: all codes and formulas in one place, each in a few sentences. Nothing in it is
//! written twice: it is put together from the tables that the rules themselves are made of, and from
//! one table of concepts. The help, the manual and `trellis explain` draw from it.

mod concept;
mod matters;
mod topics;

pub use topics::topics;

use super::playbook::Playbook;
use super::rules::Rules;
use super::word::words;

words! {
    /// What a topic belongs to, in the order in which a person reads.
    Area {
        Book = "the book",
        People = "people",
        Feedback = "feedback",
        Score = "the score",
        Factors = "factors of the score",
        Growth = "growth",
        Expansion = "expansion and value",
        Revenue = "revenue and renewal",
        Plan = "the plan",
        Signals = "signals and their order",
        Week = "the week's work",
        Codes = "codes of signals",
        Playbooks = "playbooks",
        Limits = "numbers you may change",
    }
}

/// One thing that can be explained.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Topic {
    /// What a person types: `coverage`, `champion-left`, `risk-below`.
    pub key: String,
    pub title: String,
    pub area: Area,
    /// Paragraphs; the numbers in them are those in force.
    pub said: Vec<String>,
    /// Why it matters, and what moves it; none: it says so itself.
    pub matters: Option<String>,
    /// How it is reckoned.
    pub formula: Option<String>,
    /// Where the rule comes from.
    pub source: Option<String>,
    /// Keys of what it goes with.
    pub see: Vec<String>,
}

impl Topic {
    /// What it is, in one sentence.
    #[must_use]
    pub fn first_sentence(&self) -> &str {
        let said = self.said.first().map_or("", String::as_str);
        let ends = |(at, stop): (usize, &str)| {
            let (_, rest) = said.split_at_checked(at + stop.len())?;
            let next = rest.trim_start();
            // Neither the point of 5.5 nor a ? in mid-sentence ends one.
            let ended =
                rest.is_empty() || next.len() < rest.len() && !next.starts_with(char::is_lowercase);
            (at > 1 && ended).then_some(at + stop.len())
        };
        let end = said.match_indices(['.', '?']).find_map(ends);
        end.and_then(|end| said.get(..end)).unwrap_or(said)
    }
}

/// The topic with this key.
#[must_use]
pub fn topic(key: &str, rules: &Rules, playbooks: &[Playbook]) -> Option<Topic> {
    topics(rules, playbooks).into_iter().find(|topic| topic.key == key)
}

/// Small letters, and one space for what stands between words.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '.');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The topics that a person may mean: those called so, else those whose name begins so, else those
/// with these words in their name, else those whose text holds them.
#[must_use]
pub fn meant<'a>(topics: &'a [Topic], sought: &str) -> Vec<&'a Topic> {
    let named = called(topics, sought);
    if !named.is_empty() {
        return named;
    }
    let sought = plain(sought);
    let words: Vec<&str> = sought.split(' ').filter(|word| !word.is_empty()).collect();
    let holds = |topic: &&Topic| {
        let text = plain(&topic.said.join(" "));
        words.iter().all(|word| text.split(' ').any(|one| one.starts_with(word)))
    };
    if words.is_empty() { Vec::new() } else { topics.iter().filter(holds).collect() }
}

/// The topics whose name a person may mean: as [`meant`], the texts left out.
#[must_use]
pub fn called<'a>(topics: &'a [Topic], sought: &str) -> Vec<&'a Topic> {
    let sought = plain(sought);
    if sought.is_empty() {
        return Vec::new();
    }
    let words: Vec<&str> = sought.split(' ').collect();
    let names = |topic: &Topic| [plain(&topic.key), plain(&topic.title)];
    let tests: [&dyn Fn(&Topic) -> bool; 3] = [
        &|topic| names(topic).contains(&sought),
        &|topic| names(topic).iter().any(|name| name.starts_with(&sought)),
        &|topic| {
            let names = names(topic).join(" ");
            words.iter().all(|word| names.split(' ').any(|name| name.starts_with(word)))
        },
    ];
    for test in tests {
        let found: Vec<&Topic> = topics.iter().filter(|topic| test(topic)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
