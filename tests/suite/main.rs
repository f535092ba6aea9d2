//! The suite: one binary, most of it against pure functions.

mod notes;
mod rules;
