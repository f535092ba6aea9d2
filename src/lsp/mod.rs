//! What an editor is told while somebody types: the language server protocol, over any two streams.
//!
//! One thread hears the editor and answers at once, from the last vault that was read and the text as it is being
//! typed; another reads the vault anew whenever the typing rests. What to say at a place is told by pure functions,
//! a file for each kind of answer. Nothing here touches a disk: reading is handed in as a [`Desk`], and what would
//! change a note goes to the editor as an edit, for the editor to make.

mod actions;
mod answers;
mod capabilities;
mod completion;
mod definition;
mod diagnostics;
mod document;
mod hints;
mod hover;
mod lines;
mod place;
mod protocol;
mod server;
mod uri;
mod wire;
mod world;

pub use server::{Desk, Ending, Job, serve};
pub use world::{Newcomer, World};
