//! Ticks in the agenda file, taken in: what was done goes into the notes before anything else is written.

use chrono::NaiveDate;

use super::environment::Environment;
use super::failure::Failure;
use super::generate::AgendaFile;
use super::note::{Preview, Rewrites, save, told};
use super::output::Output;
use super::session::Session;
use crate::agenda::Tick;
use crate::checklist::{Checklist, Finding};
use crate::edit::Rewrite;
use crate::model::Vault;
use crate::outbox::Change;
use crate::record::{Deed, Outcome, Recorder};
use crate::text::SourceFile;

/// Whether the notes are written.
#[derive(Clone, Copy)]
pub(super) enum Mode<'a, 'e> {
    /// Nothing is written; what would be is worked out.
    Look,
    /// Nothing is written; it is told what would be left as it is.
    Rehearse(&'a Environment<'e>),
    /// The notes are written, for this command.
    Write(&'a Environment<'e>, &'static str),
}

/// What came of the ticks in the agenda file.
pub(super) struct TakenIn {
    /// The vault with everything in it that was recorded.
    pub session: Session,
    /// The ticks that stay in the file, with why.
    pub left: Vec<Tick>,
    /// How the notes change, or changed.
    pub changes: Vec<Change>,
    /// Whether no tick was refused.
    pub whole: bool,
}

/// Takes in what was ticked in the agenda `file`. `stays`: the file will be left as it is.
///
/// Every tick is looked at on its own. One that cannot be recorded stays, with the reason, and the others go on;
/// nothing is recorded after a scan that was not complete.
pub(super) fn take_in(
    mut session: Session,
    file: &AgendaFile,
    stays: bool,
    mode: Mode<'_, '_>,
    output: &mut Output<'_>,
) -> Result<TakenIn, Failure> {
    if file.ticks().is_empty() || !session.vault.complete {
        return Ok(TakenIn { session, left: file.ticks().to_vec(), changes: Vec::new(), whole: true });
    }
    let checklist = session.find();
    let mut intake = Intake { session: &session, checklist: &checklist, taken: Vec::new(), left: Vec::new() };
    intake.look_at(file.ticks(), stays);
    let rewrites = intake.proved();
    let written = intake.write(rewrites.changes(), mode, output)?;
    let edited: Vec<SourceFile> =
        written.iter().map(|(change, note)| SourceFile::new(change.path.as_str(), note.text())).collect();
    let mut left = intake.left;
    // As they stand in the file, so that the next run finds them as this one leaves them.
    left.sort_by_key(|left| file.ticks().iter().position(|tick| tick.id == left.tick.id));
    let changes = written.iter().map(|(change, _)| change.clone()).collect();
    session.take_in(edited, &[]);
    // What was recorded may have ended other duties too.
    let checklist = session.find();
    let recorder = Recorder::new(&session.vault, &checklist, session.today);
    left.retain(|left| !matches!(recorder.outcome(&left.tick, stays), Outcome::Recorded));
    let agenda = &session.vault.config.folders.agenda;
    for Left { tick, .. } in &left {
        let title = tick.words.split(" · ").next().unwrap_or_default();
        let why = tick.why.as_deref().unwrap_or_default();
        output.hint(&format!("{agenda}: `{title}` is ticked [{}] and not recorded: {why}", tick.mark))?;
    }
    let whole = left.iter().all(|left| !left.is_refused);
    Ok(TakenIn { session, left: left.into_iter().map(|left| left.tick).collect(), changes, whole })
}

/// The ticks of the agenda `file` that wait, and would be recorded.
pub(super) fn recordable(session: &Session, checklist: &Checklist, file: &AgendaFile) -> Vec<Tick> {
    let mut intake = Intake { session, checklist, taken: Vec::new(), left: Vec::new() };
    intake.look_at(file.ticks(), file.stays(false));
    intake.proved();
    intake.taken.into_iter().map(|(tick, ..)| tick).collect()
}

/// A tick that stays.
struct Left {
    /// With why.
    tick: Tick,
    /// Whether it asked for something that was not done.
    is_refused: bool,
}

/// The ticks on their way.
struct Intake<'s> {
    session: &'s Session,
    checklist: &'s Checklist,
    /// To be recorded, in the order in which they are written.
    taken: Vec<(Tick, &'s Finding, Deed)>,
    left: Vec<Left>,
}

impl<'s> Intake<'s> {
    /// Tells the ticks that can be recorded from those that stay, and those that say nothing new.
    fn look_at(&mut self, ticks: &[Tick], stays: bool) {
        let recorder = Recorder::new(&self.session.vault, self.checklist, self.session.today);
        for tick in ticks {
            match recorder.outcome(tick, stays) {
                Outcome::Record(finding, deed) => self.taken.push((tick.clone(), finding, deed)),
                Outcome::Recorded => {}
                Outcome::Mark(why) => self.leave(tick.clone(), why, false),
                Outcome::Again(why) => self.leave(tick.clone(), why, true),
                Outcome::Refused(why) => self.refuse(tick.clone(), why),
            }
        }
        self.taken.sort_by_cached_key(|(_, _, deed)| deed.order());
    }

