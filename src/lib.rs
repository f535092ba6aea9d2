#![doc = include_str!("ARCHITECTURE.md")]

pub mod agenda;
pub mod checklist;
pub mod cli;
pub mod debrief;
pub mod diagnostic;
pub mod disk;
pub mod edit;
mod error;
pub mod letters;
pub mod lsp;
pub mod manuscript;
pub mod model;
pub mod outbox;
#[cfg(feature = "pdf")]
pub mod page;
pub mod parse;
pub mod prose;
pub mod record;
pub mod render;
pub mod start;
pub mod status;
pub mod text;
mod threads;

pub use error::Error;
