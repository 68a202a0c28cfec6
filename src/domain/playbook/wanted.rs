//! What somebody wants of a step of a playbook before it is started: another day, other words, or
//! not at all.

use chrono::NaiveDate;

/// One step as it is wanted; what is none stays as the playbook has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Which step it is: its key within the playbook.
    pub key: String,
    /// It is left out.
    pub out: bool,
    pub due_on: Option<NaiveDate>,
    pub title: Option<String>,
}

/// What is wanted of the step of a key, to be changed; nothing yet where nobody said anything.
pub fn of<'a>(wanted: &'a mut Vec<Wanted>, key: &str) -> &'a mut Wanted {
    let place = wanted.iter().position(|one| one.key == key).unwrap_or_else(|| {
        wanted.push(Wanted { key: key.to_owned(), ..Wanted::default() });
        wanted.len() - 1
    });
    &mut wanted[place]
}

/// What is wanted of the step of a key.
pub fn find<'a>(wanted: &'a [Wanted], key: &str) -> Option<&'a Wanted> {
    wanted.iter().find(|one| one.key == key)
}
