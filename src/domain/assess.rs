//! The records of one account, the rules and a day make its standing.
