//! `thank/posted-letter`

use super::policy::Policy;
use super::{Application, Find, Finding, Held, Rule, to_thank};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::model::{Channel, Document, Named};
use crate::text::Span;

/// Somebody was not thanked by post.
pub(super) static RULE: Rule = Rule {
    id: "thank/posted-letter",
    title: "no thanks by post",
    why: "A letter gets opened and read where an e-mail drowns, and shows what an asset you are while they compare.",
    sources: &["s3-post", "s3-not-email", "s3-same-or-next-day", "s3-arrive-in-time", "s4-each-own-letter"],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning, Severity::Hint]),
    finds: Finds::Duty,
    applies: "for each interviewer of a held round, by the `thanks` policy (post-first, all: an error; graded: a hint \
              in round 1 and for hr and screener, a warning later, and a card will do); for 20 business days, or until \
              a later round is held more than 5 business days after it",
    mend: "post a letter, then write a line in the round's Log, `- YYYY-MM-DD post thank-you to [[Full Name]]`, or \
           `sent_on` in the letter",
    broken: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(ROUND, "- 2025-03-05 post thank-you to [[Ines Falk]]\n", "")],
    },
    mended: Example::sound("2025-03-06"),
    beside: &["thank/handwritten-card"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    to_thank(application).filter_map(|(held, person)| look(application, held, person)).collect()
}

fn look(application: &Application<'_>, held: &Held<'_>, person: &Named) -> Option<Finding> {
    let policy = Policy::of(application.config().thanks);
    let severity = policy.letter.severity(application, held, person)?;
    let thanks = application.thanks(held, person);
    if thanks.iter().any(|thanks| thanks.channel == Some(Channel::Post) || policy.one_paper && thanks.is_paper()) {
        return None;
    }
    let name = &person.name;
    let due = application.calendar().roll_posting(plus(held.date, 1));
    let mut message = format!("no thanks to {name} by post yet for the interview on {}", held.date.format("%-d %B %Y"));
    let mut title = format!("Post a thank-you letter to {name}");
    if let Some(arrival) = late(application, held, due) {
        message = format!("{message}; posted now it arrives about {}, after their date", arrival.format("%-d %B"));
        title.push_str(", though it will arrive after their date");
    }
    let mut mend = format!(
        "post it, then write `- {} post thank-you to [[{name}]]` in the Log, or `sent_on` in the letter",
        application.today
    );
    if !has_address(application, person) {
        mend = format!("no address is known: write `post_address` for {} or {name}; {mend}", application.company.name);
    }
    let duty = Duty::new(Some(held.date), due, 1, title).document(Document::PostedLetter);
    Some(
        Finding::fault(&RULE, severity, application.vault, held.note, Span::START, message)
            .help(mend)
            .round(held)
            .person(person)
            .duty_of(duty),
    )
}

/// When a letter posted in time, or today where that is over, arrives: told where it is after their date.
fn late(application: &Application<'_>, held: &Held<'_>, due: chrono::NaiveDate) -> Option<chrono::NaiveDate> {
    let calendar = application.calendar();
    let posted = due.max(calendar.roll_posting(application.today));
    let arrival = calendar.arrival(posted, application.config().post_transit_days);
    held.hear_by.get().is_some_and(|by| arrival > by).then_some(arrival)
}

fn has_address(application: &Application<'_>, person: &Named) -> bool {
    let own = application.interviewer(person).is_some_and(|person| !person.post_address.list().is_empty());
    own || !application.company.post_address.list().is_empty()
}
