//! What is silenced, where and why.

use chrono::NaiveDate;

use super::{Basis, Place};
use crate::diagnostic::Severity;
use crate::model::{CompanyId, Exemptions, Level, Named, NoteId, Vault};
use crate::text::Span;

/// Everything that is silenced.
#[derive(Clone, Debug)]
pub struct Waivers {
    /// The day.
    pub today: NaiveDate,
    /// What the notes waive, by note.
    pub waived: Vec<Silence>,
    /// What the notes put on hold, by note.
    pub held: Vec<Silence>,
    /// Rules that `vault.toml` switches off; not asked for where only one company is.
    pub off: Vec<String>,
}

/// One line of `waive` or `hold`.
#[derive(Clone, Debug)]
pub struct Silence {
    /// The rule, as written.
    pub rule: String,
    /// The person it is limited to.
    pub person: Option<String>,
    /// The day on which a hold ends.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The note's name.
    pub note: String,
    /// The application of the note, where it has one.
    pub company: Option<CompanyId>,
    /// Where it is written.
    pub place: Place,
    /// Why it silences nothing, or is doubtful, as the checklist says it.
    pub fault: Option<String>,
}

impl Waivers {
    /// What the notes of `basis` silence.
    pub fn new(basis: &Basis<'_>) -> Self {
        let mut all = Self { today: basis.today, waived: Vec::new(), held: Vec::new(), off: Vec::new() };
        for (note, exemptions) in exemptions(basis.vault) {
            let company = basis.company_of(note);
            if basis.only.is_some() && company != basis.only {
                continue;
            }
            let line = Line { basis, note, company };
            for waiver in &exemptions.waivers {
                all.waived.push(line.silence(&waiver.rule, waiver.person.as_ref(), None, &waiver.reason, waiver.span));
            }
            for hold in &exemptions.holds {
                all.held.push(line.silence(&hold.rule, hold.person.as_ref(), hold.until, &hold.reason, hold.span));
            }
        }
        if basis.only.is_none() {
            let rules = basis.vault.config.rules.iter();
            all.off = rules.filter(|(_, level)| **level == Level::Off).map(|(rule, _)| rule.clone()).collect();
        }
        all
    }
}

struct Line<'a, 'b> {
    basis: &'a Basis<'b>,
    note: NoteId,
    company: Option<CompanyId>,
}

impl Line<'_, '_> {
    fn silence(
        &self,
        rule: &str,
        person: Option<&Named>,
        until: Option<NaiveDate>,
        reason: &str,
        span: Span,
    ) -> Silence {
        Silence {
            rule: rule.to_owned(),
            person: person.map(|person| person.name.clone()),
            until,
            reason: reason.to_owned(),
            note: self.basis.vault.note(self.note).name().to_owned(),
            company: self.company,
            place: self.basis.place(self.note, span),
            fault: self.fault(span),
        }
    }

    /// What the checklist says against the line; its encouragement is no fault.
    fn fault(&self, span: Span) -> Option<String> {
        let path = self.basis.vault.path(self.note);
        let said = self.basis.checklist.findings.iter().find(|finding| {
            finding.rule.id == "note/waiver"
                && finding.severity != Some(Severity::Hint)
                && finding.span == span
                && finding.path == *path
        });
        said.map(|finding| finding.message.clone())
    }
}

/// The waivers and holds of every record, by path.
fn exemptions(vault: &Vault) -> Vec<(NoteId, &Exemptions)> {
    let mut all: Vec<(NoteId, &Exemptions)> = Vec::new();
    all.extend(vault.candidates.iter().map(|record| (record.note, &record.exemptions)));
    all.extend(vault.companies.iter().map(|record| (record.note, &record.exemptions)));
    all.extend(vault.interviewers.iter().map(|record| (record.note, &record.exemptions)));
    all.extend(vault.rounds.iter().map(|record| (record.note, &record.exemptions)));
    all.extend(vault.testimonials.iter().map(|record| (record.note, &record.exemptions)));
    all.extend(vault.contacts.iter().map(|record| (record.note, &record.exemptions)));
    all.extend(vault.letters.iter().map(|record| (record.note, &record.exemptions)));
    all.sort_by_key(|(note, _)| *note);
    all
}
