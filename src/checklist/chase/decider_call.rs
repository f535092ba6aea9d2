//! `chase/decider-call`

use chrono::NaiveDate;

use super::{Application, Find, Finding, Held, Rule};
use crate::checklist::example::{COMPANY, Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Made, Weight};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::model::{Channel, Document, Named, Purpose, Stance};

/// The person who decides was met, and not asked.
pub(super) static RULE: Rule = Rule {
    id: "chase/decider-call",
    title: "the decider was not phoned",
    why: "Whoever decides can answer in one sentence, and a voice is remembered longer than a line in an inbox.",
    sources: &["s0-call-decider", "s0-after-each", "s0-no-call-advisor", "s0-bonded-exception", "s0-no-fear"],
    weight: Weight::Always(Severity::Warning),
    finds: Finds::Duty,
    applies: "to the current held round while its answer is awaited, one business day after the first question for \
              news is due, where the decider was met and is not the one who is asked anyway; not where `check_in` is \
              email or post. With the assertive stance, and no date, wish or quiet day, from the day on which the \
              posted letter should arrive",
    mend: "phone, and log it in the round: `- DATE phone decision-call with [[NAME]]`; or write the `result`",
    broken: Example { today: "2025-03-19", edits: &[HR, CONTACT, ANY, ASKED] },
    mended: Example {
        today: "2025-03-19",
        edits: &[
            HR,
            CONTACT,
            ANY,
            Edit::Swap(
                ROUND,
                "## Log\n",
                "## Log\n- 2025-03-17 email status to [[Liv Moe]]\n- 2025-03-18 phone decision-call with [[Ines Falk]]\n",
            ),
        ],
    },
    beside: &[],
    find: Find::Open(find),
};

const HR: Edit = Edit::Write(
    "Interviewers/Liv Moe.md",
    "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\nhiring_role: hr\n---\n",
);
const CONTACT: Edit = Edit::Swap(COMPANY, "contact: \"[[Ines Falk]]\"", "contact: \"[[Liv Moe]]\"");
const ANY: Edit = Edit::Swap(ROUND, "check_in: email", "check_in: any");
const ASKED: Edit = Edit::Swap(ROUND, "## Log\n", "## Log\n- 2025-03-17 email status to [[Liv Moe]]\n");

fn find(application: &Application<'_>) -> Vec<Finding> {
    let waiting = application.waiting();
    waiting.and_then(|held| look(application, &held)).into_iter().collect()
}

fn look(application: &Application<'_>, held: &Held<'_>) -> Option<Finding> {
    let decider = application.decider().value().filter(|decider| application.met(decider))?;
    let asked_anyway = application.whom_to_ask(held).is_some_and(|person| person.is(decider));
    if asked_anyway || !application.allows_phone(held) || !application.may_phone(held, decider) {
        return None;
    }
    let called = |made: &Made| made.purpose == Purpose::DecisionCall && made.date >= held.date;
    if application.made().iter().any(called) {
        return None;
    }
    let day = opening(application, held, decider);
    let name = &decider.name;
    let message = format!("{name}, who decides at {}, was not asked about the decision", application.company.name);
    let duty = Duty::new(Some(day), day, 2, format!("Phone {name} and ask about the decision"))
        .document(Document::DecisionCall);
    let way = format!(
        "phone {name}, and log it in the round: `- DATE phone decision-call with [[{name}]]`; if they have answered, \
         write `result: advanced`, `rejected` or `offer`"
    );
    let place = held.hear_by.place();
    let finding = Finding::fault(&RULE, Severity::Warning, application.vault, held.note, place, message);
    Some(finding.help(way).round(held).person(decider).duty_of(duty))
}

/// A business day after the question for news; the bold do not wait for it where nothing was said.
fn opening(application: &Application<'_>, held: &Held<'_>, decider: &Named) -> NaiveDate {
    let calendar = application.calendar();
    let nothing_said = held.hear_by.value().is_none()
        && held.check_in.value().is_none()
        && held.quiet_until.value().is_none()
        && held.check_in_on.value().is_none();
    if application.config().stance == Stance::Assertive && nothing_said {
        return calendar.roll(arrival(application, held, decider));
    }
    application.after_quiet(held, calendar.after(application.asks_from(held), 1))
}

/// When the letter of thanks reaches the decider: the one that was posted, else one posted in time.
fn arrival(application: &Application<'_>, held: &Held<'_>, decider: &Named) -> NaiveDate {
    let calendar = application.calendar();
    let posted = |channel| matches!(channel, Some(Channel::Post | Channel::Handwritten));
    let thanks = application.thanks(held, decider).into_iter();
    let sent = thanks.filter(|thanks| posted(thanks.channel)).map(|thanks| thanks.date).min();
    let sent = sent.unwrap_or_else(|| calendar.roll_posting(plus(held.date, 1)));
    calendar.arrival(sent, application.config().post_transit_days)
}
