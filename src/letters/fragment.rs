//! Fragments that people noted, poured only into slots whose grammar they fit.
//!
//! A note's author writes about the person ("her blizzard story"), a letter speaks to them
//! ("your blizzard story"): what can be turned round safely is; what cannot becomes a blank with
//! the fragment in it, for the candidate to put into their own words.

mod lexicon;

use lexicon::{DELIVERING, DETERMINERS, FINITE, IRREGULAR, TASKS};

use crate::prose::BLANK;
use crate::text::inert;

/// A visible blank with a prompt that says what to write there.
pub fn blank(prompt: &str) -> String {
    let inner: String = inert(prompt).chars().filter(|c| !BLANK.contains(c)).collect();
    format!("{}{}{}", BLANK[0], inner, BLANK[1])
}

/// A bare fragment: one line, harmless, without a final stop.
pub(super) fn trimmed(words: &str) -> String {
    unstopped(&inert(words)).to_owned()
}

fn unstopped(words: &str) -> &str {
    words.trim_end_matches(['.', ',', ';', ':', ' '])
}

/// A bare fragment that cannot be a blank, for what goes out without any.
pub(super) fn plain(words: &str) -> String {
    lowered(&trimmed(words)).replace(BLANK, "")
}

/// The slot behind "I keep thinking about …", spoken to the person called `name`.
pub(super) fn moment(words: &str, name: &str) -> String {
    let fragment = spoken_to(words, name);
    if speaks_of(&fragment, name) || starts_a_sentence(&fragment) || starts_with_past(&fragment) {
        return in_your_words(words);
    }
    lowered(&fragment)
}

/// The slot behind "you are dealing with …:", spoken to the person called `name`. What they call ours is theirs.
pub(super) fn challenge(words: &str, name: &str) -> String {
    let spoken = spoken_to(words, name);
    let turned = spoken.split(' ').map(|word| if matches!(word, "our" | "Our") { "your" } else { word });
    let fragment = turned.collect::<Vec<_>>().join(" ");
    let speaks_of_them = fragment.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "we" | "us"));
    if speaks_of_them || speaks_of(&fragment, name) || !names_a_challenge(&fragment) {
        return in_your_words(words);
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

/// Somebody's advice behind "…:", spoken to the person called `name`.
pub(super) fn advice(words: &str, name: &str) -> String {
    if speaks_of(&spoken_to(words, name), name) { in_your_words(words) } else { remark(words, name) }
}

/// A doubt behind "…:", spoken to the person called `name`. Their own words for it ("you have never …", "we need …")
/// would turn round who is meant.
pub(super) fn doubt(words: &str, name: &str) -> String {
    let fragment = spoken_to(words, name);
    let is_question = fragment.ends_with('?');
    let is_mine = subject(&fragment) == "i";
    let theirs = |word: &str| matches!(word.to_lowercase().as_str(), "we" | "us" | "our" | "you" | "your" | "yourself");
    let is_turned = inert(words).split(|c: char| !c.is_alphabetic()).any(theirs);
    if is_turned || speaks_of(&fragment, name) || (starts_a_sentence(&fragment) && !is_question && !is_mine) {
        return in_your_words(words);
    }
    lowered(&fragment)
}

/// The reply to a doubt as a sentence, spoken to the person called `name`.
pub(super) fn reply(words: &str, name: &str) -> String {
    let said = remark(words, name);
    if matches!(subject(&said).as_str(), "i" | "my" | "we") { capital(&said) } else { format!("My answer: {said}") }
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
    let promised = promised(words, name);
    let fragment = without_ends(&promised, &[" (you)", ", for you"]);
    if matches!(fragment, "" | "you") {
        blank("what you promised")
    } else if first_word(fragment) == "to" {
        lower_first(fragment)
    } else if is_action(fragment) {
        format!("to {}", lower_first(fragment))
    } else {
        format!("you this: {}", lowered(unaddressed(fragment)))
    }
}

/// What a promise is to bring the person called `name`: "the kiln diary" of "Send the kiln diary to …";
/// `None` where it is something to do.
pub(super) fn thing(words: &str, name: &str) -> Option<String> {
    let promised = promised(words, name);
    let first = first_word(&promised);
    let is_brought = DELIVERING.binary_search(&first.as_str()).is_ok();
    if !is_brought && !is_thing(&first) {
        return None;
    }
    let rest = if is_brought { without_receiver(promised[first.len()..].trim_start()) } else { &promised };
    let rest = unaddressed(rest.strip_prefix("you ").unwrap_or(rest));
    (!rest.is_empty()).then(|| lowered(rest))
}

/// What is handed over, without somebody's name before it: "the rota" of "Sorcha the rota".
fn without_receiver(rest: &str) -> &str {
    match rest.split_once(' ') {
        Some((name, thing)) if name.starts_with(char::is_uppercase) && opens_a_noun(thing) => thing,
        _ => rest,
    }
}

fn opens_a_noun(fragment: &str) -> bool {
    DETERMINERS.binary_search(&first_word(fragment).as_str()).is_ok()
}

/// What was promised, without "I'll" before it, and its reader called "you" wherever it goes to them.
fn promised(words: &str, name: &str) -> String {
    let spoken = spoken_to(words, name).replace('’', "'");
    let said = ["I'll ", "I will ", "I shall ", "I'd ", "I would "];
    let spoken = said.iter().find_map(|said| spoken.strip_prefix(said)).unwrap_or(&spoken);
    let given = name.split(' ').next().unwrap_or_default();
    let words: Vec<&str> = spoken.split(' ').collect();
    let turned = words.iter().enumerate().map(|(at, word)| {
        let is_first_name = words.get(at + 1).is_none_or(|next| !next.starts_with(char::is_uppercase));
        let goes_to = at == 1 || at > 1 && matches!(words[at - 1], "to" | "for" | "with");
        match word.strip_prefix('(').and_then(|word| word.strip_suffix(')')) {
            Some(inner) if inner == given => "(you)",
            None if *word == given && is_first_name && goes_to => "you",
            _ => word,
        }
    });
    turned.collect::<Vec<_>>().join(" ")
}

/// The fragment without the words at its end that only say whom it is for.
fn unaddressed(fragment: &str) -> &str {
    without_ends(fragment, &[" (you)", " to you", " for you"])
}

fn without_ends<'a>(fragment: &'a str, ends: &[&str]) -> &'a str {
    ends.iter().fold(fragment, |rest, end| rest.strip_suffix(end).unwrap_or(rest)).trim_end_matches([' ', ','])
}

