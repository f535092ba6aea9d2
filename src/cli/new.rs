//! `vault new`

mod editor;
mod names;
mod wanted;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use crate::edit;
use crate::model::folded;
use crate::outbox::change;
use crate::parse::schema::{Type, keys};
use crate::text::escaped;
use crate::text::file_name;
use crate::{disk, start};
use wanted::Wanted;

/// What `new` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault new company \"Harbour Glass\" --position \"Melt supervisor\"\n  vault new interviewer \"Ines Falk\" --company \"Harbour Glass\"\n  vault new round --company \"Harbour Glass\" --date \"next tuesday 14:00\" --with \"Ines Falk\""
)]
pub(super) struct Options {
    /// The kind of note
    #[command(subcommand)]
    pub what: What,
}

/// The kinds of note that one makes, each with what can be said of it at once.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    /// One application
    #[command(
        before_help = "Examples:\n  vault new company \"Northgate Dairy\" --position \"Route planner\" --applied-on yesterday"
    )]
    Company {
        /// What the note is called
        #[arg(value_name = "NAME")]
        name: String,
        /// The job you applied for
        #[arg(long, value_name = "TEXT")]
        position: Option<String>,
        /// The day you applied, such as 2025-03-04 or "last tuesday"
        #[arg(long, value_name = "DATE")]
        applied_on: Option<String>,
        #[command(flatten)]
        making: Making,
    },
    /// One person you meet
    #[command(
        before_help = "Examples:\n  vault new interviewer \"Priya Rao\" --company \"Northgate Dairy\" --role supervisor"
    )]
    Interviewer {
        /// What the note is called
        #[arg(value_name = "NAME")]
        name: String,
        /// Where they work
        #[arg(long, value_name = "COMPANY")]
        company: Option<String>,
        /// Their part in the choice: hr, screener, peer, advisor, supervisor, decider or executive
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        /// Their e-mail address
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        #[command(flatten)]
        making: Making,
    },
    /// One interview
    #[command(
        before_help = "Examples:\n  vault new round --company \"Northgate Dairy\" --date \"next tuesday 14:00\" --with \"Priya Rao\""
    )]
    Round {
        /// What the note is called [default: its day and company]
        #[arg(value_name = "NAME")]
        name: Option<String>,
        /// With which company
        #[arg(long, value_name = "COMPANY")]
        company: Option<String>,
        /// When it is, such as 2025-03-11 or "next tuesday 14:00"
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
        /// An interviewer; may be given several times
        #[arg(long, value_name = "PERSON")]
        with: Vec<String>,
        /// The day the appointment was made [default: today]
        #[arg(long, value_name = "DATE")]
        booked_on: Option<String>,
        #[command(flatten)]
        making: Making,
    },
    /// Somebody outside who can put in a word
    #[command(before_help = "Examples:\n  vault new contact \"Dana Okafor\" --company \"Northgate Dairy\"")]
    Contact {
        /// What the note is called
        #[arg(value_name = "NAME")]
        name: String,
        /// A company they can sway
        #[arg(long, value_name = "COMPANY")]
        company: Option<String>,
        /// Their e-mail address
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        #[command(flatten)]
        making: Making,
    },
    /// One piece of praise by somebody else
    #[command(before_help = "Examples:\n  vault new testimonial \"Night shift\" --author \"Ann Lowe\"")]
    Testimonial {
        /// What the note is called
        #[arg(value_name = "NAME")]
        name: String,
        /// Who said it
        #[arg(long, value_name = "NAME")]
        author: Option<String>,
        #[command(flatten)]
        making: Making,
    },
}

/// How it is made, whatever it is.
#[derive(Debug, Args)]
pub(super) struct Making {
    /// Open it in your editor: the program that VISUAL or EDITOR names
    #[arg(long)]
    pub open: bool,
    /// Only say what would be made
    #[arg(long)]
    pub dry_run: bool,
}

