//! What a round's end leaves open, as several rules of the checklist ask for it.

use super::{Application, Held};
use crate::diagnostic::Severity;
use crate::model::{Field, RoundState};
use crate::text::{Span, listed};

/// One thing that was to be asked and has no answer yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    name: &'static str,
    severity: Severity,
    place: Option<Span>,
}

/// Gaps of one weight, for one finding that names them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gaps {
    /// How much they weigh.
    pub(super) severity: Severity,
    /// What they are called, in the order asked for.
    pub(super) each: Vec<&'static str>,
    /// Where the first that has a value at all (such as `missed`) is written.
    pub(super) place: Option<Span>,
}

impl Gap {
    /// The gap that a sentence calls `name`, where `field` is not answered; what was missed weighs no more than a hint.
    pub(super) fn of<T>(name: &'static str, field: &Field<T>, severity: Severity) -> Option<Self> {
        let weight = unless_missed(field, severity);
        (!field.is_answered()).then_some(Self { name, severity: weight, place: field.span })
    }

    /// Like [`Gap::of`], where one answer to either of two is enough.
    pub(super) fn of_either<T>(name: &'static str, [one, other]: [&Field<T>; 2], severity: Severity) -> Option<Self> {
        if one.is_answered() {
            return None;
        }
        let written = if one.is_missed() { one } else { other };
        Self::of(name, other, severity).map(|_| Self {
            name,
            severity: unless_missed(written, severity),
            place: written.span,
        })
    }
}

/// The gaps among what was asked for, those of one weight together, heaviest first.
pub(super) fn gaps(asked: impl IntoIterator<Item = Option<Gap>>) -> Vec<Gaps> {
    let open: Vec<Gap> = asked.into_iter().flatten().collect();
    let weighing = |severity: Severity| {
        let mine: Vec<&Gap> = open.iter().filter(|gap| gap.severity == severity).collect();
        let each = mine.iter().map(|gap| gap.name).collect();
        let place = mine.iter().find_map(|gap| gap.place);
        (!mine.is_empty()).then_some(Gaps { severity, each, place })
    };
    Severity::ALL.into_iter().filter_map(weighing).collect()
}

impl Gaps {
    /// What they are called, in a sentence.
    pub(super) fn names(&self) -> String {
        listed(&self.each)
    }

    /// `is` or `are`, as the names want it.
    pub(super) fn are(&self) -> &'static str {
        if self.each.len() == 1 { "is" } else { "are" }
    }
}

/// What was missed cannot be asked any more: it weighs no more than a hint.
pub(super) fn unless_missed<T>(field: &Field<T>, severity: Severity) -> Severity {
    if field.is_missed() { Severity::Hint } else { severity }
}

impl<'v> Application<'v> {
    /// A held round in a sentence: `round 2 at Harbour Glass`.
    pub(super) fn called(&self, held: &Held<'_>) -> String {
        format!("round {} at {}", held.number, self.company.name)
    }

    /// The held rounds whose next round neither has been held nor names its interviewers.
    pub(super) fn before_the_next_is_known(&self) -> impl Iterator<Item = Held<'v>> {
        let known = |held: &Held<'_>| {
            let next = self.after(held.number);
            next.is_some_and(|next| next.state(self.today) == RoundState::Held || next.interviewers.is_answered())
        };
        self.held().iter().copied().filter(move |held| !known(held))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Answer;

    fn field(answer: Answer<u32>) -> Field<u32> {
        Field { answer, span: None }
    }

    #[test]
    fn gaps_of_one_weight_are_named_together() {
        let absent = field(Answer::Absent);
        let missed = field(Answer::Missed);
        let answered = field(Answer::Declined);
        let found = gaps([
            Gap::of("a", &absent, Severity::Warning),
            Gap::of("b", &missed, Severity::Warning),
            Gap::of("c", &answered, Severity::Warning),
            Gap::of("d", &absent, Severity::Warning),
        ]);
        let told: Vec<_> = found.iter().map(|gaps| (gaps.severity, gaps.names(), gaps.are())).collect();
        assert_eq!(told, [(Severity::Warning, "a and d".to_owned(), "are"), (Severity::Hint, "b".to_owned(), "is")]);
    }

    #[test]
    fn one_answer_to_either_is_enough_and_one_missed_is_a_hint() {
        use Answer::{Absent, Declined, Missed, Value};
        for (one, other, expected) in [
            (Absent, Absent, Some(Severity::Warning)),
            (Missed, Absent, Some(Severity::Hint)),
            (Absent, Missed, Some(Severity::Hint)),
            (Missed, Value(1), None),
            (Declined, Absent, None),
        ] {
            let gap = Gap::of_either("x", [&field(one.clone()), &field(other.clone())], Severity::Warning);
            assert_eq!(gap.map(|gap| gap.severity), expected, "{one:?}, {other:?}");
        }
    }

    #[test]
    fn words_are_listed_as_in_a_sentence() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
