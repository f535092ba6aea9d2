//! What the reader of front matter promises.

use std::time::{Duration, Instant};

use super::*;

fn found(text: &str) -> FrontMatter<'_> {
    match read(text) {
        Read::Found(front) => front,
        other => panic!("{text:?} gave {other:?}"),
    }
}

fn broken(text: &str) -> Broken {
    match read(text) {
        Read::Broken(broken) => broken,
        other => panic!("{text:?} gave {other:?}"),
    }
}

/// One value as the tests write it: text bare or in quotes, lists in brackets.
fn show(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Scalar(Scalar { text, quoted: true }) => format!("{text:?}"),
        Value::Scalar(Scalar { text, quoted: false }) => text.to_string(),
        Value::List(items) => {
            format!("[{}]", items.iter().map(|item| show(&item.value)).collect::<Vec<_>>().join(", "))
        }
        Value::Map => "map".to_owned(),
    }
}

#[test]
fn a_block_behind_a_tag_starts_at_its_mark() {
    for (line, written) in [
        ("a>b: !!str |\n  one", "|\n  one"),
        ("a>b: &c >-\n  > one", ">-\n  > one"),
        ("x: ! >\r a\rb: ! >\r c", ">\r c"),
        ("x: >\r a #\rb: >\r c", ">\r c"),
        ("a>b: |\n  > one", "|\n  > one"),
    ] {
        let text = format!("---\n{line}\n---\n");
        let front = found(&text);
        let last = front.entries.last().unwrap();
        assert_eq!(text[last.span.range()].trim_end(), written, "{line:?}");
    }
}

#[test]
fn values_stay_as_they_are_written() {
    // The line, the value, and what its span covers.
    let table = [
        ("k: 0123456", "0123456", "0123456"),
        ("k: yes", "yes", "yes"),
        ("k: 2025-03-05   # said so", "2025-03-05", "2025-03-05"),
        ("k: \"Ann \\\"A\\\" Lee\" # x", "\"Ann \\\"A\\\" Lee\"", "\"Ann \\\"A\\\" Lee\""),
        ("k: 'it''s'", "\"it's\"", "'it''s'"),
        ("k:", "null", ""),
        ("k: # nothing yet", "null", ""),
        ("k: ~", "null", "~"),
        ("k: null", "null", "null"),
        ("k: \"\"", "\"\"", "\"\""),
        ("k: []", "[]", "[]"),
        ("k: [a, \"b c\"]  # two", "[a, \"b c\"]", "[a, \"b c\"]"),
        ("k: [[Priya Rao]]", "[[Priya Rao]]", "[[Priya Rao]]"),
        ("k: \"[[Priya Rao|PR]]\"", "\"[[Priya Rao|PR]]\"", "\"[[Priya Rao|PR]]\""),
        ("k:\n  - a\n  - \"b\"\n", "[a, \"b\"]", "- a\n  - \"b\""),
        ("k:\n- a\n-\n- c # x\n", "[a, null, c]", "- a\n-\n- c"),
        ("k:\n  x: 1\n  y: 2", "map", "x: 1\n  y: 2"),
        ("k: {x: 1}", "map", "{x: 1}"),
        ("k: &a none", "none", "none"),
        ("k: |\n  one\n  two", "\"one\\ntwo\\n\"", "|\n  one\n  two"),
        ("k: >-\n  one\n  two", "\"one two\"", ">-\n  one\n  two"),
        ("k: |2- # x > y\n  one", "\"one\"", "|2- # x > y\n  one"),
        ("k: |", "\"\"", "|"),
        ("k:\n  - >\n    one\n", "[\"one\\n\"]", "- >\n    one"),
        ("k: &a", "null", ""),
        ("k: !!str # said so\n  # twice\n  x", "x", "x"),
        ("k: !!str 5", "5", "5"),
        ("k: &a [x]", "[x]", "[x]"),
        ("k: [![A(\u{7}]\t]", "[[A(\u{7}]]", "[![A(\u{7}]\t]"),
        ("k: !<a:b> x", "x", "x"),
        ("k:\n- - x\n", "[[x]]", "- - x"),
        ("k:\n-   &a\n# not - this\n- x\n", "[null, x]", "-   &a\n# not - this\n- x"),
        ("k:\n- [x]\n", "[[x]]", "- [x]"),
        ("k:\n-\n- -1\n", "[null, -1]", "-\n- -1"),
        ("k: one\n  two", "one two", "one\n  two"),
        ("k: Zoë — \u{1f4c5} ü", "Zoë — \u{1f4c5} ü", "Zoë — \u{1f4c5} ü"),
        ("k: a\u{a0}", "a\u{a0}", "a\u{a0}"),
        ("\"k\": v", "v", "v"),
    ];
    for (yaml, value, written) in table {
        for (bom, end) in [("", "\n"), ("", "\r\n"), ("\u{feff}", "\n"), ("\u{feff}", "\r\n")] {
            let text = format!("{bom}---\nfirst: ü\n{yaml}\nlast: z\n---\nBody\n").replace('\n', end);
            let front = found(&text);
            let keys: Vec<&str> = front.entries.iter().map(|entry| &*entry.key.value).collect();
            assert_eq!(keys, ["first", "k", "last"], "{text:?}");
            let entry = &front.entries[1];
            assert_eq!(show(&entry.value), value, "{text:?}");
            assert_eq!(&text[entry.span.range()], written.replace('\n', end), "{text:?}");
            assert_eq!(text[entry.key.span.range()].trim_matches('"'), "k", "{text:?}");
            assert_eq!(&text[front.fence.range()], "---");
            assert_eq!(&text[front.close.range()], "---");
            assert_eq!(&text[front.body..], format!("Body{end}"));
            assert!(text[front.yaml.range()].starts_with("first") && text[front.yaml.range()].ends_with(end));
            if written.is_empty() {
                assert!(text[..entry.span.range().start].ends_with("k:"), "{text:?}");
            }
        }
    }
}

