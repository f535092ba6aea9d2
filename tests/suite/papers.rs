//! The letters beside thanks and requests for news: promises, check-ins, proposals, plans, allies, names.

mod table;

use interview_vault::checklist::example::{COMPANY, ME, PERSON, ROUND};
use interview_vault::letters::{Draft, Fate, Plan, Request};

use crate::letters::{Kept, body, words};
use crate::notes::Notes;
use table::table;

const PHONE: (&str, &str) = ("email: rosa@lind.example", "email: rosa@lind.example\nphone: \"+44 1632 960 007\"");
const SECOND: &str = "Rounds/2025-03-20 Harbour Glass.md";
const LIV: &str = "Contacts/Liv Moe.md";

/// The sound vault with a phone number and secrets that no letter may tell.
fn sound(today: &str) -> Notes {
    Notes::sound(today).swap(ME, PHONE.0, PHONE.1).swap(
        PERSON,
        "- hobby: mends clocks",
        "- hobby: mends clocks\n- family: two sons\n- concern: drips (from [[Liv Moe]])\n- note: wears odd socks",
    )
}

fn promising(today: &str, tasks: &str) -> Notes {
    sound(today).swap(ROUND, "## Log\n", &format!("## Promises\n{tasks}\n## Log\n"))
}

fn agreed(today: &str, wish: &str) -> Notes {
    sound(today).swap(ROUND, "check_in: email\n", wish)
}

fn undecided(today: &str) -> Notes {
    sound(today)
        .swap(COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Liv Moe]]\"")
        .swap(ROUND, "check_in: email", "check_in: any")
        .note("Interviewers/Liv Moe.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n")
}

fn needy(today: &str) -> Notes {
    sound(today).swap(
        COMPANY,
        "## Research\n",
        "## Needs\n- nobody trains the night crew\n- no spare kiln\n\n## Research\n",
    )
}

/// A second round to come, on Thursday 20 March, for which nothing is prepared.
fn booked(today: &str, more: &str) -> Notes {
    let keys = "type: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\nbooked_on: 2025-03-10\n\
                interview_date: 2025-03-20\n";
    sound(today).note(SECOND, &format!("---\n{keys}{more}\n"))
}

fn allied(today: &str) -> Notes {
    sound(today).note(LIV, "---\ntype: contact\nknows: [\"[[Ines Falk]]\"]\nrelation: lent me a kiln\n---\n")
}

/// Runs with every duty of that rule asked for by name.
fn requested(kept: &mut Kept, rule: &str) -> Plan {
    let looked = kept.look();
    let ids: Vec<String> = looked.of(rule).iter().map(|finding| finding.id(&looked.vault)).collect();
    kept.run(&Request { drafts: &ids, ..Request::default() })
}

fn draft(notes: &Notes, path: &str) -> Draft {
    let plan = requested(&mut Kept::new(notes.clone()), "wait/company-need");
    assert_eq!(plan.diagnostics, []);
    let paths: Vec<&str> = plan.drafts.iter().map(|draft| draft.path.as_str()).collect();
    plan.drafts.iter().find(|draft| draft.path == path).unwrap_or_else(|| panic!("{path} in {paths:?}")).clone()
}

fn fate(plan: &Plan, path: &str) -> Option<Fate> {
    plan.drafts.iter().find(|draft| draft.path == path).map(|draft| draft.fate)
}

#[test]
fn each_says_what_it_must_and_keeps_to_its_limit() {
    for (notes, path, limit, blanks, musts) in table() {
        let draft = draft(&notes, path);
        let text = body(&draft);
        for must in musts {
            assert!(text.contains(must), "{must:?} in\n{text}");
        }
        assert!(words(text) <= limit, "{} words in\n{text}", words(text));
        assert_eq!(draft.blanks, blanks, "{text}");
        for never in ["sons", "drips", "socks", "lent me", "spare kiln", "  ", "..", "None", "none"] {
            assert!(!text.contains(never), "{never:?} in\n{text}");
        }
    }
}

