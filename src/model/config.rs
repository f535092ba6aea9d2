//! `vault.toml`: how this vault wants things.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Document;
use crate::diagnostic::Severity;

/// Who is to be thanked how; see the checklist's thank stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThanksPolicy {
    /// Any thanks by the next day is a must, post warns, a card is a hint.
    Graded,
    /// The post first.
    PostFirst,
    /// E-mail only.
    EmailOnly,
    /// By hand.
    Handwritten,
    /// Everything.
    All,
    /// Any thanks, and nothing else.
    Any,
}

/// How bold the candidate likes to be: wording, and the time where there is neither wish nor date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Bold.
    Assertive,
    /// Between.
    Balanced,
    /// Mild.
    Reserved,
}

impl Stance {
    /// The word in `vault.toml` and in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Assertive => "assertive",
            Self::Balanced => "balanced",
            Self::Reserved => "reserved",
        }
    }
}

/// What `[rules]` says of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not looked at.
    Off,
    /// Always this severity.
    At(Severity),
}

/// Everything `vault.toml` can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// IANA name of the zone whose calendar "today" is; the machine's where absent.
    pub timezone: Option<String>,
    /// Days of the week without business, Monday first.
    pub weekend: [bool; 7],
    /// Days without business or post.
    pub holidays: Vec<NaiveDate>,
    /// Days of the week on which the post is carried, Monday first.
    pub posting_days: [bool; 7],
    /// Posting days a letter takes.
    pub post_transit_days: u32,
    /// Who is to be thanked how.
    pub thanks: ThanksPolicy,
    /// How bold.
    pub stance: Stance,
    /// Business days to wait where they would give no date.
    pub reply_days: u32,
    /// Business days between two requests for news.
    pub status_repeat_days: u32,
    /// How many requests for news at most.
    pub status_max: u32,
    /// Days after which research goes stale.
    pub research_days: u32,
    /// Business days before a round at which its preparation opens.
    pub prepare_days: u32,
    /// Days an application may go without a word.
    pub unanswered_days: u32,
    /// Duties due before it are history.
    pub since: Option<NaiveDate>,
    /// Globs of where records may lie.
    pub include: Vec<String>,
    /// Globs of what is not read.
    pub ignore: Vec<String>,
    /// The templates folder; `None`: Obsidian's setting, else `Templates`.
    pub templates: Option<String>,
    /// Where things are put.
    pub folders: Folders,
    /// Limits of the letters.
    pub letters: LetterLimits,
    /// Levels of single rules, by id.
    pub rules: BTreeMap<String, Level>,
}

/// Folders and files, relative to the root, with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Company notes.
    pub company: String,
    /// Interviewer notes.
    pub interviewer: String,
    /// Round notes.
    pub round: String,
    /// Contact notes.
    pub contact: String,
    /// Testimonial notes.
    pub testimonial: String,
    /// Letters.
    pub letter: String,
    /// Prep sheets and closing cards.
    pub sheet: String,
    /// The agenda file.
    pub agenda: String,
    /// The pipeline file.
    pub pipeline: String,
    /// The calendar file; empty: none.
    pub calendar: String,
}

/// `[letters]`: words unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterLimits {
    /// `true`: US letter; `false`: A4.
    pub us_letter: bool,
    /// A posted letter, where no page layout is built in.
    pub letter_words: u32,
    /// An e-mail.
    pub email_words: u32,
    /// A card.
    pub card_words: u32,
    /// A request for news.
    pub status_words: u32,
    /// A script for the phone.
    pub script_words: u32,
    /// The question for names.
    pub enquiry_words: u32,
    /// A testimonial in a letter.
    pub quote_words: u32,
    /// Terms of the posting a letter should echo (a count).
    pub mirror_terms: u32,
    /// Jaccard index, 0 to 1, above which two letters are alike.
    pub similarity: f64,
    /// Words added to the vague ones.
    pub vague_words: Vec<String>,
}

impl LetterLimits {
    /// The most words a document may have; `None` where there is no limit.
    pub fn of(&self, document: Document) -> Option<u32> {
        match document {
            Document::PostedLetter => Some(self.letter_words),
            Document::ThankYouCard => Some(self.card_words),
            Document::StatusRequest => Some(self.status_words),
            Document::StatusCall | Document::DecisionCall => Some(self.script_words),
            Document::WhoWillIMeet => Some(self.enquiry_words),
            Document::ThankYouEmail
            | Document::CheckIn
            | Document::RejectionThanks
            | Document::Proposal
            | Document::GoodWordRequest
            | Document::PromiseCover => Some(self.email_words),
            Document::Plan306090 | Document::PrepSheet | Document::ClosingCard => None,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            timezone: None,
            weekend: [false, false, false, false, false, true, true],
            holidays: Vec::new(),
            posting_days: [true, true, true, true, true, true, false],
            post_transit_days: 3,
            thanks: ThanksPolicy::Graded,
            stance: Stance::Balanced,
            reply_days: 5,
            status_repeat_days: 5,
            status_max: 2,
            research_days: 7,
            prepare_days: 5,
            unanswered_days: 21,
            since: None,
            include: vec!["**".to_owned()],
            ignore: Vec::new(),
            templates: None,
            folders: Folders::default(),
            letters: LetterLimits::default(),
            rules: BTreeMap::new(),
        }
    }
}

impl Default for Folders {
    fn default() -> Self {
        Self {
            company: "Companies".to_owned(),
            interviewer: "Interviewers".to_owned(),
            round: "Rounds".to_owned(),
            contact: "Contacts".to_owned(),
            testimonial: "Testimonials".to_owned(),
            letter: "Letters".to_owned(),
            sheet: "Sheets".to_owned(),
            agenda: "Agenda.md".to_owned(),
            pipeline: "Pipeline.md".to_owned(),
            calendar: String::new(),
        }
    }
}

impl Default for LetterLimits {
    fn default() -> Self {
        Self {
            us_letter: false,
            letter_words: 300,
            email_words: 220,
            card_words: 80,
            status_words: 120,
            script_words: 110,
            enquiry_words: 90,
            quote_words: 40,
            mirror_terms: 2,
            similarity: 0.60,
            vague_words: Vec::new(),
        }
    }
}
