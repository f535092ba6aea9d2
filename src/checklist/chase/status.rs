//! `chase/status`

use super::{Application, Find, Finding, Held, Request, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// The day has gone by, and nobody was asked.
pub(super) static RULE: Rule = Rule {
    id: "chase/status",
    title: "the answer is late, and nobody was asked for news",
    why: "Dates slip for a hundred reasons that have nothing to do with you; a friendly question brings you back to \
          mind, and silence may be read as indifference.",
    sources: &["s3-late-reply-calm", "s3-status-who-how", "s3-status-content", "s4-no-silence"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "to the current held round while its answer is awaited, on the first business day after `hear_by` (one \
              more with `hear_by_rough`); with no date, `reply_days` business days after the round, or after the date \
              that their words propose if that is later; never before a quiet day",
    mend: "ask for news, and log it in the round: `- DATE email status to [[NAME]]`; or write the `result`, or the new \
           `hear_by` they gave",
    broken: Example { today: "2025-03-18", edits: &[BY_THURSDAY] },
    mended: Example {
        today: "2025-03-18",
        edits: &[BY_THURSDAY, Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-14 email status to [[Ines Falk]]\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

const BY_THURSDAY: Edit = Edit::Swap(ROUND, "hear_by: 2025-03-14", "hear_by: 2025-03-13");

fn find(application: &Application<'_>) -> Vec<Finding> {
    let waiting = application.waiting();
    waiting.and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let requests = application.requests(held);
    if application.has_asked(held, &requests) {
        return None;
    }
    let company = &application.company.name;
    let since = format!("no word from {company} since the interview on {}", spoken(held.date));
    let message = match (held.hear_by.get(), requests.last()) {
        (Some(by), _) => {
            format!("{company} meant to answer by {}, and nobody has been asked for news since", spoken(by))
        }
        (None, Some(early)) => {
            format!("{since}; your question of {} came before an answer could be expected", spoken(*early))
        }
        (None, None) => format!("{since}, and nobody has been asked for news"),
    };
    let day = application.asks_from(held);
    Some(Request { application, held, day }.finding(&RULE, 1, "", &message))
}
