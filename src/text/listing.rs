//! Several things in a sentence, and how many they are.

/// `a`, `a and b`, `a, b and c`.
pub fn listed<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "and")
}

/// `a`, `a or b`, `a, b or c`.
pub fn either<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "or")
}

fn joined<S: AsRef<str>>(words: &[S], last_by: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} {last_by} {}", most.join(", "), last.as_ref())
        }
    }
}

/// `1 blank`, `2 blanks`.
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_in_a_sentence_as_one_says_them() {
        let none: [&str; 0] = [];
        assert_eq!((listed(&none), either(&none)), (String::new(), String::new()));
        assert_eq!((listed(&["a"]), either(&["a"])), ("a".to_owned(), "a".to_owned()));
        assert_eq!(listed(&["a", "b"]), "a and b");
        assert_eq!(listed(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c");
        assert_eq!(either(&["a", "b", "c"]), "a, b or c");
        assert_eq!([0, 1, 2].map(|count| counted(count, "blank")), ["0 blanks", "1 blank", "2 blanks"]);
    }
}
