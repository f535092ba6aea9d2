//! `prepare/research`

use super::example::{DAY, PLANNED, RESEARCHED};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::date::spoken;
use crate::checklist::example::Example;
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::Subject;
use crate::text::{Span, listed};

/// Nothing new was found out for the round.
pub(super) static RULE: Rule = Rule {
    id: "prepare/research",
    title: "research is missing for a round",
    why: "Each round asks for more depth than the last; what you heard there tells you where to look.",
    sources: &["s1-research-deeper", "s1-research-aimed", "s4-keep-learning", "s2-know-aim"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `prepare_days` before to its day: the company and the \
              role; from round 2 on each interviewer too, and all found since the round before",
    mend: "write what you find under Research in the company's note, one dated line each: `- 2025-03-06 company: …`, \
           `- 2025-03-06 role: …`, `- 2025-03-06 [[Full Name]]: …`",
    broken: Example { today: DAY, edits: &[PLANNED] },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let company = round.application.company;
    let since = round.earlier().last().filter(|_| !round.is_first()).map(|held| held.date);
    let counts = |date| date <= round.as_of && since.is_none_or(|since| date > since);
    let fresh: Vec<&Subject> =
        company.research.iter().filter(|line| counts(line.date)).map(|line| &line.subject).collect();
    let mut missing: Vec<(&str, String)> = Vec::new();
    if !fresh.contains(&&Subject::Company) {
        missing.push(("the company", "company".to_owned()));
    }
    if !fresh.contains(&&Subject::Role) {
        missing.push(("the role", "role".to_owned()));
    }
    for person in round.interviewers.list().iter().filter(|_| !round.is_first()) {
        if !fresh.iter().any(|subject| matches!(subject, Subject::Person(found) if found.is(person))) {
            missing.push((&person.name, format!("[[{}]]", person.name)));
        }
    }
    let Some((_, subject)) = missing.first() else { return Asked::Done };
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    let on = listed(&names);
    let since = since.map(|since| format!(" since {}", spoken(since))).unwrap_or_default();
    let message = format!("no research{since} on {on} for {}", round.called());
    let help = format!("write under Research what you find: `- {} {subject}: …`", round.application.today);
    let duty = round.duty(2, 3, format!("Research {on}"));
    let finding = round.lacks(&RULE, Severity::Warning, company.note, Span::START, message);
    finding.help(help).duty_of(duty).into()
}
