//! Two rounds at a ferry line, a word on the phone, and an offer.

use super::Act::{Swap, Write};
use super::Story;

const COMPANY: &str = "Companies/Tern Ferries.md";
const FIRST: &str = "Rounds/2025-03-04 Tern Ferries.md";
const SECOND: &str = "Rounds/2025-03-17 Tern Ferries.md";

#[test]
fn from_the_first_appointment_to_an_offer() {
    Story {
        config: "",
        notes: &[
            (COMPANY, TERN),
            ("Interviewers/Maud Ekberg.md", "---\ntype: interviewer\nhiring_role: hr\n---\n"),
            ("Interviewers/Olaf Brandt.md", "---\ntype: interviewer\nhiring_role: decider\n---\n"),
            (FIRST, ROUND_ONE),
        ],
        acts: &[
            ("2025-03-05", &[Swap(FIRST, "state: planned\n", HELD_ONE), Swap(FIRST, "## Close\n", CLOSE_ONE)]),
            ("2025-03-06", &[Swap(FIRST, "## Log\n", "## Log\n- 2025-03-05 email thank-you to [[Maud Ekberg]]\n")]),
            ("2025-03-07", &[Swap(FIRST, "## Log\n", "## Log\n- 2025-03-06 post thank-you to [[Maud Ekberg]]\n")]),
            (
                "2025-03-09",
                &[Swap(COMPANY, "## Research\n", "## Research\n- 2025-03-09 company: a line to the north\n")],
            ),
            // They ring a day before the date they gave.
            ("2025-03-10", &[Swap(FIRST, "result: pending", "result: advanced"), Write(SECOND, ROUND_TWO)]),
            ("2025-03-17", &[Swap(SECOND, "state: planned\n", HELD_TWO), Swap(SECOND, "## Close\n", CLOSE_TWO)]),
            (
                "2025-03-18",
                &[Swap(
                    SECOND,
                    "## Log\n",
                    "## Log\n- 2025-03-17 lobby thank-you to [[Olaf Brandt]]\n\
                     - 2025-03-18 email thank-you to [[Olaf Brandt]]\n",
                )],
            ),
            ("2025-03-25", &[Swap(SECOND, "## Log\n", "## Log\n- 2025-03-25 phone status with [[Maud Ekberg]]\n")]),
            (
                "2025-03-27",
                &[
                    Swap(SECOND, "result: pending", "result: offer"),
                    Swap(
                        COMPANY,
                        "status: interviewing\n",
                        "status: offer\ndecided_on: 2025-03-27\n\
                         offer_by: 2025-04-02\n",
                    ),
                ],
            ),
            (
                "2025-04-01",
                &[Swap(COMPANY, "status: offer\ndecided_on: 2025-03-27", "status: accepted\ndecided_on: 2025-04-01")],
            ),
            ("2025-04-03", &[Swap(COMPANY, "rivals: 3\n", "rivals: 3\nlesson: ask for the job early\n")]),
        ],
        from: "2025-02-27",
        table: TABLE,
    }
    .tell();
}

const TERN: &str = "\
---
type: company
position: Trainer of deck officers
status: interviewing
applied_on: 2025-02-12
contact: \"[[Maud Ekberg]]\"
decider: \"[[Olaf Brandt]]\"
rivals: 3
key_factors: [safe landings]
posting_terms: [bridge drills, shift handover]
post_address: [Tern Ferries, 2 Long Quay, Ostby]
---
## Challenges
- drills that nobody takes to heart → kiln

## Research
- 2025-02-20 company: five ships, two of them new
- 2025-02-20 role: new since the autumn
";

const ROUND_ONE: &str = "\
---
type: round
company: \"[[Tern Ferries]]\"
round: 1
state: planned
booked_on: 2025-02-27
interview_date: 2025-03-04
interviewers: [\"[[Maud Ekberg]]\"]
---
## Close

## Log
";

const HELD_ONE: &str = "\
state: held
result: pending
hear_by: 2025-03-11
hear_by_confirmed: true
next_step: a talk with the head of training
steps_when: next week
other_steps: none
rounds_left: 1
next_interviewers: [\"[[Olaf Brandt]]\"]
next_focus: technical
next_wants: a drill from start to end
play_up: [calm]
sponsor: yes
check_in: email
asked_for_job: true
said_match: true
";

const CLOSE_ONE: &str = "\
## Close
### [[Maud Ekberg]]
- moment: the bell from the old ferry on her desk
- concerns: none
- clear: yes
- standing: among the first three
- to win: a drill that wakes people up
- support: yes
- about [[Olaf Brandt]]: sailed for thirty years
";

const ROUND_TWO: &str = "\
---
type: round
company: \"[[Tern Ferries]]\"
round: 2
state: planned
booked_on: 2025-03-10
interview_date: 2025-03-17
interviewers: [\"[[Olaf Brandt]]\"]
---
## Close

## Log
";

const HELD_TWO: &str = "\
state: held
result: pending
hear_by: 2025-03-21
hear_by_confirmed: true
next_step: their answer
steps_when: at the end of the week
other_steps: none
rounds_left: 0
check_in: phone
asked_for_job: true
said_match: true
";

const CLOSE_TWO: &str = "\
## Close
### [[Olaf Brandt]]
- moment: the knot he tied while he listened
- concerns: none
- clear: yes
- standing: one of two
- to win: nothing more, he said
- support: yes
";

const TABLE: &str = "\
02-27 Thu nothing
02-28 Fri nothing
03-01 Sat nothing
03-02 Sun nothing
03-03 Mon nothing
03-04 Tue today: note/past-round
03-05 Wed today: thank/next-day Maud Ekberg, thank/posted-letter Maud Ekberg, thank/handwritten-card Maud Ekberg
          open: wait/research
03-06 Thu overdue: thank/posted-letter Maud Ekberg, thank/handwritten-card Maud Ekberg
          open: wait/research
03-07 Fri open: wait/research
03-08 Sat open: wait/research
03-09 Sun open: wait/research
03-10 Mon nothing
03-11 Tue nothing
03-12 Wed nothing
03-13 Thu nothing
03-14 Fri nothing
03-15 Sat nothing
03-16 Sun nothing
03-17 Mon open: thank/next-day Olaf Brandt, thank/posted-letter Olaf Brandt, thank/handwritten-card Olaf Brandt
          upcoming: 03-18 wait/research
03-18 Tue open: wait/research
03-19 Wed open: wait/research
03-20 Thu open: wait/research
03-21 Fri open: wait/research
03-22 Sat open: wait/research
          upcoming: 03-24 chase/status Maud Ekberg
03-23 Sun open: wait/research
          upcoming: 03-24 chase/status Maud Ekberg, 03-25 chase/decider-call Olaf Brandt
03-24 Mon today: chase/status Maud Ekberg, wait/research
          upcoming: 03-25 chase/decider-call Olaf Brandt
03-25 Tue overdue: wait/research
          today: chase/decider-call Olaf Brandt
03-26 Wed overdue: chase/decider-call Olaf Brandt, wait/research
03-27 Thu open: answer/offer
03-28 Fri open: answer/offer
03-29 Sat open: answer/offer
03-30 Sun open: answer/offer
03-31 Mon open: answer/offer
04-01 Tue open: answer/lesson
04-02 Wed open: answer/lesson
04-03 Thu nothing
04-04 Fri nothing
";
