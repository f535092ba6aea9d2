//! The search at a glance: each view is data made from the notes and from what the checklist found.
//!
//! Nothing here judges: a view counts, orders and repeats what the notes say, and where they say too little
//! for a trend, it says so.

mod basis;
mod coverage;
mod erase;
mod hit;
mod overview;
mod pipeline;
mod promises;
mod said;
mod stage;
mod support;
mod thanks;
mod timeline;
mod trend;
mod waivers;
mod week;

pub use basis::{Basis, Place};
pub use coverage::{Counts, Coverage, RuleCoverage, StageCoverage};
pub use hit::{Hit, HitKind};
pub use overview::{Ahead, Overview, Row, What};
pub use pipeline::{Pipeline, Step};
pub use promises::{PromiseLine, PromiseView, Standing};
pub use said::find;
pub use stage::Stage;
pub use support::{Backing, Said, Support, SupportView};
pub use thanks::{Thanked, ThanksView};
pub use timeline::{Event, EventKind, Timeline};
pub use trend::{LEAST, Measure, Share, Trend, Verdict};
pub use waivers::{Silence, Waivers};
pub use week::{Doubt, Week};
