//! What should lie in the vault, held against what does: the changes that are left to make.
//!
//! Nothing here touches a file; [`disk::apply`](crate::disk::apply) does.

mod change;
mod name;

pub use change::{Action, Change, change};
pub use name::{NAME_LIMIT, file_name, is_safe_path};
