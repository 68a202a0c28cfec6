//! Texts, and what they change.

use super::block::paste;
use super::*;
use crate::domain::account::contract::NoticeUnit;
use crate::domain::record::RowChange;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A Sunday.
fn ground() -> Ground {
    Ground { today: day("2026-11-22"), order: Order::DayFirst, base: Currency::EUR }
}

/// Contoso: €940k, ends 31 Mar 2027, three months, renews by itself, strategic, onboarding, calls
/// Dana on Friday.
fn contoso() -> Basics {
    let mut contract = Contract::of(Id(1));
    contract.id = Id(5);
    contract.starts_on = Some(day("2024-04-01"));
    contract.ends_on = Some(day("2027-03-31"));
    contract.notice_count = Some(3);
    contract.notice_unit = Some(NoticeUnit::Months);
    contract.auto_renews = Some(true);
    let mut step = Step::titled("Call Dana", Some(day("2026-11-27")), day("2026-11-01"));
    step.id = Id(9);
    step.account_id = Some(Id(1));
    let euros = Money { minor: 94_000_000, currency: Currency::EUR };
    Basics {
        tier: Some(Tier::Strategic),
        stage: Some(Stage::Onboarding),
        revenue: Held { now: Some(euros), begun: true, opening: Some(Id(3)) },
        worth: Some(euros),
        contract: Some(contract),
        cycle: Some(Id(4)),
        step: Some(step),
        ..Basics::bare(Id(1), "Contoso")
    }
}

fn one(of: &Basics, column: Column, text: &str, way: Way) -> Entry {
    enter(&[Cell { of, column, text, way }], ground())
}

/// What a text means, `=` where it says what stands there, or `! why not`.
fn means(of: &Basics, column: Column, text: &str) -> String {
    match one(of, column, text, Way::Anew).made.remove(0) {
        Made::Said(said) => said.means,
        Made::AsItIs => "=".to_owned(),
        Made::Wrong(why) => format!("! {why}"),
    }
}

/// The changes, as `table: column=cell, …`.
fn changes(entry: &Entry) -> Vec<String> {
    let told = |(column, value): (&str, &Value)| match value {
        Value::Null => format!("{column}=–"),
        Value::Int(number) | Value::Ref(number) => format!("{column}={number}"),
        Value::Text(text) => format!("{column}={text}"),
        Value::Real(number) => format!("{column}={number}"),
    };
    let row = |change: &crate::domain::change::Change| match change.row() {
        RowChange::Insert { table, columns, values, .. } => {
            let cells = columns.iter().copied().zip(&values);
            let cells = cells.filter(|(_, value)| **value != Value::Null);
            format!("+{table}: {}", cells.map(told).collect::<Vec<_>>().join(", "))
        }
        RowChange::Update { table, id, set } => {
            let cells = set.iter().map(|(column, value)| (*column, value));
            format!("{table} {}: {}", id.0, cells.map(told).collect::<Vec<_>>().join(", "))
        }
        RowChange::Delete { table, id } => format!("-{table} {}", id.0),
    };
    entry.changes.iter().map(row).collect()
}

#[test]
fn every_column_has_its_row_and_reads_what_it_tells() {
    let told: Vec<Column> = COLUMNS.iter().map(|spec| spec.column).collect();
    assert_eq!(told, Column::ALL);
    let (contoso, acme) = (contoso(), Basics::bare(Id(2), "Acme"));
    for spec in COLUMNS {
        assert_eq!(spec.column.spec().title, spec.title);
        let typed = (spec.typed)(&contoso, Currency::EUR).expect("a text");
        assert_eq!(means(&contoso, spec.column, &typed), "=", "{typed}");
        assert!((spec.shown)(&contoso, ground().today).is_some(), "{}", spec.title);
        assert_eq!((spec.typed)(&acme, Currency::EUR), None);
        assert_eq!((spec.shown)(&acme, ground().today), None);
    }
}

