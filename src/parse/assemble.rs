//! What belongs together: rounds, letters and allies of each company, and the rounds' numbers.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::sent;
use crate::model::{Challenge, Company, CompanyId, Document, Letter, Named, NoteId, Record, Round, RoundState, Vault};

/// Gathers what the notes say of each other, whatever was gathered before.
pub(super) fn assemble(vault: &mut Vault) {
    forget_records(vault);
    rounds(vault);
    letters(vault);
    contacts(vault);
    sent::take_in(vault);
    challenges(vault);
}

/// Forgets what was gathered: then records know nothing of each other but by links.
pub(super) fn forget(vault: &mut Vault) {
    forget_records(vault);
    for company in &mut vault.companies {
        company.challenges.truncate(own_challenges(company));
    }
}

/// Forgets which records belong together.
fn forget_records(vault: &mut Vault) {
    for company in &mut vault.companies {
        company.rounds.clear();
        company.letters.clear();
        company.contacts.clear();
    }
    sent::forget(vault);
}

fn company_of(vault: &Vault, named: Option<&Named>) -> Option<CompanyId> {
    vault.company_named(named?)
}

fn rounds(vault: &mut Vault) {
    for at in 0..vault.rounds.len() {
        let id = company_of(vault, vault.rounds[at].company.value());
        vault.rounds[at].company_id = id;
        if let Some(id) = id {
            vault.companies[id.0 as usize].rounds.push(at);
        }
    }
    let Vault { companies, rounds, .. } = vault;
    for company in companies {
        number(company, rounds);
    }
}

/// Numbers the rounds of a company: as written, else counted by date. A cancelled round takes the
/// number it would have had, and gives it to the next.
fn number(company: &mut Company, rounds: &mut [Round]) {
    company.rounds.sort_by_key(|at| rounds[*at].interview_date.get().unwrap_or(NaiveDate::MAX));
    let mut last = 0;
    for at in &company.rounds {
        let round = &mut rounds[*at];
        round.number = round.number_written.get().unwrap_or(last + 1);
        if round.state.get() != Some(RoundState::Cancelled) {
            last = round.number;
        }
    }
    // The sort is stable: equal numbers stay in the order of their dates, then of their paths.
    company.rounds.sort_by_key(|at| rounds[*at].number);
}

fn letters(vault: &mut Vault) {
    for at in 0..vault.letters.len() {
        let letter = &vault.letters[at];
        let round = letter.for_round.value().and_then(|named| match vault.note(named.note?).record {
            Record::Round(at) => Some(at),
            _ => None,
        });
        let company = company_of(vault, letter.company.value()).or_else(|| vault.rounds[round?].company_id);
        vault.letters[at].round = round.or_else(|| thanked_for(letter, vault.company(company?), vault));
        if let Some(id) = company {
            vault.companies[id.0 as usize].letters.push(at);
        }
    }
}

/// The round for which a letter thanks that names none: the last one with its reader before it went, or is to go.
fn thanked_for(letter: &Letter, company: &Company, vault: &Vault) -> Option<usize> {
    if !(letter.for_round.is_absent() && letter.document.get().is_some_and(Document::is_thanks)) {
        return None;
    }
    let (to, day) = (letter.to.value()?, letter.sent_on.get().or(letter.due.get())?);
    let is_with = |round: &Round| round.interviewers.list().iter().any(|person| person.is(to));
    let took_place = |round: &Round| round.state.get() != Some(RoundState::Cancelled) && is_with(round);
    let rounds = company.rounds.iter().map(|at| (*at, &vault.rounds[*at])).filter(|(_, round)| took_place(round));
    let dated = rounds.filter_map(|(at, round)| Some((round.interview_date.get().filter(|date| *date <= day)?, at)));
    dated.max().map(|(_, at)| at)
}

/// A contact belongs to the companies they influence, and to those of the interviewers they know: the one that an
/// interviewer's note names, and those where they sit in a round.
fn contacts(vault: &mut Vault) {
    let known = vault.contacts.iter().flat_map(|contact| contact.knows.list()).filter_map(|named| named.note);
    let mut companies_of: FxHashMap<NoteId, Vec<CompanyId>> = known.map(|note| (note, Vec::new())).collect();
    for interviewer in &vault.interviewers {
        let Some(id) = company_of(vault, interviewer.company.value()) else { continue };
        companies_of.entry(interviewer.note).and_modify(|companies| companies.push(id));
    }
    for round in &vault.rounds {
        let Some(id) = round.company_id else { continue };
        for note in round.interviewers.list().iter().filter_map(|named| named.note) {
            companies_of.entry(note).and_modify(|companies| companies.push(id));
        }
    }
    for at in 0..vault.contacts.len() {
        let contact = &vault.contacts[at];
        let swayed = contact.influences.list().iter().filter_map(|named| company_of(vault, Some(named)));
        let known = contact.knows.list().iter().filter_map(|named| companies_of.get(&named.note?)).flatten().copied();
        let mut companies: Vec<CompanyId> = swayed.chain(known).collect();
        companies.sort_unstable();
        companies.dedup();
        for id in companies {
            vault.companies[id.0 as usize].contacts.push(at);
        }
    }
}

/// Challenges named under Close are the company's too. Those that were gathered before are not copied again.
fn challenges(vault: &mut Vault) {
    let Vault { companies, rounds, .. } = vault;
    for company in companies {
        let people = company.rounds.iter().flat_map(|at| &rounds[*at].close.people);
        let named = people.flat_map(|person| &person.challenges);
        let own = own_challenges(company);
        if !company.challenges[own..].iter().eq(named.clone()) {
            let named: Vec<Challenge> = named.cloned().collect();
            company.challenges.truncate(own);
            company.challenges.extend(named);
        }
    }
}

/// How many of the company's challenges its own note names; they come first.
fn own_challenges(company: &Company) -> usize {
    company.challenges.iter().take_while(|challenge| challenge.note == company.note).count()
}
