//! The texts: every rule of the stage on words that must trip it, and on words that only look like it.

mod drafts;
mod missing;
mod names;
mod private;
mod quotes;
mod said;
mod when;

pub(crate) use drafts::filled;

use interview_vault::checklist::Finding;
use interview_vault::checklist::example::{COMPANY, ME, ROUND};
use interview_vault::diagnostic::Severity;
use interview_vault::text::Position;

use crate::notes::Notes;

const THANKED: &str = "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n";

/// A letter of each kind with nothing to complain of, in the vault of [`full`].
const POSTED: &str = "\
Rosa Lind
5 Quay Street, Ostby

5 March 2025

Ines Falk
Harbour Glass
1 Pier Road, Ostby

Dear Ines Falk,

Thank you for your time on Tuesday. I keep thinking about how the night crew reads the colour of the melt.

You told me that your night shifts lose whole melts. At Ostby Tiles I brought kiln losses down from 9 to 3 percent.

What this job turns on is steady furnaces. I kept three of them within 2 degrees for a winter.

Per Holm, works manager at Ostby Tiles, wrote in 2023: “Rosa saved the kiln, twice.”

Two things in your posting are after my heart: melt quality and shift handover. I would gladly take the next step.

Sincerely

Rosa Lind
";
const EMAIL: &str = "\
Subject: Thank you for Tuesday

Dear Ms Falk,

Thank you for making time for me. I keep thinking about how the night crew reads the colour of the melt.

You told me that your night shifts lose whole melts. At Ostby Tiles I brought kiln losses down from 9 to 3 percent.

- I trained 14 people on the tunnel kiln at Fenn Stoneware

You expect to decide by Friday 14 March, either way. I would very much like to take the next step.

Sincerely,
Rosa Lind
";
const CARD: &str = "\
Dear Ines,

Thank you for your time on Tuesday. I still think about the colour of the melt.

Sincerely
Rosa Lind
";
const STATUS: &str = "\
Subject: Melt supervisor

Dear Ines Falk,

You are surely busy, so this is short. We spoke on 4 March, and 14 March was the day for your answer.

May I ask where things stand? I am still keen on the job.

Sincerely
Rosa Lind
";
const CALL: &str = "\
**When Ines Falk answers**

Hello, this is Rosa Lind. I know you are busy. We met on 4 March, and Friday 14 March was the date you named.
Where do things stand? I am still keen on the job.

**On voice mail**

Rosa Lind here, about the interview of 4 March.
";
const CHECK_IN: &str = "\
Subject: Checking in

Dear Ines Falk,

We agreed that I would write today. I read that a second furnace opens in May; what does it mean for the role?

I am still keen on the job.

Sincerely
Rosa Lind
";
const REJECTION: &str = "\
Subject: Thank you

Dear Ines Falk,

Thank you for your answer, and for the chance to show my work. I was sorry to hear it, and I understand your choice.

Should something open another time, I would be happy to hear of it.

Sincerely
Rosa Lind
";
const PLAN: &str = "\
# The first 90 days at Harbour Glass

## Days 1 to 30: look

- Talk to 10 people of the night shift

## Days 31 to 60: try

- Try 1 change for 4 weeks

## Days 61 to 90: keep

- Lose 10% less than on day 30
";

/// The sound vault with more facts, nobody thanked yet, and every document's duty standing.
fn full() -> Notes {
    Notes::sound("2025-03-05")
        .swap(ROUND, THANKED, "")
        .swap(ROUND, "check_in: email\n", "check_in: email\ncheck_in_on: 2025-03-10\n")
        .swap(COMPANY, "key_factors: [steady furnaces]", "key_factors: [steady furnaces, calm crews]")
        .swap(
            COMPANY,
            "posting_terms: [melt quality, shift handover]",
            "posting_terms: [melt quality, shift handover, furnace log]",
        )
        .swap(ME, "## Key facts", "- tunnel: trained 14 people on the tunnel kiln at Fenn Stoneware\n\n## Key facts")
        .note("Interviewers/Tom Beckmann.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n")
        .note("Companies/Fenn Rail.md", "---\ntype: company\nstatus: waiting\napplied_on: 2025-03-01\n---\n")
        .note(
            "Rounds/2025-04-10 Harbour Glass.md",
            "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\nbooked_on: 2025-03-05\n\
             interview_date: 2025-04-10\ninterviewers: [\"[[Ines Falk]]\", \"[[Tom Beckmann]]\"]\n---\n",
        )
}

