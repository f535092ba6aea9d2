//! Pieces of the model as JSON: properties with their outcomes, links with the notes they lead to, bullets.

use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq as _, Serializer};

use crate::model::{Accomplishment, Answer, Exemptions, Fact, Field, Hold, Named, Question, Vault, Waiver};
use crate::text::Spanned;

/// What the export has a form for. The vault says which notes links lead to.
pub(super) trait Show {
    /// Writes it as JSON.
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A piece of a vault, in that form.
pub(super) struct Shown<'a, T: ?Sized>(pub(super) &'a Vault, pub(super) &'a T);

impl<T: Show + ?Sized> Serialize for Shown<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.1.show(self.0, serializer)
    }
}

/// An object that is written entry by entry, each shown as the export has it.
pub(super) struct Object<'a, S: Serializer> {
    vault: &'a Vault,
    map: S::SerializeMap,
}

impl<'a, S: Serializer> Object<'a, S> {
    pub(super) fn new(vault: &'a Vault, serializer: S) -> Result<Self, S::Error> {
        Ok(Self { vault, map: serializer.serialize_map(None)? })
    }

    /// With that entry.
    pub(super) fn with(mut self, key: &str, value: &(impl Show + ?Sized)) -> Result<Self, S::Error> {
        self.map.serialize_entry(key, &Shown(self.vault, value))?;
        Ok(self)
    }

    pub(super) fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}

/// The outcomes: nothing said yet is `null`, so that no other outcome can be taken for it.
impl<T: Show> Show for Field<T> {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        self.answer.show(vault, serializer)
    }
}

impl<T: Show> Show for Answer<T> {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let outcome = match self {
            Answer::Absent => return serializer.serialize_none(),
            Answer::Value(value) => {
                return Object::new(vault, serializer)?.with("outcome", "value")?.with("value", value)?.end();
            }
            Answer::Nothing => "none",
            Answer::Declined => "declined",
            Answer::Missed => "missed",
        };
        Object::new(vault, serializer)?.with("outcome", outcome)?.end()
    }
}

impl<T: Show> Show for [T] {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for value in self {
            list.serialize_element(&Shown(vault, value))?;
        }
        list.end()
    }
}

impl<T: Show> Show for Vec<T> {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_slice().show(vault, serializer)
    }
}

impl<T: Show> Show for Box<[T]> {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).show(vault, serializer)
    }
}

impl<T: Show> Show for Option<T> {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.show(vault, serializer),
            None => serializer.serialize_none(),
        }
    }
}

/// A text for its words alone; where they stand is no part of the export.
impl<T: Show> Show for Spanned<T> {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.show(vault, serializer)
    }
}

/// Whoever or whatever a link names; `path` is null where there is no such note.
impl Show for Named {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let path = self.note.map(|note| vault.path(note).to_string());
        Object::new(vault, serializer)?.with("name", &self.name)?.with("path", &path)?.end()
    }
}

impl Show for Exemptions {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        Object::new(vault, serializer)?.with("waive", &self.waivers)?.with("hold", &self.holds)?.end()
    }
}

impl Show for Waiver {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Waiver { rule, person, reason, span: _ } = self;
        Object::new(vault, serializer)?.with("rule", rule)?.with("person", person)?.with("reason", reason)?.end()
    }
}

impl Show for Hold {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Hold { rule, person, until, reason, span: _ } = self;
        let head = Object::new(vault, serializer)?.with("rule", rule)?.with("person", person)?;
        head.with("until", until)?.with("reason", reason)?.end()
    }
}

impl Show for Accomplishment {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Accomplishment { id, text, span: _ } = self;
        Object::new(vault, serializer)?.with("id", id)?.with("text", text)?.end()
    }
}

impl Show for Question {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Question { question, answer, changed, span: _ } = self;
        let head = Object::new(vault, serializer)?.with("question", question)?.with("answer", answer)?;
        head.with("changed_because", changed)?.end()
    }
}

/// A fact is flagged where somebody else told it, or where it is about the family or a mere note.
impl Show for Fact {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let Fact { label, text, from, span: _ } = self;
        let private = from.is_some() || matches!(*label, "family" | "note");
        let head = Object::new(vault, serializer)?.with("label", *label)?.with("text", text)?;
        head.with("from", from)?.with("private", &private)?.end()
    }
}

impl Show for NaiveDate {
    fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

macro_rules! plain {
    ($($ty:ty),*) => {
        $(impl Show for $ty {
            fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        })*
    };
}

plain!(str, String, u32, bool);
