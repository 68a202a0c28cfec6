//! `trellis explain WORD`: what a word, a figure or a code means, and how it is reckoned.

use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, json};
use crate::config::playbooks::Shelf;
use crate::domain::guide::{Area, Topic, meant, topics};
use crate::error::{Error, Kind, Result};
use crate::text;
use serde_json::json as object;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// As coverage, champion-left, act-by; without it, all that can be explained
    #[arg(value_name = "WORD")]
    words: Vec<String>,
}

/// Columns of a paragraph.
const WIDTH: usize = 88;
/// Topics told in full where several are called alike.
const WHOLE: usize = 3;

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let shelf = Shelf::of_user();
    let all = topics(common.rules(), shelf.all());
    let sought = asked.words.join(" ");
    let found: Vec<&Topic> =
        if asked.words.is_empty() { all.iter().collect() } else { meant(&all, &sought) };
    if found.is_empty() {
        let message = format!("nothing is called “{}” here", sought.trim());
        return Err(Error::new(Kind::NotFound, message)
            .hint("trellis explain tells all that can be explained"));
    }
    if common.json {
        return json::print(&object!({ "version": JSON_VERSION, "topics": found }));
    }
    let mut said = Page::default();
    if asked.words.is_empty() || found.len() > WHOLE {
        list(&mut said, &found);
    } else {
        for (place, topic) in found.iter().enumerate() {
            said.put(if place > 0 { "\n" } else { "" });
            whole(&mut said, topic);
        }
    }
    Ok(said.into())
}

/// A line each, under the heading of its area.
fn list(said: &mut Page, topics: &[&Topic]) {
    for area in Area::ALL {
        let rows: Vec<Vec<String>> = topics
            .iter()
            .filter(|topic| topic.area == *area)
            .map(|topic| vec![topic.key.clone(), topic.first_sentence().to_owned()])
            .collect();
        if !rows.is_empty() {
            said.put(format!("{}\n", text::capital(area.word())));
            said.table(&[(Side::Left, 32), (Side::Left, WIDTH)], &rows);
            said.put("\n");
        }
    }
    said.put("trellis explain WORD tells more.\n");
}

fn whole(said: &mut Page, topic: &Topic) {
    said.put(format!("{} · {}\n", text::shown(&topic.title), topic.area));
    for paragraph in &topic.said {
        put(said, paragraph);
    }
    if let Some(matters) = &topic.matters {
        put(said, matters);
    }
    if let Some(formula) = &topic.formula {
        put(said, &format!("= {formula}"));
    }
    if !topic.see.is_empty() {
        put(said, &format!("See also: {}.", topic.see.join(", ")));
    }
    if let Some(source) = &topic.source {
        put(said, &format!("From {source}."));
    }
}

fn put(said: &mut Page, paragraph: &str) {
    for line in text::wrap(paragraph, WIDTH) {
        said.put(format!("  {line}\n"));
    }
}
