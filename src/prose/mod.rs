//! A letter's text as its reader gets it: its parts, sentences, numbers, names and phrases.
//!
//! Everything compares normalised words, never exact sentences. Places are byte spans in the text
//! that was read, so that a finding can point at the words that it means. The built-in phrases are
//! English.

mod blank;
mod calendar;
mod evidence;
mod lexicon;
mod name;
mod number;
mod parts;
mod phrase;
mod quotation;
mod sentence;
mod slip;
mod terms;
mod visible;
mod word;

pub use blank::{BLANK, blanks, left_open};
pub use calendar::{is_calendar, mentions, names_weekday};
pub use evidence::{Deed, Evidence, Proof};
pub use lexicon::{Lexicon, WordSet};
pub use name::places;
pub use number::has_number;
pub use parts::{Heading, Prose};
pub use phrase::{Hit, Phrases, find, has_any, in_first_person, is_courteous, thanks};
pub use quotation::Quotation;
pub use sentence::Sentence;
pub use slip::is_slip;
pub use terms::Terms;
pub use visible::{visible, word_count};
pub use word::{Word, words};
