//! The bulleted sections that several kinds of note share: facts, remarks, questions, research.

use super::body::{Item, Label, Link};
use super::desk::Desk;
use super::fields::{date_in, lone_outcome, outcome};
use super::schema::{PROFILE_LABELS, names};
use super::sections::Part;
use crate::diagnostic::{Diagnostic, Fix, Problem, Severity};
use crate::model::{Accomplishment, Challenge, Fact, Kind, Named, NoteId, Question, Remark, Research, Subject};
use crate::text::{Span, Spanned, arrow, nearest, only_near};

/// Labelled bullets: the label is the id. One without a label gets a hint.
pub(super) fn accomplishments(part: &Part<'_>, desk: &mut Desk<'_>) -> Vec<Accomplishment> {
    for item in part.items().filter(|item| item.label.is_none() && !item.text.trim().is_empty()) {
        if lone_outcome::<()>(&item.text).is_none() {
            let message = "this bullet has no label, so no letter or sheet can take it up".to_owned();
            let help =
                "give it a short name of your own, letters, digits and hyphens: `- kiln-losses: cut …`".to_owned();
            desk.report(Problem::Bullet, Severity::Hint, item.line, message, help);
        }
    }
    let labelled = part.items().filter_map(|item| item.label.as_ref().map(|label| (item, label)));
    labelled
        .filter(|(_, label)| !label.value.trim().is_empty())
        .map(|(item, label)| Accomplishment {
            id: label.name.trim().to_owned(),
            text: label.value.trim().to_owned(),
            span: item.span,
        })
        .collect()
}

/// Bullets of free words; `none` is no remark.
pub(super) fn remarks(part: &Part<'_>, desk: &Desk<'_>) -> Vec<Remark> {
    part.items()
        .filter(|item| !item.text.trim().is_empty() && lone_outcome::<()>(&item.text).is_none())
        .map(|item| Remark {
            text: item.text.trim().to_owned(),
            people: item.links.iter().map(|link| desk.named(link)).collect(),
            span: item.span,
        })
        .collect()
}

/// A challenge: words, names in final parentheses, an arrow to an accomplishment's id.
pub(super) fn challenge(text: &str, people: Vec<Named>, note: NoteId, span: Span) -> Option<Challenge> {
    let (left, answer) = arrow::split(text);
    let mut words = left;
    if let Some(inner) = left.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && people.iter().any(|person| inner[open..].contains(person.name.as_str()))
    {
        words = left[..open].trim_end();
    }
    if words.is_empty() || lone_outcome::<()>(words).is_some() {
        return None;
    }
    let answer = answer.map(str::to_owned);
    Some(Challenge { text: words.to_owned(), people, answer, note, span })
}

/// A fact of `## Profile`, or of a Profile label under Close.
pub(super) fn fact(label: &Label, desk: &Desk<'_>, span: Span, is_own: impl Fn(&Named) -> bool) -> Option<Fact> {
    let known = names(PROFILE_LABELS).find(|name| *name == label.key)?;
    let value = label.value.trim();
    let mut text = value;
    let mut from = None;
    if let Some(open) = value.rfind("(from ")
        && value.ends_with(')')
    {
        text = value[..open].trim_end();
        let inner = &value[open + "(from ".len()..value.len() - 1];
        let linked = label.links.iter().rev().find(|link| link.at >= open);
        from = Some(linked.map_or_else(|| desk.person(inner, span), |link| desk.named(link)));
    }
    let from = from.filter(|from| !is_own(from));
    (!text.is_empty()).then(|| Fact { label: known, text: text.to_owned(), from, span })
}

/// `## Profile`: what is known of a person.
pub(super) fn profile(part: &Part<'_>, desk: &mut Desk<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for item in part.items() {
        let Some(label) = &item.label else { continue };
        if names(PROFILE_LABELS).any(|name| name == label.key) {
            if outcome::<()>(&label.value).is_none() {
                facts.extend(fact(label, desk, item.span, |from| from.is_note(desk.note)));
            }
        } else {
            hint_label(label, names(PROFILE_LABELS), desk);
        }
    }
    facts
}

/// A label that misses a known one by a slip gets a hint with the nearest; any other is a free note.
pub(super) fn hint_label(label: &Label, known: impl Iterator<Item = &'static str> + Clone, desk: &mut Desk<'_>) {
    if let Some(near) = nearest(&label.key, known.clone()) {
        let message = format!("`{}:` is read as a free note; did you mean `{near}:`?", label.name);
        let hint = Diagnostic::new(Problem::Bullet, Severity::Hint, desk.path, label.span, message);
        let fix = only_near(&label.key, known).and_then(|meant| renamed(label, meant, desk.text));
        desk.diagnostics.push(hint.help(format!("write `{near}:`")).fix(fix));
    }
}

