//! Any body: it is read, and every span is the text it stands for.
#![no_main]

use interview_vault::parse::body::{Block, Item, Link, MAX_DEPTH, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for section in read(text, 0, &|_| true).sections {
        assert!(text.get(section.content.range()).is_some(), "{section:?}");
        check_links(text, &section.links, &section.title);
        for block in section.blocks {
            match block {
                Block::Item(item) => check(text, &item, 0),
                Block::Prose(passage) | Block::Quote(passage) => {
                    assert!(text.get(passage.span.range()).is_some(), "{passage:?}");
                    check_links(text, &passage.links, &passage.text);
                }
            }
        }
    }
});

fn check(text: &str, item: &Item, depth: usize) {
    assert!(depth < MAX_DEPTH, "{item:?}");
    let line = &text[item.line.range()];
    assert!(!line.contains('\n') && text.get(item.span.range()).is_some(), "{item:?}");
    check_links(text, &item.links, &item.text);
    if let Some(task) = item.task {
        assert_eq!(text[task.span.range()], task.mark.to_string());
    }
    if let Some(label) = &item.label {
        assert!(text[label.span.range()].contains(':') && text.get(label.value_span.range()).is_some());
        check_links(text, &label.links, &label.value);
    }
    item.children.iter().for_each(|child| check(text, child, depth + 1));
}

fn check_links(text: &str, links: &[Link], words: &str) {
    for link in links {
        assert!(text.get(link.span.range()).is_some() && words.get(link.at..).is_some(), "{link:?} in {words:?}");
    }
}
