//! Takes out what the candidate wrote or did, one kind at a time: what would the checklist say without it?

use crate::model::{Answer, Field, PersonClose, PromiseState, Record, Support, Vault};

/// What is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Only the answer that they would not say.
    Declined,
    /// Whatever is written.
    All,
}

/// Takes keys out of every round.
macro_rules! in_rounds {
    ($($key:ident),+) => {
        |vault, what| vault.rounds.iter_mut().for_each(|round| { $(what.take(&mut round.$key);)+ })
    };
}

/// One kind of answer or deed, and the rules that it can satisfy.
pub(super) struct Eraser {
    rules: &'static [&'static str],
    erase: fn(&mut Vault, What),
}

impl Eraser {
    /// Whether what it takes out can satisfy the rule of that id.
    pub(super) fn serves(&self, id: &str) -> bool {
        self.rules.contains(&id)
    }

    /// Takes it out of the whole vault.
    pub(super) fn erase(&self, vault: &mut Vault, what: What) {
        (self.erase)(vault, what);
    }
}

/// Every kind. Each is taken out alone, so that what makes another rule apply at all stays.
pub(super) const ERASERS: &[Eraser] = &[
    Eraser { rules: &["close/who", "prepare/who"], erase: in_rounds!(interviewers) },
    Eraser { rules: &["prepare/format"], erase: in_rounds!(format_written, interviewers) },
    Eraser { rules: &["prepare/focus"], erase: in_rounds!(focus) },
    Eraser { rules: &["prepare/rivals"], erase: rivals },
    Eraser { rules: &["prepare/person"], erase: profiles },
    Eraser { rules: &["prepare/pitch"], erase: pitch },
    Eraser { rules: &["prepare/research"], erase: research },
    Eraser { rules: &["prepare/answers"], erase: questions },
    Eraser {
        rules: &["prepare/advice", "prepare/doubts", "prepare/extra-mile", "prepare/focus", "prepare/repeat"],
        erase: preparation,
    },
    Eraser { rules: &["close/hear-by"], erase: in_rounds!(hear_by) },
    Eraser { rules: &["close/played-back"], erase: in_rounds!(hear_by_confirmed) },
    Eraser { rules: &["close/process"], erase: in_rounds!(next_step, other_steps, steps_when) },
    // That none are left answers two more questions, which would then be asked again: only a refusal is taken out.
    Eraser { rules: &["close/process"], erase: rounds_left },
    Eraser { rules: &["close/asked"], erase: in_rounds!(asked_for_job, said_match) },
    Eraser { rules: &["close/next-people"], erase: in_rounds!(next_interviewers) },
    Eraser { rules: &["close/next-brief"], erase: in_rounds!(next_focus, next_wants, play_up, shore_up, sponsor) },
    Eraser { rules: &["close/check-in-wish"], erase: in_rounds!(check_in) },
    Eraser { rules: &["close/decider"], erase: decider },
    Eraser {
        rules: &["close/about", "close/doubts", "close/standing", "close/support", "close/to-win", "thank/moment"],
        erase: heard,
    },
    Eraser { rules: &["close/pressed"], erase: pressed },
    Eraser {
        rules: &[
            "thank/next-day",
            "thank/posted-letter",
            "thank/handwritten-card",
            "wait/check-in",
            "wait/company-need",
            "chase/status",
            "chase/decider-call",
            "chase/again",
            "answer/rejection",
        ],
        erase: contacts,
    },
    Eraser { rules: &["thank/facts"], erase: facts },
    Eraser { rules: &["thank/brag-book"], erase: testimonials },
    Eraser { rules: &["keep/promise"], erase: kept },
    Eraser { rules: &["keep/references"], erase: references },
    Eraser { rules: &["wait/good-word"], erase: asked_allies },
    Eraser { rules: &["answer/ally"], erase: thanked_allies },
    Eraser { rules: &["answer/lesson"], erase: lessons },
];

impl What {
    fn take<T>(self, field: &mut Field<T>) {
        if self == Self::All || field.is_declined() {
            *field = Field::default();
        }
    }

    fn empty<L: Default>(self, list: &mut L) {
        if self == Self::All {
            *list = L::default();
        }
    }
}

fn rivals(vault: &mut Vault, what: What) {
    vault.companies.iter_mut().for_each(|company| what.take(&mut company.rivals));
    vault.rounds.iter_mut().for_each(|round| what.take(&mut round.rivals));
}

