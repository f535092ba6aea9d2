//! `vault check --fix`: what is mechanical is mended.

use std::collections::BTreeSet;
use std::sync::Arc;

use clap::Args;

use super::environment::Environment;
use super::failure::Failure;
use super::generate;
use super::new;
use super::note::{Preview, Rewrites, save, told};
use super::output::Output;
use super::session::Session;
use crate::checklist::Finding;
use crate::diagnostic::Fix;
use crate::model::Vault;
use crate::parse::Links;
use crate::text::Span;

/// What is mended may show what else is to mend; so often that is looked at.
const PASSES: usize = 8;

/// What `check` understands of mending.
#[derive(Debug, Args)]
pub(super) struct Mend {
    /// Mend what is mechanical: slips in keys, labels and words, links and phones without quotes, dates in another notation
    #[arg(long)]
    pub fix: bool,
    /// Only show what would be mended, line by line
    #[arg(long, requires = "fix")]
    pub diff: bool,
    /// Only say what would be mended
    #[arg(long, requires = "fix", conflicts_with = "diff")]
    pub dry_run: bool,
}

impl Mend {
    /// How far mending is to go; `None` where it is not asked for.
    pub(super) fn extent(&self) -> Option<Extent> {
        let extent = match self {
            Self { diff: true, .. } => Extent::Diff,
            Self { dry_run: true, .. } => Extent::Say,
            _ => Extent::Write,
        };
        self.fix.then_some(extent)
    }
}

/// How far mending goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The notes are written.
    Write,
    /// It is only said what would be written.
    Say,
    /// It is only shown, line by line.
    Diff,
}

/// Mends what of the findings that are asked for is mechanical; whether all of that could be.
pub(super) fn run(
    environment: &Environment<'_>,
    session: &Session,
    is_asked: &dyn Fn(&Finding) -> bool,
    extent: Extent,
    output: &mut Output<'_>,
) -> Result<bool, Failure> {
    let mut mending = Mending { session, rewrites: Rewrites::new(session), left: BTreeSet::new() };
    for _ in 0..PASSES {
        if !mending.pass(is_asked, output)? {
            break;
        }
    }
    let changes = mending.rewrites.changes();
    let mut is_whole = mending.left.is_empty();
    match extent {
        Extent::Diff => output.print(&generate::diff(changes.iter().map(|(change, _)| change)))?,
        Extent::Say | Extent::Write if changes.is_empty() => {}
        Extent::Say | Extent::Write => {
            let is_meant = extent == Extent::Write;
            let state = is_meant.then(|| session.state(environment, "check --fix")).transpose()?;
            for (change, note) in &changes {
                match save(session, state, change, output)? {
                    None if is_meant => output.note(&told("mended", &change.path, note))?,
                    None => output.print(&told("would write", &change.path, note))?,
                    Some(why) => {
                        output.hint(&format!("{}: {why}", change.path))?;
                        is_whole = false;
                    }
                }
            }
        }
    }
    Ok(is_whole)
}

struct Mending<'s> {
    session: &'s Session,
    rewrites: Rewrites<'s>,
    /// The notes that cannot be mended safely.
    left: BTreeSet<Arc<str>>,
}

impl Mending<'_> {
    /// Mends what the vault as it would be leaves to mend; whether there was anything.
    fn pass(&mut self, is_asked: &dyn Fn(&Finding) -> bool, output: &mut Output<'_>) -> Result<bool, Failure> {
        let preview = self.rewrites.preview();
        let findings =
            preview.checklist.findings.iter().filter(|finding| is_asked(finding) && finding.severity.is_some());
        let mut findings: Vec<&Finding> = findings.filter(|finding| !self.left.contains(&finding.path)).collect();
        findings.sort_by(|one, other| one.path.cmp(&other.path));
        let mut is_any = false;
        for of_note in findings.chunk_by(|one, other| one.path == other.path) {
            is_any |= self.note(&preview, of_note, output)?;
        }
        Ok(is_any)
    }

    fn note(&mut self, preview: &Preview, findings: &[&Finding], output: &mut Output<'_>) -> Result<bool, Failure> {
        let path = &findings[0].path;
        let mut places: Vec<(Span, String)> = findings.iter().filter_map(|finding| place(finding)).collect();
        let mut newcomers = Vec::new();
        for finding in findings {
            let Some(Fix::CreateInterviewer { name, target }) = &finding.fix else { continue };
            let company = finding.company.map(|id| preview.vault.company(id).name.as_str());
            let (made, text) = new::interviewer(self.session, name, company)?;
            if !Links::would_lead(&preview.vault, target, path, &made) {
                // The name cannot be that of a file, or the note goes to another folder: the link follows it there.
                let Some(place) = self.renamed(&preview.vault, finding, target, &made) else { continue };
                places.push(place);
            }
            newcomers.push((made, text));
        }
        if !places.is_empty()
            && let Err(why) = self.rewrites.at(path).replace(&places)
        {
            output.hint(&format!("{path}: {why}"))?;
            self.left.insert(Arc::clone(path));
            return Ok(false);
        }
        let mut is_any = !places.is_empty();
        for (path, text) in newcomers {
            is_any |= self.rewrites.create(path, text);
        }
        Ok(is_any)
    }

    /// The place of a link's `target`, and the name that leads to the note to be `made`; none where no name does, or the
    /// target is not written as it reads.
    fn renamed(&mut self, vault: &Vault, finding: &Finding, target: &str, made: &str) -> Option<(Span, String)> {
        let name = made.rsplit('/').next()?.strip_suffix(".md")?;
        let range = finding.span.range();
        let at = range.start + self.rewrites.at(&finding.path).text().get(range)?.find(target)?;
        let leads = Links::would_lead(vault, name, &finding.path, made);
        leads.then(|| (Span::new(at, at + target.len()), name.to_owned()))
    }
}

fn place(finding: &Finding) -> Option<(Span, String)> {
    match &finding.fix {
        Some(Fix::Replace { span, text }) => Some((*span, text.clone())),
        Some(Fix::CreateInterviewer { .. }) | None => None,
    }
}
