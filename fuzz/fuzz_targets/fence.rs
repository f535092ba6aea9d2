//! Any text: the two fences are found where they stand, and they and what they part are the whole note.
#![no_main]

use interview_vault::parse::front_matter::{Read, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match read(text) {
    Read::None => {}
    Read::Broken(broken) => {
        assert!(text.get(broken.span.range()).is_some() && text.get(broken.body..).is_some());
        assert!(!broken.message.is_empty() && !broken.help.is_empty());
    }
    Read::Found(front) => {
        assert!(matches!(&text[..front.fence.start as usize], "" | "\u{feff}"));
        assert_eq!(text[front.fence.range()].trim_end(), "---");
        assert!(matches!(text[front.close.range()].trim_end(), "---" | "..."));
        let between = &text[front.fence.end as usize..front.yaml.start as usize];
        let behind = &text[front.close.end as usize..front.body];
        // White space may follow a fence on its line.
        let is_line_end = |text: &str| text.trim().is_empty() && !text.trim_end_matches('\n').contains('\n');
        assert!(is_line_end(between) && is_line_end(behind));
        assert_eq!(front.yaml.end, front.close.start);
    }
});
