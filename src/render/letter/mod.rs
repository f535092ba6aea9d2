//! A letter's ways out of the house: plain text, HTML, mail, a link that opens a mail program, a page.
//!
//! Each is a view of the same [`Manuscript`](crate::manuscript::Manuscript). What comes from a note
//! is data in all of them: it closes no tag, starts no header, ends no address.

mod eml;
mod html;
mod mailto;
mod text;

pub use eml::eml;
pub use html::html;
pub use mailto::mailto;
pub use text::text;
