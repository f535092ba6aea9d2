//! What the reader of bodies promises.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::*;

/// The items under the first heading of a body.
fn items(text: &str) -> Vec<Item<'_>> {
    let sections = read(text, 0, &|_| true).sections;
    let blocks = sections.into_iter().next().map(|section| section.blocks).unwrap_or_default();
    let item = |block| if let Block::Item(item) = block { Some(item) } else { None };
    blocks.into_iter().filter_map(item).collect()
}

/// A section as the tests write it: level and title, then a line for each block.
fn show(text: &str, section: &Section) -> String {
    let mut out = format!("{} {}\n", section.level, section.title);
    for block in &section.blocks {
        match block {
            Block::Item(item) => show_item(text, item, 0, &mut out),
            Block::Prose(passage) => writeln!(out, "P {}", passage.text).expect("memory"),
            Block::Quote(passage) => writeln!(out, "Q {}", passage.text).expect("memory"),
        }
    }
    out
}

fn show_item(text: &str, item: &Item, depth: usize, out: &mut String) {
    let task = item.task.map(|task| format!("[{}] ", task.mark)).unwrap_or_default();
    let value = item.label.as_ref().map(|label| {
        format!(" | {} = {} <{}>", label.key, label.value, text[label.value_span.range()].replace(['\n', '\r'], "/"))
    });
    writeln!(out, "{}- {task}{}{}", "  ".repeat(depth), item.text, value.unwrap_or_default()).expect("memory");
    item.children.iter().for_each(|child| show_item(text, child, depth + 1, out));
}

