//! `chase/stuck`

use super::{Application, Find, Finding, Held, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;

/// Asked often enough: time to let go, or to wait on purpose.
pub(super) static RULE: Rule = Rule {
    id: "chase/stuck",
    title: "asked often enough, and still no answer",
    why: "Asking on and on turns keen into tiresome, and an application that hangs costs strength the others need.",
    sources: &["s0-pushy-limit", "s0-gut", "s1-stretched-thin"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Duty,
    applies: "to an open application five business days after the last of `status_max` requests for news",
    mend: "write `status: closed` in the company; or wait on purpose: `hold: [chase/stuck until DATE because REASON]`",
    broken: Example { today: "2025-04-01", edits: &[TWICE] },
    mended: Example { today: "2025-04-01", edits: &[TWICE, Edit::Swap(COMPANY, "status: waiting", "status: closed")] },
    beside: &[],
    find: Find::Open(find),
};

const TWICE: Edit = Edit::Swap(
    ROUND,
    "## Log\n",
    "## Log\n- 2025-03-17 email status to [[Ines Falk]]\n- 2025-03-24 email status to [[Ines Falk]]\n",
);

/// Business days that the last request is given.
const LAST_WAIT: u32 = 5;

fn find(application: &Application<'_>) -> Vec<Finding> {
    let waiting = application.waiting();
    waiting.and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let requests = application.requests(held);
    let last = requests.last().copied().filter(|_| application.has_asked(held, &requests))?;
    let times = requests.len();
    if times < application.config().status_max as usize {
        return None;
    }
    let day = application.after_quiet(held, application.calendar().after(last, LAST_WAIT));
    let company = application.company;
    let often = match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{times} times"),
    };
    let message =
        format!("{} was asked for news {often}, last on {}, and has not answered", company.name, spoken(last));
    let title = format!("Close the application to {}, or put it on hold", company.name);
    let duty = Duty::new(Some(day), day, 4, title).by_writing();
    let finding =
        Finding::fault(&RULE, Severity::Hint, application.vault, company.note, company.status.place(), message);
    let way = "write `status: closed`; or, to wait on purpose, `hold: [chase/stuck until DATE because REASON]`";
    Some(finding.help(way).round(held).duty_of(duty))
}
