//! What a text must have: thanks, interest, reasons, a key factor, a challenge, a moment, the posting's words.

use interview_vault::checklist::example::{COMPANY, ME, ROUND};
use interview_vault::diagnostic::Severity::{Hint, Warning};

use super::{CHECK_IN, EMAIL, POSTED, full, rules, say, swapped, vault_for};

/// A document, words of its sound text, others in their place, and the rules that this trips.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

fn hold(cases: &[Case]) {
    for (document, old, new, expected) in cases {
        assert_eq!(rules(&swapped(document, old, new)), *expected, "{document}: {new}");
    }
}

const TIME: &str = "Thank you for your time on Tuesday.";

#[test]
fn letter_thanks_wants_thanks_for_the_time() {
    hold(&[
        ("thank-you-card", TIME, "It was a fine Tuesday.", &["letter/thanks"]),
        ("thank-you-card", TIME, "Thank you for the biscuits.", &["letter/thanks"]),
        ("thank-you-card", TIME, "Your time on Tuesday was well spent.", &["letter/thanks"]),
        ("thank-you-card", TIME, "“Thank you for your time”, as they say.", &["letter/thanks"]),
        ("posted-letter", TIME, "It is a cold week.", &["letter/thanks"]),
        ("thank-you-card", TIME, "Many thanks for seeing me.", &[]),
        ("thank-you-card", TIME, "I enjoyed our conversation. Thank you!", &[]),
        ("thank-you-card", TIME, "It was kind of you to make time for me.", &[]),
        ("thank-you-card", TIME, "I am grateful for the hour you gave me.", &[]),
        ("thank-you-card", TIME, "I appreciated our meeting.", &[]),
    ]);
}

const WISH: &str = "I would very much like to take the next step.";

#[test]
fn letter_interest_wants_a_wish_to_go_on() {
    hold(&[
        ("thank-you-email", WISH, "", &["letter/interest"]),
        ("thank-you-email", WISH, "The next step is yours.", &["letter/interest"]),
        ("thank-you-email", WISH, "I am no longer keen on the job.", &["letter/interest"]),
        ("thank-you-email", WISH, "I hope the weather holds.", &["letter/interest"]),
        ("posted-letter", "I would gladly take the next step.", "", &["letter/interest"]),
        ("check-in", "I am still keen on the job.", "All the best to the crew.", &["letter/interest"]),
        ("thank-you-email", WISH, "I want this job.", &[]),
        ("thank-you-email", WISH, "I look forward to the next round.", &[]),
        ("thank-you-email", WISH, "Please count me in.", &[]),
        ("thank-you-email", WISH, "I hope to be chosen.", &[]),
        ("thank-you-email", WISH, "I remain keen.", &[]),
        ("thank-you-email", WISH, "I’d be glad to go on.", &[]),
        ("thank-you-email", WISH, "I would love to work at Harbour Glass.", &[]),
    ]);
}

const REASON: &str = "- I trained 14 people on the tunnel kiln at Fenn Stoneware\n";

#[test]
fn letter_reasons_counts_two_to_four() {
    let five = "- I trained 14 people on the tunnel kiln at Fenn Stoneware\n- I led two shifts of eleven people\n\
                - I cut gas use 18%\n- I wrote 40 handbooks\n";
    hold(&[
        ("thank-you-email", REASON, "", &["letter/reasons"]),
        // The same accomplishment counts once, dates, phone numbers and hours not at all.
        ("thank-you-email", REASON, "- My kiln losses at Ostby Tiles fell to 3 percent\n", &["letter/reasons"]),
        ("thank-you-email", REASON, "- I am free from 5 May 2025, at 14:00\n", &["letter/reasons"]),
        ("thank-you-email", REASON, "- I am on +44 1632 960 007\n", &["letter/reasons"]),
        ("thank-you-email", REASON, "- I have been at it since 2011\n", &["letter/reasons"]),
        // Somebody else's deeds are none of one's own.
        ("thank-you-email", REASON, "You have 14 people on two shifts.\n", &["letter/reasons"]),
        ("thank-you-email", REASON, "I like furnaces, and they like me.\n", &["letter/reasons"]),
        ("thank-you-email", REASON, "Per wrote of me: “She trained 14 people”.\n", &["letter/reasons"]),
        // Nor is the sentence with the moment.
        (
            "thank-you-email",
            REASON,
            "I told 3 friends how your night crew reads the very colour of the melt.\n",
            &["letter/reasons"],
        ),
        ("thank-you-email", REASON, five, &["letter/reasons"]),
        ("thank-you-email", REASON, "- I led two shifts of eleven people\n", &[]),
        ("thank-you-email", REASON, "- Cut gas use 18%\n", &[]),
        ("thank-you-email", REASON, "I did the same at Aldervik Ceramics.\n", &[]),
        ("thank-you-email", REASON, "We made steady furnaces our habit.\n", &[]),
        ("thank-you-email", REASON, "I’ve cut gas use by a half.\n", &[]),
    ]);
}

