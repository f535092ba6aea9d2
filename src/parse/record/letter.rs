//! `type: letter`

use super::{Desk, Fields};
use crate::diagnostic::{Problem, Severity};
use crate::model::{Channel, Document, Field, Letter, NoteId};
use crate::text::nearest;

/// Reads a letter; `text` is the whole note, and `body` where its front matter ends.
pub(in crate::parse) fn letter(
    note: NoteId,
    fields: &Fields<'_>,
    (text, body): (&str, usize),
    desk: &mut Desk<'_>,
) -> Letter {
    Letter {
        note,
        document: document(fields, desk),
        company: fields.link("company", desk),
        for_round: fields.link("for_round", desk),
        to: fields.addressee("to", desk),
        due: fields.date("due", desk),
        channel: fields.choice("channel", desk, |word| Channel::ALL.into_iter().find(|channel| channel.name() == word)),
        left_out: fields.texts("left_out", desk),
        sent_on: fields.date("sent_on", desk),
        fingerprint: fields.text("fingerprint", desk),
        round: None,
        head: text[..body].to_owned(),
        body: text[body..].to_owned(),
        exemptions: fields.exemptions(desk),
    }
}

fn document(fields: &Fields<'_>, desk: &mut Desk<'_>) -> Field<Document> {
    let name = fields.text("document", desk);
    let found = name.text().and_then(Document::from_name);
    if let (Some(written), None) = (name.text(), found) {
        let names = Document::ALL.map(Document::name);
        let near = nearest(written, names).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let message = format!("there is no document `{written}`{near}");
        desk.report(
            Problem::Field,
            Severity::Error,
            name.place(),
            message,
            format!("it is one of {}", names.join(", ")),
        );
    }
    name.filter_map(|_| found)
}
