//! Any letter template, in front of every context it is tried on: it ends, with a text or with a fault that has a place.
#![no_main]

use interview_vault::letters::Templates;
use interview_vault::text::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let file = SourceFile::new("Templates/Letters/thank-you-email.md", text);
    let (_, faults) = Templates::read(std::slice::from_ref(&file), &[], |_| true);
    for fault in faults {
        assert!(!fault.message.is_empty(), "{fault:?}");
    }
});
