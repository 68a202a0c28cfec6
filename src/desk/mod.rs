//! The desk a person works at: commit, assess, rank, undo; used by screen and command line alike.
