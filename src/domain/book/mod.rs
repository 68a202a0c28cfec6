//! What belongs to the book as a whole rather than to one account.

pub mod external_id;
pub mod hit;
pub mod import_batch;
pub mod known;
pub mod page;
pub mod row;
pub mod setting;
