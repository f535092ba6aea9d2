//! Boxes that the candidate ticked in the agenda file, line by line.

use chrono::NaiveDate;

/// A box of the agenda file that holds a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The duty's id.
    pub id: String,
    /// What stands between the brackets; `x` where the candidate did not care to choose.
    pub mark: char,
    /// The day of completion, where the line has one.
    pub done_on: Option<NaiveDate>,
    /// The words of the line, without box, day and id.
    pub words: String,
    /// Why it was not recorded, once that was tried.
    pub why: Option<String>,
}

impl Tick {
    /// Whether it says that something was done.
    pub fn is_done(&self) -> bool {
        matches!(self.mark, 'x' | 'X')
    }
}

/// A line of the agenda, taken apart.
pub(super) struct Line {
    /// The line as the program wrote it: an empty box, no day of completion.
    pub(super) plain: String,
    /// Its tick, where it has one.
    pub(super) tick: Option<Tick>,
}

/// What the Tasks plugin adds to a line, in its two formats, before and behind the date.
const COMPLETIONS: [(&str, &str); 3] = [("✅", ""), ("❌", ""), ("[completion::", "]")];

/// Takes a line (without its line end) apart.
pub(super) fn read(line: &str) -> Line {
    let Some((head, mark, tail)) = boxed(line) else { return Line { plain: line.to_owned(), tick: None } };
    let (tail, done_on) = without_completion(tail);
    let plain = format!("{head} {tail}");
    let marked = tail.trim_end().rsplit_once(" ^").filter(|(_, id)| is_id(id) && mark != ' ');
    let tick = marked.map(|(words, id)| {
        let words = words.trim_start_matches(']').trim().to_owned();
        Tick { id: id.to_owned(), mark, done_on, words, why: None }
    });
    Line { plain, tick }
}

/// Eight hex digits, as in [`Finding::id`](crate::checklist::Finding::id).
fn is_id(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// A task line, cut around its mark: what stands up to the opening bracket, the mark, and the
/// rest from the closing bracket on.
fn boxed(line: &str) -> Option<(&str, char, &str)> {
    let item = line.trim_start();
    let item = item.strip_prefix(['-', '*', '+'])?.trim_start().strip_prefix('[')?;
    let head = &line[..line.len() - item.len()];
    let mark = item.chars().next()?;
    let tail = &item[mark.len_utf8()..];
    tail.starts_with(']').then_some((head, mark, tail))
}

/// The text without the day of completion that a plugin or a hand has put there, and that day.
fn without_completion(text: &str) -> (String, Option<NaiveDate>) {
    for (before, after) in COMPLETIONS {
        // Hardly any line has one, and what is not there is found out faster from the front.
        let Some(at) = text.contains(before).then(|| text.rfind(before)).flatten() else { continue };
        let rest = text[at + before.len()..].trim_start_matches(['\u{fe0f}', ' ']);
        let Some(day) = rest.get(..10).and_then(|day| day.parse().ok()) else { continue };
        let Some(rest) = rest[10..].strip_prefix(after) else { continue };
        return (format!("{}{rest}", text[..at].trim_end()), Some(day));
    }
    (text.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_is_read_whoever_made_it() {
        for (line, mark, done_on) in [
            ("- [x] Thank ^a1b2c3d4", 'x', None),
            ("- [X] Thank ✅ 2025-03-05 ^a1b2c3d4", 'X', Some("2025-03-05")),
            ("- [x] Thank ^a1b2c3d4 ✅ 2025-03-05", 'x', Some("2025-03-05")),
            ("- [x] Thank ✅️ 2025-03-05 ^a1b2c3d4  ", 'x', Some("2025-03-05")),
            ("\t* [-] Thank ❌ 2025-03-05 ^a1b2c3d4", '-', Some("2025-03-05")),
            ("- [x] Thank  [completion:: 2025-03-05] ^a1b2c3d4", 'x', Some("2025-03-05")),
            ("- [é] Thank ^a1b2c3d4", 'é', None),
        ] {
            let done_on = done_on.map(|day| day.parse().unwrap());
            let (id, words) = ("a1b2c3d4".to_owned(), "Thank".to_owned());
            assert_eq!(read(line).tick, Some(Tick { id, mark, done_on, words, why: None }), "{line}");
        }
    }

    #[test]
    fn what_has_no_mark_or_no_id_is_no_tick() {
        for line in ["- [ ] Thank ^a1b2c3d4", "- [x] Thank", "- Thank ^a1b2c3d4", "- [x] Thank ^abc", "[x", "- [", ""] {
            assert_eq!(read(line).tick, None, "{line}");
        }
    }

    #[test]
    fn a_tick_does_not_count_as_a_change() {
        let line = "- [ ] Thank [[Priya Rao]] · draft ^a1b2c3d4";
        for ticked in [
            "- [x] Thank [[Priya Rao]] · draft ^a1b2c3d4",
            "- [x] Thank [[Priya Rao]] · draft ✅ 2025-03-05 ^a1b2c3d4",
            "- [x] Thank [[Priya Rao]] · draft ^a1b2c3d4 ✅ 2025-03-05",
            "- [-] Thank [[Priya Rao]] · draft  [completion:: 2025-03-05] ^a1b2c3d4",
        ] {
            assert_eq!(read(ticked).plain, read(line).plain, "{ticked}");
        }
        assert_ne!(read("- [x] Thank Priya Rao ^a1b2c3d4").plain, read(line).plain);
    }
}