#[test]
fn letter_reasons_leaves_promises_and_their_own_troubles_aside() {
    let promise = "## Promises\n- [ ] Send 12 pages of the furnace log to [[Ines Falk]] 📅 2025-03-07\n\n## Log\n";
    let vault = full().swap(ROUND, "## Log\n", promise);
    let body = EMAIL.replace(REASON, "I promised to send 12 pages of the furnace log to you.\n");
    assert_eq!(rules(&say(&vault, "thank-you-email", "", &body)), ["letter/reasons"]);
    let theirs = full().swap(COMPANY, "night shifts lose melts", "night shifts lose 12 melts a week");
    let body = EMAIL
        .replace(
            "You told me that your night shifts lose whole melts.",
            "I noted that your night shifts lose 12 melts.",
        )
        .replace(REASON, "");
    assert_eq!(rules(&say(&theirs, "thank-you-email", "", &body)), ["letter/reasons"]);
}

const FACTOR: &str = "What this job turns on is steady furnaces. I kept three of them within 2 degrees for a winter.";

#[test]
fn letter_key_factor_wants_one_with_its_proof() {
    hold(&[
        ("posted-letter", FACTOR, "I like the work.", &["letter/key-factor"]),
        (
            "posted-letter",
            FACTOR,
            "What it turns on is furnaces. They must be steady, at 2 degrees.",
            &["letter/key-factor"],
        ),
        (
            "posted-letter",
            FACTOR,
            "It turns on steady furnaces. I know them well. I kept three.",
            &["letter/key-factor"],
        ),
        ("posted-letter", FACTOR, "It turns on steady furnaces, since 2011. I like that.", &["letter/key-factor"]),
        (
            "posted-letter",
            FACTOR,
            "It turns on steady furnaces, of which I kept three. And on calm crews, of which I led two.",
            &["letter/key-factor"],
        ),
        ("posted-letter", FACTOR, "I kept three furnaces steady for a winter.", &[]),
        ("posted-letter", FACTOR, "Steady furnaces come first. I learnt that in Aldervik.", &[]),
        ("posted-letter", FACTOR, "It turns on steady furnaces. My tunnel kiln was one.", &[]),
        ("posted-letter", FACTOR, "Calm crews are what counts. I led two of them.", &[]),
    ]);
}

#[test]
fn letter_key_factor_leaves_aside_what_only_shares_its_words() {
    let vault = full().swap(
        ME,
        "trained 14 people on the tunnel kiln at Fenn Stoneware",
        "trained 14 calm crews on the tunnel kiln at Fenn Stoneware",
    );
    let with = "for a winter. I trained 14 calm crews on the tunnel kiln at Fenn Stoneware.";
    let body = POSTED.replace("for a winter.", with);
    assert_eq!(say(&vault, "posted-letter", "", &body), []);
    // What is named on purpose counts, whatever stands beside it.
    let body = body.replace("for a winter.", "for a winter. Calm crews matter too.");
    assert_eq!(rules(&say(&vault, "posted-letter", "", &body)), ["letter/key-factor"]);
}

#[test]
fn letter_challenge_wants_it_answered_within_two_sentences() {
    let answer = "At Ostby Tiles I brought kiln losses down from 9 to 3 percent.";
    let challenge = "You told me that your night shifts lose whole melts. ";
    let moment = "I keep thinking about how the night crew reads the colour of the melt.";
    for (edits, expected) in [
        (vec![(answer, "I would know what to do.")], &["letter/challenge"][..]),
        (vec![(challenge, ""), (moment, "The colour, and who reads it, stays with me.")], &["letter/challenge"]),
        (
            vec![(answer, "It is a pity. It really is. Not so once. I cut kiln losses 6 percent.")],
            &["letter/challenge"],
        ),
        (vec![(answer, "It is a pity. I cut kiln losses by 6 percent.")], &[]),
        (vec![(challenge, "Whole melts are lost at night. ")], &[]),
        (vec![(answer, "I trained people on the tunnel kiln.")], &[]),
    ] {
        let body = edits.iter().fold(POSTED.to_owned(), |body, (old, new)| body.replace(old, new));
        let told = say(&full(), "posted-letter", "", &body);
        let told: Vec<_> = rules(&told).into_iter().filter(|rule| *rule == "letter/challenge").collect();
        assert_eq!(told, expected, "{edits:?}");
    }
}

