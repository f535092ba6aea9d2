//! `answer/lesson`

use chrono::NaiveDate;

use super::{Application, Find, Finding, Rule, decided};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;

/// It is over, and nothing is written down of what it taught.
pub(super) static RULE: Rule = Rule {
    id: "answer/lesson",
    title: "no lesson written down",
    why: "What was the boldest move, and did it work? Said while it is fresh, it is the one thing that every \
          application leaves behind.",
    sources: &["s0-look-back", "s0-bold-move", "s0-gut"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "from `decided_on` of an application that is over, due five business days later, gone after twenty",
    mend: "write `lesson: …` in the company, one sentence is enough",
    broken: Example { today: "2025-03-13", edits: &[REJECTED, THANKED] },
    mended: Example {
        today: "2025-03-13",
        edits: &[
            REJECTED,
            THANKED,
            Edit::Swap(COMPANY, "decided_on: 2025-03-05\n", "decided_on: 2025-03-05\nlesson: ask for the job sooner\n"),
        ],
    },
    beside: &[],
    find: Find::Always(find),
};

const REJECTED: Edit = Edit::Swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-05\n");
const THANKED: Edit = Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 email rejection-thanks to [[Ines Falk]]\n");

/// Business days after the decision: when it is due, and when it is too late to ask.
const DUE: u32 = 5;
const GONE: u32 = 20;

fn find(application: &Application<'_>) -> Vec<Finding> {
    decided(application).and_then(|day| look(application, day)).into_iter().collect()
}

fn look(application: &Application<'_>, day: NaiveDate) -> Option<Finding> {
    let company = application.company;
    let calendar = application.calendar();
    if company.lesson.is_answered() || application.today > calendar.after(day, GONE) {
        return None;
    }
    let message = format!("nothing is written down yet of what {} taught you", company.name);
    let title = format!("Write down what you learnt at {}", company.name);
    let duty = Duty::new(Some(day), calendar.after(day, DUE), 4, title).by_writing();
    let place = company.lesson.place();
    let finding = Finding::fault(&RULE, Severity::Hint, application.vault, company.note, place, message);
    let help = "write `lesson: …`: what was your boldest move, and did it work?";
    Some(finding.help(help).duty_of(duty))
}
