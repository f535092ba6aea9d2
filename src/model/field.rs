//! A property and the four honest outcomes of asking for it.

use crate::text::Span;

/// What is known of something the candidate should have asked.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Answer<T> {
    /// Not said yet.
    #[default]
    Absent,
    /// This is the answer.
    Value(T),
    /// Asked, and there was nothing (`none`).
    Nothing,
    /// Asked, and they would not say (`declined`).
    Declined,
    /// Not asked, and the moment is gone (`missed`, or a checkbox `false`).
    Missed,
}

/// A property of a note, or a labelled bullet, and where its value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<T> {
    /// What it says.
    pub answer: Answer<T>,
    /// Where it says so; `None` where nothing is written.
    pub span: Option<Span>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self { answer: Answer::Absent, span: None }
    }
}

impl<T> Field<T> {
    /// The value `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { answer: Answer::Value(value), span: Some(span) }
    }

    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match &self.answer {
            Answer::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The value, where there is one, to be changed.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match &mut self.answer {
            Answer::Value(value) => Some(value),
            _ => None,
        }
    }

    /// Nothing is said yet.
    pub fn is_absent(&self) -> bool {
        matches!(self.answer, Answer::Absent)
    }

    /// It was asked: there is a value, there was nothing, or they would not say.
    pub fn is_answered(&self) -> bool {
        matches!(self.answer, Answer::Value(_) | Answer::Nothing | Answer::Declined)
    }

    /// It was asked, and they would not say.
    pub fn is_declined(&self) -> bool {
        matches!(self.answer, Answer::Declined)
    }

    /// It was not asked, and the moment is gone.
    pub fn is_missed(&self) -> bool {
        matches!(self.answer, Answer::Missed)
    }

    /// Where the value stands, else the start of the file.
    pub fn place(&self) -> Span {
        self.span.unwrap_or(Span::START)
    }
}

impl<T> Field<T> {
    /// The same field with its value read as something else; absent where that cannot be done.
    pub fn filter_map<U>(self, read: impl FnOnce(T) -> Option<U>) -> Field<U> {
        let answer = match self.answer {
            Answer::Value(value) => read(value).map_or(Answer::Absent, Answer::Value),
            Answer::Absent => Answer::Absent,
            Answer::Nothing => Answer::Nothing,
            Answer::Declined => Answer::Declined,
            Answer::Missed => Answer::Missed,
        };
        Field { answer, span: self.span }
    }
}

impl<T: Copy> Field<T> {
    /// The value itself, where there is one.
    pub fn get(&self) -> Option<T> {
        self.value().copied()
    }
}

impl<T> Field<Vec<T>> {
    /// The listed values; empty where there are none.
    pub fn list(&self) -> &[T] {
        self.value().map_or(&[], Vec::as_slice)
    }
}

impl Field<String> {
    /// The text, where there is one.
    pub fn text(&self) -> Option<&str> {
        self.value().map(String::as_str)
    }
}
