//! `wait/channel`

use super::{Application, Exchange, Find, Finding, Held, Rule, Severity, fresh_while_waiting, reproach};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::model::{Channel, Purpose};

/// They said how they like to be reached, and were reached otherwise.
pub(super) static RULE: Rule = Rule {
    id: "wait/channel",
    title: "not the way they asked to be reached",
    why: "They told you how a question reaches them best; to use it shows that you listened.",
    sources: &["s4-respect-channel", "s4-checkin-wish"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to a check-in or a request for news by another channel than `check_in` of the current held round, while \
              its answer is awaited; until the next contact, for seven days at most; `any` allows all",
    mend: "use their channel the next time; where they changed their mind, write it in `check_in`",
    broken: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 phone check-in with [[Ines Falk]]\n")],
    },
    mended: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-06 email check-in to [[Ines Falk]]\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let Some((held, exchanges)) = fresh_while_waiting(application) else { return Vec::new() };
    let enquiries = exchanges.iter().filter(|exchange| exchange.is_for(&[Purpose::CheckIn, Purpose::Status]));
    enquiries.filter_map(|exchange| look(application, &held, exchange)).collect()
}

fn look(application: &Application<'_>, held: &Held<'_>, exchange: &Exchange) -> Option<Finding> {
    let wished = held.check_in.get()?.channel()?;
    let used = exchange.channel.filter(|used| !is_by(*used, wished))?;
    // Who cannot be phoned is asked by e-mail, whatever the others wish.
    let people = &exchange.people;
    if !people.is_empty() && people.iter().all(|person| application.asks_by(held, Some(person)) == used) {
        return None;
    }
    let message = format!(
        "{} likes to be reached {}, and was asked on {} {}",
        application.company.name,
        wished.way(),
        spoken(exchange.date),
        used.way(),
    );
    let way = format!(
        "next time ask {}; if they have changed their mind, write `check_in: any`, or the channel they like now",
        wished.way()
    );
    let at = (held, held.check_in.place());
    Some(reproach(&RULE, Severity::Warning, application, exchange, at, message).help(way))
}

/// A card goes by post too.
fn is_by(used: Channel, wished: Channel) -> bool {
    used == wished || (wished == Channel::Post && used == Channel::Handwritten)
}
