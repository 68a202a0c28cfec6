//! How far a new book is set up: what is done, what is open, and what comes next.

/// A part of setting up, in the order in which each makes the next one worth more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whom one works for.
    Accounts,
    /// Whom one knows there, and what was said.
    People,
    /// What they pay, and until when.
    Columns,
    Tiers,
    /// Usage, tickets, invoices, surveys: whether there are such figures at all.
    Figures,
    Levels,
    Pulse,
}

impl Part {
    pub const ALL: [Self; 7] = [
        Self::Accounts,
        Self::People,
        Self::Columns,
        Self::Tiers,
        Self::Figures,
        Self::Levels,
        Self::Pulse,
    ];

    /// Its word in the program's note.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::People => "people",
            Self::Columns => "columns",
            Self::Tiers => "tiers",
            Self::Figures => "figures",
            Self::Levels => "levels",
            Self::Pulse => "pulse",
        }
    }
}

/// The parts that a note of the program names.
#[must_use]
pub fn ticked(note: Option<&str>) -> [bool; Part::ALL.len()] {
    let named = |part: Part| note.is_some_and(|note| note.split(',').any(|one| one == part.word()));
    Part::ALL.map(named)
}

/// The program's note that the checklist was put away.
pub const PUT_AWAY: &str = "setup put away";

/// The program's note of the parts that were ticked off: their words, with commas.
pub const TICKED: &str = "setup ticked off";

/// Accounts that get a first Pulse: the largest ones.
pub const PULSES: usize = 10;

/// Share of the accounts whose ARR is enough to go on; the last few come with time.
const ENOUGH: f64 = 0.8;

/// What the book holds of all this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Files were brought in.
    pub imported: bool,
    /// The person has put the checklist away.
    pub put_away: bool,
    /// Accounts in the book; the next three count among them.
    pub accounts: usize,
    pub without_arr: usize,
    pub without_end: usize,
    pub without_tier: usize,
    /// Those that are none yet.
    pub prospects: usize,
    /// People of any account.
    pub people: usize,
    /// Talks and steps.
    pub notes: usize,
    /// Figures of usage, tickets and invoices, and answers of surveys.
    pub figures: usize,
    /// People without level whose title tells it for certain, and those whose title does not.
    pub levels_told: usize,
    pub levels_untold: usize,
    /// Accounts with a Pulse of the user's own.
    pub pulses: usize,
    /// Parts that the person ticked off, in their order: enough is done for them.
    pub ticked: [bool; Part::ALL.len()],
}

impl Setup {
    /// Accounts that are to get a Pulse.
    #[must_use]
    pub const fn pulses_wanted(&self) -> usize {
        if self.accounts < PULSES { self.accounts } else { PULSES }
    }

    /// The person has ticked it off.
    #[must_use]
    pub fn is_ticked(&self, part: Part) -> bool {
        let place = Part::ALL.into_iter().position(|one| one == part);
        place.and_then(|place| self.ticked.get(place)) == Some(&true)
    }

    /// The note after a part was ticked off, or its tick taken back.
    #[must_use]
    pub fn ticking(&self, part: Part) -> String {
        let stays = |one: &Part| self.is_ticked(*one) != (*one == part);
        let words: Vec<&str> = Part::ALL.into_iter().filter(stays).map(Part::word).collect();
        words.join(",")
    }

    /// Whether nothing is left to do for a part.
    #[must_use]
    pub fn done(&self, part: Part) -> bool {
        self.is_ticked(part) || self.holds(part)
    }

    /// Whether the book holds what a part brings.
    fn holds(&self, part: Part) -> bool {
        // Without accounts there is nothing that the rest could be done to.
        self.accounts > 0
            && match part {
                Part::Accounts => true,
                Part::People => self.people > 0,
                Part::Columns => {
                    let known = self.accounts.saturating_sub(self.without_arr);
                    known as f64 >= ENOUGH * self.accounts as f64
                }
                Part::Tiers => self.without_tier == 0,
                Part::Figures => self.figures > 0,
                Part::Levels => self.people > 0 && self.levels_told == 0,
                Part::Pulse => self.pulses >= self.pulses_wanted(),
            }
    }

    /// The first part that is open.
    #[must_use]
    pub fn next(&self) -> Option<Part> {
        Part::ALL.into_iter().find(|part| !self.done(*part))
    }

