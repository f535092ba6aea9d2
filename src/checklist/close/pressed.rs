//! `close/pressed`

use super::{Application, Find, Finding, Rule};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Stance, Support};

/// An evasion was left at that.
pub(super) static RULE: Rule = Rule {
    id: "close/pressed",
    title: "did not ask again after an evasion",
    why: "Whoever points to somebody else will still be asked what they think: said kindly, that often turns an \
          evasion into a word for you.",
    sources: &["s0-deflect-1", "s0-deflect-2", "s0-no-excuses", "s0-pushy-limit"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "for each interviewer of the company's two latest held rounds who evaded; a warning where the stance is \
              assertive, else a hint",
    mend: "write what they said when you asked again: `- support: deflected, then yes`; `deflected, then nothing` if \
           you left it at that",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "- support: yes\n", "- support: deflected\n")] },
    mended: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(ROUND, "- support: yes\n", "- support: deflected, then yes\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let severity = match application.config().stance {
        Stance::Assertive => Severity::Warning,
        Stance::Balanced | Stance::Reserved => Severity::Hint,
    };
    let mut found = Vec::new();
    for held in application.latest_two() {
        let evaded = held
            .close
            .people
            .iter()
            .filter(|close| matches!(close.support.value(), Some(Support::Deflected { then: None })));
        found.extend(evaded.map(|close| {
            let name = &close.person.name;
            let message = format!("{name} evaded the question for support, and was not asked again");
            let place = close.support.span.unwrap_or(close.heading);
            Finding::fault(&RULE, severity, application.vault, held.note, place, message)
                .help(
                    "ask again: say that their view plainly counts; then write `- support: deflected, then …` with \
                     what they said",
                )
                .round(held)
                .person(&close.person)
        }));
    }
    found
}
