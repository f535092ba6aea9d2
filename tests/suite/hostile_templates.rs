//! Templates that mean harm, as they may lie in a vault that was cloned from a stranger. Each is trusted here, and each
//! ends as a finding, soon and in little memory.
#![expect(clippy::disallowed_methods, reason = "what is tested here lies on disk, and time is what it may cost")]

use std::fs;
use std::time::{Duration, Instant};

use interview_vault::diagnostic::Severity;
use interview_vault::letters::Templates;
use interview_vault::text::SourceFile;
use minijinja::{Environment, context};
use proptest::prelude::*;

use crate::desk::TestVault;

const OWN: &str = "Templates/Letters/posted-letter.md";

/// `unit` as often as a template may be long.
fn filled(before: &str, unit: &str, after: &str) -> String {
    format!("{before}{}{after}", unit.repeat((32 * 1024 - before.len() - after.len()) / unit.len()))
}

fn hostile() -> Vec<(&'static str, String)> {
    let owned = |text: &str| text.to_owned();
    let wide = "a".repeat(3000);
    let wider = format!("{{% set x = company %}}{}", "{% set x = x ~ x %}".repeat(15));
    vec![
        (
            "endless loop",
            owned(
                "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
            ),
        ),
        ("loops within loops", format!("{}x{}", "{% for a in range(100) %}".repeat(16), "{% endfor %}".repeat(16))),
        ("loop that calls itself", owned("{% for a in tasks recursive %}{{ loop(tasks) }}{% endfor %}")),
        ("macro that calls itself", owned("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")),
        ("include of itself", owned("{% include 'posted-letter.md' %}")),
        ("include of a file", owned("{% include '/etc/passwd' %}")),
        ("import", owned("{% import '../../vault.toml' as x %}")),
        ("from import", owned("{% from '/etc/passwd' import x %}")),
        ("extends itself", owned("{% extends 'posted-letter.md' %}")),
        ("block", owned("{% block x %}{{ self.x() }}{% endblock %}")),
        ("call", owned("{% call x() %}{% endcall %}")),
        ("raw that hides a tag", owned("{% raw %}{{ \" {% endraw %}{% set x = [x, x] %}{% raw %} \" }}{% endraw %}")),
        ("huge output", format!("{{% for a in range(100) %}}{wide}{{% endfor %}}")),
        ("texts doubled", format!("{wider}{}{{{{ x }}}}", "{% set x = x ~ x %}".repeat(200))),
        (
            "texts doubled a few times",
            format!("{{% set x = company %}}{}{{{{ x }}}}", "{% set x = x ~ x %}".repeat(13)),
        ),
        (
            "texts doubled in one tag",
            owned("{% set x = company %}{{ (((x ~ x) ~ (x ~ x)) ~ ((x ~ x) ~ (x ~ x))) * 999999999 }}"),
        ),
        ("captured text doubled", filled("{% set x = company %}", "{% set x %}{{ x }}{{ x }}{% endset %}", "{{ x }}")),
        ("wide text in many wordings", format!("{wider}{{{{ vary(0, [{}x]) }}}}", "x, ".repeat(150))),
        ("wide text in one paragraph", format!("{wider}{{{{ paragraph([{}x]) }}}}", "x, ".repeat(150))),
        ("wide text in capitals", format!("{wider}{{{{ x{} }}}}", " | upper | lower".repeat(90))),
        ("wide join", format!("{{% set x = '{wide}' %}}{{{{ range(100) | join(x ~ x ~ x ~ x ~ x ~ x) }}}}")),
        ("text times a number", owned("{{ company * 999999999 }}")),
        ("list times a number", owned("{{ (terms * 999999999) | length }}")),
        ("lists doubled", filled("{% set x = terms %}", "{% set x = [x, x] %}", "{{ x }}")),
        ("lists added", filled("{% set x = terms %}", "{% set x = x + x %}", "{{ x | length }}")),
        ("lists kept by a default", filled("{% set x = terms %}", "{% set x = y | default([x, x]) %}", "{{ x }}")),
        ("lists kept by a condition", filled("{% set x = terms %}", "{% set x = 1 if 0else[x] %}", "{{ x }}")),
        ("lists kept by a float", filled("{% set x = terms %}", "{% set x = 1 if x else 1.e5else[x] %}", "{{ x }}")),
        ("lists of loops", owned("{% for x in [terms, terms] %}{% for x in [x, x] %}{{ x }}{% endfor %}{% endfor %}")),
        ("pairs", filled("{% set x = terms %}", "{% set x = (x, x) %}", "{{ x }}")),
        ("pairs without brackets", filled("{% set x = terms %}", "{% set x = x, x %}", "{{ x }}")),
        ("maps", filled("{% set x = terms %}", "{% set x = {1: x, 2: x} %}", "{{ x }}")),
        ("slices of slices", filled("{% set x = terms %}", "{% set x = x[::-1] %}", "{{ x }}")),
        ("a namespace in itself", owned("{% set n = namespace() %}{% set n.x = n %}{{ n }}")),
        (
            "numbers without end",
            owned("{{ range(99999999999) | length }}{{ range(99999999999) | join('x') }}{{ nobody }}"),
        ),
        ("a power", owned("{{ 9 ** 999999999 }}")),
        ("a number too long", format!("{{{{ {} }}}}", "9".repeat(32000))),
        ("indent", owned("{{ company | indent(999999999) }}")),
        ("replace", owned("{{ company | replace('', company) }}")),
        ("format", owned("{{ '%999999999d' | format(1) }}")),
        ("centre", owned("{{ company | center(999999999) }}")),
        ("batch", owned("{{ terms | batch(999999999, 'x') }}")),
        ("slice", owned("{{ terms | slice(999999999) }}")),
        ("list", owned("{{ range(99999999) | list }}")),
        ("tojson", owned("{{ terms | tojson(999999999) }}")),
        ("pprint", owned("{{ terms | pprint }}")),
        ("debug", owned("{{ debug() }}")),
        ("parentheses", filled("{{ ", "(", "")),
        ("brackets", filled("{{ ", "[", "")),
        ("braces", filled("{{ ", "{", "")),
        ("signs", filled("{{ ", "-", "company }}")),
        ("nots", filled("{{ ", "not ", "company }}")),
        ("a chain of texts", filled("{{ company", "~company", " }}")),
        ("a chain of attributes", filled("{{ company", ".a", " }}")),
        ("a chain of items", filled("{{ company", "[0]", " }}")),
        ("a chain of calls", filled("{{ company", "()", " }}")),
        ("a chain of filters", filled("{{ company", "|trim", " }}")),
        ("a chain of conditions", filled("{{ company", " if company", " }}")),
        ("a chain of comparisons", filled("{{ company", "<company", " }}")),
        ("blocks", filled("", "{%if company%}", "")),
        ("a chain of elif", filled("{%if company%}", "{%elif company%}", "{%endif%}")),
        ("loops", filled("", "{%for x in terms%}", "")),
        ("set blocks", filled("", "{%set x%}", "")),
        ("no end of a tag", owned("{{ company")),
        ("no end of a comment", owned("{# company")),
        ("no end of a text", owned("{{ 'company }}")),
        ("no end of a block", owned("{% if company %}")),
        ("nonsense", owned("{% %}{{ }}{% if %}")),
        ("a name that is not there", owned("{% if nobody is defined %}{{ nobody }}{% endif %}")),
        ("an attribute of the machine", owned("{{ me.__class__.__mro__ }}")),
        ("nothing", owned(" \n")),
        ("bytes without meaning", (1..=31).map(char::from).chain(['{', '{', '\u{7f}', '\u{202e}']).collect()),
    ]
}

