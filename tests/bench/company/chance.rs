//! Chance that falls the same way every time.

/// SplitMix64 (Steele, Lea and Flood).
#[derive(Debug)]
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `least` to `most`, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.abs_diff(least) + 1;
        least + (self.next() % span).cast_signed()
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, share: i64) -> bool {
        self.between(1, 100) <= share
    }

    /// One of them.
    pub fn of<T: Copy>(&mut self, many: &[T]) -> Option<T> {
        let last = i64::try_from(many.len()).ok()?.checked_sub(1)?;
        let place = usize::try_from(self.between(0, last)).ok()?;
        many.get(place).copied()
    }

    /// One of them in so many of a hundred cases.
    pub fn maybe<T: Copy>(&mut self, share: i64, many: &[T]) -> Option<T> {
        if self.percent(share) { self.of(many) } else { None }
    }
}
