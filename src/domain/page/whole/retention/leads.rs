//! What leads: figures that move before the revenue does, each with the accounts behind it.

use super::super::super::{Ground, Line, Proof, Span};
use super::kept::NOTHING;
use super::{Retained, figure};
use crate::domain::day::day;
use crate::domain::metrics::Share;
use crate::domain::metrics::leading::{Leading, Led};
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::count;

/// A share of the whole book, and what each account adds to it.
struct Lead {
    label: &'static str,
    /// What is said where there is nothing to make a share of.
    none: &'static str,
    topic: &'static str,
    says: &'static str,
    of: fn(&Leading) -> Share,
    theirs: fn(&Led) -> Share,
}

fn yes(said: Option<bool>) -> Share {
    said.map_or_else(Share::default, Share::yes)
}

const LEADS: [Lead; 7] = [
    Lead {
        label: "meetings held",
        none: "no agreed meeting",
        topic: "leading figures",
        says: "Agreed meetings that took place.",
        of: |leading| leading.attendance,
        theirs: |one| one.attendance,
    },
    Lead {
        label: "executives met",
        none: "no Strategic account",
        topic: "sponsor pair",
        says: "Strategic accounts whose executive sponsor was talked to of late.",
        of: |leading| leading.executive,
        theirs: |one| yes(one.executive),
    },
    Lead {
        label: "answers to surveys",
        none: "nobody was asked",
        topic: "response rate",
        says: "Contacts that were asked and have answered.",
        of: |leading| leading.response,
        theirs: |one| one.response,
    },
    Lead {
        label: "steps done in time",
        none: "no step was due",
        topic: "completion",
        says: "Steps of the running plans done by their first day.",
        of: |leading| leading.completion,
        theirs: |one| one.completion,
    },
    Lead {
        label: "promises kept",
        none: "none was due",
        topic: "promise",
        says: "Promises kept by their first day.",
        of: |leading| leading.promises,
        theirs: |one| one.promises,
    },
    Lead {
        label: "complete maps",
        none: "no account yet",
        topic: "complete map",
        says: "Accounts whose map of contacts is complete.",
        of: |leading| leading.maps,
        theirs: |one| yes(one.whole_map),
    },
    Lead {
        label: "reactive share",
        none: "no talk says who began it",
        topic: "reactive share",
        says: "Talks that the client began or that were about their issues; the fewer, the better.",
        of: |leading| leading.reactive,
        theirs: |one| one.reactive,
    },
];

pub(super) fn lines(of: &Retained<'_>) -> Vec<Line> {
    let each: Vec<&Led> = of.led().collect();
    if each.is_empty() {
        return Vec::new();
    }
    let metrics = of.metrics;
    let leading = Leading::of(&each, of.rules, metrics.from, metrics.to);
    let talks = if leading.talks_from > metrics.from {
        format!("talks since {}", day(leading.talks_from, of.today))
    } else {
        String::new()
    };
    let mut lines = vec![Line::gap(), Line::part("What leads", vec![Span::dim(talks)])];
    lines.push(coverage(of, &leading, &each));
    lines.extend(LEADS.iter().map(|lead| share(lead, &leading, &each)));
    lines.push(hours(&leading, &each));
    lines.push(ideas(&leading, &each));
    lines
}

fn share(lead: &Lead, leading: &Leading, each: &[&Led]) -> Line {
    let all = (lead.of)(leading);
    let (told, note) = match all.share {
        None => (NOTHING.to_owned(), lead.none.to_owned()),
        Some(share) => (percent(share), format!("{} of {}", all.part, all.whole)),
    };
    let mut theirs: Vec<(&Led, Share)> =
        each.iter().map(|one| (*one, (lead.theirs)(one))).collect();
    theirs.retain(|(_, share)| share.whole > 0);
    theirs.sort_by_key(|(_, share)| std::cmp::Reverse(share.whole - share.part));
    let ground = Ground::new(format!("{} {told}", lead.label), lead.topic)
        .say(lead.says)
        .say(if all.whole > 0 {
            format!("{} ÷ {} = {told}.", all.part, all.whole)
        } else {
            String::new()
        })
        .on(theirs.iter().map(|(one, share)| {
            Proof::account(one.account, format!("{}: {} of {}", one.name, share.part, share.whole))
        }));
    figure(lead.label, vec![Span::strong(told)], vec![Span::dim(note)], lead.label, ground)
}

