//! The playbooks that come with the program, in the order in which they are listed.

use super::file;
use crate::domain::playbook::{Playbook, same};

macro_rules! assets {
    ($($file:literal,)+) => {
        /// File and text.
        pub(super) const ASSETS: &[(&str, &str)] =
            &[$(($file, include_str!(concat!("../../../assets/playbooks/", $file))),)+];
    };
}

assets! {
    "account-at-risk.toml",
    "champion-left.toml",
    "detractor.toml",
    "mistake.toml",
    "listening-session.toml",
    "quiet-account.toml",
    "renewal.toml",
    "single-threaded.toml",
    "sponsor.toml",
    "survey.toml",
    "usage-campaign.toml",
    "stagnation.toml",
    "expansion-case.toml",
    "magic-quadrant.toml",
    "discovery-workshop.toml",
    "prepare-the-qbr.toml",
    "onboarding.toml",
    "hand-over.toml",
    "weekly-sync.toml",
    "first-30-days.toml",
}

/// All of them; a test proves that there is nothing to complain of.
pub(super) fn read() -> Vec<Playbook> {
    ASSETS.iter().filter_map(|(name, text)| file::read(text, name).0).collect()
}

/// The file of the one of this name, and its text.
pub(super) fn read_one(name: &str) -> Option<(String, String)> {
    let is = |text: &str| file::read(text, "").0.is_some_and(|one| same(&one.name, name));
    let (file, text) = ASSETS.iter().find(|(_, text)| is(text))?;
    Some(((*file).to_owned(), (*text).to_owned()))
}
