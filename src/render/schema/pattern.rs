//! Regular expressions of ECMA-262, as schemas use them, for what the reader takes as text.

/// A wikilink or a Markdown link that names a note.
pub(super) const LINK: &str = "\\[\\[\\s*[^\\s\\[\\]#^|][^\\[\\]]*\\]\\]\
                               |\\[[^\\]]*\\]\\((?![A-Za-z][A-Za-z0-9+.-]+:|//)[^)\\s#^|]";

/// What YAML may take for a number.
pub(super) const DIGITS: &str = "^\\s*[+-]*[0-9_.]+\\s*$";

/// Between 1900 and 2199, a day that there is. Words may follow, a time of day may not.
pub(super) fn date() -> String {
    let year = "(?:19|20|21)[0-9]{2}";
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
    let leap = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29";
    format!("^\\s*(?:{year}-(?:{long}|{short}|{february})|{leap})(?:$|[ \\t,;(](?!\\s*[0-9]{{2}}:))")
}

/// A whole number of the range at the start of a text. `most` is one digit, or all nines.
pub(super) fn number(least: u32, most: u32) -> String {
    let digits = most.to_string().len();
    debug_assert!(most < 10 || least < 2 && most + 1 == 10_u32.pow(u32::try_from(digits).unwrap_or(0)));
    let number = match least {
        _ if most < 10 => format!("[{least}-{most}]"),
        0 => format!("[0-9]{{1,{digits}}}"),
        _ => format!("[1-9][0-9]{{0,{}}}", digits - 1),
    };
    format!("^\\s*\\+?0*{number}(?:$|[ \\t,;(])")
}

/// One of the words in any case, with blanks or underscores, and nothing else.
pub(super) fn whole(words: &[&str]) -> String {
    format!("^\\s*(?:{})\\s*$", any_case(words))
}

/// One of the words in any case, and whatever follows it.
pub(super) fn first_word(words: &[&str]) -> String {
    format!("^\\s*(?:{})(?:$|[^\\p{{L}}\\p{{N}}-])", any_case(words))
}

/// One of the words in any case, alone or before a mark of punctuation.
pub(super) fn outcome(words: &[&str]) -> String {
    format!("^\\s*(?:{})\\s*(?:$|[,;.(:\u{2013}\u{2014}-])", any_case(words))
}

fn any_case(words: &[&str]) -> String {
    let letter = |c: char| {
        if c.is_ascii_alphabetic() {
            format!("[{}{}]", c.to_ascii_uppercase(), c.to_ascii_lowercase())
        } else if matches!(c, ' ' | '_') {
            "[ _]".to_owned()
        } else {
            c.to_string()
        }
    };
    words.iter().map(|word| word.chars().map(letter).collect()).collect::<Vec<String>>().join("|")
}
