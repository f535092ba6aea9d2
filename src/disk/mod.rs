//! The only room that touches files: reads the notes of a vault, applies changes to it, keeps what
//! was replaced in a private folder outside.
//!
//! Reading never waits on anything that is no regular file and never follows a link below the
//! root. Writing is all or nothing, flushed before it counts as done, and never replaces a text
//! that was not read.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that touches files, and says where the state folder is"
)]

mod answer;
mod apply;
mod aside;
mod bounds;
mod commit;
#[cfg(test)]
mod fixture;
mod folder;
mod hand_over;
mod journal;
mod listing;
mod lock;
mod look;
mod make;
mod memory;
mod open;
mod root;
mod scan;
mod script;
mod selection;
mod state;
mod store;
mod templates;
mod temporary;
mod trust;
mod turn;
mod undo;
mod unread;
mod watch;

pub use answer::{Answer, Question};
pub use apply::{Applied, apply, refusals};
pub use aside::LATE;
pub use hand_over::{Handed, hand_over};
pub use listing::{Lies, Listing, is_empty, lies_at};
pub use look::Looks;
pub use make::{has_folder, make_folder, make_root};
pub use memory::{fought_over, remember, remembered};
pub use root::{ROOT_MARKER, find_root, is_root, path_below, read_file};
pub use scan::{Batch, NOTE_LIMIT, Scan, read, reread};
pub use script::make_script;
pub use selection::{BadGlob, Selection};
pub use state::{State, hash};
pub use templates::{TEMPLATE_LIMIT, templates};
pub use turn::sweep;
pub use undo::{Back, Past, PastFile, back, close, forget, past};
pub use watch::{Bell, Changes, POLL, Wake, Watch};
