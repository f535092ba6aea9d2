//! What a note waives, and what it puts on hold.

use chrono::NaiveDate;

use super::Named;
use crate::text::Span;

/// How an entry of `waive` or `hold` begins: `RULE [for PERSON]`.
pub fn silencing(rule: &str, person: Option<&str>) -> String {
    person.map_or_else(|| rule.to_owned(), |person| format!("{rule} for {person}"))
}

/// The `waive` and `hold` of one note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exemptions {
    /// Rules silenced here.
    pub waivers: Box<[Waiver]>,
    /// Duties that rest until a day.
    pub holds: Box<[Hold]>,
}

/// `RULE [for PERSON] because REASON`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The rule's id, as written.
    pub rule: String,
    /// Only for this person.
    pub person: Option<Named>,
    /// Why; empty where no ` because ` was written.
    pub reason: String,
    /// Where it is written.
    pub span: Span,
}

/// `RULE [for PERSON] until DATE because REASON`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The rule's id, as written.
    pub rule: String,
    /// Only for this person.
    pub person: Option<Named>,
    /// The day on which the duty is back; `None` where none can be read.
    pub until: Option<NaiveDate>,
    /// Why; empty where no ` because ` was written.
    pub reason: String,
    /// Where it is written.
    pub span: Span,
}
