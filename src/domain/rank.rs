//! All standings make the groups and the order of the list.
