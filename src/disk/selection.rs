//! Which files of a vault are looked at: `include`, `ignore` and `templates` of `vault.toml`.

use std::borrow::Cow;

use fast_glob::{glob_match, validate};

/// The files that may be notes. Globs match the whole path from the root, case counts, `*` stops
/// at `/` and `**` does not.
#[derive(Clone, Debug)]
pub struct Selection {
    include: Vec<String>,
    ignore: Vec<String>,
    /// Folders of which everything is ignored, so that they need not be entered.
    ignored_folders: Vec<String>,
    /// For each `include`, the folder in which all its files lie; empty for the root.
    included_folders: Vec<String>,
    templates: String,
}

/// A glob that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pattern `{glob}` cannot be read: {why}")]
pub struct BadGlob {
    /// The glob as it was written.
    pub glob: String,
    /// What is wrong with it.
    pub why: String,
}

impl Selection {
    /// Files that one of `include` matches and none of `ignore`, outside the folder `templates`
    /// (a path from the root; empty for none). An `ignore` that ends in a plain name and is no Markdown file, such as
    /// `Archive` or `Jobs/2024/`, names a folder: all of it is ignored.
    ///
    /// # Errors
    /// The first glob that cannot be read.
    pub fn new(include: &[String], ignore: &[String], templates: &str) -> Result<Self, BadGlob> {
        let ignore: Vec<String> = ignore.iter().map(|glob| whole(glob)).collect();
        let whole_folders: Vec<String> =
            ignore.iter().filter_map(|glob| glob.strip_suffix("/**")).map(str::to_owned).collect();
        Ok(Self {
            include: read(include)?,
            ignore: read(&ignore)?,
            ignored_folders: read(&whole_folders)?,
            included_folders: include.iter().map(|glob| literal_folder(glob).to_owned()).collect(),
            templates: templates.trim_end_matches('/').to_owned(),
        })
    }

    /// Whether the file at `path`, relative to the root, is to be read.
    pub fn has(&self, path: &str) -> bool {
        !in_folder(path, &self.templates) && any_matches(&self.include, path) && !any_matches(&self.ignore, path)
    }

    /// Whether a file below the folder at `path` could be one to be read.
    pub(super) fn may_have_below(&self, path: &str) -> bool {
        let on_the_way =
            |folder: &String| path == folder || in_folder(path, folder) || in_folder(folder, path) || folder.is_empty();
        path != self.templates
            && self.included_folders.iter().any(on_the_way)
            && !any_matches(&self.ignored_folders, path)
    }
}

/// A glob to ignore, meant as the whole folder where it ends in a plain name.
fn whole(glob: &str) -> String {
    let folder = glob.trim_end_matches('/');
    let name = folder.rsplit('/').next().unwrap_or_default();
    let is_plain = !name.is_empty() && !name.contains(['*', '?', '[', '{', '\\']);
    let is_note = name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("md"));
    if is_plain && !is_note { format!("{folder}/**") } else { glob.to_owned() }
}

fn in_folder(path: &str, folder: &str) -> bool {
    !folder.is_empty() && path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The leading folders of a glob that are plain names: `Jobs/2025` of `Jobs/2025/**/*.md`.
fn literal_folder(glob: &str) -> &str {
    let plain = glob.find(['*', '?', '[', '{', '\\']).map_or(glob, |at| &glob[..at]);
    plain.rfind('/').map_or("", |at| &plain[..at])
}

/// The globs as they are matched.
fn read(globs: &[String]) -> Result<Vec<String>, BadGlob> {
    let read = |glob: &String| match validate(glob) {
        Ok(()) => Ok(plain(glob).into_owned()),
        Err(error) => Err(BadGlob { glob: glob.clone(), why: error.to_string() }),
    };
    globs.iter().map(read).collect()
}

/// A mark at the start would turn the meaning round; here it is a letter like others.
fn plain(glob: &str) -> Cow<'_, str> {
    if glob.starts_with('!') { Cow::Owned(format!("\\{glob}")) } else { Cow::Borrowed(glob) }
}

