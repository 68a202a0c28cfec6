//! What a person does with the workbench, by keys, from an empty or the demo book.

mod agenda;
mod basics;
mod beside;
mod bulk;
mod business;
mod capture;
mod conflict;
mod expansion;
mod feedback;
mod figures;
mod file;
mod forecast;
mod forms;
mod grid;
mod history;
mod kinds;
mod leaves;
mod leaving;
mod list;
mod mask;
mod outcome;
mod palette;
mod people;
mod plain;
mod plan;
mod playbook;
mod portfolio;
mod quadrant;
mod random;
mod records;
mod renewal;
mod retention;
mod review;
mod review_whole;
mod session;
mod signals;
mod sizes;
mod stages;
mod start;
mod story;
mod views;
mod what_if;
mod why;

use session::Session;

#[test]
fn the_add_menu_opens_and_closes() {
    let mut session = Session::demo();
    session.keys("a").sees("revenue entry").keys("<Esc>").misses("revenue entry");
}
