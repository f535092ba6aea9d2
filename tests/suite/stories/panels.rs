//! Two panels on two days at the end of a leap February, with promises to keep and an ally in both.

use super::Act::Swap;
use super::Story;

const ALDER: &str = "Companies/Alder Mill.md";
const BIRCH: &str = "Companies/Birch Works.md";
const ALDER_ROUND: &str = "Rounds/2024-02-28 Alder Mill.md";
const BIRCH_ROUND: &str = "Rounds/2024-03-01 Birch Works.md";
const FINN: &str = "Contacts/Finn Moss.md";

#[test]
fn two_panels_with_promises_and_an_ally_in_both() {
    Story {
        config: "",
        notes: &[
            (ALDER, ALDER_TEXT),
            (BIRCH, BIRCH_TEXT),
            ("Interviewers/Ada Holm.md", "---\ntype: interviewer\nhiring_role: decider\n---\n"),
            ("Interviewers/Bo Strand.md", "---\ntype: interviewer\nhiring_role: peer\n---\n"),
            ("Interviewers/Cleo Park.md", "---\ntype: interviewer\nhiring_role: hr\n---\n"),
            ("Interviewers/Dan Reyes.md", "---\ntype: interviewer\nhiring_role: decider\n---\n"),
            (FINN, "---\ntype: contact\nknows: [\"[[Bo Strand]]\"]\ninfluences: [\"[[Birch Works]]\"]\n---\n"),
            (ALDER_ROUND, ALDER_BOOKED),
            (BIRCH_ROUND, BIRCH_BOOKED),
        ],
        acts: &[
            (
                "2024-02-28",
                &[Swap(ALDER_ROUND, "state: planned\n", ALDER_HELD), Swap(ALDER_ROUND, "## Close\n", ALDER_CLOSE)],
            ),
            (
                "2024-02-29",
                &[
                    Swap(
                        ALDER_ROUND,
                        "## Log\n",
                        "## Log\n- 2024-02-29 email thank-you to [[Ada Holm]], [[Bo Strand]]\n\
                         - 2024-02-29 post thank-you to [[Ada Holm]]\n",
                    ),
                    Swap(ALDER_ROUND, "- [ ] Send the shift plan", "- [x] Send the shift plan"),
                ],
            ),
            (
                "2024-03-01",
                &[
                    Swap(BIRCH_ROUND, "state: planned\n", BIRCH_HELD),
                    Swap(BIRCH_ROUND, "## Close\n", BIRCH_CLOSE),
                    Swap(FINN, "type: contact\n", "type: contact\nasked_on: 2024-03-01\n"),
                ],
            ),
            (
                "2024-03-02",
                &[Swap(
                    BIRCH_ROUND,
                    "## Log\n",
                    "## Log\n- 2024-03-02 email thank-you to [[Cleo Park]], [[Dan Reyes]]\n",
                )],
            ),
            (
                "2024-03-04",
                &[Swap(
                    BIRCH_ROUND,
                    "## Log\n",
                    "## Log\n- 2024-03-04 post thank-you to [[Dan Reyes]], [[Cleo Park]]\n",
                )],
            ),
            ("2024-03-05", &[Swap(ALDER_ROUND, "## Log\n", "## Log\n- 2024-03-05 post thank-you to [[Bo Strand]]\n")]),
            ("2024-03-07", &[Swap(BIRCH_ROUND, "- [ ] Send the references", "- [x] Send the references")]),
            ("2024-03-08", &[Swap(ALDER_ROUND, "- [ ] Send a photo of the kiln", "- [-] Send a photo of the kiln")]),
            ("2024-03-09", &[Swap(ALDER, "## Research\n", "## Research\n- 2024-03-09 company: a saw from 1950\n")]),
            ("2024-03-12", &[Swap(ALDER_ROUND, "## Log\n", "## Log\n- 2024-03-11 email check-in to [[Ada Holm]]\n")]),
            // Alder names a new date; Birch wants somebody else.
            ("2024-03-14", &[Swap(ALDER_ROUND, "hear_by: 2024-03-13", "hear_by: 2024-03-20")]),
            (
                "2024-03-15",
                &[
                    Swap(BIRCH, "status: interviewing\n", "status: rejected\ndecided_on: 2024-03-15\n"),
                    Swap(BIRCH_ROUND, "result: pending", "result: rejected"),
                ],
            ),
            (
                "2024-03-18",
                &[
                    Swap(BIRCH_ROUND, "## Log\n", "## Log\n- 2024-03-18 email rejection-thanks to [[Cleo Park]]\n"),
                    Swap(BIRCH, "rivals: 3\n", "rivals: 3\nlesson: bring a sketch\n"),
                ],
            ),
            ("2024-03-19", &[Swap(FINN, "asked_on: 2024-03-01\n", "asked_on: 2024-03-01\nthanked_on: 2024-03-19\n")]),
        ],
        from: "2024-02-26",
        table: TABLE,
    }
    .tell();
}