#[test]
fn items_have_places_of_their_own() {
    let text = "---\nü: [a, \"[[B]]\"]\nl:\n  - 'c d' # x\n  -\n  - [[E F]]\n---\n";
    let front = found(text);
    let written: Vec<Vec<&str>> = front
        .entries
        .iter()
        .map(|entry| match &entry.value {
            Value::List(items) => items.iter().map(|item| &text[item.span.range()]).collect(),
            _ => Vec::new(),
        })
        .collect();
    assert_eq!(written, [vec!["a", "\"[[B]]\""], vec!["'c d'", "", "[[E F]]"]]);
}

#[test]
fn fences_are_found_byte_for_byte() {
    for (text, body) in [
        ("---\n---\nB", "B"),
        ("--- \t\ntype: round\n...  \nB", "B"),
        ("---\r\ntype: round\r\n---", ""),
        ("---\n\n# only a comment\n\n---\n", ""),
        ("---\na: x --- y\nb: |\n  ---\n---\nB", "B"),
    ] {
        assert_eq!(&text[found(text).body..], body, "{text:?}");
    }
    for text in
        ["", "\u{feff}", "Just words", "# Title\n\ntype: round\n", "- a\n---\n- b\n---\n", "+++\ntype = 1\n+++\n"]
    {
        assert_eq!(read(text), Read::None, "{text:?}");
    }
}

