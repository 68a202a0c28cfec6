//! `find`: records by the words in them.

use super::Corner;
use crate::storage::older;

#[test]
fn the_newest_words_come_first_with_whose_they_are() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["find", "budget", "frozen"]);
    assert!(said.contains("Contoso"), "{said}");
    assert!(said.contains("budget frozen"), "{said}");
    let found = corner.json(&["find", "BUDGET froz", "--account", "conto"]);
    let hits = found["hits"].as_array().expect("hits");
    assert!(!hits.is_empty());
    for hit in hits {
        assert_eq!(hit["account"][1], "Contoso");
        assert_eq!(hit["kind"], "talk");
        assert_eq!(hit["marks"].as_array().map(Vec::len), Some(2), "{hit}");
    }
    let days: Vec<&str> = hits.iter().map(|hit| hit["on_date"].as_str().expect("a day")).collect();
    assert!(days.is_sorted_by(|newer, older| newer >= older), "{days:?}");
    assert_eq!(corner.ok(&["find", "xyzzy"]), "Nothing holds all of these words.\n");
    let (code, said) = corner.refused(&["find", "a"]);
    assert_eq!(code, 2, "{said}");
}

#[test]
fn a_book_of_an_earlier_version_is_found_in_as_well() {
    let corner = Corner::empty();
    older::write(&corner.book(), older::SECOND);
    assert!(corner.ok(&["find", "invoice"]).contains("Called about the invoice"));
    assert!(corner.ok(&["find", "pebeo"]).contains("Pébéo of America"));
    assert_eq!(corner.ok(&["find", "forwarder"]), "Nothing holds all of these words.\n");
    corner.ok(&["undo"]);
    assert!(corner.ok(&["find", "forwarder"]).contains("Northwind"), "it came back with its talk");
}
