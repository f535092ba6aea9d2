//! Which accomplishment, challenge and testimonial go into whose letter.
//!
//! The same facts must give different letters to different people: nobody's letter of a round
//! opens with an accomplishment that another's opens with, while others are left.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::fragment;
use crate::checklist::Application;
use crate::model::{Accomplishment, Challenge, Company, Field, Named, Record, Round, Testimonial, Vault};
use crate::text::words;

/// What was chosen for one person of a round.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice<'v> {
    /// The challenge to speak of.
    pub(super) challenge: Option<&'v Challenge>,
    /// The accomplishment that answers it.
    pub(super) answer: Option<&'v Accomplishment>,
    /// The accomplishment that the letter leads with.
    pub(super) lead: Option<&'v Accomplishment>,
    /// What else there is to say for the candidate, best first; without `lead` and `answer`.
    pub(super) others: Vec<&'v Accomplishment>,
    /// The key factor to speak of.
    pub(super) factor: Option<&'v str>,
    /// The accomplishment that proves it.
    pub(super) proof: Option<&'v Accomplishment>,
}

/// Chooses for `person` of `round`; the people named before them in the round choose first.
pub(super) fn choose<'v>(application: &Application<'v>, round: &'v Round, person: &Named) -> Choice<'v> {
    let mut taken = Taken::default();
    for earlier in round.interviewers.list().iter().take_while(|other| !other.is(person)) {
        let choice = choose_after(application, round, earlier, &taken);
        taken.leads.extend(choice.lead.map(|lead| lead.id.as_str()));
        taken.seconds.extend(choice.others.first().map(|second| second.id.as_str()));
    }
    choose_after(application, round, person, &taken)
}

/// Ids of what the letters to others of the round make most of.
#[derive(Default)]
struct Taken<'v> {
    leads: Vec<&'v str>,
    seconds: Vec<&'v str>,
}

/// Content words that an accomplishment shares with a challenge before it is said to bear on it unasked.
const BEARING: usize = 2;

fn choose_after<'v>(app: &Application<'v>, round: &'v Round, person: &Named, taken: &Taken<'_>) -> Choice<'v> {
    let Some(candidate) = app.vault.candidate() else { return Choice::default() };
    let all: &'v [Accomplishment] = &candidate.accomplishments;
    let by_id = |id: &str| all.iter().find(|one| one.id.eq_ignore_ascii_case(id.trim()));
    let given = round.letter_proof.text().and_then(by_id);
    let interest = Interest::new(app, person);
    let mut ranked: Vec<&'v Accomplishment> = all.iter().collect();
    ranked.sort_by_key(|one| Reverse(interest.score(&one.text)));
    let leads_nowhere = |one: &&Accomplishment| !taken.leads.contains(&one.id.as_str());
    let is_free = |one: &&Accomplishment| leads_nowhere(one) && !taken.seconds.contains(&one.id.as_str());

    let challenge = challenge_for(app.company, person);
    let answer = challenge.and_then(|challenge| {
        let bears = |one: &&Accomplishment| words::shared(&challenge.text, &one.text).0 >= BEARING;
        let arrow = challenge.answer.as_deref().and_then(by_id);
        let bearing = || ranked.iter().copied().find(|one| leads_nowhere(one) && bears(one));
        arrow.or_else(|| given.filter(leads_nowhere)).or_else(bearing).or(given)
    });
    let first = |good: &dyn Fn(&&Accomplishment) -> bool| ranked.iter().copied().find(|one| good(one));
    let lead = answer.filter(leads_nowhere).or_else(|| first(&is_free)).or_else(|| first(&leads_nowhere));
    let lead = lead.or(answer).or_else(|| ranked.first().copied());
    let is_said = |one: &&Accomplishment| [lead, answer].into_iter().flatten().any(|said| said.id == one.id);

    let factor = round.letter_factor.text().or_else(|| app.company.key_factors.list().first().map(String::as_str));
    let proof = factor.and_then(|factor| {
        let overlap = |one: &Accomplishment| words::shared(factor, &one.text).0;
        let bearing = ranked.iter().copied().filter(|one| overlap(one) > 0).min_by_key(|one| Reverse(overlap(one)));
        given.or(bearing).or_else(|| first(&|one| !is_said(one))).or(answer).or(lead)
    });
    let facts = candidate.key_facts.iter().filter(|fact| fragment::is_deed(&fact.text));
    let rest: Vec<_> = ranked.iter().copied().chain(facts).filter(|one| !is_said(one)).collect();
    let (free, used): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_free);
    Choice { challenge, answer, lead, others: free.into_iter().chain(used).collect(), factor, proof }
}

/// The first challenge this person named, else the first that nobody named, else another's.
fn challenge_for<'v>(company: &'v Company, person: &Named) -> Option<&'v Challenge> {
    let all = &company.challenges;
    let own = all.iter().find(|challenge| named_by(challenge, person));
    own.or_else(|| all.iter().find(|challenge| challenge.people.is_empty())).or_else(|| all.first())
}

