//! Values as YAML: in quotes only where they would be read as something else without.

/// Words of YAML that are no text, and those that older readers take for yes and no.
const RESERVED: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// One piece of text on one line.
pub fn text(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A link to a note, always in quotes.
pub fn link(target: &str) -> String {
    quoted(&format!("[[{target}]]"))
}

/// A list on one line, of values that are YAML already.
pub fn list(values: &[String]) -> String {
    format!("[{}]", values.join(", "))
}

/// In double quotes, with the escapes that JSON and YAML share.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn is_plain(text: &str) -> bool {
    let harmless = |c: char| c.is_alphanumeric() || " @.'_/+()".contains(c) || c == '-';
    let starts = text.chars().next().is_some_and(char::is_alphabetic);
    starts && text.chars().all(harmless) && text.trim() == text && !RESERVED.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::front_matter::{self, Read, Value};

    #[test]
    fn every_text_is_read_as_it_was_given() {
        for (given, written) in [
            ("Nora Whitlock", "Nora Whitlock"),
            ("nora@whitlock.example", "nora@whitlock.example"),
            ("R&D: a #1 job", "\"R&D: a #1 job\""),
            ("yes", "\"yes\""),
            ("14:00", "\"14:00\""),
            ("0123", "\"0123\""),
            ("- [x]", "\"- [x]\""),
            (" a ", "\" a \""),
            ("say \"hi\" \\ bye\nnow", "\"say \\\"hi\\\" \\\\ bye\\nnow\""),
            ("", "\"\""),
        ] {
            assert_eq!(text(given), written);
            let Read::Found(front) = front_matter::read(&format!("---\nkey: {written}\n---\n")) else {
                panic!("{written}")
            };
            assert!(matches!(&front.entries[0].value, Value::Scalar(scalar) if scalar.text == given), "{written}");
        }
        assert_eq!(list(&[link("Priya Rao"), text("Tom")]), "[\"[[Priya Rao]]\", Tom]");
    }
}
