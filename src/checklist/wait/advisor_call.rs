//! `wait/advisor-call`

use super::{Application, Find, Finding, Rule, Severity, fresh_while_waiting, reproach};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::model::{Channel, HiringRole};

/// Somebody was phoned who only gives a second opinion.
pub(super) static RULE: Rule = Rule {
    id: "wait/advisor-call",
    title: "a phone call to somebody who only advises",
    why: "Who gives a second opinion, or would sit beside you, cannot tell you the answer; a call embarrasses them.",
    sources: &["s0-no-call-advisor", "s0-bonded-exception", "s4-respect-channel"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to a phone call to an advisor or a peer while the current held round's answer is awaited, unless there \
              is a `bond` or they asked to be phoned; until the next contact, for seven days at most",
    mend: "write to them the next time; where there is a real bond, say so in their note: `bond: …`; where they asked \
           for a call: `check_in: phone` and `check_in_with` in the round",
    broken: Example { today: "2025-03-06", edits: &[ADVISOR, CALL] },
    mended: Example {
        today: "2025-03-06",
        edits: &[
            ADVISOR,
            CALL,
            Edit::Swap(
                "Interviewers/Liv Moe.md",
                "hiring_role: advisor\n",
                "hiring_role: advisor\nbond: we rowed in the same boat for three years\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

const ADVISOR: Edit = Edit::Write(
    "Interviewers/Liv Moe.md",
    "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\nhiring_role: advisor\n---\n",
);
const CALL: Edit = Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 phone other with [[Liv Moe]]\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    let Some((held, exchanges)) = fresh_while_waiting(application) else { return Vec::new() };
    let calls = exchanges.iter().filter(|exchange| exchange.channel == Some(Channel::Phone));
    let people = calls.flat_map(|call| call.people.iter().map(move |person| (call, person)));
    let unasked = people.filter(|(_, person)| !application.may_phone(&held, person));
    let found = unasked.map(|(call, person)| {
        let name = &person.name;
        let role = application.interviewer(person).and_then(|note| note.hiring_role.get());
        let part = if role == Some(HiringRole::Peer) { "would be a colleague" } else { "only advises" };
        let message = format!("{name}, who {part}, was phoned on {}", spoken(call.date));
        let at = (&held, held.check_in_with.place());
        reproach(&RULE, Severity::Warning, application, call, at, message)
            .help(format!(
                "write to them next time; if a call is welcome, write why as `bond: …` in the note of {name}"
            ))
            .person(person)
    });
    found.collect()
}
