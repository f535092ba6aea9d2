//! Text as it lies on disk: source files, byte spans in them, positions for people.
//!
//! The lowest floor. Knows nothing of Markdown, YAML or job searches.

pub mod arrow;
mod escape;
mod file_name;
mod inert;
mod lines;
mod listing;
mod near;
mod ordinal;
mod source;
mod span;
mod unread;
pub mod words;

pub use escape::{escaped, is_hidden};
pub use file_name::{NAME_LIMIT, file_name, is_safe_path};
pub use inert::{inert, shown};
pub use lines::{line_end, lines};
pub use listing::{counted, either, listed};
pub use near::{nearest, only_near};
pub use ordinal::{cardinal, ordinal};
pub use source::{Position, SourceFile};
pub use span::{Span, Spanned};
pub use unread::{Unread, Why};
