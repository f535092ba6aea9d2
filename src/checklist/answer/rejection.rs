//! `answer/rejection`

use chrono::NaiveDate;

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Held, Weight};
use crate::diagnostic::Severity;
use crate::model::{Channel, Document, Purpose, RoundResult, Status, Wish};

/// They said no, and nobody thanked them for the chance.
pub(super) static RULE: Rule = Rule {
    id: "answer/rejection",
    title: "no thanks for the answer, though it was a no",
    why: "The one they chose may not come, and another post may open; almost nobody thanks them at this point.",
    sources: &["s4-reject-thanks", "s4-no-burnt-bridges"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "after a rejection that followed at least one held round, from `decided_on`, due on the next business day, \
              gone after ten",
    mend: "send the letter, and log it in the round: `- DATE email rejection-thanks to [[NAME]]`",
    broken: Example { today: "2025-03-07", edits: &[REJECTED] },
    mended: Example {
        today: "2025-03-07",
        edits: &[
            REJECTED,
            Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 email rejection-thanks to [[Ines Falk]]\n"),
        ],
    },
    beside: &[],
    find: Find::Always(find),
};

const REJECTED: Edit =
    Edit::Swap(COMPANY, "status: waiting\n", "status: rejected\ndecided_on: 2025-03-05\nlesson: ask for the job\n");

/// Business days after the decision: when it is due, and when it is too late.
const DUE: u32 = 1;
const GONE: u32 = 10;

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.current().and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let company = application.company;
    let rejected = company.status.get() == Some(Status::Rejected) || held.result.get() == Some(RoundResult::Rejected);
    let thanked = || application.made().iter().any(|made| made.purpose == Purpose::RejectionThanks);
    let decided = company.decided_on.get();
    let is_gone = |day: NaiveDate| application.today > application.calendar().after(day, GONE);
    if !rejected || decided.is_some_and(is_gone) || thanked() {
        return None;
    }
    let due = decided.map_or(application.today, |day| application.calendar().after(day, DUE));
    let person = application.whom_to_ask(held);
    let name = person.map_or(company.name.as_str(), |person| &person.name);
    let channel = if held.check_in.get() == Some(Wish::Post) { Channel::Post } else { Channel::Email };
    let by = if channel == Channel::Post { "post" } else { "e-mail" };
    let message = format!("{} said no, and nobody there has been thanked for the chance and the answer", company.name);
    let to = person.map(|person| format!(" to [[{}]]", person.name)).unwrap_or_default();
    let way = format!("thank {name}, and log it in the round: `- DATE {} rejection-thanks{to}`", channel.name());
    let duty = Duty::new(decided, due, 3, format!("Thank {name} for the answer by {by}"))
        .channel(channel)
        .document(Document::RejectionThanks);
    let place = company.status.place();
    let finding = Finding::fault(&RULE, Severity::Hint, application.vault, company.note, place, message);
    let finding = finding.help(way).round(held).duty_of(duty);
    Some(person.into_iter().fold(finding, Finding::person))
}
