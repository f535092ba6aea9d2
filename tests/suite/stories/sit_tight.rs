//! They ask for ten quiet days and a phone call after; not all of it is kept.

use super::Act::{Swap, Write};
use super::Story;

const COMPANY: &str = "Companies/Quarry Press.md";
const ROUND: &str = "Rounds/2025-05-06 Quarry Press.md";

#[test]
fn from_the_first_appointment_through_quiet_days_to_a_second_round() {
    Story {
        config: "",
        notes: &[
            (COMPANY, QUARRY),
            ("Interviewers/Hedda Storm.md", "---\ntype: interviewer\nhiring_role: supervisor\n---\n"),
            ("Interviewers/Nils Berg.md", "---\ntype: interviewer\nhiring_role: advisor\n---\n"),
            (ROUND, ROUND_ONE),
        ],
        acts: &[
            ("2025-05-06", &[Swap(ROUND, "state: planned\n", HELD), Swap(ROUND, "## Close\n", CLOSE)]),
            (
                "2025-05-07",
                &[Swap(
                    ROUND,
                    "## Log\n",
                    "## Log\n- 2025-05-06 handwritten thank-you to [[Hedda Storm]], [[Nils Berg]]\n\
                     - 2025-05-07 email thank-you to [[Hedda Storm]], [[Nils Berg]]\n\
                     - 2025-05-07 post thank-you to [[Hedda Storm]], [[Nils Berg]]\n",
                )],
            ),
            // Whoever only advises is not phoned.
            ("2025-05-08", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-05-08 phone other with [[Nils Berg]]\n")]),
            // Too soon, and not by phone.
            ("2025-05-09", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-05-09 email status to [[Hedda Storm]]\n")]),
            ("2025-05-12", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-05-12 email other to [[Hedda Storm]]: a typo\n")]),
            ("2025-05-20", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-05-19 phone check-in with [[Hedda Storm]]\n")]),
            (
                "2025-05-21",
                &[
                    Swap(ROUND, "## Log\n", "## Log\n- 2025-05-21 email proposal to [[Hedda Storm]]\n"),
                    Swap(COMPANY, "## Research\n", "## Research\n- 2025-05-21 company: an archive in the cellar\n"),
                ],
            ),
            // Their date has gone by; the day of grace too.
            ("2025-05-28", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-05-28 phone status with [[Hedda Storm]]\n")]),
            ("2025-05-30", &[Swap(ROUND, "result: pending", "result: advanced")]),
            ("2025-06-02", &[Write("Rounds/2025-06-10 Quarry Press.md", ROUND_TWO)]),
        ],
        from: "2025-05-02",
        table: TABLE,
    }
    .tell();
}

const QUARRY: &str = "\
---
type: company
position: Head of the bindery
status: waiting
applied_on: 2025-04-10
contact: \"[[Nils Berg]]\"
decider: \"[[Hedda Storm]]\"
rivals: 1
key_factors: [books on time]
posting_terms: [short runs, thread sewing]
post_address: [Quarry Press, 12 Stone Row, Ostby]
---
## Challenges
- books that leave a week late → kiln

## Needs
- nobody knows what a binding costs

## Research
- 2025-05-01 company: forty titles a year
- 2025-05-01 role: six people
";

const ROUND_ONE: &str = "\
---
type: round
company: \"[[Quarry Press]]\"
round: 1
state: planned
booked_on: 2025-05-02
interview_date: 2025-05-06
interviewers: [\"[[Hedda Storm]]\", \"[[Nils Berg]]\"]
---
## Close

## Log
";

const ROUND_TWO: &str = "\
---
type: round
company: \"[[Quarry Press]]\"
round: 2
state: planned
booked_on: 2025-06-02
interview_date: 2025-06-10
interviewers: [\"[[Hedda Storm]]\"]
---
";

const HELD: &str = "\
state: held
result: pending
hear_by: 2025-05-23
hear_by_confirmed: true
hear_by_rough: true
steps_when: in June
other_steps: none
rounds_left: 1
next_interviewers: declined
next_focus: technical
next_wants: a book bound by hand
play_up: [order]
sponsor: yes
check_in: phone
check_in_with: \"[[Hedda Storm]]\"
quiet_until: 2025-05-17
asked_for_job: true
said_match: true
";

const CLOSE: &str = "\
## Close
- next: a day at the press
- clear: yes
- concerns: none
- standing: one of two
- to win: deadlines

### [[Hedda Storm]]
- moment: the press from 1911, oiled on Fridays
- support: yes

### [[Nils Berg]]
- moment: the smell of glue he no longer notices
- support: yes
";

const TABLE: &str = "\
05-02 Fri nothing
05-03 Sat nothing
05-04 Sun nothing
05-05 Mon nothing
05-06 Tue open: thank/next-day Hedda Storm + Nils Berg, thank/posted-letter Hedda Storm + Nils Berg, thank/handwritten-card Hedda Storm + Nils Berg
          upcoming: 05-07 wait/research
          sit tight: 05-17
05-07 Wed open: wait/research
          sit tight: 05-17
05-08 Thu open: wait/research
          sit tight: 05-17
          faults: wait/advisor-call Nils Berg
05-09 Fri open: wait/research
          sit tight: 05-17
          faults: wait/channel, wait/too-soon
05-10 Sat open: wait/research
          sit tight: 05-17
          faults: wait/channel, wait/too-soon
05-11 Sun open: wait/research
          sit tight: 05-17
          faults: wait/channel, wait/too-soon
05-12 Mon open: wait/research
          sit tight: 05-17
          faults: wait/crowding
05-13 Tue today: wait/research
          sit tight: 05-17
          faults: wait/crowding
05-14 Wed overdue: wait/research
          sit tight: 05-17
          faults: wait/crowding
05-15 Thu overdue: wait/research
          sit tight: 05-17
          faults: wait/crowding
05-16 Fri overdue: wait/research
          sit tight: 05-17
          faults: wait/crowding
05-17 Sat overdue: wait/research
          upcoming: 05-19 wait/check-in Hedda Storm, 05-19 wait/company-need
          faults: wait/crowding
05-18 Sun overdue: wait/research
          upcoming: 05-19 wait/check-in Hedda Storm, 05-19 wait/company-need
          faults: wait/crowding
05-19 Mon overdue: wait/research
          today: wait/check-in Hedda Storm, wait/company-need
05-20 Tue overdue: wait/research, wait/company-need
05-21 Wed open: wait/research
05-22 Thu open: wait/research
05-23 Fri open: wait/research
05-24 Sat open: wait/research
05-25 Sun open: wait/research
          upcoming: 05-27 chase/status Hedda Storm
05-26 Mon open: wait/research
          upcoming: 05-27 chase/status Hedda Storm
05-27 Tue today: chase/status Hedda Storm
          open: wait/research
05-28 Wed today: wait/research
05-29 Thu overdue: wait/research
05-30 Fri overdue: wait/research
05-31 Sat overdue: wait/research
06-01 Sun overdue: wait/research
06-02 Mon nothing
06-03 Tue nothing
";
