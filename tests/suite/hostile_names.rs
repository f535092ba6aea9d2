//! Whatever things are called, every generated Markdown file reads back as the one that plain names give: the same
//! headings, lists, boxes, tables, links, blocks of code and comments, and nothing more.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use interview_vault::parse::front_matter::{Read, read};
use interview_vault::text::is_hidden;
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::desk::TestVault;

/// What a name may have in it that means something to Markdown, to Obsidian, to Mermaid, or to us.
const EVIL: [&str; 52] = [
    "[[",
    "]]",
    "[",
    "]",
    "|",
    "#",
    "##",
    "^",
    "^abcd",
    "`",
    "```",
    "~~~",
    "-->",
    "<!--",
    "%%",
    "%",
    "---",
    "***",
    "<b>",
    "</b>",
    "<script>",
    "<%",
    "{{",
    "}}",
    "${x}",
    "- [ ] x",
    "[x]",
    "(",
    ")",
    "](x.md)",
    "![",
    "\"",
    "'",
    ";",
    ":::",
    ":",
    "end",
    "subgraph",
    "click",
    "dataviewjs",
    "$= x",
    "\\",
    "&amp;",
    "#quot;",
    "📅 2025-01-01",
    "✅",
    "#task",
    "\u{202e}",
    "\u{2066}",
    "\u{7}",
    "\u{1b}[31m",
    "[due:: 2025-01-01]",
];

fn name() -> impl Strategy<Value = String> {
    let part = prop_oneof![4 => select(&EVIL[..]), 1 => select(&["a", "B", "é", " ", "1."][..])];
    prop::collection::vec(part, 1..4).prop_map(|parts| parts.join(" "))
}

/// A path in a link of Markdown, which can name any file.
fn linked(path: &str) -> String {
    let encoded: String = path.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("[x](<{encoded}>)")
}

/// A vault with something of everything, in which each is called by a plain word and then so.
fn vault(evil: &str) -> TestVault {
    let [company, person, ally] = ["Acme", "Zoe", "Liv"].map(|word| format!("{word} {evil} End"));
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let company_path = format!("Companies/{company}.md");
    let [company_link, person_link, ally_link] =
        [&company_path, &format!("Interviewers/{person}.md"), &format!("Contacts/{ally}.md")]
            .map(|path| quoted(&linked(path.trim_end_matches(".md"))));
    let said = quoted(&format!("Keeper {evil} of the kiln"));
    let round = |state: &str, date: &str, rest: &str| {
        format!(
            "---\ntype: round\ncompany: {company_link}\nstate: {state}\ninterview_date: {date}\nbooked_on: 2025-02-20\n\
             interviewers: [{person_link}]\n{rest}---\n"
        )
    };
    TestVault::new()
        .today("2025-03-06")
        .note("Me.md", &format!("---\ntype: candidate\nfull_name: {said}\nemail: me@acme.example\n---\n"))
        .note(
            &company_path,
            &format!(
                "---\ntype: company\nstatus: waiting\nposition: {said}\ncontact: {person_link}\napplied_on: 2025-02-01\n---\n"
            ),
        )
        .note(
            &format!("Interviewers/{person}.md"),
            &format!("---\ntype: interviewer\ncompany: {company_link}\nhiring_role: supervisor\nposition: {said}\nemail: z@acme.example\n---\n"),
        )
        .note(
            &format!("Contacts/{ally}.md"),
            &format!("---\ntype: contact\nrelation: {said}\nknows: [{person_link}]\ninfluences: [{company_link}]\n---\n"),
        )
        .note(
            "Rounds/one.md",
            &format!(
                "{}## Promises\n- [ ] Send the diary 📅 2025-03-07\n\n## Log\n- 2025-03-05 phone from {}: soon\n",
                round("held", "2025-03-04", "hear_by: 2025-03-05\n"),
                person_link.trim_matches('"')
            ),
        )
        .note("Rounds/two.md", &round("planned", "2025-03-07", ""))
        .note("Testimonials/one.md", &format!("---\ntype: testimonial\nauthor: {said}\nmay_quote: true\n---\n## Quote\n> Well kept.\n"))
        .note("Letters/mine.md", &format!("---\ntype: letter\ndocument: thank-you-email\nto: {ally_link}\nsent_on: 2025-03-01\n---\nDear\n"))
}

/// The generated files, by path.
fn generated(vault: &TestVault) -> BTreeMap<String, String> {
    let before = vault.files();
    let ran = vault.run(&["build"]);
    let files: BTreeMap<_, _> = vault.files().into_iter().filter(|(path, _)| !before.contains_key(path)).collect();
    let again = vault.run(&["build"]);
    assert_eq!((&ran.err, &again.err), (&again.err, &ran.err), "twice");
    for (path, text) in &files {
        assert!(&vault.read(path) == text, "{path}: twice\n{text}\n{}", vault.read(path));
    }
    files
}

/// The keys of the front matter, and the body.
fn split(text: &str) -> (Vec<String>, &str) {
    match read(text) {
        Read::Found(front) => {
            (front.entries.iter().map(|entry| format!("key {}", entry.key.value)).collect(), &text[front.body..])
        }
        _ => (Vec::new(), text),
    }
}

