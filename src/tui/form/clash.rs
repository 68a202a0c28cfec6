//! What two have changed: the question which of the two holds.

use super::field::{Entry, Field};
use super::spec::FieldKind;
use super::{Form, kind};
use crate::domain::book::row::Dossier;
use crate::domain::cell::{Id, Value};
use crate::domain::change::{Clash, Expected};
use crate::domain::money::Money;
use crate::domain::standing;
use crate::tui::action::Action;
use crate::tui::layer::Outcome;

/// A field that was typed into here and changed elsewhere.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// None: no field of this form shows the column.
    pub field: Option<usize>,
    /// What is there now, as the field's text.
    now: String,
    /// The same for the eye.
    pub shown: String,
    /// What a commit has to expect from here on.
    fresh: Option<Expected>,
    /// Which answer is chosen.
    pub at: usize,
}

/// The ways out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Theirs,
    Mine,
    Both,
}

impl Answer {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Theirs => "take that",
            Self::Mine => "keep mine",
            Self::Both => "both, mine below",
        }
    }
}

impl Conflict {
    /// What was typed earlier into a field that holds something else by now.
    pub fn of_draft(place: usize, field: &Field) -> Self {
        let now = field.opened().to_owned();
        let shown = shown(field, &now);
        Self { field: Some(place), now, shown, fresh: None, at: 0 }
    }

    /// What another program wrote; none where the record is gone.
    fn of_clash(clash: Clash, fields: &[Field]) -> Option<Self> {
        let value = clash.now?;
        let place = fields.iter().position(|field| field.spec.key == clash.expected.column);
        let field = place.and_then(|place| fields.get(place));
        let now = text_of(&value, field.map(|field| &field.spec.kind));
        let shown = match field {
            Some(field) => shown(field, &now),
            None => unseen(&clash.expected, &now, fields),
        };
        let fresh = Some(Expected { value, ..clash.expected });
        Some(Self { field: place, now, shown, fresh, at: 0 })
    }

    /// It is about the worth of the account, which many records make up.
    fn is_worth(&self) -> bool {
        self.fresh.as_ref().is_some_and(|fresh| fresh.table == standing::TABLE)
    }

    /// The safe one first.
    pub fn answers(&self, fields: &[Field]) -> &'static [Answer] {
        let field = self.field.and_then(|place| fields.get(place));
        match field.map(|field| (&field.entry, field.text().is_empty() || self.now.is_empty())) {
            Some((Entry::Lines(_), false)) => &[Answer::Theirs, Answer::Mine, Answer::Both],
            _ => &[Answer::Theirs, Answer::Mine],
        }
    }
}

/// A text of the field in words.
fn shown(field: &Field, text: &str) -> String {
    let mut other = field.clone();
    other.set(text);
    let words = match &other.entry {
        Entry::Choice(choice) => choice.labels().join(", "),
        Entry::Line(_) | Entry::Lines(_) => text.to_owned(),
    };
    if words.is_empty() { "nothing".to_owned() } else { format!("“{words}”") }
}

/// What no field shows, in words: of which record where a field is named after it, and no numbers
/// that name records.
fn unseen(expected: &Expected, now: &str, fields: &[Field]) -> String {
    let column = expected.column;
    let now = match now {
        "" => "nothing",
        _ if column.ends_with("_id") => "another one",
        now => now,
    };
    let says = format!("{}: {now}", column.trim_end_matches("_id").replace('_', " "));
    let record = format!("{} {}", expected.table, expected.id.0);
    match fields.iter().find(|field| field.spec.key == record) {
        Some(field) => format!("{}, {says}", field.spec.label),
        None => says,
    }
}

/// The text that stands for a cell in a field of this kind.
fn text_of(value: &Value, kind: Option<&FieldKind>) -> String {
    match (value, kind) {
        (Value::Null, _) => String::new(),
        (Value::Text(text), _) => text.clone(),
        (Value::Real(number), _) => number.to_string(),
        (Value::Int(minor), Some(FieldKind::Amount(currency))) => {
            Money { minor: *minor, currency: *currency }.plain(*currency)
        }
        (Value::Int(number), Some(FieldKind::Choice { options, .. }))
            if options.iter().any(|option| option.key == "yes") =>
        {
            if *number == 0 {
                "no".to_owned()
            } else {
                "yes".to_owned()
            }
        }
        (Value::Int(number) | Value::Ref(number), _) => number.to_string(),
    }
}

