//! Every key of `vault.toml`, each with what it takes and where it goes.

use chrono::NaiveDate;
use toml_edit::Value;

use crate::model::phrase::weekday;
use crate::model::zone;
use crate::model::{Config, Stance, ThanksPolicy};
use crate::parse::fields::date_in;
use crate::text::is_safe_path;

/// One key.
pub(super) struct Setting {
    /// The table it stands in; empty for the top.
    pub section: &'static str,
    /// The key.
    pub name: &'static str,
    /// Puts the value in its place; else says what the key takes.
    pub read: fn(&mut Config, &Value) -> Result<(), &'static str>,
}

/// The tables.
pub(super) const SECTIONS: [&str; 3] = ["folders", "letters", "rules"];

/// A setting whose value is read by `$read` and put in `$place`.
macro_rules! settings {
    ($($section:literal $name:literal => $read:path, $($place:ident).+;)*) => {
        /// All of them, in the order of the commented `vault.toml`.
        pub(super) const SETTINGS: &[Setting] = &[$(Setting {
            section: $section,
            name: $name,
            read: |config, value| $read(value).map(|value| config.$($place).+ = value),
        }),*];
    };
}

settings! {
    "" "timezone" => zone, timezone;
    "" "weekend" => days, weekend;
    "" "holidays" => dates, holidays;
    "" "posting_days" => days, posting_days;
    "" "post_transit_days" => count, post_transit_days;
    "" "thanks" => thanks, thanks;
    "" "stance" => stance, stance;
    "" "reply_days" => count, reply_days;
    "" "status_repeat_days" => positive, status_repeat_days;
    "" "status_max" => count, status_max;
    "" "research_days" => positive, research_days;
    "" "prepare_days" => count, prepare_days;
    "" "unanswered_days" => positive, unanswered_days;
    "" "since" => some_date, since;
    "" "include" => globs, include;
    "" "ignore" => globs, ignore;
    "" "templates" => some_path, templates;
    "folders" "company" => path, folders.company;
    "folders" "interviewer" => path, folders.interviewer;
    "folders" "round" => path, folders.round;
    "folders" "contact" => path, folders.contact;
    "folders" "testimonial" => path, folders.testimonial;
    "folders" "letter" => path, folders.letter;
    "folders" "sheet" => path, folders.sheet;
    "folders" "agenda" => note_path, folders.agenda;
    "folders" "pipeline" => note_path, folders.pipeline;
    "folders" "calendar" => calendar_path, folders.calendar;
    "letters" "paper" => paper, letters.us_letter;
    "letters" "letter_words" => positive, letters.letter_words;
    "letters" "email_words" => positive, letters.email_words;
    "letters" "card_words" => positive, letters.card_words;
    "letters" "status_words" => positive, letters.status_words;
    "letters" "script_words" => positive, letters.script_words;
    "letters" "enquiry_words" => positive, letters.enquiry_words;
    "letters" "quote_words" => positive, letters.quote_words;
    "letters" "mirror_terms" => count, letters.mirror_terms;
    "letters" "similarity" => share, letters.similarity;
    "letters" "vague_words" => texts, letters.vague_words;
}

/// The words from which the setting `name` takes one, for the nearest to what was written.
pub(super) fn words(name: &str) -> Vec<&'static str> {
    match name {
        "timezone" => zone::names().collect(),
        "weekend" | "posting_days" => vec!["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "thanks" => THANKS.map(|(word, _)| word).to_vec(),
        "stance" => STANCES.map(|(word, _)| word).to_vec(),
        "paper" => PAPERS.map(|(word, _)| word).to_vec(),
        _ => Vec::new(),
    }
}

const THANKS: [(&str, ThanksPolicy); 6] = [
    ("graded", ThanksPolicy::Graded),
    ("post-first", ThanksPolicy::PostFirst),
    ("email-only", ThanksPolicy::EmailOnly),
    ("handwritten", ThanksPolicy::Handwritten),
    ("all", ThanksPolicy::All),
    ("any", ThanksPolicy::Any),
];
const STANCES: [(&str, Stance); 3] =
    [("assertive", Stance::Assertive), ("balanced", Stance::Balanced), ("reserved", Stance::Reserved)];
/// Whether each paper is the American one.
const PAPERS: [(&str, bool); 2] = [("a4", false), ("letter", true)];

type Read<T> = Result<T, &'static str>;

fn zone(value: &Value) -> Read<Option<String>> {
    let name = value.as_str().filter(|name| zone::is_name(name));
    name.map(|name| Some(name.to_owned())).ok_or("a zone of the IANA list, such as \"Europe/Berlin\"")
}

