//! Names that miss another by a slip of the pen.

/// From so many letters on, two slips are still a slip.
const LONG: usize = 8;

/// Whether `word` misses `name` by one slip (a letter too many, too few, wrong, or swapped with its
/// neighbour), or by two where the name is long. Without case; equal words miss nothing.
pub fn is_slip(word: &str, name: &str) -> bool {
    let folded = |text: &str| text.to_lowercase().replace('’', "'");
    let (word, name) = (folded(word), folded(name));
    let allowed = if name.chars().count() >= LONG { 2 } else { 1 };
    word != name && strsim::osa_distance(&word, &name) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_a_short_name_and_two_in_a_long_one() {
        for (word, name, expected) in [
            ("Roa", "Rao", true),
            ("Raoo", "Rao", true),
            ("rao", "Rao", false),
            ("Fleck", "Falk", false),
            ("Calowey", "Calloway", true),
            ("Colowey", "Calloway", false),
            ("Müler", "Müller", true),
        ] {
            assert_eq!(is_slip(word, name), expected, "{word}, {name}");
        }
    }
}
