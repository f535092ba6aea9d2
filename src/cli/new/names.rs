//! Companies and people named on the command line, as links.

use super::super::failure::Failure;
use super::super::session::Session;
use crate::edit::yaml;
use crate::model::{Interviewer, NoteId, folded};
use crate::text::nearest;

/// The link to a company, by its name or the beginning of it.
pub(super) fn company(session: &Session, name: &str) -> Result<String, Failure> {
    let id = session.company(name)?;
    Ok(link(session, session.vault.company(id).note))
}

/// The link to an interviewer, and what to say of it where there is no note for it yet.
pub(super) fn interviewer(session: &Session, name: &str) -> Result<(String, Option<String>), Failure> {
    let people = &session.vault.interviewers;
    let wanted = folded(name);
    let is_begun = |person: &&Interviewer| !wanted.is_empty() && folded(&person.name).starts_with(&wanted);
    let begun: Vec<&Interviewer> = people.iter().filter(is_begun).collect();
    let exact = begun.iter().find(|person| folded(&person.name) == wanted);
    match (exact, &begun[..]) {
        (Some(person), _) | (None, [person]) => return Ok((link(session, person.note), None)),
        (None, []) => {}
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|person| person.name.as_str()).collect();
            return Err(Failure::Usage(format!("`{name}` could be {}", names.join(" or "))));
        }
    }
    if let Some(near) = nearest(name, people.iter().map(|person| person.name.as_str())) {
        return Err(Failure::Usage(format!(
            "there is no interviewer `{name}`; did you mean `{near}`? Somebody new gets a note first: `vault new interviewer \"{name}\"`"
        )));
    }
    if name.trim().is_empty() || name.contains(['[', ']', '|', '#', '^']) {
        return Err(Failure::Usage(format!("`{name}` cannot be the name of a person in a link; write it plainly")));
    }
    let said = format!("{name} has no note yet; `vault new interviewer \"{name}\"` makes one");
    Ok((yaml::link(name.trim()), Some(said)))
}

/// By name where no other note has it, else by path.
fn link(session: &Session, note: NoteId) -> String {
    let note = session.vault.note(note);
    let is_alone = session.vault.notes.iter().filter(|other| folded(other.name()) == folded(note.name())).count() == 1;
    let path = note.path.strip_suffix(".md").unwrap_or(&note.path);
    yaml::link(if is_alone { note.name() } else { path })
}
