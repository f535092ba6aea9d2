//! Letters as their readers get them, and the life of a draft from one run to the next.

mod lives;

use std::collections::{BTreeMap, BTreeSet};

use interview_vault::checklist::example::{ME, ROUND};
use interview_vault::checklist::{self, Checklist, Duty, Finding};
use interview_vault::diagnostic::Severity;
use interview_vault::letters::{self, Draft, Plan, Request};
use interview_vault::model::{CompanyId, Document};
use interview_vault::text::Span;

use crate::notes::{Looked, Notes, day};
pub(crate) use lives::Kept;

const ROUND_OF_THREE: &str = "\
---
type: round
company: \"[[Harbour Glass]]\"
round: 1
state: held
interview_date: 2025-03-04
place: video
interviewers: [\"[[Ines Falk]]\", \"[[Tom Beck]]\", \"[[Una Kerr]]\"]
hear_by: 2025-03-14
letter_factor: steady furnaces
letter_proof: kiln
letter_quote: \"[[Kiln saved]]\"
---
## Close
### [[Ines Falk]]
- moment: how the night crew reads the colour of the melt
- challenge: night shifts that lose whole melts → logbook
- concerns: no glass so far → I have run three kinds of kiln, and glass forgives less but says more
- about [[Una Kerr]]: counts the broken panes on her way in
### [[Tom Beck]]
- moment: his shelf of failed paperweights
- challenge: too few people who can relieve the furnace crew → training
- support: yes
### [[Una Kerr]]
- moment: the order book from 1931
- challenge: customers who hear of a delay from the carrier → promise

## Promises
- [ ] Send the kiln diary to [[Tom Beck]] 📅 2025-03-07
";

const DEEDS: &str = "\
- kiln: brought kiln losses down from 9 to 3 percent at Ostby Tiles
- logbook: wrote a two-page shift log at Ostby Tiles that ended 40 mix-ups a year
- training: trained 14 people on the tunnel kiln at Ostby Tiles in one winter
- promise: answered 300 customers of Fenn Stoneware within a day about late orders
- energy: cut gas use 18% at Fenn Stoneware by baking at night";

/// Three people met on one Tuesday, nobody thanked yet; seen on the day after.
fn panel() -> Notes {
    Notes::sound("2025-03-05")
        .note(ROUND, ROUND_OF_THREE)
        .note(
            "Interviewers/Tom Beck.md",
            "---\ntype: interviewer\nname_prefix: Mr\n---\n## Profile\n- hobby: old clocks\n- family: two sons\n",
        )
        .note("Interviewers/Una Kerr.md", "---\ntype: interviewer\nname_prefix: Dr\njob_title: Head of sales\n---\n")
        .swap(ME, "- kiln: brought kiln losses down from 9 to 3 percent at Ostby Tiles", DEEDS)
        .swap(
            ME,
            "email: rosa@lind.example",
            "email: rosa@lind.example\nphone: \"+44 1632 960 007\"\ninterests: [old clocks]",
        )
}

fn plan(
    looked: &Looked,
    checklist: &Checklist,
    files: &BTreeMap<String, String>,
    written: &BTreeSet<String>,
    request: &Request<'_>,
) -> Plan {
    let source = |path: &str| files.get(path).cloned();
    letters::plan(&looked.vault, checklist, &looked.templates, written, &source, looked.today, request)
}

/// The drafts of these documents to each of the latest round's people, whatever the rules say.
fn drafts_of(notes: &Notes, documents: &[Document], due: &str) -> Vec<Draft> {
    let looked = notes.look();
    let company = looked.vault.companies.iter().position(|company| !company.rounds.is_empty()).unwrap();
    let at = *looked.vault.companies[company].rounds.last().unwrap();
    let round = &looked.vault.rounds[at];
    let rule = checklist::rule("thank/next-day").unwrap();
    let mut findings = Vec::new();
    for document in documents {
        for person in round.interviewers.list() {
            let duty = Duty::new(None, day(due), 1, "").document(*document);
            let finding = Finding::fault(rule, Severity::Error, &looked.vault, round.note, Span::START, "");
            let mut finding = finding.round_at(at).person(person).duty_of(duty);
            finding.company = Some(CompanyId(u32::try_from(company).unwrap()));
            findings.push(finding);
        }
    }
    let asked = Checklist { findings, held: Vec::new() };
    let plan = plan(&looked, &asked, &BTreeMap::new(), &BTreeSet::new(), &Request::default());
    assert_eq!(plan.diagnostics, []);
    plan.drafts
}

const DRAFTED: [Document; 6] = [
    Document::PostedLetter,
    Document::ThankYouEmail,
    Document::ThankYouCard,
    Document::StatusRequest,
    Document::StatusCall,
    Document::RejectionThanks,
];

pub(crate) fn body(draft: &Draft) -> &str {
    draft.text.splitn(3, "---\n").nth(2).unwrap()
}

pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn to<'d>(drafts: &'d [Draft], document: Document, name: &str) -> &'d Draft {
    let is = |draft: &&Draft| draft.document == document && draft.to.as_ref().is_some_and(|to| to.name == name);
    drafts.iter().find(is).unwrap_or_else(|| panic!("{document:?} to {name}"))
}

