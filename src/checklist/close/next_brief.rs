//! `close/next-brief`

use super::{Application, Find, Finding, Gap, Rule, gaps, is_last};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;

/// Nobody was asked what the next round is about.
pub(super) static RULE: Rule = Rule {
    id: "close/next-brief",
    title: "not asked what the next round is about",
    why: "Whoever sends you on knows what the next round turns on, what to stress and what to mend, and may help.",
    sources: &["s1-ask-main-focus", "s1-ask-what-more", "s1-ask-strong-weak", "s1-sponsor", "s0-sponsor-input"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "for each held round, until the next one names its interviewers or is held; not where `rounds_left` is 0; \
              `sponsor` is a hint",
    mend: "write `next_focus`, `next_wants`, `play_up` or `shore_up`, and `sponsor` in the round; `none` is an answer, \
           `declined` if they would not say, `missed` if you did not ask",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, "next_wants: a word on night shifts\n", "")] },
    mended: Example::sound("2025-03-06"),
    beside: &["close/debrief"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for held in application.before_the_next_is_known().filter(|held| !is_last(held)) {
        let open = gaps([
            Gap::of("`next_focus`", &held.next_focus, Severity::Warning),
            Gap::of("`next_wants`", &held.next_wants, Severity::Warning),
            Gap::of_either("`play_up` or `shore_up`", [&held.play_up, &held.shore_up], Severity::Warning),
            Gap::of("`sponsor`", &held.sponsor, Severity::Hint),
        ]);
        found.extend(open.into_iter().map(|gaps| {
            let (keys, are) = (gaps.names(), gaps.are());
            let company = &application.company.name;
            let message = format!("what the next round at {company} turns on is not clear: {keys} {are} open");
            let place = gaps.place.unwrap_or_default();
            Finding::fault(&RULE, gaps.severity, application.vault, held.note, place, message)
                .help(format!("write {keys} in the round; `none`, `declined` and `missed` are answers too"))
                .round(&held)
        }));
    }
    found
}
