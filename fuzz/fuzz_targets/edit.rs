//! Any edit of any note, held to the laws that the suite holds edits to.
#![no_main]

#[path = "../../tests/suite/laws/edit.rs"]
mod edit;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|case: (u8, u8, &str, &str)| {
    let (which, place, value, note) = case;
    edit::hold(note, which, place, value);
});
