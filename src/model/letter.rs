//! A generated document, which the candidate then owns.

use chrono::NaiveDate;

use super::{Channel, Document, Exemptions, Field, Named, NoteId, signature};

/// One letter note.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The note.
    pub note: NoteId,
    /// Which document.
    pub document: Field<Document>,
    /// For which application.
    pub company: Field<Named>,
    /// About which round.
    pub for_round: Field<Named>,
    /// To whom.
    pub to: Field<Named>,
    /// When it should go.
    pub due: Field<NaiveDate>,
    /// How it goes or went.
    pub channel: Field<Channel>,
    /// What had to be left out to keep to the limit.
    pub left_out: Field<Vec<String>>,
    /// When it went.
    pub sent_on: Field<NaiveDate>,
    /// How the program knows that the draft is untouched.
    pub fingerprint: Field<String>,
    /// Index into [`Vault::rounds`](super::Vault::rounds) that `for_round` resolves to.
    pub round: Option<usize>,
    /// What stands before the body, fences and all, exactly as it stands.
    pub head: String,
    /// The body behind the front matter, exactly as it stands.
    pub body: String,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}

impl Letter {
    /// How it went, or is to go: its own word, else its document's.
    pub fn goes_by(&self) -> Option<Channel> {
        self.channel.get().or_else(|| self.document.get().and_then(Document::channel))
    }

    /// The whole note, exactly as it stands.
    pub fn text(&self) -> String {
        format!("{}{}", self.head, self.body)
    }

    /// Whether it is exactly as the program wrote it, whatever keys and comments were added. It takes
    /// the whole text to know, so this is asked only of letters that matter.
    pub fn is_untouched(&self) -> bool {
        !self.fingerprint.is_absent() && signature::is_untouched(&self.text())
    }

    /// Whether it has been sent by that day.
    pub fn is_sent(&self, today: NaiveDate) -> bool {
        self.sent_on.get().is_some_and(|sent| sent <= today)
    }
}
