//! What every edit is held to, whatever the note: it changes nothing but what it is about, says what was meant,
//! and does no more when it is made again. The fuzzer runs this same file.

use chrono::NaiveDate;
use interview_vault::edit::{
    Refused, Rewrite, Whose, add_bullet, add_heading, add_members, add_to_list, answer, fill_label, mark_task,
    put_heading_first, put_key, replace, set_key, swap_in_list, values, yaml,
};
use interview_vault::parse::body::{self, Block, Item};
use interview_vault::parse::front_matter::{FrontMatter, Read, read};
use interview_vault::text::Span;

const KEYS: [&str; 6] = ["type", "state", "company", "waive", "lesson", "k"];
const TITLES: [&str; 4] = ["Close", "Log", "Promises", "Prepare"];
const LABELS: [&str; 2] = ["support", "moment"];

/// How many edits there are: [`hold`] takes any number.
pub(crate) const EDITS: u8 = 12;

/// Makes the edit with the number `which` at the place with the number `place`. Panics where a law is broken; a
/// refused edit breaks none.
pub(crate) fn hold(note: &str, which: u8, place: u8, value: &str) {
    let key = KEYS[usize::from(place) % KEYS.len()];
    let title = TITLES[usize::from(place) % TITLES.len()];
    let label = LABELS[usize::from(place) % LABELS.len()];
    let bullet = format!("- {value}");
    match which % EDITS {
        0 => setting(note, key, value),
        1 => putting(note, key, &yaml::scalar(value)),
        2 => listing(note, key, value),
        3 => swapping(note, key, value),
        4 => inserting(note, |text| add_bullet(text, title, &bullet)),
        5 => promising(note, title, value),
        6 => answering(note, place, label, value),
        7 => inserting(note, |text| Ok(fill_label(text, |_| true, label, value)?.unwrap_or_else(|| text.to_owned()))),
        8 => ticking(note, place),
        9 => replacing(note, value),
        10 => {
            inserting(note, |text| add_heading(text, title, value));
            inserting(note, |text| put_heading_first(text, title, value));
        }
        _ => adding(note, key, value),
    }
}

fn setting(note: &str, key: &str, value: &str) {
    let Ok(new) = set_key(note, key, value) else { return };
    only_the_key(note, &new, key);
    let said = values(&new, key);
    assert!(
        said == [value] || said == [value.trim()] || value.trim().is_empty() && said.is_empty(),
        "{said:?}\n{new:?}"
    );
    assert_eq!(set_key(&new, key, value).as_ref(), Ok(&new), "twice");
}

fn putting(note: &str, key: &str, written: &str) {
    if let Some(own) = entry_span(note, key).map(|span| &note[span.range()]).filter(|own| is_word(own)) {
        assert_eq!(put_key(note, key, own).as_deref(), Ok(note), "no change");
    }
    let Ok(new) = put_key(note, key, written) else { return };
    only_the_key(note, &new, key);
    let meant = values(&format!("---\n{key}: {written}\n---\n"), key);
    assert_eq!(values(&new, key), meant, "{new:?}");
    assert_eq!(put_key(&new, key, written).as_ref(), Ok(&new), "twice");
}

fn listing(note: &str, key: &str, value: &str) {
    let Ok(new) = add_to_list(note, key, value) else { return };
    only_the_key(note, &new, key);
    let (before, after) = (values(note, key), values(&new, key));
    assert!(after.starts_with(&before), "{before:?} {after:?}");
    let had = before.iter().any(|entry| entry == value);
    let is_seen = usize::from(!had && !value.trim().is_empty());
    assert_eq!(after.len(), before.len() + is_seen, "{before:?} {after:?}");
    assert!(!had || new == note, "it stood there: {new:?}");
    assert_eq!(add_to_list(&new, key, value).as_ref(), Ok(&new), "twice");
}

fn swapping(note: &str, key: &str, value: &str) {
    for old in values(note, key) {
        assert!(swap_in_list(note, key, &old, &old).is_ok_and(|new| new == note), "no change: {old:?}");
        let Ok(new) = swap_in_list(note, key, &old, value) else { continue };
        only_the_key(note, &new, key);
        let meant = values(note, key).into_iter().map(|entry| if entry == old { value.to_owned() } else { entry });
        assert!(values(&new, key).into_iter().eq(meant), "{new:?}");
    }
}

fn promising(note: &str, title: &str, value: &str) {
    let add = |text: &str| {
        let mut note = Rewrite::new(text);
        note.add_task(title, value).map(|()| note.text().to_owned())
    };
    inserting(note, add);
    let Ok(new) = add(note) else { return };
    assert_eq!(add(&new).as_ref(), Ok(&new), "twice");
}

fn answering(note: &str, place: u8, label: &str, value: &str) {
    let whose = [Whose::Round, Whose::Only("Priya Rao"), Whose::OneOf("Priya Rao")][usize::from(place) % 3];
    inserting(note, |text| answer(text, whose, label, value));
    let Ok(new) = answer(note, whose, label, value) else { return };
    assert_eq!(answer(&new, whose, label, value).as_ref(), Ok(&new), "twice");
}