#[test]
fn what_is_meant_as_a_record_is_reported() {
    // The text, what the span covers, a part of the message, a part of the help, and the body.
    let table = [
        ("\n---\ntype: round\n---\nB", "\n", "above the front matter", "not even an empty line", "B"),
        ("Notes\n\n---\ntype: round\n---\nB", "Notes\n\n", "above the front matter", "start with `---`", "B"),
        (" ---\ntype: round\n---\nB", " ---", "three hyphens", "write `---`", "B"),
        ("—\ntype: round\n—\nB", "—", "three hyphens", "write `---`", "B"),
        ("---\ntype: round\nstate: held\n\n## Close\n- a: b\n", "---", "never closed", "below the last key", ""),
        ("---\ntype: round\n-----\nB", "-----", "three hyphens", "write `---`", "B"),
        (
            "---\ntype: round\n\n## Close\n- a: b\n\n---\nB",
            "## Close",
            "before this heading",
            "write a line `---`",
            "## Close\n- a: b\n\n---\nB",
        ),
        (
            "---\ntype: round\na: ok\na: no\n---\nB",
            "a",
            "`a` stands here a second time; the first is in line 3",
            "keep one",
            "B",
        ),
        ("---\ntype: round\nk: *boss\n---\nB", "*boss", "`*boss`", "\"*boss\"", "B"),
        ("---\ntype: round\na: &b x\nk: [*b]\n---\nB", "*b", "`*b`", "write the value itself", "B"),
        ("---\ntype: round\nü: told: yes # c\n---\nB", "told: yes # c", "colon in a value", "\"told: yes\"", "B"),
        ("---\ntype: round\nx: ok\n\tk: v\n---\nB", "\t", "indented with a tab", "spaces", "B"),
        ("---\ntype: round\nk:\tv\n---\nB", "\t", "a tab stands where a space belongs", "`k: v`", "B"),
        (
            "---\ntype: round\nk: [[Priya Rao]] and me\n---\nB",
            "[[Priya Rao]] and me",
            "link with words",
            "\"[[Priya Rao]] and me\"",
            "B",
        ),
        (
            "---\ntype: round\nk:\n  - [[A]] because\n---\nB",
            "[[A]] because",
            "link with words",
            "\"[[A]] because\"",
            "B",
        ),
        ("---\ntype: round\nk: @home\n---\nB", "@home", "cannot start with `@`", "\"@home\"", "B"),
        ("---\ntype: round\nk: `x`\n---\nB", "`x`", "cannot start with ```", "\"`x`\"", "B"),
        ("---\ntype: round\nk: \"[[A]]\nl: \"b\"\n---\nB", "\"[[A]]", "not closed", "\"[[A]]\"", "B"),
        ("---\ntype: round\nk: \"a\" b\n---\nB", "\"a\" b", "behind the closing quote", "'\"a\" b'", "B"),
        ("---\ntype: round\nk: [a, b\nl: c\n---\nB", "[a, b", "list is not closed", "", "B"),
        ("---\ntype: round\nstate:held\nk: v\n---\nB", ":", "no space after the colon", "`state: held`", "B"),
        ("---\ntype: round\nlost words\nk: v\n---\nB", "lost words", "no `key:`", "join the line", "B"),
        ("---\ntype: round\n? [a]\n: v\n---\nB", "[", "no plain word", "`key: value`", "B"),
        ("---\n- type: round\n---\nB", "- type: round", "does not consist of", "one `key: value`", "B"),
        ("---\njust words\n---\nB", "just words", "does not consist of", "one `key: value`", "B"),
    ];
    for (source, written, message, help, body) in table {
        for (bom, end) in [("", "\n"), ("\u{feff}", "\r\n")] {
            let text = format!("{bom}{source}").replace('\n', end);
            let broken = broken(&text);
            let context = format!("{text:?} gave {broken:?}");
            assert_eq!(&text[broken.span.range()], written.replace('\n', end), "{context}");
            assert!(broken.message.contains(message) && broken.help.contains(help), "{context}");
            assert!(!broken.message.ends_with('.') && !broken.help.ends_with('.'), "{context}");
            assert_eq!(&text[broken.body..], body.replace('\n', end), "{context}");
            let kind = broken.kind_line.map(|kind| (kind.value, text[kind.span.range()].to_owned()));
            let named = source.contains("\ntype: round").then(|| ("round".to_owned(), "round".to_owned()));
            assert_eq!(kind, named, "{text:?}");
        }
    }
}

#[test]
fn a_rule_across_an_ordinary_note_names_no_kind() {
    assert_eq!(broken("---\n\nSome text\n").kind_line, None);
    assert_eq!(read("# Title\n\n---\nwords\n---\n"), Read::None);
    assert_eq!(read("```yaml\n---\ntype: round\n---\n```\n"), Read::None);
}

