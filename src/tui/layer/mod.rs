//! What lies over a screen: help, questions.
