//! The views of the search: for a terminal, as JSON.

pub mod human;
pub mod json;
