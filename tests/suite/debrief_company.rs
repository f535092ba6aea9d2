//! `vault debrief` asks what the rules about the company would ask for next: who decides, what was told of those to come,
//! what the letters live on.

use interview_vault::cli::Exit;

use crate::desk::TestVault;

const ROUND: &str = "Rounds/2025-03-04 Northgate Dairy.md";
const COMPANY: &str = "Companies/Northgate Dairy.md";
const RULES: [&str; 5] = ["check", "--hints", "--format", "concise", "--only=close/decider,close/about,thank/facts"];

fn vault() -> TestVault {
    let round = "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\ninterview_date: 2025-03-04\n\
                 interviewers: [\"[[Priya Rao]]\"]\nstate: held\nnext_interviewers: [\"[[Tom Beck]]\"]\n---\n\n\
                 ## Close\n\n- moment: the vans\n- challenge: late vans\n";
    TestVault::new()
        .today("2025-03-04")
        .note(COMPANY, "---\ntype: company\nstatus: interviewing\nkey_factors: []\n---\n")
        .note("Interviewers/Priya Rao.md", "---\ntype: interviewer\n---\n")
        .note("Interviewers/Tom Beck.md", "---\ntype: interviewer\n---\n")
        .note(ROUND, round)
}

#[test]
fn flags_answer_what_the_rules_would_ask_next() {
    let vault = vault();
    let nagged = vault.run(&RULES).fine().out;
    for rule in ["close/decider", "close/about", "thank/facts"] {
        assert!(nagged.contains(rule), "{nagged}");
    }
    let missing = vault.run(&["debrief"]).fine().out;
    for flag in ["--decider …", "--about \"Priya Rao=Tom Beck: …\"", "--key-factors …", "--posting-terms …"] {
        assert!(missing.contains(flag), "{flag} in {missing}");
    }
    let args = [
        "debrief",
        "--decider",
        "Greta Moss",
        "--about",
        "Priya=Tom Beck: likes short answers",
        "--key-factors",
        "on-time delivery, few losses",
        "--posting-terms",
        "cold chain",
    ];
    vault.run(&args).fine();
    let (round, company) = (vault.read(ROUND), vault.read(COMPANY));
    assert!(round.contains("decider: \"[[Greta Moss]]\"\n"), "{round}");
    assert!(round.contains("- about [[Tom Beck]]: likes short answers\n"), "{round}");
    assert!(company.contains("on-time delivery") && company.contains("cold chain"), "{company}");
    assert!(vault.read("Interviewers/Greta Moss.md").contains("[[Northgate Dairy]]"));
    assert_eq!(vault.run(&RULES).fine().out, "");
    let before = vault.files();
    vault.run(&args).fine();
    assert_eq!(vault.files(), before, "it is written once");
    let left = vault.run(&["debrief"]).fine().out;
    assert!(!left.contains("--decider") && !left.contains("--about") && !left.contains("--key-factors"), "{left}");
}

#[test]
fn what_they_would_not_say_of_one_is_not_asked_of_the_next() {
    let vault = vault();
    let several = vault.read(ROUND).replace("\"[[Tom Beck]]\"", "\"[[Tom Beck]]\", \"[[Uma Lind]]\"");
    let vault = vault.note(ROUND, &several);
    // Everything before is skipped with Enter.
    let asked = || vault.talk(&["debrief", "--dry-run"], &[""; 60]).fine().err;
    assert!(asked().contains("tell you about Tom Beck?") && asked().contains("tell you about Uma Lind?"));
    vault.run(&["debrief", "--about", "Priya=-"]).fine();
    assert!(vault.read(ROUND).contains("- about: declined\n"), "{}", vault.read(ROUND));
    assert!(!asked().contains("tell you about"), "{}", asked());
}

#[test]
fn somebody_met_before_or_here_is_no_question_and_a_slip_is_named() {
    let vault = vault();
    let here = vault.read(ROUND).replace("[\"[[Tom Beck]]\"]", "[\"[[Priya Rao]]\"]");
    let met = vault.note(ROUND, &here);
    assert!(!met.run(&["debrief"]).fine().out.contains("--about"));
    let before = met.files();
    for (args, words) in [
        (["debrief", "--about", "Priya Rao=likes short answers"], "say about whom"),
        (["debrief", "--key-factors", "missed"], "write the words themselves"),
    ] {
        let ran = met.run(&args).ended(Exit::Failed);
        assert!(ran.err.contains(words), "{ran:?}");
    }
    assert_eq!(met.files(), before);
}
