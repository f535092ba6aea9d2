//! Edits of a note: one range of bytes, proved before it counts.
//!
//! Every function takes a whole note and gives the whole new one, in which comments, the order of
//! keys, quotes, line ends, byte order mark and last newline are as they were. The new text is read
//! again: exactly the meant value must have changed, else the edit is refused.

mod bullet;
mod close;
mod completion;
mod front;
mod heading;
mod json;
mod replace;
mod rewrite;
mod task;
pub mod yaml;

pub use bullet::{add_bullet, fill_label};
pub use close::{Whose, answer, ask, is_answered};
pub use front::{add_to_list, put_key, set_key, swap_in_list, values};
pub use heading::{add_bullet_under, add_heading, put_heading_first};
pub use json::add_members;
pub use replace::replace;
pub use rewrite::Rewrite;
use task::has_task;
pub use task::{add_task, mark_task};

use crate::parse::front_matter::{Entry, FrontMatter, Item, Read, Value, read};
use crate::text::Span;

/// Why an edit is not made, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

/// `text` with `new` in place of the bytes of `span`.
fn splice(text: &str, span: Span, new: &str) -> String {
    let range = span.range();
    format!("{}{new}{}", &text[..range.start], &text[range.end..])
}

/// The line end the note uses.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Sees that what is to be a line has no line break in it.
fn one_line(words: &str) -> Result<(), Refused> {
    if words.contains(['\n', '\r']) {
        return Err(Refused(format!("`{}` goes over several lines; write it on one", words.trim())));
    }
    Ok(())
}

fn front_matter(text: &str) -> Result<FrontMatter<'_>, Refused> {
    match read(text) {
        Read::Found(front_matter) => Ok(front_matter),
        Read::None => Err(Refused("the note has no front matter to write in".to_owned())),
        Read::Broken(broken) => {
            Err(Refused(format!("the front matter cannot be read: {}; mend that first", broken.message)))
        }
    }
}

/// Whether all keys but `key`, which no edit of `key` may change, hold the same in both.
fn is_same_but(old: &FrontMatter, new: &FrontMatter, key: &str) -> bool {
    let is_other = |entry: &&Entry| entry.key.value != key;
    let (old, new) = (old.entries.iter().filter(is_other), new.entries.iter().filter(is_other));
    old.map(said).eq(new.map(said))
}

/// What an entry says, wherever it stands.
fn said<'f>(entry: &'f Entry<'f>) -> (&'f str, Value<'f>) {
    (&entry.key.value, placeless(&entry.value))
}

/// The value without the places of its items, which shift with every edit before them.
fn placeless<'f>(value: &Value<'f>) -> Value<'f> {
    match value {
        Value::List(items) => {
            let items = items.iter().map(|item| Item { value: placeless(&item.value), span: Span::START });
            Value::List(items.collect())
        }
        other => other.clone(),
    }
}

/// Sees that the new text still reads, with every key but `key` as it was.
fn prove<'n>(old: &FrontMatter, new: &'n str, key: &str) -> Result<FrontMatter<'n>, Refused> {
    let again = front_matter(new)?;
    if is_same_but(old, &again, key) {
        Ok(again)
    } else {
        Err(Refused(format!("writing `{key}` would change other keys too; write it by hand")))
    }
}
