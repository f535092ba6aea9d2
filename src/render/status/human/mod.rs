//! The views of the search for a terminal of 80 columns; ANSI colours where `colour` says so.

mod coverage;
pub(in crate::render) mod overview;
mod page;
mod promises;
pub(in crate::render) mod support;
pub(in crate::render) mod timeline;
mod waivers;
mod week;
pub(in crate::render) mod wording;

pub use coverage::coverage;
pub use overview::overview;
pub(in crate::render) use page::{Page, short};
pub use promises::promises;
pub use support::support;
pub use timeline::timeline;
pub use waivers::waivers;
pub use week::week;
