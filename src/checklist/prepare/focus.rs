//! `prepare/focus`

use super::example::{DAY, PLANNED, RESEARCHED, SECOND};
use super::{Asked, Find, Preparation, Rule, each};
use crate::checklist::asking::unless_missed;
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Weight};
use crate::model::{Answer, Focus};
use crate::text::listed;

/// Nobody knows what the round tests, or it is the fit and nothing is said about that.
pub(super) static RULE: Rule = Rule {
    id: "prepare/focus",
    title: "what the round tests is not prepared",
    why: "Skills are mostly granted by the second round; then they look at how you would fit the company, its \
          customers, its people and the job.",
    sources: &["s1-ask-main-focus", "s2-focus-override", "s2-hr-first", "s2-personality", "s2-four-fits"],
    weight: Weight::HintThenWarning,
    finds: Finds::Duty,
    applies: "for each planned round of an open company, from `prepare_days` before to its day; where the focus is not \
              given it is taken from `next_focus` of the round before, else technical after human resources alone, else \
              fit from round 2 on",
    mend: "write `focus: fit` (or technical, confirm, mixed) in the round; for fit, one line each under Prepare: `- fit \
           company: …`, `- fit clients: …`, `- fit team: …`, `- fit job: …`; `focus: declined` if they would not say",
    broken: Example {
        today: DAY,
        edits: &[PLANNED, RESEARCHED, Edit::Swap(SECOND, "round: 2\n", "round: 2\nfocus: fit\n")],
    },
    mended: Example {
        today: DAY,
        edits: &[
            PLANNED,
            RESEARCHED,
            Edit::Swap(SECOND, "round: 2\n", "round: 2\nfocus: fit\n"),
            Edit::Swap(
                SECOND,
                "## Prepare\n",
                "## Prepare\n- fit company: we both think in years\n- fit clients: bottlers are no strangers to me\n\
                 - fit team: I like a night crew\n- fit job: I have led two shifts\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(|application| each(application, look)),
};

/// What there is to fit.
const FITS: [&str; 4] = ["fit company", "fit clients", "fit team", "fit job"];

pub(super) fn look(round: &Preparation<'_, '_>) -> Asked {
    if matches!(round.focus.answer, Answer::Declined | Answer::Nothing) {
        return Asked::Done;
    }
    let aim = round.aim();
    let (message, help, title) = match aim.focus {
        Some(Focus::Fit) => {
            let missing: Vec<String> = FITS
                .into_iter()
                .filter(|label| round.bullets(label).next().is_none())
                .map(|label| format!("`- {label}: …`"))
                .collect();
            if missing.is_empty() {
                return Asked::Done;
            }
            let bullets = listed(&missing);
            let are = if missing.len() == 1 { "is" } else { "are" };
            (
                format!("{} is about how you fit, as {}: {bullets} {are} open", round.called(), aim.basis.words()),
                format!("write {bullets} under Prepare; or another `focus`, if you know better"),
                "Prepare how you fit",
            )
        }
        Some(_) => return Asked::Done,
        None => (
            format!("it is not known what {} tests", round.called()),
            "ask, and write `focus: fit` (or technical, confirm, mixed); `focus: declined` if they would not say"
                .to_owned(),
            "Ask what the round is about",
        ),
    };
    let severity = unless_missed(&round.focus, round.graded());
    let finding = round.lacks(&RULE, severity, round.note, round.focus.place(), message);
    finding.help(help).duty_of(round.duty(1, 3, title)).into()
}
