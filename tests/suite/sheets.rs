//! The prep sheet and the closing card: what stands on them, and in which order.

use interview_vault::checklist::Application;
use interview_vault::checklist::example::{COMPANY, ME, PERSON, ROUND};
use interview_vault::letters::{closing_card, prep_sheet};
use interview_vault::model::CompanyId;

use crate::notes::Notes;

pub(crate) const SECOND: &str = "Rounds/2025-03-12 Harbour Glass.md";
pub(crate) const OLGA: &str = "Interviewers/Olga Brand.md";

pub(crate) const SECOND_TEXT: &str = "\
---
type: round
company: \"[[Harbour Glass]]\"
round: 2
state: planned
booked_on: 2025-03-05
interview_date: 2025-03-12
interview_time: \"14:00\"
format: panel
place: onsite
interviewers: [\"[[Ines Falk]]\", \"[[Olga Brand]]\"]
---
## Prepare
- change: begin with the night shift, because [[Ines Falk]] said it worries the works
- repeat: shifts, kiln, nonsense
- answer: no glass so far → three kinds of kiln
- extra mile: the shift handover on one page
- copies: 2
";

pub(crate) const OLGA_TEXT: &str = "\
---
type: interviewer
company: \"[[Harbour Glass]]\"
name_prefix: Dr
job_title: Works manager
hiring_role: supervisor
seniority: 4
future_colleague: true
---
## Profile
- hobby: old clocks
- family: two sons
- background: ran a float line (from [[Ines Falk]])
- likes: a second furnace (from [[Ines Falk]])
";

/// The sound vault with a second round planned, seen on the day before.
fn planned() -> Notes {
    Notes::sound("2025-03-11")
        .note(SECOND, SECOND_TEXT)
        .note(OLGA, OLGA_TEXT)
        .swap(ME, "address:", "interests: [old clocks, rowing]\naddress:")
        .swap(PERSON, "hiring_role: decider", "hiring_role: decider\nseniority: 3")
        .swap(ROUND, "- concerns: none\n", "- concerns: no glass so far\n- advice: bring figures\n")
        .swap(ROUND, "- support: yes\n", "- support: yes\n- about [[Olga Brand]]: counts panes\n")
        .swap(ROUND, "play_up: [calm]", "play_up: [calm]\nshore_up: [writing things down]")
}

/// Prep sheet and closing card of the round in the note at `path`.
fn written(notes: &Notes, path: &str) -> (String, String) {
    let looked = notes.look();
    let application = Application::new(&looked.vault, CompanyId(0), looked.today);
    let at = looked.vault.rounds.iter().position(|round| &**looked.vault.path(round.note) == path).unwrap();
    (prep_sheet(&application, at), closing_card(&application, at))
}

fn sheet(notes: &Notes) -> String {
    written(notes, SECOND).0
}

fn card(notes: &Notes) -> String {
    written(notes, SECOND).1
}

/// The lines of `text` in a section or a part of that title.
fn below<'t>(text: &'t str, title: &str) -> Vec<&'t str> {
    let lines = text.lines().skip_while(|line| line.trim_start_matches('#').trim() != title || !line.starts_with('#'));
    lines.skip(1).take_while(|line| !line.starts_with('#')).filter(|line| !line.is_empty()).collect()
}

#[track_caller]
fn has(text: &str, words: &[&str]) {
    for line in words {
        assert!(text.lines().any(|other| other.trim() == *line), "no line {line:?} in\n{text}");
    }
}

#[test]
fn the_sheet_has_its_ten_sections_in_order_whatever_is_known() {
    let bare = Notes::new("2025-03-11")
        .note(COMPANY, "---\ntype: company\n---\n")
        .note(SECOND, "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\ninterview_date: 2025-03-12\n---\n");
    let expected = [
        "## When, where, with whom",
        "## What it probably tests",
        "## Your pitch",
        "## Facts to repeat",
        "## Questions",
        "## Doubts, weak spots, challenges",
        "## The others",
        "## Research",
        "## The extra mile",
        "## How ready you are",
    ];
    for notes in [planned(), bare] {
        let sheet = sheet(&notes);
        let sections: Vec<&str> = sheet.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(sections, expected);
        assert!(sheet.ends_with('\n') && !sheet.contains("\n\n\n"), "{sheet}");
    }
}

