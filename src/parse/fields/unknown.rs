//! Keys that a kind of note does not have.

use std::borrow::Cow;

use super::super::desk::{Desk, with_article};
use super::super::front_matter::FrontMatter;
use super::super::schema::{FOREIGN, keys};
use crate::diagnostic::{Diagnostic, Fix, Problem, Severity};
use crate::model::Kind;
use crate::text::{Spanned, nearest, only_near};

/// A key in lower case, as nearly all are.
pub(super) fn lower(key: &str) -> Cow<'_, str> {
    let is_lower = key.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(key) } else { Cow::Owned(key.to_lowercase()) }
}

/// Reports a key that this kind of note does not have, where it is nearly one, or one of another kind.
pub(super) fn report(kind: Kind, key: &Spanned<Cow<'_, str>>, front_matter: &FrontMatter, desk: &mut Desk<'_>) {
    let lower = lower(&key.value);
    let lower = &*lower;
    if desk.own_keys[kind as usize].contains(lower) || FOREIGN.contains(&lower) {
        return;
    }
    let known = || keys(kind).iter().map(|key| key.name);
    let (message, help) = if let Some(near) = nearest(&key.value, known()) {
        (format!("unknown key `{}`; did you mean `{near}`?", key.value), format!("write `{near}`"))
    } else if let Some(other) = Kind::ALL.into_iter().find(|other| keys(*other).iter().any(|k| k.name == lower)) {
        let message = format!(
            "`{}` is a key of {}, and is not read in {}",
            key.value,
            with_article(other.name()),
            with_article(kind.name())
        );
        (message, format!("move it to the note of the {}", other.name()))
    } else {
        desk.own_keys[kind as usize].insert(lower.to_owned());
        return;
    };
    let is_free = |name: &&str| front_matter.entries.iter().all(|entry| entry.key.value != **name);
    let meant = only_near(&key.value, known()).filter(is_free);
    let fix = meant.map(|meant| Fix::Replace { span: key.span, text: meant.to_owned() });
    let hint = Diagnostic::new(Problem::UnknownKey, Severity::Hint, desk.path, key.span, message);
    desk.diagnostics.push(hint.help(help).fix(fix));
}
