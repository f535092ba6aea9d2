//! A folder of the vault held open, reached from the root one part at a time and never through a
//! link, so that nothing moved in between leads outside.

#[cfg(not(unix))]
mod portable;
#[cfg(unix)]
mod unix;

use std::fs::{File, Metadata};
use std::io;

use unicode_normalization::UnicodeNormalization;

#[cfg(not(unix))]
pub(super) use portable::Folder;
#[cfg(unix)]
pub(super) use unix::Folder;

/// What stands under a name; a link is not looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    Link,
    Other,
}

impl Kind {
    fn said(self) -> &'static str {
        match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a symbolic link, and links are not followed",
            Self::Other => "a pipe, a device or the like",
        }
    }
}

/// What stands where a file is looked for.
#[derive(Debug)]
pub(super) enum Found {
    Absent,
    File(File, Metadata),
    /// Something else; the words say what.
    Unfit(&'static str),
}

/// What becomes of a folder that is missing on a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// It stays missing.
    Stays,
    /// It stays missing, and whatever keeps it from being made blocks the way.
    MayCome,
    /// It is made.
    IsMade,
}

/// Where the way to a folder led.
#[derive(Debug)]
pub(super) enum Way {
    Open(Folder),
    /// A part of it does not exist.
    Missing,
    /// Why it goes no further.
    Blocked(String),
}

impl Folder {
    /// The folder at `path` below this one (empty for this one).
    pub(super) fn walk(&self, path: &str, missing: Missing) -> io::Result<Way> {
        let mut here = self.enter(".")?;
        let mut walked = 0;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            walked += part.len() + 1;
            let so_far = &path[..walked - 1];
            match here.kind(part)? {
                Some(Kind::Folder) => {}
                Some(other) => return Ok(Way::Blocked(format!("`{so_far}` is {}", other.said()))),
                None if missing == Missing::Stays => return Ok(Way::Missing),
                None => {
                    if let Some(twin) = here.twin(part)? {
                        return Ok(Way::Blocked(format!(
                            "there is a folder `{twin}` already, which many systems take for the same as `{part}`"
                        )));
                    }
                    if missing == Missing::MayCome {
                        return Ok(Way::Missing);
                    }
                    match here.make(part) {
                        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                        _ => here.sync()?,
                    }
                }
            }
            here = here.enter(part)?;
        }
        Ok(Way::Open(here))
    }

    /// What stands under `name`, opened for reading where it is a regular file.
    pub(super) fn look(&self, name: &str) -> io::Result<Found> {
        match self.kind(name)? {
            None => return Ok(Found::Absent),
            Some(Kind::File) => {}
            Some(other) => return Ok(Found::Unfit(other.said())),
        }
        let file = match self.open_file(name) {
            // An editor that saves by renaming is between its two steps.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Absent),
            opened => opened?,
        };
        let metadata = file.metadata()?;
        Ok(if metadata.is_file() { Found::File(file, metadata) } else { Found::Unfit(Kind::Other.said()) })
    }

    /// Another name in this folder that differs from `name` in nothing but case or Unicode
    /// normalisation.
    pub(super) fn twin(&self, name: &str) -> io::Result<Option<String>> {
        let wanted = folded(name);
        let names = self.names()?;
        let mut names = names.iter().filter_map(|other| other.to_str());
        Ok(names.find(|other| *other != name && is_folded(other, name, &wanted)).map(str::to_owned))
    }
}

fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

fn is_folded(other: &str, name: &str, folded_name: &str) -> bool {
    if other.is_ascii() && name.is_ascii() { other.eq_ignore_ascii_case(name) } else { folded(other) == folded_name }
}