#[test]
fn stance_changes_wording_only() {
    for (notes, path, limit, blanks, _) in table() {
        let texts = ["assertive", "balanced", "reserved"].map(|stance| {
            let draft = draft(&notes.clone().config(&format!("stance = \"{stance}\"\n")), path);
            assert_eq!(draft.blanks, blanks, "{stance}: {}", draft.text);
            assert!(words(body(&draft)) <= limit, "{stance}: {}", draft.text);
            body(&draft).to_owned()
        });
        let [bold, middle, mild] = &texts;
        assert!(bold != middle && middle != mild && bold != mild, "{middle}");
        assert!(texts.iter().all(|text| text.lines().count() == middle.lines().count()), "{texts:?}");
    }
}

#[test]
fn what_is_missing_is_a_blank_but_in_the_plan() {
    let bare = |today: &str, round: &str| {
        Notes::new(today)
            .note("Me.md", "---\ntype: candidate\n---\n")
            .note("Acme.md", "---\ntype: company\n---\n## Needs\n- order\n")
            .note("R.md", &format!("---\ntype: round\ncompany: \"[[Acme]]\"\ninterview_date: 2025-03-04\n{round}"))
    };
    let met = "state: held\ninterviewers: [\"[[Ada Byrd]]\"]\n";
    for (notes, path, expected) in [
        (
            bare("2025-03-05", &format!("{met}---\n## Promises\n- [ ] Ask about the crane\n")),
            "Letters/2025-03-04 Ada Byrd promise-cover.md",
            &["⟨what came of it, in a line or two⟩", "⟨your name⟩"][..],
        ),
        (
            bare("2025-03-05", "state: held\n---\n## Promises\n- [ ] Send the plans\n"),
            "Letters/2025-03-04 Acme promise-cover.md",
            &["⟨their name⟩", "⟨your name⟩"],
        ),
        (
            bare("2025-03-06", &format!("{met}check_in_on: 2025-03-06\n---\n")),
            "Letters/2025-03-04 Ada Byrd check-in.md",
            &["⟨one new thing about the firm or the job, and where it stood⟩", "⟨your name⟩"],
        ),
        (
            bare("2025-03-20", &format!("{met}check_in_with: \"[[Bo Lund]]\"\ndecider: \"[[Ada Byrd]]\"\n---\n")),
            "Letters/2025-03-04 Ada Byrd decision-call.md",
            &["⟨your best proof, one sentence with a number⟩", "⟨your phone number⟩", "⟨your name⟩"],
        ),
        (
            bare("2025-03-05", &format!("{met}---\n"))
                .note(LIV, "---\ntype: contact\ninfluences: [\"[[Acme]]\"]\n---\n"),
            "Letters/2025-03-04 Liv Moe good-word-request.md",
            &["⟨something you did, with a number or a place⟩", "⟨your name⟩"],
        ),
        (bare("2025-03-03", "---\n"), "Letters/2025-03-04 Acme who-will-i-meet.md", &["⟨their name⟩", "⟨your name⟩"]),
        (
            bare("2025-03-03", "round: 2\n---\n"),
            "Letters/2025-03-04 Acme plan-30-60-90.md",
            &["What matters most in this job: 1 figure", "What held up: 1 page"],
        ),
    ] {
        let draft = draft(&notes, path);
        for must in expected {
            assert!(draft.text.contains(must), "{must:?} in\n{}", draft.text);
        }
        assert_eq!(draft.blanks == 0, path.contains("plan"), "{}", draft.text);
        assert!(!draft.text.contains("  ") && !draft.text.contains("()"), "{}", draft.text);
    }
}

#[test]
fn every_block_of_the_plan_has_a_number() {
    let full = booked("2025-03-17", "---");
    let unsaid = full.clone().swap(COMPANY, "- night shifts lose melts ([[Ines Falk]]) → kiln\n", "");
    let nothing = unsaid.clone().swap(COMPANY, "key_factors: [steady furnaces]\n", "");
    let sentence = full.clone().swap(COMPANY, "- night shifts lose melts", "- loses ⟨many⟩ melts at night");
    for notes in [full, unsaid, nothing, sentence] {
        let draft = draft(&notes, "Letters/2025-03-20 Harbour Glass plan-30-60-90.md");
        let blocks: Vec<&str> = body(&draft).split("\n## ").skip(1).collect();
        assert_eq!((blocks.len(), draft.blanks), (3, 0), "{}", draft.text);
        for block in blocks {
            let mut aims = block.lines().filter(|line| line.starts_with("- "));
            assert!(aims.any(|aim| aim.contains(char::is_numeric)), "{block}");
        }
        assert!(draft.to.is_none() && draft.text.contains("\ncompany: ") && !draft.text.contains("\nto: "));
    }
}

