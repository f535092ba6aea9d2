//! One letter, read for the rules.

use std::cell::OnceCell;
use std::ops::Range;

use super::Rule;
use super::known::Known;
use crate::checklist::{Application, Finding};
use crate::diagnostic::Severity;
use crate::model::{Document, Letter, Named, Round};
use crate::prose::{Prose, Sentence, Terms, blanks};
use crate::text::Span;

/// One letter's text, and what the notes know of its subject.
#[derive(Debug)]
pub struct Text<'a, 'v> {
    pub(super) application: &'a Application<'v>,
    pub(super) known: &'a Known<'a, 'v>,
    pub(super) letter: &'v Letter,
    pub(super) document: Document,
    prose: OnceCell<Prose<'v>>,
    is_draft: OnceCell<bool>,
}

impl<'a, 'v> Text<'a, 'v> {
    pub(super) fn new(known: &'a Known<'a, 'v>, letter: &'v Letter, document: Document) -> Self {
        let application = known.application;
        Self { application, known, letter, document, prose: OnceCell::new(), is_draft: OnceCell::new() }
    }

    /// Whether it went out.
    pub(super) fn is_sent(&self) -> bool {
        self.letter.is_sent(self.application.today)
    }

    /// Whether it is as the program wrote it, with blanks that stand for what is still to be written.
    pub(super) fn awaits_words(&self) -> bool {
        *self.is_draft.get_or_init(|| blanks(&self.letter.body) > 0 && self.letter.is_untouched())
    }

    /// To whom it is.
    pub(super) fn to(&self) -> Option<&'v Named> {
        self.letter.to.value()
    }

    /// The round it is about.
    pub(super) fn round(&self) -> Option<&'v Round> {
        self.letter.round.map(|at| &self.application.vault.rounds[at])
    }

    /// Its parts and sentences.
    pub(super) fn prose(&self) -> &Prose<'v> {
        self.prose.get_or_init(|| {
            let candidate = self.application.vault.candidate();
            let text = |field: Option<&'v str>| field.unwrap_or_default();
            let sign_off = text(candidate.and_then(|candidate| candidate.sign_off.text()));
            let name = text(candidate.and_then(|candidate| candidate.full_name.text()));
            Prose::read(&self.letter.body, &[sign_off, name])
        })
    }

    /// What it says between greeting and sign-off, in the candidate's own words.
    pub(super) fn sentences(&self) -> &[Sentence] {
        self.prose().sentences()
    }

    /// All content words of those sentences.
    pub(super) fn terms(&self) -> Terms {
        let mut all = Terms::default();
        all.extend(self.sentences().iter().map(|sentence| sentence.terms.clone()));
        all
    }

    /// The words at a place of the body, in one line.
    pub(super) fn words_at(&self, range: Range<usize>) -> String {
        self.letter.body[range].split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A fault of `rule` at a place of the body.
    pub(super) fn fault_at(
        &self,
        rule: &'static Rule,
        severity: Severity,
        place: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        let span = Span::from(place).shifted(self.letter.head.len());
        let finding = Finding::fault(rule, severity, self.application.vault, self.letter.note, span, message);
        let finding = self.letter.round.into_iter().fold(finding, Finding::round_at);
        self.to().into_iter().fold(finding, Finding::person)
    }

    /// A fault of `rule` in what the letter lacks: at its first word.
    pub(super) fn lack(&self, rule: &'static Rule, severity: Severity, message: impl Into<String>) -> Finding {
        let body = &self.letter.body;
        let first = body.len() - body.trim_start().len();
        let line = body[first..].find(['\r', '\n']).map_or(body.len(), |length| first + length);
        self.fault_at(rule, severity, first..line, message)
    }
}

/// The offending words as a message shows them: short, in quotation marks of their own.
pub(super) fn shown(words: &str) -> String {
    const MOST: usize = 60;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= MOST {
        return format!("“{words}”");
    }
    let cut: String = words.chars().take(MOST).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!("“{whole} …”")
}
