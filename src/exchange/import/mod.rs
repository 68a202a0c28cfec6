//! From a foreign file to changes: read, map, match, preview, apply.
