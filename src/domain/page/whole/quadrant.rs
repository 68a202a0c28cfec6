//! The legend of the quadrant: each account under its number, quadrant by quadrant.

use super::super::{Cell, Entry, Ground, Kind, Line, Link, Page, Proof, Span, Tone, Whom};
use crate::domain::cell::Id;
use crate::domain::day::signed;
use crate::domain::quadrant::{Chart, Corner, Quadrant, Spot, Voice, mark};
use crate::domain::score::Band;
use crate::domain::score::print::tenth;
use crate::domain::signal::sentence::count;

const TOPIC: &str = "quadrant";

/// The name of a quadrant as a title.
#[must_use]
pub const fn title(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Magic => "Magic",
        Quadrant::Rescue => "Rescue",
        Quadrant::Nurture => "Nurture",
        Quadrant::Question => "Question",
        Quadrant::NoAnswer => "No answer",
        Quadrant::NoArr => "ARR unknown",
    }
}

/// By which the line of an account is known.
#[must_use]
pub fn key(account: Id) -> String {
    format!("spot {}", account.0)
}

/// By which the line of a quadrant is known.
#[must_use]
pub fn corner_key(quadrant: Quadrant) -> String {
    format!("quadrant {quadrant}")
}

/// The legend.
#[must_use]
pub fn page(chart: &Chart) -> Page {
    if chart.spots.is_empty() {
        let empty = "Here the book stands as one picture: what clients say across, what they pay \
                     up. It begins with the first account (a in the Book).";
        return Page { figure: String::new(), lines: vec![Line::prose(empty)] };
    }
    let digits = chart.spots.len().to_string().len() as u16;
    let mut lines = Vec::new();
    for corner in &chart.corners {
        if corner.accounts == 0 {
            continue;
        }
        lines.push(Line::title(title(corner.quadrant)));
        let theirs = chart.spots.iter().enumerate();
        let theirs = theirs.filter(|(_, spot)| spot.quadrant == corner.quadrant);
        lines.extend(theirs.map(|(place, spot)| line(place + 1, digits, spot, chart)));
    }
    lines.push(Line::gap());
    lines.push(Line::title("The quadrants"));
    let shown = chart.corners.iter().filter(|corner| corner.accounts > 0 || !lane(corner));
    lines.extend(shown.map(|corner| summed(corner, chart)));
    lines.push(Line::prose(
        "◆ ● content, ◇ ○ not · ! risk, ~ watch, ? too little known, healthy without a mark · ×3: \
         three in one place",
    ));
    let figure = match chart.floor {
        Some(floor) => format!("split at NPS 0 and {}", chart.money(floor).signed_short()),
        None => "no key account yet".to_owned(),
    };
    Page { figure, lines }
}

/// Whether it is none of the four but beside them.
const fn lane(corner: &Corner) -> bool {
    matches!(corner.quadrant, Quadrant::NoAnswer | Quadrant::NoArr)
}

/// `◆ Magic   6  €4.20M  large and content`.
fn summed(corner: &Corner, chart: &Chart) -> Line {
    let name = title(corner.quadrant);
    let known = corner.accounts > corner.arr_unknown;
    let arr = known.then(|| chart.money(corner.arr).signed_short());
    let advice = corner.quadrant.advice();
    let mut ground = Ground::new(format!("{name}: {}", told(corner, arr.as_deref())), TOPIC)
        .say(where_it_is(corner.quadrant, chart));
    if known && corner.arr_unknown > 0 {
        let without = count(corner.arr_unknown, "account");
        ground = ground.say(format!("{without} of unknown ARR left out of the sum."));
    }
    let theirs = chart.spots.iter().filter(|spot| spot.quadrant == corner.quadrant);
    ground = ground.say(advice.why).on(theirs.map(|spot| {
        Proof::account(spot.account, format!("{}: {}", spot.name, figures(spot, chart)))
    }));
    let cells = vec![
        Cell::left(13, vec![Span::text(format!("{} {name}", corner.quadrant.sign()))]),
        Cell::right(3, vec![Span::text(corner.accounts.to_string())]),
        Cell::right(7, vec![Span::text(arr.unwrap_or_else(|| "–".to_owned()))]).from(30),
        Cell::rest(vec![Span::dim(advice.means)]).from(44),
    ];
    Line::row(cells).with(Entry::figure(corner_key(corner.quadrant), ground))
}

fn told(corner: &Corner, arr: Option<&str>) -> String {
    let accounts = count(corner.accounts, "account");
    arr.map_or_else(|| accounts.clone(), |arr| format!("{accounts}, {arr}"))
}

