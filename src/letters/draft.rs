//! One document, written from the notes.

use chrono::NaiveDate;

use super::choice::Praise;
use super::context::{Context, Subject};
use super::front::{Front, SENT_ON};
use super::overrides::Templates;
use super::papers::{Paper, paper};
use super::path::Names;
use super::sheet;
use super::template::{self, Fault, Voice};
use crate::checklist::{Application, Ask};
use crate::model::{NoteId, Round};
use crate::prose::word_count;

/// A document to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order<'a, 'v> {
    pub(super) application: &'a Application<'v>,
    pub(super) names: &'a Names<'v>,
    pub(super) praise: &'a Praise<'v>,
    pub(super) ask: &'a Ask,
    pub(super) templates: &'a Templates,
}

/// A document, before it is a note.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) front: Front,
    pub(super) body: String,
}

impl<'v> Order<'_, 'v> {
    fn round(&self) -> Option<&'v Round> {
        self.ask.key.round.map(|at| &self.application.vault.rounds[at])
    }

    /// The parts of its file name: the day of the round (else the due date), whom it is to, the document.
    pub(super) fn name(&self) -> [String; 3] {
        let day: NaiveDate = self.round().and_then(|round| round.interview_date.get()).unwrap_or(self.ask.due);
        let to = self.ask.key.to.as_ref().map_or(self.application.company.name.as_str(), |to| to.name.as_str());
        [day.to_string(), to.to_owned(), self.ask.key.document.name().to_owned()]
    }

    /// Writes it; `Err` says why its template fails.
    pub(super) fn write(&self) -> Option<Result<Written, Fault>> {
        let document = self.ask.key.document;
        if document.is_sheet() {
            let body = sheet::body(self.application, self.ask.key.round?, document);
            return Some(Ok(Written { front: self.front(&[]), body }));
        }
        let paper = paper(document)?;
        let template = self.templates.text(document)?;
        Some(template.map_err(Fault::clone).and_then(|template| self.fill(paper, template)))
    }

    /// Fills a template in. What is over the limit is left out piece by piece.
    fn fill(&self, paper: &Paper, template: &str) -> Result<Written, Fault> {
        let Ask { key, due, channel, .. } = self.ask;
        let config = self.application.config();
        // What has no limit of its own is kept to a page.
        let limit = config.letters.of(key.document).unwrap_or(config.letters.letter_words) as usize;
        let mut context = Context::new(&Subject {
            application: self.application,
            praise: self.praise,
            document: key.document,
            round: self.round(),
            to: key.to.as_ref(),
            due: *due,
            channel: *channel,
            promise: self.ask.promise(self.application.vault),
        });
        let voice = Voice { place: context.place, stance: config.stance };
        let mut body = template::render(template, &context, voice)?;
        let mut left_out: Vec<&str> = Vec::new();
        for what in paper.sheds {
            if word_count(&body) <= limit {
                break;
            }
            if context.leave_out(what) {
                let shorter = template::render(template, &context, voice)?;
                // A template of the vault's own need not have it at all.
                if shorter != body {
                    left_out.push(what);
                    body = shorter;
                }
            }
        }
        Ok(Written { front: self.front(&left_out), body })
    }

    fn front(&self, left_out: &[&str]) -> Front {
        let link = |name: &str, note: Option<NoteId>| self.names.quoted_link(name, note);
        let company = self.application.company;
        let round = self.round().map(|round| link("", Some(round.note)));
        let left_out = Some(left_out).filter(|list| !list.is_empty()).map(|list| format!("[{}]", list.join(", ")));
        Front::default()
            .with("type", Some("letter".to_owned()))
            .with("document", Some(self.ask.key.document.name().to_owned()))
            .with("company", Some(link(&company.name, Some(company.note))))
            .with("for_round", round)
            .with("to", self.ask.key.to.as_ref().map(|to| link(&to.name, to.note)))
            .with("due", Some(self.ask.due.to_string()))
            .with("channel", self.ask.channel.map(|channel| channel.name().to_owned()))
            .with("left_out", left_out)
            .with(SENT_ON, (!self.ask.key.document.is_sheet()).then(String::new))
    }
}