const MOMENT: &str = "I still think about the colour of the melt.";

#[test]
fn letter_moment_wants_two_words_of_what_this_person_said() {
    hold(&[
        ("thank-you-card", MOMENT, "It was good to be there.", &["letter/moment"]),
        ("thank-you-card", MOMENT, "The colour was fine.", &["letter/moment"]),
        ("thank-you-card", MOMENT, "“The colour of the melt.”", &["letter/moment"]),
        ("thank-you-card", MOMENT, "That crews read colours amazed me.", &[]),
    ]);
    // What somebody else said does not count.
    let other = full()
        .swap(ROUND, "\ninterviewers: [\"[[Ines Falk]]\"]", "\ninterviewers: [\"[[Ines Falk]]\", \"[[Tom Beckmann]]\"]")
        .swap(ROUND, "## Said", "### [[Tom Beckmann]]\n- moment: a cat asleep on the lehr\n\n## Said");
    let body = super::CARD.replace(MOMENT, "The cat asleep on the lehr!");
    assert_eq!(rules(&say(&other, "thank-you-card", "", &body)), ["letter/moment"]);
}

#[test]
fn letter_mirror_warns_of_too_few_terms_and_hints_at_too_many() {
    let echo = "Two things in your posting are after my heart: melt quality and shift handover.";
    let seven =
        ["a clean yard", "batch notes", "cullet sorting", "lehr curves", "mould care", "stack tests", "tank repair"];
    let vault = full().swap(COMPANY, "furnace log]", &format!("{}]", seven.join(", ")));
    for (words, expected) in [
        ("Your posting speaks to me.".to_owned(), Some(Warning)),
        ("Melt quality, and the way a shift is handed over.".to_owned(), Some(Warning)),
        ("Your melts, their quality, and shifts in handover.".to_owned(), None),
        (format!("I marked {}.", seven[..6].join(", ")), None),
        (format!("I marked {}.", seven.join(", ")), Some(Hint)),
    ] {
        let told = say(&vault, "posted-letter", "", &POSTED.replace(echo, &words));
        let told: Vec<_> = told.into_iter().filter(|(rule, ..)| *rule == "letter/mirror").map(|one| one.1).collect();
        assert_eq!(told, Vec::from_iter(expected), "{words}");
    }
    let bare = full().swap(
        COMPANY,
        "posting_terms: [melt quality, shift handover, furnace log]\n",
        "posting_terms: [melt quality]\n",
    );
    let one = POSTED.replace(echo, "Melt quality above all.");
    assert_eq!(say(&bare, "posted-letter", "", &one), []);
    let three = full().note("vault.toml", "[letters]\nmirror_terms = 3\n");
    assert_eq!(rules(&say(&three, "posted-letter", "", POSTED)), ["letter/mirror"]);
}

#[test]
fn letter_fresh_finding_wants_the_newest() {
    let news = "I read that a second furnace opens in May; what does it mean for the role?";
    hold(&[
        ("check-in", news, "Where do things stand?", &["letter/fresh-finding"]),
        ("check-in", news, "Your furnace is on my mind.", &["letter/fresh-finding"]),
        ("check-in", news, "The role is new since autumn, I hear.", &[]), // of the same day
        ("check-in", news, "A second furnace, then!", &[]),
    ]);
    let vault = vault_for("check-in").swap(
        COMPANY,
        "- 2025-03-05 role:",
        "- 2025-03-04 company: bought the old brewery\n- 2025-04-01 company: to come\n- 2025-03-05 role:",
    );
    let body = CHECK_IN.replace(news, "You bought the old brewery, and what is to come?");
    assert_eq!(rules(&say(&vault, "check-in", "", &body)), ["letter/fresh-finding"]);
}

