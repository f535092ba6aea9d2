//! `prepare/repeat`

use super::example::{DAY, PLANNED, SECOND};
use super::{Application, Asked, Find, Finding, Preparation, Rule, each};
use crate::checklist::example::{COMPANY, Edit, Example};
use crate::checklist::{Finds, Held, Weight};
use crate::diagnostic::Severity;
use crate::model::{Candidate, Prepare, folded};
use crate::text::{Span, listed};

const OLGA: Edit = Edit::Write(
    "Interviewers/Olga Brand.md",
    "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n## Profile\n- likes: clear numbers\n",
);
const SEARCHED: Edit =
    Edit::Swap(COMPANY, "## Research\n", "## Research\n- 2025-03-06 [[Olga Brand]]: came from bottling\n");
const MEETS_OLGA: Edit = Edit::Swap(SECOND, "[\"[[Ines Falk]]\"]", "[\"[[Olga Brand]]\"]");

/// A new listener would not hear what the others heard.
pub(super) static RULE: Rule = Rule {
    id: "prepare/repeat",
    title: "nothing to repeat for those who have not heard it",
    why: "Nobody passes on what you said: whoever is new knows only what you tell them, so the facts that won the last \
          round are to be told again.",
    sources: &["s2-no-handover", "s2-repeat-facts", "s2-no-handover-exception"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Duty,
    applies: "for each planned round of an open company from round 2 on with an interviewer not met before, from \
              `prepare_days` before to its day; for the latest held round, what was to be repeated and is not under \
              Said is a hint",
    mend: "under Prepare, write `- repeat: ` and the ids of key facts or accomplishments, by commas, or `all`; after \
           the interview, put the ids you told under Said",
    broken: Example { today: DAY, edits: &[OLGA, PLANNED, SEARCHED, MEETS_OLGA] },
    mended: Example {
        today: DAY,
        edits: &[
            OLGA,
            PLANNED,
            SEARCHED,
            MEETS_OLGA,
            Edit::Swap(SECOND, "## Prepare\n", "## Prepare\n- repeat: shifts, kiln\n"),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

/// Stands for every key fact.
const ALL: &str = "all";

fn find(application: &Application<'_>) -> Vec<Finding> {
    let mut found = each(application, look);
    found.extend(application.current().and_then(|held| forgotten(application, &held)));
    found
}

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    let new: Vec<&str> = round.newcomers().map(|person| person.name.as_str()).collect();
    if round.is_first() || new.is_empty() {
        return Asked::Nothing;
    }
    let candidate = round.application.vault.candidate();
    let is_known = |id: &str| candidate.is_some_and(|candidate| is_known(candidate, id));
    let mut wanted = round.bullets("repeat").flat_map(|bullet| ids(bullet).map(move |id| (bullet.span, id))).peekable();
    let called = round.called();
    let (span, message) = if wanted.peek().is_none() {
        let names = listed(&new);
        let have = if new.len() == 1 { "has" } else { "have" };
        (Span::START, format!("{names} {have} heard nothing yet, and nothing is to be repeated in {called}"))
    } else {
        let unknown: Vec<(Span, &str)> = wanted.filter(|(_, id)| !is_known(id)).collect();
        let Some((span, _)) = unknown.first() else { return Asked::Done };
        let names: Vec<String> = unknown.iter().map(|(_, id)| format!("`{id}`")).collect();
        let are = if names.len() == 1 { "is no id" } else { "are no ids" };
        (*span, format!("{} {are} of a key fact or an accomplishment, to be repeated in {called}", listed(&names)))
    };
    let help = "write `- repeat: ` under Prepare with ids from Key facts or Accomplishments in your own note, by commas; \
                or `- repeat: all`";
    let duty = round.duty(1, 3, format!("Choose what to repeat for {}", listed(&new)));
    round.lacks(&RULE, Severity::Warning, round.note, span, message).help(help).duty_of(duty).into()
}

/// What was to be repeated in the round and was not told there.
fn forgotten(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let said: Vec<String> = held.said.iter().map(|id| folded(&id.value)).collect();
    let facts = application.vault.candidate().map(|candidate| candidate.key_facts.as_slice()).unwrap_or_default();
    let mut missing: Vec<&str> = Vec::new();
    let mut place = None;
    for bullet in held.round.prepare.iter().filter(|bullet| bullet.label == "repeat") {
        let each = ids(bullet).flat_map(|id| match folded(id).as_str() {
            ALL => facts.iter().map(|fact| fact.id.as_str()).collect(),
            _ => vec![id],
        });
        let untold = |id: &&str| !said.iter().any(|told| *told == folded(id) || told == ALL);
        for id in each.filter(untold) {
            place = place.or(Some(bullet.span));
            if !missing.contains(&id) {
                missing.push(id);
            }
        }
    }
    let names: Vec<String> = missing.iter().map(|id| format!("`{id}`")).collect();
    let (are, them) = if names.len() == 1 { ("was", "it") } else { ("were", "them") };
    let message = format!("{} {are} to be repeated in {}, and not said", listed(&names), application.called(held));
    let finding = Finding::fault(&RULE, Severity::Hint, application.vault, held.note, place?, message);
    Some(finding.help(format!("put {them} under Said if you told {them}; else say {them} next time")).round(held))
}

/// The ids of a `repeat` bullet.
fn ids(bullet: &Prepare) -> impl Iterator<Item = &str> {
    bullet.text.split(',').map(str::trim).filter(|id| !id.is_empty())
}

fn is_known(candidate: &Candidate, id: &str) -> bool {
    let id = folded(id);
    id == ALL || candidate.key_facts.iter().chain(&candidate.accomplishments).any(|known| folded(&known.id) == id)
}