#[test]
fn a_text_says_what_it_means_or_why_it_cannot() {
    use Column::{Arr, Auto, Ends, Notice, Stage, Step, Tier};
    let (contoso, acme) = (contoso(), Basics::bare(Id(2), "Acme"));
    for (of, column, text, wanted) in [
        (&contoso, Arr, "1.2m", "€1,200,000 a year, was €940k"),
        (&contoso, Arr, "0", "nothing any more, was €940k"),
        (&contoso, Arr, "940k", "="),
        (&contoso, Arr, "$5k", "! until now it paid in EUR: two entries in the Money tab"),
        (&contoso, Arr, "-5", "! what it pays a year, 0 or more"),
        (&contoso, Arr, "soon", "! an amount, as 64000, 940k, 1.2m or 64000 USD"),
        (&acme, Arr, "$5k", "$5,000 a year"),
        (&acme, Arr, "?", "="),
        (&contoso, Ends, "30 jun", "Wed 30 Jun 2027, in 7 mo; notice by 30 Mar"),
        (&contoso, Ends, "31 mar", "="),
        (&contoso, Ends, "1 apr 24", "! the end comes after the start of the contract"),
        (&contoso, Ends, "30 febr", "! a day, as 30 mar, 31.12.27, eoq or +6m"),
        (&acme, Ends, "eoy", "Thu 31 Dec 2026, in 39 d"),
        (&contoso, Notice, "6", "6 months; notice by 30 Sep"),
        (&contoso, Notice, "90", "90 days; notice by 31 Dec"),
        (&contoso, Notice, "2w", "2 weeks; notice by 17 Mar"),
        (&contoso, Notice, "soon", "! how long, as 3 months, 90 days or 6 weeks"),
        (&contoso, Auto, "n", "ends by itself"),
        (&contoso, Auto, "Y", "="),
        (&contoso, Auto, "maybe", "! y or n: does it renew by itself?"),
        (&contoso, Tier, "g", "growth"),
        (&contoso, Tier, "Maint", "maintenance"),
        (&contoso, Tier, "?", "none: judged as maintenance"),
        (&contoso, Tier, "x", "! s strategic, g growth or m maintenance"),
        (&contoso, Stage, "no", "notice given"),
        (&contoso, Stage, "none", "none"),
        (&contoso, Step, "fri", "="),
        (&contoso, Step, "mon", "moves to Mon 23 Nov, tomorrow: “Call Dana”"),
        (&contoso, Step, "call dana +2w", "moves to Sun 6 Dec, in 14 d: “Call Dana”"),
        (&contoso, Step, "fri send ROI", "new, by Fri 27 Nov, in 5 d: send ROI"),
        (&contoso, Step, "send ROI by 30 nov", "new, by Mon 30 Nov, in 8 d: send ROI"),
        (&contoso, Step, "16 nov ROI", "! that day is over"),
        (&acme, Step, "fri", "! what is to be done by then?"),
        (
            &acme,
            Step,
            "Ask for 3 names",
            "new, no day was said: by Sun 29 Nov, in 7 d: Ask for 3 names",
        ),
        (&acme, Step, "u", "! one letter is no step; for a key, as u: Esc, then ←"),
        (&acme, Step, "?", "! a step is done with Space, or dropped or deleted in the plan"),
    ] {
        assert_eq!(means(of, column, text), wanted, "{column} {text}");
    }
}

#[test]
fn an_entry_is_one_change_that_expects_what_it_edits() {
    use Column::{Arr, Auto, Ends, Notice, Stage, Step, Tier};
    let (contoso, acme) = (contoso(), Basics::bare(Id(2), "Acme"));
    for (of, column, text, label, wanted, expected) in [
        (
            &contoso,
            Arr,
            "1.2m",
            "Contoso: ARR €940k → €1.20M",
            "+revenue: account_id=1, on_date=2026-11-22, kind=expansion, amount=26000000, \
             currency=EUR",
            "standing 1 arr",
        ),
        (&contoso, Arr, "?", "Contoso: ARR not known", "-revenue 3", "standing 1 arr"),
        (
            &contoso,
            Ends,
            "30 jun",
            "Contoso: contract ends 30 Jun, act by 30 Mar",
            "contract 5: ends_on=2027-06-30",
            "contract 5 ends_on",
        ),
        (
            &contoso,
            Notice,
            "90 d",
            "Contoso: notice 90 days, act by 31 Dec",
            "contract 5: notice_count=90, notice_unit=days",
            "contract 5 notice_count, contract 5 notice_unit",
        ),
        (
            &contoso,
            Notice,
            "?",
            "Contoso: no notice recorded",
            "contract 5: notice_count=–, notice_unit=–",
            "contract 5 notice_count, contract 5 notice_unit",
        ),
        (
            &acme,
            Auto,
            "y",
            "Acme: renews by itself",
            "+contract: account_id=2, auto_renews=1, renewal=not started",
            "",
        ),
        (&contoso, Tier, "g", "Contoso: tier growth", "account 1: tier=growth", "account 1 tier"),
        (&contoso, Stage, "?", "Contoso: stage none", "account 1: stage=–", "account 1 stage"),
        (
            &contoso,
            Step,
            "1 dec",
            "Contoso: Call Dana moved to 1 Dec",
            "step 9: due_on=2026-12-01",
            "step 9 due_on",
        ),
        (
            &contoso,
            Step,
            "30 nov send ROI",
            "Contoso: send ROI by 30 Nov; “Call Dana” comes before it",
            "+step: account_id=1, plan_id=4, kind=step, title=send ROI, owner=me, \
             due_on=2026-11-30, first_due_on=2026-11-30, status=open, client_sees=0, \
             created_on=2026-11-22",
            "",
        ),
    ] {
        let entry = one(of, column, text, Way::Anew);
        let told: Vec<String> = entry
            .expected
            .iter()
            .map(|one| format!("{} {} {}", one.table, one.id.0, one.column))
            .collect();
        let found = (entry.label.as_str(), changes(&entry).join("; "), told.join(", "));
        assert_eq!(found, (label, wanted.to_owned(), expected.to_owned()), "{text}");
        assert_eq!(entry.account, Some(of.account));
    }
}

