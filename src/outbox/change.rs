//! One file's way from what is there to what is wanted.

/// One file that has to change, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file, relative to the vault's root, with `/` between its parts.
    pub path: String,
    /// What is to happen to it.
    pub action: Action,
}

/// What happens to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A file that is not there yet.
    Create {
        /// All of its text.
        text: String,
    },
    /// Another text for a file that was read.
    Replace {
        /// The text exactly as it was read; where it is another by now, nothing is written.
        old: String,
        /// The whole new text.
        text: String,
    },
    /// A file that goes.
    Remove {
        /// The text exactly as it was read; where it is another by now, the file stays.
        old: String,
    },
}

impl Action {
    /// The text that goes, if there is one.
    pub fn old(&self) -> Option<&str> {
        match self {
            Self::Create { .. } => None,
            Self::Replace { old, .. } | Self::Remove { old } => Some(old),
        }
    }

    /// The text that comes, if there is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Create { text } | Self::Replace { text, .. } => Some(text),
            Self::Remove { .. } => None,
        }
    }

    /// `create`, `replace` or `remove`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Create { .. } => "create",
            Self::Replace { .. } => "replace",
            Self::Remove { .. } => "remove",
        }
    }
}

/// The change that makes `existing` into `wanted`; `None` where there is no difference, so that
/// what is right already is not written again.
pub fn change(path: impl Into<String>, existing: Option<&str>, wanted: Option<&str>) -> Option<Change> {
    let action = match (existing, wanted) {
        (None, None) => return None,
        (Some(old), Some(text)) if old == text => return None,
        (None, Some(text)) => Action::Create { text: text.to_owned() },
        (Some(old), Some(text)) => Action::Replace { old: old.to_owned(), text: text.to_owned() },
        (Some(old), None) => Action::Remove { old: old.to_owned() },
    };
    Some(Change { path: path.into(), action })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_difference_is_a_change() {
        let table = [
            (None, None, None),
            (Some("a"), Some("a"), None),
            (None, Some("a"), Some("create")),
            (Some("a\n"), Some("a\r\n"), Some("replace")),
            (Some("a"), None, Some("remove")),
            (Some(""), None, Some("remove")),
            (None, Some(""), Some("create")),
        ];
        for (existing, wanted, expected) in table {
            let change = change("x.md", existing, wanted);
            assert_eq!(change.as_ref().map(|change| change.action.name()), expected, "{existing:?} {wanted:?}");
            if let Some(change) = change {
                assert_eq!((change.action.old(), change.action.text()), (existing, wanted));
            }
        }
    }
}
