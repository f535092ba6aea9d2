//! `wait/crowding`

use super::{Application, Exchange, Find, Finding, Held, Rule, Severity, WEEK, fresh, reproach};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::model::calendar::plus;

/// Too much at once.
pub(super) static RULE: Rule = Rule {
    id: "wait/crowding",
    title: "three contacts within a week",
    why: "Each word from you may be welcome, and the third in a week still feels like being pressed.",
    sources: &["s0-pushy-limit", "s0-gut", "s3-gentle"],
    weight: Weight::Always(Severity::Hint),
    finds: Finds::Fault,
    applies: "to the third contact with an open company within seven days, once a round was held; thanks, promises and \
              words with allies do not count. Until the next contact, for seven days at most",
    mend: "let the next one wait until a week has gone by; where two lines of the log tell of one contact, join them: \
           `- DATE email status+other to [[NAME]]`",
    broken: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, LOG, THREE)] },
    mended: Example { today: "2025-03-06", edits: &[Edit::Swap(ROUND, LOG, TWO)] },
    beside: &[],
    find: Find::Open(find),
};

const LOG: &str = "## Log\n";
const THREE: &str = "\
## Log
- 2025-03-05 email other to [[Ines Falk]]: the name of the tile works
- 2025-03-06 phone other with [[Ines Falk]]: whether the parking slip came
- 2025-03-06 email other to [[Ines Falk]]: where the parking slip lies
";
const TWO: &str = "\
## Log
- 2025-03-05 email other to [[Ines Falk]]: the name of the tile works
- 2025-03-06 phone other with [[Ines Falk]]: whether the parking slip came, and where it lies
";

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.current().and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let counts = |exchange: &Exchange| application.takes_their_time(exchange);
    let last = fresh(application).into_iter().rfind(counts)?;
    let mut exchanges = application.exchanges();
    exchanges.retain(|exchange| counts(exchange) && plus(exchange.date, WEEK) > last.date);
    let [first, .., second_last, _] = exchanges.as_slice() else { return None };
    let when = if first.date == last.date {
        format!("on {}", spoken(first.date))
    } else {
        format!("from {} to {}", spoken(first.date), spoken(last.date))
    };
    let message = format!("{} was contacted {} times {when}", application.company.name, exchanges.len());
    let free = plus(second_last.date, WEEK);
    let way = if free > application.today {
        format!("let the next contact wait until {} if you can; thanks and promises are no bother", spoken(free))
    } else {
        "next time say it all in one or two contacts a week; thanks and promises are no bother".to_owned()
    };
    let at = (held, held.check_in.place());
    Some(reproach(&RULE, Severity::Hint, application, &last, at, message).help(way))
}
