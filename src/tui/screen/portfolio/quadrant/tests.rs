//! That nobody vanishes from the picture, whatever the book and the room.

use super::draw::corners;
use super::frame::{Height, Side};
use super::plot::{Form, Plot, place};
use super::walk::{Where, next};
use crate::domain::cell::Id;
use crate::domain::quadrant::{Quadrant, Spot};
use crate::domain::score::Band;
use crate::text;
use crate::tui::action::Action;
use proptest::prelude::*;
use std::collections::BTreeSet;

const FLOOR: i64 = 5_000;

fn spot(id: usize, name: &str, nps: Option<i64>, arr: Option<i64>) -> Spot {
    let key = arr.is_some_and(|arr| arr >= FLOOR);
    let quadrant = match (nps, arr) {
        (None, _) => Quadrant::NoAnswer,
        (_, None) => Quadrant::NoArr,
        (Some(0..), _) if key => Quadrant::Magic,
        (Some(_), _) if key => Quadrant::Rescue,
        (Some(0..), _) => Quadrant::Nurture,
        (Some(_), _) => Quadrant::Question,
    };
    let bands = [Some(Band::Risk), Some(Band::Watch), Some(Band::Healthy), None];
    Spot {
        account: Id(i64::try_from(id).unwrap_or(0) + 1),
        name: name.to_owned(),
        quadrant,
        nps,
        answers: [0; 4],
        arr,
        key,
        score: Some(5.0),
        band: bands[id % 4],
    }
}

/// As text, the tags alone.
fn drawn(plot: &Plot, width: u16, height: u16) -> String {
    let row = |y: u16| {
        let mut line = String::new();
        let mut tags: Vec<_> = plot.tags.iter().filter(|tag| tag.y == y).collect();
        tags.sort_by_key(|tag| tag.x);
        for tag in tags {
            line += &" ".repeat(usize::from(tag.x).saturating_sub(text::width(&line)));
            line += &tag.text;
        }
        assert!(text::width(&line) <= usize::from(width), "{line}");
        line.trim_end().to_owned() + "\n"
    };
    (0..height).map(row).collect()
}

/// What must hold of any picture.
fn check(spots: &[Spot], floor: Option<i64>, size: (u16, u16)) -> Result<(), TestCaseError> {
    let Some(plot) = place(spots, floor, 7, size) else {
        prop_assert!(size.0 < 50 || size.1 < 8, "{size:?} is room enough");
        return Ok(());
    };
    let mut cells = BTreeSet::new();
    let mut seen = Vec::new();
    for tag in &plot.tags {
        prop_assert_eq!(text::width(&tag.text), usize::from(tag.width), "{:?}", tag);
        prop_assert!(tag.x + tag.width <= size.0 && tag.y < size.1, "{:?} in {:?}", tag, size);
        let first = &spots[tag.spots[0]];
        let part = plot.frame.part(first);
        let columns = plot.frame.columns(part.0);
        prop_assert!(columns.contains(&tag.x) && tag.x + tag.width <= columns.end, "{:?}", tag);
        let rows = match part.1 {
            Height::Upper => plot.frame.upper.clone(),
            Height::Lower => plot.frame.lower.clone(),
            Height::Unknown => plot.frame.axis + 1..size.1,
        };
        prop_assert!(rows.contains(&tag.y), "{:?} beside {:?}", tag, rows);
        for x in tag.x..tag.x + tag.width {
            prop_assert!(cells.insert((x, tag.y)), "two stand at {x} {}", tag.y);
        }
        prop_assert!(tag.text.contains(first.quadrant.sign()));
        let told = match tag.form {
            Form::Counted => format!("×{}", tag.spots.len()),
            Form::Numbered => {
                let numbers = tag.spots.iter().map(|spot| (spot + 1).to_string());
                numbers.collect::<Vec<_>>().join(",")
            }
            Form::Named => text::fit(&first.name, 18),
        };
        prop_assert!(tag.text.contains(&told), "{told} in {:?}", tag);
        for spot in &tag.spots {
            prop_assert_eq!(plot.frame.part(&spots[*spot]), part, "each in its own quadrant");
            seen.push(*spot);
        }
    }
    seen.sort_unstable();
    prop_assert_eq!(seen, (0..spots.len()).collect::<Vec<_>>(), "each once");
    Ok(())
}

fn any_spot() -> impl Strategy<Value = (String, Option<i64>, Option<i64>)> {
    let nps = prop_oneof![
        1 => Just(None),
        2 => prop_oneof![Just(-100), Just(0), Just(50), Just(100)].prop_map(Some),
        2 => (-100_i64..=100).prop_map(Some),
    ];
    let arr = prop_oneof![
        1 => Just(None),
        1 => prop_oneof![Just(0), Just(-700), Just(FLOOR), Just(FLOOR - 1)].prop_map(Some),
        4 => (1_i64..2_000_000).prop_map(Some),
        1 => any::<i64>().prop_map(Some),
    ];
    ("[A-Za-z 東é]{0,30}", nps, arr)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn each_is_named_numbered_or_counted_and_no_two_overlap(
        found in prop::collection::vec(any_spot(), 0..130),
        split: bool,
        width in 20_u16..160,
        height in 3_u16..50,
    ) {
        let spots: Vec<Spot> = found
            .iter()
            .enumerate()
            .map(|(id, (name, nps, arr))| spot(id, name, *nps, *arr))
            .collect();
        check(&spots, split.then_some(FLOOR), (width, height))?;
    }
}

