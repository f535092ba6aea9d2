//! Any six notes: reading them before the others are known is reading them with all known.
#![no_main]

use interview_vault::model::Kind;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/suite/laws/stretch.rs"]
mod stretch;

fuzz_target!(|case: (u16, [(u8, &str, &str); stretch::PATHS.len()])| {
    let (lies, notes) = case;
    let texts = notes.map(|(kind, front, body)| match Kind::ALL.get(usize::from(kind) % (Kind::ALL.len() + 1)) {
        Some(kind) => format!("---\ntype: {}\n{front}\n---\n{body}", kind.name()),
        None => format!("{front}{body}"),
    });
    stretch::hold(texts.each_ref().map(String::as_str), lies);
});
