//! What the program spends its time on, without the disk: reading notes, finding, planning the day, drafting.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use interview_vault::checklist::{self, Checklist};
use interview_vault::diagnostic::Diagnostic;
use interview_vault::model::{Config, Vault};
use interview_vault::parse::{self, Found};
use interview_vault::text::SourceFile;
use interview_vault::{agenda, letters};

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
        let files = sources(notes);
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
    files.iter().filter(|(path, _)| is_note(path)).map(|(path, text)| SourceFile::new(path, text)).collect()
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

#[divan::bench(args = SIZES)]
fn draft(bencher: Bencher<'_, '_>, notes: usize) {
    let Search { files, vault, checklist, today, .. } = Search::of(notes);
    let source = |path: &str| {
        let at = files.binary_search_by(|file| file.path().cmp(path)).ok()?;
        Some(files[at].text().to_owned())
    };
    let (templates, written, request) = (letters::Templates::default(), BTreeSet::new(), letters::Request::default());
    bencher
        .bench_local(|| letters::plan(black_box(&vault), &checklist, &templates, &written, &source, today, &request));
}
