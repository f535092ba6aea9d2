//! Any file where the agenda lies: what is the candidate's stays, and rebuilding twice is rebuilding once.
#![no_main]

use std::collections::BTreeSet;

use interview_vault::agenda::region::{File, Standing, created, fingerprint, read};
use libfuzzer_sys::fuzz_target;

const BODY: &str = "# Agenda\n\n- [ ] Thank her ^0011aabb\n";

fuzz_target!(|halves: (&str, &str)| {
    let (before, after) = halves;
    fingerprint(before);
    read(Some(before));
    let region = created(File::Agenda, BODY, &BTreeSet::new());
    let Standing::Ours(ours) = read(Some(&format!("{before}\n{region}{after}"))) else { return };
    let once = ours.rebuilt(File::Agenda, BODY, &BTreeSet::new());
    assert!(once.starts_with(&ours.before) && once.ends_with(&ours.after));
    let Standing::Ours(again) = read(Some(&once)) else { panic!("lost: {once:?}") };
    assert_eq!(again.rebuilt(File::Agenda, BODY, &BTreeSet::new()), once);
});
