//! Where the book, its backups and its drafts live.
