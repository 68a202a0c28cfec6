//! Votes as signs: `●` promoter, `◐` passive, `○` detractor, `?` asked and silent, `·` not asked.

use crate::domain::map::{DETRACTOR, PROMOTER, vote};
use crate::domain::page::{Span, Tone};

/// The sign of one answer.
pub(super) fn sign(points: i64) -> Span {
    match vote(points) {
        PROMOTER => Span::new("●", Tone::Healthy),
        DETRACTOR => Span::new("○", Tone::Risk),
        _ => Span::new("◐", Tone::Watch),
    }
}

/// Promoters, passives, detractors, silent and not asked: one by one where they are few, else
/// counted.
#[must_use]
pub fn dots(votes: [usize; 5], few: bool) -> Vec<Span> {
    const SIGNS: [(&str, Tone); 5] = [
        ("●", Tone::Healthy),
        ("◐", Tone::Watch),
        ("○", Tone::Risk),
        ("?", Tone::Dim),
        ("·", Tone::Dim),
    ];
    let one = |(count, (sign, tone)): (usize, (&str, Tone))| {
        let text = if few { sign.repeat(count) } else { format!("{count}{sign} ") };
        (count > 0).then(|| Span::new(text, tone))
    };
    votes.into_iter().zip(SIGNS).filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(votes: [usize; 5], few: bool) -> String {
        dots(votes, few).into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn few_stand_one_by_one_and_many_are_counted() {
        assert_eq!(told([1, 1, 3, 1, 2], true), "●◐○○○?··");
        assert_eq!(told([6, 0, 4, 2, 0], false).trim_end(), "6● 4○ 2?");
        assert_eq!(told([0; 5], true), "");
    }

    #[test]
    fn nine_promotes_and_six_detracts() {
        for (points, sign) in [(10, "●"), (9, "●"), (8, "◐"), (7, "◐"), (6, "○"), (0, "○")]
        {
            assert_eq!(super::sign(points).text, sign, "{points}");
        }
    }
}
