//! A file that leaves the vault, written where the user says.

use super::Exit;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use crate::disk::{self, Handed};
use crate::render::flat;

/// A file to be handed over.
pub(super) struct Handing<'a> {
    /// The words of the command that made it.
    pub command: &'a str,
    /// Where it goes, as given: from the folder the command works in.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// Whether only to say what would be written.
    pub dry_run: bool,
}

impl Handing<'_> {
    /// Writes it, over nothing but an earlier one of ours, and says so.
    pub(super) fn over(
        &self,
        session: &Session,
        environment: &Environment<'_>,
        output: &mut Output<'_>,
    ) -> Result<Exit, Failure> {
        let Self { command, name, bytes, dry_run } = *self;
        let path = session.current_dir.join(name);
        let state = session.state(environment, command)?;
        let (handed, told) = disk::hand_over(&session.root, &path, bytes, state, dry_run)?;
        output.hints(&told)?;
        let verb = match handed {
            Handed::Written if dry_run => "would write",
            Handed::Written => "wrote",
            Handed::Same => "nothing to write: this is in",
            Handed::Refused(why) => {
                output.error(&format!("{name} is not written: {why}"))?;
                return Ok(Exit::Findings);
            }
        };
        output.print(&format!("{verb} {}\n", flat(name)))?;
        Ok(Exit::Fine)
    }
}
