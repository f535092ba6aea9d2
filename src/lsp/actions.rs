//! What can be done about a place in a note: edits for the editor to make.

use chrono::Days;
use serde_json::{Value, json};

use super::capabilities::Client;
use super::diagnostics::diagnostic;
use super::uri::uri;
use super::world::{View, World};
use crate::checklist::Finding;
use crate::debrief::PERSON;
use crate::diagnostic::Fix;
use crate::edit::{Refused, Rewrite, Whose, ask};
use crate::model::{Kind, Record, silencing};
use crate::render::{flat, full_day};
use crate::text::Span;

/// What stands for a reason until it is given: too short for one, so that `note/waiver` asks for it.
const REASON: &str = "⟨why⟩";

/// What can be done about a part of a note.
pub(super) fn actions(view: View<'_>, client: Client, within: Span) -> Vec<Value> {
    let Some(world) = view.world else { return Vec::new() };
    let menu = Menu { view, world, client };
    // Whoever stands anywhere on a line means what is found on it.
    let line = |offset: u32| view.document.line(offset as usize);
    let within = Span { start: line(within.start).start, end: line(within.end).end };
    let here: Vec<&Finding> = view
        .findings()
        .filter(|finding| finding.is_shown(world.today) || finding.duty().is_some())
        .filter(|finding| view.document.shown(finding.span).touches(within))
        .collect();
    let mut actions: Vec<Value> = here.iter().filter_map(|finding| menu.fix(finding)).collect();
    actions.extend(menu.fix_all());
    actions.extend(menu.mark_sent());
    actions.extend(menu.ask_at_close());
    actions.extend(here.iter().filter_map(|finding| menu.hold(finding)));
    actions.extend(here.iter().filter_map(|finding| menu.waive(finding)));
    actions
}

struct Menu<'v> {
    view: View<'v>,
    world: &'v World,
    client: Client,
}

impl Menu<'_> {
    /// Mends one finding as `check --fix` does.
    fn fix(&self, finding: &Finding) -> Option<Value> {
        let (title, edit) = match finding.fix.as_ref()? {
            Fix::Replace { span, text } => {
                let new = self.rewritten(|note| note.replace(&[(*span, text.clone())]))?;
                let old = self.view.document.text.get(span.range()).unwrap_or_default();
                (format!("Write {} for {}", quoted(text), quoted(old)), self.client.edit(self.view.document, &new))
            }
            Fix::CreateInterviewer { name, .. } => {
                let newcomer = self.world.newcomers.iter().find(|newcomer| newcomer.name == *name)?;
                let uri = uri(&self.world.root.join(&newcomer.path));
                (format!("Make the note {}", newcomer.path), self.client.creation(&uri, &newcomer.text)?)
            }
        };
        let mut action = action(&title, "quickfix", &edit);
        action["diagnostics"] = json!([diagnostic(self.view.document, finding)]);
        action["isPreferred"] = true.into();
        Some(action)
    }

    /// Mends all of the note at once.
    fn fix_all(&self) -> Option<Value> {
        let shown = self.view.findings().filter(|finding| finding.severity.is_some());
        let places = shown.filter_map(|finding| match &finding.fix {
            Some(Fix::Replace { span, text }) => Some((*span, text.clone())),
            _ => None,
        });
        let places: Vec<(Span, String)> = places.collect();
        let new = self.rewritten(|note| note.replace(&places)).filter(|_| !places.is_empty())?;
        Some(action("Mend all that is mechanical", "source.fixAll.vault", &self.client.edit(self.view.document, &new)))
    }

    /// Silences the rule, with a reason still to be given.
    fn waive(&self, finding: &Finding) -> Option<Value> {
        let head = finding.rule.can_be_waived().then(|| head(finding))?;
        let entry = format!("{head} because {REASON}");
        let new = self.rewritten(|note| note.put_in_list("waive", &format!("{head} because "), &entry))?;
        let title = format!("Silence {} here, with a reason", flat(&head));
        Some(action(&title, "quickfix", &self.client.edit(self.view.document, &new)))
    }

    /// Lets the duty rest for a week, with a reason still to be given.
    fn hold(&self, finding: &Finding) -> Option<Value> {
        finding.duty()?;
        let until = self.world.today + Days::new(7);
        let head = head(finding);
        let entry = format!("{head} until {until} because {REASON}");
        let new = self.rewritten(|note| note.put_in_list("hold", &format!("{head} until "), &entry))?;
        let title = format!("Let {} rest until {}", flat(&head), full_day(until));
        Some(action(&title, "quickfix", &self.client.edit(self.view.document, &new)))
    }

    /// Says in a letter that it went out today.
    fn mark_sent(&self) -> Option<Value> {
        let Record::Letter(at) = self.record()? else { return None };
        let letter = self.world.vault.letters.get(at).filter(|letter| letter.sent_on.is_absent())?;
        let new = self.rewritten(|note| note.set_key("sent_on", &self.world.today.to_string()))?;
        let to = letter.to.value().map(|to| format!(" to {}", flat(&to.name))).unwrap_or_default();
        let title = format!("Mark this letter{to} as sent today");
        Some(action(&title, "refactor.rewrite", &self.client.edit(self.view.document, &new)))
    }

    /// Adds the bullets of Close that are missing, for each interviewer.
    fn ask_at_close(&self) -> Option<Value> {
        let Record::Round(at) = self.record()? else { return None };
        let people = self.world.vault.rounds.get(at)?.interviewers.list();
        let labels: Vec<&str> = PERSON.iter().map(|question| question.name).collect();
        let whose = |name| match people {
            [_] => Whose::Only(name),
            _ => Whose::OneOf(name),
        };
        let asked = people
            .iter()
            .try_fold(self.view.document.text.clone(), |text, person| ask(&text, whose(&person.name), &labels));
        let new = asked.ok().filter(|new| *new != self.view.document.text)?;
        let title = "Add the closing questions that are missing";
        Some(action(title, "refactor.rewrite", &self.client.edit(self.view.document, &new)))
    }

    /// The record that the note is, as long as the vault was read with this text.
    fn record(&self) -> Option<Record> {
        let notes = &self.world.vault.notes;
        let note = notes.iter().find(|note| self.view.is_fresh && *note.path == *self.view.document.path)?;
        note.record.kind().filter(|kind| matches!(kind, Kind::Round | Kind::Letter)).map(|_| note.record)
    }

    /// The note after an edit; none where it is refused, or changes nothing.
    fn rewritten(&self, edit: impl FnOnce(&mut Rewrite) -> Result<(), Refused>) -> Option<String> {
        let mut note = Rewrite::new(self.view.document.text.as_str());
        edit(&mut note).ok()?;
        (note.text() != self.view.document.text).then(|| note.text().to_owned())
    }
}

fn head(finding: &Finding) -> String {
    silencing(finding.rule.id, finding.person.as_ref().map(|person| person.name.as_str()))
}

fn action(title: &str, kind: &str, edit: &Value) -> Value {
    json!({ "title": title, "kind": kind, "edit": edit })
}

/// Words of a note in a title: on one line, and no longer than one can read.
fn quoted(words: &str) -> String {
    const LONGEST: usize = 40;
    let words = flat(words.trim());
    let cut: String = words.chars().take(LONGEST).collect();
    if cut == words { format!("`{words}`") } else { format!("`{cut}…`") }
}
