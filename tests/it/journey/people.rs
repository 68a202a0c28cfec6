//! The map worked on by keys.

use super::session::Session;

#[test]
fn look() {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Down><Down><Down>");
    println!("{}", session.draw(120, 36));
    println!("{}", session.draw(80, 24));
    session.keys("<Enter>");
    println!("{}", session.draw(120, 36));
    session.keys("<Esc>:without<Enter>");
    println!("{}", session.draw(120, 36));
    println!("{}", session.draw(80, 24));
}
