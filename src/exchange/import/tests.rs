//! The import as a whole, over a book in memory.

use super::field::Kind;
use super::preview::Counts;
use super::trial::{import, input, options, options_as, today};
use super::{Input, Options, encoding, preview};
use crate::domain::account::Status;
use crate::domain::book::known::Known;
use crate::domain::cell::Id;
use crate::domain::contact::Level;
use crate::domain::plan::step::StepStatus;
use crate::domain::revenue::RevenueKind;
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::talk::TalkKind;
use chrono::NaiveDate;

const ACCOUNTS: &str = include_str!("../../../tests/fixture/import/Account.csv");
const CONTACTS: &str = include_str!("../../../tests/fixture/import/Contact.csv");
const OPPORTUNITIES: &str = include_str!("../../../tests/fixture/import/Opportunity.csv");
const TASKS: &str = include_str!("../../../tests/fixture/import/Task.csv");

/// The order is the user's, not the one in which they depend on each other.
const ALL: [(&str, &str); 4] = [
    ("Task.csv", TASKS),
    ("Opportunity.csv", OPPORTUNITIES),
    ("Contact.csv", CONTACTS),
    ("Account.csv", ACCOUNTS),
];

fn new(new: usize) -> Counts {
    Counts { new, ..Counts::default() }
}

