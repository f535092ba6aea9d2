//! `wait/check-in`

use chrono::NaiveDate;

use super::{Application, Find, Finding, Held, Rule, Severity};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::model::{Channel, Document, Field, Purpose};

/// The day that was agreed for a check-in has come.
pub(super) static RULE: Rule = Rule {
    id: "wait/check-in",
    title: "the check-in that was agreed was not made",
    why: "They told you when and how to come back to them; to do just that shows that you keep your word, and want the \
          job.",
    sources: &["s4-checkin-wish", "s4-sit-tight", "s4-respect-channel", "s4-no-silence"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Duty,
    applies: "to the current held round while its answer is awaited, on `check_in_on`, else on `quiet_until` where \
              `check_in` says how; on the next business day where that is none. Not once asking for news has opened",
    mend: "check in the way they like, and log it in the round: `- DATE email check-in to [[NAME]]`",
    broken: Example { today: "2025-03-11", edits: &[AGREED] },
    mended: Example {
        today: "2025-03-11",
        edits: &[AGREED, Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-10 email check-in to [[Ines Falk]]\n")],
    },
    beside: &[],
    find: Find::Open(find),
};

const AGREED: Edit = Edit::Swap(ROUND, "check_in: email\n", "check_in: email\ncheck_in_on: 2025-03-10\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.waiting().and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let agreed = agreed(held)?;
    let day = agreed.get()?;
    let checked_in = || application.made().iter().any(|made| made.purpose == Purpose::CheckIn && made.date >= day);
    if application.today >= application.asks_from(held) || checked_in() {
        return None;
    }
    let person = application.whom_to_ask(held);
    let name = person.map_or(application.company.name.as_str(), |person| &person.name);
    let to = person.map(|person| format!(" to [[{}]]", person.name)).unwrap_or_default();
    let channel = application.asks_by(held, person);
    let by = match channel {
        Channel::Phone => "phone",
        Channel::Post => "post",
        _ => "e-mail",
    };
    let message = format!("{name} expects your check-in, for which {} was agreed", spoken(day));
    let way = format!("check in by {by}, and log it in the round: `- DATE {} check-in{to}`", channel.name());
    let opens = application.after_quiet(held, application.calendar().roll(day));
    let duty = Duty::new(Some(opens), opens, 1, format!("Check in with {name} by {by}, as agreed"))
        .channel(channel)
        .document(Document::CheckIn);
    let finding = Finding::fault(&RULE, Severity::Error, application.vault, held.note, agreed.place(), message);
    let finding = finding.help(way).round(held).duty_of(duty);
    Some(person.into_iter().fold(finding, Finding::person))
}

/// The day they are to hear from the candidate: the one agreed, else the end of the quiet where it is known how.
fn agreed<'v>(held: &Held<'v>) -> Option<&'v Field<NaiveDate>> {
    let round = held.round;
    let knows_how = round.check_in.value().is_some();
    let fields = [Some(&round.check_in_on), Some(&round.quiet_until).filter(|_| knows_how)];
    fields.into_iter().flatten().find(|field| field.value().is_some())
}