fn coverage(of: &Retained<'_>, leading: &Leading, each: &[&Led]) -> Line {
    let coverage = leading.coverage;
    let (heard, arr) = (of.money(coverage.heard), of.money(coverage.arr));
    let unknown = match coverage.unknown {
        0 => String::new(),
        n => format!(" · {n} of unknown ARR"),
    };
    let known = each.iter().filter(|one| one.arr.is_some()).count();
    let listened = each.iter().filter(|one| one.arr.is_some() && one.heard).count();
    let few = if of.few(known) { format!(" · {listened} of {known}") } else { String::new() };
    let (told, note) = match coverage.share {
        None => (NOTHING.to_owned(), format!("no ARR{unknown}")),
        Some(share) => (
            percent(share),
            format!("{heard} of {arr}{few} · aim {}{unknown}", percent(coverage.aim)),
        ),
    };
    let ground = Ground::new(format!("revenue coverage {told}"), "revenue coverage")
        .say(format!("ARR heard from ÷ ARR: {heard} ÷ {arr} = {told}."))
        .say(match coverage.unknown {
            0 => String::new(),
            n => format!("{} of unknown ARR in neither sum.", count(n, "account")),
        })
        .on(each.iter().map(|one| {
            let arr = one.arr.map_or_else(|| NOTHING.to_owned(), |arr| of.money(arr));
            let heard = if one.heard { "heard from" } else { "no answer of late" };
            Proof::account(one.account, format!("{}: {arr}, {heard}", one.name))
        }));
    let key = "revenue coverage";
    figure(key, vec![Span::strong(told)], vec![Span::dim(note)], key, ground)
}

fn hours(leading: &Leading, each: &[&Led]) -> Line {
    let told =
        leading.response_hours.map_or_else(|| NOTHING.to_owned(), |hours| format!("{hours:.1} h"));
    let note = match leading.response_accounts {
        0 => "no figure in the period".to_owned(),
        n => format!("median of {}", count(n, "account")),
    };
    let theirs = each.iter().filter_map(|one| Some((one, one.response_hours?)));
    let ground = Ground::new(format!("response hours {told}"), "leading figures")
        .say("Until support first answers: the middle one of the accounts' newest figures.")
        .on(theirs.map(|(one, hours)| {
            Proof::account(one.account, format!("{}: {hours:.1} h", one.name))
        }));
    figure(
        "response hours",
        vec![Span::strong(told)],
        vec![Span::dim(note)],
        "response hours",
        ground,
    )
}

fn ideas(leading: &Leading, each: &[&Led]) -> Line {
    let told = match leading.talks {
        0 => NOTHING.to_owned(),
        _ => leading.ideas.to_string(),
    };
    let mut theirs: Vec<&&Led> = each.iter().filter(|one| one.ideas > 0).collect();
    theirs.sort_by_key(|one| std::cmp::Reverse(one.ideas));
    let note = match leading.talks {
        0 => "no talk recorded in the period".to_owned(),
        _ => format!("{} of {}", theirs.len(), count(each.len(), "account")),
    };
    let ground = Ground::new(format!("ideas brought {told}"), "leading figures")
        .say("Talks in which an idea of ours was brought.")
        .on(theirs
            .iter()
            .map(|one| Proof::account(one.account, format!("{}: {}", one.name, one.ideas))));
    figure(
        "ideas brought",
        vec![Span::strong(told)],
        vec![Span::dim(note)],
        "ideas brought",
        ground,
    )
}
