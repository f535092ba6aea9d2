//! The tables of keys and labels: what each kind of note may say, and what it means.
//!
//! Reading, the nearest-name hints and the data reference all stand on these tables.

mod label;
mod section;

use crate::model::Kind;

pub use label::{CLOSE_LABELS, KnownLabel, PREPARE_LABELS, PROFILE_LABELS, names};
pub use section::{KnownSection, sections};

/// What a key's value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Any words.
    Text,
    /// Words, or one of the four outcomes, or a number YAML must not see as one.
    Phone,
    /// `YYYY-MM-DD`.
    Date,
    /// A date; other words are read as `hear_by_said`.
    DateOrWords,
    /// A whole number, both ends included.
    Number(u32, u32),
    /// `true` or `false`.
    Checkbox,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A link to a note of one of these kinds; to any record where none is named.
    Link(&'static [Kind]),
    /// Words, one entry a line.
    Texts,
    /// Links to notes of one of these kinds.
    Links(&'static [Kind]),
    /// Links to interviewers, or plain names.
    People,
    /// The name of a document.
    Document,
    /// Names of keys and labels, as [`declinable`] lists them.
    Declinable,
}

/// One key of one kind of note.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it takes.
    pub ty: Type,
    /// Whether `none`, `declined` and `missed` are answers too.
    pub open: bool,
    /// What it means.
    pub meaning: &'static str,
}

const fn key(name: &'static str, ty: Type, meaning: &'static str) -> Key {
    Key { name, ty, open: false, meaning }
}

/// A key for what the candidate should have asked.
const fn asked(name: &'static str, ty: Type, meaning: &'static str) -> Key {
    Key { name, ty, open: true, meaning }
}

const MANY: u32 = 999;
const PERSON: &[Kind] = &[Kind::Interviewer, Kind::Contact];
const TYPE: Key = key("type", Type::Text, "the kind of note");
const WAIVE: Key = key("waive", Type::Texts, "rules silenced here: `RULE [for PERSON] because REASON`");
const HOLD: Key = key("hold", Type::Texts, "duties that rest: `RULE [for PERSON] until DATE because REASON`");
const DECLINED: Key = key("declined", Type::Declinable, "keys and Close labels that were asked and refused");
const DECIDER: Key = asked("decider", Type::Link(&[Kind::Interviewer]), "who makes the decision");
const RIVALS: Key = asked("rivals", Type::Number(0, MANY), "how many others are still in; 0 is an answer");

/// The keys of a kind, in the order of the data reference.
pub fn keys(kind: Kind) -> &'static [Key] {
    match kind {
        Kind::Candidate => CANDIDATE,
        Kind::Company => COMPANY,
        Kind::Interviewer => INTERVIEWER,
        Kind::Round => ROUND,
        Kind::Testimonial => TESTIMONIAL,
        Kind::Contact => CONTACT,
        Kind::Letter => LETTER,
    }
}

/// What a note of a kind may list as declined: its keys, the labels of Close and Profile, and these two sections as a
/// whole.
pub fn declinable(kind: Kind) -> impl Iterator<Item = &'static str> {
    let keys = keys(kind).iter().map(|key| key.name);
    keys.chain(names(CLOSE_LABELS)).chain(names(PROFILE_LABELS)).chain(["profile", "questions"])
}

/// Keys that Obsidian gives a meaning of its own, which are never a slip of ours.
pub const FOREIGN: [&str; 8] = ["tags", "tag", "aliases", "alias", "cssclasses", "cssclass", "publish", "permalink"];

const CANDIDATE: &[Key] = &[
    TYPE,
    key("full_name", Type::Text, "your name as it stands under a letter"),
    key("email", Type::Text, "your e-mail address"),
    key("phone", Type::Phone, "your phone number, in quotes"),
    key("address", Type::Texts, "the lines of your address at the head of a letter"),
    key("interests", Type::Texts, "what you might have in common with somebody"),
    key("sign_off", Type::Text, "the words above your name; \"Sincerely\" where none are given"),
    WAIVE,
    HOLD,
];

