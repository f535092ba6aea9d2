//! Ordinals in figures: `1st`, `22nd`, `13th`.

/// The number with its ending.
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// The number before the ending, where there is one: 4 of `4th`. Which ending it is does not matter; the word is in
/// small letters.
pub fn cardinal(word: &str) -> Option<u32> {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_a_month_is_read_as_it_is_written() {
        for day in 1..=31 {
            assert_eq!(cardinal(&ordinal(day)), Some(day));
        }
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 111].map(ordinal).join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 111th"
        );
        assert_eq!(["4", "fourth", "th", "4thx", ""].map(cardinal), [None; 5]);
    }
}
