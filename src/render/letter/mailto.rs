//! A letter as a link that opens it as a draft in the mail program.

use std::fmt::Write as _;

use super::text;
use crate::letters::Mailbox;
use crate::manuscript::Manuscript;

/// The link, to one address, with subject and text.
pub fn mailto(manuscript: &Manuscript, to: &Mailbox) -> String {
    let subject = manuscript.subject.as_deref().map(|subject| format!("subject={}&", encoded(subject, "")));
    let body = text::body(manuscript).trim_end().replace('\n', "\r\n");
    format!("mailto:{}?{}body={}\n", encoded(&to.address, "@"), subject.unwrap_or_default(), encoded(&body, ""))
}

/// Everything but letters, digits, `-._~` and what is in `kept` as `%XX`.
fn encoded(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || (c.is_ascii() && kept.contains(c)) {
            out.push(c);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
