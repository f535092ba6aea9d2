//! `chase/again`

use super::{Application, Find, Finding, Held, Request, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// The question for news has had no answer either.
pub(super) static RULE: Rule = Rule {
    id: "chase/again",
    title: "the question for news has had no answer",
    why: "One message is easily lost; a second, spaced well apart, is still polite.",
    sources: &["s0-pushy-limit", "s4-no-silence", "s3-late-reply-calm"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "to the current held round while its answer is awaited, `status_repeat_days` business days after the last \
              request, while fewer than `status_max` were made since the current `hear_by` (else since the round)",
    mend: "ask once more, and log it in the round: `- DATE email status to [[NAME]]`; or write the `result`, or the \
           new `hear_by` they gave",
    broken: Example {
        today: "2025-03-25",
        edits: &[Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-17 email status to [[Ines Falk]]\n")],
    },
    mended: Example {
        today: "2025-03-25",
        edits: &[Edit::Swap(
            ROUND,
            "## Log\n",
            "## Log\n- 2025-03-17 email status to [[Ines Falk]]\n- 2025-03-24 email status to [[Ines Falk]]\n",
        )],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let waiting = application.waiting();
    waiting.and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let requests = application.requests(held);
    let last = requests.last().copied().filter(|_| application.has_asked(held, &requests))?;
    if requests.len() >= application.config().status_max as usize {
        return None;
    }
    let apart = application.calendar().after(last, application.config().status_repeat_days);
    let day = application.after_quiet(held, apart);
    let message = format!("{} has not answered the question of {}", application.company.name, spoken(last));
    Some(Request { application, held, day }.finding(&RULE, 3, " again", &message))
}
