//! `prepare/format`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Answer, Format};

/// Nobody knows whether one person asks, or a table of them.
pub(super) static RULE: Rule = Rule {
    id: "prepare/format",
    title: "the format is not known",
    why: "After a talk with one person there is often a panel, of those you would work with: each of them is to be \
          known by name.",
    sources: &["s2-panel", "s2-panel-colleagues"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `prepare_days` before to its day; a panel with fewer than \
              two names is a warning",
    mend: "write `format: one-to-one`, `panel` or `group` in the round, and everybody's name in `interviewers`; \
           `declined` if they would not say",
    broken: Example {
        today: DAY,
        edits: &[PLANNED, RESEARCHED, Edit::Swap(SECOND, "round: 2\n", "round: 2\nformat: panel\n")],
    },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let names = round.interviewers.list().len();
    let would_not_say = matches!(round.interviewers.answer, Answer::Declined | Answer::Nothing);
    let (severity, message, help, title) = match round.format() {
        Answer::Value(Format::Panel) if names < 2 && !would_not_say => (
            Severity::Warning,
            format!(
                "{} is a panel, and {}",
                round.called(),
                if names == 0 { "nobody is named" } else { "only one person is named" }
            ),
            "write everybody's name in `interviewers`, a link or plain words; `interviewers: declined` if they would \
             not say",
            "Ask who sits on the panel",
        ),
        Answer::Value(Format::Unknown) | Answer::Absent | Answer::Missed => (
            Severity::Hint,
            format!("the format of {} is not known", round.called()),
            "write `format: one-to-one`, `panel` or `group`; `declined` if they would not say",
            "Find out the format of the interview",
        ),
        Answer::Value(_) | Answer::Nothing | Answer::Declined => return Asked::Done,
    };
    let finding = round.lacks(&RULE, severity, round.note, round.format_written.place(), message);
    finding.help(help).duty_of(round.duty(1, 3, title)).into()
}
