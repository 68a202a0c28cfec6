//! A form about the account of the drawings, filled in by a test.

use crate::desk::Commit;
use crate::tui::form::facts::Facts;
use crate::tui::form::kind;
use crate::tui::form::spec::Spec;
use crate::tui::form::subject::Subject;
use crate::tui::form::values::{FieldError, Values};
use crate::tui::screen::book::fixture;

pub struct Trial {
    pub subject: Subject,
    pub facts: Facts,
}

impl Trial {
    pub fn new(subject: Subject) -> Self {
        let rows = fixture::book().rows;
        let facts = Facts {
            today: fixture::today(),
            base: crate::domain::money::Currency::EUR,
            accounts: rows.into_iter().map(|row| (row.account, row.name)).collect(),
            dossier: Some(fixture::dossier()),
            talk: None,
            talk_people: Vec::new(),
            step_people: Vec::new(),
            contact: None,
            step: None,
        };
        Self { subject, facts }
    }

    pub fn spec(&self) -> Spec {
        kind::spec(&self.subject, &self.facts).expect("the record is there")
    }

    /// What stands in a field at first.
    pub fn text(&self, key: &str) -> String {
        let fields = self.spec().fields;
        fields.iter().find(|field| field.key == key).expect(key).text.clone()
    }

    /// Saves the form with these fields typed over; what is wrong comes back by key.
    pub fn fill(&self, typed: &[(&str, &str)]) -> Result<Commit, Vec<String>> {
        let fields = self.spec().fields;
        for (key, _) in typed {
            assert!(fields.iter().any(|field| field.key == *key), "no field is called {key}");
        }
        let text = |key: &str| typed.iter().find(|(one, _)| *one == key).map(|(_, text)| *text);
        let texts: Vec<(String, String)> = fields
            .into_iter()
            .map(|field| {
                let text = text(&field.key).map_or(field.text, ToOwned::to_owned);
                (field.key, text)
            })
            .collect();
        let values = Values::new(&texts, self.facts.today);
        let commit = kind::save(&self.subject, &self.facts, &values);
        let wrong = |error: FieldError| format!("{}: {}", error.key, error.message);
        commit.ok_or_else(|| values.errors().into_iter().map(wrong).collect())
    }
}
