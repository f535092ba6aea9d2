//! The views of the search as JSON, version 1: one object on one line.

mod coverage;
mod overview;
mod promises;
mod support;
mod timeline;
mod waivers;
mod week;

pub use coverage::coverage;
pub use overview::overview;
pub use promises::promises;
pub use support::support;
pub use timeline::timeline;
pub use waivers::waivers;
pub use week::week;

use serde::Serialize;

use crate::render::json::text;

/// What every view has in common.
#[derive(Serialize)]
struct Whole<T> {
    version: u32,
    today: String,
    #[serde(flatten)]
    view: T,
}

fn whole(today: chrono::NaiveDate, view: impl Serialize) -> String {
    text(&Whole { version: 1, today: today.to_string(), view })
}
