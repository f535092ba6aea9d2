//! The nearest name to a slip of the pen: what a message asks with "did you mean …?".

/// The nearest of `names` to `word`: within two edits, and a third of the name's length.
pub fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    near(word, names).min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// The one of `names` that is as near; `None` where several are, so that a machine cannot choose.
pub fn only_near<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let mut near = near(word, names);
    near.next().filter(|_| near.next().is_none()).map(|(_, name)| name)
}

fn near<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> impl Iterator<Item = (usize, &'n str)> {
    let slip = Slip::new(word);
    names.into_iter().filter_map(move |name| slip.edits_to(name).map(|edits| (edits, name)))
}

/// A word that may be a slip for many names.
struct Slip {
    word: String,
    /// Of an ASCII word.
    shape: Option<Shape>,
}

impl Slip {
    fn new(word: &str) -> Self {
        let word = word.to_lowercase();
        let shape = word.is_ascii().then(|| Shape::of(&word));
        Self { word, shape }
    }

    /// How many edits lie between them, if it is near the name.
    fn edits_to(&self, name: &str) -> Option<usize> {
        // Nearly all names are told apart without counting the edits.
        if self.shape.as_ref().is_some_and(|shape| shape.is_far(name)) {
            return None;
        }
        let edits = strsim::osa_distance(&self.word, &name.to_lowercase());
        (edits <= most_edits(name.chars().count())).then_some(edits)
    }
}

/// How many edits may lie between a slip and a name of that many characters.
fn most_edits(characters: usize) -> usize {
    (characters / 3).min(2)
}

/// What tells quickly that an ASCII word is far from another.
struct Shape {
    length: usize,
    /// Which letters are in it, in any case: a bit for each, shared by those that are 32 apart.
    letters: u32,
}

impl Shape {
    fn of(word: &str) -> Self {
        Self { length: word.len(), letters: letters(word) }
    }

    /// Whether it is surely no slip of the name. An edit changes the length by one at most, and adds and removes
    /// one letter at most.
    fn is_far(&self, name: &str) -> bool {
        let most = most_edits(name.len());
        if self.length.abs_diff(name.len()) > most || !name.is_ascii() {
            return name.is_ascii();
        }
        let theirs = letters(name);
        let is_more = |letters: u32| letters.count_ones() as usize > most;
        is_more(theirs & !self.letters) || is_more(self.letters & !theirs)
    }
}

/// Upper and lower case are 32 apart.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_two_edits_and_a_third_of_the_name_at_most() {
        assert_eq!(nearest("intervew_date", ["interview_date", "state"]), Some("interview_date"));
        assert_eq!(nearest("suport", ["standing", "support"]), Some("support"));
        assert_eq!(nearest("to", ["two"]), Some("two"));
        assert_eq!(nearest("via", ["to"]), None);
        assert_eq!(nearest("venue", ["round"]), None);
    }

    proptest::proptest! {
        #[test]
        fn no_near_name_is_passed_over(word in "[a-dA-Dä_ ]{0,7}", names in proptest::collection::vec("[a-dß\u{130}]{0,7}", 0..4)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let distance = |name: &&str| strsim::osa_distance(&word.to_lowercase(), &name.to_lowercase());
            let is_near = |name: &&str| distance(name) <= 2 && distance(name) * 3 <= name.chars().count();
            let expected = names.iter().copied().filter(is_near).min_by_key(distance);
            assert_eq!(nearest(&word, names), expected);
        }
    }
}
