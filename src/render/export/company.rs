//! Applications: the company, its challenges, its research.

use serde::ser::Serializer;

use super::shown::{Object, Show};
use crate::model::{Challenge, Company, Named, NoteId, Remark, Research, Subject, Vault};

impl Show for Company {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let paths = |notes: Vec<NoteId>| notes.into_iter().map(|note| vault.path(note).to_string()).collect::<Vec<_>>();
        Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("name", &self.name)?
            .with("position", &self.position)?
            .with("status", &self.status)?
            .with("applied_on", &self.applied_on)?
            .with("decided_on", &self.decided_on)?
            .with("offer_by", &self.offer_by)?
            .with("outlook", &self.outlook)?
            .with("contact", &self.contact)?
            .with("decider", &self.decider)?
            .with("rivals", &self.rivals)?
            .with("key_factors", &self.key_factors)?
            .with("posting_terms", &self.posting_terms)?
            .with("post_address", &self.post_address)?
            .with("website", &self.website)?
            .with("lesson", &self.lesson)?
            .with("posting", &self.posting)?
            .with("challenges", &self.challenges)?
            .with("needs", &self.needs)?
            .with("rival_notes", &self.rival_notes)?
            .with("research", &self.research)?
            .with("rounds", &paths(self.rounds.iter().map(|at| vault.rounds[*at].note).collect()))?
            .with("letters", &paths(self.letters.iter().map(|at| vault.letters[*at].note).collect()))?
            .with("contacts", &paths(self.contacts.iter().map(|at| vault.contacts[*at].note).collect()))?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}

impl Show for Challenge {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Challenge { text, people, answer, note, span: _ } = self;
        Object::new(vault, serializer)?
            .with("text", text)?
            .with("people", people)?
            .with("answer", answer)?
            .with("path", &**vault.path(*note))?
            .end()
    }
}

impl Show for Remark {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Remark { text, people, span: _ } = self;
        Object::new(vault, serializer)?.with("text", text)?.with("people", people)?.end()
    }
}

impl Show for Research {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Research { date, subject, text, span: _ } = self;
        let (about, person): (&str, Option<Named>) = match subject {
            Subject::Company => ("company", None),
            Subject::Role => ("role", None),
            Subject::Person(person) => ("person", Some(person.clone())),
        };
        let head = Object::new(vault, serializer)?.with("date", date)?.with("subject", about)?;
        head.with("person", &person)?.with("text", text)?.end()
    }
}
