//! The book's file: the only place that knows SQL.
