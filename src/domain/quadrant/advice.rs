//! What a place in the quadrant asks for: the playbook that answers it, and why that one. Model:
//! CustomerGauge's Account Success process; which playbook answers is this project's own decision.

use super::Quadrant;

/// What is to be done with the accounts of a quadrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What the place means: `large and content`.
    pub means: &'static str,
    /// The playbook that answers it; none: there is something to write down first.
    pub playbook: Option<&'static str>,
    /// Why that.
    pub why: &'static str,
}

const ADVICE: [(Quadrant, Advice); Quadrant::ALL.len()] = [
    (
        Quadrant::Magic,
        Advice {
            means: "large and content",
            playbook: Some("magic quadrant"),
            why: "Who is content can be asked for something: a referral, a review, another part of the house. One thing at a time.",
        },
    ),
    (
        Quadrant::Rescue,
        Advice {
            means: "large and not content",
            playbook: Some("account at risk"),
            why: "It is much to lose, and they have said so: find the root cause, mend it together, with a sponsor and dates.",
        },
    ),
    (
        Quadrant::Nurture,
        Advice {
            means: "small and content",
            playbook: Some("expansion case"),
            why: "They like what they have and could have more of it: one case with a figure, and a champion who wants it.",
        },
    ),
    (
        Quadrant::Question,
        Advice {
            means: "small and not content",
            playbook: Some("listening session"),
            why: "Listen once before more time goes there: what hurts, and is it worth mending for both sides?",
        },
    ),
    (
        Quadrant::NoAnswer,
        Advice {
            means: "nobody answered within a year",
            playbook: Some("survey and agreement"),
            why: "Silence is neither good nor bad: agree on being asked, and ask.",
        },
    ),
    (
        Quadrant::NoArr,
        Advice {
            means: "what they pay is not known",
            playbook: None,
            why: "Write down what they pay a year (r), and its place shows.",
        },
    ),
];

impl Quadrant {
    /// What it asks for.
    #[must_use]
    pub fn advice(self) -> Advice {
        let [(_, first), ..] = ADVICE;
        ADVICE.iter().find(|(one, _)| *one == self).map_or(first, |(_, advice)| *advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_its_advice_and_only_an_unknown_figure_has_no_playbook() {
        for ((quadrant, advice), expected) in ADVICE.iter().zip(Quadrant::ALL) {
            assert_eq!(quadrant, expected);
            assert_eq!(quadrant.advice(), *advice);
            assert_eq!(advice.playbook.is_none(), *quadrant == Quadrant::NoArr, "{quadrant}");
            assert!(advice.why.ends_with(['.', '?']), "{quadrant}");
        }
    }
}
