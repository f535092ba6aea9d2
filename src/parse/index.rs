//! Links resolve as Obsidian resolves them.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};
use std::borrow::Cow;
use std::hash::Hasher as _;

use crate::model::{NoteId, Vault, folded};

/// All notes by name, to resolve links with.
#[derive(Default)]
pub(super) struct Index {
    /// Those of one name together, in the order in which they came.
    entries: Vec<Entry>,
    /// Where they begin.
    by_name: FxHashMap<Name, usize>,
    by_alias: FxHashMap<String, String>,
}

struct Entry {
    name: Name,
    /// The path without its extension, as paths are compared.
    stem: Box<str>,
    target: Target,
}

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A note that was read.
    Note(NoteId),
    /// A file that could not be read, by its place in that list.
    Unread(usize),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// No note has that name.
    Nothing,
    /// These equally good ones do.
    Several(Vec<Target>),
}

impl Index {
    /// An index of the notes at `paths`; entries that could not be read are targets all the same.
    pub(super) fn new<'p>(paths: impl Iterator<Item = (&'p str, Target)>) -> Self {
        let entry = |(path, target)| {
            let stem = folded(without_extension(path)).into_boxed_str();
            Entry { name: Name::of(last_part(&stem)), stem, target }
        };
        let mut entries: Vec<Entry> = paths.map(entry).collect();
        entries.sort_by_key(|entry| entry.name);
        let mut by_name = FxHashMap::with_capacity_and_hasher(entries.len(), FxBuildHasher);
        for (at, entry) in entries.iter().enumerate() {
            by_name.entry(entry.name).or_insert(at);
        }
        Self { entries, by_name, by_alias: FxHashMap::default() }
    }

    /// Those of that name, folded.
    fn named(&self, folded: &str) -> impl Iterator<Item = &Entry> + Clone {
        let name = Name::of(folded);
        let begin = self.by_name.get(&name).map_or(self.entries.len(), |at| *at);
        let alike = self.entries[begin..].iter().take_while(move |entry| entry.name == name);
        alike.filter(move |entry| last_part(&entry.stem) == folded)
    }

    /// Remembers an alias of a note: it never resolves a link, but a message can name its owner.
    pub(super) fn add_alias(&mut self, alias: &str, owner: &str) {
        self.by_alias.entry(folded(alias)).or_insert_with(|| owner.to_owned());
    }

    /// The name of a note that has this alias.
    pub(super) fn owner_of(&self, alias: &str) -> Option<&str> {
        self.by_alias.get(&folded(alias)).map(String::as_str)
    }

    /// How many notes have the name of the one at `path`.
    pub(super) fn namesakes(&self, path: &str) -> usize {
        let stem = folded(without_extension(path));
        self.named(last_part(&stem)).count()
    }

    /// Resolves `target` as written in the note at `from`, and tells `hear` the [`Name`] that was looked up: the exact path from the root, then the
    /// note's own folder, then the shortest path (fewest components). One that begins with `./` or
    /// `../` starts from the note's folder, and leads there or nowhere.
    pub(super) fn resolve(&self, target: &str, from: &str, hear: impl FnOnce(Name)) -> Result<Target, Miss> {
        let relative = target.starts_with("./") || target.starts_with("../");
        let path =
            if relative { Cow::Owned(seen_from(from, target).ok_or(Miss::Nothing)?) } else { Cow::Borrowed(target) };
        let wanted = folded(without_extension(path.trim_start_matches('/')));
        let name = last_part(&wanted);
        hear(Name::of(name));
        let entries = self.named(name);
        // Most links are the name of one note, and nothing else.
        if !relative && name.len() == wanted.len() {
            let mut others = entries.clone();
            let first = others.next().ok_or(Miss::Nothing)?;
            if others.next().is_none() {
                return Ok(first.target);
            }
        }
        if let Some(exact) = entries.clone().find(|entry| *entry.stem == *wanted) {
            return Ok(exact.target);
        }
        if relative {
            return Err(Miss::Nothing);
        }
        // The folder before the target, where the path ends in it.
        let folder = |entry: &Entry| entry.stem.strip_suffix(wanted.as_str())?.strip_suffix('/').map(str::len);
        let candidates: Vec<(&Entry, usize)> = entries.filter_map(|entry| Some((entry, folder(entry)?))).collect();
        if let [(only, _)] = candidates[..] {
            return Ok(only.target);
        }
        if let Some((own, _)) = from.rsplit_once('/') {
            let own = folded(own);
            if let Some((near, _)) = candidates.iter().find(|(entry, length)| entry.stem[..*length] == own) {
                return Ok(near.target);
            }
        }
        let depth = |entry: &Entry| entry.stem.matches('/').count();
        let least = candidates.iter().map(|(entry, _)| depth(entry)).min().ok_or(Miss::Nothing)?;
        let best: Vec<Target> =
            candidates.iter().filter(|(entry, _)| depth(entry) == least).map(|(entry, _)| entry.target).collect();
        match best[..] {
            [only] => Ok(only),
            _ => Err(Miss::Several(best)),
        }
    }
}

