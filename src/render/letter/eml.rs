//! A letter as a mail file (RFC 5322) that mail programs open as a draft.
//!
//! Headers are ASCII, what is more is written as encoded words (RFC 2047); the text is UTF-8 as
//! quoted-printable, so that no line is longer than 76 characters and nothing changes on the way.
//! There is no date: it is the day on which it is sent, and the same letter gives the same bytes.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::text;
use crate::letters::Mailbox;
use crate::manuscript::Manuscript;

/// The longest line of a header and of a text, without its end.
const LINE: usize = 76;

/// Letters that one encoded word may have, so that it fits on a line behind the longest name of a header.
const ENCODED: usize = 48;

/// The whole file, lines ending in CRLF.
pub fn eml(manuscript: &Manuscript, from: &Mailbox, to: &Mailbox) -> String {
    let subject = manuscript.subject.as_deref().unwrap_or_default();
    let body = quoted_printable(text::body(manuscript).trim_end());
    let head = format!("From: {}\r\nTo: {}\r\nSubject: {}\r\n", mailbox(from), mailbox(to), words(subject));
    let id = message_id(&[&head, &body], &from.address);
    format!(
        "X-Unsent: 1\r\n{head}Message-ID: {id}\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n"
    )
}

/// An id out of what the letter says, at the sender's own domain.
fn message_id(parts: &[&str], sender: &str) -> String {
    let digest = Sha256::digest(parts.concat().as_bytes());
    let hash: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("<{hash}@{}>", sender.rsplit('@').next().unwrap_or(sender))
}

/// `Name <address>`, the address on a line of its own where both do not fit on one.
fn mailbox(mailbox: &Mailbox) -> String {
    let name = mailbox.name.trim();
    let is_atoms = name.chars().all(|c| c.is_ascii_alphanumeric() || " -'".contains(c));
    let phrase = if is_atoms { words(name) } else { encoded_words(name) };
    let fits = "From: ".len() + phrase.len() + mailbox.address.len() + " <>".len() <= LINE;
    match phrase.is_empty() {
        true => format!("<{}>", mailbox.address),
        false if fits => format!("{phrase} <{}>", mailbox.address),
        false => format!("{phrase}\r\n <{}>", mailbox.address),
    }
}

/// Words of a header: as they are where they are few, plain and cannot be taken for encoded ones.
fn words(text: &str) -> String {
    let is_plain = text.chars().all(|c| c.is_ascii_graphic() || c == ' ') && !text.contains("=?");
    if is_plain && text.len() <= ENCODED && text.trim() == text { text.to_owned() } else { encoded_words(text) }
}

/// Encoded words, each on its own line.
fn encoded_words(text: &str) -> String {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let mut letter = String::new();
        for byte in c.to_string().bytes() {
            match char::from(byte) {
                ' ' => letter.push('_'),
                c if c.is_ascii_alphanumeric() => letter.push(c),
                // Writing to a String cannot fail.
                _ => drop(write!(letter, "={byte:02X}")),
            }
        }
        // A character is not cut in two.
        if lines.last().is_some_and(|line| line.len() + letter.len() > ENCODED) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&letter);
        }
    }
    lines.iter().map(|line| format!("=?UTF-8?Q?{line}?=")).collect::<Vec<_>>().join("\r\n ")
}

/// The text as quoted-printable, lines ending in CRLF but for the last.
fn quoted_printable(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(quoted_line).collect();
    lines.join("\r\n")
}

fn quoted_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut column = 0;
    for (at, byte) in line.bytes().enumerate() {
        let is_last = at + 1 == line.len();
        // A blank at the end would be lost on the way; `From ` at the start is a mark of mailboxes.
        let is_plain = match byte {
            b'=' => false,
            b' ' => !is_last,
            b'F' | b'.' => at > 0,
            byte => byte.is_ascii_graphic(),
        };
        let width = if is_plain { 1 } else { 3 };
        if column + width > if is_last { LINE } else { LINE - 1 } {
            out.push_str("=\r\n");
            column = 0;
        }
        column += width;
        if is_plain {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "={byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_short_ascii_lines() {
        assert_eq!(words("Thank you for Wednesday"), "Thank you for Wednesday");
        assert_eq!(words("Ærø, 50%"), "=?UTF-8?Q?=C3=86r=C3=B8=2C_50=25?=");
        assert_eq!(words("=?UTF-8?Q?x?="), "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Fx=3F=3D?=");
        assert_eq!(words(""), "");
        let long = words(&"Žluťoučký kůň ".repeat(20));
        assert!(long.lines().all(|line| line.len() + "Subject: ".len() <= 80), "{long}");
        assert!(long.lines().skip(1).all(|line| line.starts_with(" =?UTF-8?Q?") && line.len() <= LINE), "{long}");
    }

    #[test]
    fn names_do_not_end_before_their_address() {
        let of = |name: &str| mailbox(&Mailbox { name: name.to_owned(), address: "a@b.example".to_owned() });
        assert_eq!(of("Priya Rao"), "Priya Rao <a@b.example>");
        assert_eq!(of(""), "<a@b.example>");
        assert_eq!(of("Rao, P. <x@y.example>"), "=?UTF-8?Q?Rao=2C_P=2E_=3Cx=40y=2Eexample=3E?= <a@b.example>");
        assert!(of(&"Rao ".repeat(15)).ends_with("?=\r\n <a@b.example>"));
    }

    #[test]
    fn the_text_keeps_every_line_short() {
        assert_eq!(quoted_printable("a = b \nFrom me\n.\n\nünd"), "a =3D b=20\r\n=46rom me\r\n=2E\r\n\r\n=C3=BCnd");
        let long = quoted_printable(&"Wörter ohne Ende ".repeat(30));
        assert!(long.split("\r\n").all(|line| line.len() <= LINE), "{long}");
        assert_eq!(quoted_line(&"x".repeat(76)), "x".repeat(76));
    }
}
