//! Notes nobody would write, and most that somebody might.

use interview_vault::model::Kind;
use proptest::prelude::*;
use proptest::sample::select;

/// What is written in front matter, in all the ways there are.
const VALUES: [&str; 22] = [
    "",
    "plain words",
    "'single ''quotes'''",
    "\"double \\\"quotes\\\" \\u00e9\"",
    "words # and a comment",
    "# only a comment",
    "2025-03-05",
    "null",
    "[]",
    "[a, 'b', \"c\"]",
    "[a, ]",
    "[[Priya Rao]]",
    "\"[[Priya Rao]]\"",
    "{a: b}",
    "\n  - a\n  - 'b' # why",
    "\n- a\n- b\n",
    "\n  - a\n\n  # between\n  - b",
    "|\n  two\n  lines",
    ">-\n  folded\n  words",
    "over\n  two lines",
    "[a,\n  b]",
    "\"over\n  two\"",
];

const LINES: [&str; 34] = [
    "## Close",
    "## Log",
    "## Promises",
    "## Prepare ##",
    "# close",
    "### [[Priya Rao]]",
    "### Priya Rao",
    "Log\n---",
    "- support:",
    "- **support:** yes",
    "- support: %% finish: … %%",
    "- moment:: <!-- x -->",
    "* moment:",
    "- [ ]",
    "- [ ] ",
    "- [ ] Send it 📅 2025-03-06",
    "- [x] Sent ✅ 2025-03-05 ^id",
    "- [/] Half [due:: 2025-03-06]",
    "  - [ ] deep",
    "\t- deep: words",
    "1. [ ] first",
    "9) ninth",
    "words",
    "",
    "",
    "```",
    "~~~ x",
    "%%",
    "<!--",
    "-->",
    "> quoted",
    "---",
    "| a | b |",
    "    code",
];

/// Front matter that names others, as it should and as it should not.
const LINKS: [&str; 16] = [
    "company: \"[[Kiln]]\"",
    "company: \"[[A/Kiln|the kiln]]\"",
    "company: \"[[Una Berg]]\"",
    "company: \"[[Nobody]]\"",
    "decider: \"[[Una]]\"",
    "decider: Una Berk",
    "interviewers: [\"[[Una Berg]]\", Ida Voss]",
    "interviewers: [\"[[Kiln 1]]\", \"[[Ida Voss]]\"]",
    "knows: [\"[[Loom]]\", \"[[Ida Vos]]\"]",
    "for_round: \"[[Kiln 1]]\"",
    "for_round: \"[[B/Kiln]]\"",
    "to: \"[[Una Berg]]\"",
    "aliases: [Una]",
    "aliases: [Kiln, Nobody]",
    "state: held",
    "company: \"[[Kiln",
];

/// Lines of a body that name others.
const MENTIONS: [&str; 9] = [
    "## Close",
    "### [[Una Berg]]",
    "- about Ida Voss: calm",
    "## Log",
    "- 2025-03-01 out email to [[Una Berg]]: thanks",
    "## Profile",
    "- family: twins (from [[Ida Voss]])",
    "## Research",
    "- [[Kiln]]: old, says [[Una]]",
];

/// Words to write.
pub(super) fn value() -> impl Strategy<Value = String> {
    let odd = [
        "",
        " ",
        "a: b",
        "# no",
        "- x",
        "[[Priya Rao]]",
        "0123456",
        "null",
        "~",
        "yes",
        "---",
        "two\nlines",
        "%% x",
        "say \"no\"",
        "it's",
        "a # b",
        "\\",
        "{",
        "[",
        "&a",
        "*a",
        "!x",
        "|",
        ">",
        "@",
        "`",
        "é",
        "\u{feff}",
        "\u{85}",
        "\u{1b}",
        "🦀",
        "a ^id",
        "2025-03-05",
        "x,y",
        "]",
        "\t",
        "\u{2028}",
        "a\r\nb",
        "-",
        "?",
        "a:",
        "<% x",
    ];
    prop_oneof![3 => select(odd.to_vec()).prop_map(str::to_owned), 2 => "[a-zé ]{1,12}", 1 => "\\PC{0,8}"]
}

/// A whole note: sometimes without front matter, with CRLF, a byte order mark, no last line end.
pub(super) fn note() -> impl Strategy<Value = String> {
    let keys = ["state", "company", "waive", "lesson", "'k'", "k", "x y"];
    let entry = (select(keys.to_vec()), select(VALUES.to_vec())).prop_map(|(key, value)| format!("{key}: {value}\n"));
    let yaml = prop::collection::vec(
        prop_oneof![8 => entry, 1 => Just("# alone\n".to_owned()), 1 => Just("\n".to_owned())],
        0..5,
    );
    let front = (yaml, select(vec!["---", "...", "--- "]))
        .prop_map(|(lines, close)| format!("---\ntype: round\n{}{close}\n", lines.concat()));
    let front = prop_oneof![5 => front, 1 => Just(String::new()), 1 => Just("---\n---\n".to_owned())];
    let body = prop::collection::vec(select(LINES.to_vec()), 0..10).prop_map(|lines| lines.join("\n"));
    (front, body, any::<[bool; 3]>()).prop_map(|(front, body, [crlf, bom, ended])| {
        let text = format!("{front}{body}{}", if ended { "\n" } else { "" });
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        if bom { format!("\u{feff}{text}") } else { text }
    })
}

/// A note of any kind, or none, that has to do with others.
pub(super) fn linked() -> impl Strategy<Value = String> {
    let lines = |lines: &[&'static str], most| prop::collection::vec(select(lines.to_vec()), 0..most);
    (select(Kind::ALL.to_vec()), any::<bool>(), lines(&LINKS, 4), lines(&MENTIONS, 6)).prop_map(
        |(kind, is_note, front, body)| {
            let kind = if is_note { format!("type: {}\n", kind.name()) } else { String::new() };
            format!("---\n{kind}{}\n---\n{}\n", front.join("\n"), body.join("\n"))
        },
    )
}