impl Form {
    /// Another program has changed fields that were edited here: nothing was written, and each of
    /// them asks which of the two holds.
    pub fn clash(&mut self, clashes: Vec<Clash>) {
        for clash in clashes {
            match Conflict::of_clash(clash, &self.fields) {
                Some(conflict) => self.conflicts.push(conflict),
                None => {
                    self.failure = Some(
                        "this is no longer in the book: another program, or an undo, removed it"
                            .to_owned(),
                    );
                }
            }
        }
        self.saves_again = !self.conflicts.is_empty();
        self.ask_next();
    }

    /// The account whose worth others have changed, where that is asked about.
    #[must_use]
    pub fn asks_worth(&self) -> Option<Id> {
        let asks = self.conflicts.iter().any(Conflict::is_worth);
        self.subject.account().filter(|_| asks)
    }

    /// Takes over what the account is worth by now, which another figure is reckoned from.
    pub fn learn_worth(&mut self, now: Dossier) {
        let Some(held) = &mut self.facts.dossier else { return };
        held.records.revenue = now.records.revenue;
        held.standing.arr = now.standing.arr;
        let Ok(spec) = kind::spec(&self.subject, &self.facts) else { return };
        for conflict in self.conflicts.iter_mut().filter(|conflict| conflict.is_worth()) {
            let field = conflict.field.and_then(|place| self.fields.get(place));
            let Some(field) = field else { continue };
            if let Some(new) = spec.fields.iter().find(|new| new.key == field.spec.key) {
                conflict.now.clone_from(&new.text);
                conflict.shown = shown(field, &new.text);
            }
        }
    }

    /// The focus to the field of the next question.
    pub(super) fn ask_next(&mut self) {
        if let Some(place) = self.conflicts.first().and_then(|conflict| conflict.field) {
            self.focus = place;
        }
        self.view.follows = true;
    }

    /// A key while something is asked.
    pub(super) fn answer_by(&mut self, action: Option<Action>) -> Outcome {
        let Some(conflict) = self.conflicts.first_mut() else { return Outcome::Stays };
        let last = conflict.answers(&self.fields).len() - 1;
        match action {
            Some(Action::Left | Action::Up | Action::PreviousField) => {
                conflict.at = conflict.at.saturating_sub(1);
            }
            Some(Action::Right | Action::Down) => conflict.at = (conflict.at + 1).min(last),
            Some(Action::NextField) => {
                conflict.at = if conflict.at < last { conflict.at + 1 } else { 0 }
            }
            Some(Action::Open | Action::Mark) => {
                let at = conflict.at;
                return self.answer(at);
            }
            Some(Action::Back) => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    /// Takes an answer to the first question.
    pub(super) fn answer(&mut self, at: usize) -> Outcome {
        if self.conflicts.is_empty() {
            return Outcome::Stays;
        }
        let conflict = self.conflicts.remove(0);
        let answer = conflict.answers(&self.fields).get(at).copied().unwrap_or(Answer::Theirs);
        match conflict.field.and_then(|place| self.fields.get_mut(place)) {
            Some(field) => {
                let mine = field.text().to_owned();
                match answer {
                    Answer::Theirs => field.holds(&conflict.now),
                    Answer::Mine => {
                        field.holds(&conflict.now);
                        field.set(&mine);
                    }
                    Answer::Both => {
                        field.holds(&conflict.now);
                        field.set(&format!("{}\n{mine}", conflict.now));
                    }
                }
            }
            // Nothing in this form could show it: leaving it as it is means leaving the form.
            None if answer != Answer::Mine => return Outcome::Closes,
            None => {}
        }
        self.known.extend(conflict.fresh);
        if !self.conflicts.is_empty() {
            self.ask_next();
            return Outcome::Stays;
        }
        if std::mem::take(&mut self.saves_again) { self.save() } else { Outcome::Stays }
    }
}
