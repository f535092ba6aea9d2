//! `prepare/extra-mile`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Document, Prepare, Record};
use crate::text::Span;

/// Nothing goes beyond what was asked for.
pub(super) static RULE: Rule = Rule {
    id: "prepare/extra-mile",
    title: "nothing that goes beyond what was asked for",
    why: "Those who are left are all good; what sets one apart is something nobody asked for, such as a plan for the \
          first ninety days, or a look at the work itself.",
    sources: &["s1-extra-mile", "s1-demonstrate", "s1-306090", "s1-plan-handout"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company from round 2 on, from `prepare_days` before to its day; with a \
              plan, a copy for each interviewer",
    mend: "write under Prepare `- extra mile: …`, `- demo: …`, or `- plan: [[your 30-60-90 plan]]` with `- copies: 3`",
    broken: Example {
        today: DAY,
        edits: &[PLANNED, RESEARCHED, Edit::Swap(SECOND, "- extra mile: the shift handover on one page\n", "")],
    },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    if round.is_first() {
        return Asked::Nothing;
    }
    let plan = round.bullets("plan").last();
    let people = round.interviewers.list().len();
    let copies = round.bullets("copies").last();
    let (span, message, help, title) = match plan {
        Some(plan) if copies.map_or(0, count) < people => (
            copies.unwrap_or(plan).span,
            format!("there are fewer copies of the plan for {} than people to hand it to", round.called()),
            format!("print one for each of them and write `- copies: {people}` under Prepare, or one more for yourself"),
            format!("Print {people} copies of the plan"),
        ),
        None if ["extra mile", "demo"].into_iter().all(|label| round.bullets(label).next().is_none()) => (
            Span::START,
            format!("nothing is prepared for {} that goes beyond what was asked for", round.called()),
            "write under Prepare `- extra mile: …`, `- demo: …`, or `- plan: [[your 30-60-90 plan]]` with `- copies: …`"
                .to_owned(),
            "Prepare something that goes beyond what was asked for".to_owned(),
        ),
        _ => return Asked::Done,
    };
    let mut duty = round.duty(1, 2, title);
    // A plan of the candidate's own needs no draft beside it.
    if plan.is_none_or(|plan| is_draft(round, plan)) {
        duty = duty.document(Document::Plan306090);
    }
    round.lacks(&RULE, Severity::Warning, round.note, span, message).help(help).duty_of(duty).into()
}

/// The number at the start of a `copies` bullet; 0 where there is none.
fn count(copies: &Prepare) -> usize {
    let digits = copies.text.split(|c: char| !c.is_ascii_digit()).next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// Whether a `plan` links a drafted one.
fn is_draft(round: &Preparation<'_, '_>, plan: &Prepare) -> bool {
    let vault = round.application.vault;
    let records = plan.people.iter().filter_map(|named| named.note).map(|note| vault.note(note).record);
    let mut letters = records.filter_map(|record| match record {
        Record::Letter(at) => vault.letters.get(at),
        _ => None,
    });
    letters.any(|letter| letter.document.get() == Some(Document::Plan306090))
}
