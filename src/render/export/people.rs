//! The candidate, and everybody else: interviewers, contacts, testimonials; and the letters.

use serde::ser::Serializer;

use super::shown::{Object, Show};
use crate::model::{Candidate, Contact, Interviewer, Letter, Testimonial, Vault};

impl Show for Candidate {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("full_name", &self.full_name)?
            .with("email", &self.email)?
            .with("phone", &self.phone)?
            .with("address", &self.address)?
            .with("interests", &self.interests)?
            .with("sign_off", &self.sign_off)?
            .with("pitch", &self.pitch)?
            .with("accomplishments", &self.accomplishments)?
            .with("key_facts", &self.key_facts)?
            .with("answers", &self.answers)?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}

impl Show for Interviewer {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("name", &self.name)?
            .with("company", &self.company)?
            .with("name_prefix", &self.name_prefix)?
            .with("job_title", &self.job_title)?
            .with("hiring_role", &self.hiring_role)?
            .with("seniority", &self.seniority)?
            .with("future_colleague", &self.future_colleague)?
            .with("email", &self.email)?
            .with("phone", &self.phone)?
            .with("post_address", &self.post_address)?
            .with("told_by", &self.told_by)?
            .with("bond", &self.bond)?
            .with("claims_no_say", &self.claims_no_say)?
            .with("profile_declined", &self.profile_declined)?
            .with("profile", &self.profile)?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}

impl Show for Contact {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        // Asked, and they have not said yet: the note's word for it.
        let agreed = self.agreed.clone().filter_map(|agreed| {
            Some(match agreed {
                Some(true) => "yes".to_owned(),
                Some(false) => "no".to_owned(),
                None => "pending".to_owned(),
            })
        });
        Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("name", &self.name)?
            .with("email", &self.email)?
            .with("phone", &self.phone)?
            .with("relation", &self.relation)?
            .with("knows", &self.knows)?
            .with("influences", &self.influences)?
            .with("asked_on", &self.asked_on)?
            .with("thanked_on", &self.thanked_on)?
            .with("agreed", &agreed)?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}

impl Show for Testimonial {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("name", &self.name)?
            .with("author", &self.author)?
            .with("author_role", &self.author_role)?
            .with("organisation", &self.organisation)?
            .with("given_on", &self.given_on)?
            .with("supports", &self.supports)?
            .with("may_quote", &self.may_quote)?
            .with("quote", &self.quote)?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}

impl Show for Letter {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?
            .with("path", &**vault.path(self.note))?
            .with("document", &self.document)?
            .with("company", &self.company)?
            .with("for_round", &self.for_round)?
            .with("to", &self.to)?
            .with("due", &self.due)?
            .with("channel", &self.channel)?
            .with("left_out", &self.left_out)?
            .with("sent_on", &self.sent_on)?
            .with("fingerprint", &self.fingerprint)?
            .with("body", &self.body)?
            .with("exemptions", &self.exemptions)?
            .end()
    }
}
