//! Whether a text is fit to send.

mod template;

use super::{Find, Finding, Rule, Scene};

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[&template::RULE];
