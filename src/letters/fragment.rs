//! Fragments that people noted, poured only into slots whose grammar they fit.
//!
//! A note's author writes about the person ("her blizzard story"), a letter speaks to them
//! ("your blizzard story"): what can be turned round safely is; what cannot becomes a blank with
//! the fragment in it, for the candidate to put into their own words.

mod lexicon;

use lexicon::{DELIVERING, DETERMINERS, FINITE, IRREGULAR};

use crate::prose::BLANK;
use crate::text::inert;

/// A visible blank with a prompt that says what to write there.
pub fn blank(prompt: &str) -> String {
    let inner: String = inert(prompt).chars().filter(|c| !BLANK.contains(c)).collect();
    format!("{}{}{}", BLANK[0], inner, BLANK[1])
}

/// A bare fragment: one line, harmless, without a final stop.
pub(super) fn trimmed(words: &str) -> String {
    inert(words).trim_end_matches(['.', ',', ';', ':', ' ']).to_owned()
}

/// A bare fragment that cannot be a blank, for what goes out without any.
pub(super) fn plain(words: &str) -> String {
    lowered(&trimmed(words)).replace(BLANK, "")
}

/// The slot behind "I keep thinking about …", spoken to the person called `name`.
pub(super) fn moment(words: &str, name: &str) -> String {
    let fragment = spoken_to(words, name);
    if is_third_person(&fragment) || starts_a_sentence(&fragment) || starts_with_past(&fragment) {
        return blank(&format!("in your words: {}", trimmed(words)));
    }
    lowered(&fragment)
}

/// The slot behind "you are dealing with …:", spoken to the person called `name`.
pub(super) fn challenge(words: &str, name: &str) -> String {
    let fragment = spoken_to(words, name);
    if !names_a_challenge(&fragment) {
        return blank(&format!("in your words: {}", trimmed(words)));
    }
    lowered(&fragment)
}

/// Whether a fragment can stand for a challenge as it is.
pub(super) fn names_a_challenge(fragment: &str) -> bool {
    !is_third_person(fragment) && !starts_a_sentence(fragment)
}

/// The slot behind "…:", where a phrase or a whole sentence will do, spoken to the person called `name`.
pub(super) fn remark(words: &str, name: &str) -> String {
    lowered(&spoken_to(words, name))
}

/// The reply to a doubt as a sentence, spoken to the person called `name`.
pub(super) fn reply(words: &str, name: &str) -> String {
    let said = remark(words, name);
    if matches!(first_word(&said).as_str(), "i" | "my" | "we") { capital(&said) } else { format!("My answer: {said}") }
}

/// An accomplishment as a clause in the first person: "at … I …", "I …", or the fragment behind a colon.
pub(super) fn deed(words: &str) -> String {
    let fragment = trimmed(words);
    let first = first_word(&fragment);
    if first == "i" || first.starts_with("i'") || first.starts_with("i’") {
        return fragment;
    }
    let fragment_in_lower = lower_first(&fragment);
    if matches!(first.as_str(), "at" | "in" | "as" | "with" | "for") && fragment.contains(" I ") {
        return fragment_in_lower;
    }
    if is_past(&first) {
        return format!("I {fragment_in_lower}");
    }
    format!("{POINTING}: {}", lowered(&fragment))
}

/// Whether a fragment reads as something the candidate did.
pub(super) fn is_deed(words: &str) -> bool {
    !deed(words).starts_with(POINTING)
}

/// What introduces an accomplishment that is no clause.
const POINTING: &str = "I can point to this";

/// The slot behind "I promised …", spoken to the person called `name`.
pub(super) fn promise(words: &str, name: &str) -> String {
    let fragment = spoken_to(words, name);
    let first = first_word(&fragment);
    if first == "to" {
        return lower_first(&fragment);
    }
    if first == "i" || is_thing(&first) {
        format!("you this: {}", lowered(&fragment))
    } else {
        format!("to {}", lower_first(&fragment))
    }
}

/// What a promise is to bring the person called `name`: "the kiln diary" of "Send the kiln diary to …";
/// `None` where it is something to do.
pub(super) fn thing(words: &str, name: &str) -> Option<String> {
    let spoken = spoken_to(words, name);
    let first = first_word(&spoken);
    let is_brought = DELIVERING.binary_search(&first.as_str()).is_ok();
    if !is_brought && !is_thing(&first) {
        return None;
    }
    let mut rest = if is_brought { spoken[first.len()..].trim_start() } else { &spoken };
    let given = given_name(name);
    for reader in ["you ", &format!("{given} ")] {
        rest = rest.strip_prefix(reader).unwrap_or(rest);
    }
    let rest = unaddressed(rest, &[" to you", " for you", &format!(" to {given}"), &format!(" ({given})")]);
    (!rest.is_empty()).then(|| lowered(rest))
}

/// Something promised that is no thing, behind "I promised …", spoken to the person called `name`.
pub(super) fn deed_promised(words: &str, name: &str) -> String {
    unaddressed(&promise(words, name), &[&format!(" ({})", given_name(name))]).to_owned()
}

/// The fragment without the words at its end that only say whom it is for.
fn unaddressed<'a>(fragment: &'a str, ends: &[&str]) -> &'a str {
    let ends = [" (you)", ", for you"].iter().chain(ends);
    ends.fold(fragment, |rest, end| rest.strip_suffix(end).unwrap_or(rest)).trim_end_matches([' ', ','])
}

