//! `close/about`

use super::{Application, Find, Finding, Held, Rule, graded};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Answer, Named, PersonClose};
use crate::text::listed;

const OLGA: Edit =
    Edit::Write("Interviewers/Olga Brand.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n");
const OLGA_IS_NEXT: Edit =
    Edit::Swap(ROUND, "next_interviewers: [\"[[Ines Falk]]\"]\n", "next_interviewers: [\"[[Olga Brand]]\"]\n");

/// Nobody was asked about those who come next.
pub(super) static RULE: Rule = Rule {
    id: "close/about",
    title: "not asked about those you will meet next",
    why: "What this interviewer tells about the next one, likes, dislikes, doubts, lets you speak to that person from \
          the first minute.",
    sources: &[
        "s0-ask-each-before-next",
        "s0-any-number",
        "s0-tailor-to-person",
        "s0-topics",
        "s0-only-if-shared",
        "s0-common-ground",
    ],
    weight: Weight::HintThenWarning,
    finds: Finds::Fault,
    applies: "for each interviewer of a held round and each linked next interviewer not met yet, until the next round \
              names its interviewers or is held",
    mend: "under Close, below the name of the one who told you, write `- about [[Next Person]]: …`; `declined` if they \
           would not say, `missed` if you did not ask",
    broken: Example { today: "2025-03-06", edits: &[OLGA, OLGA_IS_NEXT] },
    mended: Example {
        today: "2025-03-06",
        edits: &[
            OLGA,
            OLGA_IS_NEXT,
            Edit::Swap(ROUND, "- support: yes\n", "- support: yes\n- about [[Olga Brand]]: likes clear numbers\n"),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in application.before_the_next_is_known() {
        let linked = held.round.next_interviewers.list().iter().filter(|next| is_linked(next));
        let coming: Vec<&Named> = linked.filter(|next| !application.met_before(next, held.number + 1)).collect();
        let people = held.round.close.people.iter();
        found.extend(people.filter_map(|close| look(application, &held, close, &coming)));
    }
    found
}

fn look(application: &Application<'_>, held: &Held<'_>, close: &PersonClose, coming: &[&Named]) -> Option<Finding> {
    let severity = match close.about_outcome {
        Answer::Absent => graded(held),
        Answer::Missed => Severity::Hint,
        Answer::Value(()) | Answer::Nothing | Answer::Declined => return None,
    };
    let untold = coming.iter().filter(|next| !close.about.iter().any(|(told, _)| told.is(next)));
    let names: Vec<&str> = untold.map(|next| next.name.as_str()).collect();
    let first = names.first()?;
    let message = format!("no word from {} about {}, whom you will meet next", close.person.name, listed(&names));
    let mend = format!(
        "write `- about [[{first}]]: …` under {}'s name in Close; `declined` or `missed` are answers too",
        close.person.name
    );
    Some(
        Finding::fault(&RULE, severity, application.vault, held.note, close.heading, message)
            .help(mend)
            .round(held)
            .person(&close.person),
    )
}

/// Whether it is a link, to a note that exists or not: with its brackets it takes more room than plain words.
fn is_linked(named: &Named) -> bool {
    named.note.is_some() || named.span.range().len() >= named.name.len() + "[[]]".len()
}
