//! Front matter with everything that YAML has: each case is read as is meant by both readers, or named with its
//! place; and what an edit does to it is right, or refused.
//!
//! There are two readers: a quick one of plain lines, and a whole one that takes what the quick one leaves. A nested
//! mapping is always left, so one beside a case sends it to the whole one.

use interview_vault::parse::front_matter::{Entry, FrontMatter, Read, Value, read};

use crate::laws::edit;

/// The word for front matter that must be named as broken.
const NAMED: &str = "!";

/// What stands between the fences, and what comes of it: `key=value` for each entry, in order, a list as `[a|b]`,
/// nothing as `~`, a mapping as `{}`; or [`NAMED`] and a part of the message.
const CASES: &[(&str, &str)] = &[
    // Plain words, and what other readers make of them.
    ("k: no", "k=no"),
    ("k: NO\nl: off\nm: y", "k=NO l=off m=y"),
    ("k: true\nl: True", "k=true l=True"),
    ("k: null\nl: ~\nm:\nn: NULL", "k=~ l=~ m=~ n=~"),
    ("k: nULL", "k=nULL"),
    ("k: 007", "k=007"),
    ("k: 0o17\nl: 0x1F\nm: 0b11", "k=0o17 l=0x1F m=0b11"),
    ("k: 12:30:45\nl: 190:20:30.15", "k=12:30:45 l=190:20:30.15"),
    ("k: 1_000\nl: +1\nm: -0", "k=1_000 l=+1 m=-0"),
    ("k: .inf\nl: .NaN\nm: 1e3", "k=.inf l=.NaN m=1e3"),
    ("k: 2025-03-05\nl: 2025-03-05T10:00:00Z", "k=2025-03-05 l=2025-03-05T10:00:00Z"),
    ("k: a=b\nl: a?b\nm: a!b", "k=a=b l=a?b m=a!b"),
    ("k: -a\nl: ?a\nm: :a", "k=-a l=?a m=:a"),
    ("k: a#b", "k=a#b"),
    ("k: a #b", "k=a"),
    ("k: #b", "k=~"),
    ("k: a:b", "k=a:b"),
    ("k: a: b", NAMED),
    ("k: https://a.example/b?c#d", "k=https://a.example/b?c#d"),
    ("k: a\u{a0}", "k=a\u{a0}"),
    ("k: \u{1f4c5}", "k=\u{1f4c5}"),
    ("k: a\n  b\n  c", "k=a b c"),
    ("k: a\n\n  b", "k=a\nb"),
    ("k:\n  a", "k=a"),
    ("k: - a", NAMED),
    ("k: @a", NAMED),
    ("k: `a", NAMED),
    ("k: %a", NAMED),
    ("k: ,a", NAMED),
    ("k: ]", NAMED),
    ("k: }", NAMED),
    // Quotes.
    ("k: 'a'", "k=a"),
    ("k: 'it''s'", "k=it's"),
    ("k: \"a\\tb\\\"c\\\\\"", "k=a\tb\"c\\"),
    ("k: \"\\x41\\u00e9\\U0001F4C5\\0\"", "k=A\u{e9}\u{1f4c5}\0"),
    ("k: \"\\q\"", NAMED),
    ("k: \"a\n  b\"", "k=a b"),
    ("k: \"a\\\n  b\"", "k=ab"),
    ("k: 'a\n\n  b'", "k=a\nb"),
    ("k: ''\nl: \"\"", "k= l="),
    ("k: \"a\" b", NAMED),
    ("k: 'a", NAMED),
    ("k: \"a", NAMED),
    ("k: 'a' # b", "k=a"),
    ("k: 'a: b # c'", "k=a: b # c"),
    ("'k': a\n\"l\": b", "k=a l=b"),
    // Blocks of text.
    ("k: |\n  a\n  b", "k=a\nb\n"),
    ("k: |-\n  a\n  b", "k=a\nb"),
    ("k: |+\n  a\n\nl: b", "k=a\n\n l=b"),
    ("k: >\n  a\n  b\n\n  c", "k=a b\nc\n"),
    ("k: >-\n  a\n   b\n  c", "k=a\n b\nc"),
    ("k: |2\n   a", "k= a\n"),
    ("k: |\n  # a\n  k: b", "k=# a\nk: b\n"),
    ("k: | # a\n  b", "k=b\n"),
    ("k: |\nl: a", "k= l=a"),
    ("k: |9x\n  a", NAMED),
    // Lists.
    ("k:\n  - a\n  - b", "k=[a|b]"),
    ("k:\n- a\n- b\nl: c", "k=[a|b] l=c"),
    ("k: [a, b]", "k=[a|b]"),
    ("k: [a, b,]", "k=[a|b]"),
    ("k: []", "k=[]"),
    ("k: [a,\n  b]", "k=[a|b]"),
    ("k: [a\n", NAMED),
    ("k: [a]]", NAMED),
    ("k: [[a]]", "k=[[a]]"),
    ("k: [a, [b, c]]", "k=[a|[b|c]]"),
    ("k: ['a, b', \"c\"]", "k=[a, b|c]"),
    ("k: [a: b]", "k=[{}]"),
    ("k:\n  - a\n -  b", NAMED),
    ("k:\n  - - a\n    - b", "k=[[a|b]]"),
    ("k:\n  -\n  - a", "k=[~|a]"),
    ("k:\n  - a: b", "k=[{}]"),
    ("- a\n- b", NAMED),
    // Mappings.
    ("k: {a: b}", "k={}"),
    ("k: {}", "k={}"),
    ("k:\n  a: b", "k={}"),
    ("k: {a: b", NAMED),
    ("{k: a}", "k=a"),
    ("k: a\n l: b", NAMED),
    (" k: a\n l: b", "k=a l=b"),
    ("? k\n: a", "k=a"),
    ("? [k]\n: a", NAMED),
    ("k", NAMED),
    ("k : a", "k=a"),
    ("k:a", NAMED),
    (": a", NAMED),
    ("k: a\nk: b", NAMED),
    ("k: a\n\"k\": b", NAMED),
    ("K: a\nk: b", "K=a k=b"),
    ("<<: {a: b}\nk: c", "<<={} k=c"),
    // Anchors, aliases, tags, directives, documents.
    ("k: &a b", "k=b"),
    ("k: &a b\nl: *a", NAMED),
    ("k: *a", NAMED),
    ("k: &a [*a]", NAMED),
    ("d: &d {a: b}\n<<: *d", NAMED),
    ("k: !!str 1", "k=1"),
    ("k: !!str", "k="),
    ("k: !own a", "k=a"),
    ("k: ![a, b]", NAMED),
    ("k: [!own a, ![b]\t]", "k=[a|[b]]"),
    ("k: !<own:a> a", "k=a"),
    ("k: !{a: b}", NAMED),
    ("k: !!python/object:os.system a", "k=a"),
    ("k: !!binary aGk=", "k=aGk="),
    ("k: !!null", "k="),
    ("%YAML 1.1", NAMED),
    // White space and line ends.
    ("k:\ta", NAMED),
    ("\tk: a", "k=a"),
    ("k:\n\t- a", NAMED),
    ("k: a \t", "k=a"),
    ("k: a\u{85}l: b", NAMED),
    ("k: a\u{85}l", "k=a\u{85}l"),
    ("k: \u{a0}", "k=\u{a0}"),
    ("k: a\u{3000}\nl: !!str a\u{a0}", "k=a\u{3000} l=a\u{a0}"),
    ("k: a\u{2028}l", "k=a\u{2028}l"),
    ("k: \u{feff}a", NAMED),
    ("k: a\u{0}b", NAMED),
    ("k: a\u{7}b", "k=a\u{7}b"),
    ("# only words", ""),
    ("", ""),
    ("\n\nk: a\n\n", "k=a"),
];

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "~".to_owned(),
        Value::Scalar(scalar) => scalar.text.to_string(),
        Value::List(items) => {
            format!("[{}]", items.iter().map(|item| shown(&item.value)).collect::<Vec<_>>().join("|"))
        }
        Value::Map => "{}".to_owned(),
    }
}

