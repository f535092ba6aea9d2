//! Notes nobody would write, and most that somebody might.

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
