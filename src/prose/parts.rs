//! The parts of a letter: what stands above the greeting, the greeting, the text, the sign-off.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use super::blank;
use super::quotation::{Quotation, quotations};
use super::sentence::{Sentence, places};
use super::visible::{hidden, visible};
use super::word::words;
use crate::text::{self, words::normalised};

/// A letter's text, read. Every place is a byte range of the text that was given.
#[derive(Clone, Debug)]
pub struct Prose<'t> {
    text: &'t str,
    visible: String,
    greeting: Option<Range<usize>>,
    paragraphs: Vec<Paragraph>,
    headings: Vec<Heading>,
    quotations: OnceCell<Vec<Quotation>>,
    sentences: OnceCell<Vec<Sentence>>,
}

/// A line that heads what follows: `## Days 1 to 30`, `**On voice mail**`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Where its line stands.
    pub range: Range<usize>,
    /// Its words.
    pub text: String,
}

#[derive(Clone, Debug)]
struct Paragraph {
    range: Range<usize>,
    is_item: bool,
}

/// A greeting has at most so many words.
const GREETING: usize = 8;

/// A name above a letter that is all of its greeting has at most so many.
const BARE_GREETING: usize = 4;

/// A line below a name at the end has at most so many: an address, a number.
const BELOW: usize = 8;

/// Most lines are as long, or longer.
const LINE: usize = 24;

/// Words that begin a greeting.
const GREETS: [&str; 6] = ["dear", "hello", "hi", "hey", "greetings", "to whom it may concern"];

/// Lines after which nothing counts; normalised.
const SIGN_OFFS: [&str; 14] = [
    "sincerely",
    "sincerely your",
    "your sincerely",
    "your truly",
    "your faithfully",
    "your",
    "kind regard",
    "best regard",
    "warm regard",
    "with kind regard",
    "regard",
    "best wish",
    "all the best",
    "warmly",
];

impl<'t> Prose<'t> {
    /// Reads a letter's body. `closing` are lines that end it beside the usual ones, such as the
    /// candidate's own sign-off and name.
    pub fn read(text: &'t str, closing: &[&str]) -> Self {
        let visible = visible(text);
        let lines = lines(&visible);
        let (greeting, body) = parts(&visible, &lines, closing);
        let (paragraphs, headings) = paragraphs(text, &visible, &lines, body);
        let (quotations, sentences) = (OnceCell::new(), OnceCell::new());
        Self { text, visible, greeting, paragraphs, headings, quotations, sentences }
    }

    /// The whole text as it is seen, at the same places.
    pub fn visible(&self) -> &str {
        &self.visible
    }

    /// The greeting's place, where there is one.
    pub fn greeting(&self) -> Option<Range<usize>> {
        self.greeting.clone()
    }

    /// The sentences and list items between greeting and sign-off, in the candidate's own words:
    /// what is quoted, or still a blank, is not there.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let quoted = self.quotations().iter().map(|quote| without_stop(&self.visible, quote));
            let plain = hidden(&self.visible, quoted.chain(blank::marked(&self.visible)).collect());
            self.sentences_of(&plain).collect()
        })
    }

    /// The same sentences with all that is quoted in them, and the blanks.
    pub fn with_quotations(&self) -> impl Iterator<Item = Sentence> {
        self.sentences_of(&self.visible)
    }

    /// Where those stand.
    pub fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.paragraphs.iter().flat_map(|one| places(&self.visible, one.range.clone()))
    }

    fn sentences_of(&self, text: &str) -> impl Iterator<Item = Sentence> {
        let all = self.paragraphs.iter();
        all.flat_map(move |one| {
            places(text, one.range.clone()).into_iter().map(move |place| Sentence::new(text, place, one.is_item))
        })
    }

    /// The paragraphs and list items between greeting and sign-off.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().map(|one| self.visible[one.range.clone()].trim())
    }

    /// The headings, in order.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// What is quoted, in order.
    pub fn quotations(&self) -> &[Quotation] {
        self.quotations.get_or_init(|| quotations(&unquoted(self.text, &self.visible)))
    }
}

/// The visible text with the marks of block quotes, which make a quotation.
fn unquoted(text: &str, visible: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let seen = &visible[at..at + line.len()];
        let mark = line.find('>').filter(|mark| line[..*mark].trim().is_empty());
        match mark {
            Some(mark) => out.extend([&seen[..mark], ">", &seen[mark + 1..]]),
            None => out.push_str(seen),
        }
        at += line.len();
    }
    out
}