#[test]
fn a_promise_becomes_the_thing_it_brings() {
    for (task, expected) in [
        ("Send [[Ines Falk]] the kiln diary", "promised you on 4 March 2025: the kiln diary."),
        ("E-mail the drawings to [[Ines Falk|Ines]]", "promised you on 4 March 2025: the drawings."),
        ("a sketch of the kiln ([[Ines Falk]])", "promised you on 4 March 2025: a sketch of the kiln."),
        ("References 📅 2025-03-06", "promised you on 4 March 2025: References. I had named Thursday 6 March for it."),
        ("ask Per about the crane, for [[Ines Falk]]", "I promised to ask Per about the crane. That is done. ⟨what"),
    ] {
        let notes = promising("2025-03-05", &format!("- [ ] {task}\n"));
        let draft = draft(&notes, "Letters/2025-03-04 Ines Falk promise-cover.md");
        assert!(draft.text.contains(expected), "{expected:?} in\n{}", draft.text);
    }
}

#[test]
fn two_promises_to_one_person_are_two_letters_with_lives_of_their_own() {
    let (one, two) =
        ("Letters/2025-03-04 Ines Falk promise-cover.md", "Letters/2025-03-04 Ines Falk promise-cover 2.md");
    for date in ["2025-03-07", "2025-03-11"] {
        let tasks = format!(
            "- [ ] Send the kiln diary to [[Ines Falk]] 📅 2025-03-07\n- [ ] Send the gas bills to [[Ines Falk]] 📅 {date}\n"
        );
        let mut kept = Kept::new(promising("2025-03-05", &tasks));
        kept.run(&Request::default());
        assert!(kept.files[one].contains("kiln diary") && kept.files[two].contains("gas bills"), "{:?}", kept.files);
        let again = kept.run(&Request::default());
        assert!(again.drafts.iter().all(|draft| draft.fate == Fate::Current), "{again:?}");

        // The first is kept: its letter goes, the other stays as it is.
        kept.change(|notes| notes.swap(ROUND, "[ ] Send the kiln", "[x] Send the kiln"));
        let plan = kept.run(&Request::default());
        assert_eq!(kept.gone, [one]);
        assert_eq!(fate(&plan, two), Some(Fate::Current));

        // A third one is new, and is written although that name was used before.
        kept.change(|notes| {
            notes.swap(ROUND, "- [x] Send the kiln", "- [ ] Send a map to [[Ines Falk]]\n- [x] Send the kiln")
        });
        let plan = kept.run(&Request::default());
        assert_eq!((fate(&plan, one), fate(&plan, two)), (Some(Fate::Create), Some(Fate::Current)));
        assert!(kept.files[one].contains("a map") && kept.files[two].contains("gas bills"));
    }
}

#[test]
fn a_promise_that_was_sent_or_edited_keeps_its_letter() {
    let (one, two) =
        ("Letters/2025-03-04 Ines Falk promise-cover.md", "Letters/2025-03-04 Ines Falk promise-cover 2.md");
    let tasks = "- [ ] Send the kiln diary to [[Ines Falk]]\n- [ ] Send the gas bills to [[Ines Falk]]\n";
    let mut kept = Kept::new(promising("2025-03-05", tasks));
    kept.run(&Request::default());
    kept.edit(one, "sent_on:", "sent_on: 2025-03-05");
    kept.edit(two, "Dear Ines Falk", "Dear Ines");
    let plan = kept.run(&Request::default());
    // The first is history: its promise is kept.
    assert_eq!((fate(&plan, one), fate(&plan, two)), (None, Some(Fate::Edited)));
    assert_eq!((plan.drafts.len(), kept.gone.len(), kept.files.len()), (1, 0, 2), "{plan:?}");

    let hold = "type: round\nhold: [keep/promise until 2025-03-20 because she is away at sea]\n";
    let mut kept = Kept::new(promising("2025-03-05", tasks));
    kept.run(&Request::default());
    kept.change(|notes| notes.swap(ROUND, "type: round\n", hold));
    kept.run(&Request::default());
    assert_eq!((kept.gone.len(), kept.files.len()), (0, 2));
}