/// Where a quadrant lies, in words.
fn where_it_is(quadrant: Quadrant, chart: &Chart) -> String {
    let smallest = chart.smallest_key.and_then(|id| chart.spot(id));
    let split = match (chart.floor, smallest) {
        (Some(floor), Some(spot)) => {
            let floor = chart.money(floor).signed_short();
            format!("{floor}, the ARR of the smallest key account ({})", spot.name)
        }
        (Some(floor), None) => chart.money(floor).signed_short(),
        (None, _) => "the ARR of a key account, of which there is none yet".to_owned(),
    };
    match quadrant {
        Quadrant::Magic => format!("Right: NPS 0 or more. Above: at least {split}."),
        Quadrant::Rescue => format!("Left: NPS under 0. Above: at least {split}."),
        Quadrant::Nurture => format!("Right: NPS 0 or more. Below: less than {split}."),
        Quadrant::Question => format!("Left: NPS under 0. Below: less than {split}."),
        Quadrant::NoAnswer => {
            "Nobody answered within a year: that is neither left nor right, so it is a lane of its \
             own."
                .to_owned()
        }
        Quadrant::NoArr => {
            "They answered, but no ARR is recorded, or it has no rate: that is neither above nor \
             below."
                .to_owned()
        }
    }
}

/// `12 ◇! Contoso  −40  €940k  5.2 risk`.
fn line(number: usize, digits: u16, spot: &Spot, chart: &Chart) -> Line {
    let tone = match spot.band {
        Some(Band::Risk) => Tone::Risk,
        Some(Band::Watch) => Tone::Watch,
        Some(Band::Healthy) => Tone::Healthy,
        None => Tone::Dim,
    };
    let sign = format!("{}{}", spot.quadrant.sign(), mark(spot.band));
    let nps = spot.nps.map_or_else(|| "–".to_owned(), signed);
    let arr = spot.arr.map_or_else(|| "–".to_owned(), |arr| chart.money(arr).short());
    let cells = vec![
        Cell::right(digits, vec![Span::dim(number.to_string())]),
        Cell::left(2, vec![Span::new(sign, tone)]),
        Cell::rest(vec![Span::text(&spot.name)]),
        Cell::right(4, vec![Span::text(nps)]).from(40),
        Cell::right(6, vec![Span::text(arr)]).from(30),
        Cell::right(4, vec![Span::new(spot.score.map_or_else(|| "–".to_owned(), tenth), tone)])
            .from(40),
        Cell::left(16, vec![Span::new(band(spot), tone)]).from(64),
    ];
    Line::row(cells).with(entry(spot, chart))
}

const fn band(spot: &Spot) -> &'static str {
    match spot.band {
        Some(Band::Risk) => "risk",
        Some(Band::Watch) => "watch",
        Some(Band::Healthy) => "healthy",
        None => "too little known",
    }
}

/// `NPS −40 · €940k · 5.2 risk`.
fn figures(spot: &Spot, chart: &Chart) -> String {
    let nps = spot.nps.map_or_else(|| "no answer".to_owned(), |nps| format!("NPS {}", signed(nps)));
    let arr =
        spot.arr.map_or_else(|| "ARR unknown".to_owned(), |arr| chart.money(arr).signed_short());
    let score = spot.score.map_or_else(|| "no score".to_owned(), tenth);
    format!("{nps} · {arr} · {score} {}", band(spot))
}

fn entry(spot: &Spot, chart: &Chart) -> Entry {
    let name = title(spot.quadrant);
    let advice = spot.quadrant.advice();
    let title = format!("{}: {name} · {}", spot.name, figures(spot, chart));
    let mut ground = Ground::new(title, TOPIC)
        .say(answers(spot))
        .say(where_it_is(spot.quadrant, chart))
        .say(format!("{name} is {}. {}", advice.means, advice.why));
    if let Some(playbook) = advice.playbook {
        ground = ground.say(format!("The playbook for it is “{playbook}”."));
    }
    let voices = chart.voices_of(spot.account).map(voice);
    let account = Proof::account(spot.account, format!("the account {}", spot.name));
    let smallest = chart.smallest_key.filter(|id| *id != spot.account && spot.arr.is_some());
    let smallest = smallest.and_then(|id| chart.spot(id)).map(|key| {
        Proof::account(key.account, format!("the smallest key account: {}", figures(key, chart)))
    });
    ground = ground.on(voices).on([account]).on(smallest);
    let mut whom = Whom::account(spot.account);
    whom.playbook = advice.playbook;
    Entry::figure(key(spot.account), ground).of(whom)
}

/// `3 promoters, 1 passive, no detractors; 2 asked are silent.`
fn answers(spot: &Spot) -> String {
    let [promoters, passives, detractors, silent] = spot.answers;
    let silent = match silent {
        0 => String::new(),
        silent => format!("; {silent} asked and silent"),
    };
    if promoters + passives + detractors == 0 {
        return format!("No answer counts{silent}.");
    }
    let [promoters, passives, detractors] =
        [(promoters, "promoter"), (passives, "passive"), (detractors, "detractor")]
            .map(|(many, one)| if many == 0 { format!("no {one}s") } else { count(many, one) });
    format!("{promoters}, {passives}, {detractors}{silent}.")
}

fn voice(voice: &Voice) -> Proof {
    let who = voice.who.as_deref().unwrap_or("somebody unnamed");
    let why = voice.why.as_ref().map(|why| format!(" “{why}”")).unwrap_or_default();
    let link = Link::to(Kind::Answer, voice.answer);
    let proof = Proof::of(format!("{who} gave {}{why}", voice.points), voice.on_date, link);
    proof.whose(voice.account)
}

#[cfg(test)]
mod tests;
