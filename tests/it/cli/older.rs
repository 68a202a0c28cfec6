//! A book of an earlier version of the program, met by a command first.

use super::Corner;
use crate::storage::older;

#[test]
fn every_command_reads_it() {
    for args in [&["attention"][..], &["show", "pébéo"], &["history"], &["backup"], &["undo"]] {
        for older in [older::FIRST, older::SECOND] {
            let corner = Corner::empty();
            older::write(&corner.book(), older);
            assert_ne!(corner.ok(args), "", "{args:?}");
            assert!(corner.ok(&["show", "pébéo"]).contains("Dana Lee"), "{args:?}");
        }
    }
}
