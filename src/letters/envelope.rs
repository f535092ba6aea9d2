//! From whom and to whom a letter goes by mail.

use crate::model::{Letter, Named, NoteId, Vault};

/// A name and an address, as mail has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The name as it is; may be empty.
    pub name: String,
    /// `local@domain`: ASCII, without blanks, and without characters that mean something in a header.
    pub address: String,
}

impl Mailbox {
    /// The candidate's own; `Err` says which note to fill.
    pub fn of_sender(vault: &Vault) -> Result<Self, String> {
        let Some(candidate) = vault.candidate() else {
            return Err("there is no note about you; write one with `type: candidate` and your `email`".to_owned());
        };
        let name = candidate.full_name.text().unwrap_or_default();
        mailbox(vault, name, candidate.email.text(), candidate.note)
    }

    /// The person's a letter is to; `Err` says which note to fill.
    pub fn of_addressee(vault: &Vault, letter: &Letter) -> Result<Self, String> {
        let Some(to) = letter.to.value() else {
            return Err("it is to nobody; name the person in its `to`".to_owned());
        };
        match (vault.interviewer(to), vault.contact(to)) {
            (Some(person), _) => mailbox(vault, &to.name, person.email.text(), person.note),
            (None, Some(contact)) => mailbox(vault, &to.name, contact.email.text(), contact.note),
            (None, None) => Err(unknown(to)),
        }
    }
}

fn unknown(to: &Named) -> String {
    format!(
        "there is no address of {}; make a note about them with `vault new interviewer`, and write their `email` in it",
        to.name
    )
}

fn mailbox(vault: &Vault, name: &str, address: Option<&str>, note: NoteId) -> Result<Mailbox, String> {
    let path = vault.path(note);
    match address.map(str::trim).filter(|address| !address.is_empty()) {
        None => Err(format!("{path} has no `email`; write the address there")),
        Some(address) if is_address(address) => {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            Ok(Mailbox { name: name.chars().filter(|c| !c.is_control()).collect(), address: address.to_owned() })
        }
        Some(address) => {
            Err(format!("the `email` of {path} is `{address}`, which mail cannot be sent to; write it as name@domain"))
        }
    }
}

/// Whether mail can be sent to it, and it can stand in a header as it is.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_plain = |part: &str, more: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
    };
    text.len() <= 254 && is_plain(local, "!#$%&'*+-/=?^_`{|}~.") && is_plain(domain, "-.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_carry_more_than_an_address() {
        for address in ["a@b.example", "first.last+tag@mail.b.example", "o'neill@b.example"] {
            assert!(is_address(address), "{address}");
        }
        for other in [
            "",
            "a",
            "a@",
            "@b",
            "a@b@c",
            "a b@c",
            "a@b\r\nBcc: x@y",
            "a@b,c@d",
            "<a@b>",
            "ä@b.example",
            "a@b.",
            ".a@b",
            "a..b@c",
        ] {
            assert!(!is_address(other), "{other:?}");
        }
    }
}