#[test]
fn what_is_not_known_is_said_and_nothing_is_made_up() {
    let bare = Notes::new("2025-03-11")
        .note(COMPANY, "---\ntype: company\n---\n")
        .note(SECOND, "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\ninterview_date: 2025-03-12\n---\n");
    let (sheet, card) = written(&bare, SECOND);
    has(
        &sheet,
        &[
            "- Wednesday 12 March 2025, time not noted",
            "- where: not noted",
            "- one to one, or a panel: not known",
            "Nobody is named yet. To ask who will be there is fine while it is being arranged.",
            "- **not known**: nothing was said about it",
            "No pitch is written yet; it belongs under `## Pitch` in your own note.",
            "- nothing: this is the first round here",
            "- none so far; ask for them at the end",
            "- how many: not known, so ask",
            "- how you stand: not known, so ask at the end",
            "- nothing yet",
        ],
    );
    for line in sheet.lines().chain(card.lines()) {
        assert!(line.chars().count() <= 120, "too long for a phone: {line}");
    }
    has(&card, &["1. **Thanks:** \"Thank you for the time you gave me.\""]);
    assert!(card.contains("speak for me to whoever decides?") && card.contains("lies with somebody else."), "{card}");
    assert!(card.contains("\"Who decides in the end?\"") && card.contains("ahead of the others?"), "{card}");
}

#[test]
fn each_person_is_tagged_and_told_of_with_source_and_private_facts_are_marked() {
    let sheet = sheet(&planned());
    assert_eq!(below(&sheet, "Ines Falk")[0], "*met in round 1* · decides");
    let olga = below(&sheet, "Dr Olga Brand, Works manager");
    assert_eq!(
        olga,
        [
            "*new* · *senior to all met so far* · *future colleague* · would lead you",
            "- hobby: old clocks",
            // It also stands in the research, so it is no secret.
            "- likes: a second furnace (Ines Falk)",
            "- family: two sons · *not for letters*",
            "- background: ran a float line (Ines Falk) · *not for letters*",
            "- counts panes (Ines Falk, 4 March) · *not for letters*",
            "- in common: old clocks",
        ]
    );
    let unranked = planned().swap(PERSON, "seniority: 3\n", "");
    assert!(!written(&unranked, SECOND).0.contains("senior"), "no rank is known to compare with");
}

#[test]
fn what_is_in_common_by_hearsay_is_marked_too() {
    let notes = planned().swap(OLGA, "- hobby: old clocks\n", "").swap(ROUND, "counts panes", "mends old clocks");
    let sheet = sheet(&notes);
    assert_eq!(
        below(&sheet, "Dr Olga Brand, Works manager").last(),
        Some(&"- in common: old clocks · *not for letters*")
    );
}

#[test]
fn doubts_advice_and_weak_spots_have_their_source_and_an_answer_or_a_blank() {
    let sheet = sheet(&planned());
    assert_eq!(
        below(&sheet, "Doubts heard, and your reply"),
        ["- no glass so far (Ines Falk, 4 March)", "  - → three kinds of kiln"]
    );
    assert_eq!(
        below(&sheet, "Weak spots, and your plan"),
        ["- writing things down (Ines Falk, 4 March)", "  - → ⟨how you make it stronger by then⟩"]
    );
    assert_eq!(
        below(&sheet, "Their challenges, and what you have done"),
        ["- night shifts lose melts (Ines Falk)", "  - → brought kiln losses down from 9 to 3 percent at Ostby Tiles"]
    );
    assert_eq!(below(&sheet, "Advice received"), ["- not worked in yet: bring figures (Ines Falk, 4 March)"]);
    let used = planned().swap(SECOND, "- copies: 2", "- used: figures on one page, as [[Ines Falk]] said\n- copies: 2");
    assert_eq!(
        below(&written(&used, SECOND).0, "Advice received"),
        ["- worked in: figures on one page, as Ines Falk said"]
    );
    let hearsay = planned().swap(OLGA, "- family: two sons", "- concern: people who shout (from [[Ines Falk]])");
    has(
        &written(&hearsay, SECOND).0,
        &[
            "- people who shout (Olga Brand, says Ines Falk) · *not for letters*",
            "- → ⟨your reply, with a number or a case⟩",
        ],
    );
}

