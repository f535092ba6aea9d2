//! The search as one page: what stands on it, that nothing of the notes acts, and that nothing private is shared.

use interview_vault::cli::Exit;

use crate::desk::TestVault;

const DAY: &str = "2025-03-12";

/// A vault with words of the user's in every key and section there is. `zq` begins each of them, and nothing else;
/// every `@` becomes another word.
const MARKED: [(&str, &str); 9] = [
    (
        "Me.md",
        "---\ntype: candidate\nfull_name: zqme\nemail: zq@zq.example\nphone: \"@\"\npost_address: [\"@\"]\nwebsite: \"@\"\n---\n\
         ## Pitch\n@\n\n## Accomplishments\n- zqproof: @ 40 % @\n\n## Key facts\n- zqfact: @\n\n## Answers\n- @ → @\n\n# @\n@\n",
    ),
    (
        "Companies/Zqfirm.md",
        "---\ntype: company\nposition: \"@\"\nstatus: waiting\napplied_on: 2025-02-20\noutlook: hopeful\n\
         contact: \"[[Zqann]]\"\nkey_factors: [\"@\"]\nposting_terms: [\"@\"]\npost_address: [\"@\"]\nwebsite: \"@\"\npay: \"@ 70,000\"\n\
         hold: [\"wait/company-need until 2025-04-01 because @ @ @\"]\n---\n## Posting\n@\n\n\
         ## Challenges\n- @ ([[Zqann]]) → zqproof\n\n## Needs\n- @ @ @\n\n## Rivals\n- @\n\n\
         ## Research\n- 2025-02-21: @\n- 2025-02-22 role: @\n- 2025-02-23 [[Zqann]]: @\n- 2025-02-24 [[Zqout]]: @\n",
    ),
    (
        "Companies/Zqover.md",
        "---\ntype: company\nposition: \"@\"\nstatus: rejected\ndecided_on: 2025-03-10\nlesson: \"@\"\n---\n",
    ),
    (
        "Interviewers/Zqann.md",
        "---\ntype: interviewer\ncompany: \"[[Zqfirm]]\"\nname_prefix: \"@\"\njob_title: \"@\"\nhiring_role: decider\n\
         email: zq@zq.example\nphone: \"@\"\nbond: \"@\"\ntold_by: \"[[Zqally]]\"\n---\n\
         ## Profile\n- family: zqsecret @\n- background: zqsecret @ (from [[Zqbob]])\n- note: zqsecret @\n",
    ),
    ("Contacts/Zqally.md", "---\ntype: contact\nemail: zq@zq.example\nrelation: \"@\"\nknows: [\"[[Zqann]]\"]\n---\n"),
    ("Testimonials/Zqvane.md", "---\ntype: testimonial\nauthor: \"@\"\norganisation: \"@\"\n---\n## Quote\n> @\n"),
    (
        "Rounds/Zqround.md",
        "---\ntype: round\ncompany: \"[[Zqfirm]]\"\nstate: held\nbooked_on: 2025-02-25\ninterview_date: 2025-03-11\n\
         interview_time: \"@\"\ninterviewers: [\"[[Zqann]]\", Zqbob]\nhear_by: 2025-03-14\nhear_by_said: \"@\"\nnext_step: \"@\"\n\
         steps_when: \"@\"\nother_steps: [\"@\"]\nplay_up: [\"@\"]\ncheck_in_with: \"[[Zqout]]\"\ncheck_in_on: 2025-03-13\nquiet_until: 2025-03-13\n---\n\
         ## Questions\n- Q: @\n  A: @\n\n## Close\n### [[Zqann]]\n- standing: @\n- support: yes, @\n- moment: @\n\
         - concerns: @ → @\n- advice: @\n- about [[Zqbob]]: zqsecret @\n### Zqbob\n- support: unsure, @\n- next: @\n\n\
         ## Promises\n- [ ] Send @ to [[Zqann]] 📅 2025-03-12\n- [x] Bring @ to Zqbob 📅 2025-03-12 ✅ 2025-03-12\n\n## Scrawl\n@\n\n\
         ## Log\n- 2025-03-11 email thank-you to [[Zqann]]: @\n- 2025-03-12 phone other from [[Zqout]]: @\n- 2025-03-12 email good-word to [[Zqally]]: @\n\n\
         ## Bold move\n@\n",
    ),
    (
        "Rounds/Zqnext.md",
        "---\ntype: round\ncompany: \"[[Zqfirm]]\"\nstate: planned\ninterview_date: 2025-03-13\ninterview_time: \"@\"\n\
         interviewers: [\"[[Zqann]]\", Zqbob]\n---\n## Prepare\n- plan: @\n- fit job: @\n",
    ),
    (
        "Letters/Zqletter.md",
        "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Zqfirm]]\"\nfor_round: \"[[Zqround]]\"\nto: \"[[Zqbob]]\"\n\
         sent_on: 2025-03-12\n---\n# @\n@\n",
    ),
];

