//! `close/debrief`

use super::{Application, Find, Finding, Held, Rule};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::text::Span;

/// A round is not written down yet.
pub(super) static RULE: Rule = Rule {
    id: "close/debrief",
    title: "the interview is not written down",
    why: "What was said fades overnight, and everything after a round, from thanks to the next one, is made of it.",
    sources: &["s3-listen-flesh-out", "s4-person-refs", "s0-after-each"],
    weight: Weight::AgendaOnly,
    finds: Finds::Duty,
    applies: "for each held round, from its day on, as long as a warning or error of the close stage, or of \
              thank/moment, stands for it",
    mend: "answer what is open, in the round's Close or with `vault debrief`; what you did not ask is `missed`",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "steps_when: within a fortnight\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &["close/process"],
    find: Find::Derived(find),
};

fn find(application: &Application<'_>, found: &[Finding]) -> Vec<Finding> {
    application.held().iter().filter_map(|held| look(application, held, found)).collect()
}

fn look(application: &Application<'_>, held: &Held<'_>, found: &[Finding]) -> Option<Finding> {
    let stands = |finding: &&Finding| {
        let asked_for = finding.rule.stage() == RULE.stage() || finding.rule.id == "thank/moment";
        asked_for && finding.round == Some(held.at) && finding.severity >= Some(Severity::Warning)
    };
    let open = found.iter().filter(stands).count();
    if open == 0 {
        return None;
    }
    let things = if open == 1 { "1 thing is".to_owned() } else { format!("{open} things are") };
    let message = format!("{} is not written down yet: {things} open", application.called(held));
    let title = format!("Write down the interview at {}: {things} open", application.company.name);
    let place = held.close.span.unwrap_or(Span::START);
    // Only in the agenda: the severity is taken away again.
    let finding = Finding::fault(&RULE, Severity::Hint, application.vault, held.note, place, message);
    let duty = Duty::new(Some(held.date), held.date, 1, title).by_writing();
    Some(
        finding
            .agenda_only()
            .help("fill Close, or run `vault debrief`: two minutes; what you did not ask is `missed`")
            .round(held)
            .duty_of(duty),
    )
}
