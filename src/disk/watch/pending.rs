//! What may have changed since somebody last looked, path by path.

use std::collections::BTreeSet;
use std::path::Path;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind};

/// So many paths at once are no longer looked at one by one.
const MANY: usize = 20_000;

/// What may have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files, and folders with all they hold, by path from the root.
    pub paths: BTreeSet<String>,
    /// Why anything at all may have changed, where that is so.
    pub everything: Option<&'static str>,
}

impl Changes {
    /// Anything may have changed.
    pub fn everything(why: &'static str) -> Self {
        Self { paths: BTreeSet::new(), everything: Some(why) }
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty() && self.everything.is_none()
    }

    /// Takes the others in.
    pub fn add(&mut self, others: Self) {
        self.everything = self.everything.or(others.everything);
        self.paths.extend(others.paths);
        self.limit();
    }

    /// Takes in what the system reports of the vault at `root`.
    pub(super) fn hear(&mut self, root: &Path, event: notify::Result<Event>) {
        match event {
            Ok(event) if event.need_rescan() => self.everything = Some("the system lost count of the changes"),
            Ok(event) if !is_change(event.kind) => {}
            Ok(event) => self.paths.extend(event.paths.iter().filter_map(|path| below(root, path))),
            Err(_) => self.everything = Some("the system could not say what changed"),
        }
        self.limit();
    }

    fn limit(&mut self) {
        if self.paths.len() > MANY {
            self.everything = self.everything.or(Some("very much changed at once"));
        }
        if self.everything.is_some() {
            self.paths.clear();
        }
    }
}

/// Whether anything is other than before. That somebody reads is none of our business, and would be heard of our
/// own reading too; that somebody stops writing is.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// The path from the root, with `/`; `None` for what no reader of the vault looks at. The root itself is empty.
fn below(root: &Path, path: &Path) -> Option<String> {
    let mut below = String::new();
    for part in path.strip_prefix(root).ok()?.components() {
        let part = part.as_os_str().to_string_lossy();
        if part.starts_with('.') {
            return None;
        }
        if !below.is_empty() {
            below.push('/');
        }
        below.push_str(&part);
    }
    Some(below)
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, Flag, ModifyKind};

    use super::*;

    fn heard(events: impl IntoIterator<Item = Event>) -> Changes {
        let mut changes = Changes::default();
        events.into_iter().for_each(|event| changes.hear(Path::new("/v"), Ok(event)));
        changes
    }

    fn at(kind: EventKind, path: &str) -> Event {
        Event::new(kind).add_path(path.into())
    }

    #[test]
    fn changes_are_kept_once_and_reading_is_none() {
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let modified = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let changes = heard([
            at(modified, "/v/Rounds/a.md"),
            at(written, "/v/Rounds/a.md"),
            at(EventKind::Access(AccessKind::Open(AccessMode::Any)), "/v/b.md"),
            at(EventKind::Access(AccessKind::Close(AccessMode::Read)), "/v/b.md"),
            at(EventKind::Create(CreateKind::Folder), "/v/New"),
            at(modified, "/v/.git/index"),
            at(modified, "/v/Rounds/.a.md.swp"),
            at(modified, "/elsewhere/c.md"),
            at(modified, "/v"),
        ]);
        assert_eq!(changes.paths, BTreeSet::from(["", "New", "Rounds/a.md"].map(str::to_owned)));
        assert_eq!(changes.everything, None);
    }

    #[test]
    fn where_the_system_loses_count_everything_is_looked_at() {
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let changes = heard([at(EventKind::Any, "/v/a.md"), lost, at(EventKind::Any, "/v/b.md")]);
        assert_eq!(changes.paths, BTreeSet::new());
        assert!(changes.everything.is_some());
        let many = heard((0..=MANY).map(|at| Event::new(EventKind::Any).add_path(format!("/v/{at}.md").into())));
        assert!(many.everything.is_some());
        let mut failed = Changes::default();
        failed.hear(Path::new("/v"), Err(notify::Error::generic("no")));
        assert!(failed.everything.is_some() && !failed.is_empty());
    }
}
