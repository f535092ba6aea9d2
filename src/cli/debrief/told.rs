//! What `debrief` says when it does not ask: what is missing, and what came of the answers.

use super::super::args::Global;
use super::super::environment::Environment;
use super::super::failure::Failure;
use super::super::generate::{self, AgendaFile, Wishes};
use super::super::output::Output;
use super::super::session::Session;
use crate::debrief::{Answers, Debrief};
use crate::letters::{Draft, Fate};
use crate::model::Record;
use crate::text::{counted, escaped};

/// What the round's note does not say yet, each with its flag.
pub(super) fn missing(debrief: &Debrief<'_>, path: &str) -> String {
    let mut lines: Vec<(String, String)> = Vec::new();
    if debrief.asks_state() {
        lines.push(("--held".to_owned(), "Was it held?".to_owned()));
    }
    if debrief.asks_people() {
        lines.push(("--with NAME".to_owned(), "Whom did you meet?".to_owned()));
    }
    for name in debrief.people() {
        let each = debrief.of_person(name);
        lines.extend(each.iter().map(|asked| (format!("--{} \"{name}=…\"", asked.flag()), asked.ask.to_owned())));
    }
    let each = debrief.of_round(&Answers::default());
    lines.extend(each.iter().map(|asked| (format!("--{} …", asked.flag()), asked.ask.to_owned())));
    let others = debrief.of_others(&Answers::default());
    lines.extend(others.iter().map(|(teller, whom)| {
        (format!("--about \"{teller}={whom}: …\""), format!("What did they tell you about {whom}?"))
    }));
    let each = debrief.of_company(&Answers::default());
    lines.extend(each.iter().map(|asked| (format!("--{} …", asked.flag()), asked.ask.to_owned())));
    if lines.is_empty() {
        return format!("{}: nothing is missing\n", escaped(path));
    }
    lines.push(("--promise \"… by YYYY-MM-DD\"".to_owned(), "What did you promise?".to_owned()));
    let width = lines.iter().map(|(flag, _)| flag.chars().count()).max().unwrap_or(0);
    let lines = lines.iter().map(|(flag, ask)| format!("  {:width$}  {ask}\n", escaped(flag)));
    format!(
        "{}: not written down yet (\"-\" for what they would not say, \"!\" for what you did not ask)\n{}",
        escaped(path),
        lines.collect::<String>()
    )
}

/// What drafts the notes make now: `3 drafts; 1 blank in Tom Beck's`.
pub(super) fn drafts(
    environment: &Environment<'_>,
    global: &Global,
    path: &str,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let session = Session::open(environment, global)?;
    let note = session.vault.notes.iter().find(|note| *note.path == *path);
    let Some(Record::Round(at)) = note.map(|note| note.record) else { return Ok(()) };
    let file = AgendaFile::read(&session)?;
    let generated = generate::plan(&session, &session.find(), &file, file.ticks(), Wishes::default());
    let is_ours =
        |draft: &&Draft| draft.round == Some(at) && matches!(draft.fate, Fate::Create | Fate::Refresh | Fate::Current);
    let drafts: Vec<&Draft> = generated.letters.drafts.iter().filter(is_ours).collect();
    if drafts.is_empty() {
        return Ok(());
    }
    let mut blanks: Vec<(String, usize)> = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.blanks > 0) {
        let whose = draft.to.as_ref().map_or_else(|| draft.document.name().to_owned(), |to| format!("{}'s", to.name));
        match blanks.iter_mut().find(|(other, _)| *other == whose) {
            Some((_, count)) => *count += draft.blanks,
            None => blanks.push((whose, draft.blanks)),
        }
    }
    let each = blanks.iter().map(|(whose, count)| format!("{} in {whose}", counted(*count, "blank")));
    let each: Vec<String> = each.collect();
    let blanks = if each.is_empty() { "no blanks".to_owned() } else { each.join(", ") };
    let drafts = counted(drafts.len(), "draft");
    output.print(&escaped(&format!("{drafts} for `vault agenda` to write; {blanks}\n")))?;
    Ok(())
}
