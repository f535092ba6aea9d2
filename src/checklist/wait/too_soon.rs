//! `wait/too-soon`

use chrono::NaiveDate;

use super::{Application, Exchange, Find, Finding, Held, Rule, Severity, fresh_while_waiting, reproach};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::model::Purpose;
use crate::text::Span;

/// They asked for peace, and were asked all the same.
pub(super) static RULE: Rule = Rule {
    id: "wait/too-soon",
    title: "contact before the day they named",
    why: "A day that they name themselves is a small test: to keep to it shows respect, to call earlier looks pushy.",
    sources: &["s4-sit-tight", "s0-pushy-limit"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Fault,
    applies: "to a request for news, a check-in, a decision call or a proposal before `quiet_until` or `check_in_on` \
              of the current held round, while its answer is awaited; until the next contact, for seven days at most",
    mend: "leave it at that until the day has come; thanks and promises may go at any time. Where they named the day \
           only then, log their answer: `- DATE email other from [[NAME]]: …`",
    broken: Example { today: "2025-03-06", edits: &[QUIET, Edit::Swap(ROUND, LOG, EARLY)] },
    mended: Example { today: "2025-03-11", edits: &[QUIET, Edit::Swap(ROUND, LOG, IN_TIME)] },
    beside: &[],
    find: Find::Open(find),
};

const QUIET: Edit = Edit::Swap(ROUND, "check_in: email\n", "check_in: email\nquiet_until: 2025-03-11\n");
const LOG: &str = "## Log\n";
const EARLY: &str = "## Log\n- 2025-03-06 email check-in to [[Ines Falk]]\n";
const IN_TIME: &str = "## Log\n- 2025-03-11 email check-in to [[Ines Falk]]\n";

/// What a quiet day holds back.
const HELD_BACK: [Purpose; 4] = [Purpose::Status, Purpose::CheckIn, Purpose::DecisionCall, Purpose::Proposal];

fn find(application: &Application<'_>) -> Vec<Finding> {
    let Some((held, exchanges)) = fresh_while_waiting(application) else { return Vec::new() };
    let enquiries = exchanges.iter().filter(|exchange| exchange.is_for(&HELD_BACK));
    enquiries.filter_map(|exchange| look(application, &held, exchange)).collect()
}

fn look(application: &Application<'_>, held: &Held<'_>, exchange: &Exchange) -> Option<Finding> {
    let (until, place) = latest_ahead(held, exchange.date)?;
    let company = &application.company.name;
    let (until, made) = (spoken(until), spoken(exchange.date));
    let message = format!("{company} was to be left in peace until {until}, and was contacted on {made}");
    let way = format!(
        "send nothing more before {until} but thanks and what you promised; if they named that day only on {made}, log \
         their answer: `- {} email other from [[NAME]]: …`",
        exchange.date
    );
    Some(reproach(&RULE, Severity::Warning, application, exchange, (held, place), message).help(way))
}

/// The day they named that still lay ahead on `date`, and where it is written.
fn latest_ahead(held: &Held<'_>, date: NaiveDate) -> Option<(NaiveDate, Span)> {
    let named = [&held.round.quiet_until, &held.round.check_in_on].into_iter();
    let ahead = named.filter_map(|field| Some((field.get().filter(|day| *day > date)?, field.place())));
    ahead.max_by_key(|(day, _)| *day)
}