#[test]
fn facts_questions_pitch_and_effort_are_at_hand() {
    let sheet = sheet(&planned());
    has(
        &sheet,
        &[
            "I keep furnaces running and people calm.",
            "- begin with the night shift, because Ines Falk said it worries the works (4 March)",
            "- **shifts**: led two shifts of eleven people",
            "- **kiln**: brought kiln losses down from 9 to 3 percent at Ostby Tiles",
            "- nonsense: not among your key facts or accomplishments",
            "- Ines Falk: shifts (4 March)",
            "- Olga Brand: nothing yet",
            "- **Why glass?** (Ines Falk, 4 March)",
            "- Because one sees at once whether it was done well",
            "- *thin: have a number, a place or a case ready*",
            "- 2 others are still in",
            "- how you stand: among the first two (Ines Falk, 4 March)",
            "- the shift handover on one page",
            "- print 3 copies: one for each of them, one for yourself; you noted 2",
            "- a card and an envelope, to write your thanks in the lobby",
            "- **whether you can do it**: \"technical\" (Ines Falk, 4 March)",
        ],
    );
    for word in ["odds", "chance", "probability", "%"] {
        assert!(!sheet.contains(word), "{word} in\n{sheet}");
    }
    let far = planned().swap(SECOND, "place: onsite", "place: video");
    assert!(!written(&far, SECOND).0.contains("lobby"));
}

#[test]
fn readiness_is_measured_against_the_round_before_and_names_what_is_open() {
    let sheet = sheet(&planned().swap(
        ROUND,
        "## Said\n",
        "## Promises\n- [ ] Send the kiln diary to [[Ines Falk]]\n\n## Said\n",
    ));
    let ready = below(&sheet, "How ready you are");
    assert!(ready[0].starts_with("- done: ") && ready[0].contains("; for round 1, on its day: "), "{ready:?}");
    let open = below(&sheet, "Open");
    assert!(open.contains(&"- Work in what Ines Falk advised"), "{open:?}");
    assert!(open.contains(&"- Keep your promise: Send the kiln diary to Ines Falk"), "{open:?}");
}

#[test]
fn the_card_keeps_its_order_and_fills_the_names_in() {
    let card = card(&planned());
    let steps: Vec<&str> =
        card.lines().filter_map(|line| line.split_once("**")?.1.split_once(":**")).map(|s| s.0).collect();
    let expected = [
        "Thanks",
        "Doubts",
        "Clear",
        "Compare",
        "What it takes",
        "Support",
        "Next step",
        "When",
        "Check in",
        "The job",
    ];
    assert_eq!(steps, expected);
    has(
        &card,
        &[
            "1. **Thanks:** \"Thank you, Ines Falk and Dr Brand, for the time you gave me.\"",
            "- Ines Falk: \"Will you give me this job, ahead of the other two?\"",
            "- Dr Brand: \"Can I have your support, ahead of the other two?\"",
            "- evaded once: \"Your view clearly counts here. Would you speak for me to Ines Falk?\"",
            "- evaded twice: \"I see that the decision lies with Ines Falk. When you are heard, may I count on your voice?\"",
        ],
    );
    assert!(!card.contains("from last time"), "{card}");
}

#[test]
fn rivals_are_spoken_of_as_far_as_they_are_known() {
    for (rivals, words) in [
        ("rivals: 0", "ahead of anyone else you may still see?"),
        ("rivals: none", "ahead of anyone else you may still see?"),
        ("rivals: 1", "ahead of the other candidate?"),
        ("rivals: 10", "ahead of the other ten?"),
        ("rivals: 11", "ahead of the other 11?"),
        ("rivals: declined", "ahead of the others?"),
    ] {
        let card = card(&planned().swap(COMPANY, "rivals: 2", rivals));
        assert!(card.contains(words) && !card.contains("are you still talking to"), "{rivals}:\n{card}");
    }
    let unknown = planned().swap(COMPANY, "rivals: 2\n", "");
    assert!(card(&unknown).contains("How many others are you still talking to"), "{}", card(&unknown));
}

