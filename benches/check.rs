//! What the program spends its time on, without the disk: reading notes, finding, planning the day, drafting.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use interview_vault::agenda;
use interview_vault::checklist::{self, Checklist};
use interview_vault::diagnostic::Diagnostic;
use interview_vault::letters::{self, Plan, Request, Templates};
use interview_vault::model::{Config, Vault};
use interview_vault::parse::{self, Found};
use interview_vault::text::SourceFile;

mod vault;

/// In the middle of the search.
const TODAY: &str = "2025-03-06";
const SIZES: [usize; 2] = [1_000, 10_000];
/// Days ahead that the agenda shows.
const DAYS: u32 = 7;

fn main() {
    divan::main();
}

/// An invented vault, read and held to the checklist.
struct Search {
    files: Vec<SourceFile>,
    vault: Vault,
    diagnostics: Vec<Diagnostic>,
    checklist: Checklist,
    today: NaiveDate,
}

impl Search {
    fn of(notes: usize) -> Self {
        Self::read(sources(notes))
    }

    /// With every draft that is due, as it was written.
    fn drafted(notes: usize) -> Self {
        let mut search = Self::of(notes);
        let drafts = search.plan().drafts;
        search.files.extend(drafts.iter().map(|draft| SourceFile::new(draft.path.as_str(), &draft.text)));
        search.files.sort_by(|one, other| one.path().cmp(other.path()));
        Self::read(search.files)
    }

    fn plan(&self) -> Plan {
        let source = |path: &str| {
            let at = self.files.binary_search_by(|file| file.path().cmp(path)).ok()?;
            Some(self.files[at].text().to_owned())
        };
        let (templates, written, request) = (Templates::default(), BTreeSet::new(), Request::default());
        letters::plan(&self.vault, &self.checklist, &templates, &written, &source, self.today, &request)
    }

    fn read(files: Vec<SourceFile>) -> Self {
        let (vault, diagnostics) = parse::vault(Found::all(&files), Config::default());
        let today = TODAY.parse().unwrap_or_default();
        let checklist = checklist::find(&vault, &diagnostics, today);
        Self { files, vault, diagnostics, checklist, today }
    }
}

fn sources(notes: usize) -> Vec<SourceFile> {
    let mut files = vault::files(notes);
    files.sort();
    let is_note = |path: &str| path != "vault.toml";
    files.iter().filter(|(path, _)| is_note(path)).map(|(path, text)| SourceFile::new(path.as_str(), text)).collect()
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, notes: usize) {
    let files = sources(notes);
    bencher.bench_local(|| parse::vault(Found::all(black_box(&files)), Config::default()));
}

#[divan::bench(args = SIZES)]
fn check(bencher: Bencher<'_, '_>, notes: usize) {
    let Search { vault, diagnostics, today, .. } = Search::of(notes);
    bencher.bench_local(|| checklist::find(black_box(&vault), &diagnostics, today));
}

#[divan::bench(args = SIZES)]
fn plan(bencher: Bencher<'_, '_>, notes: usize) {
    let Search { vault, checklist, today, .. } = Search::of(notes);
    bencher.bench_local(|| agenda::plan(black_box(&vault), &checklist, &[], today, DAYS));
}

/// With letters in the vault that are still to go: their texts are held against the notes.
#[divan::bench(args = SIZES)]
fn check_drafted(bencher: Bencher<'_, '_>, notes: usize) {
    let Search { vault, diagnostics, today, .. } = Search::drafted(notes);
    bencher.bench_local(|| checklist::find(black_box(&vault), &diagnostics, today));
}

#[divan::bench(args = SIZES)]
fn draft(bencher: Bencher<'_, '_>, notes: usize) {
    let search = Search::of(notes);
    bencher.bench_local(|| black_box(&search).plan());
}

/// What becomes of drafts that are there.
#[divan::bench(args = SIZES)]
fn draft_again(bencher: Bencher<'_, '_>, notes: usize) {
    let search = Search::drafted(notes);
    bencher.bench_local(|| black_box(&search).plan());
}
