//! `vault letters export`

use clap::{Args, ValueEnum};

use super::super::Exit;
use super::super::args::Global;
use super::super::environment::Environment;
use super::super::failure::Failure;
use super::super::handing::Handing;
use super::super::output::Output;
use super::super::session::Session;
use crate::letters::{self, Mailbox};
use crate::manuscript::{self, Kind as Part, Manuscript};
use crate::model::{Kind, Letter, Record};
use crate::render::letter as render;

/// What `letters export` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault letters export \"2025-03-04 Priya Rao posted-letter\" --to pdf\n  vault letters export \"2025-03-04 Priya Rao thank-you-email\" --to mailto"
)]
pub(in crate::cli) struct Options {
    /// The letter
    #[arg(value_name = "LETTER")]
    pub letter: String,
    /// As what
    #[arg(long, value_name = "FORMAT")]
    pub to: Format,
    /// The file; `-` prints. Without it a file of the letter's name in the current folder; mailto and txt print
    #[arg(long, value_name = "PATH|-")]
    pub output: Option<String>,
    /// Although blanks stand, or an error was found
    #[arg(long)]
    pub anyway: bool,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// As what a letter leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// A page, to be printed and signed
    Pdf,
    /// A file for the browser
    Html,
    /// A draft for the mail program
    Eml,
    /// Plain text
    Txt,
    /// A link that opens a draft in the mail program
    Mailto,
}

impl Format {
    /// The extension of its file; `None` for what is printed unless a file is named.
    fn extension(self) -> Option<&'static str> {
        match self {
            Self::Pdf => Some("pdf"),
            Self::Html => Some("html"),
            Self::Eml => Some("eml"),
            Self::Txt | Self::Mailto => None,
        }
    }
}

/// Hands a letter over.
pub(in crate::cli) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let id = session.record(&[Kind::Letter], &options.letter)?;
    let note = session.vault.note(id);
    let Record::Letter(at) = note.record else {
        return Err(Failure::Usage(format!("`{}` is no letter", options.letter)));
    };
    let letter = &session.vault.letters[at];
    let obstacles = letters::obstacles(&session.vault, &session.find(), letter);
    for obstacle in &obstacles {
        output.hint(&format!("{}: {obstacle}", note.path))?;
    }
    if !obstacles.is_empty() {
        if !options.anyway {
            output.hint("nothing is exported; mend the letter, or run with `--anyway`")?;
            return Ok(Exit::Findings);
        }
        output.hint("it is exported all the same, as you asked")?;
    }
    let made = match made(&session, letter, options.to) {
        Ok(made) => made,
        Err(why) => {
            output.error(&format!("{} is not exported: {why}", note.path))?;
            return Ok(Exit::Findings);
        }
    };
    let default = options.to.extension().map(|extension| format!("{}.{extension}", note.name()));
    let Some(name) = options.output.clone().or(default).filter(|name| name != "-") else {
        if options.to == Format::Pdf && environment.out_is_terminal {
            return Err(Failure::Usage("a PDF is not for a terminal; send it on to a file or a program".to_owned()));
        }
        output.print_bytes(&made)?;
        return Ok(Exit::Fine);
    };
    let handing = Handing { command: "letters export", name: &name, bytes: &made, dry_run: options.dry_run };
    handing.over(&session, environment, output)
}

/// The letter in that format; `Err` says what is missing.
fn made(session: &Session, letter: &Letter, format: Format) -> Result<Vec<u8>, String> {
    let vault = &session.vault;
    let manuscript = manuscript::read(&letter.body);
    let author = vault.candidate().and_then(|me| me.full_name.text()).unwrap_or_default();
    let title = title(session, letter, &manuscript);
    let us_letter = vault.config.letters.us_letter;
    Ok(match format {
        Format::Pdf => return pdf(&manuscript, &title, author, us_letter),
        Format::Html => render::html(&manuscript, &title, author, if us_letter { "letter" } else { "A4" }),
        Format::Eml => render::eml(&manuscript, &Mailbox::of_sender(vault)?, &Mailbox::of_addressee(vault, letter)?),
        Format::Txt => render::text(&manuscript),
        Format::Mailto => render::mailto(&manuscript, &Mailbox::of_addressee(vault, letter)?),
    }
    .into_bytes())
}

#[cfg(feature = "pdf")]
fn pdf(manuscript: &Manuscript, title: &str, author: &str, us_letter: bool) -> Result<Vec<u8>, String> {
    use crate::page::{Paper, Print, pdf};

    let paper = if us_letter { Paper::Letter } else { Paper::A4 };
    pdf(manuscript, &Print { paper, title, author }).map_err(|fault| fault.to_string())
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Manuscript, _: &str, _: &str, _: bool) -> Result<Vec<u8>, String> {
    Err("this program was built without PDF; export it `--to html`, and print that".to_owned())
}

/// What the letter is called where its file name is not seen: its subject, its heading, or whom it is to.
fn title(session: &Session, letter: &Letter, manuscript: &Manuscript) -> String {
    let heading = manuscript.blocks.iter().find_map(|block| match &block.kind {
        Part::Heading(_, line) => Some(line.text()),
        _ => None,
    });
    let to = || letter.to.value().map(|to| format!("Letter to {}", to.name));
    let name = || session.vault.note(letter.note).name().to_owned();
    manuscript.subject.clone().or(heading).or_else(to).unwrap_or_else(name)
}
