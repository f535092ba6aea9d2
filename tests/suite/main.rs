//! The suite: one binary, most of it against pure functions.

mod agenda;
mod answer;
mod chase;
mod close;
mod conventions;
mod desk;
mod keep;
mod letters;
mod note;
mod house;
mod notes;
mod render;
mod rules;
mod thank;
mod told;
