//! answer

use super::Rule;

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[];
