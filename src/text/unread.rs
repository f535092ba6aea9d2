//! What lies in the vault and was not read.

/// A file or folder that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Path from the root; where the name is not Unicode, as near as it can be shown.
    pub path: String,
    /// Why, for those who decide on it.
    pub why: Why,
    /// What is wrong, in plain words, without the path.
    pub message: String,
    /// What mends it.
    pub help: String,
}

/// Why something was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is a symbolic link.
    Symlink,
    /// It is a pipe, a device or another thing that is no regular file.
    NotRegular,
    /// The system did not let it be read.
    Unreadable,
    /// It is not UTF-8.
    NotUtf8 {
        /// The text before the first byte that is not.
        valid: String,
    },
    /// It is too large.
    TooLarge {
        /// The text of the first line `type: …` in its first 4 KiB. Where this is no known kind,
        /// the file is no record, and nobody needs to hear of it.
        kind: String,
    },
    /// It is a folder that could not be listed, so what is in it is unknown.
    Folder,
    /// Its name is not Unicode.
    Name,
    /// It is a copy that a sync tool made of two versions of a note.
    ConflictCopy {
        /// Path of the note it is a copy of, whether that still exists or not.
        of: String,
    },
}
