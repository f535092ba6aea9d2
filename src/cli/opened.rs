//! The notes of a vault that was found, read batch by batch.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::sources::{LetGo, Sources};
use crate::disk::{self, Batch, Listing, Scan};
use crate::model::{Config, Vault};
use crate::parse::{Names, Reading, Rest, Stretch};
use crate::text::{SourceFile, Unread, Why};

/// A vault that was read, and the texts that it was read from.
pub(super) struct Opened {
    pub vault: Vault,
    pub reading: Reading,
    pub sources: Sources,
    pub unread: Vec<Unread>,
}

/// What came of some of the notes.
struct Part {
    said: Stretch,
    kept: Vec<SourceFile>,
    let_go: Vec<LetGo>,
    unread: Vec<Unread>,
}

impl Opened {
    /// Reads the notes of `listing` in the vault at `root`, where `own` files lie beside them. Where it `lets_go`, texts of
    /// notes are let go of while the next are read.
    pub(super) fn new(root: &Path, listing: &Listing, own: &Scan, config: Config, lets_go: bool) -> Self {
        let names = Names::of(listing.paths());
        let mut all = Part {
            said: Stretch::default(),
            kept: own.files.clone(),
            let_go: Vec::new(),
            unread: listing.unlisted().to_vec(),
        };
        disk::read(listing, |batch| Part::read(batch, &names, lets_go), |part| all.append(part));
        let Part { said, mut kept, let_go, mut unread } = all;
        unread.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        kept.extend(unread.iter().chain(&own.unread).filter_map(readable));
        let sources = Sources::new(kept, let_go);
        let source = |path: &str| sources.get(path, root);
        let rest = Rest { unread: &unread, complete: listing.is_complete(), source: &source };
        let (vault, reading) = Reading::of(said, names, rest, config);
        Self { vault, reading, sources, unread }
    }
}

impl Part {
    fn read(batch: Batch, names: &Names, lets_go: bool) -> Self {
        let Batch { files, unread } = batch;
        let said = Stretch::read(files.iter().map(|(at, file)| (*at, file)), names);
        // A note that is to be read again will be asked for.
        let waiting: BTreeSet<usize> = said.waiting().collect();
        let (mut kept, mut gone) = (Vec::new(), Vec::new());
        for (at, file) in files {
            match (lets_go, waiting.contains(&at)) {
                (false, _) => kept.push(file),
                // Not as it is, beside the texts that are let go of.
                (true, true) => kept.push(SourceFile::new(Arc::clone(file.shared_path()), file.text())),
                (true, false) => gone.push(LetGo::of(&file)),
            }
        }
        Self { said, kept, let_go: gone, unread }
    }

    fn append(&mut self, mut more: Self) {
        self.said.append(more.said);
        self.kept.append(&mut more.kept);
        self.let_go.append(&mut more.let_go);
        self.unread.append(&mut more.unread);
    }
}

/// What could be read of a file that was not: so that a finding can show the place.
fn readable(unread: &Unread) -> Option<SourceFile> {
    match &unread.why {
        Why::NotUtf8 { valid } => Some(SourceFile::new(unread.path.as_str(), format!("{valid}\u{fffd}"))),
        _ => None,
    }
}
