//! `vault man`: the manual, made from the same words as the help.

use std::io;

use chrono::NaiveDate;
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::Exit;
use super::args::Global;
use super::day;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::program::Program;
use crate::model::Config;
use crate::text::nearest;

/// What `man` understands.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  vault man | man -l -\n  vault man check > vault-check.1")]
pub(super) struct Options {
    /// The page of this command; without it, of the program
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// What the page of the program has beside the help: a name and what it means.
const SECTIONS: [(&str, &[(&str, &str)]); 3] = [
    (
        "EXIT STATUS",
        &[
            ("0", "All is well."),
            (
                "1",
                "There are findings at or above --fail-on (check only), or part of the work was refused; which is said.",
            ),
            (
                "2",
                "It could not run: wrong usage, settings that cannot be used, an unknown name, or a failing machine.",
            ),
        ],
    ),
    (
        "FILES",
        &[
            ("vault.toml", "Marks the root of a vault, and holds its settings."),
            ("$XDG_STATE_HOME/interview-vault", "What was replaced or removed is kept here. Default: ~/.local/state."),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("VISUAL, EDITOR", "The editor that new --open starts."),
            ("NO_COLOR, CLICOLOR_FORCE, TERM", "Whether to colour, where --color does not say."),
            ("SOURCE_DATE_EPOCH", "The moment that counts as now, in seconds since 1970."),
        ],
    ),
];

/// Prints a page of the manual, dated today. Needs no vault.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    program: &Program,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let today = global.today.map_or_else(|| day::real(environment, &Config::default()), Ok)?;
    let mut command = program.command();
    command.build();
    for name in &options.command {
        command = command.find_subcommand(name).cloned().ok_or_else(|| unknown(name, &command))?;
    }
    let mut page = Vec::new();
    write(command, options.command.is_empty(), today, &mut page)?;
    // Roff is made of texts, which are UTF-8.
    output.print(&tidy(&String::from_utf8_lossy(&page)))?;
    Ok(Exit::Fine)
}

fn write(mut command: Command, is_whole: bool, today: NaiveDate, page: &mut Vec<u8>) -> io::Result<()> {
    let examples = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let has_commands = command.has_subcommands();
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    let usage = command.render_usage().to_string();
    let command = command.override_usage(usage.trim_start_matches("Usage: ").to_owned());
    let source = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command).title(name.to_uppercase()).manual("").source(source).date(today.to_string());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    if !examples.is_empty() {
        examples_section(&examples).to_writer(page)?;
    }
    man.render_options_section(page)?;
    if has_commands {
        man.render_subcommands_section(page)?;
    }
    if is_whole {
        for (title, entries) in SECTIONS {
            section(title, entries).to_writer(page)?;
        }
    }
    Ok(())
}

/// The page with one preamble instead of one for each section, in ASCII, without breaks that do nothing.
fn tidy(page: &str) -> String {
    let preamble: String = Roff::new().render();
    let body = page.replace(&preamble, "").replace("\n.br\n\n.br\n", "\n.sp\n");
    let ascii = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\[u{:04X}]", u32::from(c)) };
    let lines = body.lines().map(|line| line.trim_end().chars().map(ascii).collect::<String>() + "\n");
    format!("{preamble}{}", lines.collect::<String>())
}

/// The examples of the help, line by line.
fn examples_section(help: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]).control("nf", []);
    for line in help.lines().filter_map(|line| line.strip_prefix("  ")) {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff
}

fn section(title: &str, entries: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (name, meaning) in entries {
        roff.control("TP", []).text([bold(*name)]).text([roman(*meaning)]);
    }
    roff
}

fn unknown(name: &str, whole: &Command) -> Failure {
    let near = nearest(name, whole.get_subcommands().map(Command::get_name));
    let help = near.map_or_else(|| "`vault help` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
    Failure::Usage(format!("there is no command `{name}`; {help}"))
}
