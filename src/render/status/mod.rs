//! The views of the search: for a terminal, as JSON.

pub mod human;
pub mod json;

use crate::model::HiringRole;

/// Somebody's part in the choice, as a note says it.
fn role(role: HiringRole) -> &'static str {
    match role {
        HiringRole::Hr => "hr",
        HiringRole::Screener => "screener",
        HiringRole::Peer => "peer",
        HiringRole::Advisor => "advisor",
        HiringRole::Supervisor => "supervisor",
        HiringRole::Decider => "decider",
        HiringRole::Executive => "executive",
    }
}