/// The marked vault, and how many words of the user's are in it.
fn marked() -> (TestVault, usize) {
    let mut count = 0;
    let vault = MARKED.iter().fold(TestVault::new().today(DAY), |vault, (path, text)| {
        let mut words = String::new();
        for (at, piece) in text.split('@').enumerate() {
            // The `@` of an address stays one.
            if at > 0 && piece.starts_with("zq.") {
                words.push('@');
            } else if at > 0 {
                count += 1;
                words.push_str(&format!("zqw{count}zq"));
            }
            words.push_str(piece);
        }
        vault.note(path, &words)
    });
    (vault, count)
}

fn page(vault: &TestVault, args: &[&str]) -> String {
    let args: Vec<&str> = std::iter::once("report").chain(args.iter().copied()).collect();
    vault.run(&args).fine().out
}

/// The tags of a page, and the text between them.
fn taken_apart(page: &str) -> (Vec<String>, String) {
    let body = page.split_once("</style>").unwrap().1;
    let pieces = body.split('<').skip(1).map(|piece| piece.split_once('>').unwrap_or_else(|| panic!("{piece}")));
    let (tags, words): (Vec<&str>, Vec<&str>) = pieces.unzip();
    (tags.into_iter().map(str::to_owned).collect(), words.concat())
}

#[test]
fn a_page_to_share_has_no_word_of_the_notes() {
    let (vault, count) = marked();
    let shared = page(&vault, &["--redact"]).to_lowercase();
    let words: Vec<&str> = shared.split_whitespace().filter(|word| word.contains("zq")).collect();
    assert!(words.is_empty(), "{words:?}");
    for hidden in [".example", "70,000", "40 %", ".md", "mailto:", "tel:"] {
        assert!(!shared.contains(hidden), "{hidden}");
    }
    // The control: the page for oneself tells all that a page tells, so the words above could have got there.
    let own = page(&vault, &[]);
    for word in ["The search of zqme", "Zqfirm", "Zqover", "Zqann", "Zqbob", "Zqout", "Zqally"] {
        assert!(own.contains(word), "{word}");
    }
    let told = (1..=count).filter(|at| own.contains(&format!("zqw{at}zq"))).count();
    assert!(told >= 14, "{told} of {count} words are told");
    // What is private is for the prep sheet alone.
    assert!(!own.contains("zqsecret"), "{own}");
}

