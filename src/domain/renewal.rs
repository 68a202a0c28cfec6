//! The act-by date: the last day to give notice.