#[test]
fn every_document_says_what_it_must_and_keeps_to_its_limit() {
    let drafts = drafts_of(&panel(), &DRAFTED, "2025-03-05");
    let table: &[(Document, usize, &[&str])] = &[
        (
            Document::PostedLetter,
            300,
            &[
                "5 Quay Street\nOstby\nrosa@lind.example\n",
                "5 March 2025\n\nIn",
                "Thank you",
                "night shifts lose melts. One thing this job turns on, I believe, is this: steady furnaces. I brought kiln losses down",
                "colour of the melt",
                "melt quality, shift handover",
                "next step",
                "“Rosa saved the kiln, twice.”",
                "Sincerely,\n\n\n\nRosa Lind",
                "no glass so far. I have run three",
            ],
        ),
        (
            Document::ThankYouEmail,
            220,
            &[
                "Subject: ",
                "Thank you for your time",
                "our video call",
                "Friday 14 March",
                "colour of the melt",
                "\n- I ",
                "next step",
            ],
        ),
        (Document::ThankYouCard, 80, &["hank you", "colour of the melt"]),
        (Document::StatusRequest, 120, &["busy", "4 March 2025", "Friday 14 March", "where things stand", "keen"]),
        (
            Document::StatusCall,
            110,
            &["busy", "4 March 2025", "Friday 14 March", "where things stand", "keen", "voice mail"],
        ),
        (
            Document::RejectionThanks,
            220,
            &["Thank you for letting me know", "chance", "Mr Beck and Dr Kerr", "another time"],
        ),
    ];
    for (document, limit, musts) in table {
        let draft = to(&drafts, *document, "Ines Falk");
        let text = body(draft);
        for must in *musts {
            assert!(text.contains(must), "{must:?} in\n{text}");
        }
        assert!(words(text) <= *limit, "{} words in\n{text}", words(text));
        assert_eq!(draft.blanks, 0, "{text}");
    }
}

#[test]
fn letters_speak_to_their_reader() {
    let drafts = drafts_of(&panel(), &DRAFTED, "2025-03-05");
    let letter = body(to(&drafts, Document::PostedLetter, "Una Kerr"));
    assert!(
        letter.contains("Dr Una Kerr\nHead of sales\nHarbour Glass\n1 Pier Road\nOstby\n\nDear Dr Kerr,"),
        "{letter}"
    );
    let email = body(to(&drafts, Document::ThankYouEmail, "Tom Beck"));
    for must in [
        "Dear Mr Beck,",
        "your shelf of failed paperweights",
        "old clocks",
        "I promised to send the kiln diary to you by Friday 7 March",
    ] {
        assert!(email.contains(must), "{must:?} in\n{email}");
    }
    assert!(body(to(&drafts, Document::ThankYouEmail, "Ines Falk")).contains("Dear Ines Falk,"));
    for draft in &drafts {
        for private in ["broken panes", "two sons"] {
            assert!(!draft.text.contains(private), "{private:?} in\n{}", draft.text);
        }
    }
}

