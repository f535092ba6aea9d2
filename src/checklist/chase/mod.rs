//! When the day they named has gone by without an answer.

mod again;
mod decider_call;
mod status;
mod stuck;

use chrono::NaiveDate;

use super::{Application, Duty, Find, Finding, Held, Rule};
use crate::diagnostic::Severity;
use crate::model::{Channel, Document};

/// The rules of this stage.
pub(super) const RULES: &[&Rule] = &[&again::RULE, &decider_call::RULE, &status::RULE, &stuck::RULE];

/// Business days after which a request that is overdue may also be made by phone.
const PATIENCE: u32 = 2;

/// A question for news; `day` is the one on which it opens and is due.
struct Request<'a, 'v> {
    application: &'a Application<'v>,
    held: &'a Held<'v>,
    day: NaiveDate,
}

impl Request<'_, '_> {
    /// The question as a finding of `rule`; `often` follows "news" in its title, such as " again", or is empty.
    fn finding(&self, rule: &'static Rule, priority: u8, often: &str, message: &str) -> Finding {
        let Self { application, held, day } = *self;
        let person = application.whom_to_ask(held);
        let name = person.map_or(application.company.name.as_str(), |person| &person.name);
        let channel = application.asks_by(held, person);
        let by = match channel {
            Channel::Phone => "phone",
            Channel::Post => "post",
            _ if self.may_add_phone() => "e-mail or phone",
            _ => "e-mail",
        };
        let document = if channel == Channel::Phone { Document::StatusCall } else { Document::StatusRequest };
        let title = format!("Ask {name} for news{often} by {by}");
        let duty = Duty::new(Some(day), day, priority, title).channel(channel).document(document);
        let to = person.map(|person| format!(" to [[{}]]", person.name)).unwrap_or_default();
        let help = format!(
            "ask {name} by {by}, and log it in the round: `- DATE {} status{to}`; if they have answered, write \
             `result: advanced`, `rejected` or `offer`",
            channel.name()
        );
        let place = held.hear_by.place();
        let finding = Finding::fault(rule, Severity::Warning, application.vault, held.note, place, message)
            .help(help)
            .round(held)
            .duty_of(duty);
        person.into_iter().fold(finding, Finding::person)
    }

    fn may_add_phone(&self) -> bool {
        let Self { application, held, day } = *self;
        let late = application.today >= application.calendar().after(day, PATIENCE);
        let welcome = application.whom_to_ask(held).is_none_or(|person| application.may_phone(held, person));
        late && welcome && application.allows_phone(held)
    }
}
