//! What was promised in a round, kept.

mod promise;
mod references;

use super::{Application, Find, Finding, Held, Rule};

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[&promise::RULE, &references::RULE];
