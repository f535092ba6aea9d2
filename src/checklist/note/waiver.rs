//! `note/waiver`

use std::collections::BTreeSet;

use super::{Find, Finding, Rule, Scene, fault};
use crate::checklist::example::{Edit, Example, ROUND, SOUND_DAY};
use crate::checklist::exempt::{can_waive, exemptions_of};
use crate::checklist::{Finds, Weight, rule, rules};
use crate::diagnostic::Severity;
use crate::model::{Hold, Named, NoteId, Vault, Waiver, folded};
use crate::text::{Span, nearest};

/// A waiver or a hold that does not say enough.
pub(super) static RULE: Rule = Rule {
    id: "note/waiver",
    title: "a waiver or a hold that does not say enough",
    why: "A rule is set aside for a reason, and in a month only a written one will still be known. Fear of \
          overstepping is the one reason worth a second look.",
    sources: &["s0-no-excuses", "s0-no-fear", "s0-gut"],
    weight: Weight::OneOf(&[Severity::Warning, Severity::Hint]),
    finds: Finds::Fault,
    applies: "to `waive` and `hold` with an unknown rule, for somebody unknown or without `because`, \
              which silence nothing; with fewer than \
              three words of reason; to a waiver of what cannot be waived; to a hold without a date, or of a fault; a \
              hint, once, where a question at the close was set aside out of fear",
    mend: "write `RULE because REASON`, or `RULE until YYYY-MM-DD because REASON`; `vault rules` lists the rules",
    broken: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(ROUND, "sponsor: yes\n", "sponsor: yes\nwaive: [close/standing]\n")],
    },
    mended: Example {
        today: SOUND_DAY,
        edits: &[Edit::Swap(
            ROUND,
            "sponsor: yes\n",
            "sponsor: yes\nwaive: [close/standing because we ran out of time]\n",
        )],
    },
    beside: &[],
    find: Find::Vault(find),
};

/// A reason has at least so many words.
const WORDS: usize = 3;

/// Words of a reason that is fear.
const FEAR: [&str; 5] = ["wrong moment", "wrong time", "pushy", "eager", "inappropriate"];

fn find(scene: &Scene<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut afraid = None;
    for id in (0..u32::try_from(scene.vault.notes.len()).unwrap_or(u32::MAX)).map(NoteId) {
        let Some(exemptions) = exemptions_of(scene.vault, id) else { continue };
        let person = |person: Option<&Named>| stranger(scene.vault, person?);
        let waivers = exemptions.waivers.iter();
        let waivers = waivers.map(|waiver| (waiver.span, of_waiver(waiver).or_else(|| person(waiver.person.as_ref()))));
        let holds = exemptions.holds.iter();
        let holds = holds.map(|hold| (hold.span, of_hold(hold).or_else(|| person(hold.person.as_ref()))));
        for (span, (message, help)) in waivers.chain(holds).filter_map(|(span, said)| Some((span, said?))) {
            found.push(fault(scene, &RULE, Severity::Warning, id, span, message).help(help));
        }
        let waived = exemptions.waivers.iter().map(|waiver| (waiver.span, &waiver.rule, &waiver.reason));
        let held = exemptions.holds.iter().map(|hold| (hold.span, &hold.rule, &hold.reason));
        let fear = waived.chain(held).find(|(_, rule, reason)| is_fear(rule, reason));
        afraid = afraid.or(fear.map(|(span, _, _)| (id, span)));
    }
    found.extend(afraid.map(|(note, span)| encouragement(scene, note, span)));
    found
}

/// What is wrong, and what to write.
type Said = (String, String);

fn of_waiver(waiver: &Waiver) -> Option<Said> {
    let id = &waiver.rule;
    unknown(id)
        .or_else(|| {
            let message = format!("{id} cannot be waived: the record itself, or somebody's trust, is at stake");
            (!can_waive(id)).then(|| (message, "mend what it reports, and take this line out".to_owned()))
        })
        .or_else(|| unreasoned(&waiver.reason, "waiver", &format!("{id} because REASON")))
}