    /// The edits of the ticks that can be recorded: each ends its duty, or moves it on. The others are refused.
    fn proved(&mut self) -> Rewrites<'s> {
        loop {
            let mut rewrites = Rewrites::new(self.session);
            let mut taken = Vec::new();
            for (tick, finding, deed) in std::mem::take(&mut self.taken) {
                match deed.write(rewrites.note(deed.note)) {
                    Ok(()) => taken.push((tick, finding, deed)),
                    Err(why) => self.refuse(tick, why.to_string()),
                }
            }
            if taken.is_empty() {
                return rewrites;
            }
            let preview = rewrites.preview();
            let (ended, idle): (Vec<_>, Vec<_>) =
                taken.into_iter().partition(|(_, finding, _)| has_ended(finding, &self.session.vault, &preview));
            self.taken = ended;
            if idle.is_empty() {
                return rewrites;
            }
            for (tick, finding, _) in idle {
                let why = still_stands(finding, tick.done_on.unwrap_or(self.session.today));
                self.refuse(tick, format!("{why}; untick it, or mend its day"));
            }
        }
    }

    /// Leaves a tick with the reason, and with the day on which it was seen: it must not count for a later one.
    fn refuse(&mut self, tick: Tick, why: String) {
        let done_on = tick.done_on.or(Some(self.session.today).filter(|_| tick.is_done()));
        self.leave(Tick { done_on, ..tick }, why, true);
    }

    fn leave(&mut self, tick: Tick, why: String, is_refused: bool) {
        self.left.push(Left { tick: Tick { why: Some(why), ..tick }, is_refused });
    }

    /// Writes the notes, where `mode` has them written, tells what was, and gives those that could be.
    fn write<'r>(
        &mut self,
        changes: Vec<(Change, &'r Rewrite)>,
        mode: Mode<'_, '_>,
        output: &mut Output<'_>,
    ) -> Result<Vec<(Change, &'r Rewrite)>, Failure> {
        let mut written = Vec::new();
        if changes.is_empty() {
            return Ok(written);
        }
        let state = match mode {
            Mode::Look | Mode::Rehearse(_) => None,
            Mode::Write(environment, command) => Some(self.session.state(environment, command)?),
        };
        for (change, note) in changes {
            let state = state.map(|state| state.for_ticks(self.ids_at(&change.path)));
            if let Some(why) = save(self.session, state.as_ref(), &change, output)? {
                self.refuse_at(&change.path, &why);
                continue;
            }
            if state.is_some() {
                output.note(&told("wrote", &change.path, note))?;
            }
            written.push((change, note));
        }
        Ok(written)
    }

    /// The items whose ticks go into the note at `path`.
    fn ids_at(&self, path: &str) -> Vec<String> {
        let there = self.taken.iter().filter(|(_, _, deed)| **self.session.vault.path(deed.note) == *path);
        there.map(|(tick, _, _)| tick.id.clone()).collect()
    }

    /// Refuses the ticks whose note could not be written.
    fn refuse_at(&mut self, path: &str, why: &str) {
        let vault = &self.session.vault;
        let is_there = |deed: &Deed| **vault.path(deed.note) == *path;
        for (tick, finding, deed) in std::mem::take(&mut self.taken) {
            if is_there(&deed) {
                self.refuse(tick, format!("{path}: {why}"));
            } else {
                self.taken.push((tick, finding, deed));
            }
        }
    }
}

/// Why something done on that day is not recorded: it would end nothing.
pub(super) fn still_stands(finding: &Finding, on: NaiveDate) -> String {
    match finding.duty().and_then(|duty| duty.opens).filter(|opens| *opens > on) {
        Some(opens) => {
            format!("it counts from {opens} on, and this was on {on}; what was done before goes into the log")
        }
        None => "done on that day, or in that way, it is still to be done; what was done goes into the log".to_owned(),
    }
}

/// Whether a duty of `vault` is gone in the preview, or has moved on to other days.
pub(super) fn has_ended(finding: &Finding, vault: &Vault, preview: &Preview) -> bool {
    let id = finding.id(vault);
    let days = |finding: &Finding| finding.duty().map(|duty| (duty.opens, duty.due));
    !preview.checklist.all().any(|other| days(other) == days(finding) && other.id(&preview.vault) == id)
}