    /// How many parts are done.
    #[must_use]
    pub fn parts_done(&self) -> usize {
        Part::ALL.into_iter().filter(|part| self.done(*part)).count()
    }

    /// Worth a quiet word on the screen: files came in, something is left to do, and nobody said
    /// that it need not be.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        self.imported && !self.put_away && self.accounts > 0 && self.next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bare export of a CRM: names, people, tasks, and nothing that the person decided.
    const IMPORTED: Setup = Setup {
        imported: true,
        put_away: false,
        accounts: 22,
        without_arr: 22,
        without_end: 22,
        without_tier: 22,
        prospects: 0,
        people: 41,
        notes: 60,
        figures: 0,
        levels_told: 30,
        levels_untold: 4,
        pulses: 0,
        ticked: [false; 7],
    };

    #[test]
    fn each_part_opens_and_closes_by_what_the_book_holds() {
        use Part::{Accounts, Columns, Figures, Levels, People, Pulse, Tiers};
        for (setup, done, next) in [
            (Setup::default(), vec![], Some(Accounts)),
            (Setup { people: 3, ..Setup::default() }, vec![], Some(Accounts)),
            (IMPORTED, vec![Accounts, People], Some(Columns)),
            (Setup { people: 0, levels_told: 0, ..IMPORTED }, vec![Accounts], Some(People)),
            // Four fifths of the ARR is enough to go on.
            (Setup { without_arr: 5, ..IMPORTED }, vec![Accounts, People], Some(Columns)),
            (Setup { without_arr: 4, ..IMPORTED }, vec![Accounts, People, Columns], Some(Tiers)),
            (
                Setup { without_arr: 0, without_tier: 0, levels_told: 0, ..IMPORTED },
                vec![Accounts, People, Columns, Tiers, Levels],
                Some(Figures),
            ),
            (
                Setup { without_arr: 0, without_tier: 0, figures: 1, levels_told: 0, ..IMPORTED },
                vec![Accounts, People, Columns, Tiers, Figures, Levels],
                Some(Pulse),
            ),
            (
                Setup {
                    without_arr: 0,
                    without_tier: 0,
                    figures: 1,
                    levels_told: 0,
                    pulses: 10,
                    ..IMPORTED
                },
                Part::ALL.to_vec(),
                None,
            ),
        ] {
            let found: Vec<Part> = Part::ALL.into_iter().filter(|part| setup.done(*part)).collect();
            assert_eq!(found, done, "{setup:?}");
            assert_eq!((setup.next(), setup.parts_done()), (next, done.len()), "{setup:?}");
        }
    }

    #[test]
    fn what_is_ticked_off_is_done_until_the_tick_is_taken_back() {
        let note = IMPORTED.ticking(Part::Columns);
        assert_eq!(note, "columns");
        let once = Setup { ticked: ticked(Some(&note)), ..IMPORTED };
        assert!(once.done(Part::Columns) && !once.done(Part::Tiers));
        assert_eq!((once.next(), once.parts_done()), (Some(Part::Tiers), 3));
        assert_eq!(once.ticking(Part::Pulse), "columns,pulse");
        assert_eq!(once.ticking(Part::Columns), "");
        assert_eq!(ticked(None), [false; 7]);
        assert_eq!(
            ticked(Some("nonsense,pulse")),
            [false, false, false, false, false, false, true]
        );
    }

    #[test]
    fn a_small_book_needs_as_many_pulses_as_it_has_accounts() {
        let small = Setup { accounts: 3, pulses: 2, ..IMPORTED };
        assert!(!small.done(Part::Pulse));
        assert!(Setup { pulses: 3, ..small }.done(Part::Pulse));
    }

    #[test]
    fn it_is_offered_only_after_an_import_and_only_while_something_is_left() {
        assert!(IMPORTED.is_offered());
        assert!(!Setup { put_away: true, ..IMPORTED }.is_offered());
        assert!(!Setup { imported: false, ..IMPORTED }.is_offered());
        assert!(!Setup { accounts: 0, ..IMPORTED }.is_offered(), "prospects alone are no book");
        let rest = Setup {
            without_arr: 0,
            without_tier: 0,
            figures: 1,
            levels_told: 0,
            pulses: 10,
            ..IMPORTED
        };
        assert!(!rest.is_offered());
    }
}
