//! The demo book: believable accounts with dates relative to today.
