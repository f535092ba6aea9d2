//! What should lie in the vault, held against what does: the changes that are left to make.
//!
//! Nothing here touches a file; [`disk::apply`](crate::disk::apply) does.

mod change;

pub use change::{Action, Change, change};
