//! `note/missing`

use super::{Find, Finding, Rule, Scene, fault, lacks};
use crate::checklist::example::{Edit, Example, ME, SOUND_DAY};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::{Field, NoteId};

/// A record without the one thing that makes it one.
pub(super) static RULE: Rule = Rule {
    id: "note/missing",
    title: "a key that cannot be done without",
    why: "A round of no company or on no day belongs nowhere: nothing in it is thanked for, asked after or planned.",
    sources: &[],
    weight: Weight::OneOf(&[Severity::Error, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to a round without `company` or `interview_date`, a candidate without `full_name`, a letter without \
              `document`; a hint for a contact who neither knows nor influences anybody",
    mend: "write the key that the message names",
    broken: Example { today: SOUND_DAY, edits: &[Edit::Swap(ME, "full_name: Rosa Lind\n", "")] },
    mended: Example::sound(SOUND_DAY),
    beside: &[],
    find: Find::Vault(find),
};

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let vault = scene.vault;
    let mut found = Vec::new();
    for candidate in &vault.candidates {
        found.extend(lacking(scene, candidate.note, &candidate.full_name, FULL_NAME));
    }
    for round in &vault.rounds {
        found.extend(lacking(scene, round.note, &round.company, COMPANY));
        found.extend(lacking(scene, round.note, &round.interview_date, DATE));
    }
    for letter in &vault.letters {
        found.extend(lacking(scene, letter.note, &letter.document, DOCUMENT));
    }
    for contact in &vault.contacts {
        if lacks(&contact.knows) && lacks(&contact.influences) {
            let message = format!("it is not said whom {} knows or can sway, so nobody is ever asked", contact.name);
            let help = "write `knows: [\"[[INTERVIEWER]]\"]`, or `influences: [\"[[COMPANY]]\"]`";
            found.push(fault(scene, &RULE, Severity::Hint, contact.note, contact.knows.place(), message).help(help));
        }
    }
    found
}

/// What is missing, and what to write.
type Missing = (&'static str, &'static str);

const FULL_NAME: Missing = ("the candidate has no name to sign with", "write `full_name: …`");
const COMPANY: Missing = ("this round belongs to no company", "write `company: \"[[COMPANY]]\"`");
const DATE: Missing = ("this round has no day", "write `interview_date: YYYY-MM-DD`");
const DOCUMENT: Missing =
    ("it is not said which document this letter is", "write `document: …`, such as `thank-you-email`");

fn lacking<T>(scene: &Scene<'_>, note: NoteId, field: &Field<T>, missing: Missing) -> Option<Finding> {
    let (message, help) = missing;
    let missed = || fault(scene, &RULE, Severity::Error, note, field.place(), message).help(help);
    lacks(field).then(missed)
}