const COMPANY: &[Key] = &[
    TYPE,
    key("position", Type::Text, "the job applied for"),
    key(
        "status",
        Type::Choice(&["applied", "interviewing", "waiting", "offer", "accepted", "rejected", "withdrawn", "closed"]),
        "how the application stands",
    ),
    key("applied_on", Type::Date, "the day you applied"),
    key("decided_on", Type::Date, "the day of the offer, acceptance, rejection or withdrawal"),
    key("offer_by", Type::Date, "the day by which an offer must be answered"),
    key("outlook", Type::Choice(&["unsure", "hopeful", "certain"]), "your own feeling"),
    key("contact", Type::Link(PERSON), "the person to ask for news"),
    DECIDER,
    RIVALS,
    key("key_factors", Type::Texts, "what the job turns on"),
    key("posting_terms", Type::Texts, "words of the posting worth echoing"),
    key("post_address", Type::Texts, "the lines below the person's name on a letter"),
    key("website", Type::Text, "their web site"),
    key("lesson", Type::Text, "what you learnt, after the decision"),
    DECLINED,
    WAIVE,
    HOLD,
];

const INTERVIEWER: &[Key] = &[
    TYPE,
    key("company", Type::Link(&[Kind::Company]), "where they work"),
    key("name_prefix", Type::Text, "Mr, Ms, Dr, …"),
    key("job_title", Type::Text, "the title on their door"),
    key(
        "hiring_role",
        Type::Choice(&["hr", "screener", "peer", "advisor", "supervisor", "decider", "executive"]),
        "their part in the choice; an advisor was asked for a second opinion",
    ),
    key("seniority", Type::Number(1, 5), "1 to 5"),
    key("future_colleague", Type::Checkbox, "would work with you"),
    key("email", Type::Text, "their e-mail address"),
    key("phone", Type::Phone, "their phone number, in quotes"),
    key("post_address", Type::Texts, "the lines below the name on a letter; the company's where absent"),
    key("told_by", Type::Link(PERSON), "who told you about them"),
    key("bond", Type::Text, "why a call from you is welcome"),
    key("claims_no_say", Type::Checkbox, "said they do not decide; recorded, exempts from nothing"),
    DECLINED,
    WAIVE,
    HOLD,
];

const ROUND: &[Key] = &[
    TYPE,
    key("company", Type::Link(&[Kind::Company]), "the company"),
    key("round", Type::Number(1, MANY), "which round it is; counted by date where absent"),
    key("state", Type::Choice(&["planned", "held", "cancelled"]), "whether it took place"),
    key("booked_on", Type::Date, "the day the appointment was made"),
    key("interview_date", Type::Date, "the day of the interview"),
    key("interview_time", Type::Text, "the time, in quotes"),
    asked(
        "format",
        Type::Choice(&["one-to-one", "panel", "group", "unknown", "phone", "video"]),
        "its shape; one-to-one where absent and there is one interviewer",
    ),
    key("place", Type::Choice(&["onsite", "phone", "video", "remote"]), "where it takes place"),
    asked("interviewers", Type::People, "with whom: links, or plain names"),
    key("result", Type::Choice(&["pending", "advanced", "rejected", "offer"]), "what came of it"),
    asked("focus", Type::Choice(&["fit", "technical", "confirm", "mixed"]), "what the round tests"),
    asked("hear_by", Type::DateOrWords, "when they said they would answer, either way"),
    asked("hear_by_said", Type::Text, "their words for it, such as \"next week\""),
    asked("hear_by_confirmed", Type::Checkbox, "you played the date back to them"),
    key("hear_by_rough", Type::Checkbox, "one business day of grace"),
    asked("next_step", Type::Text, "what comes next"),
    asked("steps_when", Type::Text, "when the steps come"),
    asked("other_steps", Type::Texts, "reference checks, tests, …"),
    asked("rounds_left", Type::Number(0, MANY), "how many interviews are left"),
    asked("next_interviewers", Type::People, "with whom the next ones are"),
    asked("next_focus", Type::Text, "what the next round is about"),
    asked("next_wants", Type::Text, "what they want beyond what was said"),
    asked("play_up", Type::Texts, "strengths to stress"),
    asked("shore_up", Type::Texts, "weak spots to strengthen"),
    asked("sponsor", Type::Choice(&["yes", "no"]), "asked this interviewer to help with the next step"),
    asked("check_in", Type::Choice(&["email", "phone", "post", "any"]), "how they like to be checked in with"),
    key("check_in_on", Type::Date, "the day agreed for it"),
    key("check_in_with", Type::Link(PERSON), "with whom; the company's contact where absent"),
    key("quiet_until", Type::Date, "they asked not to be contacted before"),
    asked("asked_for_job", Type::Checkbox, "you asked for the job"),
    asked("said_match", Type::Checkbox, "you said that it seems to match"),
    asked("match_agreed", Type::Choice(&["yes", "no", "unclear"]), "whether they see the match too"),
    key("letter_factor", Type::Text, "one of the company's key factors, for the letters"),
    key("letter_proof", Type::Text, "the id of an accomplishment, for the letters"),
    key("letter_quote", Type::Link(&[Kind::Testimonial]), "a testimonial, for the letters"),
    DECIDER,
    RIVALS,
    DECLINED,
    WAIVE,
    HOLD,
];