/// A note's name, or what a link calls it: in short, so that many can be kept. What two have in common may be chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Name(u64);

impl Name {
    /// That of the note at `path`.
    pub(super) fn at(path: &str) -> Self {
        Self::of(last_part(&folded(without_extension(path))))
    }

    fn of(folded: &str) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(folded.as_bytes());
        Self(hasher.finish())
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Where a link leads, for those who ask once the notes were read.
pub struct Links(Index);

impl Links {
    /// Those of a vault.
    pub fn of(vault: &Vault) -> Self {
        let notes = (0..).map(NoteId).zip(&vault.notes);
        Self(Index::new(notes.map(|(id, note)| (&*note.path, Target::Note(id)))))
    }

    /// Whether `target`, as written in the note at `from`, would lead to a note that was made at `path`.
    pub fn would_lead(vault: &Vault, target: &str, from: &str, path: &str) -> bool {
        let others = vault.notes.iter().map(|note| (&*note.path, Target::Unread(0)));
        let made = Target::Note(NoteId(0));
        Index::new(others.chain([(path, made)])).resolve(target, from, |_| {}) == Ok(made)
    }

    /// The one note that `target`, as written in the note at `from`, leads to.
    pub fn note(&self, target: &str, from: &str) -> Option<NoteId> {
        match self.0.resolve(target, from, |_| {}) {
            Ok(Target::Note(note)) => Some(note),
            Ok(Target::Unread(_)) | Err(_) => None,
        }
    }
}

/// The path from the root that `relative` means in the note at `from`; none where it leaves the vault.
fn seen_from(from: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The path without `.md` or `.markdown`.
pub(super) fn without_extension(path: &str) -> &str {
    let has = |extension: &&str| {
        path.len()
            .checked_sub(extension.len())
            .is_some_and(|stem| path.as_bytes()[stem..].eq_ignore_ascii_case(extension.as_bytes()))
    };
    let cut = [".md", ".markdown"].into_iter().find(has).map_or(0, str::len);
    &path[..path.len() - cut]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(paths: &[&str]) -> Index {
        Index::new(paths.iter().enumerate().map(|(at, path)| (*path, Target::Note(NoteId(u32::try_from(at).unwrap())))))
    }

    #[test]
    fn links_resolve_as_in_obsidian() {
        let index = index(&["A/Priya Rao.md", "B/Deep/Priya Rao.md", "B/Tom.md", "C/Tom.md", "Tom Note.md", "é/X.md"]);
        let note = |at| Ok(Target::Note(NoteId(at)));
        for (target, from, expected) in [
            ("Priya Rao", "Rounds/r.md", note(0)),        // fewest components
            ("priya rao", "Rounds/r.md", note(0)),        // without case
            ("Deep/Priya Rao", "Rounds/r.md", note(1)),   // part of a path
            ("B/Deep/Priya Rao", "Rounds/r.md", note(1)), // whole path
            ("Priya Rao", "B/Deep/x.md", note(1)),        // own folder first
            ("Tom", "C/x.md", note(3)),
            ("Tom", "x.md", Err(Miss::Several(vec![Target::Note(NoteId(2)), Target::Note(NoteId(3))]))),
            ("C/Tom.md", "x.md", note(3)),
            ("e\u{301}/X", "x.md", note(5)), // NFC
            ("Rao", "x.md", Err(Miss::Nothing)),
            ("../A/Priya Rao", "Rounds/r.md", note(0)),
            ("../../Tom Note.md", "B/Deep/x.md", note(4)),
            ("./Tom", "C/x.md", note(3)),
            ("./Tom Note", "C/x.md", Err(Miss::Nothing)), // not in that folder
            ("../../Tom Note", "C/x.md", Err(Miss::Nothing)), // outside the vault
        ] {
            assert_eq!(index.resolve(target, from, |_| {}), expected, "{target} from {from}");
        }
    }
}