#[test]
fn a_shared_page_calls_everybody_by_one_name_throughout() {
    let (vault, _) = marked();
    let shared = page(&vault, &["--redact"]);
    let (_, words) = taken_apart(&shared);
    // The firm was applied to before the other was heard of; its people come in the order of the round.
    for expected in [
        "Company A round 1",
        "Company B",
        "round 1 with Interviewer 1 and Interviewer 2",
        "you: thank-you by e-mail to Interviewer 1",
        "phone call from somebody",
        "good-word by e-mail to Contact 1",
        "research on the company",
        "research on the role",
        "research on Interviewer 1",
        "Keep a promise to Interviewer 1",
        "A job search",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
    // One more note changes no name.
    let more = "---\ntype: company\napplied_on: 2025-03-11\n---\n";
    let later = page(&vault.note("Companies/Aardvark.md", more), &["--redact"]);
    assert!(
        later.contains("Company A round 1") && later.contains("Company C") && !later.contains("Aardvark"),
        "{later}"
    );
}

#[test]
fn no_words_of_a_note_become_part_of_the_page() {
    let with = |words: &str| {
        let quoted = serde_json::to_string(words).unwrap();
        let vault = TestVault::new()
            .today(DAY)
            .note("Me.md", &format!("---\ntype: candidate\nfull_name: {quoted}\n---\n"))
            .note(
                "Firm.md",
                &format!(
                    "---\ntype: company\nposition: {quoted}\nlesson: {quoted}\nstatus: waiting\n---\n\
                     ## Research\n- 2025-03-01 role: x {words}\n"
                ),
            )
            .note(
                "Round.md",
                &format!(
                    "---\ntype: round\ncompany: \"[[Firm]]\"\nstate: held\ninterview_date: 2025-03-10\ninterviewers: [{quoted}]\n---\n\
                     ## Close\n- support: yes, x {words}\n\n## Promises\n- [ ] x {words} 📅 2025-03-13\n\n## Log\n- 2025-03-11 email thank-you: x {words}\n"
                ),
            );
        page(&vault, &[])
    };
    let (tags, words) = taken_apart(&with("harmless"));
    assert!(words.matches("harmless").count() >= 6, "{words}");
    for (hostile, shown) in [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("</style><img src=x onerror=alert(1)>", "&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("\" onclick=\"alert(1)", "&quot; onclick=&quot;alert(1)"),
        ("' style='x", "&#39; style=&#39;x"),
        ("&lt;b&gt; &amp;", "&amp;lt;b&amp;gt; &amp;amp;"),
        ("</title></head>", "&lt;/title&gt;&lt;/head&gt;"),
        ("{{ 1 + 1 }}", "{{ 1 + 1 }}"),
        ("turned \u{202e}round", "turned \\u{202e}round"),
        ("a \u{1b}[31m b", "a \\u{1b}[31m b"),
    ] {
        let page = with(hostile);
        let (same, words) = taken_apart(&page);
        assert_eq!(same, tags, "{hostile}");
        assert!(words.contains(shown), "{hostile}\n{words}");
        assert!(!page.contains(['\u{202e}', '\u{1b}']), "{hostile}");
        assert_eq!(page.matches("</title>").count(), 1, "{hostile}");
        assert_eq!(page.matches("<style>").count(), 1, "{hostile}");
    }
}

#[test]
fn the_page_needs_nothing_but_itself_and_says_so() {
    let (vault, _) = marked();
    let page = page(&vault, &[]);
    assert!(page.starts_with("<!doctype html><html lang=\"en\"><head>"), "{page}");
    assert!(page.contains("content=\"default-src &#39;none&#39;;"), "{page}");
    for sign in
        ["<script", "<link", "<img", "<iframe", "<object", "<form", "url(", "@import", "://", " style=", " onclick="]
    {
        assert!(!page.contains(sign), "{sign}");
    }
}

#[test]
fn every_part_of_the_search_is_on_the_page() {
    let (vault, _) = marked();
    let (tags, words) = taken_apart(&page(&vault, &[]));
    let count = |start: &str| tags.iter().filter(|tag| tag.starts_with(start)).count();
    assert_eq!((count("h1"), count("main"), count("article"), count("table"), count("caption")), (1, 1, 2, 1, 1));
    assert_eq!(count("section id="), 5);
    // Every link leads to a place of the page.
    for link in tags.iter().filter_map(|tag| tag.strip_prefix("a href=\"#")) {
        let id = format!("id=\"{link}");
        assert_eq!(tags.iter().filter(|tag| tag.contains(&id)).count(), 1, "{link}");
    }
    // Every cell of a heading says what it heads.
    assert!(tags.iter().filter(|tag| tag.starts_with("th ") || *tag == "th").all(|tag| tag.contains("scope=")));
    for expected in
        ["Interview ahead 1", "Rejected 1", "2 of 2", "people thanked by the day after the interview", "Learnt: "]
    {
        assert!(words.replace('\n', "").contains(expected), "{expected}\n{words}");
    }
}

#[test]
fn a_day_without_anything_to_do_says_so_to_every_reader() {
    let fresh = "---\ntype: company\napplied_on: 2025-03-11\n---\n";
    let fresh = TestVault::new().today(DAY).note("Firm.md", fresh);
    for args in [&[][..], &["--redact"]] {
        let (_, words) = taken_apart(&page(&fresh, args));
        assert!(words.contains("Nothing to do today"), "{args:?} {words}");
        let (_, words) = taken_apart(&page(&marked().0, args));
        assert!(!words.contains("Nothing to do today"), "{args:?} {words}");
    }
}

#[test]
fn an_empty_vault_has_a_page_too() {
    let (tags, words) = taken_apart(&page(&TestVault::new(), &[]));
    assert!(words.contains("no application in these notes yet"), "{words}");
    assert!(!tags.iter().any(|tag| tag.starts_with("table") || tag.starts_with("nav")), "{tags:?}");
}

#[test]
fn the_same_notes_and_day_give_the_same_bytes() {
    let (vault, _) = marked();
    let first = page(&vault, &[]);
    assert_eq!(page(&vault, &[]), first);
    assert_ne!(page(&vault, &["--today", "2025-03-20"]), first);
    // Line ends and a byte order mark are no words.
    let windows = vault
        .files()
        .iter()
        .filter(|(path, _)| path.as_str() != "vault.toml")
        .fold(TestVault::new().today(DAY), |to, (path, text)| {
            to.note(path, &format!("\u{feff}{}", text.replace('\n', "\r\n")))
        });
    assert_eq!(page(&windows, &[]), first);
}

#[test]
fn a_page_goes_where_the_user_says_and_over_nobodys_file() {
    let (vault, _) = marked();
    let before = vault.files();
    let write = ["report", "--output", "search.html"];
    assert_eq!(vault.run(&["report", "--output", "search.html", "--dry-run"]).fine().out, "would write search.html\n");
    assert_eq!(vault.files(), before);
    assert_eq!(vault.run(&write).fine().out, "wrote search.html\n");
    assert_eq!(vault.read("search.html"), page(&vault, &[]));
    assert_eq!(vault.run(&write).fine().out, "nothing to write: this is in search.html\n");
    // An earlier page of ours goes, whatever was asked for; what somebody changed stays.
    vault.run(&["report", "--redact", "--output", "search.html"]).fine();
    assert_eq!(vault.read("search.html"), page(&vault, &["--redact"]));
    let vault = vault.note("search.html", "mine");
    assert!(vault.run(&write).ended(Exit::Findings).err.contains("search.html is not written"));
    assert_eq!(vault.read("search.html"), "mine");
    let refused = vault.run(&["report", "--output", "Me.md"]).ended(Exit::Findings);
    assert!(refused.err.contains("Me.md is not written"), "{refused:?}");
    assert_eq!(vault.read("Me.md"), before["Me.md"]);
    assert!(page(&vault, &["--output", "-"]).starts_with("<!doctype html>"));
    vault.run(&["report", "--dry-run"]).ended(Exit::Failed);
}

#[test]
fn thanks_count_as_in_time_by_the_day_after() {
    let told = |log: &str, config: &str, today: &str| {
        let vault = TestVault::new()
            .today(today)
            .note("vault.toml", config)
            .note("Firm.md", "---\ntype: company\n---\n")
            .note(
                "Round.md",
                &format!("---\ntype: round\ncompany: \"[[Firm]]\"\nstate: held\ninterview_date: 2025-03-10\ninterviewers: [Ann]\n---\n## Log\n{log}"),
            );
        let (_, words) = taken_apart(&page(&vault, &[]));
        let rate = words.contains("of thanks in time").then(|| words.contains("100%"));
        let line = words.lines().find_map(|line| line.split_once("round 1: ").map(|(_, how)| how.to_owned()));
        (rate, line.unwrap_or_default())
    };
    for (log, today, rate, line) in [
        ("- 2025-03-11 email thank-you to [[Ann]]\n", DAY, Some(true), "in time"),
        ("- 2025-03-12 post thank-you to [[Ann]]\n", DAY, Some(false), "1 day late"),
        ("", DAY, Some(false), "not yet"),
        ("", "2025-03-11", None, "due Tue 11 Mar"),
    ] {
        let found = told(log, "", today);
        assert_eq!((found.0, found.1.as_str()), (rate, line), "{log} {today}");
    }
    // What was due before the search was written down is history.
    assert_eq!(told("", "since = \"2025-03-12\"\n", DAY).0, None);
}