/// The errors of a trusted template.
fn errors(text: &str) -> Vec<String> {
    let (_, found) = Templates::read(&[SourceFile::new(OWN, text)], &[], |_| true);
    found.into_iter().filter(|found| found.severity == Severity::Error).map(|found| found.message).collect()
}

#[test]
fn each_ends_as_a_finding_within_a_second() {
    for (name, text) in hostile() {
        let start = Instant::now();
        let errors = errors(&text);
        let took = start.elapsed();
        assert_eq!(errors.len(), 1, "{name}: {errors:?}");
        assert!(errors[0].len() < 300, "{name}: {errors:?}");
        assert!(took < Duration::from_secs(1), "{name} took {took:?}");
    }
}

/// What is just allowed needs no more stack than there is, however it is put together.
#[test]
fn nothing_overflows_at_the_limits() {
    let blocks = |inner: &str| format!("{}{inner}{}", "{% for a in range(1) %}".repeat(16), "{% endfor %}".repeat(16));
    let brackets = |inner: &str| format!("{{{{ {}{inner}{} }}}}", "(".repeat(15), ")".repeat(15));
    for (name, text) in [
        ("texts", format!("company{}", " ~ company".repeat(180))),
        ("signs", format!("{}1", "-".repeat(360))),
        ("nots", format!("{}company", "not ".repeat(360))),
        ("filters", format!("company{}", " | trim".repeat(180))),
        ("conditions", format!("company{}", " if company".repeat(180))),
        ("others", format!("company{}", " or company".repeat(180))),
        ("comparisons", format!("company{}", " < company".repeat(180))),
        ("items", format!("company{}", "[0]".repeat(120))),
        ("attributes", format!("company{}", ".a".repeat(180))),
        ("calls", format!("company{}", "()".repeat(180))),
    ] {
        let errors = errors(&blocks(&brackets(&text)));
        assert!(errors.iter().all(|error| !error.contains("at most")), "{name}: {errors:?}");
    }
    let chain = format!("{{% if nobody %}}{}{{% endif %}}", "{% elif company %}".repeat(380));
    assert_eq!(errors(&chain), ["there is no `nobody`"]);
    assert_eq!(errors(&chain.replace("nobody", "company")), Vec::<String>::new());
}

