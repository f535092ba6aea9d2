//! `close/hear-by`

use super::{Application, Find, Finding, Held, Rule, unless_missed};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Weight};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::model::phrase;

/// Nobody knows when they will answer.
pub(super) static RULE: Rule = Rule {
    id: "close/hear-by",
    title: "no date for their answer",
    why: "Whoever leaves without knowing when they will hear can neither wait calmly nor ask in time.",
    sources: &["s3-leave-knowing", "s3-when-steps", "s3-fuzzy-date"],
    weight: Weight::Always(Severity::Error),
    applies: "for the current held round while its answer is awaited; quiet for five business days after a thank-you \
              to anyone of the round, which asks for the date",
    mend: "write `hear_by: YYYY-MM-DD` in the round; `declined` if they would not say, `missed` if you did not ask",
    broken: Example {
        today: "2025-03-14",
        edits: &[Edit::Swap(ROUND, "hear_by: 2025-03-14\nhear_by_confirmed: true\n", "")],
    },
    mended: Example::sound("2025-03-14"),
    beside: &["chase/status"],
    find: Find::Open(find),
};

/// Business days for which a thank-you, which asks for the date, keeps this quiet.
const QUIET: u32 = 5;

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.waiting().and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    if held.hear_by.is_answered() {
        return None;
    }
    let asked = application.first_thanks(held);
    if asked.is_some_and(|asked| application.today <= application.calendar().after(asked, QUIET)) {
        return None;
    }
    let company = &application.company.name;
    let message = format!("nobody knows when {company} will answer");
    let severity = unless_missed(&held.hear_by, Severity::Error);
    let place = held.hear_by.span.or(held.hear_by_said.span).unwrap_or_default();
    let finding = Finding::fault(&RULE, severity, application.vault, held.note, place, message);
    let duty =
        Duty::new(Some(held.date), plus(held.date, 1), 2, format!("Ask when {company} will answer, and write it down"));
    Some(finding.help(help(application, held)).round(held).duty_of(duty.by_writing()))
}

/// Proposes a date from their words, and never adopts it.
fn help(application: &Application<'_>, held: &Held<'_>) -> String {
    let proposed = held.hear_by_said.text().and_then(|said| {
        let date = phrase::propose(said, held.date, application.calendar())?;
        Some(format!("they said \"{said}\": if that is {}, write `hear_by: {date}`", date.format("%A %-d %B")))
    });
    proposed.unwrap_or_else(|| {
        "ask, then write `hear_by: YYYY-MM-DD`; `hear_by: declined` if they would not say".to_owned()
    })
}
