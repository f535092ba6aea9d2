//! A round, a note or a letter named on the command line.

use std::path::Path;

use super::check::{plain, slashed};
use super::failure::Failure;
use super::session::Session;
use crate::model::{Kind, Note, NoteId, Record, folded};
use crate::text::nearest;

impl Session {
    /// The note that `name` names, of one of these `kinds`: by its path from the current folder or
    /// the root, by its name as in a link, or by the only possible beginning of one. Case and `.md`
    /// do not matter.
    pub(super) fn record(&self, kinds: &[Kind], name: &str) -> Result<NoteId, Failure> {
        let bare = name.trim().trim_start_matches("[[").trim_end_matches("]]");
        let is_wanted = |note: &Note| note.record.kind().is_some_and(|kind| kinds.contains(&kind));
        let notes = || self.vault.notes.iter().enumerate().filter(|(_, note)| is_wanted(note));
        let paths = [self.path_below(&self.current_dir.join(bare)), Some(bare.to_owned())];
        let paths: Vec<String> = paths.into_iter().flatten().map(|path| folded(stem(&path))).collect();
        let is_at = |path: &String, note: &Note| folded(stem(&note.path)) == *path;
        if let Some((at, _)) = paths.iter().find_map(|path| notes().find(|(_, note)| is_at(path, note))) {
            return Ok(id(at));
        }
        let wanted = folded(stem(bare));
        let named: Vec<_> = notes().filter(|(_, note)| folded(note.name()) == wanted).collect();
        // No letters at all begin every name: somebody's variable was empty.
        let is_begun = |note: &Note| !wanted.is_empty() && folded(note.name()).starts_with(&wanted);
        let begun = || notes().filter(|(_, note)| is_begun(note)).collect();
        let found: Vec<(usize, &Note)> = if named.is_empty() { begun() } else { named };
        match found[..] {
            [(at, _)] => Ok(id(at)),
            [] => {
                let is_named = |path: &str| {
                    let stem = folded(stem(path));
                    stem.rsplit('/').next() == Some(wanted.as_str()) || paths.contains(&stem)
                };
                let other = self.vault.notes.iter().find(|note| is_named(&note.path));
                let unread = || self.unread.iter().find(|unread| is_named(&unread.path));
                let why = other.map(|note| wrong_kind(kinds, note));
                let why = why.or_else(|| Some(unreadable(&unread()?.path)));
                let known = || notes().map(|(_, note)| note.name()).collect::<Vec<_>>();
                Err(Failure::Usage(why.unwrap_or_else(|| unknown(kinds, name, &known()))))
            }
            _ => {
                let paths: Vec<&str> = found.iter().map(|(_, note)| note.path.as_ref()).collect();
                Err(Failure::Usage(format!("`{name}` could be {}", paths.join(" or "))))
            }
        }
    }

    /// The round that `name` names, as an index into the vault's rounds; see [`Session::record`].
    pub(super) fn round(&self, name: &str) -> Result<usize, Failure> {
        match self.vault.note(self.record(&[Kind::Round], name)?).record {
            Record::Round(at) => Ok(at),
            _ => Err(Failure::Usage(format!("`{name}` is no round"))),
        }
    }

    /// A path as seen from the root; `None` outside of it.
    fn path_below(&self, path: &Path) -> Option<String> {
        plain(path).strip_prefix(plain(&self.root)).ok().map(slashed)
    }
}

/// With the nearest name there is, else the last one that has the words somewhere in it, else how such names look.
fn unknown(kinds: &[Kind], name: &str, names: &[&str]) -> String {
    let holding = || names.iter().rfind(|other| folded(other).contains(&folded(name))).copied();
    let near = nearest(name, names.iter().copied()).or_else(holding);
    let help = match (near, names.last()) {
        (Some(near), _) => format!("; did you mean `{near}`?"),
        (None, Some(last)) => format!("; the last one is called `{last}`"),
        (None, None) => "; there is none yet".to_owned(),
    };
    format!("there is no {} `{name}`{help}", called(kinds))
}

fn id(at: usize) -> NoteId {
    NoteId(u32::try_from(at).unwrap_or(u32::MAX))
}

fn stem(path: &str) -> &str {
    path.strip_suffix(".md").unwrap_or(path)
}

fn called(kinds: &[Kind]) -> &'static str {
    match kinds {
        [only] => only.name(),
        _ => "note",
    }
}

fn wrong_kind(kinds: &[Kind], note: &Note) -> String {
    let is = match note.record.kind() {
        Some(kind) => format!("is of `type: {}`", kind.name()),
        None if note.record == Record::Broken => return unreadable(&note.path),
        None => "has no `type`".to_owned(),
    };
    let needed = match kinds {
        [only] => format!("a {}", only.name()),
        _ => "a note with one".to_owned(),
    };
    format!("{} {is}, and {needed} is needed here", note.path)
}

fn unreadable(path: &str) -> String {
    format!("{path} cannot be read; `vault check` says where to mend it")
}
