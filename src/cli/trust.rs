//! `vault trust`

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session;
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::{Scan, State, hash};
use crate::letters::{Templates, document_of};
use crate::text::{SourceFile, escaped};

/// What `trust` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault trust\n  vault trust --yes\n  vault trust --forget")]
pub(super) struct Options {
    /// Trust them without asking
    #[arg(long)]
    pub yes: bool,
    /// Trust none of them any more
    #[arg(long, conflicts_with = "yes")]
    pub forget: bool,
    /// Only show them, and what would be done
    #[arg(long)]
    pub dry_run: bool,
}

/// Shows the vault's own letter templates, and trusts exactly these. Reads no notes and writes nothing into the vault.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let root = session::root(&session::current_dir(environment, global), global)?;
    let config = session::config(&root)?;
    let own = session::letter_templates(&root, &session::templates(&root, &config))?;
    let state = session::state(environment, "trust")?;
    let trusted = state.trusted(&root)?;
    if options.forget {
        return forget(&root, &state, trusted.len(), options.dry_run, output);
    }
    let files: Vec<&SourceFile> = own.files.iter().filter(|file| document_of(file.path()).is_some()).collect();
    if files.is_empty() {
        output.print(
            "There are no letter templates here, so there is nothing to trust.\n\
             `vault explain letter:posted-letter` says how to make one.\n",
        )?;
        return Ok(Exit::Fine);
    }
    let hashes: BTreeMap<String, String> =
        files.iter().map(|file| (file.path().to_owned(), hash(file.text().as_bytes()))).collect();
    output.print(&files.iter().map(|file| shown(file, &hashes[file.path()], &trusted)).collect::<String>())?;
    let count = hashes.iter().filter(|(path, hash)| trusted.get(*path) != Some(hash)).count();
    if count == 0 {
        output.print("All of them are trusted already.\n")?;
    } else if options.dry_run {
        output.print(&format!("{} would be trusted.\n", these(count)))?;
        return Ok(Exit::Fine);
    } else if options.yes || is_agreed(environment, global, count, output)? {
        state.trust(&root, &hashes)?;
        output.print("Trusted, as they are now. `vault build` drafts from them.\n")?;
    } else {
        output.hint("nothing is trusted yet; read them, then run `vault trust --yes`")?;
        return Ok(Exit::Findings);
    }
    tell_faults(&own, output)?;
    Ok(Exit::Fine)
}

fn forget(root: &Path, state: &State, count: usize, is_dry: bool, output: &mut Output<'_>) -> Result<Exit, Failure> {
    let text = match count {
        0 => "No letter templates of this vault are trusted.\n".to_owned(),
        _ if is_dry => format!("{} would be trusted no longer.\n", these(count)),
        _ => {
            state.trust(root, &BTreeMap::new())?;
            format!("{} trusted no longer; the built-in texts are used.\n", are(count))
        }
    };
    output.print(&text)?;
    Ok(Exit::Fine)
}

/// Asks somebody at the terminal; nobody there is a no.
fn is_agreed(
    environment: &Environment<'_>,
    global: &Global,
    count: usize,
    output: &mut Output<'_>,
) -> Result<bool, Failure> {
    if !environment.in_is_terminal || global.no_input {
        return Ok(false);
    }
    output.note(&format!(
        "{} will speak in your letters. Have you read it all, and do you trust it? [y/N] ",
        these(count)
    ))?;
    let reply = (environment.input)().unwrap_or_default();
    Ok(matches!(reply.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// What keeps them from being used all the same.
fn tell_faults(own: &Scan, output: &mut Output<'_>) -> Result<(), Failure> {
    let (_, diagnostics) = Templates::read(&own.files, &own.unread, |_| true);
    for Diagnostic { path, span, message, help, .. } in
        diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    {
        let file = own.files.iter().find(|file| file.path() == &**path);
        let line = file.map_or(1, |file| file.position(span.start).line);
        output.hint(&format!("{path}:{line}: {message}; {help}"))?;
    }
    Ok(())
}

fn shown(file: &SourceFile, hash: &str, trusted: &BTreeMap<String, String>) -> String {
    let standing = match trusted.get(file.path()) {
        Some(known) if known == hash => "trusted",
        Some(_) => "changed since it was trusted",
        None => "not trusted yet",
    };
    format!("{}\n  {} bytes · {standing}\n  SHA-256 {hash}\n", escaped(file.path()), file.text().len())
}

fn these(count: usize) -> String {
    if count == 1 { "1 template".to_owned() } else { format!("{count} templates") }
}

fn are(count: usize) -> String {
    format!("{} {}", these(count), if count == 1 { "is" } else { "are" })
}
