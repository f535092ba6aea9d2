//! Letters, e-mails, cards and scripts, drafted from the notes alone.
//!
//! A draft is a note (`type: letter`) that the candidate then owns. It uses what was recorded and
//! leaves a visible blank, `⟨one thing Priya Rao said that stayed with you⟩`, where something is
//! missing. The same notes give the same bytes, and the same facts give different letters to
//! different people. The body of an e-mail begins with a line `Subject: …` and an empty line.

mod accord;
mod acquaintance;
mod address;
mod ally;
mod ask;
mod choice;
mod claims;
mod context;
mod draft;
mod drafted;
mod envelope;
mod fit;
mod fragment;
mod front;
mod overrides;
mod papers;
mod path;
mod plan;
mod sample;
mod sheet;
mod standing;
mod task;
mod template;
mod wanted;

use std::collections::BTreeSet;

pub use ask::{addressee, draft_of};
pub use context::NAMES;
pub use drafted::Drafted;
pub use envelope::Mailbox;
pub use fit::obstacles;
pub use fragment::blank;
pub use overrides::{FOLDER, Templates, built_in, document_of};
pub use path::Names;
pub use plan::{failing, plan, there};
pub use sheet::{closing_card, prep_sheet};
pub use template::FUNCTIONS;

pub use crate::model::signature::is_untouched;
use crate::model::{CompanyId, Document, Named};
pub use crate::prose::blanks;

/// A document that an open duty asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Path from the vault's root: where it lies, or is to lie.
    pub path: String,
    /// The whole note as it would be written now, front matter and body; the candidate's own keys are in it.
    pub text: String,
    /// Blanks still to fill: in the note as it stands, or in `text` where there is none yet.
    pub blanks: usize,
    /// Which document.
    pub document: Document,
    /// For which application.
    pub company: CompanyId,
    /// About which round, as an index into [`Vault::rounds`](crate::model::Vault::rounds).
    pub round: Option<usize>,
    /// To whom.
    pub to: Option<Named>,
    /// Id of the finding whose duty it serves.
    pub finding: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Not there, never written: to be made.
    Create,
    /// Untouched on disk, and its text would differ now: to be replaced.
    Refresh,
    /// On disk as it would be written now.
    Current,
    /// Changed by hand: left alone.
    Edited,
    /// `sent_on` is set: history.
    Sent,
    /// Written before, and deleted by the candidate: stays so.
    Deleted,
    /// A file of the user's own has that name: nothing is written.
    Foreign,
}

/// What is to become of all drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The drafts of the duties that have opened, by path.
    pub drafts: Vec<Draft>,
    /// Paths of untouched drafts whose duty is gone: to be removed.
    pub gone: Vec<String>,
    /// Paths to remember as written.
    pub written: BTreeSet<String>,
    /// Documents whose template failed, so that none was made or refreshed, and why.
    pub diagnostics: Vec<(Document, String)>,
}

/// What was asked for by name, and what need not be drafted again.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// Ids of duties (at least their first four characters) whose documents are wanted although they are hints.
    pub drafts: &'a [String],
    /// Paths or names of deleted drafts that are wanted back.
    pub again: &'a [String],
    /// What an earlier plan drafted from the same notes, and this one's texts from now on.
    pub drafted: Option<&'a Drafted>,
}