/// The first word of a name; no name at all reads as the reader.
fn given_name(name: &str) -> &str {
    name.split(' ').next().filter(|given| !given.is_empty()).unwrap_or("you")
}

/// Whether a fragment that begins so names a thing.
fn is_thing(first: &str) -> bool {
    DETERMINERS.binary_search(&first).is_ok() || (first.ends_with('s') && !first.ends_with("ss"))
}

/// The text with its first letter a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn first_word(fragment: &str) -> String {
    fragment.split([' ', ',', ':']).next().unwrap_or_default().to_lowercase()
}

fn is_past(word: &str) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-');
    let compound = word.rsplit('-').next().unwrap_or(word);
    regular || IRREGULAR.binary_search(&compound).is_ok() || (compound.len() > 4 && compound.ends_with("ed"))
}

fn starts_with_past(fragment: &str) -> bool {
    is_past(&first_word(fragment))
}

/// Whether the fragment begins with "I", with another subject that is no noun, or with a finite verb.
fn starts_a_sentence(fragment: &str) -> bool {
    let first = first_word(fragment).replace('’', "'");
    let subject = first.split('\'').next().unwrap_or_default();
    matches!(subject, "i" | "he" | "she" | "it" | "we" | "they" | "there" | "you")
        || FINITE.binary_search(&first.as_str()).is_ok()
}

/// Whether somebody is still spoken about who may well be the reader.
fn is_third_person(fragment: &str) -> bool {
    let mut words = fragment.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        matches!(word.to_lowercase().as_str(), "he" | "she" | "him" | "her" | "hers" | "himself" | "herself")
    })
}

/// The fragment with the reader's name and possessives in the second person.
fn spoken_to(words: &str, name: &str) -> String {
    let mut text = trimmed(words);
    if !name.is_empty() {
        text = text.replace(&format!("{name}'s"), "your").replace(&format!("{name}’s"), "your").replace(name, "you");
    }
    let words: Vec<&str> = text.split(' ').collect();
    let turned = words.iter().enumerate().map(|(at, word)| {
        let followed = words.get(at + 1).is_some_and(|next| crate::text::words::content(next).count() == 1);
        match *word {
            "Her" | "His" | "Their" | "her" | "his" | "their" if at == 0 && followed => "your",
            "his" | "her" if followed && !word.ends_with(',') => "your",
            word => word,
        }
    });
    turned.collect::<Vec<_>>().join(" ")
}

/// The fragment with a small first letter, where its first word is one that has no capital of its own.
fn lowered(fragment: &str) -> String {
    if DETERMINERS.binary_search(&first_word(fragment).as_str()).is_ok() {
        lower_first(fragment)
    } else {
        fragment.to_owned()
    }
}

fn lower_first(fragment: &str) -> String {
    // A second capital makes it an abbreviation, which keeps both.
    if fragment.chars().nth(1).is_some_and(char::is_uppercase) {
        return fragment.to_owned();
    }
    let mut chars = fragment.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_fits_or_becomes_a_blank_with_the_words_in_it() {
        for (words, expected) in [
            ("how the night crew reads the melt.", "how the night crew reads the melt"),
            ("The depot that floods every spring", "the depot that floods every spring"),
            ("her story about the blizzard", "your story about the blizzard"),
            ("Priya Rao's list of small wins", "your list of small wins"),
            ("the map on his wall", "the map on your wall"),
            ("HACCP audits done on foot", "HACCP audits done on foot"),
            ("laughed about my depot story", "⟨in your words: laughed about my depot story⟩"),
            ("I liked the yard", "⟨in your words: I liked the yard⟩"),
            ("she drove the night route", "⟨in your words: she drove the night route⟩"),
            ("how she reads the melt", "⟨in your words: how she reads the melt⟩"),
            ("told me about the board", "⟨in your words: told me about the board⟩"),
        ] {
            assert_eq!(moment(words, "Priya Rao"), expected, "{words:?}");
        }
    }

    #[test]
    fn a_challenge_may_be_a_phrase_or_a_sentence_of_its_own() {
        for (words, expected) in [
            ("weekend deliveries miss their slots", "weekend deliveries miss their slots"),
            ("Missed weekend slots", "Missed weekend slots"),
            ("The night shift loses melts", "the night shift loses melts"),
            ("struggles with returns", "⟨in your words: struggles with returns⟩"),
            ("they cannot find drivers", "⟨in your words: they cannot find drivers⟩"),
        ] {
            assert_eq!(challenge(words, "Priya Rao"), expected, "{words:?}");
        }
    }

    #[test]
    fn deeds_and_promises_read_as_clauses() {
        for (words, expected) in [
            ("cut idle truck hours 22% across 6 depots", "I cut idle truck hours 22% across 6 depots"),
            ("Re-planned 40 routes.", "I re-planned 40 routes"),
            ("I led two shifts", "I led two shifts"),
            ("At Polar Cold I moved two stores", "at Polar Cold I moved two stores"),
            ("22% fewer idle hours", "I can point to this: 22% fewer idle hours"),
            ("Native speaker of German", "I can point to this: Native speaker of German"),
        ] {
            assert_eq!(deed(words), expected, "{words:?}");
        }
        for (words, expected) in [
            ("Send references to Priya Rao", "to send references to you"),
            ("References for Priya Rao", "you this: References for you"),
            ("to write up the pilot", "to write up the pilot"),
            ("the slides", "you this: the slides"),
        ] {
            assert_eq!(promise(words, "Priya Rao"), expected, "{words:?}");
        }
    }
}
