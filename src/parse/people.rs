//! The people among the links of a bullet, which may lead to papers and companies as well.

use super::body::Link;
use super::desk::Desk;
use crate::model::{Kind, Named};

/// Whom these links name: the round's `interviewers`, whoever has a note as an interviewer or a contact, and names
/// without a note, as somebody may not have one yet.
pub(super) fn people<'l>(
    links: impl Iterator<Item = &'l Link<'l>>,
    interviewers: &[Named],
    desk: &mut Desk<'_>,
) -> Vec<Named> {
    links.filter_map(|link| person(link, interviewers, desk)).collect()
}

fn person(link: &Link<'_>, interviewers: &[Named], desk: &mut Desk<'_>) -> Option<Named> {
    let named = desk.named(link);
    let is_person = interviewers.iter().any(|interviewer| interviewer.is(&named))
        || match named.note {
            Some(note) => desk.is_a(Kind::Interviewer, note) || desk.is_a(Kind::Contact, note),
            None => !link.embed && !is_file(&link.target),
        };
    is_person.then_some(named)
}

/// Whether a link leads to a file that is no note: `plan.pdf`, but not `Dr. Rao`.
fn is_file(target: &str) -> bool {
    target.rsplit_once('.').is_some_and(|(_, ending)| {
        (1..=4).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}