fn ticking(note: &str, place: u8) {
    let day = place.is_multiple_of(2).then(NaiveDate::default);
    for (line, mark) in tasks(note) {
        let Ok(new) = mark_task(note, mark, day) else { continue };
        assert!(new.starts_with(&note[..mark.start as usize]) && new.ends_with(&note[line.end as usize..]), "{new:?}");
        let again = Span::new(mark.start as usize, mark.start as usize + 1);
        assert_eq!(mark_task(&new, again, day).as_ref(), Ok(&new), "twice");
    }
}

fn replacing(note: &str, value: &str) {
    let Read::Found(front) = read(note) else { return };
    for entry in &front.entries {
        let own = note[entry.span.range()].to_owned();
        assert_eq!(replace(note, &[(entry.span, own)]).as_deref(), Ok(note), "no change");
        if let Ok(new) = replace(note, &[(entry.span, yaml::scalar(value))]) {
            only_the_key(note, &new, &entry.key.value);
        }
    }
}

fn adding(note: &str, key: &str, value: &str) {
    let Ok(new) = add_members(note, &["types"], &[(key, value.into())]) else { return };
    only_inserted(note, &new);
    assert_eq!(add_members(&new, &["types"], &[(key, value.into())]).as_ref(), Ok(&new), "twice");
}

/// An edit of the body that takes nothing away: the front matter stays, and so does whether the last line is ended.
fn inserting(note: &str, edit: impl Fn(&str) -> Result<String, Refused>) {
    let Ok(new) = edit(note) else { return };
    only_inserted(note, &new);
    let front = |text: &str| match read(text) {
        Read::Found(front) => text[..front.body].to_owned(),
        _ => String::new(),
    };
    assert_eq!(front(&new).trim_end(), front(note).trim_end(), "{new:?}");
    line_ends_stay(note, &new);
}

/// Whether it is the same in YAML wherever it stands, and is something.
fn is_word(written: &str) -> bool {
    !written.is_empty() && written != "null" && written.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// All bytes of the old text are in the new one, before and behind what came in.
fn only_inserted(old: &str, new: &str) {
    assert!(is_inserted(old, new), "{old:?}\n{new:?}");
}

fn is_inserted(old: &str, new: &str) -> bool {
    let same = |(one, other): &(u8, u8)| one == other;
    let before = old.bytes().zip(new.bytes()).take_while(same).count();
    let behind = old.bytes().rev().zip(new.bytes().rev()).take_while(same).count();
    new.len() >= old.len() && before + behind >= old.len()
}

/// Outside the value of `key` every byte stays, and the other keys say what they said.
fn only_the_key(old: &str, new: &str, key: &str) {
    let span = entry_span(old, key);
    // An empty value begins behind its colon, which no span covers.
    let is_outside = |span: Span| {
        let head = old[..span.start as usize].trim_end();
        new.starts_with(head) && new.ends_with(&old[span.end as usize..])
    };
    assert!(is_inserted(old, new) || span.is_some_and(is_outside), "{old:?}\n{new:?}");
    let (Read::Found(before), Read::Found(after)) = (read(old), read(new)) else { panic!("unread: {new:?}") };
    let others = |front: &FrontMatter, text: &str| -> Vec<(String, String)> {
        let others = front.entries.iter().filter(|entry| entry.key.value != key);
        others.map(|entry| (entry.key.value.to_string(), text[entry.span.range()].to_owned())).collect()
    };
    assert_eq!(others(&before, old), others(&after, new), "{new:?}");
    assert_eq!(old[before.body..], new[after.body..]);
    line_ends_stay(old, new);
}

/// A note with one kind of line end keeps to it.
fn line_ends_stay(old: &str, new: &str) {
    let bare = |text: &str| text.replace("\r\n", "").contains(['\n', '\r']);
    if old.contains("\r\n") && !bare(old) {
        assert!(!bare(new), "{new:?}");
    }
}

fn entry_span(note: &str, key: &str) -> Option<Span> {
    let Read::Found(front) = read(note) else { return None };
    front.entries.into_iter().find(|entry| entry.key.value == key).map(|entry| entry.span)
}

/// Line and mark of every task.
fn tasks(note: &str) -> Vec<(Span, Span)> {
    fn add(item: &Item, all: &mut Vec<(Span, Span)>) {
        all.extend(item.task.map(|task| (item.line, task.span)));
        item.children.iter().for_each(|child| add(child, all));
    }
    let start = match read(note) {
        Read::Found(front) => front.body,
        _ => 0,
    };
    let mut all = Vec::new();
    for section in body::read(note, start, &|_| true).sections {
        for block in &section.blocks {
            if let Block::Item(item) = block {
                add(item, &mut all);
            }
        }
    }
    all
}
