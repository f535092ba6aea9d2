//! The sound vault with a second round to come, for which everything is prepared.

use crate::checklist::example::{COMPANY, Edit};

/// A day on which its preparation has been open for a while, and nothing is due.
pub(super) const DAY: &str = "2025-03-10";

/// The business day before the interview.
pub(super) const EVE: &str = "2025-03-12";

/// Path of the round.
pub(super) const SECOND: &str = "Rounds/2025-03-13 Harbour Glass.md";

/// The round, on Thursday 13 March 2025.
pub(super) const PLANNED: Edit = Edit::Write(
    SECOND,
    "\
---
type: round
company: \"[[Harbour Glass]]\"
round: 2
state: planned
booked_on: 2025-03-05
interview_date: 2025-03-13
interviewers: [\"[[Ines Falk]]\"]
---
## Prepare
- extra mile: the shift handover on one page
",
);

/// What was found out for it, beside what the sound vault has.
pub(super) const RESEARCHED: Edit =
    Edit::Swap(COMPANY, "## Research\n", "## Research\n- 2025-03-06 [[Ines Falk]]: wrote on clear melts\n");
