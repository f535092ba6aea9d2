//! Arguments of which clap hears once they are asked for: a run is of one command, and to hear of what all the others take
//! costs time at every start (`docs/DECISIONS.md`, "How a short run starts").

use std::ops::Deref;

use clap::builder::{CommandExt, Resettable};
use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

/// The arguments `T` of a command. Derived code tells clap at once of all that a command takes; wrapped in this, it only
/// hangs on the command who adds them, until somebody asks for the command to be [complete].
#[derive(Debug)]
pub(super) struct Late<T>(T);

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What adds the arguments to their command; it hangs on that until then.
#[derive(Clone, Copy, Debug)]
struct Awaited(fn(Command) -> Command);

impl CommandExt for Awaited {}

impl<T: Args> Args for Late<T> {
    fn augment_args(command: Command) -> Command {
        command.add(Awaited(T::augment_args))
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.add(Awaited(T::augment_args_for_update))
    }
}

/// The command with its arguments. With them would come what the docstring of their type says of itself, in place of what
/// the command is for; that stays as it is.
pub(super) fn complete(command: Command) -> Command {
    let Some(Awaited(add)) = command.get().copied() else { return command };
    let (short, long) = (command.get_about().cloned(), command.get_long_about().cloned());
    add(command).about(Resettable::from(short)).long_about(Resettable::from(long))
}

impl<T: FromArgMatches> FromArgMatches for Late<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn from_arg_matches_mut(matches: &mut ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches_mut(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}
