//! What lies in the vault and was not read, and what to do about it.

use crate::text::{SourceFile, Unread, Why};

impl Unread {
    pub(super) fn symlink(path: String) -> Self {
        Self {
            path,
            why: Why::Symlink,
            message: "this note is a symbolic link, and links are not followed, so nothing in it is seen".into(),
            help: "put the note itself here instead of the link".into(),
        }
    }

    pub(super) fn not_regular(path: String) -> Self {
        Self {
            path,
            why: Why::NotRegular,
            message: "this is a pipe, a device or the like, not a file, so it is not read".into(),
            help: "remove it, give it another extension, or list it under `ignore` in `vault.toml`".into(),
        }
    }

    pub(super) fn unreadable(path: String, error: &std::io::Error) -> Self {
        Self {
            path,
            why: Why::Unreadable,
            message: format!("this note cannot be read: {error}"),
            help: "make it readable for you, or list it under `ignore` in `vault.toml`".into(),
        }
    }

    /// `valid` is the text up to the first bad byte.
    pub(super) fn not_utf8(path: String, valid: &str) -> Self {
        let at = SourceFile::new("", valid).position(u32::MAX);
        Self {
            path,
            why: Why::NotUtf8 { valid: valid.to_owned() },
            message: format!("this note is not UTF-8 at line {}, column {}, so it is not read", at.line, at.column),
            help: "save it as UTF-8 in your editor".into(),
        }
    }

    pub(super) fn too_large(path: String, kind: String) -> Self {
        Self {
            path,
            why: Why::TooLarge { kind },
            message: "this note is larger than 1 MiB, so it is not read".into(),
            help: "move what is long, such as pasted pictures or transcripts, to a note without `type`".into(),
        }
    }

    pub(super) fn folder(path: String, error: &std::io::Error) -> Self {
        Self {
            path,
            why: Why::Folder,
            message: format!("this folder cannot be listed, so notes may be missing: {error}"),
            help: "make it readable for you, or list it under `ignore` in `vault.toml` with `/**` behind it".into(),
        }
    }

    pub(super) fn name(path: String) -> Self {
        Self {
            path,
            why: Why::Name,
            message: "the name of this note, or of a folder above it, is not Unicode, so it is not read".into(),
            help: "give it another name".into(),
        }
    }

    pub(super) fn conflict_copy(path: String, of: String) -> Self {
        Self {
            path,
            message: format!("this is a copy that was kept because `{of}` was changed in two places at once"),
            help: format!("take what you need from it into `{of}`, then delete the copy"),
            why: Why::ConflictCopy { of },
        }
    }
}

/// What the names of all copies have in common.
const COMMON: &[u8] = b"conflict";

/// The note that `path` is a conflict copy of: `X.sync-conflict-….md` and `X (… conflicted copy …).md` of sync tools,
/// in any case, and our own `X.conflict-<8 hex digits>.md` are copies of `X.md`.
pub(super) fn original_of_copy(path: &str) -> Option<String> {
    let (stem, extension) = path.rsplit_once('.')?;
    let name_start = stem.rfind('/').map_or(0, |at| at + 1);
    let is_near = |part: &[u8]| part.eq_ignore_ascii_case(COMMON);
    if !stem.as_bytes()[name_start..].windows(COMMON.len()).any(is_near) {
        return None;
    }
    // Only ASCII is folded, so offsets stay.
    let name = stem[name_start..].to_ascii_lowercase();
    let own = name.rsplit_once(".conflict-").filter(|(_, hash)| hash.len() == 8 && is_hex(hash));
    let end = match name.find(".sync-conflict-").or(own.map(|(before, _)| before.len())) {
        Some(at) => at,
        None if name.ends_with(')') => {
            let words = name.find("conflicted copy")?;
            name[..words].rfind(" (")?
        }
        None => return None,
    };
    let original = stem[..name_start + end].trim_end();
    (original.len() > name_start).then(|| format!("{original}.{extension}"))
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        let table = [
            ("R/X.sync-conflict-20250304-101010-ABC.md", Some("R/X.md")),
            ("X.Sync-Conflict-1.sync-conflict-2.MD", Some("X.MD")),
            ("a b/X (Anna's conflicted copy 2025-03-04).md", Some("a b/X.md")),
            ("X (Conflicted Copy 2025-03-04 101010).markdown", Some("X.markdown")),
            ("X (Priya (HR)) (Tom's conflicted copy).md", Some("X (Priya (HR)).md")),
            ("R/X.conflict-0123abcd.md", Some("R/X.md")),
            ("X.conflict-0123abcg.md", None),
            ("On.conflict-resolution.md", None),
            ("About a conflicted copy.md", None),
            ("X (conflicted copy) and more.md", None),
            ("X (second).md", None),
            ("R (conflicted copy)/X.md", None),
            ("sync-conflict-notes.md", None),
        ];
        for (path, of) in table {
            assert_eq!(original_of_copy(path).as_deref(), of, "{path}");
        }
    }
}