#[test]
fn letter_status_parts_names_what_is_missing() {
    for (document, old, new, missing) in [
        ("status-request", "You are surely busy, so this is short. ", "", &["that they are busy"][..]),
        ("status-request", "We spoke on 4 March, and", "I recall that", &["when you met"]),
        ("status-request", "We spoke on 4 March", "We spoke on 5 March", &["when you met"]),
        ("status-request", ", and 14 March was the day for your answer", "", &["the date you spoke of"]),
        ("status-request", "May I ask where things stand?", "Hello again.", &["the question where things stand"]),
        ("status-request", " I am still keen on the job.", "", &["that you are still keen"]),
        ("status-call", "I know you are busy. ", "", &["that they are busy"]),
        (
            "status-request",
            "You are surely busy, so this is short. We spoke on 4 March, and 14 March was the day for your answer.",
            "Hello.",
            &["that they are busy", "when you met", "the date you spoke of"],
        ),
        ("status-request", "We spoke on 4 March", "Our interview was on Tuesday, March 4th", &[]),
        ("status-request", "14 March was the day for your answer", "Friday was the day", &[]),
        ("status-request", "14 March was the day for your answer", "you hoped to decide by now", &[]),
        ("status-request", "May I ask where things stand?", "Is there any news?", &[]),
        ("status-request", "You are surely busy", "You have a lot on your desk", &[]),
    ] {
        let body = super::sound_text(document).replacen(old, new, 1);
        let looked = vault_for(document).note(&super::path(document), &super::note(document, "", &body)).look();
        let told: Vec<&str> = looked.of("letter/status-parts").iter().map(|one| one.message.as_str()).collect();
        assert_eq!(told.len(), usize::from(!missing.is_empty()), "{new}: {told:?}");
        assert!(missing.iter().all(|part| told[0].contains(part)), "{new}: {told:?}");
        let count = told.first().map_or(0, |one| one.matches(", ").count() + one.matches(" and ").count() + 1);
        assert_eq!(count, missing.len(), "{new}: {told:?}");
    }
}

#[test]
fn letter_status_parts_takes_their_own_words_for_the_date() {
    let vault = vault_for("status-request").swap(
        ROUND,
        "hear_by: 2025-03-14\nhear_by_confirmed: true\n",
        "hear_by_said: in the new year\n",
    );
    let told = |words: &str| {
        rules(&say(&vault, "status-request", "", &super::STATUS.replace("14 March was the day for your answer", words)))
    };
    assert_eq!(told("you spoke of “in the new year”"), [""; 0]);
    assert_eq!(told("it is a long while"), ["letter/status-parts"]);
    let unknown = vault_for("status-request").swap(
        ROUND,
        "hear_by: 2025-03-14\nhear_by_confirmed: true\n",
        "hear_by: declined\n",
    );
    let body = super::STATUS.replace(", and 14 March was the day for your answer", "");
    assert_eq!(say(&unknown, "status-request", "", &body), []);
}

#[test]
fn letter_plan_parts_wants_three_blocks_with_a_number_each() {
    let middle = "## Days 31 to 60: try\n\n- Try 1 change for 4 weeks\n\n";
    hold(&[
        ("plan-30-60-90", middle, "", &["letter/plan-parts"]),
        ("plan-30-60-90", "1 change for 4 weeks", "one thing by day 60", &["letter/plan-parts"]),
        ("plan-30-60-90", "- Talk to 10 people of the night shift", "", &["letter/plan-parts"]),
        ("plan-30-60-90", "10% less than on day 30", "less by 14 June 2025", &["letter/plan-parts"]),
        ("plan-30-60-90", "## Days 31 to 60: try\n", "**Month 2**\n", &[]),
        ("plan-30-60-90", "## Days 31 to 60: try\n\n- Try 1 change", "60 days: try three changes\n- Some more", &[]),
        ("plan-30-60-90", "1 change for 4 weeks", "three changes", &[]),
    ]);
    let both = swapped("plan-30-60-90", PLAN_BODY, "All in good time.\n");
    assert_eq!(rules(&both), ["letter/plan-parts"]);
}

const PLAN_BODY: &str = "\
## Days 1 to 30: look

- Talk to 10 people of the night shift

## Days 31 to 60: try

- Try 1 change for 4 weeks

## Days 61 to 90: keep

- Lose 10% less than on day 30
";

#[test]
fn a_rule_without_its_data_is_silent() {
    let bare = full()
        .swap(
            COMPANY,
            "key_factors: [steady furnaces, calm crews]\nposting_terms: [melt quality, shift handover, furnace log]\n",
            "",
        )
        .swap(COMPANY, "## Challenges\n- night shifts lose melts ([[Ines Falk]]) → kiln\n", "")
        .swap(ROUND, "- moment: how the night crew reads the colour of the melt\n", "");
    let body =
        "Dear Ines Falk,\n\nThank you for your time. I would gladly take the next step.\n\nSincerely\nRosa Lind\n";
    assert_eq!(say(&bare, "posted-letter", "", body), []);
    assert_eq!(say(&bare, "thank-you-card", "", body), []);
    let told = say(&full(), "posted-letter", "", body);
    assert_eq!(rules(&told), ["letter/challenge", "letter/key-factor", "letter/mirror", "letter/moment"]);
}
