//! The day on which a task was done, in the two formats of the Obsidian Tasks plugin.

use chrono::NaiveDate;

/// What stands before a date of completion.
const SIGN: &str = "✅";
/// Signs before other dates of the same format.
const DATES: [&str; 7] = ["📅", "📆", "🗓", "⏳", "🛫", "➕", "❌"];
/// The field of the other format.
const FIELD: &str = "completion::";
/// Fields of the other format beside it.
const FIELDS: [&str; 8] =
    ["due::", "scheduled::", "start::", "created::", "cancelled::", "priority::", "repeat::", "id::"];

/// The words behind a task's box with that day of completion: in place of the one they have, else behind them, before a
/// block's id; in the format that the line has, `✅` where it has none.
pub(super) fn completed(words: &str, day: NaiveDate) -> String {
    if let Some((at, length)) = date_behind(words, SIGN).or_else(|| date_behind(words, FIELD)) {
        return format!("{}{day}{}", &words[..at], &words[at + length..]);
    }
    let stamp = match brackets(words) {
        Some([open, close]) => format!("  {open}{FIELD} {day}{close}"),
        None => format!(" {SIGN} {day}"),
    };
    let end = before_id(words);
    format!("{}{stamp}{}", &words[..end], &words[end..])
}

/// Where the last date behind `sign` stands, and its length.
fn date_behind(words: &str, sign: &str) -> Option<(usize, usize)> {
    let start = words.rfind(sign)? + sign.len();
    let rest = words[start..].trim_start_matches(['\u{fe0f}', ' ', '\t']);
    let date = rest.get(..10)?;
    date.parse::<NaiveDate>().ok().map(|_| (words.len() - rest.len(), date.len()))
}

/// The brackets around the fields of the line, where it has such and no signs.
fn brackets(words: &str) -> Option<[char; 2]> {
    if DATES.iter().any(|sign| words.contains(sign)) {
        return None;
    }
    let has = |open: char| FIELDS.iter().any(|field| words.contains(&format!("{open}{field}")));
    [['[', ']'], ['(', ')']].into_iter().find(|[open, _]| has(*open))
}

/// The end of the words, before a block's id and the blanks around it.
fn before_id(words: &str) -> usize {
    let trimmed = words.trim_end();
    let is_id = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let cut = trimmed.rsplit_once(" ^").filter(|(_, id)| !id.is_empty() && is_id(id));
    cut.map_or(trimmed, |(before, _)| before.trim_end()).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_written_as_the_line_has_its_dates() {
        let day = "2025-03-05".parse().unwrap();
        for (words, expected) in [
            ("] Send it", "] Send it ✅ 2025-03-05"),
            ("] Send it 📅 2025-03-06 #work", "] Send it 📅 2025-03-06 #work ✅ 2025-03-05"),
            ("] Send it ^a-1 ", "] Send it ✅ 2025-03-05 ^a-1 "),
            ("] Send it [due:: 2025-03-06]", "] Send it [due:: 2025-03-06]  [completion:: 2025-03-05]"),
            ("] Send it (due:: 2025-03-06) ^x", "] Send it (due:: 2025-03-06)  (completion:: 2025-03-05) ^x"),
            ("] Send it [due:: 2025-03-06] ⏳ 2025-03-04", "] Send it [due:: 2025-03-06] ⏳ 2025-03-04 ✅ 2025-03-05"),
            ("] Send it ✅\u{fe0f} 2025-02-01 ^x", "] Send it ✅\u{fe0f} 2025-03-05 ^x"),
            ("] Send it [completion:: 2025-02-01]", "] Send it [completion:: 2025-03-05]"),
            ("] Send it ✅ soon", "] Send it ✅ soon ✅ 2025-03-05"),
            ("] Say 2 ^ 3", "] Say 2 ^ 3 ✅ 2025-03-05"),
        ] {
            assert_eq!(completed(words, day), expected);
            assert_eq!(completed(expected, day), expected);
        }
    }
}
