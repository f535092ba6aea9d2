//! `thank/next-day`

use super::policy::Policy;
use super::{Application, Find, Finding, Held, Rule, to_thank};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::model::{Channel, Document, Named, Purpose};
use crate::text::{Span, words};

/// Somebody was not thanked by the next day.
pub(super) static RULE: Rule = Rule {
    id: "thank/next-day",
    title: "no thanks by the next day",
    why: "Thanks that come while the talk is fresh, and candidates are compared, count most; each person met may have \
          a say.",
    sources: &["s3-same-or-next-day", "s0-thanks-later-rounds", "s0-after-each", "s0-equal-treatment"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Duty,
    applies: "for each interviewer of a held round, by the `thanks` policy (graded, any: by whatever channel; \
              email-only, all: by e-mail); for 20 business days, or until a later round is held more than 5 business \
              days after it",
    mend: "send thanks, then write a line in the round's Log, `- YYYY-MM-DD email thank-you to [[Full Name]]`, or \
           `sent_on` in the letter",
    broken: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(
            ROUND,
            "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n",
            "",
        )],
    },
    mended: Example::sound("2025-03-06"),
    beside: &["thank/handwritten-card", "thank/posted-letter"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    to_thank(application).filter_map(|(held, person)| look(application, held, person)).collect()
}

fn look(application: &Application<'_>, held: &Held<'_>, person: &Named) -> Option<Finding> {
    let policy = Policy::of(application.config().thanks);
    let severity = policy.next_day.severity(application, held, person)?;
    let thanks = application.thanks(held, person);
    if thanks.iter().any(|thanks| !policy.by_email || thanks.channel == Some(Channel::Email)) {
        return None;
    }
    let name = &person.name;
    let line = format!("`- {} email thank-you to [[{name}]]`", application.today);
    let by = if policy.by_email { " by e-mail" } else { "" };
    let mut message = format!("no thanks to {name}{by} yet for the interview on {}", held.date.format("%-d %B %Y"));
    let mut mend = format!("send them, then write {line} in the Log, or `sent_on` in the letter");
    let almost = almost(application, held, person);
    if let Some((_, said)) = &almost {
        message = format!("{message}; the log line \"{said}\" looks like it, but cannot be read, so it does not count");
        mend = format!("write the line as `- DATE CHANNEL PURPOSE to [[Person]]`, such as {line}");
    }
    let place = almost.map_or(Span::START, |(place, _)| place);
    let duty = Duty::new(Some(held.date), plus(held.date, 1), 1, format!("Thank {name} by e-mail"))
        .document(Document::ThankYouEmail);
    Some(
        Finding::fault(&RULE, severity, application.vault, held.note, place, message)
            .help(mend)
            .round(held)
            .person(person)
            .duty_of(duty),
    )
}

/// The place and the words of a log line that seems to say that this person was thanked, and counts for nobody.
fn almost(application: &Application<'_>, held: &Held<'_>, person: &Named) -> Option<(Span, String)> {
    let people = held.interviewers.list();
    let speaks_of =
        |text: &str| people.len() == 1 || mentions(text, person) || !people.iter().any(|p| mentions(text, p));
    let unread = held
        .log_unread
        .iter()
        .find(|line| words::normalised(&line.value).any(|word| word.starts_with("thank")) && speaks_of(&line.value));
    if let Some(line) = unread {
        return Some((line.span, line.value.clone()));
    }
    let nobodys = held.log.iter().find(|entry| {
        entry.is_out(Purpose::ThankYou)
            && entry.date <= application.today
            && entry.people.is_empty()
            && speaks_of(&entry.text)
    });
    nobodys.map(|entry| (entry.span, format!("{} {} thank-you", entry.date, entry.channel.name())))
}

/// Whether a word of the person's name stands in the text.
fn mentions(text: &str, person: &Named) -> bool {
    let name: Vec<_> = words::normalised(&person.name).collect();
    words::normalised(text).any(|word| name.contains(&word))
}
