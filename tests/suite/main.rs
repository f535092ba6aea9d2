//! The suite: one binary, most of it against pure functions.

mod agenda;
mod close;
mod notes;
mod render;
mod rules;
mod thank;
mod told;