#[test]
fn what_was_missed_or_evaded_last_time_comes_first_in_words_to_say() {
    let missed = planned()
        .swap(ROUND, "- standing: among the first two", "- standing: missed")
        .swap(ROUND, "- support: yes", "- support: deflected")
        .swap(ROUND, "hear_by_confirmed: true", "hear_by_confirmed: false")
        .swap(ROUND, "check_in: email", "check_in: missed");
    let text = card(&missed);
    let first: Vec<&str> =
        text.lines().take_while(|line| !line.starts_with("1.")).filter(|l| l.starts_with('-')).collect();
    assert_eq!(
        first,
        [
            "- \"How do I compare with the other two so far?\" (not asked, Ines Falk)",
            // She is there again, so the next rung of the ladder is left.
            "- \"Your view clearly counts here. Would you speak for me to Ines Falk?\" (evaded, Ines Falk)",
            "- \"So I shall hear by then, be it yes or no. Did I get that right?\" (not asked)",
            "- \"If I would like to check in, which way suits you, and with whom?\" (not asked)",
        ]
    );
    has(&text, &["4. **Compare:** above", "9. **Check in:** above"]);
    let others = missed.swap(SECOND, "[\"[[Ines Falk]]\", \"[[Olga Brand]]\"]", "[\"[[Olga Brand]]\"]");
    assert!(card(&others).contains("- \"Can I have your support, ahead of the other two?\" (evaded, Ines Falk)"));
}

#[test]
fn the_card_is_one_side_in_every_stance_and_asks_the_same() {
    let everything = [
        "hear_by: missed\nhear_by_confirmed: false\nnext_step: missed\nsteps_when: missed\nother_steps: missed\n",
        "rounds_left: missed\nnext_interviewers: missed\nnext_focus: missed\nnext_wants: missed\nplay_up: missed\n",
        "shore_up: missed\nsponsor: missed\ncheck_in: missed\nasked_for_job: false\nsaid_match: false\nrivals: missed\n",
        "decider: missed\n",
    ]
    .concat();
    let round = format!(
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 1\nstate: held\ninterview_date: 2025-03-04\n\
         interviewers: [\"[[Ines Falk]]\"]\n{everything}---\n## Close\n- standing: missed\n- concerns: missed\n\
         - clear: missed\n- to win: missed\n- support: missed\n- about [[Olga Brand]]: missed\n"
    );
    let worst = planned()
        .note(ROUND, &round)
        .swap(COMPANY, "rivals: 2\n", "")
        .swap(COMPANY, "decider: \"[[Ines Falk]]\"\n", "")
        .swap(PERSON, "hiring_role: decider", "hiring_role: peer");
    let mut shapes = Vec::new();
    for stance in ["assertive", "balanced", "reserved"] {
        let card = card(&worst.clone().note("vault.toml", &format!("stance = \"{stance}\"\n")));
        let words = card.split_whitespace().count();
        assert!(card.lines().count() <= 45 && words <= 450, "{} lines, {words} words:\n{card}", card.lines().count());
        assert!(card.contains("**First, from last time** (4 March):"), "{card}");
        // All but the quoted words is the same in all stances.
        let shape: Vec<String> = card.lines().map(|line| line.split('"').step_by(2).collect()).collect();
        shapes.push(shape);
    }
    assert_eq!(shapes[0], shapes[1]);
    assert_eq!(shapes[1], shapes[2]);
}

#[test]
fn words_from_notes_cannot_become_code() {
    let hostile = "`x` <% y %> %%z%% [a](b) {{w}} ^block";
    let notes = planned()
        .swap(COMPANY, "a second furnace opens in May", hostile)
        .swap(ROUND, "no glass so far", hostile)
        .swap(SECOND, "the shift handover on one page", hostile)
        .swap(OLGA, "two sons", hostile)
        .swap(ME, "I keep furnaces running and people calm.", "I keep ```furnaces``` running %%and%% calm");
    let sheet = sheet(&notes);
    for open in ["<%", "%%", "{{", " ^block"] {
        assert!(!sheet.contains(open), "{open} in\n{sheet}");
    }
    let own = sheet.replace("`## Answers`", "").replace("\\`", "");
    assert!(!own.contains('`'), "{sheet}");
}