#[test]
fn bodies_are_read() {
    // The body, and each section as shown.
    let table: &[(&str, &[&str])] = &[
        ("## A\n- x\n\ntext\nmore\n### B\n1. y\n## C", &["2 A\n- x\nP text more\n", "3 B\n- y\n", "2 C\n"]),
        ("Title\n=====\n* x\n\nSub *x*\n---\n+ y", &["1 Title\n- x\n", "2 Sub x\n- y\n"]),
        ("- lost\n## A\n", &["2 A\n"]),
        ("# A\n- support: yes", &["1 A\n- support: yes | support = yes <yes>\n"]),
        (
            "# A\n- **support:** *yes*, **sure**",
            &["1 A\n- support: yes, sure | support = yes, sure <*yes*, **sure**>\n"],
        ),
        ("# A\n- **support: yes**", &["1 A\n- support: yes | support = yes <yes>\n"]),
        (
            "# A\n- Said  When:: next\n  week, or\n  so",
            &["1 A\n- Said When:: next week, or so | said when = next week, or so <next/  week, or/  so>\n"],
        ),
        (
            "# A\n- support:\n- x: %% yes, no %%\n- y: <!-- a\n  b -->\n- z: <% x %>",
            &["1 A\n- support: | support =  <>\n- x: | x =  <>\n- y: | y =  <>\n- z: | z =  <>\n"],
        ),
        ("# A\n- x: a %% b %% c", &["1 A\n- x: a c | x = a c <a %% b %% c>\n"]),
        ("# A\n- %% b %% x: c", &["1 A\n- x: c | x = c <c>\n"]),
        ("# A\n- %%x%%\n-\n- [ ]\n- [ ] ", &["1 A\n- \n- \n- [ ] \n- [ ] \n"]),
        (
            "# A\n- x: a\n  - b: c\n    - d\n  - e",
            &[
                "1 A\n- x: a | x = a b: c d e <a/  - b: c/    - d/  - e>\n  - b: c | b = c d <c/    - d>\n    - d\n  - e\n",
            ],
        ),
        ("# A\n- x:\n  - b", &["1 A\n- x: | x = b <- b>\n  - b\n"]),
        ("# A\n- a\n\n  b\n\n- c", &["1 A\n- a b\n- c\n"]),
        (
            "# A\n- [x] a\n- [X] b\n- [-] c\n- [/] **d**\n- [é] e\n- [x]f\n- [xy] g\n- [x](x.md) h\n1. [ ] i",
            &["1 A\n- [x] a\n- [X] b\n- [-] c\n- [/] d\n- [é] e\n- [x]f\n- [xy] g\n- x h\n- [ ] i\n"],
        ),
        ("# A\n- [x] a\n\n[x]: y.md\n", &["1 A\n- [x] a\n"]),
        ("# A\n- [ ] due: x", &["1 A\n- [ ] due: x | due = x <x>\n"]),
        ("# A\n- a \\*b\\* &amp; `c  d` <b>e</b><br>f ~~g~~", &["1 A\n- a *b* & c d e f g\n"]),
        (
            "# A\n- see https://acme.example/x: y\n- [[A: b]] c\n- idle-hours:x",
            &["1 A\n- see https://acme.example/x: y\n- A: b c\n- idle-hours:x | idle-hours = x <x>\n"],
        ),
        (
            "# A\n- x: a\n  ```\n  b: c\n  ```\n  d\n\n```\n- e\n```\n\n    - f\n",
            &["1 A\n- x: a d | x = a d <a/  ```/  b: c/  ```/  d>\n"],
        ),
        ("# A\n> one\n> two\n>\n> three\n> - x: y\n\ntext", &["1 A\n- x: y | x = y <y>\nQ one two three\nP text\n"]),
        ("# A\n> [!quote]- Said\n> words", &["1 A\nQ Said words\n"]),
        ("# A\n- x: a\n  > b", &["1 A\n- x: a b | x = a b <a/  > b>\n"]),
        (
            "# A\n| a | b |\n|---|---|\n| [[C\\|D]] | e |\n\n<div>\nhtml: x\n</div>\n\nt[^1]\n\n[^1]: note\n",
            &["1 A\nP t\n"],
        ),
        ("# A\n%%\n## No\n- x: y\n%%\n- b", &["1 A\n- b\n"]),
        ("# A\n- b\n%% open\n## No", &["1 A\n- b\n"]),
        (
            "# A\n- Q: why?\n  A: because\n  changed because: x",
            &[
                "1 A\n- Q: why? A: because changed because: x | q = why? A: because changed because: x <why?/  A: because/  changed because: x>\n",
            ],
        ),
        ("# A\n-     code: x", &["1 A\n- \n"]),
        ("# A\n- ~~x: y~~ z", &["1 A\n- x: y z\n"]),
        ("## A %% b %% <% c %>\nx", &["2 A\nP x\n"]),
    ];
    for (source, expected) in table {
        for (front, end) in [("", "\n"), ("---\ntype: ü\n---\n", "\n"), ("\u{feff}---\n---\n", "\r\n")] {
            let text = format!("{front}{source}").replace('\n', end);
            let start = text.len() - source.replace('\n', end).len();
            let body = read(&text, start, &|_| true);
            let shown: Vec<String> = body.sections.iter().map(|section| show(&text, section)).collect();
            let shown: Vec<String> = shown.iter().map(|shown| shown.replace("//", "/")).collect();
            let expected: Vec<String> = expected.iter().map(|shown| shown.replace("//", "/")).collect();
            assert_eq!(shown, expected, "{text:?}");
        }
    }
}

#[test]
fn spans_cover_what_is_written() {
    let text =
        "ü\n## Close [[A]]  \n\n- a\n### B\n  - [x] **said when:** *ü* [[P|p q]] %% c %%\n    é two\n\nend.\n## C\n";
    let body = read(text, 3, &|_| true);
    let of = |span: Span| &text[span.range()];
    let titles: Vec<_> = body.sections.iter().map(|section| (of(section.span), of(section.content))).collect();
    assert_eq!(titles[0].0, "## Close [[A]]");
    assert!(titles[0].1.starts_with("\n- a\n### B") && titles[0].1.ends_with("end.\n"));
    assert!(titles[1].0 == "### B" && titles[1].1.starts_with("  - [x]") && titles[1].1.ends_with("end.\n"));
    assert_eq!(titles[2], ("## C", ""));
    assert_eq!(of(body.sections[0].links[0].span), "[[A]]");
    let [Block::Item(item), Block::Prose(end)] = body.sections[1].blocks.as_slice() else { panic!("{body:?}") };
    assert_eq!(of(end.span), "end.");
    assert_eq!(of(item.line), "- [x] **said when:** *ü* [[P|p q]] %% c %%");
    assert_eq!(of(item.span), "- [x] **said when:** *ü* [[P|p q]] %% c %%\n    é two");
    assert_eq!(of(item.task.expect("a box").span), "x");
    assert_eq!(item.lines().collect::<Vec<_>>(), ["said when: ü p q", "é two"]);
    let label = item.label.as_ref().expect("a label");
    assert_eq!((of(label.span), &*label.value), ("**said when:**", "ü p q é two"));
    assert_eq!(of(label.value_span), "*ü* [[P|p q]] %% c %%\n    é two");
    assert_eq!(&label.value[label.links[0].at..][..3], "p q");
    assert_eq!(&item.text[item.links[0].at..][..3], "p q");
}

