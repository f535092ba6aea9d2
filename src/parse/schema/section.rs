//! The table of sections: which headings of a note hold what.

use super::label::{CLOSE_LABELS, KnownLabel, PREPARE_LABELS, PROFILE_LABELS};
use crate::model::Kind;

/// A heading that the reader knows, and what stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownSection {
    /// The heading's words.
    pub name: &'static str,
    /// What belongs there.
    pub meaning: &'static str,
    labels: &'static [&'static [KnownLabel]],
}

impl KnownSection {
    /// Whether a heading with these words is the section's.
    pub fn is_called(&self, title: &str) -> bool {
        title.eq_ignore_ascii_case(self.name)
    }

    /// The labels that its bullets may begin with.
    pub fn labels(&self) -> impl Iterator<Item = &'static KnownLabel> + use<> {
        self.labels.iter().copied().flatten()
    }
}

const fn section(name: &'static str, meaning: &'static str) -> KnownSection {
    KnownSection { name, meaning, labels: &[] }
}

const fn labelled(name: &'static str, meaning: &'static str, labels: &'static [&'static [KnownLabel]]) -> KnownSection {
    KnownSection { name, meaning, labels }
}

const CANDIDATE: &[KnownSection] = &[
    section("Pitch", "the presentation of yourself that stays the same for everyone"),
    section("Accomplishments", "bullets with an id: `- idle-hours: cut idle truck hours 22%`"),
    section("Key facts", "bullets with an id: what every new listener must hear"),
    section("Answers", "prepared questions and answers: `- Q: …` with `A: …` on its next line"),
];
const COMPANY: &[KnownSection] = &[
    section("Posting", "the job posting, as pasted"),
    section("Challenges", "what they struggle with; `([[Person]])` says who told, `→ id` what you did about the like"),
    section("Needs", "a weakness of theirs, or an area to grow in"),
    section("Rivals", "backgrounds of the others who are still in"),
    section("Research", "dated bullets: `- 2025-03-08 company: …`; or `role:`, or a link to a person"),
];
const INTERVIEWER: &[KnownSection] =
    &[labelled("Profile", "what is known of them, in bullets with a label", &[PROFILE_LABELS])];
const ROUND: &[KnownSection] = &[
    labelled("Prepare", "what you did for this round, in bullets with a label", &[PREPARE_LABELS]),
    section("Questions", "what they asked: `- Q: …` with `A: …` on its next line"),
    labelled(
        "Close",
        "what you asked at the end: a deeper heading for each interviewer, bullets with a label below it",
        &[CLOSE_LABELS, PROFILE_LABELS],
    ),
    section("Said", "ids of the key facts that were told in this round"),
    section("Promises", "tasks: `- [ ] Send references to [[Person]] 📅 2025-03-06`"),
    section("Scrawl", "whatever was noted in a hurry; `vault debrief` shows it"),
    section("Log", "one bullet a contact: `- DATE CHANNEL PURPOSE [[Person]]: words`"),
    section("Bold move", "what you dared"),
];
const TESTIMONIAL: &[KnownSection] = &[section("Quote", "their words, as a block quote")];

/// The sections that the reader knows in notes of this kind.
pub fn sections(kind: Kind) -> &'static [KnownSection] {
    match kind {
        Kind::Candidate => CANDIDATE,
        Kind::Company => COMPANY,
        Kind::Interviewer => INTERVIEWER,
        Kind::Round => ROUND,
        Kind::Testimonial => TESTIMONIAL,
        Kind::Contact | Kind::Letter => &[],
    }
}
