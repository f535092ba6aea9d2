//! The tables of labels: what a bullet may begin with, section by section.

/// A label that the reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownLabel {
    /// The label, in lower case.
    pub name: &'static str,
    /// What stands behind its colon.
    pub meaning: &'static str,
}

const fn label(name: &'static str, meaning: &'static str) -> KnownLabel {
    KnownLabel { name, meaning }
}

/// Labels of `## Close`.
pub const CLOSE_LABELS: &[KnownLabel] = &[
    label("standing", "how you compare with the others"),
    label("said when", "their words on when they will answer; the same as `hear_by_said`"),
    label("concerns", "a doubt they have; `doubt → reply` where you answered it"),
    label("clear", "whether everything about you is clear to them"),
    label("to win", "what it would take to be chosen"),
    label("support", "whether they are for you: yes, no, unsure, deflected; words may follow"),
    label("moment", "something they said that stayed with you; finish \"I keep thinking about …\""),
    label(
        "challenge",
        "what they struggle with; finish \"they are dealing with …\"; `→ id` ties an accomplishment to it",
    ),
    label("advice", "what they advised you to do"),
    label("next", "what comes next, in their words"),
    label("about", "`about [[Person]]:` what they told about somebody else"),
];

/// Labels of `## Profile`, which may stand in `## Close` too.
pub const PROFILE_LABELS: &[KnownLabel] = &[
    label("background", "where they come from, what they did before"),
    label("family", "private: shown to you, never put into a letter"),
    label("hobby", "what they do for pleasure"),
    label("likes", "what they care for"),
    label("dislikes", "what they cannot stand"),
    label("concern", "what worries them about you"),
    label("note", "private: shown to you, never put into a letter"),
];

/// Labels of `## Prepare`.
pub const PREPARE_LABELS: &[KnownLabel] = &[
    label("fit company", "why you fit the company"),
    label("fit clients", "why you fit its clients"),
    label("fit team", "why you fit the team"),
    label("fit job", "why you fit the job"),
    label("change", "a change to the pitch, with `because` and a link to who said so"),
    label("used", "an advice worked in; link its giver"),
    label("answer", "`doubt → reply`"),
    label("strengthen", "`weak spot → plan`"),
    label("repeat", "ids of what to tell again, or `all`"),
    label("extra mile", "what you bring that nobody asked for"),
    label("demo", "what you will show"),
    label("plan", "a link to your plan for the first 90 days"),
    label("copies", "how many copies you print"),
];

/// The labels' names.
pub fn names(labels: &'static [KnownLabel]) -> impl Iterator<Item = &'static str> + Clone {
    labels.iter().map(|label| label.name)
}
