//! Rows of the journal, and what is said of them.

use super::*;

fn image(cells: &[(&str, Value)]) -> Image {
    cells.iter().map(|(column, value)| ((*column).to_owned(), value.clone())).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn row(table: &'static str, before: Option<Image>, after: Option<Image>) -> Row {
    let did = match (&before, &after) {
        (None, _) => Did::Added,
        (_, None) => Did::Removed,
        _ => Did::Edited,
    };
    Row { table, key: 7, before, after, did }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn told(rows: Vec<Row>) -> Vec<String> {
    let names = HashMap::from([
        (("contact", 31), "Dana Reed".to_owned()),
        (("contact", 32), "K. Ott".to_owned()),
    ]);
    let written = Written {
        step: 12,
        on: date("2026-11-13"),
        at: "2026-11-13T09:00:00Z".to_owned(),
        label: "Edit".to_owned(),
        kind: "edit".to_owned(),
        undoes: None,
        undone: None,
        rows,
    };
    let entry = entry(&written, &names, date("2026-11-22"));
    entry.changes.iter().map(Changed::told).chain(entry.counted).collect()
}

#[test]
fn an_edit_is_told_field_by_field_with_names_and_without_numbers() {
    let before = image(&[
        ("title", text("Send ROI")),
        ("due_on", text("2026-11-22")),
        ("contact_id", Value::Null),
        ("client_sees", Value::Int(0)),
        ("created_on", text("2026-11-01")),
    ]);
    let mut after = before.clone();
    after.insert("due_on".to_owned(), text("2027-01-05"));
    after.insert("contact_id".to_owned(), Value::Int(31));
    after.insert("client_sees".to_owned(), Value::Int(1));
    assert_eq!(
        told(vec![row("step", Some(before.clone()), Some(after))]),
        [
            "step “Send ROI”: client sees: no → yes, contact: – → Dana Reed, due: 22 Nov → 5 Jan 2027"
        ]
    );
    let mut quiet = before.clone();
    quiet.insert("created_on".to_owned(), text("2026-11-02"));
    assert!(told(vec![row("step", Some(before), Some(quiet))]).is_empty());
}

#[test]
fn amounts_and_notices_are_told_with_their_unit() {
    let amount = |minor: i64, code: &str| {
        image(&[
            ("kind", text("expansion")),
            ("amount", Value::Int(minor)),
            ("currency", text(code)),
        ])
    };
    for (before, after, said) in [
        (amount(94_000_000, "EUR"), amount(120_000_000, "EUR"), "amount: €940k → €1.20M"),
        (amount(94_000_000, "EUR"), amount(94_000_050, "EUR"), "amount: €940000 → €940000.5"),
        (amount(94_000_000, "EUR"), amount(94_000_000, "USD"), "amount: €940k → $940k"),
    ] {
        let said = format!("revenue entry “expansion”: {said}");
        assert_eq!(told(vec![row("revenue", Some(before), Some(after))]), [said]);
    }
    let notice = |count: i64, unit: &str| {
        image(&[("notice_count", Value::Int(count)), ("notice_unit", text(unit))])
    };
    assert_eq!(
        told(vec![row("contract", Some(notice(60, "days")), Some(notice(3, "months")))]),
        ["contract: notice: 60 days → 3 months"]
    );
}

#[test]
fn who_took_part_is_told_with_the_talk_that_came() {
    let talk = image(&[
        ("summary", text("budget talk")),
        ("kind", text("call")),
        ("on_date", text("2026-11-10")),
        ("mood", Value::Int(-1)),
    ]);
    let person = |talk: i64, contact: i64| {
        image(&[("talk_id", Value::Int(talk)), ("contact_id", Value::Int(contact))])
    };
    assert_eq!(
        told(vec![
            row("talk", None, Some(talk)),
            row("talk_person", None, Some(person(7, 31))),
            row("talk_person", None, Some(person(7, 32))),
            row("talk_person", None, Some(person(8, 32))),
        ]),
        [
            "new talk “budget talk”: call, 10 Nov, mood −1, with Dana Reed and K. Ott",
            "new who took part “K. Ott”"
        ]
    );
    let gone = image(&[("name", text("K. Ott")), ("title", text("CFO")), ("level", Value::Null)]);
    assert_eq!(told(vec![row("contact", Some(gone), None)]), ["gone: contact “K. Ott”: CFO"]);
}

#[test]
fn what_an_import_brought_is_counted() {
    let mut rows = vec![row("account", None, None)];
    rows.extend((0..12).map(|_| row("contact", None, None)));
    rows.extend((0..3).map(|_| row("talk_person", None, None)));
    assert_eq!(told(rows), ["added: 1 account, 12 contacts"]);
}
