//! That a page is drawn as it is meant at any width, and that what is chosen is seen.

use super::*;
use crate::domain::page::{Cell, Entry, Ground, Line, Span, Tone};
use crate::tui::theme::Colours;
use ratatui::buffer::Buffer;

fn entry(key: &str) -> Entry {
    Entry::figure(key, Ground::new(key, "nps"))
}

fn page() -> Page {
    let level = |name: &str, dots: &str, nps: &str| {
        Line::row(vec![
            Cell::left(16, vec![Span::text(name)]),
            Cell::rest(vec![Span::text(dots)]),
            Cell::right(4, vec![Span::risk(nps)]),
            Cell::left(9, vec![Span::dim("1 silent")]).from(50),
        ])
        .with(entry(name))
    };
    Page {
        figure: "NPS −40".to_owned(),
        lines: vec![
            Line::part("By level", vec![Span::dim("5 of 9 answered")]),
            level("decision makers", "●○", "0"),
            level("influencers", "●●◐", "67"),
            Line::gap(),
            Line::fact(
                "asked",
                vec![
                    Span::strong("3 Sep"),
                    Span::next("80 d ago", Tone::Dim),
                    Span::next("due by 4 Mar", Tone::Watch),
                ],
            )
            .with(entry("asked")),
            Line::prose("Who did not answer is worth a call: silence is the earliest warning."),
        ],
    }
}

fn drawn(page: &Page, place: &mut PagePlace, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let theme = Theme::new(Colours::Without);
    let mut pen = Pen::new(&mut buffer, area);
    draw(page, place, &mut pen, true, &theme, |_, _| {});
    let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    let lines = symbols.chunks(usize::from(width).max(1));
    lines.map(|row| row.concat().trim_end().to_owned() + "\n").collect()
}

#[test]
fn titles_facts_rows_and_prose_stand_where_they_belong() {
    assert_eq!(
        drawn(&page(), &mut PagePlace::default(), 58, 8),
        concat!(
            " By level  5 of 9 answered\n",
            "▸  decision makers  ●○                        0 1 silent\n",
            "   influencers      ●●◐                      67 1 silent\n",
            "\n",
            "   asked     3 Sep · 80 d ago · due by 4 Mar\n",
            "   Who did not answer is worth a call: silence is the\n",
            "   earliest warning.\n",
            "\n",
        )
    );
}

#[test]
fn a_narrow_page_leaves_out_whole_facts_and_columns_and_no_breath_where_it_is_short() {
    let narrow = drawn(&page(), &mut PagePlace::default(), 40, 5);
    assert_eq!(
        narrow,
        concat!(
            " By level  5 of 9 answered\n",
            "▸  decision makers  ●○                0\n",
            "   influencers      ●●◐              67\n",
            "   asked     3 Sep · 80 d ago\n",
            "   Who did not answer is worth a call: ↓\n",
        )
    );
    for (width, height) in [(0, 0), (1, 1), (7, 2), (300, 100)] {
        drawn(&page(), &mut PagePlace::default(), width, height);
    }
}

#[test]
fn what_is_chosen_is_seen_with_the_name_of_its_part_and_what_follows_it() {
    let page = page();
    let mut place = PagePlace::default();
    assert!(drawn(&page, &mut place, 58, 3).starts_with(" By level"));
    place.go_to(2);
    let end = drawn(&page, &mut place, 58, 3);
    assert!(end.contains("▸  asked") && end.contains("earliest warning."), "{end}");
    place.go_to(1);
    assert!(drawn(&page, &mut place, 58, 3).contains("▸  influencers"));
    place.go_to(0);
    let first = drawn(&page, &mut place, 58, 2);
    assert!(first.starts_with(" By level") && first.contains("▸  decision"), "{first}");
    // One line of room is the chosen one's.
    place.go_to(2);
    assert!(drawn(&page, &mut place, 58, 1).contains("▸  asked"));
}

#[test]
fn no_line_can_be_chosen_that_is_not_drawn_sooner_or_later() {
    let page = page();
    for room in 1..10_usize {
        let rows = set(&page.lines, 0, 58);
        let mut top = 0;
        for chosen in [0, 1, 2, 1, 0] {
            top = window(&rows, top, room, Some(chosen));
            let seen = rows.iter().skip(top).take(room);
            assert!(seen.clone().any(|row| row.entry == Some(chosen)), "{chosen} in {room}");
        }
    }
    let rows = set(&page.lines, 0, 58);
    assert_eq!(window(&rows, 99, 4, None), rows.len() - 4, "no further than the end");
    assert_eq!(window(&[], 3, 4, None), 0);
}

#[test]
fn a_fact_that_is_one_sentence_breaks_where_others_fall_away() {
    let sentence = "none yet: nobody is due before they agreed to be asked twice a year";
    let fact = |spans| Line::fact("agreement", spans).with(entry("agreement"));
    let lines = vec![fact(vec![Span::text(sentence)]), fact(vec![Span::text("since May")])];
    let page = Page { figure: String::new(), lines };
    let rows = set(&page.lines, 0, 58);
    assert_eq!(rows.len(), 3, "two rows and one");
    assert_eq!(rows.iter().map(|row| row.entry).collect::<Vec<_>>(), [Some(0), Some(0), Some(1)]);
    assert!(rows[0].first && !rows[1].first);
    assert_eq!(set(&page.lines, 0, 100).len(), 2, "wide enough for both");
    assert_eq!(set(&page.lines, 0, 20).len(), 2, "too narrow to break");
}
