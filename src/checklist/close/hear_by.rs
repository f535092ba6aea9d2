//! `close/hear-by`

use chrono::NaiveDate;

use super::{Application, Find, Finding, Held, Rule, unless_missed};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
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
    finds: Finds::Duty,
    applies: "for the current held round while its answer is awaited; quiet for five business days after a thank-you \
              to anyone of the round, which asks for the date",
    mend: "write `hear_by: YYYY-MM-DD` in the round; `declined` if they would not say, `missed` if you did not ask",
    broken: Example {
        today: "2025-03-13",
        edits: &[Edit::Swap(ROUND, "hear_by: 2025-03-14\nhear_by_confirmed: true\n", "hear_by_said: in two weeks\n")],
    },
    mended: Example::sound("2025-03-13"),
    beside: &["close/debrief"],
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
    let mut message = format!("nobody knows when {company} will answer");
    let mut mend = "ask, then write `hear_by: YYYY-MM-DD`; `hear_by: declined` if they would not say".to_owned();
    let mut title = format!("Ask when {company} will answer, and write it down");
    // A date is proposed from their words, and never adopted.
    if let Some((said, date)) = proposed(application, held) {
        let day = date.format("%A %-d %B");
        message = format!("{message}: they said \"{said}\", which may mean {day} ({date})");
        mend = format!("write `hear_by: {date}` if that is what they meant; else ask, and write the date they say");
        title = format!("Make sure that {company} will answer by {day}, and write it down");
    }
    let severity = unless_missed(&held.hear_by, Severity::Error);
    let place = held.hear_by.span.or(held.hear_by_said.span).unwrap_or_default();
    let duty = Duty::new(Some(held.date), plus(held.date, 1), 2, title).by_writing();
    let finding = Finding::fault(&RULE, severity, application.vault, held.note, place, message);
    Some(finding.help(mend).round(held).duty_of(duty))
}

/// Their words, and the business day they propose.
fn proposed<'v>(application: &Application<'_>, held: &Held<'v>) -> Option<(&'v str, NaiveDate)> {
    let said = held.round.hear_by_said.text()?;
    Some((said, phrase::propose(said, held.date, application.calendar())?))
}