fn told(entries: &[Entry]) -> String {
    entries.iter().map(|entry| format!("{}={}", entry.key.value, shown(&entry.value))).collect::<Vec<_>>().join(" ")
}

/// The note of a case: in plain lines, in those of Windows, behind a byte order mark.
fn notes(yaml: &str) -> [String; 3] {
    let note = format!("---\n{yaml}\n---\nbody\n");
    [note.clone(), note.replace('\n', "\r\n"), format!("\u{feff}{note}")]
}

fn outcome(note: &str) -> Result<FrontMatter<'_>, String> {
    match read(note) {
        Read::Found(front) => {
            for entry in &front.entries {
                assert!(
                    note.get(entry.span.range()).is_some() && note.get(entry.key.span.range()).is_some(),
                    "{entry:?}"
                );
            }
            Ok(front)
        }
        Read::Broken(broken) => {
            assert!(note.get(broken.span.range()).is_some(), "{broken:?}");
            assert!(!broken.help.is_empty(), "{broken:?}");
            Err(broken.message)
        }
        Read::None => Err(String::new()),
    }
}

#[test]
fn each_construct_is_read_as_meant_or_named_with_its_place() {
    let mut wrong = Vec::new();
    for (yaml, expected) in CASES {
        for note in notes(yaml) {
            let said = match outcome(&note) {
                Ok(front) => told(&front.entries),
                Err(message) if message.is_empty() => "no front matter".to_owned(),
                Err(_) => NAMED.to_owned(),
            };
            if said != *expected {
                wrong.push(format!("{note:?}: {said:?}, not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_readers_agree() {
    let mut wrong = Vec::new();
    for (yaml, _) in CASES.iter().filter(|(yaml, _)| !yaml.starts_with([' ', '\t', '{', '%', '-'])) {
        let both = [yaml.to_string(), format!("zz: {{}}\n{yaml}")].map(|yaml| notes(&yaml)[0].clone());
        let [plain, whole] = [outcome(&both[0]), outcome(&both[1])];
        let [plain, whole] = [plain, whole].map(|read| read.map(|front| told(&front.entries)).map_err(|_| NAMED));
        let plain = plain.map(|said| if said.is_empty() { "zz={}".to_owned() } else { format!("zz={{}} {said}") });
        if plain != whole {
            wrong.push(format!("{yaml:?}: {plain:?} and {whole:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_edit_spoils_any_of_it() {
    const VALUES: [&str; 5] = ["2025-03-05", "a: b # c", "[[Priya Rao]]", "no", "é\u{1f4c5}"];
    for (yaml, _) in CASES {
        for note in notes(yaml) {
            for which in 0..edit::EDITS {
                for place in 0..6 {
                    edit::hold(&note, which, place, VALUES[usize::from(which + place) % VALUES.len()]);
                }
            }
        }
    }
}

#[test]
fn the_laws_would_see_a_spoilt_note() {
    let (note, spoilt) = ("---\nk: 'a'\nl: b\n---\n", "---\nk: 'a'\nl: c\n---\n");
    let [Ok(one), Ok(other)] = [note, spoilt].map(outcome) else { panic!() };
    assert_ne!(told(&one.entries), told(&other.entries));
    assert!(CASES.iter().filter(|(_, expected)| *expected == NAMED).count() > 20 && CASES.len() > 100);
}
