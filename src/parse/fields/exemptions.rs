//! `waive` and `hold`, sentences of a fixed shape.

use super::super::desk::Desk;
use super::{Fields, scalar};
use crate::model::{Exemptions, Hold, Named, Waiver};
use crate::text::Span;

impl Fields<'_> {
    /// `waive` and `hold`.
    pub(in crate::parse) fn exemptions(&self, desk: &mut Desk<'_>) -> Exemptions {
        let waivers = self.list("waive", desk, |desk, _, scalar, span| {
            let (head, reason) = because(&scalar.text);
            let (rule, person) = head.split_once(" for ").unwrap_or((head, ""));
            Some(Waiver { rule: rule.trim().to_owned(), person: for_person(desk, person, span), reason, span })
        });
        let holds = self.list("hold", desk, |desk, _, scalar, span| {
            let (head, reason) = because(&scalar.text);
            let (head, until) = head.split_once(" until ").unwrap_or((head, ""));
            let (rule, person) = head.split_once(" for ").unwrap_or((head, ""));
            let person = for_person(desk, person, span);
            Some(Hold { rule: rule.trim().to_owned(), person, until: scalar::date(until).ok(), reason, span })
        });
        Exemptions { waivers: waivers.list().into(), holds: holds.list().into() }
    }
}

fn because(text: &str) -> (&str, String) {
    text.split_once(" because ")
        .map_or((text.trim_end_matches(" because"), String::new()), |(head, reason)| (head, reason.trim().to_owned()))
}

fn for_person(desk: &Desk<'_>, words: &str, span: Span) -> Option<Named> {
    (!words.trim().is_empty()).then(|| desk.person(words.trim(), span))
}
