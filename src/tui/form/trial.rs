//! A form filled in without a screen, for the tests: opened, typed into, saved.

use super::facts::Facts;
use super::kind;
use super::spec::{FieldSpec, Spec};
use super::subject::Subject;
use super::values::{FieldError, Values};
use crate::desk::Commit;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::when::Order;
use crate::tui::screen::book::fixture;

/// What a form knows of Contoso, or of no account.
pub fn facts(dossier: Option<Dossier>) -> Facts {
    Facts {
        today: fixture::today(),
        base: Currency::EUR,
        order: Order::DayFirst,
        accounts: vec![(Id(1), "Contoso".to_owned()), (Id(2), "Litware".to_owned())],
        dossier,
        talk: None,
        talk_people: Vec::new(),
        step_people: Vec::new(),
        contact: None,
        step: None,
        advice: Vec::new(),
        cells: None,
        tier: None,
        dues: Vec::new(),
        cycles: Vec::new(),
        setting: None,
        colleagues: Vec::new(),
        rules: Rules::default(),
    }
}

/// The commit, or what is wrong; texts that are not named stand as they were opened.
pub fn saved(
    subject: &Subject,
    facts: &Facts,
    typed: &[(&str, &str)],
) -> Result<Commit, Vec<FieldError>> {
    let texts = texts(subject, facts, typed);
    let values = Values::new(&texts, facts.today).in_order(facts.order);
    kind::save(subject, facts, &values).ok_or_else(|| values.errors())
}

/// What stands in the fields once this is typed.
fn texts(subject: &Subject, facts: &Facts, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let spec = kind::spec(subject, facts).expect("a form");
    for (key, _) in typed {
        assert!(spec.fields.iter().any(|field| field.key == *key), "no field {key}");
    }
    let text = |field: FieldSpec| {
        let typed = typed.iter().find(|(key, _)| *key == field.key);
        (field.key, typed.map_or(field.text, |(_, text)| (*text).to_owned()))
    };
    spec.fields.into_iter().map(text).collect()
}

/// The field that is wrong.
#[track_caller]
pub fn wrong(subject: &Subject, facts: &Facts, typed: &[(&str, &str)]) -> String {
    let errors = saved(subject, facts, typed).expect_err("an error");
    errors.first().map(|error| error.key.clone()).unwrap_or_default()
}

/// One form about Contoso, for several tries.
#[derive(Debug)]
pub struct Trial {
    pub subject: Subject,
    pub facts: Facts,
}

impl Trial {
    pub fn new(subject: Subject) -> Self {
        Self { subject, facts: facts(Some(fixture::dossier())) }
    }

    pub fn spec(&self) -> Spec {
        kind::spec(&self.subject, &self.facts).expect("the record is there")
    }

    /// What stands in a field at first.
    pub fn text(&self, key: &str) -> String {
        let fields = self.spec().fields;
        fields.iter().find(|field| field.key == key).expect(key).text.clone()
    }

    /// About Contoso where it pays 940,000 euros a year.
    pub fn paid(subject: Subject) -> Self {
        let mut trial = Self::new(subject);
        let records = &mut trial.facts.dossier.as_mut().expect("an account").records;
        records.revenue = vec![Revenue {
            id: Id(1),
            account_id: Id(1),
            on_date: "2024-04-01".parse().expect("a day"),
            kind: RevenueKind::Opening,
            amount: 94_000_000,
            currency: Currency::EUR,
            note: None,
        }];
        trial
    }

    /// What is said under the fields while this is typed.
    pub fn said(&self, typed: &[(&str, &str)]) -> String {
        let texts = texts(&self.subject, &self.facts, typed);
        let values = Values::new(&texts, self.facts.today);
        let says = kind::says(&self.subject, &self.facts, &values);
        says.into_iter().map(|(_, text)| text).collect()
    }

    /// The commit, or what is wrong as `field: message`.
    pub fn fill(&self, typed: &[(&str, &str)]) -> Result<Commit, Vec<String>> {
        let told = |errors: Vec<FieldError>| {
            errors.into_iter().map(|error| format!("{}: {}", error.key, error.message)).collect()
        };
        saved(&self.subject, &self.facts, typed).map_err(told)
    }
}
