//! What the letters of all applications are held against, read once for all of them, and only when a rule asks for it.
//!
//! No application costs more for there being others: everything here is looked up by a word.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Company, Note, NoteId, Testimonial, Vault};
use crate::prose::{Phrases, Terms, words};

/// What the whole vault says.
#[derive(Debug)]
pub(in crate::checklist) struct Directory<'v> {
    vault: &'v Vault,
    firms: OnceLock<FxHashMap<&'v str, Vec<usize>>>,
    staff: OnceLock<FxHashMap<NoteId, Vec<&'v str>>>,
    houses: OnceLock<Phrases>,
    praise: OnceLock<Vec<Terms>>,
    texts: OnceLock<Vec<&'v str>>,
    words: OnceLock<FxHashSet<String>>,
}

impl<'v> Directory<'v> {
    /// That of the vault.
    pub(in crate::checklist) fn new(vault: &'v Vault) -> Self {
        let (firms, houses, praise) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { vault, firms, staff: OnceLock::new(), houses, praise, texts: OnceLock::new(), words: OnceLock::new() }
    }

    /// The companies whose names may stand in a text, by path: a word of each does.
    pub(super) fn firms_in(&self, text: &str) -> Vec<&'v Company> {
        let companies = &self.vault.companies;
        let firms = self.firms.get_or_init(|| {
            let mut firms: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
            for (at, company) in companies.iter().enumerate() {
                firms.entry(runs(&company.name).next().unwrap_or_default()).or_default().push(at);
            }
            firms
        });
        // Names without any letter or digit stand under no word.
        let mut found: Vec<usize> =
            runs(text).chain([""]).filter_map(|run| firms.get(run)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|at| &companies[at]).collect()
    }

    /// The names of those whose own notes say that they are at that company.
    pub(super) fn staff_of(&self, company: &Company) -> &[&'v str] {
        let staff = self.staff.get_or_init(|| {
            let mut staff: FxHashMap<NoteId, Vec<&str>> = FxHashMap::default();
            for one in &self.vault.interviewers {
                let Some(firm) = one.company.value().and_then(|firm| firm.note) else { continue };
                staff.entry(firm).or_default().push(self.vault.note(one.note).name());
            }
            staff
        });
        staff.get(&company.note).map_or(&[], Vec::as_slice)
    }

    /// The houses that testimonials came from.
    pub(super) fn houses(&self) -> &Phrases {
        let names = || self.vault.testimonials.iter().filter_map(|one| one.organisation.text());
        self.houses.get_or_init(|| Phrases::new(names().map(str::to_lowercase)))
    }

    /// The content words of each testimonial's quote, in order.
    pub(super) fn praise(&self) -> &[Terms] {
        let quote = |one: &Testimonial| one.quote.as_ref().map(|quote| Terms::of(&quote.value));
        let all = || self.vault.testimonials.iter().map(|one| quote(one).unwrap_or_default()).collect();
        self.praise.get_or_init(all)
    }

    /// What stands in the candidate's note and in the testimonials.
    pub(super) fn texts(&self) -> &[&'v str] {
        self.texts.get_or_init(|| texts(self.vault))
    }

    /// Whether that word stands there or in the name of a note; as [`heard`] has it.
    pub(super) fn has_word(&self, word: &str) -> bool {
        let names = || self.vault.notes.iter().map(Note::name);
        let all = || self.texts().iter().copied().chain(names()).flat_map(heard).collect();
        self.words.get_or_init(all).contains(word)
    }
}

/// The words of a text without case, a plain apostrophe in them, and without the owner's `'s`.
pub(super) fn heard(text: &str) -> impl Iterator<Item = String> {
    words(text).into_iter().map(|word| word.folded().trim_end_matches("'s").to_owned())
}

/// The letters and digits of a text, in rows. A name that stands somewhere as a whole has its first row there as a whole.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty())
}

fn texts(vault: &Vault) -> Vec<&str> {
    let mut texts = Vec::new();
    if let Some(me) = vault.candidate() {
        texts.extend([&me.full_name, &me.email].into_iter().filter_map(|field| field.text()));
        texts.extend(me.address.list().iter().chain(me.interests.list()).map(String::as_str));
        texts.extend(me.pitch.iter().map(|pitch| pitch.value.as_str()));
        texts.extend(me.accomplishments.iter().chain(&me.key_facts).map(|one| one.text.as_str()));
        texts.extend(me.answers.iter().flat_map(|one| [one.question.as_str(), one.answer.as_str()]));
    }
    for one in &vault.testimonials {
        let fields = [&one.author, &one.author_role, &one.organisation];
        texts.extend(fields.into_iter().filter_map(|field| field.text()));
        texts.extend(one.quote.iter().map(|quote| quote.value.as_str()));
    }
    texts
}
