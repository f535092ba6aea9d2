//! The Markdown of a letter without what its reader is not meant to see.

use crate::text::is_hidden;

/// The marks around what is hidden from whoever reads a note: comments of Obsidian, and of HTML.
const COMMENTS: [(&str, &str); 2] = [("%%", "%%"), ("<!--", "-->")];

/// The body with plain line ends, without comments and hidden characters.
///
/// What opens a comment and is never closed is text: no word is lost to a slip.
pub(super) fn visible(body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let shown: String = body.chars().filter(|c| !is_hidden(*c) && *c != '\u{feff}').collect();
    COMMENTS.iter().fold(shown, |text, (open, close)| uncommented(&text, open, close))
}

fn uncommented(text: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        let Some((_, after)) = inside.split_once(close) else { break };
        out.push_str(before);
        // A comment on lines of its own takes the empty lines below it along.
        let is_alone = (out.is_empty() || out.ends_with('\n')) && after.starts_with('\n');
        rest = if is_alone { after.trim_start_matches('\n') } else { after };
    }
    out.push_str(rest);
    out
}
