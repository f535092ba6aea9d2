//! One round at a paper mill before Easter, a date over the holidays, and a no.

use super::Act::Swap;
use super::Story;

const COMPANY: &str = "Companies/Reed Paper.md";
const ROUND: &str = "Rounds/2025-04-10 Reed Paper.md";
const ALLY: &str = "Contacts/Tove Lindahl.md";

#[test]
fn from_the_first_appointment_over_easter_to_a_rejection() {
    Story {
        config: "holidays = [\"2025-04-18\", \"2025-04-21\", \"2025-05-01\"]\n",
        notes: &[
            (COMPANY, REED),
            ("Interviewers/Ulla Vinter.md", "---\ntype: interviewer\nhiring_role: supervisor\n---\n"),
            (ROUND, ROUND_ONE),
            (ALLY, "---\ntype: contact\nknows: [\"[[Ulla Vinter]]\"]\n---\n"),
        ],
        acts: &[
            ("2025-04-10", &[Swap(ROUND, "state: planned\n", HELD), Swap(ROUND, "## Close\n", CLOSE)]),
            (
                "2025-04-11",
                &[
                    Swap(ROUND, "## Log\n", "## Log\n- 2025-04-11 email thank-you to [[Ulla Vinter]]\n"),
                    Swap(ALLY, "type: contact\n", "type: contact\nasked_on: 2025-04-11\nagreed: yes\n"),
                ],
            ),
            ("2025-04-15", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-04-14 post thank-you to [[Ulla Vinter]]\n")]),
            ("2025-04-23", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-04-22 email status to [[Ulla Vinter]]\n")]),
            (
                "2025-04-25",
                &[
                    Swap(ROUND, "result: pending", "result: rejected"),
                    Swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-04-24\n"),
                ],
            ),
            ("2025-05-02", &[Swap(ALLY, "asked_on: 2025-04-11\n", "asked_on: 2025-04-11\nthanked_on: 2025-05-02\n")]),
            (
                "2025-05-05",
                &[Swap(COMPANY, "rivals: 2\n", "rivals: 2\nlesson: know the product before the first talk\n")],
            ),
        ],
        from: "2025-04-07",
        table: TABLE,
    }
    .tell();
}

const REED: &str = "\
---
type: company
position: Shift leader
status: waiting
applied_on: 2025-03-20
decider: declined
rivals: 2
key_factors: [steady machines]
posting_terms: [paper quality, shift handover]
post_address: [Reed Paper, 8 Mill Lane, Ostby]
---
## Challenges
- breaks in the web at night → kiln

## Research
- 2025-04-05 company: runs on its own water
- 2025-04-05 role: one of four
";

const ROUND_ONE: &str = "\
---
type: round
company: \"[[Reed Paper]]\"
round: 1
state: planned
booked_on: 2025-04-07
interview_date: 2025-04-10
interviewers: [\"[[Ulla Vinter]]\"]
---
## Close

## Log
";

const HELD: &str = "\
state: held
result: pending
hear_by: 2025-04-17
hear_by_confirmed: true
next_step: a day on shift
steps_when: after Easter
other_steps: none
rounds_left: 0
check_in: email
asked_for_job: true
said_match: true
";

const CLOSE: &str = "\
## Close
### [[Ulla Vinter]]
- moment: the sheet she held against the light
- concerns: none
- clear: yes
- standing: declined
- to win: nights
- support: unsure
";

const TABLE: &str = "\
04-07 Mon nothing
04-08 Tue nothing
04-09 Wed nothing
04-10 Thu open: thank/next-day Ulla Vinter, thank/posted-letter Ulla Vinter, thank/handwritten-card Ulla Vinter, wait/good-word Tove Lindahl
          upcoming: 04-11 wait/research
04-11 Fri today: thank/posted-letter Ulla Vinter, thank/handwritten-card Ulla Vinter
          open: wait/research
04-12 Sat overdue: thank/posted-letter Ulla Vinter, thank/handwritten-card Ulla Vinter
          open: wait/research
04-13 Sun overdue: thank/posted-letter Ulla Vinter, thank/handwritten-card Ulla Vinter
          open: wait/research
04-14 Mon overdue: thank/posted-letter Ulla Vinter, thank/handwritten-card Ulla Vinter
          open: wait/research
04-15 Tue open: wait/research
04-16 Wed open: wait/research
04-17 Thu today: wait/research
04-18 Fri overdue: wait/research
04-19 Sat overdue: wait/research
04-20 Sun overdue: wait/research
          upcoming: 04-22 chase/status Ulla Vinter
04-21 Mon overdue: wait/research
          upcoming: 04-22 chase/status Ulla Vinter
04-22 Tue overdue: wait/research
          today: chase/status Ulla Vinter
04-23 Wed overdue: wait/research
04-24 Thu overdue: wait/research
04-25 Fri today: answer/rejection Ulla Vinter
          open: answer/ally Tove Lindahl, answer/lesson
04-26 Sat overdue: answer/rejection Ulla Vinter
          open: answer/ally Tove Lindahl, answer/lesson
04-27 Sun overdue: answer/rejection Ulla Vinter
          open: answer/ally Tove Lindahl, answer/lesson
04-28 Mon overdue: answer/rejection Ulla Vinter
          open: answer/ally Tove Lindahl, answer/lesson
04-29 Tue overdue: answer/rejection Ulla Vinter
          today: answer/ally Tove Lindahl
          open: answer/lesson
04-30 Wed overdue: answer/rejection Ulla Vinter, answer/ally Tove Lindahl
          open: answer/lesson
05-01 Thu overdue: answer/rejection Ulla Vinter, answer/ally Tove Lindahl
          open: answer/lesson
05-02 Fri overdue: answer/rejection Ulla Vinter
          today: answer/lesson
05-03 Sat overdue: answer/rejection Ulla Vinter, answer/lesson
05-04 Sun overdue: answer/rejection Ulla Vinter, answer/lesson
05-05 Mon overdue: answer/rejection Ulla Vinter
05-06 Tue overdue: answer/rejection Ulla Vinter
05-07 Wed overdue: answer/rejection Ulla Vinter
05-08 Thu overdue: answer/rejection Ulla Vinter
05-09 Fri overdue: answer/rejection Ulla Vinter
05-10 Sat nothing
05-11 Sun nothing
";
