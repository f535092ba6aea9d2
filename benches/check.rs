//! What `vault check` spends its time on, without the disk: reading notes, and finding.

use divan::{Bencher, black_box};
use interview_vault::checklist;
use interview_vault::model::{Config, Vault};
use interview_vault::parse::{self, Found};
use interview_vault::text::SourceFile;

mod vault;

/// In the middle of the search.
const TODAY: &str = "2025-03-06";
const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
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
fn find(bencher: Bencher<'_, '_>, notes: usize) {
    let files = sources(notes);
    let (vault, diagnostics): (Vault, _) = parse::vault(Found::all(&files), Config::default());
    let today = TODAY.parse().unwrap_or_default();
    bencher.bench_local(|| checklist::find(black_box(&vault), &diagnostics, today));
}
