//! What a rule finds: a fault or a duty, and where the user must write.

use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::{Application, Held, Rule};
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::model::{Channel, CompanyId, Document, Named, NoteId, Purpose, Round, Vault};
use crate::text::Span;

/// One finding.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it weighs; `None` for what stands in the agenda only.
    pub severity: Option<Severity>,
    /// The file in which the user must write.
    pub path: Arc<str>,
    /// Where in it.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write to mend it.
    pub help: String,
    /// The application it belongs to.
    pub company: Option<CompanyId>,
    /// The round, as an index into [`Vault::rounds`].
    pub round: Option<usize>,
    /// Whom to thank, ask or prepare for.
    pub person: Option<Named>,
    /// Fault or duty.
    pub timing: Timing,
    /// The document that helps to mend a fault; a duty names its own.
    pub document: Option<Document>,
    /// What `check --fix` would do, where it is mechanical.
    pub fix: Option<Fix>,
}

/// Whether a finding has a time.
#[derive(Clone, Debug)]
pub enum Timing {
    /// Wrong as it stands.
    Fault,
    /// To be done from one day to another.
    Duty(Duty),
}

/// Something to be done, and by when.
#[derive(Clone, Debug)]
pub struct Duty {
    /// First day on which it can be done; `None`: it always could.
    pub opens: Option<NaiveDate>,
    /// Last day on which it is in time.
    pub due: NaiveDate,
    /// Order within a day, 1 first.
    pub priority: u8,
    /// What to do, as the agenda says it: an imperative, no full stop.
    pub title: String,
    /// How it goes.
    pub channel: Option<Channel>,
    /// The document to draft.
    pub document: Option<Document>,
    /// Further documents.
    pub also: Vec<Document>,
    /// Whether it can be ticked; `false` where only writing into a note ends it.
    pub can_tick: bool,
    /// The line of the log that ends it, where its document does not say.
    pub ended_by: Option<Ending>,
    /// What sets a promise apart from others to the same person: its normalised text, and its
    /// place among equal ones, from 1.
    pub promise: Option<(String, usize)>,
}

/// The line of the log that ends a duty, beside its day and its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// How.
    pub channel: Channel,
    /// What for.
    pub purpose: Purpose,
    /// The words behind the colon; empty where there are none.
    pub words: &'static str,
}

impl Duty {
    /// Something to do from `opens` to `due`; never due before it opens.
    pub fn new(opens: Option<NaiveDate>, due: NaiveDate, priority: u8, title: impl Into<String>) -> Self {
        Self {
            opens,
            due: opens.map_or(due, |opens| due.max(opens)),
            priority,
            title: title.into(),
            channel: None,
            document: None,
            also: Vec::new(),
            can_tick: true,
            ended_by: None,
            promise: None,
        }
    }

    /// With the document to draft, and the way it goes.
    #[must_use]
    pub fn document(mut self, document: Document) -> Self {
        self.document = Some(document);
        self.channel = self.channel.or(document.channel());
        self
    }

    /// Goes by this channel.
    #[must_use]
    pub fn channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Ended by this line of the log.
    #[must_use]
    pub fn ended_by(mut self, ending: Ending) -> Self {
        self.ended_by = Some(ending);
        self
    }

    /// The line of the log that ends it: its own, else that of sending its document; `None` where no line does.
    pub fn ending(&self) -> Option<Ending> {
        let sent = || Some(Ending { channel: self.channel?, purpose: self.document?.purpose()?, words: "" });
        self.ended_by.or_else(sent)
    }

    /// Ends only when something is written.
    #[must_use]
    pub fn by_writing(mut self) -> Self {
        self.can_tick = false;
        self
    }

    /// Whether it has opened by `today`.
    pub fn has_opened(&self, today: NaiveDate) -> bool {
        self.opens.is_none_or(|opens| opens <= today)
    }
}

impl Finding {
    /// A fault of `rule` at `span` of the note.
    pub fn fault(
        rule: &'static Rule,
        severity: Severity,
        vault: &Vault,
        note: NoteId,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            severity: Some(severity),
            path: Arc::clone(vault.path(note)),
            span,
            message: message.into(),
            help: String::new(),
            company: None,
            round: None,
            person: None,
            timing: Timing::Fault,
            document: None,
            fix: None,
        }
    }

    /// What reading a note said, as a finding of `rule`.
    pub fn of_diagnostic(rule: &'static Rule, diagnostic: &Diagnostic) -> Self {
        Self {
            rule,
            severity: Some(diagnostic.severity),
            path: Arc::clone(&diagnostic.path),
            span: diagnostic.span,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            company: None,
            round: None,
            person: None,
            timing: Timing::Fault,
            document: None,
            fix: diagnostic.fix.clone(),
        }
    }

    /// With a time.
    #[must_use]
    pub fn duty_of(mut self, duty: Duty) -> Self {
        self.timing = Timing::Duty(duty);
        self
    }

    /// With the document that helps to mend the fault.
    #[must_use]
    pub fn document(mut self, document: Document) -> Self {
        self.document = Some(document);
        self
    }

    /// With the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// About this round.
    #[must_use]
    pub fn round(mut self, held: &Held<'_>) -> Self {
        self.round = Some(held.at);
        self
    }

    /// About the round of that index.
    #[must_use]
    pub fn round_at(mut self, at: usize) -> Self {
        self.round = Some(at);
        self
    }

    /// About this person.
    #[must_use]
    pub fn person(mut self, person: &Named) -> Self {
        self.person = Some(person.clone());
        self
    }

    /// Only in the agenda, never in `check`.
    #[must_use]
    pub fn agenda_only(mut self) -> Self {
        self.severity = None;
        self
    }

    /// Belongs to this application.
    #[must_use]
    pub(super) fn of(mut self, application: &Application<'_>) -> Self {
        self.company = Some(application.id);
        self
    }

    /// The duty, where it is one.
    pub fn duty(&self) -> Option<&Duty> {
        match &self.timing {
            Timing::Duty(duty) => Some(duty),
            Timing::Fault => None,
        }
    }

    /// Whether `check` shows it today: a fault, or a duty that is overdue.
    pub fn is_shown(&self, today: NaiveDate) -> bool {
        self.severity.is_some() && self.duty().is_none_or(|duty| duty.due < today)
    }

    /// The round's note, where it belongs to one.
    pub fn round_in<'v>(&self, vault: &'v Vault) -> Option<&'v Round> {
        self.round.and_then(|at| vault.rounds.get(at))
    }

    /// What names it from run to run: the first eight hex digits of SHA-256 over rule, company,
    /// round number, person, and for a promise its text and place among equals. No path, no line.
    pub fn id(&self, vault: &Vault) -> String {
        let company = self.company.map_or("", |id| vault.company(id).name.as_str());
        let round = self.round_in(vault).map(|round| round.number.to_string()).unwrap_or_default();
        let person = self.person.as_ref().map_or("", |person| person.name.as_str());
        let mut parts = vec![self.rule.id.to_owned(), company.to_owned(), round, person.to_owned()];
        if let Some((text, ordinal)) = self.duty().and_then(|duty| duty.promise.as_ref()) {
            parts.push(text.clone());
            parts.push(ordinal.to_string());
        }
        id_of(&parts)
    }
}

/// What names something from run to run: the first eight hex digits of SHA-256 over what makes it what it is.
pub fn id_of(parts: &[String]) -> String {
    let digest = Sha256::digest(parts.join("\n").as_bytes());
    let head = digest.iter().take(4).fold(0_u32, |head, byte| head << 8 | u32::from(*byte));
    format!("{head:08x}")
}
