//! Arguments that are told to clap once they are asked for: a run is of one command, and there are many.

use std::ops::Deref;

use clap::builder::{CommandExt, Resettable};
use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

/// The arguments of a command, which clap hears of once the command is [complete].
#[derive(Debug)]
pub(super) struct Late<T>(T);

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What adds the arguments to their command.
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

/// The command with its arguments. What they say of the command is not for its user.
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