/// A quotation's place, but for a stop at its very end, which ends the sentence around it too.
fn without_stop(text: &str, quote: &Quotation) -> Range<usize> {
    let inner = &text[quote.inner.clone()];
    let stops = inner.trim_end().ends_with(['.', '!', '?']);
    let is_last = text[quote.outer.end..].trim_start_matches(' ').starts_with(['\n', '\r']) || !stops;
    if is_last { quote.outer.clone() } else { quote.outer.start..quote.inner.start + inner.trim_end().len() - 1 }
}

/// Where the greeting stands, and what lies between it and the sign-off.
fn parts(visible: &str, lines: &[Range<usize>], closing: &[&str]) -> (Option<Range<usize>>, Range<usize>) {
    let greeting = lines.iter().find_map(|line| greeting(visible, line)).or_else(|| bare_greeting(visible, lines));
    let start = greeting.as_ref().map_or_else(|| below_subject(visible, lines), |range| range.end);
    let closing: Vec<String> = closing.iter().map(|line| joined(line)).filter(|line| !line.is_empty()).collect();
    // A name alone in its line may also stand under a title: it ends a text only where little follows.
    let is_last = |line: &Range<usize>| {
        let below = lines.iter().filter(|other| other.start > line.start);
        below.clone().all(|other| words(&visible[other.clone()]).len() <= BELOW)
    };
    let ends = |range: &&Range<usize>| {
        let line = &visible[(*range).clone()];
        let may_end = |first: Cow<'_, str>| {
            let mut all = SIGN_OFFS.into_iter().chain(closing.iter().map(String::as_str));
            all.any(|end| end.starts_with(&*first))
        };
        // Most lines are told by their first word.
        if !normalised(line).next().is_some_and(may_end) {
            return false;
        }
        let words = joined(line);
        SIGN_OFFS.contains(&words.as_str()) || closing.contains(&words) && is_last(range)
    };
    let end = lines.iter().filter(|line| line.start >= start).find(ends).map_or(visible.len(), |line| line.start);
    (greeting, start..end)
}

/// The greeting in a line that begins with one: all of it, or up to its comma.
fn greeting(visible: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let text = &visible[line.clone()];
    let lower = text.trim_start().to_lowercase();
    let begins = |word: &str| lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let day = ["good morning", "good afternoon", "good evening", "good day"];
    if !GREETS.into_iter().chain(day).any(begins) {
        return None;
    }
    let comma = text.find([',', ':', '!']).map(|at| at + 1);
    let length = comma.filter(|at| words(&text[..*at]).len() <= GREETING);
    let whole = || (words(text).len() <= GREETING).then_some(text.len());
    Some(line.start..line.start + length.or_else(whole)?)
}

/// The first line of all, where it is a name and a comma.
fn bare_greeting(visible: &str, lines: &[Range<usize>]) -> Option<Range<usize>> {
    let start = below_subject(visible, lines);
    let first = lines.iter().find(|line| line.start >= start && !visible[(*line).clone()].trim().is_empty())?;
    let text = visible[first.clone()].trim_end();
    let count = words(text).len();
    (text.ends_with(',') && (1..=BARE_GREETING).contains(&count)).then(|| first.clone())
}

/// Where the text begins that has no greeting: below its subject.
fn below_subject(visible: &str, lines: &[Range<usize>]) -> usize {
    let subjects = lines.iter().take_while(|line| {
        let text = visible[(*line).clone()].trim();
        text.is_empty() || text.to_lowercase().starts_with("subject:")
    });
    subjects.last().map_or(0, |line| line.end)
}