/// The five-word shingles between greeting and sign-off, without the paragraph on the key factor.
fn shingles(draft: &Draft) -> BTreeSet<String> {
    let text = body(draft);
    let start = text.find("Dear ").unwrap();
    let end = text.rfind("Sincerely,").unwrap();
    let own: Vec<&str> =
        text[start..end].split("\n\n").skip(1).filter(|part| !part.contains("steady furnaces")).collect();
    let lower = own.join(" ").to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(5).map(|window| window.join(" ")).collect()
}

#[test]
fn letters_to_different_people_differ() {
    let notes = panel();
    let unsaid = ROUND_OF_THREE.lines().filter(|line| !line.starts_with("- challenge")).collect::<Vec<_>>().join("\n");
    let thin = panel().note(ROUND, &unsaid).swap(
        ME,
        DEEDS,
        "- kiln: brought kiln losses down from 9 to 3 percent at Ostby Tiles",
    );
    for notes in [notes, panel().note(ROUND, &unsaid), thin] {
        let drafts =
            drafts_of(&notes, &[Document::PostedLetter, Document::ThankYouEmail, Document::ThankYouCard], "2025-03-05");
        for one in &drafts {
            for other in drafts.iter().filter(|other| other.document == one.document && other.to != one.to) {
                let (a, b) = (shingles(one), shingles(other));
                let (shared, all) = (a.intersection(&b).count(), a.union(&b).count());
                assert!(shared * 100 <= all * 60, "{shared} of {all}:\n{}\n{}", one.text, other.text);
            }
        }
    }
}

#[test]
fn nobody_gets_a_colleagues_leading_accomplishment_while_others_are_left() {
    let same = ROUND_OF_THREE.replace("→ training", "→ logbook").replace("→ promise", "→ logbook");
    for round in [
        ROUND_OF_THREE,
        &same,
        &ROUND_OF_THREE.lines().filter(|line| !line.starts_with("- challenge")).collect::<Vec<_>>().join("\n"),
    ] {
        for document in [Document::PostedLetter, Document::ThankYouEmail] {
            let drafts = drafts_of(&panel().note(ROUND, round), &[document], "2025-03-05");
            let lead = |draft: &Draft| {
                let deeds = DEEDS.lines().filter_map(|line| Some(line.split_once(": ")?.1));
                deeds.filter_map(|deed| body(draft).find(deed)).min().map(|at| body(draft)[at..at + 12].to_owned())
            };
            let leads: BTreeSet<_> =
                drafts.iter().map(|draft| lead(draft).unwrap_or_else(|| panic!("{}", draft.text))).collect();
            assert_eq!(leads.len(), 3, "{leads:?}");
        }
    }
}

#[test]
fn with_nothing_recorded_there_is_still_a_polite_letter() {
    let notes = Notes::new("2025-03-05")
        .note("Me.md", "---\ntype: candidate\nfull_name: Rosa Lind\n---\n")
        .note("Acme.md", "---\ntype: company\n---\n")
        .note("Round.md", "---\ntype: round\ncompany: \"[[Acme]]\"\nstate: held\ninterview_date: 2025-03-04\ninterviewers: [\"[[Ada Byrd]]\"]\n---\n");
    for draft in drafts_of(&notes, &DRAFTED, "2025-03-05") {
        assert!(draft.blanks <= 2, "{}", draft.text);
        assert!(draft.text.contains("Ada Byrd") && draft.text.contains("Rosa Lind"), "{}", draft.text);
        assert!(!draft.text.contains("none") && !draft.text.contains("  "), "{}", draft.text);
        if draft.document.is_thanks() {
            assert!(draft.text.contains("⟨one thing Ada Byrd said that stayed with you⟩"), "{}", draft.text);
        }
    }
}

