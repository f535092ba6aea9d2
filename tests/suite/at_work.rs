//! What is shown of a note goes with what was found in it, even while somebody saves it.
#![expect(clippy::disallowed_methods, reason = "an editor at work is played here")]

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use interview_vault::checklist::example::ROUND;

use crate::desk::TestVault;

/// The round with a slip in one line of its front matter, behind so many others.
fn slip(vault: &TestVault, lines: usize) -> String {
    let more: String = (0..lines).map(|at| format!("note{at}: x\n")).collect();
    vault.read(ROUND).replace("interview_date: ", &format!("{more}interview_date: {lines}-"))
}

fn save(vault: &TestVault, text: &str) {
    let (file, new) = (vault.root().join(ROUND), vault.root().join(".saving"));
    fs::write(&new, text).unwrap();
    fs::rename(new, file).unwrap();
}

#[test]
fn a_note_that_is_saved_all_the_time_is_shown_as_it_was_at_one_time() {
    let vault = TestVault::sound();
    let texts = [1, 40].map(|lines| slip(&vault, lines));
    let sound = texts.clone().map(|text| {
        save(&vault, &text);
        vault.run(&["check"]).out
    });
    assert_ne!(sound[0], sound[1]);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                for text in &texts {
                    save(&vault, text);
                }
            }
        });
        let told: Vec<String> = (0..40).map(|_| vault.run(&["check"]).out).collect();
        is_over.store(true, Ordering::Relaxed);
        for out in told {
            assert!(sound.contains(&out), "{out}");
        }
    });
}
