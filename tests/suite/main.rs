//! The suite: one binary, most of it against pure functions.

mod close;
mod notes;
mod rules;
mod thank;
mod told;