#[test]
fn names_stand_beside_their_points_on_either_side() {
    let spots = [
        spot(2, "Northwind Traders", Some(100), Some(90_000)),
        spot(0, "Contoso", Some(-40), Some(40_000)),
        spot(1, "Tailspin", Some(0), Some(5_000)),
        spot(3, "Litware", Some(-100), Some(700)),
        spot(6, "Adatum", None, Some(300)),
    ];
    let plot = place(&spots, Some(FLOOR), 7, (70, 12)).expect("room");
    assert!(plot.tags.iter().all(|tag| tag.form == Form::Named));
    assert!(plot.frame.scale.log, "300 to 90,000");
    assert_eq!(
        drawn(&plot, 70, 12),
        concat!(
            "\n",
            "                                      Northwind Traders ◆\n",
            "                     ◇! Contoso\n",
            "\n",
            "\n",
            "                                ◆~ Tailspin\n",
            "\n",
            "\n",
            "\n",
            "       ○? Litware\n",
            "                                                          · Adatum\n",
            "\n",
        )
    );
}

#[test]
fn who_stands_in_one_cell_is_numbered_there_and_counted_where_that_is_too_long() {
    let same = |count: usize| -> Vec<Spot> {
        (0..count).map(|id| spot(id, "Acme", Some(100), Some(10_000))).collect()
    };
    let told = |count: usize| {
        let plot = place(&same(count), Some(FLOOR), 7, (60, 10)).expect("room");
        assert_eq!(plot.tags.len(), 1);
        plot.tags[0].text.clone()
    };
    assert_eq!(told(1), "Acme !◆");
    assert_eq!(told(3), "1,2,3!◆");
    assert_eq!(told(60), "×60!◆");
}

#[test]
fn the_split_stands_where_the_smallest_key_account_is_and_is_said_to_be_a_logarithm() {
    let one = [spot(0, "Acme", Some(0), Some(5_000))];
    let plot = place(&one, Some(FLOOR), 7, (60, 10)).expect("room");
    let split = plot.frame.split_y.expect("a split");
    assert!(!plot.frame.scale.log);
    assert_eq!((plot.tags[0].y, plot.tags[0].at), (split - 1, plot.frame.right.start));
    // Nothing and less stand lowest, under whoever pays least.
    let spread = [
        spot(0, "Large", Some(10), Some(1_000_000)),
        spot(1, "Key", Some(10), Some(5_000)),
        spot(2, "Small", Some(10), Some(100)),
        spot(3, "None", Some(60), Some(0)),
        spot(4, "Owes", Some(90), Some(-50)),
    ];
    let plot = place(&spread, Some(FLOOR), 7, (80, 16)).expect("room");
    assert!(plot.frame.scale.log);
    let row = |spot: usize| plot.tags[plot.tag_of(spot).expect("a tag")].y;
    assert_eq!((row(0), row(1)), (1, plot.frame.split_y.expect("a split") - 1));
    assert_eq!((row(2) + 1, row(3), row(4)), (row(3), plot.frame.axis - 1, row(3)));
}

#[test]
fn without_a_key_account_there_is_no_split_and_without_room_no_picture() {
    let spots = [spot(0, "Acme", Some(5), None), spot(1, "Beta", None, None)];
    let plot = place(&spots, None, 7, (50, 9)).expect("room");
    assert_eq!(plot.frame.split_y, None);
    assert_eq!(plot.frame.unknown, Some(8));
    assert_eq!(plot.frame.part(&spots[1]), (Side::Lane, Height::Unknown));
    assert_eq!(plot.tags[0].text, "■! Acme");
    assert!(place(&spots, None, 7, (35, 9)).is_none());
    assert!(place(&spots, None, 7, (50, 6)).is_none());
    assert!(place(&[], None, 7, (50, 9)).is_some_and(|plot| plot.tags.is_empty()));
}

#[test]
fn an_arrow_goes_to_the_nearest_that_way_through_those_in_one_place_and_then_to_a_name() {
    let spots = [
        spot(0, "North", Some(90), Some(900_000)),
        spot(1, "East", Some(100), Some(30_000)),
        spot(2, "West", Some(-60), Some(30_000)),
        spot(3, "Twin", Some(-60), Some(30_000)),
        spot(4, "South", Some(-50), Some(40)),
        spot(5, "Mute", None, Some(50)),
    ];
    let plot = place(&spots, Some(FLOOR), 8, (80, 17)).expect("room");
    let names = corners(&plot.frame);
    let walk = |from: usize, ways: &[Action]| {
        ways.iter().try_fold(Where::Spot(from), |at, way| next(&plot, &names, at, *way))
    };
    assert_eq!(walk(0, &[Action::Down]), Some(Where::Spot(1)));
    assert_eq!(walk(1, &[Action::Left]), Some(Where::Spot(3)), "the last of them, coming back");
    assert_eq!(walk(1, &[Action::Left, Action::Left]), Some(Where::Spot(2)));
    assert_eq!(walk(2, &[Action::Down]), Some(Where::Spot(3)), "the other in the same place");
    assert_eq!(walk(2, &[Action::Down, Action::Down]), Some(Where::Spot(4)));
    assert_eq!(walk(4, &[Action::Right]), Some(Where::Spot(5)));
    assert_eq!(walk(0, &[Action::Up]), Some(Where::Corner(Quadrant::Magic)));
    assert_eq!(walk(0, &[Action::Up, Action::Down]), Some(Where::Spot(0)));
    assert_eq!(walk(5, &[Action::Right]), None, "nothing lies there");
}
