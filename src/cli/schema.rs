//! `vault schema`

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::Exit;
use super::failure::Failure;
use super::output::Output;
use crate::model::Kind;
use crate::render::schema;

/// What `schema` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault schema round\n  vault schema > vault.schema.json")]
pub(super) struct Options {
    /// The kind of note; without it, all kinds by their `type`
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::name)).try_map(|name| Kind::from_name(&name).ok_or("no such kind")))]
    pub kind: Option<Kind>,
}

/// Prints the JSON Schema of front matter. Needs no vault.
pub(super) fn run(options: &Options, output: &mut Output<'_>) -> Result<Exit, Failure> {
    output.print(&options.kind.map_or_else(schema::all, schema::of))?;
    Ok(Exit::Fine)
}