fn decider(vault: &mut Vault, what: What) {
    vault.companies.iter_mut().for_each(|company| what.take(&mut company.decider));
    vault.rounds.iter_mut().for_each(|round| what.take(&mut round.decider));
}

fn rounds_left(vault: &mut Vault, what: What) {
    let declined = vault.rounds.iter_mut().filter(|_| what == What::Declined);
    declined.for_each(|round| what.take(&mut round.rounds_left));
}

fn profiles(vault: &mut Vault, what: What) {
    for person in &mut vault.interviewers {
        what.empty(&mut person.profile);
        person.profile_declined = false;
    }
    for close in people(vault) {
        what.empty(&mut close.profile);
        what.empty(&mut close.about);
    }
}

fn pitch(vault: &mut Vault, what: What) {
    vault.candidates.iter_mut().filter(|_| what == What::All).for_each(|candidate| candidate.pitch = None);
}

fn research(vault: &mut Vault, what: What) {
    vault.companies.iter_mut().for_each(|company| what.empty(&mut company.research));
}

fn questions(vault: &mut Vault, what: What) {
    for round in &mut vault.rounds {
        what.empty(&mut round.questions);
        round.questions_declined = false;
    }
}

/// What was prepared, and the replies that were ready before.
fn preparation(vault: &mut Vault, what: What) {
    for round in vault.rounds.iter_mut().filter(|_| what == What::All) {
        what.empty(&mut round.prepare);
        what.empty(&mut round.said);
    }
    let doubts = people(vault).filter_map(|close| match &mut close.concerns.answer {
        Answer::Value(doubts) if what == What::All => Some(doubts),
        _ => None,
    });
    doubts.flatten().for_each(|doubt| doubt.reply = None);
}

fn heard(vault: &mut Vault, what: What) {
    for close in people(vault) {
        what.take(&mut close.standing);
        what.take(&mut close.concerns);
        what.take(&mut close.clear);
        what.take(&mut close.to_win);
        what.take(&mut close.support);
        what.take(&mut close.moments);
        what.empty(&mut close.about);
        if what == What::All || close.about_outcome == Answer::Declined {
            close.about_outcome = Answer::Absent;
        }
    }
}

fn pressed(vault: &mut Vault, what: What) {
    for close in people(vault).filter(|_| what == What::All) {
        if let Answer::Value(Support::Deflected { then }) = &mut close.support.answer {
            *then = None;
        }
    }
}

/// Whatever the candidate wrote, posted and said since.
fn contacts(vault: &mut Vault, what: What) {
    vault.rounds.iter_mut().for_each(|round| what.empty(&mut round.log));
    vault.letters.iter_mut().for_each(|letter| what.take(&mut letter.sent_on));
}

fn facts(vault: &mut Vault, what: What) {
    for company in &mut vault.companies {
        what.empty(&mut company.challenges);
        what.take(&mut company.key_factors);
        what.take(&mut company.posting_terms);
    }
}

fn testimonials(vault: &mut Vault, what: What) {
    if what == What::All {
        vault.testimonials.clear();
        let praise = vault.notes.iter_mut().filter(|note| matches!(note.record, Record::Testimonial(_)));
        praise.for_each(|note| note.record = Record::Other);
    }
}

fn kept(vault: &mut Vault, what: What) {
    let promises = vault.rounds.iter_mut().flat_map(|round| &mut round.promises);
    promises.filter(|_| what == What::All).for_each(|promise| promise.state = PromiseState::Open);
}

fn references(vault: &mut Vault, what: What) {
    for round in &mut vault.rounds {
        what.empty(&mut round.promises);
        what.empty(&mut round.log);
    }
}

fn asked_allies(vault: &mut Vault, what: What) {
    for ally in &mut vault.contacts {
        what.take(&mut ally.asked_on);
        what.empty(&mut ally.requested_on);
        what.take(&mut ally.agreed);
    }
}

fn thanked_allies(vault: &mut Vault, what: What) {
    vault.contacts.iter_mut().for_each(|ally| what.take(&mut ally.thanked_on));
}

fn lessons(vault: &mut Vault, what: What) {
    vault.companies.iter_mut().for_each(|company| what.take(&mut company.lesson));
}

fn people(vault: &mut Vault) -> impl Iterator<Item = &mut PersonClose> {
    vault.rounds.iter_mut().flat_map(|round| &mut round.close.people)
}
