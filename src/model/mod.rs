//! The vocabulary: what a vault is made of, as the rest of the program speaks of it.
//!
//! Plain data, read once by [`parse`](crate::parse) and never changed. Nothing here knows YAML,
//! Markdown or a rule. A company with its rounds, people and letters is the unit of work.

pub mod calendar;
mod candidate;
mod company;
mod config;
mod contact;
mod document;
mod exemption;
mod field;
mod interviewer;
mod kind;
mod letter;
mod log;
mod name;
mod namesakes;
pub mod phrase;
mod promise;
mod renumber;
mod round;
pub mod signature;
mod testimonial;
mod vault;
pub mod zone;

pub use calendar::Calendar;
pub use candidate::{Accomplishment, Candidate};
pub use company::{Challenge, Company, Outlook, Remark, Research, Status, Subject};
pub use config::{Config, Folders, LetterLimits, Level, Stance, ThanksPolicy};
pub use contact::Contact;
pub use document::Document;
pub use exemption::{Exemptions, Hold, Waiver, silencing};
pub use field::{Answer, Field};
pub use interviewer::{Fact, HiringRole, Interviewer};
pub use kind::Kind;
pub use letter::Letter;
pub use log::{Channel, Direction, LogEntry, Purpose, Wish};
pub use name::{Named, family_name, folded};
pub use namesakes::Namesakes;
pub use promise::{Promise, PromiseState};
pub use renumber::Renumbering;
pub use round::{
    Close, Doubt, Focus, Format, MatchAgreed, PersonClose, Place, Prepare, Question, Round, RoundResult, RoundState,
    Support,
};
pub use testimonial::Testimonial;
pub use vault::{CompanyId, Note, NoteId, Record, Vault};
