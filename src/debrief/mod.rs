//! The two minutes after an interview: what is still to be written down, what the Scrawl seems to say, and the
//! answers' way into the notes of the round and its company.
//!
//! Pure: questions and proposals are handed to whoever asks them, answers come back as words.

mod answer;
mod missing;
mod question;
mod scrawl;
mod write;

pub use answer::{Reply, promise};
pub use missing::{Debrief, latest};
pub use question::{ABOUT, COMPANY, PERSON, Question, ROUND, SAID_WHEN, question};
pub use scrawl::{Known, Meaning, Proposal, proposals};
pub use write::Answers;
