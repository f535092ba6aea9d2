//! When they have answered, whatever the answer was.

mod ally;
mod lesson;
mod offer;
mod rejection;

use chrono::NaiveDate;

use super::{Application, Find, Finding, Rule};

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[&ally::RULE, &lesson::RULE, &offer::RULE, &rejection::RULE];

/// The day on which an application that is over was decided.
fn decided(application: &Application<'_>) -> Option<NaiveDate> {
    application.company.decided_on.get().filter(|_| !application.is_open())
}
