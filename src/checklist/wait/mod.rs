//! The time until they answer: what to leave alone, and what to do meanwhile.

mod advisor_call;
mod channel;
mod check_in;
mod company_need;
mod crowding;
mod good_word;
mod research;
mod too_soon;
mod unanswered;

use super::{Application, Exchange, Find, Finding, Held, Rule};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::text::Span;

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[
    &advisor_call::RULE,
    &channel::RULE,
    &check_in::RULE,
    &company_need::RULE,
    &crowding::RULE,
    &good_word::RULE,
    &research::RULE,
    &too_soon::RULE,
    &unanswered::RULE,
];

/// Days, the first among them, for which a contact that went wrong is spoken of, and in which
/// contacts crowd each other.
const WEEK: u64 = 7;

/// The latest contacts of which something may still be learnt: not a week old, and followed neither
/// by another contact nor by a word from the company.
fn fresh(application: &Application<'_>) -> Vec<Exchange> {
    let mut exchanges = application.exchanges();
    let counted = exchanges.iter().filter(|exchange| application.takes_their_time(exchange));
    let last = counted.map(|exchange| exchange.date).max();
    let heard = application.last_heard();
    exchanges.retain(|exchange| {
        let followed = last.is_some_and(|last| last > exchange.date) || heard.is_some_and(|day| day >= exchange.date);
        !followed && application.today < plus(exchange.date, WEEK)
    });
    exchanges
}

/// The waiting round, with the fresh contacts since it was held.
fn fresh_while_waiting<'v>(application: &Application<'v>) -> Option<(Held<'v>, Vec<Exchange>)> {
    let held = application.waiting()?;
    let mut exchanges = fresh(application);
    exchanges.retain(|exchange| exchange.date >= held.date);
    Some((held, exchanges))
}

/// A fault in a contact: at its line in the log, or for a letter at `place` of the `held` round.
fn reproach(
    rule: &'static Rule,
    severity: Severity,
    application: &Application<'_>,
    exchange: &Exchange,
    (held, place): (&Held<'_>, Span),
    message: String,
) -> Finding {
    let vault = application.vault;
    let logged = exchange.round.and_then(|at| Some((at, vault.rounds.get(at)?.note, exchange.bullet?)));
    let (at, note, span) = logged.unwrap_or((held.at, held.note, place));
    Finding::fault(rule, severity, vault, note, span, message).round_at(at)
}