const ALDER_TEXT: &str = "\
---
type: company
position: Works manager
status: interviewing
applied_on: 2024-02-05
decider: \"[[Ada Holm]]\"
rivals: 2
key_factors: [dry timber]
posting_terms: [kiln drying, safe work]
post_address: [Alder Mill, 1 Wood Lane, Ostby]
---
## Challenges
- boards that warp ([[Ada Holm]]) → kiln

## Research
- 2024-02-20 company: three kilns
- 2024-02-20 role: new
";

const BIRCH_TEXT: &str = "\
---
type: company
position: Plant engineer
status: interviewing
applied_on: 2024-02-06
contact: \"[[Cleo Park]]\"
decider: \"[[Dan Reyes]]\"
rivals: 3
key_factors: [few stops]
posting_terms: [lean lines, safe work]
post_address: [Birch Works, 7 Lathe Street, Ostby]
---
## Challenges
- the line stops twice a day ([[Dan Reyes]]) → kiln

## Research
- 2024-02-22 company: makes spoons
- 2024-02-22 role: reports to the owner
";

const ALDER_BOOKED: &str = "\
---
type: round
company: \"[[Alder Mill]]\"
round: 1
state: planned
booked_on: 2024-02-20
interview_date: 2024-02-28
format: panel
interviewers: [\"[[Ada Holm]]\", \"[[Bo Strand]]\"]
---
## Close

## Promises

## Log
";

const BIRCH_BOOKED: &str = "\
---
type: round
company: \"[[Birch Works]]\"
round: 1
state: planned
booked_on: 2024-02-21
interview_date: 2024-03-01
format: panel
interviewers: [\"[[Cleo Park]]\", \"[[Dan Reyes]]\"]
---
## Close

## Promises

## Log
";

const ALDER_HELD: &str = "\
state: held
hear_by: 2024-03-13
hear_by_confirmed: true
steps_when: in March
other_steps: none
rounds_left: 0
check_in: email
check_in_on: 2024-03-09
asked_for_job: true
said_match: true
";

const ALDER_CLOSE: &str = "\
## Close
- next: their answer
- clear: yes
- concerns: none
- standing: first
- to win: patience

### [[Ada Holm]]
- moment: sawdust on her shoes
- support: yes

### [[Bo Strand]]
- moment: the smell of cedar
- support: yes

## Promises
- [ ] Send the shift plan to [[Ada Holm]]
- [ ] Send a photo of the kiln to [[Bo Strand]] 📅 2024-03-06
";

const BIRCH_HELD: &str = "\
state: held
result: pending
hear_by: 2024-03-14
hear_by_confirmed: true
steps_when: within two weeks
other_steps: [two references]
rounds_left: 0
check_in: any
asked_for_job: true
said_match: true
";

const BIRCH_CLOSE: &str = "\
## Close
- next: references
- clear: yes
- concerns: none
- standing: second
- to win: a sketch

### [[Cleo Park]]
- moment: the spoon in her pocket
- support: yes

### [[Dan Reyes]]
- moment: a clock without hands
- support: deflected, then yes

## Promises
- [ ] Send the references to [[Cleo Park]] 📅 2024-03-08
";

const TABLE: &str = "\
02-26 Mon nothing
02-27 Tue nothing
02-28 Wed open: keep/promise Ada Holm @Alder Mill, thank/next-day Ada Holm + Bo Strand @Alder Mill, thank/posted-letter Ada Holm + Bo Strand @Alder Mill, keep/promise Bo Strand @Alder Mill, thank/handwritten-card Ada Holm + Bo Strand @Alder Mill, wait/good-word Finn Moss @Alder Mill
          upcoming: 02-29 wait/research @Alder Mill
          sit tight: 03-09 @Alder Mill
          faults: keep/promise Ada Holm @Alder Mill
02-29 Thu today: thank/posted-letter Bo Strand @Alder Mill, thank/handwritten-card Bo Strand @Alder Mill, wait/good-word Finn Moss @Alder Mill
          open: keep/promise Bo Strand @Alder Mill, wait/research @Alder Mill
          sit tight: 03-09 @Alder Mill
03-01 Fri overdue: thank/posted-letter Bo Strand @Alder Mill, thank/handwritten-card Bo Strand @Alder Mill
          open: thank/next-day Cleo Park + Dan Reyes @Birch Works, thank/posted-letter Cleo Park + Dan Reyes @Birch Works, keep/promise Bo Strand @Alder Mill, keep/promise Cleo Park @Birch Works, thank/handwritten-card Cleo Park + Dan Reyes @Birch Works, wait/research @Alder Mill
          upcoming: 03-02 wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-02 Sat overdue: thank/posted-letter Bo Strand @Alder Mill, thank/handwritten-card Bo Strand @Alder Mill
          today: thank/posted-letter Cleo Park + Dan Reyes @Birch Works, thank/handwritten-card Cleo Park + Dan Reyes @Birch Works
          open: keep/promise Bo Strand @Alder Mill, keep/promise Cleo Park @Birch Works, wait/research @Alder Mill, wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-03 Sun overdue: thank/posted-letter Bo Strand @Alder Mill, thank/posted-letter Cleo Park + Dan Reyes @Birch Works, thank/handwritten-card Bo Strand @Alder Mill, thank/handwritten-card Cleo Park + Dan Reyes @Birch Works
          open: keep/promise Bo Strand @Alder Mill, keep/promise Cleo Park @Birch Works, wait/research @Alder Mill, wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-04 Mon overdue: thank/posted-letter Bo Strand @Alder Mill, thank/handwritten-card Bo Strand @Alder Mill
          open: keep/promise Bo Strand @Alder Mill, keep/promise Cleo Park @Birch Works, wait/research @Alder Mill, wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-05 Tue open: keep/promise Bo Strand @Alder Mill, keep/promise Cleo Park @Birch Works, wait/research @Alder Mill, wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-06 Wed today: keep/promise Bo Strand @Alder Mill, wait/research @Alder Mill
          open: keep/promise Cleo Park @Birch Works, wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-07 Thu overdue: keep/promise Bo Strand @Alder Mill, wait/research @Alder Mill
          open: wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-08 Fri overdue: wait/research @Alder Mill
          today: wait/research @Birch Works
          sit tight: 03-09 @Alder Mill
03-09 Sat overdue: wait/research @Birch Works
          open: wait/research @Alder Mill
          upcoming: 03-11 wait/check-in Ada Holm @Alder Mill
03-10 Sun overdue: wait/research @Birch Works
          open: wait/research @Alder Mill
          upcoming: 03-11 wait/check-in Ada Holm @Alder Mill
03-11 Mon overdue: wait/research @Birch Works
          today: wait/check-in Ada Holm @Alder Mill
          open: wait/research @Alder Mill
03-12 Tue overdue: wait/research @Birch Works
          open: wait/research @Alder Mill
          upcoming: 03-14 chase/status Ada Holm @Alder Mill
03-13 Wed overdue: wait/research @Birch Works
          open: wait/research @Alder Mill
          upcoming: 03-14 chase/status Ada Holm @Alder Mill, 03-15 chase/status Cleo Park @Birch Works
03-14 Thu overdue: wait/research @Birch Works
          open: wait/research @Alder Mill
          upcoming: 03-15 chase/status Cleo Park @Birch Works
03-15 Fri open: answer/rejection Cleo Park @Birch Works, wait/research @Alder Mill, answer/ally Finn Moss @Birch Works, answer/lesson @Birch Works
03-16 Sat today: wait/research @Alder Mill
          open: answer/rejection Cleo Park @Birch Works, answer/ally Finn Moss @Birch Works, answer/lesson @Birch Works
03-17 Sun overdue: wait/research @Alder Mill
          open: answer/rejection Cleo Park @Birch Works, answer/ally Finn Moss @Birch Works, answer/lesson @Birch Works
03-18 Mon overdue: wait/research @Alder Mill
          open: answer/ally Finn Moss @Birch Works
03-19 Tue overdue: wait/research @Alder Mill
          upcoming: 03-21 chase/status Ada Holm @Alder Mill
03-20 Wed overdue: wait/research @Alder Mill
          upcoming: 03-21 chase/status Ada Holm @Alder Mill
03-21 Thu overdue: wait/research @Alder Mill
          today: chase/status Ada Holm @Alder Mill
03-22 Fri overdue: chase/status Ada Holm @Alder Mill, wait/research @Alder Mill
";
