//! How files look from outside, so that those that changed are told without opening any.
//!
//! A file is the same as before where path, size, both times, number and device are. One that changed shortly before it
//! was looked at may change again without another time; it counts as changed, or is not sure.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::listing::{Listing, PER_THREAD, Seen};
use crate::threads;

/// The coarsest step in which a file system counts the time of a change: that of FAT.
pub(super) const STEP: Duration = Duration::from_secs(2);

/// What a look at a file shows, without opening it.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Look {
    Missing,
    /// A link that leads who knows where, or a file that cannot be looked at.
    Unsure,
    #[cfg_attr(not(unix), expect(dead_code, reason = "how a file looks is not enough there"))]
    File(Face),
}

/// What tells a file from what it was before.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Face {
    /// In nanoseconds since 1970.
    modified: i128,
    /// In nanoseconds since 1970.
    changed: i128,
    device: u64,
    number: u64,
    size: u64,
}

impl Face {
    /// All of it, as bytes.
    pub(super) fn bytes(&self) -> [u8; 56] {
        let mut bytes = [0; 56];
        let (times, numbers) = bytes.split_at_mut(32);
        for (place, time) in times.chunks_exact_mut(16).zip([self.modified, self.changed]) {
            place.copy_from_slice(&time.to_le_bytes());
        }
        for (place, number) in numbers.chunks_exact_mut(8).zip([self.device, self.number, self.size]) {
            place.copy_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    /// Since when it is as it is.
    pub(super) fn since(&self) -> SystemTime {
        let since = u64::try_from(self.modified.max(self.changed)).map_or(Duration::ZERO, Duration::from_nanos);
        SystemTime::UNIX_EPOCH + since
    }
}

impl Look {
    /// At the file at `path`, which may be missing.
    pub(super) fn at(path: &Path) -> Self {
        match path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => Self::Unsure,
            looked => Self::of(looked),
        }
    }

    /// At the note at `path`, which may be missing. A link is never read through, so how it looks itself is all that
    /// there is to it.
    fn at_note(path: &Path) -> Self {
        Self::of(path.symlink_metadata())
    }

    fn of(looked: io::Result<Metadata>) -> Self {
        match looked {
            Ok(metadata) => Self::there(&metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::Missing,
            Err(_) => Self::Unsure,
        }
    }

    #[cfg(unix)]
    fn there(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;

        let nanoseconds = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
        Self::File(Face {
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            device: metadata.dev(),
            number: metadata.ino(),
            size: metadata.size(),
        })
    }

    /// Without the time at which its times were set, a file can be given back an old one.
    #[cfg(not(unix))]
    fn there(_: &Metadata) -> Self {
        Self::Unsure
    }

    /// Whether a change after `now` is bound to show in a later look.
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        let settled = now.checked_sub(STEP);
        matches!(self, Self::File(face) if settled.is_some_and(|settled| face.since() < settled))
    }
}

/// How all notes look, in the order of their paths.
pub(super) fn looks(listing: &Listing) -> impl Iterator<Item = (&str, Look)> {
    let look = |notes: &[Seen]| notes.iter().map(|note| Look::at_note(&note.on_disk)).collect::<Vec<_>>();
    let looks = threads::in_parts(&listing.notes, PER_THREAD, look);
    listing.notes.iter().map(|note| &*note.path).zip(looks.into_iter().flatten())
}

/// How all notes of a vault looked at one time.
pub struct Looks {
    /// By path.
    looks: Vec<(String, Look)>,
    at: SystemTime,
}

impl Looks {
    /// How they look at the time `now`; `None` where not every folder could be listed.
    pub fn of(listing: &Listing, now: SystemTime) -> Option<Self> {
        let looks = || looks(listing).map(|(path, look)| (path.to_owned(), look)).collect();
        listing.is_complete().then(|| Self { looks: looks(), at: now })
    }

    /// Whether there is a note at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.looks.binary_search_by(|(other, _)| other.as_str().cmp(path)).is_ok()
    }

    /// The paths of those notes that came or went since, or of which it is not certain that they are as they were.
    pub fn differ_from(&self, before: &Self) -> BTreeSet<String> {
        let is_certain = |(path, look): &&(String, Look)| {
            let then = before.looks.binary_search_by(|(other, _)| other.cmp(path));
            then.is_ok_and(|then| before.looks[then].1 == *look) && look.is_settled(before.at)
        };
        let same: BTreeSet<&str> = self.looks.iter().filter(is_certain).map(|(path, _)| path.as_str()).collect();
        let both = self.looks.iter().chain(&before.looks).map(|(path, _)| path);
        both.filter(|path| !same.contains(path.as_str())).cloned().collect()
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::disk::fixture::Place;

    fn looks_at(place: &Place, now: SystemTime) -> Looks {
        Looks::of(&place.listing(), now).unwrap()
    }

    #[test]
    fn what_changed_came_or_went_is_told_from_what_did_not() {
        let place = Place::new();
        for name in ["a.md", "b.md", "c.md", "d.md", "e.md"] {
            place.write(name, name);
        }
        for name in ["one.md", "other.md"] {
            symlink("a.md", place.path(name)).unwrap();
        }
        let youngest = Look::at_note(&place.path("other.md"));
        let Look::File(youngest) = youngest else { panic!("no file") };
        let later = youngest.since() + STEP * 2;
        let before = looks_at(&place, later);
        assert!(looks_at(&place, later).differ_from(&before).is_empty());
        let modified = fs::metadata(place.path("b.md")).unwrap().modified().unwrap();
        place.write("b.md", "B.md");
        fs::File::options().write(true).open(place.path("b.md")).unwrap().set_modified(modified).unwrap();
        fs::remove_file(place.path("c.md")).unwrap();
        fs::rename(place.path("d.md"), place.path("f.md")).unwrap();
        // It leads elsewhere, to a name of the same length.
        fs::remove_file(place.path("other.md")).unwrap();
        symlink("b.md", place.path("other.md")).unwrap();
        let after = looks_at(&place, later).differ_from(&before);
        assert_eq!(Vec::from_iter(after), ["b.md", "c.md", "d.md", "f.md", "other.md"]);
    }

    #[test]
    fn what_had_just_changed_is_not_certain() {
        let place = Place::new();
        place.write("a.md", "a");
        let Look::File(face) = Look::at(&place.path("a.md")) else { panic!("no file") };
        for (wait, differs) in [(Duration::ZERO, 1), (STEP, 1), (STEP * 2, 0)] {
            let before = looks_at(&place, face.since() + wait);
            let now = looks_at(&place, face.since() + STEP * 9);
            assert_eq!(now.differ_from(&before).len(), differs, "{wait:?}");
        }
    }
}
