//! The suite: one binary, most of it against pure functions.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod agenda;
mod answer;
mod broken;
mod chase;
mod close;
mod conventions;
mod coverage;
mod debrief;
mod desk;
mod drafts;
mod example_vault;
mod find;
mod fit;
mod fix;
mod hasty;
mod house;
mod keep;
mod letters;
mod note;
mod notes;
mod papers;
mod prep;
mod prepare;
mod record;
mod render;
mod rules;
mod sheets;
mod start;
mod status;
mod stories;
mod thank;
mod ticks;
mod told;
mod wait;