#[test]
fn the_date_of_the_answer_is_played_back_or_asked_for() {
    for (key, expected, never) in [
        ("hear_by: 2025-03-14", "You expect to decide by Friday 14 March, yes or no", "May I"),
        ("hear_by_said: early next week", "“early next week”. May I take that as Tuesday 11 March?", "by when"),
        ("hear_by_said: when the board has met", "“when the board has met”. Which day", "March?"),
        ("rounds_left: 1", "by when you expect to decide", "March"),
        ("hear_by: declined", "next step", "decide"),
    ] {
        let notes = panel().note(ROUND, &ROUND_OF_THREE.replace("hear_by: 2025-03-14", key));
        let drafts = drafts_of(&notes, &[Document::ThankYouEmail], "2025-03-05");
        let text = body(to(&drafts, Document::ThankYouEmail, "Ines Falk"));
        assert!(text.contains(expected) && !text.contains(never), "{key}: {text}");
    }
}

#[test]
fn the_testimonial_goes_first_when_a_page_would_overflow() {
    let notes = panel().note("vault.toml", "[letters]\nletter_words = 180\n");
    let drafts = drafts_of(&notes, &[Document::PostedLetter], "2025-03-05");
    let letter = to(&drafts, Document::PostedLetter, "Una Kerr");
    assert!(letter.text.contains("left_out: [quote]\n") && !letter.text.contains("twice"), "{}", letter.text);
    // Named for the round, it is quoted unless its own note forbids it.
    for (quotable, is_quoted) in [("may_quote: false\n", false), ("", true)] {
        let notes = panel().swap("Testimonials/Kiln saved.md", "may_quote: true\n", quotable);
        let drafts = drafts_of(&notes, &[Document::PostedLetter], "2025-03-05");
        assert!(
            drafts.iter().all(|draft| draft.text.contains("twice") == is_quoted && !draft.text.contains("left_out"))
        );
    }
}

#[test]
fn stance_changes_wording_only() {
    let by_stance = |stance: &str| {
        let notes = panel().note("vault.toml", &format!("stance = \"{stance}\"\n"));
        drafts_of(&notes, &DRAFTED, "2025-03-05")
    };
    let balanced = by_stance("balanced");
    for stance in ["assertive", "reserved"] {
        for (one, other) in balanced.iter().zip(by_stance(stance)) {
            assert_eq!((one.path.as_str(), one.blanks), (other.path.as_str(), other.blanks));
            let lines = |draft: &Draft| body(draft).split("\n\n").count();
            assert_eq!(lines(one), lines(&other), "{}\n{}", one.text, other.text);
            assert!(one.document == Document::ThankYouCard || one.text != other.text, "{stance}: {}", one.text);
        }
    }
}

#[test]
fn what_is_copied_from_notes_does_nothing_in_obsidian() {
    let evil = "```dataviewjs %% x %% <% tp.x %> {{title}} the end ^abc";
    let notes = panel().note(ROUND, &ROUND_OF_THREE.replace("how the night crew reads the colour of the melt", evil));
    for draft in drafts_of(&notes, &DRAFTED, "2025-03-05") {
        let text = body(&draft);
        for active in ["```", "%%", "<%", "{{"] {
            assert!(!text.contains(active), "{active:?} in\n{text}");
        }
    }
}

#[test]
fn what_is_poured_into_a_sentence_leaves_it_whole() {
    let promises = "- [ ] References for [[Tom Beck]]\n- [ ] write up the pilot for [[Tom Beck]]\n";
    let notes = panel().note(
        ROUND,
        &format!("{ROUND_OF_THREE}{promises}").replace("- [ ] Send the kiln diary to [[Tom Beck]] 📅 2025-03-07\n", ""),
    );
    let text =
        body(to(&drafts_of(&notes, &[Document::ThankYouEmail], "2025-03-05"), Document::ThankYouEmail, "Tom Beck"))
            .to_owned();
    assert!(text.contains("you this: References. I also promised to write up the pilot for you; I have not"), "{text}");

    let asked = Notes::sound("2025-03-17").swap(ROUND, "hear_by: 2025-03-14\nhear_by_confirmed: true\n", "");
    let text =
        body(to(&drafts_of(&asked, &[Document::StatusRequest], "2025-03-17"), Document::StatusRequest, "Ines Falk"))
            .to_owned();
    let expected =
        "We spoke on 4 March 2025 about the position of Melt supervisor, and no day was settled for your answer.";
    assert!(text.contains(expected), "{text}");
}
