//! The playbooks that come with the program, in the order in which they are listed.

use super::file;
use crate::domain::playbook::Playbook;

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
