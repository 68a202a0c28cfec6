//! The figures of the whole book against plain loops written from their definitions, on histories
//! that nobody thought of. The loops know nothing of the code that they are held against: they
//! work on their own small facts, of which the records are made.

mod expansion;
mod fact;
mod forecast;
mod retention;
mod spread;
