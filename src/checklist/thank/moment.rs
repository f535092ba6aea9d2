//! `thank/moment`

use super::{Application, Find, Finding, Rule, to_thank};
use crate::checklist::asking::unless_missed;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

const NOT_THANKED: Edit = Edit::Swap(
    ROUND,
    "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n",
    "",
);

/// Nothing personal is noted to thank for.
pub(super) static RULE: Rule = Rule {
    id: "thank/moment",
    title: "no moment noted for the thanks",
    why: "One thing that only this person said makes a letter theirs; without it the thanks could be anybody's.",
    sources: &["s4-person-refs", "s4-each-own-letter", "s0-common-ground"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "for each interviewer of a held round who was not thanked yet; for 20 business days, or until a later \
              round is held more than 5 business days after it",
    mend: "under Close, below the person's name, write `- moment: …`, something they said that stayed with you; \
           `missed` if nothing did",
    broken: Example {
        today: "2025-03-06",
        edits: &[NOT_THANKED, Edit::Swap(ROUND, "- moment: how the night crew reads the colour of the melt\n", "")],
    },
    mended: Example { today: "2025-03-06", edits: &[NOT_THANKED] },
    beside: &["close/debrief", "thank/handwritten-card", "thank/next-day", "thank/posted-letter"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let open = to_thank(application).filter_map(|(held, person)| {
        let close = held.close.of(person).filter(|close| !close.moments.is_answered())?;
        application.thanks(held, person).is_empty().then_some((held, close))
    });
    let found = open.map(|(held, close)| {
        let name = &close.person.name;
        let severity = unless_missed(&close.moments, Severity::Warning);
        let place = close.moments.span.unwrap_or(close.heading);
        let message = format!("nothing is noted yet that {name} said and that stayed with you");
        Finding::fault(&RULE, severity, application.vault, held.note, place, message)
            .help("write `- moment: …` under their name in Close: finish \"I keep thinking about …\"")
            .round(held)
            .person(&close.person)
    });
    found.collect()
}
