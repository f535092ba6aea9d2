//! What people and programs read: findings and agenda as text, one file for each format.
//!
//! Pure functions to `String`. Whatever comes from a note passes [`flat`] on its way out, so that no
//! control or bidirectional character reaches a terminal, and no line break forges a line.

pub mod agenda;
pub mod check;
pub mod data;
mod days;
pub mod diff;
pub mod explain;
pub mod export;
pub mod find;
pub mod ics;
mod json;
pub mod letter;
pub mod letters;
mod link;
mod markup;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod schema;
pub mod status;
mod wrap;

pub use days::{day, full_day};
pub use link::Links;
pub(crate) use wrap::wrapped;

use crate::text::escaped;

/// Text on one line, with hidden characters written out.
pub fn flat(text: &str) -> String {
    let line = if text.contains(['\n', '\r', '\t']) { text.replace(['\n', '\r', '\t'], " ") } else { text.to_owned() };
    escaped(&line).into_owned()
}