/// Whether a fragment that begins so names a thing.
fn is_thing(first: &str) -> bool {
    DETERMINERS.binary_search(&first).is_ok() || (first.ends_with('s') && !first.ends_with("ss"))
}

/// Whether a fragment is something to do: "draft the rota", but not "draft of the rota".
fn is_action(fragment: &str) -> bool {
    let verb = first_word(fragment);
    let is_noun = fragment.split(' ').nth(1) == Some("of");
    !is_noun && [&DELIVERING[..], &TASKS[..]].iter().any(|verbs| verbs.binary_search(&verb.as_str()).is_ok())
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
    matches!(subject(fragment).as_str(), "i" | "he" | "she" | "it" | "we" | "they" | "there" | "you")
        || FINITE.binary_search(&first_word(fragment).replace('’', "'").as_str()).is_ok()
}

/// The first word, without what is drawn together with it: "i" of "I'm".
fn subject(fragment: &str) -> String {
    first_word(fragment).split(['\'', '’']).next().unwrap_or_default().to_owned()
}

/// Whether the fragment still speaks about its reader instead of to them.
fn speaks_of(fragment: &str, name: &str) -> bool {
    let given = name.split(' ').next().unwrap_or_default();
    let mut words = fragment.split(|c: char| !c.is_alphabetic());
    is_third_person(fragment) || (!given.is_empty() && words.any(|word| word == given))
}

fn in_your_words(words: &str) -> String {
    blank(&format!("in your words: {}", trimmed(words)))
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
    let mut text = inert(words);
    if !name.is_empty() {
        text = text.replace(&format!("{name}'s"), "your").replace(&format!("{name}’s"), "your").replace(name, "you");
    }
    let words: Vec<&str> = unstopped(&text).split(' ').collect();
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
    if opens_a_noun(fragment) { lower_first(fragment) } else { fragment.to_owned() }
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
            ("Our cooks leave after a month", "your cooks leave after a month"),
            ("fish that we throw away", "⟨in your words: fish that we throw away⟩"),
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
            ("References for Priya Rao", "you this: References"),
            ("to write up the pilot", "to write up the pilot"),
            ("the slides", "you this: the slides"),
            ("I'll send Priya the menu by Friday", "to send you the menu by Friday"),
            ("Menu draft (Priya)", "you this: Menu draft"),
            ("draft of the rota to Priya", "you this: draft of the rota"),
            ("draft the rota", "to draft the rota"),
            ("Priya Rao", "⟨what you promised⟩"),
            ("Ask Priya Shah for Priya", "to ask Priya Shah for you"),
        ] {
            assert_eq!(promise(words, "Priya Rao"), expected, "{words:?}");
        }
    }

    #[test]
    fn a_reply_is_a_sentence() {
        for (words, expected) in [
            ("I've led nights", "I've led nights"),
            ("my last two winters", "My last two winters"),
            ("two winters of nights", "My answer: two winters of nights"),
        ] {
            assert_eq!(reply(words, "Priya Rao"), expected, "{words:?}");
        }
    }

    #[test]
    fn what_is_brought_stands_without_whom_it_is_for() {
        for (words, expected) in [
            ("Send the rota to Priya Rao", Some("the rota")),
            ("I'll send Priya the rota", Some("the rota")),
            ("send Sorcha my rota", Some("my rota")),
            ("draft the rota", None),
        ] {
            assert_eq!(thing(words, "Priya Rao").as_deref(), expected, "{words:?}");
        }
    }

    #[test]
    fn a_doubt_in_their_own_words_is_left_to_the_candidate() {
        for (words, expected) in [
            ("no budget of my own so far", "no budget of my own so far"),
            ("Why so many moves?", "why so many moves?"),
            ("can I lead nights?", "can I lead nights?"),
            ("I'm new to boats", "I'm new to boats"),
            ("You've never run a ward", "⟨in your words: You've never run a ward⟩"),
            ("never worked with our tools", "⟨in your words: never worked with our tools⟩"),
            ("has she the patience?", "⟨in your words: has she the patience?⟩"),
            ("lacks German", "⟨in your words: lacks German⟩"),
        ] {
            assert_eq!(doubt(words, "Priya Rao"), expected, "{words:?}");
        }
        assert_eq!(advice("ask Priya's deputy", "Priya Rao"), "⟨in your words: ask Priya's deputy⟩");
    }
}
