//! placeholder init
use super::{Exit, args::Global, environment::Environment, failure::Failure, output::Output};
#[derive(Debug, clap::Args)]
pub(super) struct Options {}
pub(super) fn run(_: &Environment<'_>, _: &Global, _: &Options, _: &mut Output<'_>) -> Result<Exit, Failure> {
    Ok(Exit::Fine)
}