fn of_hold(hold: &Hold) -> Option<Said> {
    let id = &hold.rule;
    let shape = format!("{id} until YYYY-MM-DD because REASON");
    unknown(id)
        .or_else(|| {
            let message = format!("{id} finds faults, which have no day to wait for, so nothing rests");
            is_fault(id).then(|| (message, format!("mend it, or write `waive: [{id} because REASON]`")))
        })
        .or_else(|| {
            let message = "the hold has no date, so nothing rests".to_owned();
            hold.until.is_none().then(|| (message, format!("write `{shape}`")))
        })
        .or_else(|| unreasoned(&hold.reason, "hold", &shape))
}

fn unknown(id: &str) -> Option<Said> {
    if rule(id).is_some() {
        return None;
    }
    let help = nearest(id, rules().map(|rule| rule.id))
        .map_or_else(|| "`vault rules` lists the rules".to_owned(), |near| format!("did you mean `{near}`?"));
    Some((format!("there is no rule \"{id}\", so nothing is silenced"), help))
}

/// A name that is nobody's: of no note, and of nobody that a round names.
fn stranger(vault: &Vault, person: &Named) -> Option<Said> {
    let noted = vault.interviewers.iter().map(|person| &person.name).chain(vault.contacts.iter().map(|one| &one.name));
    let met = vault.rounds.iter().flat_map(|round| round.interviewers.list()).map(|named| &named.name);
    let known: BTreeSet<&String> = noted.chain(met).collect();
    let wanted = folded(&person.name);
    if person.note.is_some() || known.iter().any(|name| folded(name) == wanted) {
        return None;
    }
    let near = known.iter().find(|name| folded(name).split(' ').any(|word| word == wanted));
    let help = near.map(|near| format!("did you mean `{near}`?"));
    let help = help.unwrap_or_else(|| "write the full name, as the round has it".to_owned());
    Some((format!("nobody is called \"{}\", so nothing is silenced", person.name), help))
}

fn unreasoned(reason: &str, what: &str, shape: &str) -> Option<Said> {
    let help = format!("write `{shape}`, with a reason of at least three words");
    match reason.split_whitespace().count() {
        0 => Some((format!("the {what} says no reason, so nothing is silenced"), help)),
        words if words < WORDS => Some((format!("\"{reason}\" will say little in a month"), help)),
        _ => None,
    }
}

fn is_fault(id: &str) -> bool {
    rule(id).is_some_and(|rule| rule.finds == Finds::Fault)
}

fn is_fear(rule: &str, reason: &str) -> bool {
    let reason = reason.to_lowercase();
    rule.starts_with("close/") && FEAR.iter().any(|word| reason.contains(word))
}

fn encouragement(scene: &Scene<'_>, note: NoteId, span: Span) -> Finding {
    let message =
        "this reason may be nerves: asking politely at the close is expected, and remembered even without a yes";
    fault(scene, &RULE, Severity::Hint, note, span, message)
        .help("keep it if it was your own judgement; else put the question on the next closing card")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_three_words() {
        for (reason, fine) in [("", false), ("no time", false), ("there was none", true)] {
            assert_eq!(unreasoned(reason, "waiver", "X because REASON").is_none(), fine, "{reason:?}");
        }
    }

    #[test]
    fn fear_counts_at_the_close_only() {
        for (rule, reason, expected) in [
            ("close/support", "it would have sounded pushy", true),
            ("close/asked", "It was the Wrong Moment for it", true),
            ("close/asked", "they had to leave early", false),
            ("thank/posted-letter", "it would have sounded pushy", false),
        ] {
            assert_eq!(is_fear(rule, reason), expected, "{rule} because {reason}");
        }
    }

    #[test]
    fn an_unknown_rule_names_the_nearest() {
        assert_eq!(unknown("close/standng").unwrap().1, "did you mean `close/standing`?");
        assert_eq!(unknown("weather/rain").unwrap().1, "`vault rules` lists the rules");
        assert!(unknown("close/standing").is_none());
    }
}