fn days(value: &Value) -> Read<[bool; 7]> {
    let wanted = "a list of days, such as [\"sat\", \"sun\"]";
    let mut days = [false; 7];
    for day in value.as_array().ok_or(wanted)? {
        let day = day.as_str().and_then(|word| weekday(&word.to_lowercase())).ok_or(wanted)?;
        days[day.num_days_from_monday() as usize] = true;
    }
    Ok(days)
}

fn date(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::String(text) => date_in(text.value()).ok(),
        Value::Datetime(moment) => date_in(&moment.value().to_string()).ok(),
        _ => None,
    }
}

fn some_date(value: &Value) -> Read<Option<NaiveDate>> {
    date(value).map(Some).ok_or("a day, such as \"2025-03-01\"")
}

fn dates(value: &Value) -> Read<Vec<NaiveDate>> {
    let wanted = "a list of days, such as [\"2025-04-18\"]";
    value.as_array().ok_or(wanted)?.iter().map(|value| date(value).ok_or(wanted)).collect()
}

/// No wait in a job search is longer than a year.
fn count(value: &Value) -> Read<u32> {
    let number = value.as_integer().and_then(|number| u32::try_from(number).ok());
    number.filter(|number| *number <= 1_000).ok_or("a whole number from 0 to 1000")
}

fn positive(value: &Value) -> Read<u32> {
    count(value).ok().filter(|number| *number > 0).ok_or("a whole number from 1 to 1000")
}

fn share(value: &Value) -> Read<f64> {
    let whole = value.as_integer().and_then(|number| u8::try_from(number).ok()).map(f64::from);
    let number = value.as_float().or(whole).filter(|number| (0.0..=1.0).contains(number));
    number.ok_or("a number from 0.0 to 1.0")
}

fn texts(value: &Value) -> Read<Vec<String>> {
    let wanted = "a list of words in quotes";
    value.as_array().ok_or(wanted)?.iter().map(|word| word.as_str().map(str::to_owned).ok_or(wanted)).collect()
}

/// Globs over paths from the root. One that could match no file is no setting: it would silently do nothing.
fn globs(value: &Value) -> Read<Vec<String>> {
    let wanted = "a list of globs over paths from the vault's root, such as [\"Archive/**\"]";
    let can_match = |glob: &str| {
        !glob.starts_with('/') && !glob.ends_with('/') && glob.split('/').all(|part| !matches!(part, "." | ".."))
    };
    let globs = texts(value).map_err(|_| wanted)?;
    let sound = globs.iter().all(|glob| can_match(glob) && fast_glob::validate(glob).is_ok());
    sound.then_some(globs).ok_or(wanted)
}

fn path(value: &Value) -> Read<String> {
    let path = value.as_str().map(|path| path.trim_end_matches('/')).filter(|path| is_inside(path));
    path.map(str::to_owned).ok_or("a path below the vault's root, such as \"Letters\", without `..`")
}

fn some_path(value: &Value) -> Read<Option<String>> {
    path(value).map(Some)
}

fn note_path(value: &Value) -> Read<String> {
    path(value).ok().filter(|path| has_extension(path, "md")).ok_or("a path that ends in .md, such as \"Agenda.md\"")
}

fn calendar_path(value: &Value) -> Read<String> {
    if value.as_str() == Some("") {
        return Ok(String::new());
    }
    path(value).ok().filter(|path| has_extension(path, "ics")).ok_or("a path that ends in .ics, or \"\" for none")
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
}

/// Below the root, and not where notes are never read: behind a dot.
fn is_inside(path: &str) -> bool {
    is_safe_path(path) && !path.split('/').any(|part| part.starts_with('.'))
}

fn thanks(value: &Value) -> Read<ThanksPolicy> {
    one_of(&THANKS, value).ok_or("\"graded\", \"post-first\", \"email-only\", \"handwritten\", \"all\" or \"any\"")
}

fn stance(value: &Value) -> Read<Stance> {
    one_of(&STANCES, value).ok_or("\"assertive\", \"balanced\" or \"reserved\"")
}

fn paper(value: &Value) -> Read<bool> {
    one_of(&PAPERS, value).ok_or("\"a4\" or \"letter\"")
}

fn one_of<T: Copy>(table: &[(&str, T)], value: &Value) -> Option<T> {
    table.iter().find(|(word, _)| value.as_str() == Some(*word)).map(|(_, meaning)| *meaning)
}
