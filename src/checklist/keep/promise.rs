//! `keep/promise`

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Application, Find, Finding, Rule};
use crate::checklist::date::spoken;
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Duty, Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::model::{Document, Promise, Round, RoundState, folded};
use crate::text::words::normalised;

/// Something promised has not been done.
pub(super) static RULE: Rule = Rule {
    id: "keep/promise",
    title: "a promise is open",
    why: "What arrives in good time shows how you work; what never arrives shows it too.",
    sources: &["s4-promises"],
    weight: Weight::OneOf(&[Severity::Error, Severity::Warning, Severity::Hint]),
    finds: Finds::Duty,
    applies: "for every task under Promises, of cancelled rounds too: from the round on (before it, from `booked_on`) \
              until the task's date, else until the business day after the round. Without a date it is also a warning \
              until that day; of an application that is over, a hint",
    mend: "tick the task, `- [x]`, or write `sent_on` in the letter that covers it; `- [-]` where they let you off; give it a date: `📅 YYYY-MM-DD`",
    broken: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(
            ROUND,
            "## Log\n",
            "## Promises\n- [ ] Send the furnace log to [[Ines Falk]] 📅 2025-03-05\n\n## Log\n",
        )],
    },
    mended: Example {
        today: "2025-03-06",
        edits: &[Edit::Swap(
            ROUND,
            "## Log\n",
            "## Promises\n- [x] Send the furnace log to [[Ines Falk]] 📅 2025-03-05 ✅ 2025-03-05\n\n## Log\n",
        )],
    },
    beside: &[],
    find: Find::Always(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    application.rounds().flat_map(|(at, round)| of_round(application, at, round)).collect()
}

fn of_round(application: &Application<'_>, at: usize, round: &Round) -> Vec<Finding> {
    if !round.promises.iter().any(|promise| promise.is_open(application.today)) {
        return Vec::new();
    }
    let term = Term::of(application, round);
    let mut equals: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    let mut found = Vec::new();
    for promise in &round.promises {
        // Kept ones are counted too, so that ticking one does not rename the next.
        let text = normalised(&promise.text).collect::<Vec<_>>().join(" ");
        let person = promise.person.as_ref().map(|person| folded(&person.name));
        let ordinal = equals.entry((text.clone(), person)).or_default();
        *ordinal += 1;
        if promise.is_open(application.today) {
            let due = promise.due.unwrap_or(term.fallback);
            let mut duty = Duty::new(term.opens, due, 1, format!("Keep a promise: {}", promise.text))
                .document(Document::PromiseCover);
            duty.promise = Some((text, *ordinal));
            found.extend(of_promise(application, round, promise, duty).into_iter().map(|one| one.round_at(at)));
        }
    }
    found
}

/// When the promises of a round can be kept, and by when where they do not say.
struct Term {
    opens: Option<NaiveDate>,
    fallback: NaiveDate,
}

impl Term {
    fn of(application: &Application<'_>, round: &Round) -> Self {
        let day = round.interview_date.get();
        let is_held = round.state(application.today) == RoundState::Held;
        Self {
            opens: if is_held { day } else { round.booked_on.get() },
            fallback: day.map_or(application.today, |day| application.calendar().after(day, 1)),
        }
    }
}

/// The duty, and a fault where nobody knows for when it was promised.
fn of_promise(application: &Application<'_>, round: &Round, promise: &Promise, duty: Duty) -> Vec<Finding> {
    let vault = application.vault;
    let whom = promise.person.as_ref().map_or(application.company.name.as_str(), |person| &person.name);
    let text = &promise.text;
    let is_open = application.is_open();
    let at_most = |severity| if is_open { severity } else { Severity::Hint };
    let undated = promise.due.is_none() && duty.has_opened(application.today) && application.today < duty.due;
    let proposed = duty.due.max(plus(application.today, 1));

    let message = match promise.due {
        Some(day) => format!("promised to {whom} for {} and not ticked: {text}", spoken(day)),
        None => format!("promised to {whom} and not ticked: {text}"),
    };
    let help = if is_open {
        "do it and tick it, `- [x]`; or `- [-]` if they let you off"
    } else {
        "send it all the same and tick it, `- [x]`; or release it, `- [-]`, as the application is over"
    };
    let kept = Finding::fault(&RULE, at_most(Severity::Error), vault, round.note, promise.span, message)
        .help(help)
        .duty_of(duty);
    let dated = undated.then(|| {
        let message = format!("promised to {whom} without a date: {text}");
        Finding::fault(&RULE, at_most(Severity::Warning), vault, round.note, promise.span, message)
            .help(format!("write for when at the end of the line, such as `📅 {proposed}`"))
    });
    let found = [Some(kept), dated].into_iter().flatten();
    found.map(|finding| promise.person.iter().fold(finding, Finding::person)).collect()
}
