//! Letters and sheets for odd facts: words that bring their own stop, names with something behind them, challenges
//! that are no phrase, nobody named.

use crate::desk::TestVault;
use crate::notes::Notes;

const ME: &str = "---\ntype: candidate\nfull_name: Rosa Lind\n---\n## Accomplishments\n- kiln: cut kiln losses by 6%\n";
const ROUND: &str = "---\ntype: round\ncompany: \"[[Pell & Co.]]\"\nstate: held\ninterview_date: 2025-03-04\n\
                     interviewers: [Ian Rao Jr.]\n---\n";

/// A first round at Pell & Co. with this Close, whose company's note has this body.
fn met(close: &str, company: &str) -> TestVault {
    TestVault::new()
        .note("Me.md", ME)
        .note("Pell & Co..md", &format!("---\ntype: company\nstatus: interviewing\nrivals: 1\n---\n{company}"))
        .note("Interviewers/Ian Rao Jr..md", "---\ntype: interviewer\nname_prefix: Mr\n---\n")
        .note("R1.md", &format!("{ROUND}## Close\n{close}"))
        .today("2025-03-05")
}

fn built(vault: &TestVault, path: &str) -> String {
    vault.run(&["build"]).fine();
    vault.read(path)
}

#[test]
fn what_brings_its_own_stop_gets_no_second_and_a_suffix_is_no_family_name() {
    let vault = met("- moment: the night crew\n- concerns: why so many moves? → each was a step up\n", "");
    let letter = built(&vault, "Letters/2025-03-04 Ian Rao Jr. thank-you-email.md");
    assert!(letter.contains("Dear Mr Rao,"), "{letter}");
    assert!(letter.contains("Pell & Co.\n") && letter.contains("moves? My answer"), "{letter}");
    assert!(!letter.contains("Co..\n") && !letter.contains("?."), "{letter}");
}

#[test]
fn a_doubt_in_their_words_becomes_a_blank_and_no_answer_is_none() {
    let vault = met("- moment: the night crew\n- concerns: You've never led nights → I did, for two winters\n", "");
    let letter = built(&vault, "Letters/2025-03-04 Ian Rao Jr. thank-you-email.md");
    assert!(letter.contains("⟨in your words: You've never led nights⟩"), "{letter}");
    assert!(letter.contains("I did, for two winters."), "{letter}");
    let vault = met("- moment: the night crew\n- concerns: no nights so far → declined\n", "");
    let letter = built(&vault, "Letters/2025-03-04 Ian Rao Jr. thank-you-email.md");
    assert!(!letter.contains("declined") && !letter.contains("no nights"), "{letter}");
}

#[test]
fn a_promise_noted_as_it_was_spoken_reads_as_one() {
    let promises =
        "## Promises\n- [ ] I'll send the kiln diary to [[Ian Rao Jr.]]\n- [ ] Menu draft to [[Ian Rao Jr.]]\n";
    let letter = built(
        &met(&format!("- moment: the night crew\n{promises}"), ""),
        "Letters/2025-03-04 Ian Rao Jr. thank-you-email.md",
    );
    assert!(letter.contains("I promised to send the kiln diary to you."), "{letter}");
    assert!(letter.contains("I also promised you this: Menu draft;"), "{letter}");
}

#[test]
fn a_heading_with_the_name_that_one_alone_has_is_theirs() {
    let hints = |close: &str| {
        let vault = met("", "").note("R1.md", &format!("{}## Close\n{close}", ROUND.replace("Jr.]", "Jr., Ian Moss]")));
        vault.run(&["check", "--hints", "--format", "concise"]).out
    };
    let open = |close: &str| hints(close).contains("no word whether Ian Moss will back you");
    assert!(open("### [[Ian Rao Jr.]]\n- support: yes\n"));
    assert!(!open("### Moss\n- support: yes\n") && !hints("### Moss\n- support: yes\n").contains("none of this round"));
    assert!(open("### Ian\n- support: yes\n") && hints("### Ian\n- support: yes\n").contains("none of this round"));
}

#[test]
fn an_accomplishment_without_a_label_is_pointed_at() {
    let vault = met("", "").note("Me.md", &format!("{ME}- I led two shifts\n- none\n- \n"));
    let out = vault.run(&["check", "--hints", "--only", "note/bullet", "--format", "concise"]).out;
    assert!(
        out.starts_with("Me.md:7:1: hint[note/bullet]: this bullet has no label") && out.lines().count() == 1,
        "{out}"
    );
}

#[test]
fn a_moment_told_in_quotation_marks_is_found_in_the_letter() {
    let path = "Letters/2025-03-04 Ian Rao Jr. card.md";
    let lints = |words: &str| {
        let keys = "type: letter\ndocument: thank-you-card\nfor_round: \"[[R1]]\"\nto: \"[[Ian Rao Jr.]]\"\n";
        let card = format!("---\n{keys}company: \"[[Pell & Co.]]\"\n---\nDear Mr Rao,\n\nThank you. {words}\n");
        let vault = met("- moment: “the long night shift”\n", "").note(path, &card);
        vault.run(&["check", "--hints", "--only", "letter/moment", "--format", "concise"]).out
    };
    assert!(!lints("I keep thinking about “the long night shift”.").contains("letter/moment"));
    assert!(lints("I keep thinking about “the tea”.").contains("letter/moment"));
}

#[test]
fn a_plan_for_everybody_leaves_out_what_is_no_challenge_as_it_stands() {
    let company = "## Challenges\n- I see too many empty returns\n- weekend deliveries miss their slots → kiln\n";
    let second = "---\ntype: round\ncompany: \"[[Pell & Co.]]\"\ninterview_date: 2025-03-12\n---\n";
    let vault = met("", company).note("R2.md", second).today("2025-03-11");
    let plan = built(&vault, "Letters/2025-03-12 Pell & Co. plan-30-60-90.md");
    assert!(plan.contains("- Weekend deliveries miss their slots: 1 figure"), "{plan}");
    assert!(plan.contains("- The figure better") && !plan.contains("empty returns"), "{plan}");
    let card = built(&vault, "Sheets/2025-03-12 Pell & Co. closing-card.md");
    assert!(card.contains("\"Thank you for the time you gave me.\""), "{card}");
}

#[test]
fn a_proposal_without_proof_leaves_no_gap() {
    let notes = Notes::new("2025-03-05")
        .note("Me.md", "---\ntype: candidate\nfull_name: Rosa Lind\n---\n")
        .note("Acme.md", "---\ntype: company\ncontact: \"[[Ian Rao]]\"\n---\n## Needs\n- order\n")
        .note("Ian Rao.md", "---\ntype: interviewer\n---\n")
        .note("R.md", &ROUND.replace("Pell & Co.", "Acme").replace("Ian Rao Jr.", "\"[[Ian Rao]]\""));
    let mut kept = crate::letters::Kept::new(notes);
    let looked = kept.look();
    let ids: Vec<String> = looked.of("wait/company-need").iter().map(|finding| finding.id(&looked.vault)).collect();
    let request = interview_vault::letters::Request { drafts: &ids, ..Default::default() };
    let plan = kept.run(&request);
    let proposal = plan.drafts.iter().find(|draft| draft.path.ends_with("proposal.md")).unwrap();
    assert!(!proposal.text.contains("\n\n\n"), "{}", proposal.text);
}
