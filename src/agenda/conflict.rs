//! Conflict markers left by a merge: the two files that it could not make one.

/// The two sides of a text with conflict markers; `None` where there are none.
pub(super) fn sides(text: &str) -> Option<[String; 2]> {
    let (sides, found, last) = split(text);
    // A conflict that is never closed is none that could be told apart.
    (found && last == Part::Both).then_some(sides)
}

/// Whether no conflict is open at the end of the text.
pub(super) fn is_closed(text: &str) -> bool {
    split(text).2 == Part::Both
}

/// Both versions of a text that only its author can make one; just the text where they agree.
pub(super) fn joined([ours, theirs]: [&str; 2]) -> String {
    if ours == theirs {
        return ours.to_owned();
    }
    let closed = |text: &str| if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("<<<<<<<\n{ours}{}=======\n{theirs}{}>>>>>>>\n", closed(ours), closed(theirs))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Both,
    Ours,
    Base,
    Theirs,
}

/// The sides, whether there was a whole conflict, and the part in which the text ends.
fn split(text: &str) -> ([String; 2], bool, Part) {
    let (mut ours, mut theirs) = (String::new(), String::new());
    let mut part = Part::Both;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        part = match (part, marker(line)) {
            (Part::Both, Some('<')) => Part::Ours,
            (Part::Ours, Some('|')) => Part::Base,
            (Part::Ours | Part::Base, Some('=')) => Part::Theirs,
            (Part::Theirs, Some('>')) => {
                found = true;
                Part::Both
            }
            (part, _) => {
                if matches!(part, Part::Both | Part::Ours) {
                    ours.push_str(line);
                }
                if matches!(part, Part::Both | Part::Theirs) {
                    theirs.push_str(line);
                }
                part
            }
        };
    }
    ([ours, theirs], found, part)
}

/// The kind of a marker line: seven of one sign, then nothing or a label.
fn marker(line: &str) -> Option<char> {
    let line = line.trim_end_matches(['\n', '\r']);
    let sign = line.chars().next().filter(|c| matches!(c, '<' | '|' | '=' | '>'))?;
    let rest = line.trim_start_matches(sign);
    (line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_falls_into_its_sides() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\r\nd\n>>>>>>> other\ne\n";
        assert_eq!(sides(text), Some(["a\nb\ne\n".to_owned(), "a\nd\ne\n".to_owned()]));
    }

    #[test]
    fn a_heading_or_half_a_conflict_is_none() {
        for text in ["Title\n=======\n", "<<<<<<< HEAD\na\n=======\nb\n", ">>>>>>> x\n", "<<<<<<<< eight\n"] {
            assert_eq!(sides(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_joined_falls_into_the_same_sides() {
        let both = joined(["mine\n", "yours\n"]);
        assert_eq!(sides(&both), Some(["mine\n".to_owned(), "yours\n".to_owned()]));
        assert_eq!(joined(["same", "same"]), "same");
    }
}
