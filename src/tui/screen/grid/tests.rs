use super::*;
use crate::desk::Commit;
use crate::domain::account::own_score::Factor;
use crate::domain::grid::basics::Basics;
use crate::domain::grid::{FactorCell, Grid, Row};
use crate::domain::score::Source;
use crate::tui::screen::book::fixture::{Scene, today};
use crate::tui::screen::view::At;

/// The accounts of the scene, each with ten factors of which nothing is known.
fn grid(scene: &Scene) -> Grid {
    let cell = |factor: &Factor| FactorCell {
        factor: *factor,
        in_use: true,
        source: Source::Unknown,
        score: None,
        measured: None,
        fresh: false,
        own: None,
    };
    let row = |account| Row {
        account,
        factors: Factor::ALL.iter().map(cell).collect(),
        basics: Basics::bare(account, ""),
    };
    let mut rows: Vec<Row> = scene.book.rows.iter().map(|one| row(one.account)).collect();
    rows.sort_by_key(|row| row.account);
    Grid::new(rows, Vec::new(), today())
}

struct Trial {
    scene: Scene,
    screen: GridScreen,
}

impl Trial {
    fn new() -> Self {
        let mut scene = Scene::new();
        scene.beside.grid = Some(grid(&scene));
        let mut screen = GridScreen::default();
        screen.open(None);
        Self { scene, screen }
    }

    fn grid(&mut self) -> &mut Grid {
        self.scene.beside.grid.as_mut().expect("a grid")
    }

    fn act(&mut self, actions: &[Action]) -> Vec<Wish> {
        let sight = self.scene.sight();
        let acts = actions.iter();
        acts.flat_map(|action| self.screen.update(*action, &sight).unwrap_or_default()).collect()
    }

    /// The name of the chosen account and the chosen factor.
    fn at(&self) -> (String, Factor) {
        let sight = self.scene.sight();
        let facing = self.screen.facing(&sight);
        let row = sight.whole.rows.iter().find(|row| Some(row.account) == facing.account);
        let At::Factor(factor) = facing.at else { panic!("a factor") };
        (row.expect("an account").name.clone(), factor)
    }
}

#[track_caller]
fn commit(wishes: &[Wish]) -> &Commit {
    match wishes {
        [Wish::Commit(commit)] => commit,
        other => panic!("{other:?}"),
    }
}

#[test]
fn arrows_and_edges_move_the_chosen_cell() {
    let mut trial = Trial::new();
    for (action, name, factor) in [
        (Action::Down, "Litware", Factor::Payment),
        (Action::Right, "Litware", Factor::Revenue),
        (Action::Last, "Litware", Factor::Value),
        (Action::Right, "Litware", Factor::Value),
        (Action::PreviousGroup, "Contoso", Factor::Value),
        (Action::Up, "Contoso", Factor::Value),
        (Action::First, "Contoso", Factor::Payment),
        (Action::Left, "Contoso", Factor::Payment),
    ] {
        assert_eq!(trial.act(&[action]), [], "a move asks for nothing");
        assert_eq!(trial.at(), (name.to_owned(), factor), "{action:?}");
    }
    let last = trial.scene.book.rows.last().expect("rows").name.clone();
    trial.act(&[Action::NextGroup, Action::Down]);
    assert_eq!(trial.at().0, last);
}

#[test]
fn a_digit_goes_down_and_nought_is_ten() {
    let mut trial = Trial::new();
    let wishes = trial.act(&[Action::Right, Action::Digit(0)]);
    assert_eq!(commit(&wishes).act.label, "Contoso: Revenue 10");
    assert_eq!(trial.at(), ("Litware".to_owned(), Factor::Revenue));
    let wishes = trial.act(&[Action::Repeat]);
    assert_eq!(commit(&wishes).act.label, "Litware: Revenue 10");
    assert_eq!(trial.at().0, "Adatum");
    // A point more stays, so that the next one can follow.
    let wishes = trial.act(&[Action::Plus]);
    assert_eq!(commit(&wishes).act.label, "Adatum: Revenue 6");
    assert_eq!(trial.at().0, "Adatum");
}

#[test]
fn the_next_point_waits_for_the_first() {
    let mut trial = Trial::new();
    trial.act(&[Action::Plus]);
    assert!(trial.screen.waits());
    trial.screen.failed(&Error::new(crate::error::Kind::Busy, "the disk is full"));
    assert!(!trial.screen.waits(), "whatever became of it");
    trial.act(&[Action::Digit(4)]);
    assert!(!trial.screen.waits(), "it went on to another cell");
    // While names are hidden nothing is written, and nothing answers.
    let sight = Sight { mask: true, ..trial.scene.sight() };
    trial.screen.update(Action::Minus, &sight);
    assert!(!trial.screen.waits());
}

