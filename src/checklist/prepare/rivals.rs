//! `prepare/rivals`

use super::example::{DAY, PLANNED, RESEARCHED};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::example::{COMPANY, Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::Field;

/// Nobody knows how many others are still in.
pub(super) static RULE: Rule = Rule {
    id: "prepare/rivals",
    title: "it is not known how many others are still in",
    why: "Who else is left, and what they bring, tells you what to set against it; perhaps nobody else is, and they \
          only want to be sure.",
    sources: &["s1-rivals", "s2-few-left", "s2-maybe-only-you"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "for each planned round of an open company from round 2 on, from `prepare_days` before to its day",
    mend: "ask, and write `rivals: 2` in the company's note (0 is an answer), their backgrounds under Rivals; `declined` \
           if they would not say",
    broken: Example { today: DAY, edits: &[PLANNED, RESEARCHED, Edit::Swap(COMPANY, "rivals: 2\n", "")] },
    mended: Example { today: DAY, edits: &[PLANNED, RESEARCHED] },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    if round.is_first() {
        return Asked::Nothing;
    }
    let company = round.application.company;
    // What a round taught once it was held was not known before it.
    let own = Some(&round.round.rivals).filter(|_| round.is_ahead());
    let earlier = round.earlier().iter().map(|held| &held.round.rivals);
    let known: Vec<&Field<u32>> = earlier.chain(own).chain([&company.rivals]).collect();
    if known.iter().any(|field| field.is_answered()) {
        return Asked::Done;
    }
    let severity = if known.iter().any(|field| field.is_missed()) { Severity::Hint } else { Severity::Warning };
    let name = &company.name;
    let message = format!("it is not known how many others are still in at {name}");
    let duty = round.duty(1, 3, "Ask how many others are still in");
    let finding = round.lacks(&RULE, severity, company.note, company.rivals.place(), message);
    let help = "write `rivals: 2`, 0 is an answer, and what they bring under Rivals; `rivals: declined` if they would \
                not say";
    finding.help(help).duty_of(duty).into()
}
