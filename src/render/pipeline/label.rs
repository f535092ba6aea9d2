//! Words from notes, made harmless inside a Mermaid picture.

use crate::text::is_hidden;

/// `words` as they may stand in a quoted label or a heading of a picture, on one line: of letters, digits and single
/// blanks, every other character written as its code (`#38;`), which Mermaid shows and never reads. What is
/// longer than `most` characters is cut.
pub(super) fn label(words: &str, most: usize) -> String {
    let visible: String =
        words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut label: String = line.chars().take(most).map(coded).collect();
    if line.chars().nth(most).is_some() {
        label.push_str(&coded('…'));
    }
    // A heading without words is no heading.
    if label.is_empty() { coded('?') } else { label }
}

fn coded(c: char) -> String {
    // Codes are put back before formulas are looked for, so what would open one is shown by its wide likeness.
    let c = if c == '$' { '＄' } else { c };
    // Mermaid's own sign for a code that it has set aside begins with this ligature, which counts as a letter.
    let is_plain = (c.is_alphanumeric() && c != 'ﬂ') || c == ' ';
    if is_plain { c.to_string() } else { format!("#{};", u32::from(c)) }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn nothing_but_letters_digits_blanks_and_codes_is_left() {
        for (words, expected) in [
            ("Lyrebird Pianos", "Lyrebird Pianos"),
            ("Brüder Groß 2", "Brüder Groß 2"),
            ("A & \"B\"", "A #38; #34;B#34;"),
            ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
            ("two\nlines\t and\u{2028}more", "two lines and more"),
            ("turned \u{202e}round\u{7}", "turned round"),
            ("ﬂ°°60¶ß", "#64258;#176;#176;60#182;ß"),
            ("$$x$$", "#65284;#65284;x#65284;#65284;"),
            (" ", "#63;"),
            ("a name of more than thirty characters", "a name of more than thirty cha#8230;"),
        ] {
            assert_eq!(label(words, 30), expected, "{words}");
        }
    }
}