#[test]
fn a_proposal_is_for_the_decider_once_met_and_only_on_request() {
    let path = "Letters/2025-03-04 Ines Falk proposal.md";
    let mut kept = Kept::new(needy("2025-03-06"));
    assert_eq!(fate(&kept.run(&Request::default()), path), None);
    assert_eq!(fate(&requested(&mut kept, "wait/company-need"), path), Some(Fate::Create));
    kept.change(|notes| notes.swap(COMPANY, "nobody trains", "hardly anybody trains"));
    assert_eq!(fate(&kept.run(&Request::default()), path), Some(Fate::Refresh));

    let unmet = needy("2025-03-06").swap(COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Liv Moe]]\"").swap(
        COMPANY,
        "decider: \"[[Ines Falk]]\"",
        "decider: \"[[Olaf Berg]]\"",
    );
    draft(&unmet, "Letters/2025-03-04 Liv Moe proposal.md");
}

#[test]
fn a_plan_that_the_preparation_links_stays() {
    let path = "Letters/2025-03-20 Harbour Glass plan-30-60-90.md";
    for (bullet, stays) in [
        ("- plan: [[2025-03-20 Harbour Glass plan-30-60-90]]\n- copies: 2", true),
        ("- demo: three winters of the kiln diary", false),
    ] {
        let mut kept = Kept::new(booked("2025-03-17", "interviewers: [\"[[Ines Falk]]\"]\n---"));
        kept.run(&Request::default());
        assert!(kept.files.contains_key(path));
        kept.change(|notes| {
            notes.note(SECOND, &format!("---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\ninterview_date: 2025-03-20\ninterviewers: [\"[[Ines Falk]]\"]\n---\n## Prepare\n{bullet}\n"))
        });
        kept.run(&Request::default());
        assert_eq!(kept.files.contains_key(path), stays, "{bullet}: {:?}", kept.gone);
    }
}

#[test]
fn the_names_are_asked_for_before_the_round_and_again_after_it() {
    let (before, after) =
        ("Letters/2025-03-20 Ines Falk who-will-i-meet.md", "Letters/2025-03-20 Ines Falk who-will-i-meet 2.md");
    let mut kept = Kept::new(booked("2025-03-11", "---"));
    assert_eq!(fate(&kept.run(&Request::default()), before), Some(Fate::Create));
    kept.edit(before, "sent_on:", "sent_on: 2025-03-11");
    kept.change(|notes| notes.today("2025-03-21").swap(SECOND, "state: planned", "state: held"));
    assert_eq!(fate(&kept.run(&Request::default()), after), Some(Fate::Create));
    assert!(kept.files[after].contains("due: 2025-03-21\n"), "{}", kept.files[after]);
    kept.change(|notes| notes.swap(SECOND, "round: 2", "round: 2\ninterviewers: [\"[[Ines Falk]]\"]"));
    kept.run(&Request::default());
    assert_eq!(kept.gone, [after]);
}

#[test]
fn a_promise_without_a_link_finds_its_letter_in_the_agenda() {
    let vault = crate::desk::TestVault::nowhere().today("2025-03-05");
    let notes = [
        ("vault.toml", ""),
        ("Acme.md", "---\ntype: company\n---\n"),
        (
            "R.md",
            "---\ntype: round\ncompany: \"[[Acme]]\"\nstate: held\ninterview_date: 2025-03-04\ninterviewers: [\"[[Ada Byrd]]\"]\n---\n\
             ## Promises\n- [ ] Send the plans 📅 2025-03-06\n- [ ] Send the map to [[Ada Byrd]] 📅 2025-03-05\n",
        ),
    ];
    let vault = notes.into_iter().fold(vault, |vault, (path, text)| vault.note(path, text));
    vault.run(&["build"]);
    let agenda = vault.files().remove("Agenda.md").unwrap();
    let line = |words: &str| agenda.lines().find(|line| line.contains(words)).unwrap().to_owned();
    assert!(line("the plans").contains("[[2025-03-04 Ada Byrd promise-cover|draft]]"), "{agenda}");
    assert!(line("the map").contains("[[2025-03-04 Ada Byrd promise-cover 2|draft]]"), "{agenda}");
}
