//! What a key may hold.

use super::{Choice, FILE, KEYWORD, VALUE, days};
use crate::checklist;
use crate::edit::yaml;
use crate::lsp::world::{View, World};
use crate::model::{Document, Kind, silencing};
use crate::parse::schema::{Type, declinable, keys};

/// The values for `key` in a note of that kind, where `typed` stands so far.
pub(super) fn choices(view: View<'_>, kind: Option<Kind>, key: &str, typed: &str) -> Vec<Choice> {
    if key == "type" {
        return words(Kind::ALL.map(Kind::name), "a kind of note");
    }
    let Some((kind, key)) = kind.and_then(|kind| Some((kind, keys(kind).iter().find(|known| known.name == key)?)))
    else {
        return Vec::new();
    };
    let mut choices = match key.ty {
        Type::Choice(choices) => words(choices.iter().copied(), key.meaning),
        Type::Checkbox => words(["true", "false"], key.meaning),
        Type::Date | Type::DateOrWords => view.world.map_or_else(Vec::new, |world| days::choices(world, typed)),
        Type::Link(kinds) | Type::Links(kinds) => view.world.map_or_else(Vec::new, |world| links(world, kinds)),
        Type::People => view.world.map_or_else(Vec::new, |world| links(world, &[Kind::Interviewer])),
        Type::Document => words(Document::ALL.map(Document::name), "a document"),
        Type::Declinable => words(declinable(kind), "asked, and they would not say"),
        Type::Texts if key.name == "waive" => silenced(view, false),
        Type::Texts if key.name == "hold" => silenced(view, true),
        Type::Text | Type::Phone | Type::Number(..) | Type::Texts => Vec::new(),
    };
    if key.open {
        choices.extend(
            [
                ("none", "asked, and there was nothing"),
                ("declined", "asked, and they would not say"),
                ("missed", "not asked, and the moment is gone"),
            ]
            .map(|(word, meaning)| Choice::new(KEYWORD, word, meaning, word)),
        );
    }
    choices
}

fn words<'w>(words: impl IntoIterator<Item = &'w str>, meaning: &str) -> Vec<Choice> {
    words.into_iter().map(|word| Choice::new(VALUE, word, meaning, word)).collect()
}

/// Links to the records of these kinds; to any where none is named.
fn links(world: &World, kinds: &[Kind]) -> Vec<Choice> {
    let targets = world.targets.iter().filter(|target| kinds.is_empty() || kinds.contains(&target.kind));
    targets.map(|target| Choice::new(FILE, &target.name, target.kind.name(), yaml::quoted(&target.link))).collect()
}

/// The rules that find something in this note, then the others; for `hold` only those that have a day.
fn silenced(view: View<'_>, is_hold: bool) -> Vec<Choice> {
    let behind = match view.world {
        Some(world) if is_hold => format!(" until {} because ", world.today + chrono::Days::new(7)),
        _ => " because ".to_owned(),
    };
    let found = view.findings().filter(|finding| !is_hold || finding.duty().is_some());
    let found = found.map(|finding| {
        let person = finding.person.as_ref().map(|person| person.name.as_str());
        (silencing(finding.rule.id, person), finding.rule.title)
    });
    let mut heads: Vec<(String, &str)> = found.collect();
    heads.extend(checklist::rules().map(|rule| (rule.id.to_owned(), rule.title)));
    let mut seen = std::collections::BTreeSet::new();
    heads.retain(|(head, _)| seen.insert(head.clone()));
    heads.iter().map(|(head, title)| Choice::new(VALUE, head, title, format!("{head}{behind}"))).collect()
}
