//! File names out of words that people wrote: one harmless component on every system.

use std::path::{Component, Path};

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The longest name [`file_name`] gives, in bytes. With `.html`, the longest extension in use,
/// a file stays below 120 bytes and leaves sync tools room for their own additions.
pub const NAME_LIMIT: usize = 112;

/// What a name is that has nothing else left.
const NAMELESS: &str = "untitled";

/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

/// A file name, without extension, from `parts` with a blank between them.
///
/// It is in NFC, at most [`NAME_LIMIT`] bytes, and has no separators, no characters that Windows or
/// a wikilink cannot have (they become blanks; blanks are collapsed), no two `%` or `{` in a row, no
/// control, bidirectional or invisible ones, no dot or blank at either end, and is no device's name
/// (that gets a `_` in front). A name that is too long is cut and ends with eight hex digits of its hash, so that two
/// long names stay two. Where nothing is left it is `untitled`. It is a fixed point: the name of
/// a name is that name.
pub fn file_name(parts: &[&str]) -> String {
    let joined = parts.join(" ");
    let allowed: String = joined.nfc().map(|c| if is_allowed(c) { c } else { ' ' }).collect();
    let mut before = ' ';
    // Two of them open a comment or a template in Obsidian, and would close our own comment that lists the file.
    let single: String =
        allowed.chars().filter(|c| std::mem::replace(&mut before, *c) != *c || !matches!(c, '%' | '{')).collect();
    let words: Vec<&str> = single.split_whitespace().collect();
    let name = trimmed(&words.join(" ")).to_owned();
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    let name = if is_device(&name) { format!("_{name}") } else { name };
    if name.len() <= NAME_LIMIT { name } else { shortened(&name) }
}

/// Whether `path` names a place below the root it is joined to: relative, `/` between its parts,
/// none of them empty, `.` or `..`, no backslash, no drive and no NUL.
pub fn is_safe_path(path: &str) -> bool {
    !path.contains(['\\', '\0'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && Path::new(path).components().all(|component| matches!(component, Component::Normal(_)))
}

fn is_allowed(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}');
    let special = matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '^' | '[' | ']');
    !invisible && !special && !crate::text::is_hidden(c)
}

fn trimmed(name: &str) -> &str {
    name.trim_matches([' ', '.'])
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            let mut chars = rest.chars();
            matches!(chars.next(), Some('0'..='9' | '¹' | '²' | '³')) && chars.next().is_none()
        })
    };
    DEVICES.contains(&stem.as_str()) || numbered("COM") || numbered("LPT")
}

fn shortened(name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    let hash = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
    let mut end = NAME_LIMIT - " 01234567".len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{} {hash:08x}", trimmed(&name[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_what_one_would_write() {
        let table: &[(&[&str], &str)] = &[
            (&["2025-03-04", "Priya Rao", "thank-you-email"], "2025-03-04 Priya Rao thank-you-email"),
            (&["A/B  testing: why?"], "A B testing why"),
            (&["../../etc/passwd"], "etc passwd"),
            (&["[[Priya Rao|her]]#top^1"], "Priya Rao her top 1"),
            (&["con"], "_con"),
            (&["Aux.notes"], "_Aux.notes"),
            (&["COM¹"], "_COM¹"),
            (&["Console"], "Console"),
            (&["COM10"], "COM10"),
            (&["Acme Inc."], "Acme Inc"),
            (&[".hidden"], "hidden"),
            (&["e\u{301}te\u{301}"], "été"),
            (&["a\u{202e}b\u{1b}c\u{200b}"], "a b c"),
            (&[], NAMELESS),
            (&["", " ... ", "?"], NAMELESS),
        ];
        for (parts, expected) in table {
            assert_eq!(file_name(parts), *expected, "{parts:?}");
        }
    }

    #[test]
    fn long_names_that_differ_at_the_end_stay_different() {
        let long = "ä".repeat(200);
        let (one, two) = (file_name(&[&long, "one"]), file_name(&[&long, "two"]));
        assert_ne!(one, two);
        assert!(one.len() <= NAME_LIMIT && one.starts_with("ää"), "{one}");
    }

    #[test]
    fn paths_that_could_leave_the_root_are_not_safe() {
        for path in ["a.md", "Rounds/2025-03-04 Priya.md", ".obsidian/types.json", "a..b/c...md", "ä/日.md"] {
            assert!(is_safe_path(path), "{path}");
        }
        for path in ["", "/", "/etc/x", "..", "a/../b", "a//b", "a/", "./a", "a/.", "a\\b", "..\\a", "a\0b"] {
            assert!(!is_safe_path(path), "{path:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]
        #[test]
        fn any_title_is_one_harmless_component(
            parts in proptest::collection::vec(
                prop_oneof![
                    any::<String>(),
                    "[a-zA-Z./\\\\:*?\"<>|#^\\[\\] \u{300}-\u{36f}\u{200b}-\u{202e}]{0,200}",
                    "(?i)(con|nul|com[0-9¹]|lpt[0-9²]|aux)[. ]{0,3}[a-z]{0,2}",
                ],
                0..4,
            )
        ) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let name = file_name(&parts);
            prop_assert!(!name.is_empty() && name.len() <= NAME_LIMIT);
            prop_assert!(is_safe_path(&name));
            prop_assert_eq!(Path::new(&name).components().count(), 1);
            prop_assert!(name.chars().all(is_allowed));
            prop_assert!(!name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']));
            prop_assert!(!name.contains("  "));
            prop_assert!(!is_device(&name));
            prop_assert_eq!(name.nfc().collect::<String>(), name.clone());
            prop_assert_eq!(file_name(&[&name]), name);
        }
    }
}
