//! What a quarter is to bring; nothing typed takes the target away.

use crate::desk::{Act, Commit};
use crate::domain::forecast::quarter::Quarter;
use crate::domain::forecast::target;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;

const KEY: &str = "amount";

fn quarter(subject: &Subject, facts: &Facts) -> Option<Quarter> {
    let Subject::Target { quarter } = subject else { return None };
    Quarter::typed(quarter, facts.today)
}

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let quarter = quarter(subject, facts)?;
    let set = facts.setting.as_ref().and_then(target::read);
    let text = set.map_or_else(String::new, |set| set.plain(facts.base));
    let field = FieldSpec::new(KEY, "target", FieldKind::Amount(facts.base), text)
        .hint("1.2m; empty: none");
    let lead = vec![
        "What it is to bring a year: renewals at their chance and expansion that is won."
            .to_owned(),
    ];
    Some(Spec { title: format!("Target of {}", quarter.title()), lead, fields: vec![field] })
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let quarter = quarter(subject, facts)?;
    let wanted = values.amount(KEY, facts.base);
    if wanted.is_some_and(|wanted| wanted.minor <= 0) {
        values.wrong(KEY, "more than nothing; empty takes the target away");
    }
    let (changes, expected) = target::written(facts.setting.as_ref(), quarter, wanted);
    let act = Act::edit(target::label(quarter, wanted), None);
    Some(Commit::new(act, changes).expecting(expected))
}
