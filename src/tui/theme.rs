//! The only place that names colours.