#[expect(clippy::disallowed_methods, reason = "what is tested is that it does not hang")]
#[test]
fn bombs_end_at_once() {
    let aliases = (1..9).fold("a0: &a0 [x, x]\n".to_owned(), |text, i| {
        let last = i - 1;
        text + &format!("a{i}: &a{i} [*a{last}, *a{last}, *a{last}, *a{last}]\n")
    });
    let bombs = [
        ("alias", aliases),
        ("levels deep", format!("k: {}\n", "[".repeat(5_000))),
        ("levels deep", format!("k: {}\n", "[\n ".repeat(5_000))),
        ("levels deep", format!("k: {}x\n", "{a: ".repeat(5_000))),
        ("levels deep", format!("k:\n  {}x\n", "- ".repeat(30_000))),
        ("levels deep", (0..300).fold(String::new(), |text, i| text + &" ".repeat(i) + "a:\n")),
        ("plain word", format!("{}x\n", "? ".repeat(30_000))),
        ("KiB", format!("k: {}\n", "x".repeat(MAX_BYTES))),
        ("list is not closed", format!("k: [{}\n", "a, ".repeat(20_000))),
        ("not closed", format!("k: \"{}\n", "\\\"".repeat(30_000))),
    ];
    for (message, yaml) in bombs {
        let started = Instant::now();
        let broken = broken(&format!("---\ntype: round\n{yaml}---\n"));
        assert!(broken.message.contains(message), "{} for {:?}", broken.message, &yaml[..40]);
        assert!(started.elapsed() < Duration::from_secs(5), "{:?} for {:?}", started.elapsed(), &yaml[..40]);
    }
    let deep = format!("---\nk: {}{}\n---\n", "[".repeat(MAX_DEPTH - 1), "]".repeat(MAX_DEPTH - 1));
    assert_eq!(found(&deep).entries.len(), 1);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_every_span_is_text(
        text in "(\u{feff})?(---\r?\n)?([a-c]: |- |[\\[\\]{}:,#&*!|>'\"%@` \tüx\u{1f4c5}-]{0,3}|\r?\n|\r|k: |  |type: x){0,24}(\n---\n)?(b)?"
    ) {
        match read(&text) {
            Read::None => {}
            Read::Broken(broken) => {
                assert!(text.get(broken.span.range()).is_some() && text.get(broken.body..).is_some());
                assert!(!broken.message.is_empty() && !broken.help.is_empty());
            }
            Read::Found(front) => {
                assert!(text.get(front.body..).is_some());
                for entry in &front.entries {
                    assert!(text.get(entry.span.range()).is_some(), "{entry:?}");
                    assert!(text.get(entry.key.span.range()).is_some_and(|key| !key.is_empty()), "{entry:?}");
                    if let Value::Scalar(Scalar { text: value, quoted: false }) = &entry.value {
                        assert!(value.contains(char::is_whitespace) || text[entry.span.range()] == *value, "{entry:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_key_of_white_space_has_its_place() {
    let Read::Found(front) = read("---\n\u{c}:\n---\n") else { panic!("it is a mapping") };
    assert_eq!(front.entries[0].key.span, Span::new(4, 5));
}

#[test]
fn a_key_of_nothing_is_none() {
    for yaml in ["? \n? \n  )\r", "? \n: a", ": a", "?"] {
        assert!(broken(&format!("---\n{yaml}\n---\n")).message.contains("plain word"), "{yaml:?}");
    }
    assert_eq!(found("---\n\"\": a\n---\n").entries[0].key.value, "");
}

#[test]
fn a_list_in_lines_covers_its_items_and_no_comment_behind_them() {
    for (list, written) in [
        ("- \"[[A]]\"\n- \"[[B]]\"", "- \"[[A]]\"\n- \"[[B]]\""),
        ("- A\n- B # why", "- A\n- B"),
        ("  - \"[[A]]\"\n  - \"[[B]]\" # why", "- \"[[A]]\"\n  - \"[[B]]\""),
        ("- \"[[A]]\" # one\n- B\n\n# words", "- \"[[A]]\" # one\n- B"),
        ("- [a, b]\n- c", "- [a, b]\n- c"),
        ("- A\n-", "- A\n-"),
    ] {
        // The mapping in brackets is what the quick reader leaves to the other.
        let text = format!("---\nx: {{}}\na:\n{list}\nb: 1\n---\n");
        let Read::Found(front) = read(&text) else { panic!("{text}") };
        assert_eq!(&text[front.entries[1].span.range()], written, "{text}");
    }
}