impl What {
    fn making(&self) -> &Making {
        match self {
            Self::Company { making, .. }
            | Self::Interviewer { making, .. }
            | Self::Round { making, .. }
            | Self::Contact { making, .. }
            | Self::Testimonial { making, .. } => making,
        }
    }
}

/// Makes one note from its template, and prints its path.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let wanted = Wanted::of(&options.what, &session)?;
    let Made { name, path, text } = Made::of(&session, &wanted)?;
    for said in &wanted.said {
        output.hint(said)?;
    }
    if name != wanted.name {
        output.hint(&format!(
            "`{}` cannot be the name of a file everywhere, so the note is called `{name}`",
            wanted.name
        ))?;
    }
    if let Some(note) = session.vault.notes.iter().find(|note| folded(note.name()) == folded(&name)) {
        output.error(&format!(
            "there is a note of that name already, {}, and a link could not tell the two apart; choose another name",
            note.path
        ))?;
        return Ok(Exit::Findings);
    }
    let making = options.what.making();
    if making.dry_run {
        output.print(&format!("create  {}\n", escaped(&path)))?;
        return Ok(Exit::Fine);
    }
    let changes: Vec<_> = change(path.as_str(), None, Some(&text)).into_iter().collect();
    let applied = disk::apply(&session.root, &changes, session.state(environment, "new")?)?;
    output.hints(&applied.told)?;
    if let Some((path, why)) = applied.refused.first() {
        output.error(&format!("{path}: {why}"))?;
        return Ok(Exit::Findings);
    }
    output.print(&format!("{}\n", escaped(&path)))?;
    if making.open {
        editor::open(environment, &session.root.join(&path))?;
    }
    Ok(Exit::Fine)
}

/// A note, not written yet.
struct Made {
    /// Its file's name, without `.md`.
    name: String,
    path: String,
    text: String,
}

impl Made {
    fn of(session: &Session, wanted: &Wanted) -> Result<Self, Failure> {
        let name = file_name(&[&wanted.name]);
        let path = match start::folder(&session.vault.config.folders, wanted.kind) {
            "" => format!("{name}.md"),
            folder => format!("{folder}/{name}.md"),
        };
        let text = text(session, wanted, &name)?;
        Ok(Self { name, path, text })
    }
}

/// The path and the text of a note for an interviewer who has none.
pub(super) fn interviewer(session: &Session, name: &str, company: Option<&str>) -> Result<(String, String), Failure> {
    let made = Made::of(session, &Wanted::interviewer(name, company, session)?)?;
    Ok((made.path, made.text))
}

/// The note's text: the vault's own template, else the built-in one, with what was said of it.
fn text(session: &Session, wanted: &Wanted, name: &str) -> Result<String, Failure> {
    let folder = session::templates(&session.root, &session.vault.config);
    let path = start::template_path(&folder, wanted.kind);
    let own = disk::read_file(&session.root, &path)?;
    let template = own.as_deref().unwrap_or_else(|| start::template(wanted.kind));
    let mut text = start::fill(template, name, session.today);
    // Around a placeholder a template needs quotes, around a day a note needs none.
    for key in keys(wanted.kind).iter().filter(|key| matches!(key.ty, Type::Date)) {
        if let [day] = &edit::values(&text, key.name)[..]
            && day.parse::<NaiveDate>().is_ok()
        {
            text = edit::put_key(&text, key.name, day).unwrap_or(text);
        }
    }
    let kind = ("type", wanted.kind.name().to_owned());
    for (key, value) in std::iter::once(&kind).chain(&wanted.keys) {
        text = edit::put_key(&text, key, value).map_err(|why| {
            Failure::Usage(match own {
                Some(_) => format!(
                    "`{key}` does not go into {path}: {why}; mend that template, or remove it: there is one built in"
                ),
                None => format!("`{key}` cannot be {value}: {why}; write it plainly"),
            })
        })?;
    }
    Ok(text)
}
