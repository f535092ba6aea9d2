//! Somebody outside who can put in a word.

use chrono::NaiveDate;

use super::{Exemptions, Field, Named, NoteId};

/// One contact.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The note.
    pub note: NoteId,
    /// The note's file name without `.md`: the person's name.
    pub name: String,
    /// E-mail address.
    pub email: Field<String>,
    /// Phone number.
    pub phone: Field<String>,
    /// How the candidate knows them.
    pub relation: Field<String>,
    /// Interviewers they know.
    pub knows: Field<Vec<Named>>,
    /// Companies they can sway.
    pub influences: Field<Vec<Named>>,
    /// Day they were asked for a word.
    pub asked_on: Field<NaiveDate>,
    /// Days on which a letter that asks them went.
    pub requested_on: Vec<NaiveDate>,
    /// Day they were thanked.
    pub thanked_on: Field<NaiveDate>,
    /// Whether they will (`Some(true)`), will not, or have not said (`pending`).
    pub agreed: Field<Option<bool>>,
    /// What is waived or held here.
    pub exemptions: Exemptions,
}

impl Contact {
    /// The last day, up to `today`, on which they were asked for a word, by their own note or by a letter.
    pub fn asked(&self, today: NaiveDate) -> Option<NaiveDate> {
        let days = self.requested_on.iter().copied().chain(self.asked_on.get());
        days.filter(|day| *day <= today).max()
    }
}
