//! What is wrong with a note as it is written, and where.
//!
//! Reading never fails: it gives the model and these. A mistake in a note is a [`Diagnostic`];
//! a failing machine is an [`Error`](crate::Error). The checklist's `note/` rules turn
//! diagnostics into findings, so that they are shown, waived and counted like everything else.

use std::sync::Arc;

use crate::text::Span;

/// How much a finding weighs; ordered from the lightest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; shown on request.
    Hint,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

impl Severity {
    /// All, heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Hint];

    /// The word used in `vault.toml`, on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// Which rule reports a diagnostic: one of `note/`, or `letter/template`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// `note/front-matter`: the front matter cannot be read.
    FrontMatter,
    /// `note/unread`: a file that could not be read.
    Unread,
    /// `note/kind`: `type` is no known kind.
    Kind,
    /// `note/field`: a value of the wrong type, or outside the allowed ones.
    Field,
    /// `note/unknown-key`: a key that misses a known one by a slip.
    UnknownKey,
    /// `note/link`: a link to nothing, to two notes, or to the wrong kind.
    Link,
    /// `note/conflict`: conflict markers, or a sync conflict copy.
    Conflict,
    /// `note/hidden-text`: control or bidirectional characters.
    HiddenText,
    /// `note/bullet`: a bullet that is nearly one the program reads.
    Bullet,
    /// `letter/template`: a letter template that is not used, or fails.
    Template,
}

/// One thing wrong with one file, found while reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that reports it.
    pub problem: Problem,
    /// How much it weighs, before `[rules]` has its say.
    pub severity: Severity,
    /// The file, relative to the vault's root.
    pub path: Arc<str>,
    /// Where in it.
    pub span: Span,
    /// What is wrong: plain words, no final full stop.
    pub message: String,
    /// What to write to mend it.
    pub help: String,
    /// What `check --fix` would do, where it is mechanical.
    pub fix: Option<Fix>,
}

/// A mechanical repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Put `text` in place of `span`.
    Replace {
        /// The bytes that go.
        span: Span,
        /// What comes in their place.
        text: String,
    },
    /// Make the note of an interviewer who is only named so far.
    CreateInterviewer {
        /// The person's name, as the link has it.
        name: String,
        /// What the link names: the person, perhaps with a folder before the name.
        target: String,
    },
}

impl Diagnostic {
    /// A diagnostic of `problem` at `span` of the file at `path`.
    pub fn new(problem: Problem, severity: Severity, path: &Arc<str>, span: Span, message: impl Into<String>) -> Self {
        Self {
            problem,
            severity,
            path: Arc::clone(path),
            span,
            message: message.into(),
            help: String::new(),
            fix: None,
        }
    }

    /// With the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// With a mechanical repair, where there is one.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into();
        self
    }
}
