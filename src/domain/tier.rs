//! Key accounts, suggested tiers, and the hours a week that tiers cost.