#[test]
fn a_step_that_is_mended_stays_the_step_it_was() {
    let contoso = contoso();
    let mended = one(&contoso, Column::Step, "27 nov Call Dana Wirth", Way::Mended);
    assert_eq!(changes(&mended), ["step 9: title=Call Dana Wirth"]);
    let mut late = contoso.clone();
    late.step.as_mut().expect("a step").due_on = Some(day("2026-11-16"));
    let mended = one(&late, Column::Step, "16 nov 2026 Ring Dana", Way::Mended);
    assert_eq!(changes(&mended), ["step 9: title=Ring Dana"], "it may stay late");
}

#[test]
fn what_fits_is_entered_together_and_what_does_not_leaves_nothing() {
    use Column::{Ends, Notice, Tier};
    let (contoso, acme) = (contoso(), Basics::bare(Id(2), "Acme"));
    let cell = |of, column, text| Cell { of, column, text, way: Way::Anew };
    let entry = enter(
        &[
            cell(&acme, Ends, "31 dec"),
            cell(&acme, Notice, "1 month"),
            cell(&contoso, Ends, "1 jan 20"),
            cell(&contoso, Tier, "s"),
            cell(&contoso, Notice, "1"),
        ],
        ground(),
    );
    assert_eq!(
        changes(&entry),
        [
            "+contract: account_id=2, ends_on=2026-12-31, notice_count=1, notice_unit=months, \
             renewal=not started",
            "contract 5: notice_count=1",
        ]
    );
    assert_eq!(entry.wrong(), Some("the end comes after the start of the contract"));
    assert_eq!((entry.label.as_str(), entry.account), ("Basics of 2 accounts", None));
    assert_eq!(entry.made[3], Made::AsItIs);
    let tiers = enter(&[cell(&acme, Tier, "m"), cell(&contoso, Tier, "m")], ground());
    assert_eq!(tiers.label, "Tier of 2 accounts");
}

#[test]
fn a_block_falls_to_the_right_and_down_and_says_what_does_not_fit() {
    let (contoso, acme) = (contoso(), Basics::bare(Id(2), "Acme"));
    let rows = [&contoso, &acme];
    let text = "ARR\tends\n1.2m\t30 jun\n\tsoon\n7\t8\n";
    let block = paste(text, &rows, (0, Column::Arr), 1, ground());
    let told: Vec<(usize, usize, Column, &str)> = block
        .cells
        .iter()
        .map(|cell| (cell.line, cell.row, cell.column, cell.text.as_str()))
        .collect();
    assert_eq!(
        told,
        [(2, 0, Column::Arr, "1.2m"), (2, 0, Column::Ends, "30 jun"), (3, 1, Column::Ends, "soon"),]
    );
    assert_eq!((block.fitting(), block.wrong(), block.entry.changes.len()), (2, 1, 2));
    assert_eq!(
        block.notes,
        [
            "The first line holds titles; it is left out.",
            "1 line falls below the last account; it is left out.",
        ]
    );
    let one = paste("\"g\"\r\n", &rows, (0, Column::Tier), 2, ground());
    assert_eq!(changes(&one.entry), ["account 1: tier=growth", "account 2: tier=growth"]);
    let returns = paste("m\rm\r", &rows, (0, Column::Tier), 1, ground());
    assert_eq!(returns.fitting(), 2, "as a terminal hands it over");
    let named = paste("Contoso\t5\nAcme\t6", &rows, (0, Column::Arr), 1, ground());
    assert!(named.notes[0].starts_with("It holds names"), "{:?}", named.notes);
    let beyond = paste("a\tb", &rows, (1, Column::Step), 1, ground());
    assert_eq!(beyond.notes, ["Columns right of “next step” are left out."]);
    let gap = paste("\n64k\n", &rows, (0, Column::Arr), 1, ground());
    assert_eq!((gap.cells[0].row, gap.notes.len()), (1, 0), "an empty first cell is no title");
}