fn same(same: usize) -> Counts {
    Counts { same, ..Counts::default() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn a_crm_export_comes_in_whole_and_again_changes_nothing() {
    let mut known = Known::default();
    let first = import(&mut known, &ALL, &options());
    assert_eq!(first.refused_rows, []);
    assert_eq!(first.by_kind["account"], new(4));
    assert_eq!(first.by_kind["contact"], new(5));
    assert_eq!(first.by_kind["opportunity"], new(3));
    assert_eq!(first.by_kind["task"], new(5));
    assert_eq!((first.prospects, first.unlinked.contacts, first.old_tasks), (1, 1, 1));
    let before = known.clone();
    let again = import(&mut known, &ALL, &options());
    assert_eq!(again.total, same(17));
    assert!(again.is_empty(), "{:?}", again.changes);
    assert_eq!(known, before);
    // Days pass, and the file is still the same.
    let later = Options { today: today() + chrono::Duration::days(400), ..options() };
    assert_eq!(import(&mut known, &ALL, &later).total, same(17));
}

#[test]
fn what_the_files_say_is_what_the_book_holds() {
    let mut known = Known::default();
    import(&mut known, &ALL, &options());
    let account = |name: &str| {
        known.accounts.iter().find(|one| one.name == name).expect("the account").clone()
    };
    let pebeo = account("Pébéo of America");
    assert_eq!(pebeo.turnover, Some(675_956_050));
    assert_eq!((pebeo.employees, pebeo.status), (Some(577), Status::Active));
    assert_eq!(pebeo.created_on, today());
    assert!(known.revenue.is_empty(), "what the client turns over is not what it pays us");
    assert_eq!(account("Juárez, \"Best\" PLC").status, Status::Prospect);
    let contact = |name: &str| {
        known.contacts.iter().find(|one| one.name == name).expect("the contact").clone()
    };
    let dana = contact("Dana Lee");
    assert_eq!(dana.account_id, Some(pebeo.id));
    assert_eq!(dana.verified_on, Some(day("2026-10-02")));
    assert_eq!((dana.level, dana.title.as_deref()), (None, Some("CFO")));
    let sam = contact("Sam O'Neil");
    assert_eq!(
        sam.verified_on,
        Some(day("2024-01-23")),
        "never active: the day of the last change"
    );
    assert_eq!(sam.reports_to, Some(dana.id), "named below in the file");
    assert_eq!(contact("Lonely Lead").employer.as_deref(), Some("Nobody & Sons"));
    let sum: i64 = known.opportunities.iter().filter_map(|one| one.amount).sum();
    assert_eq!(sum, 112_474_115 + 50_000_000 + 10);
    let stages: Vec<_> = known.opportunities.iter().map(|one| one.stage).collect();
    let expected = [OpportunityStage::Won, OpportunityStage::Proposed, OpportunityStage::Lost];
    assert_eq!(stages, expected);
    assert_eq!(known.opportunities[1].crm_stage.as_deref(), Some("Proposal/Quote"));
}

#[test]
fn tasks_become_steps_and_talks() {
    let mut known = Known::default();
    import(&mut known, &ALL, &options());
    let status =
        |title: &str| known.steps.iter().find(|step| step.title == title).expect("the step").status;
    assert_eq!(status("Old errand"), StepStatus::Old);
    assert_eq!(status("Late by 90 days"), StepStatus::Open);
    assert_eq!(status("Prepare the offer"), StepStatus::Doing);
    let talk = known.talks.first().expect("the closed task");
    assert_eq!((talk.kind, talk.two_way), (TalkKind::Call, false));
    assert_eq!(talk.on_date.to_string(), "2026-11-10");
    let of_opportunity =
        known.steps.iter().find(|step| step.title == "About the deal").expect("the step");
    assert_eq!(of_opportunity.account_id, known.opportunities[0].account_id);
}

#[test]
fn ids_that_differ_only_in_case_stay_apart() {
    let mut known = Known::default();
    let text = "Id,Name,BillingCity\n001Ab,One,X\n001AB,Two,X\n001ab,Three,X\n";
    assert_eq!(import(&mut known, &[("a.csv", text)], &options()).total, new(3));
    assert_eq!(import(&mut known, &[("a.csv", text)], &options()).total, same(3));
}

#[test]
fn a_file_that_says_something_new_changes_only_that() {
    let mut known = Known::default();
    import(&mut known, &ALL, &options());
    let changed = CONTACTS.replace("CFO", "CEO").replace("dana@pebeo.example", "d@pebeo.example");
    known.contacts.iter_mut().for_each(|one| {
        if one.name == "Dana Lee" {
            one.title = Some("Chief Financial Officer".to_owned());
        }
    });
    let told = import(&mut known, &[("Contact.csv", &changed)], &options());
    assert_eq!(told.total, Counts { changed: 1, same: 4, ..Counts::default() });
    let stays: Vec<_> = told.stays.iter().map(|one| (one.line, one.stays.field)).collect();
    assert_eq!(stays, [(2, "title")], "the user's own title is asked about, not lost");
    let dana = known.contacts.iter().find(|one| one.name == "Dana Lee").expect("Dana");
    assert_eq!(dana.title.as_deref(), Some("Chief Financial Officer"));
    assert_eq!(dana.email.as_deref(), Some("d@pebeo.example"));
    let again = import(&mut known, &[("Contact.csv", &changed)], &options());
    assert_eq!(again.total, Counts { unclear: 1, same: 4, ..Counts::default() });
    assert!(again.is_empty());
}

#[test]
fn a_file_with_fewer_columns_takes_nothing_away_but_an_emptied_cell_does() {
    let mut known = Known::default();
    let whole = "Id,Name,BillingCity,Phone\n1,Acme,Bonn,123\n";
    import(&mut known, &[("Account.csv", whole)], &options());
    let fewer = "Id,Name,BillingCity\n1,Acme,Bonn\n";
    assert_eq!(import(&mut known, &[("Account.csv", fewer)], &options()).total, same(1));
    assert_eq!(import(&mut known, &[("Account.csv", whole)], &options()).total, same(1));
    assert_eq!(known.accounts[0].phone.as_deref(), Some("123"));
    let emptied = "Id,Name,BillingCity,Phone\n1,Acme,Bonn,\n";
    assert_eq!(import(&mut known, &[("Account.csv", emptied)], &options()).total.changed, 1);
    assert_eq!(known.accounts[0].phone, None);
}

#[test]
fn an_open_task_that_was_closed_is_done() {
    let mut known = Known::default();
    import(&mut known, &ALL, &options());
    let closed = TASKS.replace("In Progress", "Completed");
    let later = Options { today: today() + chrono::Duration::days(200), ..options() };
    assert_eq!(import(&mut known, &[("Task.csv", &closed)], &later).total.changed, 1);
    let step = known.steps.iter().find(|one| one.title == "Prepare the offer").expect("the step");
    assert_eq!((step.status, step.done_on), (StepStatus::Done, Some(later.today)));
}

#[test]
fn contacts_that_came_before_their_account_are_linked_later() {
    let mut known = Known::default();
    let first = import(&mut known, &[("Contact.csv", CONTACTS)], &options());
    assert_eq!(first.unlinked.contacts, 5);
    let then = import(&mut known, &ALL, &options());
    assert_eq!(then.by_kind["contact"], Counts { changed: 4, same: 1, ..Counts::default() });
    assert_eq!(then.unlinked.contacts, 1);
}

#[test]
fn a_header_alone_is_told() {
    let accounts = Options { kind: Some(Kind::Account), ..options() };
    let told = import(&mut Known::default(), &[("firms.csv", "Id,Name\n")], &accounts);
    assert_eq!(told.notes, ["firms.csv: no row stands under the header"]);
}

#[test]
fn levels_are_read_as_people_write_them() {
    let mut known = Known::default();
    let people = "Name,Level\nA,Users\nB,Decision-maker\nC,tactical\nD,boss\n";
    let told = import(
        &mut known,
        &[("people.csv", people)],
        &Options { kind: Some(Kind::Contact), ..options() },
    );
    let levels: Vec<_> = known.contacts.iter().filter_map(|one| one.level).collect();
    assert_eq!(levels, [Level::User, Level::DecisionMaker, Level::Influencer]);
    assert_eq!(told.refused_rows[0].column.as_deref(), Some("level"));
}

#[test]
fn accounts_of_another_source_are_named_with_the_way_to_tie_them() {
    let mut known = Known::default();
    let accounts = options_as(Kind::Account, "Id=id,Name=name");
    import(&mut known, &[("firms.csv", "Id,Name\nA1,Acme\n")], &accounts);
    let people = [("people.csv", "Id,AccountId,LastName,FirstName\nC1,A1,Doe,Jane\n")];
    let told = import(&mut known.clone(), &people, &options());
    assert_eq!(told.unlinked.contacts, 1);
    assert_eq!(told.notes.len(), 1, "{:?}", told.notes);
    assert!(told.notes[0].contains("--source csv"), "{:?}", told.notes);
    let tied = Options { source: Some("csv".to_owned()), ..options() };
    let told = import(&mut known, &people, &tied);
    assert_eq!((told.unlinked.contacts, told.notes.len()), (0, 0));
    assert_eq!(known.contacts[0].account_id, Some(known.accounts[0].id));
}

#[test]
fn a_record_made_by_hand_is_found_by_its_key_and_only_filled() {
    let mut known = Known::default();
    let text = "Firm,Site,Town\nAcme Inc,acme.com,Bonn\n";
    let by_hand = options_as(Kind::Account, "Firm=name,Site=website,Town=city");
    import(&mut known, &[("hand.csv", text)], &by_hand);
    known.external_ids.clear();
    let export = "Id,Name,Website,BillingCity,Industry\n\
                  001,ACME Incorporated,https://www.acme.com/,Berlin,Steel\n";
    let told = import(&mut known, &[("Account.csv", export)], &options());
    assert_eq!(told.total, Counts { changed: 1, ..Counts::default() });
    let acme = known.accounts.first().expect("one account");
    assert_eq!(known.accounts.len(), 1);
    assert_eq!((acme.name.as_str(), acme.city.as_deref()), ("Acme Inc", Some("Bonn")));
    assert_eq!(acme.industry.as_deref(), Some("Steel"));
    assert_eq!(import(&mut known, &[("Account.csv", export)], &options()).total, same(1));
}

#[test]
fn two_accounts_of_one_name_are_two_by_their_ids_and_unclear_without() {
    let mut known = Known::default();
    let ids = "Id,Name,BillingCity\n001,Acme,Bonn\n002,Acme,Rome\n";
    assert_eq!(import(&mut known, &[("a.csv", ids)], &options()).total, new(2));
    let plain = Options { kind: Some(Kind::Account), ..options() };
    let text = "name,city\nAcme,Bonn\nOther,Rome\n";
    let told = import(&mut known, &[("b.csv", text)], &plain);
    assert_eq!(told.total, Counts { new: 1, unclear: 1, ..Counts::default() });
    assert_eq!(told.unclear_rows[0].line, Some(2));
    let shared = "name,city\nTwin,Bonn\nTwin,Rome\nSolo,Ulm\nSolo,Ulm\n";
    let told = import(&mut known, &[("c.csv", shared)], &plain);
    assert_eq!(told.total, Counts { new: 1, same: 1, unclear: 2, ..Counts::default() });
}

#[test]
fn an_address_that_many_share_is_no_key() {
    let mut known = Known::default();
    let people = options_as(Kind::Contact, "");
    let text = "name,email,company\nAnn,info@acme.com,Acme\nBob,info@acme.com,Acme\n";
    assert_eq!(import(&mut known, &[("p.csv", text)], &people).total, new(2));
    assert_eq!(import(&mut known, &[("p.csv", text)], &people).total, same(2));
    assert_eq!(known.contacts.len(), 2);
}

#[test]
fn a_spreadsheet_brings_arr_and_the_end_of_the_contract() {
    let mut known = Known::default();
    let sheet = options_as(Kind::Account, "Kunde=name,ARR (EUR)=arr,Ende=ends on");
    let text = "Kunde;ARR (EUR);Ende\nContoso;940.000,00;31.03.2027\nLitware;64.400,50;\n";
    let told = import(&mut known, &[("list.csv", text)], &sheet);
    assert_eq!(told.total, new(2));
    let amounts: Vec<_> = known.revenue.iter().map(|entry| (entry.kind, entry.amount)).collect();
    let opening = RevenueKind::Opening;
    assert_eq!(amounts, [(opening, 94_000_000), (opening, 6_440_050)]);
    assert_eq!(known.contracts.len(), 1);
    assert_eq!(known.contracts[0].ends_on, Some(day("2027-03-31")));
    assert_eq!(known.contracts[0].account_id, known.accounts[0].id);
    assert_eq!(import(&mut known, &[("list.csv", text)], &sheet).total, same(2));
    let grown = text.replace("940.000", "990.000");
    assert_eq!(import(&mut known, &[("list.csv", &grown)], &sheet).total.changed, 1);
    assert_eq!(known.revenue.last().map(|entry| entry.amount), Some(5_000_000));
}

#[test]
fn bad_rows_are_named_and_the_rest_goes_in() {
    let mut known = Known::default();
    let people = options_as(Kind::Contact, "level=level");
    let text = "name,level,birthday,email\n\
                Ann,decision maker,1970-02-28,\n\
                Bob,boss,,\n\
                Cy,user,1970-02-30,\n\
                ,user,,x@y.z\n\
                Di,user\n\
                Ed,user,,,extra\n\
                Flo,USER,,\n\
                Gil,user,,\"never closed\n\
                Hal,user,,\n";
    let told = import(&mut known, &[("p.csv", text)], &people);
    assert_eq!(told.total, Counts { new: 2, refused: 6, ..Counts::default() });
    let named: Vec<_> =
        told.refused_rows.iter().map(|one| (one.line, one.column.as_deref())).collect();
    let expected = [
        (Some(3), Some("level")),
        (Some(4), Some("birthday")),
        (Some(5), Some("name")),
        (Some(6), None),
        (Some(7), None),
        (Some(9), None),
    ];
    assert_eq!(named, expected);
    assert!(told.refused_rows.iter().all(|one| one.file == "p.csv" && !one.reason.is_empty()));
}

#[test]
fn files_that_cannot_be_read_do_not_stop_the_others() {
    let empty = Input { name: "empty.csv".to_owned(), text: encoding::text(b"") };
    let inputs = vec![empty.clone(), input("a.csv", "Id,Name,BillingCity\n1,A,B\n")];
    let told = preview(inputs, &options(), Known::default()).expect("one can be read");
    assert_eq!(told.total, Counts { new: 1, refused: 1, ..Counts::default() });
    assert_eq!(told.refused_rows[0].line, None);
    let error = preview(vec![empty], &options(), Known::default()).expect_err("nothing to read");
    assert!(error.message.contains("empty.csv") && error.hint.is_some(), "{error}");
}

#[test]
fn days_that_could_be_read_either_way_are_told() {
    let mut known = Known::default();
    let people = options_as(Kind::Contact, "");
    let text = "name,birthday,verified on\nAnn,01/02/1970,10/13/2026\nBob,,02/01/2026\n";
    let told = import(&mut known, &[("p.csv", text)], &people);
    assert_eq!(told.notes.len(), 1, "{:?}", told.notes);
    assert_eq!(known.contacts[0].birthday, Some(day("1970-02-01")));
    assert_eq!(
        known.contacts[1].verified_on,
        Some(day("2026-02-01")),
        "month first, as line 2 shows"
    );
}

#[test]
fn nobody_reports_to_himself_over_others() {
    let mut known = Known::default();
    let text = "Id,LastName,FirstName,ReportsToId\n1,A,A,2\n2,B,B,3\n3,C,C,1\n";
    let told = import(&mut known, &[("Contact.csv", text)], &options());
    assert_eq!((told.total, told.notes.len()), (new(3), 1));
    let superiors: Vec<_> = known.contacts.iter().map(|one| one.reports_to.is_some()).collect();
    assert_eq!(superiors, [true, true, false]);
}

#[test]
fn a_deleted_row_and_a_second_row_of_one_id_stay_out() {
    let mut known = Known::default();
    let text = "Id,IsDeleted,Name,BillingCity\n1,false,A,X\n2,true,B,X\n1,false,C,X\n1,0,A,X\n";
    let told = import(&mut known, &[("Account.csv", text)], &options());
    assert_eq!(told.total, Counts { new: 1, refused: 3, ..Counts::default() });
}

#[test]
fn hostile_words_come_in_as_they_are() {
    let mut known = Known::default();
    let name = "\u{1b}[31mRed\u{202e} =1+1 🏴‍☠️ 株式会社";
    let text = format!("Id,Name,BillingCity\n1,\"{name}\",X\n");
    import(&mut known, &[("Account.csv", &text)], &options());
    assert_eq!(known.accounts[0].name, name);
    assert_eq!(known.accounts[0].id, Id(1_000_001));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config {
        failure_persistence: None,
        ..proptest::test_runner::Config::default()
    })]
    /// Whatever the bytes, the import ends with an answer, and twice the same with no change.
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let text = encoding::text(&bytes);
        let head = "Id,Name,BillingCity\n";
        let text = text.map_or_else(|_| head.to_owned(), |rest| format!("{head}{rest}"));
        let mut known = Known::default();
        let first = import(&mut known, &[("a.csv", &text)], &options());
        let again = import(&mut known, &[("a.csv", &text)], &options());
        proptest::prop_assert_eq!(again.total.new, 0);
        proptest::prop_assert_eq!(again.total.changed, 0);
        proptest::prop_assert_eq!(first.total.refused, again.total.refused);
    }
}
