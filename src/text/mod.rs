//! Text as it lies on disk: source files, byte spans in them, positions for people.
//!
//! The lowest floor. Knows nothing of Markdown, YAML or job searches.

mod escape;
mod source;
mod span;
pub mod words;

pub use escape::{escaped, is_hidden};
pub use source::{Position, SourceFile};
pub use span::{Span, Spanned};
