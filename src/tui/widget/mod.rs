//! Small drawings that several panes share.