/// The vault in which that document's duty stands: the one of thanks, or one in which no later round is planned.
fn vault_for(document: &str) -> Notes {
    match document {
        "status-request" | "check-in" => full().drop("Rounds/2025-04-10 Harbour Glass.md"),
        "status-call" => {
            full().drop("Rounds/2025-04-10 Harbour Glass.md").swap(ROUND, "check_in: email\n", "check_in: phone\n")
        }
        "rejection-thanks" => full().swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-05\n"),
        _ => full(),
    }
}

fn sound_text(document: &str) -> &'static str {
    match document {
        "posted-letter" => POSTED,
        "thank-you-email" => EMAIL,
        "thank-you-card" => CARD,
        "status-request" => STATUS,
        "status-call" => CALL,
        "check-in" => CHECK_IN,
        "rejection-thanks" => REJECTION,
        "plan-30-60-90" => PLAN,
        _ => panic!("{document}"),
    }
}

const DOCUMENTS: [&str; 8] = [
    "posted-letter",
    "thank-you-email",
    "thank-you-card",
    "status-request",
    "status-call",
    "check-in",
    "rejection-thanks",
    "plan-30-60-90",
];

fn path(document: &str) -> String {
    format!("Letters/{document}.md")
}

/// A note of a letter that somebody wrote themselves.
fn note(document: &str, more: &str, body: &str) -> String {
    let (round, to) = match document {
        "plan-30-60-90" => ("2025-04-10 Harbour Glass", ""),
        _ => ("2025-03-04 Harbour Glass", "to: \"[[Ines Falk]]\"\n"),
    };
    format!(
        "---\ntype: letter\ndocument: {document}\ncompany: \"[[Harbour Glass]]\"\nfor_round: \"[[{round}]]\"\n{to}{more}---\n{body}"
    )
}

/// A rule, its severity, and the words it points at.
type Told = (&'static str, Severity, String);

/// What the letters' rules say of a text in a vault.
fn say(notes: &Notes, document: &str, more: &str, body: &str) -> Vec<Told> {
    let text = note(document, more, body);
    let looked = notes.clone().note(&path(document), &text).look();
    let is_lint = |finding: &&Finding| finding.rule.id.starts_with("letter/") && *finding.path == *path(document);
    let found = looked.checklist.findings.iter().filter(is_lint);
    found.map(|finding| (finding.rule.id, finding.severity.unwrap(), text[finding.span.range()].to_owned())).collect()
}

/// The same of a document's sound text with `old`, which stands in it, made `new`; in its own vault.
fn swapped(document: &str, old: &str, new: &str) -> Vec<Told> {
    let text = sound_text(document);
    assert!(text.contains(old), "{old:?} in {document}");
    say(&vault_for(document), document, "", &text.replacen(old, new, 1))
}

/// The rules alone.
fn rules(told: &[Told]) -> Vec<&'static str> {
    told.iter().map(|(rule, ..)| *rule).collect()
}

#[test]
fn a_sound_text_has_no_finding() {
    for document in DOCUMENTS {
        let text = sound_text(document);
        assert_eq!(say(&vault_for(document), document, "", text), [], "{document}");
        let windows = format!("\u{feff}{}", note(document, "", text).replace('\n', "\r\n"));
        let looked = vault_for(document).note(&path(document), &windows).look();
        let found: Vec<_> = looked.checklist.findings.iter().filter(|one| one.rule.id.starts_with("letter/")).collect();
        assert!(found.is_empty(), "{document}: {found:#?}");
    }
}

#[test]
fn a_finding_points_at_the_words_it_means() {
    let text = note("thank-you-card", "", &CARD.replace("I still", "TODO I still")).replace('\n', "\r\n");
    let text = format!("\u{feff}{text}");
    let looked = full().note("Letters/card.md", &text).look();
    let [found] = looked.of("letter/blank")[..] else { panic!("{:#?}", looked.of("letter/blank")) };
    let file = interview_vault::text::SourceFile::new("Letters/card.md", text);
    assert_eq!(file.slice(found.span), "TODO");
    assert_eq!(file.position(found.span.start), Position { line: 10, column: 37 });
    assert_eq!(found.message, "“TODO” is still to be written");
    assert!(found.person.as_ref().is_some_and(|person| person.name == "Ines Falk") && found.round.is_some());
}
