//! What was done goes into the notes: which note changes how when a duty is done, or a letter went out.
//!
//! A promise's own task line is ticked; a good word asked for sets `asked_on` in the contact; a letter that could go
//! out as it stands gets its `sent_on`; everything else is a line in the log of its round. One line of one note
//! changes, and where its heading or key is missing that too.

mod deed;
mod earlier;
mod recorder;
mod tick;

pub use deed::{Deed, Entry};
pub use recorder::{Act, Recorder};
pub use tick::Outcome;
