//! A Friday in December, no date for an answer, and then nothing at all.

use super::Act::Swap;
use super::Story;

const COMPANY: &str = "Companies/Fell Optics.md";
const ROUND: &str = "Rounds/2024-12-13 Fell Optics.md";

#[test]
fn from_the_first_appointment_over_the_new_year_into_silence() {
    Story {
        config: "holidays = [\"2024-12-25\", \"2024-12-26\", \"2025-01-01\"]\n",
        notes: &[
            (COMPANY, FELL),
            ("Interviewers/Pia Lund.md", "---\ntype: interviewer\nhiring_role: hr\n---\n"),
            ("Interviewers/Rolf Aas.md", "---\ntype: interviewer\nhiring_role: decider\n---\n"),
            (ROUND, ROUND_ONE),
        ],
        acts: &[
            ("2024-12-13", &[Swap(ROUND, "state: planned\n", HELD), Swap(ROUND, "## Close\n", CLOSE)]),
            (
                "2024-12-15",
                &[Swap(
                    ROUND,
                    "## Log\n",
                    "## Log\n- 2024-12-14 email thank-you to [[Rolf Aas]]\n\
                     - 2024-12-15 email thank-you to [[Pia Lund]]\n",
                )],
            ),
            (
                "2024-12-17",
                &[Swap(
                    ROUND,
                    "## Log\n",
                    "## Log\n- 2024-12-16 post thank-you to [[Rolf Aas]]\n\
                     - 2024-12-17 handwritten thank-you to [[Pia Lund]]\n",
                )],
            ),
            ("2024-12-21", &[Swap(ROUND, "## Log\n", "## Log\n- 2024-12-20 email status to [[Pia Lund]]\n")]),
            ("2024-12-27", &[Swap(ROUND, "## Log\n", "## Log\n- 2024-12-27 phone decision-call with [[Rolf Aas]]\n")]),
            ("2024-12-29", &[Swap(COMPANY, "## Research\n", "## Research\n- 2024-12-29 company: a fair in May\n")]),
            ("2025-01-03", &[Swap(ROUND, "## Log\n", "## Log\n- 2025-01-03 phone status with [[Pia Lund]]\n")]),
            (
                "2025-01-11",
                &[Swap(
                    COMPANY,
                    "rivals: declined\n",
                    "rivals: declined\nhold: [chase/stuck until 2025-01-14 because their board meets on the 13th]\n",
                )],
            ),
            ("2025-01-15", &[Swap(COMPANY, "status: waiting", "status: closed")]),
            ("2025-01-16", &[Swap(COMPANY, "status: closed", "status: closed\nlesson: ask for a date")]),
        ],
        from: "2024-12-11",
        table: TABLE,
    }
    .tell();
}

const FELL: &str = "\
---
type: company
position: Lens grinder
status: waiting
applied_on: 2024-11-25
contact: \"[[Pia Lund]]\"
decider: \"[[Rolf Aas]]\"
rivals: declined
key_factors: [a steady hand]
posting_terms: [clean room, first article]
post_address: [Fell Optics, 3 Hill Road, Ostby]
---
## Challenges
- too many lenses are ground twice → kiln

## Research
- 2024-12-01 company: makes lenses for lighthouses
- 2024-12-01 role: two at a bench
";

const ROUND_ONE: &str = "\
---
type: round
company: \"[[Fell Optics]]\"
round: 1
state: planned
booked_on: 2024-12-05
interview_date: 2024-12-13
interviewers: [\"[[Rolf Aas]]\", \"[[Pia Lund]]\"]
---
## Close

## Log
";

const HELD: &str = "\
state: held
hear_by: declined
next_step: they will be in touch
steps_when: declined
other_steps: none
rounds_left: 0
check_in: any
asked_for_job: true
said_match: true
";

const CLOSE: &str = "\
## Close
- clear: yes
- concerns: none
- standing: declined
- to win: patience

### [[Rolf Aas]]
- moment: the lens he wears on a string
- support: unsure

### [[Pia Lund]]
- moment: the plan of the house that she drew herself
- support: yes
";

const TABLE: &str = "\
12-11 Wed nothing
12-12 Thu nothing
12-13 Fri open: thank/next-day Pia Lund + Rolf Aas, thank/posted-letter Pia Lund + Rolf Aas, thank/handwritten-card Pia Lund + Rolf Aas
          upcoming: 12-14 wait/research
12-14 Sat today: thank/next-day Pia Lund + Rolf Aas, thank/posted-letter Pia Lund + Rolf Aas, thank/handwritten-card Pia Lund + Rolf Aas
          open: wait/research
12-15 Sun overdue: thank/posted-letter Pia Lund + Rolf Aas, thank/handwritten-card Pia Lund + Rolf Aas
          open: wait/research
12-16 Mon overdue: thank/posted-letter Pia Lund + Rolf Aas, thank/handwritten-card Pia Lund + Rolf Aas
          open: wait/research
12-17 Tue open: wait/research
12-18 Wed open: wait/research
          upcoming: 12-20 chase/status Pia Lund
12-19 Thu open: wait/research
          upcoming: 12-20 chase/status Pia Lund
12-20 Fri today: chase/status Pia Lund, wait/research
12-21 Sat overdue: wait/research
          upcoming: 12-23 chase/decider-call Rolf Aas
12-22 Sun overdue: wait/research
          upcoming: 12-23 chase/decider-call Rolf Aas
12-23 Mon overdue: wait/research
          today: chase/decider-call Rolf Aas
12-24 Tue overdue: chase/decider-call Rolf Aas, wait/research
12-25 Wed overdue: chase/decider-call Rolf Aas, wait/research
12-26 Thu overdue: chase/decider-call Rolf Aas, wait/research
12-27 Fri overdue: wait/research
12-28 Sat overdue: wait/research
12-29 Sun open: wait/research
          upcoming: 12-31 chase/again Pia Lund
12-30 Mon open: wait/research
          upcoming: 12-31 chase/again Pia Lund
12-31 Tue today: chase/again Pia Lund
          open: wait/research
01-01 Wed overdue: chase/again Pia Lund
          open: wait/research
01-02 Thu overdue: chase/again Pia Lund
          open: wait/research
01-03 Fri open: wait/research
01-04 Sat open: wait/research
01-05 Sun today: wait/research
01-06 Mon overdue: wait/research
01-07 Tue overdue: wait/research
01-08 Wed overdue: wait/research
          upcoming: 01-10 chase/stuck
01-09 Thu overdue: wait/research
          upcoming: 01-10 chase/stuck
01-10 Fri overdue: wait/research
          today: chase/stuck
01-11 Sat overdue: wait/research
          on hold: chase/stuck 01-14
01-12 Sun overdue: wait/research
          on hold: chase/stuck 01-14
01-13 Mon overdue: wait/research
          on hold: chase/stuck 01-14
01-14 Tue overdue: wait/research, chase/stuck
01-15 Wed nothing
01-16 Thu nothing
01-17 Fri nothing
";
