//! What a text must not say: empty praise, reproaches, resentment, blanks, too much.

use interview_vault::checklist::example::COMPANY;
use interview_vault::diagnostic::Severity::{Error, Hint, Warning};

use super::{CARD, EMAIL, full, rules, say, swapped};

/// The words that the rule points at, with this sentence put before others of the document's sound text.
fn added(document: &str, before: &str, rule: &str, sentence: &str) -> Vec<String> {
    let told = swapped(document, before, &format!("{sentence} {before}"));
    let (mine, other): (Vec<_>, Vec<_>) = told.into_iter().partition(|(id, ..)| *id == rule);
    assert_eq!(rules(&other), [""; 0], "{sentence}");
    mine.into_iter().map(|(.., words)| words).collect()
}

#[test]
fn letter_vague_finds_claims_with_nothing_behind_them() {
    for (sentence, expected) in [
        ("I am highly qualified for this.", &["highly qualified"][..]),
        ("I am a passionate, hard-working team player.", &["passionate"]),
        ("It is a great opportunity for both of us.", &["great"]),
        ("I would be a perfect fit for Harbour Glass.", &["perfect"]),
        ("Ms Falk, I am ideal.", &["ideal"]),
        ("I am dedicated, since 2011 and on the phone +44 1632 960 007.", &["dedicated"]),
        ("I bring excellent skills. I am motivated too.", &["excellent", "motivated"]),
        // A number, a place, an employer, a posting term, a challenge or an accomplishment stands behind it.
        ("I had excellent yields of 97% throughout.", &[]),
        ("I did great work in Aldervik.", &[]),
        ("Fenn Stoneware found me hard-working.", &[]),
        ("I have a passion for melt quality.", &[]),
        ("I am driven where night shifts lose melts.", &[]),
        ("I am dedicated to people on the tunnel kiln.", &[]),
        // Who greets or thanks may be glad.
        ("It was great to meet you.", &[]),
        ("Thank you for the opportunity.", &[]),
        ("I like it a great deal.", &[]),
        ("As Per said, “a passionate team player”.", &[]),
        ("What greatness means I leave to others.", &[]),
    ] {
        assert_eq!(added("thank-you-email", "You expect to decide", "letter/vague", sentence), expected, "{sentence}");
    }
}

#[test]
fn letter_vague_knows_the_words_of_the_vault_and_of_the_notes() {
    let body = EMAIL.replace("You expect", "I bring synergy. You expect");
    assert_eq!(say(&full(), "thank-you-email", "", &body), []);
    let added = full().note("vault.toml", "[letters]\nvague_words = [\"Synergy\"]\n");
    assert_eq!(rules(&say(&added, "thank-you-email", "", &body)), ["letter/vague"]);
    // A key factor is theirs, whatever words it has.
    let theirs = full().swap(COMPANY, "calm crews]", "a great eye for colour]");
    let body = EMAIL.replace("You expect", "What counts is a great eye for colour. You expect");
    assert_eq!(say(&theirs, "thank-you-email", "", &body), []);
}

#[test]
fn letter_blame_finds_reproaches() {
    for (sentence, expected) in [
        ("You promised me an answer.", &["You promised"][..]),
        ("You said you would write.", &["You said you would"]),
        ("I am still waiting.", &["still waiting"]),
        ("I have not even had a line.", &["have not even"]),
        ("I ask yet again.", &["yet again"]),
        ("This is frustrating.", &["frustrating"]),
        ("The answer is overdue.", &["overdue"]),
        ("Thank you again for your time.", &[]),
        ("I promised you to ask.", &[]),
        ("I would not ask yet. Again, no hurry.", &[]),
        ("Thank you for the tour you promised.", &[]),
        ("The waiting room is still before my eyes.", &[]),
        ("It was you who said so, and I would agree.", &[]),
        ("You wrote “still waiting for the board”.", &[]),
    ] {
        assert_eq!(added("status-request", "May I ask", "letter/blame", sentence), expected, "{sentence}");
        assert_eq!(added("check-in", "I am still keen", "letter/blame", sentence), expected, "{sentence}");
    }
}

