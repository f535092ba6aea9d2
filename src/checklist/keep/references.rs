//! `keep/references`

use super::{Application, Find, Finding, Held, Rule};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Ending, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Channel, Direction, Purpose};
use crate::text::words::normalised;

/// They will ask your referees, who do not know it yet.
pub(super) static RULE: Rule = Rule {
    id: "keep/references",
    title: "references are coming up, and nothing is said of them",
    why: "Referees who know of the job, and of what to stress, speak better than those who are taken by surprise.",
    sources: &["s3-what-else", "s4-promises"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "where `other_steps` of a held round speaks of references, until a promise or a log line does too",
    mend: "line up and brief your referees, then log it: `- DATE email good-word: briefed my referees`; or promise the \
           list: `- [ ] Send the references to [[NAME]] 📅 DATE`",
    broken: Example { today: "2025-03-06", edits: &[STEPS] },
    mended: Example {
        today: "2025-03-06",
        edits: &[
            STEPS,
            Edit::Swap(
                ROUND,
                "## Log\n",
                "## Promises\n- [x] Send the references to [[Ines Falk]] ✅ 2025-03-05\n\n## Log\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

/// A word with allies: whatever its channel, it takes nobody's time at the company.
const BRIEFED: Ending = Ending { channel: Channel::Email, purpose: Purpose::GoodWord, words: "briefed my referees" };

const STEPS: Edit = Edit::Swap(ROUND, "other_steps: none", "other_steps: [two references]");

fn find(application: &Application<'_>) -> Vec<Finding> {
    if is_seen_to(application) {
        return Vec::new();
    }
    let asks = |held: &&Held<'_>| held.other_steps.list().iter().any(|step| speaks_of_references(step));
    application.held().iter().find(asks).map(|held| look(application, held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Finding {
    let company = &application.company.name;
    let message = format!("{company} will ask for references, and nothing is said yet of your referees");
    let due = application.calendar().after(held.date, 1);
    let title = format!("Line up and brief your referees for {company}");
    Finding::fault(&RULE, Severity::Hint, application.vault, held.note, held.other_steps.place(), message)
        .help("brief your referees, then log it: `- DATE email good-word: briefed my referees`")
        .round(held)
        .duty_of(Duty::new(Some(held.date), due, 3, title).ended_by(BRIEFED))
}

/// Whether a promise, or a line of the log up to today, speaks of references too.
fn is_seen_to(application: &Application<'_>) -> bool {
    application.rounds().any(|(_, round)| {
        let mut past = round.log.iter().filter(|entry| entry.direction == Direction::Out);
        round.promises.iter().any(|promise| speaks_of_references(&promise.text))
            || past.any(|entry| entry.date <= application.today && speaks_of_references(&entry.text))
    })
}

fn speaks_of_references(text: &str) -> bool {
    normalised(text).any(|word| word == "reference" || word == "referee")
}