/// What a reader of Markdown, and Obsidian, make of a file, but for its words.
fn shape(text: &str) -> Vec<String> {
    let mut shape = Vec::new();
    let (keys, body) = split(text);
    shape.extend(keys);
    let options = Options::ENABLE_WIKILINKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    // Our own comments hold file names, which nobody sees; that they end where they should is counted below.
    let seen: String = body.split_inclusive('\n').filter(|line| !line.starts_with("%% vault:")).collect();
    let mut code: Option<String> = None;
    for event in Parser::new_ext(&seen, options) {
        match event {
            // A name that no link can hold is given as plain words; where the others lead is asked elsewhere.
            Event::Start(
                Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Link { link_type: LinkType::WikiLink { .. }, .. },
            ) => {}
            Event::Start(Tag::CodeBlock(kind)) => {
                shape.push(match kind {
                    CodeBlockKind::Fenced(language) => format!("code {language}"),
                    CodeBlockKind::Indented => "indented code".to_owned(),
                });
                code = Some(String::new());
            }
            Event::End(TagEnd::CodeBlock) => {
                shape.extend(code.take().unwrap_or_default().lines().map(diagram));
            }
            Event::Start(Tag::Heading { level, .. }) => shape.push(format!("heading {level}")),
            Event::Start(tag) => shape.push(format!("{tag:?}").chars().take_while(|c| c.is_alphanumeric()).collect()),
            Event::Text(words) => {
                if let Some(code) = &mut code {
                    code.push_str(&words);
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => shape.push(format!("html {}", html.starts_with("<!--"))),
            Event::TaskListMarker(is_done) => shape.push(format!("box {is_done}")),
            Event::Code(_) => shape.push("code".to_owned()),
            Event::Rule => shape.push("rule".to_owned()),
            _ => {}
        }
    }
    // What only Obsidian and its plugins see: comments, ids, templates.
    let unescaped = body.replace("\\\\", "x").replace("\\%", "").replace("\\{", "");
    shape.extend(
        ["%%", "{{", "<%"].map(|mark| format!("{mark} {}", unescaped.replace("\\<", "").matches(mark).count())),
    );
    let is_id =
        |line: &&str| line.rsplit_once(" ^").is_some_and(|(_, id)| id.chars().all(|c| c.is_ascii_alphanumeric()));
    shape.push(format!("ids {}", body.lines().filter(is_id).count()));
    shape.push(format!("lines {}", body.lines().filter(|line| line.trim_start().starts_with("- [")).count()));
    shape
}

/// Where the wikilinks of a file lead; of an escaped bar in a table, this reader leaves the backslash.
fn targets(text: &str) -> Vec<String> {
    let links = Parser::new_ext(split(text).1, Options::ENABLE_WIKILINKS | Options::ENABLE_GFM);
    let target = |event| match event {
        Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. }) => {
            Some(dest_url.trim_end_matches('\\').to_owned())
        }
        _ => None,
    };
    links.filter_map(target).collect()
}

/// A line of a picture: its first word, and what opens and closes in it.
fn diagram(line: &str) -> String {
    let first = line.split_whitespace().next().unwrap_or_default();
    let first =
        if first.chars().all(char::is_alphabetic) && !first.starts_with(char::is_uppercase) { first } else { "…" };
    format!("picture {first} {} {}", line.matches('"').count(), line.matches(['[', ']']).count())
}

fn compared(evil: &str) -> Result<(), TestCaseError> {
    static PLAIN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| generated(&vault("Harbour")));
    let plain = &*PLAIN;
    let named = vault(evil);
    let hostile = generated(&named);
    let files = named.files();
    let is_there = |target: &String| {
        files.keys().any(|path| path == &format!("{target}.md") || path.ends_with(&format!("/{target}.md")))
    };
    let paths = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    prop_assert!(plain.len() > 4, "{:?}", paths(plain));
    prop_assert_eq!(plain.len(), hostile.len(), "{:?} {:?}", paths(plain), paths(&hostile));
    for ((plain_path, plain), (path, text)) in plain.iter().zip(&hostile) {
        let (wanted, there) = (shape(plain), shape(text));
        let differs = wanted.iter().zip(&there).position(|(one, other)| one != other);
        let at = differs.map(|at| (&wanted[at.saturating_sub(2)..=at], &there[at.saturating_sub(2)..=at]));
        prop_assert_eq!(&wanted, &there, "{} {}: {:?}\n{}", plain_path, path, at, text);
        prop_assert!(!text.chars().any(is_hidden), "{}: {:?}", path, text);
        let lost: Vec<String> = targets(text).into_iter().filter(|target| !is_there(target)).collect();
        prop_assert!(lost.is_empty(), "{}: {:?} lead nowhere\n{}", path, lost, text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_name_changes_the_shape_of_a_generated_file(evil in name()) {
        compared(&evil)?;
    }
}

#[test]
fn no_mark_alone_changes_it_either() {
    for evil in EVIL {
        compared(evil).unwrap_or_else(|error| panic!("{evil:?}: {error}"));
    }
}

#[test]
fn the_shape_would_show_a_break() {
    let page = "# A\n\n- [ ] one [[x]] ^id\n\n```mermaid\npie\n  \"a\" : 1\n```\n\n%% end %%\n";
    for (from, to) in [
        ("one", "one [[y]]"),
        ("one", "`one`"),
        ("one", "one\n- [ ] two"),
        ("\"a\"", "\"a\"\""),
        ("pie", "pie\n```"),
        ("# A", "# A %%"),
        ("one", "one <b>"),
        ("^id", "^id x"),
        ("# A", "A"),
    ] {
        let broken = page.replacen(from, to, 1);
        assert_ne!((shape(page), targets(page)), (shape(&broken), targets(&broken)), "{from:?} {to:?}");
    }
}