#[test]
fn letter_tone_finds_argument_pleading_and_resentment() {
    for (sentence, expected) in [
        ("Please reconsider.", &["reconsider"][..]),
        ("I think this is a mistake.", &["mistake"]),
        ("I think you are wrong.", &["you are wrong"]),
        ("I am better qualified than most.", &["better qualified"]),
        ("Give me another chance.", &["another chance"]),
        ("I really need this.", &["really need"]),
        ("It seems unfair to me.", &["unfair"]),
        ("You will regret it.", &["You will regret"]),
        ("I was led to wait. You promised!", &["You promised"]),
        ("Thank you for the chance.", &[]),
        ("I would have liked another answer, and I respect this one.", &[]),
        ("Another time, perhaps.", &[]),
        ("I regret that it did not work out.", &[]),
        ("I know that it was a fair choice.", &[]),
        ("I will miss the great furnace.", &[]),
    ] {
        assert_eq!(added("rejection-thanks", "Should something", "letter/tone", sentence), expected, "{sentence}");
    }
}

#[test]
fn letter_blank_finds_what_is_left_for_later() {
    for (words, expected) in [
        ("⟨one thing they said⟩", &["⟨one thing they said⟩"][..]),
        ("TODO", &["TODO"]),
        ("XXX and [Name] and ____", &["XXX", "[Name]", "____"]),
        ("[[Ines Falk]] and [a page](https://glass.example)", &[]),
        ("a todo list, size XXXL", &[]),
        ("“[sic]”", &[]),
    ] {
        let told = say(&full(), "thank-you-card", "", &CARD.replace("I still", &format!("See {words}. I still")));
        let found: Vec<&str> = told.iter().map(|(.., words)| words.as_str()).collect();
        assert_eq!(found, expected, "{words}");
        assert!(told.iter().all(|(rule, severity, _)| *rule == "letter/blank" && *severity == Warning), "{told:?}");
    }
    let sent = say(&full(), "thank-you-card", "sent_on: 2025-03-05\n", &CARD.replace("I still", "TODO I still"));
    assert_eq!(sent, [("letter/blank", Error, "TODO".to_owned())]);
}

#[test]
fn letter_length_counts_what_is_read() {
    let filler = |count: usize| "word ".repeat(count);
    for (document, key, fits) in [
        ("thank-you-card", "card_words", 80),
        ("thank-you-email", "email_words", 220),
        ("status-request", "status_words", 120),
        ("status-call", "script_words", 110),
    ] {
        let sound = super::sound_text(document);
        let count = sound.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        let of = |count| {
            let body = sound.replacen(". ", &format!(". %%not {}%% **{}** ", filler(50), filler(count).trim()), 1);
            let told = say(&super::vault_for(document), document, "", &body);
            told.into_iter()
                .filter(|(rule, ..)| *rule == "letter/length")
                .map(|(_, severity, _)| severity)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(fits - count), [], "{document}");
        assert_eq!(of(fits - count + 1), [Error], "{document}");
        let strict = super::vault_for(document).note("vault.toml", &format!("[letters]\n{key} = 10\n"));
        assert!(rules(&say(&strict, document, "", sound)).contains(&"letter/length"), "{document}");
    }
    // A posted letter has a page.
    let long = |count: usize| super::POSTED.replace("I would gladly", &format!("{} I would gladly", filler(count)));
    let told = |count| say(&full(), "posted-letter", "", &long(count)).into_iter().map(|one| (one.0, one.1));
    assert_eq!(told(100).collect::<Vec<_>>(), []);
    assert_eq!(told(700).collect::<Vec<_>>(), [("letter/length", Error)]);
    let plan = super::PLAN.replace("- Talk", &format!("- {} Talk", filler(400)));
    assert_eq!(say(&full(), "plan-30-60-90", "", &plan), []);
}

#[test]
fn a_level_of_the_vault_replaces_the_rules_own() {
    let body = CARD.replace("I still", "TODO I still");
    for (level, expected) in [("off", None), ("hint", Some(Hint)), ("error", Some(Error))] {
        let vault = full().note("vault.toml", &format!("[rules]\n\"letter/blank\" = \"{level}\"\n"));
        let told = say(&vault, "thank-you-card", "", &body);
        assert_eq!(told.first().map(|(_, severity, _)| *severity), expected, "{level}");
    }
}