/// What a template comes to where nothing bounds it.
fn unbounded(text: &str) -> usize {
    Environment::new().render_str(text, context! { company => "x", terms => ["x"] }).map_or(0, |text| text.len())
}

/// Negative control: it is the limits that end them. The same kinds of template, on a small scale and without limits, run
/// to their end, and grow with every line.
#[test]
fn without_limits_they_would_go_on() {
    let grown = |before: &str, line: &str| unbounded(&format!("{before}{}{{{{ x }}}}", line.repeat(16)));
    for (before, line) in [
        ("{% set x = company %}", "{% set x = x ~ x %}"),
        ("{% set x = company %}", "{% set x %}{{ x }}{{ x }}{% endset %}"),
        ("{% set x = terms %}", "{% set x = [x, x] %}"),
        ("{% set x = terms %}", "{% set x = x + x %}"),
        ("{% set x = terms %}", "{% set x = (x, x) %}"),
        ("{% set x = terms %}", "{% set x = y | default([x, x]) %}"),
    ] {
        assert!(grown(before, line) >= 1 << 16, "{line}");
        assert_eq!(errors(&format!("{before}{}{{{{ x }}}}", line.repeat(200))).len(), 1, "{line}");
    }
    let turns = |count: usize| {
        format!("{{% for a in range({count}) %}}{{% for b in range({count}) %}}x{{% endfor %}}{{% endfor %}}")
    };
    assert_eq!((unbounded(&turns(300)), errors(&turns(60))), (90_000, Vec::new()));
    assert_eq!(errors(&turns(300)), ["it does too much"]);
    assert_eq!(unbounded("{{ 'x' * 5000000 }}"), 5_000_000);
}

/// A line of a template that is well formed and keeps what it can.
fn line() -> impl Strategy<Value = String> {
    let leaf =
        prop::sample::select(vec!["x", "y", "company", "terms", "tasks", "'t'", "1", "range(3)", "terms[0:9]", "me"]);
    let value = leaf.prop_map(str::to_owned).prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} ~ {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} if {b} else {a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("paragraph([{a}, {b}])")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("vary(1, [{a}, {b}])")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} | default({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} | join({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("[{a}, {b}]")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} + {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("1 if 0else[{a}, {b}]")),
            inner.clone().prop_map(|a| format!("({a})[1:]")),
            inner.prop_map(|a| format!("({a} | first)")),
        ]
    });
    prop_oneof![
        value.clone().prop_map(|value| format!("{{% set x = {value} %}}")),
        value.clone().prop_map(|value| format!("{{% set y = {value} %}}")),
        value.clone().prop_map(|value| format!("{{% for x in {value} %}}{{{{ x }}}}{{% endfor %}}")),
        value.clone().prop_map(|value| format!("{{% set x %}}{{{{ x }}}}{{{{ {value} }}}}{{% endset %}}")),
        value.prop_map(|value| format!("{{{{ {value} }}}}")),
    ]
}