#[test]
fn an_empty_value_stands_right_behind_its_label() {
    for (text, label) in [
        ("# A\n- support:", "support:"),
        ("# A\n- support:   \n", "support:"),
        ("# A\n- **support**: %% yes or no %%\n", "**support**:"),
        ("# A\n- support::\n  ```\n  x\n  ```\n", "support::"),
    ] {
        let item = items(text).remove(0);
        let found = item.label.expect("a label");
        assert_eq!(&text[found.span.range()], label);
        assert_eq!((&*found.value, found.value_span.start, found.value_span.end), ("", found.span.end, found.span.end));
    }
}

#[test]
fn words_that_stand_in_one_piece_are_not_copied() {
    for (text, is_borrowed) in [
        ("# A\n- said: as it stands", true),
        ("# A\n- [x] to her", true),
        ("# A\n- to [[Priya Rao]]", false),
        ("# A\n- said\n  on two lines", false),
    ] {
        assert_eq!(matches!(items(text)[0].text, Cow::Borrowed(_)), is_borrowed, "{text}");
        assert!(matches!(read(text, 0, &|_| true).sections[0].title, Cow::Borrowed("A")));
    }
}

#[test]
fn links_are_read_wherever_they_stand() {
    // The text, and of each link: as written, target, displayed, and whether it is embedded.
    type Shown<'a> = (&'a str, &'a str, &'a str, bool);
    let table: &[(&str, &[Shown<'_>])] = &[
        ("[[A]] and [[B/C#h|d *e*]]", &[("[[A]]", "A", "A", false), ("[[B/C#h|d *e*]]", "B/C", "d e", false)]),
        ("![[A.png]]", &[("![[A.png]]", "A.png", "A.png", true)]),
        ("[a *b*](C%20D.md#e)", &[("[a *b*](C%20D.md#e)", "C D", "a b", false)]),
        ("[a](<C D.md>)", &[("[a](<C D.md>)", "C D", "a", false)]),
        ("[a](https://acme.example) <https://b.example> [c](mailto:d@e.example) [[#f]]", &[]),
        ("`[[A]]` %%[[B]]%% \\[[C]]", &[]),
        ("| a |\n|---|\n| [[C\\|D]] |", &[("[[C\\|D]]", "C", "D", false)]),
        ("[[A|]]", &[("[[A|]]", "A", "A", false)]),
        ("- - - [[A]]", &[("[[A]]", "A", "A", false)]),
        ("> [[A]]\n> - [[B]]", &[("[[A]]", "A", "A", false), ("[[B]]", "B", "B", false)]),
    ];
    for (text, expected) in table {
        let found = builder::links(&mask::masked(text), text, 0);
        let found: Vec<_> =
            found.iter().map(|link| (&text[link.span.range()], &*link.target, &*link.text, link.embed)).collect();
        assert_eq!(found, *expected, "{text:?}");
    }
}

#[test]
fn a_label_may_be_about_a_person() {
    let text = "# A\n- **about [[Priya Rao|PR]]:** likes [[Tea]]\n  - and [[Chess]]\n";
    let label = items(text).remove(0).label.expect("a label");
    assert_eq!((&*label.key, &*label.value), ("about", "likes Tea and Chess"));
    assert_eq!(label.about.map(|link| link.target), Some("Priya Rao".into()));
    let links: Vec<_> = label.links.iter().map(|link| (&*link.target, &label.value[link.at..][..3])).collect();
    assert_eq!(links, [("Tea", "Tea"), ("Chess", "Che")]);
}

#[expect(clippy::disallowed_methods, reason = "what is tested is that it does not hang")]
#[test]
fn deep_and_odd_bodies_end_at_once() {
    let bombs = [
        "- ".repeat(20_000) + "x",
        "> ".repeat(20_000) + "x",
        "[[".repeat(50_000),
        "![[".repeat(30_000) + &"]]".repeat(30_000),
        "%%".repeat(200_001),
        "<!-- x ".repeat(50_000),
        "<% x ".repeat(50_000),
        (1..500).map(|n| "`".repeat(n) + " ").collect(),
        "a: ".repeat(100_000),
        "# a\n".repeat(50_000),
        (0..200).map(|n| " ".repeat(n * 2) + "- x: y\n").collect(),
    ];
    for bomb in bombs {
        let started = Instant::now();
        read(&format!("# A\n{bomb}"), 0, &|_| true);
        read(&format!("# A\n%%a%% {bomb}\n%%b%%\n{bomb}"), 0, &|_| true);
        assert!(started.elapsed() < Duration::from_secs(5), "{:?} for {:?}", started.elapsed(), &bomb[..8]);
    }
    let text = format!("# A\n{}x: y [[Z]]", "- ".repeat(100));
    let (mut depth, mut level) = (0, items(&text));
    while let Some(item) = level.pop() {
        (depth, level) = (depth + 1, item.children.clone());
        assert!(depth < MAX_DEPTH || item.text == "x: y Z", "{item:?}");
    }
    assert_eq!(depth, MAX_DEPTH);
}

/// Panics where a span of the item is no text, or an offset of a link no place in the words.
fn check_item(text: &str, item: &Item) {
    let links = |links: &[Link], words: &str| {
        for link in links {
            assert!(text.get(link.span.range()).is_some(), "{link:?}");
            assert!(words.get(link.at..).is_some_and(|rest| rest.starts_with(&*link.text)), "{link:?} in {words:?}");
        }
    };
    links(&item.links, &item.text);
    for span in [item.span, item.line] {
        assert!(text.get(span.range()).is_some(), "{span:?}");
    }
    if let Some(task) = item.task {
        assert_eq!(text[task.span.range()], task.mark.to_string());
    }
    if let Some(label) = &item.label {
        links(&label.links, &label.value);
        assert!(text[label.span.range()].contains(':') && text.get(label.value_span.range()).is_some());
        assert_eq!(label.value.is_empty(), label.value_span.start == label.value_span.end, "{label:?}");
    }
    item.children.iter().for_each(|child| check_item(text, child));
}

proptest::proptest! {
    #[test]
    fn any_body_is_read_and_every_span_is_text(
        parts in proptest::collection::vec(
            "- |  |    |\n|\r\n|# A|ü: |\\[\\[P\\|q\\]\\]|!\\[\\[|\\]\\]|\\[x\\] |\\*\\*|_|%%|<!--|-->|<%|%>|`|```|> |~~~|1\\. |\t|\\[a\\]\\(b\\)|\\\\|&amp;|\\||---|é|about |<br>|::|\u{1}",
            0..30,
        )
    ) {
        let text = format!("ü\n# A\n{}", parts.concat());
        let body = read(&text, 3, &|_| true);
        for section in &body.sections {
            assert!(text.get(section.span.range()).is_some() && text.get(section.content.range()).is_some());
            for block in &section.blocks {
                match block {
                    Block::Item(item) => check_item(&text, item),
                    Block::Prose(passage) | Block::Quote(passage) => assert!(text.get(passage.span.range()).is_some()),
                }
            }
        }
        let links = builder::links(&mask::masked(&text), &text, 0);
        assert!(links.iter().all(|link| text.get(link.span.range()).is_some_and(|link| link.len() > 3)));
    }
}
