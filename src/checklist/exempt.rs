//! Waived findings count nowhere; duties on hold rest until their day.

use chrono::NaiveDate;

use super::Finding;
use crate::model::{Exemptions, Named, NoteId, Record, Vault};

/// A duty on hold.
#[derive(Clone, Debug)]
pub struct Resting {
    /// What rests.
    pub finding: Finding,
    /// The day on which it is back.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Rules that nobody can waive: they say that the record itself, or somebody's trust, is broken.
const NEVER: [&str; 4] = ["note/front-matter", "note/conflict", "note/waiver", "letter/private"];

/// Whether `rule` can be waived at all.
pub(super) fn can_waive(rule: &str) -> bool {
    !NEVER.contains(&rule)
}

/// Whether a note that speaks for the finding waives it.
pub(super) fn is_waived(vault: &Vault, finding: &Finding) -> bool {
    can_waive(finding.rule.id)
        && speakers(vault, finding).any(|exemptions| {
            exemptions
                .waivers
                .iter()
                .any(|waiver| !waiver.reason.is_empty() && means(finding, &waiver.rule, waiver.person.as_ref()))
        })
}

/// Until when, and why, a duty rests.
pub(super) fn resting(vault: &Vault, finding: &Finding, today: NaiveDate) -> Option<(NaiveDate, String)> {
    finding.duty()?;
    speakers(vault, finding)
        .flat_map(|exemptions| &exemptions.holds)
        .filter(|hold| !hold.reason.is_empty() && means(finding, &hold.rule, hold.person.as_ref()))
        .filter_map(|hold| Some((hold.until.filter(|until| *until > today)?, hold.reason.clone())))
        .max_by_key(|(until, _)| *until)
}

fn means(finding: &Finding, rule: &str, person: Option<&Named>) -> bool {
    let of = |named: &Named| finding.person.as_ref().is_some_and(|own| own.is(named) || own.name == named.name);
    finding.rule.id == rule && person.is_none_or(of)
}

/// The notes that may waive or hold a finding: the one to write in, and those of its company,
/// round and person.
fn speakers<'v>(vault: &'v Vault, finding: &Finding) -> impl Iterator<Item = &'v Exemptions> {
    let own = vault.notes.binary_search_by(|note| (*note.path).cmp(&finding.path)).ok();
    let own = own.and_then(|at| u32::try_from(at).ok()).map(NoteId);
    let company = finding.company.map(|id| vault.company(id).note);
    let round = finding.round_in(vault).map(|round| round.note);
    let person = finding.person.as_ref().and_then(|person| person.note);
    let mut notes: Vec<NoteId> = [own, company, round, person].into_iter().flatten().collect();
    notes.sort_unstable();
    notes.dedup();
    notes.into_iter().filter_map(|note| exemptions_of(vault, note))
}

/// What a note waives and holds, where it is a record.
pub(super) fn exemptions_of(vault: &Vault, note: NoteId) -> Option<&Exemptions> {
    Some(match vault.note(note).record {
        Record::Other | Record::Broken => return None,
        Record::Candidate(at) => &vault.candidates[at].exemptions,
        Record::Company(id) => &vault.company(id).exemptions,
        Record::Interviewer(at) => &vault.interviewers[at].exemptions,
        Record::Round(at) => &vault.rounds[at].exemptions,
        Record::Testimonial(at) => &vault.testimonials[at].exemptions,
        Record::Contact(at) => &vault.contacts[at].exemptions,
        Record::Letter(at) => &vault.letters[at].exemptions,
    })
}
