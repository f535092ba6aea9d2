//! `wait/research`

use super::{Application, Find, Finding, Held, Rule, Severity};
use crate::checklist::date::spoken;
use crate::checklist::example::{COMPANY, Edit, Example};
use crate::checklist::{Duty, Finds, Weight};
use crate::model::calendar::plus;

/// Nothing new was found out while waiting.
pub(super) static RULE: Rule = Rule {
    id: "wait/research",
    title: "nothing new found out while waiting",
    why: "What you learn now gives your next word to them a reason, and the next round its questions.",
    sources: &["s4-keep-learning", "s4-bring-to-talk", "s1-research-deeper"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "from the day after the current held round, while its answer is awaited; due `research_days` after the \
              newest line of research, or after the round. It never ends by itself: each new line moves it on",
    mend: "add what you found out under Research in the company: `- DATE company: …`",
    broken: Example { today: "2025-03-13", edits: &[STALE] },
    mended: Example {
        today: "2025-03-13",
        edits: &[
            STALE,
            Edit::Swap(
                COMPANY,
                "rivals: 2\n",
                "rivals: 2\nhold: [wait/research until 2025-03-20 because I have read all there is]\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

const STALE: Edit = Edit::Swap(
    COMPANY,
    "- 2025-03-05 company: a second furnace opens in May\n- 2025-03-05 role: new since the autumn\n",
    "- 2025-02-20 role: new since the autumn\n",
);

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.waiting().map(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Finding {
    let company = application.company;
    let past = company.research.iter().filter(|line| line.date <= application.today);
    let newest = past.max_by_key(|line| line.date);
    let since = newest.map_or(held.date, |line| line.date.max(held.date));
    let due = plus(since, u64::from(application.config().research_days));
    let message = format!("nothing new has been found out about {} since {}", company.name, spoken(since));
    let duty = Duty::new(Some(plus(held.date, 1)), due, 4, format!("Find out something new about {}", company.name));
    let place = newest.map(|line| line.span).unwrap_or_default();
    Finding::fault(&RULE, Severity::Hint, application.vault, company.note, place, message)
        .help("write what you find under Research: `- DATE company: …`, or `role`, or a link to a person")
        .round(held)
        .duty_of(duty.by_writing())
}
