//! The vaults in the rules' documentation: small, whole, and run as tests.
//!
//! Each is told as what differs from one sound vault that answers everything, so that a reader
//! sees only the lines that matter.

use std::collections::BTreeMap;

/// A small vault on one day: the sound one, edited.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The day, `YYYY-MM-DD`.
    pub today: &'static str,
    /// What differs from the sound vault; nothing, where it is the sound vault itself.
    pub edits: &'static [Edit],
}

/// One difference from the sound vault.
#[derive(Clone, Copy, Debug)]
pub enum Edit {
    /// A whole note, in place of one of that path or beside the others.
    Write(&'static str, &'static str),
    /// In the note of that path, these words (which stand in it once) become those.
    Swap(&'static str, &'static str, &'static str),
    /// No note of that path.
    Drop(&'static str),
}

impl Example {
    /// The sound vault, on that day.
    pub const fn sound(today: &'static str) -> Self {
        Self { today, edits: &[] }
    }

    /// The files of the whole vault, by path; `vault.toml` among them where the example has one.
    pub fn files(&self) -> BTreeMap<&'static str, String> {
        let mut files: BTreeMap<_, _> = SOUND.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
        for edit in self.edits {
            match *edit {
                Edit::Write(path, text) => {
                    files.insert(path, text.to_owned());
                }
                Edit::Swap(path, old, new) => {
                    files.entry(path).and_modify(|text| *text = text.replacen(old, new, 1));
                }
                Edit::Drop(path) => {
                    files.remove(path);
                }
            }
        }
        files
    }
}

/// A day on which nothing is left to do in [`SOUND`].
pub const SOUND_DAY: &str = "2025-03-06";

/// The smallest vault that answers everything: a first round on Tuesday 4 March 2025, written up, and thanked.
pub const SOUND: &[(&str, &str)] = &[
    (ME, ME_TEXT),
    (COMPANY, COMPANY_TEXT),
    (PERSON, PERSON_TEXT),
    (ROUND, ROUND_TEXT),
    ("Testimonials/Kiln saved.md", TESTIMONIAL_TEXT),
];

/// Path of the candidate in [`SOUND`].
pub const ME: &str = "Me.md";
/// Path of the company in [`SOUND`].
pub const COMPANY: &str = "Companies/Harbour Glass.md";
/// Path of the interviewer in [`SOUND`].
pub const PERSON: &str = "Interviewers/Ines Falk.md";
/// Path of the round in [`SOUND`].
pub const ROUND: &str = "Rounds/2025-03-04 Harbour Glass.md";

const ME_TEXT: &str = "\
---
type: candidate
full_name: Rosa Lind
email: rosa@lind.example
address: [5 Quay Street, Ostby]
---
## Pitch
I keep furnaces running and people calm.

## Accomplishments
- kiln: brought kiln losses down from 9 to 3 percent at Ostby Tiles

## Key facts
- shifts: led two shifts of eleven people
";

const COMPANY_TEXT: &str = "\
---
type: company
position: Melt supervisor
status: waiting
applied_on: 2025-02-10
contact: \"[[Ines Falk]]\"
decider: \"[[Ines Falk]]\"
rivals: 2
key_factors: [steady furnaces]
posting_terms: [melt quality, shift handover]
post_address: [Harbour Glass, 1 Pier Road, Ostby]
---
## Challenges
- night shifts lose melts ([[Ines Falk]]) → kiln

## Research
- 2025-03-05 company: a second furnace opens in May
- 2025-03-05 role: new since the autumn
";

const PERSON_TEXT: &str = "\
---
type: interviewer
company: \"[[Harbour Glass]]\"
hiring_role: decider
email: ines@harbour-glass.example
---
## Profile
- hobby: mends clocks
";

const ROUND_TEXT: &str = "\
---
type: round
company: \"[[Harbour Glass]]\"
round: 1
state: held
booked_on: 2025-02-26
interview_date: 2025-03-04
interviewers: [\"[[Ines Falk]]\"]
hear_by: 2025-03-14
hear_by_confirmed: true
next_step: a second talk with the works manager
steps_when: within a fortnight
other_steps: none
rounds_left: 1
next_interviewers: [\"[[Ines Falk]]\"]
next_focus: technical
next_wants: a word on night shifts
play_up: [calm]
sponsor: yes
check_in: email
asked_for_job: true
said_match: true
---
## Questions
- Q: Why glass?
  A: Because one sees at once whether it was done well

## Close
### [[Ines Falk]]
- moment: how the night crew reads the colour of the melt
- concerns: none
- standing: among the first two
- clear: yes
- to win: meet the works manager
- support: yes

## Said
- shifts

## Log
- 2025-03-05 email thank-you to [[Ines Falk]]
- 2025-03-05 post thank-you to [[Ines Falk]]
";

const TESTIMONIAL_TEXT: &str = "\
---
type: testimonial
author: Per Holm
author_role: works manager
organisation: Ostby Tiles
given_on: 2023
may_quote: true
---
## Quote
> Rosa saved the kiln, twice.
";
