//! The two streams: results on one, everything else on the other.

use std::io::{self, Write};

use super::args::Colour;
use super::environment::Environment;
use crate::text::escaped;

/// Where a command's words go.
pub(super) struct Output<'o> {
    out: &'o mut dyn Write,
    err: &'o mut dyn Write,
    out_colour: bool,
    err_colour: bool,
    err_is_terminal: bool,
    /// Messages that are held back, oldest first.
    held: Option<Vec<String>>,
}

impl<'o> Output<'o> {
    /// Colour as asked for: by flag, then `NO_COLOR`, `CLICOLOR_FORCE`, `TERM=dumb`, then whether a
    /// stream is a terminal.
    pub(super) fn new(
        environment: &Environment<'_>,
        colour: Colour,
        out: &'o mut dyn Write,
        err: &'o mut dyn Write,
    ) -> Self {
        let forced = match colour {
            Colour::Always => Some(true),
            Colour::Never => Some(false),
            Colour::Auto if environment.text("NO_COLOR").is_some() => Some(false),
            Colour::Auto if environment.text("CLICOLOR_FORCE").is_some_and(|value| value != "0") => Some(true),
            Colour::Auto if environment.text("TERM").as_deref() == Some("dumb") => Some(false),
            Colour::Auto => None,
        };
        Self {
            out,
            err,
            out_colour: forced.unwrap_or(environment.out_is_terminal),
            err_colour: forced.unwrap_or(environment.err_is_terminal),
            err_is_terminal: environment.err_is_terminal,
            held: None,
        }
    }

    /// Whether results are coloured.
    pub(super) fn out_colour(&self) -> bool {
        self.out_colour
    }

    /// Whether messages are coloured.
    pub(super) fn err_colour(&self) -> bool {
        self.err_colour
    }

    /// A result, as it is. Whoever made it has escaped what came from a note.
    pub(super) fn print(&mut self, text: &str) -> io::Result<()> {
        self.print_bytes(text.as_bytes())
    }

    /// A result that need not be text.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// A message, as it is.
    pub(super) fn note(&mut self, text: &str) -> io::Result<()> {
        if let Some(held) = &mut self.held {
            held.push(text.to_owned());
            return Ok(());
        }
        self.err.write_all(text.as_bytes())?;
        self.err.flush()
    }

    /// What went wrong: `error: …`.
    pub(super) fn error(&mut self, text: &str) -> io::Result<()> {
        self.labelled("error", "\u{1b}[1;31m", text)
    }

    /// What the user should know: `note: …`.
    pub(super) fn hint(&mut self, text: &str) -> io::Result<()> {
        self.labelled("note", "\u{1b}[1;36m", text)
    }

    /// Several such.
    pub(super) fn hints(&mut self, texts: &[String]) -> io::Result<()> {
        texts.iter().try_for_each(|text| self.hint(text))
    }

    /// From now on holds back messages that would go to a terminal, for who draws on it.
    pub(super) fn hold_notes(&mut self) {
        self.held = self.err_is_terminal.then(Vec::new);
    }

    /// Those that were held back since this was last asked, oldest first.
    pub(super) fn take_notes(&mut self) -> Vec<String> {
        self.held.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Holds back no more, and gives those that were not asked for.
    pub(super) fn release_notes(&mut self) -> Vec<String> {
        self.held.take().unwrap_or_default()
    }

    fn labelled(&mut self, label: &str, colour: &str, text: &str) -> io::Result<()> {
        let text = escaped(text);
        let line =
            if self.err_colour { format!("{colour}{label}\u{1b}[0m: {text}\n") } else { format!("{label}: {text}\n") };
        self.note(&line)
    }
}
