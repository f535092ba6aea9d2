//! Any text: the links in it stand where they are said to stand, one behind the other or within it.
#![no_main]

use interview_vault::parse::body::links_in;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for link in links_in(text, 0) {
        let written = &text[link.span.range()];
        // A picture may stand in what a link displays.
        assert!(end <= link.span.start || link.span.end <= end, "{link:?}");
        assert!(!link.target.is_empty(), "{link:?}");
        assert_eq!(written.starts_with('!'), link.embed, "{link:?}");
        assert!(!link.wiki || written.trim_start_matches('!').starts_with("[["), "{link:?}");
        end = end.max(link.span.end);
    }
});
