//! The words that a note uses where a key takes one of a few.

use serde::ser::Serializer;

use super::shown::{Object, Show};
use crate::model::{
    Channel, Document, Focus, Format, HiringRole, MatchAgreed, Outlook, Place, RoundResult, RoundState, Status,
    Support, Vault, Wish,
};

macro_rules! words {
    ($($ty:ident { $($variant:ident => $word:literal),* })*) => {
        $(impl Show for $ty {
            fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $($ty::$variant => $word),*
                })
            }
        })*
    };
}

words! {
    Status {
        Applied => "applied", Interviewing => "interviewing", Waiting => "waiting", Offer => "offer",
        Accepted => "accepted", Rejected => "rejected", Withdrawn => "withdrawn", Closed => "closed"
    }
    Outlook { Unsure => "unsure", Hopeful => "hopeful", Certain => "certain" }
    RoundState { Planned => "planned", Held => "held", Cancelled => "cancelled" }
    Format { OneToOne => "one-to-one", Panel => "panel", Group => "group", Unknown => "unknown" }
    Place { Onsite => "onsite", Phone => "phone", Video => "video", Remote => "remote" }
    RoundResult { Pending => "pending", Advanced => "advanced", Rejected => "rejected", Offer => "offer" }
    Focus { Fit => "fit", Technical => "technical", Confirm => "confirm", Mixed => "mixed" }
    Wish { Email => "email", Phone => "phone", Post => "post", Any => "any" }
    MatchAgreed { Yes => "yes", No => "no", Unclear => "unclear" }
}

impl Show for Channel {
    fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Show for HiringRole {
    fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Show for Document {
    fn show<S: Serializer>(&self, _: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// What was said first, and what was said when asked again.
impl Show for Support {
    fn show<S: Serializer>(&self, vault: &Vault, serializer: S) -> Result<S::Ok, S::Error> {
        let (said, then) = match self {
            Support::Yes => ("yes", &None),
            Support::No => ("no", &None),
            Support::Unsure => ("unsure", &None),
            Support::Deflected { then } => ("deflected", then),
        };
        Object::new(vault, serializer)?.with("said", said)?.with("then", then)?.end()
    }
}