/// Whether this person named the challenge.
pub(super) fn named_by(challenge: &Challenge, person: &Named) -> bool {
    challenge.people.iter().any(|other| other.is(person))
}

/// What this person cares about, to pick accomplishments by. Private concerns count here, and are never named.
struct Interest {
    own: String,
    factors: String,
    terms: String,
}

impl Interest {
    fn new(app: &Application<'_>, person: &Named) -> Self {
        let mut own: Vec<&str> = Vec::new();
        own.extend(app.company.challenges.iter().filter(|one| named_by(one, person)).map(|one| one.text.as_str()));
        for held in app.held() {
            let Some(close) = held.round.close.of(person) else { continue };
            own.extend(close.concerns.list().iter().map(|doubt| doubt.text.as_str()));
        }
        let profile = app.interviewer(person).map(|note| &*note.profile).unwrap_or_default();
        own.extend(profile.iter().filter(|fact| fact.label == "concern").map(|fact| fact.text.as_str()));
        let joined = |field: &Field<Vec<String>>| field.list().join(" ");
        Self {
            own: own.join(" "),
            factors: joined(&app.company.key_factors),
            terms: joined(&app.company.posting_terms),
        }
    }

    fn score(&self, text: &str) -> (usize, usize, usize) {
        let overlap = |wanted: &str| words::shared(wanted, text).0;
        (overlap(&self.own), overlap(&self.factors), overlap(&self.terms))
    }
}

/// The testimonials that may be quoted unasked, by what they bear out.
#[derive(Debug)]
pub(super) struct Praise<'v> {
    vault: &'v Vault,
    /// The first for each accomplishment and key factor, in lower case; looked up only where a letter quotes.
    firsts: OnceLock<HashMap<String, usize>>,
}

impl<'v> Praise<'v> {
    /// Those of the vault.
    pub(super) fn new(vault: &'v Vault) -> Self {
        Self { vault, firsts: OnceLock::new() }
    }

    /// The testimonial for a letter about a round: the one the round names, else the first that bears out the key factor
    /// or an accomplishment of the letter. Only what says who and when, and may be quoted: to name it for a round is to
    /// say so, unless its own note says otherwise.
    pub(super) fn of(&self, round: &Round, choice: &Choice<'_>) -> Option<&'v Testimonial> {
        let all = &self.vault.testimonials;
        if let Some(named) = round.letter_quote.value() {
            let Record::Testimonial(at) = self.vault.note(named.note?).record else { return None };
            return all.get(at).filter(|one| is_usable(one));
        }
        let ids = [choice.proof, choice.answer, choice.lead].into_iter().flatten().map(|one| one.id.as_str());
        let wanted = ids.chain(choice.factor).map(str::to_lowercase);
        let firsts = self.firsts.get_or_init(|| firsts(all));
        wanted.filter_map(|what| firsts.get(&what)).min().map(|at| &all[*at])
    }
}

fn firsts(all: &[Testimonial]) -> HashMap<String, usize> {
    let mut firsts = HashMap::new();
    let free = all.iter().enumerate().filter(|(_, one)| one.may_quote.get() == Some(true) && is_usable(one));
    for (at, one) in free {
        for what in one.supports.list() {
            firsts.entry(what.to_lowercase()).or_insert(at);
        }
    }
    firsts
}

/// Whether a testimonial says who and when, and is not to be kept.
fn is_usable(one: &Testimonial) -> bool {
    one.may_quote.get() != Some(false)
        && one.quote.is_some()
        && one.author.text().is_some()
        && (one.author_role.text().is_some() || one.organisation.text().is_some())
        && one.year().is_some()
}

/// A quotation of at most `limit` words, word for word: the whole, else its first sentences, else
/// its beginning and its end with an ellipsis between. Empty for a limit below four.
pub(super) fn excerpt(quote: &str, limit: usize) -> String {
    let all: Vec<&str> = quote.split_whitespace().collect();
    if all.len() <= limit {
        return all.join(" ");
    }
    let ends = |word: &&str| word.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?']);
    if let Some(last) = all[..limit].iter().rposition(ends) {
        return all[..=last].join(" ");
    }
    let half = limit / 2;
    if half < 2 {
        return String::new();
    }
    format!("{} … {}", all[..half].join(" "), all[all.len() - half..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_quotation_is_cut_at_a_sentence_or_joined_with_an_ellipsis() {
        assert_eq!(excerpt("Short and sweet.", 40), "Short and sweet.");
        assert_eq!(excerpt("One two. Three four five six.", 4), "One two.");
        assert_eq!(excerpt("a b c d e f g h", 4), "a b … g h");
        assert_eq!(excerpt("a b c d e f g h", 3), "");
    }
}