/// The paragraphs, list items and headings in `body`.
fn paragraphs(text: &str, visible: &str, lines: &[Range<usize>], body: Range<usize>) -> (Vec<Paragraph>, Vec<Heading>) {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut headings = Vec::new();
    let mut is_open = false;
    for line in lines.iter().filter(|line| line.end > body.start && line.start < body.end) {
        let line = line.start.max(body.start)..line.end;
        let (raw, seen) = (text[line.clone()].trim(), visible[line.clone()].trim());
        let item = item(&text[line.clone()]);
        if seen.is_empty() {
            is_open = false;
        } else if is_heading(raw) {
            headings.push(Heading { range: line, text: seen.to_owned() });
            is_open = false;
        } else if let Some(marker) = item {
            found.push(Paragraph { range: line.start + marker..line.end, is_item: true });
            is_open = true;
        } else if let Some(last) = found.last_mut().filter(|_| is_open) {
            last.range.end = line.end;
        } else {
            found.push(Paragraph { range: line, is_item: false });
            is_open = true;
        }
    }
    (found, headings)
}

fn is_heading(line: &str) -> bool {
    let bold = line.trim_end_matches(':');
    let is_bold = bold.len() > 4 && bold.starts_with("**") && bold.ends_with("**");
    line.starts_with('#') || is_bold && !bold[2..bold.len() - 2].contains("**")
}

/// How long the marker of a list item is, where the line is one.
fn item(line: &str) -> Option<usize> {
    let text = line.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marker = match digits {
        0 if text.starts_with(['-', '*', '+']) => 1,
        1 | 2 if text[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    text[marker..].starts_with([' ', '\t']).then(|| line.len() - text.len() + marker)
}

fn joined(line: &str) -> String {
    normalised(line).collect::<Vec<_>>().join(" ")
}

/// The lines without their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(text.len() / LINE + 1);
    let mut at = 0;
    for line in text::lines(text) {
        lines.push(at..at + line.trim_end_matches('\n').len());
        at += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Option<String>, Vec<String>) {
        let prose = Prose::read(text, &["Yours as ever", "Rosa Lind"]);
        let greeting = prose.greeting().map(|range| text[range].trim().to_owned());
        (greeting, prose.sentences().iter().map(|one| one.text.clone()).collect())
    }

    #[test]
    fn a_letter_is_parted_wherever_its_greeting_stands() {
        for (text, greeting, sentences) in [
            (
                "Subject: Thanks\n\nDear Ms Falk,\n\nOne. Two.\n\nKind regards\nRosa",
                "Dear Ms Falk,",
                &["One.", "Two."][..],
            ),
            (
                "Rosa Lind\n5 Quay Street,\nOstby\n\nDear Ines\n\nOne\n\nYours as ever,\nRosa Lind",
                "Dear Ines",
                &["One"],
            ),
            ("Ines, \r\n\r\nOne\r\nmore.\r\n\r\nRosa Lind\r\n", "Ines,", &["One  more."]),
            ("Dear Ines, thank you.\nRosa Lind", "Dear Ines,", &["thank you."]),
            ("To whom it may concern:\nOne", "To whom it may concern:", &["One"]),
            ("Hello, this is Rosa. One.", "Hello,", &["this is Rosa.", "One."]),
            ("Subject: x\n\nOne, two.", "", &["One, two."]),
            ("", "", &[]),
        ] {
            let (found, read) = told(text);
            assert_eq!(
                (found.unwrap_or_default().as_str(), read),
                (greeting, sentences.iter().map(|one| (*one).to_owned()).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn items_headings_quotations_and_blanks_are_told_apart() {
        let text = "Dear Ines,\n\n**Why**\nIn 2020 Bo wrote: “She came. She saw.” Then I left.\n- one 1\n* two\n2. three\n\n\
                    You said “soon”. ⟨what?⟩ And > this.\n\n> quoted\n> lines\n\n## End\nLast";
        let prose = Prose::read(text, &[]);
        let told: Vec<(&str, bool)> = prose.sentences().iter().map(|one| (one.text.trim(), one.is_item)).collect();
        assert_eq!(told.len(), 8, "{told:?}");
        assert!(told[0].0.starts_with("In 2020 Bo wrote:") && !told[0].0.contains("She"), "{told:?}");
        assert_eq!(told[1..5], [("Then I left.", false), ("one 1", true), ("two", true), ("three", true)]);
        assert!(!told[5].0.contains("soon") && !told[6].0.contains("what") && told[7] == ("Last", false), "{told:?}");
        let headings: Vec<&str> = prose.headings().iter().map(|heading| heading.text.as_str()).collect();
        assert_eq!(headings, ["Why", "End"]);
        assert_eq!(prose.quotations().len(), 3);
        assert!(prose.with_quotations().any(|one| one.text == "She saw."));
    }
}