/// Pieces that may come in any order.
fn rubble() -> impl Strategy<Value = String> {
    let pieces = vec![
        "{{ ",
        " }}",
        "{% ",
        " %}",
        "{#",
        "#}",
        "{%- ",
        " -%}",
        "'",
        "\"",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        ",",
        ".",
        "|",
        "~",
        "+",
        "-",
        "*",
        "=",
        "==",
        "%",
        "}}",
        "%}",
        "set x",
        "for x in",
        "endfor",
        "if",
        "endif",
        "else",
        "endset",
        "in",
        "not",
        "x",
        "company",
        "terms",
        "1",
        "1e5",
        "1.e5",
        "0x1",
        "paragraph(",
        "vary(",
        "raw",
        "endraw",
        " ",
        "\n",
        "ä",
        "\u{202e}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever a template says, it ends.
    #[test]
    fn lines_in_any_order_end(lines in prop::collection::vec(line(), 1..6), times in 1..60_usize) {
        let start = Instant::now();
        errors(&format!("{{% set x = company %}}{{% set y = terms %}}{}", lines.concat().repeat(times)));
        prop_assert!(start.elapsed() < Duration::from_secs(1));
    }

    #[test]
    fn pieces_in_any_order_end(text in rubble(), times in 1..20_usize) {
        let start = Instant::now();
        errors(&text.repeat(times));
        prop_assert!(start.elapsed() < Duration::from_secs(1));
    }
}

#[test]
fn a_file_that_is_none_is_told_at_once_and_not_read() {
    let vault = TestVault::sound().note("Templates/Letters/thank-you-card.md", "{{ greeting }}");
    let folder = vault.root().join("Templates/Letters");
    fs::write(folder.join("check-in.md"), b"Dear\n\xff{{").unwrap();
    fs::create_dir(folder.join("proposal.md")).unwrap();
    let huge = fs::File::create(folder.join("status-call.md")).unwrap();
    huge.set_len(100 << 20).unwrap();
    #[cfg_attr(not(unix), expect(unused_mut, reason = "links and pipes are added there alone"))]
    let mut expected = vec![
        "Templates/Letters/check-in.md:2:1: error[letter/template]: this template is not UTF-8 from here on, so it is not read",
        "Templates/Letters/proposal.md:1:1: error[letter/template]: this template is a folder, so it is not read",
        "Templates/Letters/status-call.md:1:1: error[letter/template]: this template is larger than 32 KiB, so it is not read",
        "Templates/Letters/thank-you-card.md:1:1: warning[letter/template]: this template is not trusted, so the built-in text is used",
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;

        symlink("/etc/passwd", folder.join("decision-call.md")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(folder.join("posted-letter.md")).status().unwrap();
        assert!(made.success());
        expected.extend([
            "Templates/Letters/decision-call.md:1:1: error[letter/template]: this template is a symbolic link, and links are not followed, so it is not read",
            "Templates/Letters/posted-letter.md:1:1: error[letter/template]: this template is a pipe, a device or the like, so it is not read",
        ]);
        expected.sort_unstable();
    }
    let start = Instant::now();
    let ran = vault.run(&["check", "--only", "letter", "--format", "concise"]);
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), expected);
    assert!(start.elapsed() < Duration::from_secs(1));
    let trusted = vault.run(&["trust", "--yes"]).fine();
    assert_eq!(trusted.out.matches("SHA-256").count(), 1, "{}", trusted.out);
}

#[cfg(unix)]
#[test]
fn a_folder_behind_a_link_is_not_looked_into() {
    let vault = TestVault::sound().note("Elsewhere/posted-letter.md", "{{ greeting }}").note("Templates/round.md", "");
    std::os::unix::fs::symlink(vault.root().join("Elsewhere"), vault.root().join("Templates/Letters")).unwrap();
    let ran = vault.run(&["check", "--only", "letter", "--format", "concise"]);
    assert!(
        ran.out.starts_with("Templates/Letters:1:1: error[letter/template]: the letter templates cannot be read"),
        "{ran:?}"
    );
    assert!(vault.run(&["trust", "--yes"]).out.starts_with("There are no letter templates here"));
}

/// In a process that has little memory to take.
#[cfg(target_os = "linux")]
#[test]
fn they_keep_to_little_memory() {
    use std::process::Command;

    use interview_vault::letters::built_in;
    use interview_vault::model::Document;

    let state = tempfile::tempdir().unwrap();
    let documents: Vec<Document> = Document::ALL.into_iter().filter(|document| built_in(*document).is_some()).collect();
    for some in hostile().chunks(documents.len()) {
        let mut vault = TestVault::sound();
        for (document, (_, text)) in documents.iter().zip(some) {
            vault = vault.note(&format!("Templates/Letters/{}.md", document.name()), text);
        }
        let run = |args: &str| {
            let line = format!("ulimit -v 131072; exec \"$0\" {args}");
            let mut command = Command::new("sh");
            command.args(["-c", &line, env!("CARGO_BIN_EXE_vault")]);
            command.current_dir(vault.root()).env("XDG_STATE_HOME", state.path()).output().unwrap()
        };
        assert!(run("trust --yes").status.success());
        let checked = run("check --only letter --format concise");
        let errors = String::from_utf8_lossy(&checked.stdout).matches("error[letter/template]").count();
        assert_eq!((checked.status.code(), errors), (Some(1), some.len()), "{checked:?}");
    }
}
