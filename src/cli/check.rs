//! `vault check`

use std::path::{Component, Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Exit;
use super::answered::Asked;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::fix::{self, Extent, Mend};
use super::generate::{self, AgendaFile};
use super::output::Output;
use super::place::Place;
use super::session::Session;
use super::ticks;
use crate::agenda::Tick;
use crate::checklist::{self, Finding, Stage};
use crate::diagnostic::Severity;
use crate::disk::{self, Answer};
use crate::model::{Note, folded};
use crate::render::check::{self, Report};
use crate::text::nearest;

/// What `check` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault check\n  vault check --hints Rounds\n  vault check --only note,thank/next-day --format concise\n  vault check --fix --diff\n  vault check --format sarif > vault.sarif"
)]
pub(super) struct Options {
    /// Show and count only what lies in these files and folders
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The lightest finding that makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub fail_on: FailOn,
    /// Show hints too
    #[arg(long)]
    pub hints: bool,
    /// Only these stages and rules, separated by commas
    #[arg(long, value_name = "STAGE|RULE", value_delimiter = ',')]
    pub only: Vec<String>,
    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    #[command(flatten)]
    pub mend: Mend,
}

/// A severity, on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Everything
    Hint,
}

impl FailOn {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Hint => Severity::Hint,
        }
    }
}

/// How to print the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the terminal, with the lines they are about
    Human,
    /// One line each
    Concise,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines
    Github,
}

/// Prints every finding: the faults, and the duties that are overdue.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    check_names(&options.only)?;
    let mut is_mended = true;
    if let Some(extent) = options.mend.extent() {
        let session = Session::open(environment, global)?;
        let scope = Scope::new(&session, options)?;
        is_mended = fix::run(environment, &session, &|finding| scope.has(finding), extent, output)?;
        if extent != Extent::Write {
            return Ok(if is_mended { Exit::Fine } else { Exit::Findings });
        }
    }
    let asked = Asked { environment, global, command: "check", options, open: Place::look };
    let look = |session: &Session, colour: bool| look(session, options, colour);
    let fails = asked.answer(Place::find(environment, global)?, output, look)?;
    Ok(if fails || !is_mended { Exit::Findings } else { Exit::Fine })
}

fn look(session: &Session, options: &Options, colour: bool) -> Result<Answer, Failure> {
    let scope = Scope::new(session, options)?;
    let checklist = session.find();
    // A file that cannot be read is reported where it matters: when it is to be written.
    let file = AgendaFile::read(session).unwrap_or_default();
    let ticks = ticks::recordable(session, &checklist, &file);
    let is_ticked =
        |finding: &Finding| finding.duty().is_some() && ticks.iter().any(|tick| tick.id == finding.id(&session.vault));
    let findings: Vec<&Finding> = checklist
        .findings
        .iter()
        .filter(|finding| finding.is_shown(session.today) && scope.has(finding) && !is_ticked(finding))
        .collect();
    let agenda = match options.format {
        Format::Human if scope.is_whole() => Some(generate::agenda(session, &checklist, &ticks, generate::DAYS)),
        _ => None,
    };
    let Session { sources, root, .. } = session;
    let report = Report {
        vault: &session.vault,
        findings: &findings,
        agenda: agenda.as_ref(),
        today: session.today,
        source: &|path| sources.get(path, root),
        hints: options.hints || options.fail_on == FailOn::Hint,
    };
    let out = match options.format {
        Format::Human => check::human(&report, colour),
        Format::Concise => check::concise(&report),
        Format::Json => check::json(&report),
        Format::Sarif => check::sarif(&report),
        Format::Github => check::github(&report),
    };
    let told = waiting(&ticks, &session.vault.config.folders.agenda).into_iter().collect();
    let fails = findings.iter().any(|finding| finding.severity >= Some(options.fail_on.severity()));
    Ok(Answer { fails, out, told })
}

/// That ticks in the agenda will be recorded by the next command that writes.
fn waiting(ticks: &[Tick], agenda: &str) -> Option<String> {
    let (what, wait) = match ticks.len() {
        0 => return None,
        1 => ("tick", "waits"),
        _ => ("ticks", "wait"),
    };
    Some(format!("{} {what} in {agenda} {wait} to be taken in", ticks.len()))
}

/// Which findings were asked for.
struct Scope<'o> {
    only: &'o [String],
    /// From the root; empty for everywhere.
    paths: Vec<String>,
}

impl<'o> Scope<'o> {
    fn new(session: &Session, options: &'o Options) -> Result<Self, Failure> {
        let paths = options.paths.iter().map(|path| below(session, path)).collect::<Result<_, _>>()?;
        Ok(Self { only: &options.only, paths })
    }

    fn has(&self, finding: &Finding) -> bool {
        let is_named = |name: &String| *name == finding.rule.id || name == finding.rule.stage();
        (self.only.is_empty() || self.only.iter().any(is_named))
            && (self.paths.is_empty() || self.paths.iter().any(|path| is_below(&finding.path, path)))
    }

    fn is_whole(&self) -> bool {
        self.only.is_empty() && self.paths.is_empty()
    }
}

fn check_names(names: &[String]) -> Result<(), Failure> {
    let known = || checklist::rules().map(|rule| rule.id).chain(Stage::ALL.map(|stage| stage.name));
    for name in names {
        if !known().any(|other| other == name) {
            let near = nearest(name, known()).map(|near| format!("did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| "`vault rules` lists them all".to_owned());
            return Err(Failure::Usage(format!("there is no stage or rule `{name}`; {help}")));
        }
    }
    Ok(())
}

/// A path of the command line, from the root: as seen from the current folder, by its words or by where its links
/// lead, else from the root.
fn below(session: &Session, given: &Path) -> Result<String, Failure> {
    let seen = plain(&session.current_dir.join(given));
    let root = plain(&session.root);
    let by_words = seen.strip_prefix(&root).ok();
    let at = |below: &Path| listed(session, &slashed(below));
    let by_links = || disk::path_below(&session.root, &seen);
    if let Some(found) = by_words.and_then(at).or_else(|| at(&by_links()?)) {
        return Ok(found);
    }
    let below = match by_words {
        _ if given.is_relative() => plain(given),
        Some(below) => below.to_path_buf(),
        None => {
            return Err(Failure::Usage(format!("{} lies outside the vault at {}", given.display(), root.display())));
        }
    };
    let listed = listed(session, &slashed(&below));
    listed.ok_or_else(|| Failure::Usage(format!("there is no note or folder {} in this vault", given.display())))
}

/// A note or a folder of this path as the vault writes it: like this, else in another case or Unicode form.
fn listed(session: &Session, path: &str) -> Option<String> {
    if session.has(path) {
        return Some(path.to_owned());
    }
    let (wanted, depth) = (folded(path), path.split('/').count());
    let upto = |note: &Note| note.path.split('/').take(depth).collect::<Vec<_>>().join("/");
    session.vault.notes.iter().map(upto).find(|other| folded(other) == wanted)
}

/// Without `.` and, as far as can be told from the words, without `..`.
pub(super) fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// With `/` between the parts, on every system.
pub(super) fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty() || path == folder || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
