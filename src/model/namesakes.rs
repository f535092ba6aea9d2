//! How many notes have one name.

use std::collections::HashMap;
use std::fmt::{self, Debug, Formatter};
use std::sync::OnceLock;

use super::{Note, Vault, folded};

/// How many notes have each name; counted when somebody first asks.
#[derive(Clone, Default)]
pub struct Namesakes(OnceLock<HashMap<String, usize>>);

impl Namesakes {
    fn of(&self, name: &str, notes: &[Note]) -> usize {
        let count = || {
            let mut counts = HashMap::with_capacity(notes.len());
            for note in notes {
                *counts.entry(folded(note.name())).or_default() += 1;
            }
            counts
        };
        self.0.get_or_init(count).get(&folded(name)).copied().unwrap_or_default()
    }
}

/// Whether they were counted yet says nothing of the notes.
impl Debug for Namesakes {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Namesakes")
    }
}

impl Vault {
    /// How many notes have that name, but for case and normalisation.
    pub fn namesakes(&self, name: &str) -> usize {
        self.namesakes.of(name, &self.notes)
    }
}