fn any_matches(globs: &[String], path: &str) -> bool {
    globs.iter().any(|glob| glob_match(glob, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(include: &[&str], ignore: &[&str], templates: &str) -> Selection {
        let owned = |globs: &[&str]| globs.iter().map(ToString::to_string).collect::<Vec<_>>();
        Selection::new(&owned(include), &owned(ignore), templates).unwrap()
    }

    #[test]
    fn a_star_stops_at_a_slash_and_two_do_not() {
        let table: &[(&[&str], &[&str], &str, bool)] = &[
            (&["**"], &[], "a.md", true),
            (&["**"], &[], "a/b/c.md", true),
            (&["*"], &[], "a/b.md", false),
            (&["Jobs/**"], &[], "Jobs/x/y.md", true),
            (&["Jobs/**"], &[], "jobs/x.md", false),
            (&["Jobs/**"], &[], "Other/x.md", false),
            (&["**"], &["Archive/*"], "Archive/x.md", false),
            (&["**"], &["Archive/*"], "Archive/old/x.md", true),
            (&["**"], &["Archive/**"], "Archive/old/x.md", false),
            (&["**"], &["**/old/**"], "a/old/x.md", false),
            (&["**"], &["Archive"], "Archive/old/x.md", false),
            (&["**"], &["Archive"], "Archive2/x.md", true),
            (&["**"], &["**/old/"], "a/old/x.md", false),
            (&["**"], &["a.md"], "a.md", false),
            (&["**"], &["*"], "a/b.md", true),
            (&["**"], &[], "Templates/round.md", false),
            (&["**"], &[], "Templates2/round.md", true),
            (&[], &[], "a.md", false),
        ];
        for (include, ignore, path, expected) in table {
            let selection = selection(include, ignore, "Templates");
            assert_eq!(selection.has(path), *expected, "{include:?} {ignore:?} {path}");
        }
    }

    #[test]
    fn globs_are_those_of_other_tools() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("a/**", &["a/b", "a/b/c"], &["ab", "b/a/c"]),
            ("**/a", &["a", "b/a", "b/c/a"], &["ba", "a/b"]),
            ("a/**/b", &["a/b", "a/x/b", "a/x/y/b", "a/b/b"], &["ab", "a/xb", "a/b/c"]),
            ("**/a/**/b/*", &["a/b/c", "x/a/b/a/y/b/z"], &["a/b", "a/c/d"]),
            ("a*b*c", &["abc", "axbxc", "abcbc"], &["ab", "abcd", "a/bc"]),
            ("?.md", &["a.md"], &[".md", "ab.md", "/.md"]),
            ("[a-c]", &["a", "c"], &["d", "-", "ab"]),
            ("[!a-c]", &["d"], &["b", "/"]),
            ("{a,b{c,d}}/{,x}y", &["a/y", "bc/y", "bd/xy"], &["b/y", "a/x"]),
            ("a,b", &["a,b"], &["a", "b"]),
            (r"\*\{", &["*{"], &["a{"]),
            ("!a", &["!a"], &["a", "b"]),
            ("Ä/**", &["Ä/b"], &["ä/b"]),
        ];
        for (glob, matching, others) in table {
            let selection = selection(&[glob], &[], "");
            let found: Vec<_> = matching.iter().chain(*others).filter(|path| selection.has(path)).collect();
            assert_eq!(found, matching.iter().collect::<Vec<_>>(), "{glob}");
        }
    }

    #[test]
    fn only_folders_that_may_hold_a_note_are_entered() {
        let selection = selection(&["Jobs/2025/*.md"], &["Jobs/2025/old/**", "Jobs/2025/b/*"], "Templates");
        for (folder, expected) in [
            ("Jobs", true),
            ("Jobs/2025", true),
            ("Jobs/2025/a", true),
            ("Jobs/2025/b", true),
            ("Jobs/2025/old", false),
            ("Jobs/2024", false),
            ("Job", false),
            ("Templates", false),
        ] {
            assert_eq!(selection.may_have_below(folder), expected, "{folder}");
        }
    }

    #[test]
    fn a_glob_that_cannot_be_read_is_named() {
        let error = Selection::new(&["**".to_owned()], &["a[".to_owned()], "").unwrap_err();
        assert_eq!(error.glob, "a[");
        assert!(!error.why.is_empty());
    }
}