#[test]
fn a_range_is_filled_by_one_commit() {
    let mut trial = Trial::new();
    let extend = [Action::ExtendDown, Action::ExtendDown, Action::ExtendRight, Action::Digit(7)];
    let wishes = trial.act(&extend);
    assert_eq!(commit(&wishes).changes.len(), 6);
    assert_eq!(commit(&wishes).act.label, "6 own scores 7");
    // Where it began is the place to go on from, and the next digit is for one cell again.
    assert_eq!(trial.at(), ("Contoso".to_owned(), Factor::Payment));
    assert_eq!(commit(&trial.act(&[Action::Digit(7)])).changes.len(), 1);
    let marked = [Action::Mark, Action::Down, Action::Down, Action::Digit(5)];
    assert_eq!(commit(&trial.act(&marked)).act.label, "Payment 5 for 3 accounts");
    // A move lets an extended range go; Esc lets any go.
    let gone = [Action::ExtendDown, Action::Right, Action::Digit(3)];
    assert_eq!(commit(&trial.act(&gone)).changes.len(), 1);
    let gone = [Action::Mark, Action::Down, Action::Back, Action::Digit(3)];
    assert_eq!(commit(&trial.act(&gone)).changes.len(), 1);
    let column = commit(&trial.act(&[Action::MarkAll, Action::Digit(8)])).changes.len();
    assert_eq!(column, trial.grid().rows().len());
}

#[test]
fn rows_keep_their_place_until_they_are_ordered_anew() {
    let mut trial = Trial::new();
    trial.act(&[Action::Down]);
    // Litware falls to the end of the list.
    let litware = trial.scene.book.rows.remove(1);
    trial.scene.book.rows.push(litware);
    trial.act(&[Action::Up, Action::Down]);
    assert_eq!(trial.at().0, "Litware");
    trial.act(&[Action::Down]);
    assert_eq!(trial.at().0, "Adatum");
    trial.act(&[Action::Back, Action::Up]);
    assert_eq!(trial.at().0, "Contoso", "Adatum is the second by now");
    // Once they stand as the list has them, Esc is the book's.
    let sight = trial.scene.sight();
    assert_eq!(trial.screen.update(Action::Back, &sight), None);
}

#[test]
fn the_walk_goes_down_the_column_and_a_digit_goes_on_with_it() {
    let mut trial = Trial::new();
    let known = |grid: &mut Grid, row: usize| {
        let mut known = grid.rows()[row].clone();
        for cell in &mut known.factors {
            (cell.source, cell.score, cell.fresh) = (Source::Measured, Some(7.0), true);
        }
        grid.put(known);
    };
    for row in 0..trial.grid().rows().len() {
        if row != 2 && row != 5 {
            known(trial.grid(), row);
        }
    }
    let names: Vec<String> = [2, 5]
        .map(|row: usize| {
            let account = trial.grid().rows()[row].account;
            let mut rows = trial.scene.book.rows.iter();
            rows.find(|row| row.account == account).expect("there").name.clone()
        })
        .to_vec();
    trial.act(&[Action::Stale]);
    assert_eq!(trial.at(), (names[0].clone(), Factor::Payment));
    trial.act(&[Action::Digit(6)]);
    assert_eq!(trial.at(), (names[1].clone(), Factor::Payment));
    // From the last of a column to the first of the next.
    trial.act(&[Action::Stale]);
    assert_eq!(trial.at(), (names[0].clone(), Factor::Revenue));
    // A move ends the walk: a digit goes down again.
    trial.act(&[Action::Left, Action::Digit(6)]);
    assert_ne!(trial.at().0, names[1]);
}

/// Every state that a cell can be in, somewhere.
fn colourful(trial: &mut Trial) {
    let rows: Vec<Row> = trial.grid().rows().to_vec();
    for (nth, mut row) in rows.into_iter().enumerate() {
        for (column, cell) in row.factors.iter_mut().enumerate() {
            let points = ((nth * 7 + column * 3) % 10 + 1) as f64;
            let (source, score, fresh) = match (nth + column) % 6 {
                0 => (Source::Mine, Some(points), true),
                1 => (Source::Mine, Some(points), false),
                2 | 3 => (Source::Measured, Some((points + 0.4).min(10.0)), true),
                4 => (Source::Measured, Some((points + 0.4).min(10.0)), false),
                _ => (Source::Unknown, None, false),
            };
            (cell.source, cell.score, cell.fresh) = (source, score, fresh);
            cell.in_use = column != 0 || score.is_some();
        }
        trial.grid().put(row);
    }
}

#[test]
fn the_whole_of_it_wide_and_narrow() {
    for (width, height) in [(120, 33), (80, 21)] {
        let mut trial = Trial::new();
        colourful(&mut trial);
        let end = if width == 80 { Action::Last } else { Action::Right };
        trial.act(&[end, Action::ExtendDown, Action::ExtendDown, Action::Back]);
        if width == 80 {
            trial.act(&[Action::Mark, Action::Up]);
        } else {
            trial.act(&[Action::Up, Action::Up]);
        }
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let sight = trial.scene.sight();
        trial.screen.draw(area, &mut buffer, &sight);
        let symbols: Vec<&str> =
            buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        let lines: Vec<String> = symbols
            .chunks(usize::from(width))
            .map(|row| row.concat().trim_end().to_owned())
            .collect();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../../../../tests/fixture/screens");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = format!("grid-{width}");
        settings.bind(|| insta::assert_snapshot!(name, lines.join("\n")));
    }
}