const TESTIMONIAL: &[Key] = &[
    TYPE,
    key("author", Type::Text, "who wrote it"),
    key("author_role", Type::Text, "what they are or were"),
    key("organisation", Type::Text, "where"),
    key("given_on", Type::Text, "a date or a year"),
    key("supports", Type::Texts, "ids of accomplishments, or key factors, that it bears out"),
    key("may_quote", Type::Checkbox, "it may go into a letter"),
    WAIVE,
    HOLD,
];

const CONTACT: &[Key] = &[
    TYPE,
    key("email", Type::Text, "their e-mail address"),
    key("phone", Type::Phone, "their phone number, in quotes"),
    key("relation", Type::Text, "how you know them"),
    key("knows", Type::Links(&[Kind::Interviewer]), "interviewers they know"),
    key("influences", Type::Links(&[Kind::Company]), "companies they can sway"),
    key("asked_on", Type::Date, "the day you asked them for a word"),
    key("thanked_on", Type::Date, "the day you thanked them"),
    key("agreed", Type::Choice(&["yes", "no", "pending"]), "whether they will"),
    WAIVE,
    HOLD,
];

const LETTER: &[Key] = &[
    TYPE,
    key("document", Type::Document, "which document it is"),
    key("company", Type::Link(&[Kind::Company]), "for which application"),
    key(
        "for_round",
        Type::Link(&[Kind::Round]),
        "about which round; thanks that name none are for the last one with that person",
    ),
    key("to", Type::Link(PERSON), "to whom"),
    key("due", Type::Date, "when it should go"),
    key(
        "channel",
        Type::Choice(&["email", "post", "handwritten", "lobby", "phone", "in-person"]),
        "how it goes or went",
    ),
    key("left_out", Type::Texts, "what had to go to keep to the limit"),
    key("sent_on", Type::Date, "when it went"),
    key("fingerprint", Type::Text, "how the program knows that the draft is untouched"),
    WAIVE,
    HOLD,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_shape_in_the_whole_vault() {
        // Obsidian gives a property one type in all notes: a date must not be a list elsewhere.
        let shape = |ty: Type| match ty {
            Type::Text | Type::Phone | Type::Choice(_) | Type::Link(_) | Type::Document => 0,
            Type::Date | Type::DateOrWords => 1,
            Type::Number(..) => 2,
            Type::Checkbox => 3,
            Type::Texts | Type::Links(_) | Type::People | Type::Declinable => 4,
        };
        let mut seen = std::collections::BTreeMap::new();
        for key in Kind::ALL.into_iter().flat_map(keys) {
            assert_eq!(*seen.entry(key.name).or_insert(shape(key.ty)), shape(key.ty), "{}", key.name);
        }
    }
}
