//! Holds the code to the table of rooms in the architecture's document.

use std::collections::BTreeMap;

/// A row of the table.
struct Room {
    name: String,
    /// `None`: everything.
    imports: Option<Vec<String>>,
}

/// What the document and the files (by path below `src`) do not agree on; each a line for a person.
pub(crate) fn complaints(document: &str, files: &BTreeMap<String, String>) -> Vec<String> {
    let rooms = rooms(document);
    let mut said = Vec::new();
    for (at, room) in rooms.iter().enumerate() {
        let below = |name: &String| rooms[..at].iter().any(|lower| lower.name == *name);
        let wrong = room.imports.iter().flatten().filter(|name| !below(name));
        said.extend(wrong.map(|name| format!("the table lets `{}` import `{name}`, which is not below it", room.name)));
        if !files.keys().any(|path| room_of(path) == room.name) {
            said.push(format!("the table names `{}`, which is not there", room.name));
        }
    }
    let exports = files.get("lib.rs").map_or("", String::as_str);
    for (path, text) in files.iter().filter(|(path, _)| !matches!(path.as_str(), "lib.rs" | "main.rs")) {
        let Some(room) = rooms.iter().find(|room| room.name == room_of(path)) else {
            said.push(format!("src/{path} is in no room of the table"));
            continue;
        };
        for (line, name) in arrows(path, text) {
            let target = exported(exports, &name);
            let allowed = room.imports.as_ref().is_none_or(|imports| imports.iter().any(|name| name == target));
            if target != room.name && !allowed {
                said.push(format!("src/{path}:{line}: `{}` may not import `{target}`", room.name));
            }
        }
    }
    said
}

fn rooms(document: &str) -> Vec<Room> {
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let row = |line: &str| {
        let [_, name, _, imports] = <[String; 4]>::try_from(cells(line)).ok()?;
        let name = name.strip_prefix('`')?.strip_suffix('`')?;
        let list = imports.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
        Some(Room { name: room_of(name).to_owned(), imports: (imports != "everything").then_some(list) })
    };
    document.lines().filter(|line| line.starts_with('|')).filter_map(row).collect()
}

/// `checklist` of `checklist/close/hear_by.rs`, `error` of `error.rs`.
fn room_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The room from which the crate's root has that name: `error` for `Error`.
fn exported<'a>(exports: &'a str, name: &'a str) -> &'a str {
    let from = |line: &'a str| {
        let (room, names) = line.strip_prefix("pub use ")?.split_once("::")?;
        names.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name).then_some(room)
    };
    exports.lines().find_map(from).unwrap_or(name)
}

/// What the code names at the crate's root, by `crate::` or enough `super::`, with the line.
fn arrows(path: &str, text: &str) -> Vec<(usize, String)> {
    let module = path.strip_suffix(".rs").unwrap_or(path);
    let depth = module.strip_suffix("/mod").unwrap_or(module).split('/').count();
    let mut found = Vec::new();
    let mut inline: Vec<&str> = Vec::new();
    let lines: Vec<&str> = text.lines().map(code).collect();
    for (at, line) in lines.iter().enumerate() {
        let indent = &line[..line.len() - line.trim_start().len()];
        if line.trim() == "}" && inline.last() == Some(&indent) {
            inline.pop();
        }
        let starts = line.match_indices("crate::").chain(line.match_indices("super::"));
        for (start, word) in starts.filter(|(start, _)| begins_path(&line[..*start])) {
            // A group may go on over the next lines.
            let rest = format!("{}\n{}", &line[start..], lines[at + 1..].join("\n"));
            let tail = rest.trim_start_matches(word);
            let climbed = (rest.len() - tail.len()) / word.len();
            if word == "crate::" || climbed == depth + inline.len() {
                found.extend(heads(tail).into_iter().map(|name| (at + 1, name)));
            }
        }
        if line.trim_start().trim_start_matches("pub ").starts_with("mod ") && line.ends_with('{') {
            inline.push(indent);
        }
    }
    found
}

/// The line without its comment.
fn code(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or(line) }
}

fn begins_path(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '$'))
}

/// The first names of a path's tail: `a` of `a::b`; `a` and `d` of `{a::{b, c}, d}`.
fn heads(tail: &str) -> Vec<String> {
    let name = |text: &str| {
        let text = text.trim_start();
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
        text[..end].to_owned()
    };
    let Some(group) = tail.strip_prefix('{') else { return vec![name(tail)] };
    let mut open = 0_usize;
    let mut start = 0;
    let mut names = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            '{' => open += 1,
            ',' | '}' if open == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => open -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}