/// The label with another name, its markup left as it is.
fn renamed(label: &Label, name: &str, text: &str) -> Option<Fix> {
    let at = label.span.range().start + text[label.span.range()].find(&*label.name)?;
    Some(Fix::Replace { span: Span::new(at, at + label.name.len()), text: name.to_owned() })
}

/// `Q: …` with its `A: …` and `changed because: …`, on the lines of the bullet or in nested ones.
pub(super) fn questions(part: &Part<'_>) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    for item in part.items() {
        let mut question = Question { question: String::new(), answer: String::new(), changed: None, span: item.span };
        let mut slot = Slot::None;
        let mut lines = Vec::new();
        add_lines(item, &mut lines);
        for line in lines {
            let opened = Slot::of(line);
            slot = opened.unwrap_or(slot);
            let words = opened.map_or(line, |_| line.split_once(':').map_or("", |(_, words)| words)).trim();
            let target = match slot {
                Slot::None => continue,
                Slot::Question => &mut question.question,
                Slot::Answer => &mut question.answer,
                Slot::Changed => question.changed.get_or_insert_default(),
            };
            if !target.is_empty() && !words.is_empty() {
                target.push(' ');
            }
            target.push_str(words);
        }
        if question.question.is_empty() {
            // An answer in a bullet of its own belongs to the question before it.
            if let Some(last) = found.last_mut().filter(|last| last.answer.is_empty()) {
                last.answer = question.answer;
                last.changed = question.changed;
            }
        } else {
            question.changed = question.changed.filter(|because| !because.is_empty());
            found.push(question);
        }
    }
    found
}

#[derive(Clone, Copy)]
enum Slot {
    None,
    Question,
    Answer,
    Changed,
}

impl Slot {
    const PREFIXES: [(Self, &'static str); 3] =
        [(Self::Question, "q:"), (Self::Answer, "a:"), (Self::Changed, "changed because:")];

    fn of(line: &str) -> Option<Self> {
        let starts = |prefix: &str| line.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
        Self::PREFIXES.into_iter().find(|(_, prefix)| starts(prefix)).map(|(slot, _)| slot)
    }
}

fn add_lines<'b>(item: &'b Item<'b>, lines: &mut Vec<&'b str>) {
    lines.extend(item.lines());
    item.children.iter().for_each(|child| add_lines(child, lines));
}

/// `- 2025-03-08 [[Dana Okafor]]: …`; without a subject it is the company.
pub(super) fn research(part: &Part<'_>, desk: &mut Desk<'_>) -> Vec<Research> {
    let mut found = Vec::new();
    for item in part.items().filter(|item| !item.text.trim().is_empty()) {
        let text = item.text.trim_start();
        let skipped = item.text.len() - text.len();
        let word = text.split([' ', ':', ',']).next().unwrap_or_default();
        let Ok(date) = date_in(word) else {
            let help = "begin it with the day: `- 2025-03-08 company: …`".to_owned();
            let message = "this line of research has no date, and is not counted".to_owned();
            desk.report(Problem::Bullet, Severity::Hint, item.line, message, help);
            continue;
        };
        let rest = text[word.len()..].trim_start_matches([' ', ',', ':']);
        let offset = skipped + text.len() - rest.len();
        let (subject, words) = subject(rest, offset, &item.links, desk);
        if !words.is_empty() {
            found.push(Research { date, subject, text: words.to_owned(), span: item.span });
        }
    }
    found
}

fn subject<'t>(rest: &'t str, offset: usize, links: &[Link], desk: &mut Desk<'_>) -> (Subject, &'t str) {
    let Some((head, words)) = rest.split_once(':') else { return (Subject::Company, rest.trim()) };
    let words = words.trim();
    match head.trim().to_lowercase().as_str() {
        "company" => return (Subject::Company, words),
        "role" | "position" | "job" => return (Subject::Role, words),
        _ => {}
    }
    if let Some(link) = links.iter().find(|link| link.at == offset && link.text == head.trim()) {
        let named = desk.named(link);
        // A link to the company itself says the same as the word.
        let is_company = named.note.is_some_and(|note| !desk.is_no(Kind::Company, note));
        return (if is_company { Subject::Company } else { Subject::Person(named) }, words);
    }
    (Subject::Company, rest.trim())
}

/// Ids, separated by commas; a label is an id too.
pub(super) fn ids(part: &Part<'_>) -> Vec<Spanned<String>> {
    let mut ids = Vec::new();
    for item in part.items() {
        let words = item.label.as_ref().map_or(&*item.text, |label| &*label.name);
        let single = words.split(',').map(str::trim).filter(|id| !id.is_empty());
        ids.extend(single.map(|id| Spanned::new(id.to_owned(), item.line)));
    }
    ids
}
