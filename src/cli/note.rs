//! What the commands share that write into notes: a look at what would come of it, the way to disk, and telling.

use std::cmp::Reverse;

use super::Exit;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use crate::checklist::{self, Checklist};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::{self, State};
use crate::edit::Rewrite;
use crate::model::{NoteId, Vault};
use crate::outbox::{Change, change};
use crate::parse::{self, Found};
use crate::text::{SourceFile, escaped};

/// Rules that nothing a command writes may break.
const GUARDS: [&str; 2] = ["note/dates", "note/waiver"];

/// Notes that a command rewrites, in the order in which they are to be written.
pub(super) struct Rewrites<'s> {
    session: &'s Session,
    notes: Vec<(String, Rewrite)>,
}

/// The vault as it would be.
pub(super) struct Preview {
    /// The model.
    pub vault: Vault,
    /// The checklist's findings.
    pub checklist: Checklist,
    diagnostics: Vec<Diagnostic>,
}

/// Something that a rewrite would make wrong.
pub(super) struct Objection {
    /// How wrong.
    pub severity: Severity,
    /// What is wrong, and what to write instead.
    pub text: String,
}

impl<'s> Rewrites<'s> {
    /// Nothing yet.
    pub(super) fn new(session: &'s Session) -> Self {
        Self { session, notes: Vec::new() }
    }

    /// The note, to be edited.
    pub(super) fn note(&mut self, id: NoteId) -> &mut Rewrite {
        self.at(&self.session.vault.path(id).clone())
    }

    /// The note at `path`, to be edited; an empty one where there is none.
    pub(super) fn at(&mut self, path: &str) -> &mut Rewrite {
        let path = path.to_owned();
        let at = self.notes.iter().position(|(other, _)| *other == path).unwrap_or_else(|| {
            let text = self.session.source(&path).map_or("", SourceFile::text);
            self.notes.push((path, Rewrite::new(text)));
            self.notes.len() - 1
        });
        &mut self.notes[at].1
    }

    /// A note that is not there yet; whether it was not.
    pub(super) fn create(&mut self, path: String, text: String) -> bool {
        let is_new = self.session.source(&path).is_none() && self.notes.iter().all(|(other, _)| *other != path);
        if is_new {
            self.notes.push((path, Rewrite::new(text)));
        }
        is_new
    }

    /// The vault as it would be after these edits.
    pub(super) fn preview(&self) -> Preview {
        Preview::of(self.session, &self.notes)
    }

    /// What reading the edited notes, or one of [`GUARDS`], would say that it does not say now; heaviest first.
    pub(super) fn objections(&self, preview: &Preview) -> Vec<Objection> {
        let mut known = self.said(&Preview::of(self.session, &[]));
        let mut new = self.said(preview);
        // What is said twice now and was said once before is said anew.
        new.retain(|one| match known.iter().position(|other| other.text == one.text) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        });
        new.sort_by_key(|one| Reverse(one.severity));
        new
    }

    fn said(&self, preview: &Preview) -> Vec<Objection> {
        let is_ours = |path: &str| self.notes.iter().any(|(other, _)| other == path);
        let read = preview.diagnostics.iter().filter(|one| is_ours(&one.path));
        let read = read.map(|one| Objection::new(one.severity, &one.message, &one.help));
        let found = preview.checklist.findings.iter();
        let found = found.filter(|one| GUARDS.contains(&one.rule.id) && is_ours(&one.path));
        let found = found.filter_map(|one| Some(Objection::new(one.severity?, &one.message, &one.help)));
        read.chain(found).collect()
    }

    /// What has to change on disk, with the edits that make it.
    pub(super) fn changes(&self) -> Vec<(Change, &Rewrite)> {
        let changes = self.notes.iter().filter_map(|(path, note)| {
            let old = self.session.source(path).map(SourceFile::text);
            Some((change(path.as_str(), old, Some(note.text()))?, note))
        });
        changes.collect()
    }

    /// Writes the notes, or with `dry_run` only says what would be written. A note that was changed on disk
    /// meanwhile is left, and so are those after it.
    pub(super) fn write(
        &self,
        environment: &Environment<'_>,
        command: &str,
        dry_run: bool,
        output: &mut Output<'_>,
    ) -> Result<Exit, Failure> {
        let session = self.session;
        let changes = self.changes();
        if changes.is_empty() {
            return nothing(environment, session, dry_run, output);
        }
        let state = if dry_run { None } else { Some(session.state(environment, command)?) };
        let (done, left) = if dry_run { ("would write", "would not write") } else { ("wrote", "did not write") };
        for (change, note) in &changes {
            if let Some(why) = save(session, state, change, output)? {
                output.hint(&format!("{}: {why}", change.path))?;
                // Somebody may have typed it all.
                output.print(&told(left, &change.path, note))?;
                return Ok(Exit::Findings);
            }
            output.print(&told(done, &change.path, note))?;
        }
        Ok(Exit::Fine)
    }
}

impl Preview {
    /// The vault with these notes in place of those that were read. The guards look whatever their level.
    fn of(session: &Session, edited: &[(String, Rewrite)]) -> Self {
        let edited: Vec<SourceFile> =
            edited.iter().map(|(path, note)| SourceFile::new(path.as_str(), note.text())).collect();
        let files = session.files(&edited);
        let mut config = session.vault.config.clone();
        config.rules.retain(|rule, _| !GUARDS.contains(&rule.as_str()));
        let (vault, diagnostics) = parse::vault(Found::all(&files), config);
        let checklist = checklist::find(&vault, &diagnostics, session.today);
        Self { vault, checklist, diagnostics }
    }
}

impl Objection {
    fn new(severity: Severity, message: &str, help: &str) -> Self {
        let text = if help.is_empty() { message.to_owned() } else { format!("{message}; {help}") };
        Self { severity, text }
    }
}

/// Says that the notes say so already, and puts away what a command that was cut short may have left.
pub(super) fn nothing(
    environment: &Environment<'_>,
    session: &Session,
    dry_run: bool,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    if !dry_run {
        session::tidy(environment, &session.root, output)?;
    }
    output.print("nothing to write: the notes say so already\n")?;
    Ok(Exit::Fine)
}

/// Writes one note; without a `state`, only looks whether it could be. Why not, such as where the note is not what was
/// read any more.
pub(super) fn save(
    session: &Session,
    state: Option<&State>,
    change: &Change,
    output: &mut Output<'_>,
) -> Result<Option<String>, Failure> {
    let changes = std::slice::from_ref(change);
    let refused = match state {
        None => disk::refusals(&session.root, changes)?,
        Some(state) => {
            let applied = disk::apply(&session.root, changes, state)?;
            output.hints(&applied.told)?;
            applied.refused
        }
    };
    Ok(refused.into_iter().next().map(|(_, why)| why))
}

/// The note, and below it what was written, a line each.
pub(super) fn told(verb: &str, path: &str, note: &Rewrite) -> String {
    let lines = note.written().iter().map(|line| format!("  {}\n", escaped(line)));
    format!("{verb} {}\n{}", escaped(path), lines.collect::<String>())
}

/// An edit that cannot be made, as the end of a command.
pub(super) fn refused(path: &str, why: &crate::edit::Refused) -> Failure {
    Failure::Usage(format!("{path}: {why}"))
}
