//! The one door that makes foreign text safe to show.
