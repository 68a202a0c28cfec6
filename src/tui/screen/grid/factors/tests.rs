use super::*;
use crate::domain::account::own_score::OwnScore;
use crate::domain::cell::Id;
use crate::domain::grid::basics::Basics;
use crate::tui::screen::book::fixture::today;

fn cell(source: Source, score: Option<f64>, fresh: bool, in_use: bool) -> FactorCell {
    FactorCell { factor: Factor::Usage, in_use, source, score, measured: None, fresh, own: None }
}

#[test]
fn cells_are_told_apart_without_colour() {
    for (found, told) in [
        (cell(Source::Measured, Some(7.46), true, true), " 7.4"),
        (cell(Source::Measured, Some(10.0), true, true), "10.0"),
        (cell(Source::Measured, Some(7.4), false, true), " 7.4~"),
        (cell(Source::Mine, Some(7.0), true, true), " 7 me"),
        (cell(Source::Mine, Some(10.0), true, true), "10 me"),
        (cell(Source::Mine, Some(10.0), false, true), "10 me~"),
        (cell(Source::Unknown, None, false, true), " ?"),
        (cell(Source::Unknown, None, false, false), " –"),
    ] {
        assert_eq!(text(&found), told);
        assert!(crate::text::width(told) <= 6);
    }
}

#[test]
fn the_columns_are_the_factors_in_their_order() {
    let titles = COLUMNS.map(|column| column.title);
    assert_eq!(titles.to_vec(), Factor::ALL.iter().map(|one| one.word()).collect::<Vec<_>>());
}

#[test]
fn a_digit_with_its_reason_is_no_open_question() {
    let mut factors = Factors::default();
    factors.asked.push(Asked {
        account: Id(1),
        factor: Factor::Usage,
        points: 4,
        question: "why?".to_owned(),
    });
    let scene = crate::tui::screen::book::fixture::Scene::new();
    let asked = |points: i64, reason: Option<&str>| {
        let own = OwnScore {
            id: Id(9),
            account_id: Id(1),
            factor: Factor::Usage,
            points,
            on_date: today(),
            reason: reason.map(str::to_owned),
        };
        let mut cells: Vec<FactorCell> = Factor::ALL
            .iter()
            .map(|one| FactorCell { factor: *one, ..cell(Source::Unknown, None, false, true) })
            .collect();
        cells[Factor::Usage as usize].own = Some(Box::new(own));
        let row = crate::domain::grid::Row {
            account: Id(1),
            factors: cells,
            basics: Basics::bare(Id(1), ""),
        };
        let mut book = scene.book.rows[0].clone();
        book.account = Id(1);
        let lines = [Line { book: &book, row: &row, place: Some(1) }];
        let on = Chosen { lines: &lines, row: 0, column: 0, anchor: None };
        factors.open_question(&on, &scene.sight()).is_some()
    };
    assert!(asked(4, None));
    assert!(!asked(4, Some("they moved")), "it was said");
    assert!(!asked(5, None), "another digit stands there by now");
}
