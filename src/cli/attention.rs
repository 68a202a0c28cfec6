//! `trellis attention`: who needs you, in order, and why.

use super::page::{Page, Side, lines};
use super::{Answer, Common, figure, json};
use crate::desk::Appraisal;
use crate::domain::money::Money;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::standing::{Group, Ranked, Standing};
use crate::error::Result;
use crate::text;
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The accounts that can wait, too: fine, prospects, past
    #[arg(long)]
    all: bool,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let reading = common.reading()?;
    let appraisal = reading.appraise(common.clock().now().today)?;
    if common.json {
        return json::print(&json::attention(&appraisal, reading.rules())?);
    }
    Ok(page(&appraisal, asked.all, reading.rules().count(Limit::SignalsShown)).into())
}

/// Groups that wait, shown with `--all`.
const QUIET: [Group; 3] = [Group::Fine, Group::Prospects, Group::Past];

/// `shown`: signals of an account.
fn page(appraisal: &Appraisal, all: bool, shown: usize) -> Page {
    let (book, today) = (&appraisal.book, appraisal.today);
    let mut said = Page::default();
    said.put(format!("{} accounts", book.accounts));
    if let Some(arr) = book.arr_total {
        said.put(format!(" · {}", arr.signed_short()));
    }
    said.put(format!(" · {}\n", today.format("%a %-d %b %Y")));
    if appraisal.ranking.rows.is_empty() {
        said.put("\nNo account is in the book yet: trellis import FILE… brings them in.\n");
    }
    for line in &appraisal.ranking.lines {
        said.put(format!("  * {}\n", text::shown(&line.text)));
    }
    let mut left_out = Vec::new();
    for group in Group::ALL {
        let members: Vec<(&Ranked, &Standing)> = appraisal
            .ranking
            .rows
            .iter()
            .filter(|ranked| ranked.group == *group)
            .filter_map(|ranked| {
                let standing = appraisal.standings.iter().find(|one| one.account == ranked.account);
                standing.map(|standing| (ranked, standing))
            })
            .collect();
        if members.is_empty() {
            continue;
        }
        if !all && QUIET.contains(group) {
            left_out.push(format!("{group} {}", members.len()));
            continue;
        }
        let total = appraisal.ranking.now_total;
        if *group == Group::Now && total > members.len() {
            said.put(format!("\n{group} {} of {total}\n", members.len()));
        } else {
            said.put(format!("\n{group} {}\n", members.len()));
        }
        let whole: Vec<&str> = appraisal.ranking.lines.iter().map(|line| line.code).collect();
        said.put(section(&members, &whole, shown, today));
    }
    if !left_out.is_empty() {
        said.put(format!("\n{} (--all shows them)\n", left_out.join(" · ")));
    }
    said
}

/// The accounts of one group; what `whole` says of the book is not said again of each.
fn section(
    members: &[(&Ranked, &Standing)],
    whole: &[&str],
    shown: usize,
    today: NaiveDate,
) -> Page {
    let rows: Vec<Vec<String>> =
        members.iter().map(|(ranked, standing)| row(ranked, standing, today)).collect();
    let columns = [
        (Side::Left, 1),
        (Side::Left, 28),
        (Side::Left, 1),
        (Side::Right, 6),
        (Side::Left, 13),
        (Side::Right, 6),
        (Side::Left, 12),
    ];
    let mut said = Page::default();
    for (line, (_, standing)) in lines(&columns, &rows).iter().zip(members) {
        said.put(line);
        said.put("\n");
        let live: Vec<_> = standing
            .signals
            .iter()
            .filter(|signal| signal.live() && !whole.contains(&signal.code))
            .collect();
        for signal in live.iter().take(shown) {
            said.put(format!("       {}\n", text::shown(&signal.text)));
        }
        if live.len() > shown {
            said.put(format!("       +{} more\n", live.len() - shown));
        }
    }
    said
}

fn row(ranked: &Ranked, standing: &Standing, today: NaiveDate) -> Vec<String> {
    let score = &standing.score;
    let verdict = match score.band {
        Some(Band::Risk) => " risk",
        _ => "",
    };
    vec![
        if ranked.pushed { "!" } else { "" }.to_owned(),
        standing.name.clone(),
        standing.tier.map_or(figure::NOTHING, |tier| tier.letter()).to_owned(),
        standing.arr.map_or_else(|| figure::NOTHING.to_owned(), Money::short),
        format!(
            "{}{}{verdict}",
            figure::score(score.value, score.band.is_some()),
            figure::trend(score.trend)
        ),
        standing.act_by.map_or_else(
            || figure::NOTHING.to_owned(),
            |act| format!("{} d", (act.act_by - today).num_days()),
        ),
        ranked.why.clone(),
    ]
}
