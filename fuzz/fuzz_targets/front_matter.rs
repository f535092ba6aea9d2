//! Any text between two fences: it is read or named as broken, and every span is the text it stands for.
#![no_main]

use interview_vault::parse::front_matter::{Item, Read, Value, read};
use interview_vault::text::Span;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|yaml: &str| {
    let text = format!("---\n{yaml}\n---\n");
    let Read::Found(front) = read(&text) else { return };
    for (at, entry) in front.entries.iter().enumerate() {
        let key = &text[entry.key.span.range()];
        assert!(!key.is_empty() && entry.key.span.end <= entry.span.start, "{entry:?}");
        assert!(front.entries[..at].iter().all(|other| other.key.value != entry.key.value), "{entry:?}");
        check(&text, &entry.value, entry.span);
    }
});

/// Panics where an item lies outside its list, or a plain word on one line is not what is written.
fn check(text: &str, value: &Value, span: Span) {
    let written = text.get(span.range()).expect("a span of the text");
    match value {
        Value::Scalar(scalar) if !scalar.quoted && !scalar.text.contains(char::is_whitespace) => {
            assert_eq!(written, scalar.text);
        }
        Value::List(items) => items.iter().for_each(|Item { value, span: inner }| {
            assert!(span.start <= inner.start && inner.end <= span.end, "{inner:?} in {span:?}");
            check(text, value, *inner);
        }),
        _ => {}
    }
}
