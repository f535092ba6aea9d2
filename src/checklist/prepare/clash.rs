//! `prepare/clash`

use chrono::NaiveDate;

use super::{Find, Finding, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example};
use crate::checklist::{Finds, Scene, Weight};
use crate::diagnostic::Severity;
use crate::model::{CompanyId, Round, RoundState, Status};

/// Two interviews are close together.
pub(super) static RULE: Rule = Rule {
    id: "prepare/clash",
    title: "two interviews on one day, or on days in a row",
    why: "Each round deserves a whole candidate; two in a row are easily mixed up, and the second gets what is left.",
    sources: &["s1-stretched-thin", "s1-lost-track", "s1-as-if-only"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "to two planned rounds of open companies on one day, or on neighbouring business days",
    mend: "ask one of them for another day and change its `interview_date`; or prepare both early, and waive this on \
           the later round",
    broken: Example { today: "2025-03-06", edits: &[OURS, OTHERS, THEIRS] },
    mended: Example {
        today: "2025-03-06",
        edits: &[
            OURS,
            OTHERS,
            THEIRS,
            Edit::Swap(THEIR_ROUND, "interview_date: 2025-04-11", "interview_date: 2025-04-15"),
        ],
    },
    beside: &[],
    find: Find::Vault(find),
};

const THEIR_ROUND: &str = "Rounds/2025-04-11 Ostby Pumps.md";
const OTHERS: Edit = Edit::Write("Companies/Ostby Pumps.md", "---\ntype: company\nstatus: interviewing\n---\n");
const OURS: Edit = Edit::Write(
    "Rounds/2025-04-10 Harbour Glass.md",
    "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\ninterview_date: 2025-04-10\n\
     interviewers: [\"[[Ines Falk]]\"]\n---\n",
);
const THEIRS: Edit = Edit::Write(
    THEIR_ROUND,
    "---\ntype: round\ncompany: \"[[Ostby Pumps]]\"\nround: 1\ninterview_date: 2025-04-11\ninterviewers: declined\n\
     ---\n",
);

/// A round to come.
struct Coming<'v> {
    date: NaiveDate,
    at: usize,
    company: CompanyId,
    round: &'v Round,
}

/// The rounds to come in order of their days: whoever clashes with one before clashes with the last of them.
fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let calendar = &scene.vault.calendar;
    let mut coming: Vec<Coming<'_>> = (0..scene.vault.rounds.len()).filter_map(|at| ahead(scene, at)).collect();
    coming.sort_by_key(|round| (round.date, round.at));
    let pairs = coming.windows(2).filter_map(|pair| match pair {
        [first, second] if second.date <= calendar.after(first.date, 1) => Some(tell(scene, first, second)),
        _ => None,
    });
    pairs.collect()
}

fn ahead<'v>(scene: &Scene<'v>, at: usize) -> Option<Coming<'v>> {
    let round = &scene.vault.rounds[at];
    let (date, company) = (round.interview_date.get()?, round.company_id?);
    let is_open = !scene.vault.company(company).status.get().is_some_and(Status::is_over);
    let is_ahead = round.state(scene.today) == RoundState::Planned && date >= scene.today;
    (is_open && is_ahead).then_some(Coming { date, at, company, round })
}

fn tell(scene: &Scene<'_>, first: &Coming<'_>, second: &Coming<'_>) -> Finding {
    let name = |coming: &Coming<'_>| &scene.vault.company(coming.company).name;
    let when = if first.date == second.date {
        format!("on one day, {}", spoken(first.date))
    } else {
        format!("on days in a row, {} and {}", spoken(first.date), spoken(second.date))
    };
    let message = format!("the interviews at {} and {} are {when}", name(first), name(second));
    let place = second.round.interview_date.place();
    let finding = Finding::fault(&RULE, Severity::Hint, scene.vault, second.round.note, place, message);
    let help = format!("ask {} or {} for another day, or prepare both early", name(first), name(second));
    Finding { company: Some(second.company), ..finding.help(help).round_at(second.at) }
}
